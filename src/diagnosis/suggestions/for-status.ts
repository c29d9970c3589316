// Next steps for answers with another HTTP status than expected.
import type { Judged } from '../wording/compared.js';
import { first } from '../wording/sentence.js';
import type { Facts } from '../rules/rule.js';
import type { About } from './suggestion.js';

/** A redirect that came instead of an answer, most often to a log-in. */
function redirected(facts: Facts, what: string, code: string): string {
  const to = /\burl="([^"]{1,120})"|[Ll]ocation:? ["']?([^\s"']{1,120})/.exec(facts.text);
  const target = first(to?.[1] ?? '', to?.[2] ?? '');
  return /log.?in|sign.?in|auth/i.test(target)
    ? `Log the client in before ${what}: it is sent to ${target}.`
    : `Follow the redirect of ${what}${target === '' ? '' : ` to ${target}`}, or expect ${code}.`;
}

/** What each status of a server that cannot serve says of where to look. */
const UNSERVED: Readonly<Record<string, (target: string, request: string) => string>> = {
  '502': (target, request) =>
    `Check that the service behind ${target === 'the server' ? 'the proxy' : target} runs: the answer to ${request} is 502, so a proxy is there and its upstream is down or not ready; wait for the upstream before the tests.`,
  '503': (target, request) =>
    `Wait until ${target} is ready before ${request} (a health check): 503 means that it is starting, overloaded or in maintenance; its log says which.`,
  '504': (target, request) =>
    `Find why the service behind ${target} does not answer ${request} in time: 504 comes from the proxy; look at the upstream's log, or raise the limit of the proxy.`,
};

/** The step for a 5xx, by its number; `target` is who answered and `request` what was asked. */
export function forServerError(status: string, target: string, request: string): string {
  return (
    UNSERVED[status]?.(target, request) ??
    `Read the stack trace that ${target} logged for ${request}, and repair what it names: the answer is ${status === '' ? 'a server error' : status}.`
  );
}

/** Names of tests that ask for something that should not be there. */
const ABSENT = /unknown|missing|not[_\s-]?found|absent|gone|deleted|removed|nonexist|doesn.?t.?exist|invalid|404/i;

/** A 404: the route, the record, or a test that means to ask for what is not there. */
export function forAbsent({ name, testWhere }: About, what: string, wanted: string): string {
  const asked = what.includes(testWhere) ? '' : ` (${testWhere})`;
  return ABSENT.test(name)
    ? `Expect 404 of ${what}${asked} if the record is meant to be absent, as the test's name says; else create it in the set-up.`
    : `Check that the route of ${what} is registered and its record exists${asked}: the answer is 404, expected ${wanted}.`;
}

/** Statuses with a step of their own. */
const BY_STATUS: readonly (readonly [status: RegExp, step: (what: string, code: string, wanted: string) => string])[] =
  [
    [
      /^4(?:00|09|22)$/,
      (what, code, wanted) =>
        `Print the body of the answer to ${what}: it names the field that was refused (${code}, expected ${wanted}).`,
    ],
    [
      /^40[13]$/,
      (what, code, wanted) =>
        `Send credentials with ${what}, of a user with the right to it: the answer is ${code}, expected ${wanted}.`,
    ],
    [/^405$/, (what) => `Correct the method of ${what}, or register it for this route: the answer is 405.`],
    [/^5/, (what, code) => forServerError(code, 'the server', what)],
  ];

/** The number of a status that came, out of the sentence or of what was compared. */
const statusIn = (rootCause: string, actual: string): string =>
  first(/ answered ([1-5]\d\d)\b/.exec(rootCause)?.[1] ?? '', /[1-5]\d\d/.exec(actual)?.[0] ?? '');

/** An answer with another status, by what the status means. */
export function forStatus(about: About, { pair, subject }: Judged): string {
  const { request, testWhere, facts, rootCause } = about;
  const code = statusIn(rootCause, pair?.actual ?? rootCause);
  const what = request === '' ? `the request of ${testWhere}` : `${request} (${testWhere})`;
  const wanted = first(/[1-5]\d\d/.exec(pair?.expected ?? '')?.[0] ?? '', 'another status');
  if (/^30\d/.test(code)) return redirected(facts, what, code);
  if (code === '404') return forAbsent(about, what, wanted);
  const [, step] = BY_STATUS.find(([known]) => known.test(code)) ?? [];
  return (
    step?.(what, code, wanted) ??
    `Print the body of the answer to ${what}: ${first(subject, 'its status')} is ${first(code, 'another one')}, expected ${wanted}.`
  );
}
