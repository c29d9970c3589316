import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../with-tools.js';
import { buildKilledMain, runKilled, type Scenario } from './killed-run.js';

const JUNIT = '<testsuite name="s" tests="1"><testcase classname="c" name="one"/></testsuite>';
const FAILED =
  '<testsuite name="s" tests="1" failures="1"><testcase classname="c" name="two"><failure message="no"/></testcase></testsuite>';
const OPENAPI =
  'openapi: 3.0.0\ninfo: { title: t, version: "1" }\npaths: { /pets: { get: { responses: { "200": { description: ok } } } } }\n';
const FORGIVEN = '- { id: "**two", reason: r, owner: o, expires: 2099-01-01 }';

/** Each ends with `failure` when nothing interrupts it, for a reason that no suite's own files hold. */
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'whose generated tests fail': {
    inputs: {
      suites: 'unit: { runner: command, run: "cp ok.txt out.xml", report: out.xml }',
      generate: 'true',
      openapi: 'openapi.yaml',
      'base-url': 'http://127.0.0.1:9',
    },
    files: { 'ok.txt': JUNIT, 'openapi.yaml': OPENAPI },
  },
  'whose application dies': {
    inputs: {
      suites:
        'unit: { runner: command, run: "touch begun; until ls runs/*/artifacts/application/supervisor/exit.json; do sleep 0.1; done; cp ok.txt out.xml", report: out.xml }',
      'start-command': 'until test -e begun; do sleep 0.1; done; exit 3',
    },
    files: { 'ok.txt': JUNIT },
  },
  'whose last suite rewrites settings, quarantine and the report of the first': {
    inputs: {},
    files: {
      'ok.txt': JUNIT,
      'first.xml': FAILED,
      'green.txt': 'suites: { last: { runner: command, run: "true", report: ok.xml } }\n',
      'forgiven.txt': `${FORGIVEN}\n`,
      '.qaagent.yaml': [
        'suites:',
        '  first: { runner: junit, report: first.xml }',
        '  last:',
        '    runner: command',
        '    report: ok.xml',
        '    after: [first]',
        '    run: mkdir -p .qaagent; cp green.txt .qaagent.yaml; cp forgiven.txt .qaagent/quarantine.yml; cp ok.txt first.xml; cp ok.txt ok.xml',
        '',
      ].join('\n'),
    },
  },
};

/** Six moments of each run; all of them with `TORTURE=1`. */
function moments(writes: number, seed: number): readonly number[] {
  const all = Array.from({ length: writes }, (_, at) => at + 1);
  if (process.env['TORTURE'] === '1') return all;
  const step = Math.max(1, Math.floor(writes / 6));
  return all.filter((at) => at % step === seed % step);
}

describeWith(['python'], 'a run that is killed after any of its writes', () => {
  let folder = '';
  beforeAll(() => {
    folder = buildKilledMain();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const [index, [title, scenario]] of Object.entries(SCENARIOS).entries())
    test(`and ${title} is never better after post than it would have been`, () => {
      const whole = runKilled(folder, scenario, Infinity);
      expect([whole.status, whole.conclusion]).toEqual([1, 'failure']);
      expect(whole.writes).toBeGreaterThan(10);
      const better = moments(whole.writes, index)
        .map((at) => ({ at, ...runKilled(folder, scenario, at) }))
        .filter(({ conclusion }) => !['failure', 'cancelled', null].includes(conclusion));
      expect(better).toEqual([]);
    });
});
