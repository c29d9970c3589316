// Matches a recorded request (method, URL) to an operation of the API.
import type { ApiOperation } from '../model/api.js';
import { literalMatches, segmentsOf } from './path-template.js';
import type { RecordedRequest } from './recorded-requests.js';
import { withoutEnd } from '../text/bounds.js';

/** Where an API is served, as far as settings and description say. */
export interface ApiPlace {
  /** `https://api.example.com`; servers of the description, and the base URL's. */
  readonly origins: ReadonlySet<string>;
  /** Path of the base URL, without a slash at the end; empty when there is none. */
  readonly basePath: string;
}

/** What a base URL and the servers of a description say; texts that are no URLs say nothing. */
export function apiPlace(baseUrl: string | null, serverOrigins: readonly string[]): ApiPlace {
  const base = baseUrl !== null && URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  const origins = new Set([...serverOrigins, ...(base === null ? [] : [base.origin])]);
  return { origins, basePath: withoutEnd(base?.pathname ?? '', '/') };
}

/** Finds the operation that a request reached; null for everything else that browsers load. */
export type RequestMatcher = (request: RecordedRequest) => ApiOperation | null;

/**
 * A matcher that remembers paths. A request counts when it went to one of the API's origins, or to a host of the job's
 * own network (this machine, or a name without a dot, as containers have); its path must be an operation's, with or
 * without the path of server and base URL.
 */
export function requestMatcher(operations: readonly ApiOperation[], place: ApiPlace): RequestMatcher {
  const forms = formsByMethod(operations);
  const known = new Map<string, ApiOperation | null>();
  return ({ method, url }) => {
    if (!URL.canParse(url)) return null;
    const { origin, hostname, pathname } = new URL(url);
    if (!place.origins.has(origin) && !isOwnNetwork(hostname)) return null;
    const key = `${method} ${pathname}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const found = bestOf(forms.get(method) ?? [], pathsOf(pathname, place));
    known.set(key, found);
    return found;
  };
}

interface Form {
  readonly operation: ApiOperation;
  readonly segments: readonly string[];
}

function formsByMethod(operations: readonly ApiOperation[]): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, Form[]>();
  for (const operation of operations) {
    const own = segmentsOf(operation.path);
    const base = segmentsOf(operation.basePath);
    const list = forms.get(operation.method) ?? [];
    forms.set(operation.method, list);
    list.push({ operation, segments: own });
    if (base.length > 0) list.push({ operation, segments: [...base, ...own] });
  }
  return forms;
}

const OWN_HOST =
  /^(?:localhost|(?:.{1,250}\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0|host\.docker\.internal|[^.]{1,63})$/;

const isOwnNetwork = (hostname: string): boolean => OWN_HOST.test(hostname);

function pathsOf(pathname: string, { basePath }: ApiPlace): readonly (readonly string[])[] {
  const whole = segmentsOf(pathname).map(decoded);
  const isBelow = basePath !== '' && `${pathname}/`.startsWith(`${basePath}/`);
  return isBelow ? [whole, segmentsOf(pathname.slice(basePath.length)).map(decoded)] : [whole];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The form with the most literal segments, so that `/pets/featured` is not the pet called `featured`. */
function bestOf(forms: readonly Form[], paths: readonly (readonly string[])[]): ApiOperation | null {
  let best: { readonly operation: ApiOperation; readonly literals: number } | null = null;
  for (const { operation, segments } of forms)
    for (const path of paths) {
      const literals = literalMatches(segments, path);
      if (literals !== null && (best === null || literals > best.literals)) best = { operation, literals };
    }
  return best?.operation ?? null;
}
