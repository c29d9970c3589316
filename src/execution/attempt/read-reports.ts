import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { ParsedReport } from '../../model/report.js';
import type { Files } from '../../ports.js';
import { settleCompanions } from '../../report/companions.js';
import { distinctReports } from '../../report/distinct-reports.js';
import { settleRetries } from '../../report/retries.js';
import { readReport, unreadableReport } from '../../report/read-report.js';
import type { NamedReport } from '../results/attempt-output.js';
import { slug } from './attempt-files.js';
import type { AttemptFiles } from './collect-output.js';

type ReportPlace = Pick<AttemptFiles, 'suite' | 'directory' | 'cwd' | 'reportRetries'>;

interface ReportFile {
  readonly path: string;
  /** The pattern of `report` that named it; absent for a file in the folder of the attempt. */
  readonly pattern?: string;
}

/** Reads reports one after the other and keeps a copy of those that stand elsewhere. */
export async function readReports(
  paths: readonly ReportFile[],
  place: ReportPlace,
  files: Files,
): Promise<readonly NamedReport[]> {
  const reports: (NamedReport & { readonly digest: string })[] = [];
  for (const file of paths) {
    const { path } = file;
    const inside = insideOf(place.directory, path);
    const name = (inside ?? insideOf(place.cwd, path) ?? relative(place.cwd, path)).replaceAll('\\', '/');
    const all = files.readChunks(path);
    const digested = paths.length === 1 ? { chunks: all, digest: () => '' } : digestedChunks(all);
    const report = await readOne(digested.chunks, { name, place: place.suite });
    const folder = inside !== null ? dirname(name).replace(/^(?:reports|\.)(?:\/|$)/, '') : dirname(path);
    reports.push({ ...file, name, folder, report, digest: digested.digest() });
    // A copy that fails costs evidence, never a result.
    if (inside === null)
      await files.copy(path, join(place.directory, 'reports', ...name.split('/').map(slug))).catch(() => undefined);
  }
  return settleRetries(settleCompanions(distinctReports(reports)), { byName: place.reportRetries === true });
}

async function readOne(
  chunks: AsyncIterable<Uint8Array>,
  options: { name: string; place: string },
): Promise<ParsedReport> {
  try {
    return await readReport(chunks, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unreadableReport(options, `cannot be read: ${reason}`);
  }
}

/** Chunks with their digest, which tells copies; empty until all of them have been read. */
function digestedChunks(chunks: AsyncIterable<Uint8Array>): {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly digest: () => string;
} {
  const hash = createHash('sha256');
  let digest = '';
  async function* tee(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
    digest = hash.digest('hex');
  }
  return { chunks: tee(), digest: () => digest };
}

/** The path relative to a folder that it lies in; null for any other. */
function insideOf(folder: string, path: string): string | null {
  if (path.startsWith(`${folder}${sep}`)) return path.slice(folder.length + 1);
  const way = relative(folder, path);
  return way.startsWith('..') || isAbsolute(way) ? null : way;
}
