import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeFileSync } from 'node:fs';
import { parseEvents } from '../../../src/execution/attempt/event-reader.js';
import type { ParsedEvents } from '../../../src/execution/attempt/event-reader.js';

const ROOT = resolve(import.meta.dirname, '../../..');
export const STREAMS = join(ROOT, 'src/runners/streams');
const PROJECTS = join(ROOT, 'fixtures/programs/streams');

/** One run of a project, as its `cases.json` asks for it. */
export interface StreamCase {
  readonly title: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Ids to keep. */
  readonly select?: readonly string[];
  /** Python modules or a Python version without which the case makes no sense. */
  readonly needs?: readonly string[];
  /** Working directory below the project. */
  readonly cwd?: string;
  /** Workers run side by side: the order of lines is theirs. */
  readonly unordered?: boolean;
  readonly exit: number;
  readonly events: readonly string[];
}

/** The cases of every project of a runner, found by listing. */
export function listCases(runner: string): readonly (readonly [string, StreamCase])[] {
  return readdirSync(join(PROJECTS, runner))
    .filter((project) => existsSync(join(PROJECTS, runner, project, 'cases.json')))
    .flatMap((project) => {
      const cases = JSON.parse(readFileSync(join(PROJECTS, runner, project, 'cases.json'), 'utf8')) as StreamCase[];
      return cases.map((one) => [project, one] as const);
    });
}

/** A copy of a project in a folder of its own: tools litter. */
export function copyProject(runner: string, project: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stream-')));
  const copy = join(folder, project);
  cpSync(join(PROJECTS, runner, project), copy, { recursive: true });
  mkdirSync(join(folder, 'reported'));
  return copy;
}

export function removeProject(copy: string): void {
  rmSync(resolve(copy, '..'), { recursive: true, force: true });
}

/** The environment of a run, without what the run of our own tests may have set. */
export function cleanEnvironment(): Record<string, string> {
  const foreign = /^(QAAGENT_|PYTEST_|PYTHONPATH|PW_|PLAYWRIGHT_|TEST_WORKER|NODE_OPTIONS|JEST_|CI$|FORCE_COLOR)/;
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !foreign.test(name));
  return Object.fromEntries(kept) as Record<string, string>;
}

export interface StreamRun extends ParsedEvents {
  readonly exit: number | null;
  readonly output: string;
  /** Each try of each test, `id try n`, once for every start. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
}

export interface RunRequest {
  readonly command: readonly [string, ...string[]];
  readonly project: string;
  readonly one: Pick<StreamCase, 'cwd' | 'select'>;
  readonly env: Readonly<Record<string, string>>;
}

/** Files of a run beside the copied project. */
export const eventsFile = (project: string): string => join(project, '../reported/events.jsonl');

export function readRun(project: string, exit: number | null, output: string): StreamRun {
  const file = eventsFile(project);
  const parsed = parseEvents(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const tries = (kind: 'start' | 'end'): readonly string[] =>
    parsed.events.flatMap((event) => (event.e === kind ? [`${event.id} try ${event.retry}`] : []));
  return { ...parsed, exit, output, starts: tries('start'), ends: tries('end') };
}

/** Runs a command in a copied project with our stream on, to its end. */
export function runWithStream({ command, project, one, env }: RunRequest): StreamRun {
  const selection = join(project, '../reported/select.json');
  if (one.select !== undefined) writeFileSync(selection, JSON.stringify(one.select));
  const result = spawnSync(command[0], command.slice(1), {
    cwd: join(project, one.cwd ?? '.'),
    encoding: 'utf8',
    timeout: 1_800_000,
    maxBuffer: 64_000_000,
    env: {
      ...env,
      QAAGENT_EVENTS: eventsFile(project),
      ...(one.select === undefined ? {} : { QAAGENT_SELECT: selection }),
    },
  });
  return readRun(project, result.status, result.stdout + result.stderr);
}
