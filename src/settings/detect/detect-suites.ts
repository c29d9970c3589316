import type { Files } from '../../ports.js';
import { foldKeys } from '../schema/issues.js';
import { parseSuites, type SuiteEntry } from '../suites.js';
import { findCompiled } from './compiled.js';
import { covers, nameSuites, type FoundSuite, type LeftOut } from './found-suite.js';
import { findJavaScript } from './javascript.js';
import { isJsTest, JS_TOOLS, toolOfTest } from './js-tools.js';
import { isBelow, listProjectFiles, type ProjectFiles } from './project-files.js';
import { findPython, isPythonTest, withoutBddFeatures } from './python.js';
import { findScripting } from './scripting.js';
import { foldersAside, without, type AsideFolder } from './set-aside.js';

/** A suite that was found in the repository, and the file that shows it. */
export interface DetectedSuite {
  readonly entry: SuiteEntry;
  /** The suite as somebody would write it. */
  readonly written: Readonly<Record<string, unknown>>;
  readonly why: string;
}

/** What detection found: suites, what it does not run although it is there, and test files that no suite covers. */
export interface Detection {
  readonly suites: readonly DetectedSuite[];
  readonly leftOut: readonly LeftOut[];
  /** Test files that a tool's own configuration leaves out; plain use of the tool does not run them either. */
  readonly unconfigured: readonly string[];
  /** Folders of fixtures, examples and code of others that are projects of their own. */
  readonly aside: readonly AsideFolder[];
  /** Endings of all files of the project, for an example when nothing was found. */
  readonly endings: ReadonlySet<string>;
}

/** Finds the suites of a repository that names none: what plain use of each tool in it would run. */
export async function detectSuites(files: Files, directory: string): Promise<Detection> {
  const project = await withoutBddFeatures(await listProjectFiles(files, directory));
  const aside = await foldersAside(project);
  const own = await suitesIn(without(project, aside));
  // A repository of examples has nothing else to run.
  if (aside.length === 0 || own.suites.length === 0) return { ...(await suitesIn(project)), aside: [] };
  const hasTests = ({ folder }: AsideFolder): boolean =>
    project.paths.some((path) => isBelow(path, folder) && isTestFile(path));
  return { ...own, aside: aside.filter(hasTests) };
}

const isTestFile = (path: string): boolean =>
  isJsTest(path) || OTHERS.some(([ending]) => ending.test(path)) || /(?:^|\/)tests?\//i.test(path);

/** What is found in a project, all of whose folders are its own. */
async function suitesIn(project: ProjectFiles): Promise<Omit<Detection, 'aside'>> {
  const python = await findPython(project);
  const javascript = await findJavaScript(project);
  const found = [...python, ...javascript.suites, ...(await findCompiled(project)), ...(await findScripting(project))];
  const uncovered = await uncoveredTests(project, found);
  const endings = new Set(project.paths.map((path) => /\.\w+$/.exec(path)?.[0] ?? ''));
  const reasons = javascript.leftOut;
  return {
    suites: nameSuites(found).flatMap(([name, suite]) => detected(name, suite)),
    leftOut: [...reasons, ...uncovered.filter(({ path }) => !reasons.some((other) => other.path === path))],
    unconfigured: project.paths.filter((path) => isPythonTest(path) && isUnconfigured(path, found)),
    endings,
  };
}

function detected(name: string, { settings, folder, why }: FoundSuite): readonly DetectedSuite[] {
  const written = folder === '.' ? settings : { ...settings, 'working-directory': folder };
  const { suites } = parseSuites({ [name]: foldKeys(written) }, name);
  return suites.map((entry) => ({ entry, written, why }));
}

/** Tests below a suite that its own configuration restricts to other folders. */
function isUnconfigured(path: string, suites: readonly FoundSuite[]): boolean {
  const around = suites.filter(({ tool, folder }) => tool === 'pytest' && isBelow(path, folder));
  return around.length > 0 && !around.some((suite) => covers(suite, path));
}

/** Test files for which there is no suite at all. */
async function uncoveredTests(project: ProjectFiles, suites: readonly FoundSuite[]): Promise<readonly LeftOut[]> {
  const left: LeftOut[] = [];
  for (const path of project.paths) {
    const reason = isJsTest(path)
      ? uncoveredJs(path, toolOfTest(await project.read(path)), suites)
      : uncoveredOther(path, suites);
    if (reason !== null) left.push({ path, reason });
  }
  return left;
}

const JS = new Set(['playwright', 'deno', ...JS_TOOLS.map(({ name }) => name)]);

function uncoveredJs(path: string, tool: string | null, suites: readonly FoundSuite[]): string | null {
  const around = suites.filter((suite) => JS.has(suite.tool) && covers(suite, path));
  if (tool !== null) {
    const isRun = around.some((suite) => suite.tool === tool);
    return isRun ? null : `no configuration or script of ${tool} was found for it`;
  }
  // A file without an import is for the globals of any tool; beside Playwright alone it may be one of its own.
  return around.length > 0 ? null : 'no configuration or script of a test runner was found for it';
}

const OTHERS: readonly (readonly [ending: RegExp, tools: readonly string[], named: string])[] = [
  [/_test\.go$/, ['go'], 'there is no go.mod in its folder or above'],
  [/_spec\.rb$/, ['rspec'], 'RSpec was not found for it'],
  [/\.feature$/, ['behave'], 'no Python step files were found next to it'],
  [/(^|\/)test_[^/]*\.py$|_test\.py$/, ['pytest', 'django'], 'no pytest suite covers it'],
];

function uncoveredOther(path: string, suites: readonly FoundSuite[]): string | null {
  const kind = OTHERS.find(([ending]) => ending.test(path));
  if (kind === undefined) return null;
  const [, tools, reason] = kind;
  return suites.some(({ tool, folder }) => tools.includes(tool) && isBelow(path, folder)) ? null : reason;
}
