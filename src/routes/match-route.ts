import type { ApiOperation } from '../model/api.js';
import { wordsOf } from '../text/name-words.js';
import { type NameSegment, nameSegments, wordsTelling } from './path-words.js';
import { literalMatches, segmentsOf, templateOf, writtenForms } from './path-template.js';
import { routeOfTest } from './route-of-name.js';
import { possibleRoutes, type RouteInText, routeInTag, routesInText } from './route-patterns.js';

/** What of a test can name its route. */
export interface NamedTest {
  readonly name: string;
  readonly tags?: readonly string[];
  /** `route` is read: what `record_property("route", "GET /pets")` writes. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** A route of a test: which operation it is, if the API has one like it, and what named it. */
export interface RouteMatch {
  /** `GET /pets/{pet_id}`, as the API description writes it when it knows it. */
  readonly route: string;
  readonly operation: ApiOperation | null;
  readonly by: 'tag' | 'title' | 'name';
}

const CONVENTION = /_(success|invalid_data|invalid_params|error)(\[|$)/;

/**
 * Every route that a test names, without repetitions: in tags and the `route` property, else in its title
 * (`GET /pets/7`, Schemathesis' case names and parameters of pytest included), else in its name. A route that somebody
 * wrote is believed even when the API does not know it; a name only by the convention `..._success`, because other names
 * say more than a path.
 */
export function routesOfTest(test: NamedTest, operations: readonly ApiOperation[]): readonly RouteMatch[] {
  const index = indexOf(operations);
  const tagged = [
    ...(test.tags ?? []).flatMap((tag) => routeInTag(tag) ?? []),
    ...routesInText(test.properties?.['route'] ?? ''),
  ];
  const reported = tagged.length > 0 ? tagged : routesInText(test.name);
  if (reported.length === 0)
    return matchPage(test, index) ?? matchPossible(test.name, index) ?? matchName(test.name, index);
  const by = tagged.length > 0 ? 'tag' : 'title';
  const matches = reported.map((one) => matchReported(one, index, by));
  return [...new Map(matches.map((match) => [match.route, match])).values()];
}

function isKnownByNameOnly({ name, tags = [], properties = {} }: NamedTest): boolean {
  return tags.length === 0 && properties['route'] === undefined && !name.includes('/');
}

/** The first route that a test names, or null. With no operations the name alone decides. */
export function matchRoute(test: NamedTest, operations: readonly ApiOperation[]): string | null {
  // Most runs have no API description, and 100,000 tests that name no route but by their own name.
  if (operations.length === 0 && isKnownByNameOnly(test)) return routeOfTest(test.name);
  return routesOfTest(test, operations)[0]?.route ?? null;
}

/** `GET /pets/{pet_id}`: how an operation is called everywhere. */
export function routeName({ method, path }: Pick<ApiOperation, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

interface IndexedOperation {
  readonly operation: ApiOperation;
  readonly forms: readonly (readonly string[])[];
  readonly named: readonly (readonly NameSegment[])[];
  /** Words of the operation id in one. */
  readonly id: string;
}

type Index = ReadonlyMap<string, readonly IndexedOperation[]>;

const indexes = new WeakMap<readonly ApiOperation[], Index>();

/** By method. Kept with the list, because every test of a run asks. */
function indexOf(operations: readonly ApiOperation[]): Index {
  const known = indexes.get(operations);
  if (known !== undefined) return known;
  const index = new Map<string, IndexedOperation[]>();
  for (const operation of operations) {
    const indexed = indexedOperation(operation);
    if (!index.get(operation.method)?.push(indexed)) index.set(operation.method, [indexed]);
  }
  indexes.set(operations, index);
  return index;
}

function indexedOperation(operation: ApiOperation): IndexedOperation {
  const forms = writtenForms(operation);
  const words = wordsOf(operation.operationId);
  return { operation, forms, named: forms.map(nameSegments), id: words.length > 1 ? words.join(' ') : '' };
}

function matchReported(reported: RouteInText, index: Index, by: 'tag' | 'title'): RouteMatch {
  const path = segmentsOf(reported.path);
  const best = bestOf(index.get(reported.method) ?? [], ({ forms }) =>
    highest(forms, (form) => literalMatches(form, path)),
  );
  if (best !== null) return { route: routeName(best), operation: best, by };
  return { route: `${reported.method} ${templateOf(reported.path)}`, operation: null, by };
}

const PAGE = /^(\/(?:[^\s/?#][^\s?#]{0,500})?)(?:[?#]\S{0,2000})?$/;

/** A quality tool names the path of the page it opened; null when the test names none. */
function matchPage({ properties }: NamedTest, index: Index): readonly RouteMatch[] | null {
  const path = PAGE.exec(properties?.['route'] ?? '')?.[1];
  if (path === undefined) return null;
  const match = matchReported({ method: 'GET', path }, index, 'tag');
  return [match.operation === null ? { ...match, route: path } : match];
}

/** Of routes that a name may mean, those that the API knows; null when it knows none. */
function matchPossible(name: string, index: Index): readonly RouteMatch[] | null {
  const known = possibleRoutes(name).flatMap((readings) => {
    const match = readings
      .map((reported) => matchReported(reported, index, 'title'))
      .find(({ operation }) => operation !== null);
    return match === undefined ? [] : [match];
  });
  return known.length === 0 ? null : [...new Map(known.map((match) => [match.route, match])).values()];
}

function matchName(name: string, index: Index): readonly RouteMatch[] {
  const plain = (name.split('[', 1)[0] ?? '').split(/[.:]/).at(-1) ?? '';
  const [test, method = '', ...words] = wordsOf(plain);
  if (test !== 'test') return [];
  const operations = index.get(method.toUpperCase()) ?? [];
  const best =
    bestOf(operations, ({ named }) => highest(named, (form) => reportedBy(form, words))) ??
    byOperationId([method, ...words], index);
  if (best !== null) return [{ route: routeName(best), operation: best, by: 'name' }];
  const route = index.size === 0 || CONVENTION.test(name) ? routeOfTest(name) : null;
  return route === null ? [] : [{ route, operation: null, by: 'name' }];
}

function reportedBy(form: readonly NameSegment[], words: readonly string[]): number | null {
  if (form.length > 0) return wordsTelling(form, words);
  return words.length === 0 || ['root', 'success'].includes(words[0] ?? '') ? 0 : null;
}

/** `test_list_pets_success` is the operation `listPets`; the whole id must be there, and it must be more than one word. */
function byOperationId(words: readonly string[], index: Index): ApiOperation | null {
  const reported = words.join(' ').replace(/ (success|invalid data|invalid params|error)$/, '');
  if (!reported.includes(' ')) return null;
  for (const indexed of index.values()) {
    const named = indexed.find(({ id }) => id === reported);
    if (named !== undefined) return named.operation;
  }
  return null;
}

function bestOf(
  candidates: readonly IndexedOperation[],
  score: (candidate: IndexedOperation) => number | null,
): ApiOperation | null {
  let best: { readonly operation: ApiOperation; readonly score: number } | null = null;
  for (const candidate of candidates) {
    const reached = score(candidate);
    if (reached !== null && (best === null || reached > best.score))
      best = { operation: candidate.operation, score: reached };
  }
  return best?.operation ?? null;
}

function highest<T>(values: readonly T[], score: (value: T) => number | null): number | null {
  let best: number | null = null;
  for (const value of values) {
    const reached = score(value);
    if (reached !== null && (best === null || reached > best)) best = reached;
  }
  return best;
}
