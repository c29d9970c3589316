import { finalStateOf } from '../../../verdict/final-state.js';
import type { RunReport, SuiteReport, TestCase } from '../../../model/run.js';
import { htmlText } from '../../../text/escape.js';
import { tableHtml } from '../table.js';
import { shortLine } from '../../../text/visible.js';

const MOST_PAGES = 200;

/** What each page scored in each category beside the least that is allowed, suite by suite. Empty without scores. */
export function scoresHtml({ suites }: Pick<RunReport, 'suites'>): string {
  const parts = suites.map(suiteScores).filter((part) => part !== '');
  return parts.length === 0 ? '' : `<section id="scores"><h2>Scores</h2>${parts.join('\n')}</section>`;
}

function suiteScores({ suite, tests }: SuiteReport): string {
  const scored = suite.runner === 'lighthouse' ? tests.filter(({ properties }) => 'score' in properties) : [];
  if (scored.length === 0) return '';
  const categories = [...new Set(scored.map(({ name }) => name))];
  const pages = [...new Set(scored.map(({ classname }) => classname))].slice(0, MOST_PAGES);
  const rows = pages.map((page) => {
    const cells = categories.map((category) =>
      scoreCell(scored.find(({ classname, name }) => classname === page && name === category)),
    );
    return [`<code>${htmlText(shortLine(page, 200))}</code>`, ...cells];
  });
  const name = htmlText(shortLine(suite.name, 80));
  const heads = ['page', ...categories.map((category) => htmlText(shortLine(category, 40)))];
  return `<h3>${name}</h3>${tableHtml({ label: `Scores of ${name}`, heads, rows, kind: 'figures' })}`;
}

function scoreCell(test: TestCase | undefined): string {
  if (test === undefined) return '–';
  const { score = '', limit = '' } = test.properties;
  const state = finalStateOf(test) === 'passed' ? 'passed' : 'failed';
  const shown = htmlText(shortLine(score, 10));
  return `<strong class="m-${state}">${shown}</strong> <span class="muted">limit ${htmlText(shortLine(limit, 10))}</span>`;
}
