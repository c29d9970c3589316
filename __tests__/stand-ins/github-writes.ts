import { refused, value } from './github-call.js';
import type { Call, Fields, Outcome } from './github-call.js';
import { checkErrors, commentErrors } from './github-rules.js';
import type { WireCheck } from './github-rules.js';
import type { StoredCheck, StoredComment } from './github-state.js';
import { jsonOf } from './http-server.js';

/** A stored check run as GitHub shows it. */
export function wireCheck(check: StoredCheck, { state }: Call, example: Fields): Fields {
  const { title, summary, text } = check.output;
  const url = `https://api.github.com/repos/${state.repository}/check-runs/${check.id}`;
  return {
    ...example,
    app: { ...(example['app'] as Fields), description: '', slug: 'github-actions', name: 'GitHub Actions' },
    id: check.id,
    name: check.name,
    head_sha: check.headSha,
    status: check.status,
    conclusion: check.conclusion,
    external_id: check.externalId,
    url,
    html_url: `https://github.com/${state.repository}/runs/${check.id}`,
    details_url: check.detailsUrl || `https://github.com/${state.repository}/runs/${check.id}`,
    completed_at: check.status === 'completed' ? '2026-01-01T00:00:00Z' : null,
    output: {
      title: title ?? null,
      summary: summary ?? null,
      text: text ?? null,
      annotations_count: check.annotations.length,
      annotations_url: `${url}/annotations`,
    },
  };
}

/** Creates a check run, or updates the one from before: annotations add up, a conclusion completes. */
export function storeCheck(call: Call, before: StoredCheck | undefined): Outcome {
  const { state, request } = call;
  const body = jsonOf(request) as WireCheck;
  const errors = checkErrors(body);
  if (errors.length > 0) return refused(422, ...errors);
  if (body.head_sha !== undefined && state.commits?.has(body.head_sha) === false)
    return refused(422, `No commit found for SHA: ${body.head_sha}`);
  const conclusion = body.conclusion ?? before?.conclusion ?? null;
  const after: StoredCheck = {
    id: before?.id ?? state.nextId++,
    name: body.name ?? before?.name ?? '',
    headSha: body.head_sha ?? before?.headSha ?? '',
    status: body.conclusion === undefined ? (body.status ?? before?.status ?? 'queued') : 'completed',
    conclusion,
    externalId: body.external_id ?? before?.externalId ?? '',
    detailsUrl: body.details_url ?? before?.detailsUrl ?? '',
    output: { ...before?.output, ...body.output },
    annotations: [...(before?.annotations ?? []), ...(body.output?.annotations ?? [])],
    updates: before === undefined ? 0 : before.updates + 1,
  };
  state.checks.set(after.id, after);
  return value(wireCheck(after, call, call.example as Fields));
}

/** A stored comment as GitHub shows it. */
export function wireComment(comment: StoredComment, { state }: Call, example: Fields): Fields {
  return {
    ...example,
    id: comment.id,
    body: comment.body,
    html_url: `https://github.com/${state.repository}/issues/${comment.issue}#issuecomment-${comment.id}`,
    user: {
      ...(example['user'] as Fields),
      login: comment.author,
      type: comment.author.endsWith('[bot]') ? 'Bot' : 'User',
    },
  };
}

/** Creates a comment, or replaces the text of the one from before. */
export function storeComment(call: Call, issue: number, before: StoredComment | undefined): Outcome {
  const { state } = call;
  const { body } = jsonOf(call.request) as { readonly body: string };
  const errors = commentErrors(body);
  if (errors.length > 0) return refused(422, ...errors);
  const id = before?.id ?? state.nextId++;
  const author = before?.author ?? state.user ?? state.app;
  const after = { id, issue, body, author, updates: before === undefined ? 0 : before.updates + 1 };
  state.comments.set(id, after);
  return value(wireComment(after, call, call.example as Fields));
}
