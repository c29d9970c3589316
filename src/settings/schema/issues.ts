import { closest, distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { CATEGORIES } from '../../model/diagnosis.js';
import type { Problem } from '../../model/problem.js';
import { shorten } from '../../text/bounds.js';

/** The nearest of the known names when it is near enough to be meant; null otherwise. */
export function nearestName(found: string, known: readonly string[]): string | null {
  if (known.length === 0 || found.length > MOST_CHARS) return null;
  const lower = found.toLowerCase();
  const names = new Map(known.toReversed().map((name) => [name.toLowerCase(), name] as const));
  const swapped = known.find((name) => isSwap(lower, name.toLowerCase()));
  if (swapped !== undefined) return swapped;
  const best = closest(lower, [...names.keys()].toReversed());
  return distance(lower, best) <= Math.max(1, Math.floor(best.length / 3)) ? (names.get(best) ?? best) : null;
}

/** Longest name that others are compared with: ids of tests hold paths. */
const MOST_CHARS = 300;

/** True when two neighbouring letters are exchanged, as in `paht` for `path`: one slip, though two edits. */
function isSwap(found: string, name: string): boolean {
  if (found.length !== name.length || found === name) return false;
  const at = Array.from(found).findIndex((letter, index) => letter !== name[index]);
  const swapped = `${found.slice(0, at)}${found[at + 1] ?? ''}${found[at] ?? ''}${found.slice(at + 2)}`;
  return swapped === name;
}

/** `Did you mean "x"?` or nothing. */
export function didYouMean(found: string, known: readonly string[]): string {
  const best = nearestName(found, known);
  return best === null ? '' : `Did you mean "${best}"?`;
}

/** What a value looks like in a message: bounded, on one line. */
function shown(value: unknown): string {
  if (typeof value !== 'string') return shorten(JSON.stringify(value), 60);
  return `"${shorten(value.replace(/\s+/g, ' ').trim(), 60)}"`;
}

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Checks a value; all problems at once, each with its place below `place`. `spell` turns a key into the user's spelling. */
export function check<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  place: string,
  spell: (key: string) => string,
): Checked<T> {
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, problems: result.issues.map((issue) => problemOf(issue, place, spell)) };
}

function problemOf(issue: v.BaseIssue<unknown>, place: string, spell: (key: string) => string): Problem {
  const keys = (issue.path ?? []).map((item) => spell(String(item.key)));
  const where = joinPlace(place, ...keys);
  if (issue.input === undefined) return settingsError(where, 'is missing.', MISSING_REMEDY[keys.at(-1) ?? ''] ?? 'Add it.');
  if (issue.input === null) return settingsError(where, 'is empty.', 'Write a value, or remove the key.');
  if (issue.input === '' && issue.message.startsWith('is empty'))
    return settingsError(where, 'is empty.', MISSING_REMEDY[keys.at(-1) ?? ''] ?? 'Write a value.');
  const allowed = /^is not one of (.+)\.$/.exec(issue.message)?.[1]?.split(', ') ?? [];
  const remedy = typeof issue.input === 'string' ? remedyFor(issue.input, allowed) : '';
  return settingsError(where, `${shown(issue.input)} ${issue.message}`, remedy);
}

/** What to write where a key is missing, by its name. */
const MISSING_REMEDY: Readonly<Record<string, string>> = {
  run: 'Write the shell command, for example `run: make test`.',
  report: 'Write the file pattern of the reports, for example `report: reports/*.xml`.',
  match: 'Write a regular expression that matches the failure.',
  category: `Write one of ${CATEGORIES.join(', ')}.`,
  path: 'Write the file pattern of the reports.',
};

function remedyFor(found: string, allowed: readonly string[]): string {
  if (found.includes('${{')) return NOT_EVALUATED;
  return didYouMean(found, allowed) || (allowed.length === 0 ? '' : 'Use one of these values.');
}

/** Texts with an expression that GitHub would have evaluated in a workflow file, each as a problem. */
export function unevaluated(value: unknown, place: string): readonly Problem[] {
  if (typeof value === 'string') {
    const from = value.indexOf('${{');
    const to = from === -1 ? -1 : value.indexOf('}}', from);
    return to === -1 ? [] : [settingsError(place, `contains ${shown(value.slice(from, to + 2))}.`, NOT_EVALUATED)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unevaluated(inner, joinPlace(place, key)));
}

/** The problems without those at a place that is named already. */
export function withoutPlaces(problems: readonly Problem[], named: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    ({ place }) => !named.some((other) => `${other.place}.`.startsWith(`${place}.`) || place.startsWith(`${other.place}.`)),
  );
}

/** GitHub evaluates expressions in workflow files alone. */
const NOT_EVALUATED =
  'GitHub evaluates expressions only in workflow files. Pass the value as an input under `with:` in the workflow.';

/** What an unknown key is: always a mistake, or a mistake only when it is close to a known key. */
export type UnknownKeyRule = 'refuse' | 'refuse-near';

/** Unknown keys of an object, each as a problem with the nearest known one. */
export function unknownKeys(
  value: object,
  known: readonly string[],
  place: string,
  rule: UnknownKeyRule,
): readonly Problem[] {
  const unknown = Object.keys(value).filter((key) => !known.includes(key) && !known.includes(kebab(key)));
  return unknown.map((key) => {
    // Keys of settings files are known in snake_case, those of inputs and suites in kebab-case.
    const guess = didYouMean(key, known) || didYouMean(kebab(key), known);
    return {
      severity: rule === 'refuse' || guess !== '' ? 'error' : 'warning',
      place: joinPlace(place, key),
      message: `"${key}" is not a setting here.`,
      remedy: guess || `Allowed: ${known.join(', ')}.`,
    };
  });
}

const kebab = (key: string): string => key.replaceAll('_', '-');

/** `suites.e2e`, `.qaagent.yaml: run.timeout`: a file's name is set off by a colon. */
function joinPlace(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce(
      (before, part) => (before.endsWith(':') ? `${before} ${part}` : before === '' ? part : `${before}.${part}`),
      '',
    );
}

/** An error of the settings. */
export function settingsError(place: string, message: string, remedy = ''): Problem {
  return { severity: 'error', place, message, remedy };
}

/** An object with keys in snake_case; anything else becomes null. */
export function foldKeys(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.replaceAll('-', '_'), inner as unknown]));
}

/** Keys that are written twice, in two spellings: `fail-fast` and `fail_fast`. */
export function keysWrittenTwice(value: object, place: string): readonly Problem[] {
  const keys = Object.keys(value);
  const twice = keys.filter((key, index) => keys.findIndex((other) => kebab(other) === kebab(key)) !== index);
  return twice.map((key) => settingsError(joinPlace(place, key), 'is defined twice.', 'Remove one of them.'));
}
