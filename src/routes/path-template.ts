import type { ApiOperation } from '../model/api.js';

const PREFIX = /^(api|rest|v\d{1,3}(\.\d{1,3})?)$/i;
const PLACEHOLDER = /^(\{.*\}|:\w+|<.+>|\[.+\])$/;
const IDENTIFIER = /^(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24,64})$/i;

/** The segments between the slashes; none for `/`. */
export function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** True when the whole segment is a parameter: `{pet_id}`. */
export function isParameter(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}');
}

/**
 * The ways in which tests write an operation's path: as in the description, behind the server's path, and without a
 * leading `api` or `v1`.
 */
export function writtenForms(operation: ApiOperation): readonly (readonly string[])[] {
  const own = segmentsOf(operation.path);
  const forms = [own, [...segmentsOf(operation.basePath), ...own], withoutPrefix(own)];
  const distinct = new Map(forms.map((form) => [form.join('/'), form]));
  return [...distinct.values()];
}

function withoutPrefix(segments: readonly string[]): readonly string[] {
  const first = segments.findIndex((segment) => !PREFIX.test(segment));
  return first > 0 ? segments.slice(first) : segments;
}

/**
 * How many literal segments a path shares with a template; null when they do not match. A parameter takes any segment,
 * whatever it is called; a placeholder (`{id}`, `:id`, `<id>`, `[id]`) is taken by a parameter alone.
 */
export function literalMatches(template: readonly string[], path: readonly string[]): number | null {
  if (template.length !== path.length) return null;
  let literals = 0;
  for (const [at, wanted] of template.entries()) {
    const found = path[at] ?? '';
    if (wanted === found && !isParameter(wanted)) literals += 1;
    else if (!takes(wanted, found)) return null;
  }
  return literals;
}

/** A parameter may have text around it: `{name}.csv`. */
function takes(wanted: string, found: string): boolean {
  const open = wanted.indexOf('{');
  const close = wanted.lastIndexOf('}');
  if (open < 0 || close < open) return false;
  const around = wanted.length - (close + 1 - open);
  return (
    found.length > around &&
    found.startsWith(wanted.slice(0, open)) &&
    found.endsWith(wanted.slice(close + 1)) &&
    (isParameter(wanted) || !PLACEHOLDER.test(found))
  );
}

/** A path that no description has, as a template: numbers, UUIDs and placeholders of frameworks become `{id}`. */
export function templateOf(path: string): string {
  const segments = segmentsOf(path).map((segment) => {
    if (isParameter(segment)) return segment;
    const named = /^(?::|<(?:\w{1,20}:)?|\[)(\w{1,60})[>\]]?$/.exec(segment)?.[1];
    return named === undefined ? (IDENTIFIER.test(segment) ? '{id}' : segment) : `{${named}}`;
  });
  return `/${segments.join('/')}`;
}
