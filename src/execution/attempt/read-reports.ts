import { dirname, isAbsolute, join, relative } from 'node:path';
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
  const digests = await digestsOf(
    paths.map(({ path }) => path),
    files,
  );
  for (const file of paths) {
    const { path } = file;
    const inside = isInside(path, place.directory);
    const name = relative(inside ? place.directory : place.cwd, path).replaceAll('\\', '/');
    const report = await readOne(path, { name, place: place.suite }, files);
    const folder = inside ? dirname(name).replace(/^(?:reports|\.)(?:\/|$)/, '') : dirname(path);
    reports.push({ ...file, name, folder, report, digest: digests.get(path) ?? '' });
    // A copy that fails costs evidence, never a result.
    if (!inside)
      await files.copy(path, join(place.directory, 'reports', ...name.split('/').map(slug))).catch(() => undefined);
  }
  return settleRetries(settleCompanions(distinctReports(reports)), { byName: place.reportRetries === true });
}

async function readOne(path: string, options: { name: string; place: string }, files: Files): Promise<ParsedReport> {
  try {
    return await readReport(files.readChunks(path), options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unreadableReport(options, `cannot be read: ${reason}`);
  }
}

/** Digests of the files that have a namesake in size; only those can be copies. */
async function digestsOf(paths: readonly string[], files: Files): Promise<ReadonlyMap<string, string>> {
  const bySize = new Map<number, string[]>();
  for (const path of paths.length > 1 ? paths : []) {
    const size = (await files.statFile(path))?.bytes ?? 0;
    const alike = bySize.get(size);
    if (alike === undefined) bySize.set(size, [path]);
    else alike.push(path);
  }
  const digests = new Map<string, string>();
  for (const path of [...bySize.values()].filter((alike) => alike.length > 1).flat())
    digests.set(path, await files.sha256(path));
  return digests;
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return !way.startsWith('..') && !isAbsolute(way);
}
