/** The pull request of an event. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly baseSha: string;
  /** GitHub's merge of head and base, which `pull_request` checks out; empty when it is not known. */
  readonly mergeSha: string;
  /** True when the head lives in another repository. */
  readonly fork: boolean;
}

/** A run of another workflow, as GitHub describes it in the event. Its branch and its evidence may come from a fork. */
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
  /** The commit that GitHub runs the workflow for (a merge commit on pull requests); another one may be checked out. */
  readonly sha: string;
  /**
   * The commit of the results: of the event until the checkout has been looked at, then the tested one. Checks and
   * links belong to it; empty when it is not known, and then there is no check.
   */
  readonly headSha: string;
  readonly ref: string;
  /** Branch of the event; empty for tags and pull requests. */
  readonly branch: string;
  /** Branch on which the tested commit lies for certain; empty otherwise, and then no history is written. */
  readonly testedBranch: string;
  readonly eventName: string;
  readonly runId: number;
  readonly runNumber: number;
  readonly runAttempt: number;
  readonly workflow: string;
  readonly job: string;
  /** `os=linux, py=3.12`; empty without a matrix. */
  readonly matrix: string;
  /** What GITHUB_ACTION says: the step's own id, or the name of the action, numbered from the second use in a job. */
  readonly step: string;
  /** Id of the job's own check run; null where the server does not give it. */
  readonly checkRunId: number | null;
  /** Jobs that call this one as a reusable workflow, outermost first, as `caller / inner`; empty when there are none. */
  readonly caller: string;
  /** The pull request that was tested, or null. Until the checkout has been looked at: that of the event. */
  readonly pullRequest: PullRequest | null;
  /** Number of the pull request that the event is about, where another commit was tested; null otherwise. */
  readonly untestedPullRequest: number | null;
  /** Number of the pull request on which the comment was written that started this run: event `issue_comment`. */
  readonly commentedOn: number | null;
  /** Branch that pull requests usually aim at; empty when the event does not name it. */
  readonly defaultBranch: string;
  /** Branch that the merge queue of the event merges into; empty for other events. */
  readonly mergeQueueBranch: string;
  /** The run whose end started this one: only with the event `workflow_run`. */
  readonly triggeredBy: TriggeringRun | null;
}

/** The world around a run, read once. Paths are absolute. */
export interface RunContext {
  readonly version: string;
  /** Of Node itself, without a `v`. */
  readonly nodeVersion: string;
  readonly workspace: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The environment as it was found, secrets included: children get a scrubbed copy. */
  readonly env: Readonly<Record<string, string>>;
  /** Null on a laptop. */
  readonly github: GitHubContext | null;
  /** True when a person watches a terminal. */
  readonly terminal: boolean;
  /** Columns of that terminal; null when it is none or does not know. */
  readonly columns: number | null;
  /** Folder with the files that ship beside the entry. */
  readonly bundleDirectory: string;
  /** The system's folder for temporary files. */
  readonly temporaryDirectory: string;
}
