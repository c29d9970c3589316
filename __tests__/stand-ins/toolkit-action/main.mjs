import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import * as core from '@actions/core';
import { context, getOctokit } from '@actions/github';

const octokit = getOctokit(core.getInput('github-token'));
const { data: check } = await octokit.rest.checks.create({
  ...context.repo,
  name: 'QA',
  head_sha: context.payload.pull_request.head.sha,
  status: 'in_progress',
});
core.saveState('check', check.id);
await octokit.rest.issues.createComment({ ...context.repo, issue_number: context.issue.number, body: 'hello' });
const files = await octokit.paginate(octokit.rest.pulls.listFiles, {
  ...context.repo,
  pull_number: context.issue.number,
});
core.setOutput(
  'files',
  files.map(({ filename }) => filename),
);

const folder = core.getInput('folder');
const client = new DefaultArtifactClient();
const upload = await client.uploadArtifact('qa-evidence', [join(folder, 'a.txt'), join(folder, 'b', 'c.txt')], folder);
core.setOutput('digest', upload.digest);
const again = await client
  .uploadArtifact('qa-evidence', [join(folder, 'a.txt')], folder)
  .catch((error) => error.message);
core.setOutput('again', again);
const copy = join(process.env['RUNNER_TEMP'], 'copy');
await client.downloadArtifact(upload.id, { path: copy, expectedHash: upload.digest });
core.setOutput('copy', copy);
core.error('wrong', { file: 'a.py', startLine: 3, title: 'T' });
await core.summary.addHeading('Done').write();
process.exit(0);
