import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CollectedTest } from '../model/events.js';
import type { SuiteProblem } from '../model/problem.js';
import { type Shard, shardName, type SuitePart } from '../model/shard.js';
import type { SuiteSettings } from '../model/settings.js';
import type { CommandPart, PreparedSuite, SelectedTest, SuiteDivision } from '../runners/runner.js';
import { type Divisible, planShards, shardOfWhole } from '../shards/plan.js';
import { divisible } from '../shards/units.js';
import { suiteDirectory } from './attempt/attempt-files.js';
import { listTests } from './attempt/list-tests.js';
import { type AttemptOutput, hasSession, isFinished } from './results/attempt-output.js';
import { identityOf } from './prepare-suite.js';
import { addAttempt, EMPTY_STATE } from './suite-state.js';
import type { SuiteServices } from './suite-services.js';

/** What this job runs of a suite. */
export interface SuiteShare {
  /** Null: all tests of the suite, or those of `part`. */
  readonly select: readonly SelectedTest[] | null;
  readonly part?: CommandPart;
}

/** A whole suite, as it runs without shards. */
const ALL: SuiteShare = { select: null };

/** This shard's part of a suite, or why there is nothing to run. The part is written down before anything of it runs. */
export async function divideSuite(
  suite: SuiteSettings,
  prepared: PreparedSuite,
  env: Readonly<Record<string, string>>,
  services: SuiteServices,
): Promise<SuiteShare | { readonly problems: readonly SuiteProblem[] }> {
  const { shard } = services.settings;
  if (shard === null) return ALL;
  const { division } = prepared;
  if (division === undefined) return wholeSuite(suite, shard, services);
  switch (division.by) {
    case 'tool':
      await recordPart({ ...NO_PART, suite: suite.name, division: 'own' }, services);
      return { select: null, part: { ...shard, files: [] } };
    case 'files':
      return partOfFiles(suite, division.files, shard, services);
    case 'tests':
      return partOfTests(suite, prepared, { ...division, env }, services);
  }
}

const NO_PART: Omit<SuitePart, 'suite' | 'division'> = {
  ...({ plan: '', source: 'hash', collected: 0, collectedDigest: '', areFiles: false, expectedMs: 0 } as const),
  ids: [],
};

type Share = SuiteShare | { readonly problems: readonly SuiteProblem[] };

/** A suite that cannot be divided runs on one shard, which its name decides. */
async function wholeSuite({ name }: SuiteSettings, shard: Shard, services: SuiteServices): Promise<Share> {
  const index = shardOfWhole(name, shard);
  const plan = createHash('sha256').update(`${name}\n${index}/${shard.total}`).digest('hex');
  await recordPart({ ...NO_PART, suite: name, division: 'whole', plan }, services);
  if (index === shard.index) return ALL;
  return nothingHere(name, `cannot be divided, so all of it runs on ${shardName({ ...shard, index })}`);
}

async function partOfFiles(
  { name }: SuiteSettings,
  files: readonly string[],
  shard: Shard,
  services: SuiteServices,
): Promise<Share> {
  const tests = files.map((file): Divisible => ({ id: file, unit: '', file: '' }));
  const { kept, part } = assign(name, tests, shard, services);
  await recordPart({ ...part, areFiles: true }, services);
  if (kept.length === 0) return nothingHere(name, emptyPart(shard, files.length, 'file'));
  return { select: null, part: { ...shard, files: part.ids } };
}

async function partOfTests(
  suite: SuiteSettings,
  prepared: PreparedSuite,
  { list, unit, env }: Extract<SuiteDivision, { by: 'tests' }> & { readonly env: Readonly<Record<string, string>> },
  services: SuiteServices,
): Promise<Share> {
  const { shard } = services.settings;
  const output = await listTests(suite, list, env, services);
  const collected = collectedTests(output);
  if (shard === null || collected.length === 0) return { problems: whyUnlisted(suite, prepared, output, services) };
  const { kept, part } = assign(
    suite.name,
    collected.map((test) => divisible(test, unit)),
    shard,
    services,
  );
  await recordPart(part, services);
  if (kept.length === 0) return nothingHere(suite.name, emptyPart(shard, collected.length, 'test'));
  const { mapPath } = identityOf(suite, prepared, services);
  const selected = kept.flatMap((at) => collected[at] ?? []);
  return {
    select: selected.map(({ id, selector = id, file, name }) => {
      return { id, selector, file: file === '' ? '' : mapPath(file), name };
    }),
  };
}

/** The part of this shard: places of its tests, and what is written down of it. */
function assign(
  suite: string,
  tests: readonly Divisible[],
  shard: Shard,
  { durationOf }: SuiteServices,
): { readonly kept: readonly number[]; readonly part: SuitePart } {
  const plan = planShards(tests, shard.total, (id) => durationOf(suite, id));
  const kept = [...tests.keys()].filter((at) => plan.shardOf[at] === shard.index - 1);
  const { digest, source, collectedDigest, loads } = plan;
  const of = { suite, division: 'planned', plan: digest, source, collectedDigest, areFiles: false } as const;
  const ids = kept.map((at) => tests[at]?.id ?? '');
  return { kept, part: { ...of, collected: tests.length, ids, expectedMs: loads[shard.index - 1] ?? 0 } };
}

/** Each test once; none when the runner did not list them to the end. */
function collectedTests({ events, attempt }: AttemptOutput): readonly CollectedTest[] {
  if (!hasSession(events) || !isFinished(events) || attempt?.exit.reason !== null) return [];
  const tests = events.flatMap((event) => (event.e === 'collected' ? event.tests : []));
  return [...new Map(tests.map((test) => [test.id, test] as const)).values()];
}

/** Why there is no list of tests: what the same end would mean for an attempt. */
function whyUnlisted(
  suite: SuiteSettings,
  prepared: PreparedSuite,
  output: AttemptOutput,
  services: SuiteServices,
): readonly SuiteProblem[] {
  const { problems } = addAttempt(EMPTY_STATE, output, identityOf(suite, prepared, services));
  if (problems.some(({ forces }) => forces !== null)) return problems;
  const message = `cannot be divided into shards: ${prepared.tool} did not list its tests`;
  const remedy = 'Make sure that its interpreter reads PYTHONPATH, or run the suite in a job without `shard`.';
  return [...problems, { severity: 'error', place: suite.name, message, remedy, forces: 'config-error' }];
}

function nothingHere(suite: string, message: string): Share {
  return { problems: [{ severity: 'note', place: suite, message, remedy: '', forces: 'skipped' }] };
}

function emptyPart(shard: Shard, count: number, what: string): string {
  const tests = count === 1 ? `its only ${what} runs` : `its ${count} ${what}s run`;
  return `has no part on ${shardName(shard)}: ${tests} on other shards`;
}

/** Tests of the part that the first attempt did not know; null when there are none, or something else explains it. */
export function missingOfPart(
  suite: SuiteSettings,
  { select }: SuiteShare,
  {
    tests,
    problems,
  }: { readonly tests: readonly { readonly id: string }[]; readonly problems: readonly SuiteProblem[] },
): SuiteProblem | null {
  if (select === null || select.length === 0) return null;
  const known = new Set(tests.map(({ id }) => id));
  const missing = select.filter(({ id }) => !known.has(id));
  if (missing.length === 0 || problems.some(({ forces }) => forces !== null)) return null;
  const message = `does not have ${missing.length} of the ${select.length} tests of its part, for example ${missing[0]?.id ?? ''}`;
  const remedy = 'Test IDs must be the same in every process: make the parametrisation stable.';
  return { severity: 'error', place: suite.name, message, remedy, forces: 'incomplete' };
}

const partFile = (runDirectory: string, suite: string): string =>
  join(runDirectory, suiteDirectory(suite), 'part.json');

function recordPart(part: SuitePart, { files, runDirectory }: SuiteServices): Promise<void> {
  return files.writeWhole(partFile(runDirectory, part.suite), JSON.stringify(part));
}

/** What a shard has written down of its parts; suites that were not divided, because they could not run, have none. */
export async function readParts(
  suites: readonly Pick<SuiteSettings, 'name'>[],
  { files, runDirectory }: Pick<SuiteServices, 'files' | 'runDirectory'>,
): Promise<readonly SuitePart[]> {
  const texts = await Promise.all(suites.map(({ name }) => files.readTextIfExists(partFile(runDirectory, name))));
  return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as SuitePart]));
}
