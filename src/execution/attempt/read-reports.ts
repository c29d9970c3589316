import { dirname, isAbsolute, join, relative } from 'node:path';
import type { Files } from '../../ports.js';
import { settleCompanions } from '../../report/companions.js';
import { distinctReports } from '../../report/distinct-reports.js';
import { readReport } from '../../report/read-report.js';
import type { NamedReport } from '../results/attempt-output.js';
import { slug } from './attempt-files.js';
import type { AttemptFiles } from './collect-output.js';

type ReportPlace = Pick<AttemptFiles, 'suite' | 'directory' | 'cwd'>;

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
    const report = await readReport(files.readChunks(path), { name, place: place.suite });
    const folder = inside ? dirname(name).replace(/^(?:reports|\.)(?:\/|$)/, '') : dirname(path);
    reports.push({ ...file, name, folder, report, digest: digests.get(path) ?? '' });
    if (!inside) await files.copy(path, join(place.directory, 'reports', ...name.split('/').map(slug)));
  }
  return settleCompanions(distinctReports(reports));
}

/** Digests of the files that have a namesake in size; only those can be copies. */
async function digestsOf(paths: readonly string[], files: Files): Promise<ReadonlyMap<string, string>> {
  const bySize = new Map<number, string[]>();
  for (const path of paths.length > 1 ? paths : []) {
    const size = await files.sizeOf(path);
    bySize.set(size, [...(bySize.get(size) ?? []), path]);
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
