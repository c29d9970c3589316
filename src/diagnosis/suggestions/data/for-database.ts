// Next steps for rows and schemas that a database refuses.
import { refusedRow } from '../../facts/row.js';
import { isMongo, longValue, repeatedKey } from '../../wording/database.js';
import { linesAbove, sameCallAbove } from '../../source/test-lines.js';
import { first } from '../../wording/sentence.js';
import type { About } from '../suggestion.js';

const STATEMENT = /\[SQL: ([^\n]{1,90})/;

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
export function missingPart(about: About, what: string): string {
  const step = migration(about, what);
  return `${step[0]?.toUpperCase() ?? ''}${step.slice(1)} before the tests; ${about.where} uses it.`;
}

/** A value that is too long or too large for its column, with both where the text shows them. */
export function tooLong({ facts, where }: About): string {
  const long = longValue(facts);
  const column = /column ["'`]?(\w{1,60})/.exec(facts.headline)?.[1] ?? '';
  return long === null
    ? `Shorten the value${column === '' ? '' : ` of ${column}`} that ${where} writes, or widen the column.`
    : `Shorten ${long.name} '${long.value}' to ${long.limit} characters (${where}), or widen the column.`;
}

/** Which row a foreign key refers to. */
export function parentRow({ facts, where }: About): string {
  const { key, column, parent, table } = refusedRow(facts);
  if (key === '' || parent === '') return `Create the record that is referred to before ${where} inserts its child.`;
  if (/still referenced|parent row/.test(facts.text))
    return `Delete the rows of ${parent} that refer to ${key} before ${where} deletes the row of ${first(table, 'its table')}, or let the key cascade.`;
  if (key === column)
    return `Create the row of ${parent} that ${column} refers to before ${where} inserts its child, or use an id that exists.`;
  return `Create the row of ${parent} with ${key} before ${where} inserts its child, or use an id that exists.`;
}

/** A row that is there already: another value, or a clean table. */
export function duplicate({ facts, place, where, testWhere }: About): string {
  const earlier = sameCallAbove(facts.source, linesAbove(facts, place));
  if (earlier !== null && place !== null)
    return `Give the two calls of the test different values, or expect the error of the second: ${place.file}:${earlier.number} and ${testWhere} insert the same row.`;
  const { key, column, table, constraint } = refusedRow(facts);
  const of = table === '' ? '' : ` in ${table}`;
  const repeated = repeatedKey(facts);
  if (repeated !== '' && key.includes(repeated))
    return `Give each row that ${where} inserts another value: the statement has ${repeated} more than once.`;
  if (isMongo(facts) && key !== '')
    return `Use another value than ${key} at ${where}, or empty the collection${table === '' ? '' : ` ${table}`} between tests (\`deleteMany({})\`).`;
  if (key !== '' && key !== column)
    return `Use another value than ${key} at ${where}, or delete the row${of} that an earlier insert or test left (roll back or truncate in tear-down).`;
  const what = first(column, constraint === '' ? '' : `value for ${constraint}`, 'key');
  return `Use a new ${what} for each row${of} that ${where} inserts, or delete those of earlier tests in tear-down.`;
}

/** A column without a value, or a check that refuses the row. */
export function refusedByCheck({ facts, where, ask }: About): string {
  const { column, table, constraint } = refusedRow(facts);
  const of = table === '' ? '' : ` of ${table}`;
  if (column !== '')
    return `Set ${column} on the row${of} that ${where} stores (its factory or the request), or give the column a default.`;
  const name = first(constraint, ask('constraint'));
  return `Give the row${of} at ${where} a value that ${name === '' ? 'the constraint' : name} allows, or change the constraint by a migration.`;
}

/** A statement that the database refuses for its content. */
export function refusedStatement({ facts, where }: About): string {
  const sql = (STATEMENT.exec(facts.text)?.[1] ?? '').replaceAll('`', '').replace(/\]$/, '');
  return `Run the statement ${sql === '' ? '' : `\`${sql}\` `}of ${where} by hand: the database names the part that it refuses.`;
}
