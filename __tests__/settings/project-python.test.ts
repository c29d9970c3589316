import { expect, test } from '@jest/globals';
import type { Settings } from '../../src/model/settings.js';
import { withProjectPython } from '../../src/settings/project-python.js';
import { aSuite } from '../execution/an-attempt.js';
import { memoryFiles } from '../fakes/memory-files.js';

const RUN = 'python manage.py test --noinput';

async function lineOf(
  run: string,
  paths: readonly string[],
  change: { folder?: string; env?: Record<string, string> },
) {
  const { folder = '/repo', env = {} } = change;
  const suite = aSuite({ runner: 'command', workingDirectory: folder, run, rerun: `${run} {ids}`, report: [] });
  const files = memoryFiles(Object.fromEntries(paths.map((path) => [path, ''])));
  const settings = { suites: [suite] } as unknown as Settings;
  const [found] = (await withProjectPython(settings, { files, workspace: '/repo', env })).suites;
  return found?.runner === 'command' ? [found.run, found.rerun] : [];
}

test.each([
  ['.venv beside it', ['/repo/.venv/bin/python'], {}, '.venv/bin/python'],
  ['venv above it', ['/repo/venv/bin/python'], { folder: '/repo/site' }, '../venv/bin/python'],
  ['an environment of Windows', ['/repo/.venv/Scripts/python.exe'], {}, '.venv/Scripts/python.exe'],
  ['none', [], {}, 'python'],
  ['one outside of the workspace', ['/.venv/bin/python'], {}, 'python'],
  ['an active environment', ['/repo/.venv/bin/python'], { env: { VIRTUAL_ENV: '/venvs/a' } }, 'python'],
])('manage.py with %s', async (_, paths, change, python) => {
  const line = `${python} manage.py test --noinput`;
  expect(await lineOf(RUN, paths, change)).toEqual([line, `${line} {ids}`]);
});

test.each(['uv run python manage.py test', '/usr/bin/python manage.py test', 'make test'])(
  '%s stays as it is',
  async (run) => {
    expect(await lineOf(run, ['/repo/.venv/bin/python'], {})).toEqual([run, `${run} {ids}`]);
  },
);

test('unittest runs with the Python of the project', async () => {
  const [run, rerun] = await lineOf('python -m qaagent_unittest', ['/repo/.venv/bin/python'], {});
  expect([run, rerun]).toEqual(['.venv/bin/python -m qaagent_unittest', '.venv/bin/python -m qaagent_unittest {ids}']);
});

test('options of the interpreter stay', async () => {
  const [run] = await lineOf('python3 -Werror backend/manage.py test', ['/repo/.venv/bin/python'], {});
  expect(run).toBe('.venv/bin/python -Werror backend/manage.py test');
});
