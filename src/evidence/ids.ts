export type IdPrefix = 'TST' | 'FND' | 'COV' | 'API' | 'DGN';

/** Numbers records per prefix: `TST-20261123-0001`, four digits at least. One per run. */
export function createIds(day: string): (prefix: IdPrefix) => string {
  const counters = new Map<IdPrefix, number>();
  return (prefix) => {
    const next = (counters.get(prefix) ?? 0) + 1;
    counters.set(prefix, next);
    return recordId(prefix, day, next);
  };
}

/** The id of the record with a number, counted from 1. */
export function recordId(prefix: IdPrefix, day: string, number: number): string {
  return `${prefix}-${day}-${String(number).padStart(4, '0')}`;
}

/** `20261123` of an epoch time in milliseconds, in UTC. */
export function dayOf(milliseconds: number): string {
  return isoSeconds(milliseconds).slice(0, 10).replaceAll('-', '');
}

/** `20261123_041502Z` of an epoch time in milliseconds. */
export function runIdOf(milliseconds: number): string {
  return isoSeconds(milliseconds).replace(/[-:]/g, '').replace('T', '_');
}

/** ISO 8601 in UTC, to the second. */
export function isoSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
