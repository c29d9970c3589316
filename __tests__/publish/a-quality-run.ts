import type { Finding } from '../../src/model/quality.js';
import type { SuiteRun, TestCase } from '../../src/model/run.js';
import type { SuiteSettings } from '../../src/model/settings.js';
import { attempt, suiteRun, testCase } from './build.js';

/** A field without a label, as axe reports it. */
export const finding = (change: Partial<Finding> = {}): Finding => ({
  tool: 'axe',
  severity: 'high',
  code: 'label',
  message: 'Form elements must have labels: #amount on /gift-card',
  file: null,
  line: null,
  column: null,
  selector: '#amount',
  route: '/gift-card',
  evidence_refs: ['artifacts/a11y/attempt-1/screenshots/1.png'],
  tags: [],
  metadata: { help_url: 'https://dequeuniversity.com/rules/axe/4.11/label', html: '<input id="amount">' },
  ...change,
});

/** A suite of a quality tool. */
export const ofRunner = (name: string, runner: 'lighthouse' | 'locust', tests: readonly TestCase[]): SuiteRun => {
  const suite = suiteRun(name, tests);
  return { ...suite, suite: { ...suite.suite, runner } as SuiteSettings };
};

/** What a page scored in a category. */
export const scored = (name: string, score: string, status: 'passed' | 'failed') =>
  testCase(`/gallery › ${name}`, {
    ...{ suite: 'speed', name, classname: '/gallery', attempts: [attempt(status)] },
    properties: { score, limit: '75' },
  });

const point = { users: 4, requestsPerSecond: 17.84, failuresPerSecond: 0, p50: 3 };
/** Two points of a load's course, ten seconds apart. */
export const LOAD = [
  { ...point, second: 0, p95: 40 },
  { ...point, second: 10, p95: 80 },
];
const NUMBERS = { requests: '1200', failures: '3', rps: '6.44', 'p50-ms': '2.0', 'p95-ms': '600', 'p99-ms': 'x' };
/** A route under load that was too slow. */
export const loaded = testCase('locust › GET /sales', {
  name: 'GET /sales',
  properties: NUMBERS,
  attempts: [attempt('failed')],
});
