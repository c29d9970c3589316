// Names the value that is null in a failing line, and the call that returned it.
import type { Facts } from '../rules/rule.js';
import { assignedTo } from './test-lines.js';

const METHOD =
  /undefined method [`'](\w{1,60})' for nil|member function (\w{1,60})\(\) on null|has no attribute '(\w{1,60})'|\(reading '(\w{1,60})'\)|\(evaluating '[^']{0,100}\.(\w{1,60})'/;
const CALL = String.raw`[\w$][\w$.]{0,80}\((?:[^()]|\([^()]{0,40}\)){0,80}\)`;

/** What each language calls nothing; `undefined method` of Ruby speaks of nil. */
const NOTHING = ['None', 'nil', 'null', 'undefined'];

/** The word of the language for the value that is not there. */
export function nothingIn(facts: Facts): string {
  const isUnwrapped = /\.rs:\d/.test(facts.text) || /Option::/.test(facts.headline);
  return isUnwrapped ? 'None' : (NOTHING.find((word) => facts.headline.includes(word)) ?? 'null');
}

/** The member that was asked of the value; empty when the message names none. */
export function memberAsked(facts: Facts, key: string): string {
  const asked = METHOD.exec(facts.headline)
    ?.slice(1)
    .find((name: string | undefined) => name !== undefined);
  return asked ?? key;
}

/** What stands before a member: a call with its arguments, else the last name. */
function ownerOf(member: string, source: string): string {
  const name = member.replace(/[^\w$]/g, '').replaceAll('$', String.raw`\$`);
  if (name === '') return '';
  const called = new RegExp(String.raw`(${CALL})(?:\.|->|\?\.)${name}\b`).exec(source)?.[1];
  return (
    called ??
    new RegExp(
      String.raw`((?:\$?this->|this\.|self\.)?\$?\w{1,60}(?:\[[^[\]]{1,40}\]){0,2})(?:\.|->|\?\.)${name}\b`,
    ).exec(source)?.[1] ??
    ''
  );
}

/** What a key is taken of, where the message names no key: the last part before the last bracket. */
function subscripted(source: string): string {
  const whole = /(?:^|[\s(=:])(\$?[\w.]{1,60}(?:\[["']?\w{1,40}["']?\]){1,4})\[["']?\w{1,40}["']?\]/.exec(source)?.[1];
  if (whole !== undefined) return whole;
  const called = new RegExp(String.raw`(?:^|assert |return |= ?|\()(${CALL})\[["']?\w{1,40}["']?\]`).exec(source)?.[1];
  return called ?? /(?:^|[\s(=])(\$?[\w.]{1,60})\[/.exec(source)?.[1] ?? '';
}

/** What the failing line calls the value that is null: `user`, `getUser('2')`; empty when the line does not show it. */
export function nullPart(facts: Facts, key: string, source: string): string {
  const member = memberAsked(facts, key);
  if (member !== '') return ownerOf(member, source);
  const unwrapped = /^(?:let \w{1,40} = )?(\S.{0,80}?)\.(?:unwrap|expect)\(/.exec(source)?.[1];
  if (unwrapped !== undefined) return unwrapped;
  // Go says nothing of the member: a call whose result is used at once.
  if (/nil pointer/.test(facts.headline)) {
    const called = new RegExp(String.raw`(${CALL})\.\w`).exec(source)?.[1];
    const [only, ...others] = source.match(/\b[a-z]\w{0,40}(?=\.[A-Z]\w{0,40}\b(?!\())/g) ?? [];
    return called ?? (others.length === 0 ? (only ?? '') : '');
  }
  return subscripted(source);
}

const IS_CALL = new RegExp(String.raw`^(?:await )?${CALL}$`);
/** Constructors, doubles and literals are never what is null. */
const MAKES = /^(?:new |\{|\[|["'`\d]|mock|Mock|jest\.|vi\.|sinon\.)/;

/** The call that returned the null value: the failing line makes it, or the test assigned it above; empty when neither shows. */
export function nullCall(facts: Facts, key: string): string {
  if (facts.productSource !== '' && facts.productSource !== facts.source) return '';
  const part = nullPart(facts, key, facts.source);
  const value = IS_CALL.test(part) ? part : assignedTo(part, facts).replace(/^await /, '');
  return IS_CALL.test(value) && !MAKES.test(value) && value.length <= 90 && !value.includes('`') ? value : '';
}
