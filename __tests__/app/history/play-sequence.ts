import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createArtifactStore } from '../../../src/adapters/artifacts.js';
import { readGitHubContext } from '../../../src/adapters/github-context.js';
import { baselineOf, readHistory, withHistoryNote } from '../../../src/app/history/branch-history.js';
import { historyFiles, nextHistory, saveHistory } from '../../../src/app/history/save-history.js';
import { readTestedContext } from '../../../src/app/read/tested-commit.js';
import type { GitHubContext } from '../../../src/model/context.js';
import type { Problem } from '../../../src/model/problem.js';
import type { Baseline, RunReport, TestCase } from '../../../src/model/run.js';
import { renderSummary, SUMMARY_BYTES } from '../../../src/publish/markdown/report.js';
import { buildView } from '../../../src/publish/view/build-view.js';
import type { ReportView } from '../../../src/publish/view/view.js';
import {
  attempt,
  diagnosisOf,
  problem,
  publishContext,
  runDiagnosis,
  runReport,
  suiteRun,
  testCase,
} from '../../publish/build.js';
import { type GitHubStandIn, startGitHub } from '../../stand-ins/github-api.js';
import type { StoredArtifact } from '../../stand-ins/github-state.js';
import { type Answer, json } from '../../stand-ins/http-server.js';
import { type Platform, startPlatform } from '../../stand-ins/platform.js';
import { type EventName, workflowEvent } from '../../stand-ins/workflow-event.js';
import { publishSettings, publishWorld } from '../publish-services.js';
import type { Fault, Step } from './sequences.js';

const REPOSITORY = 'octo-org/shop';
const EVENTS: Readonly<Record<Step['event'], EventName>> = {
  push: 'push',
  'force push': 'push',
  'pull request': 'pull_request',
  'merge queue': 'merge_group',
  comment: 'issue_comment',
  schedule: 'schedule',
};
const commit = (digit: string, number: number): string => `${digit}${String(number).padStart(39, '0')}`;

/** What one run says. */
export interface Outcome {
  readonly claims: NonNullable<Step['claims']> | null;
  readonly problems: readonly Problem[];
  readonly view: ReportView;
  readonly summary: string;
}

/** A repository on GitHub with one workflow, whose runs read and leave histories over HTTP. */
export class Workflow {
  private readonly artifacts: StoredArtifact[] = [];
  private runs = 0;
  private fault: Fault | null = null;

  private constructor(
    private github: GitHubStandIn,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Workflow> {
    const folder = mkdtempSync(join(tmpdir(), 'qaagent-history-'));
    const workflow = new Workflow(undefined as unknown as GitHubStandIn, folder);
    const pulls = [{ number: 7, headSha: commit('c', 0), headRef: 'topic', baseRef: 'main' }];
    workflow.github = await startGitHub({
      ...{ repository: REPOSITORY, artifacts: workflow.artifacts, pulls },
      fault: ({ route }) => answerOf(workflow.fault, route),
    });
    return workflow;
  }

  async close(): Promise<void> {
    await this.github.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Requests that GitHub would refuse. */
  get violations(): readonly string[] {
    return this.github.violations;
  }

  async run(step: Step): Promise<Outcome> {
    if (step.isAgain !== true) this.runs += 1;
    const platform = await startPlatform();
    try {
      this.prepare(step);
      return await this.perform(step, platform);
    } finally {
      this.fault = null;
      await platform.close();
    }
  }

  private prepare({ fault, forkArtifacts = 0 }: Step): void {
    this.fault = fault ?? null;
    const newest = this.artifacts.findLastIndex(({ headBranch, fork }) => headBranch === 'main' && fork !== true);
    const found = this.artifacts[newest];
    if (found === undefined) return;
    if (fault !== undefined) this.artifacts[newest] = broken(found, fault);
    for (let at = 0; at < forkArtifacts; at += 1)
      this.artifacts.push({ ...found, id: 5000 + at, runId: 500 + at, fork: true, zip: strToU8('hostile') });
  }

  private async perform(step: Step, platform: Platform): Promise<Outcome> {
    const { github, problems: untested } = await this.contextOf(step);
    const { folder, services, remove } = publishWorld(this.github.origin, { github, artifacts: createArtifactStore() });
    const env = { ...platform.env, GITHUB_SERVER_URL: 'https://github.com', GITHUB_WORKSPACE: folder };
    const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
    try {
      Object.assign(process.env, env);
      const settings = publishSettings();
      const past = await readHistory(settings, services);
      const report = reportOf(step);
      const baseline = baselineOf(report, past, services);
      const tests = report.suites.flatMap((suite) => suite.tests.filter(({ id }) => isBroken(step.states[id])));
      const diagnosis = withHistoryNote(runDiagnosis([diagnosisOf({}, tests)]), past);
      const problems = [...untested, ...past.problems];
      const view = buildView(report, diagnosis, publishContext({ baseline, problems }));
      const files = historyFiles(
        { report, shard: null, merged: null },
        past,
        nextHistory({ report, shard: null }, diagnosis, past, services.context.github),
      );
      for (const [path, text] of Object.entries(files)) await services.files.writeWhole(join(folder, path), text);
      await saveHistory(files, { settings, run: { runId: 'run', directory: folder } }, services);
      this.keep(github, platform);
      return { claims: claimsOf(baseline), problems, view, summary: renderSummary(view, SUMMARY_BYTES) };
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
      remove();
    }
  }

  /** The job as the runner describes it, after a look at what is checked out. */
  private async contextOf({ event, branch = 'main', isAgain = false }: Step) {
    const runId = 100 + this.runs;
    const isOfPull = event === 'pull request' || event === 'comment';
    const subject = {
      ...{ repository: REPOSITORY, pullNumber: 7, baseBranch: branch, isForced: event === 'force push' },
      ...{
        headSha: isOfPull ? commit('c', 0) : commit('a', runId),
        baseSha: commit('b', 0),
        mergeSha: commit('d', runId),
      },
      branch: isOfPull ? 'topic' : branch,
    };
    const { payload, env } = workflowEvent(EVENTS[event], subject);
    const path = join(this.folder, 'event.json');
    writeFileSync(path, JSON.stringify(payload));
    const job = {
      ...{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: REPOSITORY, GITHUB_EVENT_PATH: path, GITHUB_WORKFLOW: 'Tests' },
      ...{ GITHUB_JOB: 'qa', GITHUB_ACTION: '__self', GITHUB_API_URL: this.github.origin },
      ...{ GITHUB_RUN_ID: String(runId), GITHUB_RUN_NUMBER: String(this.runs) },
      ...{ GITHUB_RUN_ATTEMPT: isAgain ? '2' : '1' },
    };
    const github = readGitHubContext({ ...job, ...env }, { matrix: '', checkRunId: '' });
    if (github === null) throw new Error('the job is none of GitHub');
    const { services, remove } = publishWorld(this.github.origin, { github });
    const sha = event === 'pull request' ? subject.mergeSha : subject.headSha;
    const checkout = { commit: sha, parents: [], branch: env['GITHUB_REF_NAME'] ?? '', reason: '' };
    const tested = await readTestedContext(github, publishSettings(), checkout, services);
    remove();
    return tested;
  }

  /** The artifact that the run has uploaded, as GitHub lists it from then on; one of an earlier attempt is replaced. */
  private keep({ runId, testedBranch, headSha }: GitHubContext, { artifacts }: Platform): void {
    for (const { name, bytes } of artifacts.uploads()) {
      const earlier = this.artifacts.findIndex((artifact) => artifact.runId === runId && artifact.name === name);
      if (earlier >= 0) this.artifacts.splice(earlier, 1);
      const createdAt = new Date(Date.parse('2026-01-01T00:00:00Z') + runId * 1000).toISOString();
      const stored = { id: runId, name, runId, headSha, headBranch: testedBranch, expired: false, createdAt };
      this.artifacts.push({ ...stored, zip: bytes });
    }
  }
}

const isBroken = (state: string | undefined): boolean => state === 'failed';

function reportOf({ states, isCutOff = false }: Step): RunReport {
  const tests = Object.entries(states).map(([id, state]): TestCase => {
    const tried =
      state === 'flaky'
        ? ([attempt('failed'), attempt('passed', { number: 2 })] as const)
        : ([attempt(state)] as const);
    return testCase(id, { attempts: tried });
  });
  return runReport([suiteRun('unit', tests, isCutOff ? { problems: [problem('timeout', 'no time')] } : {})]);
}

function claimsOf(baseline: Baseline | null): Outcome['claims'] {
  if (baseline === null) return null;
  const idOf = (key: string): string => key.split('\n')[1] ?? '';
  const lists = {
    fresh: [...baseline.newKeys].map(idOf),
    known: [...baseline.knownSince].map(([key, run]) => `${idOf(key)} since ${run?.number ?? '?'}`),
    fixed: baseline.fixed,
    flaky: [...baseline.flakiness].map(([key, words]) => `${idOf(key)} ${words}`),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

/** What GitHub answers while a fault lasts; undefined: what it has. */
function answerOf(fault: Fault | null, route: string): Answer | undefined {
  const [what, status = ''] = /^(listing|download) (.*)$/.exec(fault ?? '')?.slice(1) ?? [];
  const isListing = route.endsWith('/actions/artifacts');
  const isDownload = route.endsWith('/{archive_format}');
  if (!(what === 'listing' && isListing) && !(what === 'download' && isDownload)) return undefined;
  if (status === 'of text')
    return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<p>a proxy') };
  const message = status === '429' ? 'API rate limit exceeded' : 'Resource not accessible by integration';
  return json(Number(status), { message }, status === '429' ? { 'retry-after': '0' } : {});
}

function broken(artifact: StoredArtifact, fault: Fault): StoredArtifact {
  if (fault === 'listed as expired') return { ...artifact, expired: true };
  const change = ARCHIVES[fault];
  return change === undefined ? artifact : { ...artifact, zip: change(artifact.zip) };
}

/** Archives with something wrong in them. */
const ARCHIVES: Readonly<Partial<Record<Fault, (zip: Uint8Array) => Uint8Array>>> = {
  'cut archive': (zip) => zip.slice(0, zip.length - 30),
  'no archive': () => strToU8('<html>'),
  'other file': () => zipSync({ 'evil.json': strToU8('{}') }),
  'file twice': (zip) => {
    const text = unzipSync(zip)['history.json'] ?? new Uint8Array();
    const twice = Buffer.from(zipSync({ 'history.json': text, 'HISTORY.json': text }));
    return Buffer.from(twice.toString('latin1').replaceAll('HISTORY.json', 'history.json'), 'latin1');
  },
  'path outside': (zip) => zipSync({ ...unzipSync(zip), '../../.bashrc': strToU8('rm -rf') }),
  'half a file': edited((text) => text.slice(0, text.length / 2)),
  'list for an object': edited((text) => text.replace(/"failing":\{[^}]*\}/, '"failing":[]')),
  'wrong digest': edited((text) => text.replace(/"failing":\{"[^"]{12}"/, '"failing":{"<script>ab"')),
  'newer version': edited((text) => text.replace('"schema_version":1', '"schema_version":2')),
  'too large': edited((text) => text + ' '.repeat(1_048_576)),
  'broken durations': (zip) => zipSync({ ...unzipSync(zip), 'timings.json': strToU8('{"schema_version":1}') }),
};

function edited(change: (text: string) => string): (zip: Uint8Array) => Uint8Array {
  return (zip) => {
    const { 'history.json': history = new Uint8Array(), ...others } = unzipSync(zip);
    return zipSync({ ...others, 'history.json': strToU8(change(strFromU8(history))) });
  };
}
