import { describe, expect, test } from '@jest/globals';
import { readNeededJobs } from '../../src/app/read/merge-job.js';
import { absentJobs, type NeededJob, tooFewJobs } from '../../src/merge/absent-jobs.js';
import type { ListedJob } from '../../src/model/publication.js';
import { gitHubContext } from '../adapters/github-access.js';
import { memoryFiles } from '../fakes/memory-files.js';
import { laptop } from '../fakes/run-contexts.js';
import { leg } from './a-leg.js';

let nextId = 1;
const job = (name: string, conclusion: ListedJob['conclusion'] = 'success', skippedSteps: readonly string[] = []) => {
  return { id: nextId++, name, conclusion, skippedSteps };
};
const GREEN = { a: 'passed' } as const;

const WORKFLOW = `
jobs:
  test:
    name: Tests on \${{ matrix.os }}
    strategy: { matrix: { os: [linux, windows] } }
    steps: [{ uses: actions/checkout@v5 }, { name: QA, uses: org/qa@v1 }]
  e2e:
    steps: [{ uses: org/qa@v2 }]
  lint:
    steps: [{ run: make lint }]
  called:
    uses: ./.github/workflows/more.yml
  deploy:
    steps: [{ uses: org/qa@v1 }]
  report:
    needs: [test, e2e, lint, called]
    steps: [{ uses: org/qa@v1, with: { mode: merge } }]
`;

function needed(): Promise<readonly NeededJob[]> {
  const env = { GITHUB_WORKFLOW_REF: 'octo-org/shop/.github/workflows/ci.yml@refs/heads/main' };
  const github = { ...gitHubContext('http://127.0.0.1:1'), job: 'report' };
  const context = laptop({ workspace: '/w', env, github });
  return readNeededJobs({ context, files: memoryFiles({ '/w/.github/workflows/ci.yml': WORKFLOW }) });
}

describe('a job that left no evidence', () => {
  const headlines = (
    listed: readonly ListedJob[],
    legs: Parameters<typeof absentJobs>[1],
    known: readonly NeededJob[],
  ) => absentJobs(listed, legs, known).map(({ headline, message }) => `${headline}: ${message}`);

  test.each<readonly [string, readonly ListedJob[], readonly string[]]>([
    [
      'was cancelled',
      [job('test (linux)'), job('test (mac)', 'cancelled')],
      ['job test (mac) left no evidence: it was cancelled before it uploaded any'],
    ],
    [
      'lost its runner',
      [job('test (linux)'), job('test (mac)', 'failure')],
      ['job test (mac) left no evidence: it failed before it uploaded any'],
    ],
    [
      'could not upload it',
      [job('test (linux)'), job('test (mac)')],
      ['job test (mac) left no evidence: it succeeded, but did not upload any'],
    ],
    ['was skipped', [job('test (linux)'), job('test (mac)', 'skipped')], []],
    ['is no job of the matrix', [job('test (linux)'), job('lint'), job('build (mac)', 'failure')], []],
    [
      'is one of several',
      [job('test (linux)'), job('test (a)', 'failure'), job('test (b)', 'cancelled')],
      [
        '2 jobs left no evidence: test (a), test (b): test (a): it failed before it uploaded any; test (b): it was cancelled before it uploaded any',
      ],
    ],
  ])('is named by what its siblings are called: %s', (_what, listed, expected) => {
    expect(headlines(listed, [leg(GREEN, { matrix: 'os=linux' })], [])).toEqual(expected);
  });

  test('that ran again counts by all of its attempts', () => {
    const listed = [job('test (linux)'), job('test (mac)', 'failure'), job('test (mac)')];
    const legs = [leg(GREEN, { matrix: 'os=linux' }), leg(GREEN, { matrix: 'os=mac', attempt: 2 })];
    expect(headlines(listed, legs, [])).toEqual([]);
  });

  test('is found by the id of its job where it has a name of its own, and by the workflow file', async () => {
    const listed = [
      job('Tests on linux'),
      job('Tests on windows', 'cancelled'),
      job('e2e', 'failure'),
      job('lint', 'failure'),
    ];
    const legs = [leg(GREEN, { matrix: 'os=linux', checkRunId: listed[0]?.id ?? 0 })];
    expect(headlines(listed, legs, await needed())).toEqual([
      '2 jobs left no evidence: Tests on windows, e2e: Tests on windows: it was cancelled before it uploaded any; e2e: it failed before it uploaded any',
    ]);
  });

  test('has nothing to leave where it skips the step that uses the action and succeeds', async () => {
    const legs = [leg(GREEN, { job: 'e2e' })];
    const listed = (conclusion: ListedJob['conclusion']) => [job('e2e'), job('Tests on linux', conclusion, ['QA'])];
    expect(headlines(listed('success'), legs, await needed())).toEqual([]);
    expect(headlines(listed('failure'), legs, await needed())).toHaveLength(1);
  });

  test('is counted where the names of jobs show nothing of their matrix', async () => {
    const listed = [job('Tests on linux'), job('Tests on windows'), job('e2e')];
    const legs = [leg(GREEN, { matrix: 'os=linux' }), leg(GREEN, { job: 'e2e' })];
    expect(headlines(listed, legs, await needed())).toEqual([
      '1 of these jobs left no evidence: Tests on linux, Tests on windows: their names do not identify them',
    ]);
    expect(headlines(listed, [...legs, leg(GREEN, { matrix: 'os=windows' })], await needed())).toEqual([]);
  });

  test('is not named twice when it is a shard that is missed by its number', () => {
    const listed = [job('test (1)'), job('test (2)', 'failure'), job('test (3)')];
    const legs = [1, 3].map((index) => leg(GREEN, { matrix: `shard=${index}`, shard: [index, 3] }));
    expect(headlines(listed, legs, [])).toEqual([]);
    expect(headlines([...listed, job('test (4)', 'failure')], legs, [])).toHaveLength(1);
  });

  test('is missed by number where a user says how many there are', () => {
    const legs = [1, 3].map((index) => leg(GREEN, { matrix: `shard=${index}`, shard: [index, 3] }));
    expect(tooFewJobs(legs, 3).map(({ headline }) => headline)).toEqual(['2 of 3 expected jobs left evidence']);
    expect(tooFewJobs(legs, 2)).toEqual([]);
  });
});
