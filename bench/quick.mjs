// npm run bench:quick: what the step costs beside what it runs. Medians of interleaved runs, as ratios.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { environmentOf, setUp } from '../scripts/setup.mjs';
import { compare, cost, show } from './measure.mjs';

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

  const suite = join(folder, 'suite');
  mkdirSync(suite);
  for (let file = 0; file < 20; file += 1) {
    const tests = Array.from({ length: 100 }, (_, at) => `def test_${at}():\n    assert ${at} >= 0\n`);
    writeFileSync(join(suite, `test_many_${file}.py`), tests.join('\n'));
  }
  const raw = () => cost(['pytest', '-q', '-p', 'no:cacheprovider'], { cwd: suite, env });
  const pytest = compare(
    { raw, ours: action(suite, '--suites', 'unit: {runner: pytest, args: [-q, -p, "no:cacheprovider"]}') },
    5,
  );
  console.log(`2,000 tests     pytest ${show(pytest.raw)}\n                ours   ${show(pytest.ours)}`);
  console.log(
    `                ratio ${(pytest.ours.cpu / pytest.raw.cpu).toFixed(2)} CPU (goal 1.15), ${(pytest.ours.wall / pytest.raw.wall).toFixed(2)} wall (goal 1.10)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
