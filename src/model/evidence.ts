import type { RunProblem } from './problem.js';
import type { Conclusion, FinalState, SuiteOutcome } from './run.js';

/** One line of evidence/tests.jsonl. Field names and types are those of the original evidence store. */
export interface TestRecord {
  readonly test_id: string;
  readonly kind: string;
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'error' | 'skipped';
  readonly suite_name: string;
  readonly runner_type: string;
  /** Seconds. */
  readonly duration: number;
  readonly route: string | null;
  readonly error_message: string | null;
  /** ISO 8601. */
  readonly last_run: string;
  readonly evidence_refs: readonly string[];
  readonly tags: readonly string[];
  readonly metadata: TestRecordMetadata;
}

export interface TestRecordMetadata {
  readonly id: string;
  readonly classname: string;
  readonly file: string;
  readonly line: number;
  readonly attempts: readonly {
    readonly n: number;
    readonly status: string;
    /** Seconds. */
    readonly duration: number;
    readonly message: string;
    /** Number of tests of a rerun in a smaller set; absent when all tests before it ran, too. */
    readonly ran_with?: number;
  }[];
  readonly final: FinalState;
  readonly disagreement?: string;
  readonly quarantine?: { readonly reason: string; readonly owner: string; readonly expires: string };
}

/** One line of evidence/diagnostics.jsonl. */
export interface DiagnosticRecord {
  readonly diagnostic_id: string;
  readonly test_id: string;
  readonly category: string;
  /** What people are shown: the category, or for `unknown` `environment` or `code` where the kind shows it. */
  readonly class: string;
  readonly kind: string;
  readonly root_cause: string;
  readonly suggestion: string;
  readonly confidence: string;
  readonly fix_code: string;
  readonly cluster: string;
  readonly source: string;
  readonly quotes: readonly string[];
  readonly file: string | null;
  readonly line: number | null;
}

/** One failed test in evidence/diagnostics.json: the list from which the original files bug reports. */
export interface FailureRecord {
  readonly test_name: string;
  readonly suite: string;
  readonly category: string;
  readonly root_cause: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly suggestion: string;
  readonly error_message: string | null;
  readonly route: string | null;
}

/** One line of evidence/coverage.jsonl: how much of one component is covered. The original's field names and units. */
export interface CoverageRecord {
  readonly coverage_id: string;
  /** `line` and `branch` of code, `route` of an API. */
  readonly type: 'line' | 'branch' | 'route';
  /** A file relative to the workspace, a route, or `__overall__`. */
  readonly component: string;
  /** Share from 0 to 1. */
  readonly value: number;
  readonly total_statements: number | null;
  readonly covered_statements: number | null;
  /** Reports, or the API description, from which that is known. */
  readonly sources: readonly string[];
  readonly linked_cujs: readonly string[];
  /** ISO 8601. */
  readonly collected_at: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** One line of evidence/apis.jsonl: one operation of the API under test. The original's field names. */
export interface ApiRecord {
  readonly api_id: string;
  readonly method: string;
  readonly path: string;
  readonly auth_required: boolean;
  readonly tags: readonly string[];
  readonly source: string;
  /** From 0 to 1. */
  readonly confidence: number | null;
  readonly evidence_refs: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface ToolRecord {
  readonly version: string | null;
  readonly executed: boolean;
  readonly exit_code: number | null;
  readonly error: string | null;
}

export interface ManifestSuite {
  readonly name: string;
  readonly runner: string;
  readonly outcome: SuiteOutcome;
  readonly conclusion: Conclusion;
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
  readonly skipped: number;
  readonly flaky: number;
  /** Seconds. */
  readonly duration: number;
  readonly attempts: number;
  readonly problems: readonly {
    readonly severity: string;
    readonly place: string;
    readonly message: string;
    readonly remedy: string;
  }[];
}

/** manifest.json of a run directory: the original's fields and, below them, what this product adds. */
export interface Manifest {
  readonly run_id: string;
  /** ISO 8601. */
  readonly created_at: string;
  readonly target: { readonly name: string; readonly path: string; readonly git: Readonly<Record<string, string>> };
  readonly tools: Readonly<Record<string, ToolRecord>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly evidence_files: Readonly<Record<string, string>>;
  readonly diagnostics: readonly string[];

  readonly schema_version: number;
  readonly finished_at: string | null;
  /** Seconds that the suites took; absent until the run is finished. */
  readonly duration?: number;
  /** Null until the run is finished. */
  readonly conclusion: Conclusion | null;
  readonly suites: readonly ManifestSuite[];
  /** What makes the run red beside its suites; absent when there is nothing. */
  readonly problems?: readonly RunProblem[];
  /** Which part of the tests the run had; absent when it had all. */
  readonly shard?: { readonly index: number; readonly total: number; readonly plan: string };
  /** Runs that this one joins, as people call them; absent when it ran suites itself. */
  readonly legs?: readonly string[];
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
  readonly github: Readonly<Record<string, string | number>>;
}
