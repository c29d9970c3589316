import { spawnSync } from 'node:child_process';
import { afterEach, expect, test } from '@jest/globals';
import { runAction } from './run-action.js';
import type { ActionRecord } from './run-action.js';
import { findTools, toolEnvironment } from './tools.js';
import { describeWith } from './with-tools.js';

let record: ActionRecord | null = null;
afterEach(() => {
  record?.remove();
  record = null;
});

const NODE_TEST = 'node --test --test-reporter=junit --test-reporter-destination="$QAAGENT_REPORT_DIR/n.xml"';
const SUITES = {
  unit: {
    ...{ runner: 'pytest', 'working-directory': 'services/api', path: 'tests' },
    ...{ args: '-c ci/pytest.ini -q --maxfail=9', env: { SHOP_NAME: 'shop' } },
  },
  stories: { runner: 'behave', 'working-directory': 'services/api', path: 'features' },
  e2e: { runner: 'playwright', 'working-directory': 'apps/web', args: '-c pw/my.config.ts' },
  sums: {
    ...{ runner: 'command', 'working-directory': 'tools', run: `${NODE_TEST} sum.test.mjs` },
    rerun: `${NODE_TEST} --test-name-pattern={names_regex} {files}`,
  },
  broken: { runner: 'pytest', path: 'broken' },
};

const TOOLS = ['broken', 'pytest', 'behave', 'playwright', 'node'];

/** The commands that the job summary shows, by the tool that each starts. */
function commandsOf({ step }: ActionRecord): ReadonlyMap<string, string> {
  const blocks = [...step.summary.matchAll(/rerun one<\/summary>[^]*?```text\n(.*)\n```/g)].map(
    ([, line = '']) => line,
  );
  const nameOf = (line: string): string => TOOLS.find((tool) => line.includes(tool)) ?? line;
  return new Map(blocks.map((line) => [nameOf(line), line]));
}

describeWith(['python', 'playwright'], 'the command to rerun a test', () => {
  test('reproduces its failure, and no other, in a new shell at the root of the repository', async () => {
    record = await runAction({ project: 'rerun-places', inputs: { suites: JSON.stringify(SUITES) } });
    const cwd = record.workspace.directory;
    const env = {
      ...process.env,
      ...toolEnvironment(findTools()),
      NO_COLOR: '1',
      JEST_WORKER_ID: undefined,
      NODE_TEST_CONTEXT: undefined,
    };
    const outcomes = [...commandsOf(record)].map(([tool, line]) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd, env, encoding: 'utf8' });
      return [tool, { line, status, output: `${stdout}${stderr}` }] as const;
    });
    const ran = Object.fromEntries(outcomes);
    expect(ran['pytest']).toMatchObject({
      line: expect.stringMatching(/^\(cd services\/api && SHOP_NAME=shop \S*pytest -c ci\/pytest\.ini '?tests\//),
      status: 1,
      output: expect.stringMatching(/= 1 failed in /),
    });
    expect(ran['behave']).toMatchObject({
      line: '(cd services/api && behave features/cart.feature:9)',
      output: expect.stringMatching(/0 scenarios passed, 1 failed/),
    });
    expect(ran['playwright']).toMatchObject({
      line: String.raw`(cd apps/web && npx playwright test -c pw/my.config.ts --project=desk -g 'row 2 \(of 2\)$' e2e/cart/index.spec.ts:4)`,
      output: expect.stringMatching(/Running 1 test[^]*1 failed/),
    });
    expect(ran['node']).toMatchObject({
      line: expect.stringMatching(/^\(cd tools && export QAAGENT_REPORT_DIR="\$\(mktemp -d\)" && node --test .*\)$/),
      status: 1,
    });
    expect(ran['broken']).toMatchObject({
      line: expect.stringMatching(/pytest broken\/test_load\.py$/),
      output: expect.stringMatching(/No module named 'package_that_nobody_has'/),
    });
  });
});
