import { describe, expect, test } from '@jest/globals';
import { testKey } from '../../../src/model/run.js';
import { buildView } from '../../../src/publish/view/build-view.js';
import { commentAction, commentMarker, isStale, renderComment, stampOf } from '../../../src/publish/github/comment.js';
import type { PublishContext } from '../../../src/publish/view/context.js';
import type { ReportView } from '../../../src/publish/view/view.js';
import { NOT_DIAGNOSED, attempt, passing, problem, publishContext, runReport, suiteRun, testCase } from '../build.js';
import { HOSTILE } from '../hostile.js';

const broken = testCase('tests/a.py::test_1', { attempts: [attempt('failed', { message: 'boom' })] });
const EMPTY = {
  run: { number: 800, url: null },
  newKeys: new Set<string>(),
  knownSince: new Map(),
  fixed: [],
  flakiness: new Map(),
};

function view(tests: readonly ReturnType<typeof testCase>[], change: Partial<PublishContext> = {}): ReportView {
  return buildView(runReport([suiteRun('unit', tests)]), NOT_DIAGNOSED, publishContext(change));
}

const green = view(passing(2));
const red = view([broken]);
const knownRed = view([broken], { baseline: EMPTY });
const newRed = view([broken], { baseline: { ...EMPTY, newKeys: new Set([testKey(broken)]) } });
const fixed = view(passing(2), { baseline: { ...EMPTY, fixed: ['tests/a.py::test_1'] } });

describe('the sticky comment', () => {
  const rows: readonly (readonly [string, ReportView, 'off' | 'changes' | 'failures' | 'always', string])[] = [
    ['a red run without a baseline', red, 'changes', 'create'],
    ['new failures', newRed, 'changes', 'create'],
    ['known failures alone', knownRed, 'changes', 'none'],
    ['known failures alone', knownRed, 'failures', 'create'],
    ['a fix', fixed, 'changes', 'create'],
    ['a fix', fixed, 'failures', 'none'],
    ['a green run', green, 'changes', 'none'],
    ['a green run', green, 'failures', 'none'],
    ['a green run', green, 'always', 'create'],
    ['a red run', red, 'off', 'none'],
  ];
  for (const [what, subject, mode, action] of rows) {
    test(`with ${mode} and ${what}: ${action}`, () => expect(commentAction(mode, subject, null)).toBe(action));
  }

  test('that exists is brought up to date when the run turns green', () => {
    expect(commentAction('changes', green, renderComment(red, 'ci'))).toBe('update');
    expect(commentAction('failures', green, renderComment(red, 'ci'))).toBe('update');
    expect(commentAction('off', green, renderComment(red, 'ci'))).toBe('none');
  });

  test('of a later run or attempt is never overwritten', () => {
    const later = renderComment(view([broken], { runNumber: 814 }), 'ci');
    expect(commentAction('always', view([broken], { runNumber: 813, runAttempt: 2 }), later)).toBe('none');
    const second = renderComment(view([broken], { runAttempt: 2 }), 'ci');
    expect(commentAction('always', red, second)).toBe('none');
    expect(commentAction('always', view([broken], { runAttempt: 2 }), second)).toBe('update');
  });

  test('with known failures and a broken suite is news', () => {
    const report = runReport([
      suiteRun('unit', [broken]),
      suiteRun('e2e', [], { problems: [problem('config-error', 'npx not found')] }),
    ]);
    const trouble = buildView(report, NOT_DIAGNOSED, publishContext({ baseline: EMPTY }));
    expect(commentAction('changes', trouble, null)).toBe('create');
  });

  for (const key of [...HOSTILE, 'CI / test (os=linux, py=3.12)']) {
    test(`is found again by its key ${JSON.stringify(key).slice(0, 40)}`, () => {
      const body = renderComment(red, key);
      expect(body.startsWith(commentMarker(key))).toBe(true);
      expect(body.startsWith(commentMarker(`${key}x`))).toBe(false);
      expect(body.indexOf('-->')).toBe(body.indexOf('\n') - 3);
      expect(stampOf(body)).toEqual({ runNumber: 813, runAttempt: 1, sha: publishContext().headSha });
    });
  }

  test('without a stamp of ours is not later than anything', () => {
    expect(stampOf('hello')).toBeNull();
    expect(isStale({ runNumber: 1, runAttempt: 1, sha: '' }, null)).toBe(false);
  });
});
