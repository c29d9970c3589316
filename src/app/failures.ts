import type { Failure } from '../model/diagnosis.js';
import { finalStateOf, isBad } from '../execution/final-state.js';
import type { RunReport, SuiteReport, TestCase } from '../model/run.js';
import { testKey } from '../model/test-key.js';

/** What the diagnosis has to explain: every test that ended badly or was flaky. */
export function failuresOf(report: RunReport): readonly Failure[] {
  return report.suites.flatMap((suite) => suite.tests.flatMap((test) => failureOf(test, suite)));
}

function failureOf(test: TestCase, suite: SuiteReport): readonly Failure[] {
  const final = finalStateOf(test);
  const telling = test.attempts.filter(({ status }) => isBad(status)).at(-1);
  if (telling === undefined) return [];
  return [
    {
      key: testKey(test),
      suite: test.suite,
      runner: suite.suite.runner,
      testId: test.id,
      name: test.name,
      classname: test.classname,
      file: test.file,
      line: test.line,
      message: telling.message,
      type: telling.type,
      details: telling.details,
      output: telling.output,
      // Tools name the declaration when they do not know the line; a frame knows better.
      knownPlace: telling.place?.line === test.line ? null : telling.place,
      passedOnRetry: final === 'flaky',
      timedOut: telling.status === 'timeout' && telling.details === '',
    },
  ];
}
