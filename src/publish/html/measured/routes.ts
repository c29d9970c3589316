import type { CoverageSummary } from '../../view/context.js';
import { htmlText } from '../../../text/escape.js';
import { tableHtml } from '../table.js';
import { routeRows } from '../../view/routes.js';
import { shortLine } from '../../../text/visible.js';
import { formatNumber } from '../../../text/format.js';

const MOST_ROUTES = 500;

/** Every operation of the API with its tests, the untested first. Empty without an API description. */
export function coveredRoutesHtml({ routes }: Pick<CoverageSummary, 'routes'>): string {
  if (routes.length === 0) return '';
  const { title, rows } = routeRows(routes);
  const cells = rows.slice(0, MOST_ROUTES).map(({ route, tests, isTested }) => {
    const mark = isTested ? '' : '<span class="m-skipped">–</span> ';
    return [`${mark}<code>${htmlText(shortLine(route, 200))}</code>`, htmlText(tests)];
  });
  const left = rows.length - cells.length;
  const more = left > 0 ? `<p class="muted">${formatNumber(left)} more in evidence/apis.jsonl</p>` : '';
  const table = tableHtml({ label: 'Routes and their tests', heads: ['route', 'tests'], rows: cells, kind: 'prose' });
  return `<section id="routes"><h2>${title}</h2>${table}${more}</section>`;
}
