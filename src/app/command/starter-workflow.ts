import { join } from 'node:path';
import type { SuiteSettings } from '../../model/settings.js';
import type { Files } from '../../ports.js';

const HEAD = `name: Tests
on:
  push:
    branches: [main]
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
  const lines = suites.map((suite) => (suite.runner === 'command' ? suite.run : '')).join('\n');
  const steps = [
    ...(runners.has('pytest') || runners.has('behave') || /\bpython3? /.test(lines)
      ? await pythonSteps(has, runners)
      : []),
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

async function pythonSteps(has: Has, runners: ReadonlySet<string>): Promise<readonly string[]> {
  const tools = ['pytest', 'behave'].filter((tool) => runners.has(tool)).join(' ');
  const setup = "uses: actions/setup-python@v7\n        with:\n          python-version: '3.13'";
  if (await has('uv.lock')) return [setup, 'run: pip install uv && uv sync'];
  if (await has('poetry.lock')) return [setup, 'run: pip install poetry && poetry install'];
  if (await has('Pipfile.lock')) return [setup, 'run: pip install pipenv && pipenv sync --dev'];
  const named = ['requirements.txt', 'requirements-dev.txt', 'requirements-test.txt', 'dev-requirements.txt'];
  const found: string[] = [];
  for (const name of named) if (await has(name)) found.push(`-r ${name}`);
  const isPackage = (await has('setup.py')) || (found.length === 0 && (await has('pyproject.toml')));
  const installed = [...found, ...(isPackage ? ['-e .'] : []), ...(tools === '' ? [] : [tools])];
  return [setup, ...(installed.length === 0 ? [] : [`run: pip install ${installed.join(' ')}`])];
}

async function nodeSteps(has: Has, isPlaywright: boolean): Promise<readonly string[]> {
  const setup = 'uses: actions/setup-node@v7\n        with:\n          node-version: lts/*';
  const browsers = isPlaywright ? ['run: npx playwright install --with-deps'] : [];
  if (await has('pnpm-lock.yaml'))
    return [setup, 'run: corepack enable && pnpm install --frozen-lockfile', ...browsers];
  if (await has('yarn.lock')) return [setup, 'run: corepack enable && yarn install --immutable', ...browsers];
  return [setup, `run: npm ${(await has('package-lock.json')) ? 'ci' : 'install'}`, ...browsers];
}
