import type { SuiteReport, TestCase } from '../model/run.js';

const NAMED = 3;

/**
 * Says on which legs tests fail. `names` leads from the name of a suite in the merged run to the one that it has on its leg.
 * Only legs count that have a suite of that name at all.
 */
export function describeLegs(
  suites: readonly SuiteReport[],
  names: ReadonlyMap<string, string>,
): (tests: readonly TestCase[]) => string {
  const plain = (name: string): string => names.get(name) ?? name;
  const labels = new Map<string, string>();
  const legsOfSuite = new Map<string, number>();
  for (const { suite } of suites) {
    const own = plain(suite.name);
    labels.set(suite.name, suite.name === own ? '' : suite.name.slice(own.length + 2, -1));
    legsOfSuite.set(own, (legsOfSuite.get(own) ?? 0) + 1);
  }
  return (tests) => {
    const failing = new Set(tests.map(({ suite }) => labels.get(suite) ?? '').filter((label) => label !== ''));
    const own = new Set(tests.map(({ suite }) => plain(suite)));
    const most = Math.max(0, ...[...own].map((suite) => legsOfSuite.get(suite) ?? 0));
    if (failing.size === 0 || failing.size >= most) return '';
    const shown = [...failing].slice(0, NAMED);
    const more = failing.size - shown.length;
    return `only on ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  };
}
