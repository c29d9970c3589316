import { isAbsolute, join, relative } from 'node:path';
import type { StreamEvent } from '../model/events.js';
import type { ProcessExit, SuiteAttempt } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { readReport } from '../report/read-report.js';
import type { AttemptPlan, PreparedSuite, SelectedTest } from '../runners/runner.js';
import { createEventReader, parseEvents } from './events.js';
import { runSupervised } from './run-supervised.js';
import type { SuiteWorld } from './suite-world.js';
import type { AttemptWitness, NamedReport } from './witness.js';

export interface AttemptOrder {
  readonly suite: SuiteSettings;
  readonly prepared: PreparedSuite;
  readonly env: Readonly<Record<string, string>>;
  readonly number: number;
  readonly mode: SuiteAttempt['mode'];
  readonly select: readonly SelectedTest[] | null;
}

const TAIL_BYTES = 16 * 1024;
const POLL_MS = 500;
const CHUNK = 1 << 20;

/** Folder of an attempt, relative to the run directory. */
export function attemptDirectory(suite: string, number: number): string {
  return `artifacts/${slug(suite)}/attempt-${number}`;
}

/** A name that every file system and the artifact service take. */
export function slug(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^\.+/, '') || 'suite';
}

/** Runs one attempt and gathers what it left. Never rejects because of what the program did. */
export async function runAttempt(order: AttemptOrder, world: SuiteWorld): Promise<AttemptWitness> {
  const { suite, prepared, number, select } = order;
  const directory = attemptDirectory(suite.name, number);
  const absolute = join(world.runDirectory, directory);
  await world.files.makeDirectory(absolute);
  if (prepared.plan === null) return readOnly(order, world);
  const plan = prepared.plan({ number, directory: absolute, select });
  for (const file of plan.files) await world.files.writeWhole(file.path, file.text);
  const startedAt = world.clock.now();
  world.watcher.attemptStarted(suite, { number, command: plan.command, tests: select?.length ?? null });
  const exit = await superviseAttempt(order, plan, absolute, world);
  world.watcher.attemptEnded(suite, number);
  const attempt: SuiteAttempt = { number, mode: order.mode, command: plan.command, startedAt, exit, directory };
  return {
    attempt,
    events: await readEvents(plan.eventsFile, world),
    reports: await readReports(suite.name, plan, absolute, startedAt, world),
    requested: select === null ? null : new Set(select.map(({ id }) => id)),
    tail: await world.files.readTail(join(absolute, 'output.log'), TAIL_BYTES),
  };
}

async function superviseAttempt(
  { suite, env, number }: AttemptOrder,
  plan: AttemptPlan,
  directory: string,
  world: SuiteWorld,
): Promise<ProcessExit> {
  const logFile = join(directory, 'output.log');
  const ended = new AbortController();
  const watching = watch(suite, logFile, plan.eventsFile, world, ended.signal);
  const spec = {
    command: plan.command,
    cwd: plan.cwd,
    env: { ...env, ...plan.env },
    timeoutMs: suite.timeoutMs,
    idleTimeoutMs: suite.idleTimeoutMs,
    graceMs: world.settings.graceMs,
    track: `${world.runDirectory.split(/[\\/]/).at(-1) ?? ''}/${slug(suite.name)}/${number}`,
    logFile,
    stateDirectory: join(directory, 'supervisor'),
    eventsFile: plan.eventsFile,
  };
  const exit = await runSupervised(spec, world);
  ended.abort();
  await watching;
  return exit;
}

/** Passes on what grows: output as text, events as values. A character cut by the end of a piece waits for the next. */
async function watch(
  suite: SuiteSettings,
  logFile: string,
  eventsFile: string,
  world: SuiteWorld,
  ended: AbortSignal,
): Promise<void> {
  const log = { offset: 0, decoder: new TextDecoder() };
  const events = { offset: 0, decoder: new TextDecoder() };
  const reader = createEventReader();
  const grown = async (file: string, state: typeof log): Promise<string> => {
    const bytes = await world.files.readFrom(file, state.offset, CHUNK);
    state.offset += bytes.length;
    return state.decoder.decode(bytes, { stream: true });
  };
  for (let last = false; !last;) {
    await world.clock.sleep(POLL_MS, ended);
    last = ended.aborted;
    const output = await grown(logFile, log);
    const fresh: readonly StreamEvent[] = reader.push(await grown(eventsFile, events));
    world.watcher.progressed(suite, output, fresh);
    if (output.length >= CHUNK / 4) last = false;
  }
}

async function readEvents(file: string, { files }: SuiteWorld): Promise<readonly StreamEvent[]> {
  return parseEvents((await files.readTextIfExists(file)) ?? '').events;
}

async function readReports(
  suite: string,
  plan: AttemptPlan,
  directory: string,
  startedAt: number,
  world: SuiteWorld,
): Promise<readonly NamedReport[]> {
  const own = await world.files.glob(plan.ownReports, directory);
  const shared = await world.files.glob(plan.sharedReports, plan.cwd);
  const fresh: string[] = [];
  // A report that the attempt did not touch tells of another run. File systems round times down to two seconds at worst.
  for (const file of shared) if ((await world.files.modifiedAt(file)) >= startedAt - 2000) fresh.push(file);
  return readAll([...own, ...fresh], suite, directory, plan.cwd, world);
}

async function readOnly({ suite, number }: AttemptOrder, world: SuiteWorld): Promise<AttemptWitness> {
  const patterns = suite.runner === 'junit' ? suite.report : [];
  const found = await world.files.glob(patterns, suite.workingDirectory);
  const target = join(world.runDirectory, attemptDirectory(suite.name, number));
  const reports = await readAll(found, suite.name, target, suite.workingDirectory, world);
  return { attempt: null, events: [], reports, requested: null, tail: '' };
}

/** Reads reports and keeps a copy of those that stand elsewhere. */
async function readAll(
  paths: readonly string[],
  place: string,
  directory: string,
  base: string,
  world: SuiteWorld,
): Promise<readonly NamedReport[]> {
  const reports: NamedReport[] = [];
  for (const path of paths) {
    const name = nameOf(path, directory, base);
    reports.push({ name, report: await readReport(world.files.readChunks(path), { name, place }) });
    if (relative(directory, path).startsWith('..'))
      await world.files.copy(path, join(directory, 'reports', slug(name)));
  }
  return reports;
}

function nameOf(path: string, directory: string, base: string): string {
  const inside = relative(directory, path);
  const name = inside.startsWith('..') || isAbsolute(inside) ? relative(base, path) : inside;
  return name.replaceAll('\\', '/');
}
