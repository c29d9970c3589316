import type { CaseStatus, ReportCase, ReportSuiteError } from '../../model/report.js';
import type { JsonDialect } from './json-report.js';
import { type Json, listOf, member, numberOf, textOf } from '../../text/json.js';
import { type CaseMaker, statusOf } from '../case-builder.js';
import { NOTHING_DECLARED } from '../report-reader.js';

const STATUS: ReadonlyMap<string, CaseStatus> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['broken', 'error'],
  ['skipped', 'skipped'],
]);

const labelOf = (result: Json, name: string): string =>
  textOf(
    listOf(result, 'labels').find((label) => textOf(label, 'name') === name),
    'value',
  );

const KNOWN_LABELS = ['epic', 'feature', 'story', 'severity', 'owner', 'tag'];

function caseOf(result: Json, make: CaseMaker): ReportCase {
  const details = member(result, 'statusDetails');
  const [start, stop] = [numberOf(result, 'start'), numberOf(result, 'stop')];
  const labels = KNOWN_LABELS.map((name) => [name, labelOf(result, name)] as const);
  const plain = make.case({
    name: textOf(result, 'name') || textOf(result, 'fullName'),
    classname: labelOf(result, 'testClass') || labelOf(result, 'package'),
    suite: labelOf(result, 'suite') || labelOf(result, 'parentSuite'),
    ...statusOf(STATUS, textOf(result, 'status')),
    durationMs: start === null || stop === null ? null : stop - start,
    message: textOf(details, 'message'),
    details: textOf(details, 'trace'),
    properties: Object.fromEntries(labels.filter(([, value]) => value !== '')),
    attachments: listOf(result, 'attachments')
      .map((file) => textOf(file, 'source'))
      .filter((path) => path !== ''),
  });
  const id = textOf(result, 'historyId');
  return id === '' ? plain : { ...plain, retryOf: { id, startedAt: start ?? 0 } };
}

/** Reads one `*-result.json` of an Allure results folder: one test. */
export const allureDialect: JsonDialect = {
  format: 'allure',
  matches: (document) =>
    textOf(document, 'uuid') !== '' && textOf(document, 'name') !== '' && member(document, 'status') !== undefined,
  read: (document, make) => ({ cases: [caseOf(document, make)], suiteErrors: [], declared: NOTHING_DECLARED }),
};

/** Fixtures around several tests: set-up and tear-down that failed. The results of their tests are in files of their own. */
function fixtureErrors(container: Json, make: CaseMaker): readonly ReportSuiteError[] {
  const fixtures = [...listOf(container, 'befores'), ...listOf(container, 'afters')];
  const bad = fixtures.filter((fixture) => ['failed', 'broken'].includes(textOf(fixture, 'status')));
  return bad.map((fixture) => {
    const details = member(fixture, 'statusDetails');
    const reported = make.try('error', textOf(details, 'message'), textOf(details, 'trace'));
    return { suite: textOf(fixture, 'name'), message: reported.message, type: '', details: reported.details };
  });
}

/** Reads one `*-container.json` of an Allure results folder: the fixtures around tests, and no test. */
export const allureContainerDialect: JsonDialect = {
  format: 'allure-container',
  matches: (document) => textOf(document, 'uuid') !== '' && Array.isArray(member(document, 'children')),
  read: (document, make) => ({
    cases: [],
    suiteErrors: fixtureErrors(document, make),
    declared: NOTHING_DECLARED,
  }),
};
