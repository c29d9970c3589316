import type { CaseStatus, ReportSuiteError } from '../../model/report.js';
import { headlineOf } from '../headline.js';
import type { JsonDialect } from './json-report.js';
import { type Json, listOf, member, numberOf, textOf } from '../../text/json.js';
import { type CaseMaker, statusOf } from '../case-builder.js';

const STATUS: ReadonlyMap<string, CaseStatus> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['pending', 'skipped'],
  ['skipped', 'skipped'],
  ['todo', 'skipped'],
  ['disabled', 'skipped'],
]);

const titles = (test: Json): readonly string[] =>
  listOf(test, 'ancestorTitles').filter((title) => typeof title === 'string');

const failures = (test: Json): readonly string[] =>
  listOf(test, 'failureMessages').filter((message) => typeof message === 'string');

function caseOf(test: Json, file: string, make: CaseMaker): ReturnType<CaseMaker['case']> {
  return make.case({
    name: textOf(test, 'fullName') || textOf(test, 'title'),
    classname: titles(test).join(' '),
    suite: titles(test).toReversed().join(' > '),
    ...statusOf(STATUS, textOf(test, 'status')),
    file,
    line: numberOf(member(test, 'location'), 'line') ?? 0,
    durationMs: numberOf(test, 'duration'),
    details: failures(test).join('\n\n'),
    tries: listOf(test, 'retryReasons')
      .filter((reason) => typeof reason === 'string')
      .map((reason) => make.try('failed', '', reason)),
  });
}

/**
 * A file that failed by itself: it could not be loaded, or a hook around all of its tests failed. Once one of its tests
 * failed, the message of the file only repeats it. vitest leaves the message out.
 */
function errorOf(file: Json, make: CaseMaker): readonly ReportSuiteError[] {
  const tests = listOf(file, 'assertionResults');
  if (textOf(file, 'status') !== 'failed' || tests.some((test) => textOf(test, 'status') === 'failed')) return [];
  const reason =
    textOf(file, 'message') || 'failed outside its tests, for example in a hook; the report gives no reason';
  const { message, details } = make.try('error', headlineOf(reason), reason);
  return [{ suite: textOf(file, 'name'), message, type: '', details }];
}

/** How the report says that the whole run failed. */
function failedBy(document: Json): string | undefined {
  if (member(document, 'wasInterrupted') === true) return '`wasInterrupted` is true';
  if (member(document, 'success') === false) return '`success` is false';
  const files = numberOf(document, 'numFailedTestSuites') ?? 0;
  return files > 0 ? `\`numFailedTestSuites\` is ${files}` : undefined;
}

/** Reads `jest --json` and the JSON reporter of vitest, which copies it. */
export const jestDialect: JsonDialect = {
  format: 'jest-json',
  matches: (document) => Array.isArray(member(document, 'testResults')) && numberOf(document, 'numTotalTests') !== null,
  read: (document, make) => {
    const files = listOf(document, 'testResults');
    return {
      cases: files.flatMap((file) =>
        listOf(file, 'assertionResults').map((test) => caseOf(test, textOf(file, 'name'), make)),
      ),
      suiteErrors: files.flatMap((file) => errorOf(file, make)),
      failedBy: failedBy(document),
      declared: {
        tests: numberOf(document, 'numTotalTests'),
        failures: numberOf(document, 'numFailedTests'),
        errors: null,
        skipped: (numberOf(document, 'numPendingTests') ?? 0) + (numberOf(document, 'numTodoTests') ?? 0),
      },
    };
  },
};
