import { causesOf, diagnoseRun } from '../diagnosis/diagnose-run.js';
import type { Diagnosis, Failure, RunDiagnosis } from '../model/diagnosis.js';
import type { RunReport } from '../model/run.js';
import type { DiagnoseMode } from '../model/settings.js';
import { failuresOf } from './failures.js';

const NO_DIAGNOSIS: RunDiagnosis = { diagnoses: [], causes: [], notes: ['Diagnosis is switched off.'] };

/** Diagnoses a run by rules. The failing line that a runner itself tells comes before what a trace shows. */
export function diagnose(
  report: RunReport,
  mode: DiagnoseMode,
  resolvePath: (path: string) => string | null,
): RunDiagnosis {
  if (mode === 'off') return NO_DIAGNOSIS;
  const failures = failuresOf(report);
  const found = diagnoseRun(failures, { resolvePath });
  const known = new Map(failures.map((failure) => [failure.key, failure]));
  const diagnoses = found.diagnoses.map((diagnosis) => placed(diagnosis, known.get(diagnosis.key), resolvePath));
  return { ...found, diagnoses, causes: causesOf(diagnoses) };
}

function placed(
  diagnosis: Diagnosis,
  failure: Failure | undefined,
  resolvePath: (path: string) => string | null,
): Diagnosis {
  const told = failure?.knownPlace ?? null;
  const file = told === null ? null : resolvePath(told.file);
  // Tools name the declaration when they do not know the line; a frame knows better.
  const isDeclaration = told !== null && told.line === failure?.line;
  if (told === null || file === null || (isDeclaration && diagnosis.place !== null)) return diagnosis;
  const { place } = diagnosis;
  const differs = place !== null && (place.file !== file || place.line !== told.line);
  return {
    ...diagnosis,
    place: { file, line: told.line },
    productPlace: diagnosis.productPlace ?? (differs ? place : null),
  };
}
