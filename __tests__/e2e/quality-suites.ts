import { qualityTools, SITE } from '../quality/tools.js';
import { runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';

/** What the shop of these runs takes for a login; must be nowhere in what a run leaves. */
export const SHOP_TOKEN = 'shop_9fQ2vX7kLm3RtZ8wBc6N';

/** Tests that fail in the shop for reasons of their own, with faults or without, and the one of the slow route. */
const NOT_OURS = 'not microchip and not service_account and not stock and not sales';
/** Left to the generated tests. */
const UNTOUCHED = ['--exclude-path', '/delivery', '--exclude-path', '/quotes'];

function pages(urls: readonly string[]): Readonly<Record<string, unknown>> {
  return { 'working-directory': 'quality', urls };
}

/** One suite of each quality tool beside the unit tests, by name. */
function strictSuites(python: string): Readonly<Record<string, unknown>> {
  const checks = ['not_a_server_error', 'status_code_conformance', 'ignored_auth'];
  const args = ['--max-examples', '3', '--generation-deterministic', ...UNTOUCHED];
  const desktop = { device: 'desktop', thresholds: { performance: 75, accessibility: 90 } };
  // It ends when each route has answered a few times, whatever the speed of the machine.
  const enough = { file: 'enough_load.py', users: 4, 'spawn-rate': 4, 'run-time': '1h', timeout: '2h' };
  return {
    unit: { runner: 'pytest', path: 'tests/unit', keyword: NOT_OURS },
    api: { runner: 'schemathesis', spec: 'openapi.yaml', checks, auth: 'SHOP_TOKEN_HEADER', python, args, retries: 1 },
    a11y: { runner: 'axe', ...pages(['/', '/gift-card']) },
    speed: { runner: 'lighthouse', ...pages(['/gallery']), ...desktop },
    load: { runner: 'locust', python, ...enough, thresholds: { p95: 2500, 'fail-ratio': '10%' }, retries: 1 },
  };
}

/** The same tools on the same places, with thresholds that the defects do not reach. */
function lenientSuites(python: string): Readonly<Record<string, unknown>> {
  const { speed, load } = strictSuites(python) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return {
    'lenient-a11y': { runner: 'axe', ...pages(['/gift-card']), tags: ['cat.color'], 'fail-on': 'critical' },
    'lenient-speed': { ...speed, thresholds: { performance: 1 } },
    'lenient-load': { ...load, thresholds: { p95: '20s', 'fail-ratio': '100%' }, retries: 0 },
  };
}

/** Runs all of them and the generated tests by the built action, on a shop that it starts, in one evidence run. */
export function runQualitySuites(defects: boolean): Promise<ActionRecord> {
  const python = qualityTools().python ?? 'python3';
  const suites = { ...(defects ? lenientSuites(python) : {}), ...strictSuites(python) };
  return runAction({
    project: 'shop',
    shop: 'started',
    inputs: { suites: JSON.stringify(suites), generate: 'true' },
    links: { 'quality/node_modules': `${SITE}/node_modules` },
    env: {
      SHOP_FIXED: '1',
      SHOP_DEFECTS: defects ? '1' : '0',
      SHOP_SLOW_SECONDS: '3',
      SHOP_TOKEN,
      SHOP_TOKEN_HEADER: `Bearer ${SHOP_TOKEN}`,
    },
  });
}
