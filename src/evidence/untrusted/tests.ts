import { countedAs } from '../../verdict/totals.js';
import { finalStateOf, isBad } from '../../verdict/final-state.js';
import { listOf, member, numberOf, textOf, textsOf, type Json } from '../../text/json.js';
import type { AttemptStatus, FinalState, NonEmpty, Quarantine, TestAttempt, TestCase } from '../../model/run.js';
import { clipBytes } from '../../text/bounds.js';
import { milliseconds, oneOf, parsed } from './manifest.js';
import { plainTest } from './plain-tests.js';
import { NAME_BYTES, type Shared } from './shared-values.js';

/** One record of tests.jsonl as a test case. */
export interface UntrustedTest {
  readonly recordId: string;
  readonly test: TestCase;
  readonly route: string | null;
}

const MOST_RECORDS = 200_000;
const LINE_CHARS = 262_144;
const PIECE_BYTES = 65_536;
const ID_BYTES = 4000;
const TEXT_BYTES = 8000;
const MOST_ATTEMPTS = 50;
const MOST_BROKEN = 1000;
const STATUSES: readonly AttemptStatus[] = [
  ...(['passed', 'failed', 'error', 'skipped', 'xfailed', 'timeout', 'crashed', 'interrupted'] as const),
  ...(['not-run', 'lost'] as const),
];
const FINALS: readonly FinalState[] = [
  ...(['passed', 'flaky', 'order-dependent', 'failed', 'error', 'lost', 'skipped', 'xfailed', 'not-run'] as const),
  ...(['timeout', 'crashed', 'cancelled', 'quarantined'] as const),
];
const GREEN: readonly string[] = ['passed', 'skipped'];

/** The values of JSON lines; lines that are none, too long or too many are left out. */
export function jsonLines(text: string): Generator {
  return readLines([text], (piece, from, to) => parsed(piece.slice(from, to)));
}

/** The tests of tests.jsonl, one at a time: a merge reads a million of them. */
export function* testsIn(lines: string | Uint8Array, shared: Shared): Generator<UntrustedTest> {
  const pieces = typeof lines === 'string' ? [lines] : piecesOf(lines);
  const tests = readLines(pieces, (piece, from, to) => {
    const plain = plainTest(piece, from, to, shared);
    if (plain !== null) return plain;
    const record = parsed(piece.slice(from, to));
    return record === undefined ? undefined : parseTest(record, shared);
  });
  for (const test of tests) if (test !== null) yield test;
}

/** Text of whole lines, in pieces small enough to be forgotten soon. */
function* piecesOf(bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let from = 0; from < buffer.length;) {
    const newline = buffer.indexOf(10, from + PIECE_BYTES);
    const to = newline < 0 ? buffer.length : newline + 1;
    yield buffer.toString('utf8', from, to);
    from = to;
  }
}

/** What each line of the pieces of a text is read as; `read` gives undefined for one that cannot be read. */
function* readLines<Value>(
  pieces: Iterable<string>,
  read: (piece: string, from: number, to: number) => Value | undefined,
): Generator<Value> {
  let [count, broken] = [0, 0];
  for (const piece of pieces)
    for (let at = 0; at < piece.length && count < MOST_RECORDS;) {
      const newline = piece.indexOf('\n', at);
      const end = newline < 0 ? piece.length : newline;
      // A line that is no object costs an exception: a small archive can hold millions of them.
      const isRecord = piece[at] === '{' && end - at <= LINE_CHARS && broken < MOST_BROKEN;
      const value = isRecord ? read(piece, at, end) : undefined;
      at = end + 1;
      if (isRecord && value === undefined) broken += 1;
      if (value === undefined) continue;
      count += 1;
      yield value;
    }
}

const NO_TAGS: readonly string[] = [];
const NO_PROPERTIES: TestCase['properties'] = {};

/** One record; null when it is none. Where the record contradicts itself, the worst of what it says holds. */
function parseTest(record: Json, shared: Shared): UntrustedTest | null {
  const data = member(record, 'metadata');
  const id = clipBytes(textOf(data, 'id'), ID_BYTES);
  const suite = clipBytes(textOf(record, 'suite_name'), NAME_BYTES);
  if (id === '' || suite === '') return null;
  const message = clipBytes(textOf(record, 'error_message'), TEXT_BYTES);
  const test: TestCase = {
    id,
    selector: id,
    suite: shared.name(suite),
    name: clipBytes(textOf(record, 'name'), NAME_BYTES) || id,
    classname: shared.name(textOf(data, 'classname')),
    file: shared.path(textOf(data, 'file')),
    line: lineOf(data),
    attempts: sharedAttempts(attemptsOf(listOf(data, 'attempts'), textOf(data, 'final'), message), shared),
    tags: tagsOf(record),
    properties: NO_PROPERTIES,
    attachments: NO_TAGS,
    quarantine: quarantineOf(member(data, 'quarantine')),
    disagreement: clipBytes(textOf(data, 'disagreement'), NAME_BYTES),
  };
  const route = textOf(record, 'route');
  return {
    recordId: textOf(record, 'test_id'),
    test: isContradicted(test, textOf(record, 'status'), textOf(data, 'final')) ? failed(test, message) : test,
    route: route === '' ? null : clipBytes(route, 300),
  };
}

/** 1-based line of a record; 0 when it has none. */
export function lineOf(value: Json): number {
  const line = numberOf(value, 'line') ?? 0;
  return Number.isSafeInteger(line) && line > 0 ? line : 0;
}

function attemptsOf(reported: readonly Json[], final: string, message: string): NonEmpty<TestAttempt> {
  const attempts = reported.slice(-MOST_ATTEMPTS).map((value, index) =>
    attempt(oneOf(STATUSES, textOf(value, 'status')) ?? 'error', {
      number: Math.max(1, Math.trunc(numberOf(value, 'n') ?? index + 1)),
      durationMs: milliseconds(numberOf(value, 'duration')),
      message: clipBytes(textOf(value, 'message'), TEXT_BYTES),
      ...setOf(value),
    }),
  );
  const [first, ...rest] = attempts;
  if (first === undefined) return [attempt(oneOf(STATUSES, final) ?? 'error', { message })];
  return [first, ...rest];
}

/** The attempts themselves, or those of another test that passed just like it. */
function sharedAttempts(attempts: NonEmpty<TestAttempt>, { pass }: Shared): NonEmpty<TestAttempt> {
  const [{ status, number, durationMs, message, ranWith }, ...more] = attempts;
  const isPlain = status === 'passed' && number === 1 && message === '' && ranWith === undefined && more.length === 0;
  return isPlain ? pass(durationMs) : attempts;
}

function tagsOf(record: Json): readonly string[] {
  const tags = textsOf(record, 'tags');
  return tags.length === 0 ? NO_TAGS : tags.slice(0, 50).map((tag) => clipBytes(tag, 200));
}

/** The smaller set of a rerun, when the record names one. */
function setOf(value: Json): Pick<TestAttempt, 'ranWith'> {
  const tests = numberOf(value, 'ran_with');
  return tests === null ? {} : { ranWith: Math.max(1, Math.trunc(tests)) };
}

function attempt(status: AttemptStatus, change: Partial<TestAttempt>): TestAttempt {
  const nothing = { type: '', details: '', output: '', place: null };
  return { number: 1, retry: 0, status, durationMs: 0, startedAt: null, message: '', ...nothing, ...change };
}

function quarantineOf(value: Json): Quarantine | null {
  const reason = clipBytes(textOf(value, 'reason'), NAME_BYTES);
  if (reason === '') return null;
  return {
    reason,
    owner: clipBytes(textOf(value, 'owner'), 200),
    issue: '',
    expires: textOf(value, 'expires').slice(0, 30),
  };
}

/** True when attempts are green and another part of the record is not. */
function isContradicted(test: TestCase, status: string, final: string): boolean {
  const derived = finalStateOf(test);
  if (derived === 'quarantined' || !GREEN.includes(countedAs(derived))) return false;
  const reported = oneOf(FINALS, final);
  return reported === null || !GREEN.includes(countedAs(reported)) || !GREEN.includes(status);
}

function failed(test: TestCase, message: string): TestCase {
  const bad = test.attempts.findLast(({ status }) => isBad(status));
  return { ...test, attempts: [attempt('failed', { message: bad?.message ?? message })] };
}
