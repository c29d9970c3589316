import { API_METHODS, type ApiOperation } from '../model/api.js';
import { entriesOf, listOf, member, numberOf, textOf, textsOf } from '../text/json.js';
import type { Problem } from '../model/problem.js';
import { type OperationContext, readOperation } from './operation.js';
import { References } from './reference.js';
import { SchemaReader } from './schema.js';

const MAX_OPERATIONS = 5000;
const REMEDY = 'Set `openapi` to an OpenAPI 2 or 3 document.';

/** An API as its OpenAPI document describes it. */
export interface ApiDescription {
  readonly title: string;
  /** The document's own version of the format: `3.0.3`; empty when it is none. */
  readonly format: string;
  readonly operations: readonly ApiOperation[];
  /** `https://api.example.com` of every server that has one. */
  readonly origins: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads OpenAPI 2 and 3 from a value that YAML or JSON gave. Local references are followed, webhooks are not part of
 * it. Whatever the value is, this returns; what could not be read is a problem. `place` names the document in them.
 */
export function readOpenApi(document: unknown, place = 'openapi'): ApiDescription {
  const format = formatOf(document);
  const title = textOf(member(document, 'info'), 'title');
  const warn = (message: string, remedy = ''): Problem => ({ severity: 'warning', place, message, remedy });
  if (!/^[23](\.|$)/.test(format))
    return {
      title,
      format: '',
      operations: [],
      origins: [],
      problems: [warn('the document is not OpenAPI 2 or 3', REMEDY)],
    };
  const references = new References(document);
  const swagger = format.startsWith('2');
  const basePath = basePathOf(swagger ? textOf(document, 'basePath') : serverUrl(listOf(document, 'servers')[0]));
  const context = { document, references, schemas: new SchemaReader(references), basePath, swagger };
  const operations = readPaths(context);
  const problems = [
    ...(operations.length === 0 ? [warn('the document describes no operation', REMEDY)] : []),
    ...(operations.length > MAX_OPERATIONS ? [warn(`only the first ${MAX_OPERATIONS} operations are used`)] : []),
    ...references.lost.map((lost) =>
      warn(`the reference "${lost}" cannot be resolved`, 'Bundle the document into one file.'),
    ),
  ];
  return { title, format, operations: operations.slice(0, MAX_OPERATIONS), origins: originsOf(document), problems };
}

/** YAML makes a number of an unquoted `swagger: 2.0`. */
function formatOf(document: unknown): string {
  const numbers = [numberOf(document, 'openapi'), numberOf(document, 'swagger')];
  const reported = textOf(document, 'openapi') || textOf(document, 'swagger');
  return reported || (numbers.find((number) => number !== null)?.toFixed(1) ?? '');
}

/** One more than the limit, so that the reader knows when it was passed. */
function readPaths(context: OperationContext): readonly ApiOperation[] {
  const operations: ApiOperation[] = [];
  for (const [path, raw] of entriesOf(member(context.document, 'paths'))) {
    if (operations.length > MAX_OPERATIONS) break;
    if (path.startsWith('/')) operations.push(...readItem(path, raw, context));
  }
  return operations.slice(0, MAX_OPERATIONS + 1);
}

function readItem(path: string, raw: unknown, context: OperationContext): readonly ApiOperation[] {
  const { value } = context.references.resolve(raw);
  return API_METHODS.flatMap((method) => {
    const operation = member(value, method.toLowerCase());
    const known = typeof operation === 'object' && operation !== null;
    return known ? [readOperation(method, path, value, operation, context)] : [];
  });
}

const MAX_SERVERS = 50;

/** OpenAPI 2 has one host and its schemes. */
function originsOf(document: unknown): readonly string[] {
  const host = textOf(document, 'host').slice(0, 300);
  const schemes = host === '' ? [] : [...textsOf(document, 'schemes').slice(0, 4), 'https', 'http'];
  const urls = [
    ...schemes.map((scheme) => `${scheme}://${host}`),
    ...listOf(document, 'servers').slice(0, MAX_SERVERS).map(serverUrl),
  ];
  const known = urls.filter((url) => /^https?:\/\/[^{]*$/i.test(url) && URL.canParse(url));
  return [...new Set(known.map((url) => new URL(url).origin))];
}

function serverUrl(server: unknown): string {
  return entriesOf(member(server, 'variables')).reduce(
    (url, [name, variable]) => url.replaceAll(`{${name}}`, textOf(variable, 'default')),
    textOf(server, 'url').slice(0, 2000),
  );
}

function basePathOf(url: string): string {
  const root = 'http://server.invalid/';
  return URL.canParse(url, root) ? new URL(url, root).pathname.replace(/\/$/, '') : '';
}
