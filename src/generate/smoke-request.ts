import type { ApiOperation, ApiParameter } from '../model/api.js';
import { givenValue, parameterValue } from './example-value.js';
import type { Plain } from './python-literal.js';

/** One request that a smoke test makes, or would make. */
export interface SmokeRequest {
  /** Filled and encoded; parameters without a value are left as in the template. */
  readonly path: string;
  readonly query: Readonly<Record<string, Plain>>;
  readonly headers: Readonly<Record<string, Plain>>;
  readonly json: Plain | undefined;
  /** Why it must not, or cannot, be made; empty when it can. */
  readonly skip: string;
}

// The specification keeps these three for itself: a parameter of that name is ignored.
const RESERVED = new Set(['accept', 'content-type', 'authorization']);
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Plans the request of an operation from what its description gives. Required parameters only. Without `unsafe`,
 * methods that change data are planned and marked as not to be made.
 */
export function smokeRequest(operation: ApiOperation, unsafe: boolean): SmokeRequest {
  const wanted = operation.parameters.filter(({ required, in: place, name }) => {
    return required && !(place === 'header' && RESERVED.has(name.toLowerCase()));
  });
  const values = new Map(wanted.map((parameter) => [parameter, parameterValue(parameter)]));
  const json = bodyOf(operation);
  const missing = [
    ...wanted
      .filter((parameter) => isMissing(parameter, values))
      .map(({ in: place, name }) => `${place} parameter ${name}`),
    ...(operation.body?.required === true && json === undefined ? ['JSON body'] : []),
  ];
  const reasons = [
    ...(unsafe || SAFE.includes(operation.method)
      ? []
      : [`${operation.method} changes data: remove this mark if that is safe`]),
    ...(missing.length === 0 ? [] : [`the API description has no example for: ${missing.join(', ').slice(0, 300)}`]),
  ];
  return {
    path: filledPath(operation, values),
    query: named('query', values),
    headers: named('header', values),
    json,
    skip: reasons.join('; '),
  };
}

type Values = ReadonlyMap<ApiParameter, Plain | undefined>;

function isMissing(parameter: ApiParameter, values: Values): boolean {
  const value = values.get(parameter);
  if (value === undefined || parameter.in === 'cookie') return true;
  // How lists and objects are written into a path or a header depends on `style`; queries repeat the name.
  return parameter.in !== 'query' && typeof value === 'object';
}

function filledPath({ path }: ApiOperation, values: Values): string {
  return [...values].reduce((filled, [{ in: place, name }, value]) => {
    if (place !== 'path' || value === undefined || typeof value === 'object') return filled;
    return filled.replaceAll(`{${name}}`, () => encodeURIComponent(String(value).toWellFormed()));
  }, path);
}

function named(place: 'query' | 'header', values: Values): Readonly<Record<string, Plain>> {
  const found = [...values].filter(([parameter, value]) => parameter.in === place && value !== undefined);
  return Object.fromEntries(found.map(([{ name }, value]) => [name, value ?? null]));
}

function bodyOf({ body }: ApiOperation): Plain | undefined {
  const json = body?.content.find(({ mediaType }) => isJson(mediaType));
  return json === undefined
    ? undefined
    : (givenValue(json.examples, null) ?? givenValue(json.schema?.examples ?? [], null));
}

/** `application/json` and what is written like it: `application/problem+json`. */
export function isJson(mediaType: string): boolean {
  return /^application\/([\w.-]{1,100}\+)?json$/.test(mediaType);
}
