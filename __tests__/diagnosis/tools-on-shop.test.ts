import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { diagnoseRun } from '../../src/diagnosis/diagnose-run.js';
import type { QualitySettings } from '../../src/model/quality.js';
import { COMMON, runQuality } from '../quality/run-quality.js';
import { ENOUGH_LOAD, SLOW_SECONDS, startPlanted, TOKEN, type RunningShop } from '../quality/start-planted.js';
import { SHOP, SITE } from '../quality/tools.js';
import { describeWith } from '../quality/with-tools.js';
import { aFailure } from './a-failure.js';

let shop: RunningShop;
const folder = mkdtempSync(join(tmpdir(), 'tools-on-shop-'));
beforeAll(async () => {
  shop = await startPlanted(true, SLOW_SECONDS);
});
afterAll(async () => {
  await shop.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Place {
  readonly workingDirectory: string;
  readonly args?: readonly string[];
}

/** What the diagnosis makes of a tool that runs now: sentences by their tests. */
async function causesOf(own: QualitySettings, place: Place): Promise<Readonly<Record<string, readonly string[]>>> {
  const run = await runQuality({
    suite: { ...COMMON, ...own, ...place },
    env: { BASE_URL: shop.baseUrl, API_AUTH: `Bearer ${TOKEN}` },
  });
  run.remove();
  const failures = run.tests.flatMap(({ id, attempts }) => {
    const last = attempts.at(-1);
    if (last === undefined || last.status === 'passed') return [];
    const { message, type, details } = last;
    return [aFailure({ key: id, testId: id, suite: own.runner, runner: own.runner, message, type, details })];
  });
  const { causes } = diagnoseRun(failures);
  return Object.fromEntries(causes.map(({ rootCause, failures: tests }) => [rootCause, tests]));
}

describeWith(['python'], 'the words of tools that run now, without a browser', () => {
  test('of Schemathesis name the operation that answers what nobody documents', async () => {
    const checks = ['not_a_server_error', 'status_code_conformance'];
    const own = { runner: 'schemathesis', python: null, spec: join(SHOP, 'openapi.yaml'), auth: 'API_AUTH' } as const;
    const args = ['--max-examples', '5', '--generation-deterministic', '--include-path', '/pets/{pet_id}'];
    const causes = await causesOf({ ...own, checks, install: false }, { workingDirectory: folder, args });
    expect(causes).toEqual({
      'GET /pets/{pet_id} answered 500: {"error": "RuntimeError: the shelf is out of range"}': checks
        .map((check) => `GET /pets/{pet_id} › ${check}`)
        .toSorted(),
    });
  });

  test('of Locust name the route that is slow and the one that fails', async () => {
    const own = { runner: 'locust', python: null, install: false } as const;
    const common = { workingDirectory: SHOP, timeoutMs: 2 * ENOUGH_LOAD.runTimeMs };
    const sentences = Object.keys(await causesOf({ ...own, ...ENOUGH_LOAD }, common)).toSorted();
    expect(sentences).toEqual([
      expect.stringMatching(
        /^GET \/pets\/\{id\} fails 100 % of \d+ requests \(the threshold is 10 %\): 500 Server Error: /,
      ),
      expect.stringMatching(/^p95 of GET \/reports\/sales is [\d.]+ s, the threshold is 6 s$/),
    ]);
  });
});

describeWith(['site', 'chromium'], 'the words of tools that run now, in a browser', () => {
  test('of axe name the element, the rule and the page', async () => {
    const own = { runner: 'axe', urls: ['/gift-card', '/nowhere'], tags: [], failOn: 'serious' } as const;
    const causes = await causesOf({ ...own, waitFor: null, sitemap: null, install: false }, { workingDirectory: SITE });
    expect(Object.keys(causes)).toEqual([
      expect.stringMatching(/^input#\w+ has no label \(rule label, critical\) on \/gift-card$/),
      '/nowhere answers 404',
    ]);
  });

  test('of Lighthouse name the score, its threshold and what costs it most', async () => {
    const own = { runner: 'lighthouse', urls: ['/gallery'], thresholds: { performance: 60 } } as const;
    const causes = await causesOf({ ...own, device: 'mobile', runs: 1, install: false }, { workingDirectory: SITE });
    expect(Object.keys(causes)).toEqual([
      expect.stringMatching(/^performance of \/gallery is \d{1,2}, the threshold is 60; it loses most by \S.+/),
    ]);
  });
});
