import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { explainLocust, explainSchemathesis } from '../../src/quality/explain-exit.js';
import { qualityTools, SHOP } from './tools.js';
import { describeWith } from './with-tools.js';

// The tools leave things where they run.
const folder = mkdtempSync(join(tmpdir(), 'explain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SPEC = join(SHOP, 'openapi.yaml');

/** What a tool of Python prints when it is started like that; nothing listens at port 1. */
function outputOf(python: 'python' | 'schemathesis3', args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(qualityTools()[python] ?? 'python3', ['-m', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', SCHEMATHESIS_BASE_URL: 'http://127.0.0.1:1' },
  });
  return `${stdout}${stderr}`;
}

const RUN = ['schemathesis.cli', 'run'];
const UNREACHABLE = 'http://127.0.0.1:1/openapi.json';
const CASES = [
  {
    title: 'a specification that nobody serves',
    args: [UNREACHABLE],
    message: /^the specification spec cannot be loaded: .*Connection refused$/,
    outcome: 'config-error',
  },
  {
    title: 'a file that is no specification',
    args: [join(SHOP, 'locustfile.py')],
    message: /^the specification spec cannot be loaded: ./,
    outcome: 'config-error',
  },
  {
    title: 'a check that does not exist',
    args: [SPEC, '--checks', 'nope'],
    message: /^schemathesis rejects its options: .*invalid choice.*nope$/,
    outcome: 'config-error',
  },
] as const;

describe.each(['python', 'schemathesis3'] as const)('the end of Schemathesis of %s', (python) => {
  describeWith([python], 'explains', () => {
    test.each(CASES)('$title', ({ args, message, outcome }) => {
      const meaning = explainSchemathesis('spec', outputOf(python, [...RUN, ...args]));
      expect(meaning?.message).toMatch(message);
      expect(meaning?.outcome).toBe(outcome);
      expect(meaning?.remedy).not.toBe('');
    });
  });
});

describeWith(['python'], 'the end of a tool that had nothing to do', () => {
  test('of Schemathesis says that its filters leave no operation', () => {
    const output = outputOf('python', [...RUN, SPEC, '--include-path', '/x']);
    expect(explainSchemathesis('spec', output)).toMatchObject({ outcome: 'no-tests' });
  });

  test('of Locust names the file without users and the option that it does not know', () => {
    const locust = (file: string, ...more: readonly string[]) =>
      explainLocust(
        file,
        outputOf('python', ['locust', '-f', join(SHOP, file), '--headless', '--run-time', '1s', ...more]),
      );
    expect(locust('shop/prices.py')?.message).toBe('shop/prices.py has no User class');
    expect(locust('locustfile.py', '--nonsense')?.message).toBe(
      'locust rejects its options: unrecognized arguments: --nonsense',
    );
  });
});

describe('any other end', () => {
  test('is left to others', () => {
    expect(explainSchemathesis('spec', 'Traceback (most recent call last):\nValueError: x\n')).toBeNull();
    expect(explainLocust('locustfile.py', 'Shutting down (exit code 1)\n')).toBeNull();
  });
});
