import type { ArchiveLimits, ListedArtifact, Sent } from '../../model/publication.js';
import type { ApiClient, Octokit } from './api-client.js';
import { unzipWanted } from '../zip.js';

type Listed = Awaited<ReturnType<Octokit['rest']['actions']['listArtifactsForRepo']>>['data']['artifacts'][number];

/** GitHub allows 500 artifacts a job; a run with more than this is not read in part. */
const MOST_ARTIFACTS = 3000;

/** All artifacts of a run, or the newest hundred of the repository by exact name; newest first, without expired ones. */
export async function listArtifacts(
  client: ApiClient,
  of: { readonly name: string } | { readonly runId: number },
): Promise<Sent<readonly ListedArtifact[]>> {
  const what = 'the artifacts could not be listed';
  const found = await client.list(
    what,
    async ({ rest: { actions } }, page) => {
      const options = { ...client.at, ...page };
      const { data } = await ('name' in of
        ? actions.listArtifactsForRepo({ ...options, name: of.name })
        : actions.listWorkflowRunArtifacts({ ...options, run_id: of.runId }));
      return data.artifacts;
    },
    () => 'name' in of,
  );
  if (!found.ok) return found;
  if (found.value.length >= MOST_ARTIFACTS)
    return { ok: false, reason: `${what}: there are ${MOST_ARTIFACTS} or more`, remedy: 'Upload fewer artifacts.' };
  const alive = found.value.filter(({ expired }) => !expired).map(listed);
  return { ok: true, value: alive.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id) };
}

function listed({ id, name, size_in_bytes, created_at, workflow_run: run }: Listed): ListedArtifact {
  return {
    id,
    name,
    bytes: size_in_bytes,
    runId: run?.id ?? 0,
    headBranch: run?.head_branch ?? '',
    isOwn: run?.repository_id !== undefined && run.repository_id === run.head_repository_id,
    createdAt: created_at ?? '',
  };
}

/** Downloads an archive and unpacks what is wanted of it, in memory and within the limits. */
export async function readArtifact(
  client: ApiClient,
  { id, name, bytes }: ListedArtifact,
  limits: ArchiveLimits,
): Promise<Sent<ReadonlyMap<string, string>>> {
  const what = `the artifact ${name} could not be read`;
  if (bytes > limits.archiveBytes)
    return { ok: false, reason: `${what}: ${bytes} bytes are more than ${limits.archiveBytes}`, remedy: '' };
  const downloaded = await client.send(what, async (octokit, signal) => {
    const at = { ...client.at, artifact_id: id, archive_format: 'zip', request: { signal } };
    const { data } = await octokit.rest.actions.downloadArtifact(at);
    if (!(data instanceof ArrayBuffer)) throw new Error('the answer is no archive');
    return Buffer.from(data);
  });
  if (!downloaded.ok) return downloaded;
  try {
    return { ok: true, value: await unzipWanted(downloaded.value, limits) };
  } catch (error) {
    return { ok: false, reason: `${what}: ${error instanceof Error ? error.message : String(error)}`, remedy: '' };
  }
}
