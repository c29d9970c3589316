import { isHarmless, isPlaceholder } from './harmless.js';
import { ISSUED_ALONE, ISSUED_TOKEN, issuerOf, mayHoldToken } from './issued-tokens.js';
import { firstLineOf, joinText, quicklyJoined, type Range, replaceRanges } from './joined-text.js';
import { type LiteralSearch, MIN_LITERAL, searchFor, splitSearchFor } from './literal.js';
import { CERTAIN_PATTERNS, NAMED_PATTERNS, type SecretPattern } from './secret-patterns.js';

/** Takes secrets out of text before it is written, sent or shown. */
export interface Redactor {
  /** The text with every secret replaced by `[redacted:<sort>#<n>]`; the same secret has the same number everywhere. */
  readonly redact: (text: string) => string;
  /** The text with every known literal, in any of its forms, and every token of a documented form replaced; for names. */
  readonly redactKnown: (text: string) => string;
  /** True when a known literal, in any of its forms, or a token of a documented form is still in the text. */
  readonly contains: (text: string) => boolean;
  /** At least as many characters as one secret takes, however it is written. */
  readonly reach: number;
}

/** What a private key or the longest of the tokens takes before it is recognized. */
const LEAST_REACH = 16_384;
/** A character of a literal as `\u0041`, and line breaks within. */
const WRITTEN_CHARS = 8;

const SECRET_VARIABLE = /TOKEN|SECRET|PASSW|PASSPHRASE|PWD$|KEY|CREDENTIAL|AUTH|DSN|PRIVATE|COOKIE/i;
const HARMLESS_VARIABLE = /(?:SOCK|FILE|PATH|DIR|HOME|PUBLIC\w{0,60}|KEYBOARD\w{0,60}|KEYS?_ID|PWD|OLDPWD)$/i;

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

type Mark = (sort: string, secret: string) => string;

/** Gives each secret one number per sort, in the order of first sight. */
function numbering(): Mark {
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

const replaceLiterals = (text: string, { match, valueOf }: LiteralSearch, mark: Mark): string =>
  match === null ? text : text.replace(match, (form) => mark('secret', valueOf(form)));

/** False when no secret of a text is split by colours or line breaks; most texts are done with that. */
function mayHoldSplit(text: string, { match, isMarkup }: LiteralSearch): boolean {
  const joined = isMarkup ? null : quicklyJoined(text);
  return (
    joined === null || (match !== null && joined.search(match) !== -1) || (joined !== text && mayHoldToken(joined))
  );
}

/** Secrets that colours or line breaks may split are found once these are gone, and replaced with them. */
function replaceSplit(text: string, split: LiteralSearch, mark: Mark): string {
  if (!mayHoldSplit(text, split)) return text;
  const { match, valueOf } = split;
  const { text: joined, startOf, endOf } = joinText(text);
  const rangeOf = (sort: string, secret: string, { 0: form, index }: RegExpExecArray): Range => {
    return { from: startOf(index), to: endOf(index + form.length - 1), by: mark(sort, secret) };
  };
  const literals = match === null ? [] : matchesOf(joined, match);
  const tokens = mayHoldToken(joined) ? matchesOf(joined, ISSUED_TOKEN) : [];
  const ranges = [
    ...literals.map((each) => rangeOf('secret', valueOf(each[0]), each)),
    ...tokens.map((each) => tokenRange(text, rangeOf('', '', each), each[0], mark)),
  ];
  return replaceRanges(
    text,
    ranges.sort((a, b) => a.from - b.from || b.to - a.to),
  );
}

const replaceIssued = (text: string, mark: Mark): string =>
  mayHoldToken(text) ? text.replace(ISSUED_TOKEN, (token) => mark(issuerOf(token), token)) : text;

/** `matchAll` compiles the expression anew for each text, and most texts have no match. */
const matchesOf = (text: string, match: RegExp): readonly RegExpExecArray[] =>
  text.search(match) === -1 ? [] : [...text.matchAll(match)];

/** A token that is whole at the end of its line does not go on in the next. */
function tokenRange(text: string, { from, to }: Range, joined: string, mark: Mark): Range {
  const line = firstLineOf(text.slice(from, to));
  const [whole = joined] = from + line.length < to ? (ISSUED_ALONE.exec(line) ?? []) : [];
  return { from, to: whole === joined ? to : from + whole.length, by: mark(issuerOf(whole), whole) };
}

/** Remembers the last answer, as neighbours share a hint. */
function hintSearch(): (text: string, hint: RegExp) => boolean {
  let last: { readonly text: string; readonly hint: RegExp | null; readonly holds: boolean } = {
    ...{ text: '', hint: null, holds: false },
  };
  return (text, hint) => {
    if (hint !== last.hint || text !== last.text) last = { text, hint, holds: hint.test(text) };
    return last.holds;
  };
}

function replacePatterns(text: string, patterns: readonly SecretPattern[], mark: Mark): string {
  const holds = hintSearch();
  return patterns.reduce((out, { name, match, hint }) => {
    if (!holds(out, hint)) return out;
    return out.replace(match, (...parts: readonly unknown[]) => {
      const whole = String(parts[0]);
      const groups = parts.at(-1);
      const secret = (isNamed(groups) ? secretOf(groups) : null) ?? whole;
      const at = whole.lastIndexOf(secret);
      if (isPlaceholder(secret) || isInnocent(name, isNamed(groups) ? groups : {}, whole.slice(0, at), secret))
        return whole;
      return `${whole.slice(0, at)}${mark(name, secret)}${whole.slice(at + secret.length)}`;
    });
  }, text);
}

/** The group that matched, beside the name of an assignment. */
function secretOf(groups: Readonly<Record<string, unknown>>): string | null {
  const [secret] = Object.entries(groups).flatMap(([name, value]) =>
    name !== 'name' && typeof value === 'string' ? [value] : [],
  );
  return secret ?? null;
}

const isNamed = (groups: unknown): groups is Readonly<Record<string, unknown>> =>
  typeof groups === 'object' && groups !== null;

function isInnocent(sort: string, groups: Readonly<Record<string, unknown>>, before: string, value: string): boolean {
  if (sort === 'user-password') return /^\d+$/.test(value);
  const { name } = groups;
  return typeof name === 'string' && isHarmless(name, before, value);
}

/**
 * Redacts by the literal values it is given, in every form of `literal.ts`, by the forms of issued tokens and by names.
 * Text must be bounded by the caller; cost is linear in it.
 */
export function createRedactor(options: { readonly literals: readonly string[] }): Redactor {
  const values = [...new Set(options.literals)];
  const whole = searchFor(values);
  const split = splitSearchFor(values);
  const mark = numbering();
  const longest = values.reduce((most, { length }) => Math.max(most, length), 0);
  const redactKnown = (text: string): string => {
    if (text === '') return text;
    const plain = replaceIssued(replaceLiterals(text, whole, mark), mark);
    const unsplit = replaceSplit(plain, split, mark);
    return replacePatterns(unsplit, CERTAIN_PATTERNS, mark);
  };
  return {
    redact: (text) => (text === '' ? text : replacePatterns(redactKnown(text), NAMED_PATTERNS, mark)),
    redactKnown,
    reach: Math.max(LEAST_REACH, longest * WRITTEN_CHARS),
    contains: (text) =>
      (whole.match !== null && text.search(whole.match) !== -1) ||
      (mayHoldToken(text) && text.search(ISSUED_TOKEN) !== -1) ||
      CERTAIN_PATTERNS.some(({ match, hint }) => hint.test(text) && text.search(match) !== -1),
  };
}
