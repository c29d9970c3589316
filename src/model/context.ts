/** The pull request of an event. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly baseSha: string;
  /** True when the head lives in another repository. */
  readonly fork: boolean;
}

/** A run of another workflow, as GitHub tells of it in the event. Its branch and its evidence may come from a fork. */
export interface TriggeringRun {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  readonly workflow: string;
  readonly headSha: string;
  readonly headBranch: string;
  /** Owner of the repository that the head lives in; empty when it is gone. */
  readonly headOwner: string;
  /** Pull requests that GitHub names; often none for forks. */
  readonly pullRequests: readonly Pick<PullRequest, 'number' | 'headSha' | 'baseRef'>[];
}

/** Where in GitHub this run happens; read once, in the entry. */
export interface GitHubContext {
  /** `https://github.com` or a GHES address, without a slash at the end. */
  readonly serverUrl: string;
  /** `https://api.github.com` or that of a GHES, without a slash at the end. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repository: string;
  /** The commit that was checked out (a merge commit on pull requests). */
  readonly sha: string;
  /** The commit that people pushed; checks and links belong to it. */
  readonly headSha: string;
  readonly ref: string;
  readonly eventName: string;
  readonly runId: number;
  readonly runNumber: number;
  readonly runAttempt: number;
  readonly workflow: string;
  readonly job: string;
  /** `os=linux, py=3.12`; empty without a matrix. */
  readonly matrix: string;
  readonly pullRequest: PullRequest | null;
  /** Branch that pull requests usually aim at; empty when the event does not name it. */
  readonly defaultBranch: string;
  /** The run whose end started this one: only with the event `workflow_run`. */
  readonly triggeredBy: TriggeringRun | null;
}

/** The world around a run, read once. Paths are absolute. */
export interface RunContext {
  readonly version: string;
  readonly workspace: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The environment as it was found, secrets included: children get a scrubbed copy. */
  readonly env: Readonly<Record<string, string>>;
  /** Null on a laptop. */
  readonly github: GitHubContext | null;
  /** True when a person watches a terminal. */
  readonly terminal: boolean;
  /** Folder with the files that ship beside the entry. */
  readonly bundleDirectory: string;
}
