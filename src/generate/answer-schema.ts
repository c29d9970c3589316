import type { ApiSchema } from '../model/api.js';
import { type Plain, plainOf } from './python-literal.js';

const MAX_DEPTH = 4;
const MAX_SCHEMAS = 60;

/**
 * A schema as the check of the generated tests reads it: `type`, `required`, `properties`, `items`, `enum`, `anyOf`.
 * What is deeper or more than can be read by a person is left unchecked. Null when nothing is left to check.
 */
export function answerSchema(schema: ApiSchema): Plain | null {
  const plain = reduced(schema, 0, { left: MAX_SCHEMAS });
  return Object.keys(plain).length === 0 ? null : plain;
}

interface Budget {
  left: number;
}

function reduced(schema: ApiSchema, depth: number, budget: Budget): Readonly<Record<string, Plain>> {
  budget.left -= 1;
  if (depth > MAX_DEPTH || budget.left < 0) return {};
  const inner = (one: ApiSchema): Readonly<Record<string, Plain>> => reduced(one, depth + 1, budget);
  const required = schema.required.filter((name) => schema.properties.get(name)?.writeOnly !== true);
  const properties = [...schema.properties]
    .map(([name, property]) => [name, inner(property)] as const)
    .filter(([, property]) => Object.keys(property).length > 0);
  const items = schema.items === null ? {} : inner(schema.items);
  return {
    ...typeOf(schema),
    ...allowedOf(schema),
    ...(required.length > 0 ? { required } : {}),
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(Object.keys(items).length > 0 ? { items } : {}),
    ...variantsOf(schema, inner),
  };
}

function typeOf({ types }: ApiSchema): Readonly<Record<string, Plain>> {
  const [first, second] = types;
  if (first === undefined) return {};
  return { type: second === undefined ? first : types };
}

/** A null among the types is allowed although the list does not name it: OpenAPI 3.0 documents are written so. */
function allowedOf({ allowed, types }: ApiSchema): Readonly<Record<string, Plain>> {
  if (allowed.length === 0) return {};
  const all = plainOf(types.includes('null') ? [...allowed, null] : allowed);
  return all === undefined ? {} : { enum: all };
}

/** One variant that takes anything makes the choice say nothing. */
function variantsOf(
  { variants }: ApiSchema,
  inner: (schema: ApiSchema) => Readonly<Record<string, Plain>>,
): Readonly<Record<string, Plain>> {
  const plain = variants.map(inner);
  const decisive = plain.length > 0 && plain.every((one) => Object.keys(one).length > 0);
  return decisive ? { anyOf: plain } : {};
}
