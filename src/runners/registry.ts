import type { QualitySettings } from '../model/quality.js';
import type { SuiteCommon, SuiteSettings } from '../model/settings.js';
import { behaveRunner } from './behave.js';
import { commandRunner } from './command.js';
import { junitRunner } from './junit-files.js';
import { playwrightRunner } from './playwright.js';
import { pytestRunner } from './pytest.js';
import type { Preparation, RunnerServices } from './runner.js';

/** Finds the tool of a quality suite; the feature `quality` has it, and who composes the run hands it over. */
export type PrepareQuality = (suite: SuiteCommon & QualitySettings, services: RunnerServices) => Promise<Preparation>;

/** Finds the tool of a suite. */
export function prepareSuite(
  suite: SuiteSettings,
  services: RunnerServices,
  prepareQuality: PrepareQuality,
): Promise<Preparation> {
  switch (suite.runner) {
    case 'pytest':
      return pytestRunner.prepare(suite, services);
    case 'behave':
      return behaveRunner.prepare(suite, services);
    case 'playwright':
      return playwrightRunner.prepare(suite, services);
    case 'command':
      return commandRunner.prepare(suite, services);
    case 'junit':
      return junitRunner.prepare(suite, services);
    case 'schemathesis':
    case 'axe':
    case 'lighthouse':
    case 'locust':
      return prepareQuality(suite, services);
  }
}
