import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

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
