import { expect, test } from '@jest/globals';
import { localPast } from '../../../src/app/history/branch-history.js';
import { compareWithLocal, describeLocal, readLocalRuns } from '../../../src/app/history/local-runs.js';
import type { RunReport } from '../../../src/model/run.js';
import { memoryFiles } from '../../fakes/memory-files.js';
import { aTest } from '../../execution/an-attempt.js';

/** The files of a run: final states by test. */
function run(id: string, states: Readonly<Record<string, string>>, project = 'shop'): Readonly<Record<string, string>> {
  const lines = Object.entries(states).map(([name, final]) =>
    JSON.stringify({ suite_name: 'unit', name, metadata: { id: name, final } }),
  );
  return {
    [`/runs/${id}/manifest.json`]: JSON.stringify({ target: { name: project } }),
    [`/runs/${id}/evidence/tests.jsonl`]: lines.join('\n'),
  };
}

const FILES = memoryFiles({
  ...run('20260101_000000Z', { old: 'failed', back: 'failed', mended: 'passed', steady: 'passed' }),
  ...run('20260102_000000Z', { old: 'failed', back: 'passed', mended: 'error', steady: 'passed' }),
  // A run of one test says nothing of the others.
  ...run('20260103_000000Z', { steady: 'passed' }),
  ...run('20260104_000000Z', { old: 'passed' }, 'other'),
});

async function compare(before: string | null) {
  const runs = await readLocalRuns({ folder: '/runs', project: 'shop', before }, FILES);
  const tests = [
    ...['old', 'back', 'fresh'].map((id) => aTest(id, ['failed'])),
    ...['mended', 'steady'].map((id) => aTest(id, ['passed'])),
  ];
  const found = compareWithLocal({ suites: [{ tests }] } as unknown as RunReport, runs);
  return { found, note: describeLocal(runs) };
}

test('a failure is known since the first run of its streak, whatever ran in between', async () => {
  const { found, note } = await compare(null);
  expect([...(found?.newKeys ?? [])]).toEqual(['unit\nback', 'unit\nfresh']);
  expect([...(found?.knownSince ?? [])].map(([key, since]) => [key, since?.name])).toEqual([
    ['unit\nold', 'local run 20260101_000000Z'],
  ]);
  expect(found?.fixed).toEqual(['mended']);
  expect(note).toBe('Compared with earlier runs on this machine; the last is local run 20260103_000000Z.');
});

test('a run is compared with those before it alone', async () => {
  const { found } = await compare('20260102_000000Z');
  expect([...(found?.newKeys ?? [])]).toEqual(['unit\nfresh']);
  expect(found?.fixed).toEqual([]);
});

test('without an earlier run it is unknown what is new', async () => {
  const { found, note } = await compare('20260101_000000Z');
  expect(found).toBeNull();
  expect(note).toBe('There is no earlier run on this machine: which failures are new is unknown.');
});

test('a shard is not compared with, and a merged run with none of its parts', async () => {
  const shard = { target: { name: 'shop' }, shard: { index: 1, total: 2, plan: 'p' } };
  const files = memoryFiles({
    ...run('20260101_000000Z', { old: 'failed' }),
    '/runs/20260101_000000Z/manifest.json': JSON.stringify(shard),
    ...run('20260102_000000Z', { old: 'failed' }),
    ...run('20260103_000000Z', { old: 'failed' }),
    '/runs/20260103_000000Z/manifest.json': JSON.stringify({ target: { name: 'shop' }, legs: ['a', 'b'] }),
  });
  const past = (before: string) => localPast({ evidenceDirectory: '/runs', project: 'shop' }, before, { files });
  expect((await past('20260102_000000Z')).local).toEqual([]);
  expect((await past('20260103_000000Z')).local).toBeUndefined();
  expect((await past('20260104_000000Z')).local?.map((each) => each.run.name)).toEqual([
    'local run 20260103_000000Z',
    'local run 20260102_000000Z',
  ]);
});
