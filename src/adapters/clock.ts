import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../ports.js';

/** The real time: the wall clock at the start, then a monotonic one, so that a step of the clock changes no duration. */
export const systemClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  sleep: async (milliseconds, signal) => {
    try {
      await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    }
  },
};
