import { json, jsonOf, serve } from './http-server.js';
import type { Answer, Incoming } from './http-server.js';
import { readRoutes } from './github-description.js';
import type { Route } from './github-description.js';
import { OPERATIONS } from './github-operations.js';
import type { Outcome } from './github-call.js';
import type { GitHubState, StoredCheck, StoredComment } from './github-state.js';

/** One request as it came in, and what it was answered with: 0 for none at all. */
export interface GitHubCall {
  readonly method: string;
  readonly path: string;
  /** Method and path as in the description; empty when GitHub has no such route. */
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly authorization: string;
  readonly status: number;
}

/** Decides over a request before the stand-in does; undefined lets it pass. `earlier` are the calls before it. */
type Fault = (call: Omit<GitHubCall, 'status'>, earlier: readonly GitHubCall[]) => Answer | undefined;

export interface GitHubOptions extends Partial<Omit<GitHubState, 'nextId' | 'checks' | 'comments'>> {
  /** `read` is the token of a pull request from a fork. */
  readonly permissions?: 'write' | 'read';
  readonly comments?: readonly StoredComment[];
  readonly fault?: Fault;
}

export interface GitHubStandIn {
  readonly origin: string;
  readonly calls: readonly GitHubCall[];
  /** What the product sent that GitHub would refuse, and what the stand-in answered that GitHub would not. */
  readonly violations: readonly string[];
  readonly checks: () => readonly StoredCheck[];
  readonly comments: () => readonly StoredComment[];
  readonly close: () => Promise<void>;
}

const DOCS = 'https://docs.github.com/rest';
const LIMITS = { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '999', 'x-github-request-id': 'STAND:IN' };

function freshState(options: GitHubOptions): GitHubState {
  return {
    repository: options.repository ?? 'octo-org/shop',
    defaultBranch: options.defaultBranch ?? 'main',
    commits: options.commits ?? null,
    checks: new Map(),
    comments: new Map((options.comments ?? []).map((comment) => [comment.id, comment])),
    pulls: options.pulls ?? [],
    pullFiles: options.pullFiles ?? [],
    artifacts: options.artifacts ?? [],
    runs: options.runs ?? [],
    jobs: options.jobs ?? [],
    user: options.user ?? null,
    app: options.app ?? 'github-actions[bot]',
    nextId: 1000,
  };
}

/** Cuts a list into GitHub's pages: 30 items unless asked otherwise, never more than 100. */
function page(
  request: Incoming,
  origin: string,
  items: readonly unknown[],
): { readonly items: readonly unknown[]; readonly link: string } {
  const size = Math.min(100, Math.max(1, Number(request.query.get('per_page') ?? 30)));
  const current = Math.max(1, Number(request.query.get('page') ?? 1));
  const rest = items.length - current * size;
  const next = new URLSearchParams(request.query);
  next.set('page', String(current + 1));
  const link = rest > 0 ? `<${origin}${request.path}?${next.toString()}>; rel="next"` : '';
  return { items: items.slice((current - 1) * size, current * size), link };
}

const refusal = (status: number, errors: readonly string[]): Answer =>
  json(status, { message: errors.join('\n'), documentation_url: DOCS, ...(status === 422 ? { errors } : {}) }, LIMITS);

function mayNot(request: Incoming, permissions: 'write' | 'read'): Answer | null {
  const isWrite = request.method !== 'GET';
  if ((request.headers['authorization'] ?? '') === '')
    return isWrite ? refusal(401, ['Requires authentication']) : null;
  return isWrite && permissions === 'read' ? refusal(403, ['Resource not accessible by integration']) : null;
}

function answerOf(outcome: Outcome, route: Route, request: Incoming, origin: string, violations: string[]): Answer {
  if (outcome.kind === 'refused') {
    if (outcome.status === 422)
      violations.push(...outcome.errors.map((error) => `${route.method} ${route.path}: ${error}`));
    return refusal(outcome.status, outcome.errors);
  }
  if (outcome.kind === 'redirect') return { status: 302, headers: { location: outcome.location } };
  if (outcome.kind === 'empty') return { status: 204 };
  const paged = outcome.kind === 'list' ? page(request, origin, outcome.items) : null;
  const total = outcome.kind === 'list' ? outcome.items.length : 0;
  const under = outcome.kind === 'list' ? outcome.under : undefined;
  const listed = under === undefined ? paged?.items : { total_count: total, [under]: paged?.items };
  const body = outcome.kind === 'value' ? outcome.value : listed;
  const wrong = route.responseErrors(route.status, body);
  violations.push(...wrong.map((error) => `the stand-in's own answer to ${route.method} ${route.path}: ${error}`));
  return json(route.status, body, { ...LIMITS, ...(paged?.link ? { link: paged.link } : {}) });
}

/** GitHub's REST API for one repository, on loopback. Requests and answers are checked against GitHub's description. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubStandIn> {
  const routes = readRoutes();
  const state = freshState(options);
  const calls: GitHubCall[] = [];
  const violations: string[] = [];
  let origin = '';

  const storage = (request: Incoming): Answer => {
    const id = Number(/^\/_storage\/(\d+)\.zip$/.exec(request.path)?.[1]);
    const artifact = state.artifacts.find((candidate) => candidate.id === id);
    if (artifact === undefined || request.query.get('sig') === null) return { status: 403 };
    return { status: 200, headers: { 'content-type': 'application/zip' }, body: artifact.zip };
  };

  const answer = (request: Incoming, route: Route | undefined): Answer => {
    const params = route?.match(request.path);
    const repository = params?.['repo'] === undefined ? state.repository : `${params['owner'] ?? ''}/${params['repo']}`;
    const operation = route && OPERATIONS[`${route.method} ${route.path}`];
    if (!route || !params || !operation || repository !== state.repository) {
      violations.push(`no such route: ${request.method} ${request.path}`);
      return refusal(404, ['Not Found']);
    }
    const barred = mayNot(request, options.permissions ?? 'write');
    if (barred !== null) return barred;
    const errors = request.method === 'GET' || request.method === 'DELETE' ? [] : route.requestErrors(jsonOf(request));
    const outcome: Outcome =
      errors.length > 0
        ? { kind: 'refused', status: 422, errors }
        : operation({ request, params, example: route.example(), state, origin });
    return answerOf(outcome, route, request, origin, violations);
  };

  const server = await serve((request) => {
    if (request.path.startsWith('/_storage/')) return storage(request);
    // Not part of the description, which is that of the REST API.
    if (request.path === '/graphql') return json(200, { data: { viewer: { login: state.user ?? state.app } } }, LIMITS);
    const route = routes.find(({ method, match }) => method === request.method && match(request.path) !== null);
    const call = {
      method: request.method,
      path: request.path,
      route: route === undefined ? '' : `${route.method} ${route.path}`,
      query: Object.fromEntries(request.query),
      body: jsonOf(request),
      authorization: request.headers['authorization'] ?? '',
    };
    const given = options.fault?.(call, calls) ?? answer(request, route);
    calls.push({ ...call, status: typeof given === 'string' ? 0 : given.status });
    return given;
  });
  origin = server.origin;
  return {
    origin,
    calls,
    violations,
    checks: () => [...state.checks.values()],
    comments: () => [...state.comments.values()],
    close: server.close,
  };
}
