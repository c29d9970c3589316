import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWith } from '../../e2e/with-tools.js';
import { PLAYWRIGHT_CLI, PLAYWRIGHT_MODULES, playwrightEnvironment } from './playwright.js';
import { PYTHON, pythonEnvironment } from './python.js';
import { copyProject, eventsFile, removeProject } from './stream-run.js';

type Environment = Readonly<Record<string, string>>;

/** What a user sees of a run: its status and every word it prints, save times and addresses. */
interface Seen {
  readonly exit: number | null;
  readonly output: string;
}

function see(project: string, command: readonly [string, ...string[]], env: Environment): Seen {
  const result = spawnSync(command[0], command.slice(1), { cwd: project, encoding: 'utf8', timeout: 1_800_000, env });
  const output = `${result.stdout}\n${result.stderr}`;
  return {
    exit: result.status,
    output: output.replace(/\d+(\.\d+)?(s|ms)\b/g, 'TIME').replace(/0x[0-9a-f]+/g, 'ADDRESS'),
  };
}

interface Subject {
  readonly runner: string;
  readonly project: string;
  readonly plain: readonly [string, ...string[]];
  /** The command with our stream, where the environment alone does not load it. */
  readonly watched?: readonly [string, ...string[]];
  readonly plainEnv: Environment;
  readonly watchedEnv: Environment;
}

function compare(subject: Subject, events: (project: string) => Environment): { plain: Seen; watched: Seen } {
  const project = copyProject(subject.runner, subject.project);
  try {
    if (subject.runner === 'playwright') symlinkSync(PLAYWRIGHT_MODULES, join(project, 'node_modules'));
    const plain = see(project, subject.plain, subject.plainEnv);
    const watched = see(project, subject.watched ?? subject.plain, { ...subject.watchedEnv, ...events(project) });
    if (events(project)['QAAGENT_EVENTS'] === eventsFile(project)) expect(existsSync(eventsFile(project))).toBe(true);
    return { plain, watched };
  } finally {
    removeProject(project);
  }
}

const withEvents = (project: string): Environment => ({ QAAGENT_EVENTS: eventsFile(project) });
const nowhere = (project: string): Environment => ({ QAAGENT_EVENTS: join(project, 'no/such/folder/events.jsonl') });
const without = (): Environment => ({});

const pytest: Subject = {
  runner: 'pytest',
  project: 'all',
  plain: [PYTHON, '-m', 'pytest', '-p', 'no:cacheprovider', '-rA', '-v'],
  plainEnv: pythonEnvironment(),
  watchedEnv: { ...pythonEnvironment(), PYTEST_PLUGINS: 'qaagent_pytest' },
};
const behave: Subject = {
  runner: 'behave',
  project: 'all',
  plain: [PYTHON, '-m', 'behave', '-f', 'plain'],
  watched: [PYTHON, '-m', 'behave', '-f', 'plain', '-f', 'qaagent_behave:Stream'],
  plainEnv: pythonEnvironment(),
  watchedEnv: pythonEnvironment(),
};
const { PW_TEST_REPORTER, ...plainPlaywright } = playwrightEnvironment();
const playwright: Subject = {
  runner: 'playwright',
  project: 'stops',
  plain: [process.execPath, PLAYWRIGHT_CLI, 'test', '--reporter=list', '--grep', 'before|@fails'],
  plainEnv: plainPlaywright,
  watchedEnv: { ...plainPlaywright, PW_TEST_REPORTER: PW_TEST_REPORTER ?? '' },
};

const WAYS = [
  ['while it tells', withEvents],
  ['when the event file cannot be opened', nowhere],
  ['when nobody asked for events', without],
] as const;

describeWith(['python'], 'pytest with the plugin', () => {
  test.each(WAYS)('ends and prints as without it, %s', (_, events) => {
    const { plain, watched } = compare(pytest, events);
    expect(plain.exit).toBe(1);
    expect(watched).toEqual(plain);
  });
});

describeWith(['python'], 'Behave with the formatter', () => {
  test.each(WAYS)('ends and prints as without it, %s', (_, events) => {
    const { plain, watched } = compare(behave, events);
    expect(plain.exit).toBe(1);
    expect(watched).toEqual(plain);
  });
});

describeWith(['playwright'], 'Playwright with the reporter', () => {
  test.each(WAYS)('ends and prints as without it, %s', (_, events) => {
    const { plain, watched } = compare(playwright, events);
    expect(plain.exit).toBe(1);
    expect(watched).toEqual(plain);
  });
});
