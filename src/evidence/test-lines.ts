import type { TestRecord } from '../model/evidence.js';
import type { RunReport, SuiteReport, TestCase } from '../model/run.js';
import type { TextOutput } from '../ports.js';
import { clipBytes } from '../text/bounds.js';
import { encode, insideJson, lastEncoded } from '../text/text-buffer.js';
import { finalStateOf } from '../verdict/final-state.js';
import { countedAs } from '../verdict/totals.js';
import { isoSeconds } from './ids.js';
import { errorMessageOf, MESSAGE_BYTES, type TestIds } from './records.js';

type RouteOf = (test: TestCase) => string | null;

/** tests.jsonl, a line a test: one `TestRecord` as JSON. A run may have a million of them. */
export function testLines(report: RunReport, ids: Pick<TestIds, 'of'>, routeOf: RouteOf): (out: TextOutput) => void {
  return (out) => {
    let number = 0;
    for (const suite of report.suites) {
      const writePlain = plainLines(suite, routeOf, out);
      for (const test of suite.tests) {
        number += 1;
        const id = ids.of(number);
        if (isPlain(test)) writePlain(id, test);
        else out.text(`${JSON.stringify(testRecord(id, test, suite, routeOf(test)))}\n`);
      }
    }
  };
}

/** Nearly every test: it passed at once, and nothing else is known of it. */
function isPlain({ attempts, attachments, tags, quarantine, disagreement }: TestCase): boolean {
  const [{ status, message, ranWith }] = attempts;
  return (
    attempts.length === 1 &&
    status === 'passed' &&
    message === '' &&
    ranWith === undefined &&
    attachments.length + tags.length === 0 &&
    quarantine === null &&
    disagreement === ''
  );
}

/** Lines of plain tests, put together from what they share: the same text as that of their records, in a third of the time. */
function plainLines(suite: SuiteReport, routeOf: RouteOf, out: TextOutput): (id: string, test: TestCase) => void {
  const json = JSON.stringify;
  const name = json(suite.suite.name);
  const sort = `"status":"passed","suite_name":${name},"runner_type":${json(suite.suite.runner)}`;
  const beforeName = encode(`","kind":${name},"name":"`);
  const beforeDuration = encode(`",${sort},"duration":`);
  const routeIn = lastEncoded((route: string | null) => `,"route":${json(route)},"error_message":null,"last_run":"`);
  const references = json(suite.attempts.map(({ directory }) => directory));
  const beforeId = lastEncoded(
    (second: number) => `${isoSeconds(second * 1000)}","evidence_refs":${references},"tags":[],"metadata":{"id":"`,
  );
  const classIn = lastEncoded((classname: string) => `","classname":${json(classname)},"file":`);
  const fileIn = lastEncoded((file: string) => `${json(file)},"line":`);
  const beforeAttempt = lastEncoded((number: number) => `,"attempts":[{"n":${number},"status":"passed","duration":`);
  return (id, test) => {
    const [{ number, durationMs, startedAt }] = test.attempts;
    const duration = json(inSeconds(durationMs));
    out.bytes(START);
    out.text(id);
    out.bytes(beforeName);
    out.text(insideJson(test.name));
    out.bytes(beforeDuration);
    out.text(duration);
    out.bytes(routeIn(routeOf(test)));
    out.bytes(beforeId(Math.floor((startedAt ?? suite.startedAt) / 1000)));
    out.text(insideJson(test.id));
    out.bytes(classIn(test.classname));
    out.bytes(fileIn(test.file));
    out.text(json(test.line));
    out.bytes(beforeAttempt(number));
    out.text(duration);
    out.bytes(END);
  };
}

const START = encode('{"test_id":"');
const END = encode(',"message":""}],"final":"passed"}}\n');

function testRecord(testId: string, test: TestCase, suite: SuiteReport, route: string | null): TestRecord {
  const final = finalStateOf(test);
  const last = test.attempts.at(-1);
  const began = last?.startedAt ?? suite.startedAt;
  return {
    test_id: testId,
    kind: suite.suite.name,
    name: test.name,
    status: countedAs(final),
    suite_name: suite.suite.name,
    runner_type: suite.suite.runner,
    duration: inSeconds(last?.durationMs ?? 0),
    route,
    error_message: errorMessageOf(test),
    last_run: isoSeconds(began),
    evidence_refs: [...suite.attempts.map(({ directory }) => directory), ...test.attachments],
    tags: test.tags,
    metadata: metadataOf(test, final),
  };
}

function metadataOf(test: TestCase, final: TestRecord['metadata']['final']): TestRecord['metadata'] {
  const { quarantine } = test;
  return {
    id: test.id,
    classname: test.classname,
    file: test.file,
    line: test.line,
    attempts: test.attempts.map(({ number, status, durationMs, message, ranWith }) => {
      const attempt = {
        n: number,
        status,
        duration: inSeconds(durationMs),
        message: clipBytes(message, MESSAGE_BYTES),
      };
      return ranWith === undefined ? attempt : { ...attempt, ran_with: ranWith };
    }),
    final,
    ...(test.disagreement === '' ? {} : { disagreement: test.disagreement }),
    ...(quarantine === null
      ? {}
      : { quarantine: { reason: quarantine.reason, owner: quarantine.owner, expires: quarantine.expires } }),
  };
}

const inSeconds = (milliseconds: number): number => Math.round(milliseconds) / 1000;
