// Words which row or value a database refused.
import { refusedRow } from '../facts/row.js';
import type { Facts } from '../rules/rule.js';
import { first } from './sentence.js';

/** Parameters of a statement, as SQLAlchemy prints them. */
const PARAMETERS = /\[parameters: \{([^}\n]{1,160})\}/;

/** MongoDB has documents in collections instead of rows in tables. */
export const isMongo = ({ text }: Facts): boolean => /\bE11000\b/.test(text);

const named = (constraint: string, sort: string): string => (constraint === '' ? '' : ` (${sort} ${constraint})`);

/** A key that one statement inserts more than once: SQLAlchemy numbers its parameters, `code__0`, `code__1`. */
export function repeatedKey({ text }: Facts): string {
  const values = [...(PARAMETERS.exec(text)?.[1] ?? '').matchAll(/'(\w{1,60})__\d{1,4}': ('[^']{1,80}'|\d{1,12})/g)];
  const names = values.map(([, name = '', value = '']) => `${name} = ${value.replaceAll("'", '')}`);
  return names.find((each, at) => names.indexOf(each) < at) ?? '';
}

/** A row, or a document, that is there already. */
function duplicate(facts: Facts): string {
  const { table, key, column, constraint } = refusedRow(facts);
  const repeated = repeatedKey(facts);
  if (repeated !== '' && key.includes(repeated))
    return `the statement inserts ${repeated} more than once${table === '' ? '' : ` into ${table}`}${named(constraint, 'unique constraint')}`;
  if (key === '' && constraint === '') return '';
  const what = key === column || key === '' ? `this ${first(column, 'key')}` : key;
  const where = table === '' ? '' : ` in ${table}`;
  return isMongo(facts)
    ? `a document with ${what} exists already${where}${named(constraint, 'unique index')}`
    : `a row with ${what} exists already${where}${named(constraint, 'unique constraint')}`;
}

/** A row that refers to one that is not there, or is referred to. */
function foreignKey(facts: Facts): string {
  const { table, key, column, constraint, parent } = refusedRow(facts);
  if (parent === '' || key === '') return '';
  if (key === column)
    return `the ${column} of ${first(table, 'a row')} refers to no row of ${parent}${named(constraint, 'foreign key')}`;
  const isReferred = /still referenced|Cannot delete or update a parent row/.test(facts.text);
  const sentence = isReferred
    ? `the row of ${first(table, 'a table')} with ${key} is still used by ${parent}`
    : `${first(table, 'a row')} refers to ${key}, and ${parent} has no such row`;
  return `${sentence}${named(constraint, 'foreign key')}`;
}

/** A column that got nothing, or a value that its check refuses. */
function constraint(facts: Facts): string {
  const { table, column, constraint: name } = refusedRow(facts);
  const of = table === '' ? '' : ` of ${table}`;
  if (/not-null|NOT NULL|cannot be null|NULL not allowed|value NULL/i.test(facts.text) && column !== '')
    return `the column ${column}${of} may not be null, and the row gives it no value`;
  return name === '' ? '' : `the check ${name}${of} refuses the row`;
}

/** A value that is longer than its column, with both where the text shows them. */
export function longValue(
  facts: Facts,
): { readonly name: string; readonly value: string; readonly limit: number } | null {
  const limit = Number(/(?:character varying|VARCHAR|char)\((\d{1,6})\)/i.exec(facts.text)?.[1] ?? 0);
  const values = [...(PARAMETERS.exec(facts.text)?.[1] ?? '').matchAll(/'(\w{1,60})': '([^']{1,80})'/g)];
  const [, name = '', value = ''] = values.find(([, , text = '']) => limit > 0 && text.length > limit) ?? [];
  return name === '' ? null : { name, value, limit };
}

function tooLong(facts: Facts): string {
  const long = longValue(facts);
  return long === null ? '' : `${long.name} '${long.value}' is too long for its column of ${long.limit} characters`;
}

const BY_KIND: Readonly<Record<string, (facts: Facts) => string>> = {
  'duplicate-key': duplicate,
  'foreign-key': foreignKey,
  constraint,
  'parse-error': tooLong,
};

/** Which row or value a database refuses, and why; empty when the text does not show it. */
export function refusedInWords(kind: string, facts: Facts): string {
  return BY_KIND[kind]?.(facts) ?? '';
}
