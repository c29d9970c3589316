import type { ApiContent, ApiMethod, ApiOperation, ApiParameter, ApiResponse } from '../model/api.js';
import { entriesOf, listOf, member, textOf, textsOf } from '../text/json.js';
import type { References } from './reference.js';
import { type SchemaReader, examplesOf } from './schema.js';

/** What an operation needs of the document around it. */
export interface OperationContext {
  readonly document: unknown;
  readonly references: References;
  readonly schemas: SchemaReader;
  readonly basePath: string;
  /** True for OpenAPI 2, whose bodies are parameters and whose responses hold one schema. */
  readonly swagger: boolean;
}

const PLACES: readonly string[] = ['path', 'query', 'header', 'cookie'];
const MAX_PARAMETERS = 200;
const MAX_RESPONSES = 100;

/** Reads one operation; `item` is the path item around it, whose parameters it inherits. */
export function readOperation(
  method: ApiMethod,
  path: string,
  item: unknown,
  raw: unknown,
  context: OperationContext,
): ApiOperation {
  const parameters = rawParameters(item, raw, context.references);
  return {
    method,
    path,
    basePath: context.basePath,
    operationId: textOf(raw, 'operationId'),
    summary: textOf(raw, 'summary'),
    tags: textsOf(raw, 'tags'),
    deprecated: member(raw, 'deprecated') === true,
    authRequired: authRequired(raw, context.document),
    parameters: parameters.flatMap((parameter) => readParameter(parameter, context)),
    body: context.swagger ? swaggerBody(raw, parameters, context) : readBody(raw, context),
    responses: readResponses(raw, context),
  };
}

/** An operation's parameter replaces the path item's of the same name and place. */
function rawParameters(item: unknown, raw: unknown, references: References): readonly unknown[] {
  const all = [...listOf(item, 'parameters'), ...listOf(raw, 'parameters')].slice(0, MAX_PARAMETERS);
  const byKey = new Map<string, unknown>();
  for (const { value } of all.map((one) => references.resolve(one)))
    byKey.set(`${textOf(value, 'in')} ${textOf(value, 'name')}`, value);
  return [...byKey.values()];
}

function readParameter(raw: unknown, { schemas }: OperationContext): readonly ApiParameter[] {
  const place = textOf(raw, 'in');
  const name = textOf(raw, 'name');
  if (!isPlace(place) || name === '') return [];
  const content = entriesOf(member(raw, 'content'))[0]?.[1];
  const schema = schemas.read(member(raw, 'schema') ?? member(content, 'schema') ?? raw);
  const required = place === 'path' || member(raw, 'required') === true;
  return [{ name, in: place, required, schema, examples: [...examplesOf(raw), ...examplesOf(content)] }];
}

const isPlace = (place: string): place is ApiParameter['in'] => PLACES.includes(place);

/** No credentials are needed when the list of alternatives is empty or holds an empty one. */
function authRequired(raw: unknown, document: unknown): boolean {
  const owner = Array.isArray(member(raw, 'security')) ? raw : document;
  const alternatives = listOf(owner, 'security');
  return alternatives.length > 0 && alternatives.every((one) => entriesOf(one).length > 0);
}

function readBody(raw: unknown, context: OperationContext): ApiOperation['body'] {
  const { value } = context.references.resolve(member(raw, 'requestBody'));
  if (value === undefined) return null;
  return { required: member(value, 'required') === true, content: readContent(value, context) };
}

function swaggerBody(raw: unknown, parameters: readonly unknown[], context: OperationContext): ApiOperation['body'] {
  const body = parameters.find((parameter) => textOf(parameter, 'in') === 'body');
  if (body === undefined) return null;
  const schema = context.schemas.read(member(body, 'schema'));
  const content = mediaTypes(raw, context.document, 'consumes').map((mediaType) => {
    return { mediaType, schema, examples: examplesOf(body) };
  });
  return { required: member(body, 'required') === true, content };
}

function mediaTypes(raw: unknown, document: unknown, list: 'consumes' | 'produces'): readonly string[] {
  const found = Array.isArray(member(raw, list)) ? textsOf(raw, list) : textsOf(document, list);
  return found.length > 0 ? found.map(plainType) : ['application/json'];
}

const plainType = (mediaType: string): string => (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();

function readContent(owner: unknown, { schemas }: OperationContext): readonly ApiContent[] {
  return entriesOf(member(owner, 'content')).map(([mediaType, media]) => {
    const schema = member(media, 'schema');
    return {
      mediaType: plainType(mediaType),
      schema: schema === undefined ? null : schemas.read(schema),
      examples: examplesOf(media),
    };
  });
}

function readResponses(raw: unknown, context: OperationContext): readonly ApiResponse[] {
  const responses = entriesOf(member(raw, 'responses')).filter(([status]) =>
    /^(default|[1-5](\d\d|XX))$/i.test(status),
  );
  return responses.slice(0, MAX_RESPONSES).map(([status, response]) => {
    const { value } = context.references.resolve(response);
    return { status, content: context.swagger ? swaggerContent(raw, value, context) : readContent(value, context) };
  });
}

function swaggerContent(raw: unknown, response: unknown, context: OperationContext): readonly ApiContent[] {
  const schema = member(response, 'schema');
  if (schema === undefined) return [];
  const read = context.schemas.read(schema);
  const examples = new Map(entriesOf(member(response, 'examples')));
  return mediaTypes(raw, context.document, 'produces').map((mediaType) => {
    return { mediaType, schema: read, examples: examples.has(mediaType) ? [examples.get(mediaType)] : [] };
  });
}
