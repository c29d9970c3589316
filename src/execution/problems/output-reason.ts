import { stripAnsi } from '../../text/bounds.js';
import { parseJson, textOf } from '../../text/json.js';

/** The line of an output that says why a program ended, with the lines around it. */
export interface OutputReason {
  readonly line: string;
  /** At most twelve lines, for people to read. */
  readonly quote: string;
}

const LINE_CHARS = 300;
const LINES_BEFORE = 2;
const LINES_AFTER = 9;

interface Pattern {
  readonly matches: RegExp;
  /** Which of several matching lines is the cause. */
  readonly pick: 'first' | 'last';
}

const first = (matches: RegExp): Pattern => ({ matches, pick: 'first' });
const last = (matches: RegExp): Pattern => ({ matches, pick: 'last' });

/** How tools announce why they end, the most informative first. Each pattern is matched against one bounded line. */
const PATTERNS: readonly Pattern[] = [
  // Playwright passes on what the application it starts prints
  first(/^\[WebServer\] .{0,200}(?:Error|Exception|error:|panic:)/),
  first(
    /^(?:Fatal Python error: |\+{3,} Timeout \+{3,}|Segmentation fault|java\.lang\.OutOfMemoryError|FATAL ERROR: )/,
  ),
  // pytest, pytest-cov, pytest-timeout, pytest-xdist
  last(/^(?:FAIL|ERROR):? (?:Required test coverage|Coverage failure)/),
  last(/^(?:!+ .{0,200}session-timeout|.{0,20}session-timeout:)/),
  first(/^Different tests were collected between /),
  last(/^INTERNALERROR> {1,20}[\w.]{1,100}(?:Error|Exception|Exit|Failed)\b/),
  last(/^E {1,10}[\w.]{1,100}(?:Error|Exception|Exit|Failed|NotFound)\b/),
  // Python's and everybody's option parsers
  last(/^[\w.-]{1,40}: error: \S/),
  last(/^(?:ERROR: (?!usage:)|Error: (?:Unknown|Invalid|unknown|invalid|No such) )/),
  // jest and vitest
  first(/^(?:A jest worker process|.{0,40}jest worker process \(pid=)/),
  first(/^.{0,10}Cannot find (?:module|package) /),
  first(/^(?:SyntaxError|ReferenceError|TypeError|ModuleNotFoundError|ImportError)\b.{0,5}[:(]/),
  first(/^.{0,200}: (?:SyntaxError|ParserError|ParseError)\b/),
  // compilers: file, line, message
  first(
    /^(?:\[ERROR\] |vet: |e: )?\S{1,200}\.\w{1,6}(?::\d{1,7}(?::\d{1,5})?:|:\[\d{1,7},\d{1,5}\]|\(\d{1,7},\d{1,5}\):) (?!warning)/,
  ),
  first(/^error(?:\[E\d{4}\])?: (?!could not compile|aborting)/),
  first(/^npm (?:error|ERR!) (?!code |errno |A complete log|path |syscall )/),
  first(/^\[ERROR\] (?!COMPILATION ERROR|\[Help|->|To see|Re-run|For more)/),
  // exceptions of any language
  last(/^(?:[\w.]{1,100}\.)?\w{0,60}(?:Error|Exception)\b(?: \[[\w]{1,40}\])?: \S/),
  first(/^(?:panic: |thread '.{1,100}' panicked|Uncaught |Unhandled |fatal: |FATAL)/),
  // jest: the test, and below it what it failed with
  first(/^● \S/),
  last(/\b(?:error|fatal|cannot|could not|failed to|missing|not found|no such|denied|refused|unknown|invalid)\b/i),
];

/** Banners and framing say nothing. */
const NOISE =
  /^(?:[-=_*~#⎯─\s.]{3,}|\s{0,2}|exit status \d+|FAIL|={3}.{0,300}={3}|_{3}.{0,300}_{3}|make(?:\[\d+\])?: \*\*\* .*|npm (?:notice|warn) .*| {0,8}(?:> {1,6})?\d{1,6} \|(?: .*)?| {0,16}\| +[\^~]+ *|BUILD FAILED.*)$/;

/** What pytest prints before its first test. */
const HEADER =
  /^(?:platform \w+ -- Python |cachedir: |rootdir: |configfile: |testpaths: |plugins: |collecting |collected \d)/;

/** True for a line that frames others or heads them, and says nothing of why a program ended. */
export function isNoise(line: string): boolean {
  return NOISE.test(line) || HEADER.test(line);
}

/** What Go's JSON events say the program printed; other lines as they are. */
function printed(line: string): string {
  if (!line.startsWith('{"')) return line;
  const output = textOf(parseJson(line), 'Output');
  return output.trimEnd();
}

function clean(output: string): readonly string[] {
  return stripAnsi(output)
    .split(/\r?\n/)
    .map(printed)
    .map((line) => line.slice(0, LINE_CHARS).trimEnd());
}

/**
 * Finds the line in which a tool says why it ended: by the way the known tools write it, else the last line that names
 * an error, else the last line. Null when the output says nothing. The output is bounded by the caller.
 */
export function findReason(output: string): OutputReason | null {
  const lines = clean(output);
  const at = indexOfReason(lines);
  const line = lines[at]?.trim() ?? '';
  if (line === '') return null;
  const quote = lines.slice(Math.max(0, at - LINES_BEFORE), at + LINES_AFTER + 1);
  return {
    line: withMessage(withoutFrame(line), lines.slice(at + 1)),
    quote: quote.join('\n').replace(/^\n+/, '').trimEnd(),
  };
}

/** A heading of jest says which test; its message is below. */
function withMessage(line: string, below: readonly string[]): string {
  if (!line.startsWith('● ')) return line;
  const message = below.find((each) => !isNoise(each))?.trim() ?? '';
  return message === '' || message.startsWith('● ') ? line.slice(2) : `${line.slice(2)}: ${message}`;
}

function indexOfReason(lines: readonly string[]): number {
  const reported = lines.map((line) => (isNoise(line) ? '' : line.trim()));
  for (const { matches, pick } of PATTERNS) {
    const isMatch = (line: string): boolean => line !== '' && matches.test(line);
    const at = pick === 'first' ? reported.findIndex(isMatch) : reported.findLastIndex(isMatch);
    if (at >= 0) return at;
  }
  return reported.findLastIndex((line) => line !== '');
}

/** Marks that a tool puts before its message: `E   `, `[ERROR] `, `INTERNALERROR> `. */
const withoutFrame = (line: string): string =>
  line.replace(/^(?:E {1,10}|\[ERROR\] |INTERNALERROR> *|npm (?:error|ERR!) |[!+=]{3,} )|(?: [!+=]{3,})$/g, '').trim();
