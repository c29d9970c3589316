import { join } from 'node:path';
import { LIGHTHOUSE_CATEGORIES, type LighthouseSettings } from '../model/quality.js';
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

type LighthouseSuite = SuiteCommon & LighthouseSettings;

/** The newest that runs on every Node from 18 on. */
const TOOL: NodeTool = { name: 'lighthouse', pinned: ['lighthouse@12.8.2'] };
/** What Lighthouse itself calls good. */
const GOOD = 90;

/** The project's Lighthouse in a browser that is on the machine. */
export async function prepareLighthouse(
  suite: LighthouseSuite,
  world: RunnerWorld,
  driversDirectory: string,
): Promise<Preparation> {
  const problem = pagesProblem(suite, suite.urls, world);
  if (problem !== null) return problem;
  const node = await world.processes.which('node', world.env);
  if (node === null) return configError(suite, ...NO_NODE);
  const found = await findLighthouse(suite, world);
  if ('ok' in found) return found;
  const browser = await findBrowser(world);
  if (browser === null) return configError(suite, ...NO_BROWSER);
  const start = { suite, node, folder: found.folder, browser, driversDirectory };
  return {
    ok: true,
    suite: qualitySuite({
      tool: TOOL.name,
      setup: found.setup,
      plan: (request) => planAttempt(start, world, request),
      canSelect: true,
      explainExit: () => null,
    }),
  };
}

interface FoundLighthouse {
  readonly folder: string;
  readonly setup: PreparedSuite['setup'];
}

async function findLighthouse(suite: LighthouseSuite, world: RunnerWorld): Promise<FoundLighthouse | Preparation> {
  const folder = await findPackage('lighthouse', TOOL, suite.workingDirectory, world);
  if (folder !== null) return { folder, setup: null };
  if (!suite.install) {
    return configError(suite, 'lighthouse is not installed', installLine(TOOL));
  }
  const setup = await npmInstallation(TOOL, world);
  if (setup === null) return configError(suite, 'npm not found', 'Add `actions/setup-node` before this step.');
  return { folder: join(toolFolder(TOOL, world), 'node_modules', 'lighthouse'), setup };
}

interface Start {
  readonly suite: LighthouseSuite;
  readonly node: string;
  readonly folder: string;
  readonly browser: string;
  readonly driversDirectory: string;
}

/** Every category is judged when no threshold is set. */
function limitsOf({ thresholds }: LighthouseSuite): Readonly<Record<string, number>> {
  const set = Object.entries(thresholds);
  return Object.fromEntries(set.length > 0 ? set : LIGHTHOUSE_CATEGORIES.map((name) => [name, GOOD]));
}

function planAttempt(start: Start, { env }: RunnerWorld, request: AttemptRequest): AttemptPlan {
  const { suite, node, folder, browser, driversDirectory } = start;
  const { urls, device, runs, args } = suite;
  return driverPlan(request, {
    command: [node, join(driversDirectory, 'qaagent-lighthouse.mjs')],
    cwd: suite.workingDirectory,
    env: {},
    settings: {
      ...{ urls, sitemap: null, device, runs, args, folder, browser, thresholds: limitsOf(suite) },
      ...{ browserArgs: BROWSER_ARGS, baseUrl: env['BASE_URL'] ?? '' },
    },
  });
}
