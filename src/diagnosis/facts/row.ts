// Which row a database refused: table, column, value and constraint in the words of each database.
import type { Facts } from '../rules/rule.js';

/** A row that a database refuses, as far as the text shows it; what is not shown is empty. */
export interface Row {
  readonly table: string;
  readonly column: string;
  /** `code = A1`, or the bare names of the columns. */
  readonly key: string;
  readonly constraint: string;
  /** The table that a foreign key refers to. */
  readonly parent: string;
}

/** The words of the databases; `t` table, `c` column, `v` value, `n` constraint, `p` parent table. */
const FORMS: readonly RegExp[] = [
  // PostgreSQL
  /unique constraint "(?<n>[^"]{1,120})"/,
  /Key \((?<c>.{1,80}?)\)=\((?<v>.{1,80}?)\) (?:already exists|conflicts)/,
  /(?:insert or update|update or delete) on table "(?<t>[^"]{1,80})" violates foreign key constraint "(?<n>[^"]{1,120})"/,
  /Key \((?<c>.{1,80}?)\)=\((?<v>.{1,80}?)\) is (?:not present in|still referenced from) table "(?<p>[^"]{1,80})"/,
  /null value in column "(?<c>[^"]{1,80})"(?: of relation "(?<t>[^"]{1,80})")?/,
  /new row for relation "(?<t>[^"]{1,80})" violates check constraint "(?<n>[^"]{1,120})"/,
  // MySQL
  /Duplicate entry '(?<v>[^']{1,80})' for key '(?:(?<t>\w{1,80})\.)?(?<n>[^']{1,120})'/,
  /foreign key constraint fails \((?:`\w{1,80}`\.)?`(?<t>\w{1,80})`, CONSTRAINT `(?<n>\w{1,80})` FOREIGN KEY \(`(?<c>\w{1,80})`\) REFERENCES `(?<p>\w{1,80})`/,
  /Column '(?<c>\w{1,80})' cannot be null/,
  // SQLite
  /(?:UNIQUE|NOT NULL) constraint failed: (?<t>\w{1,80})\.(?<c>\w{1,80}(?:, [\w.]{1,80}){0,4})/,
  /CHECK constraint failed: (?<n>\w{1,80})/,
  // H2
  /key violation: "(?:PUBLIC\.)?\S{1,80} ON (?:PUBLIC\.)?(?<t>\w{1,80})\((?<c>\w{1,60}(?:, \w{1,60}){0,4})[^)]{0,60}\)(?: VALUES \( (?:\/\*[^*]{0,20}\*\/ )?(?<v>.{1,80}?) \))?/,
  /NULL not allowed for column "(?<c>\w{1,80})"/,
  // MongoDB
  /collection: (?<t>[\w.-]{1,120}) index: (?<n>\S{1,80}) dup key: \{ (?<c>[\w.]{1,60}): (?<v>[^}]{1,80}?) \}/,
  // SQL Server
  /UNIQUE KEY constraint '(?<n>[^']{1,120})'\. Cannot insert duplicate key in object '(?<t>[^']{1,120})'(?:\. The duplicate key value is \((?<v>[^)]{1,80})\))?/,
  /Cannot insert the value NULL into column '(?<c>[^']{1,80})', table '(?<t>[^']{1,120})'/,
  /conflicted with the FOREIGN KEY constraint "(?<n>[^"]{1,120})"(?:.{0,80}table "(?<p>[^"]{1,80})", column '(?<c>[^']{1,80})')?/,
  // The statement, where nothing above names the table
  /\b(?:INSERT INTO|insert into|UPDATE|update) ["`]?(?:\w{1,60}["`]?\.["`]?)?(?<t>\w{1,80})["`]? ?(?:\(|SET\b|set\b)/,
];

type Part = 't' | 'c' | 'v' | 'n' | 'p';

/** The literal that source gives to a column: `label="A-1"`, `Label = "dup"`, `'label' => 'x'`. */
function literalOf(column: string, source: string): string {
  if (!/^\w{2,60}$/.test(column)) return '';
  const given = new RegExp(
    String.raw`\b${column}["']?\s{0,3}(?:=>|=|:)\s{0,3}("[^"\n]{1,60}"|'[^'\n]{1,60}'|\d{1,12})`,
    'i',
  );
  return given.exec(source)?.[1] ?? '';
}

/** Reads which row a database refused, out of the message and the source of the failing line. */
export function refusedRow(facts: Facts): Row {
  const text = facts.text.replace(/\s+/g, ' ');
  const found = new Map<Part, string>();
  for (const form of FORMS) {
    for (const [part, value] of Object.entries(form.exec(text)?.groups ?? {}))
      if ((value as string | undefined) !== undefined && !found.has(part as Part)) found.set(part as Part, value);
  }
  const part = (name: Part): string => found.get(name) ?? '';
  const column = part('c').replaceAll(`${part('t')}.`, '');
  const value = part('v') === '' ? literalOf(column, facts.source) : part('v');
  const key = column === '' || value === '' ? (value === '' ? column : value) : `${column} = ${value}`;
  return { table: part('t'), column, key, constraint: part('n'), parent: part('p') };
}
