import { formatCount, formatNumber } from '../../text/format.js';
import type { SuiteView } from '../view/view.js';

interface Part {
  readonly tone: 'bad' | 'flaky' | 'off' | 'good';
  readonly words: string;
  readonly weight: number;
}

/** How a run divides into states: a bar, and its parts in words. Empty for a run without tests that lacks none. */
export function stateBar(suites: readonly SuiteView[]): string {
  const parts = [...testParts(suites), ...missingPart(suites)].filter(({ weight }) => weight > 0);
  if (parts.length === 0) return '';
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  let x = 0;
  const bars = parts.map(({ tone, weight }) => {
    const width = (weight / total) * 1000;
    x += width;
    return `<rect class="b-${tone}" x="${(x - width).toFixed(2)}" width="${Math.max(3, width).toFixed(2)}" height="10"/>`;
  });
  const legend = parts.map(({ tone, words }) => `<li class="k-${tone}">${words}</li>`).join('');
  const bar = `<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${bars.reverse().join('')}</svg>`;
  return `${bar}<ul class="facts legend" aria-label="States">${legend}</ul>`;
}

function testParts(suites: readonly SuiteView[]): readonly Part[] {
  const part = (tone: Part['tone'], name: string, of: (suite: SuiteView) => number): Part => {
    const weight = suites.reduce((sum, suite) => sum + of(suite), 0);
    return { tone, words: `${formatNumber(weight)} ${name}`, weight };
  };
  return [
    part('bad', 'failed', ({ failing }) => failing),
    part('flaky', 'flaky', ({ flaky }) => flaky),
    part('off', 'not run', ({ notRun }) => notRun),
    part('off', 'skipped', ({ skipped }) => skipped),
    part('off', 'quarantined', ({ quarantined }) => quarantined),
    part('good', 'passed on the first attempt', ({ passed, flaky }) => passed - flaky),
  ];
}

/**
 * Suites that were to run and have no test. How many tests they lack is unknown: a tenth of the bar, so that the tests of
 * the others do not look like all there are.
 */
function missingPart(suites: readonly SuiteView[]): readonly Part[] {
  const missing = suites.filter(({ total, mark }) => total === 0 && (mark === '✕' || mark === '!')).length;
  const tests = suites.reduce((sum, { total }) => sum + total, 0);
  return missing === 0
    ? []
    : [{ tone: 'bad', words: `${formatCount(missing, 'suite')} without a test`, weight: Math.max(1, tests / 9) }];
}
