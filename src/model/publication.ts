// What is published (check, annotations, comment), and what GitHub lists (artifacts, jobs, changed files).
/** One annotation as GitHub takes it; already escaped, bounded and mapped to a tracked file. */
export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
  readonly rawDetails: string;
}

export interface CheckOutput {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

export interface CheckRun {
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string;
  /** How the external ids of all checks of the same run and attempt begin. */
  readonly run: string;
  readonly detailsUrl: string;
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'cancelled' | 'timed_out';
  readonly output: CheckOutput;
}

/** What came of a publication. A refusal is a value with the remedy, never an exception. */
export type Sent<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string; readonly remedy: string };

export interface PublishedCheck {
  readonly url: string;
  readonly id: number;
  /** Annotations that arrived. */
  readonly annotations: number;
  /** Why GitHub refused those that did not; empty when all arrived. */
  readonly refused: string;
}

export interface IssueComment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
}

/** A file that a pull request changes. */
export interface ChangedFile {
  readonly path: string;
  /** Unified diff hunks; empty for binary and very large files. */
  readonly patch: string;
  /** Lines that it adds, those included that a missing patch does not show. */
  readonly additions?: number;
}

/** An artifact as GitHub lists it. Only the name is the uploader's word. */
export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  /** Of the archive. */
  readonly bytes: number;
  readonly runId: number;
  readonly headBranch: string;
  /** False for an artifact of a run whose head lives in another repository: whatever its branch is called. */
  readonly isOwn: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
  /** True when GitHub lists it and has deleted its archive. */
  readonly isExpired: boolean;
}

/** Artifacts of one run, or those of the whole repository with this exact name, back to the first that is wanted. */
export type ArtifactQuery =
  { readonly runId: number } | { readonly name: string; readonly isWanted: (artifact: ListedArtifact) => boolean };

/** A job of a workflow run as GitHub lists it. */
export interface ListedJob {
  /** That of its check run. */
  readonly id: number;
  /** Jobs that call it, its name and its matrix: `caller / test (linux, 2)`. */
  readonly name: string;
  readonly conclusion: 'none' | 'skipped' | 'success' | 'cancelled' | 'failure';
  /** Names of its steps that did not run. */
  readonly skippedSteps: readonly string[];
}

/** Bounds for an untrusted archive. */
export interface ArchiveLimits {
  readonly archiveBytes: number;
  /** Of each wanted file, unpacked. */
  readonly fileBytes: number;
  readonly isWanted: (path: string) => boolean;
}
