import type { Failure } from '../../model/diagnosis.js';
import type { Classification } from '../rules/rule.js';

/** What the words of a quality tool mean; every text bounded by who makes it. */
export interface ToolReading {
  readonly verdict: Classification;
  /** One sentence, the entity first. */
  readonly rootCause: string;
  readonly suggestion: string;
  /** Equal for failures of one cause in one run. */
  readonly causeKey: string;
  /** Verbatim lines of the failure; absent where its message and the verdict's evidence say enough. */
  readonly quotes?: readonly string[];
}

/** What the failures of a run have in common: the pages on which an element breaks a rule, by the violation's key. */
export type SharedViolations = ReadonlyMap<string, readonly string[]>;

/** Reads a failure of one tool; null when its words are not known, so that the common rules decide. */
export type ToolReader = (failure: Failure, shared: SharedViolations) => ToolReading | null;

type Judged = Pick<Classification, 'category' | 'kind'>;

/** A verdict by the tool's own word, which is as sure as an exception class. */
export function toolVerdict(tool: string, { category, kind }: Judged, evidence: string): Classification {
  return { category, kind, confidence: 'high', rule: `${tool}/${kind}`, evidence: evidence.slice(0, 200) };
}

/** What a status means that came where another was wanted: who refuses, what is missing, who could not do its work. */
export function statusMeaning(status: number): Judged {
  if (status === 401) return { category: 'auth', kind: 'unauthorized' };
  if (status === 403) return { category: 'auth', kind: 'forbidden' };
  if (status === 404 || status === 410) return { category: 'data', kind: 'not-found' };
  if (status === 429 || status >= 500) return { category: 'connection', kind: '5xx' };
  return { category: 'assertion', kind: 'status-code' };
}

/** Two parts of a test's id: `GET /pets › not_a_server_error`. */
export function idParts(testId: string): readonly [string, string] {
  const at = testId.indexOf(' › ');
  return at < 0 ? [testId, ''] : [testId.slice(0, at), testId.slice(at + 3)];
}
