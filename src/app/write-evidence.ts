import { dayOf, createIds } from '../evidence/ids.js';
import { finishManifest } from '../evidence/manifest.js';
import { buildDiagnosticRecords, numberTests, testRecords } from '../evidence/records.js';
import { listFiles, writeManifest, writeRecords } from '../evidence/run-directory.js';
import type { Manifest } from '../model/evidence.js';
import type { Files } from '../ports.js';
import type { Assessment, FinishedRun } from './assess.js';
import { coverageRecords, findingRecords } from './run-records.js';

export interface EvidenceContent {
  /** Rendered files by their path in the run directory. */
  readonly rendered: Readonly<Record<string, string | Iterable<string>>>;
  readonly finishedAt: number;
}

type Evidenced = Pick<FinishedRun, 'run' | 'manifest' | 'report' | 'api'>;
type Assessed = Pick<Assessment, 'diagnosis' | 'routes' | 'code' | 'changed' | 'findings' | 'routeOf'>;

/** Writes records, reports and last of all the finished manifest with the digest of every other file. */
export async function writeEvidence(
  files: Files,
  { run, manifest: started, report, api }: Evidenced,
  assessment: Assessed,
  { rendered, finishedAt }: EvidenceContent,
): Promise<Manifest> {
  const { diagnosis, routes, code, changed, findings, routeOf } = assessment;
  const nextId = createIds(dayOf(report.startedAt));
  const testIds = numberTests(report, nextId);
  const covered = coverageRecords({ routes, code, changed, source: api.source, testIds, at: finishedAt }, nextId);
  await writeRecords(files, run, 'evidence/tests.jsonl', testRecords(report, testIds, routeOf));
  await writeRecords(files, run, 'evidence/diagnostics.jsonl', buildDiagnosticRecords(diagnosis, testIds, nextId));
  const others = { quality: findingRecords(findings, nextId), coverage: covered.coverage, apis: covered.apis };
  const present = Object.entries(others).filter(([, records]) => records.length > 0);
  for (const [name, records] of present) await writeRecords(files, run, `evidence/${name}.jsonl`, records);
  for (const [path, text] of Object.entries(rendered)) await files.writeWhole(`${run.directory}/${path}`, text);
  const records = Object.fromEntries(present.map(([name, { length }]) => [name, length]));
  const finished = finishManifest(started, report, diagnosis, { finishedAt, records });
  const manifest = { ...finished, files: await listFiles(files, run) };
  await writeManifest(files, run, manifest);
  return manifest;
}
