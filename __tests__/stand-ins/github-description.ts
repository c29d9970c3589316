import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

interface Content {
  readonly schema?: unknown;
  readonly examples?: Readonly<Record<string, Example>>;
}
interface Example {
  readonly $ref?: string;
  readonly value?: unknown;
}
interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly examples: Readonly<Record<string, Example>> };
}

/** One operation of GitHub's API with the checks that its description allows. */
export interface Route {
  readonly method: string;
  /** As in the description: `/repos/{owner}/{repo}/check-runs`. */
  readonly path: string;
  /** The values of the path's parameters, or null when the path is another one. */
  readonly match: (path: string) => Readonly<Record<string, string>> | null;
  /** What is wrong with a request body, one line each; empty when nothing is. */
  readonly requestErrors: (body: unknown) => readonly string[];
  /** What is wrong with an answer, one line each. */
  readonly responseErrors: (status: number, value: unknown) => readonly string[];
  /** The description's own example of a good answer; undefined when it has none. */
  readonly example: () => unknown;
  /** The first 2xx or 3xx status that the description knows. */
  readonly status: number;
}

const FILE = resolve(import.meta.dirname, '..', '..', 'fixtures', 'github', 'openapi.json');
const JSON_TYPE = 'application/json';
const pointer = (parts: readonly string[]): string =>
  parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

function errorsOf(validate: ValidateFunction, value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`,
  );
}

/** Compiles the schema at a place of the description on first use; places without a schema accept everything. */
function lazyCheck(
  ajv: Ajv,
  content: Content | undefined,
  place: readonly string[],
): (value: unknown) => readonly string[] {
  if (content?.schema === undefined) return () => [];
  let validate: ValidateFunction | null = null;
  return (value) => errorsOf((validate ??= ajv.compile({ $ref: `github#/${pointer([...place, 'schema'])}` })), value);
}

function routeOf(ajv: Ajv, description: Description, path: string, method: string, operation: Operation): Route {
  const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  const place = ['paths', path, method];
  const checkRequest = lazyCheck(ajv, operation.requestBody?.content?.[JSON_TYPE], [
    ...place,
    ...['requestBody', 'content', JSON_TYPE],
  ]);
  const checks = new Map(
    Object.entries(operation.responses).map(([status, response]) => [
      Number(status),
      lazyCheck(ajv, response.content?.[JSON_TYPE], [...place, 'responses', status, 'content', JSON_TYPE]),
    ]),
  );
  const status = Number(Object.keys(operation.responses).find((code) => /^[23]/.test(code)) ?? 200);
  return {
    method: method.toUpperCase(),
    path,
    status,
    match: (candidate) => {
      const found = pattern.exec(candidate);
      if (found === null) return null;
      return Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([key, text]) => [key, decodeURIComponent(text)]),
      );
    },
    requestErrors: checkRequest,
    responseErrors: (code, value) => checks.get(code)?.(value) ?? [],
    example: () => {
      const examples = operation.responses[String(status)]?.content?.[JSON_TYPE]?.examples ?? {};
      const [example] = Object.values(examples);
      const name = example?.$ref?.split('/').at(-1);
      return structuredClone(name === undefined ? example?.value : description.components.examples[name]?.value);
    },
  };
}

let routes: readonly Route[] | null = null;

/**
 * The operations of GitHub's API that the product uses, from GitHub's published description of them. Read once: to
 * compile the schemas costs more than most tests.
 */
export function readRoutes(): readonly Route[] {
  routes ??= compileRoutes();
  return routes;
}

function compileRoutes(): readonly Route[] {
  const description = JSON.parse(readFileSync(FILE, 'utf8')) as Description;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(description, 'github');
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => routeOf(ajv, description, path, method, operation)),
  );
}
