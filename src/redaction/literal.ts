// Finds literal secret values in each of their forms: plain, base64, URL, JSON, XML.
import { escapePattern } from '../text/escape.js';
import { joinText } from './joined-text.js';
import { withoutEnd } from '../text/bounds.js';

/** Shorter values would blot out innocent text. */
export const MIN_LITERAL = 8;

/** Base64 of a longer text shows only the middle of the secret's own encoding, at three offsets. */
function base64Forms(literal: string): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = withoutEnd(Buffer.from(`${'\0'.repeat(offset)}${literal}`).toString('base64'), '=');
    const stable = encoded.slice(offset === 0 ? 0 : offset + 1, -1);
    const form = stable.length >= MIN_LITERAL ? [stable] : [];
    return [...form, ...form.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
  });
}

function addressForms(literal: string): readonly string[] {
  const component = encodeURIComponent(literal);
  const form = new URLSearchParams({ v: literal }).toString().slice(2);
  const forms = [component, encodeURI(literal), form, component.replaceAll("'", '%27')];
  const isSmall = (text: string): string => text.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  return [...forms, ...forms.map(isSmall)];
}

const ascii = (text: string): string =>
  text.replaceAll(/[\u007f-\uffff]/g, (letter) => String.raw`\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** As JSON and JavaScript, also within JSON; as Python; all of it in ASCII, too. */
function quotedForms(literal: string): readonly string[] {
  const json = JSON.stringify(literal).slice(1, -1);
  const plain = json.replaceAll(String.raw`\"`, '"');
  const nested = JSON.stringify(json).slice(1, -1);
  const forms = [json, plain, plain.replaceAll("'", String.raw`\'`), nested, json.replaceAll('/', String.raw`\/`)];
  return [...forms, ...forms.map(ascii)];
}

function markupForms(literal: string): readonly string[] {
  const text = literal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const attribute = text.replaceAll('"', '&quot;');
  const apostrophes = ['&#39;', '&#x27;', '&apos;'].map((entity) => attribute.replaceAll("'", entity));
  return [text, attribute, attribute.replaceAll('\n', '&#10;'), ...apostrophes];
}

function formsOf(literal: string): readonly string[] {
  const lines = literal.includes('\n') ? literal.split('\n').filter((line) => line.trim().length >= 16) : [];
  const hexadecimal = Buffer.from(literal).toString('hex');
  return [literal, ...lines].flatMap((text) => [
    ...[text, ...addressForms(text), ...quotedForms(text), ...markupForms(text), ...base64Forms(text)],
    ...[hexadecimal, hexadecimal.toUpperCase()],
  ]);
}

/** Finds a set of secret values in text. */
export interface LiteralSearch {
  /** Every form of every value; global. Null when there is nothing to look for. */
  readonly match: RegExp | null;
  /** A value has a mark that XML and HTML write in another way. */
  readonly isMarkup: boolean;
  /** The value of a form that `match` has found. */
  readonly valueOf: (form: string) => string;
}

/** Looks for values that are long enough, in their forms, the longest form first. */
export function searchFor(values: readonly string[]): LiteralSearch {
  return searchOf(values, String, escapePattern);
}

/** The same in text that `joinText` has joined: a space at a line break may be missing. */
export function splitSearchFor(values: readonly string[]): LiteralSearch {
  const joined = (form: string): string => joinText(form).text;
  return searchOf(
    values,
    (form) => joined(form).replaceAll(/\s/g, ''),
    (form) => escapePattern(joined(form)).replaceAll(/\s/g, ' ?'),
  );
}

function searchOf(
  values: readonly string[],
  keyOf: (form: string) => string,
  sourceOf: (form: string) => string,
): LiteralSearch {
  const known = new Map<string, string>();
  const sources = new Set<string>();
  for (const value of values.filter(({ length }) => length >= MIN_LITERAL))
    for (const form of formsOf(value)) {
      if (!known.has(keyOf(form))) known.set(keyOf(form), value);
      sources.add(sourceOf(form));
    }
  const longestFirst = [...sources].sort((a, b) => b.length - a.length);
  const match = longestFirst.length === 0 ? null : new RegExp(longestFirst.join('|'), 'g');
  return {
    match,
    isMarkup: values.some((value) => /[&<>"']/.test(value)),
    valueOf: (form) => known.get(keyOf(form)) ?? form,
  };
}
