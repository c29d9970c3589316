/** A workflow command as the runner understands a line of output. Name and property names are in lower case. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Commands that the runner knows in every step. */
export const RUNNER_COMMANDS = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
] as const;

type Unescape = (text: string) => string;

const unescapeWith =
  (codes: readonly (readonly [string, string])[]): Unescape =>
  (text) =>
    codes.reduce((done, [code, character]) => done.replaceAll(code, character), text);

const LINES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
] as const;
const PERCENT = ['%25', '%'] as const;
const unescapeData = unescapeWith([...LINES, PERCENT]);
const unescapeProperty = unescapeWith([...LINES, ['%3A', ':'], ['%2C', ','], PERCENT]);
const unescapeOld = unescapeWith([['%3B', ';'], ...LINES, ['%5D', ']'], PERCENT]);

function properties(text: string, separator: string, unescape: Unescape): Readonly<Record<string, string>> {
  const pairs = text.split(separator).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at).toLowerCase(), unescape(pair.slice(at + 1))] as const];
  });
  return Object.fromEntries(pairs);
}

function command(
  head: string,
  data: string,
  separator: string,
  unescape: Unescape,
  known: ReadonlySet<string>,
): Command | null {
  const space = head.indexOf(' ');
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase();
  if (!known.has(name)) return null;
  const rest = space > 0 ? head.slice(space + 1).trim() : '';
  return { name, properties: properties(rest, separator, unescape), data };
}

/** `::name key=value::data`, at the start of a line after blanks. */
function parseNew(line: string, known: ReadonlySet<string>): Command | null {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) return null;
  return command(text.slice(2, end), unescapeData(text.slice(end + 2)), ',', unescapeProperty, known);
}

/** `##[name key=value]data`, anywhere in a line. */
function parseOld(line: string, known: ReadonlySet<string>): Command | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  return command(line.slice(start + 3, end), unescapeOld(line.slice(end + 1)), ';', unescapeOld, known);
}

/**
 * The command in one line of output, or null: by the rules of the runner's ActionCommand (TryParseV2, then TryParse).
 * `known` are the names that count, in lower case.
 */
export function parseCommand(line: string, known: ReadonlySet<string>): Command | null {
  return parseNew(line, known) ?? parseOld(line, known);
}
