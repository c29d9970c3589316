// What earlier runs on this machine found, which is what a laptop has to compare with.
import { basename, join } from 'node:path';
import { jsonLines } from '../../evidence/untrusted/tests.js';
import { type Baseline, type RunReference, type RunReport, testKey } from '../../model/run.js';
import type { Files } from '../../ports.js';
import { member, parseJson, textOf } from '../../text/json.js';
import { finalStateOf } from '../../verdict/final-state.js';

/** Earlier runs that are read, the newest first, and the most of each and of all: a run must not wait for them. */
const MOST_RUNS = 20;
const MOST_BYTES = 32 << 20;
const MOST_BYTES_OF_ALL = 128 << 20;

/** Final state of each test of one run, by its key. */
interface LocalRun {
  readonly run: RunReference;
  readonly failing: ReadonlyMap<string, boolean>;
}

/** Earlier runs on this machine, the newest first. */
export type LocalRuns = readonly LocalRun[];

/** The runs of a project in a folder, from before the run with this id; null: all that are there. */
export async function readLocalRuns(
  { folder, project, before }: { readonly folder: string; readonly project: string; readonly before: string | null },
  files: Files,
): Promise<LocalRuns> {
  const found = (await files.isDirectory(folder)) ? await files.glob(['*/manifest.json'], folder) : [];
  const runs: LocalRun[] = [];
  let left = MOST_BYTES_OF_ALL;
  for (const manifest of found.toSorted().toReversed()) {
    const directory = manifest.slice(0, -'/manifest.json'.length);
    const id = basename(directory);
    if (runs.length === MOST_RUNS) break;
    if (before !== null && id >= before) continue;
    const recorded = parseJson((await files.readTextIfExists(manifest)) ?? '');
    // A shard is compared where it is merged.
    if (textOf(member(recorded, 'target'), 'name') !== project || member(recorded, 'shard') !== undefined) continue;
    const tests = join(directory, 'evidence', 'tests.jsonl');
    const size = (await files.statFile(tests)) === null ? Infinity : await files.sizeOf(tests);
    if (size > MOST_BYTES) continue;
    left -= size;
    if (left < 0) break;
    const failing = failingIn(await files.readText(tests));
    if (failing.size > 0)
      runs.push({ run: { number: Number(id.replace(/\D/g, '')), url: null, name: `local run ${id}` }, failing });
  }
  return runs;
}

/** Whether a run joins other runs: those in its folder can be its own parts. */
export async function isMerged(directory: string, files: Files): Promise<boolean> {
  const manifest = await files.readTextIfExists(join(directory, 'manifest.json'));
  return member(parseJson(manifest ?? ''), 'legs') !== undefined;
}

/** Whether each test failed, by its key; tests that did neither are left out. */
function failingIn(text: string): ReadonlyMap<string, boolean> {
  const failing = new Map<string, boolean>();
  for (const record of jsonLines(text)) {
    const metadata = member(record, 'metadata');
    const state = textOf(metadata, 'final');
    const key = testKey({ suite: textOf(record, 'suite_name'), id: textOf(metadata, 'id') });
    if (PASSING.includes(state)) failing.set(key, false);
    else if (FAILING.includes(state)) failing.set(key, true);
  }
  return failing;
}

const PASSING = ['passed', 'flaky'];
const FAILING = ['failed', 'error', 'order-dependent', 'lost', 'timeout', 'crashed'];

/**
 * New, known and fixed by the last earlier run of each test: a run of single tests says nothing of the others. Null where
 * there is no earlier run.
 */
export function compareWithLocal({ suites }: RunReport, runs: LocalRuns): Baseline | null {
  const [last] = runs;
  if (last === undefined) return null;
  const newKeys = new Set<string>();
  const knownSince = new Map<string, RunReference | null>();
  const fixed: string[] = [];
  for (const test of suites.flatMap(({ tests }) => tests)) {
    const key = testKey(test);
    const state = finalStateOf(test);
    const before = runs.filter(({ failing }) => failing.has(key));
    const streak = before.findIndex(({ failing }) => failing.get(key) === false);
    const failed = streak < 0 ? before : before.slice(0, streak);
    if (PASSING.includes(state) && failed.length > 0) fixed.push(test.id);
    if (!FAILING.includes(state)) continue;
    if (failed.length === 0) newKeys.add(key);
    else knownSince.set(key, failed.at(-1)?.run ?? null);
  }
  return { run: last.run, newKeys, knownSince, fixed, flakiness: new Map() };
}

/** What a laptop compares with, in a sentence. */
export function describeLocal([last]: LocalRuns): string {
  if (last === undefined) return 'There is no earlier run on this machine: which failures are new is unknown.';
  return `Compared with earlier runs on this machine; the last is ${last.run.name ?? ''}.`;
}
