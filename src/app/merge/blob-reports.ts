import { dirname, join } from 'node:path';
import type { EvidenceDirectory } from '../../evidence/run-directory.js';
import { childEnv } from '../../execution/prepare-suite.js';
import { runSupervised } from '../../execution/attempt/run-supervised.js';
import { groupLegs } from '../../merge/group-legs.js';
import { type Leg, legName } from '../../merge/leg.js';
import type { MergeResult } from '../../merge/merge-legs.js';
import type { Problem } from '../../model/problem.js';
import type { Settings } from '../../model/settings.js';
import type { FoundEvidence } from '../publish/find-evidence.js';
import type { Redactor } from '../../redaction/redactor.js';
import { foldersUpTo } from '../../text/shell.js';
import { shortLine } from '../../text/visible.js';
import type { Services } from '../services.js';

/** The blob reports of Playwright in the evidence of one shard or matrix job. */
interface BlobReports {
  readonly name: string;
  readonly paths: readonly string[];
  readonly readFiles: FoundEvidence['readFiles'];
}

/** What the runs that are merged have kept of Playwright's blob reports. */
export interface KeptBlobs {
  readonly kept: readonly BlobReports[];
  /** Names of runs with tests of Playwright that have kept none. */
  readonly without: readonly string[];
}

/** Where the merged report is, relative to the run directory. */
const REPORT = 'artifacts/run/playwright-report';
const LIMIT_MS = 600_000;
const LINE_CHARS = 300;

/** Blob reports of the latest attempt of each run. */
export function keptBlobs(legs: readonly Leg[], found: readonly FoundEvidence[]): KeptBlobs {
  const files = new Map(found.map(({ place, readFiles }) => [place, readFiles]));
  const [kept, without]: [BlobReports[], string[]] = [[], []];
  for (const leg of groupLegs(legs).flatMap((group) => group.legs)) {
    const readFiles = files.get(leg.place);
    const name = legName(leg);
    if (leg.blobReports.length > 0 && readFiles !== undefined) kept.push({ name, paths: leg.blobReports, readFiles });
    else if (leg.suites.some(({ suite, tests }) => suite.runner === 'playwright' && tests.length > 0))
      without.push(name);
  }
  return { kept, without };
}

interface Merging {
  readonly run: EvidenceDirectory;
  readonly merged: MergeResult;
  readonly settings: Settings;
  readonly redactor: Redactor;
}

/**
 * Lets the project's own Playwright merge the blob reports that its shards have kept, to one HTML report beside the evidence.
 * Why it could not is one warning; nothing is installed for it.
 */
export async function mergeBlobReports(
  { kept, without }: KeptBlobs,
  merging: Merging,
  services: Services,
): Promise<readonly Problem[]> {
  if (kept.length === 0) return [];
  const [lacking] = [...incomplete(merging.merged), ...without.map((name) => `${name} has no blob reports`)];
  const reason = lacking ?? (await run(kept, merging, services));
  if (reason !== null) return [notMerged(reason)];
  services.console.info(`The Playwright reports of ${kept.length} runs were merged: ${REPORT}/index.html`);
  return [];
}

/** A report without a shard would look like one of all tests. */
function incomplete({ report }: MergeResult): readonly string[] {
  const suites = report.suites.filter(
    ({ suite, outcome }) => suite.runner === 'playwright' && outcome === 'incomplete',
  );
  return suites.map(({ suite, problems }) => problems[0]?.headline ?? `${suite.name} is incomplete`);
}

function notMerged(reason: string): Problem {
  const message = `the Playwright blob reports were not merged: ${reason}`;
  const remedy = 'The blob reports are in the artifacts of the jobs; merge them with `npx playwright merge-reports`.';
  return { severity: 'warning', place: 'blob-report', message, remedy };
}

/** Null when they are merged, else why they are not. */
async function run(
  kept: KeptBlobs['kept'],
  { run: { directory, runId }, settings, redactor }: Merging,
  services: Services,
): Promise<string | null> {
  const { context, files, processes, cancelled } = services;
  const cwd = await findPlaywright(settings, services);
  const npx = await processes.which('npx', context.env);
  if (cwd === null || npx === null)
    return 'Playwright is not installed in this job; install the packages of the project before this step';
  const folder = join(context.temporaryDirectory, `qaagent-blob-reports-${runId}`);
  const unread = await copyBlobs(kept, folder, services);
  if (unread !== null) return unread;
  const report = join(directory, REPORT);
  const logFile = join(directory, 'artifacts/run/merge-reports.log');
  await files.makeDirectory(dirname(logFile));
  const variables = {
    PLAYWRIGHT_HTML_OPEN: 'never',
    PLAYWRIGHT_HTML_OUTPUT_DIR: report,
    PLAYWRIGHT_HTML_REPORT: report,
  };
  const spec = {
    command: [npx, '--no-install', 'playwright', 'merge-reports', '--reporter', 'html', folder] as const,
    ...{ cwd, env: childEnv(context.env, settings.baseUrl, variables), graceMs: settings.graceMs, logFile },
    ...{ timeoutMs: LIMIT_MS, idleTimeoutMs: null, eventsFile: null },
    ...{ track: `${runId}/merge-reports`, stateDirectory: join(folder, 'supervisor') },
  };
  const exit = await runSupervised(spec, { processes, signal: cancelled });
  if (exit.exitCode === 0 && (await files.exists(join(report, 'index.html')))) return null;
  return shortLine(redactor.redact(errorIn(await files.readTail(logFile, 4000))), LINE_CHARS) || 'no reason was given';
}

/** The first line that says what is wrong, else the last one. */
function errorIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => line.includes('Error')) ?? lines.at(-1) ?? '';
}

/** The folder of a suite from which the project's own Playwright is found; null when it is not installed. */
async function findPlaywright({ suites, workingDirectory }: Settings, { files, context }: Services) {
  const own = suites.flatMap((suite) => (suite.runner === 'playwright' ? [suite.workingDirectory] : []));
  for (const start of [...own, workingDirectory])
    for (const folder of foldersUpTo(context.workspace, start))
      if (await files.exists(join(folder, 'node_modules/@playwright/test/cli.js'))) return start;
  return null;
}

/** Null when all are in the folder, else which is not. */
async function copyBlobs(kept: KeptBlobs['kept'], folder: string, { files }: Services): Promise<string | null> {
  await files.makeDirectory(folder);
  for (const [at, { name, paths, readFiles }] of kept.entries()) {
    const read = await readFiles(paths);
    if ('severity' in read) return `${name}: ${read.message}`;
    for (const [index, path] of paths.entries()) {
      const bytes = read.get(path);
      if (bytes === undefined) return `${name} lacks ${path}`;
      await files.writeBytes(join(folder, `${at + 1}-${index + 1}.zip`), bytes);
    }
  }
  return null;
}
