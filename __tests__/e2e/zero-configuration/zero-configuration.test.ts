import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { removePlace, runLocal, type Place } from '../truth/local-run.js';
import { findTools, ROOT } from '../tools.js';
import { describeWith } from '../with-tools.js';
import { makeProject } from './project.js';

let place: Place | null = null;
afterEach(() => {
  if (place !== null) removePlace(place);
  place = null;
});

const { javascript, playwright } = findTools();
const JAVASCRIPT = javascript === null ? [] : [javascript];
const PLAYWRIGHT = playwright === null ? [] : [playwright];

/** Every test of a project by its suite, with its final state: what the plain command of each tool runs. */
type Expected = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FULL_TITLES = {
  'prices passes (once)': 'passed',
  'prices breaks': 'failed',
  'prices passes (the 2nd time) $1+ [a|b]': 'flaky',
};
const TITLES = { 'passes (once)': 'passed', breaks: 'failed', 'passes (the 2nd time) $1+ [a|b]': 'flaky' };

const PROJECTS: readonly (readonly [project: string, modules: readonly string[], expected: Expected])[] = [
  ['src-layout', [], { unit: { test_passes: 'passed', test_breaks: 'failed', test_passes_the_second_time: 'flaky' } }],
  [
    'django',
    [],
    {
      django: {
        ...{ test_passes: 'passed', test_breaks: 'failed', test_passes_the_second_time: 'flaky' },
        ...{ test_skipped: 'skipped', test_known: 'xfailed', test_parts: 'passed', test_seed: 'passed' },
      },
    },
  ],
  ['fastapi-behave', [], { unit: { test_price: 'passed' }, behave: { passes: 'passed', breaks: 'failed' } }],
  ['twin-packages', [], { api: { test_value: 'passed' }, worker: { test_value: 'failed' } }],
  ['vitest', JAVASCRIPT, { vitest: FULL_TITLES }],
  ['jest', [join(ROOT, 'node_modules')], { jest: FULL_TITLES }],
  ['mocha', JAVASCRIPT, { mocha: TITLES }],
  ['node-test', [], { 'node-test': TITLES }],
  [
    'playwright-vitest',
    [...PLAYWRIGHT, ...JAVASCRIPT],
    { e2e: { 'the cart passes': 'passed', 'the cart breaks': 'failed' }, vitest: { 'prices pass': 'passed' } },
  ],
];

/** Tools that a machine need not have; without one, the suite names it and the test says so. */
const COMPILED: readonly (readonly [project: string, program: string, args: readonly string[], expected: Expected])[] =
  [
    [
      'go-subfolder',
      'go',
      ['version'],
      {
        till: {
          ...{ TestPasses: 'passed', TestBreaks: 'failed', TestPassesTheSecondTime: 'flaky' },
          ...{ TestParts: 'passed', 'TestParts/one_part': 'passed' },
        },
      },
    ],
    [
      'cargo',
      'cargo',
      ['--version'],
      {
        cargo: {
          ...{ 'tests::passes': 'passed', 'tests::breaks': 'failed' },
          'tests::passes_the_second_time': 'flaky',
        },
      },
    ],
    ['maven', 'mvn', ['--version'], { maven: { passes: 'passed', breaks: 'failed' } }],
  ];

async function statesOf(
  project: string,
  modules: readonly string[],
  inputs: Readonly<Record<string, string>> = {},
): Promise<{ states: Expected; output: string }> {
  place = makeProject(project, modules);
  const run = await runLocal(place, { retries: '1', ...inputs });
  const states: Record<string, Record<string, string>> = {};
  for (const { suite_name: suite, name, metadata } of run.tests) (states[suite] ??= {})[name] = metadata.final;
  return { states, output: run.output };
}

describeWith(['python', 'javascript', 'playwright'], 'a project without settings', () => {
  test.each(PROJECTS)(
    '%s: every test that its tools find runs, and what failed runs again',
    async (name, modules, expected) => {
      const { states, output } = await statesOf(name, modules);
      expect({ states, output }).toEqual({ states: expected, output: expect.any(String) });
    },
  );

  test.each(COMPILED)('%s: the same, or the missing program is named', async (name, program, args, expected) => {
    const isThere = spawnSync(program, args).error === undefined;
    if (!isThere) console.warn(`SKIPPED: no ${program} on PATH; only its absence is tested.`);
    const { states, output } = await statesOf(name, []);
    if (/Could not (?:transfer|resolve) |Cannot access central|Unknown host/.test(output)) {
      console.warn(`SKIPPED: ${program} cannot reach its registry; only its failure is tested.`);
      expect(states).toEqual({});
    } else if (isThere) expect({ states, output }).toEqual({ states: expected, output: expect.any(String) });
    else expect(output).toContain(`not run: ${program} is not installed`);
  });

  const JEST = 'npx jest --ci --json --outputFile="$QAAGENT_REPORT_DIR/jest.json"';
  const VITEST = 'npx vitest run --reporter=json --outputFile="$QAAGENT_REPORT_DIR/vitest.json"';
  const NODE = '--test-reporter=junit --test-reporter-destination="$QAAGENT_REPORT_DIR/node.xml"';
  test.each([
    ['jest', [join(ROOT, 'node_modules')], JEST, `${JEST} -t {names_regex}`, FULL_TITLES],
    ['vitest', JAVASCRIPT, VITEST, `${VITEST} -t {names_regex}`, FULL_TITLES],
    ['node-test', [], `node --test ${NODE}`, `node --test --test-name-pattern={names_regex} ${NODE}`, TITLES],
  ])('%s finds by `{names_regex}` the tests that are asked for', async (name, modules, run, rerun, expected) => {
    const suites = JSON.stringify({ named: { runner: 'command', run, rerun } });
    const { states, output } = await statesOf(name, modules, { suites });
    expect({ states, output }).toEqual({ states: { named: expected }, output: expect.any(String) });
  });
});
