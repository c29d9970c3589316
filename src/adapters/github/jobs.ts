import type { ListedJob, Sent } from '../../model/publication.js';
import type { ApiClient } from './api-client.js';

/** Jobs of one attempt of a run. */
export function listJobs(client: ApiClient, runId: number, attempt: number): Promise<Sent<readonly ListedJob[]>> {
  return client.list('the jobs of the run could not be listed', async (octokit, page) => {
    const at = { ...client.at, run_id: runId, attempt_number: attempt };
    const { data } = await octokit.rest.actions.listJobsForWorkflowRunAttempt({ ...at, ...page });
    return data.jobs.map(({ id, name, conclusion, steps = [] }): ListedJob => {
      const skippedSteps = steps.flatMap((step) => (step.conclusion === 'skipped' ? [step.name] : []));
      return { id, name, conclusion: conclusionOf(conclusion), skippedSteps };
    });
  });
}

function conclusionOf(conclusion: string | null): ListedJob['conclusion'] {
  switch (conclusion) {
    case null:
      return 'none';
    case 'success':
    case 'skipped':
    case 'cancelled':
      return conclusion;
    default:
      return 'failure';
  }
}
