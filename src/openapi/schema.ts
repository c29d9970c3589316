import type { ApiSchema, JsonType } from '../model/api.js';
import { entriesOf, listOf, member, numberOf, textOf, textsOf } from '../text/json.js';
import type { References } from './reference.js';

const TYPES: readonly string[] = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
const MAX_DEPTH = 24;
const MAX_SCHEMAS = 50_000;
const MAX_MEMBERS = 500;

/** A schema that says nothing: every value fits. */
const ANY_SCHEMA: ApiSchema = {
  types: [],
  properties: new Map(),
  required: [],
  items: null,
  variants: [],
  allowed: [],
  examples: [],
  format: '',
  minimum: null,
  maximum: null,
  minLength: null,
  writeOnly: false,
};

/**
 * Reads schemas of OpenAPI 2 and 3 (JSON Schema). A schema inside itself, one too deep, and everything after the
 * 50,000th is "any": the values stay finite whatever the document says.
 */
export class SchemaReader {
  readonly #references: References;
  readonly #known = new Map<string, ApiSchema>();
  readonly #open = new Set<string>();
  #count = 0;

  constructor(references: References) {
    this.#references = references;
  }

  read(raw: unknown, depth = 0): ApiSchema {
    const { value, pointer } = this.#references.resolve(raw);
    const known = this.#known.get(pointer);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH || this.#open.has(pointer) || ++this.#count > MAX_SCHEMAS) return ANY_SCHEMA;
    if (pointer === '') return this.#merged(value, depth);
    this.#open.add(pointer);
    const schema = this.#merged(value, depth);
    this.#open.delete(pointer);
    this.#known.set(pointer, schema);
    return schema;
  }

  #merged(value: unknown, depth: number): ApiSchema {
    const parts = listOf(value, 'allOf').slice(0, MAX_MEMBERS);
    return parts.map((part) => this.read(part, depth + 1)).reduce(joined, this.#own(value, depth));
  }

  #own(value: unknown, depth: number): ApiSchema {
    const variants = [...listOf(value, 'oneOf'), ...listOf(value, 'anyOf')].slice(0, MAX_MEMBERS);
    const items = member(value, 'items');
    const properties = entriesOf(member(value, 'properties')).slice(0, MAX_MEMBERS);
    return {
      types: typesOf(value),
      properties: new Map(properties.map(([name, schema]) => [name, this.read(schema, depth + 1)])),
      required: textsOf(value, 'required'),
      items: items === undefined ? null : this.read(items, depth + 1),
      variants: variants.map((variant) => this.read(variant, depth + 1)),
      allowed: allowedOf(value),
      examples: [...examplesOf(value), ...present(member(value, 'default'))],
      format: textOf(value, 'format'),
      minimum: numberOf(value, 'minimum') ?? moved(numberOf(value, 'exclusiveMinimum'), 1),
      maximum: numberOf(value, 'maximum') ?? moved(numberOf(value, 'exclusiveMaximum'), -1),
      minLength: numberOf(value, 'minLength'),
      writeOnly: member(value, 'writeOnly') === true,
    };
  }
}

/** `example`, `x-example` and `examples` of a schema, a parameter or a media type, values only. */
export function examplesOf(value: unknown): readonly unknown[] {
  const named = entriesOf(member(value, 'examples')).flatMap(([, example]) => present(member(example, 'value')));
  const all = [...present(member(value, 'example')), ...present(member(value, 'x-example'))];
  return [...all, ...listOf(value, 'examples'), ...named].slice(0, MAX_MEMBERS);
}

const moved = (limit: number | null, by: number): number | null => (limit === null ? null : limit + by);

const present = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value]);

function typesOf(value: unknown): readonly JsonType[] {
  const named = [textOf(value, 'type'), ...textsOf(value, 'type')].filter(isType);
  const nullable = member(value, 'nullable') === true || member(value, 'x-nullable') === true;
  if (named.length > 0) return nullable ? [...named, 'null'] : named;
  // Many documents leave the type out where the keywords imply it.
  if (entriesOf(member(value, 'properties')).length > 0) return nullable ? ['object', 'null'] : ['object'];
  return [];
}

const isType = (name: string): name is JsonType => TYPES.includes(name);

function allowedOf(value: unknown): readonly unknown[] {
  return [...listOf(value, 'enum').slice(0, MAX_MEMBERS), ...present(member(value, 'const'))];
}

function joined(one: ApiSchema, other: ApiSchema): ApiSchema {
  return {
    types: one.types.length > 0 ? one.types : other.types,
    properties: new Map([...other.properties, ...one.properties]),
    required: [...new Set([...one.required, ...other.required])],
    items: one.items ?? other.items,
    variants: one.variants.length > 0 ? one.variants : other.variants,
    allowed: one.allowed.length > 0 ? one.allowed : other.allowed,
    examples: [...one.examples, ...other.examples].slice(0, MAX_MEMBERS),
    format: one.format || other.format,
    minimum: one.minimum ?? other.minimum,
    maximum: one.maximum ?? other.maximum,
    minLength: one.minLength ?? other.minLength,
    writeOnly: one.writeOnly || other.writeOnly,
  };
}
