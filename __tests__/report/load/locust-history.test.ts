import { describe, expect, test } from '@jest/globals';
import { parseLoadHistory } from '../../../src/report/load/locust-history.js';

const HEAD =
  'Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%,Total Request Count,Total Failure Count';
const row = (second: number, name: string, requests: number, p95: string, counted = ','): string =>
  `${second},5,GET,${name},${requests.toFixed(6)},0.500000,3,4,5,6,7,${p95},9,9,9,9,9,${counted}`;

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

  test('takes its rates from what was counted, as the tool averages over more than a short run', () => {
    const counts = ['0,0', '23,9', '71,9', '7,2', '8,2'];
    const rows = counts.map((counted, at) => row(1000 + at + (at > 1 ? 1 : 0), 'Aggregated', 0, '9', counted));
    const rates = parseLoadHistory([HEAD, ...rows].join('\n')).map((point) => {
      return [point.second, point.requestsPerSecond, point.failuresPerSecond];
    });
    // Two seconds lie between the second point and the third; at the fourth the tool has begun to count anew.
    expect(rates).toEqual([
      [0, 0, 0.5],
      [1, 23, 9],
      [3, 24, 0],
      [4, 0, 0.5],
      [5, 1, 0],
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
});
