// A time limit for a promise: null after a while or when the run is cancelled.
import type { Services } from '../services.js';

/** What the work gives, or null after a while or when the run is cancelled. */
export async function within<T>(
  limitMs: number,
  work: Promise<T>,
  { clock, cancelled }: Pick<Services, 'clock' | 'cancelled'>,
): Promise<T | null> {
  const done = new AbortController();
  const late = clock.sleep(limitMs, AbortSignal.any([done.signal, cancelled])).then(() => null);
  return Promise.race([work, late]).finally(() => done.abort());
}
