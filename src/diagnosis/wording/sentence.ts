import type { Facts } from '../rules/rule.js';
import { withoutEnd } from '../../text/bounds.js';
import { lastKnown } from '../../locate/last-known.js';

const MAX = 240;

/** White space folded, at most `max` characters. */
export function clip(text: string, max = MAX): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > max ? `${flat.slice(0, max - 1).toWellFormed()}…` : flat;
}

/** Removes the one quote of a kind that has no partner: the text was cut inside of it. */
function paired(text: string, quote: string): string {
  const count = text.split(quote).length - 1;
  if (count % 2 === 0) return text;
  const at = text.startsWith(quote) ? 0 : text.lastIndexOf(quote);
  return text.slice(0, at) + text.slice(at + 1);
}

/** A sentence that ends: no colon, comma or opening bracket last, no quote without a partner. */
export function finished(text: string): string {
  const whole = text.endsWith('…') ? text : ['"', '`'].reduce(paired, text);
  return withoutEnd(whole.replace(/^[\s:,;-]+/, ''), ' \t\r\n:,;=({[^')
    .replace(/ \.(?= |$)/g, '.')
    .trim();
}

/** The first text that is not empty, else empty. */
export function first(...texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

/** Adds a detail that the sentence does not say yet. */
export function withDetail(sentence: string, detail: string, join = ': '): string {
  return detail === '' || sentence.includes(detail) ? sentence : `${sentence}${join}${detail}`;
}

/** Path and query of a URL, or of a request line. */
export function pathOf(endpoint: string): string {
  return endpoint.replace(/^((?:[A-Z]{3,7} )?)https?:\/\/[^/]+/, '$1');
}

/** The headline without the decoration of runner and library. */
export const plainHeadline: (facts: Facts) => string = lastKnown(({ headline, type }) => {
  const text = headline === '' ? type : headline;
  const flat = text
    .replace(/^\((?:[\w.]{1,100})\) /, '')
    .replace(/^failed on \w+ with ["']/, '')
    .replace(/^"([^"]*)"?$/, '$1')
    .replace(/^'(\S{1,80} [^']{1,400})'$/, '$1')
    .replace(/^`(.{1,480})' failed/, '`$1` failed')
    .replace(/^Message: ?/, '')
    .replace(/`(\w{1,80}[?!=]?)'/g, "'$1'")
    .replace(/(?<!\s)\s{2,20}\S.{0,200}?\s{2,20}\^{2,40}\s{0,8}$/, '');
  return clip(flat.replace(/\[(?:object Object|recovered)\]/g, '').trim());
});

const MARKED = /^> {2,}\S|^\s{0,8}> \d{1,7} \| /;
const PYTEST_SHORT = /^(?!.{0,300}(?:site-packages|dist-packages|\/lib\/python))[^\s:]{1,300}\.py:\d{1,7}: in /;

/** The line of source that a runner marks with `>` or prints below the place, else the repository's own line. */
export const sourceLine: (facts: Facts) => string = lastKnown((facts) => {
  const marked = facts.text.split('\n').findLast((text) => text.includes('> ') && MARKED.test(text)) ?? '';
  const line = marked.replace(/^\s{0,8}>(?: \d{1,7} \|)?/, '').trim();
  const at = facts.lines.findIndex((text) => text.includes('.py:') && PYTEST_SHORT.test(text));
  const short = at < 0 ? '' : (facts.lines[at + 1] ?? '').trim();
  return insideOfTest(first(line, facts.source, short)).slice(0, 160);
});

/** A whole test on one line: its declaration, and the body that a sentence should speak of. */
const ONE_LINE =
  /^(?:@Test\b.{0,120}?\)\s?(?:throws [\w., ]{1,80})?\{|(?:it|test|specify)(?:\.\w{1,12})?\(\s?(['"`]).{1,100}?\1,\s?(?:async )?(?:\([^()]{0,40}\)|\w{1,20}) =>(?:\s?\{)?)\s?(\S.{0,300}?)\s?(?:;?\s?\}(?:,\s?\d{1,9})?\)?;?|\);?)$/;

/** The body of a test that stands on one line; other lines stay as they are. */
export const insideOfTest = (line: string): string => ONE_LINE.exec(line)?.[2] ?? line;

/** Source in a sentence is marked as such. */
export function code(facts: Facts): string {
  const line = sourceLine(facts)
    .replace(/\s\^+$/, '')
    .replace(/;$/, '');
  // A comment or a bracket alone says nothing.
  return !/\w{2}/.test(line.replace(/^\s{0,40}(?:\/\/|#).*/, '')) ||
    /`|^(?:raise|throw|if err)\b|^(?:assert|require)\.(?:NoError|Nil|Error)\w{0,4}\(/.test(line) ||
    line.length > 100
    ? ''
    : `\`${line}\``;
}

/** Paths with the values that the text prints for their placeholders: `/lamps/{lamp}` and `lamp = 7`. */
export function withValues(sentence: string, { text }: Facts): string {
  return sentence.replace(/(?<=\/)\{([a-z_]\w{0,40})\}/gi, (whole, name: string) => {
    const value = new RegExp(
      String.raw`(?:^|, )${name} = (?:'([\w.-]{1,40})'|"([\w.-]{1,40})"|(\d{1,20})\b)`,
      'm',
    ).exec(text);
    return value?.slice(1).find((part: string | undefined) => part !== undefined) ?? whole;
  });
}

/** A sentence that names no thing: no value in quotes, no number, no path. */
export const isBare = (headline: string): boolean =>
  headline.length <= 70 && !/["'`]\S|\d{2}|[/\\]\w|\w\.\w/.test(headline);

/** A path of the runner's machine from the root of the repository, which a frame of the same repository shows. */
export function withoutRoot(text: string, facts: Facts): string {
  const checkout =
    /(?:\/home\/runner\/work\/([\w.-]{1,100})\/\1|\/github\/workspace|\/builds\/[\w.-]{1,100}\/[\w.-]{1,100})\//g;
  const plain = text.replace(checkout, '');
  return plain === '' || facts.text === '' ? text : plain;
}

/** A sentence that names no thing, with the code of the failing line. */
export function withCode(sentence: string, facts: Facts): string {
  const line = isBare(sentence) ? code(facts) : '';
  return line === '' || line.includes(sentence) ? sentence : withDetail(sentence.replace(/\.$/, ''), line, ' in ');
}
