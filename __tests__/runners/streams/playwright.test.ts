import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describeCases } from './describe-cases.js';
import { PLAYWRIGHT_CLI, PLAYWRIGHT_MODULES, playwrightEnvironment } from './playwright.js';
import { runWithStream } from './stream-run.js';

describeCases('the Playwright reporter', 'playwright', 'playwright', (project, one) => {
  symlinkSync(PLAYWRIGHT_MODULES, join(project, 'node_modules'));
  const command = [process.execPath, PLAYWRIGHT_CLI, 'test', '--reporter=line', ...(one.args ?? [])] as const;
  return runWithStream({ command, project, one, env: { ...playwrightEnvironment(), ...one.env } });
});
