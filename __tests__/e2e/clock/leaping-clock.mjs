// Loaded before the product (`node --import`): its clock leaps an hour for every byte of the file `LEAPS_FILE`. A test
// that hangs writes one, so that only the hang meets a time limit of minutes, on a machine of any speed.
import { statSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import timers from 'node:timers/promises';

const LEAP_MS = 3_600_000;
/** Shorter waits are pauses, which pass in real time. */
const LIMIT_MS = 20_000;
const ROUND_MS = 50;

/** Gives this process the clock that leaps: `performance.now` and the waits that are limits. */
export function leapWith(file) {
  const bytes = () => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const before = bytes();
  const realNow = performance.now.bind(performance);
  const [realTimeout, realPromise] = [globalThis.setTimeout, timers.setTimeout];
  const now = () => realNow() + (bytes() - before) * LEAP_MS;
  performance.now = now;
  globalThis.setTimeout = (callback, milliseconds, ...values) => {
    if (!(milliseconds >= LIMIT_MS)) return realTimeout(callback, milliseconds, ...values);
    const until = now() + milliseconds;
    const timer = setInterval(() => {
      if (now() < until) return;
      clearInterval(timer);
      callback(...values);
    }, ROUND_MS);
    return timer;
  };
  timers.setTimeout = async (milliseconds, value, options) => {
    const until = now() + milliseconds;
    while (milliseconds >= LIMIT_MS && now() < until) await realPromise(ROUND_MS, value, options);
    return milliseconds >= LIMIT_MS ? value : realPromise(milliseconds, value, options);
  };
  syncBuiltinESMExports();
}

const { LEAPS_FILE: file } = process.env;
if (file !== undefined && /dist[/\\](?:index|post|supervise)\.js$/.test(process.argv[1] ?? '')) {
  leapWith(file);
  // The product starts its supervisors with the Node.js that it runs in.
  process.env['LEAPS_NODE'] ??= process.execPath;
  process.execPath = join(import.meta.dirname, 'node-with-leaping-clock');
}
