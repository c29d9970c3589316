import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Fields = Readonly<Record<string, unknown>>;

/** A bug report as the original's `submit-bug` sends it. */
interface BugReport {
  readonly title: string;
  readonly severity: string;
  readonly labels: readonly string[];
  readonly feature_area?: string;
}

const SEVERITY: Readonly<Record<string, string>> = {
  ...{ auth: 'critical', assertion: 'high', connection: 'high' },
  ...{ timeout: 'medium', data: 'medium', flaky: 'low' },
};

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** `GET /api/runs` of the original: every folder of the runs root is a run, and one that is none fails the request. */
export function originalRuns(root: string): readonly Fields[] {
  const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  return names
    .sort()
    .reverse()
    .map((name) => {
      const { run_id, created_at, target, counts } = read(join(root, name, 'manifest.json')) as Fields;
      return { run_id, created_at, target, counts };
    });
}

/** Bug reports that the original makes of a run: one a record of diagnostics.json. */
export function originalBugReports(run: string): readonly BugReport[] {
  const records = read(join(run, 'evidence', 'diagnostics.json')) as readonly Fields[];
  return records.map((record) => {
    const {
      suite,
      category,
      test_name: name,
      root_cause: cause,
      suggestion,
      error_message: error,
      confidence,
    } = record;
    for (const text of [suite, category, name, cause, suggestion, error])
      if (typeof text !== 'string') throw new Error(`no text in ${JSON.stringify(record)}`);
    if (typeof confidence !== 'number') throw new Error(`no confidence in ${JSON.stringify(record)}`);
    const report = {
      title: `[${String(suite)}/${String(category)}] ${String(name)}`,
      severity: SEVERITY[String(category)] ?? 'medium',
      labels: [String(suite)],
    };
    return typeof record['route'] === 'string' ? { ...report, feature_area: record['route'] } : report;
  });
}
