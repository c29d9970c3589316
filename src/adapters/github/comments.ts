import type { IssueComment, Sent } from '../../model/publication.js';
import type { ApiClient, Octokit } from './api-client.js';

type Listed = Awaited<ReturnType<Octokit['rest']['issues']['listComments']>>['data'][number];

/** Comments that were written this long ago at most are looked at when a try to write one seemed to fail. */
const RECENT_MS = 600_000;

/** Whose comments the token of a workflow writes. */
const WORKFLOW_TOKEN = 'github-actions[bot]';

/**
 * Our comments, the oldest first: they begin with the marker, and the token's own user wrote them. Anybody can write a
 * marker, other apps included.
 */
export async function ownComments(
  client: ApiClient,
  pullRequest: number,
  marker: string,
): Promise<Sent<readonly IssueComment[]>> {
  const isMarked = ({ body }: Listed): boolean => body?.startsWith(marker) === true;
  const byWorkflow = (comment: Listed): boolean => isMarked(comment) && comment.user?.login === WORKFLOW_TOKEN;
  const listed = await listComments(client, pullRequest, (page) => page.some(byWorkflow));
  if (!listed.ok) return listed;
  const isForeign = listed.value.some((comment) => isMarked(comment) && !byWorkflow(comment));
  const self = isForeign ? await tokenUser(client) : WORKFLOW_TOKEN;
  const isRead = self === WORKFLOW_TOKEN || !listed.value.some(byWorkflow);
  const all = isRead ? listed : await listComments(client, pullRequest, () => false);
  if (!all.ok) return all;
  const own = all.value.filter((comment) => isMarked(comment) && comment.user?.login === self);
  return { ok: true, value: own.map(commentOf).toSorted((a, b) => a.id - b.id) };
}

function listComments(client: ApiClient, pullRequest: number, isEnough: (page: readonly Listed[]) => boolean) {
  return client.list(
    'the comments could not be read',
    async (octokit, page) =>
      (await octokit.rest.issues.listComments({ ...client.at, issue_number: pullRequest, ...page })).data,
    isEnough,
  );
}

/** Login of the token's user: a person, an app, or the workflow itself where GitHub does not answer. */
async function tokenUser(client: ApiClient): Promise<string> {
  const what = 'the user of the token could not be read';
  const person = await client.send(what, async (octokit, signal) => {
    return (await octokit.rest.users.getAuthenticated({ request: { signal } })).data.login;
  });
  if (person.ok) return person.value;
  // The token of an app cannot ask the REST API who it is.
  const app = await client.send(what, async (octokit, signal) => {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }', {
      request: { signal },
    });
    return viewer.login;
  });
  return app.ok ? app.value : WORKFLOW_TOKEN;
}

/** Writes a new comment, once: a try that seemed to fail is looked for before the next. */
export function createComment(
  client: ApiClient,
  pullRequest: number,
  body: string,
  mark: string,
): Promise<Sent<IssueComment>> {
  const at = { ...client.at, issue_number: pullRequest };
  const since = new Date(Date.now() - RECENT_MS).toISOString();
  return client.send(
    'the comment could not be written',
    async (octokit, signal) =>
      commentOf((await octokit.rest.issues.createComment({ ...at, body, request: { signal } })).data),
    async (octokit, signal) => {
      const { data } = await octokit.rest.issues.listComments({ ...at, since, per_page: 100, request: { signal } });
      const found = data.find((comment) => comment.body?.includes(mark) === true);
      return found === undefined ? null : commentOf(found);
    },
  );
}

/** Replaces the text of a comment. */
export function updateComment(client: ApiClient, id: number, body: string): Promise<Sent<IssueComment>> {
  return client.send('the comment could not be updated', async (octokit, signal) =>
    commentOf(
      (await octokit.rest.issues.updateComment({ ...client.at, comment_id: id, body, request: { signal } })).data,
    ),
  );
}

/** Removes a comment of ours. */
export function deleteComment(client: ApiClient, id: number): Promise<Sent<null>> {
  return client.send('the second comment could not be removed', async (octokit, signal) => {
    await octokit.rest.issues.deleteComment({ ...client.at, comment_id: id, request: { signal } });
    return null;
  });
}

function commentOf({ id, body, html_url }: Pick<Listed, 'id' | 'body' | 'html_url'>): IssueComment {
  if (typeof id !== 'number') throw new Error('the response is not a comment');
  return { id, body: body ?? '', url: html_url };
}
