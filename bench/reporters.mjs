// The action and its peers as a runner starts them: each reads the same reports and publishes to the same service.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { cost } from './measure.mjs';

const ACTION = resolve(process.env.ACTION_FOLDER ?? join(import.meta.dirname, '..'));
const REPOSITORY = { full_name: 'o/r', name: 'r', owner: { login: 'o' }, default_branch: 'main' };

/** Event of a pull request whose head is checked out. */
const eventOf = (sha) => ({
  action: 'opened',
  number: 7,
  repository: REPOSITORY,
  pull_request: {
    number: 7,
    head: { sha, ref: 'topic', repo: { full_name: 'o/r', fork: false } },
    base: { sha: 'b'.repeat(40), ref: 'main', repo: { full_name: 'o/r' } },
    html_url: 'https://github.com/o/r/pull/7',
  },
});

/** Inputs of the peers, beside the defaults of their `action.yml`, for reports that match a pattern. */
const PEERS = {
  'dorny/test-reporter': (reports) => ({
    ...{ name: 'bench', path: reports, reporter: 'java-junit', token: 'stub', 'use-actions-summary': 'false' },
  }),
  'mikepenz/action-junit-report': (reports) => ({
    ...{ report_paths: reports, token: 'stub', check_name: 'bench', job_name: 'test' },
  }),
};

/** Starts GitHub's stand-in; `stop` ends it. */
export async function startService() {
  const service = spawn(process.execPath, [join(import.meta.dirname, 'github-service.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = await once(service.stdout, 'data');
  return { url: `http://127.0.0.1:${Number(port)}`, stop: () => service.stdin.end() };
}

/** Makes the folder a repository in which everything is committed. */
export function workspaceOf(folder) {
  const git = (...args) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout.trim();
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.email=bench@localhost', '-c', 'user.name=bench', 'commit', '-qm', 'reports', '--allow-empty');
  return { folder, sha: git('rev-parse', 'HEAD') };
}

const THIS_ACTION = 'this action';
const ourInputs = (reports) => ({
  ...{
    suites: `big: { runner: junit, report: { path: ${JSON.stringify(reports)}, any-age: true } }`,
    'github-token': 'stub',
  },
});

/** This action and the peers whose repositories are in the folder PEERS, as `owner+name`. */
export function reporterNames() {
  const peers = Object.keys(PEERS).filter((name) => process.env.PEERS !== undefined && existsSync(folderOf(name)));
  return [THIS_ACTION, ...peers];
}

/** What one step costs: a reporter reads the reports of a workspace, writes and publishes. Throws when it breaks. */
export function costOf(name, service, workspace, reports) {
  const { main, env } = stepOf(name, service, workspace, reports);
  const spent = cost([process.execPath, main], { cwd: workspace.folder, env, only: true });
  if (spent.code !== 0 && spent.code !== 1) throw new Error(`${name} ended with ${spent.code}`);
  return spent;
}

/** Entry and environment of a step, whose temporary folder is empty. */
function stepOf(name, { temp, apiUrl }, workspace, reports) {
  const inputs = { ...defaultsOf(name), ...(PEERS[name] ?? ourInputs)(reports) };
  return { main: join(folderOf(name), 'dist/index.js'), env: stepEnvironment(temp, apiUrl, workspace, inputs) };
}

function folderOf(name) {
  return name === THIS_ACTION ? ACTION : resolve(process.env.PEERS, name.replace('/', '+'));
}

/** Defaults that a runner fills in; those that it would evaluate are left out. */
function defaultsOf(name) {
  const { inputs } = parse(readFileSync(join(folderOf(name), 'action.yml'), 'utf8'));
  const given = Object.entries(inputs).map(([key, { default: value }]) => [key, String(value ?? '')]);
  return Object.fromEntries(given.filter(([, value]) => value !== '' && !value.includes('${{')));
}

/** A fresh environment of one step: nothing is inherited but PATH and HOME. */
function stepEnvironment(temp, apiUrl, { folder, sha }, inputs) {
  rmSync(temp, { recursive: true, force: true });
  mkdirSync(temp, { recursive: true });
  const file = (name, text = '') => {
    writeFileSync(join(temp, name), text);
    return join(temp, name);
  };
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return {
    ...{ PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', CI: 'true', GITHUB_ACTIONS: 'true' },
    ...{ RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64', RUNNER_TEMP: temp, GITHUB_WORKSPACE: folder },
    ...{ GITHUB_REPOSITORY: 'o/r', GITHUB_REPOSITORY_OWNER: 'o', GITHUB_SHA: sha, GITHUB_REF: 'refs/pull/7/merge' },
    ...{ GITHUB_HEAD_REF: 'topic', GITHUB_BASE_REF: 'main', GITHUB_EVENT_NAME: 'pull_request' },
    ...{
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_NUMBER: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'test',
      GITHUB_WORKFLOW: 'ci',
    },
    ...{ GITHUB_ACTOR: 'octo', GITHUB_ACTION: 'qa', GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: apiUrl },
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(eventOf(sha))),
    ...{
      GITHUB_OUTPUT: file('output'),
      GITHUB_STATE: file('state'),
      GITHUB_ENV: file('env'),
      GITHUB_PATH: file('path'),
    },
    ...{ GITHUB_STEP_SUMMARY: file('summary.md'), QAAGENT_RUNS_DIR: join(temp, 'runs') },
    ...Object.fromEntries(given),
  };
}
