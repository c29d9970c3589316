// The services of a job that knows which commit it tests, whatever the event is about.
import { join } from 'node:path';
import type { Problem } from '../model/problem.js';
import type { Settings } from '../model/settings.js';
import type { Checkout } from '../ports.js';
import { readTestedContext } from './read/tested-commit.js';
import type { Services } from './services.js';

/** The services of a job that knows what it tests. `checkout` is what was checked out when the run began, if known. */
export async function atCheckout(
  settings: Settings,
  services: Services,
  checkout: Checkout | null = null,
): Promise<{ readonly services: Services; readonly problems: readonly Problem[] }> {
  const { github } = services.context;
  if (github === null) return { services, problems: [] };
  const found = checkout ?? (await services.git.checkout(testFolders(settings)));
  const tested = await readTestedContext(github, settings, found, services);
  return {
    services: { ...services, context: { ...services.context, github: tested.github } },
    problems: tested.problems,
  };
}

/** Where the tests of the suites are, absolute. */
export function testFolders({ suites, workingDirectory }: Settings): readonly string[] {
  const folders = suites.filter(({ enabled }) => enabled).map((suite) => join(suite.workingDirectory, suite.path));
  return [...new Set([...folders, workingDirectory])];
}
