// JUnit reports of any size, the same at every call: 0.24 kB a case.
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

const CASES_PER_SUITE = 100;

/** Deterministic numbers between 0 and 1. */
function randomNumbers() {
  let seed = 42;
  return () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
}

function traceOf(suite, random) {
  const frames = Array.from(
    { length: 10 + Math.floor(random() * 20) },
    (_, at) =>
      `tests/module_${suite % 50}/test_${suite}.py:${at * 3 + 10}: in helper_${at}\n    assert value &lt; ${at}\n`,
  );
  return frames.join('');
}

/** Two failures with a trace, three skips and three outputs among a hundred cases; entities and umlauts in names. */
function caseOf(suite, at, random) {
  const chance = random();
  const name = `test_case_${suite}_${at}[value-${at}-&amp;-é]`;
  const head = `    <testcase classname="tests.module_${suite % 50}.test_${suite}.TestSuite" name="${name}" time="${(random() * 2).toFixed(3)}" file="tests/module_${suite % 50}/test_${suite}.py" line="${at * 7 + 1}"`;
  if (chance < 0.02)
    return `${head}>\n      <failure message="AssertionError: expected &quot;a&quot;" type="AssertionError">${traceOf(suite, random)}</failure>\n    </testcase>\n`;
  if (chance < 0.05) return `${head}>\n      <skipped message="not today"/>\n    </testcase>\n`;
  if (chance < 0.08)
    return `${head}>\n      <system-out><![CDATA[line one\nline <two> & more\n]]></system-out>\n    </testcase>\n`;
  return `${head}/>\n`;
}

function* suitesOf(cases) {
  const random = randomNumbers();
  for (let suite = 0; suite * CASES_PER_SUITE < cases; suite += 1) {
    const count = Math.min(CASES_PER_SUITE, cases - suite * CASES_PER_SUITE);
    const lines = Array.from({ length: count }, (_, at) => caseOf(suite, at, random));
    yield `  <testsuite name="suite ${suite}" tests="${count}">\n${lines.join('')}  </testsuite>\n`;
  }
}

async function write(file, suites) {
  const out = createWriteStream(file);
  out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n');
  for (const text of suites) if (!out.write(text)) await once(out, 'drain');
  out.end('</testsuites>\n');
  await once(out, 'finish');
}

/** One report with all cases. */
export function writeReport(file, cases) {
  return write(file, suitesOf(cases));
}

/** The same cases as one report for each suite of a hundred. */
export async function writeReports(folder, cases) {
  mkdirSync(folder, { recursive: true });
  let number = 0;
  for (const text of suitesOf(cases)) await write(join(folder, `suite-${(number += 1)}.xml`), [text]);
}

/** Many reports of one passed case each. */
export async function writeSmallReports(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < files; at += 1) {
    const name = `test_case_${at}`;
    const test = `<testcase classname="tests.test_${at}" name="${name}" time="0.01" file="tests/test_${at}.py" line="3"/>`;
    await write(join(folder, `TEST-${at}.xml`), [`<testsuite name="suite ${at}" tests="1">${test}</testsuite>\n`]);
  }
}

/** One report of at least `bytes`: passed cases that each printed 20 kB. */
export function writeLargeOutputs(file, bytes) {
  const output = `${'2026-01-01T00:00:00Z INFO request served in 12 ms\n'.repeat(400)}`;
  function* suites() {
    for (let at = 0; at * output.length < bytes; at += 1)
      yield `<testsuite name="suite ${at}" tests="1"><testcase classname="tests.test_${at}" name="test_${at}" time="0.01"><system-out>${output}</system-out></testcase></testsuite>\n`;
  }
  return write(file, suites());
}

const WORDS = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india', 'juliet'];

/** Failures of which no two say the same. */
export function writeDistinctFailures(file, failures) {
  const failure = (at) => {
    const thing = [at, at / 10, at / 100].map((digit) => WORDS[Math.floor(digit) % 10]).join('_');
    const message = `AssertionError: the ${thing} of order ${at} is not ${WORDS[(at * 7) % 10]}`;
    const frames = Array.from(
      { length: 15 },
      (_, line) =>
        `tests/test_${thing}.py:${line * 3 + 10}: in helper_${line}\n    assert value_${thing} &lt; ${line}\n`,
    );
    const text = `${frames.join('')}E   ${message}\n`;
    return `<testcase classname="tests.test_${thing}" name="test_${thing}_${at}" time="0.01" file="tests/test_${thing}.py" line="3"><failure message="${message}" type="AssertionError">${text}</failure></testcase>\n`;
  };
  const tests = Array.from({ length: failures }, (_, at) => failure(at));
  return write(file, [`<testsuite name="distinct" tests="${failures}">${tests.join('')}</testsuite>\n`]);
}
