// Chooses the next step for a diagnosis: by tool, by kind, else by what was thrown.
import type { SourcePlace } from '../../model/report.js';
import { clip, finished, first, pathOf, withValues } from '../wording/sentence.js';
import type { Ask } from '../facts/entities.js';
import { requestNear } from '../source/request-near.js';
import { forAssertion } from './for-assertion.js';
import { forAuth } from './for-auth.js';
import { forUnknown } from './for-code.js';
import { forConnection } from './for-connection.js';
import { forData } from './data/for-data.js';
import { forFlaky } from './for-flaky.js';
import { forTimeout } from './for-timeout.js';
import type { Classification, Facts } from '../rules/rule.js';

/** What a suggestion may name besides the entities of the failure. */
export interface SuggestionContext {
  readonly place: SourcePlace | null;
  readonly productPlace: SourcePlace | null;
  readonly runner: string;
  /** What the test is called. */
  readonly name: string;
  /** What the cause is called; a step reads it without the code of the failing line. */
  readonly rootCause: string;
}

/** What each step is made of; the places are never empty. */
export interface About extends SuggestionContext {
  readonly kind: string;
  readonly facts: Facts;
  readonly ask: Ask;
  /** The product's line where there is one, else the test's. */
  readonly where: string;
  /** The line of the test; its name when no line is known. */
  readonly testWhere: string;
  /** The request that failed: `GET /orders`; empty when none is known. */
  readonly request: string;
}

const MAX_STEP = 400;

const at = (place: SourcePlace | null): string => (place === null ? '' : `${place.file}:${place.line}`);

const BY_CATEGORY: Readonly<Record<Classification['category'], (about: About) => string>> = {
  connection: forConnection,
  timeout: forTimeout,
  auth: forAuth,
  data: forData,
  flaky: forFlaky,
  assertion: forAssertion,
  unknown: forUnknown,
};

/** A test without a known line is called by its name. */
function testNamed(name: string): string {
  const own = name.split(/::| › /).at(-1) ?? '';
  return own === '' ? 'the failing line' : `the test '${clip(own.replace(/["'`]/g, ''), 80)}'`;
}

/** A next step that names a place, a thing or a command. */
export function suggestionFor(verdict: Classification, facts: Facts, ask: Ask, context: SuggestionContext): string {
  const { kind, category } = verdict;
  const testWhere = first(at(context.place), at(context.productPlace), testNamed(context.name));
  const where = first(at(context.productPlace), testWhere);
  const request = first(pathOf(ask('endpoint')), requestNear(facts));
  const rootCause = context.rootCause.replace(/ in `[^`]{1,200}`$/, '');
  const about: About = { ...context, rootCause, kind, facts, ask, where, testWhere, request };
  const step = BY_CATEGORY[category](about).replace(/ at (?=the test ')/g, ' in ');
  return finished(clip(withValues(step, facts), MAX_STEP));
}
