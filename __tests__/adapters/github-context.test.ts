import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readGitHubContext } from '../../src/adapters/github-context.js';
import type { GitHubContext } from '../../src/model/context.js';
import { workflowEvent } from '../stand-ins/workflow-event.js';
import type { EventName, WorkflowEvent } from '../stand-ins/workflow-event.js';

const subject = {
  repository: 'octo-org/shop',
  headSha: 'a'.repeat(40),
  baseSha: 'b'.repeat(40),
  mergeSha: 'c'.repeat(40),
  branch: 'topic',
  pullNumber: 7,
};

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'qaagent-event-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function contextOf({ payload, env }: WorkflowEvent, more: Readonly<Record<string, string>> = {}): GitHubContext | null {
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(payload));
  const job = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: subject.repository, GITHUB_EVENT_PATH: path };
  return readGitHubContext({ ...job, ...env, ...more }, { matrix: '{"os":"linux","py":3.12}', checkRunId: '77' });
}

describe('the context of a run', () => {
  const rows: readonly (readonly [EventName, number | null])[] = [
    ['pull_request', 7],
    ['fork', 7],
    ['push', null],
    ['merge_group', null],
    ['schedule', null],
    ['workflow_dispatch', null],
    ['workflow_run', null],
  ];
  test.each(rows)('of %s has the commit that people pushed, never the merge commit', (name, pull) => {
    const context = contextOf(workflowEvent(name, subject));
    expect(context).toMatchObject({ headSha: subject.headSha, defaultBranch: 'main', matrix: 'os=linux, py=3.12' });
    expect(context?.pullRequest?.number ?? null).toBe(pull);
    expect(context?.pullRequest?.fork ?? false).toBe(name === 'fork');
    expect(context?.triggeredBy !== null).toBe(name === 'workflow_run');
  });

  test('of workflow_run knows the run that ended, and only pull requests of this repository', () => {
    const event = workflowEvent('workflow_run', subject);
    const run = event.payload['workflow_run'] as object;
    const pull = (id: number, number: number): object => ({
      number,
      head: { sha: subject.headSha },
      base: { ref: 'main', repo: { id } },
    });
    const payload = {
      ...event.payload,
      workflow_run: { ...run, pull_requests: [pull(1_296_269, 7), pull(99, 8)] },
    };
    expect(contextOf({ ...event, payload })?.triggeredBy).toMatchObject({
      id: 30_433_642,
      headSha: subject.headSha,
      headBranch: 'topic',
      headOwner: 'contributor',
      pullRequests: [{ number: 7, headSha: subject.headSha, baseRef: 'main' }],
    });
  });

  test("has the address of the server's API without a slash at the end", () => {
    const push = workflowEvent('push', subject);
    expect(contextOf(push)?.apiUrl).toBe('https://api.github.com');
    expect(contextOf(push, { GITHUB_API_URL: 'https://ghe.acme.com/api/v3/' })?.apiUrl).toBe(
      'https://ghe.acme.com/api/v3',
    );
  });

  test('is null outside of a workflow, and survives an event file that is no JSON', () => {
    expect(readGitHubContext({}, { matrix: '', checkRunId: '' })).toBeNull();
    const path = join(folder, 'torn.json');
    writeFileSync(path, '{"pull_request":');
    const context = contextOf(workflowEvent('push', subject), { GITHUB_EVENT_PATH: path });
    expect(context).toMatchObject({ headSha: subject.headSha, pullRequest: null, defaultBranch: '' });
  });
});
