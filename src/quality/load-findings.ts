import type { Finding } from '../model/quality.js';
import type { TestCase } from '../model/run.js';
import type { RunnerName } from '../model/settings.js';

const LIMITS: ReadonlySet<string> = new Set(['p50', 'p95', 'p99', 'fail-ratio']);
const STATES: ReadonlySet<string> = new Set(['failed', 'error']);

/**
 * The limits that routes broke, out of load reports that a command left or that were there already; as the locust
 * runner's driver writes them, which reports its own.
 */
export function loadFindings(runner: RunnerName, tests: readonly TestCase[]): readonly Finding[] {
  return runner === 'command' || runner === 'junit' ? tests.flatMap(findingOf) : [];
}

function findingOf({ name, classname, attempts, properties }: TestCase): readonly Finding[] {
  const last = attempts.at(-1);
  const isLoad = properties['fail-ratio'] !== undefined || properties['p95-ms'] !== undefined;
  if (last === undefined || !isLoad || !STATES.has(last.status) || !LIMITS.has(last.type)) return [];
  const numbers = Object.entries(properties).flatMap(([key, value]) =>
    key === 'route' ? [] : [[key, Number(value)] as const],
  );
  return [
    {
      tool: classname,
      severity: last.type === 'fail-ratio' ? 'high' : 'medium',
      code: last.type,
      message: last.message,
      ...{ file: null, line: null, column: null, selector: null },
      route: properties['route'] ?? name,
      evidence_refs: [],
      tags: ['load'],
      metadata: Object.fromEntries(numbers),
    },
  ];
}
