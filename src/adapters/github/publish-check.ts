import type { Annotation, CheckRun, PublishedCheck, Sent } from '../../model/publication.js';
import type { ApiClient, Octokit } from './api-client.js';
import type { Refusal } from './refusal.js';

/** Annotations that one request may carry. */
const PER_REQUEST = 50;
/** Requests that may be spent on finding bad annotations among good ones. */
const MOST_SPLITS = 100;
/** After so many refused alone and none accepted, the fault is not in the annotations. */
const NOT_RETRYABLE = 5;

interface Created {
  readonly id: number;
  readonly url: string;
}

/**
 * Creates the check completed with the first annotations; the others follow. One that GitHub refuses is left out alone.
 * No check of another job of the same run is hidden by it.
 */
export async function publishCheck(client: ApiClient, check: CheckRun): Promise<Sent<PublishedCheck>> {
  const before = await twinsBefore(client, check, Number.MAX_SAFE_INTEGER);
  const published = await publishOnce(client, { ...check, name: numbered(check.name, before) });
  if (!published.ok) return published;
  const { id } = published.value;
  // Two jobs may have looked at the same moment.
  const after = await twinsBefore(client, check, id);
  if (after > before) await renameCheck(client, id, numbered(check.name, after));
  return published;
}

const numbered = (name: string, twins: number): string => (twins === 0 ? name : `${name} #${twins + 1}`);

/**
 * How many checks that this one must not hide were created before `id` by jobs of the same run that cannot be distinguished
 * from this one: GitHub shows only the newest check of a name. A later attempt replaces the check of an earlier one, except
 * where that attempt had several such jobs: then nothing shows which of them ran again, and a failure of any stays.
 */
async function twinsBefore(client: ApiClient, check: CheckRun, id: number): Promise<number> {
  const listed = await client.list('the checks could not be listed', async (octokit, page) => {
    const { data } = await octokit.rest.checks.listForRef({
      ...{ ...client.at, ref: check.headSha, filter: 'all' },
      ...page,
    });
    return data.check_runs;
  });
  if (!listed.ok) return 0;
  const attempts = new Map<string, number>();
  for (const { id: other, name, external_id: external } of listed.value) {
    const isNamed = name === check.name || name.startsWith(`${check.name} #`);
    const attempt = attemptOf(external ?? '');
    if (!isNamed || other >= id || external === check.externalId || runOf(attempt) !== runOf(check.run)) continue;
    attempts.set(attempt, (attempts.get(attempt) ?? 0) + 1);
  }
  const own = attempts.get(check.run) ?? 0;
  attempts.delete(check.run);
  const earlier = [...attempts.values()];
  const isHiding = check.conclusion !== 'failure' && earlier.some((count) => count > 1);
  return isHiding ? own + earlier.reduce((sum, count) => sum + count, 0) : own;
}

/** `4242:1:` of the external id of a check, and `4242` of that: see `checkKey`. */
const attemptOf = (externalId: string): string => /^\d+:\d+:/.exec(externalId)?.[0] ?? '';
const runOf = (attempt: string): string => attempt.split(':', 1)[0] ?? '';

async function renameCheck(client: ApiClient, id: number, name: string): Promise<void> {
  await client.send('the check could not be renamed', async (octokit, signal) => {
    await octokit.rest.checks.update({ ...client.at, check_run_id: id, name, request: { signal } });
    return true;
  });
}

async function publishOnce(client: ApiClient, check: CheckRun): Promise<Sent<PublishedCheck>> {
  const pieces = inPieces(check.output.annotations.map(toApi));
  const [first = [], ...rest] = pieces;
  const created = await createCheck(client, check, first);
  if (created.ok) return addAnnotations(client, check, created.value, first.length, rest);
  if (created.status !== 422 || first.length === 0) return created;
  // One bad annotation makes GitHub refuse the whole check.
  const bare = await createCheck(client, check, []);
  return bare.ok ? addAnnotations(client, check, bare.value, 0, pieces) : bare;
}

function createCheck(client: ApiClient, check: CheckRun, annotations: ApiAnnotation[]) {
  const { title, summary, text } = check.output;
  return client.send(
    'the check could not be created',
    async (octokit, signal) =>
      createdOf(
        await octokit.rest.checks.create({
          ...client.at,
          name: check.name,
          head_sha: check.headSha,
          external_id: check.externalId,
          details_url: check.detailsUrl,
          status: 'completed',
          conclusion: check.conclusion,
          output: { title, summary, text, annotations },
          request: { signal },
        }),
      ),
    (octokit, signal) => findCheck(octokit, client, check, signal),
  );
}

async function findCheck(
  octokit: Octokit,
  client: ApiClient,
  check: CheckRun,
  signal: AbortSignal,
): Promise<Created | null> {
  const query = { ref: check.headSha, check_name: check.name, per_page: 100, request: { signal } };
  const { data } = await octokit.rest.checks.listForRef({ ...client.at, ...query });
  const found = data.check_runs.find(({ external_id }) => external_id === check.externalId);
  return found === undefined ? null : createdOf({ data: found });
}

function createdOf({ data }: { readonly data: { readonly id: number; readonly html_url: string | null } }): Created {
  if (typeof data.id !== 'number') throw new Error('the response is not a check run');
  return { id: data.id, url: data.html_url ?? '' };
}

async function addAnnotations(
  client: ApiClient,
  check: CheckRun,
  created: Created,
  already: number,
  pieces: readonly ApiAnnotation[][],
): Promise<Sent<PublishedCheck>> {
  const queue = [...pieces];
  let [sent, splits, refusedAlone, refused, isCertain] = [already, 0, 0, '', true];
  for (let piece = queue.shift(); piece !== undefined; piece = queue.shift()) {
    const updated = await updateCheck(client, check, created.id, piece, isCertain ? sent + piece.length : null);
    if (updated.ok) {
      sent += piece.length;
      continue;
    }
    refused ||= updated.reason;
    isCertain &&= updated.status === 422;
    if (updated.status === 422 && piece.length > 1 && splits < MOST_SPLITS) {
      splits += 1;
      queue.unshift(...halves(piece));
    } else if (piece.length === 1) refusedAlone += 1;
    if (isFinal(updated) || (sent === 0 && refusedAlone >= NOT_RETRYABLE)) break;
  }
  return { ok: true, value: { ...created, annotations: sent, refused } };
}

/** True when the next annotations would be refused for the same reason. */
function isFinal({ status }: Refusal): boolean {
  return status >= 400 && status < 500 && status !== 422;
}

/** `expected`: annotations that the check has when this request goes through; null when that is unknown. */
function updateCheck(
  client: ApiClient,
  check: CheckRun,
  id: number,
  annotations: ApiAnnotation[],
  expected: number | null,
) {
  const at = { ...client.at, check_run_id: id };
  // The whole output each time: what is left out may be forgotten.
  const { title, summary, text } = check.output;
  const output = { title, summary, text, annotations };
  return client.send(
    'annotations were refused',
    async (octokit, signal) => {
      await octokit.rest.checks.update({ ...at, output, request: { signal } });
      return true;
    },
    async (octokit, signal) => {
      if (expected === null) return null;
      const { data } = await octokit.rest.checks.get({ ...at, request: { signal } });
      return data.output.annotations_count === expected ? true : null;
    },
  );
}

interface ApiAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: Annotation['level'];
  title: string;
  message: string;
  raw_details: string;
}

function toApi({ path, startLine, endLine, level, title, message, rawDetails }: Annotation): ApiAnnotation {
  const lines = { start_line: startLine, end_line: endLine };
  return { path, ...lines, annotation_level: level, title, message, raw_details: rawDetails };
}

function inPieces(annotations: readonly ApiAnnotation[]): ApiAnnotation[][] {
  const pieces: ApiAnnotation[][] = [];
  for (let at = 0; at < annotations.length; at += PER_REQUEST) pieces.push(annotations.slice(at, at + PER_REQUEST));
  return pieces;
}

function halves(piece: ApiAnnotation[]): ApiAnnotation[][] {
  const middle = Math.ceil(piece.length / 2);
  return [piece.slice(0, middle), piece.slice(middle)];
}
