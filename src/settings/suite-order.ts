import type { Problem } from '../model/problem.js';
import type { SuiteSettings } from '../model/settings.js';
import { didYouMean, settingsError } from './issues.js';

/** Suites in the named order, the others after them as written. */
export function orderSuites(suites: readonly SuiteSettings[], order: readonly string[]): readonly SuiteSettings[] {
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return suites.toSorted((a, b) => rank(a.name) - rank(b.name));
}

/** Suites that wait for suites that do not exist, or for each other. */
export function orderProblems(suites: readonly SuiteSettings[]): readonly Problem[] {
  const names = suites.map((suite) => suite.name);
  const unknown = suites.flatMap(({ name, after }) =>
    after
      .filter((other) => !names.includes(other))
      .map((other) => settingsError(`suites.${name}.after`, `"${other}" is not a suite.`, didYouMean(other, names))),
  );
  return unknown.length > 0 ? unknown : cycleProblems(suites);
}

function cycleProblems(suites: readonly SuiteSettings[]): readonly Problem[] {
  const done = new Set<string>();
  for (let progress = true; progress;) {
    const ready = suites.filter(({ name, after }) => !done.has(name) && after.every((other) => done.has(other)));
    for (const { name } of ready) done.add(name);
    progress = ready.length > 0;
  }
  const stuck = suites.filter(({ name }) => !done.has(name)).map(({ name }) => name);
  if (stuck.length === 0) return [];
  return [settingsError('suites', `${stuck.join(', ')} wait for each other.`, 'Remove one `after`.')];
}
