import { join } from 'node:path';
import { findTools, ROOT } from '../../e2e/tools.js';
import { STREAMS, cleanEnvironment } from './stream-run.js';

/** `node_modules` that holds Playwright: `PLAYWRIGHT_FOR_TESTS`, else the shop's. */
export const PLAYWRIGHT_MODULES = process.env['PLAYWRIGHT_FOR_TESTS'] ?? findTools().playwright ?? '';
export const PLAYWRIGHT_CLI = join(PLAYWRIGHT_MODULES, '@playwright/test/cli.js');

export function playwrightEnvironment(): Record<string, string> {
  return {
    ...cleanEnvironment(),
    CI: '1',
    PW_TEST_REPORTER: join(STREAMS, 'qaagent-playwright.cjs'),
    LEAPING_CLOCK: join(ROOT, '__tests__/e2e/clock/leaping-clock.mjs'),
  };
}
