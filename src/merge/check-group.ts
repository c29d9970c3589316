import type { SuiteProblem } from '../model/problem.js';
import { type Shard, shardName, type SuitePart } from '../model/shard.js';
import { digestOfKeys, keysOf, repeatedKeys } from '../shards/canonical-order.js';
import type { LegGroup } from './group-legs.js';
import { type Leg, legName, type LegPart } from './leg.js';
import { formatCount } from '../text/format.js';

/** Why a group is no complete run of its tests; `suite` is null when that is so for all of its suites. */
export interface GroupProblem extends Pick<SuiteProblem, 'message' | 'remedy'> {
  /** One plain sentence that names the shard: for titles. */
  readonly headline: string;
  readonly suite: string | null;
}

const AGAIN = 'Run all jobs of the workflow run again.';

/**
 * Checks that the legs of a group are one run: every shard once and whole, of one commit and of one plan, and together all
 * tests exactly once.
 */
export function checkGroup(group: LegGroup, commit: string): readonly GroupProblem[] {
  const total = mostCommon(group.legs.flatMap(({ shard }) => (shard === null ? [] : [shard.total]))) ?? 0;
  const parts = [...torn(group), ...otherTotals(group, total), ...missing(group, total), ...duplicated(group)];
  const alike = [...otherCommits(group, commit), ...otherPlans(group, total)];
  return parts.length + alike.length > 0 ? [...parts, ...alike] : uncovered(group);
}

/** The value that most have; of those that equally many have the first. */
export function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

function torn({ legs }: LegGroup): readonly GroupProblem[] {
  return legs
    .filter((leg) => leg.torn !== '')
    .map((leg) => problem(`${legName(leg)} is incomplete`, leg.torn, `Run its job${jobOf(leg)} again.`));
}

function otherTotals({ legs }: LegGroup, total: number): readonly GroupProblem[] {
  return legs
    .filter(({ shard }) => shard !== null && shard.total !== total)
    .map((leg) =>
      problem(
        `${legName(leg)} has another plan`,
        `the others are shards of ${total}`,
        'Give all jobs the same `shard` total.',
      ),
    );
}

function missing({ legs, job }: LegGroup, total: number): readonly GroupProblem[] {
  const present = new Set(legs.flatMap(({ shard }) => (shard?.total === total ? [shard.index] : [])));
  const absent = Array.from({ length: total }, (_, at) => at + 1).filter((index) => !present.has(index));
  if (absent.length === 0) return [];
  const named = absent.slice(0, 5).join(', ') + (absent.length > 5 ? ` and ${absent.length - 5} more` : '');
  const headline =
    absent.length === 1
      ? `${shardName({ index: absent[0] ?? 0, total })} is missing`
      : `shards ${named} of ${total} are missing`;
  const message = `there is no evidence of ${absent.length === 1 ? 'it' : 'them'}: the job did not reach the upload`;
  return [problem(headline, message, `Run ${job === '' ? 'it' : `job \`${job}\``} again with "Re-run failed jobs".`)];
}

function duplicated({ copies, legs }: LegGroup): readonly GroupProblem[] {
  return [...new Map(copies.map((leg) => [legName(leg), leg] as const)).values()].map((leg) => {
    const places = [...legs, ...copies].filter((other) => legName(other) === legName(leg)).map(({ place }) => place);
    return problem(
      `${legName(leg)} is duplicated`,
      `its evidence is in ${places.join(' and ')}`,
      'Keep one of them, or give each job its own `shard`.',
    );
  });
}

function otherCommits({ legs }: LegGroup, commit: string): readonly GroupProblem[] {
  return legs
    .filter((leg) => leg.commit !== commit)
    .map((leg) => {
      const tested = leg.commit === '' ? 'its tested commit is unknown' : `it tested ${leg.commit.slice(0, 7)}`;
      return problem(
        `${legName(leg)} is from another commit`,
        `${tested}, the others ${commit.slice(0, 7) || 'none'}`,
        AGAIN,
      );
    });
}

function otherPlans({ legs }: LegGroup, total: number): readonly GroupProblem[] {
  const shards = legs.flatMap(({ shard }) => (shard?.total === total ? [shard] : []));
  const names = [...new Set(shards.flatMap(({ suites }) => suites.map(({ suite }) => suite)))];
  return names.flatMap((suite) => {
    const parts = shards.flatMap((shard) => {
      const part = shard.suites.find((each) => each.suite === suite);
      return part === undefined ? [] : [{ shard, part }];
    });
    const plan = mostCommon(parts.map(({ part }) => part.plan));
    const usual = parts.find(({ part }) => part.plan === plan)?.part;
    const others = parts.filter(({ part }) => part.plan !== plan);
    return usual === undefined ? [] : others.map(({ shard, part }) => otherPlan(suite, shard, part, usual));
  });
}

function otherPlan(suite: string, shard: Shard, part: SuitePart, usual: SuitePart): GroupProblem {
  const headline = `${shardName(shard)} has another plan`;
  return { ...problem(headline, differenceOf(suite, part, usual), AGAIN), suite };
}

function differenceOf(suite: string, part: SuitePart, usual: SuitePart): string {
  if (part.collectedDigest !== usual.collectedDigest)
    return part.collected === usual.collected
      ? `it collected different tests of ${suite} than the others`
      : `it collected ${part.collected} tests of ${suite}, the others ${usual.collected}`;
  if (part.source !== usual.source) return `it divided ${suite} by ${words(part)}, the others by ${words(usual)}`;
  return `it divided ${suite} by different recorded durations`;
}

const words = ({ source }: SuitePart): string => (source === 'hash' ? 'a hash' : 'recorded durations');

const NAMED = 3;

/** Tests of complete plans that ran nowhere, or on two shards. */
function uncovered(group: LegGroup): readonly GroupProblem[] {
  const parts = group.legs.flatMap((leg) => (leg.shard?.suites ?? []).map((part) => ({ leg, part })));
  const names = [...new Set(parts.map(({ part }) => part.suite))];
  return names.flatMap((suite) => {
    const own = parts.filter(({ part }) => part.suite === suite);
    const planned = own.filter(({ part }) => part.division === 'planned');
    return planned.length > 0 ? [...notExactly(suite, planned), ...unreported(suite, planned)] : ranTwice(suite, own);
  });
}

type OfLeg = { readonly leg: Leg; readonly part: LegPart };

function notExactly(suite: string, parts: readonly OfLeg[]): readonly GroupProblem[] {
  const ids = new Array<string>().concat(...parts.map(({ part }) => part.ids));
  const keys = keysOf(ids.length, (at) => ids[at] ?? '').sort();
  const distinct = repeatedKeys(keys).size === 0 ? ids.length : new Set(ids).size;
  const [collected, digest] = [parts[0]?.part.collected ?? 0, parts[0]?.part.collectedDigest ?? ''];
  const headline = `the shards do not cover ${suite} exactly once`;
  if (distinct < ids.length) {
    const twice = `${formatCount(ids.length - distinct, 'test')} ${ids.length - distinct === 1 ? 'is' : 'are'} in two parts`;
    return [{ ...problem(headline, twice, AGAIN), suite }];
  }
  const isRedacted = ids.some((id) => id.includes('[redacted:'));
  if (distinct === collected && (isRedacted || digestOfKeys(keys) === digest)) return [];
  const message = `their parts have ${formatCount(distinct, 'test')}, and ${collected} were collected`;
  return [{ ...problem(headline, message, AGAIN), suite }];
}

/** Tests of a part that its shard says nothing about, though nothing stopped it. */
function unreported(suite: string, parts: readonly OfLeg[]): readonly GroupProblem[] {
  return parts.flatMap(({ leg, part }) => {
    const report = leg.suites.find((each) => each.suite.name === suite);
    if (part.areFiles || report === undefined || report.problems.some(({ forces }) => forces !== null)) return [];
    const lost = part.unreported;
    if (lost.length === 0) return [];
    const named = lost.slice(0, NAMED).join(', ');
    const headline = `${legName(leg)} does not report ${formatCount(lost.length, 'test')} of its part`;
    return [{ ...problem(headline, `${suite}: ${named}`, `Run its job${jobOf(leg)} again.`), suite }];
  });
}

/** A tool that divides its tests by itself and ran some of them on two shards. */
function ranTwice(suite: string, parts: readonly OfLeg[]): readonly GroupProblem[] {
  const seen = new Map<string, Leg>();
  const twice: string[] = [];
  for (const { leg, part } of parts) {
    if (part.division !== 'own') continue;
    for (const { id } of leg.suites.find((each) => each.suite.name === suite)?.tests ?? []) {
      if (seen.has(id)) twice.push(id);
      else seen.set(id, leg);
    }
  }
  if (twice.length === 0) return [];
  const headline = `${formatCount(twice.length, 'test')} of ${suite} ran on more than one shard`;
  const remedy = 'Make the tool divide its tests by {shard} and {shards}, and give each test a unique name.';
  return [{ ...problem(headline, twice.slice(0, NAMED).join(', '), remedy), suite }];
}

const jobOf = ({ job, matrix }: Leg): string => (job === '' ? '' : ` \`${job}${matrix === '' ? '' : ` (${matrix})`}\``);

function problem(headline: string, message: string, remedy: string): GroupProblem {
  return { headline, message, remedy, suite: null };
}
