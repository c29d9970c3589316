import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseQuarantineText } from '../../src/app/read/read-quarantine.js';
import { extendHistory } from '../../src/history/baseline.js';
import { type History, parseHistory, renderHistory } from '../../src/history/history-file.js';
import { proposeQuarantine } from '../../src/history/propose-quarantine.js';
import type { RunReport } from '../../src/model/run.js';
import { attempt, runReport, suiteRun, testCase } from '../publish/build.js';

type State = 'passed' | 'failed' | 'flaky' | 'skipped' | 'not-run';

const NOW = Date.parse('2026-03-02T00:00:00Z');
const ENTRY = { reason: 'slow server', owner: '@ada', issue: '', expires: '2026-12-31' };

/** A run; tests whose name begins with `q` are quarantined. */
function run(states: Readonly<Record<string, State>>): RunReport {
  const tests = Object.entries(states).map(([id, state]) =>
    testCase(id, {
      attempts: state === 'flaky' ? [attempt('failed'), attempt('passed', { number: 2 })] : [attempt(state)],
      quarantine: /^q/.test(id) ? ENTRY : null,
    }),
  );
  return runReport([suiteRun('unit', tests)]);
}

/** The history that runs leave one after the other, each read back from its file. */
function historyOf(runs: readonly RunReport[]): History {
  let history: History | null = null;
  for (const [index, report] of runs.entries()) {
    const now = { sha: 'a'.repeat(40), run: { number: index + 1, id: index + 101 }, causes: new Map<string, string>() };
    const next = parseHistory(renderHistory(extendHistory(report, history, { ...now, isPastKnown: true })) ?? '');
    if (typeof next === 'string') throw new Error(next);
    history = next;
  }
  if (history === null) throw new Error('there was a run');
  return history;
}

const times = (count: number, report: RunReport): readonly RunReport[] => Array.from({ length: count }, () => report);
const OPTIONS = { owner: '@octocat', expires: '2026-04-01', plainSuite: (name: string) => name };

function propose(runs: readonly RunReport[], text: string | null, path = '.qaagent/quarantine.yml') {
  const report = runs.at(-1) ?? run({});
  return proposeQuarantine(report, historyOf(runs), { ...OPTIONS, text, path });
}

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'qaagent-patch-'));
  execFileSync('git', ['init', '-q', root]);
});
afterEach(() => rmSync(root, { recursive: true }));

/** The text of the file after `git apply`; empty when the patch deleted it. */
function applied(text: string | null, patch: string, path: string): string {
  const file = join(root, path);
  if (text !== null) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn', '-'], { cwd: root, input: patch });
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

const entry = (id: string): string => `- id: ${id}\n  reason: slow server\n  owner: "@ada"\n  expires: 2026-12-31\n`;
const LAST = '  expires: 2026-12-31';

/** Files before the patch, by what is special about them; ids that are in them, and ids that are in it afterwards. */
const FILES: readonly (readonly [string, string | null, readonly string[]])[] = [
  ['no file', null, ['unit: b']],
  ['an empty file', '', ['unit: b']],
  ['comments alone', '# Nothing here.\n', ['unit: b']],
  ['comments without a line break at the end', '# Nothing here.', ['unit: b']],
  ['an entry that stays', entry('q-bad'), ['q-bad', 'unit: b']],
  ['an entry that is released', entry('q-good'), ['unit: b']],
  [
    'a released entry between two',
    entry('q-bad') + entry('q-good') + entry('"unit: q-bad*"'),
    ['q-bad', 'unit: q-bad*', 'unit: b'],
  ],
  ['an entry of which one test is bad', entry('"q-*"'), ['q-*', 'unit: b']],
  ['an entry whose tests are gone', entry('other'), ['other', 'unit: b']],
  ['many lines between', entry('q-good') + '# A long story.\n'.repeat(12) + entry('q-bad'), ['q-bad', 'unit: b']],
  ['a header and a comment at the end', `---\n# Ours.\n${entry('q-bad')}# The end.\n`, ['q-bad', 'unit: b']],
  ['the end of the document', `${entry('q-bad')}...\n`, ['q-bad', 'unit: b']],
  ['no line break at the end', entry('q-bad').trimEnd(), ['q-bad', 'unit: b']],
  ['no line break after a released entry', (entry('q-bad') + entry('q-good')).trimEnd(), ['q-bad', 'unit: b']],
  ['indented items', entry('q-bad').replaceAll(/^/gm, '  ').trimEnd() + '\n', ['q-bad', 'unit: b']],
  ['line breaks of Windows', entry('q-bad').replaceAll('\n', '\r\n'), ['q-bad', 'unit: b']],
  [
    'entries in brackets',
    `[{id: q-bad, reason: slow, owner: ada, expires: 2026-12-31}, {id: q-good, reason: slow, owner: ada, expires: 2026-12-31}]\n`,
    ['q-bad', 'unit: b'],
  ],
  ['an empty list', '[]\n', ['unit: b']],
  ['an item in one line', '- {id: q-bad, reason: slow, owner: ada, expires: 2026-12-31}\n', ['q-bad', 'unit: b']],
];

/** `b` is flaky in three runs; `q-good` passed ten times, `q-bad` failed once. */
const RUNS = [
  ...times(2, run({ b: 'flaky', 'q-good': 'passed', 'q-bad': 'passed' })),
  run({ b: 'passed', 'q-good': 'passed', 'q-bad': 'failed' }),
  ...times(6, run({ b: 'passed', 'q-good': 'passed', 'q-bad': 'passed' })),
  run({ b: 'flaky', 'q-good': 'passed', 'q-bad': 'passed' }),
];

describe('the patch of the quarantine file', () => {
  test.each(FILES)('is taken by git apply: %s', (_what, text, ids) => {
    const path = '.qaagent/quarantine.yml';
    const proposal = propose(RUNS, text, path);
    const after = applied(text, proposal?.patch ?? '', path);
    const list = parseQuarantineText(after, { quarantineFile: path }, NOW);
    expect(list.problems).toEqual([]);
    for (const id of ids) expect(list.find(idOf(id))).not.toBeNull();
    expect(after.match(/\bid: /g)).toHaveLength(ids.length);
    expect(list.find({ suite: 'unit', id: 'b' })).toMatchObject({
      ...{ reason: 'flaky in 3 of the last 10 runs', owner: '@octocat', expires: '2026-04-01' },
    });
    expect(after.split('\n').filter((line) => line.startsWith('#'))).toEqual(
      (text ?? '').split('\n').filter((line) => line.startsWith('#')),
    );
  });

  test('keeps the last line as it was where nothing is added', () => {
    const text = (entry('q-good') + entry('q-bad')).trimEnd();
    const runs = times(10, run({ 'q-good': 'passed', 'q-bad': 'failed' }));
    expect(applied(text, propose(runs, text, 'a b.yml')?.patch ?? '', 'a b.yml')).toBe(entry('q-bad').trimEnd());
    expect(text.endsWith(LAST)).toBe(true);
  });

  test.each(['a[x: "1"]', "it's * ?", '- dash', '#hash', 'line\nbreak', '@at', 'true', 'é: ü'])(
    'names a test as it is called: %j',
    (id) => {
      const proposal = propose(times(3, run({ [id]: 'flaky' })), null, 'quarantine.yml');
      const after = applied(null, proposal?.patch ?? '', 'quarantine.yml');
      expect(
        parseQuarantineText(after, { quarantineFile: 'quarantine.yml' }, NOW).find({ suite: 'unit', id }),
      ).not.toBeNull();
    },
  );
});

function idOf(id: string): { readonly suite: string; readonly id: string } {
  return { suite: 'unit', id: id.replace('unit: ', '').replace('*', '') };
}

describe('what is proposed', () => {
  const rows: readonly (readonly [string, readonly RunReport[], readonly string[], readonly string[]])[] = [
    ['a test that was flaky twice is not', times(2, run({ a: 'flaky' })), [], []],
    ['a test that was flaky three times is added', times(3, run({ a: 'flaky' })), ['unit: a'], []],
    ['a test that fails is not', times(9, run({ a: 'failed' })), [], []],
    ['a quarantined flaky test is not added again', times(9, run({ q: 'flaky' })), [], []],
    ['a test that is not there any more is not', [...times(3, run({ a: 'flaky' })), run({ b: 'passed' })], [], []],
    ['nine passes release nothing', times(9, run({ q: 'passed' })), [], []],
    ['ten passes release', times(10, run({ q: 'passed' })), [], ['q']],
    [
      'a pass on retry begins anew',
      [...times(9, run({ q: 'passed' })), run({ q: 'flaky' }), run({ q: 'passed' })],
      [],
      [],
    ],
    [
      'a run that skipped it begins anew',
      [...times(9, run({ q: 'passed' })), run({ q: 'skipped' }), run({ q: 'passed' })],
      [],
      [],
    ],
    [
      'a run that was cut off before it does not count',
      [...times(9, run({ q: 'passed' })), run({ q: 'not-run' }), run({ q: 'passed' })],
      [],
      ['q'],
    ],
  ];
  test.each(rows)('%s', (_what, runs, add, release) => {
    const proposal = propose(runs, entry('q'));
    expect((proposal?.add ?? []).map(({ id }) => id)).toEqual(add);
    expect((proposal?.release ?? []).map(({ id }) => id)).toEqual(release);
    expect(proposal === null).toBe(add.length + release.length === 0);
  });

  test.each(['a: 1\n', '- [\n', 'text\n'])('nothing for a file that is no list: %j', (text) => {
    expect(propose(times(3, run({ a: 'flaky' })), text)).toBeNull();
  });
});
