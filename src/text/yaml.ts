// Reads YAML 1.2 within bounds; aliases and duplicate keys are limited.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify, type Node } from 'yaml';

export type YamlResult =
  | { readonly ok: true; readonly value: unknown }
  /** `message` has no full stop at its end; `remedy` is empty when the message says it all. */
  | { readonly ok: false; readonly message: string; readonly remedy: string };

/** Reads YAML 1.2. A mistake is a message with its line, never an exception; anchors cannot blow up. */
export function parseYaml(text: string): YamlResult {
  if (text.includes('\0'))
    return { ok: false, message: 'not UTF-8: it contains NUL characters', remedy: 'Save it as UTF-8.' };
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true });
  const error = document.errors[0];
  if (error !== undefined) {
    const first = error.message.split('\n')[0]?.replace(/:$/, '') ?? 'not YAML';
    return { ok: false, ...inPlainWords(first, text) };
  }
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch (failure) {
    // An alias without an anchor, or aliases that unfold to too much, are found only now.
    const message = failure instanceof Error ? failure.message.split('\n')[0] : undefined;
    return { ok: false, message: message ?? 'not YAML', remedy: ALIAS_REMEDY };
  }
}

const ALIAS_REMEDY = 'In YAML, a word that begins with `*` is an alias. Define it with `&`, or put it in quotes.';

/** Mistakes by the parser's words: the words to show, empty for the parser's own, and what to do. */
const MISTAKES: readonly (readonly [found: RegExp, message: string, remedy: string])[] = [
  [/^Tabs are not allowed/, '', 'Indent with spaces.'],
  [/^Map keys must be unique/, 'the same name is defined twice', 'Give each entry a unique name.'],
  [/^Nested mappings are not allowed/, 'a second ": " in one line', "Put the whole value in single quotes ('...')."],
  [/^Missing closing/, 'a quote is not closed', 'Close it with the quote that it begins with.'],
  [/^Plain value cannot start with/, '', "Put the whole value in single quotes ('...')."],
  [
    /^Source contains multiple documents/,
    'a second document begins',
    'Remove the line `---`: one file is one document.',
  ],
  [
    /^Flow (?:map|sequence)|^Expected flow/,
    'a bracket is not closed',
    'Write `]` or `}` where the list or mapping ends.',
  ],
  [
    /^Implicit (?:map )?keys need|^All mapping items must/,
    '',
    'Write `key: value` with a space after the colon, and use the same indentation for all keys of a mapping.',
  ],
];

const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |$)/m;
const CONFLICT_REMEDY = 'Resolve the conflict: keep one side, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`.';

/** The parser's words where they name the mistake; what to do for those that most people make. */
function inPlainWords(found: string, text: string): { readonly message: string; readonly remedy: string } {
  if (CONFLICT.test(text)) return { message: 'a merge conflict is not resolved', remedy: CONFLICT_REMEDY };
  const place = / at line \d+, column \d+/.exec(found)?.[0] ?? '';
  const [, message = '', remedy = 'Correct the YAML at this position.'] =
    MISTAKES.find(([known]) => known.test(found)) ?? [];
  return { message: message === '' ? found : `${message}${place}`, remedy };
}

/** 1-based line of the deepest part of a place, such as `suites.unit.path`, that the text has; null when it has none of it. */
export function lineOfPlace(text: string, place: string): number | null {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const start = deepest(contents, place.replaceAll('_', '-'));
  return start === null ? null : lines.linePos(start).line;
}

function deepest(node: Node | null, rest: string): number | null {
  if (isSeq(node)) {
    const [index = '', ...below] = rest.split('.');
    const item = node.items[Number(index)] as Node | undefined;
    return item === undefined ? null : (deepest(item, below.join('.')) ?? item.range?.[0] ?? null);
  }
  if (!isMap(node)) return null;
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value).replaceAll('_', '-');
    if (rest !== name && !rest.startsWith(`${name}.`)) continue;
    return deepest(value as Node | null, rest.slice(name.length + 1)) ?? key.range?.[0] ?? null;
  }
  return null;
}

/** First and last line, 1-based, of each item of a YAML list; none when the text is no list. */
export function linesOfItems(text: string): readonly (readonly [first: number, last: number])[] {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines });
  if (!isSeq(contents)) return [];
  return contents.items.map(({ range: [start, end] }) => [
    lines.linePos(start).line,
    lines.linePos(Math.max(start, end - 1)).line,
  ]);
}

/** YAML of a value, as a person would write it: one key a line, long texts on one line. */
export function formatYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();
}
