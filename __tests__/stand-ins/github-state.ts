import type { WireAnnotation, WireOutput } from './github-rules.js';

export interface StoredCheck {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly externalId: string;
  readonly detailsUrl: string;
  readonly output: WireOutput;
  readonly annotations: readonly WireAnnotation[];
  /** Requests that changed it after it was created. */
  readonly updates: number;
}

export interface StoredComment {
  readonly id: number;
  readonly issue: number;
  readonly body: string;
  readonly author: string;
  readonly updates: number;
}

export interface PullFile {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  /** Unified hunks, as GitHub sends them. */
  readonly patch: string;
}

/** An artifact of this or an earlier run, with its zip. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly headSha: string;
  readonly headBranch: string;
  readonly zip: Uint8Array;
  readonly expired: boolean;
  /** ISO 8601; that of the description's example unless given. */
  readonly createdAt?: string;
  /** True when the run's head lives in another repository. */
  readonly fork?: boolean;
}

export interface StoredRun {
  readonly id: number;
  readonly headSha: string;
  readonly headBranch: string;
  readonly event: string;
  readonly conclusion: string | null;
  readonly attempt: number;
}

export interface StoredPull {
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseRef: string;
  /** Owner of the head's repository; that of the repository itself unless given. */
  readonly headOwner?: string;
}

interface StoredJob {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly attempt: number;
  readonly conclusion: string | null;
}

/** Everything the stand-in knows of its one repository. Stored values are replaced, never changed. */
export interface GitHubState {
  /** `owner/name`. */
  readonly repository: string;
  readonly defaultBranch: string;
  /** Commits that exist; null: every well-formed SHA does. */
  readonly commits: ReadonlySet<string> | null;
  readonly checks: Map<number, StoredCheck>;
  readonly comments: Map<number, StoredComment>;
  readonly pulls: readonly StoredPull[];
  readonly pullFiles: readonly PullFile[];
  readonly artifacts: readonly StoredArtifact[];
  readonly runs: readonly StoredRun[];
  readonly jobs: readonly StoredJob[];
  /** Whose token it is; null for the token of an app, which cannot ask. */
  readonly user: string | null;
  /** Login of the app whose token it is otherwise. */
  readonly app: string;
  nextId: number;
}
