import { createHash } from 'node:crypto';
import type { Cause, Confidence, Diagnosis, Failure, RunDiagnosis } from '../model/diagnosis.js';
import { sharedViolations } from './tools/axe.js';
import type { DiagnosisContext } from './context.js';
import { ruleFailure, type RuledFailure } from './diagnose-failure.js';
import { settled } from './settle.js';
import { rememberingReader } from './rules/classify.js';

const ORDER: Readonly<Record<Confidence, number>> = { high: 0, medium: 1, low: 2 };

/** Short and stable over runs: the same cause key has the same id tomorrow. */
export function causeId(causeKey: string): string {
  return createHash('sha256').update(causeKey).digest('hex').slice(0, 12);
}

/** The clearest member speaks for the cause. */
function representative(members: readonly [Diagnosis, ...Diagnosis[]]): Diagnosis {
  return [...members].sort((a, b) => ORDER[a.confidence] - ORDER[b.confidence])[0] ?? members[0];
}

function causeOf(causeKey: string, members: readonly [Diagnosis, ...Diagnosis[]]): Cause {
  const { category, kind, confidence, rootCause, suggestion, quotes, place, unlocated, source, fixCode, changed } =
    representative(members);
  return {
    id: causeId(causeKey),
    category,
    kind,
    confidence,
    rootCause,
    suggestion,
    quotes,
    place,
    source,
    fixCode,
    ...(unlocated === undefined ? {} : { unlocated }),
    ...(changed === undefined ? {} : { changed }),
    failures: members.map(({ key }) => key),
  };
}

/** Groups diagnoses into causes, the one with the longest reach first; ties keep the order of the run. */
export function causesOf(diagnoses: readonly Diagnosis[]): readonly Cause[] {
  const groups = new Map<string, [Diagnosis, ...Diagnosis[]]>();
  for (const diagnosis of diagnoses) {
    const group = groups.get(diagnosis.causeKey);
    if (group) group.push(diagnosis);
    else groups.set(diagnosis.causeKey, [diagnosis]);
  }
  return [...groups]
    .map(([key, members]) => causeOf(key, members))
    .sort((a, b) => b.failures.length - a.failures.length);
}

/** Who decided the causes where no model was asked. */
export const RULES_NOTE = 'Decided by rules.';

/** A run diagnosed by rules, with what a question to a model is made of. */
export interface RuleDiagnosis {
  /** What the rules read; only of the failures that may be asked about. */
  readonly failures: readonly RuledFailure[];
  readonly run: RunDiagnosis;
}

/** True for a sentence that names no thing: the rules may be sure of the category and still explain nothing. */
export function isThin({ rootCause }: Pick<Diagnosis, 'rootCause'>): boolean {
  return (
    rootCause.length < 15 || /^(?:the compared value is|the report holds no message|unknown cause)/.test(rootCause)
  );
}

/** Diagnoses every failure of a run by rules and keeps what they read of those they are unsure of, or of all. */
export function ruleRun(
  failures: readonly Failure[],
  context: DiagnosisContext = {},
  keep: 'unsure' | 'all' = 'unsure',
): RuleDiagnosis {
  const kept: RuledFailure[] = [];
  const reader = rememberingReader();
  const whole = { ...context, violations: sharedViolations(failures) };
  const read = failures.map((failure) => {
    const ruled = ruleFailure(failure, whole, reader);
    if (keep === 'all' || ruled.diagnosis.confidence !== 'high' || isThin(ruled.diagnosis)) kept.push(ruled);
    return ruled.diagnosis;
  });
  const diagnoses = settled(read, failures);
  return { failures: kept, run: { diagnoses, causes: causesOf(diagnoses), notes: [RULES_NOTE] } };
}

/** Diagnoses every failure of a run by rules and groups them into causes, the one with the longest reach first. */
export function diagnoseRun(failures: readonly Failure[], context: DiagnosisContext = {}): RunDiagnosis {
  return ruleRun(failures, context).run;
}
