/** An unchecked value of JSON or YAML. */
export type Json = unknown;

/** The object's own member, or undefined when it is no object or has none of that name. */
export function member(value: Json, name: string): Json {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, Json>>)[name];
}

/** The member when it is text, else empty. */
export function textOf(value: Json, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : '';
}

/** The member when it is a finite number, else null. */
export function numberOf(value: Json, name: string): number | null {
  const found = member(value, name);
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

/** The member when it is a list, else an empty one. */
export function listOf(value: Json, name: string): readonly Json[] {
  const found = member(value, name);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** The texts of a member that is a list. */
export function textsOf(value: Json, name: string): readonly string[] {
  return listOf(value, name).filter((item): item is string => typeof item === 'string');
}

/** Name and value of every member of an object; none of a list or anything else. */
export function entriesOf(value: Json): readonly (readonly [string, Json])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** Name and value of every member that is text, a number or a truth, as text. */
export function plainMembers(value: Json): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, found]: readonly [string, unknown]) =>
    ['string', 'number', 'boolean'].includes(typeof found) ? [[name, String(found)] as const] : [],
  );
}

/** The text as JSON; undefined when it is none. */
export function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
