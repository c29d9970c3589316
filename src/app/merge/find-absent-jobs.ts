import { absentJobs, tooFewJobs } from '../../merge/absent-jobs.js';
import type { Leg } from '../../merge/leg.js';
import type { Problem, RunProblem } from '../../model/problem.js';
import type { ListedJob } from '../../model/publication.js';
import type { Settings } from '../../model/settings.js';
import { readNeededJobs } from '../read/merge-job.js';
import type { Services } from '../services.js';

/** What is known of jobs that left no evidence. */
export interface AbsentJobs {
  /** They make the run red. */
  readonly problems: readonly RunProblem[];
  /** Why it is not known whether there are any. */
  readonly notes: readonly Problem[];
}

const NONE: AbsentJobs = { problems: [], notes: [] };
/** Attempts of a run, the last ones, of which the jobs are listed. */
const MOST_ATTEMPTS = 20;

/** Jobs of this run that should have left evidence and did not: a lost runner, a job that was cancelled before its step. */
export async function findAbsentJobs(
  legs: readonly Leg[],
  settings: Settings,
  services: Services,
): Promise<AbsentJobs> {
  const { github } = services.context;
  if (settings.expectedJobs !== null) return { ...NONE, problems: tooFewJobs(legs, settings.expectedJobs) };
  if (github === null || legs.length === 0) return NONE;
  const api = settings.githubToken === null ? null : services.github(settings.githubToken);
  if (api === null) return unknown('there is no token');
  const listed: ListedJob[] = [];
  const first = Math.max(1, github.runAttempt - MOST_ATTEMPTS + 1);
  for (let attempt = first; attempt <= github.runAttempt; attempt += 1) {
    const jobs = await api.listJobs(github.runId, attempt);
    if (!jobs.ok) return unknown(jobs.reason);
    listed.push(...jobs.value);
  }
  const others = listed.filter(({ id }) => id !== github.checkRunId);
  return { ...NONE, problems: absentJobs(others, legs, await readNeededJobs(services)) };
}

function unknown(reason: string): AbsentJobs {
  const message = `it is unknown whether every job left evidence: ${reason}`;
  const remedy = 'Add `actions: read` to the `permissions` of the job, or set `expected-jobs`.';
  return { ...NONE, notes: [{ severity: 'note', place: 'expected-jobs', message, remedy }] };
}
