import { parseArgsStringToArgv } from 'string-argv';
import type { Problem } from '../model/problem.js';
import { check, didYouMean, foldKeys, settingsError, unknownKeys } from './issues.js';
import { keysOf, SUPPORTED_RUNNERS, suiteSchema, type SuiteValues, type SupportedRunner } from './suite-schema.js';

/** A suite as it was written: checked, without the defaults of the run. */
export interface SuiteEntry {
  readonly name: string;
  readonly values: SuiteValues;
}

export interface ParsedSuites {
  readonly suites: readonly SuiteEntry[];
  readonly problems: readonly Problem[];
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/;

/** Reads the `suites` mapping, from an input or the settings file: shorthand and long form. Finds every problem. */
export function parseSuites(value: unknown, place: string): ParsedSuites {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      suites: [],
      problems: [
        settingsError(place, 'is not a mapping of suites.', 'Write `unit: pytest tests/unit`, one line a suite.'),
      ],
    };
  }
  const parsed = Object.entries(value).map(([name, entry]) => parseSuite(name, entry, `${place}.${name}`));
  return {
    suites: parsed.flatMap(({ suites }) => suites),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

function parseSuite(name: string, entry: unknown, place: string): ParsedSuites {
  if (!NAME.test(name)) {
    const remedy = 'Use letters, digits, blanks, dots, dashes and underscores, at most 64.';
    return { suites: [], problems: [settingsError(place, `"${name}" cannot be the name of a suite.`, remedy)] };
  }
  const long = typeof entry === 'string' ? expandShorthand(entry) : foldKeys(entry);
  if (long === null) {
    const remedy = 'Write `<runner> <path> [args]` or a mapping with `runner`.';
    return { suites: [], problems: [settingsError(place, 'is neither a line nor a mapping.', remedy)] };
  }
  return parseLongForm(name, long, place);
}

/** `pytest tests/unit -x` as a mapping. The first word is the runner, the next the path unless it is an option. */
function expandShorthand(line: string): Record<string, unknown> {
  const trimmed = line.trim();
  const runner = trimmed.split(/\s/, 1)[0] ?? '';
  const rest = trimmed.slice(runner.length).trim();
  if (runner === 'command') return { runner, run: rest };
  if (runner === 'junit') return { runner, report: rest.split(/\s+/) };
  const [path, ...args] = parseArgsStringToArgv(rest);
  if (path === undefined) return { runner };
  return path.startsWith('-') ? { runner, args: [path, ...args] } : { runner, path, args };
}

function parseLongForm(name: string, long: Record<string, unknown>, place: string): ParsedSuites {
  const runner = typeof long['runner'] === 'string' ? long['runner'].trim() : '';
  if (!isSupported(runner)) return { suites: [], problems: [unknownRunner(long['runner'], place)] };
  const unknown = unknownKeys(long, keysOf(runner), place, 'error');
  const checked = check(suiteSchema, { ...long, runner }, place, (key) => key.replaceAll('_', '-'));
  if (!checked.ok) return { suites: [], problems: [...unknown, ...checked.problems] };
  return { suites: [{ name, values: checked.value }], problems: unknown };
}

function isSupported(name: string): name is SupportedRunner {
  return (SUPPORTED_RUNNERS as readonly string[]).includes(name);
}

function unknownRunner(found: unknown, place: string): Problem {
  const allowed = `(${SUPPORTED_RUNNERS.join(', ')})`;
  if (typeof found !== 'string' || found.trim() === '') {
    return settingsError(`${place}.runner`, 'is missing.', `Name one ${allowed}.`);
  }
  const name = found.trim();
  const remedy = `${didYouMean(name, SUPPORTED_RUNNERS)} ${allowed}`.trim();
  return settingsError(`${place}.runner`, `"${name}" is not a runner.`, remedy);
}
