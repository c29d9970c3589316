import type { ReportCase, ReportedTry } from '../../model/report.js';
import type { TestAttempt } from '../../model/run.js';
import type { PreparedSuite } from '../../runners/runner.js';
import { bareAttempt, type AttemptOutput, type ObservedTest, type PathMapper } from './attempt-output.js';

/** Tests as the reports of one attempt show them. Two cases of one identity are two tests. */
export function observeReports(
  output: AttemptOutput,
  suite: PreparedSuite,
  mapPath: PathMapper,
): readonly ObservedTest[] {
  const seen = new Map<string, number>();
  const cases = output.reports.flatMap(({ report }) => report.cases).filter((reported) => !isInternalError(reported));
  return cases.map((reported) => {
    const identity = suite.identify(reported);
    const count = (seen.get(identity.id) ?? 0) + 1;
    seen.set(identity.id, count);
    return {
      id: count === 1 ? identity.id : `${identity.id} #${count}`,
      selector: identity.id,
      name: reported.name === '' ? identity.id : reported.name,
      classname: reported.classname,
      file: identity.file === '' ? '' : mapPath(identity.file),
      line: identity.line,
      tags: [],
      properties: reported.properties,
      attachments: reported.attachments,
      group: '',
      tries: triesOf(reported, output.attempt?.number ?? 1),
      disagreement: '',
    };
  });
}

/** pytest writes down its own breakdown as a test; its exit status and its events tell of it as what it is. */
function isInternalError({ classname, name }: ReportCase): boolean {
  return classname === 'pytest' && name === 'internal';
}

function triesOf(reported: ReportCase, number: number): readonly TestAttempt[] {
  const earlier = reported.tries.map((tried, retry) => fromTry(tried, number, retry));
  const { status, durationMs, message, type, details, output } = reported;
  const last: TestAttempt = {
    ...bareAttempt(number, isExpectedFailure(reported) ? 'xfailed' : status, message),
    retry: earlier.length,
    durationMs: durationMs ?? 0,
    type,
    details,
    output,
  };
  return [...earlier, last];
}

function fromTry({ status, message, type, details }: ReportedTry, number: number, retry: number): TestAttempt {
  return { ...bareAttempt(number, status, message), retry, type, details };
}

function isExpectedFailure({ status, type }: ReportCase): boolean {
  return status === 'skipped' && type === 'pytest.xfail';
}
