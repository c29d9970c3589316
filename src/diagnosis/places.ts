import type { Frame } from '../locate/frame.js';
import type { Resolution } from '../locate/place-resolver.js';
import { type ChosenFrames, chooseFrames } from '../locate/source-location.js';
import type { Failure } from '../model/diagnosis.js';
import type { SourcePlace } from '../model/report.js';
import type { DiagnosisContext } from './context.js';

const MOST_CANDIDATES = 8;

/** Where a failure happened, as far as its trace and its declaration show. */
export interface FailurePlaces {
  readonly place: SourcePlace | null;
  readonly productPlace: SourcePlace | null;
  /** Why there is no place although something names one; no value otherwise. */
  readonly reason: { readonly unlocated?: string };
  /** Frames of the project with their places, the chosen one first. */
  readonly candidates: readonly SourcePlace[];
}

/** Chooses among the frames that can be files of the repository, and maps the choice. */
export function placesOf(
  frames: readonly Frame[],
  failure: Failure,
  context: DiagnosisContext,
  isRaised: boolean,
): FailurePlaces {
  const locate = locator(failure, context);
  const own = frames.filter((frame) => !frame.vendor);
  const isKnown = (frame: Frame): boolean => locate(frame).file !== null;
  const couldBe = (frame: Frame): boolean => frame.vendor || isKnown(frame) || isAmbiguous(locate(frame));
  const chosen = chooseFrames(own.some(isKnown) ? frames.filter(couldBe) : frames, failure, isRaised);
  const framed = withBody(placeOf(chosen.test, locate), own, locate, context);
  const place = bestPlace(failure, framed, context);
  const candidates = [place, ...own.map((frame) => placeOf(frame, locate))].filter((each) => each !== null);
  const unique = new Map(candidates.map((each) => [`${each.file}:${each.line}`, each]));
  return {
    place,
    productPlace: placeOf(chosen.product, locate),
    reason: place === null ? reasonOf(failure, chosen, locate, context) : {},
    candidates: [...unique.values()].slice(0, MOST_CANDIDATES),
  };
}

const WITH = /^\s*(?:async\s+)?with\s/;

/** What the end of a `with` block raises hides what its body raised before: the line of the body says more. */
function withBody(
  place: SourcePlace | null,
  frames: readonly Frame[],
  locate: Locate,
  { sourceOf }: DiagnosisContext,
): SourcePlace | null {
  if (place === null || !place.file.endsWith('.py')) return place;
  const lines = sourceOf?.(place.file) ?? [];
  const head = lines[place.line - 1] ?? '';
  if (!WITH.test(head)) return place;
  const indent = head.search(/\S/);
  const end = lines.findIndex((line, at) => at >= place.line && line.trim() !== '' && line.search(/\S/) <= indent);
  const isInside = ({ line }: Frame): boolean => line > place.line && (end < 0 || line <= end);
  const inside = frames.findLast((frame) => isInside(frame) && locate(frame).file === place.file);
  return inside === undefined ? place : { file: place.file, line: inside.line };
}

type Locate = (frame: Frame) => Resolution;

const isAmbiguous = (found: Resolution): boolean => found.file === null && found.candidates > 1;

/** Kotlin, Scala and Groovy may leave the folders of a package out; Java may not. */
const FOLDERLESS = /\.(?:kts?|scala|groovy|clj)$/;

function locator(failure: Failure, { resolvePath }: DiagnosisContext): Locate {
  const locate = ({ file, family }: Frame): Resolution => {
    if (resolvePath === undefined) return { file };
    const found = resolvePath(file, failure.context);
    if (found.file !== null || family !== 'jvm' || !FOLDERLESS.test(file)) return found;
    return resolvePath(file.split('/').at(-1) ?? '', failure.context);
  };
  // A trace names the same files again and again, and each frame is asked for more than once.
  const known = new Map<string, Resolution>();
  return (frame) => {
    const key = frame.family === 'jvm' ? `jvm\0${frame.file}` : frame.file;
    const found = known.get(key) ?? locate(frame);
    known.set(key, found);
    return found;
  };
}

function placeOf(frame: Frame | null, locate: Locate): SourcePlace | null {
  const file = frame === null ? null : locate(frame).file;
  return frame === null || file === null ? null : { file, line: frame.line };
}

function mapped({ file, line }: SourcePlace, failure: Failure, { resolvePath }: DiagnosisContext): SourcePlace | null {
  if (file === '' || line <= 0) return null;
  const known = resolvePath === undefined ? file : resolvePath(file).file;
  // With a context the declared place has been looked up before: it is a tracked file by now, or none.
  const isReported = known !== null && (failure.context === undefined || known === file);
  return isReported ? { file: known, line } : null;
}

/**
 * The runner's own word first, unless it only repeats where the test is declared and a frame knows better; then the
 * frame; then the declaration.
 */
function bestPlace(failure: Failure, framed: SourcePlace | null, context: DiagnosisContext): SourcePlace | null {
  const reported = failure.knownPlace ? mapped(failure.knownPlace, failure, context) : null;
  const declared = mapped(failure, failure, context);
  const isDeclaration = reported !== null && reported.line === failure.line;
  if (reported !== null && !(isDeclaration && framed !== null)) return reported;
  return framed ?? declared;
}

function reasonOf(
  failure: Failure,
  { test }: ChosenFrames,
  locate: Locate,
  { resolvePath }: DiagnosisContext,
): FailurePlaces['reason'] {
  const named = test === null ? failure : test;
  if (named.file === '' || resolvePath === undefined) return {};
  const found = test === null ? resolvePath(named.file, failure.context) : locate(test);
  return found.file !== null || found.reason === ''
    ? {}
    : { unlocated: `${named.file}:${named.line}: ${found.reason}` };
}
