import type { Problem } from '../model/problem.js';
import { didYouMean, foldKeys, settingsError, unknownKeys } from './schema/issues.js';
import { parseSuites, type ParsedSuites, type SuiteEntry } from './suites.js';

interface ProfileSuite {
  readonly runner: 'pytest' | 'behave' | 'playwright';
  /** Whether the suite runs, and where its tests are, when the profile does not name it; null: it does not run. */
  readonly unnamed: string | null;
  /** The folder that an empty `output_dir` means. */
  readonly path: string;
  /** Keys that the original reads for this suite alone. */
  readonly keys: readonly string[];
}

/** What the original profile's `tests` section means. */
const PROFILE: Readonly<Record<string, ProfileSuite>> = {
  unit: { runner: 'pytest', unnamed: 'tests/qaagent/unit', path: 'tests/unit', keys: [] },
  behave: { runner: 'behave', unnamed: 'tests/qaagent/behave', path: 'features', keys: [] },
  e2e: {
    runner: 'playwright',
    unnamed: null,
    path: 'tests/e2e',
    keys: ['browsers', 'auth_setup', 'cuj_path'],
  },
};
const NAMES = Object.keys(PROFILE);
/** Keys of `tests` that name no suite: where the original writes generated files. */
const UNREAD = ['output_dir', 'data'];
const SUITE_KEYS = ['enabled', 'output_dir', 'framework'];

/**
 * Reads `tests` of the original qaagent profile as its own models do: `unit` and `behave` run unless they are switched
 * off, at a default folder when they are not named; a suite that is null does not run; `order` (`run.suite_order`)
 * switches off what it leaves out. A suite that is not named is marked `optional`: without its folder it is no suite.
 */
export function profileSuites(value: unknown, order: unknown, place: string): ParsedSuites {
  const tests = value === undefined || value === null ? {} : foldKeys(value);
  if (tests === null) return { suites: [], problems: [settingsError(place, 'is not a mapping.')] };
  const parsed = NAMES.map((name) => profileSuite(name, tests[name], place));
  const suites = parsed.flatMap((one) => one.suites).map((suite) => restricted(suite, order));
  return {
    suites,
    problems: [...unknownSuites(tests, place), ...parsed.flatMap((one) => one.problems)],
  };
}

function unknownSuites(tests: Readonly<Record<string, unknown>>, place: string): readonly Problem[] {
  const names = Object.keys(tests).filter((name) => !NAMES.includes(name) && !UNREAD.includes(name));
  return names.map((name) => {
    const guess = didYouMean(name, NAMES);
    const remedy = guess || `Define other suites under \`suites\`. This profile has ${NAMES.join(', ')}.`;
    const problem = settingsError(`${place}.${name}`, 'is not a suite of the original qaagent profile.', remedy);
    return guess === '' ? { ...problem, severity: 'warning' } : problem;
  });
}

function profileSuite(name: string, value: unknown, place: string): ParsedSuites {
  const suite = PROFILE[name];
  if (suite === undefined) return { suites: [], problems: [] };
  const { runner, path, unnamed, keys } = suite;
  if (value === undefined)
    return unnamed === null
      ? { suites: [], problems: [] }
      : optional(parseSuites({ [name]: { runner, path: unnamed } }, place));
  if (value === null) return parseSuites({ [name]: { runner, path, enabled: false } }, place);
  const entry = foldKeys(value);
  if (entry === null) {
    const remedy = `Write \`${name}: {output_dir: ${path}}\`.`;
    return { suites: [], problems: [settingsError(`${place}.${name}`, 'is not a mapping.', remedy)] };
  }
  const { output_dir, enabled, browsers } = entry;
  const isEmpty = output_dir === undefined || output_dir === null || output_dir === '';
  const parsed = parseSuites(
    {
      [name]: {
        runner,
        path: isEmpty ? path : output_dir,
        ...(enabled === undefined ? {} : { enabled }),
        ...(name === 'e2e' && browsers !== undefined ? { browsers } : {}),
      },
    },
    place,
  );
  const unknown = unknownKeys(entry, [...SUITE_KEYS, ...keys], `${place}.${name}`, 'refuse-near');
  return { ...parsed, problems: [...unknown, ...otherFramework(name, entry, runner, place), ...parsed.problems] };
}

/** The original chooses the runner by the name of the suite and reads `framework` only when it generates tests. */
function otherFramework(
  name: string,
  { framework }: Readonly<Record<string, unknown>>,
  runner: string,
  place: string,
): readonly Problem[] {
  if (framework === undefined || framework === null || framework === runner) return [];
  const message = `does not select the runner: \`${name}\` always runs with ${runner}.`;
  const problem = settingsError(
    `${place}.${name}.framework`,
    message,
    'To use another runner, define the suite under `suites`.',
  );
  return [{ ...problem, severity: 'warning' }];
}

function optional(parsed: ParsedSuites): ParsedSuites {
  return { ...parsed, suites: parsed.suites.map((suite) => ({ ...suite, optional: true })) };
}

function restricted(suite: SuiteEntry, order: unknown): SuiteEntry {
  const names = typeof order === 'string' ? order.split(',').map((name) => name.trim()) : order;
  if (!Array.isArray(names) || names.includes(suite.name)) return suite;
  return { ...suite, values: { ...suite.values, enabled: false } };
}
