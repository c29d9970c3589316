import { clip } from './wording.js';

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
export function violationsIn(details: string): readonly Violation[] {
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
