import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { json } from '../stand-ins/http-server.js';
import type { GitHubOptions } from '../stand-ins/github-api.js';
import type { StoredArtifact } from '../stand-ins/github-state.js';
import { readEvidence, readRecords, runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { ROOT } from './tools.js';
import { describeWith } from './with-tools.js';

const SHARDS = [1, 2, 3, 4];
const RUN_ID = 30_433_642;

interface Expected {
  readonly retries: string;
  readonly totals: Readonly<Record<string, number>>;
  readonly notPassed: Readonly<Record<string, Readonly<Record<string, { readonly final: string }>>>>;
}

const EXPECTED = JSON.parse(readFileSync(join(ROOT, 'fixtures/projects/shop/expected.json'), 'utf8')) as Expected;

/** The shop's tests of one shard, as one job of a matrix runs them. */
async function runShard(index: number): Promise<StoredArtifact> {
  const matrix = JSON.stringify({ shard: index });
  const record = await runAction({
    project: 'shop',
    shop: 'started',
    inputs: { retries: EXPECTED.retries, shard: `${index}/4`, matrix, 'check-run-id': String(100 + index) },
    env: { GITHUB_JOB: 'test' },
  });
  try {
    const [upload] = record.uploads;
    if (upload === undefined) throw new Error(record.step.main.log.join('\n'));
    const { headSha } = record.workspace;
    const run = { runId: RUN_ID, headSha, headBranch: 'topic', expired: false };
    return { id: index, name: upload.name, zip: upload.bytes, ...run };
  } finally {
    record.remove();
  }
}

type Change = (artifacts: readonly StoredArtifact[]) => readonly StoredArtifact[];

/** The artifacts with one file of the third changed. */
const withFile =
  (name: string, change: (text: string) => string): Change =>
  (artifacts) =>
    artifacts.map((artifact) => {
      if (artifact.id !== 3) return artifact;
      const files = unzipSync(artifact.zip);
      return {
        ...artifact,
        zip: zipSync({ ...files, [name]: strToU8(change(strFromU8(files[name] ?? new Uint8Array()))) }),
      };
    });

describeWith(
  ['python', 'playwright', 'chromium'],
  'the shop in four shards, merged from the artifacts of its run',
  () => {
    let artifacts: readonly StoredArtifact[] = [];
    let record: ActionRecord | null = null;

    beforeAll(async () => {
      const [first, second, third, fourth] = SHARDS;
      const pairs = [
        [first, second],
        [third, fourth],
      ];
      for (const pair of pairs)
        artifacts = [...artifacts, ...(await Promise.all(pair.map((index) => runShard(index ?? 0))))];
    });
    afterEach(() => record?.remove());
    afterAll(() => {
      artifacts = [];
    });

    const jobs = [...SHARDS.map((index) => [100 + index, `test (${index})`] as const), [200, 'report'] as const].map(
      ([id, name]) => ({ id, name, runId: RUN_ID, attempt: 1, conclusion: id === 200 ? null : 'failure' }),
    );

    async function merge(github: GitHubOptions, inputs: Readonly<Record<string, string>> = {}): Promise<ActionRecord> {
      const job = { mode: 'merge', matrix: 'null', 'check-run-id': '200' };
      const given = { inputs: { ...job, ...inputs }, github: { jobs, ...github }, env: { GITHUB_JOB: 'report' } };
      return (record = await runAction({ project: 'shop', ...given }));
    }

    const titleOf = ({ checks }: ActionRecord): string => checks[0]?.output.title ?? '';

    test('is the run of one machine test by test: one check, one comment, one artifact', async () => {
      const merged = await merge({ artifacts });
      const { step, checks, comments, uploads, violations } = merged;
      const totals = Object.fromEntries(Object.keys(EXPECTED.totals).map((name) => [name, Number(step.outputs[name])]));
      expect(totals).toEqual(EXPECTED.totals);
      const tests = readRecords(merged, 'evidence/tests.jsonl').map((test) => {
        const { id, final } = test['metadata'] as { readonly id: string; readonly final: string };
        return { suite: String(test['kind']), id: test['kind'] === 'e2e' ? (id.split(' › ').at(-1) ?? '') : id, final };
      });
      const notPassed = Object.fromEntries(
        Object.keys(EXPECTED.notPassed).map((suite) => [
          suite,
          Object.fromEntries(
            tests.filter((one) => one.suite === suite && one.final !== 'passed').map(({ id, final }) => [id, final]),
          ),
        ]),
      );
      const expected = Object.entries(EXPECTED.notPassed).map(([suite, ends]) => [
        suite,
        Object.fromEntries(Object.entries(ends).map(([id, { final }]) => [id, final])),
      ]);
      expect(notPassed).toEqual(Object.fromEntries(expected));
      expect([checks.length, comments.length, uploads.length, violations]).toEqual([1, 1, 1, []]);
      expect((readEvidence(merged, 'manifest.json') as { readonly legs: unknown }).legs).toHaveLength(4);
    });

    test.each<readonly [string, string, Change]>([
      ['missing', 'shard 3 of 4 is missing', (all) => all.filter(({ id }) => id !== 3)],
      [
        'duplicated',
        'shard 3 of 4 is duplicated',
        (all) => [...all, ...all.filter(({ id }) => id === 3).map((one) => ({ ...one, id: 9, name: `${one.name}-x` }))],
      ],
      [
        'from another commit',
        'shard 3 of 4 is from another commit',
        withFile('manifest.json', (text) => text.replace(/"commit":\s*"[\da-f]{40}"/, `"commit":"${'f'.repeat(40)}"`)),
      ],
      [
        'of another plan',
        'shard 3 of 4 has another plan',
        withFile('evidence/shard.json', (text) =>
          text.replace(/"plan":"(.)/g, (_, digit) => `"plan":"${digit === 'a' ? 'b' : 'a'}`),
        ),
      ],
      ['torn', 'shard 3 of 4 is incomplete', withFile('evidence/tests.jsonl', (text) => text.slice(0, -100))],
    ])('is red and says so when one shard is %s', async (_what, sentence, change) => {
      const merged = await merge({ artifacts: change(artifacts) });
      expect(merged.step.main.exitCode).toBe(1);
      expect(titleOf(merged)).toContain(sentence);
      expect(merged.checks[0]?.output.summary).not.toContain('left no evidence');
    });

    test('is red by name when a job of the matrix came to nothing', async () => {
      const lost = { id: 105, name: 'test (5)', runId: RUN_ID, attempt: 1, conclusion: 'cancelled' };
      const merged = await merge({ artifacts, jobs: [...jobs, lost] });
      expect(titleOf(merged)).toContain('job test (5) left no evidence');
      expect(merged.checks[0]?.output.summary).toContain('it was cancelled before it uploaded any');
    });

    test('says that lost jobs are unknown when it may not list them, and counts those that are expected', async () => {
      const fault: GitHubOptions['fault'] = ({ path }) =>
        path.endsWith('/jobs') ? json(403, { message: 'Resource not accessible by integration' }) : undefined;
      const unknown = await merge({ artifacts, fault });
      expect(unknown.checks[0]?.output.summary).toContain('it is unknown whether every job left evidence');
      unknown.remove();
      const counted = await merge({ artifacts, fault }, { 'expected-jobs': '5' });
      expect(titleOf(counted)).toContain('4 of 5 expected jobs left evidence');
    });
  },
);
