import type { Failure } from '../../model/diagnosis.js';
import { framesOfLines } from '../../locate/frames.js';
import type { Frame } from '../../locate/frame.js';
import { boundedLines } from '../../locate/text-lines.js';
import { chainOf } from './exception-chain.js';
import { comparisonIn } from './comparison.js';
import { isHelp, type LineType, lineTypes } from './line-types.js';
import { evidenceOf } from './captured-output.js';
import { headlineLines, messageLines } from './headline.js';
import type { Facts } from '../rules/rule.js';

/** Facts, and the places the same lines name. */
export interface ReadFailure {
  readonly facts: Facts;
  readonly frames: readonly Frame[];
}

/** A headline is short; whatever follows is a diff or a log, and stands in the details too. */
const MESSAGE_CHARS = 32_000;
const OUTPUT_CHARS = 16_000;
const GENERIC_TYPE =
  /^(?:|error|exception|failure|failed|fail|test ?failure|testCodeFailure|hookFailed|AssertionError \[ERR_ASSERTION\]|unknown|undefined|null)$/i;
const TYPE_HEAD =
  /^(?:Uncaught |uncaught: |Unhandled |thrown: |E {1,8}|\(in promise\) |error: (?=[A-Z]\w+(?:Error|Exception)))*(?<type>(?:[A-Za-z_$][\w$]*(?:\.|::|\\))*[A-Za-z_$][\w$]*(?:Error|Exception|Failure|Fault|Warning|Timeout|Empty|Exceeded|NotMet|Interrupt|Exit|Violation|NotFound|DoesNotExist|Flaky|Refused|Failed|Assertion)|Error|Exception|Failed|Flaky)(?: \[\w+\])?(?: ?: ?|$|\(\)$)(?<rest>.*)$/;

/** An exception class and its text, split; the type is empty when the line has none. */
function splitType(line: string): { readonly type: string; readonly rest: string } {
  const groups = TYPE_HEAD.exec(line.slice(0, 700).trim())?.groups;
  return groups ? { type: groups['type'] ?? '', rest: (groups['rest'] ?? '').trim() } : { type: '', rest: line.trim() };
}

/** Text like `sqlalchemy.exc.X: (psycopg2.errors.Y) ...` or `Error: TimeoutError: ...` names several; all stay in the headline. */
function typedHead(lines: readonly string[]): { readonly type: string; readonly lines: readonly string[] } {
  const [first = '', ...others] = lines;
  const { type, rest } = splitType(first);
  return { type, lines: rest === '' ? others : [rest, ...others] };
}

/** Where the message has no class, the same sentence in the details often has one before it. */
function typeBeside(headline: string, lines: readonly string[]): string {
  const start = headline.slice(0, 24);
  for (const [at, line] of lines.slice(0, 60).entries()) {
    const { type, rest } = splitType(line.replace(/^E {1,8}/, ''));
    if (type === '' || GENERIC_TYPE.test(type)) continue;
    const stated = rest === '' ? (lines[at + 1] ?? '').trim() : rest;
    if (start === '' || stated.startsWith(start)) return type;
  }
  return '';
}

/** Many failures are decided before the costlier facts are asked for. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

const LINE_TYPE = /^(?:E\s{1,8})?(?:[\w.\\$]{0,120}(?:Error|Exception|Failure|Failed)(?: \[\w{1,40}\])? ?: )?/;

/** Attributes fold line breaks into one line; the same text stands in the details with its lines. */
function comparedLines(stated: readonly string[], details: readonly string[]): readonly string[] {
  const start = (stated[0] ?? '').replace(LINE_TYPE, '').trim().slice(0, 24);
  const isFolded = stated.length === 1 && start !== '' && details.some((line) => line.includes(start));
  const lines = isFolded ? details : [...stated, ...details];
  return lines.map((line) => line.replace(LINE_TYPE, ''));
}

/** SQLAlchemy appends a link about the class of error to the message itself. */
const withoutHelp = (line: string): string => line.replace(/ \(Background on this error at: \S{1,200}\)/, '');

/** Adds what the test printed beside its own text. */
export function withOutput<T extends ReadFailure>(read: T, { details, output }: Failure): T {
  if (details === '' || output === '') return read;
  const { captured } = read.facts;
  const printed = boundedLines(output.slice(-OUTPUT_CHARS));
  const joined = (captured === '' ? printed : [captured, ...printed]).join('\n').slice(-4_000);
  return { ...read, facts: { ...read.facts, captured: joined } };
}

/** What only the files of the repository show. */
const WITHOUT_REPOSITORY: Pick<Facts, 'source' | 'productSource' | 'nearby' | 'ownFile' | 'filesIn' | 'linesOf'> = {
  source: '',
  productSource: '',
  nearby: () => '',
  ownFile: () => null,
  filesIn: () => [],
  linesOf: () => [],
};

/** Reads one failure once, without its output: cleaned, bounded, with its headline found wherever the runner put it. */
export function readText(failure: Failure): ReadFailure {
  const evidence = evidenceOf(failure.details === '' ? failure.output : failure.details);
  const lines = evidence.lines.map(withoutHelp);
  const { captured } = evidence;
  const message = boundedLines(failure.message.slice(0, MESSAGE_CHARS)).map(withoutHelp);
  const frames = framesOfLines([...lines, ...message]);
  const frameLines = new Set(frames.map((frame) => frame.at));
  const types = lineTypes(lines, frames);
  const only = (...unwanted: readonly LineType[]): readonly string[] =>
    lines.map((line, at) => (unwanted.includes(types[at] ?? 'message') ? '' : line));
  const spoken = headlineLines(message, lines, [failure.name, failure.testId]);
  const typed = typedHead(spoken.head);
  const headline = typed.lines
    .filter((line) => !isHelp(line))
    .join(' ')
    .slice(0, 600)
    .trim();
  const reported = GENERIC_TYPE.test(failure.type.trim()) ? '' : failure.type.trim().slice(0, 200);
  const parsed = GENERIC_TYPE.test(typed.type) ? '' : typed.type;
  const type = reported !== '' ? reported : parsed !== '' ? parsed : typeBeside(headline, lines);
  const stated = spoken.all.filter((line) => !isHelp(line));
  const all = [...spoken.all, ...lines];
  const read = [...stated, ...only('library', 'help')];
  const facts: Facts = {
    type,
    headline,
    head: type === '' ? headline : `${type}: ${headline}`.slice(0, 700),
    body: lazy(() => [...stated, ...messageLines(only('library', 'help'), frameLines)].join('\n').slice(0, 2_500)),
    comparison: lazy(() => comparisonIn(comparedLines(stated, only('library', 'help', 'source', 'frame')))),
    captured: captured.join('\n').slice(-4_000),
    root: chainOf(lines, message),
    wrapper: '',
    lines: all,
    ...WITHOUT_REPOSITORY,
    text: read.slice(0, 400).join('\n').slice(0, 8_000),
  };
  return { facts, frames };
}
