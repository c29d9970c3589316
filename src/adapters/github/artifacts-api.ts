import type { ArchiveLimits, ArtifactQuery, ListedArtifact, Sent } from '../../model/publication.js';
import type { ApiClient, Octokit } from './api-client.js';
import type { Refusal } from './refusal.js';
import { unzipWanted } from '../zip.js';

type Listed = Awaited<ReturnType<Octokit['rest']['actions']['listArtifactsForRepo']>>['data']['artifacts'][number];

/** GitHub allows 500 artifacts a job; a run with more than this is not read in part. */
const MOST_ARTIFACTS = 3000;
/** Artifacts of one name that are looked through: other branches and forks have the same names. */
const MOST_NAMED = 1000;

/** Status of an archive that has expired. */
const GONE = 410;

/** Artifacts, the newest first, expired ones included. */
export async function listArtifacts(client: ApiClient, of: ArtifactQuery): Promise<Sent<readonly ListedArtifact[]>> {
  const what = 'the artifacts could not be listed';
  const isNamed = 'name' in of;
  const most = isNamed ? MOST_NAMED : MOST_ARTIFACTS;
  const isWanted = isNamed ? of.isWanted : () => false;
  const found = await client.list(
    what,
    async ({ rest: { actions } }, page) => {
      const options = { ...client.at, ...page };
      const { data } = await (isNamed
        ? actions.listArtifactsForRepo({ ...options, name: of.name })
        : actions.listWorkflowRunArtifacts({ ...options, run_id: of.runId }));
      return data.artifacts;
    },
    (items) => items.length >= most || items.some((artifact) => isWanted(listed(artifact))),
  );
  if (!found.ok) return readAgain(found);
  const all = found.value.map(listed);
  if (all.length >= most && !all.some(isWanted))
    return { ok: false, reason: `${what}: there are ${most} or more`, remedy: 'Upload fewer artifacts.' };
  return { ok: true, value: all.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id) };
}

/** The refusal with the remedy of a reader: what was lost is in no summary. */
function readAgain(refused: Refusal): Refusal {
  if (refused.status === GONE) return { ...refused, remedy: '' };
  return refused.isLasting ? refused : { ...refused, remedy: 'Run this job again later.' };
}

function listed({ id, name, size_in_bytes, created_at, expired, workflow_run: run }: Listed): ListedArtifact {
  return {
    id,
    name,
    bytes: size_in_bytes,
    runId: run?.id ?? 0,
    headBranch: run?.head_branch ?? '',
    isOwn: run?.repository_id !== undefined && run.repository_id === run.head_repository_id,
    createdAt: created_at ?? '',
    isExpired: expired,
  };
}

/** Downloads an archive and unpacks what is wanted of it, in memory and within the limits. */
export async function readArtifact(
  client: ApiClient,
  { id, name, bytes }: ListedArtifact,
  limits: ArchiveLimits,
): Promise<Sent<ReadonlyMap<string, Buffer>>> {
  const what = `the artifact ${name} could not be read`;
  if (bytes > limits.archiveBytes)
    return { ok: false, reason: `${what}: ${bytes} bytes are more than ${limits.archiveBytes}`, remedy: '' };
  const downloaded = await client.send(what, async (octokit, signal) => {
    const at = { ...client.at, artifact_id: id, archive_format: 'zip', request: { signal } };
    const { data } = await octokit.rest.actions.downloadArtifact(at);
    if (!(data instanceof ArrayBuffer)) throw new Error('the response is not an archive');
    return Buffer.from(data);
  });
  if (!downloaded.ok) return readAgain(downloaded);
  try {
    return { ok: true, value: await unzipWanted(downloaded.value, limits) };
  } catch (error) {
    return { ok: false, reason: `${what}: ${error instanceof Error ? error.message : String(error)}`, remedy: '' };
  }
}
