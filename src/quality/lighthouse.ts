import { LIGHTHOUSE_CATEGORIES, type LighthouseSettings } from '../model/quality.js';
import type { SuiteCommon } from '../model/settings.js';
import type { Preparation, RunnerServices } from '../runners/runner.js';
import type { NodeTool } from './node-packages.js';
import { pagesAndOptions, preparePages, type PageTool } from './page-suite.js';

/** The newest that runs on every Node from 18 on. */
const TOOL: NodeTool = {
  name: 'lighthouse',
  packages: [{ anyOf: ['lighthouse'], pinned: 'lighthouse@12.8.2', missing: 'lighthouse is not installed' }],
};
/** What Lighthouse itself calls good. */
const GOOD = 90;

/** The project's Lighthouse in a browser that is on the machine. */
export function prepareLighthouse(
  suite: SuiteCommon & LighthouseSettings,
  services: RunnerServices,
  driversDirectory: string,
): Promise<Preparation> {
  const { device, runs } = suite;
  const { options } = pagesAndOptions(suite);
  const own: PageTool = {
    ...{ tool: TOOL, driver: 'qaagent-lighthouse.mjs', sitemap: null },
    settings: ([lighthouse]) => {
      return { device, runs, args: options, thresholds: limitsOf(suite), folder: lighthouse?.folder };
    },
  };
  return preparePages(suite, own, services, driversDirectory);
}

/** Every category is judged when no threshold is set. */
function limitsOf({ thresholds }: LighthouseSettings): Readonly<Record<string, number>> {
  const set = Object.entries(thresholds);
  return Object.fromEntries(set.length > 0 ? set : LIGHTHOUSE_CATEGORIES.map((name) => [name, GOOD]));
}
