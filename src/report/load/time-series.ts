import type { LoadPoint } from '../../model/load.js';
import type { LoadSampleEntry, LoadSample } from './sample.js';
import { percentile, timeStep } from './tally.js';

const MOST_POINTS = 2_000;
/** A week: samples further apart do not belong to one load run. */
const MOST_SECONDS = 7 * 24 * 3_600;

interface Second {
  readonly times: Map<number, number>;
  requests: number;
  failures: number;
}

/** Makes the time series of a load run from its samples, by the second in which each was answered. */
export class LoadTimeSeries {
  readonly #seconds = new Map<number, Second>();
  readonly #users = new Map<number, number>();

  add(moment: LoadSampleEntry): void {
    if (moment.of === 'checks') return;
    const at = Math.floor((moment.startedAtMs + (moment.of === 'users' ? 0 : moment.elapsedMs)) / 1_000);
    if (moment.users !== null) this.#users.set(at, Math.max(moment.users, this.#users.get(at) ?? 0));
    if (moment.of === 'requests') this.#count(at, moment);
  }

  /** A point a second, those without an answer included; of a very long run the mean of several. */
  points(): readonly LoadPoint[] {
    const answered = [...this.#seconds.keys()].toSorted((one, other) => one - other);
    const [first, last] = [answered[0], answered.at(-1)];
    if (first === undefined || last === undefined || last - first > MOST_SECONDS) return [];
    const step = Math.ceil((last - first + 1) / MOST_POINTS);
    const points: LoadPoint[] = [];
    // k6 reports its users a second after it began.
    let users = this.#users.values().next().value ?? 0;
    for (let second = first; second <= last; second += step) {
      users = this.#usersIn(second, step) ?? users;
      points.push(this.#point(second, step, { second: second - first, users }));
    }
    return points;
  }

  #count(at: number, { elapsedMs, failed }: LoadSample): void {
    const second = this.#seconds.get(at) ?? { times: new Map<number, number>(), requests: 0, failures: 0 };
    const time = timeStep(elapsedMs);
    second.times.set(time, (second.times.get(time) ?? 0) + 1);
    second.requests += 1;
    second.failures += failed ? 1 : 0;
    this.#seconds.set(at, second);
  }

  #usersIn(from: number, step: number): number | null {
    const known = Array.from({ length: step }, (_, index) => this.#users.get(from + index)).filter(
      (users) => users !== undefined,
    );
    return known.length === 0 ? null : Math.max(...known);
  }

  #point(from: number, step: number, base: Pick<LoadPoint, 'second' | 'users'>): LoadPoint {
    const all = Array.from({ length: step }, (_, index) => this.#seconds.get(from + index));
    const found = all.filter((second) => second !== undefined);
    const times = new Map<number, number>();
    for (const second of found)
      for (const [time, count] of second.times) times.set(time, (times.get(time) ?? 0) + count);
    const sum = (of: 'requests' | 'failures'): number => found.reduce((total, second) => total + second[of], 0);
    const requests = sum('requests');
    return {
      ...base,
      requestsPerSecond: requests / step,
      failuresPerSecond: sum('failures') / step,
      p50: percentile(times, requests, 0.5),
      p95: percentile(times, requests, 0.95),
    };
  }
}
