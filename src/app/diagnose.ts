import { randomUUID } from 'node:crypto';
import type { AppUnderTest, DiagnosisContext } from '../diagnosis/context.js';
import { ruleRun, type RuledRun } from '../diagnosis/diagnose-run.js';
import { diagnoseWithModel } from '../diagnosis/model.js';
import { MODEL_DEFAULTS, type ModelCall } from '../diagnosis/model-settings.js';
import type { Redactor } from '../diagnosis/redact.js';
import type { Failure, RunDiagnosis } from '../model/diagnosis.js';
import type { RunReport } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import type { ChangedLines } from './changed-lines.js';
import { diagnosisContext, withSources } from './diagnosis-context.js';
import { failuresOf } from './failures.js';
import type { World } from './world.js';

/** More failures than that are one broken build: their source lines add nothing but time. */
const MOST_WITH_SOURCE = 300;

export interface DiagnosedRun {
  readonly diagnosis: RunDiagnosis;
  /** Everything that was asked of a model, redacted; for the evidence. */
  readonly calls: readonly ModelCall[];
}

export interface DiagnosisFacts {
  readonly resolvePath: (path: string) => string | null;
  readonly app: AppUnderTest | null;
  readonly changes: ChangedLines | null;
  readonly redactor: Redactor;
}

/** Diagnoses a run by rules, then lets a model look at the causes that the rules are not sure of. */
export async function diagnose(
  report: RunReport,
  settings: Settings,
  facts: DiagnosisFacts,
  world: World,
): Promise<DiagnosedRun> {
  if (settings.diagnose === 'off')
    return { diagnosis: { ...NOTHING, notes: ['Diagnosis is switched off.'] }, calls: [] };
  const failures = failuresOf(report);
  if (failures.length === 0) return { diagnosis: NOTHING, calls: [] };
  const context = diagnosisContext(report, settings, facts, world);
  const { ruled, context: complete } = await ruleWithSources(failures, context, world);
  return askModel(ruled, complete, settings, facts.redactor, world);
}

const NOTHING: RunDiagnosis = { diagnoses: [], causes: [], notes: [] };

async function ruleWithSources(
  failures: readonly Failure[],
  context: DiagnosisContext,
  world: World,
): Promise<{ readonly ruled: RuledRun; readonly context: DiagnosisContext }> {
  const ruled = ruleRun(failures, context);
  if (failures.length > MOST_WITH_SOURCE) return { ruled, context };
  const complete = await withSources(context, ruled.run.diagnoses, world);
  return { ruled: ruleRun(failures, complete), context: complete };
}

async function askModel(
  ruled: RuledRun,
  context: DiagnosisContext,
  settings: Settings,
  redactor: Redactor,
  world: World,
): Promise<DiagnosedRun> {
  const { apiKey, name, baseUrl, budgetUsd } = settings.model;
  const isWanted = settings.diagnose === 'auto' && apiKey !== null && budgetUsd > 0 && !world.cancelled.aborted;
  if (!isWanted) return { diagnosis: ruled.run, calls: [] };
  const model = world.languageModel({ apiKey, baseUrl, maxRetries: 2 });
  const chosen = { ...MODEL_DEFAULTS, model: name ?? MODEL_DEFAULTS.model, maxUsd: budgetUsd };
  const answered = await diagnoseWithModel(ruled, chosen, {
    model,
    clock: world.clock,
    redactor,
    nonce: randomUUID,
    context,
  });
  return { diagnosis: answered.run, calls: answered.calls };
}
