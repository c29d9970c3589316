import { describe, expect, test } from '@jest/globals';
import { evaluateRun } from '../../../src/app/evaluate/evaluate-run.js';
import type { Services } from '../../../src/app/services.js';
import type { SuiteRun } from '../../../src/model/run.js';
import { createRedactor } from '../../../src/redaction/redactor.js';
import type { CoverageThresholds, Settings } from '../../../src/model/settings.js';
import { memoryFiles } from '../../fakes/memory-files.js';
import { recordingConsole } from '../../fakes/recording-console.js';
import { laptop } from '../../fakes/run-contexts.js';
import { START, passing, problem, suiteRun } from '../../publish/build.js';

const LCOV = 'SF:a.py\nDA:1,1\nDA:2,0\nend_of_record\n';

async function judged(runs: readonly SuiteRun[], coverage: CoverageThresholds, lcov: string | null = LCOV) {
  const console = recordingConsole();
  const files = memoryFiles(lcov === null ? {} : { '/runs/r/artifacts/unit/files/lcov.info': lcov });
  const services = {
    context: laptop(),
    git: { files: () => Promise.resolve({ files: ['a.py'], root: '' }) },
    ...{ console, files, cancelled: new AbortController().signal },
  } as unknown as Services;
  const settings = {
    suites: [],
    flakyResult: 'pass',
    orderDependentResult: 'fail',
    noTests: 'fail',
    githubToken: null,
    coverage,
  } as unknown as Settings;
  const directory = { runId: 'r', directory: '/runs/r' };
  const { report, problems } = await evaluateRun(
    { settings, directory, startedAt: START },
    { suites: runs, application: null, durationMs: 1000 },
    createRedactor({ literals: [] }),
    services,
  );
  const missed = (report.problems ?? []).map(({ headline }) => headline);
  return { conclusion: report.conclusion, missed, problems, log: console.lines };
}

const off = { lines: null, changedLines: null };
const green = suiteRun('unit', passing(3));
const cut = suiteRun('e2e', passing(1, 'e2e'), { problems: [problem('cancelled', 'was cut off')] });
const idle = suiteRun('unit', [], { suite: { ...green.suite, enabled: false } });

describe('the verdict of a run', () => {
  test('is that of its suites where no threshold asks for more', async () => {
    expect(await judged([green], off)).toMatchObject({ conclusion: 'success', missed: [], problems: [] });
    expect(await judged([green], { ...off, lines: 50 })).toMatchObject({ conclusion: 'success', missed: [] });
  });

  test('is failure when a threshold is missed, though every suite is green', async () => {
    const { conclusion, missed } = await judged([green], { ...off, lines: 50.1 });
    expect(conclusion).toBe('failure');
    expect(missed).toEqual(['coverage of lines is 50 % (1 of 2), the threshold is 50.1 %']);
  });

  test('is failure when a threshold finds nothing to judge, even where nothing ran', async () => {
    for (const runs of [[green], [idle]])
      expect(await judged(runs, { ...off, lines: 1 }, null)).toMatchObject({
        conclusion: 'failure',
        missed: ['no coverage report was found'],
      });
  });

  test('is not drawn from the coverage of half a run', async () => {
    expect(await judged([green, cut], { ...off, lines: 90 })).toMatchObject({ conclusion: 'cancelled', missed: [] });
    const red = suiteRun('unit', [], { problems: [problem('config-error', 'no tool')] });
    expect(await judged([red, cut], { ...off, lines: 90 })).toMatchObject({ conclusion: 'failure', missed: [] });
  });

  test('says in the log that changed lines are not judged without a pull request', async () => {
    const { conclusion, log } = await judged([green], { ...off, changedLines: 100 });
    expect(conclusion).toBe('success');
    expect(log.join('\n')).toContain('`changed-coverage-threshold` does not apply');
  });

  test('is failure for a broken report when a threshold needs it, and a warning when none does', async () => {
    const torn = 'SF:a.py\nDA:1,1\n';
    expect(await judged([green], { ...off, lines: 1 }, torn)).toMatchObject({ conclusion: 'failure', problems: [] });
    expect(await judged([green], off, torn)).toMatchObject({
      conclusion: 'success',
      problems: [{ severity: 'warning', message: 'the lcov report ends in the middle' }],
    });
  });
});
