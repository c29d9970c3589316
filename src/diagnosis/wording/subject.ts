import { bracketed, splitTop } from '../source/split-top.js';

/** What a line of a test compares. */
export interface ComparedCode {
  /** The expression whose value is judged. */
  readonly subject: string;
  /** The whole condition, where it is more than the subject. */
  readonly claim?: string;
  /** True when the expected value stands first, as in `assert 3 == len(items)`. */
  readonly isReversed: boolean;
  /** True when the tool prints the two values in the order of the source, whatever was expected. */
  readonly isAsWritten: boolean;
}

const MAX_SUBJECT = 72;
const LITERAL =
  /^(?:[-+]?\d[\w.]{0,40}|[frbu]{0,2}(?:"[^"]{0,300}"|'[^']{0,300}'|`[^`]{0,300}`)|true|false|True|False|None|null|nil|NULL|undefined|int|str|float|bool|list|dict|:\w{1,40}|[[{(].{0,300}[\])}])$/;
const EXPECTED_NAME = /^(?:self\.|this\.|\$)?(?:expected|wanted|want|exp|golden|reference)\w{0,40}$/i;

const isExpected = (text: string): boolean => LITERAL.test(text) || EXPECTED_NAME.test(text);

function judged(first: string, second: string, expectedFirst: boolean): ComparedCode {
  const isReversed = isExpected(first) === isExpected(second) ? expectedFirst : isExpected(first);
  return { subject: isReversed ? second : first, isReversed, isAsWritten: false };
}

const single = (subject: string): ComparedCode => ({ subject, isReversed: false, isAsWritten: false });

/** Python's `assert left == right, message`. */
function pythonAssert(line: string): ComparedCode | null {
  const text = /^assert\s+(?!\()(.{1,300})$/.exec(line)?.[1];
  if (text === undefined) return null;
  const [claim = ''] = splitTop(text, /^,\s/);
  const sides = splitTop(claim, /^ (?:==|!=|<=|>=|<|>|not in|in|is not|is) /);
  const [left = '', right] = sides;
  if (right === undefined) return single(left.replace(/^not /, ''));
  return sides.length > 2 ? null : { ...judged(left, right, false), claim, isAsWritten: true };
}

const CALL =
  /\b(?:(?:self|this|static|assert|require|Assert|t|expect|Assertions|CollectionAssert|StringAssert)(?:\.|->|::))?(assert\w*!?|Assert\.?\w+|strictEqual|deepEqual|deepStrictEqual|equal|Equal|NotEqual|EqualValues|Equals|AreEqual|Same|must_equal|EXPECT_\w{2,5}|ASSERT_\w{2,5}|CHECK_EQUAL)\s?\(/;
/** Calls that take the expected value first. */
const EXPECTED_FIRST =
  /\bassertEquals\(|assertSame\(|\bassertEquals\b|(?:assert|require)\.(?:Equal|EqualValues|Exactly)\(\s?\w{1,3}\.?\w{0,3}\(?\)?,|Assert\.(?:Equal|AreEqual|Same)\(|assert_equal\b|->assert/;

function assertionCall(line: string): ComparedCode | null {
  const ruby = /^assert_(?:equal|same|includes?)\s+(?!\()(.{1,200})$/.exec(line)?.[1];
  const call = CALL.exec(line);
  if (ruby === undefined && call === null) return null;
  const text = ruby ?? bracketed(line, (call?.index ?? 0) + (call?.[0].length ?? 1) - 1);
  const args = splitTop(text, /^,/).filter((arg) => arg !== '');
  const [first = '', second] = /^(?:t|s\.T\(\)|suite\.T\(\))$/.test(args[0] ?? '') ? args.slice(1) : args;
  if (first === '') return null;
  const isSingle = second === undefined || /assert(?:True|False|Null|NotNull|That|_true|IsNone|IsNotNone)/.test(line);
  if (isSingle) return single(first);
  const code = judged(first, second, EXPECTED_FIRST.test(line));
  return { ...code, isAsWritten: line.startsWith('self.assert') };
}

const EXPECT = /\b(?:expect|assertThat|Assert\.That|cy\.wrap|is_expected|expect_that)(?:\.soft|\.poll)?\(/;

function expectCall(line: string): ComparedCode | null {
  const match = EXPECT.exec(line);
  if (!match) return null;
  const [subject = ''] = splitTop(bracketed(line, match.index + match[0].length - 1), /^,/);
  return subject === '' ? null : single(subject.replace(/^(?:await |\(\) => )/, ''));
}

const readable = (code: ComparedCode | null): ComparedCode | null =>
  code === null || code.subject.length > MAX_SUBJECT || code.subject.includes('`') || LITERAL.test(code.subject)
    ? null
    : code;

function comparisonOf(line: string): ComparedCode | null {
  const text = line
    .slice(0, 400)
    .trim()
    .replace(/^await /, '')
    .replace(/;$/, '');
  return pythonAssert(text) ?? expectCall(text) ?? assertionCall(text);
}

/** What a line of source compares, in the forms of the usual libraries; null when it shows no expression. */
export const comparedCode = (line: string): ComparedCode | null => readable(comparisonOf(line));

const SENTINEL = /^(?:mock\.)?sentinel\.\w{1,40}$/;

/** The value that a line of source writes out and compares, so that no code of the product makes it; else empty. */
export function comparedLiteral(line: string): string {
  const subject = comparisonOf(line)?.subject ?? '';
  return subject.length <= MAX_SUBJECT && !subject.includes('`') && (LITERAL.test(subject) || SENTINEL.test(subject))
    ? subject
    : '';
}
