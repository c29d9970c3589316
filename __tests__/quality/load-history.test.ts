import { describe, expect, test } from '@jest/globals';
import { parseLoadHistory } from '../../src/quality/load-history.js';
import { loadHtml } from '../../src/publish/html-load.js';

const HEAD =
  'Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%,Total Request Count';
const row = (second: number, name: string, requests: number, p95: string): string =>
  `${second},5,GET,${name},${requests.toFixed(6)},0.500000,3,4,5,6,7,${p95},9,9,9,9,9,100`;

describe('the course of a load run', () => {
  test('is the rows over all routes, counted from the first', () => {
    const csv = [
      HEAD,
      row(1000, 'Aggregated', 0, 'N/A'),
      row(1001, '"/a,b"', 9, '8'),
      row(1002, 'Aggregated', 12.5, '80'),
      '1003,5,',
    ].join('\r\n');
    expect(parseLoadHistory(csv)).toEqual([
      { second: 0, users: 5, requestsPerSecond: 0, failuresPerSecond: 0.5, p50: 3, p95: null },
      { second: 2, users: 5, requestsPerSecond: 12.5, failuresPerSecond: 0.5, p50: 3, p95: 80 },
    ]);
  });

  test('of a very long run is thinned out', () => {
    const rows = Array.from({ length: 9000 }, (_, at) => row(1000 + at, 'Aggregated', at, '1'));
    expect(parseLoadHistory([HEAD, ...rows].join('\n'))).toHaveLength(1800);
  });

  test('of anything else is empty', () => {
    expect(parseLoadHistory('')).toEqual([]);
    expect(parseLoadHistory('<html>\n1,2,3')).toEqual([]);
  });

  test('is drawn as curves whose names say the most of each quantity', () => {
    const points = parseLoadHistory(
      [HEAD, row(1000, 'Aggregated', 4, '40'), row(1010, 'Aggregated', 8, '80')].join('\n'),
    );
    const html = loadHtml([{ suite: '<load>', points }]);
    expect(html).toContain('&lt;load&gt;');
    expect(html).toContain('aria-label="Slowest 5 %: at most 80 ms in 10 s"');
    expect(html).toContain('points="0.0,64.0 720.0,8.0"');
    expect(loadHtml([])).toBe('');
  });
});
