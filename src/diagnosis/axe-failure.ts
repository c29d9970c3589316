import type { Failure } from '../model/diagnosis.js';
import { violationsIn, type Violation } from './axe-violation.js';
import { readPageError } from './page-failure.js';
import { idParts, toolVerdict, type SharedViolations, type ToolReading } from './tool-reading.js';
import { clip } from './wording.js';

/** What is wrong, for the rules that pages break most; the others are told by axe-core's own sentence. */
const SAID: Readonly<Record<string, string>> = {
  label: 'has no label',
  'select-name': 'has no label',
  'color-contrast': 'has too little contrast',
  'image-alt': 'has no alternative text',
  'button-name': 'has no text that can be read out',
  'link-name': 'has no text that can be read out',
  'html-has-lang': 'names no language',
  'document-title': 'has no title',
  'frame-title': 'has no title',
  'duplicate-id-aria': 'shares its id with another element',
};

const MAX_PAGES = 3;

/** Reads a page that breaks rules of axe-core, or that could not be judged. One element that breaks one rule is one cause. */
export function readAxe(failure: Failure, shared: SharedViolations): ToolReading | null {
  const [, page] = idParts(failure.testId);
  const violations = failure.type === 'error' ? [] : violationsIn(failure.details);
  const [worst] = violations;
  if (worst === undefined) return readPageError(failure, page);
  const reach = (violation: Violation): number => shared.get(violation.key)?.length ?? 1;
  const equal = violations.filter(({ impact }) => impact === worst.impact);
  const chosen = equal.reduce((best, next) => (reach(next) > reach(best) ? next : best), worst);
  const { rule, impact, element } = chosen;
  const pages = shared.get(chosen.key) ?? [page];
  return {
    verdict: toolVerdict(
      'axe',
      { category: 'assertion', kind: 'accessibility' },
      `${chosen.help} (${rule}, ${impact})`,
    ),
    rootCause: clip(`${element} ${saidOf(chosen)} (rule ${rule}, ${impact}) on ${listed(pages)}`),
    suggestion: `Repair it once, where its template stands: ${chosen.helpUrl}${others(page, chosen, violations)}`,
    causeKey: `axe|${chosen.key}`,
  };
}

const saidOf = ({ rule, help }: Violation): string => SAID[rule] ?? `breaks "${help}"`;

function listed(pages: readonly string[]): string {
  const shown = pages.slice(0, MAX_PAGES).map((page) => clip(page, 80));
  const more = pages.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more ${more === 1 ? 'page' : 'pages'}` : ''}`;
}

function others(page: string, chosen: Violation, violations: readonly Violation[]): string {
  const left = violations.filter((one) => one !== chosen).map(({ rule, element }) => `${rule} (${clip(element, 60)})`);
  if (left.length === 0) return '';
  const more = left.length > 4 ? ` and ${left.length - 4} more` : '';
  return `. ${clip(page, 80)} also breaks ${left.slice(0, 4).join(', ')}${more}.`;
}

/** On which pages each element of a run breaks each rule. */
export function sharedViolations(failures: readonly Failure[]): SharedViolations {
  const pages = new Map<string, string[]>();
  for (const { runner, type, details, testId } of failures) {
    if (runner !== 'axe' || type === 'error') continue;
    const [, page] = idParts(testId);
    const keys = new Set(violationsIn(details).map(({ key }) => key));
    for (const key of keys) if (!pages.get(key)?.push(page)) pages.set(key, [page]);
  }
  return pages;
}
