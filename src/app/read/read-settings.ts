import { resolve } from 'node:path';
import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import type { DetectedSuite } from '../../settings/detect/detect-suites.js';
import { parseInputs } from '../../settings/inputs.js';
import { settingsError } from '../../settings/schema/issues.js';
import { resolveSettings } from '../../settings/resolve-settings.js';
import type { InputValues } from '../../settings/schema/run.js';
import { isOfInput, placeInFile, type SettingsText } from '../../settings/place-in-file.js';
import { NO_SETTINGS_FILE, parseSettingsFile, type SettingsFile } from '../../settings/settings-file.js';
import { providerNote } from '../../settings/model-provider.js';
import { withScriptReports } from '../../settings/lines/package-script.js';
import { withProjectPython } from '../../settings/project-python.js';
import { parseSuites, type SuiteEntry } from '../../settings/suites.js';
import type { Files } from '../../ports.js';
import { parseYaml } from '../../text/yaml.js';
import type { Services } from '../services.js';
import { checkNamedFiles } from './check-named-files.js';
import type { FoundSuites } from './find-suites.js';
import { findSettingsFile } from './find-settings-file.js';
import { placeProfileSuites } from './place-profile-suites.js';

/** Settings, or every problem at once. Warnings never stop a run. */
export type SettingsReading =
  | ValidSettings
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** True when an argument of the command line is wrong. */
      readonly isArgument: boolean;
    };

type Checked = ValidSettings | { readonly ok: false; readonly problems: readonly Problem[] };

/** Settings without an error, and how their suites were found. */
export interface ValidSettings {
  readonly ok: true;
  readonly settings: Settings;
  readonly warnings: readonly Problem[];
  readonly detected: readonly DetectedSuite[];
  /** What was found and does not run, with the reason, a sentence each. */
  readonly leftOut: readonly string[];
}

/** Reads inputs and settings file, looks for suites when none is named, and resolves all of it. */
export async function readSettings(services: Pick<Services, 'inputs' | 'files' | 'context'>): Promise<SettingsReading> {
  const { source, file } = await readFile(services);
  const reading = await checkSettings(file, services);
  const { inputs } = services;
  const placed = (problems: readonly Problem[]): readonly Problem[] => placeInFile(problems, source, { inputs, file });
  return reading.ok
    ? { ...reading, warnings: placed(reading.warnings) }
    : { ...reading, problems: placed(reading.problems), isArgument: isArgument(reading.problems, services) };
}

function isArgument(problems: readonly Problem[], { inputs, context }: Pick<Services, 'inputs' | 'context'>): boolean {
  return context.github === null && problems.some((problem) => isOfInput(problem, inputs));
}

async function checkSettings(
  file: SettingsFile,
  services: Pick<Services, 'inputs' | 'files' | 'context'>,
): Promise<Checked> {
  const inputs = parseInputs(services.inputs);
  const values: InputValues = inputs.ok ? inputs.value : {};
  // One wrong input must not hide what is wrong with the others.
  const inputSuites = readInputSuites(services.inputs['suites']);
  const problems = [...(inputs.ok ? [] : inputs.problems), ...file.problems, ...inputSuites.problems];
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ok: false, problems: errors };
  return resolveReading(values, inputSuites.suites, file, services);
}

async function resolveReading(
  inputs: InputValues,
  inputSuites: readonly SuiteEntry[] | null,
  file: SettingsFile,
  { files, context }: Pick<Services, 'files' | 'context'>,
): Promise<Checked> {
  const base = resolve(context.workspace, inputs.working_directory ?? file.run.working_directory ?? '.');
  const runsSuites = inputs.mode !== 'publish' && inputs.mode !== 'merge';
  const lost = await missingDirectory(inputs.working_directory ?? file.run.working_directory, base, files);
  if (lost !== null) return { ok: false, problems: [lost] };
  const profile = await placeProfileSuites(file.profile, base, files);
  const written = { ...file, suites: file.suites ?? profile };
  const isNamed = inputSuites !== null || written.suites !== null || !runsSuites;
  const found = isNamed ? NOTHING_FOUND : await findSuites(inputs, file, base, files);
  const { suites: detected, leftOut } = found;
  const resolved = resolveSettings({ inputs, inputSuites, file: written, detected, untested: found.untested, context });
  if (!resolved.ok) return resolved;
  if (resolved.value.suites.length === 0 && runsSuites) return { ok: false, problems: [await noSuites(base, found)] };
  const missing = await checkNamedFiles(resolved.value, file, files);
  if (missing.length > 0) return { ok: false, problems: missing };
  const notes = [...providerNote(file, inputs.diagnose ?? file.run.diagnose), ...replacedSuites(inputSuites, written)];
  const reporting = await withScriptReports(resolved.value, files);
  const settings = await withProjectPython(reporting, { files, ...context });
  return { ok: true, settings, warnings: [...file.problems, ...notes], detected, leftOut };
}

const NOTHING_FOUND: FoundSuites = { suites: [], leftOut: [], untested: [], examples: [], endings: new Set() };

/** Detection is loaded only where a repository names no suites. */
async function findSuites(inputs: InputValues, file: SettingsFile, base: string, files: Files): Promise<FoundSuites> {
  return (await import('./find-suites.js')).findSuites(inputs, file, base, files);
}

async function noSuites(base: string, found: FoundSuites): Promise<Problem> {
  return (await import('./find-suites.js')).noSuites(base, found);
}

/** A working directory that is written down and that does not exist. */
async function missingDirectory(named: string | undefined, base: string, files: Files): Promise<Problem | null> {
  if (named === undefined || (await files.isDirectory(base))) return null;
  const remedy =
    'Correct the path, which is relative to the root of the repository, and check out the repository before this step.';
  const message = (await files.exists(base)) ? `${base} is not a folder.` : `the folder ${base} does not exist.`;
  return settingsError('working-directory', message, remedy);
}

/** Names the suites of the settings file that the input replaces, which are shown nowhere else. */
function replacedSuites(inputSuites: readonly SuiteEntry[] | null, file: SettingsFile): readonly Problem[] {
  if (inputSuites === null || file.suites === null) return [];
  const names = inputSuites.map(({ name }) => name);
  const replaced = file.suites.map(({ name }) => name).filter((name) => !names.includes(name));
  if (replaced.length === 0) return [];
  const message = `the input replaces the suites of the settings file, so these do not run: ${replaced.join(', ')}.`;
  return [{ severity: 'note', place: 'suites', message, remedy: 'To run them, remove the input.' }];
}

/** Settings of the inputs alone, without suites; for a run whose settings file has become unreadable. Null when they are invalid. */
export function settingsOfInputs(services: Pick<Services, 'inputs' | 'context'>): Settings | null {
  const inputs = parseInputs(services.inputs);
  if (!inputs.ok) return null;
  const { context } = services;
  const sources = {
    inputs: inputs.value,
    inputSuites: [],
    file: NO_SETTINGS_FILE,
    detected: [],
    untested: [],
    context,
  };
  const resolved = resolveSettings(sources);
  return resolved.ok ? resolved.value : null;
}

async function readFile({
  inputs,
  files,
  context,
}: Pick<Services, 'inputs' | 'files' | 'context'>): Promise<{ source: SettingsText | null; file: SettingsFile }> {
  const base = resolve(context.workspace, inputs['working-directory'] ?? '.');
  const found = await findSettingsFile(inputs['config'], base, context.workspace, files);
  if (found === null) return { source: null, file: NO_SETTINGS_FILE };
  return 'problems' in found
    ? { source: null, file: { ...NO_SETTINGS_FILE, problems: found.problems } }
    : { source: found, file: parseSettingsFile(found.text, found.name) };
}

interface InputSuites {
  /** Null when the input is empty. */
  readonly suites: readonly SuiteEntry[] | null;
  readonly problems: readonly Problem[];
}

function readInputSuites(text: string | undefined): InputSuites {
  if (text === undefined || text.trim() === '') return { suites: null, problems: [] };
  const yaml = parseYaml(text);
  if (!yaml.ok) {
    const remedy = yaml.remedy === '' ? 'Write one `name: runner path` per line.' : yaml.remedy;
    return { suites: [], problems: [settingsError('suites', `${yaml.message}.`, remedy)] };
  }
  return parseSuites(yaml.value, 'suites');
}
