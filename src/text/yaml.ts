// Reads YAML 1.2 within bounds; aliases and duplicate keys are limited.
import { isSeq, LineCounter, parseDocument, stringify } from 'yaml';

export type YamlResult =
  | { readonly ok: true; readonly value: unknown }
  /** `message` has no full stop at its end; `remedy` is empty when the message says it all. */
  | { readonly ok: false; readonly message: string; readonly remedy: string };

/** Reads YAML 1.2. A mistake is a message with its line, never an exception; anchors cannot blow up. */
export function parseYaml(text: string): YamlResult {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true });
  const error = document.errors[0];
  if (error !== undefined) {
    const first = error.message.split('\n')[0]?.replace(/:$/, '') ?? 'not YAML';
    return { ok: false, ...inPlainWords(first) };
  }
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch (failure) {
    // An alias without an anchor, or aliases that unfold to too much, are found only now.
    const message = failure instanceof Error ? failure.message.split('\n')[0] : undefined;
    return { ok: false, message: message ?? 'not YAML', remedy: ALIAS_REMEDY };
  }
}

const ALIAS_REMEDY = 'A word that begins with `*` is an alias in YAML: anchor it with `&`, or put it in quotes.';

/** The parser's words where they name the mistake; what to do for those that most people make. */
function inPlainWords(found: string): { readonly message: string; readonly remedy: string } {
  const place = / at line \d+, column \d+/.exec(found)?.[0] ?? '';
  if (/^Tabs are not allowed/.test(found)) return { message: found, remedy: 'Indent with spaces.' };
  if (/^Map keys must be unique/.test(found))
    return { message: `the same name is written twice${place}`, remedy: 'Give each entry a name of its own.' };
  if (/^Nested mappings are not allowed/.test(found))
    return { message: `a second ": " in one line${place}`, remedy: "Put the whole value in single quotes ('...')." };
  return { message: found, remedy: '' };
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
