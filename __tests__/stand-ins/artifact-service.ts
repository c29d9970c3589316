import { createHash, randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { blobStore } from './blob-store.js';
import type { BlobStore } from './blob-store.js';
import { json, jsonOf, serve } from './http-server.js';
import type { Answer, Incoming } from './http-server.js';
import { BACKEND, backendOf } from './runtime-token.js';

/** One request: the service's method, or `PUT block`, `PUT blocklist`, `GET blob` of the storage. */
interface ArtifactCall {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly status: number;
}

/** Decides over a call before the service does; undefined lets it pass. */
type ArtifactFault = (call: Omit<ArtifactCall, 'status'>, earlier: readonly ArtifactCall[]) => Answer | undefined;

/** A finished upload. */
export interface Uploaded {
  readonly id: number;
  readonly name: string;
  /** ISO 8601; empty when the repository's retention holds. */
  readonly expiresAt: string;
  readonly digest: string;
  readonly bytes: Uint8Array;
  /** Files of the archive by their path; throws when the upload is no zip. */
  readonly files: () => Readonly<Record<string, Uint8Array>>;
}

export interface ArtifactStandIn {
  readonly origin: string;
  readonly calls: readonly ArtifactCall[];
  readonly uploads: () => readonly Uploaded[];
  readonly close: () => Promise<void>;
}

export interface ArtifactOptions {
  readonly fault?: ArtifactFault;
  /** Names that the workflow run already has, as another job or attempt left them. */
  readonly taken?: readonly string[];
}

interface Stored {
  readonly id: number;
  readonly name: string;
  readonly blob: string;
  readonly expiresAt: string;
  readonly digest: string;
  readonly finished: boolean;
}

const PREFIX = '/twirp/github.actions.results.api.v1.ArtifactService/';
const FORBIDDEN = /["<>|*?\r\n:\\/]/;
const MAX_DAYS = 90;
const twirpError = (status: number, code: string, msg: string): Answer => json(status, { code, msg });
const text = (body: Readonly<Record<string, unknown>>, field: string): string =>
  typeof body[field] === 'string' ? body[field] : '';

/** The artifacts of one workflow run. Each method answers one Twirp call. */
class Artifacts {
  private readonly stored = new Map<string, Stored>();
  private nextId = 1;

  constructor(
    private readonly blobs: BlobStore,
    private readonly origin: () => string,
  ) {}

  create(body: Readonly<Record<string, unknown>>): Answer {
    const name = text(body, 'name');
    const expiresAt = text(body, 'expires_at');
    if (name === '' || FORBIDDEN.test(name))
      return twirpError(400, 'invalid_argument', `artifact name is not valid: ${name}`);
    if (expiresAt !== '' && Date.parse(expiresAt) > Date.now() + (MAX_DAYS + 1) * 86_400_000)
      return twirpError(400, 'invalid_argument', 'expires_at is beyond the retention of the repository');
    if (this.stored.get(name)?.finished === true)
      return twirpError(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
    const blob = `${randomUUID()}.zip`;
    this.stored.set(name, { id: this.nextId++, name, blob, expiresAt, digest: '', finished: false });
    return json(200, { ok: true, signed_upload_url: `${this.origin()}${this.blobs.sign(blob, 'cw')}` });
  }

  finalize(body: Readonly<Record<string, unknown>>): Answer {
    const artifact = this.stored.get(text(body, 'name'));
    const content = artifact && this.blobs.read(artifact.blob);
    if (!artifact || !content) return twirpError(404, 'not_found', 'nothing was uploaded under this name');
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    if (Number(body['size']) !== content.length)
      return twirpError(400, 'invalid_argument', 'size is not that of the blob');
    if (text(body, 'hash') !== digest) return twirpError(400, 'invalid_argument', 'hash is not that of the blob');
    this.stored.set(artifact.name, { ...artifact, digest, finished: true });
    return json(200, { ok: true, artifact_id: String(artifact.id) });
  }

  list(body: Readonly<Record<string, unknown>>): Answer {
    const name = text(body, 'name_filter');
    const id = text(body, 'id_filter');
    const found = this.finished().filter((one) => (!name || one.name === name) && (!id || String(one.id) === id));
    const artifacts = found.map((one) => ({
      workflow_run_backend_id: BACKEND.runId,
      workflow_job_run_backend_id: BACKEND.jobId,
      database_id: String(one.id),
      name: one.name,
      size: String(this.blobs.read(one.blob)?.length ?? 0),
      created_at: '2026-01-01T00:00:00Z',
      digest: one.digest,
    }));
    return json(200, { artifacts });
  }

  signedUrl(body: Readonly<Record<string, unknown>>): Answer {
    const artifact = this.stored.get(text(body, 'name'));
    if (artifact?.finished !== true) return twirpError(404, 'not_found', 'artifact');
    return json(200, { signed_url: `${this.origin()}${this.blobs.sign(artifact.blob, 'r')}` });
  }

  remove(body: Readonly<Record<string, unknown>>): Answer {
    const artifact = this.stored.get(text(body, 'name'));
    if (artifact === undefined) return twirpError(404, 'not_found', 'artifact');
    this.stored.delete(artifact.name);
    return json(200, { ok: true, artifact_id: String(artifact.id) });
  }

  /** Marks a name as used by another job of the run. */
  take(name: string): void {
    const id = this.nextId++;
    this.stored.set(name, { id, name, blob: `taken-${id}`, expiresAt: '', digest: '', finished: true });
  }

  uploads(): readonly Uploaded[] {
    return this.finished().flatMap(({ id, name, expiresAt, digest, blob }) => {
      const bytes = this.blobs.read(blob);
      return bytes === null ? [] : [{ id, name, expiresAt, digest, bytes, files: () => unzipSync(bytes) }];
    });
  }

  private finished(): readonly Stored[] {
    return [...this.stored.values()].filter(({ finished }) => finished);
  }
}

function twirp(artifacts: Artifacts, method: string, request: Incoming): Answer {
  const backend = backendOf(request.headers['authorization']);
  if (backend === null) return twirpError(401, 'unauthenticated', 'no runtime token');
  const body = (jsonOf(request) ?? {}) as Readonly<Record<string, unknown>>;
  const ids = [body['workflow_run_backend_id'], body['workflow_job_run_backend_id']];
  const known = backend.runId === BACKEND.runId && backend.jobId === BACKEND.jobId;
  if (!known || ids[0] !== backend.runId || ids[1] !== backend.jobId)
    return twirpError(403, 'permission_denied', 'the token is not for this run and job');
  switch (method) {
    case 'CreateArtifact':
      return artifacts.create(body);
    case 'FinalizeArtifact':
      return artifacts.finalize(body);
    case 'ListArtifacts':
      return artifacts.list(body);
    case 'GetSignedArtifactURL':
      return artifacts.signedUrl(body);
    case 'DeleteArtifact':
      return artifacts.remove(body);
    default:
      return twirpError(404, 'bad_route', `no handler for path ${request.path}`);
  }
}

/** The service that keeps the artifacts of a workflow run, with its storage, on loopback. */
export async function startArtifacts(options: ArtifactOptions = {}): Promise<ArtifactStandIn> {
  const calls: ArtifactCall[] = [];
  let origin = '';
  const blobs = blobStore('artifacts');
  const artifacts = new Artifacts(blobs, () => origin);
  options.taken?.forEach((name) => artifacts.take(name));
  const server = await serve((request) => {
    const method = request.path.startsWith(PREFIX) ? request.path.slice(PREFIX.length) : null;
    const call = {
      method: method ?? `${request.method} ${request.query.get('comp') ?? 'blob'}`,
      body: method === null ? {} : ((jsonOf(request) ?? {}) as Readonly<Record<string, unknown>>),
    };
    const forced = options.fault?.(call, calls);
    const answer = forced ?? (method === null ? blobs.answer(request) : twirp(artifacts, method, request));
    calls.push({ ...call, status: typeof answer === 'string' ? 0 : answer.status });
    return answer;
  });
  origin = server.origin;
  return { origin, calls, uploads: () => artifacts.uploads(), close: server.close };
}
