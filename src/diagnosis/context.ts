import type { PlaceResolver } from '../locate/place-resolver.js';
import type { SourcePlace } from '../model/report.js';
import { serverCrash } from './facts/server-crash.js';
import type { SharedViolations } from './tools/tool-reading.js';
import type { CompiledUserRule } from './user-rules.js';

/** Lines of one file that a pull request touches, 1-based and inclusive. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** The application under test, when the run started it. */
export interface AppUnderTest {
  /** `host:port` the tests were asked to use; empty when unknown. */
  readonly address: string;
  /** Epoch milliseconds at which it ended on its own; null while it ran. */
  readonly stoppedAt: number | null;
  /** The end of its log, at most a few thousand characters. Untrusted. */
  readonly logTail: string;
}

/** What is known besides the failures themselves; every part is optional and only makes a diagnosis better. */
export interface DiagnosisContext {
  /** Maps a reported path to a tracked file; absent outside of a repository. */
  readonly resolvePath?: PlaceResolver;
  /** Names of the files and folders directly in a folder of the repository; a folder ends with a slash. */
  readonly filesIn?: (folder: string) => readonly string[];
  /** Asked before every built-in rule. */
  readonly userRules?: readonly CompiledUserRule[];
  /** Lines of a tracked file, or null when it cannot be read. */
  readonly sourceOf?: (file: string) => readonly string[] | null;
  /** Changed lines of the pull request by file; an empty list means the file changed and the lines are unknown. */
  readonly changes?: ReadonlyMap<string, readonly LineRange[]>;
  readonly app?: AppUnderTest;
  /** Epoch milliseconds at which a failure happened, by its key; null when unknown. */
  readonly failedAt?: (key: string) => number | null;
  /** Pages on which an element breaks a rule of axe-core; made of the failures themselves. */
  readonly violations?: SharedViolations;
}

const MAX_SOURCE = 200;

/** The line of source at a place; empty when it is not known. */
export function sourceLineAt(place: SourcePlace | null, context: DiagnosisContext): string {
  if (place === null) return '';
  return (context.sourceOf?.(place.file)?.[place.line - 1] ?? '').trim().slice(0, MAX_SOURCE);
}

/** A line that declares a test, in the languages of the runners. */
const DECLARES =
  /^\s*(?:@(?:Test|ParameterizedTest)\b|(?:async )?(?:def|func|fn|fun|it|test|specify|scenario|describe|context|public|private|protected|class)\b)/;
const MOST_NEARBY = 25;

/** The source of a test from its declaration, with its decorators, to the failing line; empty when it is not known. */
export function sourceOfTest(place: SourcePlace | null, context: DiagnosisContext): string {
  const lines = place === null ? null : (context.sourceOf?.(place.file) ?? null);
  if (place === null || lines === null) return '';
  let from = place.line - 1;
  while (from > 0 && place.line - from < MOST_NEARBY && !DECLARES.test(lines[from] ?? '')) from -= 1;
  while (from > 0 && /^\s{0,40}@\w/.test(lines[from - 1] ?? '')) from -= 1;
  return lines
    .slice(from, place.line)
    .map((line) => line.slice(0, MAX_SOURCE))
    .join('\n');
}

/** Source around a place with line numbers, the failing line marked; empty when it is not known. */
export function sourceAround(place: SourcePlace | null, context: DiagnosisContext, radius = 7): readonly string[] {
  const lines = place === null ? null : (context.sourceOf?.(place.file) ?? null);
  if (place === null || lines === null) return [];
  const from = Math.max(1, place.line - radius);
  return lines
    .slice(from - 1, place.line + radius)
    .map((line, at) => `${from + at === place.line ? '>' : ' '} ${from + at} | ${line.slice(0, MAX_SOURCE)}`);
}

/** Whether the pull request changed the line, or at least the file, of one of the places. */
export function changedAt(
  places: readonly (SourcePlace | null)[],
  context: DiagnosisContext,
): 'line' | 'file' | undefined {
  const known = places.filter((place) => place !== null);
  const ranges = known.map(({ file, line }) => ({ line, changed: context.changes?.get(file) }));
  const isLine = ranges.some(({ line, changed }) => changed?.some(({ from, to }) => from <= line && line <= to));
  if (isLine) return 'line';
  return ranges.some(({ changed }) => changed !== undefined) ? 'file' : undefined;
}

/** A duration as a person says it. */
function ago(milliseconds: number): string {
  if (milliseconds < 1_000) return 'less than a second';
  return milliseconds < 120_000 ? `${Math.round(milliseconds / 1_000)} s` : `${Math.round(milliseconds / 60_000)} min`;
}

/**
 * What the application's own end has to do with a failed connection: one sentence, or empty when it was still running,
 * when the failure came before, or when another host is meant.
 */
export function appNote(key: string, host: string, context: DiagnosisContext): string {
  const { app } = context;
  if (!app || app.stoppedAt === null) return '';
  const port = app.address.split(':').at(-1) ?? '';
  if (host !== '' && port !== '' && host.split(':').at(-1) !== port) return '';
  const failedAt = context.failedAt?.(key) ?? null;
  if (failedAt !== null && failedAt < app.stoppedAt) return '';
  const when = failedAt === null ? 'before this test ended' : `${ago(failedAt - app.stoppedAt)} earlier`;
  const lines = app.logTail.split('\n').filter((line) => line.trim() !== '');
  const last = serverCrash(app.logTail) || (lines.at(-1) ?? '').trim().slice(0, MAX_SOURCE);
  return `The app stopped ${when}${last === '' ? '.' : `: \`${last.replaceAll('`', "'")}\`.`}`;
}
