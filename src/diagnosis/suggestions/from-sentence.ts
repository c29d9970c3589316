/** What a step may name. `where` is never empty. */
interface Named {
  readonly kind: string;
  readonly where: string;
  readonly file: string;
}

type Step = (named: Named, match: RegExpExecArray) => string;

const ANY_KIND = /^/;

/** Next steps for what the sentence of the cause already names; each pattern reads our own wording or the tool's. */
const STEPS: readonly (readonly [kinds: RegExp, sentence: RegExp, step: Step])[] = [
  // Calls of mocks
  [
    /^mock$/,
    /\bwas(?: not|n't) called\b|\bcalled 0 times|\b0 of \d+ expected calls/,
    ({ where }) => `Find why the code never makes this call before ${where}, or remove the expectation.`,
  ],
  [
    /^mock$/,
    /\bcalled (\d+) times?, expected (?:once|twice|\d+)/,
    ({ where }) => `Count the calls that the code makes: only their number differs from what ${where} expects.`,
  ],
  [
    /^mock$/,
    / was called with (\S.{0,80}?), expected (\S.{0,80})$/,
    ({ where }, [, , expected = '']) =>
      `Pass ${expected} where the code makes this call, or correct the expectation at ${where}.`,
  ],
  // Exceptions
  [
    /^expected-exception$/,
    /^the exception says /,
    ({ where }) => `Decide which message is right: correct the pattern at ${where}, or what the code says.`,
  ],
  [
    /^expected-exception$/,
    /^(\S+) was (?:thrown|raised), expected (\S+)/,
    ({ where }, [, actual = '', expected = '']) =>
      `Find what raises ${actual} in the code that ${where} calls: make a ${expected} of it there, or expect it in the test.`,
  ],
  [
    /^expected-exception$/,
    /^no (\S+) was (raised|thrown|emitted)/,
    ({ where }, [, name = '', verb = '']) =>
      `Check that the input at ${where} is still one for which the code must fail: no ${name} was ${verb}.`,
  ],
  // Answers and log-ins
  [
    /^(?!status-code$)/,
    /^((?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S+) answered (5\d\d)\b/,
    (_, [, request = '', status = '']) => `Read what the server logged for ${request}; it answers ${status} now.`,
  ],
  // Time limits
  [
    /timeout$/,
    /\b(?:waitForTimeout|sleep|setTimeout|delay|Thread\.sleep)\(/,
    ({ where }) => `Replace the fixed wait at ${where} by a wait for what the test needs, or raise the limit.`,
  ],
  [
    /timeout$/,
    /^no (response|request) came/,
    ({ where }, [, what = '']) =>
      `Look in the trace whether the page makes the request at all whose ${what} ${where} waits for.`,
  ],
  // Data
  [
    /^parse-error$/,
    /cannot unmarshal (\w+) into Go struct field (\S+) of type (\S+)/,
    (_, [, actual = '', field = '', type = '']) =>
      `Send ${field} as ${type}, or change the type of the field: the document has a ${actual} there.`,
  ],
  [
    /^missing-file$/,
    /^(?:\/tmp|\/var\/folders|[A-Z]:\\Users\\\w+\\AppData)[/\\]/,
    ({ where, file }) =>
      `Find why ${file === '' ? 'the file' : file} was not made before ${where}, or allow for it to be missing.`,
  ],
  // Code
  [
    /^code-error$/,
    /offset-naive and offset-aware/,
    ({ where }) => `Give both times at ${where} a time zone, for example \`datetime.now(timezone.utc)\`.`,
  ],
  [
    /^code-error$/,
    /ConcurrentModification|changed size during iteration|modified during iteration/,
    ({ where }) => `Iterate over a copy at ${where}, or remove elements through the iterator.`,
  ],
  [
    /^code-error$/,
    /recursion|stack overflow|StackOverflow|call stack/i,
    ({ where }) => `Give the function that ${where} calls an end to its recursion: it calls itself without one.`,
  ],
  // Values
  [
    ANY_KIND,
    /^the error is (".{1,80}?"), expected /,
    ({ where }, [, actual = '']) =>
      `Find where the code returns ${actual} before ${where} is reached, or expect this error there.`,
  ],
];

/** The next step that follows from the sentence of a cause; null when the kind alone decides. */
export function stepFromSentence(sentence: string, named: Named): string | null {
  for (const [kinds, pattern, step] of STEPS) {
    const match = kinds.test(named.kind) ? pattern.exec(sentence) : null;
    if (match !== null) return step(named, match);
  }
  return null;
}
