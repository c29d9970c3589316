const WIDTH = 100;

/** What a file of Python can hold as a literal, made of JSON's kinds of values. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/**
 * A value as a Python literal, on one line when it fits and else one member a line. `indent` is the column of the line
 * it starts on, `used` the characters that line already has.
 */
export function pythonLiteral(value: Plain, indent = 0, used = indent): string {
  const flat = flatLiteral(value);
  if (used + flat.length <= WIDTH || typeof value !== 'object' || value === null) return flat;
  const inner = ' '.repeat(indent + 4);
  const lines = isList(value)
    ? value.map((item) => `${inner}${pythonLiteral(item, indent + 4)},\n`)
    : Object.entries(value).map(([name, item]) => {
        const key = `${quoted(name)}: `;
        return `${inner}${key}${pythonLiteral(item, indent + 4, indent + 4 + key.length)},\n`;
      });
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join('')}${' '.repeat(indent)}${close}`;
}

const isList = (value: readonly Plain[] | { readonly [name: string]: Plain }): value is readonly Plain[] =>
  Array.isArray(value);

function flatLiteral(value: Plain): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (isList(value)) return `[${value.map(flatLiteral).join(', ')}]`;
  const members = Object.entries(value).map(([name, item]) => `${quoted(name)}: ${flatLiteral(item)}`);
  return `{${members.join(', ')}}`;
}

/** JSON's strings are Python's, once line separators that end a line for editors are escaped too. */
function quoted(text: string): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]/g, escape);
}

/** Text for a docstring: one line that cannot end it. */
export function docText(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  return line.replaceAll('\\', '/').replaceAll('"', "'").slice(0, 100).toWellFormed();
}

const MAX_CHARS = 4000;

/** The value as plain data; undefined when it cannot be: too large, in a circle, not JSON's. */
export function plainOf(value: unknown): Plain | undefined {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined || text.length > MAX_CHARS ? undefined : (JSON.parse(text) as Plain);
  } catch {
    return undefined;
  }
}
