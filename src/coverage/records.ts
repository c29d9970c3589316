import type { CoverageRecord } from '../model/evidence.js';
import type { FileCoverage, Tally } from './file-coverage.js';
import { type ChangedCoverage } from './changed-lines.js';
import { type Coverage, coverageTotals } from './merge.js';

/** What records say besides the numbers. */
export interface CoverageFrame {
  readonly nextId: (prefix: 'COV') => string;
  /** ISO 8601. */
  readonly collectedAt: string;
}

const MAX_FILES = 20_000;

/**
 * Lines for coverage.jsonl: the whole first, then the changed lines when they are known, then one record a file; after
 * each of them the branches when there are some. Nothing to cover makes no record.
 */
export function buildCoverageRecords(
  coverage: Coverage,
  changed: ChangedCoverage | null,
  frame: CoverageFrame,
): readonly CoverageRecord[] {
  const both = (component: string, files: readonly FileCoverage[]): readonly CoverageRecord[] => {
    const { lines, branches } = coverageTotals(files);
    return [
      ...record('line', component, lines, coverage, frame),
      ...record('branch', component, branches, coverage, frame),
    ];
  };
  return [
    ...both('__overall__', coverage.files),
    ...(changed === null ? [] : record('line', '__changed__', changed, coverage, frame, missingOf(changed))),
    ...coverage.files.slice(0, MAX_FILES).flatMap((file) => both(file.path, [file])),
  ];
}

function missingOf({ missing, unknown }: ChangedCoverage): CoverageRecord['metadata'] {
  return { missing: missing.slice(0, 200), unknown: unknown.slice(0, 200) };
}

function record(
  type: 'line' | 'branch',
  component: string,
  { covered, total }: Tally,
  { places }: Coverage,
  frame: CoverageFrame,
  metadata: CoverageRecord['metadata'] = {},
): readonly CoverageRecord[] {
  if (total === 0) return [];
  return [
    {
      coverage_id: frame.nextId('COV'),
      type,
      component,
      value: covered / total,
      total_statements: total,
      covered_statements: covered,
      sources: places,
      linked_cujs: [],
      collected_at: frame.collectedAt,
      metadata,
    },
  ];
}
