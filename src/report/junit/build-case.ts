import type { CaseStatus, ReportCase, ReportedTry } from '../../model/report.js';
import { cleanName, ownString } from '../../text/bounded-text.js';
import { clipBytes, headAndTail } from '../../text/bounds.js';
import { joinFailures } from '../../text/failures.js';
import { KEPT } from '../report-reader.js';
import type { CaseChildren, CaseContext, CaseHead } from './case-elements.js';
import { placeOfFailure } from './location.js';
import { type JunitEvidence, type JunitResult, junitStatus, unknownMessage } from './status.js';

const NOTHING: readonly never[] = [];
const NO_RESULT: JunitResult = { element: '', message: '', type: '', details: '' };
const UNSEEN_TRY: readonly ReportedTry[] = [
  { status: 'failed', message: 'An earlier attempt failed; the report does not contain it.', type: '', details: '' },
];
const RETRIED_NAME = /\(attempt (\d{1,4}) of \d{1,4}\)$/;

/** The case that a start tag and its content make; `children` is null when it has no content. */
export function buildCase(head: CaseHead, children: CaseChildren | null, context: CaseContext): ReportCase {
  const { bare, word, failure } = head;
  const isBare = children === null && word === '' && failure === null;
  if (isBare) return isRetry(bare.name) ? { ...bare, tries: UNSEEN_TRY } : bare;
  const evidence = evidenceOf(head, children);
  const status = statusOf(bare, evidence);
  const headline = headlineOf(status, evidence, head);
  const { message, type, details } = headline;
  const allDetails = joinedDetails(evidence.bad, headline);
  const output = children?.printed ?? '';
  const isMute = isBad(status) && message === '' && allDetails === '';
  return {
    ...bare,
    ...placeOfFailure(bare, children?.place ?? null, message === '' ? details : `${message}\n${details}`, bare.suite),
    status,
    message: isMute ? context.budget.keep(lastLine(output)) : message,
    type,
    details: allDetails,
    output: context.budget.keep(output),
    tries: earlierTries(status, evidence.tries, bare.name),
    properties: propertiesOf(children) ?? bare.properties,
    attachments: output.includes('[[ATTACHMENT|') ? attachmentsOf(output) : bare.attachments,
  };
}

/** A case that was running when pytest ended is no success for want of a failure. */
function statusOf({ status }: ReportCase, evidence: JunitEvidence): CaseStatus {
  const reported = junitStatus(evidence);
  return status === 'unfinished' && reported === 'passed' ? 'unfinished' : reported;
}

function propertiesOf(children: CaseChildren | null): Readonly<Record<string, string>> | null {
  return children === null || children.properties.size === 0 ? null : Object.fromEntries(children.properties);
}

const isBad = (status: CaseStatus): boolean => status === 'failed' || status === 'error';

/** What a test printed last, when its failure has no words of its own (CTest, Cucumber). */
function lastLine(output: string): string {
  const line = output.slice(-4_000).trimEnd().split('\n').at(-1) ?? '';
  return clipBytes(line.trim(), 300);
}

function evidenceOf(head: CaseHead, children: CaseChildren | null): JunitEvidence {
  const { word, failure, countsAsSkipped } = head;
  return {
    bad: children?.bad ?? NOTHING,
    tries: children?.tries ?? NOTHING,
    skip: children?.skip ?? null,
    // A case without a class is PHPUnit's word for a class or a data provider without tests.
    warning: head.bare.classname === '' ? (children?.warning ?? null) : null,
    word,
    unknownElement: children?.unknown ?? '',
    failureAttribute: failure !== null,
    countsAsSkipped,
  };
}

function headlineOf(status: CaseStatus, evidence: JunitEvidence, { failure }: CaseHead): JunitResult {
  if (status === 'passed') return NO_RESULT;
  const { bad, skip, tries, warning } = evidence;
  const worst = bad.find(({ element }) => status !== 'error' || element === 'error');
  const reported = (isBad(status) ? worst : (skip ?? worst)) ?? tries[0] ?? warning;
  if (reported !== null) return reported;
  if (failure === null) return { ...NO_RESULT, message: status === 'error' ? unknownMessage(evidence) : '' };
  return { ...NO_RESULT, message: ownString(clipBytes(cleanName(failure), KEPT.message)) };
}

/** PHPUnit counts attempts in the name of the last one, and that is all it reports of the others. */
function isRetry(name: string): boolean {
  return name.endsWith(')') && Number(RETRIED_NAME.exec(name.slice(-40))?.[1] ?? 1) > 1;
}

function earlierTries(status: CaseStatus, tries: readonly JunitResult[], name: string): readonly ReportedTry[] {
  if (tries.length > 0) return tries.map(tryOf);
  return status === 'passed' && isRetry(name) ? UNSEEN_TRY : NOTHING;
}

function tryOf({ element, message, type, details }: JunitResult): ReportedTry {
  return { status: element.endsWith('Error') ? 'error' : 'failed', message, type, details };
}

/** All failures of a test are one test's: first the one that its message is of. */
function joinedDetails(bad: readonly JunitResult[], headline: JunitResult): string {
  if (bad.length < 2) return headline.details;
  const inOrder = [...bad].sort((one, other) => Number(other === headline) - Number(one === headline));
  const all = inOrder.map(({ message, details }) => (details === '' ? message : details));
  return headAndTail(joinFailures(all), KEPT.details);
}

const MARK = /^[ \t]{0,40}\[\[ATTACHMENT\|([^\n]{1,2000}?)\]\][ \t]{0,40}$/gm;
const MAX_ATTACHMENTS = 100;

/** Paths of the `[[ATTACHMENT|path]]` lines of a test's output, as written: untrusted, relative to the report. */
function attachmentsOf(output: string): readonly string[] {
  const paths = [...output.matchAll(MARK)].slice(0, MAX_ATTACHMENTS).map((match) => match[1]?.trim() ?? '');
  return [...new Set(paths)];
}
