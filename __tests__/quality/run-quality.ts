import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { nodeFiles } from '../../src/adapters/node-files.js';
import { createProcessRunner } from '../../src/adapters/process-runner.js';
import { parseEvents } from '../../src/execution/attempt/event-reader.js';
import { observeAttempt } from '../../src/execution/results/combine-sources.js';
import type { ObservedTest } from '../../src/execution/results/attempt-output.js';
import type { Finding, QualitySettings } from '../../src/model/quality.js';
import type { SuiteCommon } from '../../src/model/settings.js';
import { readFindings } from '../../src/quality/findings.js';
import { qualityPreparer } from '../../src/quality/registry.js';
import { readReport } from '../../src/report/read-report.js';
import type { Preparation, RunnerServices, SelectedTest } from '../../src/runners/runner.js';
import { DRIVERS, ROOT, qualityTools } from './tools.js';

/** Settings that every suite has. */
export const COMMON: SuiteCommon = {
  name: 'quality',
  enabled: true,
  path: '',
  args: [],
  env: {},
  timeoutMs: 300_000,
  idleTimeoutMs: null,
  retries: 0,
  workingDirectory: '/',
  artifacts: [],
  weight: 1,
  after: [],
  detected: false,
};

export interface QualityRun {
  readonly exitCode: number | null;
  readonly output: string;
  readonly command: readonly string[];
  readonly tests: readonly ObservedTest[];
  readonly findings: readonly Finding[];
  readonly version: string;
  readonly finished: boolean;
  /** Folder of the attempt; `remove` deletes it. */
  readonly directory: string;
  readonly explained: string | null;
  readonly remove: () => void;
}

export interface QualityOrder {
  readonly suite: SuiteCommon & QualitySettings;
  readonly env?: Readonly<Record<string, string>>;
  readonly select?: readonly SelectedTest[];
  /** Root of the repository; ours unless given. */
  readonly workspace?: string;
}

function worldOf({ env, workspace = ROOT }: QualityOrder): RunnerServices {
  const { python, chromium } = qualityTools();
  const path = [...(python === null ? [] : [dirname(python)]), process.env['PATH'] ?? ''].join(delimiter);
  return {
    files: nodeFiles,
    processes: createProcessRunner(join(ROOT, 'dist', 'supervise.js')),
    streamsDirectory: join(ROOT, 'src', 'runners', 'streams'),
    env: {
      PATH: path,
      HOME: process.env['HOME'] ?? tmpdir(),
      PYTHONDONTWRITEBYTECODE: '1',
      ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
      ...env,
    },
    workspace,
  };
}

/** Finds the tool of a suite with the real adapters. */
export function prepareQuality(order: QualityOrder): Promise<Preparation> {
  return qualityPreparer(DRIVERS)(order.suite, worldOf(order));
}

/** One attempt of a suite with its real tool, read as the action reads it. Rejects when the tool is missing. */
export async function runQuality(order: QualityOrder): Promise<QualityRun> {
  const prepared = await prepareQuality(order);
  if (!prepared.ok) throw new Error(`${prepared.problem.message} ${prepared.problem.remedy}`);
  const runDirectory = mkdtempSync(join(tmpdir(), 'quality-'));
  const plan = prepared.suite.plan?.({ number: 1, directory: runDirectory, select: order.select ?? null });
  if (plan === undefined) throw new Error('a quality suite is always run');
  for (const { path, text } of plan.files) writeFileSync(path, text);
  const { exitCode, output } = await run(plan.command, plan.cwd, { ...worldOf(order).env, ...plan.env });
  const files = nodeFiles;
  const { events } = parseEvents((await files.readTextIfExists(plan.eventsFile)) ?? '');
  const paths = await files.glob(plan.ownReports, runDirectory);
  const reports = await Promise.all(
    paths.map(async (path) => ({
      name: 'junit.xml',
      report: await readReport(files.readChunks(path), { name: 'junit.xml', place: 'quality' }),
    })),
  );
  const attemptOutput = { attempt: null, events, reports, requested: null, tail: output, stacks: [] };
  const session = events.find((event) => event.e === 'session');
  return {
    exitCode,
    output,
    command: plan.command,
    tests: observeAttempt(attemptOutput, { name: order.suite.name, prepared: prepared.suite }, (path) => path),
    findings: await readFindings(['.'], runDirectory, files),
    version: session?.version ?? '',
    finished: events.some(({ e }) => e === 'finish'),
    directory: runDirectory,
    explained: exitCode === null ? null : (prepared.suite.explainExit(exitCode, output)?.message ?? null),
    remove: () => rmSync(runDirectory, { recursive: true, force: true }),
  };
}

function run(
  command: readonly [string, ...string[]],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number | null; readonly output: string }> {
  return new Promise((done, fail) => {
    const [program, ...args] = command;
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 1_800_000 });
    let output = '';
    const keep = (data: Buffer): void => {
      output += data.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', fail);
    child.once('close', (exitCode) => done({ exitCode, output }));
  });
}

/** Ids of tests that did not pass, with their messages. */
export function redTests({ tests }: QualityRun): Readonly<Record<string, string>> {
  const red = tests.filter(({ attempts }) => attempts.at(-1)?.status !== 'passed');
  return Object.fromEntries(red.map(({ id, attempts }) => [id, attempts.at(-1)?.message ?? '']));
}

/** Everything that an attempt left, as one text: for what must be nowhere in it. */
export function everythingIn(run: QualityRun, names: readonly string[]): string {
  return [
    run.output,
    run.command.join(' '),
    ...names.map((name) => readFileSync(join(run.directory, name), 'utf8')),
  ].join('\n');
}
