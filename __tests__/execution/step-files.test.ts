import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../src/adapters/node-files.js';
import { createStepFiles, writtenStepFiles } from '../../src/execution/step-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qaagent-step-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const STEP = { GITHUB_ENV: '/step/env', GITHUB_STEP_SUMMARY: '/step/summary', GITHUB_OUTPUT: '', HOME: '/h' };

describe('the files of a suite in place of those of the step', () => {
  test('are there and empty for each that the step has', async () => {
    const own = await createStepFiles(folder, STEP, nodeFiles);
    expect(own).toEqual({
      GITHUB_ENV: join(folder, 'github/env'),
      GITHUB_STEP_SUMMARY: join(folder, 'github/summary.md'),
    });
    expect(await Promise.all(Object.values(own).map((path) => nodeFiles.readText(path)))).toEqual(['', '']);
    expect(await writtenStepFiles(own, nodeFiles)).toEqual([]);
  });

  test('are named when something was written there', async () => {
    const own = await createStepFiles(folder, STEP, nodeFiles);
    appendFileSync(own['GITHUB_ENV'] ?? '', 'A=1\n');
    expect(await writtenStepFiles(own, nodeFiles)).toEqual(['GITHUB_ENV']);
  });

  test('are not there outside of a workflow, and where nothing can be written', async () => {
    expect(await createStepFiles(folder, { HOME: '/h' }, nodeFiles)).toEqual({});
    writeFileSync(join(folder, 'github'), 'a file');
    expect(await createStepFiles(folder, STEP, nodeFiles)).toEqual({});
  });
});
