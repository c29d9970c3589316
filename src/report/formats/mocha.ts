import type { CaseStatus } from '../../model/report.js';
import type { JsonDialect } from './json-report.js';
import { type Json, listOf, member, numberOf, textOf } from '../../text/json.js';
import type { CaseMaker } from '../case-builder.js';

/** Tests carry an `err` only when they failed; `failures` and `pending` repeat them by title and file. */
function caseOf(test: Json, status: CaseStatus, make: CaseMaker): ReturnType<CaseMaker['case']> {
  const error = member(test, 'err');
  const title = textOf(test, 'title');
  const full = textOf(test, 'fullTitle');
  const retries = status === 'passed' ? (numberOf(test, 'currentRetry') ?? 0) : 0;
  return make.case({
    name: title,
    classname: full.endsWith(title) ? full.slice(0, -title.length).trim() : full,
    suite: full.endsWith(title) ? full.slice(0, -title.length).trim() : full,
    status,
    file: textOf(test, 'file'),
    durationMs: numberOf(test, 'duration'),
    message: textOf(error, 'message'),
    type: textOf(error, 'name'),
    details: textOf(error, 'stack'),
    tries: Array.from({ length: Math.min(retries, 50) }, () =>
      make.try('failed', 'An earlier attempt failed; the report does not contain it.'),
    ),
  });
}

/** Reads the `json` reporter of mocha. A hook that fails is a failure that is not among the tests. */
export const mochaDialect: JsonDialect = {
  format: 'mocha-json',
  matches: (document) =>
    numberOf(member(document, 'stats'), 'passes') !== null && Array.isArray(member(document, 'passes')),
  read: (document, make) => {
    const stats = member(document, 'stats');
    const lists = [
      ['passes', 'passed'],
      ['failures', 'failed'],
      ['pending', 'skipped'],
    ] as const;
    return {
      cases: lists.flatMap(([list, status]) => listOf(document, list).map((test) => caseOf(test, status, make))),
      suiteErrors: [],
      declared: {
        tests: numberOf(stats, 'tests'),
        failures: numberOf(stats, 'failures'),
        errors: null,
        skipped: numberOf(stats, 'pending'),
      },
    };
  },
};
