// The sentence of a cause: the thing first, at most 240 characters, never a bare exception name when more is known.
import { statusCompared } from '../facts/comparison.js';
import type { Ask } from '../facts/entities.js';
import { isAssertion } from '../rules/assertion.js';
import { assertionKind } from '../rules/assertion-kind.js';
import type { Facts, Classification } from '../rules/rule.js';
import { ownerOfKey } from '../facts/code-lines.js';
import { answeredSentence, loginRefused, refusedBody, rightMissing, tokenInWords } from './answer.js';
import { assertion } from './compared.js';
import { refusedInWords } from './database.js';
import { defect } from './defects.js';
import { connection, timeout } from './dependency.js';
import { raced } from './flaky.js';
import { clip, code, finished, first, pathOf, plainHeadline, withCode, withDetail, withoutRoot } from './sentence.js';

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
  'null-deref': ({ headline, facts }) => withDetail(headline.replace(/ \/\S{1,200}:\d{1,7}$/, ''), code(facts), ' in '),
  'parse-error': (datum) => first(refusedInWords(datum.kind, datum.facts), parseError(datum)),
  'duplicate-key': refusedByDatabase,
  'foreign-key': refusedByDatabase,
  constraint: refusedByDatabase,
  'not-found': refusedAnswer,
  validation: refusedAnswer,
  'bad-request': refusedAnswer,
  'missing-table': ({ headline }) => headline,
  'missing-column': ({ headline }) => headline,
};

function data({ kind }: Classification, facts: Facts, ask: Ask): string {
  const headline = plainHeadline(facts);
  const datum = { kind, headline, facts, ask };
  return DATA[kind]?.(datum) ?? withCode(headline, facts);
}

/** What was said of a request, without the packages of a class; the request stands behind it. */
function asked(said: string, path: string): string {
  if (path === '' || said.includes(path)) return said;
  return `${said.replace(/^(?:\w{1,60}\.){1,6}(?=[A-Z]\w{1,60}\.[A-Z])/, '').replace(/\.$/, '')} (${path})`;
}

/** The list of fields that Pydantic refuses is worded by its own form. */
const isFieldList = (headline: string): boolean => /["']loc["']: ?[[(]/.test(headline);

/** A file that is missing; the failing line where the message does not name it. */
function missingFile({ facts, headline, ask }: Datum): string {
  if (ask('file') !== '') return `${withoutRoot(ask('file'), facts)} does not exist`;
  const line = codeLine(facts);
  return withDetail(headline.replace(/^\*\* \(\w{1,60}\) /, ''), line, ' in ');
}

/** Text that cannot be read: the answer of a request, or what the failing line parses. */
function parseError({ facts, headline, ask }: Datum): string {
  const said = headline
    .replace(/^\d{1,6}: (?=unexpected)/, '')
    .replace(/^Expected nil, but got: &\S{1,40}\{msg:"(.{1,160}?)".*$/, '$1');
  const path = pathOf(ask('endpoint'));
  if (said.includes(path) && path !== '') return said;
  const isJson = /JSON|Expecting value|[Uu]nexpected token|looking for beginning/.test(`${facts.type} ${said}`);
  if (path !== '' && isJson) return `the answer to ${path} is no JSON: ${said}`;
  return path === ''
    ? withDetail(said, /["'`]/.test(said) ? '' : code(facts), ' in ')
    : withDetail(said, path, ' from ');
}

/** A message without the comparison of statuses that Python appends. */
const withoutAssert = (text: string): string =>
  text.replace(/ ?assert (\d{3}) == \d{3}$/, ' ($1)').replace(/^[Uu]nexpected (?:error|answer|response):? ?/, '');

/** The line of code that ExUnit prints, else the failing line. */
function codeLine(facts: Facts): string {
  const shown = /^\s{0,8}code: (.{1,100})$/m.exec(facts.text)?.[1];
  return shown === undefined ? code(facts) : `\`${shown.replaceAll('`', "'")}\``;
}

/** A bare key says little; the line that asked for it says where it was looked for. */
function missingKey({ facts, headline, ask }: Datum): string {
  const key = ask('key');
  if (key === '') return withDetail(headline, /^.{0,60}$/.test(headline) ? code(facts) : '', ' in ');
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

/** Who refused what, the request first when it is known. */
function refused(kind: string, facts: Facts, ask: Ask): string {
  const known = first(
    kind === 'db-password' ? loginRefused(facts, ask, plainHeadline(facts)) : '',
    rightMissing(facts),
    kind === 'db-password' ? '' : answeredSentence(facts, ask),
  );
  if (known !== '') return known;
  const said = tokenInWords(
    withoutAssert(refusal(facts))
      .replace(/^Unexpected error: ?<[^>]{1,80}>:? ?/, '')
      .replace(/ ?occurred$/, ''),
  );
  const body = refusedBody(facts, said);
  const path = pathOf(ask('endpoint'));
  if (body !== '' && (path === '' || ask('endpoint').includes('docs.'))) return withDetail(body, code(facts), ' in ');
  const bare = path.replace(/^[A-Z]{3,7} /, '');
  const status = statusCompared(facts.comparison());
  if (/^[bB]?['"]?[\s\\n]{0,8}<[!a-z]/i.test(said))
    return `${first(path, 'the server')} answered ${status?.actual ?? 'with a refusal'}`;
  if (/^Unexpected server response: \d{3}$/.test(said))
    return `the WebSocket handshake was refused: the server answered ${said.slice(-3)}`;
  if (path === '' || said.includes(bare)) return withCode(said, facts);
  return /^\{/.test(said) ? `${path} answered ${said}` : `${path}: ${said}`;
}

/** The server's own status line, where the runner prints it. */
function refusal(facts: Facts): string {
  const answered = /← (\d{3} [\w ]{1,40})/.exec(facts.text)?.[1];
  return answered === undefined ? plainHeadline(facts) : answered.trim();
}

/** What the failed attempt said, worded as an assertion where it compares something. */
function onceFailed(facts: Facts, ask: Ask): string {
  const isCompared = facts.comparison() !== null && isAssertion(facts);
  return isCompared ? assertion({ kind: assertionKind(facts) }, facts, ask) : plainHeadline(facts);
}

function sentence(verdict: Classification, facts: Facts, ask: Ask): string {
  switch (verdict.category) {
    case 'connection':
      return connection(verdict, facts, ask);
    case 'timeout':
      return timeout(verdict, facts, ask);
    case 'assertion':
      return assertion(verdict, facts, ask);
    case 'data':
      return data(verdict, facts, ask);
    case 'auth':
      return refused(verdict.kind, facts, ask);
    case 'flaky':
      return verdict.kind === 'passed-on-retry'
        ? withDetail('failed once, then passed on the same commit', onceFailed(facts, ask))
        : raced(verdict.kind, facts);
    case 'unknown':
      return defect(verdict, facts, ask);
  }
}

/** One sentence, the entity first, at most 240 characters; never empty and never a bare exception name when more is known. */
export function rootCauseOf(verdict: Classification, facts: Facts, ask: Ask): string {
  const said = withoutRoot(sentence(verdict, facts, ask), facts);
  return first(finished(clip(said)), clip(facts.type), 'no message in the report');
}
