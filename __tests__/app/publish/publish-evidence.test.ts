import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { publishEvidence } from '../../../src/app/publish/publish-evidence.js';
import type { TriggeringRun } from '../../../src/model/context.js';
import type { Conclusion } from '../../../src/model/run.js';
import { HEAD, QUICK } from '../../adapters/github-access.js';
import { evidenceTexts } from '../../evidence/evidence-texts.js';
import { attempt, diagnosisOf, passing, runDiagnosis, runReport, suiteRun, testCase } from '../../publish/build.js';
import { startGitHub } from '../../stand-ins/github-api.js';
import type { GitHubOptions, GitHubStandIn } from '../../stand-ins/github-api.js';
import type { StoredArtifact, StoredPull } from '../../stand-ins/github-state.js';
import { manualClock } from '../../fakes/manual-clock.js';
import { publishSettings, publishWorld } from '../publish-services.js';
import type { PublishWorld } from '../publish-services.js';

const FORK_SHA = 'f'.repeat(40);
const RUN: TriggeringRun = {
  ...{ id: 77, number: 811, attempt: 1, workflow: 'Tests', headSha: FORK_SHA },
  ...{ headBranch: 'topic', headOwner: 'contributor', pullRequests: [] },
};
const PULL: StoredPull = { number: 7, headSha: FORK_SHA, headRef: 'topic', baseRef: 'main', headOwner: 'contributor' };

let github: GitHubStandIn | undefined;
let job: PublishWorld | undefined;
afterEach(async () => {
  await github?.close();
  job?.remove();
  github = job = undefined;
});

const broken = testCase('tests/a.py::test_1', { attempts: [attempt('failed', { message: 'boom' })] });
const RED = evidenceTexts(
  runReport([suiteRun('unit', [...passing(3), broken])]),
  runDiagnosis([diagnosisOf({ place: { file: 'tests/a.py', line: 3 } }, [broken])]),
);
const GREEN = evidenceTexts(runReport([suiteRun('unit', passing(3))]), runDiagnosis([]));

const zipOf = (
  { manifest, tests, diagnostics }: ReturnType<typeof evidenceTexts>,
  more: Readonly<Record<string, string>> = {},
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        ...{ 'manifest.json': manifest, 'evidence/tests.jsonl': tests, 'evidence/diagnostics.jsonl': diagnostics },
        ...more,
      }).map(([path, text]) => [path, strToU8(text)]),
    ),
  );

const artifact = (id: number, zip: Uint8Array, change: Partial<StoredArtifact> = {}): StoredArtifact => ({
  ...{ id, name: 'qa-evidence-qa-attempt1', runId: RUN.id, headSha: FORK_SHA, headBranch: 'topic' },
  ...{ expired: false, fork: true, zip },
  ...change,
});

interface Given extends GitHubOptions {
  readonly run?: Partial<TriggeringRun>;
  /** Evidence in a folder instead of artifacts. */
  readonly folder?: (folder: string) => void;
}

async function publish({ run, folder, ...options }: Given): Promise<Conclusion> {
  github = await startGitHub({ pulls: [PULL], ...options });
  job = publishWorld(github.origin, {
    github: { eventName: 'workflow_run', job: 'publish', triggeredBy: { ...RUN, ...run } },
    budget: { ...QUICK, requestMs: 8000 },
    clock: manualClock(),
  });
  const evidence = join(job.folder, 'evidence');
  folder?.(evidence);
  const inputs = folder === undefined ? {} : { 'evidence-dir': evidence };
  return publishEvidence(publishSettings({ mode: 'publish', evidenceDirectory: evidence }), {
    ...job.services,
    inputs,
  });
}

function write(folder: string, { manifest, tests, diagnostics }: ReturnType<typeof evidenceTexts>): void {
  mkdirSync(join(folder, 'evidence'), { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), manifest);
  writeFileSync(join(folder, 'evidence', 'tests.jsonl'), tests);
  writeFileSync(join(folder, 'evidence', 'diagnostics.jsonl'), diagnostics);
}

describe('publishing the evidence of a run from a fork', () => {
  test('puts check, annotations and comment on its commit and its pull request', async () => {
    expect(await publish({ artifacts: [artifact(1, zipOf(RED))] })).toBe('success');
    expect(github?.checks()).toMatchObject([
      { name: 'QA / Tests / qa (push)', headSha: FORK_SHA, conclusion: 'failure' },
    ]);
    expect(github?.checks()[0]?.externalId).toMatch(/^77:1:[\da-f]{10}:[\da-f]{10}$/);
    expect(github?.checks()[0]?.annotations).toMatchObject([{ path: 'tests/a.py', start_line: 3 }]);
    expect(github?.checks()[0]?.output.summary).toContain('/actions/runs/77/artifacts/1');
    expect(github?.comments()).toMatchObject([{ issue: 7 }]);
    expect(github?.comments()[0]?.body).toContain('run=811 attempt=1');
    expect(job?.summary()).toContain('1 failure');
    expect(Object.fromEntries(job?.outputs ?? [])).toMatchObject({ conclusion: 'failure', total: '4', failed: '1' });
    expect(job?.lines.some((line) => line.startsWith('annotation'))).toBe(false);
    expect(github?.violations).toEqual([]);
  });

  test('finds the one red job behind more artifacts than GitHub lists on a page', async () => {
    const others = Array.from({ length: 120 }, (_, at) =>
      artifact(at + 2, zipSync({ 'coverage.txt': strToU8('x') }), { name: `coverage-${at}` }),
    );
    expect(await publish({ artifacts: [artifact(1, zipOf(RED)), ...others] })).toBe('success');
    expect(github?.checks()).toMatchObject([{ conclusion: 'failure' }]);
    expect(Object.fromEntries(job?.outputs ?? [])).toMatchObject({ conclusion: 'failure' });
  });

  test('says failure when the evidence of one job cannot be read, though the others are green', async () => {
    const broken = artifact(2, strToU8('no archive'), { name: 'qa-evidence-other-attempt1' });
    expect(await publish({ artifacts: [artifact(1, zipOf(GREEN)), broken] })).toBe('failure');
    expect(Object.fromEntries(job?.outputs ?? [])).toMatchObject({ conclusion: 'failure' });
  });

  test('of a green run is a green check and no comment', async () => {
    expect(await publish({ artifacts: [artifact(1, zipOf(GREEN))] })).toBe('success');
    expect(github?.checks()).toMatchObject([{ conclusion: 'success', annotations: [] }]);
    expect(github?.comments()).toEqual([]);
  });

  test('of a run that missed a threshold is red and says so, whatever its conclusion claims', async () => {
    const headline = 'coverage of lines is 50 % (1 of 2), the threshold is 60 %';
    const problems = [{ severity: 'note', place: 'coverage-threshold', headline, message: 'Most is', remedy: '' }];
    const manifest = { ...(JSON.parse(GREEN.manifest) as object), problems };
    const zip = zipOf({ ...GREEN, manifest: JSON.stringify(manifest) });
    await publish({ artifacts: [artifact(1, zip)] });
    expect(github?.checks()).toMatchObject([{ conclusion: 'failure' }]);
    expect(github?.checks()[0]?.output.title).toMatch(/^coverage of lines is 50 % .*; 3 passed in /);
  });

  test('takes commit and pull request from GitHub whatever the evidence claims', async () => {
    const claims = { headSha: HEAD, sha: HEAD, runId: 1, workflow: 'Release', job: 'deploy' };
    const report = runReport([suiteRun('unit', [...passing(3), broken])]);
    const forged = evidenceTexts(report, runDiagnosis([]), {
      ...claims,
      pullRequest: {
        number: 1,
        headSha: HEAD,
        headRef: 'main',
        baseRef: 'main',
        baseSha: HEAD,
        fork: false,
        mergeSha: '',
      },
    });
    await publish({ artifacts: [artifact(1, zipOf(forged))] });
    expect(github?.checks()).toMatchObject([{ name: 'QA / Tests / deploy (push)', headSha: FORK_SHA }]);
    expect(github?.comments()).toMatchObject([{ issue: 7 }]);
  });

  test.each([
    ['nobody has opened one', []],
    ['it has moved on', [{ ...PULL, headSha: 'e'.repeat(40) }]],
    ["another owner's branch has the name", [{ ...PULL, headOwner: 'mallory' }]],
  ])('writes no comment when there is no pull request: %s', async (_what, pulls) => {
    expect(await publish({ artifacts: [artifact(1, zipOf(RED))], pulls })).toBe('success');
    expect(github?.checks()).toHaveLength(1);
    expect(github?.comments()).toEqual([]);
    expect(job?.summary()).toContain('no open pull request');
  });

  test('believes the pull requests that GitHub names in the event', async () => {
    const run = { pullRequests: [{ number: 9, headSha: FORK_SHA, baseRef: 'main' }] };
    await publish({ artifacts: [artifact(1, zipOf(RED))], run, pulls: [] });
    expect(github?.comments()).toMatchObject([{ issue: 9 }]);
  });

  test('publishes every job of the run once, the last attempt of each', async () => {
    const artifacts = [
      artifact(1, zipOf(RED), { name: 'qa-evidence-qa-attempt1' }),
      artifact(2, zipOf(GREEN), { name: 'qa-evidence-qa-attempt2' }),
      artifact(
        3,
        zipOf(evidenceTexts(runReport([suiteRun('e2e', passing(1, 'e2e'))]), runDiagnosis([]), { job: 'e2e' })),
        {
          name: 'qa-evidence-e2e-attempt1',
        },
      ),
      artifact(4, zipOf(RED), { name: 'coverage' }),
      artifact(5, zipOf(RED), { runId: 78 }),
    ];
    expect(await publish({ artifacts })).toBe('success');
    expect(
      github
        ?.checks()
        .map(({ name, conclusion }) => [name, conclusion])
        .sort(),
    ).toEqual([
      ['QA / Tests / e2e (push)', 'success'],
      ['QA / Tests / qa (push)', 'success'],
    ]);
  });

  test('keeps the failure of a job when one that looks the same ran again', async () => {
    const artifacts = [
      artifact(1, zipOf(RED), { name: 'qa-evidence-qa-attempt1' }),
      artifact(2, zipOf(GREEN), { name: 'qa-evidence-qa-attempt1-mx2lgv95' }),
      artifact(3, zipOf(GREEN), { name: 'qa-evidence-qa-attempt2' }),
    ];
    await publish({ artifacts });
    expect(github?.checks().filter(({ conclusion }) => conclusion === 'failure')).toHaveLength(1);
  });

  test('from a folder, as a download leaves it, is the same', async () => {
    const folder = (path: string): void => {
      write(join(path, 'qa-evidence-qa-attempt1'), RED);
      write(join(path, 'other'), GREEN);
    };
    expect(await publish({ folder })).toBe('success');
    expect(github?.checks()).toHaveLength(2);
  });

  test('follows no link out of that folder', async () => {
    const folder = (path: string): void => {
      write(join(path, '..', 'outside'), GREEN);
      write(path, RED);
      mkdirSync(join(path, 'inner', 'evidence'), { recursive: true });
      writeFileSync(join(path, 'inner', 'manifest.json'), GREEN.manifest);
      symlinkSync(
        join(path, '..', 'outside', 'evidence', 'tests.jsonl'),
        join(path, 'inner', 'evidence', 'tests.jsonl'),
      );
      symlinkSync(join(path, '..', 'outside'), join(path, 'linked'));
    };
    await publish({ folder });
    expect(github?.checks().map(({ conclusion }) => conclusion)).toEqual(['failure', 'failure']);
    expect(job?.summary()).toContain('tests.jsonl contains 0 of 3 tests');
  });

  test('fails, saying why, when there is nothing or nothing readable', async () => {
    expect(await publish({})).toBe('failure');
    expect(job?.lines.join('\n')).toContain('there is no evidence of run 77');
    await github?.close();
    job?.remove();
    expect(await publish({ artifacts: [artifact(1, zipSync({ 'manifest.json': strToU8('{') }))] })).toBe('failure');
    expect(job?.lines.join('\n')).toContain('manifest.json is not JSON');
    await github?.close();
    job?.remove();
    expect(await publish({ artifacts: [artifact(1, zipOf(RED, { '../../x': 'y' }))] })).toBe('failure');
    expect(job?.lines.join('\n')).toContain('invalid relative path');
    expect(github?.checks()).toEqual([]);
  });

  test('fails when the check cannot be written, and says which permissions are missing', async () => {
    expect(await publish({ artifacts: [artifact(1, zipOf(GREEN))], permissions: 'read' })).toBe('failure');
    expect(job?.lines.join('\n')).toContain('checks: write');
  });
});
