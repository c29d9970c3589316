import * as v from 'valibot';
import {
  amount,
  commitSha,
  duration,
  durationOrOff,
  flag,
  oneOf,
  percentOrOff,
  shardOf,
  text,
  texts,
  url,
  urls,
  wholeNumber,
} from './values.js';

/**
 * Every setting that is both an input (kebab-case) and a key under `run:` of the settings file (snake_case). All are
 * optional here; defaults are applied after inputs and file are merged.
 */
const runFields = {
  working_directory: text,
  base_url: url,
  app_env: text,
  start_command: text,
  health_url: urls,
  start_timeout: duration,
  timeout: duration,
  idle_timeout: durationOrOff,
  run_timeout: durationOrOff,
  grace: duration,
  retries: wholeNumber(0),
  retry_max_failures: wholeNumber(0),
  suite_order: texts,
  parallel: flag,
  max_workers: wholeNumber(1),
  fail_fast: flag,
  flaky_result: oneOf(['pass', 'fail']),
  order_dependent_result: oneOf(['pass', 'fail']),
  no_tests: oneOf(['fail', 'warn', 'pass']),
  fail_on: oneOf(['all', 'new']),
  verify_base: flag,
  coverage_threshold: percentOrOff,
  changed_coverage_threshold: percentOrOff,
  quarantine: text,
  openapi: text,
  timings: text,
  generate: flag,
  diagnose: oneOf(['auto', 'rules', 'model', 'off']),
  llm_model: text,
  llm_budget: amount,
  check: flag,
  check_name: text,
  annotations: wholeNumber(0),
  comment: oneOf(['changes', 'failures', 'always', 'off']),
  artifact_name: text,
  upload: oneOf(['always', 'failures', 'never']),
  retention_days: wholeNumber(1),
  evidence_dir: text,
} as const;

/** Keys that only an input can give: a file of the tested commit decides neither whether tests run nor where secrets go. */
const inputOnly = {
  mode: oneOf(['run', 'plan', 'merge', 'publish']),
  shard: shardOf,
  llm_base_url: url,
  github_token: text,
  anthropic_api_key: text,
  config: text,
  suites: text,
  matrix: text,
  check_run_id: text,
  commit: commitSha,
  pull_request: wholeNumber(1),
  expected_jobs: wholeNumber(1),
  step_result: oneOf(['verdict', 'always-success']),
} as const;

const AS_INPUT = 'Set it as an input of the step.';
/** What to do about an input that stands under `run:` of the settings file, by key. */
export const INPUT_ONLY_REMEDY: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(inputOnly).map((key) => [key, AS_INPUT])),
  suites: 'Move `suites` to the top level of the file, next to `run`.',
  github_token: `${AS_INPUT} Do not store secrets in the file.`,
  anthropic_api_key: `${AS_INPUT} Do not store secrets in the file.`,
};

/** Settings that are both an input (kebab-case) and a key under `run:` of the settings file (snake_case). */
export const runSchema = v.partial(v.object(runFields));
export const inputsSchema = v.partial(v.object({ ...runFields, ...inputOnly }));

export type RunValues = v.InferOutput<typeof runSchema>;
export type InputValues = v.InferOutput<typeof inputsSchema>;

/** Kebab-case names of the inputs that are true or false. */
export const FLAG_KEYS: readonly string[] = Object.entries(runFields)
  .filter(([, schema]) => schema === flag)
  .map(([key]) => key.replaceAll('_', '-'));

/** Kebab-case input names, in the order of the README. */
export const INPUT_KEYS = Object.keys({ ...inputOnly, ...runFields }).map((key) => key.replaceAll('_', '-'));
