// Adds the further failures of a test that reports several.
import { comparisonIn } from '../facts/comparison.js';
import type { Facts } from '../rules/rule.js';
import { clip } from './sentence.js';

/** Where each failure of one test begins, in the words of the tools that report several. */
const HEADS: readonly { readonly when: RegExp; readonly head: RegExp }[] = [
  { when: /\(\d{1,3} failures\)/, head: /^\s{0,8}(?:[\w.$]{1,80}\.)?Assertion(?:Failed)?Error: / },
  { when: /expect\.soft|expect\(/, head: /^\s{2,8}Error: (?=expect\(|\S.{0,200}$)/ },
  { when: /-- failure \d/, head: /^\s{0,8}-- failure \d{1,3} --/ },
  { when: /failure aggregation block|differences/, head: /^\s{0,8}(?:\d{1,3}\.\d{1,3}\) |\$\S{0,80} -> )/ },
  { when: /: Failure$/m, head: /^\S{1,300}\.(?:cc|cpp|cxx|h):\d{1,7}: Failure$/ },
];
const END = /^\s{0,12}(?:Retry #\d|attachment #\d|at [\w.$]{1,200}\(|Suppressed: )/;

function blocks(lines: readonly string[], head: RegExp): readonly (readonly string[])[] {
  const end = lines.findIndex((line) => END.test(line) && !head.test(line));
  const near = lines.slice(0, end < 0 ? 200 : Math.min(end, 200));
  const starts = near.flatMap((line, at) => (head.test(line) ? [at] : []));
  return starts.map((at, index) => near.slice(at, starts[index + 1] ?? near.length));
}

/** One failure of several in few words. */
function inShort([first = '', ...rest]: readonly string[], head: RegExp): string {
  const message = first
    .replace(head, '')
    .replace(/^[\w.]{1,80}Error: /, '')
    .trim();
  const pair = comparisonIn([message, ...rest.slice(0, 12)]);
  const locator = rest
    .map((line) => /^\s{0,8}Locator: {1,4}(\S.{0,80})$/.exec(line)?.[1])
    .find((name) => name !== undefined);
  const named = locator ?? / ==> /.exec(message)?.index;
  if (pair === null) return message === '' ? (rest.find((line) => line.trim() !== '') ?? '').trim() : message;
  const subject = typeof named === 'number' ? message.slice(0, named) : (named ?? pair.subject ?? '');
  return `${subject === '' ? 'another value' : subject} is ${pair.actual}, expected ${pair.expected}`;
}

/** Adds the second failure of a test that reports several, with the number of those that follow. */
export function withMore(sentence: string, facts: Facts): string {
  for (const { when, head } of HEADS) {
    if (!when.test(facts.text)) continue;
    const found = blocks(facts.lines, head).map((block) => inShort(block, head));
    const [one = '', ...others] = [...new Set(found)];
    const other = others[0] ?? '';
    if (one === '' || other === '') continue;
    const rest = others.length > 1 ? ` and ${others.length - 1} more` : '';
    return `${clip(sentence, 140)}; also ${clip(other, 80)}${rest}`;
  }
  return sentence;
}
