import * as v from 'valibot';
import { CATEGORIES } from '../model/diagnosis.js';
import type { Problem } from '../model/problem.js';
import type { DiagnosisRule } from '../model/settings.js';
import { check, foldKeys, settingsError, unknownKeys } from './schema/issues.js';
import { runFields, runSchema, type RunValues } from './schema/run.js';
import { parseSuites, type SuiteEntry } from './suites.js';
import { profileSuites } from './profile-suites.js';
import { flag, oneOf, text, textMap, url, wholeNumber } from './schema/values.js';
import { parseYaml } from '../text/yaml.js';

const appSchema = v.partial(
  v.object({
    base_url: url,
    start_command: text,
    health_endpoint: text,
    headers: textMap,
    timeout: wholeNumber(1),
  }),
);

/** The application under test in one environment (`app.<env>` of the settings file). */
export type AppValues = v.InferOutput<typeof appSchema>;

const openapiSchema = v.partial(v.object({ spec_path: text, auto_generate: flag, source_dir: text, format: text }));
const llmSchema = v.partial(v.object({ enabled: flag, provider: text, model: text }));

const ruleSchema = v.object({
  match: text,
  category: oneOf(CATEGORIES),
  kind: v.optional(text),
  cause: v.optional(text),
  suggestion: v.optional(text),
  owner: v.optional(text),
});
const diagnosisSchema = v.partial(v.object({ rules: v.array(ruleSchema, 'Write a list of rules.') }));

/** What a settings file says, checked; nothing is merged or defaulted yet. */
export interface SettingsFile {
  readonly project: string | null;
  readonly apps: Readonly<Record<string, AppValues>>;
  readonly run: RunValues;
  readonly llm: v.InferOutput<typeof llmSchema>;
  readonly openapi: string | null;
  readonly rules: readonly DiagnosisRule[];
  /** Null when the file names no suites. */
  readonly suites: readonly SuiteEntry[] | null;
  readonly problems: readonly Problem[];
}

export const NO_SETTINGS_FILE: SettingsFile = {
  project: null,
  apps: {},
  run: {},
  llm: {},
  openapi: null,
  rules: [],
  suites: null,
  problems: [],
};

const SECTIONS = ['project', 'app', 'openapi', 'tests', 'run', 'llm', 'suites', 'diagnosis'];
/** Names the original profile uses under `run:`. */
const RUN_ALIASES: Readonly<Record<string, string>> = { retry_count: 'retries' };

/** Reads `.qaagent.yaml`. Every problem carries its place below `name`; unknown keys only warn. */
export function parseSettingsFile(content: string, name: string): SettingsFile {
  const yaml = parseYaml(content);
  if (!yaml.ok) return { ...NO_SETTINGS_FILE, problems: [settingsError(name, yaml.message)] };
  if (yaml.value === null || yaml.value === undefined) return NO_SETTINGS_FILE;
  const sections = foldKeys(yaml.value);
  if (sections === null) return { ...NO_SETTINGS_FILE, problems: [settingsError(name, 'is not a mapping.')] };
  const reader = new SectionReader(sections, name);
  return {
    project: reader.project(),
    apps: reader.apps(),
    run: reader.run(),
    llm: reader.section('llm', llmSchema, Object.keys(llmSchema.entries)) ?? {},
    openapi: reader.section('openapi', openapiSchema, Object.keys(openapiSchema.entries))?.spec_path ?? null,
    rules: reader.section('diagnosis', diagnosisSchema, ['rules'])?.rules ?? [],
    suites: reader.suites(),
    problems: [...unknownKeys(sections, SECTIONS, `${name}:`, 'warning'), ...reader.problems],
  };
}

/** Reads one section after the other and keeps what was wrong with each. */
class SectionReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly sections: Record<string, unknown>,
    private readonly name: string,
  ) {}

  section<T>(key: string, schema: v.GenericSchema<unknown, T>, known: readonly string[]): T | null {
    const found = this.sections[key];
    if (found === undefined || found === null) return null;
    return this.checkObject(found, schema, known, `${this.name}: ${key}`);
  }

  project(): string | null {
    const found = this.sections['project'];
    const name = typeof found === 'string' ? found : foldKeys(found)?.['name'];
    return typeof name === 'string' ? name.trim() : null;
  }

  apps(): Readonly<Record<string, AppValues>> {
    const found = foldKeys(this.sections['app']) ?? {};
    const entries = Object.entries(found).map(([env, value]): readonly [string, AppValues | null] => [
      env,
      this.checkObject(value, appSchema, [...Object.keys(appSchema.entries), 'auth'], `${this.name}: app.${env}`),
    ]);
    return Object.fromEntries(entries.flatMap(([env, value]) => (value === null ? [] : [[env, value]])));
  }

  run(): RunValues {
    const found = foldKeys(this.sections['run']);
    if (found === null) return {};
    const renamed = Object.fromEntries(Object.entries(found).map(([key, value]) => [RUN_ALIASES[key] ?? key, value]));
    return this.checkObject(renamed, runSchema, Object.keys(runFields), `${this.name}: run`) ?? {};
  }

  suites(): readonly SuiteEntry[] | null {
    const place = this.sections['suites'] === undefined ? 'tests' : 'suites';
    const value = this.sections[place];
    if (value === undefined || value === null) return null;
    const parse = place === 'suites' ? parseSuites : profileSuites;
    const { suites, problems } = parse(value, `${this.name}: ${place}`);
    this.problems.push(...problems);
    return suites;
  }

  private checkObject<T>(
    value: unknown,
    schema: v.GenericSchema<unknown, T>,
    known: readonly string[],
    place: string,
  ): T | null {
    const folded = foldKeys(value);
    if (folded === null) {
      this.problems.push(settingsError(place, 'is not a mapping.'));
      return null;
    }
    this.problems.push(...unknownKeys(folded, known, place, 'warning'));
    const checked = check(schema, folded, place, (key) => key);
    if (checked.ok) return checked.value;
    this.problems.push(...checked.problems);
    return null;
  }
}
