// GitHub's artifact service: uploads a folder as one artifact and downloads artifacts.
import type { Sent } from '../model/publication.js';
import type { ArtifactStore } from '../ports.js';

/** For one upload with all its tries. */
const UPLOAD_LIMIT_MS = 120_000;

type UploadRequest = Parameters<ArtifactStore['upload']>[0];
type Uploaded = { readonly name: string; readonly id: number; readonly bytes: number; readonly digest: string };

/** Resolves when an upload has lasted too long. */
type UploadLimit = () => Promise<unknown>;

const uploadLimit: UploadLimit = () => new Promise((resolve) => setTimeout(resolve, UPLOAD_LIMIT_MS).unref());

/** GitHub's artifact service. The client is loaded when it is needed: it is the largest part of the bundle. */
export function createArtifactStore(limit: UploadLimit = uploadLimit): ArtifactStore {
  return {
    upload: async (request) => {
      const first = await uploadOnce(request.name, request, limit);
      if (first.ok || !/\b409\b|already exists/i.test(first.reason)) return first;
      if (request.whenTaken === 'keep') return first;
      if (request.whenTaken === 'replace') return replaceOnce(request, limit);
      // A rerun of the same attempt, or a job with the same name: artifacts cannot be replaced.
      return uploadOnce(`${request.name}-${Date.now().toString(36)}`, request, limit);
    },
  };
}

async function replaceOnce(request: UploadRequest, limit: UploadLimit): Promise<Sent<Uploaded>> {
  try {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    await new DefaultArtifactClient().deleteArtifact(request.name);
  } catch (error) {
    return refused(`the artifact ${request.name} could not be replaced: ${String(error)}`);
  }
  return uploadOnce(request.name, request, limit);
}

async function uploadOnce(name: string, request: UploadRequest, limit: UploadLimit): Promise<Sent<Uploaded>> {
  const late = limit().then(() => refused(`no response within ${UPLOAD_LIMIT_MS / 1000} s`));
  return Promise.race([late, upload(name, request)]);
}

/**
 * The client throws errors of its zip stream inside an event handler, where no promise sees them, and possibly after the
 * upload has failed for another reason.
 */
const isOfStream = (error: Error): boolean => /zip creation for the artifact/.test(error.message);

function ignoreLateStreamError(error: Error): void {
  if (!isOfStream(error)) throw error;
}

async function upload(name: string, request: UploadRequest): Promise<Sent<Uploaded>> {
  let onStreamError: (error: Error) => void = () => undefined;
  const streamError = new Promise<Sent<Uploaded>>((resolve) => {
    onStreamError = (error) => resolve(refused(error.message));
  });
  process.off('uncaughtException', ignoreLateStreamError);
  process.on('uncaughtException', onStreamError);
  try {
    return await Promise.race([streamError, send(name, request)]);
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  } finally {
    process.on('uncaughtException', ignoreLateStreamError);
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
  if (id === undefined) return refused('the service returned no ID');
  return { ok: true, value: { name, id, bytes: size ?? 0, digest: digest ?? '' } };
}

function refused(reason: string): Sent<Uploaded> {
  const remedy = /GHES|not currently supported/i.test(reason)
    ? 'Upload the folder that the output `evidence-dir` names with actions/upload-artifact@v3, which this server supports.'
    : 'The evidence is in the folder that the output `evidence-dir` names.';
  return { ok: false, reason: reason.trim() === '' ? 'no reason was given' : reason, remedy };
}
