import * as v from 'valibot';
import {
  axe as axeKeys,
  lighthouse as lighthouseKeys,
  loadLimits,
  locust as locustKeys,
  schemathesis as schemathesisKeys,
} from './quality.js';
import type { JunitSettings } from '../../model/settings.js';
import { SHARD_UNITS } from '../../model/shard.js';
import { foldKeys } from './issues.js';
import { duration, durationOrOff, flag, oneOf, someText, splitTexts, text, textMap, texts, wholeNumber } from './values.js';

const textOrNull = v.optional(v.nullable(text), null);
const noTexts = v.optional(texts, []);

const NO_PATTERN = 'is not a pattern. Write a pattern, or a mapping with `path` and `optional` or `any-age`.';

/** One pattern of reports; any but an optional one must match a file, and one that this job wrote. */
const report = v.union(
  [
    v.pipe(
      text,
      v.transform((path) => ({ path, optional: false, any_age: false })),
    ),
    v.strictObject(
      { path: text, optional: v.optional(flag, false), any_age: v.optional(flag, false) },
      NO_PATTERN,
    ),
  ],
  NO_PATTERN,
);

type ReportPattern = v.InferOutput<typeof report>;

const reports = v.pipe(
  v.unknown(),
  v.transform(listOfReports),
  v.array(report),
  v.transform((all): readonly ReportPattern[] => all.filter(({ path }) => path !== '')),
);

/** One text may hold several patterns, one mapping is a list of one. */
function listOfReports(value: unknown): unknown {
  const items = Array.isArray(value)
    ? (value as readonly unknown[])
    : typeof value === 'string'
      ? splitTexts(value)
      : [value];
  return items.map((item) => foldKeys(item) ?? item);
}

function patternsOf(all: readonly ReportPattern[]): Pick<JunitSettings, 'report' | 'optional' | 'ofAnyAge'> {
  const pathsWhere = (key: 'optional' | 'any_age'): readonly string[] =>
    all.filter((each) => each[key]).map(({ path }) => path);
  const [optional, ofAnyAge] = [pathsWhere('optional'), pathsWhere('any_age')];
  return {
    report: all.map(({ path }) => path),
    ...(optional.length === 0 ? {} : { optional }),
    ...(ofAnyAge.length === 0 ? {} : { ofAnyAge }),
  };
}

/** Settings that every suite may have; snake_case, as keys are folded before checking. */
const common = v.partial(
  v.object({
    enabled: flag,
    path: text,
    args: v.union([v.array(text), text], 'is not a list of arguments. Write `args: -x --maxfail=1`, or a list.'),
    env: textMap,
    timeout: duration,
    idle_timeout: durationOrOff,
    retries: wholeNumber(0),
    working_directory: text,
    artifacts: texts,
    weight: wholeNumber(1),
    after: texts,
    shard_unit: oneOf(SHARD_UNITS),
  }),
).entries;

const pytest = v.object({
  runner: v.literal('pytest'),
  ...common,
  python: textOrNull,
  markers: textOrNull,
  keyword: textOrNull,
});
const behave = v.object({ runner: v.literal('behave'), ...common, python: textOrNull, tags: noTexts });
const playwright = v.object({
  runner: v.literal('playwright'),
  ...common,
  project: noTexts,
  grep: textOrNull,
  browsers: noTexts,
  install: v.optional(flag, true),
});
const thresholds = v.exactOptional(loadLimits);
const reportRetries = v.exactOptional(flag);
const command = v.pipe(
  v.object({
    runner: v.literal('command'),
    ...common,
    run: someText,
    report: v.optional(reports, []),
    rerun: textOrNull,
    report_retries: reportRetries,
    files: v.exactOptional(texts),
    thresholds,
  }),
  v.transform(({ report, report_retries: reportRetries, ...rest }) => ({
    ...rest,
    ...patternsOf(report),
    ...(reportRetries === true ? { reportRetries } : {}),
  })),
);
const junit = v.pipe(
  v.object({
    runner: v.literal('junit'),
    ...common,
    report: v.pipe(reports, v.minLength(1, 'is empty. Write a pattern, for example `reports/*.xml`.')),
    report_retries: reportRetries,
    thresholds,
  }),
  v.transform(({ report, report_retries: reportRetries, ...rest }) => ({
    ...rest,
    ...patternsOf(report),
    ...(reportRetries === true ? { reportRetries } : {}),
  })),
);
const schemathesis = v.object({ runner: v.literal('schemathesis'), ...common, ...schemathesisKeys.entries });
const axe = v.pipe(
  v.object({ runner: v.literal('axe'), ...common, ...axeKeys.entries }),
  v.transform(({ fail_on: failOn, wait_for: waitFor, ...rest }) => ({ ...rest, failOn, waitFor })),
);
const lighthouse = v.object({ runner: v.literal('lighthouse'), ...common, ...lighthouseKeys.entries });
const locust = v.pipe(
  v.object({ runner: v.literal('locust'), ...common, ...locustKeys.entries }),
  v.transform(({ spawn_rate: spawnRate, run_time: runTimeMs, ...rest }) => ({ ...rest, spawnRate, runTimeMs })),
);

const schemas = { pytest, behave, playwright, command, junit, schemathesis, axe, lighthouse, locust } as const;

/** Any suite in long form; `runner` decides which keys it may have. */
export const suiteSchema = v.variant('runner', [
  pytest,
  behave,
  playwright,
  command,
  junit,
  schemathesis,
  axe,
  lighthouse,
  locust,
]);
export type SuiteValues = v.InferOutput<typeof suiteSchema>;

export type SupportedRunner = keyof typeof schemas;
export const SUPPORTED_RUNNERS = Object.keys(schemas) as readonly SupportedRunner[];

/** Keys a suite of this runner may have, in kebab-case. */
export function keysOf(name: SupportedRunner): readonly string[] {
  return Object.keys(schemas[name].entries).map((key) => key.replaceAll('_', '-'));
}
