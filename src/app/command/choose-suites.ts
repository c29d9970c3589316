import type { Problem } from '../../model/problem.js';
import type { Settings, SuiteSettings } from '../../model/settings.js';
import { escapeRegex } from '../../runners/rerun-template.js';
import { didYouMean, settingsError } from '../../settings/schema/issues.js';
import { fileOfTitle, pathsForTests, type PathSuite } from './only/paths-of-tests.js';
import { lineForTests, type Places } from './only/select-tests.js';

/** What a person wants to run of the settings. */
export interface Choice {
  /** Names of suites; empty: all. */
  readonly suites: readonly string[];
  /** Ids of the only tests to run; empty: all. */
  readonly only: readonly string[];
}

export const ALL: Choice = { suites: [], only: [] };

type Chosen =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where tests are looked for; the settings say where the last runs are. */
type TestPlaces = Omit<Places, 'evidence'>;

/** The settings with the chosen suites and tests alone. Refuses a name that is no suite, and tests that cannot be chosen. */
export async function chooseSuites(
  settings: Settings,
  { suites: wanted, only }: Choice,
  places: TestPlaces,
): Promise<Chosen> {
  const names = settings.suites.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) return { ok: false, problems: unknown.map((name) => notASuite(name, names)) };
  const chosen = wanted.length === 0 ? settings.suites : settings.suites.filter(({ name }) => wanted.includes(name));
  const suites = chosen.map((suite) => ({
    ...suite,
    enabled: suite.enabled || wanted.includes(suite.name),
    after: suite.after.filter((name) => chosen.some((other) => other.name === name)),
  }));
  const [first] = suites;
  if (only.length === 0 || first === undefined) return { ok: true, settings: { ...settings, suites } };
  if (suites.length > 1) {
    const remedy = `Name one suite: ${names.join(', ')}.`;
    return { ok: false, problems: [settingsError('--only', 'does not name the suite of the test.', remedy)] };
  }
  const suite = await onlyTests(first, only, settings, places);
  return 'runner' in suite ? { ok: true, settings: { ...settings, suites: [suite] } } : { ok: false, problems: suite };
}

function notASuite(name: string, names: readonly string[]): Problem {
  const guess = didYouMean(name, names);
  return settingsError('<suite>', `"${name}" is not a suite.`, guess || `The suites are ${names.join(', ')}.`);
}

/** The suite with nothing but these tests, asked for by the tool's own means. */
async function onlyTests(
  suite: SuiteSettings,
  ids: readonly string[],
  { evidenceDirectory: evidence }: Settings,
  places: TestPlaces,
): Promise<SuiteSettings | readonly Problem[]> {
  switch (suite.runner) {
    case 'pytest':
    case 'behave':
      return atPaths(suite, ids, { ...places, evidence });
    case 'playwright': {
      const titles = ids.filter((id) => id.includes(' › '));
      const files = ids.filter((id) => !id.includes(' › '));
      if (titles.length === 0) return atPaths(suite, files, { ...places, evidence });
      if (files.length > 0) return [settingsError('--only', 'mixes titles with `file:line`.', 'Use one of the two.')];
      return byTitle(suite, titles, { ...places, evidence });
    }
    case 'command': {
      const { rerun } = suite;
      if (rerun === null) return [notByName(suite)];
      const line = await lineForTests(ids, { ...suite, rerun }, { ...places, evidence });
      return typeof line === 'string' ? { ...suite, run: line } : line;
    }
    default:
      return [notByName(suite)];
  }
}

async function atPaths(
  suite: PathSuite,
  ids: readonly string[],
  places: Places,
): Promise<SuiteSettings | readonly Problem[]> {
  const found = await pathsForTests(ids, suite, places);
  if ('problems' in found) return found.problems;
  const [first = '', ...others] = found.paths;
  return { ...suite, path: first, args: [...others, ...suite.args] };
}

/** Playwright matches a pattern against file, groups, title and tags with a blank between them; its files start at its `testDir`. */
async function byTitle<S extends PathSuite>(suite: S, ids: readonly string[], places: Places): Promise<S> {
  const found = await Promise.all(ids.map((id) => fileOfTitle(id, suite, places)));
  const choices = found.map(({ titles }) => `${titles.map(escapeRegex).join(' ')}( @[^ ]+)*$`);
  const [first, ...others] = [...new Set(found.map(({ path }) => path))].filter((path) => path !== '');
  const isPlaced = found.every(({ path }) => path !== '');
  const files = isPlaced && first !== undefined ? { path: first, args: [...others, ...suite.args] } : {};
  return { ...suite, ...files, grep: choices.join('|') };
}

function notByName({ name, runner }: SuiteSettings): Problem {
  const remedy = runner === 'command' ? 'Add `rerun` with `{ids}` to the suite, or omit `--only`.' : 'Omit `--only`.';
  return settingsError('--only', `suite ${name} (${runner}) cannot run single tests.`, remedy);
}
