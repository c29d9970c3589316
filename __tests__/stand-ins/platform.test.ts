import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runStep } from './mini-runner.js';
import { startPlatform } from './platform.js';
import { workflowEvent } from './workflow-event.js';

test("GitHub's own clients work with the stand-ins, and the stand-ins with each other", async () => {
  const root = mkdtempSync(join(tmpdir(), 'platform-'));
  mkdirSync(join(root, 'work', 'b'), { recursive: true });
  writeFileSync(join(root, 'work', 'a.txt'), 'first');
  writeFileSync(join(root, 'work', 'b', 'c.txt'), 'second');
  const subject = {
    repository: 'octo-org/shop',
    headSha: 'a'.repeat(40),
    baseSha: 'b'.repeat(40),
    mergeSha: 'c'.repeat(40),
    branch: 'topic',
    pullNumber: 7,
  };
  const pullFiles = Array.from({ length: 31 }, (_, n) => ({ filename: `f${n}`, status: 'added' as const, patch: '' }));
  const platform = await startPlatform({ github: { pullFiles } });
  try {
    const result = await runStep({
      action: join(import.meta.dirname, 'toolkit-action'),
      inputs: { folder: join(root, 'work') },
      workspace: join(root, 'work'),
      temp: join(root, 'temp'),
      event: workflowEvent('pull_request', subject),
      repository: subject.repository,
      token: 'ghs_secret_token',
      env: platform.env,
    });
    expect(result.main.log.join('\n')).not.toMatch(/Error:/);
    expect(result.conclusion).toBe('success');
    expect(JSON.parse(result.outputs['files'] ?? '')).toHaveLength(31);
    expect(result.outputs['again']).toMatch(/409.*already exists/);
    expect(readFileSync(join(result.outputs['copy'] ?? '', 'b', 'c.txt'), 'utf8')).toBe('second');
    expect(result.summary).toContain('<h1>Done</h1>');
    expect(result.main.issues).toMatchObject([{ level: 'error', file: 'a.py', line: 3, title: 'T', message: 'wrong' }]);
    expect(platform.github.violations).toEqual([]);
    expect(platform.github.checks()).toMatchObject([{ name: 'QA', headSha: subject.headSha, conclusion: 'cancelled' }]);
    expect(platform.github.comments()).toMatchObject([{ issue: 7, body: 'hello' }]);
    const [upload] = platform.artifacts.uploads();
    expect(upload?.digest).toBe(`sha256:${result.outputs['digest']?.replace('sha256:', '') ?? ''}`);
    expect(Object.keys(upload?.files() ?? {}).sort()).toEqual(['a.txt', 'b/c.txt']);
  } finally {
    await platform.close();
    rmSync(root, { recursive: true, force: true });
  }
});
