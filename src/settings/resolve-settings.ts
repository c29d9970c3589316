import { join, resolve } from 'node:path';
import type { RunContext } from '../model/context.js';
import type { Problem } from '../model/problem.js';
import type { Settings, SuiteSettings } from '../model/settings.js';
import { chooseApplication, type ChosenApplication } from './application.js';
import type { DetectedSuite } from './detect/detect-suites.js';
import { didYouMean, settingsError, type Checked } from './schema/issues.js';
import type { InputValues } from './schema/run.js';
import type { SettingsFile } from './settings-file.js';
import { otherProvider } from './model-provider.js';
import { nameProblems, orderProblems, orderSuites, suiteSettings, type SuiteEntry } from './suites.js';

/** Everything that decides the settings, read and checked. */
export interface SettingsSources {
  readonly inputs: InputValues;
  /** Suites of the `suites` input; null when it is empty. */
  readonly inputSuites: readonly SuiteEntry[] | null;
  readonly file: SettingsFile;
  /** Used only when neither input nor file names suites. */
  readonly detected: readonly DetectedSuite[];
  /** Tests that none of the detected suites covers, a sentence each. */
  readonly untested: readonly string[];
  readonly context: RunContext;
}

const DEFAULTS = {
  mode: 'run',
  working_directory: '.',
  timeout: 300_000,
  idle_timeout: null,
  run_timeout: null,
  grace: 10_000,
  retries: 0,
  suite_order: ['unit', 'behave', 'e2e'],
  parallel: false,
  fail_fast: false,
  flaky_result: 'pass',
  order_dependent_result: 'fail',
  no_tests: 'fail',
  fail_on: 'all',
  verify_base: false,
  coverage_threshold: null,
  changed_coverage_threshold: null,
  generate: false,
  llm_budget: 0.25,
  check: true,
  check_name: 'QA',
  step_result: 'verdict',
  annotations: 50,
  comment: 'changes',
  artifact_name: 'qa-evidence',
  upload: 'always',
} as const satisfies InputValues;

const QUARANTINE_FILE = '.qaagent/quarantine.yml';

type Defaulted = keyof typeof DEFAULTS;
type MergedValues = Omit<InputValues, Defaulted> & {
  readonly [Key in Defaulted]: Exclude<InputValues[Key], undefined>;
};

/** Input over settings file over default. Refuses suites that wait for suites that do not exist or for each other. */
export function resolveSettings(sources: SettingsSources): Checked<Settings> {
  const values = { ...DEFAULTS, ...defined(sources.file.run), ...defined(sources.inputs) } as MergedValues;
  const workingDirectory = resolve(sources.context.workspace, values.working_directory);
  const suites = orderSuites(resolveSuites(sources, values, workingDirectory), values.suite_order);
  const app = chooseApplication(sources.file, values);
  const chosenKey = chooseKey(sources, values);
  const problems = [
    ...orderProblems(suites),
    ...nameProblems(suites),
    ...unknownInOrder(suites, values),
    ...allOff(suites, values),
    ...app.problems,
    ...shardProblems(values),
    ...keyProblems(values, chosenKey),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: settingsOf(sources, values, workingDirectory, { suites, app, chosenKey }) };
}

/** A name of `suite-order` that is close to that of a suite; other names may be those of suites of other jobs. */
function unknownInOrder(suites: readonly SuiteSettings[], { suite_order }: MergedValues): readonly Problem[] {
  const names = suites.map(({ name }) => name);
  return suite_order
    .filter((name) => !names.includes(name) && !DEFAULTS.suite_order.some((known) => known === name))
    .map((name) => [name, didYouMean(name, names)] as const)
    .filter(([, guess]) => guess !== '')
    .map(([name, guess]) => settingsError('suite-order', `"${name}" is not a suite.`, guess));
}

/** What only the whole run knows, and so no shard does. */
function shardProblems(values: MergedValues): readonly Problem[] {
  if (values.shard === undefined) return [];
  const whole = ['generate', 'coverage_threshold', 'changed_coverage_threshold'] as const;
  const asked = whole.filter((key) => values[key] !== DEFAULTS[key]).map((key) => key.replaceAll('_', '-'));
  const refused = asked.map((key) =>
    settingsError(
      key,
      'cannot be checked in a shard, which runs only a part of the tests.',
      'Set it in a job that runs all tests.',
    ),
  );
  if (values.mode !== 'merge') return refused;
  return [
    ...refused,
    settingsError('shard', 'cannot be used with `mode: merge`.', 'Remove it. A merge always includes all shards.'),
  ];
}

/** A run whose suites are all switched off tests nothing, which `no-tests` decides. */
function allOff(suites: readonly SuiteSettings[], values: MergedValues): readonly Problem[] {
  const isOff = suites.length > 0 && suites.every(({ enabled }) => !enabled);
  if (!isOff || values.no_tests !== 'fail') return [];
  if (values.mode === 'publish' || values.mode === 'merge') return [];
  const message = `every suite is disabled (${suites.map(({ name }) => name).join(', ')}), so no test would run.`;
  return [settingsError('suites', message, 'Enable a suite, or set `no-tests: pass`.')];
}

interface Chosen {
  readonly suites: readonly SuiteSettings[];
  readonly app: ChosenApplication;
  readonly chosenKey: ChosenKey;
}

function settingsOf(
  { file, untested, context }: SettingsSources,
  values: MergedValues,
  workingDirectory: string,
  { suites, app: { baseUrl, application }, chosenKey }: Chosen,
): Settings {
  return {
    mode: values.mode,
    project: file.project ?? context.github?.repository ?? workingDirectory.split(/[\\/]/).at(-1) ?? '',
    suites,
    ...(untested.length === 0 ? {} : { untested }),
    workingDirectory,
    baseUrl,
    application,
    openapi: values.openapi ?? file.openapi,
    generate: values.generate,
    runTimeoutMs: values.run_timeout,
    graceMs: values.grace,
    retryMaxFailures: values.retry_max_failures ?? null,
    parallel: values.parallel,
    maxWorkers: values.max_workers ?? Math.max(1, suites.filter((suite) => suite.enabled).length),
    failFast: values.fail_fast,
    flakyResult: values.flaky_result,
    orderDependentResult: values.order_dependent_result,
    noTests: values.no_tests,
    failOn: values.fail_on,
    verifyBase: values.verify_base,
    shard: values.shard ?? null,
    timings: values.timings === undefined ? null : resolve(workingDirectory, values.timings),
    coverage: { lines: values.coverage_threshold, changedLines: values.changed_coverage_threshold },
    quarantineFile: resolve(workingDirectory, values.quarantine ?? QUARANTINE_FILE),
    quarantineNamed: values.quarantine !== undefined,
    ...diagnosing(file, values, chosenKey),
    ...publishing(values),
    evidenceDirectory: evidenceDirectory(values.evidence_dir, workingDirectory, context),
  };
}

/** A key that is only in the environment may be there for something else: the workflow itself has to ask for its use. */
function chooseKey({ inputs, context }: SettingsSources, values: MergedValues): ChosenKey {
  const own = values.anthropic_api_key ?? null;
  const found = context.env['ANTHROPIC_API_KEY'] ?? '';
  if (own !== null || found === '') return { apiKey: own, hasUnusedKey: false };
  return inputs.diagnose === 'model' ? { apiKey: found, hasUnusedKey: false } : { apiKey: null, hasUnusedKey: true };
}

type ChosenKey = Pick<Settings['model'], 'apiKey' | 'hasUnusedKey'>;

/** `diagnose: model` asks for something that nothing can do without a key. */
function keyProblems({ diagnose }: MergedValues, { apiKey, hasUnusedKey }: ChosenKey): readonly Problem[] {
  if (diagnose !== 'model' || apiKey !== null) return [];
  const remedy = hasUnusedKey
    ? 'To use the key in ANTHROPIC_API_KEY, set `diagnose: model` as an input. The settings file cannot enable it.'
    : 'Set the input `anthropic-api-key`, or `diagnose: auto`.';
  return [settingsError('diagnose', '`model` requires an API key, and none is set.', remedy)];
}

function diagnosing(
  file: SettingsFile,
  values: MergedValues,
  key: ChosenKey,
): Pick<Settings, 'diagnose' | 'model' | 'diagnosisRules'> {
  const isOurs = otherProvider(file) === null;
  const diagnose = values.diagnose ?? (file.llm.enabled === false ? 'rules' : 'auto');
  return {
    diagnose: diagnose === 'auto' && !isOurs ? 'rules' : diagnose,
    model: {
      ...key,
      name: values.llm_model ?? (isOurs ? file.llm.model : undefined) ?? null,
      baseUrl: values.llm_base_url ?? null,
      budgetUsd: values.llm_budget,
    },
    diagnosisRules: file.rules,
  };
}

function publishing(values: MergedValues) {
  return {
    githubToken: values.github_token ?? null,
    commit: values.commit ?? null,
    pullRequest: values.pull_request ?? null,
    expectedJobs: values.expected_jobs ?? null,
    check: values.check,
    stepResult: values.step_result,
    checkName: values.check_name,
    annotations: values.annotations,
    comment: values.comment,
    artifactName: values.artifact_name,
    upload: values.upload,
    retentionDays: values.retention_days ?? null,
  };
}

function resolveSuites(
  sources: SettingsSources,
  values: MergedValues,
  workingDirectory: string,
): readonly SuiteSettings[] {
  const written = sources.inputSuites ?? sources.file.suites;
  const entries = written ?? sources.detected.map(({ entry }) => entry);
  const defaults = {
    timeoutMs: values.timeout,
    idleTimeoutMs: values.idle_timeout,
    retries: values.retries,
    workingDirectory,
    detected: written === null,
  };
  return entries.map((entry) => suiteSettings(entry, defaults));
}

function evidenceDirectory(named: string | undefined, workingDirectory: string, { env }: RunContext): string {
  const chosen = named ?? env['QAAGENT_RUNS_DIR'];
  if (chosen !== undefined && chosen !== '') return resolve(workingDirectory, chosen);
  const temp = env['RUNNER_TEMP'];
  return temp === undefined || temp === '' ? resolve(workingDirectory, '.qaagent/runs') : join(temp, 'qaagent-runs');
}

/** Without the keys whose value is undefined, so that they do not hide what they are spread over. */
function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
