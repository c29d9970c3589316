import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

export const ROOT = resolve(import.meta.dirname, '..', '..');
export const DRIVERS = join(ROOT, 'src', 'quality', 'drivers');
export const SHOP = join(ROOT, 'fixtures', 'projects', 'shop');
export const QUALITY = join(ROOT, 'fixtures', 'quality');
export const SITE = join(QUALITY, 'site');

/** What the quality suites need; absolute paths, null where it is missing. */
export interface QualityTools {
  readonly python: string | null;
  readonly schemathesis3: string | null;
  /** `node_modules` of the site: Lighthouse, axe-core, puppeteer-core. */
  readonly site: string | null;
  readonly chromium: string | null;
  readonly missing: readonly string[];
}

export type ToolName = 'python' | 'schemathesis3' | 'site' | 'chromium';

let found: QualityTools | null = null;

/** Looks for the tools without installing anything. */
export function qualityTools(): QualityTools {
  const script = join(ROOT, 'scripts', 'setup-quality.mjs');
  const env = { ...process.env, REQUIRE_RUNNERS: '0' };
  found ??= JSON.parse(
    execFileSync(process.execPath, [script, '--json', '--check'], {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as QualityTools;
  return found;
}

/** Describes tests that need tools: without them a loud skip, under `REQUIRE_RUNNERS=1` a failure that says how to get them. */
export function describeWith(needed: readonly ToolName[], title: string, body: () => void): void {
  const tools = qualityTools();
  const missing = needed.filter((name) => tools[name] === null);
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  const why = `${title}: ${missing.join(', ')} missing. ${tools.missing.join('; ')}`;
  if (process.env['REQUIRE_RUNNERS'] === '1') {
    test(`${title} has its tools`, () => expect(why).toBe(''));
    return;
  }
  process.stderr.write(`SKIPPED ${why}\n`);
  describe.skip(`${title} (skipped: ${missing.join(', ')} missing)`, body);
}
