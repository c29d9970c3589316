import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../src/adapters/clock.js';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { readKept, readOnly } from '../../../src/execution/attempt/run-attempt.js';
import { reportRemedy } from '../../../src/execution/problems/missing-reports.js';
import { attemptProblems } from '../../../src/execution/problems/suite-problems.js';
import { buildLedger } from '../../../src/execution/results/ledger.js';
import type { AttemptOutput } from '../../../src/execution/results/attempt-output.js';
import { parseSuites, suiteSettings } from '../../../src/settings/suites.js';
import { aTool } from '../an-attempt.js';
import { laptop } from '../../fakes/run-contexts.js';

const PASSED = '<testsuite name="s"><testcase classname="c" name="one"/></testsuite>';
const EMPTY = '<testsuite name="ui" tests="0"/>';
const HOUR_S = 3600;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reports-'));
  writeFileSync(join(root, 'event.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, content: string, ageS = 0): void {
  mkdirSync(join(root, 'repo', name, '..'), { recursive: true });
  writeFileSync(join(root, 'repo', name), content);
  const then = systemClock.now() / 1000 - ageS;
  utimesSync(join(root, 'repo', name), then, then);
}

/** Settings of a suite that reads reports, as they are written down. */
function reading(report: unknown) {
  const { suites, problems } = parseSuites({ s: { runner: 'junit', report } }, 'suites');
  expect(problems).toEqual([]);
  const [entry] = suites;
  if (entry === undefined) throw new Error('no suite');
  const defaults = {
    timeoutMs: 1,
    idleTimeoutMs: null,
    retries: 0,
    workingDirectory: join(root, 'repo'),
    detected: false,
  };
  return suiteSettings(entry, defaults);
}

const prepared = aTool({ tool: 'junit', resultSource: 'reports' });
const context = () => laptop({ env: { GITHUB_EVENT_PATH: join(root, 'event.json') } });

function problemsOf(report: unknown, output: AttemptOutput): readonly string[] {
  const tests = buildLedger({ name: 's', prepared }, [output], (path) => path);
  return attemptProblems({ suite: reading(report), prepared, output, tests }).map(
    ({ severity, forces, message }) => `${severity} ${String(forces)}: ${message}`,
  );
}

async function read(report: unknown): Promise<readonly string[]> {
  const directory = mkdtempSync(join(root, 'run-'));
  const output = await readOnly(reading(report), directory, { files: nodeFiles, context: context() });
  const found = problemsOf(report, output);
  const kept = await readKept(reading(report), directory, { files: nodeFiles });
  expect(problemsOf(report, kept).length > 0).toBe(found.length > 0);
  return found;
}

describe('a report that a suite names', () => {
  test.each([
    ['is missing beside another', ['a.xml', 'none.xml'], ['error report-error: left no report (none.xml)']],
    ['is missing, a pattern', ['*.xml', 'ui/*.xml'], ['error report-error: left no report (ui/*.xml)']],
    ['may be missing', ['a.xml', { path: 'none.xml', optional: true }], ['note null: left no report (none.xml)']],
    [
      'may be missing, and there is no other',
      [{ path: 'none.xml', optional: true }],
      ['note skipped: left no report (none.xml)'],
    ],
    ['is there', 'a.xml', []],
    ['is excluded', ['*.xml', '!b.xml'], []],
    ['has braces', '{a,c}.xml, a.xml', []],
    ['stands in a folder that is a link', ['a.xml', 'link/d.xml'], []],
    ['stands in a folder that is a link, a pattern', ['a.xml', 'lin*/*.xml'], []],
  ])('%s', async (_, report, problems) => {
    write('a.xml', PASSED);
    write('real/d.xml', PASSED);
    symlinkSync('real', join(root, 'repo/link'));
    expect(await read(report)).toEqual(problems);
  });

  test('has no test', async () => {
    write('a.xml', PASSED);
    write('ui/b.xml', EMPTY);
    expect(await read(['a.xml', 'ui/b.xml'])).toEqual(['error no-tests: has a report without a test (ui/b.xml)']);
    expect(await read('**/*.xml')).toEqual(['warning null: has a report without a test (ui/b.xml)']);
  });

  test('is older than the job', async () => {
    write('a.xml', PASSED, 3 * HOUR_S);
    const old = 'has a report that is older than this job (a.xml): no step of the job wrote it';
    expect(await read('a.xml')).toEqual([`error report-error: ${old}`]);
    expect(await read({ path: 'a.xml', optional: true })).toEqual([`note skipped: ${old}`]);
    expect(await read({ path: 'a.xml', 'any-age': true })).toEqual([]);
    write('a.xml', PASSED, 30);
    expect(await read('a.xml')).toEqual([]);
  });
});

test.each([
  ['docker compose run --rm app pytest', 'The tests run in a container'],
  ['docker exec app pytest', 'The tests run in a container'],
  ['npx turbo run test', 'several packages'],
  ['pnpm -r test', 'several packages'],
  ['npm test --workspaces', 'several packages'],
  ['cargo nextest run', '.config/nextest.toml'],
  ['python -m tox -e py', 'pass_env'],
  ['make test', 'Correct `report` of the suite'],
])('%s without a report is given what helps', (line, remedy) => {
  expect(reportRemedy(line, '')).toContain(remedy);
});
