import { ownerOfKey } from '../../source/code-lines.js';
import { inLanguage } from '../../source/language.js';
import { parsedLiteral, teardownIn } from '../../wording/data.js';
import { linesAbove, mockedAnswer } from '../../source/test-lines.js';
import { nullValue } from './for-null.js';
import { clip, code, first, sourceLine, withoutRoot } from '../../wording/sentence.js';
import { duplicate, missingPart, parentRow, refusedByCheck, refusedStatement, tooLong } from './for-database.js';
import { forAbsent } from '../for-status.js';
import { EXPECTING, ofKnown } from '../for-thrown.js';
import type { About } from '../suggestion.js';

type Step = (about: About) => string;

/** How a removal passes over what is gone already. */
const toleratedBy = (call: string): string =>
  call.includes('.unlink(')
    ? '`unlink(missing_ok=True)`'
    : call.includes('rmtree(')
      ? '`rmtree(..., ignore_errors=True)`'
      : '`contextlib.suppress(FileNotFoundError)`';

/** A date, number or other value of the wrong form: the one that the message or the failing line holds. */
function badValue({ rootCause, where, facts }: About): string {
  const bad = /Text '([^']{1,60})'|"([^"]{1,60})"|'([^']{1,60})'/;
  const found =
    bad.exec(rootCause.replace(/`/g, ' ')) ?? /\(\s{0,2}(?:["']([^"']{1,60})["'])\s{0,2}\)/.exec(sourceLine(facts));
  const named = first(...(found?.slice(1).map((text: string | undefined) => text ?? '') ?? []));
  const value = facts.headline.includes(named) && named.length > 30 ? '' : named;
  const why =
    facts.headline === '' || facts.headline.length > 80
      ? ''
      : `: ${facts.headline.replaceAll('`', "'").replace(/\.$/, '')}`;
  return `Correct the value${value === '' ? '' : ` '${value}'`} that ${where} reads${why}; if such a value can come from outside, answer with an error of your own.`;
}

/** A document that cannot be read. */
function parse(about: About): string {
  const { rootCause, where, request, facts } = about;
  const literal = parsedLiteral(facts);
  if (literal !== '' && IS_JSON.test(`${rootCause} ${facts.type}`))
    return `Correct the text ${literal} that ${where} parses, or expect the error in the test${inLanguage(EXPECTING, where)}: it is no JSON.`;
  const [, actual = '', field = '', type = ''] = GO_FIELD.exec(rootCause) ?? [];
  if (field !== '')
    return `Send ${field} as ${type}, or change the type of the field: the document has a ${actual} there (${where}).`;
  if (!IS_JSON.test(`${rootCause} ${facts.type}`)) return badValue(about);
  if (/<|line 1 column 1 /.test(rootCause)) return noJson(about);
  const at = /line (\d+) column (\d+)|position (\d+)/.exec(rootCause)?.[0];
  const answer = request === '' ? parsedText(about) : `the answer to ${request} (${where})`;
  return `Correct ${answer}${at === undefined ? '' : `, at ${at}`}: its JSON is broken or cut off there.`;
}

const IS_JSON = /[Jj][Ss][Oo][Nn]|'<'|Unexpected (?:token|end)|unexpected token|Expecting value|invalid character/;

/** The text that is parsed, by the failing line where that line parses it. */
function parsedText({ facts, where, productPlace }: About): string {
  const line = code(facts);
  const isParsing = productPlace === null && /pars|json|load|decod|unmarshal|read/i.test(line);
  return isParsing ? `the text that ${line} parses (${where})` : `the text that ${where} parses`;
}

/** A page, or nothing, where JSON was expected. */
function noJson(about: About): string {
  const { rootCause, where, request } = about;
  const isMarkup = /</.test(rootCause);
  return request === ''
    ? `Print ${parsedText(about)}: it is ${isMarkup ? 'markup and no JSON (an error or log-in page?)' : 'empty or no JSON'}; check where it comes from before it is parsed.`
    : `Print status and body of the answer to ${request} and check its status before it is parsed (${where}): it is ${isMarkup ? 'markup (an error or log-in page) and no JSON' : 'empty, or a page instead of JSON'}.`;
}

/** Go names the field and both types. */
const GO_FIELD = /cannot unmarshal (\w+) into Go struct field (\S+) of type (\S+)/;

/** The fields that a validation refuses, as the sentence names them. */
function refusedField({ rootCause, where, request }: About): string {
  const [, path, what] = /^((?:body|query|path|header|response)?[\w.]{1,80}): (.{1,100})$/.exec(rootCause) ?? [];
  const target = request === '' ? `the request at ${where}` : `${request} (${where})`;
  if (path === undefined)
    return `Send what the validation asks for with ${target}: ${clip(rootCause, 100).replaceAll('`', "'")}.`;
  const [place, ...names] = path.split('.');
  const isPart = /^(?:body|query|path|header)$/.test(place ?? '') && names.length > 0;
  return isPart
    ? `Send \`${names.join('.')}\` in the ${place ?? ''} of ${target}: ${what ?? ''}.`
    : `Correct \`${path}\` in ${target}: ${what ?? ''}.`;
}

/** A document that its schema refuses. */
function schema(about: About): string {
  const { rootCause, where, testWhere } = about;
  const response = /^response\.([\w.]{1,80}): (.{1,80})/.exec(rootCause);
  if (response)
    return `Return \`${response[1] ?? ''}\` from the handler at ${where}, or make it optional in the response model: ${response[2] ?? ''}.`;
  const field = /^([\w.]{1,80}): (.{1,140})/.exec(rootCause);
  if (field && !/failed/i.test(field[1] ?? ''))
    return `Correct \`${field[1] ?? ''}\` in the document that ${where} reads, or change the schema: ${(field[2] ?? '').replaceAll('`', "'")}.`;
  const record = /Validation failed: (\w{1,60}(?: \w{1,30})?) (can't be blank|must exist|is .{1,60}|has .{1,60})/.exec(
    rootCause,
  );
  if (record)
    return `Give the record at ${where} a valid \`${(record[1] ?? '').toLowerCase()}\` (in the fixture or factory)${testWhere === where ? '' : ` before ${testWhere} saves it`}: it ${record[2] ?? ''}.`;
  return `Compare the document at ${where} with its schema: ${clip(rootCause, 120).replaceAll('`', "'")}.`;
}

/** A 404 without a word about what is missing: the record, where the path ends with an id, or the route. */
function withoutDetail({ request, where }: About): string {
  const isRecord = /\/(?:\d+|[\da-f]{8}-[\da-f-]{27}|[\da-f]{24})$/i.test(request.split(/[?#]/)[0] ?? '');
  return isRecord
    ? `Create the record that ${request} asks for in the set-up (${where}), or use the id of one that the fixtures hold.`
    : `Check that the application has a route for ${request} (${where}): its method, prefix and trailing slash; if it has one, create the record that the handler looks up.`;
}

/** A record, route or name that does not exist. */
function notFound(about: About): string {
  const { facts, where, request, rootCause, name } = about;
  if (/ZoneInfoNotFound|time zone/i.test(facts.head))
    return `Correct the time zone ${/\b([A-Z]\w{1,30}\/[\w+-]{2,40})/.exec(rootCause)?.[1] ?? 'name'} at ${where}: the database of zones has none of that name; install \`tzdata\` if the name is right.`;
  if (/ answered 404\b/.test(rootCause) && ABSENT_NAME.test(name)) return forAbsent(about, request, 'another status');
  const detail = rootCause.replace(/^.{0,200}? answered \d{3}[^:]{0,40}(?:: |$)/, '');
  if (detail === '' && request !== '') return withoutDetail(about);
  const model =
    /(\w{1,60}) matching query|Couldn't find (\w{1,60}) with|No (\w{1,60}) found|([\w-]{1,60}(?: [\w-]{1,30}){0,2}?) (?:was )?(?:not found|does not exist)/i.exec(
      detail,
    );
  const named = model?.slice(1).find((name: string | undefined) => name !== undefined);
  const what = named === undefined ? 'record' : named.replace(/^(?:the|no) /i, '');
  const asked = request === '' ? where : `${request} (${where})`;
  const isRaised = /DoesNotExist|matching query/.test(rootCause) && about.productPlace !== null && request !== '';
  const instead = isRaised
    ? `let ${where} answer 404 (\`get_object_or_404\`)`
    : 'use the id of one that the fixtures hold';
  return `Create ${/\d/.test(what) ? '' : 'the '}${what} in the set-up before ${asked} asks for it, or ${instead}.`;
}

/** Names of tests that mean to ask for what is not there. */
const ABSENT_NAME = /unknown|missing|not[_\s-]?found|absent|gone|deleted|nonexist|does_?n.?t_?exist/i;

const TEMPORARY = /^(?:\/tmp|\/var\/folders|[A-Z]:\\Users\\\w+\\AppData)[/\\]/;

/** A file that is not there: a template, a temporary file, or one that should be committed. */
function missingFile({ where, ask, facts }: About): string {
  const asked = ask('file');
  const file = withoutRoot(asked, facts);
  if (/Template(?:DoesNotExist|NotFound)/.test(facts.type))
    return `Add the template ${file} to a \`templates\` folder that the settings search, or correct its name at ${where}.`;
  if (/unable to open database file/.test(facts.headline))
    return `Create the folder of the SQLite file that ${where} opens and make it writable, or correct its path.`;
  const teardown = teardownIn(facts);
  if (teardown !== null)
    return `Let the teardown of \`${teardown.fixture}\` at ${where} pass when the file is gone (${toleratedBy(teardown.call)}): the test may have removed or renamed it.`;
  if (TEMPORARY.test(file)) return `Find out why ${file} was not made before ${where}, or allow for it to be missing.`;
  const shown = /^\s{0,8}code: .{0,80}?["']([\w./-]{3,120})["']/m.exec(facts.text)?.[1] ?? '';
  if (file === '' && shown === '') return `Create the file that ${where} opens before the test, or correct its path.`;
  const isAbsolute = /^(?:\/|[A-Z]:)/.test(asked);
  const resource = /^src\/(?:test|main)\/resources\/(\S{1,160})$/.exec(file)?.[1];
  if (resource !== undefined)
    return `Commit ${file}; if it is committed, read it from the class path (\`getResourceAsStream("/${resource}")\`) at ${where}: the relative path holds only in the folder of its module.`;
  return isAbsolute
    ? `Commit or create ${first(file, shown)}, or correct the path at ${where}.`
    : `Commit or create ${first(file, shown)}, or make the path in ${where} independent of the working directory.`;
}

/** A key or row that a lookup did not find. */
function missingKey({ where, testWhere, ask, rootCause, facts, place, request }: About): string {
  const key = ask('key');
  if (key === '') {
    const line = code(facts);
    const what =
      line === '' ? `the row or element that ${where} asks for` : `the row or element that ${line} asks for (${where})`;
    const detail = clip(rootCause.replace(/ in `.{1,200}`$/, '').replace(/^[\w.]{1,80}: /, ''), 80).replaceAll(
      '`',
      "'",
    );
    return `Create ${what} in the set-up, or handle its absence there: ${detail}.`;
  }
  const shown = /^\d+$/.test(key) || key.startsWith(':') ? key : `'${key}'`;
  if (/ was sent without /.test(rootCause))
    return `Send ${shown} with the request at ${testWhere}, or read it with a default at ${where}.`;
  const above = linesAbove(facts, place);
  const mock = mockedAnswer(above);
  if (mock !== null && place !== null)
    return `Add ${shown} to the answer that ${place.file}:${mock.number} gives the mock (\`${clip(mock.text.replaceAll('`', "'"), 90)}\`), or read another key at ${where}.`;
  const keys = /\.json\(\)|\.body\b|response|resp\b/.test(facts.source) && request !== '';
  if (keys && where === testWhere)
    return `Print the answer to ${request} at ${where}: it has no ${shown}; correct the key that the test reads, or let the route return it.`;
  const owner = ownerOfKey(key, facts);
  const target = owner === '' ? '' : `\`${owner}\``;
  return target === ''
    ? `Add ${shown} to the data that ${where} reads (fixture, request or configuration), or read it with a default.`
    : `Add ${shown} to ${target} where it is built, or read it with a default at ${where}.`;
}

const STEPS: Readonly<Record<string, Step>> = {
  'missing-file': missingFile,
  'duplicate-key': duplicate,
  'missing-column': (about) =>
    missingPart(about, `the column ${first(about.ask('column'), 'that the statement names')}`),
  'missing-table': (about) => missingPart(about, `the table ${first(about.ask('table'), 'that the statement names')}`),
  'missing-database': ({ where, ask }) =>
    `Create the database ${ask('table')} of the tests before ${where}.`.replace('  ', ' '),
  'null-deref': nullValue,
  'parse-error': (about) =>
    /^[\w.]{1,80}: .{1,120}/.test(about.rootCause) && /validation/i.test(about.facts.text)
      ? schema(about)
      : /too long|out of range for type|overflow/i.test(about.rootCause)
        ? tooLong(about)
        : parse(about),
  'missing-key': missingKey,
  'not-found': notFound,
  schema,
  validation: refusedField,
  encoding: ({ where }) =>
    `Name the encoding where ${where} reads the text (for example \`encoding="latin-1"\`), or store the file as UTF-8.`,
  'foreign-key': parentRow,
  constraint: refusedByCheck,
  'bad-argument': ({ where, rootCause }) =>
    `Pass an argument at ${where} that the function accepts (${clip(rootCause, 80).replaceAll('`', "'")}), or expect the error in the test.`,
  'db-error': refusedStatement,
};

/** The next step for data that is missing or has another form. */
export function forData(about: About): string {
  const known = ofKnown(about);
  const step = STEPS[about.kind];
  return (
    (known === '' ? step?.(about) : known) ??
    `Print the data that ${about.where} works on, and correct the part that it refuses: ${clip(about.rootCause, 100).replaceAll('`', "'")}.`
  );
}
