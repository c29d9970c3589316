import { type Leg, legFromEvidence } from '../../merge/leg.js';
import { type MergeResult, mergeLegs } from '../../merge/merge-legs.js';
import type { Problem, RunProblem } from '../../model/problem.js';
import type { Conclusion } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import { insidePath } from '../../evidence/untrusted/inside-path.js';
import { nothingShared } from '../../evidence/untrusted/shared-values.js';
import type { Checkout } from '../../ports.js';
import { atCheckout, testFolders } from '../at-checkout.js';
import { concludeRun, judge } from '../complete-run.js';
import type { AnalysisOptions, RunAnalysis } from '../evaluate/analyze-run.js';
import { readRepositoryFiles, type RepositoryFiles } from '../evaluate/locate-tests.js';
import { redactorFor } from '../evaluate/redact-run.js';
import { logProblems } from '../log.js';
import { keptBlobs, type KeptBlobs, mergeBlobReports } from './blob-reports.js';
import { findAbsentJobs } from './find-absent-jobs.js';
import { evidenceInFolder, evidenceOfRun, type EvidenceSearch } from '../publish/find-evidence.js';
import { publishingProblem } from '../publish/publish-to-github.js';
import { coverRoutes } from '../publish/write-evidence.js';
import { readHistory } from '../history/branch-history.js';
import { readApi } from '../read/read-openapi.js';
import type { Services } from '../services.js';
import { startRun } from '../start-run.js';
import { formatCount } from '../../text/format.js';

/**
 * Joins the evidence of shards and matrix jobs to one run and publishes that: one evidence run, one check, one comment.
 * Whatever is missing of them makes it red.
 */
export async function mergeRuns(
  settings: Settings,
  warnings: readonly Problem[],
  world: Services,
): Promise<Conclusion> {
  const found = await search(settings, world);
  const { legs, problems: unread } = await readLegs(found.found, world);
  const absent = await findAbsentJobs(legs, settings, world);
  const blobs = keptBlobs(legs, found.found);
  const lacking = [...absent.problems, ...[...found.problems, ...unread].map(asRunProblem)];
  const merged = withProblems(mergeLegs(legs, settings), lacking);
  world.limitHeapGrowth();
  const { services, problems } = await atMerged(merged, settings, world);
  const reported = [...warnings, ...problems, ...absent.notes];
  logProblems([...reported, ...found.problems, ...unread], services.console);
  services.console.untrusted(`Merging ${formatCount(legs.length, 'run')}: ${listed(merged.legs)}`);
  return conclude({ merged, blobs }, settings, reported, services);
}

/** Runs that are named in the log. */
const MOST_NAMED = 20;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** A folder when one is named, or outside of GitHub; else what the jobs of this run have uploaded. */
function search(settings: Settings, services: Services): Promise<EvidenceSearch> {
  const { github } = services.context;
  const isNamed = services.inputs['evidence-dir'] !== undefined;
  if (isNamed || github === null) return evidenceInFolder(settings.evidenceDirectory, services.files);
  const api = settings.githubToken === null ? null : services.github(settings.githubToken);
  if (api !== null) return evidenceOfRun(github.runId, settings, api, services);
  const problem = publishingProblem('the evidence cannot be downloaded: there is no token', 'Set `github-token`.');
  return Promise.resolve({ found: [], problems: [problem] });
}

async function readLegs(
  found: EvidenceSearch['found'],
  { console }: Services,
): Promise<{ readonly legs: readonly Leg[]; readonly problems: readonly Problem[] }> {
  const legs: Leg[] = [];
  const shared = nothingShared();
  const problems: Problem[] = [];
  for (const { read, place } of found) {
    const texts = await read();
    if ('severity' in texts) {
      problems.push(texts);
      continue;
    }
    const leg = legFromEvidence(place, texts, shared);
    if (leg === null) console.untrusted(`Left out: ${place} is itself a merged run`);
    else if (typeof leg === 'string') problems.push(publishingProblem(`${place} is not valid evidence: ${leg}`, ''));
    else legs.push(leg);
  }
  return { legs, problems };
}

/** Evidence that could not be read may be red, and so the run is. */
function asRunProblem(problem: Problem): RunProblem {
  return { ...problem, severity: 'error', headline: 'some evidence could not be read' };
}

/** The merged run, red for what it lacks. */
function withProblems(merged: MergeResult, problems: readonly RunProblem[]): MergeResult {
  if (problems.length === 0) return merged;
  const { report } = merged;
  return {
    ...merged,
    report: { ...report, conclusion: 'failure', problems: [...(report.problems ?? []), ...problems] },
  };
}

/** The services of a job that tests what its legs have tested, whatever is checked out here. */
async function atMerged(
  { commit, branch, legs }: MergeResult,
  settings: Settings,
  services: Services,
): Promise<{ readonly services: Services; readonly problems: readonly Problem[] }> {
  const known = { commit: commit === '' ? null : commit, branch, parents: [] };
  const checkout: Checkout = { ...known, reason: 'the merged runs do not name it' };
  const git = { ...services.git, checkout: () => Promise.resolve(checkout) };
  return legs.length === 0 ? { services, problems: [] } : atCheckout(settings, { ...services, git }, checkout);
}

/** What only a job that runs suites has. */
const NOTHING_RAN = { shard: null, app: null, base: null } as const;

async function conclude(
  { merged, blobs }: { readonly merged: MergeResult; readonly blobs: KeptBlobs },
  given: Settings,
  warnings: readonly Problem[],
  services: Services,
): Promise<Conclusion> {
  const settings = { ...given, project: merged.project || given.project };
  const run = await startRun(settings, services);
  const [past, api, repository] = await Promise.all([
    readHistory(settings, services),
    readApi(settings, services),
    repositoryOf(settings, services),
  ]);
  const redactor = redactorFor(settings, services);
  const nothing = { code: { files: [], places: [], unmapped: [] }, changed: null };
  const { directory, manifest, problems } = run;
  const unmerged = await mergeBlobReports(blobs, { run: directory, merged, settings, redactor }, services);
  const of = { settings, run: directory, manifest, api, redactor, repository, merged, ...NOTHING_RAN };
  const judged: AnalysisOptions = {
    ...of,
    report: { ...merged.report, startedAt: merged.report.startedAt || run.startedAt },
    coverage: { ...nothing, failures: [], problems: [] },
    changes: { state: 'no-pull-request' },
    problems: [...warnings, ...problems, ...past.problems, ...unmerged],
  };
  const finished = judge(judged, past, services);
  const analysis: RunAnalysis = {
    ...{ diagnosis: merged.diagnosis, calls: [], repository, withheld: new Set<string>() },
    routes: coverRoutes(finished.report, api),
    ...nothing,
    ...{ load: [], findings: [], routeOf: merged.routeOf, sourceAround: () => [] },
    problems: [...finished.problems, ...api.problems],
  };
  return concludeRun(finished, analysis, past, services);
}

/** The files of the repository; where nothing is checked out, every path that can be one of it. */
async function repositoryOf(settings: Settings, services: Services): Promise<RepositoryFiles> {
  const { files } = await services.git.files(testFolders(settings));
  const known = await readRepositoryFiles(testFolders(settings), services);
  return files.length > 0 ? known : { ...known, isTracked: (path) => insidePath(path) !== '' };
}
