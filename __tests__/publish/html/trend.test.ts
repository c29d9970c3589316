import { describe, expect, test } from '@jest/globals';
import type { TrendPoint } from '../../../src/model/run.js';
import { trendHtml } from '../../../src/publish/html/measured/trend.js';

const point = (number: number, passed: number, failed: number, change: Partial<TrendPoint> = {}): TrendPoint => ({
  ...{ run: { number, url: `https://github.com/acme/petstore/actions/runs/${number}` }, passed, failed },
  ...{ isComplete: true, durationMs: 60_000 },
  ...change,
});
const baselineOf = (trend: readonly TrendPoint[]) => ({
  ...{ run: { number: 9, url: null }, newKeys: new Set<string>(), knownSince: new Map(), fixed: [] },
  ...{ flakiness: new Map(), trend },
});
const chart = (trend: readonly TrendPoint[], pastNote = ''): string =>
  trendHtml({ baseline: baselineOf(trend), pastNote });
const labels = (html: string): readonly string[] =>
  [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, text = '']) => text);
const lines = (html: string): readonly string[] =>
  [...html.matchAll(/points="([^"]*)"/g)].map(([, places = '']) => places);

describe('the trend', () => {
  test('draws pass rate and duration of the last runs, and says both in words', () => {
    const html = chart([point(1, 90, 10), point(2, 95, 5, { durationMs: 120_000 }), point(3, 99, 1)]);
    expect(labels(html).slice(0, 2)).toEqual([
      'Pass rate: 99.0 % in this run, at least 90.0 % over 3 runs',
      'Duration: 1m 00s in this run, at most 2m 00s over 3 runs',
    ]);
    expect(lines(html)).toEqual(['0.0,120.0 360.0,64.0 720.0,19.2', '0.0,64.0 360.0,8.0 720.0,64.0']);
    expect(html).toContain('99.0 % (scale from 90 %)');
  });

  test('shows numbers in a table whose rows link to their runs, the newest first', () => {
    const html = chart([point(1, 90, 10), point(2, 100, 0)]);
    const cells = [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell);
    expect(cells).toEqual([
      ...['this run', '100 %', '100', '0', '1m 00s'],
      ...['<a href="https://github.com/acme/petstore/actions/runs/1">run 1</a>', '90.0 %', '90', '10', '1m 00s'],
    ]);
  });

  test('has a gap where a suite broke off, and never rounds up to 100 %', () => {
    const html = chart([point(1, 9, 0), point(2, 4, 0, { isComplete: false }), point(3, 99_999, 1)]);
    expect(lines(html).slice(0, 2)).toEqual(['0.0,8.0 0.0,8.0', '720.0,8.0 720.0,8.0']);
    expect(html).toContain('unknown');
    expect(labels(html)[0]).toBe('Pass rate: 99.9 % in this run, at least 99.9 % over 3 runs');
  });

  test('says unknown where no run has a rate', () => {
    const none = { isComplete: false };
    const html = chart([point(1, 0, 0, none), point(2, 0, 0, none)]);
    expect(labels(html)[0]).toBe('Pass rate: unknown in this run, unknown over 2 runs');
  });

  test.each([
    ['a first run', null, 'There is no history of main yet, so new failures cannot be told from known ones.'],
    ['a broken history', null, 'The history of main could not be read, so it is unknown which failures are new.'],
    ['a newer history that is broken', [point(1, 1, 0), point(2, 1, 0)], 'Compared with run 1: a newer one is broken.'],
  ])('says why it is missing or old: %s', (_what, trend, pastNote) => {
    const html = trendHtml({ baseline: trend === null ? null : baselineOf(trend), pastNote });
    expect(html).toContain(`<p class="muted">${pastNote}</p>`);
    expect(html.includes('<svg')).toBe(trend !== null);
  });

  test('says that earlier runs have not recorded theirs', () => {
    expect(chart([point(2, 1, 0)])).toMatch(/no recorded results of earlier runs/);
  });

  test('is not there where nothing could be asked', () => {
    expect(trendHtml({ baseline: null, pastNote: '' })).toBe('');
  });
});
