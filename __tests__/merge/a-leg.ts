import { type Leg, legFromEvidence } from '../../src/merge/leg.js';

const COMMIT = 'a'.repeat(40);

interface Given {
  readonly checkRunId?: number;
  readonly matrix?: string;
  readonly job?: string;
  readonly attempt?: number;
  readonly shard?: readonly [number, number];
  readonly commit?: string;
  readonly place?: string;
}

/** A leg of one suite, from the texts of its evidence. */
export function leg(states: Readonly<Record<string, 'passed' | 'failed'>>, given: Given = {}): Leg {
  const { matrix = '', job = 'test', attempt = 1, shard, commit = COMMIT, place = 'somewhere', checkRunId } = given;
  const isRed = Object.values(states).includes('failed');
  const ids = Object.keys(states);
  const ends = isRed ? { outcome: 'failed', conclusion: 'failure' } : { outcome: 'passed', conclusion: 'success' };
  const manifest = {
    ...{ schema_version: 1, run_id: `${job}${matrix}${attempt}`, created_at: '2026-01-01T00:00:00Z' },
    ...{ finished_at: '2026-01-01T00:01:00Z', conclusion: ends.conclusion, counts: { tests: ids.length } },
    target: { name: 'shop', git: { commit } },
    suites: [{ name: 'unit', runner: 'pytest', attempts: 1, problems: [], ...ends }],
    github: { job, matrix, run_attempt: attempt, check_run_id: checkRunId },
  };
  const records = ids.map((id, at) => ({
    ...{ test_id: `TST-${at}`, name: id, status: states[id], suite_name: 'unit', error_message: null, tags: [] },
    metadata: { id, final: states[id], attempts: [{ n: 1, status: states[id], duration: 0, message: 'boom' }] },
  }));
  const failed = records.filter(({ status }) => status === 'failed');
  const diagnostics = failed.map(({ test_id: id }) => ({ test_id: id, cluster: 'c1', root_cause: 'boom' }));
  const lines = (list: readonly object[]): string => list.map((each) => `${JSON.stringify(each)}\n`).join('');
  const part = {
    name: 'unit',
    division: 'own',
    plan: '',
    source: 'hash',
    collected: 0,
    collected_digest: '',
    part: [],
  };
  const [index, total] = shard ?? [0, 0];
  const record = shard === undefined ? '' : JSON.stringify({ schema_version: 1, index, total, suites: [part] });
  const texts = { manifest: JSON.stringify(manifest), tests: lines(records), diagnostics: lines(diagnostics) };
  const read = legFromEvidence(place, { ...texts, shard: record });
  if (read === null || typeof read === 'string') throw new Error(read ?? 'merged');
  return read;
}
