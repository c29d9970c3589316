import { describe, expect, test } from '@jest/globals';
import { compareWithHistory, extendHistory } from '../../src/history/baseline.js';
import { type History, parseHistory, renderHistory } from '../../src/history/history-file.js';
import type { AttemptStatus, RunReport, TestCase } from '../../src/model/run.js';
import { attempt, problem, runReport, suiteRun, testCase } from '../publish/build.js';

type State = AttemptStatus | 'flaky';

/** One run of a branch, or of a pull request that compares with it. */
interface Step {
  /** Runs of a branch leave a history; pull requests, merge queues and comments only read that of the base. */
  readonly on: 'main' | 'pull' | 'topic';
  readonly states: Readonly<Record<string, State>>;
  /** A suite that was cut off says nothing about the tests that it did not come to. */
  readonly cutOff?: boolean;
  /** The artifact of the branch before this run: gone, or replaced by somebody's text. */
  readonly artifact?: 'expired' | 'hostile';
  /** The run is a further attempt of the run before. */
  readonly again?: boolean;
  readonly says?: Readonly<Partial<Record<'fresh' | 'known' | 'fixed' | 'flaky', readonly string[]>>> | null;
}

const on = (branch: Step['on'], states: Step['states'], more: Omit<Step, 'on' | 'states'> = {}): Step => {
  return { on: branch, states, ...more };
};

/** What happened, in order, and what the last run says of its tests; null: nothing, for there is no history. */
const SEQUENCES: readonly (readonly [string, readonly Step[]])[] = [
  ['a first run of a branch', [on('main', { a: 'failed' }, { says: null })]],
  [
    'a failure that stays',
    [on('main', { a: 'failed' }), on('main', { a: 'failed' }, { says: { known: ['a since 1'] } })],
  ],
  ['a failure that comes', [on('main', { a: 'passed' }), on('main', { a: 'failed' }, { says: { fresh: ['a'] } })]],
  ['a failure that goes', [on('main', { a: 'failed' }), on('main', { a: 'passed' }, { says: { fixed: ['a'] } })]],
  [
    'a pull request that breaks another test',
    [
      on('main', { a: 'failed', b: 'passed' }),
      on('pull', { a: 'failed', b: 'failed' }, { says: { fresh: ['b'], known: ['a since 1'] } }),
    ],
  ],
  [
    'a pull request whose failures teach nothing',
    [on('main', { a: 'passed' }), on('pull', { a: 'failed' }), on('pull', { a: 'failed' }, { says: { fresh: ['a'] } })],
  ],
  ['a pull request that mends', [on('main', { a: 'failed' }), on('pull', { a: 'passed' }, { says: { fixed: ['a'] } })]],
  [
    'a rerun of a pull request',
    [
      on('main', { a: 'passed' }),
      on('pull', { a: 'failed' }),
      on('pull', { a: 'failed' }, { again: true, says: { fresh: ['a'] } }),
    ],
  ],
  [
    'a rerun of a push counts its flaky test once',
    [
      on('main', { a: 'flaky' }),
      on('main', { a: 'flaky' }, { again: true }),
      on('main', { a: 'passed' }, { says: { flaky: ['a 1 of the last 1 runs'] } }),
    ],
  ],
  [
    'a merge queue after the pull request',
    [
      on('main', { a: 'failed' }),
      on('pull', { a: 'passed' }),
      on('pull', { a: 'failed' }, { says: { known: ['a since 1'] } }),
    ],
  ],
  [
    'a run that a comment started',
    [
      on('main', { a: 'passed', b: 'failed' }),
      on('pull', { a: 'failed', b: 'failed' }, { says: { fresh: ['a'], known: ['b since 1'] } }),
    ],
  ],
  [
    'a force push that drops the failing test',
    [
      on('main', { a: 'failed', b: 'passed' }),
      on('main', { b: 'passed' }),
      on('main', { a: 'failed', b: 'passed' }, { says: { fresh: ['a'] } }),
    ],
  ],
  [
    'an expired artifact',
    [on('main', { a: 'failed' }), on('pull', { a: 'failed' }, { artifact: 'expired', says: null })],
  ],
  [
    'a hostile artifact',
    [on('main', { a: 'failed' }), on('pull', { a: 'failed' }, { artifact: 'hostile', says: null })],
  ],
  [
    'a streak that breaks and begins again',
    [
      on('main', { a: 'failed' }),
      on('main', { a: 'passed' }),
      on('main', { a: 'failed' }),
      on('main', { a: 'failed' }, { says: { known: ['a since 3'] } }),
    ],
  ],
  [
    'a suite that was cut off keeps what it did not come to',
    [
      on('main', { a: 'failed', b: 'passed' }),
      on('main', { a: 'not-run', b: 'passed' }, { cutOff: true }),
      on('main', { a: 'failed', b: 'passed' }, { says: { known: ['a since 1'] } }),
    ],
  ],
  [
    'a test that is flaky three times of four',
    [
      on('main', { a: 'flaky' }),
      on('main', { a: 'flaky' }),
      on('main', { a: 'passed' }),
      on('main', { a: 'flaky' }),
      on('pull', { a: 'flaky' }, { says: { flaky: ['a 3 of the last 4 runs'] } }),
    ],
  ],
  [
    'a failing test that is skipped is not fixed',
    [on('main', { a: 'failed' }), on('main', { a: 'skipped' }, { says: {} })],
  ],
  [
    'a topic branch compares with main and not with itself',
    [
      on('main', { a: 'passed' }),
      on('topic', { a: 'failed' }),
      on('topic', { a: 'failed' }, { says: { fresh: ['a'] } }),
    ],
  ],
  [
    'two branches keep their own streaks',
    [
      on('main', { a: 'failed' }),
      on('topic', { a: 'passed' }),
      on('main', { a: 'failed' }),
      on('main', { a: 'failed' }, { says: { known: ['a since 1'] } }),
    ],
  ],
];

function reportOf({ states, cutOff = false }: Step): RunReport {
  const tests = Object.entries(states).map(([id, state]): TestCase => {
    const statuses: readonly AttemptStatus[] = state === 'flaky' ? ['failed', 'passed'] : [state];
    const [first = 'passed', ...rest] = statuses;
    return testCase(id, { attempts: [attempt(first), ...rest.map((status) => attempt(status, { number: 2 }))] });
  });
  return runReport([suiteRun('unit', tests, cutOff ? { problems: [problem('timeout', 'no time')] } : {})]);
}

/** Plays a sequence; gives what its last run says. */
function play(steps: readonly Step[]) {
  const artifacts = new Map<Step['on'], string>();
  let number = 0;
  let said: Step['says'];
  for (const step of steps) {
    number += step.again === true ? 0 : 1;
    if (step.artifact === 'expired') artifacts.clear();
    if (step.artifact === 'hostile')
      artifacts.set('main', '{"schema_version":1,"run":{"number":"1; rm -rf"},"failing":[]}');
    const read = (branch: Step['on']): History | null => parseHistory(artifacts.get(branch) ?? '');
    const report = reportOf(step);
    said = comparison(report, read('main'));
    if (step.on === 'pull') continue;
    const now = { sha: 'a'.repeat(40), run: { number, id: number * 10 }, causes: new Map<string, string>() };
    artifacts.set(step.on, renderHistory(extendHistory(report, read(step.on), now)) ?? '');
  }
  return said;
}

function comparison(report: RunReport, base: History | null): Step['says'] {
  if (base === null) return null;
  const { newKeys, knownSince, fixed, flakiness } = compareWithHistory(report, base, () => null);
  const idOf = (key: string): string => key.split('\n')[1] ?? '';
  const lists = {
    fresh: [...newKeys].map(idOf),
    known: [...knownSince].map(([key, run]) => `${idOf(key)} since ${run.number}`),
    fixed,
    flaky: [...flakiness].map(([key, words]) => `${idOf(key)} ${words}`),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

describe('a history over several runs', () => {
  test.each(SEQUENCES)('%s', (_what, steps) => {
    expect(play(steps)).toEqual(steps.at(-1)?.says);
  });
});
