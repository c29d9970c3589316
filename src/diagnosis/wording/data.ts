// Words data that is missing, cannot be read or is refused.
import type { Ask } from '../facts/entities.js';
import { ownerOfKey } from '../source/code-lines.js';
import type { Facts, Classification } from '../rules/rule.js';
import { answeredSentence } from './answer.js';
import { nothingIn, nullCall } from '../source/null-value.js';
import { refusedInWords } from './database.js';
import { code, first, pathOf, plainHeadline, sourceLine, withCode, withDetail, withoutRoot } from './sentence.js';

/** What the sentence of a data failure is made of. */
interface Datum {
  readonly kind: string;
  readonly headline: string;
  readonly facts: Facts;
  readonly ask: Ask;
}

const refusedByDatabase = ({ kind, headline, facts, ask }: Datum): string =>
  first(refusedInWords(kind, facts), withDetail(first(ask('constraint'), headline), detailLine(facts) || headline));

const refusedAnswer = ({ headline, facts, ask }: Datum): string =>
  first(
    isFieldList(headline) ? '' : answeredSentence(facts, ask),
    asked(withoutAssert(headline), pathOf(ask('endpoint'))),
  );

const DATA: Readonly<Record<string, (datum: Datum) => string>> = {
  'missing-file': missingFile,
  'missing-key': missingKey,
  'null-deref': nullUsed,
  'parse-error': (datum) => first(refusedInWords(datum.kind, datum.facts), parseError(datum)),
  'duplicate-key': refusedByDatabase,
  'foreign-key': refusedByDatabase,
  constraint: refusedByDatabase,
  'not-found': refusedAnswer,
  validation: refusedAnswer,
  'bad-request': refusedAnswer,
  schema: ({ headline, facts }) => invalidRecord(headline, facts),
  'missing-table': ({ headline }) => headline,
  'missing-column': ({ headline, facts }) => columnOf(headline, facts),
};

/** What is missing, has another form or is refused in the data of a test. */
export function data({ kind }: Classification, facts: Facts, ask: Ask): string {
  const headline = plainHeadline(facts);
  const datum = { kind, headline, facts, ask };
  return DATA[kind]?.(datum) ?? withCode(headline, facts);
}

/** The message of the language with the call that returned nothing, else with the line that uses it. */
function nullUsed({ headline, facts, ask }: Datum): string {
  const message = headline
    .replace(/ \/\S{1,200}:\d{1,7}$/, '')
    .replace(/ \[recovered.{0,30}\]$/, '')
    .replace(/^page\.evaluate: TypeError: /, '');
  const call = nullCall(facts, ask('key'));
  if (call !== '') return `\`${call}\` returned ${nothingIn(facts)}: ${message}`;
  const isProduct = facts.productSource !== '' && !/`/.test(facts.productSource) && facts.productSource.length <= 100;
  return withDetail(message, isProduct ? `\`${facts.productSource.replace(/;$/, '')}\`` : code(facts), ' in ');
}

/** The column with its table, which PostgreSQL leaves to the statement. */
function columnOf(headline: string, facts: Facts): string {
  const named = /^(?:\S{1,60}: )?(?:\([\w.]{1,60}\) )?column ["']?(\w{1,60})["']? does not exist/.exec(headline)?.[1];
  const table = /\[SQL: [^\]]{0,400}?\b(?:from|into|update) ["`]?(\w{1,60})/i.exec(facts.text)?.[1];
  return named === undefined || table === undefined ? headline : `the column ${named} of ${table} does not exist`;
}

/** FastAPI names the operation below the field that its answer lacks. */
function lackingAnswer(headline: string, facts: Facts): string {
  const field = /^response\.([\w.]{1,120}): Field required/.exec(headline)?.[1];
  const operation = /^[ \t]{0,8}(?:E[ \t]{1,8})?([A-Z]{3,7} \/\S{0,120})$/m.exec(facts.text)?.[1];
  return field === undefined || operation === undefined
    ? ''
    : `the answer of ${operation} lacks '${field}', which its response model requires`;
}

const MODEL_FRAME =
  /(\S{0,160}\bmodels\/(?:concerns\/)?(\w{1,80})\.rb):(\d{1,7}):in [`'](?:[\w:]{1,80}[#.])?([\w?!]{1,80})'/;

/** The model whose method saved a record that is not valid. */
function invalidRecord(headline: string, facts: Facts): string {
  const [, path = '', model = '', line = '', method = ''] = /Validation failed|RecordInvalid/.test(facts.head)
    ? (MODEL_FRAME.exec(facts.lines.join('\n')) ?? [])
    : [];
  if (model === '') return lackingAnswer(headline, facts) || withCode(headline, facts);
  const name = model.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const file = path.replace(/^.*?(?=app\/models\/)/, '');
  return `${headline} (${method} of ${name}, ${file}:${line})`;
}

/** The message about a request, without the packages of a class; the request stands behind it. */
function asked(message: string, path: string): string {
  if (path === '' || message.includes(path)) return message;
  return `${message.replace(/^(?:\w{1,60}\.){1,6}(?=[A-Z]\w{1,60}\.[A-Z])/, '').replace(/\.$/, '')} (${path})`;
}

/** The list of fields that Pydantic refuses is worded by its own form. */
const isFieldList = (headline: string): boolean => /["']loc["']: ?[[(]/.test(headline);

/** A file that is missing; the failing line where the message does not name it. */
function missingFile({ facts, headline, ask }: Datum): string {
  const teardown = teardownIn(facts);
  if (teardown !== null)
    return `the teardown of the fixture \`${teardown.fixture}\` calls \`${teardown.call}\`, and ${ask('file') === '' ? 'the file' : withoutRoot(ask('file'), facts)} does not exist`;
  if (
    /TemplateDoesNotExist|TemplateNotFound|Missing template/.test(`${facts.type} ${facts.headline}`) &&
    ask('file') !== ''
  )
    return withDetail(`the template ${withoutRoot(ask('file'), facts)} was not found`, code(facts), ' for ');
  if (ask('file') !== '') return `${withoutRoot(ask('file'), facts)} does not exist`;
  const line = codeLine(facts);
  return withDetail(headline.replace(/^\*\* \(\w{1,60}\) /, ''), line, ' in ');
}

/** Text that cannot be read: the answer of a request, or what the failing line parses. */
function parseError({ facts, headline, ask }: Datum): string {
  const message = headline
    .replace(/^\d{1,6}: (?=unexpected)/, '')
    .replace(/^Expected nil, but got: &\S{1,40}\{msg:"(.{1,160}?)".*$/, '$1');
  const literal = parsedLiteral(facts);
  if (literal !== '') return `parsing the text ${literal} as JSON failed: ${message}`;
  const path = pathOf(ask('endpoint'));
  if (message.includes(path) && path !== '') return message;
  const isJson = /JSON|Expecting value|[Uu]nexpected token|looking for beginning/.test(`${facts.type} ${message}`);
  if (path !== '' && isJson) return `the answer to ${path} is no JSON: ${message}`;
  const began = BEGINS.exec(message);
  if (began)
    return withDetail(
      `parsing as JSON failed: the text begins with "${(began[1] ?? '').replaceAll('"', "'")}" and is ${/^\s{0,4}</.test(began[1] ?? '') ? 'markup' : 'no JSON'}`,
      code(facts),
      ' in ',
    );
  const isNamed = /JSON/i.test(message) || !isJson;
  if (path === '' && !isNamed) return withDetail(`parsing as JSON failed: ${message}`, code(facts), ' in ');
  return path === ''
    ? withDetail(message, /["'`]/.test(message) ? '' : code(facts), ' in ')
    : withDetail(message, path, ' from ');
}

/** A message without the comparison of statuses that Python appends. */
export const withoutAssert = (text: string): string =>
  text.replace(/ ?assert (\d{3}) == \d{3}$/, ' ($1)').replace(/^[Uu]nexpected (?:error|answer|response):? ?/, '');

/** The line of code that ExUnit prints, else the failing line. */
function codeLine(facts: Facts): string {
  const shown = /^\s{0,8}code: (.{1,100})$/m.exec(facts.text)?.[1];
  return shown === undefined ? code(facts) : `\`${shown.replaceAll('`', "'")}\``;
}

/** A bare key says little; the line that asked for it says where it was looked for. */
function missingKey({ facts, headline, ask }: Datum): string {
  const key = ask('key');
  if (key === '') return withDetail(headline, headline.length <= 80 ? code(facts) : '', ' in ');
  const isNumber = /^\d+$/.test(key) || key.startsWith(':');
  const isRequest = /MultiValueDictKeyError|BadRequestKeyError|ParameterMissing/.test(facts.type);
  const where = pathOf(ask('endpoint'));
  if (isRequest && where !== '') return `${where} was sent without '${key}'`;
  const sentence = `there is no key ${isNumber ? key : `'${key}'`}`;
  const owner = ownerOfKey(key, facts);
  const shown = / not found in: (.{1,80})$/.exec(headline)?.[1];
  if (shown !== undefined) return `${sentence} in ${shown}`;
  if (owner !== '') return `${sentence} in \`${owner}\``;
  const isBareKey = headline.replace(/['"]/g, '').trim() === key;
  return withDetail(
    sentence,
    isBareKey ? code(facts) : headline.includes(key) ? '' : headline,
    isBareKey ? ' in ' : ': ',
  );
}

/** PostgreSQL says which row under DETAIL. */
const detailLine = (facts: Facts): string => /DETAIL: {1,3}([^\n]{1,160})/.exec(facts.lines.join('\n'))?.[1] ?? '';

/** V8 quotes the start of what it parses. */
const BEGINS = /^Unexpected token .{1,4}, "(.{1,40}?)"(?:\.\.\.)? is not valid JSON$/;

const PARSES =
  /(?:JSON\.parse|json\.loads|json_decode|JsonParser\.parseString|readTree|json\.Unmarshal|from_str)(?:::<[^>]{1,40}>)?\(\s?(?:\[\]byte\()?((["'`])(?:(?!\2).){0,80}\2)/;

/** The text in quotes that the failing line itself parses as JSON; empty when it parses something else. */
export const parsedLiteral = (facts: Facts): string =>
  (PARSES.exec(sourceLine(facts)) ??
    PARSES.exec(/^Failure\/Error: (.{1,160})$/m.exec(facts.text)?.[1] ?? ''))?.[1]?.replaceAll('`', "'") ?? '';

const FIXTURE = /@(?:pytest\.|pytest_asyncio\.)?(?:yield_)?fixture\b[^\n]{0,80}\n\s{0,12}(?:async )?def (\w{1,80})\(/;

/** The fixture whose teardown failed and the call that did; null for other failures. */
export function teardownIn(facts: Facts): { readonly fixture: string; readonly call: string } | null {
  const text = facts.lines.join('\n');
  const fixture = FIXTURE.exec(text);
  const body = fixture === null ? '' : text.slice(fixture.index);
  const marked = /^> {2,}(\S.{0,100})$/m.exec(body);
  // What fails below the `yield` of a fixture is its teardown.
  const isTeardown = marked !== null && /^[ \t]{2,40}(?:\w{1,60} = )?yield\b/m.test(body.slice(0, marked.index));
  return isTeardown ? { fixture: fixture?.[1] ?? '', call: (marked[1] ?? '').replaceAll('`', "'") } : null;
}
