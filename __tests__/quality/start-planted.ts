import { startShop, type RunningShop } from '../e2e/start-shop.js';

export type { RunningShop };

/** What the shop takes for a login. */
export const TOKEN = 'open-sesame';

/** How long its slow route takes under load, far above what the others need on a busy machine. */
export const SLOW_SECONDS = 7;

/** Locust's file that ends when each route has answered a few times, and limits between the slow route and the others. */
export const ENOUGH_LOAD = {
  file: 'enough_load.py',
  users: 4,
  spawnRate: 4,
  runTimeMs: 3_600_000,
  thresholds: { p50Ms: null, p95Ms: 6000, p99Ms: null, failRatio: 0.1 },
} as const;

/** Starts the shop with the defects of the quality tools, or without, and waits until it listens. */
export function startPlanted(defects: boolean, slowSeconds?: number): Promise<RunningShop> {
  return startShop({
    python: 'python3',
    fixed: true,
    defects,
    token: TOKEN,
    ...(slowSeconds === undefined ? {} : { slowSeconds }),
  });
}
