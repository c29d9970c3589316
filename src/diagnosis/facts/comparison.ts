import { lastKnown } from '../../locate/last-known.js';

/** What a test compared: as printed, each side at most 160 characters. */
export interface Comparison {
  readonly actual: string;
  readonly expected: string;
  /** How they should relate: `==`, `to contain`, `<`, ... */
  readonly relation: string;
  /** What the tool itself calls the compared thing: `Add(2, 2)`. */
  readonly subject?: string;
  /** Where in two lists the values stand; absent for other values. */
  readonly index?: number;
}

interface Shape {
  /** Lower-case words without which the shape cannot be there. */
  readonly cue: string;
  /** Named groups `a` (actual), `e` (expected), `r` (relation, optional). */
  readonly match: RegExp;
  readonly relation?: string;
  /** The expected value, where the words themselves say it. */
  readonly expected?: string;
  /** What stands before the name of the compared thing: `the length of`. */
  readonly of?: string;
  /** How many lines are searched; a long message of the author stands before pytest's own words. */
  readonly reach?: number;
}

const LABEL_EXPECTED =
  /^[\s|E>]*(?:-\s)?(?:Expected|expected|want|wanted|Snapshot|Expecting|Documented|EXPECTED|Erwartet|Attendu)(?: [\w/-]{1,20}){0,3}(?:\s{0,4}:|(?<=want)\s)\s{0,12}(?<e>[^\s=].{0,300})$/;
const LABEL_ACTUAL =
  /^[\s|E>]*(?:\+\s)?(?:[Bb]ut )?(?:Received|received|Actual|actual|Got|got|Obtained|obtained|but was|but|Found|found|ACTUAL|was)(?: [\w/-]{1,20}){0,3}(?:\s{0,4}:|(?<=^\s{0,20}got)\s)\s{0,12}(?<a>[^\s=].{0,300})$/;
const LEFT = /^\s{0,12}left:\s{1,4}(?<a>\S.{0,300})$/;
const RIGHT = /^\s{0,12}right:\s{1,4}(?<e>\S.{0,300})$/;

/** Shapes that name the compared thing, or that labels would read wrongly: asked before all others. */
const NAMING: readonly Shape[] = [
  {
    cue: 'length',
    of: 'the length of ',
    match: /expected (?<s>.{1,100}?) to have (?:a )?length (?:of )?(?<e>\d{1,9}),? but got (?<a>\d{1,9})/,
  },
  {
    cue: 'changed by',
    match: /expected (?<s>`.{1,80}?`) to have (?<e>changed by .{1,60}?), but was (?<a>changed by .{1,60}|not changed)/,
  },
  {
    cue: 'elements matching',
    of: 'the number of elements that match ',
    match:
      /Expected (?:exactly |at least |at most )?(?<e>\d{1,6}) elements? matching (?<s>"[^"]{1,120}"), found (?<a>\d{1,6})/,
  },
  {
    cue: ' times',
    of: 'the number of elements that match ',
    match:
      /expected to find (?:visible )?(?:css|xpath|text|link|button|field) (?<s>"[^"]{1,120}") (?<e>\d{1,6}) times?,? (?:but )?found (?<a>\d{1,6})/i,
  },
  {
    cue: 'got:',
    match:
      /^\s{0,8}expected: (?<e>\S.{0,120}?)\s{2,12}got: (?<a>\S.{0,120}?)(?:\s{2,8}\(compared using .{1,20}|\s{0,4})$/,
  },
  {
    cue: 'matches expected size',
    of: 'the number of elements',
    match: /actual size (?<a>\d{1,9}) matches expected size (?<e>\d{1,9})/,
  },
  {
    cue: ' contains ',
    match: /Failed asserting that (?<a>.{1,160}?) contains (?<e>.{1,160}?)\.?$/,
    relation: 'to contain',
  },
  {
    cue: 'did not match the regular expression',
    match:
      /The input did not match the regular expression (?<e>\/.{1,120}\/\w{0,6})\. Input:\s{0,4}(?<a>'[^']{0,160}')/,
    relation: 'to match',
  },
  {
    cue: "regex didn't match",
    match: /Regex didn't match: (?<e>r?'.{1,120}') not found in (?<a>'.{1,160}')/,
    relation: 'to match',
  },
  {
    cue: 'but was not',
    match: /^Expected <(?<a>.{1,120})> (?<r>to be equal to) <(?<e>.{1,120})>, but was not\.?$/,
    relation: '==',
  },
  {
    cue: 'but did not',
    match: /^Expected <(?<a>.{1,120})> to contain (?:item )?(?<e><.{1,120}>), but did not\.?$/,
    relation: 'to contain',
  },
  {
    cue: '(actual)',
    match: /(?<s>\[[\d, ]{1,20}\]): (?<a>\S{1,60}) \(ACTUAL\), (?<e>\S{1,60}) \(DESIRED\)/,
    of: 'the element ',
  },
  { cue: ' within ', match: /^(?:AssertionError: )?(?<a>\S{1,60}) != (?<e>\S{1,60}) within \S.{1,60}$/ },
  {
    cue: 'want',
    match: /(?:^|: |\s)(?<s>[a-z]\w{0,30}) (?:=|is) (?<a>\S.{1,160}?)[;,] want(?:ed)?:? (?<e>\S.{0,120})$/,
  },
  { cue: 'is not none', match: /^(?:AssertionError: )?(?<a>\S.{0,120}?) is not None$/, expected: 'None' },
];

/** Shapes of one line, from the most exact to the loosest. Whether actual or expected comes first is part of a shape. */
const SHAPES: readonly Shape[] = [
  {
    cue: 'want',
    match: /(?<s>[\w.]{1,60}\([^)]{0,80}\)) (?:=|==|returned|is) (?<a>.{1,120}?)[;,] want(?:ed)?:? (?<e>.{1,160})$/,
  },
  { cue: 'does not equal', match: /(?<a>'[^']{1,160}') does not equal expected (?<e>'[^']{1,160}')/, relation: '==' },
  { cue: 'does not match', match: /^"(?<e>.{1,200})" does not match "(?<a>.{1,200})"$/, relation: 'to match' },
  { cue: 'not found in', match: /^(?<a>.{1,160}) not found in (?<e>.{1,200})$/, relation: 'in' },
  { cue: 'unexpectedly found in', match: /^(?<a>.{1,160}) unexpectedly found in (?<e>.{1,200})$/, relation: 'not in' },
  {
    cue: 'not ',
    match:
      /^(?<a>\S{1,100}) not (?<r>greater than or equal to|less than or equal to|greater than|less than) (?<e>\S{1,100})$/,
  },
  {
    cue: 'matches expected',
    match:
      /Failed asserting that (?:actual size )?(?<a>.{1,160}?) (?:matches expected size|matches expected) (?<e>.{1,160}?)\.?$/,
    relation: '==',
  },
  { cue: 'expected', match: /expected:? ?<(?<e>[^>]{0,300})> but was:? ?<(?<a>[^>]{0,300})>/i },
  { cue: 'expected [', match: /expected \[(?<e>[^\]]{0,300})\] but found \[(?<a>[^\]]{0,300})\]/i },
  {
    cue: 'expected',
    match: /Expected:? <(?<e>[^>]{0,200})>,? (?:but )?(?:was|got|found|received):? <(?<a>[^>]{0,200})>/i,
  },
  { cue: '(left: `', match: /\(left: `(?<a>[^`]{0,200})`, right: `(?<e>[^`]{0,200})`\)/ },
  {
    cue: 'failed asserting that',
    match:
      /Failed asserting that (?<a>.{1,200}?) (?<r>is identical to|is equal to|equals|matches expected|matches|contains|is of type|is|has) (?<e>.{1,200}?)\.?$/,
  },
  { cue: 'is not equal to (', match: /is not equal to \("?(?<e>[^)"]{0,200})/, relation: '==' },
  {
    reach: 60,
    cue: 'assert ',
    match: /^assert (?<a>.{1,200}?) (?<r>==|!=|<=|>=|<|>|not in|in|is not|is) (?<e>.{1,200})$/,
  },
  { cue: 'want', match: /\bgot:? (?<a>.{1,160}?)[,;]? (?:but )?(?:want(?:ed)?|expected):? (?<e>.{1,200})$/i },
  { cue: 'want', match: /(?:^|[\s:])(?<a>[^\s=]{1,120}),? want(?:ed)? (?<e>.{1,200})$/i },
  {
    cue: '',
    match:
      /\b(?:want(?:ed)?|expected):? (?<e>.{1,160}?)[,;]? (?:but )?(?:instead )?(?:got|was|were|found|received|actual|has|is|instead of):? (?<a>.{1,200})$/i,
  },
  {
    cue: 'expected',
    match:
      /\b[Ee]xpected (?!values )(?<a>.{1,200}?) (?<r>(?:not )?to (?:strictly |deeply |deep |loosely |sort of |have |be |not |include |contain ){0,3}(?:equal|eql|be|match|include|contain|have|change|throw|find|satisfy|respond|exist|called|length|property|one of|above|below|least|most|a|an)\b(?: to| of| text| changed by| within)?) (?<e>.{1,200}?)(?: \/\/ .{1,60})?$/,
  },
  {
    cue: '=',
    match:
      /(?<a>'(?:[^'\\]|\\.){0,400}'|"(?:[^"\\]|\\.){0,400}") (?<r>!==|!=|===|==) (?<e>'(?:[^'\\]|\\.){0,400}'|"(?:[^"\\]|\\.){0,400}")/,
  },
  {
    cue: ' != ',
    match: /^(?:\w{1,20} differ: )?(?<a>[[({].{0,160}[\])}]) (?<r>!=) (?<e>[[({].{0,160}?[\])}])(?: : .{1,200})?$/,
  },
  { cue: '=', match: /(?:^|[\s:])(?<a>[^\s]{1,120}) (?<r>!==|!=|===|==) (?<e>\S{1,160})$/ },
  { cue: 'check_', match: /check_\w{2,6}\((?<a>[^,]{1,100}), (?<e>[^)]{1,100})\)/ },
  {
    cue: 'does not ',
    match: /(?<a>.{1,160}) does not (?<r>equal|match|contain|include|start with|end with) (?<e>.{1,160})$/i,
  },
];

const clip = (text: string): string => {
  const trimmed = text.trim().replace(/[,;:]$/, '');
  return trimmed.length > 160 ? `${trimmed.slice(0, 159)}…` : trimmed;
};

const DESCRIBED = /^(?:(?<s>[a-z][^<"]{1,60}) )?was (?<v>[<"'].{1,300})$/;

/** Hamcrest describes what it found: `was <7>`, `collection size was <2>`. */
function described(pair: Comparison): Comparison {
  const groups = DESCRIBED.exec(pair.actual)?.groups;
  if (groups === undefined) return pair;
  const { s, v = '' } = groups;
  return s === undefined ? { ...pair, actual: v } : { ...pair, actual: v, subject: s };
}

function labelled(lines: readonly string[], actual: RegExp, expected: RegExp): Comparison | null {
  let a: string | undefined;
  let e: string | undefined;
  for (const line of lines) {
    e ??= expected.exec(line)?.groups?.['e'];
    a ??= actual.exec(line)?.groups?.['a'];
    if (a !== undefined && e !== undefined)
      return described({ actual: clip(a), expected: clip(e), relation: a === e ? '!=' : '==' });
  }
  return null;
}

/**
 * pytest prints the relation that should hold, everybody else the one that was found: `2 != 3` is a failed equality.
 */
function ordered(pair: Comparison, line: string): Comparison {
  const { actual, expected, relation } = pair;
  const isSymbol = /^[!=]==?$/.test(relation);
  if (isSymbol && !line.startsWith('assert ')) return { ...pair, relation: actual === expected ? '!=' : '==' };
  return pair;
}

function shaped(lines: readonly string[], shapes: readonly Shape[] = SHAPES): Comparison | null {
  const lower = lines.map((line) => line.toLowerCase());
  const all = lower.join('\n');
  for (const shape of shapes) {
    if (!all.includes(shape.cue)) continue;
    for (const [at, line] of lines.slice(0, shape.reach ?? 12).entries()) {
      const pair = lower[at]?.includes(shape.cue) === true ? shapedLine(line, shape) : null;
      if (pair !== null) return pair;
    }
  }
  return null;
}

/** What one line compares in the words of one tool; null when it has another form. */
function shapedLine(line: string, { match, relation, expected = '', of = '' }: Shape): Comparison | null {
  const groups = match.exec(line)?.groups;
  if (!groups) return null;
  const { a = '', e = expected, r = '', s = '' } = groups;
  const pair = { actual: clip(a), expected: clip(e), relation: relation ?? (r === '' ? '==' : r) };
  const subject = `${of}${s}`.trim();
  return ordered(subject === '' ? pair : { ...pair, subject }, line);
}

const EXPECTED_LINE = /^[\sE|]{0,40}-(?:\s{1,20}|(?=['"\w[{(:$]))(?<e>[^\s-].{0,200})$/;
const ACTUAL_LINE = /^[\sE|]{0,40}\+(?:\s{1,20}|(?=['"\w[{(:$]))(?<a>[^\s+].{0,200})$/;
const MINUS_ACTUAL = new RegExp(EXPECTED_LINE.source.replace('?<e>', '?<a>'));
const PLUS_EXPECTED = new RegExp(ACTUAL_LINE.source.replace('?<a>', '?<e>'));
const LEGEND =
  /^(?:Expected|Received|received|Snapshot|snapshot|Actual|expected|actual|actual: |Array \[\]|where\b|failed to generate|[{}[\](),]{1,3}$|(?:Object|Array|Map|Set|dict|list)\s?[({[]+$)/;
/** unittest compares `first` with `second`, and its `-` lines are those of `first`. */
const UNITTEST = /^(?:E\s{1,8})?(?:AssertionError: )?(?:\w{1,20} differ: )?(?!assert )['"[{(].{0,2000} != ['"[{(]/;
const DIFFERING = /(?:At index (?<i>\d{1,9}) diff: |^\s{0,12}(?:E {1,8})?(?=\{))(?<a>.{1,200}) != (?<e>.{1,200})$/;

/** True for a diff of unittest, whose `-` lines are those of the value that came. */
export const isUnittestDiff = (lines: readonly string[]): boolean =>
  lines.slice(0, 30).some((line) => UNITTEST.test(line.slice(0, 500)));

const SIGNED = /^[\sE|]{0,40}[-+]/;

/** The first difference inside two large values; null when the text shows none. Diffs mark expected with `-`. */
export const differenceIn: (lines: readonly string[]) => Comparison | null = lastKnown((lines) => {
  const near = lines.slice(0, 80).map((line) => line.slice(0, 300));
  for (const line of near) {
    const groups = line.includes(' != ') ? DIFFERING.exec(line)?.groups : undefined;
    if (groups) {
      const pair = { actual: clip(groups['a'] ?? ''), expected: clip(groups['e'] ?? ''), relation: '==' };
      return groups['i'] === undefined ? pair : { ...pair, index: Number(groups['i']) };
    }
  }
  const reported = near.filter((line) => SIGNED.test(line) && !LEGEND.test(line.replace(/^[\sE|]*[-+]\s*/, '')));
  if (reported.length === 0) return null;
  const pair = isUnittestDiff(near)
    ? labelled(reported, MINUS_ACTUAL, PLUS_EXPECTED)
    : labelled(reported, ACTUAL_LINE, EXPECTED_LINE);
  return pair && { ...pair, actual: pair.actual.replace(/,$/, ''), expected: pair.expected.replace(/,$/, '') };
});

/** bats quotes the source of the command that failed, not its values. */
const SHELL_SOURCE = /^\s*`.{1,480}' failed(?: with status \d{1,5})?$/;

/** Finds what was compared in the first 60 lines of a failure; null when no known shape is there. */
export function comparisonIn(lines: readonly string[]): Comparison | null {
  const near = lines
    .slice(0, 60)
    .map((line) => line.slice(0, 500))
    .filter((line) => !SHELL_SOURCE.test(line));
  return (
    shaped(near, NAMING) ?? labelled(near, LEFT, RIGHT) ?? labelled(near, LABEL_ACTUAL, LABEL_EXPECTED) ?? shaped(near)
  );
}

const STATUS = /^[<[("']{0,2}(?:HTTP\S{0,8} |HttpStatus\.|status[:= ]{1,2}|Response )?\[?([1-5]\d\d)\b/i;

/** The HTTP status that came when a test compared statuses; null when it compared something else. */
export function statusCompared(
  comparison: Comparison | null,
): { readonly actual: number; readonly expected: string } | null {
  if (comparison === null) return null;
  const actual = STATUS.exec(comparison.actual)?.[1];
  const wanted = STATUS.exec(comparison.expected.replace(/^[([{]\s?/, ''))?.[1];
  return actual !== undefined && wanted !== undefined
    ? { actual: Number(actual), expected: comparison.expected }
    : null;
}
