import { dayOf, createIds } from '../evidence/ids.js';
import { finishManifest } from '../evidence/manifest.js';
import { buildDiagnosticRecords, numberTests, testRecords } from '../evidence/records.js';
import { listFiles, writeManifest, writeRecords, type EvidenceRun } from '../evidence/run-directory.js';
import type { RunDiagnosis } from '../model/diagnosis.js';
import type { Manifest } from '../model/evidence.js';
import type { RunReport, TestCase } from '../model/run.js';
import type { Files } from '../ports.js';

export interface EvidenceContent {
  readonly report: RunReport;
  readonly diagnosis: RunDiagnosis;
  readonly routeOf: (test: TestCase) => string | null;
  /** Rendered files by their path in the run directory. */
  readonly rendered: Readonly<Record<string, string>>;
  readonly finishedAt: number;
}

/** Writes records, reports and last of all the finished manifest with the digest of every other file. */
export async function writeEvidence(
  files: Files,
  run: EvidenceRun,
  started: Manifest,
  content: EvidenceContent,
): Promise<Manifest> {
  const { report, diagnosis, routeOf, rendered, finishedAt } = content;
  const nextId = createIds(dayOf(report.startedAt));
  const ids = numberTests(report, nextId);
  await writeRecords(files, run, 'evidence/tests.jsonl', testRecords(report, ids, routeOf));
  await writeRecords(files, run, 'evidence/diagnostics.jsonl', buildDiagnosticRecords(diagnosis, ids, nextId));
  for (const [path, text] of Object.entries(rendered)) await files.writeWhole(`${run.directory}/${path}`, text);
  const manifest = { ...finishManifest(started, report, diagnosis, finishedAt), files: await listFiles(files, run) };
  await writeManifest(files, run, manifest);
  return manifest;
}
