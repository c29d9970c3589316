import { createHmac } from 'node:crypto';
import type { Answer, Incoming } from './http-server.js';

/** What a signed URL allows: writing a new blob, or reading it. */
type Permission = 'cw' | 'r';

export interface BlobStore {
  /** Path and query of a URL that allows exactly this. */
  readonly sign: (blob: string, permission: Permission) => string;
  readonly answer: (request: Incoming) => Answer;
  /** The committed content; null when there is none. */
  readonly read: (blob: string) => Buffer | null;
}

const SECRET = 'stand-in';
const signature = (path: string, permission: string): string =>
  createHmac('sha256', SECRET).update(`${permission}\n${path}`).digest('base64');

const refusal = (status: number, code: string): Answer => ({
  status,
  headers: { 'x-ms-error-code': code, 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});

const done = (
  status: number,
  request: Incoming,
  more: Readonly<Record<string, string>> = {},
  body?: Buffer,
): Answer => ({
  status,
  headers: {
    'x-ms-request-id': '1',
    'x-ms-version': request.headers['x-ms-version'] ?? '',
    etag: '"0x1"',
    'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
    ...more,
  },
  ...(body === undefined ? {} : { body }),
});

const idsIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map((match) => match[1] ?? '');

/** Block blobs as Azure keeps them: blocks become a blob when their list is put. Every request needs its signature. */
export function blobStore(container: string): BlobStore {
  const blocks = new Map<string, Map<string, Buffer>>();
  const blobs = new Map<string, Buffer>();
  const pathOf = (blob: string): string => `/${container}/${encodeURIComponent(blob)}`;

  const allowed = ({ path, query, method }: Incoming): boolean => {
    const permission = query.get('sp') ?? '';
    return query.get('sig') === signature(path, permission) && permission === (method === 'GET' ? 'r' : 'cw');
  };
  const putBlock = (request: Incoming): Answer => {
    const id = request.query.get('blockid') ?? '';
    if (id === '' || request.body.length === 0) return refusal(400, 'InvalidQueryParameterValue');
    const known = blocks.get(request.path) ?? new Map<string, Buffer>();
    if ([...known.keys()].some((other) => other.length !== id.length)) return refusal(400, 'InvalidBlobOrBlock');
    blocks.set(request.path, known.set(id, request.body));
    return done(201, request);
  };
  const putList = (request: Incoming): Answer => {
    const parts = idsIn(request.body.toString()).map((id) => blocks.get(request.path)?.get(id));
    if (parts.includes(undefined)) return refusal(400, 'InvalidBlockList');
    blobs.set(request.path, Buffer.concat(parts as readonly Buffer[]));
    return done(201, request);
  };
  const get = (request: Incoming): Answer => {
    const blob = blobs.get(request.path);
    if (blob === undefined) return refusal(404, 'BlobNotFound');
    return done(200, request, { 'content-type': 'application/zip', 'x-ms-blob-type': 'BlockBlob' }, blob);
  };

  return {
    sign: (blob, permission) => {
      const query = new URLSearchParams({ sv: '2026-04-06', sp: permission, sig: signature(pathOf(blob), permission) });
      return `${pathOf(blob)}?${query.toString()}`;
    },
    answer: (request) => {
      if (!allowed(request)) return refusal(403, 'AuthenticationFailed');
      if (request.method === 'GET') return get(request);
      if (request.method !== 'PUT') return refusal(405, 'UnsupportedHttpVerb');
      const kind = request.query.get('comp');
      if (kind === 'block') return putBlock(request);
      if (kind === 'blocklist') return putList(request);
      blobs.set(request.path, request.body);
      return done(201, request);
    },
    read: (blob) => blobs.get(pathOf(blob)) ?? null,
  };
}
