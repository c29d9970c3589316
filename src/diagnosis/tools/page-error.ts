import type { Failure } from '../../model/diagnosis.js';
import { statusMeaning, toolVerdict, type ToolReading } from './tool-reading.js';
import type { Classification } from '../rules/rule.js';
import { clip } from '../wording/sentence.js';

/** One way in which a page keeps itself from being looked at; words as axe's driver and Lighthouse have them. */
interface Refusal {
  readonly match: RegExp;
  readonly meaning: Pick<Classification, 'category' | 'kind'>;
  readonly says: string;
  readonly next: string;
}

const LOOK = 'Open the page by hand, and start what serves it before the suite (`start-command` with `health-url`).';
const REFUSALS: readonly Refusal[] = [
  {
    match: /\bNO_FCP\b|\bNO_LCP\b/,
    meaning: { category: 'timeout', kind: 'wait-timeout' },
    says: 'painted nothing before the limit',
    next: 'Open the page by hand: it is empty, or waits for something before it shows anything.',
  },
  {
    match: /\bCHROME_INTERSTITIAL_ERROR\b|\bFAILED_DOCUMENT_REQUEST\b/,
    meaning: { category: 'connection', kind: 'unreachable' },
    says: 'cannot be reached: the browser shows an error page of its own',
    next: LOOK,
  },
  {
    match: /\bDNS_FAILURE\b/,
    meaning: { category: 'connection', kind: 'dns' },
    says: 'cannot be reached: no resolver knows its host',
    next: LOOK,
  },
  {
    match: /\bINSECURE_DOCUMENT_REQUEST\b/,
    meaning: { category: 'connection', kind: 'tls' },
    says: 'has a certificate that the browser does not trust',
    next: 'Check the certificate, or test the page by `http:`.',
  },
  {
    match: /\bPAGE_HUNG\b|\bPROTOCOL_TIMEOUT\b/,
    meaning: { category: 'timeout', kind: 'wait-timeout' },
    says: 'keeps the browser busy and never comes to rest',
    next: 'Look for a script of the page that never ends.',
  },
];
const STATUS = /the page answered (\d{3})|\(Status code: (\d{3})\)/;
const AWAITED = /waitForSelector: Timeout (\d{1,9})ms/;

/** Reads why a page could not be judged or measured; null leaves it to the common rules, which know the browser's own words. */
export function readPageError(failure: Failure, page: string): ToolReading | null {
  const text = failure.message.slice(0, 2000);
  const status = STATUS.exec(text);
  if (status !== null) return answered(page, Number(status[1] ?? status[2]), status[0]);
  const limit = AWAITED.exec(text);
  if (limit !== null) return neverCame(failure, page, limit);
  const refusal = REFUSALS.find(({ match }) => match.test(text));
  if (refusal === undefined) return null;
  return reading(page, refusal.meaning, refusal.says, refusal.next, refusal.match.exec(text)?.[0] ?? '');
}

function answered(page: string, status: number, evidence: string): ToolReading {
  const next =
    status >= 500
      ? 'Read the log of the service at that request: no page may end in a server error.'
      : `Correct \`urls\` of the suite, or what the service does for ${clip(page, 80)}.`;
  return reading(page, statusMeaning(status), `answers ${status}`, next, evidence);
}

function neverCame({ details }: Failure, page: string, [evidence, limit]: RegExpExecArray): ToolReading {
  const awaited = /waiting for (?:locator\('([^'\n]{1,160})'\)|selector [`"]([^`"\n]{1,160}))/.exec(
    details.slice(0, 4000),
  );
  const element = awaited?.[1] ?? awaited?.[2] ?? 'what `wait-for` names';
  const meaning = { category: 'timeout', kind: 'locator-timeout' } as const;
  return {
    verdict: toolVerdict('page', meaning, evidence),
    rootCause: clip(`${element} did not appear on ${page} within ${Number(limit) / 1000} s`),
    suggestion: `Open ${clip(page, 80)} by hand; correct \`wait-for\` of the suite when the element has another name now.`,
    causeKey: `page|awaited|${element}`,
  };
}

function reading(
  page: string,
  meaning: Refusal['meaning'],
  says: string,
  suggestion: string,
  evidence: string,
): ToolReading {
  return {
    verdict: toolVerdict('page', meaning, evidence),
    rootCause: clip(`${page} ${says}`),
    suggestion,
    causeKey: `page|${page.slice(0, 300)}|${says}`,
  };
}
