import type {
  Archives,
  ArtifactStore,
  Clock,
  Console,
  Files,
  Git,
  GitHub,
  Http,
  ProcessRunner,
  WorkflowStep,
} from '../ports.js';
import type { LanguageModel } from '../model/language-model.js';
import type { RunContext } from '../model/context.js';

export interface LanguageModelOptions {
  readonly apiKey: string;
  /** Null: Anthropic's own. */
  readonly baseUrl: string | null;
  readonly maxRetries: number;
}

/** Everything outside the program, handed over once by the entry. */
export interface Services {
  readonly context: RunContext;
  /** Inputs as the runner (or the command line) gives them: kebab-case names, text. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Files;
  readonly archives: Archives;
  readonly processes: ProcessRunner;
  readonly clock: Clock;
  readonly console: Console;
  readonly step: WorkflowStep;
  readonly git: Git;
  readonly http: Http;
  readonly languageModel: (options: LanguageModelOptions) => LanguageModel;
  /** Null without a token. */
  readonly github: (token: string) => GitHub | null;
  /** Null where there is no artifact service. */
  readonly artifacts: ArtifactStore | null;
  /** Aborted with a StopReason when the job is cancelled. */
  readonly cancelled: AbortSignal;
  /** Spares memory from now on, for time: called once all tests are read. */
  readonly limitHeapGrowth: () => void;
}
