import { lastKnown } from './last-known.js';
import type { Frame } from './frame.js';

/** What a locator knows of the test that failed. */
export interface TestIdentity {
  readonly name: string;
  readonly classname: string;
  readonly testId: string;
  /** Where the test is declared; empty when unknown. */
  readonly file: string;
}

/** The frame a person would click first, and the product's own frame when it is another one. */
export interface ChosenFrames {
  readonly test: Frame | null;
  readonly product: Frame | null;
}

const TEST_FILE =
  /(?:^|\/)(?:test_[^/]*|[^/]*_tests?\.\w+|[^/]*[._-](?:test|tests|spec|specs|cy|e2e|steps)\.[^/]*|[^/]*_spec\.rb|[^/]*(?:Tests?|Spec|Specs|IT|TestCase|UITests?|Steps)\.(?:java|kt|scala|groovy|php|cs|fs|vb|swift|m|mm|cpp)|[^/]*\.(?:feature|bats|t)|steps\.\w+)$/;
const TEST_DIRECTORY =
  /(?:^|\/)(?:tests?|specs?|__tests__|e2e|features|steps|step_definitions|integration|unit|testing|it|cypress|smoke)\//i;
const RECURSION = 4;
const INNERMOST_LAST = new Set(['python', 'ginkgo']);

/** What the path of a file shows. */
interface PathKind {
  readonly isNamed: boolean;
  readonly looksLikeTest: boolean;
  readonly isInTests: boolean;
}

interface Hints {
  /** Filled as files are asked about. */
  readonly paths: Map<string, PathKind>;
  readonly stems: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

/** Base name without its extension. */
function stemOf(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : base;
}

/** Words of an id that can name a file, a class or a function. */
function wordsOf(text: string): readonly string[] {
  return text
    .slice(0, 1_000)
    .split(/[^\w$-]+/)
    .filter((word) => word.length > 2);
}

/** Words of a title with blanks are no names of functions, save the first of `testAdd with data set #1`. */
function functionsOf({ classname, testId, name }: TestIdentity): readonly string[] {
  const words = [classname, testId].filter((text) => !/\s/.test(text)).flatMap(wordsOf);
  return /\s/.test(name) ? [...words, ...(/^test\w*/i.exec(name) ?? [])] : [...words, ...wordsOf(name)];
}

function hintsOf(test: TestIdentity): Hints {
  const words = [test.classname, test.testId, test.name].flatMap(wordsOf);
  const stems = new Set([...words, stemOf(test.file)]);
  stems.delete('');
  return { stems, functions: new Set(functionsOf(test)), paths: new Map() };
}

const QUALIFIED = /[.:(\s]/;

const functionName = ({ fn }: Frame): string =>
  QUALIFIED.test(fn)
    ? (fn
        .split(QUALIFIED)
        .filter((word) => word !== '')
        .at(-1) ?? '')
    : fn;

function pathKind(file: string, { stems, paths }: Hints): PathKind {
  const found = paths.get(file);
  if (found) return found;
  const looksLikeTest = TEST_FILE.test(file);
  const kind = { isNamed: stems.has(stemOf(file)), looksLikeTest, isInTests: TEST_DIRECTORY.test(file) };
  paths.set(file, kind);
  return kind;
}

/** How likely a frame is the one a person would open; 0 never. */
function rank(frame: Frame, hints: Hints): number {
  if (frame.vendor) return 0;
  if (frame.kind !== 'call') return 1;
  if (frame.family === 'feature') return 2;
  const isTest = hints.functions.has(functionName(frame)) || frame.fn === 'It';
  const { isNamed, looksLikeTest, isInTests } = pathKind(frame.file, hints);
  if (isNamed && looksLikeTest) return 8;
  if (looksLikeTest) return isTest ? 7 : 6;
  if (isTest) return 5;
  return isInTests ? 4 : 3;
}

function bestOf(frames: readonly Frame[], hints: Hints): Frame | null {
  let best: Frame | null = null;
  let bestRank = 0;
  for (const frame of frames) {
    const value = rank(frame, hints);
    if (value > bestRank || (value === bestRank && best !== null && INNERMOST_LAST.has(frame.family))) {
      best = frame;
      bestRank = value;
    }
  }
  return best;
}

/** A function that calls itself fills the trace with one place; the place that started it says more. */
function withoutRecursion(frames: readonly Frame[]): readonly Frame[] {
  if (frames.length < RECURSION) return frames;
  const counts = new Map<string, number>();
  const stemOfFile = lastKnown(stemOf);
  const keyOf = ({ file, line, fn }: Frame): string => `${stemOfFile(file)}:${line}:${fn}`;
  const keys = frames.map(keyOf);
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  if (counts.size === frames.length) return frames;
  const rest = frames.filter((_, at) => (counts.get(keys[at] ?? '') ?? 0) < RECURSION);
  return rest.some((frame) => !frame.vendor) ? rest : frames;
}

/** The test's own function in traces that print the innermost frame first; PHP names no functions. */
function testFunction(same: readonly Frame[], hints: Hints): Frame | undefined {
  const named = same.find((frame) => hints.functions.has(functionName(frame)) || /^[`']?block\b/.test(frame.fn));
  return named ?? (same[0]?.family === 'php' ? same.at(-1) : undefined);
}

/**
 * A helper written beside the test is part of it: the line that compares counts. What a class beside the test raises
 * counts where the test calls it.
 */
function inSameFile(best: Frame | null, frames: readonly Frame[], hints: Hints, isRaised: boolean): Frame | null {
  if (best === null || best.kind !== 'call') return best;
  const same = frames.filter((frame) => frame.file === best.file && frame.kind === 'call');
  if (INNERMOST_LAST.has(best.family)) return same.at(-1) ?? best;
  return (isRaised ? testFunction(same, hints) : undefined) ?? same[0] ?? best;
}

/**
 * The innermost frame of code that is neither a package nor a test. Where the test is in a file of tests, a function of
 * another file that is called like the test (`describe('cents')` for `cents()`) is the code that it tests.
 */
function productFrame(frames: readonly Frame[], hints: Hints, test: Frame | null): Frame | null {
  const inTestFile = test !== null && pathKind(test.file, hints).looksLikeTest;
  const isProduct = (frame: Frame): boolean => {
    const value = rank(frame, hints);
    return value === 3 || (value === 5 && inTestFile && !pathKind(frame.file, hints).isInTests);
  };
  const own = frames.filter((frame) => frame.kind === 'call' && isProduct(frame));
  return (own[0] && INNERMOST_LAST.has(own[0].family) ? own.at(-1) : own[0]) ?? null;
}

/**
 * Chooses among the frames of one failure: the test's own function or file, else a test file, a test directory, any
 * project file. Python prints the innermost frame last, everybody else first. Declared places only when nothing else is.
 * `isRaised`: the failure is an error that some code raised, not a comparison.
 */
export function chooseFrames(frames: readonly Frame[], test: TestIdentity, isRaised = false): ChosenFrames {
  if (frames.length === 0) return { test: null, product: null };
  const hints = hintsOf(test);
  const once = withoutRecursion(frames);
  const chosen = inSameFile(bestOf(once, hints), once, hints, isRaised);
  const product = productFrame(once, hints, chosen);
  return { test: chosen, product: product === chosen ? null : product };
}
