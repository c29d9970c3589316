import { clip, first, sourceLine } from '../wording/sentence.js';
import type { About } from './suggestion.js';

type Step = (about: About) => string;

const STATEMENT = /\[SQL: ([^\n]{1,90})/;
const PARAMETERS = /\[parameters: \{([^}\n]{1,160})\}/;

/** The migration command of the framework whose frames or classes the text shows. */
function migration({ facts, ask }: About, what: string): string {
  const named = `${facts.type} ${facts.text}`;
  if (/django/.test(named)) {
    const app = /^([a-z]+)_\w/.exec(ask('table'))?.[1] ?? '';
    return `run \`python manage.py makemigrations${app === '' ? '' : ` ${app}`}\` and commit the migration that adds ${what}`;
  }
  if (/ActiveRecord|rails/i.test(named))
    return `run \`bin/rails db:migrate RAILS_ENV=test\` with the migration that adds ${what}`;
  if (/Illuminate|artisan/.test(named))
    return `run \`php artisan migrate --env=testing\` with the migration that adds ${what}`;
  return `add ${what} to the migrations (or \`create_all\`) and run them`;
}

/** A statement that needs a part of the database that is not there. */
function missingPart(about: About, what: string): string {
  const step = migration(about, what);
  return `${step[0]?.toUpperCase() ?? ''}${step.slice(1)} before the tests; ${about.where} uses it.`;
}

/** A value that is too long or too large for its column, with both where the text shows them. */
function tooLong({ facts, where }: About): string {
  const limit = Number(/character varying\((\d{1,6})\)|VARCHAR\((\d{1,6})\)/i.exec(facts.text)?.[1] ?? 0);
  const values = [...(PARAMETERS.exec(facts.text)?.[1] ?? '').matchAll(/'(\w{1,60})': '([^']{1,80})'/g)];
  const long = values.find(([, , value = '']) => limit > 0 && value.length > limit);
  const column = /column ["'`]?(\w{1,60})/.exec(facts.headline)?.[1] ?? '';
  if (long)
    return `Shorten ${long[1] ?? ''} '${long[2] ?? ''}' to ${limit} characters (${where}), or widen the column.`;
  return `Shorten the value${column === '' ? '' : ` of ${column}`} that ${where} writes, or widen the column.`;
}

/** What is null, as the text names it: `this.parent`, what `.title` is read of, the argument of an operator. */
function nullValue({ facts, where, ask }: About): string {
  const because = /because "([^"]{1,100})" is null/.exec(facts.text)?.[1];
  if (because !== undefined) return `Set \`${because}\` before ${where} uses it, or handle its absence there.`;
  if (/unsupported operand/.test(facts.headline))
    return `Pass a number where ${where} calculates: one operand is None; check the argument or the stored value it comes from.`;
  const method =
    /undefined method [`'](\w{1,60})' for nil|member function (\w{1,60})\(\) on null|has no attribute '(\w{1,60})'/.exec(
      facts.headline,
    );
  const member = first(method?.[1] ?? '', method?.[2] ?? '', method?.[3] ?? '', ask('key'));
  const source = first(sourceLine(facts), facts.source);
  const owner =
    member === ''
      ? ''
      : (new RegExp(String.raw`([\w$)\]]{1,60})(?:\.|->|\?\.)${member.replace(/\W/g, '')}\b`).exec(source)?.[1] ?? '');
  const what =
    owner === '' ? (member === '' ? subscripted(source) : `what \`${member}\` is read from`) : `\`${owner}\``;
  return `Find why ${what} is empty at ${where}: the call that loads it returned nothing; create the record in the set-up, or handle its absence.`;
}

function subscripted(source: string): string {
  const name = /(?:^|[\s(=])(\$?[\w.]{1,60})\[/.exec(source)?.[1];
  return name === undefined ? 'the value' : `a part of \`${name}\``;
}

/** A document that cannot be read. */
function parse(about: About): string {
  const { rootCause, where, request, facts } = about;
  const isJson = /JSON|json|'<'|Unexpected (?:token|end)|unexpected token|Expecting value|invalid character/.test(
    `${rootCause} ${facts.type}`,
  );
  if (!isJson) {
    const bad = /Text '([^']{1,60})'|"([^"]{1,60})"|'([^']{1,60})'/.exec(rootCause);
    const value = first(bad?.[1] ?? '', bad?.[2] ?? '', bad?.[3] ?? '');
    return `Correct the value${value === '' ? '' : ` '${value}'`} that ${where} reads, or refuse it there as the test expects: ${clip(rootCause, 80).replaceAll('`', "'")}.`;
  }
  const isPage = /<|line 1 column 1 /.test(rootCause);
  const answer = request === '' ? `the text that ${where} parses` : `the answer to ${request}`;
  if (isPage)
    return `Print status and body of ${answer}: it is no JSON${/</.test(rootCause) ? ' but markup (an error or log-in page)' : ''}; check its status before it is parsed (${where}).`;
  const at = /line (\d+) column (\d+)|position (\d+)/.exec(rootCause)?.[0];
  return `Correct ${answer}${at === undefined ? '' : ` at ${at}`}: its JSON is broken or cut off there (${where}).`;
}

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
  const { rootCause, where } = about;
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
    return `Give the record at ${where} a valid \`${(record[1] ?? '').toLowerCase()}\` (in the fixture or factory): it ${record[2] ?? ''}.`;
  return `Compare the document at ${where} with its schema: ${clip(rootCause, 120).replaceAll('`', "'")}.`;
}

/** Which row a foreign key or a constraint refers to, from PostgreSQL's DETAIL. */
function parentRow({ facts, where }: About): string {
  const [, key, table] = /Key (\(.{1,80}?\)=\(.{1,80}?\)) is not present in table "(\w{1,80})"/.exec(facts.text) ?? [];
  return key === undefined
    ? `Create the record that is referred to before ${where} inserts its child.`
    : `Create the row of ${table ?? ''} with ${key.replace(/[()]/g, '').replace('=', ' = ')} before ${where} inserts its child, or use an id that exists.`;
}

function duplicate({ facts, where, ask }: About): string {
  const key = /Key (\(.{1,80}?\)=\(.{1,80}?\)) already exists|dup key: (\{[^}]{1,80}\})/.exec(facts.text);
  const named = first((key?.[1] ?? '').replace(/[()]/g, '').replace('=', ' = '), key?.[2] ?? '');
  const what = named === '' ? (ask('constraint') === '' ? 'key' : `value of ${ask('constraint')}`) : named;
  return named === ''
    ? `Use a new ${what} for each record that ${where} inserts, or delete those of earlier tests in tear-down.`
    : `Use another value than ${what} at ${where}, or delete the record that an earlier insert or test left.`;
}

/** A record, route or name that does not exist. */
function notFound(about: About): string {
  const { facts, where, request, rootCause } = about;
  if (/ZoneInfoNotFound|time zone/i.test(facts.head))
    return `Correct the time zone's name at ${where}, or install \`tzdata\` on this runner: ${clip(rootCause, 60)}.`;
  const model =
    /(\w{1,60}) matching query|Couldn't find (\w{1,60}) with|No (\w{1,60}) found|(\w{1,60}(?: \w{1,30})?) (?:not found|does not exist)/.exec(
      rootCause,
    );
  const named = model?.slice(1).find((name: string | undefined) => name !== undefined);
  const what = named === undefined ? 'record' : `${named} record`.replace('record record', 'record');
  const asked = request === '' ? where : `${request} (${where})`;
  return `Create the ${what} in the set-up before ${asked} asks for it, or use the id of one that the fixtures hold.`;
}

const STEPS: Readonly<Record<string, Step>> = {
  'missing-file': ({ where, ask, facts }) =>
    /Template(?:DoesNotExist|NotFound)/.test(facts.type)
      ? `Add the template ${ask('file')} to a \`templates\` folder that the settings search, or correct its name at ${where}.`
      : `Commit or create ${ask('file') === '' ? 'the file' : ask('file')}, or make the path in ${where} independent of the working directory.`,
  'duplicate-key': duplicate,
  'missing-column': (about) =>
    missingPart(about, `the column ${first(about.ask('column'), 'that the statement names')}`),
  'missing-table': (about) => missingPart(about, `the table ${first(about.ask('table'), 'that the statement names')}`),
  'missing-database': ({ where, ask }) =>
    `Create the database ${ask('table')} of the tests before ${where}.`.replace('  ', ' '),
  'null-deref': nullValue,
  'parse-error': (about) =>
    /too long|out of range for type|overflow/i.test(about.rootCause) ? tooLong(about) : parse(about),
  'missing-key': ({ where, ask, rootCause }) =>
    ask('key') === ''
      ? `Create the row or element that ${where} asks for in the set-up, or handle its absence there: ${clip(rootCause.replace(/^[\w.]{1,80}: /, ''), 80).replaceAll('`', "'")}.`
      : `Add '${ask('key')}' to the data that ${where} reads (fixture, request or configuration), or read it with a default.`,
  'not-found': notFound,
  schema,
  validation: refusedField,
  encoding: ({ where }) =>
    `Name the encoding where ${where} reads the text (for example \`encoding="latin-1"\`), or store the file as UTF-8.`,
  'foreign-key': parentRow,
  constraint: ({ ask, where }) =>
    `Give ${ask('constraint') === '' ? 'the column' : ask('constraint')} a value that its constraint allows before ${where} stores the record, or give the column a default.`,
  'bad-argument': ({ where, rootCause }) =>
    `Pass an argument at ${where} that the function accepts (${clip(rootCause, 80).replaceAll('`', "'")}), or expect the error in the test.`,
  'db-error': ({ facts, where }) =>
    `Run the statement ${STATEMENT.test(facts.text) ? `\`${(STATEMENT.exec(facts.text)?.[1] ?? '').replaceAll('`', '').replace(/\]$/, '')}\` ` : ''}of ${where} by hand: the database names the part that it refuses.`,
};

/** The next step for data that is missing or has another form. */
export function forData(about: About): string {
  const step = STEPS[about.kind];
  return (
    step?.(about) ??
    `Print the data that ${about.where} works on, and correct what it refuses: ${clip(about.rootCause, 100).replaceAll('`', "'")}.`
  );
}
