import * as v from 'valibot';
import type { RunnerName } from '../model/settings.js';
import { duration, durationOrOff, flag, text, textMap, texts, wholeNumber } from './values.js';

const textOrNull = v.optional(v.nullable(text), null);
const noTexts = v.optional(texts, []);

/** Settings that every suite may have; snake_case, as keys are folded before checking. */
const common = v.partial(
  v.object({
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
const command = v.object({ runner: v.literal('command'), ...common, run: text, report: noTexts, rerun: textOrNull });
const junit = v.object({ runner: v.literal('junit'), ...common, report: v.pipe(texts, v.minLength(1, 'is empty.')) });

const schemas = { pytest, behave, playwright, command, junit } as const;

/** Any suite in long form; `runner` decides which keys it may have. */
export const suiteSchema = v.variant('runner', [pytest, behave, playwright, command, junit]);
export type SuiteValues = v.InferOutput<typeof suiteSchema>;

export type SupportedRunner = keyof typeof schemas & RunnerName;
export const SUPPORTED_RUNNERS = Object.keys(schemas) as readonly SupportedRunner[];

/** Keys a suite of this runner may have, in kebab-case. */
export function keysOf(name: SupportedRunner): readonly string[] {
  return Object.keys(schemas[name].entries).map((key) => key.replaceAll('_', '-'));
}
