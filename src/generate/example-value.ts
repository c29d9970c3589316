import type { ApiParameter, ApiSchema } from '../model/api.js';
import { type Plain, plainOf } from './python-literal.js';

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: '2026-01-01',
  'date-time': '2026-01-01T00:00:00Z',
  email: 'someone@example.com',
  uuid: '00000000-0000-4000-8000-000000000000',
  uri: 'https://example.com/',
};

/** A value that the description itself gives: an example, a default, or the first of the allowed ones. */
export function givenValue(examples: readonly unknown[], schema: ApiSchema | null): Plain | undefined {
  const given = [...examples, ...(schema?.examples ?? []), ...(schema?.allowed ?? [])];
  return given.map(plainOf).find((value) => value !== undefined && value !== null);
}

/**
 * A value for a parameter. What identifies something (a path) is never guessed; a query or header may be made from its
 * type when any such value means something. Undefined when there is no honest one.
 */
export function parameterValue({ in: place, examples, schema }: ApiParameter): Plain | undefined {
  const given = givenValue(examples, schema);
  return given ?? (place === 'path' ? undefined : typedValue(schema));
}

function typedValue(schema: ApiSchema): Plain | undefined {
  switch (schema.types.find((type) => type !== 'null')) {
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return schema.minimum ?? Math.min(1, schema.maximum ?? 1);
    case 'string':
      return BY_FORMAT[schema.format];
    case 'array':
      return schema.items === null ? undefined : listOf(givenValue([], schema.items) ?? typedValue(schema.items));
    default:
      return undefined;
  }
}

const listOf = (value: Plain | undefined): Plain | undefined => (value === undefined ? undefined : [value]);
