import type { Failure } from '../../model/diagnosis.js';
import { readPageError } from './page-error.js';
import { idParts, toolVerdict, type ToolReading } from './tool-reading.js';
import { clip } from '../wording/sentence.js';

/** An audit that cost points, as our driver writes it: a head line, its description indented below. */
interface Audit {
  readonly head: string;
  /** First address in the description; empty when there is none. */
  readonly url: string;
}

const SCORE = /^([\w-]{1,40}) of .{1,2000} is (\d{1,3}), (?:the )?(?:limit|threshold)(?: is)? (\d{1,3})/;
/** One run of Lighthouse differs from the next by so many points without any change. */
const NOISE_POINTS = 5;

/** Reads a category below its threshold, or a page that could not be measured. */
export function readLighthouse(failure: Failure): ToolReading | null {
  const [page, category] = idParts(failure.testId);
  const score = SCORE.exec(failure.message.split('\n', 1)[0] ?? '');
  if (score === null) return readPageError(failure, page);
  const [evidence, , reached, limit] = score;
  const audits = auditsIn(failure.details);
  const losses = audits.slice(0, 3).map(({ head }) => clip(head, 90));
  const lost = losses.length === 0 ? '' : `; it loses most by ${losses.join(', ')}`;
  return {
    verdict: toolVerdict('lighthouse', { category: 'assertion', kind: 'score' }, evidence),
    rootCause: clip(`${category} of ${page} is ${reached}, the threshold is ${limit}${lost}`),
    suggestion: advice(category, Number(limit) - Number(reached), audits[0]),
    causeKey: causeKeyOf(page, category, audits[0]),
  };
}

/** Outside of performance an audit names one thing that is missing, for every page and category that it costs points. */
function causeKeyOf(page: string, category: string, worst: Audit | undefined): string {
  if (category === 'performance' || worst === undefined) return `lighthouse|${category}|${page.slice(0, 300)}`;
  return `lighthouse|${worst.head.slice(0, 200)}`;
}

function auditsIn(details: string): readonly Audit[] {
  const lines = details.slice(0, 32_000).split('\n').slice(0, 200);
  return lines.flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith(' ')) return [];
    const url = /\((https:\/\/[^\s()]{1,200})\)/.exec(lines[at + 1] ?? '')?.[1] ?? '';
    return [{ head: line.slice(0, 200), url }];
  });
}

function advice(category: string, missing: number, worst: Audit | undefined): string {
  const start =
    worst === undefined ? '' : `Begin with "${clip(worst.head, 90)}"${worst.url === '' ? '' : ` (${worst.url})`}. `;
  const report = 'The HTML report beside the test shows the elements.';
  const luck =
    category === 'performance' && missing <= NOISE_POINTS
      ? ' So close to the threshold one run proves little: set `runs: 3`.'
      : '';
  return `${start}${report}${luck}`;
}
