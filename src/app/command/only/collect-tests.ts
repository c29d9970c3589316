import { join, relative } from 'node:path';
import { listTests } from '../../../execution/attempt/list-tests.js';
import { envOf, prepare } from '../../../execution/prepare-suite.js';
import type { Settings, SuiteSettings } from '../../../model/settings.js';
import { qualityPreparer } from '../../../quality/registry.js';
import type { Services } from '../../services.js';
import type { KnownTest } from './known-tests.js';

/** Longest that the nearest name is looked for. */
const LIMIT_MS = 60_000;

/** The tests that the tool of a suite lists without running them; none where it cannot, or where it is not installed. */
export async function collectTests(
  suite: SuiteSettings,
  settings: Settings,
  services: Services,
): Promise<readonly KnownTest[]> {
  const { context, clock, cancelled: signal } = services;
  const prepareQuality = qualityPreparer(`${context.bundleDirectory}/drivers`);
  const world = { ...services, settings, prepareQuality };
  const found = await prepare(suite, world);
  if (!found.ok || found.suite.setup !== null || found.suite.division?.by !== 'tests') return [];
  const runDirectory = join(context.temporaryDirectory, `qaagent-list-${clock.now()}`);
  const limited = { ...suite, timeoutMs: LIMIT_MS };
  const { events } = await listTests(limited, found.suite.division.list, envOf(suite, world), {
    ...{ ...world, runDirectory, signal },
    watcher: SILENT,
    quarantineOf: () => null,
    durationOf: () => null,
  });
  const collected = events.flatMap((event) => (event.e === 'collected' ? event.tests : []));
  return collected.map(({ id, name, classname = '', file, line }) => {
    return { id, name, classname, line, file: relative(context.workspace, file).replaceAll('\\', '/') };
  });
}

const SILENT = {
  attemptStarted: () => undefined,
  progressed: () => undefined,
  attemptEnded: () => undefined,
};
