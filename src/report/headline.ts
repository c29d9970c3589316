import { firstLine } from '../text/bounds.js';

/** Lines that introduce a failure and say nothing of it: the name of the test, a place, a banner. */
const INTRODUCTIONS: readonly RegExp[] = [
  /^[A-Za-z_][\w\\]{0,200}::\w{1,200}(?: with data set .{1,200})?$/,
  /^The data provider specified for .{1,300} is invalid\.?$/,
  /^\((?:in test file|from function) .{1,400}[),]$/,
  /^in test file .{1,400}\)$/,
  /^[^\s:]{1,300}\.\w{1,5}:\d{1,7}(?::\d{1,7})?:?$/,
  /^(?:error|failed|failure|exception|test failed|test suite failed to run):?$/i,
  /^=== (?:RUN|PAUSE|CONT|NAME)\b/,
  /^--- (?:FAIL|PASS|SKIP)\b/,
  /^● /,
  /^thread '.{1,200}' (?:\(\d{1,9}\) )?panicked at \S{1,300}:$/,
];
const MAX_LINES = 40;
/** Go writes the place of a log line before it. */
const GO_PLACE = /^[\w./-]{1,200}_test\.go:\d{1,7}: (?=\S)/;

/** The cell of testify's table that says what is wrong. */
const TESTIFY = /^[ \t]{1,12}Error Trace:[^]{1,2000}?^[ \t]{1,12}Error:\s{2,16}(\S.{0,2000})$/m;

const isIntroduction = (line: string): boolean => INTRODUCTIONS.some((pattern) => pattern.test(line));

/** True for a message that is only the decoration of a report writer. */
export function saysNothing(message: string): boolean {
  return isIntroduction(message.trim());
}

/** The first line of a failure's text that says what failed; its first line when none does. */
export function headlineOf(text: string): string {
  const cell = TESTIFY.exec(text.slice(0, 20_000))?.[1];
  if (cell !== undefined) return firstLine(cell);
  const lines = text.slice(0, 20_000).split('\n', MAX_LINES);
  const decisive = lines.map((line) => line.trim()).find((line) => line !== '' && !isIntroduction(line));
  return firstLine(decisive === undefined ? text : decisive.replace(GO_PLACE, ''));
}
