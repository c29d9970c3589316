// What an HTTP answer says: its status with the phrase, and the message in its body.
import type { Facts } from '../rules/rule.js';
import { statusCompared } from './comparison.js';

/** What a server says in the body of an answer, from the field that says most to the one that says least. */
const FIELDS = ['detail', 'message', 'error_description', 'msg', 'reason', 'title', 'error', 'code'];
const MARKUP = /<(?:title|h1)>\s{0,8}(?:\d{3}:? )?([^<]{2,80}?)\s{0,8}<\//i;

/** The message inside of a body of JSON or markup, also as Python prints it; empty when there is none. */
export function bodyMessage(text: string): string {
  if (!/[{<]/.test(text)) return '';
  for (const field of FIELDS) {
    const value = new RegExp(String.raw`["']${field}["']\s?:\s?(?:"([^"\n]{2,160})"|'([^'\n]{2,160})')`).exec(text);
    const message = value?.[1] ?? value?.[2] ?? '';
    if (message !== '') return message;
  }
  return MARKUP.exec(text)?.[1] ?? '';
}

/** `404 Client Error: Not Found for url: X`, `Client error '404 Not Found' for url 'X'`, `status code 404`, `-> 404 {`. */
const STATUS =
  /\b([1-5]\d\d) (?:Client|Server) Error: ([\w -]{2,40}?) for url|(?:Client|Server) error '([1-5]\d\d) ([\w -]{2,40})'|HTTP Error ([45]\d\d): ([\w -]{2,40})|← ([1-5]\d\d) ([\w ]{0,40})|\b([45]\d\d), message='([^']{0,60})'|(?:status(?: code)?:? |->? ?|answered |failed with |HTTP )([45]\d\d)\b ?(?:"?([A-Z][a-z]+(?: [A-Z][a-z]+){0,3}))?/;

/** The status of an answer with its reason phrase: `404 Not Found`; the numeric part alone where only that is known. */
export interface Answer {
  readonly status: string;
  readonly phrase: string;
}

/** The status that a failure reports, from what was compared or from the client's own words; null without one. */
export function answerIn(facts: Facts): Answer | null {
  const [, ...groups] = STATUS.exec(facts.headline) ?? STATUS.exec(facts.text.slice(0, 4_000)) ?? [];
  const parts = groups.filter((group: string | undefined) => group !== undefined);
  const compared = statusCompared(facts.comparison())?.actual;
  if (compared !== undefined && String(compared) !== parts[0]) return { status: String(compared), phrase: '' };
  return parts[0] === undefined ? null : { status: parts[0], phrase: (parts[1] ?? '').trim() };
}
