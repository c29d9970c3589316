import { startShop, type RunningShop } from '../e2e/start-shop.js';

export type { RunningShop };

/** What the shop takes for a login. */
export const TOKEN = 'open-sesame';

/** Starts the shop with the defects of the quality tools, or without, and waits until it listens. */
export function startPlanted(defects: boolean): Promise<RunningShop> {
  return startShop({ python: 'python3', fixed: true, defects, token: TOKEN });
}
