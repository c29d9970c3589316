import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, expect, test } from '@jest/globals';
import { type History, renderHistory, testDigest } from '../../src/history/history-file.js';
import { readRecords, runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { describeWith } from './with-tools.js';

const records: ActionRecord[] = [];
afterEach(() => {
  for (const record of records.splice(0)) record.remove();
});

async function run(...given: Parameters<typeof runAction>): Promise<ActionRecord> {
  const record = await runAction(...given);
  records.push(record);
  return record;
}

const SUITES = { suites: 'unit: pytest tests/unit' };
/** The run that the event `workflow_run` of the stand-in names. */
const RUN_ID = 30_433_642;

describeWith(['python'], 'the action in two workflows', () => {
  test('publishes the red run of a fork with the token of the second', async () => {
    const first = await run({ project: 'shop', shop: 'started', event: 'fork', inputs: SUITES });
    expect([first.checks, first.comments]).toEqual([[], []]);
    const [uploaded] = first.uploads;
    if (uploaded === undefined) throw new Error('the fork has uploaded its evidence');
    const { headSha } = first.workspace;
    const artifact = { id: 5, name: uploaded.name, runId: RUN_ID, headSha, headBranch: 'topic', fork: true };
    const second = await run({
      project: 'shop-green',
      event: 'workflow_run',
      inputs: { mode: 'publish' },
      github: {
        artifacts: [{ ...artifact, zip: uploaded.bytes, expired: false }],
        pulls: [{ number: 7, headSha, headRef: 'topic', baseRef: 'main', headOwner: 'contributor' }],
        commits: null,
      },
      headSha,
    });
    expect(second.step.main.exitCode).toBe(0);
    expect(second.step.outputs).toMatchObject({ conclusion: 'failure', failed: first.step.outputs['failed'] });
    expect(second.checks).toMatchObject([{ headSha, conclusion: 'failure' }]);
    expect(second.checks[0]?.annotations.length).toBeGreaterThan(0);
    expect(second.comments).toMatchObject([{ issue: 7 }]);
    expect(second.uploads).toEqual([]);
    expect(second.violations).toEqual([]);
  });
});

describeWith(['python'], 'the action on a pull request after a run on its base', () => {
  test('distinguishes new failures from known ones', async () => {
    const base = await run({ project: 'shop-green', shop: 'running', event: 'push', inputs: SUITES });
    expect(base.step.outputs).toMatchObject({ conclusion: 'success', 'new-failures': '' });
    const history = base.uploads.find(({ name }) => name.startsWith('qa-history-'));
    if (history === undefined) throw new Error('a run on a branch leaves its history');
    const { name, bytes } = history;
    const { headSha } = base.workspace;
    const artifact = { id: 5, name, runId: 30_000_000, headSha, headBranch: 'main', zip: bytes, expired: false };
    const pull = await run({
      project: 'shop',
      shop: 'started',
      inputs: SUITES,
      github: { artifacts: [artifact] },
    });
    const { failed, errors } = pull.step.outputs;
    expect(Number(pull.step.outputs['new-failures'])).toBe(Number(failed) + Number(errors));
    expect(Number(failed)).toBeGreaterThan(0);
    expect(pull.checks[0]?.output.title).toMatch(/^\d+ new failures?/);
    expect(pull.uploads.filter((each) => each.name.startsWith('qa-history-'))).toEqual([]);
    expect(pull.violations).toEqual([]);
  });

  test('proposes a test that was often flaky for the quarantine, as a patch that git applies', async () => {
    const first = await run({ project: 'shop-green', shop: 'running', event: 'push', inputs: SUITES });
    const name = first.uploads.find((each) => each.name.startsWith('qa-history-'))?.name ?? '';
    const [test] = readRecords(first, 'evidence/tests.jsonl');
    const { id } = test?.['metadata'] as { readonly id: string };
    const history: History = {
      ...{ sha: first.workspace.headSha, run: { number: 3, id: 30_000_000 }, recent: [3, 2, 1] },
      ...{ failing: new Map(), totals: [], steady: new Map() },
      flaky: new Map([[testDigest(`unit\n${id}`), [3, 2, 1]]]),
    };
    const zip = zipSync({ 'history.json': strToU8(renderHistory(history) ?? '') });
    const stored = { id: 5, name, runId: 30_000_000, headSha: history.sha, headBranch: 'topic', expired: false };
    const github = { artifacts: [{ ...stored, zip }] };
    const next = await run({ project: 'shop-green', shop: 'running', event: 'push', inputs: SUITES, github });
    const patch = join(next.evidence, 'evidence/quarantine.patch');
    execFileSync('git', ['apply', patch], { cwd: next.workspace.directory });
    const entries = readFileSync(join(next.workspace.directory, '.qaagent/quarantine.yml'), 'utf8');
    expect(entries).toContain(`unit: ${id}`);
    expect(entries).toMatch(/flaky in 3 of the last \d runs/);
    const evidence = next.uploads.find((each) => each.name.startsWith('qa-evidence'))?.bytes ?? new Uint8Array();
    expect(strFromU8(unzipSync(evidence)['evidence/quarantine.patch'] ?? new Uint8Array())).toBe(
      readFileSync(patch, 'utf8'),
    );
    expect(first.uploads.every(({ bytes }) => !('evidence/quarantine.patch' in unzipSync(bytes)))).toBe(true);
  });
});
