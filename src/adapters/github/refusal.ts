import type { Sent } from '../../model/publication.js';
import type { ApiFailure } from './retry.js';

/** Permissions of a job by the paths of the API that need them; `contents` is for everything else. */
const PERMISSIONS: readonly (readonly [RegExp, string])[] = [
  [/\/check-(?:runs|suites)\b/, 'checks: write'],
  [/^\/(?:issues|pulls)\b|^\/commits\/[^/]{1,200}\/pulls\b/, 'pull-requests: write'],
  [/^\/actions\b/, 'actions: read'],
];
const REASON_CHARS = 300;

/** A refusal with GitHub's status; 0 when there was no answer. */
export type Refusal = Extract<Sent<never>, { ok: false }> & {
  readonly status: number;
  /** True when another try gives the same answer: no permission, or nothing there. */
  readonly isLasting: boolean;
};

/** The reason that GitHub gave, and what to do about it. */
export function refusal(error: unknown, what: string): Refusal {
  const failure = error as ApiFailure;
  // The client calls a broken connection 500 as well.
  const status = failure.response === undefined ? 0 : (failure.status ?? 0);
  const reason = reasonIn(failure, error);
  return {
    ok: false,
    status,
    reason: `${what}: ${status === 0 ? '' : `${status} `}${reason}`,
    remedy: remedyFor(status, reason, failure),
    isLasting: status >= 400 && status < 500 && status !== 408 && !isLimit(status, reason, failure),
  };
}

function reasonIn({ message }: ApiFailure, error: unknown): string {
  const text = (message ?? String(error)).trim();
  // A proxy's or a broken gateway's page says nothing that a person can use.
  if (text.startsWith('<')) return '(an HTML page instead of JSON)';
  const reason = text.split('\n', 1)[0] ?? '';
  return reason.replace(/ - https:\/\/docs\.github\.com\S*$/, '').slice(0, REASON_CHARS) || '(no reason given)';
}

function isLimit(status: number, reason: string, { response }: ApiFailure): boolean {
  const remaining = response?.headers?.['x-ratelimit-remaining'];
  return status === 429 || (status === 403 && (remaining === '0' || /rate limit|abuse/i.test(reason)));
}

/** The permission that a refused request needs. */
function permissionFor({ request }: ApiFailure): string {
  const path = /\/repos\/[^/?]{1,200}\/[^/?]{1,200}(\/[^?]{0,500})/.exec(request?.url ?? '')?.[1] ?? '';
  return PERMISSIONS.find(([paths]) => paths.test(path))?.[1] ?? 'contents: read';
}

function remedyFor(status: number, reason: string, failure: ApiFailure): string {
  const add = `Add to the job's permissions: \`${permissionFor(failure)}\`.`;
  if (status === 401) return 'The token was rejected. Set a valid `github-token`.';
  if (isLimit(status, reason, failure)) return 'GitHub is rate-limiting requests. The results are in the job summary.';
  if (status === 403)
    return `${add} On pull requests from forks and from Dependabot, the token is read-only. The job summary has all results.`;
  if (status === 404) return `The token has no access. ${add}`;
  return 'The results are in the job summary and in the evidence.';
}
