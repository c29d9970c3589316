import type { Sent } from '../model/publication.js';
import type { ArtifactStore } from '../ports.js';

const UPLOAD_LIMIT_MS = 120_000;

type UploadRequest = Parameters<ArtifactStore['upload']>[0];
type Uploaded = { readonly name: string; readonly id: number; readonly bytes: number; readonly digest: string };

/** GitHub's artifact service. The client is loaded when it is needed: it is the largest part of the bundle. */
export const artifactStore: ArtifactStore = {
  upload: async (request) => {
    const first = await uploadOnce(request.name, request);
    if (first.ok || !/\b409\b|already exists/i.test(first.reason)) return first;
    if (request.whenTaken === 'keep') return first;
    if (request.whenTaken === 'replace') return replaceOnce(request);
    // A rerun of the same attempt, or a job with the same name: artifacts cannot be replaced.
    return uploadOnce(`${request.name}-${Date.now().toString(36)}`, request);
  },
};

async function replaceOnce(request: UploadRequest): Promise<Sent<Uploaded>> {
  try {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    await new DefaultArtifactClient().deleteArtifact(request.name);
  } catch (error) {
    return refused(`the artifact ${request.name} could not be replaced: ${String(error)}`);
  }
  return uploadOnce(request.name, request);
}

async function uploadOnce(name: string, request: UploadRequest): Promise<Sent<Uploaded>> {
  const limit = new Promise<Sent<Uploaded>>((resolve) => {
    setTimeout(() => resolve(refused(`no answer within ${UPLOAD_LIMIT_MS / 1000} s`)), UPLOAD_LIMIT_MS).unref();
  });
  return Promise.race([limit, upload(name, request)]);
}

async function upload(name: string, request: UploadRequest): Promise<Sent<Uploaded>> {
  let onStreamError: (error: Error) => void = () => undefined;
  // The client throws errors of its zip stream inside an event handler, where no promise sees them.
  const streamError = new Promise<Sent<Uploaded>>((resolve) => {
    onStreamError = (error) => resolve(refused(error.message));
  });
  process.on('uncaughtException', onStreamError);
  try {
    return await Promise.race([streamError, send(name, request)]);
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  } finally {
    process.off('uncaughtException', onStreamError);
  }
}

async function send(name: string, request: UploadRequest): Promise<Sent<Uploaded>> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const options = request.retentionDays === null ? {} : { retentionDays: request.retentionDays };
  const { id, size, digest } = await new DefaultArtifactClient().uploadArtifact(
    name,
    [...request.files],
    request.root,
    options,
  );
  if (id === undefined) return refused('the service gave no id');
  return { ok: true, value: { name, id, bytes: size ?? 0, digest: digest ?? '' } };
}

function refused(reason: string): Sent<Uploaded> {
  const remedy = /GHES|not currently supported/i.test(reason)
    ? 'Upload the folder of the output `evidence-dir` with actions/upload-artifact@v3, which this server supports.'
    : 'The evidence stays in the folder of the output `evidence-dir`.';
  return { ok: false, reason, remedy };
}
