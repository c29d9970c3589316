import type { Sent } from '../../ports.js';

const PERMISSIONS =
  'Add to the job: `permissions: { contents: read, checks: write, pull-requests: write, actions: read }`.';

/** What GitHub said, and what to do about it. */
export function refusal(error: unknown, what: string): Extract<Sent<never>, { ok: false }> {
  const { status, message } = error as { readonly status?: number; readonly message?: string };
  const said = (message ?? String(error)).split('\n', 1)[0]?.slice(0, 300) ?? '';
  return {
    ok: false,
    reason: `${what}: ${status === undefined ? '' : `${status} `}${said}`,
    remedy: remedyFor(status ?? 0, said),
  };
}

function remedyFor(status: number, said: string): string {
  if (status === 401) return 'The token was refused; give a valid `github-token`.';
  if (status === 403 && /rate limit|abuse/i.test(said))
    return 'GitHub limits requests just now; the results are in the job summary.';
  if (status === 403)
    return `${PERMISSIONS} On pull requests from forks and of Dependabot the token can only read; the job summary has everything.`;
  if (status === 404) return `The token cannot see this. ${PERMISSIONS}`;
  return 'The results are in the job summary and in the evidence.';
}
