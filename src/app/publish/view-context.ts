import type { ChangedCoverage } from '../../coverage/changed-lines.js';
import { type Coverage, coverageTotals } from '../../coverage/merge.js';
import type { EvidenceDirectory } from '../../evidence/run-directory.js';
import type { RunContext } from '../../model/context.js';
import type { LoadSeries } from '../../model/load.js';
import type { Problem } from '../../model/problem.js';
import type { SourcePlace } from '../../model/report.js';
import type { RunReport, TestCase } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import type { Baseline } from '../../model/run.js';
import type { CoverageSummary, PublishContext, RouteTally } from '../../publish/view/context.js';
import { rerunCommand } from '../../runners/rerun-command.js';
import type { OperationCoverage, RouteCoverage } from '../../routes/route-coverage.js';

export interface ContextFacts {
  readonly context: RunContext;
  readonly settings: Settings;
  readonly run: EvidenceDirectory;
  readonly report: RunReport;
  readonly headSha: string;
  readonly artifactUrl: string | null;
  /** Where the tests ran; absent for those of other machines. */
  readonly environment?: string;
  /** Branch that is checked out, where no event reports it. */
  readonly branch?: string;
  readonly baseline: Baseline | null;
  /** Why earlier runs are missing, in a sentence; absent where nothing could be asked. */
  readonly pastNote?: string;
  readonly proposal?: PublishContext['proposal'];
  readonly problems: readonly Problem[];
  readonly resolvePath: (path: string) => string | null;
  readonly isChangedLine: (place: SourcePlace) => boolean;
  /** Absent: no source is known. */
  readonly sourceAround?: (place: SourcePlace) => readonly string[];
  readonly routeOf: (test: TestCase) => string | null;
  readonly routes: RouteCoverage;
  readonly code: Coverage;
  readonly changed: ChangedCoverage | null;
  readonly load: readonly LoadSeries[];
  /** On which legs tests fail; absent where nothing was merged. */
  readonly legsOf?: PublishContext['legsOf'];
}

/** What evidence of another run does not report: routes, code and the time series of load. */
export const NOTHING_MEASURED: Pick<ContextFacts, 'routes' | 'code' | 'load' | 'changed'> = {
  routes: { operations: [], untested: [], undocumented: new Map(), percent: null },
  code: { files: [], places: [], unmapped: [] },
  load: [],
  changed: null,
};

/** What the renderers are given beside report and diagnosis. */
export function publishContext(facts: ContextFacts): PublishContext {
  const { context, settings, run } = facts;
  const { github } = context;
  const suites = new Map(facts.report.suites.map((suite) => [suite.suite.name, suite]));
  const shell = context.env['RUNNER_OS'] === 'Windows' ? 'powershell' : 'posix';
  return {
    project: settings.project,
    headSha: facts.headSha,
    ...originOf(github, facts.branch ?? ''),
    artifactUrl: facts.artifactUrl,
    environment: facts.environment ?? '',
    runId: run.runId,
    evidenceDirectory: run.directory,
    baseline: facts.baseline,
    pastNote: facts.pastNote ?? '',
    proposal: facts.proposal ?? null,
    coverage: coverageSummary(facts.routes, facts.code, facts.changed),
    load: facts.load,
    version: context.version,
    problems: facts.problems,
    rerunCommand: (test) => {
      const ran = suites.get(test.suite);
      const place = { root: context.workspace, shell, command: ran?.attempts[0]?.command ?? [] } as const;
      return ran === undefined ? null : rerunCommand(test, ran.suite, place);
    },
    routeOf: facts.routeOf,
    resolvePath: facts.resolvePath,
    isChangedLine: facts.isChangedLine,
    sourceAround: facts.sourceAround ?? (() => []),
    legsOf: facts.legsOf ?? (() => ''),
  };
}

const SYSTEMS = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' } as const;

/** The system that runs the tests, as GitHub's runner names it, and the application under test by its origin. */
export function environmentOf(
  { env, platform }: Pick<RunContext, 'env' | 'platform'>,
  { baseUrl }: Pick<Settings, 'baseUrl'>,
): string {
  const system = [env['RUNNER_OS'] ?? SYSTEMS[platform], env['RUNNER_ARCH'], env['ImageOS']];
  const origin = baseUrl !== null && URL.canParse(baseUrl) ? `application at ${new URL(baseUrl).origin}` : '';
  return [system.filter(Boolean).join(' '), origin].filter((part) => part !== '').join(', ');
}

const LEAST_COVERED = 20;

/** The run and what was tested, as GitHub knows them; a laptop knows its branch at most. */
function originOf(
  github: RunContext['github'],
  checkedOut: string,
): Pick<PublishContext, 'repositoryUrl' | 'runUrl' | 'runNumber' | 'runAttempt' | 'branch' | 'pullRequest'> {
  if (github === null)
    return { repositoryUrl: null, runUrl: null, runNumber: 0, runAttempt: 1, branch: checkedOut, pullRequest: null };
  const { serverUrl, owner, repository, runId, runNumber, runAttempt, ref, pullRequest } = github;
  const repositoryUrl = `${serverUrl}/${owner}/${repository}`;
  return {
    repositoryUrl,
    runUrl: `${repositoryUrl}/actions/runs/${runId}`,
    ...{ runNumber, runAttempt },
    branch: pullRequest?.headRef ?? ref,
    pullRequest: pullRequest?.number ?? null,
  };
}

/** What reports show of coverage: every route, the whole of the code, and the files that need tests most. */
export function coverageSummary(
  routes: RouteCoverage,
  code: Coverage,
  changed: ChangedCoverage | null,
): CoverageSummary {
  const files = code.files.map((file) => ({ path: file.path, ...coverageTotals([file]).lines }));
  const missing = files.filter(({ covered, total }) => covered < total);
  return {
    routes: routes.operations.map(routeTally),
    lines: coverageTotals(code.files).lines,
    changed,
    leastCovered: missing.toSorted((a, b) => b.total - b.covered - (a.total - a.covered)).slice(0, LEAST_COVERED),
  };
}

function routeTally({ route, tests, passed, suites, knownFrom }: OperationCoverage): RouteTally {
  const counted = { route, tests: tests.length, passed };
  if (tests.length === 0) return suites.length === 0 ? counted : { ...counted, recordedBy: 'suite' };
  return knownFrom.every((source) => source === 'request') ? { ...counted, recordedBy: 'tests' } : counted;
}
