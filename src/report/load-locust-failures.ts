import type { ReportCase } from '../model/report.js';
import { loadErrors } from './load-case.js';
import type { CsvDialect } from './load-csv.js';
import { errorLines, shortError, shortName } from './load-text.js';
import type { CaseMaker } from './plain-case.js';
import { NOTHING_DECLARED } from './report-body.js';

/** What `ParsedReport.format` says of Locust's `*_failures.csv`. */
export const LOCUST_FAILURES = 'locust-failures';

const MOST_ERRORS = 50;
/** `HTTPError('500 Server Error: ...')`: how Python spells an exception, where the runner tells its text. */
const SPELLED = /^(?:HTTPError|CatchResponseError)\((['"])([^\n]{0,400})\1\)$/;

/**
 * `*_failures.csv`: the errors of each route. A route is a failed case with them, until the file of the routes beside it
 * takes them in: alone it may not be taken for a run without failures.
 */
export function failuresDialect(make: CaseMaker): CsvDialect {
  const routes = new Map<string, Map<string, number>>();
  let broken = 0;
  return {
    take: (cell) => {
      const name = [cell('Method'), cell('Name')].filter((part) => part !== '').join(' ');
      const times = Number(cell('Occurrences'));
      if (!Number.isSafeInteger(times) || times < 1) {
        broken += 1;
        return;
      }
      const errors = routes.get(name) ?? new Map<string, number>();
      const error = shortError(SPELLED.exec(cell('Error'))?.[2] ?? cell('Error'));
      if (errors.size < MOST_ERRORS || errors.has(error)) errors.set(error, (errors.get(error) ?? 0) + times);
      routes.set(name, errors);
    },
    finish: (end) => {
      const cases = [...routes].map(([name, errors]) => failedCase(name, errors, make));
      const suiteErrors = loadErrors('locust', 1, end.broken + broken);
      const { refused: shortened } = make.budget;
      const body = { format: LOCUST_FAILURES, cases, suiteErrors, declared: NOTHING_DECLARED, lost: 0, shortened };
      return { ...body, torn: end.torn };
    },
  };
}

function failedCase(name: string, errors: ReadonlyMap<string, number>, make: CaseMaker): ReportCase {
  const times = [...errors.values()].reduce((total, each) => total + each, 0);
  const message = `${times} ${times === 1 ? 'request' : 'requests'} to ${shortName(name)} failed`;
  const lines = errorLines(errors);
  const details = [message, '', ...lines].join('\n');
  const made = make.case({ name, classname: 'locust', status: 'failed', message, type: 'fail-ratio', details });
  const unknown = { count: null, failures: times, perSecond: null, p50Ms: null, p95Ms: null, p99Ms: null };
  return { ...made, load: { of: 'requests', ...unknown, errors: lines, ownLimit: 'none' } };
}
