import { didYouMean, foldKeys, settingsError } from './schema/issues.js';
import { parseSuites, type ParsedSuites } from './suites.js';

/** What the original profile's `tests` section means: name, runner and default path. */
const PROFILE = {
  unit: { runner: 'pytest', path: 'tests/unit' },
  behave: { runner: 'behave', path: 'features' },
  e2e: { runner: 'playwright', path: 'tests/e2e' },
} as const;

const isProfileName = (name: string): name is keyof typeof PROFILE => Object.hasOwn(PROFILE, name);

/** Reads the `tests` section of the original qaagent profile: `tests.<unit|behave|e2e>.{enabled, output_dir, framework, browsers}`. */
export function profileSuites(value: unknown, place: string): ParsedSuites {
  const tests = foldKeys(value);
  if (tests === null) return { suites: [], problems: [settingsError(place, 'is not a mapping.')] };
  const parsed = Object.entries(tests).map(([name, entry]) => profileSuite(name, entry, place));
  return { suites: parsed.flatMap(({ suites }) => suites), problems: parsed.flatMap(({ problems }) => problems) };
}

function profileSuite(name: string, value: unknown, place: string): ParsedSuites {
  const entry = foldKeys(value);
  if (!isProfileName(name) || entry === null) {
    const names = Object.keys(PROFILE);
    const remedy = didYouMean(name, names) || `Write other suites under \`suites\`; here stand ${names.join(', ')}.`;
    const problem = settingsError(`${place}.${name}`, 'is not a suite of the original profile.', remedy);
    return { suites: [], problems: [{ ...problem, severity: 'warning' }] };
  }
  const { runner, path } = PROFILE[name];
  const suite = {
    runner: entry['framework'] ?? runner,
    path: entry['output_dir'] ?? path,
    ...(entry['enabled'] === undefined ? {} : { enabled: entry['enabled'] }),
    ...(name === 'e2e' && entry['browsers'] !== undefined ? { browsers: entry['browsers'] } : {}),
  };
  return parseSuites({ [name]: suite }, place);
}
