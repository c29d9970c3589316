// The key by which failures become one cause: the shared thing when there is one, else what was reported and where.
import type { Failure } from '../model/diagnosis.js';
import type { SourcePlace } from '../model/report.js';
import type { Ask, Entities } from './facts/entities.js';
import { normalise, pathPattern } from './facts/normalise.js';
import type { Facts, Classification } from './rules/rule.js';

const MAX_ID = 300;

/** What a key is made of. */
interface Evidence {
  readonly verdict: Classification;
  readonly facts: Facts;
  readonly ask: Ask;
  readonly failure: Failure;
  /** `file.py:12` of the test's frame; empty when none is known. */
  readonly testPlace: string;
  /** The same for the product's frame. */
  readonly productPlace: string;
  /** The product's, else the test's. */
  readonly place: string;
}

/** The test's own name in its message says nothing about the cause. */
function withoutName(text: string, failure: Failure): string {
  const names = [failure.name, failure.testId, failure.name.split(/::|\.| › | > /).at(-1) ?? ''];
  return names.filter((name) => name.length > 5).reduce((rest, name) => rest.replaceAll(name, '<test>'), text);
}

const nameOf = (place: SourcePlace | null): string =>
  place === null ? '' : `${place.file.split('/').at(-1) ?? ''}:${place.line}`;

const MODULE = /No module named '?([\w.]{1,120})|Cannot find (?:module|package) '([^']{1,200})'/;

/** Kinds whose cause is a named thing: the entity that names it. */
const NAMED_BY: Readonly<Record<string, keyof Entities>> = {
  'missing-dependency': 'module',
  'import-error': 'module',
  'missing-fixture': 'fixture',
  'missing-env': 'variable',
  'duplicate-key': 'constraint',
  'foreign-key': 'constraint',
  constraint: 'constraint',
  'db-permission': 'table',
  'missing-table': 'table',
  'missing-column': 'column',
  'missing-file': 'file',
  'missing-tool': 'tool',
  'browser-start': 'browser',
};
/** Kinds that break every test they meet in the same way, wherever it stands. */
const WHOLE_MACHINE = new Set(['disk-full', 'out-of-memory', 'docker', 'pending-migration', 'missing-mark']);
const WITHOUT_PLACE = new Set([
  ...['missing-dependency', 'missing-env', 'missing-driver', 'missing-fixture', 'browser-start', 'command-failed'],
  ...['setup-error', 'missing-table', 'duplicate-key', 'pending-migration', 'undefined-step', 'build-error'],
]);

/** Kinds of refusals that have one remedy. */
const AUTH_GROUPS: Readonly<Record<string, string>> = {
  'no-credentials': 'absent',
  unauthorized: 'absent',
  forbidden: 'denied',
  'access-denied': 'denied',
};
/** A key with this part joins the one explained refusal of its endpoint, when the run has exactly one. */
export const UNEXPLAINED = 'auth:unexplained:';
/** A peer that is not there, in the words of different clients. */
const DOWN = new Set(['refused', 'unreachable']);
/** One machine under its several names. */
const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1?\]?|0\.0\.0\.0)(?=:\d|$)/;
const SERVICE =
  /\b(mysql|mariadb|pgsql|postgres(?:ql)?|redis|mongo(?:db)?|kafka|rabbitmq|elasticsearch|memcached|smtp)\b/i;

function connectionKey({ verdict: { kind }, facts, ask, place }: Evidence): string {
  if (kind === 'too-many-connections') return `connection:${kind}`;
  const path = pathPattern(ask('endpoint')).replace(/^[A-Z]{3,7} /, '');
  if ((kind === '5xx' || kind === 'rate-limit') && path !== '') return `connection:answer:${path}`;
  if (kind === '5xx') return '';
  const host = kind === 'dns' ? ask('host').replace(/:\d{1,5}$/, '') : ask('host');
  const what = DOWN.has(kind) ? 'down' : kind;
  const peer = host === '' ? (SERVICE.exec(`${facts.head}\n${facts.source}`)?.[1] ?? '').toLowerCase() : host;
  if (peer !== '') return `connection:${what}:${peer.replace(LOOPBACK, 'localhost')}`;
  return facts.headline.length < 25 ? '' : `connection:${what}:${normalise(facts.headline)}${place === '' ? '' : '|'}`;
}

/** Requests that are refused for one reason fail alike, so reason and endpoint count and not the wording. */
function authKey({ verdict, facts, ask }: Evidence): string {
  const { kind, rule } = verdict;
  const group = AUTH_GROUPS[kind] ?? kind;
  const path = kind === 'db-password' ? '' : pathPattern(ask('endpoint')).replace(/^[A-Z]{3,7} /, '');
  const isAnswer = /status-with-evidence|http-status|unauthenticated|forbidden/.test(rule);
  if (path !== '' && isAnswer)
    return kind === 'unauthorized' && (!rule.endsWith('evidence') || facts.text.includes('← 401'))
      ? `${UNEXPLAINED}${path}`
      : `auth:${group}:${path}`;
  if (path !== '') return `auth:raised:${facts.type}:${group}:${path}`;
  const user = /\b(?:user|role) ["']?([\w.@-]{1,80})/.exec(facts.headline)?.[1] ?? '';
  return `auth:${group}:${user === '' ? normalise(facts.headline) : user}`;
}

/** Causes that live outside of the code have a name of their own, the same for every test they break. */
function sharedCause(evidence: Evidence): string {
  const { verdict, ask, facts } = evidence;
  const { category, kind } = verdict;
  if (kind === 'server-crashed') {
    const missing = MODULE.exec(verdict.evidence);
    return missing ? `module:${missing[1] ?? missing[2] ?? ''}` : `crash:${normalise(verdict.evidence)}`;
  }
  if (WHOLE_MACHINE.has(kind)) return kind;
  if (category === 'connection') return connectionKey(evidence);
  if (category === 'auth') return authKey(evidence);
  const field = NAMED_BY[kind];
  const value = field === undefined ? '' : ask(field);
  if (value !== '') return `${field === 'module' ? field : kind}:${value}`;
  return WITHOUT_PLACE.has(kind) && facts.headline.length >= 20 ? `${kind}:${normalise(facts.headline)}` : '';
}

/** Parameters of one test and users of one helper fail at one line, with other values; that line is the cause. */
function assertionKey({ verdict, facts, failure, testPlace, productPlace }: Evidence): string {
  const place = testPlace === '' ? productPlace : testPlace;
  if (place !== '' && !/\.feature:/.test(place)) return `assertion|${place}`;
  const comparison = facts.comparison();
  const pair =
    comparison === null ? '' : `|${normalise(comparison.expected, true)}|${normalise(comparison.actual, true)}`;
  const message = normalise(withoutName(facts.headline, failure));
  return `assertion|${verdict.kind}|${message}${pair}|${scopeOf(message, place, failure)}`;
}

const scopeOf = (message: string, place: string, failure: Failure): string =>
  place === '' && message.length < 12 ? testOf(failure) : place;

/** The test with its subtests (`TestCart/empty`): a parent fails through them. */
function testOf({ testId, name }: Failure): string {
  const parent = name.split('/', 1)[0] ?? name;
  return (testId.endsWith(name) ? testId.slice(0, testId.length - name.length) + parent : testId).slice(0, MAX_ID);
}

/** Equal for failures with one cause in one run: the shared thing when there is one, else the message and its place. */
export function causeKeyOf(
  verdict: Classification,
  facts: Facts,
  ask: Ask,
  failure: Failure,
  places: { readonly test: SourcePlace | null; readonly product: SourcePlace | null },
): string {
  const [testPlace, productPlace] = [nameOf(places.test), nameOf(places.product)];
  const place = productPlace === '' ? testPlace : productPlace;
  const evidence: Evidence = { verdict, facts, ask, failure, testPlace, productPlace, place };
  const shared = sharedCause(evidence);
  if (shared !== '') return shared;
  if (verdict.kind === 'process-crash' || verdict.kind === 'no-message')
    return `${verdict.kind}:${failure.suite}:${testOf(failure)}`;
  if (verdict.category === 'assertion') return assertionKey(evidence);
  const awaited = verdict.category === 'timeout' ? ask('locator') : '';
  const message = awaited === '' ? normalise(withoutName(facts.headline, failure)) : awaited;
  const type = facts.type.slice(0, MAX_ID);
  if (productPlace !== '' && type !== '' && verdict.category === 'unknown') return `raised|${type}|${productPlace}`;
  const limit = verdict.kind.endsWith('-timeout') && awaited === '' ? `|${ask('limit')}` : '';
  return `${verdict.category}|${type}|${message}|${scopeOf(message, place, failure)}${limit}`;
}
