// Next steps for a value that is null, by what the source shows of where it comes from.
import { memberAsked, nothingIn, nullCall, nullPart } from '../../source/null-value.js';
import { linesAbove, nothingPassed, typedNothing } from '../../source/test-lines.js';
import { loggedError } from '../../source/server-in-test.js';
import { first, sourceLine } from '../../wording/sentence.js';
import { forServerError } from '../for-status.js';
import type { About } from '../suggestion.js';

/** A page without the scripts of the application. */
const BLANK_PAGE = /\.(?:get|goto|visit|navigate)\(\s?["'`](data:|about:blank)/;
const INSTEAD = /\bquerySelector(?:All)?\((["'`])(.{1,80}?)\1\)/;

/** A value that a script looks for in the page. */
function inPage({ facts, where, ask }: About): string {
  const line = sourceLine(facts);
  const isScript = /script|evaluate/i.test(`${facts.headline} ${line}`);
  const page = isScript ? BLANK_PAGE.exec(facts.text)?.[1] : undefined;
  if (page !== undefined)
    return `Load the real page before ${where}, or define ${named(facts, ask('key'))} on it: the test loads ${page.startsWith('data:') ? 'a `data:` URL' : `\`${page}\``}, which does not define it.`;
  const selector = INSTEAD.exec(line)?.[2];
  return selector === undefined
    ? ''
    : `Wait for \`${selector}\` on the page before ${where}, or correct the selector: nothing matches it, so the script reads from null.`;
}

const named = (facts: About['facts'], key: string): string => {
  const part = nullPart(facts, key, inCode(facts));
  if (part !== '') return `\`${part}\``;
  const member = memberAsked(facts, key);
  return member === '' ? 'the value' : `the value before \`.${member}\``;
};

/** The line that uses the value: the product's where there is one. */
const inCode = (facts: About['facts']): string => first(facts.productSource, sourceLine(facts), facts.source);

/** The part of an answer that is missing because its handler raised, as the captured output shows; empty for others. */
function ofFailedAnswer({ facts, request, where, productPlace }: About): string {
  const isAnswer = productPlace === null && /\.(?:json|get_json|body|data)\b/.test(sourceLine(facts));
  const asked = request === '' ? `the request of ${where}` : request;
  return isAnswer && loggedError(facts) !== null ? forServerError('', 'the server', asked, facts) : '';
}

/** What is null, as the text names it: \`this.parent\`, what \`.title\` is read of, the argument of an operator. */
export function nullValue(about: About): string {
  const { facts, where, ask, place, testWhere } = about;
  const [, returned, because] = /because (the return value of )?"([^"]{1,100})" is null/.exec(facts.text) ?? [];
  if (because !== undefined && returned !== undefined)
    return `Find out why ${because.replace(/\(.{1,80}\)$/, '()')} returns null for the call at ${where}: give it the data in the set-up, or handle its absence there.`;
  const other = first(inPage(about), ofFailedAnswer(about));
  if (other !== '') return other;
  if (because !== undefined) return `Set \`${because}\` before ${where} uses it, or handle its absence there.`;
  const given = about.productPlace === null ? '' : nothingPassed(facts, facts.source);
  if (given !== '' && where !== testWhere)
    return `Pass a value in place of \`${given}\` in the call at ${testWhere}, or let ${where} handle ${given.split(' ').at(-1) ?? given}: the test itself passes it.`;
  if (/unsupported operand/.test(facts.headline)) return noNumber(facts, where);
  const nothing = nothingIn(facts);
  const call = nullCall(facts, ask('key'));
  if (call !== '')
    return `Find out why \`${call}\` returns ${nothing} before ${testWhere} uses it: nothing matches its look-up; add the data in the set-up, or correct the key or type that it looks up.`;
  const unset = typedNothing(named(facts, ask('key')).replaceAll('`', ''), linesAbove(facts, place));
  if (unset !== null && place !== null)
    return `Give ${named(facts, ask('key'))} a value at ${place.file}:${unset.number}, or let ${where} handle its absence: the test itself sets it to ${nothing}.`;
  return `Find out why ${named(facts, ask('key'))} is ${nothing} when ${where} uses it: the code that should set or load it returned nothing; set it in the set-up, or handle its absence there.`;
}

/** Arithmetic with None: which operand, and what the source calls it. */
function noNumber(facts: About['facts'], where: string): string {
  const [, operator = '', left = ''] = /for (\S{1,4}): '(\w{1,40})' and/.exec(facts.headline) ?? [];
  const side = left === 'NoneType' ? 'left' : 'right';
  const escaped = operator.replace(/[*+/%-]/g, String.raw`\$&`);
  const line = facts.lines.findLast((text) => /^\s{2,}\S/.test(text) && text.includes(` ${operator} `)) ?? '';
  const [, first = '', second = ''] =
    operator === '' ? [] : (new RegExp(String.raw`([\w.\])]{1,60}) ${escaped} ([\w.\[(]{1,60})`).exec(line) ?? []);
  const name = side === 'left' ? first : second;
  const what = name === '' ? `the ${side} operand` : `\`${name.replace(/[[(\])]/g, '')}\``;
  return `Pass a number for ${what} where ${where} calculates: it is None; check the argument of the call or the stored value that it comes from.`;
}
