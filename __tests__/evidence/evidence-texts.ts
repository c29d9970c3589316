import { createIds } from '../../src/evidence/ids.js';
import { finishManifest, startManifest } from '../../src/evidence/manifest.js';
import type { EvidenceTexts } from '../../src/evidence/untrusted/read-evidence.js';
import { buildDiagnosticRecords, numberTests } from '../../src/evidence/records.js';
import { testLines } from '../../src/evidence/test-lines.js';
import type { GitHubContext } from '../../src/model/context.js';
import type { RunDiagnosis } from '../../src/model/diagnosis.js';
import type { RunReport } from '../../src/model/run.js';
import { gitHubContext } from '../adapters/github-access.js';
import { laptop } from '../fakes/run-contexts.js';
import { writtenText } from '../fakes/written-text.js';

const lines = (records: Iterable<object>): string =>
  [...records].map((record) => `${JSON.stringify(record)}\n`).join('');

/** The files that a run with this report really leaves. */
export function evidenceTexts(
  report: RunReport,
  diagnosis: RunDiagnosis,
  github: Partial<GitHubContext> = {},
): EvidenceTexts & { readonly tests: string } {
  const nextId = createIds('20260302');
  const ids = numberTests(report, '20260302');
  const started = startManifest({
    ...{ runId: '20260302_090000Z', createdAt: report.startedAt, project: 'petstore', git: null },
    context: laptop({ github: gitHubContext('', github) }),
  });
  const finished = { finishedAt: report.startedAt + report.durationMs + 700, records: {} };
  return {
    manifest: JSON.stringify(finishManifest(started, report, diagnosis, finished)),
    tests: writtenText(testLines(report, ids, (test) => (test.id.includes('pets') ? 'GET /pets' : null))),
    diagnostics: lines(buildDiagnosticRecords(diagnosis, ids, nextId)),
  };
}
