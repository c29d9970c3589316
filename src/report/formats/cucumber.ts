import type { CaseStatus } from '../../model/report.js';
import type { JsonDialect } from './json-report.js';
import { type Json, listOf, member, numberOf, textOf } from '../../text/json.js';
import type { CaseMaker } from '../case-builder.js';
import { NOTHING_DECLARED } from '../report-reader.js';

/** Undefined, pending and ambiguous steps fail a scenario in every current Cucumber. */
const RANK: readonly (readonly [string, CaseStatus])[] = [
  ['failed', 'failed'],
  ['ambiguous', 'failed'],
  ['undefined', 'error'],
  ['pending', 'error'],
  ['skipped', 'skipped'],
];

const NANOSECONDS = 1_000_000;

const KNOWN = new Set(['passed', ...RANK.map(([word]) => word)]);

/** The word that decides a scenario: one that no Cucumber writes comes first, then the worst; none when all passed. */
function worstOf(steps: readonly Json[]): readonly [string, CaseStatus] | undefined {
  const words = new Set(steps.map(wordOf));
  const unknown = [...words].find((word) => word !== '' && !KNOWN.has(word));
  if (unknown !== undefined) return [unknown, 'error'];
  return RANK.find(([word]) => words.has(word)) ?? (words.has('') ? ['', 'not-run'] : undefined);
}

/** Status of a step; empty for one without a result, which was never run. */
const wordOf = (step: Json): string => textOf(resultOf(step), 'status').toLowerCase();

const resultOf = (step: Json): Json => member(step, 'result');

/** Steps with the hooks around the scenario and around each step. */
function stepsOf(scenario: Json): readonly Json[] {
  const steps = listOf(scenario, 'steps');
  const around = steps.flatMap((step) => [...listOf(step, 'before'), step, ...listOf(step, 'after')]);
  return [...listOf(scenario, 'before'), ...around, ...listOf(scenario, 'after')];
}

const nameOf = (step: Json): string =>
  [textOf(step, 'keyword').trim(), textOf(step, 'name')].filter((part) => part !== '').join(' ');

function caseOf(
  scenario: Json,
  feature: Json,
  background: readonly Json[],
  make: CaseMaker,
): ReturnType<CaseMaker['case']> {
  const steps = [...background, ...stepsOf(scenario)];
  const worst = worstOf(steps);
  const reported = worst === undefined ? undefined : steps.find((step) => wordOf(step) === worst[0]);
  const error = textOf(resultOf(reported), 'error_message');
  const durations = steps.map((step) => numberOf(resultOf(step), 'duration') ?? 0);
  return make.case({
    name: textOf(scenario, 'name'),
    classname: textOf(feature, 'name'),
    suite: textOf(feature, 'name'),
    status: worst?.[1] ?? 'passed',
    unknown: worst === undefined || worst[0] === '' || KNOWN.has(worst[0]) ? undefined : worst[0],
    file: textOf(feature, 'uri').replace(/^file:/, ''),
    line: numberOf(scenario, 'line') ?? 0,
    durationMs: durations.reduce((sum, one) => sum + one, 0) / NANOSECONDS,
    message: error === '' && worst !== undefined && worst[0] !== '' ? `${worst[0]} step: ${nameOf(reported)}` : '',
    details: error === '' ? '' : `${error}\n${nameOf(reported)}\n${textOf(member(reported, 'match'), 'location')}`,
    output: steps
      .flatMap((step) => listOf(step, 'output'))
      .filter((line) => typeof line === 'string')
      .join('\n'),
    properties: {
      tags: listOf(scenario, 'tags')
        .map((tag) => textOf(tag, 'name'))
        .join(' ')
        .slice(0, 4_000),
    },
  });
}

/** Scenarios of one feature; the steps of a background stand before each scenario that it belongs to. */
function casesOf(feature: Json, make: CaseMaker): readonly ReturnType<CaseMaker['case']>[] {
  let background: readonly Json[] = [];
  return listOf(feature, 'elements').flatMap((element) => {
    const isBackground = textOf(element, 'type') === 'background';
    if (isBackground) background = stepsOf(element);
    return isBackground ? [] : [caseOf(element, feature, background, make)];
  });
}

/** Reads the JSON formatter of Cucumber (Ruby, JVM, JS) and behave's `json.cucumber` look-alikes. */
export const cucumberDialect: JsonDialect = {
  format: 'cucumber-json',
  matches: (document) =>
    Array.isArray(document) &&
    document.some((feature) => Array.isArray(member(feature, 'elements')) && textOf(feature, 'uri') !== ''),
  read: (document, make) => ({
    cases: (document as readonly Json[]).flatMap((feature) => casesOf(feature, make)),
    suiteErrors: [],
    declared: NOTHING_DECLARED,
  }),
};
