import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { filesWithSecrets, withoutSecrets } from '../../../src/app/publish/final-scan.js';
import type { Services } from '../../../src/app/services.js';
import type { CheckRun } from '../../../src/model/publication.js';
import type { GitHub } from '../../../src/ports.js';
import { createRedactor } from '../../../src/redaction/redactor.js';
import { recordingConsole } from '../../fakes/recording-console.js';

const SECRET = 'hunter2-correct-horse';
const redactor = createRedactor({ literals: [SECRET] });

describe('the last look at what leaves the machine', () => {
  test('takes a secret out of the check, comments, the summary, outputs and the job log', async () => {
    const sent: unknown[] = [];
    const keep = (...values: readonly unknown[]): Promise<never> => {
      sent.push(...values);
      return Promise.resolve({ ok: true, value: null } as never);
    };
    const api = { publishCheck: keep, createComment: keep, updateComment: keep } as unknown as GitHub;
    const console = recordingConsole();
    const step = {
      setOutput: (_name: string, value: string) => void sent.push(value),
      saveState: () => undefined,
      appendSummary: keep,
      summaryBytes: () => Promise.resolve(0),
      restore: () => [],
    };
    const world = { console, step, github: () => api } as unknown as Services;
    const services = withoutSecrets(world, redactor);
    const annotation = { path: 'a', title: SECRET, message: SECRET, rawDetails: SECRET };
    const output = { title: SECRET, summary: SECRET, text: SECRET, annotations: [annotation] };
    await services.github('t')?.publishCheck({ output } as unknown as CheckRun);
    await services.github('t')?.createComment(7, SECRET, 'mark');
    await services.github('t')?.updateComment(7, SECRET);
    await services.step.appendSummary(SECRET);
    services.step.setOutput('failed', SECRET);
    services.console.warning(SECRET);
    services.console.untrusted(SECRET);
    services.console.startGroup(SECRET);
    const all = JSON.stringify([sent, console]);
    expect(all).toContain('[redacted:secret#1]');
    expect(all).not.toContain(SECRET);
  });

  describe('before an upload', () => {
    let directory: string;
    beforeEach(() => {
      directory = mkdtempSync(join(tmpdir(), 'final-scan-'));
      mkdirSync(join(directory, 'evidence'));
    });
    afterEach(() => rmSync(directory, { recursive: true, force: true }));

    test('withholds a file with a secret, and names it', async () => {
      const paths = ['evidence/tests.jsonl', 'report.html'].map((name) => join(directory, name));
      writeFileSync(join(directory, 'evidence/tests.jsonl'), `{"name": "${SECRET}"}`);
      writeFileSync(join(directory, 'report.html'), '<p>none</p>');
      const found = await filesWithSecrets(paths, { runId: 'r', directory }, redactor, nodeFiles);
      expect([...found.withheld]).toEqual([join(directory, 'evidence/tests.jsonl')]);
      expect(found.problems.map(({ message }) => message)).toEqual([
        'evidence/tests.jsonl was not uploaded: it contains a secret',
      ]);
    });
  });
});
