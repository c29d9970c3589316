import type { Failure } from '../../model/diagnosis.js';
import { clip } from '../wording/sentence.js';
import { readPageError } from './page-error.js';
import { idParts, type SharedViolations, type ToolReading, toolVerdict } from './tool-reading.js';

/** What is wrong, for the rules that pages break most; the others are reported by axe-core's own sentence. */
const WORDS: Readonly<Record<string, string>> = {
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
    rootCause: clip(`${element} ${wordsOf(chosen)} (rule ${rule}, ${impact}) on ${listed(pages)}`),
    suggestion: `Repair it once, where its template stands: ${chosen.helpUrl}${others(page, chosen, violations)}`,
    causeKey: `axe|${chosen.key}`,
  };
}

const wordsOf = ({ rule, help }: Violation): string => WORDS[rule] ?? `breaks "${help}"`;

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

/** One element that breaks one rule of axe-core, as our driver writes it into the details of a page's test. */
export interface Violation {
  readonly rule: string;
  readonly impact: string;
  /** The rule as a sentence: `Form elements must have labels`. */
  readonly help: string;
  readonly helpUrl: string;
  /** `input#email`: the selector with the element's name; the HTML itself where the selector is a bare name. */
  readonly element: string;
  /** Equal for one element that breaks one rule, on whatever page. */
  readonly key: string;
}

const HEAD = /^(\S.{0,300}) \(([\w-]{1,80}), (minor|moderate|serious|critical|null)\)$/;
const MAX_LINES = 600;
const IMPACTS = ['critical', 'serious', 'moderate', 'minor'];

/** Every violation that the details name, worst first, otherwise in their order. */
function violationsIn(details: string): readonly Violation[] {
  const found: Violation[] = [];
  const lines = details.slice(0, 64_000).split('\n').slice(0, MAX_LINES);
  let head: Pick<Violation, 'rule' | 'impact' | 'help' | 'helpUrl'> | null = null;
  for (const [at, line] of lines.entries()) {
    const [, help = '', rule = '', impact = ''] = HEAD.exec(line) ?? [];
    // axe-core gives no impact to a rule that it has not weighed; its driver takes it for minor.
    if (rule !== '')
      head = {
        rule,
        impact: impact === 'null' ? 'minor' : impact,
        help,
        helpUrl: (lines[at + 1] ?? '').trim().slice(0, 200),
      };
    else if (head !== null && isSelector(line, lines[at + 1] ?? '')) {
      const html = (lines[at + 1] ?? '').trim().slice(0, 300);
      found.push({ ...head, ...elementIn(line.trim().slice(0, 300), html, head.rule) });
    }
  }
  return found.toSorted((a, b) => IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact));
}

/** The driver indents a selector by two and the element's HTML below it by four. */
const isSelector = (line: string, below: string): boolean => /^ {2}\S/.test(line) && /^ {4}\S/.test(below);

function elementIn(selector: string, html: string, rule: string): Pick<Violation, 'element' | 'key'> {
  const name = /^<([a-z][a-z\d-]{0,40})/i.exec(html)?.[1]?.toLowerCase() ?? '';
  // `img` is the only image of its page, and another one on the next page.
  if (selector === name && !['html', 'body', 'head'].includes(name))
    return { element: clip(html, 80), key: `${rule}|${selector}|${html}` };
  const isPlain = /^[#.][\w-]{1,80}$/.test(selector);
  return { element: isPlain ? `${name}${selector}` : clip(selector, 120), key: `${rule}|${selector}` };
}
