// What the step costs beside raw pytest, and what a second round costs beside the first. Medians of interleaved runs.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, cost, show } from './measure.mjs';
import { emptySuite, serviceSuite } from './pytest-suites.mjs';

const SUPERVISOR = join(import.meta.dirname, '../dist/supervise.js');
const ARGS = ['-q', '-p', 'no:cacheprovider'];
const SUITE = `unit: {runner: pytest, args: [${ARGS.map((arg) => JSON.stringify(arg)).join(', ')}]}`;

const ratio = (ours, raw, key) => (ours[key] / raw[key]).toFixed(2);

/** Whole runs of the step beside raw pytest: on tests of a service, and on empty ones, which show the fixed cost. */
export function compareWithPytest({ folder, env, step, rounds }) {
  const suites = [
    ['2,000 tests of a service', serviceSuite(join(folder, 'service'))],
    ['2,000 empty tests', emptySuite(join(folder, 'empty'))],
  ];
  for (const [title, cwd] of suites) {
    const { raw, reported, ours } = compare(
      {
        raw: () => cost(['pytest', ...ARGS], { cwd, env }),
        reported: () => cost(['pytest', '-v', ...ARGS.slice(1), `--junitxml=${join(folder, 'raw.xml')}`], { cwd, env }),
        ours: step(cwd, '--suites', SUITE),
      },
      rounds,
    );
    console.log(`${title}\n  pytest -q               ${show(raw)}`);
    console.log(`  pytest -v --junitxml    ${show(reported)}`);
    console.log(`  the whole step          ${show(ours)}`);
    for (const [name, beside] of [
      ['pytest -q', raw],
      ['pytest -v --junitxml', reported],
    ])
      console.log(
        `  beside ${name.padEnd(21)}${ratio(ours, beside, 'cpu')} CPU (goal 1.15), ${ratio(ours, beside, 'wall')} wall (goal 1.10)`,
      );
  }
}

/** A program under the supervisor beside the same program alone. */
export function measureSupervisor({ folder, env, rounds }) {
  const spec = join(folder, 'spec.json');
  const file = (name) => join(folder, name);
  writeFileSync(
    spec,
    JSON.stringify({
      ...{ command: ['true'], cwd: folder, timeoutMs: 60_000, idleTimeoutMs: null, graceMs: 1000, track: 'bench' },
      ...{ logFile: file('log'), eventsFile: null, stopFile: file('stop'), statusFile: file('status.json') },
    }),
  );
  const { alone, supervised } = compare(
    {
      alone: () => cost(['true'], { env }),
      supervised: () => cost(['env', 'QAAGENT_TRACK=bench', process.execPath, SUPERVISOR, spec], { env }),
    },
    rounds,
  );
  if (!existsSync(file('status.json'))) throw new Error('the supervisor left no status');
  const [cpu, wall] = ['cpu', 'wall'].map((key) => (supervised[key] - alone[key]).toFixed(3));
  console.log(`supervisor        adds ${cpu} s CPU, ${wall} s wall to a suite (goal 0.15)`);
}

const FLAKY = `import os
import pytest


@pytest.mark.parametrize("number", range(5000))
def test_number(number):
    mark = os.path.join(os.path.dirname(__file__), "seen", str(number))
    if number % 167 == 0 and not os.path.exists(mark):
        open(mark, "w").close()
        assert False, "the first time"
`;

/** 5,000 tests of which 30 fail once: the time of the second attempt beside the first, and beside a bare start. */
export function measureSecondRound({ folder, env, step, rounds }) {
  const cwd = join(folder, 'flaky');
  const seen = join(cwd, 'seen');
  const bare = join(folder, 'bare');
  for (const path of [cwd, bare]) mkdirSync(path);
  writeFileSync(join(cwd, 'test_flaky.py'), FLAKY);
  writeFileSync(join(bare, 'test_one.py'), 'def test_one():\n    pass\n');
  const attempts = [];
  const { start } = compare(
    {
      start: () => cost(['pytest', ...ARGS], { cwd: bare, env }),
      run: () => {
        rmSync(seen, { recursive: true, force: true });
        mkdirSync(seen);
        const result = step(cwd, '--suites', SUITE, '--retries', '2')();
        if (result.code !== 0) throw new Error('the thirty are not flaky');
        attempts.push(secondsOf(join(folder, 'runs')));
        return result;
      },
    },
    rounds,
  );
  const at = Math.floor(rounds / 2);
  const [first, second] = [0, 1].map((index) => attempts.map((each) => each[index]).toSorted((a, b) => a - b)[at]);
  const share = (((second - start.wall) / first) * 100).toFixed(1);
  console.log(
    `30 of 5,000 again first attempt ${first.toFixed(2)} s, second ${second.toFixed(2)} s, bare pytest ${start.wall.toFixed(2)} s: ${share} % of the first beside its start (goal 5)`,
  );
}

/** Seconds that the attempts of the newest run took. */
function secondsOf(runs) {
  const newest = readdirSync(runs).toSorted().at(-1);
  return [1, 2].map((number) => {
    const file = join(runs, newest, `artifacts/unit/attempt-${number}/supervisor/exit.json`);
    return JSON.parse(readFileSync(file, 'utf8')).durationMs / 1000;
  });
}
