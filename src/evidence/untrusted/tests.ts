import { countedAs } from '../../verdict/totals.js';
import { finalStateOf, isBad } from '../../verdict/final-state.js';
import { listOf, member, numberOf, textOf, textsOf, type Json } from '../../text/json.js';
import type { AttemptStatus, FinalState, NonEmpty, Quarantine, TestAttempt, TestCase } from '../../model/run.js';
import { clipBytes } from '../../text/bounds.js';
import { milliseconds, oneOf, parsed } from './manifest.js';

/** One record of tests.jsonl as a test case. */
export interface UntrustedTest {
  readonly recordId: string;
  readonly test: TestCase;
  readonly route: string | null;
}

const MOST_RECORDS = 200_000;
const LINE_CHARS = 262_144;
const ID_BYTES = 4000;
const NAME_BYTES = 1000;
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
export function* jsonLines(text: string): Generator {
  let [at, read, broken] = [0, 0, 0];
  while (at < text.length && read < MOST_RECORDS) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    // A line that is no object costs an exception: a small archive can hold millions of them.
    const isRecord = text[at] === '{' && end - at <= LINE_CHARS && broken < MOST_BROKEN;
    const value = isRecord ? parsed(text.slice(at, end)) : undefined;
    at = end + 1;
    if (isRecord && value === undefined) broken += 1;
    if (value === undefined) continue;
    read += 1;
    yield value;
  }
}

/** A path inside the repository, as the record gives it; empty for every other. */
export function insidePath(path: string): string {
  const isInside = path.length <= 1000 && !/^[/\\]|^[A-Za-z]:|\0/.test(path);
  return isInside && !path.split(/[/\\]/).includes('..') ? path : '';
}

/** Equal texts and attempts of many records, each kept once: a merge holds a million tests. */
export interface Shared {
  readonly texts: Map<string, string>;
  readonly attempts: Map<string, NonEmpty<TestAttempt>>;
}

/** Nothing shared yet. */
export const nothingShared = (): Shared => ({ texts: new Map(), attempts: new Map() });

/** The text itself, or the equal one that was there before. */
function once(text: string, { texts }: Shared): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

const NO_TAGS: readonly string[] = [];
const NO_PROPERTIES: TestCase['properties'] = {};

/** One record; null when it is none. Where the record contradicts itself, the worst of what it says holds. */
export function parseTest(record: Json, shared: Shared): UntrustedTest | null {
  const data = member(record, 'metadata');
  const id = clipBytes(textOf(data, 'id'), ID_BYTES);
  const suite = once(clipBytes(textOf(record, 'suite_name'), NAME_BYTES), shared);
  if (id === '' || suite === '') return null;
  const message = clipBytes(textOf(record, 'error_message'), TEXT_BYTES);
  const test: TestCase = {
    ...{ id, selector: id, suite },
    name: clipBytes(textOf(record, 'name'), NAME_BYTES) || id,
    classname: once(clipBytes(textOf(data, 'classname'), NAME_BYTES), shared),
    file: once(insidePath(textOf(data, 'file')), shared),
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
function sharedAttempts(attempts: NonEmpty<TestAttempt>, shared: Shared): NonEmpty<TestAttempt> {
  const [{ status, number, durationMs, message, ranWith }, ...more] = attempts;
  if (more.length > 0 || status !== 'passed' || message !== '' || ranWith !== undefined) return attempts;
  const key = `${number} ${durationMs}`;
  const known = shared.attempts.get(key);
  if (known === undefined) shared.attempts.set(key, attempts);
  return known ?? attempts;
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
