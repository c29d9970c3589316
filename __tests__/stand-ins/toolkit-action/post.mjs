import * as core from '@actions/core';
import { context, getOctokit } from '@actions/github';

await getOctokit(core.getInput('github-token')).rest.checks.update({
  ...context.repo,
  check_run_id: Number(core.getState('check')),
  conclusion: 'cancelled',
  output: { title: 'T', summary: 'S' },
});
