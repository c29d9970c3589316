import type {
  Annotation,
  ArchiveLimits,
  ArtifactQuery,
  ChangedFile,
  CheckRun,
  IssueComment,
  ListedArtifact,
  ListedJob,
  PublishedCheck,
  Sent,
} from './model/publication.js';
import type { PullRequest } from './model/context.js';
import type { ProcessExit, StopReason } from './model/run.js';

/** Takes the text of a file, piece by piece. */
export interface TextOutput {
  text(text: string): void;
  /** Text that has been encoded as UTF-8 before. */
  bytes(encoded: Uint8Array): void;
}

/** The text of a file: whole, or what writes it. */
export type FileText = string | ((out: TextOutput) => void);

/** Files, as the product needs them. Paths are absolute. Rejections carry the operating system's message. */
export interface Files {
  readText(path: string): Promise<string>;
  /** The file's text, or null when there is no such file. */
  readTextIfExists(path: string): Promise<string | null>;
  /** The whole of a small file, read at once; null for a larger one, which is read in pieces. */
  readSmall(path: string): Promise<Uint8Array | null>;
  /** The file in pieces, without ever holding it whole. */
  readChunks(path: string): AsyncIterable<Uint8Array>;
  /** The last `maxBytes` of a file as text; empty when there is no such file. */
  readTail(path: string, maxBytes: number): Promise<string>;
  /** Bytes from `offset` on, at most `maxBytes`; none when the file is shorter or missing. For files that grow. */
  readFrom(path: string, offset: number, maxBytes: number): Promise<Uint8Array>;
  exists(path: string): Promise<boolean>;
  isDirectory(path: string): Promise<boolean>;
  sizeOf(path: string): Promise<number>;
  /** Epoch milliseconds of the last change. */
  modifiedAt(path: string): Promise<number>;
  /** Size and state of a regular file; null when there is none of this name: missing, a pipe, device or folder. */
  statFile(path: string): Promise<FileStatus | null>;
  /** Creates the folder and its parents. */
  makeDirectory(path: string): Promise<void>;
  /** Creates exactly this folder with a first file in it: both at once or neither. False when the folder is taken. */
  claimDirectory(path: string, first: { readonly name: string; readonly text: string }): Promise<boolean>;
  /** All or nothing: a temporary file in the same folder, then renamed. What is written piece by piece is never held together. */
  writeWhole(path: string, text: FileText): Promise<void>;
  append(path: string, text: string): Promise<void>;
  /** Writes a new file at once; makes its parents. */
  writeBytes(path: string, bytes: Uint8Array): Promise<void>;
  /** Copies one file; makes the parents of the target. */
  copy(from: string, to: string): Promise<void>;
  /**
   * Regular files that match, absolute, sorted, never through a link out of `directory`. Files that cannot be opened by
   * their name, which is not UTF-8, are left out and passed to `onUnreadable`.
   */
  glob(
    patterns: readonly string[],
    directory: string,
    onUnreadable?: (path: string) => void,
  ): Promise<readonly string[]>;
  /** Hex digest. */
  sha256(path: string): Promise<string>;
}

export interface FileStatus {
  readonly bytes: number;
  /**
   * Differs once anything has been written to the file, or another file has taken its name, whatever times the writer set:
   * a copy may keep an old time, and clocks may be set back.
   */
  readonly state: string;
}

/** Archives that tools leave behind, read without trust. */
export interface Archives {
  /**
   * Texts of the wanted entries of a ZIP file, in its order; null when it is none, is broken or lies about itself. What
   * exceeds the limits is left out.
   */
  readEntries(path: string, limits: EntryLimits): Promise<readonly ArchiveEntry[] | null>;
}

export interface EntryLimits {
  readonly isWanted: (name: string) => boolean;
  /** Of one entry, unpacked. */
  readonly entryBytes: number;
  /** Of all wanted entries together, unpacked. */
  readonly totalBytes: number;
}

export interface ArchiveEntry {
  readonly name: string;
  readonly text: string;
}

/** One program to run under supervision. */
export interface ProcessSpec {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  /** The whole environment of the child; nothing is added. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number | null;
  /** From the first signal to the next. */
  readonly graceMs: number;
  /** Marks every descendant, so that what escapes the process group is found. Unique per attempt. */
  readonly track: string;
  /** Where stdout and stderr go, complete up to a bound. */
  readonly logFile: string;
  /** Folder for the supervisor's own files. */
  readonly stateDirectory: string;
  /** Event stream whose growth counts as activity and which names the processes to ask for a stack; null without one. */
  readonly eventsFile: string | null;
  /**
   * Set for a program that may end with 0 and leave a service, which runs until it is stopped. The supervisor writes
   * `leftFile` then, a `LeftService`; `readyFile` is there when the service has answered.
   */
  readonly service?: { readonly readyFile: string; readonly leftFile: string } | null;
}

export interface RunningProcess {
  /** Never rejects: a program that cannot start is an exit with `startError`. */
  readonly finished: Promise<ProcessExit>;
  /** Starts the signal ladder at once. Calling it twice kills without grace. */
  stop(reason: StopReason): void;
}

export interface ProcessRunner {
  start(spec: ProcessSpec): RunningProcess;
  /** Ends what still runs of a program whose supervisor was killed: the one that used this state directory. Never rejects. */
  endAbandoned(stateDirectory: string): Promise<void>;
  /** Absolute path of a program on PATH, or null. */
  which(tool: string, env: Readonly<Record<string, string>>): Promise<string | null>;
  /** Processors that programs may use; unknown when absent. */
  readonly cores?: number;
}

/** The repositories at and below the workspace. Nothing rejects: what cannot be answered is a value. */
export interface Git {
  /** What is checked out where the tests of `directories` (absolute) are. */
  checkout(directories: readonly string[]): Promise<Checkout>;
  files(directories: readonly string[]): Promise<ListedFiles>;
  /**
   * Checks out, below `folder`, what the checkout of `directories` is compared with: the commit that it was merged into, else
   * where it branched off the base of the pull request. Dependencies that were installed into the checkout are linked.
   */
  checkOutBase(
    directories: readonly string[],
    pull: Pick<PullRequest, 'headSha' | 'baseSha'>,
    folder: string,
  ): Promise<BaseCheckout>;
}

/** A second checkout of the repository, or why there is none. */
export type BaseCheckout =
  | {
      readonly ok: true;
      readonly commit: string;
      /** Folder that stands for the workspace: the repository is in the same place of it. */
      readonly workspace: string;
      readonly remove: () => Promise<void>;
    }
  | { readonly ok: false; readonly reason: string; readonly remedy: string };

/** A checkout of the repository. */
export interface Checkout {
  /** Null when it is not known. */
  readonly commit: string | null;
  /** Empty when no branch is checked out. */
  readonly branch: string;
  /** Of the commit; empty when they are not known. */
  readonly parents: readonly string[];
  /** Why the commit is not known; empty when it is. */
  readonly reason: string;
}

/** Files of the repositories, tracked or new. */
export interface ListedFiles {
  /** Relative to the workspace, with slashes. */
  readonly files: readonly string[];
  /** Folder of the repository whose run this is, relative to the workspace; empty when it is the workspace. */
  readonly root: string;
}

/** Asks whether something answers. */
export interface Http {
  /** Status of a GET; null without an answer within the limit. Never rejects. */
  statusOf(url: string, timeoutMs: number): Promise<number | null>;
  /** Body of a GET that succeeds, at most `maxBytes`; null otherwise. Never rejects. */
  textOf(url: string, timeoutMs: number, maxBytes: number): Promise<string | null>;
}

/** Time. `sleep` resolves early when the signal aborts. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The place where a person follows the run: the runner's log, or a terminal. */
export interface Console {
  /** Text of ours, or what a renderer has made safe, one line or several. A terminal shows its colours. */
  info(text: string): void;
  /** Text that came from a test or a model: it can never become a workflow command. */
  untrusted(text: string): void;
  warning(text: string): void;
  error(text: string): void;
  annotate(annotation: Annotation): void;
  startGroup(name: string): void;
  endGroup(): void;
  /** Shows these untrusted lines below all output, in the place of those shown before. Null where nothing can be redrawn. */
  readonly live: ((lines: readonly string[]) => void) | null;
  /** Text that must never be shown. */
  mask(secret: string): void;
}

/** What a step hands back to the workflow. On a laptop all of it is a no-op. */
export interface WorkflowStep {
  setOutput(name: string, value: string): void;
  /** For the `post` step; survives a crash. */
  saveState(name: string, value: string): void;
  /** Appends Markdown to the job summary. Rejects when there is no summary file. */
  appendSummary(markdown: string): Promise<void>;
  /** Bytes already in this step's summary file. */
  summaryBytes(): Promise<number>;
  /** Takes what this step did not write out of its files; the names of their variables. */
  restore(): readonly string[];
}

/** GitHub's API. Every method retries within its budget and then says what was lost; none rejects. */
export interface GitHub {
  /** Creates the check completed; annotations beyond 50 follow in further requests. A bad one does not take others along. */
  publishCheck(check: CheckRun): Promise<Sent<PublishedCheck>>;
  /** Comments that begin with the marker and that the token's own user wrote, the oldest first. */
  ownComments(pullRequest: number, marker: string): Promise<Sent<readonly IssueComment[]>>;
  /** Writes a new comment, once: after a try that seemed to fail it looks for one that contains `mark`. */
  createComment(pullRequest: number, body: string, mark: string): Promise<Sent<IssueComment>>;
  updateComment(id: number, body: string): Promise<Sent<IssueComment>>;
  deleteComment(id: number): Promise<Sent<null>>;
  changedFiles(pullRequest: number): Promise<Sent<readonly ChangedFile[]>>;
  /** Artifacts, the newest first, expired ones included. */
  listArtifacts(of: ArtifactQuery): Promise<Sent<readonly ListedArtifact[]>>;
  /** The wanted files of an artifact by their path in the archive. Nothing is written to disk. */
  readArtifact(artifact: ListedArtifact, limits: ArchiveLimits): Promise<Sent<ReadonlyMap<string, Buffer>>>;
  /** Open pull requests: those of a head, `owner:branch`, or all. */
  openPullRequests(head: string | null): Promise<Sent<readonly PullRequest[]>>;
  /** When a run was created, ISO 8601; the same for all of its attempts. */
  runCreatedAt(runId: number): Promise<Sent<string>>;
  /** Jobs of one attempt of a run, this one included. */
  listJobs(runId: number, attempt: number): Promise<Sent<readonly ListedJob[]>>;
  /** Name of a job by its check run; calls of reusable workflows are in it: `caller / job`. */
  jobName(checkRunId: number): Promise<Sent<string>>;
}

export interface ArtifactStore {
  /** Uploads the files under `root`. */
  upload(request: {
    readonly name: string;
    readonly root: string;
    readonly files: readonly string[];
    readonly retentionDays: number | null;
    /** What to do when the run has an artifact of this name already; by default the new one gets another name. */
    readonly whenTaken?: 'rename' | 'replace' | 'keep';
  }): Promise<Sent<{ readonly name: string; readonly id: number; readonly bytes: number; readonly digest: string }>>;
}
