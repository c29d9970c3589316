import { basename, dirname, join } from 'node:path';
import { startManifest } from '../evidence/manifest.js';
import { createEvidenceDirectory } from '../evidence/run-directory.js';
import type { GitHubContext } from '../model/context.js';
import type { Problem } from '../model/problem.js';
import type { Settings } from '../model/settings.js';
import type { Checkout } from '../ports.js';
import { logProblems } from './log.js';
import type { Run } from './run.js';
import type { Services } from './services.js';

/** State for `post`: where the run directory is. */
export const RUN_DIRECTORY = 'run-directory';

/** Commit and branch of the results. */
function testedState({ headSha, sha, ref, pullRequest }: GitHubContext): Pick<Checkout, 'commit' | 'branch'> {
  const branch = pullRequest?.headRef ?? (headSha === sha ? ref : '');
  return { commit: headSha === '' ? null : headSha, branch };
}

/**
 * Writes the first manifest before anything runs, and passes its path to `post`. Where `evidence-dir` cannot be written,
 * the evidence goes to the system's temporary folder.
 */
export async function startRun(settings: Settings, services: Services): Promise<Run> {
  const { context, clock, files, git, step } = services;
  const startedAt = clock.now();
  const { github } = context;
  const { commit, branch } = github === null ? await git.checkout([settings.workingDirectory]) : testedState(github);
  const state = commit === null ? null : { commit, branch };
  const start = { createdAt: startedAt, project: settings.project, git: state, context };
  const create = (parent: string): ReturnType<typeof createEvidenceDirectory> =>
    createEvidenceDirectory(files, parent, startedAt, (runId) => startManifest({ runId, ...start }));
  const problems: Problem[] = [];
  const { run, manifest } = await create(settings.evidenceDirectory).catch((error: unknown) => {
    const instead = join(context.temporaryDirectory, 'qaagent-runs');
    problems.push(moved(error instanceof Error ? error.message : String(error), instead));
    return create(instead);
  });
  logProblems(problems, services.console);
  await ignoreRuns(run.directory, files);
  step.saveState(RUN_DIRECTORY, run.directory);
  return { settings, directory: run, manifest, startedAt, problems };
}

/** Keeps runs in `.qaagent` out of git, and leaves an ignore file that is there as it is. */
async function ignoreRuns(runDirectory: string, files: Services['files']): Promise<void> {
  const parent = dirname(runDirectory);
  if (basename(parent) !== 'runs' || basename(dirname(parent)) !== '.qaagent') return;
  const path = join(dirname(parent), '.gitignore');
  if (!(await files.exists(path))) await files.writeWhole(path, IGNORED).catch(() => undefined);
}

const IGNORED =
  '# Written by qaagent-orchestrate. Runs are evidence; commit quarantine.yml beside them.\n/runs/\n/.gitignore\n';

function moved(reason: string, instead: string): Problem {
  const message = `the evidence is in ${instead}, because \`evidence-dir\` cannot be written: ${reason}`;
  const remedy = 'Set `evidence-dir` to a folder that can be written to.';
  return { severity: 'warning', place: 'evidence', message, remedy };
}
