import { entriesOf, member, parseJson, textOf, type Json } from '../../text/json.js';
import { commandSuite, type Findings, type FoundSuite, type LeftOut } from './found-suite.js';
import { isJsTest, JS_TOOLS, toolOfTest, type JsTool } from './js-tools.js';
import { commandsOf, lineWithReport } from '../lines/node-line.js';
import { folderOf, foldersWith, isBelow, within, type ProjectFiles } from './project-files.js';

/** A folder with a package.json or a configuration of a tool. */
interface JsPackage {
  readonly folder: string;
  readonly manifest: Json;
  readonly script: string;
  /** What the files directly in the folder are called. */
  readonly names: readonly string[];
}

/** How a package shows that it uses a tool; `hint` is weaker: the tool is only installed. */
interface Sign {
  readonly why: string;
  readonly isHint: boolean;
}

/** Playwright, vitest, jest, mocha, ava and node:test, in every package that has its own configuration or script. */
export async function findJavaScript(project: ProjectFiles): Promise<Findings> {
  const packages = await jsPackages(project);
  const suites: FoundSuite[] = [...findPlaywright(project)];
  for (const tool of JS_TOOLS) suites.push(...(await suitesOf(tool, packages, project)));
  const leftOut = packages.flatMap((one) => unreadScript(one, suites));
  return { suites, leftOut };
}

async function jsPackages(project: ProjectFiles): Promise<readonly JsPackage[]> {
  const folders = foldersWith(
    project,
    /^(package\.json|vitest\.(config|workspace)\.\w+|jest\.config\.\w+|\.mocharc\.\w+)$/,
  );
  const names = new Map<string, string[]>();
  for (const path of project.paths) {
    const inFolder = names.get(folderOf(path)) ?? [];
    names.set(folderOf(path), inFolder);
    inFolder.push(path.slice(path.lastIndexOf('/') + 1));
  }
  return Promise.all(
    folders.map(async (folder) => {
      const manifest = parseJson(await project.read(within(folder, 'package.json')));
      const script = textOf(member(manifest, 'scripts'), 'test');
      return { folder, manifest, script, names: names.get(folder) ?? [] };
    }),
  );
}

function findPlaywright(project: ProjectFiles): readonly FoundSuite[] {
  return foldersWith(project, /^playwright(-ct)?\.config\.[cm]?[jt]s$/).map((folder) => {
    const why = project.paths.find(
      (path) => isBelow(path, folder) && /playwright(-ct)?\.config\.[cm]?[jt]s$/.test(path),
    );
    return { name: 'e2e', tool: 'playwright', folder, settings: { runner: 'playwright' }, why: why ?? folder };
  });
}

async function suitesOf(
  tool: JsTool,
  packages: readonly JsPackage[],
  project: ProjectFiles,
): Promise<readonly FoundSuite[]> {
  const found: { readonly one: JsPackage; readonly sign: Sign }[] = [];
  const tests = project.paths.filter(isJsTest);
  for (const one of packages) {
    const sign = await signOf(tool, one, tests, project);
    if (sign !== null && !found.some((upper) => isEntered(upper.one, upper.sign, one))) found.push({ one, sign });
  }
  // What is only installed at the top is there for the packages below, when they configure it.
  const isForOthers = ({ one, sign }: (typeof found)[number]): boolean =>
    sign.isHint && found.some((other) => other.one !== one && isBelow(other.one.folder, one.folder));
  return found.filter((one) => !isForOthers(one)).map(({ one, sign }) => suiteOf(tool, one, sign.why, project));
}

/** True when the tool of the upper package runs the tests of this one as well. */
function isEntered(upper: JsPackage, sign: Sign, one: JsPackage): boolean {
  return !sign.isHint && isBelow(one.folder, upper.folder);
}

async function signOf(
  tool: JsTool,
  one: JsPackage,
  tests: readonly string[],
  project: ProjectFiles,
): Promise<Sign | null> {
  const { folder, manifest, script, names } = one;
  const config = names.find((name) => tool.config.test(name));
  if (config !== undefined) return { why: within(folder, config), isHint: false };
  const where = within(folder, 'package.json');
  if (commandsOf(script).some((line) => tool.command.test(line)))
    return { why: `${where}: scripts.test`, isHint: false };
  if (tool.key !== undefined && member(manifest, tool.key) !== undefined)
    return { why: `${where}: ${tool.key}`, isHint: false };
  const vite = tool.name === 'vitest' ? names.find((name) => /^vite\.config\.[cm]?[jt]s$/.test(name)) : undefined;
  const configured = vite === undefined ? '' : await project.read(within(folder, vite));
  if (vite !== undefined && /\btest\s*:|vitest/.test(configured)) return { why: within(folder, vite), isHint: false };
  return installedSign(tool, one, tests, project);
}

/** A tool that is installed, or needs no installation, and test files that are written for it. */
async function installedSign(
  tool: JsTool,
  { folder, manifest }: JsPackage,
  tests: readonly string[],
  project: ProjectFiles,
): Promise<Sign | null> {
  const dependencies = ['dependencies', 'devDependencies'].flatMap((key) => entriesOf(member(manifest, key)));
  const isInstalled = dependencies.some(([name]) => name === tool.program);
  const isBuiltIn = tool.name === 'node-test';
  if (!isInstalled && !isBuiltIn) return null;
  for (const path of tests.filter((file) => isBelow(file, folder))) {
    const written = toolOfTest(await project.read(path));
    if (written === tool.name || (written === null && isInstalled)) return { why: path, isHint: true };
  }
  return null;
}

function suiteOf(tool: JsTool, one: JsPackage, why: string, project: ProjectFiles): FoundSuite {
  const found = { name: tool.name, tool: tool.name, folder: one.folder, why };
  const { run, rerun } = lineWithReport(tool, lineOf(tool, one, project), one.script);
  return commandSuite(found, run, rerun === undefined ? {} : { rerun });
}

/** The script `test` where the tool comes last in it, so that options can be added; else the tool itself. */
function lineOf(tool: JsTool, { script, folder }: JsPackage, project: ProjectFiles): string {
  const lines = commandsOf(script);
  if (tool.name === 'node-test')
    return lines.find((line) => tool.command.test(line))?.replace(/^tsx(?= )/, 'npx tsx') ?? 'node --test';
  const last = lines.at(-1) ?? '';
  // The output of a script has lines of its own, which a report on the standard output must not have.
  if (tool.name === 'ava' || !tool.command.test(last)) return `npx ${tool.program}`;
  const has = (name: string): boolean => project.has(within(folder, name)) || project.has(name);
  if (has('pnpm-lock.yaml')) return 'pnpm test';
  return has('yarn.lock') ? 'yarn test' : 'npm test --';
}

/** A script `test` that starts nothing whose results can be read. */
function unreadScript({ folder, script }: JsPackage, suites: readonly FoundSuite[]): readonly LeftOut[] {
  const lines = commandsOf(script);
  const isPlaceholder = /no test specified/.test(script) || script === '';
  const isKnown = lines.some(
    (line) => /^playwright\b/.test(line) || JS_TOOLS.some(({ command }) => command.test(line)),
  );
  const starts = lines.some((line) => /^(npm|pnpm|yarn|turbo|nx|lerna|wireit|run-[sp])\b/.test(line));
  if (isPlaceholder || isKnown || starts || suites.some((suite) => suite.folder === folder)) return [];
  const reason = `\`${script.slice(0, 80)}\` does not write a report in a known format; define the suite with \`run\` and \`report\``;
  return [{ path: `${within(folder, 'package.json')}: scripts.test`, reason }];
}
