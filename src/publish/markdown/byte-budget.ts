import { byteLength } from '../../text/bounds.js';

/** Text that is shown whole, in the longest of its forms that fits; the last form may be empty. */
export interface Block {
  readonly kind: 'block';
  /** What the reader is given when it is left out: `the table of suites`. */
  readonly what: string;
  /** 0 is kept longest. */
  readonly priority: number;
  /** Longest first. Each form is closed in itself: no open fence, table or `details`. */
  readonly forms: readonly [() => string, ...(() => string)[]];
}

/** As many whole items as fit between an opening and a closing text. Nothing at all when not one fits. */
export interface List {
  readonly kind: 'list';
  readonly what: string;
  readonly priority: number;
  readonly open: string;
  readonly count: number;
  /** Never more than this many, however large the budget. */
  readonly limit: number;
  /** Item by index, from 0; each ends with its own line break. Called only for those that are tried. */
  readonly item: (index: number) => string;
  /** Says how many are missing and where they are. */
  readonly more: (missing: number) => string;
  readonly close: string;
}

export type Section = Block | List;

const GLUE = '\n\n';

/**
 * A document of at most `maxBytes` of UTF-8: sections in order, the important ones first to get room. Sections are
 * shortened or left out whole, never cut; `omitted` names what is missing and is part of the budget.
 */
export function assemble(
  sections: readonly Section[],
  maxBytes: number,
  omitted: (what: readonly string[]) => string,
): string {
  const everything = place(sections, maxBytes);
  if (everything.missing.length === 0) return join(everything.texts);
  // The names of what is missing are not known beforehand: room is kept for all of them.
  const reserve = byteLength(omitted(sections.map((section) => section.what))) + GLUE.length;
  const placed = place(sections, maxBytes - reserve);
  const note = omitted(placed.missing);
  const text = join([...placed.texts, note]);
  return byteLength(text) <= maxBytes ? text : '';
}

function join(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(GLUE);
}

interface Placed {
  readonly texts: readonly string[];
  readonly missing: readonly string[];
}

/** Gives every section its shortest form first, so that a long one cannot push out a later one of equal weight. */
function place(sections: readonly Section[], maxBytes: number): Placed {
  const texts = sections.map(() => '');
  const order = sections.map((_, index) => index).sort((a, b) => priority(sections, a) - priority(sections, b));
  let left = maxBytes;
  const put = (index: number, text: string): void => {
    left += cost(texts[index] ?? '') - cost(text);
    texts[index] = text;
  };
  for (const index of order) {
    const text = shortest(sections[index]);
    if (cost(text) <= left) put(index, text);
  }
  for (const index of order) {
    const room = left + cost(texts[index] ?? '');
    const text = longest(sections[index], room);
    if (text !== '') put(index, text);
  }
  const missing = sections.filter((section, index) => texts[index] === '' && !isEmpty(section));
  return { texts, missing: missing.map((section) => section.what) };
}

function isEmpty(section: Section): boolean {
  return section.kind === 'list' ? Math.min(section.count, section.limit) === 0 : section.forms[0]() === '';
}

function priority(sections: readonly Section[], index: number): number {
  return sections[index]?.priority ?? 0;
}

function cost(text: string): number {
  return text === '' ? 0 : byteLength(text) + GLUE.length;
}

function shortest(section: Section | undefined): string {
  if (section === undefined) return '';
  return section.kind === 'block' ? (section.forms.at(-1)?.() ?? '') : listText(section, 0);
}

function longest(section: Section | undefined, maxBytes: number): string {
  if (section === undefined) return '';
  if (section.kind === 'list') return listText(section, maxBytes);
  for (const form of section.forms) {
    const text = form();
    if (cost(text) <= maxBytes) return text;
  }
  return '';
}

function listText(list: List, maxBytes: number): string {
  const limit = Math.min(list.count, list.limit);
  if (limit === 0) return '';
  let left = maxBytes - cost(list.open + list.close) - byteLength(list.more(list.count));
  let items = '';
  let shown = 0;
  for (; shown < limit; shown += 1) {
    const item = list.item(shown);
    left -= byteLength(item);
    if (left < 0) break;
    items += item;
  }
  if (shown === 0) return '';
  const more = shown < list.count ? list.more(list.count - shown) : '';
  return `${list.open}${items}${more}${list.close}`.trimEnd();
}
