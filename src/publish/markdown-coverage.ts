import type { PublishContext, RouteTally } from './context.js';
import { cellCode } from './escape.js';
import { folded, type Profile } from './markdown-sections.js';
import type { List } from './budget.js';
import { number } from './words.js';

type Coverage = Pick<PublishContext, 'coverage'>;

/** Share in percent with one decimal, rounded down: 100 % is said only of all. */
function percentText(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(Math.floor((1000 * part) / whole) / 10).toFixed(1)} %`;
}

/** Routes of the API with their tests, the untested first. Empty without an API description. */
export function routesSection({ coverage }: Coverage, profile: Profile): List {
  const routes = coverage.routes.toSorted((a, b) => Number(isTested(a)) - Number(isTested(b)));
  const tested = routes.filter(isTested).length;
  const title = `Routes: ${number(tested)} of ${number(routes.length)} tested (${percentText(tested, routes.length)})`;
  const list = folded(title, 52, routes.length, profile, (index) => {
    const route = routes[index];
    if (route === undefined) return '';
    return `| ${cellCode(route.route)} | ${testsOf(route)} |\n`;
  });
  return { ...list, open: `${list.open}| route | tests |\n| --- | --- |\n` };
}

const isTested = ({ tests, recordedBy }: RouteTally): boolean => tests > 0 || recordedBy === 'suite';

function testsOf({ tests, passed, recordedBy }: RouteTally): string {
  if (tests === 0) return recordedBy === 'suite' ? 'requests recorded by a suite' : 'no test';
  const verdict = `${number(passed)} of ${number(tests)} passed`;
  return recordedBy === 'tests' ? `${verdict}, known from recorded requests` : verdict;
}

/** Lines of code that ran, of everything that the coverage reports name. Empty without such a report. */
export function codeSection({ coverage }: Coverage, profile: Profile): List {
  const { covered, total } = coverage.lines;
  const files = total === 0 ? [] : coverage.leastCovered;
  const { changed } = coverage;
  const own =
    changed === null || changed.total === 0
      ? ''
      : `, ${percentText(changed.covered, changed.total)} of ${number(changed.total)} changed lines`;
  const title = `Code coverage: ${percentText(covered, total)} of ${number(total)} lines${own}`;
  const list = folded(title, 53, files.length, profile, (index) => {
    const file = files[index];
    if (file === undefined) return '';
    return `| ${cellCode(file.path)} | ${percentText(file.covered, file.total)} | ${number(file.total - file.covered)} |\n`;
  });
  return { ...list, open: `${list.open}| least covered | lines | not run |\n| --- | --- | --- |\n` };
}
