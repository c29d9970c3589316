import { expect, test } from '@jest/globals';
import { NO_TIMINGS } from '../../src/history/timings.js';
import { judge } from '../../src/app/complete-run.js';
import type { AnalysisOptions } from '../../src/app/evaluate/analyze-run.js';
import type { BranchHistory } from '../../src/app/history/branch-history.js';
import type { BaseResult, VerifiedBase } from '../../src/verdict/compare-with-base.js';
import type { Settings } from '../../src/model/settings.js';
import { laptop } from '../fakes/run-contexts.js';
import { attempt, runReport, suiteRun, testCase } from '../publish/build.js';

const NO_PAST: BranchHistory = {
  ...{ base: null, own: null, timings: { base: NO_TIMINGS, own: NO_TIMINGS }, note: 'no run', problems: [] },
  ...{ isBaseNewest: false, isOwnKnown: false },
};

/** A run in which `a` and `b` fail, judged with what they do on the base; null: they were not rerun there. */
function judged(failOn: Settings['failOn'], onBase: Readonly<Record<string, BaseResult['state']>> | null) {
  const tests = ['a', 'b'].map((id) => testCase(id, { attempts: [attempt('failed')] }));
  const policy = { flakyResult: 'pass', orderDependentResult: 'fail', noTests: 'fail' };
  const settings = { ...policy, failOn } as Settings;
  const results = Object.entries(onBase ?? {}).map(([id, state]) => [`unit\n${id}`, { state, reason: '' }] as const);
  const base: VerifiedBase | null = onBase && { commit: 'c', branch: 'main', results: new Map(results) };
  const finished: Pick<AnalysisOptions, 'settings' | 'report' | 'problems' | 'base'> = {
    ...{ settings, base, problems: [], report: runReport([suiteRun('unit', tests)]) },
  };
  const { report, problems } = judge(finished, NO_PAST, { context: laptop() });
  return [report.conclusion, problems.length] as const;
}

test.each([
  ['all failures fail on the base', 'new', { a: 'fails', b: 'fails' }, ['success', 0]],
  ['one passes on the base', 'new', { a: 'fails', b: 'passes' }, ['failure', 0]],
  ['it is unknown what one does on the base', 'new', { a: 'fails', b: 'unknown' }, ['failure', 0]],
  ['one was not rerun there', 'new', { a: 'fails' }, ['failure', 0]],
  ['nothing was rerun and there is no history, which a note says', 'new', null, ['failure', 1]],
  ['every failure counts', 'all', { a: 'fails', b: 'fails' }, ['failure', 0]],
] as const)('a run with failures where %s', (_what, failOn, onBase, verdict) => {
  expect(judged(failOn, onBase)).toEqual(verdict);
});
