import type { IssueComment, Sent } from '../../model/publication.js';
import type { ApiClient, Octokit } from './api-client.js';

type Listed = Awaited<ReturnType<Octokit['rest']['issues']['listComments']>>['data'][number];

/** Comments that were written this long ago at most are looked at when a try to write one seemed to fail. */
const RECENT_MS = 600_000;

/** Our comment: it begins with the marker, and a bot or the token's own user wrote it. Anybody can write a marker. */
export async function findComment(
  client: ApiClient,
  pullRequest: number,
  marker: string,
): Promise<Sent<IssueComment | null>> {
  const isMarked = ({ body }: Listed): boolean => body?.startsWith(marker) === true;
  const byBot = (comment: Listed): boolean => isMarked(comment) && comment.user?.type === 'Bot';
  const listed = await client.list(
    'the comments could not be read',
    async (octokit, page) =>
      (await octokit.rest.issues.listComments({ ...client.at, issue_number: pullRequest, ...page })).data,
    (items) => items.some(byBot),
  );
  if (!listed.ok) return listed;
  const found = listed.value.find(byBot) ?? (await byOurselves(client, listed.value.filter(isMarked)));
  return { ok: true, value: found === undefined ? null : commentOf(found) };
}

async function byOurselves(client: ApiClient, marked: readonly Listed[]): Promise<Listed | undefined> {
  if (marked.length === 0) return undefined;
  // Only the token of a person can ask who it is; an app's is refused, and its comments are a bot's.
  const self = await client.send('the user of the token could not be read', async (octokit, signal) => {
    return (await octokit.rest.users.getAuthenticated({ request: { signal } })).data.login;
  });
  return self.ok ? marked.find(({ user }) => user?.login === self.value) : undefined;
}

/** Writes a new comment, once: a try that seemed to fail is looked for before the next. */
export function createComment(client: ApiClient, pullRequest: number, body: string): Promise<Sent<IssueComment>> {
  const at = { ...client.at, issue_number: pullRequest };
  const since = new Date(Date.now() - RECENT_MS).toISOString();
  const [stamp = ''] = body.split('\n', 1);
  return client.send(
    'the comment could not be written',
    async (octokit, signal) =>
      commentOf((await octokit.rest.issues.createComment({ ...at, body, request: { signal } })).data),
    async (octokit, signal) => {
      const { data } = await octokit.rest.issues.listComments({ ...at, since, per_page: 100, request: { signal } });
      const found = data.find((comment) => comment.body?.startsWith(stamp) === true);
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

function commentOf({ id, body, html_url }: Pick<Listed, 'id' | 'body' | 'html_url'>): IssueComment {
  if (typeof id !== 'number') throw new Error('the answer is no comment');
  return { id, body: body ?? '', url: html_url };
}
