import { join } from 'node:path';
import type { SuiteSettings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import { installLines } from './python-install.js';

const HEAD = `name: Tests
on:
  push:
    branches: [main, master]
  pull_request:
permissions: {}
concurrency:
  group: tests-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  qa:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read # check out the repository
      checks: write # the check with causes and annotations
      pull-requests: write # the comment, and which lines are changed
      actions: read # evidence of earlier runs
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
`;

/** A workflow that installs what the suites need and runs them. */
export async function starterWorkflow(suites: readonly SuiteSettings[], root: string, files: Files): Promise<string> {
  const has = (name: string): Promise<boolean> => files.exists(join(root, name));
  const runners = new Set<string>(suites.map(({ runner }) => runner));
  const python = suites.filter(startsPython);
  const lines = suites.map((suite) => (suite.runner === 'command' ? suite.run : '')).join('\n');
  const steps = [
    ...(python.length === 0 ? [] : [SETUP_PYTHON]),
    ...(await installLines(python, root, files)).map((line) => `run: ${line}`),
    ...((await has('package.json')) ? await nodeSteps(has, runners.has('playwright')) : []),
    ...(/\bgo test\b/.test(lines) ? ['uses: actions/setup-go@v6\n        with:\n          go-version: stable'] : []),
    ...(/\b(mvnw?|gradlew?)\b/.test(lines)
      ? ["uses: actions/setup-java@v5\n        with:\n          distribution: temurin\n          java-version: '21'"]
      : []),
    'uses: org/qaagent-orchestrate@v1',
  ];
  return `${HEAD}${steps.map((step) => `      - ${step}\n`).join('')}`;
}

type Has = (name: string) => Promise<boolean>;

const SETUP_PYTHON = "uses: actions/setup-python@v7\n        with:\n          python-version: '3.13'";

function startsPython(suite: SuiteSettings): boolean {
  if (suite.runner === 'command') return /\bpython3? /.test(suite.run);
  return suite.runner === 'pytest' || suite.runner === 'behave';
}

async function nodeSteps(has: Has, isPlaywright: boolean): Promise<readonly string[]> {
  const setup = 'uses: actions/setup-node@v7\n        with:\n          node-version: lts/*';
  const browsers = isPlaywright ? ['run: npx playwright install --with-deps'] : [];
  if (await has('pnpm-lock.yaml'))
    return [setup, 'run: corepack enable && pnpm install --frozen-lockfile', ...browsers];
  if (await has('yarn.lock')) return [setup, 'run: corepack enable && yarn install --immutable', ...browsers];
  return [setup, `run: npm ${(await has('package-lock.json')) ? 'ci' : 'install'}`, ...browsers];
}
