import type { LoadMeasure } from '../../model/load.js';
import type { ReportCase } from '../../model/report.js';
import { ownString } from '../../text/bounded-text.js';
import { loadCase, milliseconds } from './load-case.js';
import type { LoadSample } from './sample.js';
import { errorLines } from './load-case.js';
import type { CaseMaker } from '../case-builder.js';

/** Routes beyond these are counted as one: a tool that got no names has one for each address. */
const MOST_NAMES = 2_000;
const OTHERS = 'further routes';
const MOST_ERRORS = 50;

interface Count {
  readonly of: LoadMeasure['of'];
  readonly times: Map<number, number>;
  readonly errors: Map<string, number>;
  count: number;
  failures: number;
  totalMs: number;
  firstMs: number;
  lastMs: number;
}

/** The value that `share` of the samples do not exceed, by nearest rank; null of none. */
export function percentile(times: ReadonlyMap<number, number>, count: number, share: number): number | null {
  const rank = Math.max(1, Math.ceil(count * share));
  let seen = 0;
  for (const [value, samples] of [...times].toSorted(([one], [other]) => one - other)) {
    seen += samples;
    if (seen >= rank) return value;
  }
  return null;
}

/** Tenths below a second, then three digits and more: what percentiles need, and no more distinct values than that. */
export function timeStep(elapsedMs: number): number {
  if (elapsedMs < 1_000) return Math.round(elapsedMs * 10) / 10;
  return elapsedMs < 60_000 ? Math.round(elapsedMs) : Math.round(elapsedMs / 100) * 100;
}

/** Counts samples by route. Memory depends on the number of routes and distinct times, not of samples. */
export class LoadTally {
  readonly #counts = new Map<string, Count>();

  add(sample: LoadSample): void {
    const count = this.#countOf(sample);
    const { elapsedMs, startedAtMs, failed, error } = sample;
    count.count += 1;
    count.totalMs += elapsedMs;
    count.firstMs = Math.min(count.firstMs, startedAtMs);
    count.lastMs = Math.max(count.lastMs, startedAtMs + elapsedMs);
    const step = timeStep(elapsedMs);
    count.times.set(step, (count.times.get(step) ?? 0) + 1);
    if (!failed) return;
    count.failures += 1;
    const known = count.errors.get(error) ?? 0;
    if (error !== '' && (known > 0 || count.errors.size < MOST_ERRORS)) count.errors.set(ownString(error), known + 1);
  }

  /** One case a route, by name. */
  cases(tool: string, make: CaseMaker): readonly ReportCase[] {
    const sorted = [...this.#counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return sorted.map(([key, count]) => {
      const averageMs = count.of === 'checks' ? null : count.totalMs / count.count;
      return loadCase({ tool, name: key.slice(key.indexOf('\n') + 1), measure: measureOf(count), averageMs }, make);
    });
  }

  #countOf({ of, name }: LoadSample): Count {
    const found = this.#counts.get(`${of}\n${name}`);
    if (found !== undefined) return found;
    const key = ownString(`${of}\n${this.#counts.size >= MOST_NAMES ? OTHERS : name}`);
    const span = { firstMs: Number.POSITIVE_INFINITY, lastMs: Number.NEGATIVE_INFINITY };
    const fresh = { of, times: new Map(), errors: new Map(), count: 0, failures: 0, totalMs: 0, ...span };
    const count: Count = this.#counts.get(key) ?? fresh;
    this.#counts.set(key, count);
    return count;
  }
}

function measureOf({ of, times, errors, count, failures, firstMs, lastMs }: Count): LoadMeasure {
  const isTimed = of === 'requests';
  const seconds = (lastMs - firstMs) / 1_000;
  const time = (share: number): number | null => (isTimed ? milliseconds(percentile(times, count, share)) : null);
  return {
    of,
    count,
    failures,
    perSecond: isTimed && seconds > 0 ? count / seconds : null,
    p50Ms: time(0.5),
    p95Ms: time(0.95),
    p99Ms: time(0.99),
    errors: errorLines(errors),
    ownLimit: 'none',
  };
}
