import { createHash } from 'node:crypto';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { ParsedReport } from '../../model/report.js';
import type { Files } from '../../ports.js';
import { settleCompanions } from '../../report/companions.js';
import type { FileContent } from '../../report/decode-chunks.js';
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
  const folderOf = foldersOf(place);
  for (const file of paths) {
    const { path } = file;
    const { prefix, origin, copies } = folderOf(path);
    const base = basename(path);
    const name = `${prefix}${base}`;
    // What cannot be read here cannot be read in pieces either, which says why.
    const small = await files.readSmall(path).catch(() => null);
    const { content, digest } = contentOf(small ?? files.readChunks(path), paths.length > 1);
    const report = await readOne(content, { name, place: place.suite });
    reports.push({ ...file, name, folder: origin, report, digest: digest() });
    if (copies !== null) await keepCopy({ path, small, copy: join(copies, slug(base)) }, files);
  }
  return settleRetries(settleCompanions(distinctReports(reports)), { byName: place.reportRetries === true });
}

/** A copy that fails costs evidence, never a result. */
async function keepCopy(
  { path, small, copy }: { readonly path: string; readonly small: Uint8Array | null; readonly copy: string },
  files: Files,
): Promise<void> {
  await (small === null ? files.copy(path, copy) : files.writeBytes(copy, small)).catch(() => undefined);
}

/** What the reports of one folder have in common. */
interface ReportFolder {
  /** Before the names of its files: its path relative to the attempt or to the suite. */
  readonly prefix: string;
  /** As `NamedReport.folder`. */
  readonly origin: string;
  /** Where copies of its files are kept; null for a folder of the attempt. */
  readonly copies: string | null;
}

/** The folder of a path; each is looked at once. */
function foldersOf(place: ReportPlace): (path: string) => ReportFolder {
  const known = new Map<string, ReportFolder>();
  return (path) => {
    const folder = dirname(path);
    const found = known.get(folder) ?? reportFolder(folder, place);
    known.set(folder, found);
    return found;
  };
}

function reportFolder(folder: string, { directory, cwd }: ReportPlace): ReportFolder {
  const inside = insideOf(directory, folder);
  const way = (inside ?? insideOf(cwd, folder) ?? relative(cwd, folder)).replaceAll('\\', '/');
  const prefix = way === '' ? '' : `${way}/`;
  return inside === null
    ? { prefix, origin: folder, copies: join(directory, 'reports', ...way.split('/').filter(Boolean).map(slug)) }
    : { prefix, origin: way.replace(/^reports(?:\/|$)/, ''), copies: null };
}

async function readOne(content: FileContent, options: { name: string; place: string }): Promise<ParsedReport> {
  try {
    return await readReport(content, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unreadableReport(options, `cannot be read: ${reason}`);
  }
}

/** Content with its digest, which tells copies; empty when it is not wanted, and until all has been read. */
function contentOf(
  content: FileContent,
  isDigested: boolean,
): { readonly content: FileContent; readonly digest: () => string } {
  if (!isDigested) return { content, digest: () => '' };
  const hash = createHash('sha256');
  if (content instanceof Uint8Array) return { content, digest: () => hash.update(content).digest('hex') };
  let digest = '';
  async function* tee(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
    digest = hash.digest('hex');
  }
  return { content: tee(content), digest: () => digest };
}

/** The path relative to a folder that it lies in; null for any other. */
function insideOf(folder: string, path: string): string | null {
  if (path.startsWith(`${folder}${sep}`)) return path.slice(folder.length + 1);
  const way = relative(folder, path);
  return way.startsWith('..') || isAbsolute(way) ? null : way;
}
