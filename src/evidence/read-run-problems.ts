import { listOf, textOf } from '../model/json-value.js';
import type { RunProblem } from '../model/problem.js';
import { clipBytes } from '../model/text.js';
import { parsed } from './read-manifest.js';

const MOST = 20;
const HEADLINE_BYTES = 300;
const TEXT_BYTES = 4000;

/** Why a run was red beside its suites, as a manifest of unknown origin tells it: bounded, and always an error. */
export function readRunProblems(manifest: string): readonly RunProblem[] {
  return listOf(parsed(manifest), 'problems')
    .slice(0, MOST)
    .map((value) => ({
      severity: 'error',
      place: clipBytes(textOf(value, 'place'), HEADLINE_BYTES),
      headline: clipBytes(textOf(value, 'headline'), HEADLINE_BYTES) || 'the run was red beside its suites',
      message: clipBytes(textOf(value, 'message'), TEXT_BYTES),
      remedy: clipBytes(textOf(value, 'remedy'), TEXT_BYTES),
    }));
}
