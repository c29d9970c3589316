import { describe, expect, test } from '@jest/globals';
import { parseSuites } from '../../src/settings/suites.js';
import { suiteSettings } from '../../src/settings/suites.js';

const DEFAULTS = { timeoutMs: 1, idleTimeoutMs: null, retries: 0, workingDirectory: '/w', detected: false };

function resolved(entry: unknown): unknown {
  const { suites, problems } = parseSuites({ q: entry }, 'suites');
  expect(problems).toEqual([]);
  return suites.map((suite) => suiteSettings(suite, DEFAULTS))[0];
}

const ACCEPTED = [
  {
    title: 'a Schemathesis suite in one line',
    entry: 'schemathesis openapi.yaml --max-examples 20',
    settings: { runner: 'schemathesis', path: 'openapi.yaml', spec: null, args: ['--max-examples', '20'], checks: [] },
  },
  {
    title: 'an axe suite',
    entry: { runner: 'axe', urls: '/, /checkout', tags: ['wcag2aa'], 'fail-on': 'critical', 'wait-for': 'main' },
    settings: { urls: ['/', '/checkout'], tags: ['wcag2aa'], failOn: 'critical', waitFor: 'main', sitemap: null },
  },
  {
    title: 'an axe suite of which nothing is said',
    entry: { runner: 'axe' },
    settings: { urls: [], tags: [], failOn: 'serious', install: false },
  },
  {
    title: 'a Lighthouse suite with thresholds in either spelling',
    entry: { runner: 'lighthouse', urls: ['/'], thresholds: { performance: '80', best_practices: 95 }, runs: 3 },
    settings: { thresholds: { performance: 80, 'best-practices': 95 }, device: 'mobile', runs: 3 },
  },
  {
    title: 'a Locust suite with units',
    entry: {
      runner: 'locust',
      file: 'load.py',
      users: '20',
      'spawn-rate': 5,
      'run-time': '2m',
      thresholds: { p95: '1.5s', p99: 2000, 'fail-ratio': '1%' },
    },
    settings: {
      file: 'load.py',
      users: 20,
      spawnRate: 5,
      runTimeMs: 120_000,
      thresholds: { p50Ms: null, p95Ms: 1500, p99Ms: 2000, failRatio: 0.01 },
    },
  },
  {
    title: 'a Locust suite of which nothing is said',
    entry: { runner: 'locust' },
    settings: { users: 10, runTimeMs: 30_000, thresholds: { p50Ms: null, p95Ms: null, p99Ms: null, failRatio: 0 } },
  },
] as const;

const REFUSED = [
  { title: 'an impact that is none', entry: { runner: 'axe', 'fail-on': 'serius' }, place: 'suites.q.fail-on' },
  {
    title: 'a score above 100',
    entry: { runner: 'lighthouse', thresholds: { seo: 101 } },
    place: 'suites.q.thresholds',
  },
  {
    title: 'a category that is none',
    entry: { runner: 'lighthouse', thresholds: { pwa: 1 } },
    place: 'suites.q.thresholds',
  },
  {
    title: 'a secret instead of its name',
    entry: { runner: 'schemathesis', auth: 'Bearer x' },
    place: 'suites.q.auth',
  },
  {
    title: 'a ratio above 1',
    entry: { runner: 'locust', thresholds: { 'fail-ratio': '2' } },
    place: 'suites.q.thresholds',
  },
  { title: 'a setting of another runner', entry: { runner: 'locust', urls: ['/'] }, place: 'suites.q.urls' },
] as const;

describe('settings of quality suites', () => {
  test.each(ACCEPTED)('$title is read', ({ entry, settings }) => {
    expect(resolved(entry)).toMatchObject(settings);
  });

  test.each(REFUSED)('$title is refused at its place', ({ entry, place }) => {
    const { problems } = parseSuites({ q: entry }, 'suites');
    expect(problems.map((problem) => problem.place).some((found) => found.startsWith(place))).toBe(true);
    expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
  });
});
