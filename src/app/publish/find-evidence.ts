import { dirname, join } from 'node:path';
import type { EvidenceTexts } from '../../evidence/untrusted/read-evidence.js';
import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import type { ListedArtifact } from '../../model/publication.js';
import type { Files, GitHub } from '../../ports.js';
import { SHARD_FILE } from '../../shards/record.js';
import { publishingProblem } from './publish-to-github.js';
import type { Services } from '../services.js';

/** The evidence of one job, not yet looked at. */
export interface FoundEvidence {
  /** Its texts, or why they cannot be read. Not kept: all of a matrix together would not fit into memory. */
  readonly read: () => Promise<EvidenceTexts | Problem>;
  /** Further files of it by their paths, or why they cannot be read. */
  readonly readFiles: (paths: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array> | Problem>;
  /** As a person finds it. */
  readonly place: string;
  /** Null for a folder. */
  readonly artifactId: number | null;
}

export interface EvidenceSearch {
  readonly found: readonly FoundEvidence[];
  readonly problems: readonly Problem[];
}

const MANIFEST = 'manifest.json';
const TESTS = 'evidence/tests.jsonl';
const DIAGNOSTICS = 'evidence/diagnostics.jsonl';
const WANTED: readonly string[] = [MANIFEST, TESTS, DIAGNOSTICS, SHARD_FILE];
/** Jobs of one run. A matrix has at most 256; more than this are named, and the step is red. */
const MOST_RUNS = 500;
const FILE_BYTES = 128 << 20;
const ARCHIVE_BYTES = 512 << 20;
const MANIFEST_PLACES = [MANIFEST, `*/${MANIFEST}`, `*/*/${MANIFEST}`];

/** Evidence runs below a folder that something else has filled. Links are not followed, large files not read. */
export async function evidenceInFolder(folder: string, files: Files): Promise<EvidenceSearch> {
  const manifests = (await files.isDirectory(folder)) ? await files.glob(MANIFEST_PLACES, folder) : [];
  const found = manifests.slice(0, MOST_RUNS).map((manifest): FoundEvidence => {
    const directory = dirname(manifest);
    const readFiles = (paths: readonly string[]) => readFolder(directory, paths, files);
    return { read: () => readWanted(directory, files), readFiles, place: directory, artifactId: null };
  });
  return { found, problems: tooMany(manifests.length, folder) };
}

function tooMany(count: number, place: string): readonly Problem[] {
  if (count <= MOST_RUNS) return [];
  const message = `${place} has evidence of ${count} jobs; only ${MOST_RUNS} are published`;
  return [publishingProblem(message, 'Publish in several steps, each with its own `artifact-name`.')];
}

async function readWanted(directory: string, files: Files): Promise<EvidenceTexts | Problem> {
  const present = new Set(await files.glob([...WANTED], directory));
  const found: Buffer[] = [];
  for (const name of WANTED) {
    const path = join(directory, name);
    const size = present.has(path) ? await files.sizeOf(path) : 0;
    if (size > FILE_BYTES)
      return publishingProblem(`${directory}: ${name} has ${size} bytes, more than ${FILE_BYTES}`, '');
    found.push(size === 0 ? NO_BYTES : await bytesOf(path, files));
  }
  return textsOf(found);
}

async function readFolder(
  directory: string,
  paths: readonly string[],
  files: Files,
): Promise<ReadonlyMap<string, Uint8Array> | Problem> {
  const present = new Set(await files.glob([...paths], directory));
  const found = new Map<string, Uint8Array>();
  for (const path of paths.filter((each) => present.has(join(directory, each)))) {
    const size = await files.sizeOf(join(directory, path));
    if (size > FILE_BYTES) return publishingProblem(`${path} has ${size} bytes, more than ${FILE_BYTES}`, '');
    found.set(path, await bytesOf(join(directory, path), files));
  }
  return found;
}

async function bytesOf(path: string, files: Files): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of files.readChunks(path)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Evidence of the files that are `WANTED`, in this order. */
function textsOf([
  manifest = NO_BYTES,
  tests = NO_BYTES,
  diagnostics = NO_BYTES,
  shard = NO_BYTES,
]: Buffer[]): EvidenceTexts {
  return { manifest: manifest.toString(), tests, diagnostics: diagnostics.toString(), shard: shard.toString() };
}

const NO_BYTES = Buffer.alloc(0);

/**
 * Evidence that a run has uploaded, straight from the archives: nothing of it ever is a file. Of the attempts of a job the
 * last, or all of them.
 */
export async function evidenceOfRun(
  runId: number,
  { artifactName, mode }: Settings,
  api: GitHub,
  { console }: Pick<Services, 'console'>,
): Promise<EvidenceSearch> {
  const listed = await api.listArtifacts({ runId });
  if (!listed.ok) return { found: [], problems: [publishingProblem(listed.reason, listed.remedy)] };
  const ours = listed.value.filter(({ name, isExpired }) => !isExpired && name.startsWith(artifactName));
  const wanted = mode === 'merge' ? ours : lastAttempts(ours);
  const found = wanted.slice(0, MOST_RUNS).map((artifact): FoundEvidence => {
    const readFiles = (paths: readonly string[]) => readArtifactFiles(artifact, paths, api);
    const read = () => readArtifactTexts(artifact, api, console);
    return { read, readFiles, place: artifact.name, artifactId: artifact.id };
  });
  return { found, problems: tooMany(wanted.length, `run ${runId}`) };
}

const LIMITS = {
  archiveBytes: ARCHIVE_BYTES,
  fileBytes: FILE_BYTES,
  isWanted: (path: string) => WANTED.includes(path),
};

async function readArtifactFiles(
  artifact: ListedArtifact,
  paths: readonly string[],
  api: GitHub,
): Promise<ReadonlyMap<string, Uint8Array> | Problem> {
  const read = await api.readArtifact(artifact, { ...LIMITS, isWanted: (path) => paths.includes(path) });
  return read.ok ? read.value : publishingProblem(read.reason, read.remedy);
}

async function readArtifactTexts(
  artifact: ListedArtifact,
  api: GitHub,
  console: Services['console'],
): Promise<EvidenceTexts | Problem> {
  console.untrusted(`Reading ${artifact.name} (${artifact.bytes} bytes)`);
  const read = await api.readArtifact(artifact, LIMITS);
  if (!read.ok) return publishingProblem(read.reason, read.remedy);
  return textsOf(WANTED.map((name) => read.value.get(name) ?? NO_BYTES));
}

/**
 * Of the attempts of one job only the last counts. Where several jobs have one name (all but one with a suffix), nothing
 * reports which of them ran again, and so all count.
 */
function lastAttempts(artifacts: readonly ListedArtifact[]): readonly ListedArtifact[] {
  const jobs = new Map<string, { readonly attempt: number; readonly artifact: ListedArtifact }[]>();
  for (const artifact of artifacts) {
    const [, job = artifact.name, attempt = '0'] = /^(.*)-attempt(\d{1,6})(?:-\w{1,16})?$/.exec(artifact.name) ?? [];
    const known = jobs.get(job) ?? [];
    known.push({ attempt: Number(attempt), artifact });
    jobs.set(job, known);
  }
  return [...jobs.values()].flatMap((uploads) => {
    const isOneJob = new Set(uploads.map(({ attempt }) => attempt)).size === uploads.length;
    const last = Math.max(...uploads.map(({ attempt }) => attempt));
    return uploads.filter(({ attempt }) => !isOneJob || attempt === last).map(({ artifact }) => artifact);
  });
}
