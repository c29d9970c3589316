import type { LoadMeasure } from '../../model/load.js';
import type { ReportCase } from '../../model/report.js';
import type { CaseMaker } from '../case-builder.js';
import { NOTHING_DECLARED, type ReportBody, type ReportInProgress } from '../report-reader.js';
import { type CsvCell, type CsvDialect, type CsvEnd, CsvReport } from './csv-report.js';
import { errorLines, loadCase, loadErrors, milliseconds, shortError, shortName } from './load-case.js';
import { formatCount } from '../../text/format.js';

const TOOL = 'locust';

type DialectOf = (make: CaseMaker) => CsvDialect;

const BY_HEAD: readonly (readonly [RegExp, DialectOf])[] = [
  [/^Type,Name,Request Count,Failure Count,/, statsDialect],
  [/^Method,Name,Error,Occurrences\b/, failuresDialect],
  [/^Count,Message,Traceback,Nodes\b/, exceptionsDialect],
  [/^Timestamp,User Count,Type,Name,/, historyDialect],
];

/** The reader of one of the CSV files that `locust --csv` writes; null for any other beginning. */
export function locustReport(head: string, make: CaseMaker): ReportInProgress | null {
  const line = head.trimStart();
  const found = BY_HEAD.find(([pattern]) => pattern.test(line));
  return found === undefined ? null : new CsvReport(found[1](make));
}

type Body = ReportBody & { readonly torn: boolean };

function bodyOf(format: string, cases: readonly ReportCase[], make: CaseMaker, end: CsvEnd): Body {
  const suiteErrors = loadErrors(TOOL, 1, end.broken);
  const { refused: shortened } = make.budget;
  return { format, cases, suiteErrors, declared: NOTHING_DECLARED, lost: 0, shortened, torn: end.torn };
}

const numberOf = (text: string): number | null => (text === '' || !Number.isFinite(Number(text)) ? null : Number(text));

function measureOf(cell: CsvCell): LoadMeasure {
  const time = (column: string): number | null => milliseconds(numberOf(cell(column)));
  return {
    of: 'requests',
    count: numberOf(cell('Request Count')),
    failures: numberOf(cell('Failure Count')),
    perSecond: numberOf(cell('Requests/s')),
    p50Ms: time('50%'),
    p95Ms: time('95%'),
    p99Ms: time('99%'),
    errors: [],
    ownLimit: 'none',
  };
}

/** `*_stats.csv`: a row a route, and at the end one over all of them. */
function statsDialect(make: CaseMaker): CsvDialect {
  const cases: ReportCase[] = [];
  let sum: LoadMeasure | null = null;
  let broken = 0;
  return {
    take: (cell) => {
      const measure = measureOf(cell);
      if (measure.count === null || measure.failures === null) broken += 1;
      else if (cell('Type') === '' && cell('Name') === 'Aggregated') sum = measure;
      else {
        const name = [cell('Type'), cell('Name')].filter((part) => part !== '').join(' ');
        cases.push(loadCase({ tool: TOOL, name, measure, averageMs: numberOf(cell('Average Response Time')) }, make));
      }
    },
    finish: ({ torn, broken: odd }) => {
      // Each row is written as soon as it is known: without the sum over all, routes are missing.
      const lost = sum === null;
      const ended = bodyOf('locust-csv', cases, make, { torn: torn || lost, broken: odd + broken });
      const none = lost ? [] : loadErrors(TOOL, cases.length, 0);
      return { ...ended, suiteErrors: [...ended.suiteErrors, ...none, ...unlikeSum(cases, sum)] };
    },
  };
}

/** Rows that were lost without a trace in the file itself show in the sum over all routes. */
function unlikeSum(cases: readonly ReportCase[], sum: LoadMeasure | null): Body['suiteErrors'] {
  const counted = cases.reduce((total, { load }) => total + (load?.count ?? 0), 0);
  if (sum === null || sum.count === counted || cases.length === 0) return [];
  const message = `the routes of the load report add up to ${counted} requests, its total to ${String(sum.count)}`;
  return [{ suite: TOOL, message, type: '', details: '' }];
}

/** `*_exceptions.csv`: what tasks raised outside of requests, each an error as the locust runner reports it. */
function exceptionsDialect(make: CaseMaker): CsvDialect {
  const cases: ReportCase[] = [];
  return {
    take: (cell) => {
      const error = shortError(cell('Message'));
      const message = `${cell('Count').slice(0, 12)} times: ${error}`;
      const name = `users: ${error}`.slice(0, 200);
      const details = cell('Traceback');
      cases.push(make.case({ name, classname: TOOL, status: 'error', message, type: 'exception', details }));
    },
    finish: (end) => bodyOf('locust-exceptions', cases, make, end),
  };
}

/** `*_stats_history.csv`: the load over time, which names no test. */
function historyDialect(make: CaseMaker): CsvDialect {
  // Written line by line while the load runs, and of no weight for the verdict: a torn end takes nothing away.
  return { take: () => undefined, finish: () => bodyOf('locust-history', [], make, { torn: false, broken: 0 }) };
}

/** What `ParsedReport.format` says of Locust's `*_failures.csv`. */
export const LOCUST_FAILURES = 'locust-failures';

const MOST_ERRORS = 50;
/** `HTTPError('500 Server Error: ...')`: how Python spells an exception, where the runner reports its text. */
const SPELLED = /^(?:HTTPError|CatchResponseError)\((['"])([^\n]{0,400})\1\)$/;

/**
 * `*_failures.csv`: the errors of each route. A route is a failed case with them, until the file of the routes beside it
 * takes them in: alone it may not be taken for a run without failures.
 */
function failuresDialect(make: CaseMaker): CsvDialect {
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
  const message = `${formatCount(times, 'request')} to ${shortName(name)} failed`;
  const lines = errorLines(errors);
  const details = [message, '', ...lines].join('\n');
  const made = make.case({ name, classname: 'locust', status: 'failed', message, type: 'fail-ratio', details });
  const unknown = { count: null, failures: times, perSecond: null, p50Ms: null, p95Ms: null, p99Ms: null };
  return { ...made, load: { of: 'requests', ...unknown, errors: lines, ownLimit: 'none' } };
}
