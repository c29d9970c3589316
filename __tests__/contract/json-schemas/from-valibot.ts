/** A JSON schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What is read of a valibot schema. */
interface Node {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly Node[];
  readonly metadata?: { readonly json?: JsonSchema };
  readonly entries?: Readonly<Record<string, Node>>;
  readonly wrapped?: Node;
  readonly default?: unknown;
  readonly item?: Node;
  readonly value?: Node;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

const kebab = (key: string): string => key.replaceAll('_', '-');

/** What a settings file may hold where valibot checks it with this schema. Keys may be written in kebab-case, too. */
export function fromValibot(schema: unknown): JsonSchema {
  return convert(schema as Node);
}

function convert(node: Node): JsonSchema {
  const items = node.pipe?.slice(1) ?? [];
  const written = items.find(({ type }) => type === 'metadata')?.metadata?.json;
  if (written !== undefined) return written;
  const narrower = items.findLast(({ kind, type }) => kind === 'schema' && type !== 'unknown');
  if (narrower === undefined) return convertType(node);
  const schema = convert(narrower);
  // Anything that becomes a list: one item is a list of one.
  return node.type === 'unknown' && narrower.type === 'array' ? { anyOf: [schema['items'], schema] } : schema;
}

const CONVERTERS: Readonly<Record<string, (node: Node) => JsonSchema>> = {
  string: () => ({ type: 'string' }),
  number: () => ({ type: 'number' }),
  boolean: () => ({ type: 'boolean' }),
  unknown: () => ({}),
  literal: ({ literal }) => ({ const: literal }),
  picklist: ({ options }) => ({ enum: options }),
  array: ({ item }) => ({ type: 'array', items: convert(required(item)) }),
  record: ({ value }) => ({ type: 'object', additionalProperties: convert(required(value)) }),
  optional: withDefault,
  exact_optional: withDefault,
  nullable: ({ wrapped }) => anyOf([convert(required(wrapped)), { type: 'null' }]),
  union: ({ options = [] }) => anyOf((options as readonly Node[]).map(convert)),
  variant: ({ options = [] }) => ({ anyOf: (options as readonly Node[]).map(convert) }),
  object: objectSchema,
  strict_object: objectSchema,
};

function convertType(node: Node): JsonSchema {
  const converter = CONVERTERS[node.type];
  if (converter === undefined) throw new Error(`no JSON schema for valibot's ${node.type}`);
  return converter(node);
}

function withDefault({ wrapped, default: value }: Node): JsonSchema {
  const schema = convert(required(wrapped));
  return ['string', 'number', 'boolean'].includes(typeof value) ? { ...schema, default: value } : schema;
}

/** Alternatives that are plain types become one. */
function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const isPlain = schemas.every((schema) => Object.keys(schema).join() === 'type');
  return isPlain ? { type: [...new Set(schemas.flatMap(({ type }) => type))] } : { anyOf: schemas };
}

function objectSchema({ entries = {} }: Node): JsonSchema {
  const keys = Object.keys(entries);
  const needed = keys.filter((key) => !['optional', 'exact_optional'].includes(entries[key]?.type ?? ''));
  const properties = keys.flatMap((key): readonly (readonly [string, JsonSchema])[] => {
    const schema = convert(required(entries[key]));
    return [...new Set([kebab(key), key])].map((spelt) => [spelt, schema] as const);
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(needed.length === 0 ? {} : { required: needed }),
    additionalProperties: false,
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('valibot has changed its schemas');
  return value;
}
