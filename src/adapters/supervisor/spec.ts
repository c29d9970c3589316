import type { ProcessExit, StopReason } from '../../model/run.js';

/** What the supervisor is given, as a JSON file: its environment is already the child's. Times are milliseconds. */
export interface SupervisorSpec {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number | null;
  readonly graceMs: number;
  readonly track: string;
  /** Soft limit of file locks that every descendant inherits; Linux has ignored it since 2.4. Zero: none was set. */
  readonly mark: number;
  /** Values of the variables that the shell in between sets; those without a value are not the program's. */
  readonly shellVariables: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly eventsFile: string | null;
  /** As in ProcessSpec. */
  readonly service?: { readonly readyFile: string; readonly leftFile: string } | null;
  /** Created by the parent to end the program; its text is a StopOrder. */
  readonly stopFile: string;
  /** Written whole by the supervisor as its last act; a ProcessExit. */
  readonly statusFile: string;
}

/** An order to end the program; the second one kills without grace. */
export interface StopOptions {
  readonly reason: StopReason;
  readonly force: boolean;
}

export type SupervisorStatus = ProcessExit;

/** Environment variable by which every descendant of an attempt is recognised. */
export const TRACK_VARIABLE = 'QAAGENT_TRACK';

/** Name in `/proc/<pid>/limits` of the resource limit by which descendants are recognised. */
export const LIMIT_MARK = 'Max file locks';

/** Variables that a shell sets by itself. */
export const SHELL_VARIABLES: readonly string[] = ['PWD', 'OLDPWD', 'SHLVL', '_'];

/** Carries `NODE_OPTIONS` to the program past the supervisor, a Node.js process that would obey them itself. */
export const KEPT_NODE_OPTIONS = 'QAAGENT_NODE_OPTIONS';
