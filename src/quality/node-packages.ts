import { join } from 'node:path';
import { configError, type Preparation, type PreparedSuite, type RunnerServices } from '../runners/runner.js';
import type { SuiteSettings } from '../model/settings.js';
import { foldersUpTo } from '../text/shell.js';

/** Where `install: true` puts packages, below the workspace; each tool apart, as two may be installed at once. */
const TOOLS_FOLDER = '.qaagent/tools';

/** A package that a tool cannot do without. */
export interface NodePackage {
  /** Any of these will do; the first that is found is taken. */
  readonly anyOf: readonly string[];
  /** Name and version that `install: true` gets. */
  readonly pinned: `${string}@${number}.${number}.${number}`;
  /** The sentence for when it is not there. */
  readonly missing: string;
}

/** A tool made of npm packages. */
export interface NodeTool {
  readonly name: string;
  readonly packages: readonly NodePackage[];
}

export interface FoundPackages {
  /** Absolute folders by the place of the package in the tool's list. */
  readonly found: readonly { readonly name: string; readonly folder: string }[];
  /** What to install first; null when all are there. */
  readonly setup: PreparedSuite['setup'];
}

/**
 * The packages of a tool: beside the suite, in a folder above it up to the workspace, or where we install. When one is
 * missing all are installed for us alone if the suite allows it; otherwise a refusal with the line that does.
 */
export async function findPackages(
  tool: NodeTool,
  suite: SuiteSettings & { readonly install: boolean },
  services: RunnerServices,
): Promise<FoundPackages | Preparation> {
  const folders = [...foldersUpTo(services.workspace, suite.workingDirectory), toolFolder(tool, services)];
  const found: { readonly name: string; readonly folder: string }[] = [];
  for (const wanted of tool.packages) {
    const one = await findOne(wanted, folders, services);
    if (one !== null) found.push(one);
    else
      return suite.install ? installed(tool, suite, services) : configError(suite, wanted.missing, installLine(tool));
  }
  return { found, setup: null };
}

async function findOne({ anyOf }: NodePackage, folders: readonly string[], { files }: RunnerServices) {
  for (const name of anyOf) {
    for (const above of folders) {
      const folder = join(above, 'node_modules', name);
      if (await files.exists(join(folder, 'package.json'))) return { name, folder };
    }
  }
  return null;
}

function toolFolder({ name }: NodeTool, { workspace }: Pick<RunnerServices, 'workspace'>): string {
  return join(workspace, TOOLS_FOLDER, name);
}

const pinnedOf = ({ packages }: NodeTool): readonly string[] => packages.map(({ pinned }) => pinned);

function installLine(tool: NodeTool): string {
  return `Run \`npm install --no-save ${pinnedOf(tool).join(' ')}\` before this step, or set \`install: true\`.`;
}

async function installed(
  tool: NodeTool,
  suite: SuiteSettings,
  services: RunnerServices,
): Promise<FoundPackages | Preparation> {
  const npm = await services.processes.which('npm', services.env);
  if (npm === null) return configError(suite, 'npm not found', 'Add `actions/setup-node` before this step.');
  const folder = toolFolder(tool, services);
  const options = ['--no-audit', '--no-fund', '--ignore-scripts'];
  const found = pinnedOf(tool).map((pinned) => {
    const name = pinned.slice(0, pinned.lastIndexOf('@'));
    return { name, folder: join(folder, 'node_modules', name) };
  });
  const command = [npm, 'install', '--prefix', folder, ...options, ...pinnedOf(tool)] as const;
  return { found, setup: { command, cwd: services.workspace } };
}
