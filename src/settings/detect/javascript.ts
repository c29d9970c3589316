import { entriesOf, member, parseJson, type Json } from '../../text/json.js';
import { commandSuite, type Findings, type FoundSuite, type LeftOut } from './found-suite.js';
import { leavesToPackages, scriptLine, scriptLines, type ScriptLine } from './js-scripts.js';
import { isJsTest, JS_TOOLS, toolOfTest, type JsTool } from './js-tools.js';
import { lineWithReport } from '../lines/node-line.js';
import { unreadTool } from './js-unread.js';
import { folderOf, foldersWith, isBelow, within, type ProjectFiles } from './project-files.js';

/** A folder with a package.json or a configuration of a tool. */
interface JsPackage {
  readonly folder: string;
  readonly manifest: Json;
  readonly scripts: Json;
  /** The tools that its scripts start. */
  readonly lines: readonly ScriptLine[];
  /** What the files directly in the folder are called. */
  readonly names: readonly string[];
}

/** How a package shows that it uses a tool. */
interface Sign {
  readonly why: string;
  /** Weaker: the tool is only installed, or its configuration is there for the packages below. */
  readonly isHint: boolean;
}

/** Playwright and every tool of `JS_TOOLS`, in every package that has its own configuration or script. */
export async function findJavaScript(project: ProjectFiles): Promise<Findings> {
  const packages = await jsPackages(project);
  const suites: FoundSuite[] = [...findPlaywright(project)];
  for (const tool of JS_TOOLS) suites.push(...(await suitesOf(tool, packages, project)));
  return { suites, leftOut: packages.flatMap((one) => brokenManifest(one) ?? unreadTool(one, suites)) };
}

/** A package.json that no tool can read. */
function brokenManifest({ folder, manifest, names }: JsPackage): readonly LeftOut[] | null {
  if (manifest !== undefined || !names.includes('package.json')) return null;
  return [{ path: within(folder, 'package.json'), reason: 'it is not valid JSON: correct it' }];
}

async function jsPackages(project: ProjectFiles): Promise<readonly JsPackage[]> {
  const folders = foldersWith(
    project,
    /^(package\.json|vitest\.(config|workspace)\.\w+|jest\.config\.\w+|\.mocharc\.\w+|\.taprc)$/,
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
      const scripts = member(manifest, 'scripts');
      return { folder, manifest, scripts, lines: scriptLines(scripts), names: names.get(folder) ?? [] };
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

interface Found {
  readonly one: JsPackage;
  readonly sign: Sign;
}

async function suitesOf(
  tool: JsTool,
  packages: readonly JsPackage[],
  project: ProjectFiles,
): Promise<readonly FoundSuite[]> {
  const found: Found[] = [];
  const tests = project.paths.filter(isJsTest);
  for (const one of packages) {
    const sign = await signOf(tool, one, tests, project);
    if (sign === null) continue;
    const uppers = found.filter((upper) => !upper.sign.isHint && isBelow(one.folder, upper.one.folder));
    const entered = await Promise.all(uppers.map((upper) => enters(tool, upper.one, one, project)));
    if (!entered.includes(true)) found.push({ one, sign });
  }
  // What is only installed or shared at the top is there for the packages below, when they configure it.
  const isForOthers = ({ one, sign }: Found): boolean =>
    sign.isHint && found.some((other) => other.one !== one && isBelow(other.one.folder, one.folder));
  return found.filter((one) => !isForOthers(one)).flatMap(({ one, sign }) => suitesIn(tool, one, sign.why, project));
}

/** True when the tool of the upper package runs the tests of this one as well. Mocha stays in `test` unless it is told. */
async function enters(tool: JsTool, upper: JsPackage, one: JsPackage, project: ProjectFiles): Promise<boolean> {
  if (tool.name !== 'mocha') return true;
  const config = upper.names.find((name) => tool.config.test(name));
  const told = [
    config === undefined ? '' : await project.read(within(upper.folder, config)),
    JSON.stringify(member(upper.manifest, 'mocha') ?? ''),
    ...upper.lines.map(({ own }) => own),
  ];
  const below = upper.folder === '.' ? one.folder : one.folder.slice(upper.folder.length + 1);
  const [first = below] = below.split('/');
  return told.some((text) => text.includes(`${first}/`) || text.includes('**/'));
}

async function signOf(
  tool: JsTool,
  one: JsPackage,
  tests: readonly string[],
  project: ProjectFiles,
): Promise<Sign | null> {
  const { folder, manifest, scripts, lines, names } = one;
  const where = within(folder, 'package.json');
  const isHint = leavesToPackages(scripts);
  const config = names.find((name) => tool.config.test(name));
  if (config !== undefined) return { why: within(folder, config), isHint };
  const line = lines.find((each) => each.tool === tool);
  if (line !== undefined) return { why: `${where}: scripts.${line.script}`, isHint: false };
  if (tool.key !== undefined && member(manifest, tool.key) !== undefined)
    return { why: `${where}: ${tool.key}`, isHint };
  const vite = tool.name === 'vitest' ? names.find((name) => /^vite\.config\.[cm]?[jt]s$/.test(name)) : undefined;
  const configured = vite === undefined ? '' : await project.read(within(folder, vite));
  if (vite !== undefined && /\btest\s*:|vitest/.test(configured)) return { why: within(folder, vite), isHint };
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
  const isInstalled = dependencies.some(([name]) => name === tool.name);
  const isBuiltIn = tool.name === 'node-test' || tool.name === 'bun';
  if (!isInstalled && !isBuiltIn) return null;
  for (const path of tests.filter((file) => isBelow(file, folder))) {
    const written = toolOfTest(await project.read(path));
    if (written === tool.name || (written === null && isInstalled)) return { why: path, isHint: true };
  }
  return null;
}

/** The lines of the package's scripts that start the tool; without one, the tool itself. */
function suitesIn(tool: JsTool, one: JsPackage, why: string, project: ProjectFiles): readonly FoundSuite[] {
  const { folder } = one;
  const lines = one.lines.filter((line) => line.tool === tool);
  const suite = (name: string, line: string, script: string): FoundSuite => {
    const { run, rerun } = lineWithReport(tool, line, script);
    return commandSuite({ name, tool: tool.name, folder, why }, run, rerun === undefined ? {} : { rerun });
  };
  if (lines.length === 0) return [suite(tool.name, tool.line, tool.line)];
  return lines.map((line) => {
    const name = lines.length === 1 ? tool.name : line.script.replace(/^tests?[:._-]/, '');
    const run = lineOf(line, folder, project);
    return suite(name, run, run === line.own ? run : (line.text ?? run));
  });
}

/** The script where the tool comes last in it, so that options can be added; else the part of it that starts the tool. */
function lineOf({ tool, script, text, own }: ScriptLine, folder: string, project: ProjectFiles): string {
  // The output of a script has lines of its own, which a report on the standard output must not have.
  if (text === null || tool.name === 'ava' || tool.name === 'node-test') return own;
  const has = (name: string): boolean => project.has(within(folder, name)) || project.has(name);
  const other = has('yarn.lock') ? 'yarn' : 'npm';
  return scriptLine(has('pnpm-lock.yaml') ? 'pnpm' : other, script);
}
