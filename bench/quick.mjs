// npm run bench:quick: what the step costs beside what it runs. Medians of interleaved runs, as ratios.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { environmentOf, setUp } from '../scripts/setup.mjs';
import { compare, cost, show } from './measure.mjs';
import { compareWithPytest, measureSecondRound, measureSupervisor } from './overhead.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const ACTION = join(ROOT, 'dist/index.js');
const folder = mkdtempSync(join(tmpdir(), 'qaagent-bench-'));
const env = { ...environmentOf(setUp()), GITHUB_ACTIONS: '' };
const action =
  (cwd, ...args) =>
  () =>
    cost([process.execPath, ACTION, '--evidence-dir', join(folder, 'runs'), ...args], { cwd, env });

function reportOf(cases) {
  const lines = ['<?xml version="1.0"?><testsuites><testsuite name="bench">'];
  for (let at = 0; at < cases; at += 1) {
    const failure =
      at % 50 === 0
        ? `<failure message="expected ${at} &amp; got 0" type="AssertionError">${`  at check (tests/test_${at % 97}.py:${at % 200})\n`.repeat(20)}</failure>`
        : '';
    lines.push(
      `<testcase classname="tests.test_${at % 97}.TestThing" name="test_case_${at}[a-${at}]" time="0.0${at % 97}">${failure}</testcase>`,
    );
  }
  return `${lines.join('\n')}\n</testsuite></testsuites>`;
}

try {
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const start = compare(
    {
      empty: () => cost([process.execPath, empty]),
      plan: action(folder, '--mode', 'plan', '--suites', 'a: junit x.xml'),
    },
    9,
  );
  console.log(
    `cold start      empty script ${show(start.empty)}\n                settings read ${show(start.plan)}\n                added ${((start.plan.cpu - start.empty.cpu) * 1000).toFixed(0)} ms CPU (goal 50)`,
  );

  const reports = join(folder, 'reports');
  mkdirSync(reports);
  writeFileSync(join(reports, 'big.xml'), reportOf(100_000));
  const big = compare({ report: action(reports, '--suites', 'big: junit big.xml') }, 3);
  console.log(`100,000 cases   ${show(big.report)} (goal 0.8 s CPU, 160 MB)`);

  const bench = { folder, env, step: action };
  measureSupervisor({ ...bench, rounds: 9 });
  compareWithPytest({ ...bench, rounds: 5 });
  measureSecondRound({ ...bench, rounds: 3 });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
