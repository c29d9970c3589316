import { describe, expect, test } from '@jest/globals';
import { addAttempt, EMPTY_STATE } from '../../src/execution/suite-state.js';
import type { AttemptOutput } from '../../src/execution/results/attempt-output.js';
import type { LoadLimits } from '../../src/model/load.js';
import type { SuiteSettings } from '../../src/model/settings.js';
import { identifyCase, keyOfCase } from '../../src/runners/identity.js';
import { readReport } from '../../src/report/read-report.js';
import { chunksOf } from '../report/chunks.js';
import { readFolder } from '../report/load-fixtures.js';
import { anExit, aSuite, aTool, anOutput, collected, end, finish, session, start } from './an-attempt.js';

const NONE: LoadLimits = { p50Ms: null, p95Ms: null, p99Ms: null, failRatio: null };
const LOOSE: LoadLimits = { ...NONE, p95Ms: 5_000, failRatio: 1 };
const prepared = aTool({ tool: 'load', resultSource: 'reports', keyOfCase, identify: identifyCase });

function aLoadSuite(thresholds?: LoadLimits, runner = 'command'): SuiteSettings {
  const own = { name: 'load', runner, run: 'k6 run', report: [], rerun: null };
  return aSuite({ ...own, ...(thresholds === undefined ? {} : { thresholds }) } as Partial<SuiteSettings>);
}

function reported(suite: SuiteSettings, attemptOutput: AttemptOutput): object {
  const state = addAttempt(EMPTY_STATE, attemptOutput, { suite, prepared, mapPath: (path) => path });
  return {
    bad: state.tests
      .filter(({ attempts }) => attempts[0].status !== 'passed')
      .map(({ id, attempts }) => `${id}: ${attempts[0].message}`),
    problems: state.problems.map(({ forces, message }) => `${String(forces)}: ${message}`),
  };
}

const JUNIT = '<testsuite name="a"><testcase name="b" classname="a"/></testsuite>';

async function outputOf(names: readonly string[]): Promise<AttemptOutput> {
  const reports = (await readFolder('locust-2.47.0')).filter(({ name }) => names.includes(name));
  return anOutput([], { reports, exit: anExit() });
}

const SILENT = 'report-error: has `thresholds`, but none of its reports contains load results';

describe('thresholds of a suite that reads load reports', () => {
  test('decide which routes fail', async () => {
    const attemptOutput = await outputOf(['loc_stats.csv', 'loc_failures.csv']);
    expect(reported(aLoadSuite(LOOSE), attemptOutput)).toEqual({ bad: [], problems: [] });
    expect(reported(aLoadSuite({ ...LOOSE, p95Ms: 500 }), attemptOutput)).toEqual({
      bad: ['locust › GET /reports/sales: p95 of GET /reports/sales is 600 ms, limit 500 ms'],
      problems: [],
    });
  });

  test('are as good for reports that something else has written', async () => {
    const attemptOutput = { ...(await outputOf(['loc_stats.csv'])), attempt: null };
    expect(reported(aLoadSuite(LOOSE, 'junit'), attemptOutput)).toEqual({ bad: [], problems: [] });
  });

  test('are not needed: without them no request may fail', async () => {
    const attemptOutput = await outputOf(['loc_stats.csv']);
    expect(reported(aLoadSuite(), attemptOutput)).toEqual({
      bad: [
        'locust › GET /pets/20000: 100 % of 8 requests to GET /pets/20000 failed, limit 0 %',
        'locust › GET /pets/{id}: 100 % of 20 requests to GET /pets/{id} failed, limit 0 %',
      ],
      problems: [],
    });
  });

  test('are red by name when no report is about load', async () => {
    const report = await readReport(chunksOf(JUNIT), { name: 'junit.xml', place: 'load' });
    const attemptOutput = anOutput([], { reports: [{ name: 'junit.xml', report }], exit: anExit() });
    expect(reported(aLoadSuite(LOOSE), attemptOutput)).toEqual({ bad: [], problems: [`${SILENT} (read: junit.xml)`] });
    expect(reported(aLoadSuite(), attemptOutput)).toEqual({ bad: [], problems: [] });
  });

  test('are red by name when only what stands beside the report is there', async () => {
    const attemptOutput = await outputOf(['loc_stats_history.csv']);
    expect(reported(aLoadSuite(LOOSE), attemptOutput)).toEqual({
      bad: [],
      problems: [`${SILENT} (read: loc_stats_history.csv)`],
    });
  });

  test('are red by name when tests reported themselves and there is no report', () => {
    const events = [session, collected(['a']), start('a'), end('a', 'passed'), finish()];
    expect(reported(aLoadSuite(LOOSE), anOutput(events, { exit: anExit() }))).toEqual({ bad: [], problems: [SILENT] });
  });

  test('add nothing to a report that is missing altogether', () => {
    expect(reported(aLoadSuite(LOOSE), anOutput([], { exit: anExit() }))).toEqual({
      bad: [],
      problems: ['report-error: left no report ($QAAGENT_REPORT_DIR)'],
    });
  });

  test('leave an exit status that nobody explains red', async () => {
    const attemptOutput = {
      ...(await outputOf(['loc_stats.csv'])),
      ...{ attempt: anOutput([], { exit: anExit({ exitCode: 1 }) }).attempt },
    };
    expect(reported(aLoadSuite(LOOSE), attemptOutput)).toEqual({
      bad: [],
      problems: ['error: load ended with 1 although no test failed'],
    });
  });
});
