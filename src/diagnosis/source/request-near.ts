import type { Facts } from '../rules/rule.js';
import { testSource } from './test-lines.js';

/** Calls that make a request: method and path stand side by side, or the method is the name of the call. */
const REQUESTS: readonly RegExp[] = [
  /\(\s?["'`](GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)["'`], ?f?["'`]((?:https?:\/\/[^"'`/]{1,80})?\/[^"'`\n]{0,120})["'`]/g,
  /NewRequest\w{0,16}\([^"\n]{0,40}"?(?:http\.Method)?(\w{3,7})"?, ?"((?:https?:\/\/[^"/]{1,80})?\/[^"\n]{0,120})"/g,
  /\b(get|post|put|patch|delete|head|options)\(\s?f?["'`]((?:https?:\/\/[^"'`/]{1,80})?\/[^"'`\n]{0,120})["'`]/gi,
  /\binject\(\{ ?method: ?["'`](\w{3,7})["'`], ?url: ?["'`](\/[^"'`\n]{0,120})["'`]/g,
  /\b(get|post|put|patch|delete|head) :?["'`]?(\/[\w/{}.:-]{0,120})/g,
  /\b(?:fetch|visit|goto|open|urlopen|inject)(\()\s?["'`]((?:https?:\/\/[^"'`/]{1,80})?\/[^"'`\n]{0,120})["'`]/g,
];

/** The last request that the source of a test makes before the failing line; empty when it shows none. */
export const requestNear = (facts: Facts): string => requestOf(testSource(facts));

/** The request that a line makes itself; empty when it makes none or polls for something. */
export const requestOfLine = (line: string): string =>
  /wait|until|poll|eventually/i.test(line) ? '' : requestOf(line);

/** The last request that some lines of source make; empty when they make none. */
function requestOf(text: string): string {
  if (text.trim() === '') return '';
  const found = REQUESTS.flatMap((pattern) => [...text.matchAll(pattern)]);
  const last = found
    .filter(([, , url = '']) => !url.includes('${'))
    .sort((a, b) => a.index - b.index)
    .at(-1);
  if (last === undefined) return '';
  const [, method = '', url = ''] = last;
  const path = url.replace(/^https?:\/\/[^/]{1,80}/, '');
  return method === '(' ? path : `${method.toUpperCase()} ${path}`;
}
