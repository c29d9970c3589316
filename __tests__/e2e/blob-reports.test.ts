import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PLAYWRIGHT_MODULES } from '../runners/streams/playwright.js';
import { endOf, readManifest, startLocal, type Place } from './truth/local-run.js';
import { describeWith } from './with-tools.js';

/** Without a page: no browser is needed. */
const SPEC = `import { expect, test } from '@playwright/test';
test('counts NAME', () => expect(1).toBe(1));
test('breaks NAME', () => expect(1).toBe(2));
`;
const CONFIG = `import { defineConfig } from '@playwright/test';
export default defineConfig({ testDir: './tests', reporter: 'blob' });
`;
const SUITES = 'web: {runner: playwright, artifacts: blob-report/*.zip}';
const NOT_MERGED = 'the Playwright blob reports were not merged: ';

describeWith(['playwright'], 'blob reports of two shards', () => {
  let root = '';
  const at = (project: string, evidence: string): Place => ({
    root,
    project: join(root, project),
    evidence: join(root, evidence),
  });

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-blobs-')));
    const project = join(root, 'project');
    mkdirSync(join(project, 'tests'), { recursive: true });
    for (const name of ['a', 'b']) writeFileSync(join(project, `tests/${name}.spec.ts`), SPEC.replaceAll('NAME', name));
    writeFileSync(join(project, 'playwright.config.ts'), CONFIG);
    symlinkSync(PLAYWRIGHT_MODULES, join(project, 'node_modules'));
    mkdirSync(join(root, 'without-playwright'));
    for (const shard of ['1/2', '2/2']) await endOf(startLocal(at('project', 'parts'), { suites: SUITES, shard }));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** Merges a copy of the parts that was changed; `second` is the folder of the second shard. */
  async function merge(change: (second: string) => void, project = 'project') {
    const evidence = mkdtempSync(join(root, 'merged-'));
    cpSync(join(root, 'parts'), evidence, { recursive: true });
    const second = readdirSync(evidence).find((name) => readManifest(join(evidence, name)).shard?.index === 2) ?? '';
    change(join(evidence, second));
    const { output } = await endOf(startLocal(at(project, evidence.slice(root.length + 1)), { mode: 'merge' }));
    return { output, run: join(evidence, readdirSync(evidence).toSorted().at(-1) ?? '') };
  }

  const blobOf = (shard: string): string => join(shard, 'artifacts/web/attempt-1/files/blob-report/report.zip');

  test("are one HTML report of the project's own Playwright among the evidence of the merged run", async () => {
    const { output, run } = await merge(() => undefined);
    expect(output).toContain(
      'The Playwright reports of 2 runs were merged: artifacts/run/playwright-report/index.html',
    );
    expect(readFileSync(join(run, 'artifacts/run/playwright-report/index.html'), 'utf8')).toContain('<html');
    expect(readFileSync(join(run, 'artifacts/run/merge-reports.log'), 'utf8').match(/extracting: /g)).toHaveLength(2);
    expect(readManifest(run).files.map(({ path }) => path)).toContain('artifacts/run/playwright-report/index.html');
    expect(output).not.toContain(NOT_MERGED);
  });

  test.each<readonly [string, string, (second: string) => void]>([
    [
      'torn',
      'End of central directory record signature not found',
      (second) => writeFileSync(blobOf(second), readFileSync(blobOf(second)).subarray(0, 300)),
    ],
    [
      'of another version of Playwright',
      'was created with a newer version of Playwright',
      (second) => {
        const files = unzipSync(readFileSync(blobOf(second)));
        const [name = ''] = Object.keys(files).filter((each) => each.endsWith('.jsonl'));
        const lines = strFromU8(files[name] ?? new Uint8Array()).replace(/"version":\d+/, '"version":999');
        writeFileSync(blobOf(second), zipSync({ ...files, [name]: strToU8(lines) }));
      },
    ],
    ['gone', 'shard 2 of 2 lacks artifacts/web/attempt-1/files/', (second) => rmSync(blobOf(second))],
    ['of a missing shard', 'shard 2 of 2 is missing', (second) => rmSync(second, { recursive: true })],
    [
      'kept by one shard alone',
      'shard 2 of 2 has no blob reports',
      (second) => {
        const manifest = readManifest(second);
        const files = manifest.files.filter(({ path }) => !path.endsWith('.zip'));
        writeFileSync(join(second, 'manifest.json'), JSON.stringify({ ...manifest, files }));
      },
    ],
  ])('are not merged, and the report says why, when one is %s', async (_what, reason, change) => {
    const { output, run } = await merge(change);
    expect(output.replace(/\s+/g, ' ')).toContain(`${NOT_MERGED}${reason.startsWith('shard') ? reason : ''}`);
    expect(output.replace(/\s+/g, ' ')).toContain(reason);
    expect(readManifest(run).files.map(({ path }) => path)).not.toContain('artifacts/run/playwright-report/index.html');
  });

  test("are not merged in a job without the project's Playwright, which is not fetched", async () => {
    const { output } = await merge(() => undefined, 'without-playwright');
    expect(output.replace(/\s+/g, ' ')).toContain(`${NOT_MERGED}Playwright is not installed in this job`);
  });
});
