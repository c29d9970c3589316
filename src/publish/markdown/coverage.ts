import type { PublishContext } from '../view/context.js';
import { cellCode } from '../../text/escape.js';
import { folded, type Profile } from './sections.js';
import type { List } from './byte-budget.js';
import { percentText, routeRows } from '../view/routes.js';
import { formatCount, formatNumber } from '../../text/format.js';

type Coverage = Pick<PublishContext, 'coverage'>;

/** Routes of the API with their tests, the untested first. Empty without an API description. */
export function routesSection({ coverage }: Coverage, profile: Profile): List {
  const { title, rows } = routeRows(coverage.routes);
  const list = folded(title, 52, rows.length, profile, (index) => {
    const row = rows[index];
    return row === undefined ? '' : `| ${cellCode(row.route)} | ${row.tests} |\n`;
  });
  return { ...list, open: `${list.open}| route | tests |\n| --- | --- |\n` };
}

/** Lines of code that ran, of everything that the coverage reports name. Empty without such a report. */
export function codeSection({ coverage }: Coverage, profile: Profile): List {
  const { covered, total } = coverage.lines;
  const files = total === 0 ? [] : coverage.leastCovered;
  const { changed } = coverage;
  const own =
    changed === null || changed.total === 0
      ? ''
      : `, ${percentText(changed.covered, changed.total)} of ${formatCount(changed.total, 'changed line')}`;
  const title = `Code coverage: ${percentText(covered, total)} of ${formatCount(total, 'line')}${own}`;
  const list = folded(title, 53, files.length, profile, (index) => {
    const file = files[index];
    if (file === undefined) return '';
    return `| ${cellCode(file.path)} | ${percentText(file.covered, file.total)} | ${formatNumber(file.total - file.covered)} |\n`;
  });
  return { ...list, open: `${list.open}| least covered | lines | not run |\n| --- | --- | --- |\n` };
}
