/** What became of a failing test on the commit that its pull request is merged into. */
export interface BaseResult {
  readonly state: 'fails' | 'passes' | 'unknown';
  /** Why it is unknown, in words; empty otherwise. */
  readonly reason: string;
}

/** Results of failing tests on that commit. */
export interface VerifiedBase {
  /** Empty when it could not be checked out. */
  readonly commit: string;
  /** Name of its branch, for people. */
  readonly branch: string;
  /** By the key of the test. */
  readonly results: ReadonlyMap<string, BaseResult>;
}
