// Finds the value that a test compares in the test itself: on the failing line, or where the set-up assigns it.
import { escapePattern } from '../../../text/escape.js';
import { linesAbove, type TestLine } from '../../source/test-lines.js';
import { insideOfTest, sourceLine, clip } from '../../wording/sentence.js';
import { comparedLiteral } from '../../wording/subject.js';
import { memberOf } from '../../wording/pair.js';
import type { Comparison } from '../../facts/comparison.js';
import type { Judged } from '../../wording/compared.js';
import type { About } from '../suggestion.js';
import { differenceBetween } from './difference.js';

const unquoted = (text: string): string => text.replace(/^["'`](.*)["'`]$/, '$1');
const PLAIN = /^(?:-?\d[\w.]{0,30}|["'`][^"'`]{1,60}["'`])$/;

/** The name under which a test would set what it compares: `level` of `got.level` and of `got.getLevel()`. */
function nameOf({ code, pair }: Judged): string {
  const member = pair === null ? null : memberOf(pair);
  if (member !== null) return member.name.replace(/^:/, '');
  const last = /(?:^|[.>"'[:])(\w{2,40})(?:["']?\]|\(\))?$/.exec(code)?.[1] ?? '';
  return last.replace(/^get(?=[A-Z])(\w)/, (found, letter: string) => letter.toLowerCase() || found);
}

/** The line that assigns the value under the name, as the test has it. */
function assignment(name: string, value: string, above: readonly TestLine[]): TestLine | null {
  if (!/^[A-Za-z_]\w{1,39}$/.test(name) || !PLAIN.test(value)) return null;
  const written = new RegExp(
    String.raw`\b(${name})["']?\]?\s?(?:=(?![=>])|:(?!:)|=>)\s?["'\`]?${escapePattern(unquoted(value))}["'\`]?(?![\w.])`,
    'i',
  );
  for (const { number, text } of above) {
    const found = written.exec(text)?.[1];
    if (found !== undefined && !/assert|expect/.test(text)) return { number, text: found };
  }
  return null;
}

/** What the test expects of the value that it writes. */
function expectationOf(literal: string, { relation, subject = '', ...pair }: Comparison, line: string): string {
  const [actual, expected] = [clip(pair.actual, 60), clip(pair.expected, 60)];
  if (/length|size|count/i.test(`${subject} ${line}`) && plain(literal) !== plain(actual))
    return `expects a length of ${expected}, not ${actual}`;
  const member = memberOf({ ...pair, relation });
  if (member !== null) return `expects ${member.name} to be ${member.expected}, not ${member.actual}`;
  if (relation.startsWith('to ') && !/ (?:equal|eql|be)$/.test(relation)) return `expects it ${relation} ${expected}`;
  return plain(literal) === plain(actual)
    ? `compares it with ${expected}`
    : `expects ${expected} in place of ${actual}`;
}

const plain = (text: string): string => text.replace(/^mock\.|[\s"'`:{}[\]()=>]/g, '').replace(/(?<=\d)\.0\b/, '');

/** The first of the checks that one `assertAll` groups; other lines stay as they are. */
function firstGrouped(line: string): string {
  const inner = /\bassertAll\((?:"[^"]{0,80}",\s?)?(.{1,300})$/.exec(line)?.[1];
  return inner === undefined ? line : (inner.split(/,\s?\(\) ->/)[0] ?? line);
}

/** True when the literal is what the test looks for in a value that the code returns. */
const isLookedFor = ({ relation }: Comparison, line: string): boolean =>
  /^(?:not )?in$/.test(relation) && !/\bin [[({"']|, ?[[({"']/.test(line);

/** What differs between the two values, and which further ones do. */
function remarks(pair: Comparison, { testWhere, rootCause }: About): string {
  const [actual, expected] = valuesOf(pair);
  const what = differenceBetween(actual, expected, testWhere)?.what ?? '';
  const others = / (also .{1,120})$/.exec(rootCause)?.[1] ?? '';
  const more = [what, others].filter((part) => part !== '').join('; ');
  return more === '' ? '' : ` (${more})`;
}

/** The values that the failing line itself writes. */
function onFailingLine(about: About, { pair, code }: Judged): string {
  const { facts, testWhere } = about;
  const line = firstGrouped(insideOfTest(facts.source === '' ? sourceLine(facts) : facts.source));
  const literal = comparedLiteral(line);
  if (pair === null || literal === '' || isLookedFor(pair, line)) return '';
  if (code !== '' && code !== literal && !GROUPED.test(facts.text)) return '';
  const expects = expectationOf(literal, pair, line);
  const isWritten = plain(literal).includes(plain(pair.actual)) || plain(pair.actual).includes(plain(literal));
  if (!isWritten && !expects.startsWith('expects a length')) return '';
  return `Correct one of the two values at ${testWhere}, or compare what the code returns: the test itself writes ${clip(literal, 60)} and ${expects}${remarks(pair, about)}.`;
}

/** JUnit's `assertAll` reports the first of several checks. */
const GROUPED = /MultipleFailuresError|\(\d{1,3} failures\)/;

/** The values of a pair, or those of the member in which it differs. */
function valuesOf(pair: Comparison): readonly [actual: string, expected: string] {
  const member = memberOf(pair);
  return member === null ? [pair.actual, pair.expected] : [member.actual, member.expected];
}

/** The step for a value that the test itself writes, on the failing line or above it; empty when the code makes it. */
export function writtenInTest(about: About, judged: Judged): string {
  const { pair } = judged;
  const here = onFailingLine(about, judged);
  if (here !== '' || pair === null || about.place === null) return here;
  const [actual, expected] = valuesOf(pair);
  const above = linesAbove(about.facts, about.place);
  const set = assignment(nameOf(judged), actual, above);
  if (set === null) return '';
  const place = `${about.place.file}:${set.number}`;
  const between = about.place.line - set.number > 1;
  const step = between ? ', or find the step between them that should change it' : '';
  return `Change one of the two lines of the test${step}: ${place} sets ${set.text} to ${actual}, ${about.testWhere} expects ${clip(expected, 60)}.`;
}
