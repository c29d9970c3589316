// Steps for numbers of things: lengths, elements that match, and by how much a block changes a value.
import { insideOfTest, sourceLine } from '../../wording/sentence.js';
import type { Judged } from '../../wording/compared.js';
import type { About } from '../suggestion.js';

const LENGTH =
  /^(?:the length of (.{1,120})|`?len\((.{1,100})\)`?|`?(.{1,100})\.(?:length|size|count|size\(\)|length\(\)|count\(\))`?)$/;
const MATCHING = /^the number of elements that match (.{1,120})$/;
const CHANGED = /^changed by (.{1,60})$/;

const items = (count: string): string => `${count} item${count === '1' ? '' : 's'}`;

/** `expect { n += 1 }.to change { n }.by(2)`: the block whose effect is measured. */
function changed({ facts, testWhere }: About, { pair, subject }: Judged): string {
  const [actual, expected] = [pair?.actual ?? '', pair?.expected ?? ''];
  const wanted = CHANGED.exec(expected)?.[1];
  if (wanted === undefined) return '';
  const line = insideOfTest(facts.source === '' ? sourceLine(facts) : facts.source);
  const block = /\bexpect\s?\{\s?(.{1,80}?)\s?\}\s?\.(?:to|not_to)/.exec(line)?.[1];
  const by = CHANGED.exec(actual)?.[1];
  const effect = by === undefined ? `does not change ${subject}` : `changes ${subject} by ${by}`;
  const what = block === undefined || block.includes('`') ? 'the block' : `\`${block}\``;
  return `Correct ${what} of ${testWhere} or the expected number: it ${effect}, expected by ${wanted}.`;
}

/** The step for a number of things that is not the expected one; empty for other values. */
export function forCount(about: About, judged: Judged): string {
  const { pair, subject } = judged;
  const { testWhere, facts } = about;
  if (pair === null) return '';
  if (CHANGED.test(pair.expected)) return changed(about, judged);
  if (!/^\d{1,9}$/.test(pair.actual) || !/^\d{1,9}$/.test(pair.expected)) return '';
  // `<` or `!=`: no number of items is the one that is wanted.
  if (pair.actual === pair.expected) return '';
  const isMore = Number(pair.actual) > Number(pair.expected);
  const matching = MATCHING.exec(subject)?.[1];
  if (matching !== undefined)
    return isMore
      ? `Find out what still puts ${pair.actual} of ${matching} on the page at ${testWhere}, expected ${pair.expected}: the condition under which it is rendered, or a selector that matches more.`
      : `Find out what keeps the page at ${testWhere} from rendering ${matching} ${pair.expected} times (now ${pair.actual}): its data or condition, or a selector that matches less.`;
  const of = LENGTH.exec(subject)
    ?.slice(1)
    .find((name: string | undefined) => name !== undefined);
  if (of === undefined || /Playwright|locator\(/.test(facts.headline)) return '';
  const name = /[[{(]/.test(subject) && !subject.startsWith('`') ? of : `\`${of.replaceAll('`', '')}\``;
  return isMore
    ? `Find out what adds too much to ${name} before ${testWhere}: it has ${items(pair.actual)}, expected ${pair.expected}; data of another test, a filter or a duplicate.`
    : `Find out what leaves items out of ${name} before ${testWhere}: it has ${items(pair.actual)}, expected ${pair.expected}; the set-up, a filter or a limit.`;
}
