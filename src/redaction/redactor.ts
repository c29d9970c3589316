import { stripVTControlCharacters } from 'node:util';
import { patternsFor, SECRET_PATTERNS } from './secret-patterns.js';

/** Takes secrets out of text before it is written, sent or shown. */
export interface Redactor {
  /** The text with every secret replaced by `[redacted:<sort>#<n>]`; the same secret has the same number everywhere. */
  readonly redact: (text: string) => string;
  /** The text with every known literal replaced, in any of its forms; for names and live output. */
  readonly redactKnown: (text: string) => string;
  /** True when a known literal, in any of its forms, or a token of a well-known form is still in the text. */
  readonly contains: (text: string) => boolean;
}

const MIN_LITERAL = 8;
const PLACEHOLDER =
  /^\[redacted:[\w-]+#\d+\]$|^\*{3,}$|^<[^>]{0,60}>$|^\$\{?[\w.{} ]{1,80}\}?$|^(?:none|null|undefined|true|false|required|missing|invalid|expired)$/i;
/** Patterns loose enough to hit innocent text again; the final check is for certain forms only. */
const LOOSE = new Set(['assignment', 'header', 'bearer', 'dsn-password', 'url-password']);

/** Base64 of a longer text shows only the middle of the secret's own encoding, at three offsets. */
function base64Forms(literal: string): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.from(`${'\0'.repeat(offset)}${literal}`)
      .toString('base64')
      .replace(/=+$/, '');
    const stable = encoded.slice(offset === 0 ? 0 : offset + 1, -1);
    const form = stable.length >= MIN_LITERAL ? [stable] : [];
    return [...form, ...form.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
  });
}

function formsOf(literal: string): readonly string[] {
  const json = JSON.stringify(literal).slice(1, -1);
  const lines = literal.includes('\n') ? literal.split('\n').filter((line) => line.trim().length >= 16) : [];
  const python = json.replaceAll('\\"', '"').replaceAll("'", String.raw`\'`);
  const xml = literal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const quoted = [xml, xml.replaceAll('"', '&quot;'), xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;')];
  const encoded = [encodeURIComponent(literal), encodeURI(literal), json, python, ...quoted, ...base64Forms(literal)];
  return [...new Set([literal, ...encoded, ...lines])];
}

const SECRET_VARIABLE = /TOKEN|SECRET|PASSW|PASSPHRASE|PWD$|KEY|CREDENTIAL|AUTH|DSN|PRIVATE|COOKIE/i;
const HARMLESS_VARIABLE = /(?:SOCK|FILE|PATH|DIR|HOME|PUBLIC\w*|KEYBOARD\w*|KEYS?_ID|PWD|OLDPWD)$/i;

/** Values of environment variables and inputs whose name says that they are secret; short ones are left alone. */
export function secretLiterals(variables: Readonly<Record<string, string | undefined>>): readonly string[] {
  const secrets = Object.entries(variables).flatMap(([name, value]) =>
    value !== undefined &&
    SECRET_VARIABLE.test(name) &&
    !(HARMLESS_VARIABLE.test(name) && !/SECRET|TOKEN|PASSW/i.test(name))
      ? [value.trim()]
      : [],
  );
  return [...new Set(secrets)].filter((value) => value.length >= MIN_LITERAL);
}

interface Literal {
  readonly value: string;
  readonly forms: readonly string[];
}

/** Gives each secret one number per sort, in the order of first sight. */
function numbering(): (sort: string, secret: string) => string {
  const seen = new Map<string, number>();
  const counts = new Map<string, number>();
  return (sort, secret) => {
    const key = `${sort}\0${secret}`;
    const known = seen.get(key) ?? (counts.get(sort) ?? 0) + 1;
    if (!seen.has(key)) counts.set(sort, known);
    seen.set(key, known);
    return `[redacted:${sort}#${known}]`;
  };
}

function replaceLiterals(
  text: string,
  literals: readonly Literal[],
  mark: (sort: string, secret: string) => string,
): string {
  let out = text;
  for (const { value, forms } of literals) {
    for (const form of forms) if (out.includes(form)) out = out.replaceAll(form, mark('secret', value));
  }
  return out;
}

function replacePatterns(text: string, mark: (sort: string, secret: string) => string): string {
  return patternsFor(text).reduce(
    (out, { name, match }) =>
      out.replace(match, (...parts: readonly unknown[]) => {
        const whole = String(parts[0]);
        const groups = parts.at(-1);
        const named =
          typeof groups === 'object' && groups !== null ? Object.values(groups as Record<string, unknown>) : [];
        const secret = named.find((value): value is string => typeof value === 'string') ?? whole;
        if (PLACEHOLDER.test(secret) || secret.startsWith('[redacted:')) return whole;
        if (name === 'assignment' && isCode(whole.slice(0, whole.lastIndexOf(secret)), secret)) return whole;
        const at = whole.lastIndexOf(secret);
        return `${whole.slice(0, at)}${mark(name, secret)}${whole.slice(at + secret.length)}`;
      }),
    text,
  );
}

/** Text about secrets instead of one: `max_tokens=4096`, `token == expected`, `password: string`, `token = load()`. */
function isCode(before: string, value: string): boolean {
  if (/["']$/.test(before)) return /^[\s,:;)\]}]*$/.test(value);
  if (/^[=>~]/.test(value) || /^[\d.,]+$/.test(value) || /^[\w.]{0,80}\(/.test(value)) return true;
  if (/:\s{1,4}$/.test(before)) return /^[A-Za-z_][A-Za-z_.[\]|]{0,40}[.,:;]?$/.test(value);
  return /(?:tokens|count|type|name|url|uri|field|length|limit|expir\w*|ttl|id)["']?\s{0,4}=\s{0,4}$/i.test(before);
}

/** Text with colours, when a literal stands in it only once they are gone, is redacted without them. */
function withoutColours(text: string, literals: readonly Literal[]): string {
  if (!text.includes('\u001b')) return text;
  const plain = stripVTControlCharacters(text);
  const isSplit = literals.some(({ forms }) => forms.some((form) => plain.includes(form) && !text.includes(form)));
  return isSplit ? plain : text;
}

/**
 * Redacts by the literal values it is told, in plain, URL, JSON and base64 form, and by the forms of well-known tokens.
 * Text must be bounded by the caller; cost is linear in it.
 */
export function createRedactor(options: { readonly literals: readonly string[] }): Redactor {
  const literals = [...new Set(options.literals)]
    .filter((value) => value.length >= MIN_LITERAL)
    .sort((a, b) => b.length - a.length)
    .map((value) => ({ value, forms: [...formsOf(value)].sort((a, b) => b.length - a.length) }));
  const mark = numbering();
  const certain = SECRET_PATTERNS.filter(({ name }) => !LOOSE.has(name));
  return {
    redact: (text) => replacePatterns(replaceLiterals(withoutColours(text, literals), literals, mark), mark),
    redactKnown: (text) => replaceLiterals(text, literals, mark),
    contains: (text) =>
      literals.some(({ forms }) => forms.some((form) => text.includes(form))) ||
      certain.some(({ match }) => new RegExp(match.source, match.flags.replace('g', '')).test(text)),
  };
}
