import type { AttemptStatus } from '../../../src/model/run.js';

/** What a test did in a run; flaky: it failed and passed when it was retried. */
type State = AttemptStatus | 'flaky';

/** What a run says of its tests: ids, `a since 1` for known ones, `a 1 of the last 2 runs` for flaky ones. */
interface Claims {
  readonly fresh?: readonly string[];
  readonly known?: readonly string[];
  readonly fixed?: readonly string[];
  readonly flaky?: readonly string[];
}

/** What is wrong with the newest history of main, or with the service that has it, while a run reads it. */
export type Fault =
  | 'listing 401'
  | 'listing 403'
  | 'listing 404'
  | 'listing 500'
  | 'listing 429'
  | 'listing of text'
  | 'download 403'
  | 'download 410'
  | 'download 500'
  | 'listed as expired'
  | 'cut archive'
  | 'no archive'
  | 'other file'
  | 'file twice'
  | 'path outside'
  | 'half a file'
  | 'list for an object'
  | 'wrong digest'
  | 'newer version'
  | 'too large'
  | 'broken durations';

/** One run of the workflow. */
export interface Step {
  readonly event: 'push' | 'force push' | 'pull request' | 'merge queue' | 'comment' | 'schedule';
  /** Branch that is pushed, or that the pull request aims at; main unless given. */
  readonly branch?: string;
  readonly states: Readonly<Record<string, State>>;
  /** A suite that was cut off gives no verdict on tests that it did not come to. */
  readonly isCutOff?: boolean;
  /** A further attempt of the run before it. */
  readonly isAgain?: boolean;
  readonly fault?: Fault;
  /** A fork leaves artifacts of the same name, on a branch of the same name, before this run: so many. */
  readonly forkArtifacts?: number;
  /** What the run says; null: nothing, for there is nothing to compare with. Only looked at where it is given. */
  readonly claims?: Claims | null;
  /** Words of the one warning; none otherwise. */
  readonly warning?: RegExp;
}

const run = (event: Step['event'], states: Step['states'], more: Omit<Step, 'event' | 'states'> = {}): Step => ({
  ...more,
  event,
  states,
});
const push = (states: Step['states'], more: Omit<Step, 'event' | 'states'> = {}): Step => run('push', states, more);
const pull = (states: Step['states'], more: Omit<Step, 'event' | 'states'> = {}): Step =>
  run('pull request', states, more);

/** Runs of one workflow in their order, by what happens in them. */
export const SEQUENCES: readonly (readonly [string, readonly Step[]])[] = [
  ['a first run of a branch', [push({ a: 'failed' }, { claims: null })]],
  ['a failure that stays', [push({ a: 'failed' }), push({ a: 'failed' }, { claims: { known: ['a since 1'] } })]],
  ['a failure that comes', [push({ a: 'passed' }), push({ a: 'failed' }, { claims: { fresh: ['a'] } })]],
  ['a failure that goes', [push({ a: 'failed' }), push({ a: 'passed' }, { claims: { fixed: ['a'] } })]],
  [
    'a streak that breaks and begins again',
    [
      push({ a: 'failed' }),
      push({ a: 'passed' }),
      push({ a: 'failed' }),
      push({ a: 'failed' }, { claims: { known: ['a since 3'] } }),
    ],
  ],
  [
    'a pull request that breaks one more test',
    [
      push({ a: 'failed', b: 'passed' }),
      pull({ a: 'failed', b: 'failed' }, { claims: { fresh: ['b'], known: ['a since 1'] } }),
    ],
  ],
  [
    'a pull request whose failures are remembered by nobody, and its rerun',
    [
      push({ a: 'passed' }),
      pull({ a: 'failed' }),
      pull({ a: 'failed' }, { isAgain: true, claims: { fresh: ['a'] } }),
      pull({ a: 'failed' }, { claims: { fresh: ['a'] } }),
    ],
  ],
  [
    'a pull request into another branch than the default one',
    [
      push({ a: 'failed', b: 'passed' }),
      push({ a: 'passed', b: 'failed' }, { branch: 'release' }),
      pull({ a: 'failed', b: 'failed' }, { branch: 'release', claims: { fresh: ['a'], known: ['b since 2'] } }),
    ],
  ],
  [
    'a rerun of a push is compared with the run before it, and counts its flaky test once',
    [
      push({ a: 'passed', b: 'flaky' }),
      push({ a: 'failed', b: 'flaky' }),
      push({ a: 'failed', b: 'flaky' }, { isAgain: true, claims: { fresh: ['a'], flaky: ['b 1 of the last 1 run'] } }),
      push({ a: 'failed', b: 'passed' }, { claims: { known: ['a since 2'], flaky: ['b 2 of the last 2 runs'] } }),
    ],
  ],
  [
    'a rerun that mends what its first attempt broke',
    [
      push({ a: 'passed' }),
      push({ a: 'failed' }),
      push({ a: 'passed' }, { isAgain: true }),
      push({ a: 'failed' }, { claims: { fresh: ['a'] } }),
    ],
  ],
  [
    'a merge queue, whose own branch has no history',
    [
      push({ a: 'failed', b: 'passed' }),
      run('merge queue', { a: 'failed', b: 'failed' }),
      run('merge queue', { a: 'failed', b: 'failed' }, { claims: { fresh: ['b'], known: ['a since 1'] } }),
    ],
  ],
  [
    'a merge queue into another branch',
    [
      push({ a: 'failed' }),
      push({ a: 'passed' }, { branch: 'release' }),
      run('merge queue', { a: 'failed' }, { branch: 'release', claims: { fresh: ['a'] } }),
    ],
  ],
  [
    'a run that a comment starts tests the pull request and leaves nothing',
    [
      push({ a: 'passed', b: 'failed' }),
      run('comment', { a: 'failed', b: 'failed' }, { claims: { fresh: ['a'], known: ['b since 1'] } }),
      push({ a: 'failed', b: 'failed' }, { claims: { fresh: ['a'], known: ['b since 1'] } }),
    ],
  ],
  [
    'a force push that drops the failing test, and one that brings it back',
    [
      push({ a: 'failed', b: 'passed' }),
      run('force push', { b: 'passed' }, { claims: {} }),
      run('force push', { a: 'failed', b: 'passed' }, { claims: { fresh: ['a'] } }),
    ],
  ],
  [
    'a schedule goes on with the history of pushes',
    [
      push({ a: 'failed' }),
      run('schedule', { a: 'failed', b: 'flaky' }),
      pull({ a: 'failed', b: 'passed' }, { claims: { known: ['a since 1'], flaky: ['b 1 of the last 2 runs'] } }),
    ],
  ],
  [
    'a suite that was cut off keeps what it did not come to',
    [
      push({ a: 'failed', b: 'passed' }),
      push({ a: 'not-run', b: 'passed' }, { isCutOff: true }),
      push({ a: 'failed', b: 'passed' }, { claims: { known: ['a since 1'] } }),
    ],
  ],
  [
    'a test that is flaky three times of four',
    [
      push({ a: 'flaky' }),
      push({ a: 'flaky' }),
      push({ a: 'passed' }),
      push({ a: 'flaky' }),
      pull({ a: 'flaky' }, { claims: { flaky: ['a 3 of the last 4 runs'] } }),
    ],
  ],
  [
    'a failing test that is skipped is not fixed',
    [
      push({ a: 'failed' }),
      push({ a: 'skipped' }, { claims: {} }),
      push({ a: 'failed' }, { claims: { fresh: ['a'] } }),
    ],
  ],
  [
    'a topic branch is compared with main, and main not with it',
    [
      push({ a: 'passed' }),
      push({ a: 'failed' }, { branch: 'topic' }),
      push({ a: 'failed' }, { branch: 'topic', claims: { fresh: ['a'] } }),
      push({ a: 'failed' }, { claims: { fresh: ['a'] } }),
    ],
  ],
  [
    'artifacts of a fork under the same names',
    [push({ a: 'failed' }), pull({ a: 'failed' }, { forkArtifacts: 120, claims: { known: ['a since 1'] } })],
  ],
  [
    'more artifacts of forks than are looked through',
    [
      push({ a: 'failed' }),
      pull({ a: 'failed' }, { forkArtifacts: 1000, claims: null, warning: /there are 1000 or more/ }),
    ],
  ],
  [
    'a failure that outlives a history that could not be read began at an unknown run',
    [
      push({ a: 'failed' }),
      push({ a: 'failed' }, { fault: 'listing 500', claims: null, warning: /could not be listed: 500/ }),
      pull({ a: 'failed' }, { claims: { known: ['a since ?'] } }),
      push({ a: 'failed' }, { claims: { known: ['a since ?'] } }),
    ],
  ],
  [
    'a history that could not be read once is read again by the next run',
    [
      push({ a: 'failed' }),
      pull({ a: 'failed' }, { fault: 'download 500', claims: null, warning: /download|500/ }),
      pull({ a: 'failed' }, { claims: { known: ['a since 1'] } }),
    ],
  ],
];

/** Each fault, and the words of its warning. */
export const FAULTS: readonly (readonly [Fault, RegExp])[] = [
  ['listing 401', /could not be listed: 401/],
  ['listing 403', /could not be listed: 403 Resource not accessible/],
  ['listing 404', /could not be listed: 404/],
  ['listing 500', /could not be listed: 500/],
  ['listing 429', /could not be listed: 429/],
  ['listing of text', /could not be listed/],
  ['download 403', /403/],
  ['download 410', /410/],
  ['download 500', /500/],
  ['listed as expired', /it has expired/],
  ['cut archive', /end of central directory|invalid/i],
  ['no archive', /end of central directory|invalid/i],
  ['other file', /it does not contain history\.json/],
  ['file twice', /history\.json is in the archive twice/],
  ['path outside', /invalid relative path/],
  ['half a file', /history\.json: it is not JSON/],
  ['list for an object', /history\.json: it is not a valid history/],
  ['wrong digest', /history\.json: it is not a valid history/],
  ['newer version', /history\.json: its schema version is 2/],
  ['too large', /history\.json: it has more than 1048576 characters/],
  ['broken durations', /timings\.json/],
];
