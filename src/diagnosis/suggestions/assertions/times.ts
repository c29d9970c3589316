import type { Difference } from './numbers.js';

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|[+-]\d\d:?\d\d)?$/;
const DAY = /^(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}))$/;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** No two time zones are further apart. */
const MOST_HOURS = 26;

/** Milliseconds of the written clock, whatever its zone, and of the instant where a zone is written. */
function clockOf(
  text: string,
): { readonly written: number; readonly instant: number; readonly hasZone: boolean } | null {
  const found = INSTANT.exec(text);
  if (!found) return null;
  const [, day = '', time = '', zone] = found;
  const written = Date.parse(`${day}T${time}Z`);
  // A day that does not exist (30 February) is parsed as one of the next month.
  if (Number.isNaN(written) || new Date(written).toISOString().slice(0, 10) !== day) return null;
  const offset = zone === undefined || zone === 'Z' ? 'Z' : zone.replace(/^(.\d\d):?/, '$1:');
  return { written, instant: Date.parse(`${day}T${time}${offset}`), hasZone: zone !== undefined };
}

const inHours = (milliseconds: number): string => {
  const hours = Math.abs(milliseconds) / HOUR;
  return `${hours} hour${hours === 1 ? '' : 's'}`;
};

function instants(a: string, e: string): Difference | null {
  const [actual, expected] = [clockOf(a), clockOf(e)];
  if (actual === null || expected === null) return null;
  const isSame = actual.instant === expected.instant && actual.hasZone === expected.hasZone;
  if (isSame && a !== e)
    return actual.written === expected.written
      ? { remedy: 'Print the time in one format', what: 'both are the same instant, only its format differs' }
      : { remedy: 'Print the time in the expected time zone', what: 'both are the same instant in two time zones' };
  const apart =
    actual.hasZone === expected.hasZone ? actual.instant - expected.instant : actual.written - expected.written;
  if (apart === 0)
    return { remedy: 'Print the time with or without its zone on both sides', what: 'only the zone is written or not' };
  if (Math.abs(apart) <= MOST_HOURS * HOUR && apart % (15 * MINUTE) === 0)
    return {
      remedy: 'Set the time zone explicitly (or `TZ` for the suite)',
      what: `it is ${inHours(apart)} ${apart < 0 ? 'early' : 'late'}`,
    };
  return Math.abs(apart) < 1_000
    ? { remedy: 'Compare the times with the same precision', what: 'only the fractions of a second differ' }
    : null;
}

/** The days that a date without a named order can mean: with the day first, and with the month first. */
function daysOf(text: string): readonly string[] {
  const found = DAY.exec(text);
  if (!found) return [];
  const [, year, month = '', day = '', first = '', , second = '', last = ''] = found;
  const padded = (part: string): string => part.padStart(2, '0');
  if (year !== undefined) return [`${year}-${padded(month)}-${padded(day)}`];
  return [`${last}-${padded(second)}-${padded(first)}`, `${last}-${padded(first)}-${padded(second)}`];
}

function days(a: string, e: string): Difference | null {
  const [actual, expected] = [daysOf(a), daysOf(e)];
  const [one = '', two = ''] = [actual[0], expected[0]];
  if (actual.length === 0 || expected.length === 0) return null;
  if (actual.some((day) => expected.includes(day)))
    return { remedy: 'Print or parse the date in the expected format', what: 'both name the same day in two formats' };
  return actual.length === 1 && expected.length === 1 && Math.abs(Date.parse(one) - Date.parse(two)) === 24 * HOUR
    ? {
        remedy: 'Check the time zone in which the day is taken, and whether the last day counts',
        what: `it is one day ${one < two ? 'early' : 'late'}`,
      }
    : null;
}

/** In what two dates or times differ; null for other texts. */
export const differenceOfTimes = (a: string, e: string): Difference | null => instants(a, e) ?? days(a, e);
