import type { Json } from '../model/json-value.js';

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
