import type { CaseStatus, ReportedTry, ReportSuiteError } from '../../model/report.js';
import type { JsonDialect } from './json-report.js';
import { type Json, listOf, member, numberOf, textOf } from '../../text/json.js';
import { type CaseMaker, statusOf } from '../case-builder.js';

/** Verdict of a test over all its results. */
const STATUS: ReadonlyMap<string, CaseStatus> = new Map([
  ['expected', 'passed'],
  ['flaky', 'passed'],
  ['skipped', 'skipped'],
  ['unexpected', 'failed'],
]);

const MAX_DEPTH = 100;

interface Titled {
  readonly file: string;
  /** Titles of the describe blocks, outermost first. */
  readonly titles: readonly string[];
}

function errorText(result: Json): string {
  const errors = listOf(result, 'errors').length > 0 ? listOf(result, 'errors') : [member(result, 'error')];
  return errors
    .map((error) => textOf(error, 'stack') || textOf(error, 'message') || textOf(error, 'value'))
    .filter((text) => text !== '')
    .join('\n\n');
}

function tryOf(result: Json, make: CaseMaker): ReportedTry {
  const timedOut = textOf(result, 'status') === 'timedOut';
  return make.try(timedOut || textOf(result, 'status') === 'interrupted' ? 'error' : 'failed', '', errorText(result));
}

const outputOf = (result: Json): string =>
  [...listOf(result, 'stdout'), ...listOf(result, 'stderr')].map((chunk) => textOf(chunk, 'text')).join('');

/** Playwright calls a test skipped that never began, and one that was interrupted; neither was skipped by its author. */
function verdictOf(test: Json, last: Json): ReturnType<typeof statusOf> {
  const verdict = statusOf(STATUS, textOf(test, 'status'));
  if (verdict.status !== 'skipped' || textOf(test, 'expectedStatus') === 'skipped') return verdict;
  if (textOf(last, 'status') === 'interrupted') return { status: 'unfinished' };
  return last === undefined ? { status: 'not-run' } : verdict;
}

function caseOf(spec: Json, test: Json, { file, titles }: Titled, make: CaseMaker): ReturnType<CaseMaker['case']> {
  const results = listOf(test, 'results');
  const last = results.at(-1);
  const { status, unknown } = verdictOf(test, last);
  const broken = status === 'failed' && ['timedOut', 'interrupted'].includes(textOf(last, 'status'));
  const project = textOf(test, 'projectName');
  return make.case({
    name: [...titles, textOf(spec, 'title')].join(' › '),
    classname: file,
    suite: project === '' ? file : `${file} > ${project}`,
    status: broken ? 'error' : status,
    unknown,
    file: textOf(spec, 'file') || file,
    line: numberOf(spec, 'line') ?? 0,
    durationMs: results.reduce((sum: number, result) => sum + (numberOf(result, 'duration') ?? 0), 0),
    details: status === 'failed' ? errorText(last) : '',
    output: outputOf(last),
    tries: results.slice(0, -1).map((result) => tryOf(result, make)),
    attachments: results
      .flatMap((result) => listOf(result, 'attachments').map((file) => textOf(file, 'path')))
      .filter((path) => path !== ''),
  });
}

function casesOf(suite: Json, around: Titled, make: CaseMaker, depth = 0): readonly ReturnType<CaseMaker['case']>[] {
  const file = textOf(suite, 'file') || around.file;
  const title = textOf(suite, 'title');
  const titles = title === '' || title === file || around.file === '' ? around.titles : [...around.titles, title];
  const here = { file, titles };
  const own = listOf(suite, 'specs').flatMap((spec) =>
    listOf(spec, 'tests').map((test) => caseOf(spec, test, here, make)),
  );
  if (depth >= MAX_DEPTH) return own;
  return [...own, ...listOf(suite, 'suites').flatMap((inner) => casesOf(inner, here, make, depth + 1))];
}

function suiteErrorOf(error: Json, make: CaseMaker): ReportSuiteError {
  const { message, details } = make.try('error', textOf(error, 'message'), textOf(error, 'stack'));
  return { suite: textOf(member(error, 'location'), 'file'), message, type: '', details };
}

/** Reads Playwright's `json` reporter. Errors outside of tests (a spec that cannot be loaded) are suite errors. */
export const playwrightDialect: JsonDialect = {
  format: 'playwright-json',
  matches: (document) => Array.isArray(member(document, 'suites')) && member(document, 'config') !== undefined,
  read: (document, make) => {
    const stats = member(document, 'stats');
    const count = (name: string): number => numberOf(stats, name) ?? 0;
    return {
      cases: listOf(document, 'suites').flatMap((suite) => casesOf(suite, { file: '', titles: [] }, make)),
      suiteErrors: listOf(document, 'errors').map((error) => suiteErrorOf(error, make)),
      declared: {
        tests: stats === undefined ? null : count('expected') + count('unexpected') + count('flaky') + count('skipped'),
        failures: numberOf(stats, 'unexpected'),
        errors: null,
        skipped: numberOf(stats, 'skipped'),
      },
    };
  },
};
