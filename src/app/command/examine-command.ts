// What `doctor` finds of a suite that is a line of a shell: whether the programs that it starts are there.
import { dirname, join } from 'node:path';
import { envOf } from '../../execution/prepare-suite.js';
import type { SuiteSettings } from '../../model/settings.js';
import { commandsOf } from '../../settings/lines/node-line.js';
import { member, parseJson, textOf, type Json } from '../../text/json.js';
import { foldersUpTo } from '../../text/shell.js';
import { type Finding, fine } from './finding.js';
import { outputOf, type ToolServices } from './tool-output.js';

type CommandSuite = Extract<SuiteSettings, { readonly runner: 'command' }>;

/** Starts of scripts in scripts that are followed. */
const MOST_SCRIPTS = 20;

/** The first program of the line, or of the scripts of package.json that it starts, which is not installed; else the line. */
export async function examineCommand(called: string, suite: CommandSuite, services: ToolServices): Promise<Finding> {
  const place = await packageOf(suite, services);
  const parts = partsOf(suite.run, member(place?.manifest, 'scripts'), MOST_SCRIPTS);
  for (const part of parts) {
    const missing = await missingIn(part, suite, place, services);
    if (missing !== null) return { severity: 'error', text: `${called}: ${missing.message}`, remedy: missing.remedy };
  }
  const advice = await packagesAdvice(suite, services);
  if (advice !== null) return { severity: 'warning', text: `${called}: ${advice.message}`, remedy: advice.remedy };
  return fine(`${called}: ${suite.run.split('\n', 1)[0] ?? ''}`);
}

interface Missing {
  readonly message: string;
  readonly remedy: string;
}

/** The package that a suite runs in. */
interface Package {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Json;
}

async function packageOf({ workingDirectory }: SuiteSettings, services: ToolServices): Promise<Package | null> {
  const { files, context } = services;
  for (const folder of foldersUpTo(context.workspace, workingDirectory)) {
    const text = await files.readTextIfExists(join(folder, 'package.json'));
    if (text !== null) return { folder, manifest: parseJson(text) };
  }
  return null;
}

/** Starts a script of package.json. */
const SCRIPT = /^(?:(?:npm|pnpm|yarn|bun)(?: +run(?:-script)?)? +)?([\w:.-]{1,80})(?= |$)/;

/** The commands of a line; a script of package.json stands as the commands that it holds. */
function partsOf(line: string, scripts: Json, most: number): readonly string[] {
  return commandsOf(line).flatMap((part) => {
    const [words = '', name = ''] = SCRIPT.exec(part.replace(/^(npm) t(?= |$)/, '$1 test')) ?? [];
    const isStarted = /^(?:npm|pnpm|yarn|bun) /.test(words) || /(?:^|[&|;])\s*yarn\s/.test(line);
    const script = isStarted && most > 0 ? textOf(scripts, name) : '';
    return script === '' ? [part] : partsOf(script, scripts, most - 1);
  });
}

async function missingIn(
  part: string,
  suite: CommandSuite,
  place: Package | null,
  services: ToolServices,
): Promise<Missing | null> {
  const [program = '', option, module = ''] = part.trim().split(/\s+/);
  if (isPath(program)) return missingFile(program, suite, services);
  if (!/^[A-Za-z][\w.-]*$/.test(program) || BUILT_IN.includes(program)) return null;
  if (program === 'node') return missingPackages(suite, place, services);
  const found = await services.processes.which(program, envOf(suite, services));
  if (found === null) return (await isLocal(program, suite, services)) ? null : notInstalled(program, place, services);
  return /^python[\d.]*$/.test(program) && option === '-m' ? missingModule(found, module, suite, services) : null;
}

const isPath = (program: string): boolean => /^\.{0,2}[\w.-]*\/[\w./-]+$/.test(program);

async function missingFile(program: string, suite: CommandSuite, { files }: ToolServices): Promise<Missing | null> {
  const path = program.startsWith('/') ? program : join(suite.workingDirectory, program);
  if (await files.exists(path)) return null;
  const [folder = '', ...rest] = program.split(/\/(?:bin|Scripts)\//);
  const isEnvironment = rest.length > 0 && folder.includes('venv');
  const remedy = isEnvironment
    ? `Create the environment again (\`python -m venv ${folder}\`), and install the packages of the project in it.`
    : 'Correct the path, which starts at the working directory of the suite.';
  return { message: `${program} does not exist`, remedy };
}

async function isLocal(program: string, suite: SuiteSettings, { files, context }: ToolServices): Promise<boolean> {
  for (const folder of foldersUpTo(context.workspace, suite.workingDirectory))
    if (await files.exists(join(folder, 'node_modules', '.bin', program))) return true;
  return false;
}

async function notInstalled(program: string, place: Package | null, services: ToolServices): Promise<Missing> {
  const message = `${program} is not on PATH`;
  if (place === null || PROGRAMS.test(program))
    return { message, remedy: `Install ${program}, or correct \`run\` of the suite.` };
  const names = [program, ...(program === 'playwright' ? ['@playwright/test'] : [])];
  const isNamed = names.some((name) => dependenciesOf(place).includes(name));
  const install = await installLine(place.folder, services);
  const remedy = isNamed ? `Run \`${install}\`.` : `Run \`npm install --save-dev ${names.at(-1) ?? program}\`.`;
  return { message: `${program} is not installed`, remedy };
}

/** Programs that no package of JavaScript brings. */
const PROGRAMS =
  /^(?:npm|pnpm|yarn|bun|python[\d.]*|pytest|behave|uv|poetry|pdm|pipenv|hatch|tox|nox|go|cargo|make|mvn|gradle|docker)$/;

const dependenciesOf = ({ manifest }: Package): readonly string[] =>
  ['dependencies', 'devDependencies'].flatMap((key) => Object.keys((member(manifest, key) as object | null) ?? {}));

/** Tests of node need no program of a package, and may import one. */
async function missingPackages(
  suite: SuiteSettings,
  place: Package | null,
  services: ToolServices,
): Promise<Missing | null> {
  if (place === null || dependenciesOf(place).length === 0) return null;
  const { files, context } = services;
  for (const folder of foldersUpTo(context.workspace, suite.workingDirectory))
    if (await files.isDirectory(join(folder, 'node_modules'))) return null;
  const remedy = `Run \`${await installLine(place.folder, services)}\`.`;
  return { message: 'the packages of package.json are not installed', remedy };
}

async function installLine(folder: string, { files, context }: ToolServices): Promise<string> {
  for (const at of foldersUpTo(context.workspace, folder)) {
    if (await files.exists(join(at, 'pnpm-lock.yaml'))) return 'pnpm install';
    if (await files.exists(join(at, 'yarn.lock'))) return 'yarn install';
    if (await files.exists(join(at, 'package-lock.json'))) return 'npm ci';
    if (at === dirname(at)) break;
  }
  return 'npm install';
}

async function missingModule(
  python: string,
  module: string,
  suite: SuiteSettings,
  services: ToolServices,
): Promise<Missing | null> {
  if (!/^[A-Za-z_]\w*$/.test(module)) return null;
  const { exit } = await outputOf([python, '-c', `import ${module}`], suite, services);
  return exit === 0
    ? null
    : { message: `${module} is not installed for ${python}`, remedy: `Run \`${python} -m pip install ${module}\`.` };
}

/** Starts the scripts of several packages. */
const SEVERAL = /(?:^|\s)(?:--workspaces|-ws|--workspace[= ]|-r|--recursive|--filter)(?=\s|$)|^(?:turbo|nx|lerna)\b/;

/** What to do about one line that runs the tests of several packages; null for every other suite. */
export async function packagesAdvice(
  suite: SuiteSettings,
  services: Pick<ToolServices, 'files' | 'context'>,
): Promise<Missing | null> {
  if (suite.runner !== 'command' || suite.detected || suite.report.length > 0) return null;
  const text = await services.files.readTextIfExists(join(suite.workingDirectory, 'package.json'));
  const manifest = parseJson(text ?? '');
  if (member(manifest, 'workspaces') === null || member(manifest, 'workspaces') === undefined) return null;
  if (!partsOf(suite.run, member(manifest, 'scripts'), MOST_SCRIPTS).some((part) => SEVERAL.test(part))) return null;
  return {
    message: 'one line runs the tests of several packages, and what their tools report of them is not known',
    remedy:
      'Write a suite for each package, for example `web: { runner: command, run: npm test, working-directory: packages/web }`, or remove `suites`: then each package is found as one.',
  };
}

/** Words of the shell itself. */
const BUILT_IN = [
  ...['cd', 'export', 'set', 'source', 'if', 'then', 'fi', 'for', 'while', 'do', 'done', 'else'],
  ...['exec', 'eval', 'time', 'test', 'true', 'false', 'echo', 'exit'],
];
