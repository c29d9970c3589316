import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { delimiter } from 'node:path';
import { readManifest, resolveInputs } from './action-manifest.js';
import type { ActionManifest } from './action-manifest.js';
import { jobEnvironment } from './job-environment.js';
import type { Step } from './job-environment.js';
import { endProcesses, processesMarked } from './process-scan.js';
import type { Survivor } from './process-scan.js';
import { runStage } from './runner-stage.js';
import type { Stage, StageResult } from './runner-stage.js';

export interface StepResult {
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  readonly stages: readonly StageResult[];
  readonly main: StageResult;
  /** The outputs that later steps see. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Job summaries of all stages. */
  readonly summary: string;
  readonly warnings: readonly string[];
  /** Processes that outlived the step; they have been ended. */
  readonly survivors: readonly Survivor[];
}

function scriptsOf({ runs }: ActionManifest): readonly (readonly [Stage, string])[] {
  const all = [
    ['pre', runs.pre],
    ['main', runs.main],
    ['post', runs.post],
  ] as const;
  return all.flatMap(([stage, script]) => (script === undefined ? [] : [[stage, script] as const]));
}

function conclusionOf(stages: readonly StageResult[]): StepResult['conclusion'] {
  if (stages.some(({ signals }) => signals.length > 0)) return 'cancelled';
  return stages.every(({ exitCode, refused }) => exitCode === 0 && refused.length === 0) ? 'success' : 'failure';
}

/** The stages see the environment that earlier ones left: state as `STATE_*`, `GITHUB_ENV`, `GITHUB_PATH`. */
function afterStage(
  env: Readonly<Record<string, string>>,
  { state, env: added, path }: StageResult,
): Readonly<Record<string, string>> {
  const states = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
  return { ...env, ...added, ...states, PATH: [...[...path].reverse(), env['PATH'] ?? ''].join(delimiter) };
}

/** Runs one step as the Actions runner does: inputs, stages, commands, files, cancellation, orphans. */
export async function runStep(step: Step): Promise<StepResult> {
  mkdirSync(step.temp, { recursive: true });
  const manifest = readManifest(step.action);
  const trackingId = `github_${randomUUID()}`;
  const github = {
    token: step.token,
    repository: step.repository,
    workspace: step.workspace,
    event: step.event.payload,
  };
  const contexts = {
    github,
    job: { check_run_id: 4_711, status: 'success' },
    runner: { temp: step.temp },
    matrix: null,
  };
  const inputs = resolveInputs(manifest, step.inputs, contexts);
  let env: Readonly<Record<string, string>> = { ...jobEnvironment(step, trackingId), ...inputs.env };
  const stages: StageResult[] = [];
  for (const [stage, script] of scriptsOf(manifest)) {
    const failed = stages.some(({ exitCode }) => exitCode !== 0);
    if (failed && stage === 'main') continue;
    const result = await runStage(step, stage, script, env);
    stages.push(result);
    env = afterStage(env, result);
  }
  const survivors = processesMarked([trackingId, step.temp]);
  endProcesses(survivors);
  const main = stages.find(({ stage }) => stage === 'main');
  if (main === undefined) throw new Error('the main stage did not run');
  return {
    conclusion: conclusionOf(stages),
    stages,
    main,
    outputs: main.outputs,
    summary: stages.map(({ summary }) => summary).join(''),
    warnings: inputs.warnings,
    survivors,
  };
}
