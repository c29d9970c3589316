// Creates, opens and writes the directory of a run; lists and inspects its files.
import { join } from 'node:path';
import type { Manifest } from '../model/evidence.js';
import type { Problem } from '../model/problem.js';
import type { Files, FileText } from '../ports.js';
import { runIdOf } from './ids.js';

/** A run directory on disk. Whoever creates it finalises it; others may open it and add files. */
export interface EvidenceDirectory {
  readonly runId: string;
  /** Absolute. */
  readonly directory: string;
}

const MANIFEST = 'manifest.json';
const MOST_IN_ONE_SECOND = 1000;

/**
 * Claims a new run directory below `parent`; it is there with its manifest or not at all. Two runs that start in the
 * same second get `_01`, `_02`.
 */
export async function createEvidenceDirectory(
  files: Files,
  parent: string,
  now: number,
  manifestOf: (runId: string) => Manifest,
): Promise<{ readonly run: EvidenceDirectory; readonly manifest: Manifest }> {
  const base = runIdOf(now);
  for (let attempt = 0; attempt < MOST_IN_ONE_SECOND; attempt += 1) {
    const runId = attempt === 0 ? base : `${base}_${String(attempt).padStart(2, '0')}`;
    const directory = join(parent, runId);
    const manifest = manifestOf(runId);
    const first = { name: MANIFEST, text: textOf(manifest) };
    if (await files.claimDirectory(directory, first)) return { run: { runId, directory }, manifest };
  }
  throw new Error(`no free run directory for ${base} in ${parent}`);
}

/** Opens a run that something else has created; null when it has no manifest. */
export async function openEvidenceDirectory(
  files: Files,
  directory: string,
): Promise<{ run: EvidenceDirectory; manifest: Manifest } | null> {
  const text = await files.readTextIfExists(join(directory, MANIFEST));
  if (text === null) return null;
  const manifest = JSON.parse(text) as Manifest;
  return { run: { runId: manifest.run_id, directory }, manifest };
}

/** Writes the manifest: all or nothing, so that a reader never meets half of one. */
export function writeManifest(files: Files, run: EvidenceDirectory, manifest: Manifest): Promise<void> {
  return files.writeWhole(join(run.directory, MANIFEST), textOf(manifest));
}

const textOf = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** Writes records as JSON lines, whole. Records may be made one by one. */
export function writeRecords(
  files: Files,
  run: EvidenceDirectory,
  path: string,
  records: Iterable<object>,
): Promise<void> {
  return files.writeWhole(join(run.directory, path), linesOf(records));
}

function linesOf(records: Iterable<object>): FileText {
  return (out) => {
    for (const record of records) out.text(`${JSON.stringify(record)}\n`);
  };
}

/** A file of a run. */
export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
}

/** Files of the run that can be evidence, and those that cannot. */
export interface InspectedFiles {
  /** By path, which is absolute; sorted. */
  readonly fit: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

/** Of one file. A sparse file may claim any size. */
const MOST_BYTES = 1024 ** 3;
/** What the artifact service refuses in a path. */
const REFUSED = /["<>|:*?\r\n]/;

/** Looks at type, size and name of every file: tests can write what they want into the folders of their attempts. */
export async function inspectFiles(files: Files, { directory }: EvidenceDirectory): Promise<InspectedFiles> {
  const fit: FoundFile[] = [];
  const refused: { readonly path: string; readonly why: string }[] = [];
  const refuse = (path: string, why: string): void => void refused.push({ path: inRun(path, directory), why });
  const found = await files.glob(['**/*'], directory, (path) => refuse(path, 'its name is not UTF-8'));
  for (const path of found) {
    const status = await files.statFile(path);
    if (status === null) refuse(path, 'it is not a regular file');
    else if (status.bytes > MOST_BYTES) refuse(path, 'it is larger than 1 GB');
    else if (REFUSED.test(inRun(path, directory)))
      refuse(path, 'its name contains a character that is not allowed in artifacts');
    else fit.push({ path, bytes: status.bytes });
  }
  return { fit, problems: refusals(refused) };
}

const MOST_NAMED = 5;

function refusals(refused: readonly { readonly path: string; readonly why: string }[]): readonly Problem[] {
  const named = refused.slice(0, MOST_NAMED).map(({ path, why }) => `${path} is not part of the evidence: ${why}`);
  const more = refused.length - named.length;
  const rest = more === 0 ? [] : [`${more} more files are not part of the evidence`];
  return [...named, ...rest].map((message) => ({ severity: 'warning', place: 'evidence', message, remedy: '' }));
}

const inRun = (path: string, directory: string): string => path.slice(directory.length + 1).replaceAll('\\', '/');

/** Every file of the run but the manifest, with its size and digest; sorted by path. */
export async function listFiles(files: Files, run: EvidenceDirectory): Promise<Manifest['files']> {
  const listed: Manifest['files'][number][] = [];
  for (const { path, bytes } of (await inspectFiles(files, run)).fit) {
    const relative = inRun(path, run.directory);
    if (relative === MANIFEST) continue;
    listed.push({ path: relative, bytes, sha256: await files.sha256(path) });
  }
  return listed;
}
