import type { CaseStatus, ReportSuiteError } from '../../model/report.js';
import type { JsonDialect } from './json-report.js';
import { type Json, listOf, member, numberOf, textOf } from '../../text/json.js';
import type { CaseMaker } from '../case-builder.js';

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
    status: STATUS.get(textOf(test, 'status')) ?? 'error',
    file,
    line: numberOf(member(test, 'location'), 'line') ?? 0,
    durationMs: numberOf(test, 'duration'),
    details: failures(test).join('\n\n'),
    tries: listOf(test, 'retryReasons')
      .filter((reason) => typeof reason === 'string')
      .map((reason) => make.try('failed', '', reason)),
  });
}

/** A file that could not be loaded has a message and no tests. */
function errorOf(file: Json, make: CaseMaker): readonly ReportSuiteError[] {
  if (textOf(file, 'status') !== 'failed' || listOf(file, 'assertionResults').length > 0) return [];
  const { message, details } = make.try('error', '', textOf(file, 'message'));
  return [{ suite: textOf(file, 'name'), message, type: '', details }];
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
      declared: {
        tests: numberOf(document, 'numTotalTests'),
        failures: numberOf(document, 'numFailedTests'),
        errors: null,
        skipped: (numberOf(document, 'numPendingTests') ?? 0) + (numberOf(document, 'numTodoTests') ?? 0),
      },
    };
  },
};
