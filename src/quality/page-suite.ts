import { join } from 'node:path';
import type { AxeSettings, LighthouseSettings } from '../model/quality.js';
import type { SuiteCommon } from '../model/settings.js';
import { configError, type AttemptRequest, type Preparation, type RunnerServices } from '../runners/runner.js';
import { BROWSER_ARGS, findBrowser } from './browser.js';
import { findPackages, type FoundPackages, type NodeTool } from './node-packages.js';
import { driverPlan, qualitySuite } from './quality-suite.js';

type PageSettings = SuiteCommon & (AxeSettings | LighthouseSettings);

/** What one tool that looks at pages has of its own. */
export interface PageTool {
  readonly tool: NodeTool;
  /** File name of its driver. */
  readonly driver: string;
  /** Read before the pages; null for none. */
  readonly sitemap: string | null;
  /** What the driver is given beside pages and browser. */
  readonly settings: (found: FoundPackages['found']) => Readonly<Record<string, unknown>>;
}

/** The pages of a suite and what is left of its `args`: `axe / /checkout` names two as `urls` would. */
export function pagesAndOptions({ urls, path, args }: PageSettings): {
  readonly pages: readonly string[];
  readonly options: readonly string[];
} {
  if (urls.length > 0 || path === '') return { pages: urls, options: args };
  const first = args.findIndex((arg) => arg.startsWith('-'));
  const end = first < 0 ? args.length : first;
  return { pages: [path, ...args.slice(0, end)], options: args.slice(end) };
}

/** A tool that looks at pages with a browser that is on the machine; what is missing is refused with its remedy. */
export async function preparePages(
  suite: PageSettings,
  own: PageTool,
  services: RunnerServices,
  driversDirectory: string,
): Promise<Preparation> {
  const { tool, driver, sitemap } = own;
  const { pages } = pagesAndOptions(suite);
  const problem = pagesProblem(suite, sitemap === null ? pages : [...pages, sitemap], services);
  if (problem !== null) return problem;
  const node = await services.processes.which('node', services.env);
  if (node === null) return configError(suite, ...NO_NODE);
  const packages = await findPackages(tool, suite, services);
  if ('ok' in packages) return packages;
  const browser = await findBrowser(services);
  if (browser === null) return configError(suite, ...NO_BROWSER);
  const shared = { urls: pages, sitemap, browser, browserArgs: BROWSER_ARGS, baseUrl: services.env['BASE_URL'] ?? '' };
  const start = {
    command: [node, join(driversDirectory, driver)] as const,
    cwd: suite.workingDirectory,
    env: {},
    settings: { ...shared, ...own.settings(packages.found) },
  };
  const plan = (request: AttemptRequest) => driverPlan(request, start);
  const parts = { tool: tool.name, setup: packages.setup, plan, canSelect: true, explainExit: () => null };
  return { ok: true, suite: qualitySuite(parts) };
}

const NO_BROWSER = [
  'no Chromium or Chrome was found',
  'Run `npx playwright install --with-deps chromium` before this step, or set CHROMIUM_PATH to a browser.',
] as const;
const NO_NODE = ['node not found', 'Add `actions/setup-node` before this step, or add node to PATH.'] as const;

const isAddress = (place: string): boolean => /^https?:\/\//i.test(place);

/** Paths, or no page at all, need a base URL. */
function pagesProblem(
  suite: PageSettings,
  places: readonly string[],
  { env }: Pick<RunnerServices, 'env'>,
): Preparation | null {
  if ((env['BASE_URL'] ?? '') !== '') return null;
  const relative = places.find((place) => !isAddress(place));
  if (places.length > 0 && relative === undefined) return null;
  const what =
    relative === undefined ? 'there is no page to test' : `${relative} is a relative URL, and there is no base URL`;
  return configError(suite, what, 'Set `base-url`, or write absolute URLs in `urls`.');
}
