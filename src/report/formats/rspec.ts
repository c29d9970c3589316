import type { CaseStatus, ReportSuiteError } from '../../model/report.js';
import { type Json, listOf, member, numberOf, textOf, textsOf } from '../../text/json.js';
import { type CaseMaker, statusOf, traceOf } from '../case-builder.js';
import type { JsonDialect } from './json-report.js';

const STATUS: ReadonlyMap<string, CaseStatus> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['pending', 'skipped'],
]);

/** The frames that RSpec's own console leaves out, too. */
const OWN_FRAME = /\/rspec-(?:core|expectations|mocks|support)-\d|\/bin\/rspec:\d/;

const ERRORS_OUTSIDE = 'errors_outside_of_examples_count';

function backtraceOf(exception: Json): string {
  return textsOf(exception, 'backtrace')
    .filter((frame) => !OWN_FRAME.test(frame))
    .map((frame) => `# ${frame}`)
    .join('\n');
}

function caseOf(example: Json, make: CaseMaker): ReturnType<CaseMaker['case']> {
  const exception = member(example, 'exception');
  const verdict = statusOf(STATUS, textOf(example, 'status'));
  const seconds = numberOf(example, 'run_time');
  const file = textOf(example, 'file_path');
  const message = textOf(exception, 'message');
  return make.case({
    name: textOf(example, 'full_description') || textOf(example, 'id'),
    classname: file.replace(/^\.\//, '').replace(/\.rb$/, '').replaceAll('/', '.'),
    suite: file,
    ...verdict,
    file,
    line: numberOf(example, 'line_number') ?? 0,
    durationMs: seconds === null ? null : seconds * 1_000,
    message: verdict.status === 'skipped' ? textOf(example, 'pending_message') : message,
    type: textOf(exception, 'class'),
    details: traceOf(message, backtraceOf(exception)),
  });
}

const OUTSIDE = /^\s*An error occurred (?:while loading (\S{1,500}?)\.?(?=\s))?/;
/** The class of an exception on its line, its message below it. */
const EXCEPTION = /^([A-Z][\w:]{0,200}):\n {2}(\S[^\n]{0,1000})/m;

/** What went wrong outside of examples: a file that cannot be loaded, a hook around the whole suite. */
function errorsOf(document: Json, make: CaseMaker): readonly ReportSuiteError[] {
  return textsOf(document, 'messages').flatMap((text) => {
    const outside = OUTSIDE.exec(text);
    if (outside === null) return [];
    const [, type = '', reason = ''] = EXCEPTION.exec(text) ?? [];
    const { message, details } = make.try('error', reason, text.trim());
    return [{ suite: outside[1] ?? '', message, type, details }];
  });
}

/** Reads the `json` formatter of RSpec, which needs no further gem. */
export const rspecDialect: JsonDialect = {
  format: 'rspec-json',
  matches: (document) =>
    Array.isArray(member(document, 'examples')) && numberOf(member(document, 'summary'), 'example_count') !== null,
  read: (document, make) => {
    const summary = member(document, 'summary');
    const outside = numberOf(summary, ERRORS_OUTSIDE) ?? 0;
    return {
      cases: listOf(document, 'examples').map((example) => caseOf(example, make)),
      suiteErrors: errorsOf(document, make),
      failedBy: outside > 0 ? `\`${ERRORS_OUTSIDE}\` is ${outside}` : undefined,
      declared: {
        tests: numberOf(summary, 'example_count'),
        failures: numberOf(summary, 'failure_count'),
        errors: null,
        skipped: numberOf(summary, 'pending_count'),
      },
    };
  },
};
