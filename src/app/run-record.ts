// Writes what decides the verdict to disk before the first suite, for `post`: suites, settings, quarantine file,
// generated tests.
import { join } from 'node:path';
import { readJson } from '../execution/attempt/attempt-files.js';
import type { Settings, SuiteSettings } from '../model/settings.js';
import type { Files } from '../ports.js';

/** Name of the suite of generated tests. */
export const GENERATED = 'generated';

/** The suite of generated tests: pytest, and nothing that a user can set. */
export const GENERATED_SUITE: Extract<SuiteSettings, { readonly runner: 'pytest' }> = {
  name: GENERATED,
  enabled: true,
  path: '',
  args: [],
  env: {},
  timeoutMs: 300_000,
  idleTimeoutMs: null,
  retries: 0,
  workingDirectory: '',
  artifacts: [],
  weight: 1,
  after: [],
  detected: true,
  runner: 'pytest',
  python: null,
  markers: null,
  keyword: null,
};

/** Everything that decides the verdict beside what suites leave. */
const DECIDING = [
  'workingDirectory',
  'baseUrl',
  'generate',
  'runTimeoutMs',
  'retryMaxFailures',
  'parallel',
  'maxWorkers',
  'failFast',
  'flakyResult',
  'noTests',
  'failOn',
  'shard',
  'coverage',
  'quarantineFile',
  'quarantineNamed',
] as const satisfies readonly (keyof Settings)[];

type DecidingSettings = Pick<Settings, (typeof DECIDING)[number]>;

/** What a run is about to do, written down before the first suite: tests can change every file that it was read from. */
export interface RecordedSettings {
  /** Without their environment, which can hold secrets. */
  readonly suites: readonly SuiteSettings[];
  readonly settings: DecidingSettings;
  /** Text of the quarantine file; null when there was none. */
  readonly quarantine: string | null;
}

/** Records the suites, the settings that decide the verdict, and the text of the quarantine file. */
export async function recordRun(
  files: Files,
  directory: string,
  settings: Settings,
  quarantine: string | null,
): Promise<void> {
  const deciding = Object.fromEntries(DECIDING.map((name) => [name, settings[name]])) as unknown as DecidingSettings;
  const suites = settings.suites.map((suite) => ({ ...suite, env: {} }));
  const record: RecordedSettings = { suites, settings: deciding, quarantine };
  await write(files, recordFile(directory), record);
}

/** The record of a run; null when its first step did not get that far. */
export async function readRunRecord(files: Files, directory: string): Promise<RecordedSettings | null> {
  return readJson<RecordedSettings>(files, recordFile(directory));
}

/** Records the suite of generated tests, or that there is nothing to generate. */
export async function recordGenerated(files: Files, directory: string, suite: SuiteSettings | null): Promise<void> {
  const recorded = suite === null ? null : { ...suite, env: {} };
  await write(files, generatedFile(directory), { suite: recorded });
}

/** The suite of generated tests; null when there is none, undefined when that was not decided yet. */
export async function readGenerated(files: Files, directory: string): Promise<SuiteSettings | null | undefined> {
  return (await readJson<{ suite: SuiteSettings | null }>(files, generatedFile(directory)))?.suite;
}

const recordFile = (directory: string): string => join(directory, 'artifacts', 'run', 'plan.json');
const generatedFile = (directory: string): string => join(directory, 'artifacts', 'run', 'generated.json');

/** Only a run that is cut off needs what is recorded: a disk that takes nothing more must not end this one. */
async function write(files: Files, path: string, value: object): Promise<void> {
  await files.writeWhole(path, JSON.stringify(value)).catch(() => undefined);
}
