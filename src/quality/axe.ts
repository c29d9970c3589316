// Prepares axe suites: packages, browser, settings; drivers/qaagent-axe.mjs runs axe in the page.
import type { AxeSettings } from '../model/quality.js';
import type { SuiteCommon } from '../model/settings.js';
import { configError, type Preparation, type RunnerServices } from '../runners/runner.js';
import type { NodeTool } from './node-packages.js';
import { pagesAndOptions, preparePages, type PageTool } from './page-suite.js';

const TOOL: NodeTool = {
  name: 'axe',
  packages: [
    { anyOf: ['axe-core'], pinned: 'axe-core@4.14.1', missing: 'axe-core is not installed' },
    {
      anyOf: ['@playwright/test', 'playwright', 'playwright-core', 'puppeteer', 'puppeteer-core'],
      pinned: 'playwright-core@1.65.1',
      missing: 'neither Playwright nor Puppeteer is installed',
    },
  ],
};

/** axe-core in a browser that is on the machine, driven by the project's Playwright or Puppeteer. */
export function prepareAxe(
  suite: SuiteCommon & AxeSettings,
  services: RunnerServices,
  driversDirectory: string,
): Promise<Preparation> {
  const [option] = pagesAndOptions(suite).options;
  if (option !== undefined) {
    const remedy = 'Use `tags`, `fail-on`, `wait-for` or `sitemap`.';
    return Promise.resolve(configError(suite, `axe takes no options, but \`args\` contains ${option}`, remedy));
  }
  const { tags, failOn, waitFor, sitemap } = suite;
  const own: PageTool = {
    ...{ tool: TOOL, driver: 'qaagent-axe.mjs', sitemap },
    settings: ([axe, library]) => {
      const kind = library?.name.startsWith('puppeteer') ? 'puppeteer' : 'playwright';
      return { tags, failOn, waitFor, axe: axe?.folder, library: { folder: library?.folder, kind } };
    },
  };
  return preparePages(suite, own, services, driversDirectory);
}
