// What failing tests do on the merge base (`verify-base`), compared with what they do here.
import { type TestCase, testKey } from '../model/run.js';
import { finalStateOf, isBad } from './final-state.js';
import { countedAs } from './totals.js';

/** What became of a failing test on the commit that its pull request is merged into. */
export interface BaseResult {
  readonly state: 'fails' | 'passes' | 'unknown';
  /** Why it is unknown, in words; empty otherwise. */
  readonly reason: string;
}

/** Results of failing tests on that commit. */
export interface VerifiedBase {
  /** Empty when it could not be checked out. */
  readonly commit: string;
  /** Name of its branch, for people. */
  readonly branch: string;
  /** By the key of the test. */
  readonly results: ReadonlyMap<string, BaseResult>;
}

const NAMED = 2;

/**
 * What a test did on the base. It fails there for certain only when it fails in the same words: the other checkout may lack
 * something that the workspace has, and then fails for a reason of its own.
 */
export function compareWithBase(test: TestCase, onBase: TestCase | undefined): BaseResult {
  if (onBase === undefined) return unknown('it does not exist there');
  const counted = countedAs(finalStateOf({ ...onBase, quarantine: null }));
  if (counted === 'passed') return { state: 'passes', reason: '' };
  if (counted !== 'failed' && counted !== 'error') return unknown('it was skipped there');
  const [here, there] = [lastFailure(test), lastFailure(onBase)];
  if (here !== there) return unknown(there === '' ? 'it did not finish there' : `it fails differently there: ${there}`);
  return { state: 'fails', reason: '' };
}

/** A result that says nothing of the test. */
export function unknown(reason: string): BaseResult {
  return { state: 'unknown', reason };
}

/** First line of the last failure, without what differs from run to run. */
function lastFailure({ attempts }: TestCase): string {
  const { message = '' } = attempts.findLast(({ status }) => isBad(status)) ?? {};
  const [line = ''] = message.trim().split('\n', 1);
  return line.replace(/0x[\da-f]+/gi, '0x…').replace(/\b\d+(?:\.\d+)?(?=\s?m?s\b)/g, '…');
}

/** True when the test with this key was rerun on the base and fails there, too; what is unknown does not. */
export function failsOnBase(base: VerifiedBase | null, key: string): boolean {
  return base?.results.get(key)?.state === 'fails';
}

/** What is known of the tests of a cause, in words: `fails on main too`; empty when none of them was asked for. */
export function describeBase({ branch, results }: VerifiedBase, tests: readonly TestCase[]): string {
  const known = tests.flatMap((test) => results.get(testKey(test)) ?? []);
  const count = (state: BaseResult['state']): number => known.filter((each) => each.state === state).length;
  const parts = [
    { count: count('fails'), words: `on ${branch} too`, verb: ['fails', 'fail'] },
    { count: count('passes'), words: `on ${branch}`, verb: ['passes', 'pass'] },
  ].filter((part) => part.count > 0);
  const decided = parts.map(({ count: some, words, verb: [one = '', many = ''] }) => {
    if (tests.length === 1) return `${one} ${words}`;
    return some === tests.length ? `all ${many} ${words}` : `${some} ${some === 1 ? one : many} ${words}`;
  });
  const reasons = [...new Set(known.flatMap(({ state, reason }) => (state === 'unknown' ? [reason] : [])))];
  const more = reasons.length > NAMED ? '; …' : '';
  const open = reasons.length === 0 ? [] : [`unknown on ${branch}: ${reasons.slice(0, NAMED).join('; ')}${more}`];
  return [...decided, ...open].join(', ');
}
