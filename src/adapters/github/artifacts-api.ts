import type { ArchiveLimits, ListedArtifact, Sent } from '../../model/publication.js';
import type { ApiClient, Octokit } from './api-client.js';
import { unzipWanted } from '../zip.js';

type Listed = Awaited<ReturnType<Octokit['rest']['actions']['listArtifactsForRepo']>>['data']['artifacts'][number];

/** The newest hundred artifacts of a run, or of the repository by exact name, without expired ones. */
export async function listArtifacts(
  client: ApiClient,
  of: { readonly name: string } | { readonly runId: number },
): Promise<Sent<readonly ListedArtifact[]>> {
  return client.send('the artifacts could not be listed', async (octokit, signal) => {
    const options = { ...client.at, per_page: 100, request: { signal } };
    const { actions } = octokit.rest;
    const { data } = await ('name' in of
      ? actions.listArtifactsForRepo({ ...options, name: of.name })
      : actions.listWorkflowRunArtifacts({ ...options, run_id: of.runId }));
    const alive = data.artifacts.filter(({ expired }) => !expired).map(listed);
    return alive.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id);
  });
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
