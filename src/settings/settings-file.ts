import * as v from 'valibot';
import { CATEGORIES } from '../model/diagnosis.js';
import type { Problem } from '../model/problem.js';
import type { DiagnosisRule } from '../model/settings.js';
import {
  check,
  didYouMean,
  foldKeys,
  keysWrittenTwice,
  settingsError,
  unevaluated,
  type UnknownKeyRule,
  unknownKeys,
  withoutPlaces,
} from './schema/issues.js';
import { INPUT_ONLY_REMEDY, runSchema, type RunValues } from './schema/run.js';
import { isSuiteLine, parseSuites, type SuiteEntry } from './suites.js';
import { profileSuites } from './profile-suites.js';
import { flag, oneOf, positive, text, textMap, texts, url } from './schema/values.js';
import { parseYaml } from '../text/yaml.js';

const appSchema = v.partial(
  v.object({
    base_url: url,
    start_command: text,
    health_endpoint: texts,
    headers: textMap,
    timeout: positive,
  }),
);

/** The application under test in one environment (`app.<env>` of the settings file). */
export type AppValues = v.InferOutput<typeof appSchema>;

const openapiSchema = v.partial(v.object({ spec_path: text, auto_generate: flag }));
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

/** Sections that are read whole, by name; `app` is one environment of that section. */
export const SECTION_SCHEMAS = {
  app: appSchema,
  openapi: openapiSchema,
  llm: llmSchema,
  diagnosis: diagnosisSchema,
} as const;

/** What a settings file says, checked; nothing is merged or defaulted yet. */
export interface SettingsFile {
  readonly project: string | null;
  readonly apps: Readonly<Record<string, AppValues>>;
  readonly run: RunValues;
  readonly llm: v.InferOutput<typeof llmSchema>;
  readonly openapi: string | null;
  /** True when the original qaagent writes the OpenAPI file itself, so that it may be missing. */
  readonly openapiGenerated: boolean;
  readonly rules: readonly DiagnosisRule[];
  /** Null when the file names no suites. */
  readonly suites: readonly SuiteEntry[] | null;
  /** Suites of the original's profile: those of `tests`, and those it enables unless they are switched off; empty for others. */
  readonly profile: readonly SuiteEntry[];
  readonly problems: readonly Problem[];
}

export const NO_SETTINGS_FILE: SettingsFile = {
  project: null,
  apps: {},
  run: {},
  llm: {},
  openapi: null,
  openapiGenerated: false,
  rules: [],
  suites: null,
  profile: [],
  problems: [],
};

const SECTIONS = ['project', 'app', 'openapi', 'tests', 'run', 'llm', 'suites', 'diagnosis'];
/** Sections and keys of the original's profile that ask nothing of a test run. */
const UNREAD_SECTIONS = ['exclude', 'risk_assessment', 'doc', 'bugalizer'];
const UNREAD_APP = ['auth', 'notes'];
const UNREAD_OPENAPI = ['source_dir', 'generator', 'tags', 'operations', 'endpoint_pattern', 'format'];
const UNREAD_LLM = ['fallback_to_templates'];
/** Names the original profile uses under `run:`. */
export const RUN_ALIASES: Readonly<Record<string, string>> = { retry_count: 'retries' };

/** Reads a settings file. Every problem carries its place below `name`; an unknown key is an error if it is close to a known one. */
export function parseSettingsFile(content: string, name: string): SettingsFile {
  const yaml = parseYaml(content);
  if (!yaml.ok) return { ...NO_SETTINGS_FILE, problems: [settingsError(name, `${yaml.message}.`, yaml.remedy)] };
  if (yaml.value === null || yaml.value === undefined) return NO_SETTINGS_FILE;
  const sections = foldKeys(yaml.value);
  if (sections === null) {
    const remedy = 'Write sections, for example `suites:` followed by one indented `name: runner path` per line.';
    return { ...NO_SETTINGS_FILE, problems: [settingsError(name, 'is not a mapping.', remedy)] };
  }
  const expressions = unevaluated(yaml.value, `${name}:`);
  const file = readSections(new SectionReader(sections, name), sections, name);
  return { ...file, problems: [...expressions, ...withoutPlaces(file.problems, expressions)] };
}

function readSections(reader: SectionReader, sections: Readonly<Record<string, unknown>>, name: string): SettingsFile {
  const openapi = reader.section('openapi', openapiSchema, UNREAD_OPENAPI);
  return {
    project: reader.project(),
    apps: reader.apps(),
    run: reader.run(),
    llm: reader.section('llm', llmSchema, UNREAD_LLM) ?? {},
    openapi: openapi?.spec_path ?? null,
    openapiGenerated: openapi?.auto_generate ?? false,
    rules: reader.rules(),
    suites: reader.suites(),
    profile: reader.profile(),
    problems: [...unknownSections(sections, `${name}:`), ...reader.problems],
  };
}

/** Unknown names at the top of the file: what belongs below `run` or `suites` is an error, as nothing would read it there. */
function unknownSections(sections: Readonly<Record<string, unknown>>, place: string): readonly Problem[] {
  const known = [...SECTIONS, ...UNREAD_SECTIONS];
  return unknownKeys(sections, known, place, 'refuse-near').map((problem) => {
    const key = problem.place.slice(place.length + 1);
    const value = sections[key];
    if (key in INPUT_ONLY_REMEDY)
      return settingsError(problem.place, 'can only be set as an input.', INPUT_ONLY_REMEDY[key]);
    if (WORKFLOW_KEYS.includes(key)) return settingsError(problem.place, 'belongs in a workflow.', WORKFLOW_REMEDY);
    if (key in runSchema.entries || key in RUN_ALIASES)
      return settingsError(problem.place, 'must be set under `run`.', 'Indent it under `run:`.');
    if (problem.severity === 'error') return problem;
    if (isSuite(value))
      return settingsError(problem.place, 'is a suite that is not under `suites`.', 'Indent it under `suites:`.');
    const near = didYouMean(key, [...Object.keys(runSchema.entries), ...Object.keys(INPUT_ONLY_REMEDY)]);
    return near === ''
      ? problem
      : settingsError(problem.place, problem.message, `${near} Run settings belong under \`run:\`.`);
  });
}

/** What only a workflow file has at its top or in a step. */
const WORKFLOW_KEYS = ['on', 'true', 'jobs', 'steps', 'with', 'uses', 'runs_on', 'permissions', 'inputs'];
const WORKFLOW_REMEDY =
  'The settings file has `suites:` and `run:` at its top level. Workflows belong in .github/workflows.';

/** True for what only a suite looks like: a line that starts a known tool, or a mapping with a `runner`. */
function isSuite(value: unknown): boolean {
  if (typeof value === 'string') return isSuiteLine(value);
  return typeof foldKeys(value)?.['runner'] === 'string';
}

/** Reads one section after the other and keeps what was wrong with each. */
class SectionReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly sections: Readonly<Record<string, unknown>>,
    private readonly name: string,
  ) {}

  section<T>(
    key: string,
    schema: v.GenericSchema<unknown, T> & { readonly entries: object },
    unread: readonly string[],
    rule: UnknownKeyRule = 'refuse-near',
  ): T | null {
    return this.checkObject(this.sections[key], schema, unread, `${this.name}: ${key}`, rule);
  }

  project(): string | null {
    const found = this.sections['project'];
    if (Array.isArray(found))
      this.problems.push(settingsError(`${this.name}: project`, 'is a list.', 'Write the name of the project.'));
    const name = typeof found === 'string' ? found : foldKeys(found)?.['name'];
    return typeof name === 'string' ? name.trim() : null;
  }

  apps(): Readonly<Record<string, AppValues>> {
    const found = this.sections['app'];
    if (found === undefined || found === null) return {};
    if (foldKeys(found) === null) {
      this.problems.push(settingsError(`${this.name}: app`, 'is not a mapping.', APP_REMEDY));
      return {};
    }
    const entries = Object.entries(found).map(([env, value]): readonly [string, AppValues | null] => [
      env,
      this.checkObject(value, appSchema, UNREAD_APP, `${this.name}: app.${env}`, 'refuse-near', APP_REMEDY),
    ]);
    return Object.fromEntries(entries.flatMap(([env, value]) => (value === null ? [] : [[env, value]])));
  }

  run(): RunValues {
    const found = this.sections['run'];
    const folded = foldKeys(found);
    const place = `${this.name}: run`;
    if (folded === null) return this.checkObject(found, runSchema, [], place, 'refuse') ?? {};
    this.problems.push(...keysWrittenTwice(found as object, place));
    const renamed = Object.entries(folded).map(([key, value]) => [RUN_ALIASES[key] ?? key, value] as const);
    for (const [key] of Object.entries(folded)) {
      const own = RUN_ALIASES[key];
      if (own !== undefined && own in folded)
        this.problems.push(
          settingsError(`${place}.${key}`, `is set in addition to \`${own}\`.`, 'Remove one of them.'),
        );
      if (key in INPUT_ONLY_REMEDY)
        this.problems.push(settingsError(`${place}.${key}`, 'can only be set as an input.', INPUT_ONLY_REMEDY[key]));
    }
    const allowed = renamed.filter(
      ([key, value]) => !(key in INPUT_ONLY_REMEDY) && !(key === 'max_workers' && value === null),
    );
    return this.checkObject(Object.fromEntries(allowed), runSchema, [], place, 'refuse') ?? {};
  }

  rules(): readonly DiagnosisRule[] {
    const written = foldKeys(this.sections['diagnosis'])?.['rules'];
    for (const [index, rule] of (Array.isArray(written) ? (written as readonly unknown[]) : []).entries())
      this.problems.push(
        ...unknownKeys(
          foldKeys(rule) ?? {},
          Object.keys(ruleSchema.entries),
          `${this.name}: diagnosis.rules.${index}`,
          'refuse',
        ),
      );
    return this.section('diagnosis', diagnosisSchema, [], 'refuse')?.rules ?? [];
  }

  suites(): readonly SuiteEntry[] | null {
    const value = this.sections['suites'];
    if (value === undefined) return null;
    const place = `${this.name}: suites`;
    const { suites, problems } = parseSuites(value, place);
    this.problems.push(...problems);
    return suites;
  }

  profile(): readonly SuiteEntry[] {
    const isProfile = this.sections['tests'] !== undefined || foldKeys(this.sections['project']) !== null;
    if (!isProfile || this.sections['suites'] !== undefined) return [];
    const order = foldKeys(this.sections['run'])?.['suite_order'];
    const { suites, problems } = profileSuites(this.sections['tests'], order, `${this.name}: tests`);
    this.problems.push(...problems);
    return suites;
  }

  private checkObject<T>(
    value: unknown,
    schema: v.GenericSchema<unknown, T> & { readonly entries: object },
    unread: readonly string[],
    place: string,
    rule: UnknownKeyRule,
    remedy = 'Write one indented `key: value` per line below it.',
  ): T | null {
    if (value === undefined || value === null) return null;
    const folded = foldKeys(value);
    if (folded === null) {
      this.problems.push(settingsError(place, 'is not a mapping.', remedy));
      return null;
    }
    const known = [...Object.keys(schema.entries), ...unread];
    this.problems.push(...unknownKeys(folded, known, place, rule));
    // In the original's profile an empty value is one that is not written; a gate of ours that is empty is a mistake.
    const written = rule === 'refuse' ? folded : withoutNull(folded);
    const checked = check(schema, written, place, (key) => key);
    if (checked.ok) return checked.value;
    this.problems.push(...checked.problems);
    return null;
  }
}

const APP_REMEDY =
  'Write an environment with its settings, for example `app: {dev: {base_url: "http://localhost:8000"}}`.';

function withoutNull(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}
