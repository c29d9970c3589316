import { join, resolve } from 'node:path';
import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import { chooseApplication } from '../../settings/application.js';
import { detectSuites, type DetectedSuite } from '../../settings/detect/detect-suites.js';
import { parseInputs } from '../../settings/inputs.js';
import { settingsError } from '../../settings/schema/issues.js';
import { proposeQuality, type ProposedQuality } from '../../settings/detect/propose-quality.js';
import { resolveSettings } from '../../settings/resolve-settings.js';
import type { InputValues } from '../../settings/schema/run.js';
import { NO_SETTINGS_FILE, parseSettingsFile, type SettingsFile } from '../../settings/settings-file.js';
import { parseSuites, type SuiteEntry } from '../../settings/suites.js';
import { parseYaml } from '../../text/yaml.js';
import type { Services } from '../services.js';

/** Settings, or every problem at once. Warnings never stop a run. */
export type SettingsReading = ValidSettings | { readonly ok: false; readonly problems: readonly Problem[] };

/** Settings without an error, and how their suites were found. */
export interface ValidSettings {
  readonly ok: true;
  readonly settings: Settings;
  readonly warnings: readonly Problem[];
  readonly detected: readonly DetectedSuite[];
  /** Why quality suites were not proposed, a sentence each. */
  readonly leftOut: readonly string[];
}

const DEFAULT_FILE = '.qaagent.yaml';

/** Reads inputs and settings file, looks for suites when nobody named any, and resolves all of it. */
export async function readSettings(services: Pick<Services, 'inputs' | 'files' | 'context'>): Promise<SettingsReading> {
  const inputs = parseInputs(services.inputs);
  const values: InputValues = inputs.ok ? inputs.value : {};
  // One wrong input must not hide what is wrong with the others.
  const { config, suites } = services.inputs;
  const base = resolve(services.context.workspace, services.inputs['working-directory'] ?? '.');
  const file = await readFile(config, base, services);
  const inputSuites = readInputSuites(suites);
  const problems = [...(inputs.ok ? [] : inputs.problems), ...file.problems, ...inputSuites.problems];
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ok: false, problems: errors };
  const runsSuites = values.mode !== 'publish';
  const isNamed = inputSuites.suites !== null || file.suites !== null || !runsSuites;
  const { suites: detected, leftOut } = isNamed ? NOTHING_FOUND : await detect(values, file, base, services.files);
  const sources = { inputs: values, inputSuites: inputSuites.suites, file, detected, context: services.context };
  const resolved = resolveSettings(sources);
  if (!resolved.ok) return resolved;
  if (resolved.value.suites.length === 0 && runsSuites) return { ok: false, problems: [noSuites(base)] };
  return { ok: true, settings: resolved.value, warnings: problems, detected, leftOut };
}

/** Settings of the inputs alone, without suites; for a run whose settings file has become unreadable. Null when they are invalid. */
export function settingsOfInputs(services: Pick<Services, 'inputs' | 'context'>): Settings | null {
  const inputs = parseInputs(services.inputs);
  if (!inputs.ok) return null;
  const { context } = services;
  const sources = { inputs: inputs.value, inputSuites: [], file: NO_SETTINGS_FILE, detected: [], context };
  const resolved = resolveSettings(sources);
  return resolved.ok ? resolved.value : null;
}

const NOTHING_FOUND: ProposedQuality = { suites: [], leftOut: [] };

/** The suites of a repository that names none, and beside them the quality suites that its files ask for. */
async function detect(
  values: InputValues,
  file: SettingsFile,
  directory: string,
  files: Files,
): Promise<ProposedQuality> {
  const found = await detectSuites(files, directory);
  const { baseUrl, application } = chooseApplication(file, { ...file.run, ...values });
  const openapi = values.openapi ?? file.run.openapi ?? file.openapi;
  const target = { baseUrl, startsApplication: application !== null, openapi };
  const names = found.map(({ entry }) => entry.name);
  const { suites, leftOut } = await proposeQuality(target, names, files, directory);
  return { suites: [...found, ...suites], leftOut };
}

async function readFile(
  named: string | undefined,
  base: string,
  { files }: Pick<Services, 'files'>,
): Promise<SettingsFile> {
  const name = named ?? DEFAULT_FILE;
  const text = await files.readTextIfExists(join(base, name));
  if (text !== null) return parseSettingsFile(text, name);
  if (named === undefined) return NO_SETTINGS_FILE;
  const remedy = `Correct \`config\`, or remove it: ${DEFAULT_FILE} is read when it is there.`;
  return { ...NO_SETTINGS_FILE, problems: [settingsError('config', `there is no file ${name} in ${base}.`, remedy)] };
}

interface InputSuites {
  /** Null when the input is empty. */
  readonly suites: readonly SuiteEntry[] | null;
  readonly problems: readonly Problem[];
}

function readInputSuites(text: string | undefined): InputSuites {
  if (text === undefined) return { suites: null, problems: [] };
  const yaml = parseYaml(text);
  if (!yaml.ok)
    return {
      suites: [],
      problems: [settingsError('suites', `${yaml.message}.`, 'Write one `name: runner path` a line.')],
    };
  return parseSuites(yaml.value, 'suites');
}

function noSuites(base: string): Problem {
  const remedy = 'Write `suites`, for example `unit: pytest tests/unit`.';
  const looked = 'pytest, Behave, Playwright, vitest, jest, Go, Cargo, Maven and Gradle';
  return settingsError('suites', `none is written down and none was found in ${base} (looked for ${looked}).`, remedy);
}
