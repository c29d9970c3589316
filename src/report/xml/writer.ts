import { readableText } from '../../text/bounded-text.js';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
  ['\t', '&#9;'],
]);

const escaped = (text: string, marks: RegExp): string =>
  readableText(text).replace(marks, (mark) => ESCAPES.get(mark) ?? '');

/** Text content that any XML parser takes: escaped, without what XML forbids. */
export function xmlText(text: string): string {
  return escaped(text, /[&<>]/g);
}

/** Attributes, each with a leading blank, in the order given; line breaks survive as references. */
function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value), /[&<>"\n\t]/g)}"`)
    .join('');
}

/** The opening tag of an element whose content follows in pieces, on a line of its own. */
export function xmlOpening(name: string, attributes: Readonly<Record<string, string | number>>): string {
  return `<${name}${xmlAttributes(attributes)}>\n`;
}

/** An element on lines of its own; `content` is already XML. */
export function xmlElement(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const tag = `${name}${xmlAttributes(attributes)}`;
  return content === '' ? `<${tag}/>\n` : `<${tag}>${content}</${name}>\n`;
}
