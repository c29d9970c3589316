import type { Problem } from '../model/problem.js';
import type { Quarantine, TestCase } from '../model/run.js';
import { matchesWildcard } from './wildcard.js';

/** One entry of the quarantine file. */
interface Entry extends Quarantine {
  /** Glob over test ids; `suite: ` may stand before it. */
  readonly id: string;
  readonly matches: (test: Pick<TestCase, 'suite' | 'id'>) => boolean;
}

export interface QuarantineList {
  /** The entry that forgives a test; null for none. Expired entries forgive nothing. */
  readonly find: (test: Pick<TestCase, 'suite' | 'id'>) => Quarantine | null;
  readonly problems: readonly Problem[];
}

export const NO_QUARANTINE: QuarantineList = { find: () => null, problems: [] };

const KEYS = ['id', 'reason', 'owner', 'issue', 'expires'];

/**
 * Reads the quarantine file: a list of `{id, reason, owner, issue, expires}`. Every entry needs id, reason, owner and an
 * ISO date: one that lacks any is an error. One that has expired at `now` (epoch milliseconds) counts for nothing and says so. An entry for which `isNew` is true does not count yet.
 */
export function parseQuarantine(
  value: unknown,
  file: string,
  now: number,
  isNew: (index: number) => boolean = () => false,
): QuarantineList {
  if (value === null || value === undefined) return NO_QUARANTINE;
  if (!Array.isArray(value)) return { ...NO_QUARANTINE, problems: [mistake(file, 'is not a list', EXAMPLE)] };
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const [index, raw] of (value as readonly unknown[]).entries()) {
    const read = readEntry(raw, `${file}[${index}]`, now);
    if ('place' in read) problems.push(read);
    else if (isNew(index)) problems.push(notYet(`${file}[${index}]`, read));
    else entries.push(read);
  }
  return {
    problems,
    find: (test) => entries.find(({ matches }) => matches(test)) ?? null,
  };
}

function notYet(place: string, { id, owner }: Entry): Problem {
  const message = `this pull request adds or changes the entry for ${id}: it applies only after it is merged`;
  return warning(
    place,
    message,
    `Until then, the result of the test counts. Ask ${owner} to merge the entry separately.`,
  );
}

const EXAMPLE = 'Write `- {id: "tests/a.py::test_b*", reason: ..., owner: ..., expires: 2027-01-31}`.';

function readEntry(raw: unknown, place: string, now: number): Entry | Problem {
  if (typeof raw !== 'object' || raw === null) return mistake(place, 'is not an entry', EXAMPLE);
  const [id = '', reason = '', owner = '', issue = '', expires = ''] = KEYS.map((key) =>
    textOf((raw as Record<string, unknown>)[key]),
  );
  const missing = Object.entries({ id, reason, owner, expires })
    .filter(([, text]) => text === '')
    .map(([key]) => key);
  if (missing.length > 0) return mistake(place, `has no ${missing.join(', ')}`, EXAMPLE);
  if (/^(?:[^:]{1,80}: )?[*?]+$/.test(id))
    return mistake(place, `${id} would quarantine every test`, 'Name the test, or the file and a `*`.');
  const end = Date.parse(`${expires}T23:59:59Z`);
  if (Number.isNaN(end)) return mistake(place, `expires "${expires}", which is not a date`, 'Write 2027-01-31.');
  if (end < now)
    return warning(
      place,
      `the entry for ${id} expired on ${expires}, so the test counts again`,
      `Ask ${owner} to fix the test, or set a later date.`,
    );
  return { id, reason, owner, issue, expires, matches: matchesTest(id) };
}

/** Whether an entry with this id, in which `*` and `?` are special, is about a test: by the id alone, or with the suite before it. */
export function matchesTest(entry: string): (test: Pick<TestCase, 'suite' | 'id'>) => boolean {
  return ({ suite, id }) => matchesWildcard(entry, id) || matchesWildcard(entry, `${suite}: ${id}`);
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** An entry that cannot mean what its author wanted stops the run, as every wrong value of the settings does. */
function mistake(place: string, message: string, remedy: string): Problem {
  return { severity: 'error', place, message: `${message}.`, remedy };
}

function warning(place: string, message: string, remedy: string): Problem {
  return { severity: 'warning', place, message, remedy };
}
