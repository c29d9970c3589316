import type { SuiteRun } from '../../model/run.js';
import type { Settings, SuiteSettings } from '../../model/settings.js';
import { suiteConclusion, outcomeOf } from '../../verdict/verdict.js';
import { skipUnavailable } from './proposed-suites.js';
import { runSuite } from '../../execution/run-suite.js';
import type { SuiteServices } from '../../execution/suite-services.js';

/**
 * Runs every suite: one after the other, or side by side while their weights fit into `max-workers`. A suite waits for
 * those it names in `after`. Results come in the order of the settings.
 */
export async function runSuites(
  suites: readonly SuiteSettings[],
  services: SuiteServices,
): Promise<readonly SuiteRun[]> {
  const { settings } = services;
  const failFast = new AbortController();
  const signal = AbortSignal.any([services.signal, failFast.signal]);
  const schedule = new Schedule(settings.parallel ? settings.maxWorkers : 1);
  const finished = new Map<string, Promise<SuiteRun>>();
  const start = async (suite: SuiteSettings): Promise<SuiteRun> => {
    for (const name of suite.after) await finished.get(name);
    return schedule.run(suite.weight, async () => {
      const run = skipUnavailable(await runSuite(suite, { ...services, signal }), suites);
      // Before its room is given to the next one, which would start in vain.
      if (settings.failFast && isRed(run, settings)) failFast.abort('fail-fast');
      return run;
    });
  };
  for (const suite of inDependencyOrder(suites)) finished.set(suite.name, start(suite));
  return Promise.all(suites.flatMap((suite) => finished.get(suite.name) ?? []));
}

function isRed(run: SuiteRun, settings: Settings): boolean {
  return suiteConclusion(outcomeOf(run, settings), settings) === 'failure';
}

/** A suite comes after those it waits for, so that their promises exist; cycles are refused by the settings. */
function inDependencyOrder(suites: readonly SuiteSettings[]): readonly SuiteSettings[] {
  const ordered: SuiteSettings[] = [];
  const visit = (suite: SuiteSettings): void => {
    if (ordered.includes(suite)) return;
    for (const before of suites.filter(({ name }) => suite.after.includes(name))) visit(before);
    ordered.push(suite);
  };
  suites.forEach(visit);
  return ordered;
}

/** Hands out `capacity` in the order of asking; what asks for more than there is gets all of it. */
class Schedule {
  private free: number;
  private readonly waiting: { readonly weight: number; readonly start: () => void }[] = [];

  constructor(private readonly capacity: number) {
    this.free = capacity;
  }

  async run<T>(weight: number, work: () => Promise<T>): Promise<T> {
    const share = Math.min(weight, this.capacity);
    await this.acquire(share);
    try {
      return await work();
    } finally {
      this.free += share;
      this.startWaiting();
    }
  }

  private acquire(weight: number): Promise<void> {
    return new Promise((start) => {
      this.waiting.push({ weight, start });
      this.startWaiting();
    });
  }

  private startWaiting(): void {
    for (let next = this.waiting[0]; next !== undefined && next.weight <= this.free; next = this.waiting[0]) {
      this.waiting.shift();
      this.free -= next.weight;
      next.start();
    }
  }
}
