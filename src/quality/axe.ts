import { join } from 'node:path';
import type { AxeSettings } from '../model/quality.js';
import type { SuiteCommon } from '../model/settings.js';
import {
  configError,
  type AttemptPlan,
  type AttemptRequest,
  type Preparation,
  type PreparedSuite,
  type RunnerWorld,
} from '../runners/runner.js';
import {
  BROWSER_ARGS,
  findBrowser,
  findPackage,
  installLine,
  NO_BROWSER,
  NO_NODE,
  npmInstallation,
  toolFolder,
  type NodeTool,
} from './node-driver.js';
import { pagesProblem } from './pages.js';
import { driverPlan, qualitySuite } from './quality-suite.js';

type AxeSuite = SuiteCommon & AxeSettings;

const TOOL: NodeTool = { name: 'axe', pinned: ['axe-core@4.14.1', 'playwright-core@1.65.1'] };
const LIBRARIES = [
  { name: '@playwright/test', kind: 'playwright' },
  { name: 'playwright', kind: 'playwright' },
  { name: 'playwright-core', kind: 'playwright' },
  { name: 'puppeteer', kind: 'puppeteer' },
  { name: 'puppeteer-core', kind: 'puppeteer' },
] as const;

/** What drives the browser. */
interface Library {
  readonly folder: string;
  readonly kind: 'playwright' | 'puppeteer';
}

interface Packages {
  readonly axe: string;
  readonly library: Library;
  readonly setup: PreparedSuite['setup'];
}

/** axe-core in a browser that is on the machine, driven by the project's Playwright or Puppeteer. */
export async function prepareAxe(suite: AxeSuite, world: RunnerWorld, driversDirectory: string): Promise<Preparation> {
  const problem = pagesProblem(suite, [...suite.urls, ...(suite.sitemap === null ? [] : [suite.sitemap])], world);
  if (problem !== null) return problem;
  const node = await world.processes.which('node', world.env);
  if (node === null) return configError(suite, ...NO_NODE);
  const packages = await findPackages(suite, world);
  if ('ok' in packages) return packages;
  const browser = await findBrowser(world);
  if (browser === null) return configError(suite, ...NO_BROWSER);
  const start = { suite, node, packages, browser, driversDirectory };
  return {
    ok: true,
    suite: qualitySuite({
      tool: TOOL.name,
      setup: packages.setup,
      plan: (request) => planAttempt(start, world, request),
      canSelect: true,
      explainExit: () => null,
    }),
  };
}

async function findPackages(suite: AxeSuite, world: RunnerWorld): Promise<Packages | Preparation> {
  const axe = await findPackage('axe-core', TOOL, suite.workingDirectory, world);
  const library = await findLibrary(suite, world);
  if (axe !== null && library !== null) return { axe, library, setup: null };
  if (!suite.install) {
    const missing = axe === null ? 'axe-core is' : 'neither Playwright nor Puppeteer is';
    return configError(suite, `${missing} installed`, installLine(TOOL));
  }
  const setup = await npmInstallation(TOOL, world);
  if (setup === null) return configError(suite, 'npm not found', 'Add `actions/setup-node` before this step.');
  const modules = join(toolFolder(TOOL, world), 'node_modules');
  return {
    axe: join(modules, 'axe-core'),
    library: { folder: join(modules, 'playwright-core'), kind: 'playwright' },
    setup,
  };
}

async function findLibrary(suite: AxeSuite, world: RunnerWorld): Promise<Library | null> {
  for (const { name, kind } of LIBRARIES) {
    const folder = await findPackage(name, TOOL, suite.workingDirectory, world);
    if (folder !== null) return { folder, kind };
  }
  return null;
}

interface Start {
  readonly suite: AxeSuite;
  readonly node: string;
  readonly packages: Packages;
  readonly browser: string;
  readonly driversDirectory: string;
}

function planAttempt(start: Start, { env }: RunnerWorld, request: AttemptRequest): AttemptPlan {
  const { suite, node, packages, browser, driversDirectory } = start;
  const { urls, tags, failOn, waitFor, sitemap } = suite;
  const { axe, library } = packages;
  return driverPlan(request, {
    command: [node, join(driversDirectory, 'qaagent-axe.mjs'), ...suite.args],
    cwd: suite.workingDirectory,
    env: {},
    settings: {
      ...{ urls, tags, failOn, waitFor, sitemap, axe, library, browser },
      ...{ browserArgs: BROWSER_ARGS, baseUrl: env['BASE_URL'] ?? '' },
    },
  });
}
