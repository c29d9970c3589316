import type { Failure } from '../model/diagnosis.js';
import { readLimits, readLocust } from './locust-failure.js';
import { idParts, toolVerdict, type ToolReading } from './tool-reading.js';
import { clip } from './wording.js';

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
  if (head.includes(' is not in the report, limit ')) return untold(failure);
  // A threshold of k6 is named by its metric; the route is in what it says.
  return readLimits(failure, ROUTE.exec(head)?.[1] ?? name, SCRIPT);
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

function untold({ message }: Failure): ToolReading {
  return {
    verdict: toolVerdict('load', { category: 'unknown', kind: 'not-measured' }, message),
    rootCause: clip(message),
    suggestion: 'Let the tool report this percentile (k6: `summaryTrendStats`), or take its limit out of `thresholds`.',
    causeKey: `load|not-measured|${message.slice(0, 3)}`,
  };
}
