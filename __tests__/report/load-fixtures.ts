import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LoadLimits } from '../../src/model/load.js';
import type { ParsedReport } from '../../src/model/report.js';
import { readReport } from '../../src/report/read-report.js';

/** Folder of the load reports: one folder for each run of a tool, with all files that it wrote. */
export const LOAD = resolve(import.meta.dirname, '../../fixtures/load');

export const LOAD_FOLDERS: readonly string[] = readdirSync(LOAD, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export interface NamedLimits {
  readonly name: string;
  readonly limits: LoadLimits;
}

/** The limits that every run is judged by. */
export const LIMITS = JSON.parse(readFileSync(join(LOAD, 'limits.json'), 'utf8')) as readonly NamedLimits[];

/** Names of the reports in a folder. */
export function reportsOf(folder: string): readonly string[] {
  return readdirSync(join(LOAD, folder)).filter((name) => name !== 'expected.json' && name !== 'made-with.txt');
}

export interface NamedReport {
  readonly name: string;
  readonly report: ParsedReport;
}

/** All reports of a run, as an attempt reads them. */
export function readFolder(folder: string): Promise<readonly NamedReport[]> {
  const read = async (name: string): Promise<NamedReport> => {
    const chunks = createReadStream(join(LOAD, folder, name));
    return { name, report: await readReport(chunks, { name, place: 'load' }) };
  };
  return Promise.all(reportsOf(folder).map(read));
}
