// Diagnoses and causes: category, root cause, location, next step.
import type { PlaceContext, SourcePlace } from './report.js';

export const CATEGORIES = ['timeout', 'connection', 'auth', 'data', 'flaky', 'assertion', 'unknown'] as const;
export type Category = (typeof CATEGORIES)[number];
export type Confidence = 'high' | 'medium' | 'low';

/** What the diagnosis is given of one failed or flaky test. Text is untrusted. */
export interface Failure {
  /** Unique in the run: suite and test id. */
  readonly key: string;
  readonly suite: string;
  /** pytest, playwright, junit...: a hint for the grammar of traces, never decisive. */
  readonly runner: string;
  readonly testId: string;
  readonly name: string;
  readonly classname: string;
  /** Declared place; empty and 0 when unknown. */
  readonly file: string;
  readonly line: number;
  /** Where the paths of its trace were written; absent: in the root of the repository. */
  readonly context?: PlaceContext;
  readonly message: string;
  /** Exception class as the report gave it. */
  readonly type: string;
  readonly details: string;
  /** Captured output: second-class evidence. */
  readonly output: string;
  /** The failing line as the runner itself reports it; comes before what a trace shows. */
  readonly knownPlace?: SourcePlace | null;
  /** True only when the test failed and then passed on the same commit. */
  readonly passedOnRetry: boolean;
  /** How an order-dependent test depends on others: `fails after tests/a.py::test_b, passes alone`. */
  readonly orderDependence?: string;
  /** True when our deadline ended the test. */
  readonly timedOut: boolean;
}

/** What is wrong with one test, and where. */
export interface Diagnosis {
  readonly key: string;
  readonly category: Category;
  /** Finer than the category: `refused`, `missing-module`, `web-first-expect`, ... */
  readonly kind: string;
  readonly confidence: Confidence;
  /** Name of the rule that fired; also when a user's rule did. */
  readonly rule: string;
  /** One sentence, the entity first. */
  readonly rootCause: string;
  /** A next step that names a place or a command. */
  readonly suggestion: string;
  /** Verbatim lines of the failure that the judgement rests on. */
  readonly quotes: readonly string[];
  /** The frame a person would click; null when no frame is known. Path relative to the repository when mapped. */
  readonly place: SourcePlace | null;
  /** Why there is no place although the failure names one; absent otherwise. */
  readonly unlocated?: string;
  /** The product's frame when it differs. */
  readonly productPlace: SourcePlace | null;
  /** Equal for failures of one cause in one run. */
  readonly causeKey: string;
  readonly source: 'rules' | 'model' | 'user';
  /** A small patch as text; empty when there is none. */
  readonly fixCode: string;
  /** Whether the pull request changed the failing line, or only its file; absent when neither or unknown. */
  readonly changed?: 'line' | 'file';
}

/** One cause with everything that fails because of it. Sorted by reach. */
export interface Cause {
  /** Stable over runs: hash of the cause key. */
  readonly id: string;
  readonly category: Category;
  readonly kind: string;
  readonly confidence: Confidence;
  readonly rootCause: string;
  readonly suggestion: string;
  readonly quotes: readonly string[];
  readonly place: SourcePlace | null;
  /** As in `Diagnosis`. */
  readonly unlocated?: string;
  readonly source: 'rules' | 'model' | 'user';
  readonly fixCode: string;
  /** As in `Diagnosis`, for the member that speaks for the cause. */
  readonly changed?: 'line' | 'file';
  /** Failure keys, at least one. */
  readonly failures: readonly string[];
}

/** The diagnosis of a whole run. */
export interface RunDiagnosis {
  readonly diagnoses: readonly Diagnosis[];
  readonly causes: readonly Cause[];
  /** Sentences for the manifest and the footer: who decided, what was not possible. */
  readonly notes: readonly string[];
}
