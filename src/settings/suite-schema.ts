import * as v from 'valibot';
import { RUNNER_NAMES } from '../model/settings.js';
import { duration, durationOrOff, flag, oneOf, text, textMap, texts, wholeNumber } from './values.js';

/** Settings that every suite may have; snake_case, as keys are folded before checking. */
const common = {
  enabled: flag,
  path: text,
  args: v.union([v.array(text), text], 'Write a list, or one line.'),
  env: textMap,
  timeout: duration,
  idle_timeout: durationOrOff,
  retries: wholeNumber(0),
  working_directory: text,
  artifacts: texts,
  weight: wholeNumber(1),
  after: texts,
} as const;

/** Settings of one runner beside the common ones. */
const own = {
  pytest: { python: text, markers: text, keyword: text },
  behave: { python: text, tags: texts },
  playwright: { project: texts, grep: text, browsers: texts, install: flag },
  command: { run: text, report: texts, rerun: text },
  junit: { report: texts },
} as const;

export type SupportedRunner = keyof typeof own;
export const SUPPORTED_RUNNERS = RUNNER_NAMES.filter((name): name is SupportedRunner => name in own);

const runner = { runner: oneOf(SUPPORTED_RUNNERS) };

/** One schema per runner; every key optional but the runner itself. */
export const suiteSchemas = {
  pytest: v.object({ ...runner, ...v.partial(v.object({ ...common, ...own.pytest })).entries }),
  behave: v.object({ ...runner, ...v.partial(v.object({ ...common, ...own.behave })).entries }),
  playwright: v.object({ ...runner, ...v.partial(v.object({ ...common, ...own.playwright })).entries }),
  command: v.object({ ...runner, ...v.partial(v.object({ ...common, ...own.command })).entries }),
  junit: v.object({ ...runner, ...v.partial(v.object({ ...common, ...own.junit })).entries }),
} as const;

export type CommonValues = v.InferOutput<v.ObjectSchema<typeof common, undefined>>;
export type SuiteValues<Name extends SupportedRunner> = v.InferOutput<(typeof suiteSchemas)[Name]>;

/** Keys a suite of this runner may have, in kebab-case. */
export function keysOf(name: SupportedRunner): readonly string[] {
  return ['runner', ...Object.keys(common), ...Object.keys(own[name])].map((key) => key.replaceAll('_', '-'));
}
