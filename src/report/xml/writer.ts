import { readableText } from '../../text/bounded-text.js';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
  ['\t', '&#9;'],
]);

/** Nearly every text: nothing to escape and nothing that XML forbids. */
const PLAIN = /^[\x20\x21\x23-\x25\x27-\x3b\x3d\x3f-\x7e\xa0-\ud7ff]*$/;

const escaped = (text: string, marks: RegExp): string =>
  PLAIN.test(text) ? text : readableText(text).replace(marks, (mark) => ESCAPES.get(mark) ?? '');

/** Text content that any XML parser takes: escaped, without what XML forbids. */
export function xmlText(text: string): string {
  return escaped(text, /[&<>]/g);
}

/** The value of an attribute; line breaks survive as references. */
export function xmlValue(text: string): string {
  return escaped(text, /[&<>"\n\t]/g);
}

/** Attributes, each with a leading blank, in the order given; line breaks survive as references. */
function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  let written = '';
  for (const name in attributes) written += ` ${name}="${xmlValue(String(attributes[name]))}"`;
  return written;
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
