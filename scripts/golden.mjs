// Rewrites everything generated or approved that a test compares with expectGolden; the review is the diff.
import { spawnSync } from 'node:child_process';

const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const run = spawnSync(process.execPath, [...jest, '--findRelatedTests', '__tests__/golden-file.ts'], {
  stdio: 'inherit',
  env: { ...process.env, GOLDEN: 'write' },
});
process.exit(run.status ?? 1);
