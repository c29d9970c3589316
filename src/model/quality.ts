// Settings and findings of quality suites.
/** Schemathesis 3 and 4. */
export interface SchemathesisSettings {
  readonly runner: 'schemathesis';
  readonly python: string | null;
  /** File relative to `workingDirectory`, address, or path below the base URL; null: `path`, else the usual places. */
  readonly spec: string | null;
  /** Empty: the tool's own choice. */
  readonly checks: readonly string[];
  /** Variable that holds a value for `Authorization`, or a whole header (`X-Key: value`). */
  readonly auth: string | null;
  readonly install: boolean;
}

/** How much a violation hinders people, in axe-core's words, least first. */
export const IMPACTS = ['minor', 'moderate', 'serious', 'critical'] as const;
export type Impact = (typeof IMPACTS)[number];

export interface AxeSettings {
  readonly runner: 'axe';
  /** Addresses, or paths below the base URL; empty: the base URL itself. */
  readonly urls: readonly string[];
  /** Rule tags of axe-core (`wcag2aa`); empty: all rules. */
  readonly tags: readonly string[];
  /** The least impact that fails a page. */
  readonly failOn: Impact;
  /** Selector that must be there before a page is judged. */
  readonly waitFor: string | null;
  /** Sitemap whose pages are added, as in `urls`. */
  readonly sitemap: string | null;
  readonly install: boolean;
}

export const LIGHTHOUSE_CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type LighthouseCategory = (typeof LIGHTHOUSE_CATEGORIES)[number];

export interface LighthouseSettings {
  readonly runner: 'lighthouse';
  /** As in axe. */
  readonly urls: readonly string[];
  /** Least score of a category, 0 to 100; categories without one are not judged. Empty: 90 for each. */
  readonly thresholds: Readonly<Partial<Record<LighthouseCategory, number>>>;
  readonly device: 'mobile' | 'desktop';
  /** The median of so many runs counts. */
  readonly runs: number;
  readonly install: boolean;
}

/** Limits for each route; null: no limit. */
export interface LoadThresholds {
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  /** 0 to 1. */
  readonly failRatio: number;
}

export interface LocustSettings {
  readonly runner: 'locust';
  readonly python: string | null;
  /** Relative to `workingDirectory`; null: `path`, else `locustfile.py`. */
  readonly file: string | null;
  readonly users: number;
  /** Users started a second. */
  readonly spawnRate: number;
  readonly runTimeMs: number;
  readonly thresholds: LoadThresholds;
  readonly install: boolean;
}

/** Runners of quality suites. */
export const QUALITY_RUNNERS = [
  'schemathesis',
  'axe',
  'lighthouse',
  'locust',
] as const satisfies readonly QualitySettings['runner'][];

export type QualitySettings = SchemathesisSettings | AxeSettings | LighthouseSettings | LocustSettings;

/** One line that a quality tool's driver writes into `findings.jsonl` of its attempt. Text is untrusted and bounded. */
export interface Finding {
  readonly tool: string;
  readonly severity: FindingSeverity;
  /** The tool's own name of the rule, check, audit or threshold. */
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  /** 1-based. */
  readonly line: number | null;
  readonly column: number | null;
  /** CSS selector of the element. */
  readonly selector: string | null;
  /** `GET /pets/{pet_id}`, or the path of a page. */
  readonly route: string | null;
  /** Files that show it, relative to the attempt's folder. */
  readonly evidence_refs: readonly string[];
  readonly tags: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

export const FINDING_SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** What one suite found; `evidence_refs` are relative to the run directory. */
export interface SuiteFindings {
  readonly suite: string;
  readonly findings: readonly Finding[];
}

/** One line of evidence/quality.jsonl: `evidence_refs` are relative to the run directory, `metadata.suite` is its suite. */
export interface FindingRecord extends Finding {
  readonly finding_id: string;
}
