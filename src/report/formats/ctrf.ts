import type { CaseStatus } from '../../model/report.js';
import type { JsonDialect } from './json-report.js';
import { type Json, listOf, member, numberOf, textOf } from '../../text/json.js';
import { plainMembers } from '../../text/json.js';
import type { CaseMaker } from '../case-builder.js';

const STATUS: ReadonlyMap<string, CaseStatus> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['pending', 'skipped'],
]);

/** `other` holds what a reporter has no word for: todo, interrupted. The runner's own word decides. */
function statusOf(test: Json): CaseStatus {
  const status = STATUS.get(textOf(test, 'status'));
  if (status !== undefined) return status;
  return /todo|skip|pending|disabled|focus/i.test(textOf(test, 'rawStatus')) ? 'skipped' : 'error';
}

/** The word for a status that is neither the format's own nor `other`. */
function unknownWord(test: Json): string | undefined {
  const word = textOf(test, 'status');
  return STATUS.has(word) || word === 'other' ? undefined : word;
}

const lines = (value: Json, name: string): string =>
  listOf(value, name)
    .filter((line) => typeof line === 'string')
    .join('\n');

function caseOf(test: Json, make: CaseMaker): ReturnType<CaseMaker['case']> {
  const status = statusOf(test);
  const suite = listOf(test, 'suite').filter((part) => typeof part === 'string');
  const attempts = listOf(test, 'retryAttempts').map((attempt) =>
    make.try(statusOf(attempt), textOf(attempt, 'message'), textOf(attempt, 'trace')),
  );
  const retried = member(test, 'flaky') === true && status === 'passed' && attempts.length === 0;
  return make.case({
    name: textOf(test, 'name'),
    status,
    unknown: unknownWord(test),
    // Version 0 of the format had one string for the suite, version 1 has the path from the outermost inwards.
    suite: suite.length > 0 ? suite.toReversed().join(' > ') : textOf(test, 'suite'),
    file: textOf(test, 'filePath'),
    line: numberOf(test, 'line') ?? 0,
    durationMs: numberOf(test, 'duration'),
    message: textOf(test, 'message'),
    details: textOf(test, 'trace'),
    output: [lines(test, 'stdout'), lines(test, 'stderr')].filter((text) => text !== '').join('\n'),
    tries: retried
      ? [make.try('failed', 'An earlier attempt failed; the report does not contain it.')]
      : attempts.slice(0, 50),
    properties: Object.fromEntries(plainMembers(member(test, 'labels') ?? member(test, 'extra')).slice(0, 100)),
    attachments: listOf(test, 'attachments')
      .map((attachment) => textOf(attachment, 'path'))
      .filter((path) => path !== ''),
  });
}

/** Reads CTRF (ctrf.io), versions 0.0.x and 1. */
export const ctrfDialect: JsonDialect = {
  format: 'ctrf',
  matches: (document) => Array.isArray(member(member(document, 'results'), 'tests')),
  read: (document, make) => {
    const results = member(document, 'results');
    const summary = member(results, 'summary');
    return {
      cases: listOf(results, 'tests').map((test) => caseOf(test, make)),
      suiteErrors: [],
      declared: {
        tests: numberOf(summary, 'tests'),
        failures: numberOf(summary, 'failed'),
        errors: null,
        skipped: (numberOf(summary, 'skipped') ?? 0) + (numberOf(summary, 'pending') ?? 0),
      },
    };
  },
};
