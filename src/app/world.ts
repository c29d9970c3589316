import type { ArtifactStore, Clock, Console, Files, Git, GitHub, Http, ProcessRunner, WorkflowStep } from '../ports.js';
import type { RunContext } from '../model/context.js';

/** Everything outside the program, handed over once by the entry. */
export interface World {
  readonly context: RunContext;
  /** Inputs as the runner (or the command line) gives them: kebab-case names, text. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Files;
  readonly processes: ProcessRunner;
  readonly clock: Clock;
  readonly console: Console;
  readonly step: WorkflowStep;
  readonly git: Git;
  readonly http: Http;
  /** Null without a token. */
  readonly github: (token: string) => GitHub | null;
  /** Null where there is no artifact service. */
  readonly artifacts: ArtifactStore | null;
  /** Aborted with a StopReason when the job is cancelled. */
  readonly cancelled: AbortSignal;
}
