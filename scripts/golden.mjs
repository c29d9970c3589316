// Rewrites the golden files of everything rendered; the review is the diff.
import { spawnSync } from 'node:child_process';

const jest = [
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  '__tests__/(publish/golden|contract|settings/|generate/generate-tests)',
];
const run = spawnSync(process.execPath, jest, { stdio: 'inherit', env: { ...process.env, GOLDEN: 'write' } });
process.exit(run.status ?? 1);
