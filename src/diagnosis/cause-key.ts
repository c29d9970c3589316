import type { Frame } from '../locate/frame.js';
import type { Failure } from '../model/diagnosis.js';
import type { Ask, Entities } from './facts/entities.js';
import type { Facts, Classification } from './rules/rule.js';

const MAX_ID = 300;

/** Text that differs between two failures of one cause becomes a mark; numbers that carry meaning are kept on request. */
function normalise(text: string, keepNumbers = false): string {
  const masked = text
    .slice(0, 600)
    .replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi, '<id>')
    .replace(/\b0x[\da-f]{4,}\b/gi, '<hex>')
    .replace(/\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{12,64}\b/gi, '<hash>')
    .replace(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>')
    .replace(/\b\d{1,9}(?:\.\d{1,9})? ?(?:ms|milliseconds|seconds|sec|s|min|minutes)\b/g, '<duration>')
    .replace(/(?:[A-Za-z]:)?(?:[\\/][\w.@-]{1,100}){2,}[\\/]/g, '')
    .replace(/\s+/g, ' ');
  return (keepNumbers ? masked : masked.replace(/\d+/g, '#')).trim().slice(0, 300);
}

/** The test's own name in its message says nothing about the cause. */
function withoutName(text: string, failure: Failure): string {
  const names = [failure.name, failure.testId, failure.name.split(/::|\.| › | > /).at(-1) ?? ''];
  return names.filter((name) => name.length > 5).reduce((rest, name) => rest.replaceAll(name, '<test>'), text);
}

const placeOf = (frame: Frame | null): string =>
  frame === null ? '' : `${frame.file.split('/').at(-1) ?? ''}:${frame.line}`;

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
};
const WHOLE_MACHINE = new Set(['disk-full', 'out-of-memory']);

/** Causes that live outside of the code have a name of their own, the same for every test they break. */
function sharedCause({ category, kind, evidence }: Classification, ask: Ask): string {
  if (kind === 'server-crashed') {
    const missing = MODULE.exec(evidence);
    return missing ? `module:${missing[1] ?? missing[2] ?? ''}` : `crash:${normalise(evidence)}`;
  }
  if (WHOLE_MACHINE.has(kind)) return kind;
  if (category === 'connection') return kind === '5xx' ? '' : connectionKey(kind, ask('host'));
  const field = NAMED_BY[kind];
  const value = field === undefined ? '' : ask(field);
  return value === '' ? '' : `${field === 'module' ? field : kind}:${value}`;
}

/** An exhausted server refuses everybody, whatever address the message has. */
const connectionKey = (kind: string, host: string): string =>
  kind === 'too-many-connections' ? `connection:${kind}` : host === '' ? '' : `connection:${kind}:${host}`;

/** Requests with the same credentials fail alike, so the endpoint counts and not the wording. */
function authKey(verdict: Classification, ask: Ask): string {
  const endpoint =
    ask('endpoint')
      .replace(/^(?:[A-Z]{3,7} )?(?:https?:\/\/[^/]+)?/, '')
      .replace(/\d+/g, '#')
      .split('?')[0] ?? '';
  return verdict.category === 'auth' && endpoint !== '' ? `auth:${endpoint}` : '';
}

/**
 * Equal for failures with one cause in one run: the shared thing when there is one, else category, normalised headline
 * and the innermost frame of the project. Numbers of a comparison stay, because they are the cause.
 */
export function causeKeyOf(
  verdict: Classification,
  facts: Facts,
  ask: Ask,
  failure: Failure,
  frames: { readonly test: Frame | null; readonly product: Frame | null },
): string {
  const shared = sharedCause(verdict, ask) || authKey(verdict, ask);
  if (shared !== '') return shared;
  if (verdict.kind === 'process-crash' || verdict.kind === 'no-message')
    return `${verdict.kind}:${failure.suite}:${failure.testId.slice(0, MAX_ID)}`;
  const comparison = verdict.category === 'assertion' ? facts.comparison() : null;
  const pair =
    comparison === null ? '' : `|${normalise(comparison.expected, true)}|${normalise(comparison.actual, true)}`;
  const awaited = verdict.category === 'timeout' ? ask('locator') : '';
  const said = awaited === '' ? normalise(withoutName(facts.headline, failure)) : awaited;
  const place = placeOf(frames.product ?? frames.test);
  const scope = place === '' && said.length < 12 ? failure.testId.slice(0, MAX_ID) : place;
  return `${verdict.category}|${facts.type.slice(0, MAX_ID)}|${said}${pair}|${scope}`;
}
