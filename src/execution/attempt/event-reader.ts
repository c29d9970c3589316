// Reads the event stream of an attempt, line by line, while it grows or afterwards.
import type { EventStatus, StreamEvent } from '../../model/events.js';

/** Longest line that is read; our writers stay far below it. */
const MAX_LINE_CHARS = 4_000_000;

type Check = (value: unknown) => boolean;
/** Names and checks side by side: every event of a run passes here. */
type Fields = readonly (readonly [string, Check])[];
type Kind = StreamEvent['e'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => Number.isFinite(value);
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const matches = (fields: Fields, record: Readonly<Record<string, unknown>>): boolean =>
  fields.every(([field, check]) => check(record[field]));
const shape = (fields: Readonly<Record<string, Check>>): Fields => Object.entries(fields);

const STATUSES: Readonly<Record<EventStatus, true>> = {
  passed: true,
  failed: true,
  error: true,
  skipped: true,
  xfailed: true,
  timeout: true,
  crashed: true,
  interrupted: true,
  'not-run': true,
};

const TEST = shape({
  id: text,
  selector: optional(text),
  name: text,
  classname: optional(text),
  file: text,
  line: number,
  tags: optional(texts),
  group: optional(text),
  together: optional(text),
  parallel: optional((value) => typeof value === 'boolean'),
});

const STEP_STATUSES: readonly unknown[] = ['passed', 'failed', 'skipped', 'not-run', 'interrupted'];
const STEP = shape({
  name: text,
  status: (value) => STEP_STATUSES.includes(value),
  durationMs: number,
  depth: number,
});

const EVENTS: Readonly<Record<Kind, Fields>> = {
  session: shape({
    v: (value) => value === 1,
    runner: text,
    version: text,
    rootdir: text,
    cwd: text,
    pid: number,
  }),
  collected: shape({
    tests: (value) => Array.isArray(value) && value.every((test) => isRecord(test) && matches(TEST, test)),
  }),
  'collect-error': shape({ id: text, file: text, line: number, message: text, details: optional(text) }),
  start: shape({ id: text, retry: number }),
  end: shape({
    id: text,
    retry: number,
    status: (value) => typeof value === 'string' && Object.hasOwn(STATUSES, value),
    phase: text,
    durationMs: number,
    message: text,
    type: text,
    details: text,
    file: text,
    line: number,
    output: optional(text),
    attachments: optional(texts),
    steps: optional((value) => Array.isArray(value) && value.every((step) => isRecord(step) && matches(STEP, step))),
  }),
  missing: shape({ ids: texts }),
  error: shape({ message: text, details: text, file: text, line: number }),
  interrupt: shape({ message: optional(text) }),
  finish: shape({ exit: (value) => value === null || number(value) }),
};
const STAMP = shape({ t: number, worker: optional(text) });

const isKind = (value: unknown): value is Kind => typeof value === 'string' && Object.hasOwn(EVENTS, value);

function isEvent(record: Readonly<Record<string, unknown>>, kind: Kind): boolean {
  return matches(STAMP, record) && matches(EVENTS[kind], record);
}

/** One line: an event, `unknown` (a kind of a newer writer, dropped in silence) or `garbage`. */
function parseLine(line: string): StreamEvent | 'unknown' | 'garbage' {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'garbage';
  }
  if (!isRecord(value) || typeof value['e'] !== 'string') return 'garbage';
  const kind = value['e'];
  if (!isKind(kind)) return 'unknown';
  return isEvent(value, kind) ? (value as unknown as StreamEvent) : 'garbage';
}

/** Reads a growing event stream piece by piece; a line counts once its newline has come. */
export interface EventReader {
  /** The events whose lines this piece completes, in order. */
  push(text: string): readonly StreamEvent[];
  /** Complete lines so far that were no event of a known shape. */
  readonly garbage: number;
  /** True while the last line has no end: normal in a live stream, the mark of a killed writer in a closed one. */
  readonly torn: boolean;
}

/** A reader for live progress. Holds at most one unfinished line of bounded length; a longer one is garbage. */
export function createEventReader(): EventReader {
  let rest = '';
  let overlong = false;
  let garbage = 0;

  function read(line: string): readonly StreamEvent[] {
    if (line.trim() === '') return [];
    const parsed = line.length > MAX_LINE_CHARS ? 'garbage' : parseLine(line);
    if (parsed === 'garbage') garbage += 1;
    return typeof parsed === 'string' ? [] : [parsed];
  }

  function push(text: string): readonly StreamEvent[] {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    const complete = lines.map((line, index) => (index === 0 ? rest + line : line));
    if (complete.length > 0) rest = '';
    const skipFirst = overlong && complete.length > 0;
    if (skipFirst) overlong = false;
    if (!overlong) rest += last;
    if (rest.length > MAX_LINE_CHARS) {
      garbage += 1;
      rest = '';
      overlong = true;
    }
    return complete.slice(skipFirst ? 1 : 0).flatMap(read);
  }

  return {
    push,
    get garbage() {
      return garbage;
    },
    get torn() {
      return overlong || rest.trim() !== '';
    },
  };
}

/** What a whole event file holds. */
export interface ParsedEvents {
  readonly events: readonly StreamEvent[];
  /** The last line was cut off, so its writer was killed. */
  readonly torn: boolean;
  /** Complete lines that were no event of a known shape. */
  readonly garbage: number;
}

/** Reads a whole event file. A last line without its newline is torn and dropped, even when it looks whole. */
export function parseEvents(text: string): ParsedEvents {
  const reader = createEventReader();
  const events = reader.push(text);
  return { events, torn: reader.torn, garbage: reader.garbage };
}
