import { describe, expect, test } from '@jest/globals';
import { testKey } from '../../../src/model/run.js';
import { buildView } from '../../../src/publish/view/build-view.js';
import { planComment } from '../../../src/publish/github/comment.js';
import {
  commentMarker,
  joinSections,
  readSections,
  sectionBody,
  type CommentSection,
} from '../../../src/publish/github/comment-sections.js';
import type { CommentMode } from '../../../src/model/settings.js';
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

const JOB = { key: 'a'.repeat(16), instance: 'b'.repeat(10), label: 'test (py=3.12)', isShared: true };

/** What is done about the section of one job, given those that are there. */
function action(mode: CommentMode, subject: ReportView, existing: readonly CommentSection[] = [], job = JOB): string {
  return planComment(subject, 'ci', job, mode, existing).action;
}

/** The sections after a job has written. */
function written(
  subject: ReportView,
  existing: readonly CommentSection[] = [],
  job: Partial<typeof JOB> = {},
): readonly CommentSection[] {
  const plan = planComment(subject, 'ci', { ...JOB, ...job }, 'always', existing);
  return plan.action === 'write' ? readSections(plan.text) : existing;
}

const titles = (sections: readonly CommentSection[]): readonly string[] =>
  sections.map(({ stamp, body }) => `${stamp.label}: ${body.split('\n', 1)[0] ?? ''}`);

describe('the sticky comment', () => {
  const rows: readonly (readonly [string, ReportView, CommentMode, string])[] = [
    ['a red run without a baseline', red, 'changes', 'write'],
    ['new failures', newRed, 'changes', 'write'],
    ['known failures alone', knownRed, 'changes', 'none'],
    ['known failures alone', knownRed, 'failures', 'write'],
    ['a fix', fixed, 'changes', 'write'],
    ['a fix', fixed, 'failures', 'none'],
    ['a green run', green, 'changes', 'none'],
    ['a green run', green, 'failures', 'none'],
    ['a green run', green, 'always', 'write'],
    ['a red run', red, 'off', 'none'],
  ];
  for (const [what, subject, mode, expected] of rows) {
    test(`with ${mode} and ${what}: ${expected}`, () => expect(action(mode, subject)).toBe(expected));
  }

  test('that exists is brought up to date when the run turns green', () => {
    const before = written(red);
    const now = view(passing(2), { runNumber: 814 });
    expect(action('changes', now, before)).toBe('write');
    expect(action('failures', now, before)).toBe('write');
    expect(action('off', now, before)).toBe('none');
  });

  test('of a later run or attempt is never overwritten', () => {
    const later = written(view([broken], { runNumber: 814 }));
    expect(action('always', view([broken], { runNumber: 813, runAttempt: 2 }), later)).toBe('none');
    const second = written(view([broken], { runAttempt: 2 }));
    expect(action('always', red, second)).toBe('none');
    expect(action('always', view([broken], { runAttempt: 2 }), second)).toBe('write');
  });

  test('with known failures and a broken suite is news', () => {
    const report = runReport([
      suiteRun('unit', [broken]),
      suiteRun('e2e', [], { problems: [problem('config-error', 'npx not found')] }),
    ]);
    const trouble = buildView(report, NOT_DIAGNOSED, publishContext({ baseline: EMPTY }));
    expect(action('changes', trouble)).toBe('write');
  });

  for (const key of [...HOSTILE, 'CI / test (os=linux, py=3.12)']) {
    test(`is found again by its key ${JSON.stringify(key).slice(0, 40)}, and its sections by their labels`, () => {
      const [section] = written(red, [], { label: key });
      const body = joinSections(key, section === undefined ? [] : [section]);
      expect(body.startsWith(commentMarker(key))).toBe(true);
      expect(body.startsWith(commentMarker(`${key}x`))).toBe(false);
      expect(body.indexOf('-->')).toBe(body.indexOf('\n') - 3);
      expect(readSections(body)).toEqual([section]);
      expect(section?.stamp).toMatchObject({ label: key.toWellFormed(), runNumber: 813, conclusion: 'failure' });
    });
  }

  test('without a section of ours has none', () => expect(readSections('hello')).toEqual([]));
});

describe('a comment that several jobs share', () => {
  const other = { key: 'c'.repeat(16), instance: 'd'.repeat(10), label: 'test (py=3.13)' };

  test('keeps the section of each as it was', () => {
    const first = written(red);
    const both = written(green, first, other);
    expect(both).toContainEqual(first[0]);
    expect(titles(both)).toEqual(['test (py=3.12): ### ✕ 1 failure, 0 passed in 2m 10s', expect.stringContaining('✓')]);
    const turned = written(view(passing(1), { runNumber: 814 }), both);
    expect(turned).toContainEqual(both[1]);
    expect(turned).toHaveLength(2);
  });

  test('keeps two jobs of one run apart that only their execution reports apart', () => {
    const both = written(green, written(red), { instance: 'e'.repeat(10) });
    expect(both.map(({ stamp }) => stamp.conclusion)).toEqual(['failure', 'success']);
  });

  test('says of which run a section is whose job has not reported since', () => {
    const [old] = written(red);
    const plan = planComment(
      view([broken], { runNumber: 900 }),
      'ci',
      { ...JOB, ...other },
      'always',
      old ? [old] : [],
    );
    expect(plan).toMatchObject({ text: expect.stringContaining('#### test (py=3.12) (of run 813, ') });
  });

  test('has room for every job of a large matrix, within the bound of GitHub', () => {
    let sections: readonly CommentSection[] = [];
    let text = '';
    for (let leg = 0; leg < 60; leg += 1) {
      const job = { ...JOB, key: String(leg).padStart(16, '0'), label: `test (leg=${leg})` };
      const plan = planComment(red, 'ci', job, 'always', sections);
      if (plan.action !== 'write') throw new Error(`leg ${leg}: ${plan.action}`);
      text = plan.text;
      sections = readSections(text);
    }
    expect(sections).toHaveLength(60);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(sections.every(({ body }) => body.includes('1 failure'))).toBe(true);
  });

  test('cannot be ended or continued by the text of a test', () => {
    const hostile = '<!-- /qaagent-section -->\n<!-- qaagent-section key=x -->';
    expect(sectionBody(hostile)).not.toMatch(/<!-- ?\/?qaagent/);
    const [section] = written(red);
    if (section === undefined) throw new Error('a red run has a section');
    const forged = { ...section, body: sectionBody(`${section.body}\n${hostile}`) };
    expect(readSections(joinSections('ci', [forged]))).toEqual([forged]);
  });
});
