/** What a tool writes, and the plain sentence for it; `$1` and the like are parts of the match. */
const PHRASES: readonly (readonly [written: RegExp, plain: string])[] = [
  [/^The following error originated from your (?:application|test) code, not from Cypress\.[ >]{0,4}/, ''],
  [/^Timeout \(>(\d{1,6}(?:\.\d{1,6})?)s\) from pytest-timeout\.?/, 'the test ran past its limit of $1 s'],
  [/^(\w{1,80})\(['"](.{1,200})['"]\) \[single exception in ExceptionGroup\]$/, '$2 ($1)'],
  [
    /^(?:\w{1,60}\.){0,6}MultipleObjectsReturned: get\(\) returned more than one (\w{1,60}) -- it returned (.{1,30}?)!?$/,
    'get() found $2 rows of $1, expected one',
  ],
  [/^\(["'](Cannot delete some instances of model .{1,200}?)\.?["'], \{.{0,300}$/, '$1'],
  [/^django\.(?:\w{1,40}\.){1,5}\w{1,60}: (?=\S)/, ''],
  // Testing Library adds advice to what it did not find.
  [/^(Unable to find an? (?:accessible )?element with .{1,120}?)\. This could be because .{1,300}$/, '$1'],
  // Awaitility
  [
    /^Condition with alias '([^']{1,120})' (?:didn't complete|was not fulfilled) within (\d{1,9} \w{1,20})\b.{0,300}$/,
    "the condition '$1' was not met within $2",
  ],
  [
    /^(?:Condition|Assertion condition) (?:with|defined as an?) (?:a )?Lambda expression.{1,200} within (\d{1,9} \w{1,20})\b.{0,300}$/i,
    'the awaited condition was not met within $1',
  ],
];

/** One error of Pydantic, as JSON or as Python prints it. */
const FIELD_ERROR =
  /\{(?:["']type["']: ?["'][\w.]{1,60}["'], ?)?["']loc["']: ?[[(]([^\])]{1,120})[\])], ?["']msg["']: ?["']([^"']{1,120})["']/;

/** The first field that Pydantic, marshmallow or JSON Schema refuse, in their own forms. */
const FIELDS: readonly (readonly [written: RegExp, say: (groups: readonly string[]) => string])[] = [
  [
    /validation errors? for (\w{1,60})\s{1,8}([\w.]{1,80})\s{1,8}(\S[^\n[]{2,120}?) \[type=\w{1,60}, input_value=([^,\n]{1,60})/,
    ([model = '', field = '', message = '', value = '']) => `${model}.${field}: ${message} (it is ${value})`,
  ],
  [/^\{'(\w{1,60})': \['([^']{2,120}?)\.?'\]/, ([field = '', message = '']) => `${field}: ${message}`],
];

/** What a validator says of the first field that it refuses; empty for other sentences. */
function refusedField(sentence: string, text: string): string {
  for (const [written, say] of FIELDS) {
    const match = written.exec(sentence) ?? (/validation errors? for/.test(sentence) ? written.exec(text) : null);
    if (match) return say(match.slice(1).map((group: string | undefined) => group ?? ''));
  }
  const instance = /On instance((?:\[['"]?\w{1,60}['"]?\]){1,6}):/.exec(text)?.[1];
  if (instance === undefined || !/is not|is a required|does not match/.test(sentence)) return '';
  return `${instance.replace(/\[['"]?(\w{1,60})['"]?\]/g, '.$1').slice(1)}: ${sentence}`;
}

/** One issue of Zod. */
const ZOD_ISSUE = /"path": ?\[([^\]]{0,120})\],\s{1,12}"message": ?"([^"]{1,120})"/g;

/** The fields that Zod refuses, at most three; empty for other texts. */
function zodIssues(sentence: string, text: string): string {
  if (!/^\[(?: ?\{ ?"| in `|$)/.test(sentence)) return '';
  const all = [...text.matchAll(ZOD_ISSUE)].map(([, path = '', message = '']) => {
    const steps = path.split(',').map((step) => step.replace(/["\s]/g, ''));
    return `${steps.join('.')}: ${message}`;
  });
  const issues = [...new Set(all)];
  const rest = issues.length > 3 ? ` and ${issues.length - 3} more` : '';
  return `${issues.slice(0, 3).join('; ')}${rest}`;
}

/** The call that testify's mock did not expect, with the argument that differs. */
const TESTIFY_CALL = /\bmock: Unexpected Method Call\n[^\n]{0,60}\n[^\n]{0,60}\n\s{0,8}(\w{1,80})\(/;
const TESTIFY_DIFFERENCE = /\bFAIL: {1,3}\(\w{1,40}=([^\n]{1,80}?)\) != \(\w{1,40}=([^\n]{1,80}?)\)(?=\n|$)/;

/** A sentence without the framing that a tool puts around what it says. */
export function inPlainWords(sentence: string, text: string): string {
  const call = /^panic\b:?$/.test(sentence) ? TESTIFY_CALL.exec(text)?.[1] : undefined;
  if (call !== undefined) {
    const [, actual, expected] = TESTIFY_DIFFERENCE.exec(text) ?? [];
    return actual === undefined
      ? `${call} was called and is not expected`
      : `${call} was called with ${actual}, expected ${expected ?? ''}`;
  }
  const zod = zodIssues(sentence, text);
  if (zod !== '') return zod;
  const refused = refusedField(sentence, text);
  if (refused !== '') return refused;
  const field = FIELD_ERROR.exec(sentence);
  if (field !== null) {
    const [, path = '', message = ''] = field;
    const steps = path.split(',').map((step) => step.replace(/["'\s]/g, ''));
    return `${steps.filter((step) => step !== '').join('.')}: ${message}`;
  }
  return PHRASES.reduce((message, [written, plain]) => message.replace(written, plain), sentence);
}
