import type { Failure } from '../../model/diagnosis.js';
import { readLimits, readLocust } from './locust.js';
import { idParts, toolVerdict, type ToolReading } from './tool-reading.js';
import { clip } from '../wording/sentence.js';

const TOOLS: ReadonlySet<string> = new Set(['locust', 'k6', 'artillery', 'jmeter']);
const LIMITS: ReadonlySet<string> = new Set(['p50', 'p95', 'p99', 'fail-ratio']);
const ROUTE = /(?:^p\d{2} of|requests to|checks of) (.{1,300}?) (?:is \d|failed)/;
const SCRIPT = { script: 'the load script', course: '' };

/** Reads what a load tool's report says of a route, whichever runner found the report; null for all other failures. */
export function readLoadReport(failure: Failure): ToolReading | null {
  const [tool, name] = idParts(failure.testId);
  if (!TOOLS.has(tool)) return null;
  if (failure.type === 'threshold') return brokenThreshold(failure);
  if (tool === 'locust' && failure.type === 'exception') return readLocust(failure);
  if (!LIMITS.has(failure.type)) return null;
  const head = failure.message.slice(0, 1000);
  // A threshold of k6 is named by its metric; the route is in what it says.
  const route = ROUTE.exec(head)?.[1] ?? name;
  const reading = readLimits(failure, route, SCRIPT) ?? unreported(failure, head);
  const advice = reading?.verdict.kind === 'fail-ratio' ? adviceWithoutError(route, head) : null;
  return reading === null || advice === null ? reading : { ...reading, suggestion: advice };
}

function brokenThreshold({ message, testId }: Failure): ToolReading {
  return {
    verdict: toolVerdict('load', { category: 'assertion', kind: 'threshold' }, message),
    rootCause: clip(message),
    suggestion:
      'Compare the metric with an earlier run of the same load; when the service is not worse, correct the threshold.',
    causeKey: `load|threshold|${testId.slice(0, 300)}`,
  };
}

/** The report does not say why requests failed, and no single request can be sent to find out. */
function adviceWithoutError(route: string, message: string): string | null {
  if (message.includes(' checks of '))
    return `Send the request that ${clip(route, 100)} is about alone, and compare its answer with what the check asks.`;
  return route === 'all routes'
    ? 'Find the route that fails most among the tests of this suite, and send it one request alone.'
    : null;
}

function unreported({ message }: Failure, head: string): ToolReading | null {
  if (!head.includes(' is not in the report, limit ')) return null;
  return {
    verdict: toolVerdict('load', { category: 'unknown', kind: 'not-measured' }, message),
    rootCause: clip(message),
    suggestion: 'Let the tool report this percentile (k6: `summaryTrendStats`), or take its limit out of `thresholds`.',
    causeKey: `load|not-measured|${message.slice(0, 3)}`,
  };
}
