import { resolve } from 'node:path';
import { parseArgsStringToArgv } from 'string-argv';
import type { Problem } from '../model/problem.js';
import type { RunnerName, SuiteSettings } from '../model/settings.js';
import {
  check,
  didYouMean,
  foldKeys,
  keysWrittenTwice,
  nearestName,
  settingsError,
  unknownKeys,
  withoutPlaces,
} from './schema/issues.js';
import { shellSyntax } from './shell-syntax.js';
import { expandShorthand } from './lines/expand-line.js';
import { keysOf, suiteSchema, type SuiteValues, SUPPORTED_RUNNERS, type SupportedRunner } from './schema/suite.js';

/** A suite as it was written: checked, without the defaults of the run. */
export interface SuiteEntry {
  readonly name: string;
  readonly values: SuiteValues;
  /** True when the suite exists only if its folder does: a default names it, no setting does. */
  readonly optional?: boolean;
}

export interface ParsedSuites {
  readonly suites: readonly SuiteEntry[];
  readonly problems: readonly Problem[];
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/;

/** Reads the `suites` mapping, from an input or the settings file: shorthand and long form. Finds every problem. */
export function parseSuites(value: unknown, place: string): ParsedSuites {
  const shape = shapeProblem(value, place);
  if (shape !== null) return { suites: [], problems: [shape] };
  const parsed = Object.entries(value as object).map(([name, entry]) =>
    parseSuite(name, entry, name === '' ? place : `${place}.${name}`),
  );
  return {
    suites: parsed.flatMap(({ suites }) => suites),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

/** What is wrong with the mapping as a whole: then nothing that stands in it means what it says. */
function shapeProblem(value: unknown, place: string): Problem | null {
  const isEmpty = value === null || (typeof value === 'object' && Object.keys(value).length === 0);
  if (isEmpty) return settingsError(place, 'is empty.', 'Write one `name: runner path` per line, or remove it.');
  if (typeof value === 'string' && value.trim() !== '') return lineProblem(value.trim(), place);
  if (typeof value !== 'object' || Array.isArray(value))
    return settingsError(
      place,
      'is not a mapping of suites.',
      'Write one suite per line, for example `unit: pytest tests/unit`.',
    );
  const [empty] = Object.entries(value).filter(([, entry]) => entry === null);
  const stray = Object.keys(value).filter((name) => SUITE_KEYS.includes(name));
  if (empty === undefined || stray.length === 0) return null;
  const message = `\`${empty[0]}\` is empty, and ${stray.map((key) => `\`${key}\``).join(', ')} are set at the same level.`;
  return settingsError(place, message, `Indent the settings of \`${empty[0]}\` below its name.`);
}

function lineProblem(line: string, place: string): Problem {
  if (/^[A-Za-z0-9][\w.-]*:\s/.test(line))
    return settingsError(
      place,
      'is a string, not a mapping of suites.',
      'Remove the `|` or the quotes after `suites:`.',
    );
  const joined = /^([A-Za-z0-9][\w.-]*):(?=[A-Za-z])/.exec(line);
  if (joined === null) return settingsError(place, 'has no suite name.', `Write \`unit: ${line.slice(0, 60)}\`.`);
  const rest = line.slice(joined[0].length, joined[0].length + 60);
  return settingsError(place, 'has no space after the colon.', `Write \`${joined[1] ?? ''}: ${rest}\`.`);
}

const SUITE_KEYS: readonly string[] = [...new Set(SUPPORTED_RUNNERS.flatMap(keysOf))];

function parseSuite(name: string, entry: unknown, place: string): ParsedSuites {
  if (!NAME.test(name)) {
    const remedy = 'Use at most 64 letters, digits, spaces, dots, hyphens and underscores.';
    return { suites: [], problems: [settingsError(place, `"${name}" is not a valid suite name.`, remedy)] };
  }
  const isLine = typeof entry === 'string' && entry.trim() !== '';
  const long = isLine ? expandShorthand(entry, isSupported) : foldKeys(entry);
  if (long === null && isLine) return { suites: [], problems: [unknownRunner(entry, place)] };
  if (long === null) {
    const remedy = 'Write `<runner> <path> [args]` or a mapping with `runner`.';
    return { suites: [], problems: [settingsError(place, 'is not a suite definition.', remedy)] };
  }
  const twice = typeof entry === 'object' && entry !== null ? keysWrittenTwice(entry, place) : [];
  const { suites, problems } = parseLongForm(name, long, place);
  const shell = isLine ? shellProblem(entry, long, place) : shellProblem(long['args'], long, `${place}.args`);
  return { suites, problems: [...twice, ...problems, ...shell] };
}

/** A word for a shell in a line that is started without one. */
function shellProblem(line: unknown, { runner }: Record<string, unknown>, place: string): readonly Problem[] {
  const found = typeof line === 'string' && runner !== 'command' && runner !== 'junit' ? shellSyntax(line) : null;
  if (found === null || typeof line !== 'string') return [];
  if (found === '"' || found === "'")
    return [settingsError(place, `contains a quote (${found}) that is not closed.`, 'Close it, or remove it.')];
  const whole = place.endsWith('.args') ? '<the whole line>' : line.trim().slice(0, 100);
  const remedy = `Write \`command ${whole}\`, which a shell runs.`;
  return [settingsError(place, `\`${found}\` is shell syntax, but this suite does not run in a shell.`, remedy)];
}

function parseLongForm(name: string, long: Record<string, unknown>, place: string): ParsedSuites {
  const runner = typeof long['runner'] === 'string' ? long['runner'].trim() : '';
  if (!isSupported(runner)) return { suites: [], problems: [unknownRunner(long['runner'], place)] };
  const unknown = [
    ...unknownKeys(long, keysOf(runner), place, 'refuse'),
    ...unexpanded(long['env'], `${place}.env`),
    ...unknownInReports(long['report'], `${place}.report`),
    ...watching(long['run'], place),
  ];
  const checked = check(suiteSchema, { ...long, runner }, place, (key) => key.replaceAll('_', '-'));
  if (!checked.ok) return { suites: [], problems: [...unknown, ...withoutPlaces(checked.problems, unknown)] };
  return { suites: [{ name, values: checked.value }], problems: unknown };
}

/** Unknown keys of the mappings that a list of reports may hold. */
function unknownInReports(report: unknown, place: string): readonly Problem[] {
  const items = (Array.isArray(report) ? report : [report]) as readonly unknown[];
  return items.flatMap((item, index) =>
    unknownKeys(foldKeys(item) ?? {}, ['path', 'optional', 'any-age'], `${place}.${index}`, 'refuse'),
  );
}

const WATCHES =
  /\b(vitest|jest|mocha|ava|react-scripts|tap|bun|playwright)\b[^&|;\n]{0,500}?\s(--watch(?:All|-all)?)(?=\s|$|=true)/;

/** A command that waits for changes of files does not end. */
function watching(run: unknown, place: string): readonly Problem[] {
  const [, tool, option] = WATCHES.exec(typeof run === 'string' ? run.slice(0, 2_000) : '') ?? [];
  if (tool === undefined) return [];
  const message = `starts ${tool} with \`${option}\`, which waits for changes and does not end.`;
  return [settingsError(place, message, `Remove \`${option}\`.`)];
}

/** Variables whose value is nothing but the name of a variable: settings are not a shell. */
function unexpanded(env: unknown, place: string): readonly Problem[] {
  const entries = Object.entries(foldEnv(env)).filter(([, value]) => /^\s*\$(\{.*\}|\w+)\s*$/s.test(value));
  return entries.map(([name, value]) => {
    const remedy =
      'Suites inherit the environment of the step: remove this entry, and set the variable under `env:` in the workflow.';
    return settingsError(
      `${place}.${name}`,
      `"${value.trim()}" is not expanded: settings cannot refer to environment variables.`,
      remedy,
    );
  });
}

function foldEnv(env: unknown): Readonly<Record<string, string>> {
  if (typeof env !== 'object' || env === null) return {};
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** True for a line that starts a suite: a runner with its path, or a tool that is known. */
export function isSuiteLine(line: string): boolean {
  return line.trim().includes(' ') && expandShorthand(line, isSupported) !== null;
}

function isSupported(name: string): name is SupportedRunner {
  return (SUPPORTED_RUNNERS as readonly string[]).includes(name);
}

function unknownRunner(found: unknown, place: string): Problem {
  const allowed = `(${SUPPORTED_RUNNERS.join(', ')})`;
  if (typeof found !== 'string' || found.trim() === '') {
    return settingsError(`${place}.runner`, 'is missing.', `Name a runner ${allowed}.`);
  }
  const line = found.trim();
  const name = line.split(/\s/, 1)[0] ?? '';
  const isTool = expandShorthand(`${name} x`, isSupported) !== null;
  const inLine = `Write the suite in one line instead, for example \`${place.split('.').at(-1) ?? 'unit'}: ${name}\`.`;
  const guess =
    didYouMean(name, SUPPORTED_RUNNERS) ||
    (isTool && inLine) ||
    misspelled(line) ||
    `Write \`command ${line.slice(0, 60)}\` to run it as it is.`;
  return settingsError(`${place}.runner`, `"${name}" is not a runner.`, `${guess} ${allowed}`);
}

/** A tool whose name is misspelled, with the whole line as it would be. */
function misspelled(line: string): string {
  const words = line.split(/\s+/);
  const at = words.findIndex((word) => !LAUNCHERS.includes(word));
  const best = nearestName(words[at] ?? '', KNOWN_TOOLS);
  return best === null || best === words[at] ? '' : `Did you mean \`${words.with(at, best).join(' ').slice(0, 60)}\`?`;
}

const LAUNCHERS = ['npx', 'pnpm', 'yarn', 'bunx', 'exec'];
const KNOWN_TOOLS = ['vitest', 'jest', 'mocha', 'ava', 'playwright', 'phpunit', 'dotnet', 'gradle'];

/** What a suite takes from the run when it says nothing itself. */
export interface SuiteDefaults {
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number | null;
  readonly retries: number;
  readonly workingDirectory: string;
  readonly detected: boolean;
}

const DEFAULT_PATH: Readonly<Partial<Record<RunnerName, string>>> = { behave: 'features' };

/** One suite with every default filled in and its folder made absolute. */
export function suiteSettings({ name, values }: SuiteEntry, defaults: SuiteDefaults): SuiteSettings {
  const { enabled, path, args = [], env, timeout, idle_timeout, retries, working_directory, ...rest } = values;
  const { artifacts = [], weight = 1, after = [], shard_unit: shardUnit, ...own } = rest;
  return {
    name,
    enabled: enabled ?? true,
    path: path ?? DEFAULT_PATH[values.runner] ?? '',
    args: typeof args === 'string' ? parseArgsStringToArgv(args) : args,
    env: env ?? {},
    timeoutMs: timeout ?? defaults.timeoutMs,
    idleTimeoutMs: idle_timeout === undefined ? defaults.idleTimeoutMs : idle_timeout,
    retries: retries ?? defaults.retries,
    workingDirectory: resolve(defaults.workingDirectory, working_directory ?? '.'),
    artifacts,
    weight,
    after,
    detected: defaults.detected,
    ...(shardUnit === undefined ? {} : { shardUnit }),
    ...own,
  };
}

/** Suites in the named order, the others after them as written. */
export function orderSuites(suites: readonly SuiteSettings[], order: readonly string[]): readonly SuiteSettings[] {
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return suites.toSorted((a, b) => rank(a.name) - rank(b.name));
}

/** Suites that wait for suites that do not exist, or for each other. */
export function orderProblems(suites: readonly SuiteSettings[]): readonly Problem[] {
  const names = suites.map((suite) => suite.name);
  const unknown = suites.flatMap(({ name, after }) =>
    after.filter((other) => !names.includes(other)).map((other) => unknownAfter(name, other, names)),
  );
  return unknown.length > 0 ? unknown : cycleProblems(suites);
}

function unknownAfter(name: string, other: string, names: readonly string[]): Problem {
  const remedy = didYouMean(other, names) || `The suites are ${names.join(', ')}.`;
  return settingsError(`suites.${name}.after`, `"${other}" is not a suite.`, remedy);
}

/** Suites whose names differ only in case: most file systems would give them one folder. */
export function nameProblems(suites: readonly Pick<SuiteSettings, 'name'>[]): readonly Problem[] {
  const seen = new Map<string, string>();
  return suites.flatMap(({ name }) => {
    const earlier = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    if (earlier === undefined) return [];
    return [settingsError(`suites.${name}`, `differs from "${earlier}" only in case.`, 'Give it another name.')];
  });
}

function cycleProblems(suites: readonly SuiteSettings[]): readonly Problem[] {
  const done = new Set<string>();
  for (let progress = true; progress;) {
    const ready = suites.filter(({ name, after }) => !done.has(name) && after.every((other) => done.has(other)));
    for (const { name } of ready) done.add(name);
    progress = ready.length > 0;
  }
  const stuck = suites.filter(({ name }) => !done.has(name)).map(({ name }) => name);
  if (stuck.length === 0) return [];
  const message =
    stuck.length === 1 ? `${stuck.join('')} waits for itself.` : `${stuck.join(', ')} wait for each other.`;
  return [settingsError('suites', message, 'Remove one `after`.')];
}
