import { expect } from '@jest/globals';

const GROWTH = 8;
/** Below this, caches and garbage collection decide. */
const LEAST_MS = 5;

/**
 * Fails when the cost of `run` grows much faster than its size: eight times the size may cost 32 times as much, where
 * quadratic cost is 64 times. It counts the time that this process computes, not the time that passes.
 */
export function expectLinearCost(size: number, run: (size: number) => void): void {
  run(size);
  const small = Math.max(
    LEAST_MS,
    costMs(() => run(size)),
  );
  expect(costMs(() => run(size * GROWTH)) / small).toBeLessThan(GROWTH * 4);
}

/** Starts a clock of this process's own computing, in milliseconds: other jobs of the machine do not count. */
export function startCpuClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

function costMs(run: () => void): number {
  const costs = [1, 2, 3].map(() => {
    const spent = startCpuClock();
    run();
    return spent();
  });
  return Math.min(...costs);
}
