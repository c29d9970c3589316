import type { Settings, SuiteCommon } from '../model/settings.js';

/** Workers a suite may start while others run beside it, at least 1; null when it has the machine to itself. */
export function shareOfCores(
  cores: number | undefined,
  { weight }: Pick<SuiteCommon, 'weight'>,
  { parallel, maxWorkers }: Pick<Settings, 'parallel' | 'maxWorkers'>,
): number | null {
  if (cores === undefined || !parallel || maxWorkers < 2) return null;
  return Math.max(1, Math.floor((cores * Math.min(weight, maxWorkers)) / maxWorkers));
}

/** Variables through which pytest-xdist (`-n auto`), vitest and our Playwright runner hear the share, unless somebody chose. */
export function shareEnv(
  share: number | null,
  chosen: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (share === null) return {};
  const names = ['PYTEST_XDIST_AUTO_NUM_WORKERS', 'VITEST_MAX_WORKERS', 'QAAGENT_WORKERS'];
  return Object.fromEntries(names.filter((name) => !(name in chosen)).map((name) => [name, String(share)]));
}
