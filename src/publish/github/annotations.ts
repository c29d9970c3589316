import { labelOf } from '../view/tests.js';
import { clipBytes } from '../../text/bounds.js';
import type { TestCase } from '../../model/run.js';
import type { Annotation } from '../../model/publication.js';
import { commandData, commandProperty } from '../../text/escape.js';
import { decisiveAttempt } from '../../verdict/final-state.js';
import type { CauseView, PlaceView, ProblemView, ReportView } from '../view/view.js';
import { shortLine, visibleText } from '../../text/visible.js';
import { formatCount } from '../../text/format.js';

/** Below GitHub's 64 KB for `message` and `raw_details`. */
const TEXT_BYTES = 64_000;
const TITLE_BYTES = 255;
const NAMED_TESTS = 8;
/** The runner cuts the message of a command here, and shows ten of a kind per step. */
const COMMAND_CHARS = 4_096;
const COMMANDS = 10;

/** Tests that fail for one cause at one line of one tracked file. */
interface Spot {
  readonly path: string;
  readonly line: number;
  readonly level: Annotation['level'];
  readonly headline: string;
  readonly next: string;
  readonly tests: TestCase[];
  /** What a tool printed; only of a problem. */
  readonly quote?: string;
}

/**
 * Annotations for failing and flaky tests, the most valuable first: new before known, wide causes before narrow ones,
 * failures before flaky. One per cause and line; a test whose file is not in the repository gets none.
 */
export function annotationsOf(view: ReportView, limit: number): readonly Annotation[] {
  const spots = new Map<string, Spot>();
  for (const problem of view.problems) addProblem(spots, problem, view);
  for (const cause of view.causes) addTests(spots, cause.tests, view, causeHead(cause), 'failure');
  for (const test of view.unexplained) addTests(spots, [test], view, testHead(test, view), 'failure');
  for (const { test, story } of view.flaky) {
    addTests(spots, [test], view, { key: 'flaky', headline: `flaky: ${story}`, next: '' }, 'warning');
  }
  return withoutRepeats([...spots.values()])
    .slice(0, Math.max(0, limit))
    .map(annotation);
}

/** A problem at a line where tests are annotated is the same event: the tests say more. */
function withoutRepeats(spots: readonly Spot[]): readonly Spot[] {
  const isSame = (one: Spot, other: Spot): boolean => one.path === other.path && one.line === other.line;
  const ofTests = spots.filter(({ tests, level }) => tests.length > 0 && level === 'failure');
  return spots.filter((spot) => spot.tests.length > 0 || !ofTests.some((other) => isSame(spot, other)));
}

interface Head {
  readonly key: string;
  readonly headline: string;
  readonly next: string;
}

function causeHead(cause: CauseView): Head {
  return { key: cause.id, headline: `${cause.class}: ${cause.rootCause}`, next: cause.suggestion };
}

function testHead(test: TestCase, view: ReportView): Head {
  const message = view.describe(test).message;
  return { key: message, headline: message === '' ? `${test.name} failed` : message, next: '' };
}

/** A problem of a suite at its line. */
function addProblem(spots: Map<string, Spot>, problem: ProblemView, { context }: ReportView): void {
  const { spot, severity, headline, message, quote, remedy } = problem;
  const path = spot === null ? null : context.resolvePath(spot.path);
  if (spot === null || path === null || severity !== 'error') return;
  const text = headline === '' ? message : headline;
  const place = { path, line: Math.max(1, Math.trunc(spot.line)) };
  const key = ['problem', path, place.line, text].join('\n');
  spots.set(key, { ...place, level: 'failure', headline: text, next: remedy, tests: [], quote });
}

function addTests(
  spots: Map<string, Spot>,
  tests: readonly TestCase[],
  view: ReportView,
  head: Head,
  level: Annotation['level'],
): void {
  for (const test of tests) {
    const place = trackedPlace(test, view);
    if (place === null) continue;
    const key = [level, place.path, place.line, head.key].join('\n');
    const spot = spots.get(key);
    if (spot) spot.tests.push(test);
    else spots.set(key, { ...place, level, headline: head.headline, next: head.next, tests: [test] });
  }
}

/** Where the diagnosis points, else where the test is declared; line 1 when only the file is known. */
function trackedPlace(test: TestCase, view: ReportView): Pick<PlaceView, 'path' | 'line'> | null {
  for (const place of [view.describe(test).place, { path: test.file, line: test.line }]) {
    const path = place === null || place.path === '' ? null : view.context.resolvePath(place.path);
    if (path !== null) return { path, line: Math.max(1, Math.trunc(place?.line ?? 1)) };
  }
  return null;
}

function annotation(spot: Spot): Annotation {
  const first = spot.tests[0];
  return {
    path: spot.path,
    startLine: spot.line,
    endLine: spot.line,
    level: spot.level,
    title: clipBytes(shortLine(spot.headline, TITLE_BYTES), TITLE_BYTES),
    message: clipBytes(messageOf(spot), TEXT_BYTES),
    rawDetails:
      first === undefined
        ? clipBytes(visibleText(spot.quote ?? ''), TEXT_BYTES)
        : clipBytes(visibleText(decisiveAttempt(first).details), TEXT_BYTES),
  };
}

function messageOf({ headline, next, tests, quote = '' }: Spot): string {
  const named = tests.slice(0, NAMED_TESTS).map((test) => `  ${shortLine(labelOf(test), 300)}`);
  const missing = tests.length - named.length;
  const head = tests.length === 0 ? visibleText(quote).split('\n') : [`${formatCount(tests.length, 'test')}:`];
  const lines = [shortLine(headline, 1000), ...head, ...named];
  if (missing > 0) lines.push(`  and ${formatCount(missing, 'more')}`.replace(/s$/, ''));
  if (next !== '') lines.push(`Next: ${shortLine(next, 600)}`);
  return lines.join('\n');
}

/** The ten most valuable, short enough to survive as workflow commands whole. */
export function commandAnnotations(annotations: readonly Annotation[]): readonly Annotation[] {
  const failures = annotations.filter(({ level }) => level === 'failure');
  const others = annotations.filter(({ level }) => level !== 'failure');
  return [...failures, ...others].slice(0, COMMANDS).map(fitCommand);
}

function fitCommand(full: Annotation): Annotation {
  const room = COMMAND_CHARS - 100 - commandProperty(full.title).length - commandProperty(full.path).length;
  let message = full.message;
  while (commandData(message).length > room)
    message = message.slice(0, Math.floor(message.length * 0.8)).toWellFormed();
  return { ...full, message: message === full.message ? message : `${message.trimEnd()}…`, rawDetails: '' };
}
