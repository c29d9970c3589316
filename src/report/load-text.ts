/** What is measured of all requests together is called so. */
export const ALL_ROUTES = 'all routes';

const MAX_NAME = 200;
const MAX_ERROR = 300;
const MOST_ERRORS = 5;

/** The name of a route as sentences hold it: one line, at most 200 characters. */
export function shortName(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return line.length > MAX_NAME ? `${line.slice(0, MAX_NAME - 1).toWellFormed()}…` : line;
}

/** The errors that came most often, as the locust runner's driver tells them: `12 times: 500 Server Error`. */
export function errorLines(errors: Iterable<readonly [string, number]>): readonly string[] {
  const sorted = [...errors].filter(([, times]) => times > 0).toSorted(([, one], [, other]) => other - one);
  return sorted.slice(0, MOST_ERRORS).map(([error, times]) => `${times} times: ${shortError(error)}`);
}

/** One line of an error. */
export function shortError(error: string): string {
  return error.slice(0, MAX_ERROR).replace(/\s+/g, ' ').trim().toWellFormed();
}

/** A status that counts as a failure, in the words of Python's requests, which Locust uses and diagnosis reads. */
export function statusError(status: number, reason = ''): string {
  const kind = status >= 500 ? 'Server' : 'Client';
  return `${status} ${kind} Error${reason === '' ? '' : `: ${shortError(reason)}`}`;
}

/** `GET /pets/7` of a method and an address or path; without query, as requests of one route belong together. */
export function routeLabel(method: string, address: string): string {
  const plain = /^[a-z][a-z+.-]{0,20}:\/\/[^/?#\s]{1,300}([^?#\s]*)/i.exec(address);
  const path = plain === null ? address : plain[1] === '' ? '/' : (plain[1] ?? '');
  return method === '' || /^[A-Z]{3,7} /.test(path) ? path : `${method} ${path}`;
}
