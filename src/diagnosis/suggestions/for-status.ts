// Next steps for answers with another HTTP status than expected.
import type { Judged } from '../wording/compared.js';
import { clip, first } from '../wording/sentence.js';
import type { Facts } from '../rules/rule.js';
import { loggedError, shownInProcess } from '../source/server-in-test.js';
import { expiredTokenLine, linesAbove, sendsCredentials, sentPayload } from '../source/test-lines.js';
import type { About } from './suggestion.js';

/** The step for one status: what was asked with its place, and both statuses. */
interface Answer {
  readonly about: About;
  /** `GET /me (tests/test_a.py:4)`. */
  readonly what: string;
  /** `GET /me`, else the request of the failing line. */
  readonly asked: string;
  readonly code: string;
  readonly wanted: string;
}

/** A redirect that came instead of an answer, most often to a log-in. */
function redirected({ about: { facts }, what, code }: Answer): string {
  const to = /\burl="([^"]{1,120})"|[Ll]ocation:? ["']?([^\s"']{1,120})/.exec(facts.text);
  const target = first(to?.[1] ?? '', to?.[2] ?? '');
  if (/log.?in|sign.?in|auth/i.test(target)) return `Log the client in before ${what}: it is sent to ${target}.`;
  if (target !== '') return `Follow the redirect of ${what} to ${target}, or expect ${code}.`;
  return code === '302' || code === '303'
    ? `Log the client in before ${what} if its route asks for a log-in, else follow the redirect (print the \`Location\` header: it says where to), or expect ${code}.`
    : `Ask for the address that ${what} is redirected to (a slash at its end, \`https\`), follow the redirect, or expect ${code}.`;
}

/** What each status of a server that cannot serve says of where to look. */
const UNSERVED: Readonly<Record<string, (target: string, request: string) => string>> = {
  '502': (target, request) =>
    `Check that the service behind ${target === 'the server' ? 'the proxy' : target} runs: the answer to ${request} is 502, so a proxy is there and its upstream is down or not ready; wait for the upstream before the tests.`,
  '503': (target, request) =>
    `Wait until ${target} is ready before ${request} (a health check): 503 means that it is starting, overloaded or in maintenance; its log says which.`,
  '504': (target, request) =>
    `Find out why the service behind ${target} does not answer ${request} in time: 504 comes from the proxy; look at the upstream's log, or raise the limit of the proxy.`,
};

/** The step for a 5xx, by its number; `target` is who answered and `request` what was asked. */
export function forServerError(status: string, target: string, request: string, facts: Facts): string {
  const logged = loggedError(facts);
  const answer = `the answer is ${status === '' ? 'a server error' : status}`;
  if (logged !== null)
    return `Fix ${logged.place === '' ? `the error that ${target} logged for ${request}` : `the code at ${logged.place}, which serves ${request}`}: ${clip(logged.error, 120).replaceAll('`', "'")}.`;
  const served = UNSERVED[status]?.(target, request);
  if (served !== undefined) return served;
  const shows = shownInProcess(facts);
  return shows === ''
    ? `Read the stack trace that ${target} logged for ${request}, and fix the error that it names: ${answer}.`
    : `Find the exception behind ${request} (${answer}): the application runs in the process of the test, so ${shows}.`;
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

/** What a route lacks that answers with success where a refusal is expected. */
const REFUSALS: readonly (readonly [wanted: RegExp, lacks: string, unless: string])[] = [
  [/^401$/, 'the log-in check', 'it is meant to be public'],
  [/^403$/, "the check of the user's right (role, owner, scope)", 'every user may do this'],
  [/^4(?:00|22)$/, 'the validation of its input', 'this input is valid'],
  [/^404$/, 'the answer for a record that does not exist', 'the record exists'],
  [/^409$/, 'the check for a conflict (a record that exists already, another version)', 'this is no conflict'],
  [/^429$/, 'the rate limit, or switch it on for the tests', 'so many requests are allowed'],
];

/** A request that succeeds although the test wants it to be refused, or succeeds in another way. */
function accepted({ about: { testWhere }, asked, code, wanted }: Answer): string {
  const [, lacks, unless] = REFUSALS.find(([known]) => known.test(wanted)) ?? [];
  if (lacks !== undefined)
    return `Add to the route of ${asked} ${lacks}: it answers ${code}, and ${testWhere} expects ${wanted}; correct the test only if ${unless ?? ''}.`;
  if (wanted.startsWith('2'))
    return `Let the route of ${asked} answer ${wanted} (it sets no status, or another one: ${code}), or expect ${code} at ${testWhere}.`;
  return wanted.startsWith('3')
    ? `Let the route of ${asked} redirect (${wanted}): it answers ${code} itself; correct ${testWhere} if that is right.`
    : `Print the body of the answer to ${asked} (${testWhere}): its status is ${first(code, 'another one')}, expected ${wanted}.`;
}

/** A refusal for lack of credentials, by what the test sends. */
export function unauthorized({ about: { facts, place }, what, code, wanted }: Omit<Answer, 'asked'>): string {
  const answer = `the answer is ${code}${wanted === '' ? '' : `, expected ${wanted}`}`;
  const expired = expiredTokenLine(linesAbove(facts, place), facts.source);
  if (expired !== '' && code === '401')
    return `Give the token of ${what} a lifetime that has not ended: the test makes it with \`${expired}\`, and ${answer}.`;
  if (!sendsCredentials(facts)) return `Send credentials with ${what}, of a user with the right to it: ${answer}.`;
  return code === '403'
    ? `Send ${what} as a user with the right to it (role, owner, scope): its credentials are accepted, and ${answer}.`
    : `Correct the credentials that the test sends with ${what} (expired, signed with another key, for another audience, of an unknown user): ${answer}; the body of the answer names which.`;
}

/** Input that the server refuses, with what the test sends. */
function refusedInput({ about: { facts }, what, code, wanted }: Answer): string {
  const payload = sentPayload(facts);
  return payload === ''
    ? `Print the body of the answer to ${what}: it names the field that was refused (${code}, expected ${wanted}).`
    : `Compare ${clip(payload, 100)}, which the test sends with ${what}, with the fields that the route asks for: it refuses them (${code}, expected ${wanted}); the body of the answer names the field.`;
}

/** Statuses with a step of their own. */
const BY_STATUS: readonly (readonly [status: RegExp, step: (answer: Answer) => string])[] = [
  [/^2/, accepted],
  [/^30\d/, redirected],
  [/^404/, ({ about, what, wanted }) => forAbsent(about, what, wanted)],
  [/^4(?:00|09|22)$/, refusedInput],
  [/^40[13]$/, unauthorized],
  [/^405$/, ({ what }) => `Correct the method of ${what}, or register it for this route: the answer is 405.`],
  [/^5/, ({ about, what, code }) => forServerError(code, 'the server', what, about.facts)],
];

/** The number of a status that came, out of the sentence or of what was compared. */
const statusIn = (rootCause: string, actual: string): string =>
  first(/ answered ([1-5]\d\d)\b/.exec(rootCause)?.[1] ?? '', /[1-5]\d\d/.exec(actual)?.[0] ?? '');

/** An answer with another status, by what the status means. */
export function forStatus(about: About, { pair, subject }: Judged): string {
  const { request, testWhere, rootCause } = about;
  const code = statusIn(rootCause, pair?.actual ?? rootCause);
  const what = request === '' ? `the request of ${testWhere}` : `${request} (${testWhere})`;
  const asked = first(request, 'the request');
  const wanted = first(
    /[1-5]\d\d/.exec(pair?.expected ?? '')?.[0] ?? '',
    / expected a redirect \((\d{3})\)/.exec(rootCause)?.[1] ?? '',
    'another status',
  );
  const [, step] = BY_STATUS.find(([known]) => known.test(code)) ?? [];
  return (
    step?.({ about, what, asked, code, wanted }) ??
    `Print the body of the answer to ${what}: ${first(subject, 'its status')} is ${first(code, 'another one')}, expected ${wanted}.`
  );
}
