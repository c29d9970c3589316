import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadSeries } from '../../../src/app/evaluate/load-series.js';
import type { EvidenceDirectory } from '../../../src/evidence/run-directory.js';
import type { RunReport } from '../../../src/model/run.js';
import { memoryFiles } from '../../fakes/memory-files.js';
import { LOAD } from '../../report/load-fixtures.js';

const RUN = { directory: '/run' } as EvidenceDirectory;

interface Suite {
  readonly runner: string;
  /** Null: nothing was run, reports were only read. */
  readonly directory: string | null;
  /** What its tests have numbers of. */
  readonly properties: Readonly<Record<string, string>>;
}

async function seriesOf({ runner, directory, properties }: Suite, files: Readonly<Record<string, string>>) {
  const suite = {
    suite: { name: 'load', runner },
    attempts: directory === null ? [] : [{ directory }],
    tests: [{ properties }],
  };
  return loadSeries({ suites: [suite] } as unknown as RunReport, RUN, memoryFiles(files));
}

const fixture = (file: string): string => readFileSync(join(LOAD, file), 'utf8');
const MEASURED = { 'fail-ratio': '0' };
const FOLDER = '/run/artifacts/load/attempt-1';

describe('the course of load suites', () => {
  test.each([
    ['locust', "Locust's history", 'locust-2.47.0/loc_stats_history.csv', 'locust_stats_history.csv'],
    ['command', "Locust's history", 'locust-2.47.0/loc_stats_history.csv', 'reports/a_stats_history.csv'],
    ['command', "k6's samples as CSV", 'k6-1.8.1-csv/k6.csv', 'reports/samples.csv'],
    ['command', "k6's samples as JSON", 'k6-1.8.1-json-lines/k6.json', 'reports/samples.json'],
    ['command', "JMeter's samples", 'jmeter-5.6.3/results.jtl', 'reports/out-results.jtl'],
  ])('of %s comes from %s', async (runner, _what, file, path) => {
    const suite = { runner, directory: 'artifacts/load/attempt-1', properties: MEASURED };
    const [series, ...others] = await seriesOf(suite, {
      [`${FOLDER}/${path}`]: fixture(file),
      [`${FOLDER}/a.json`]: '{}',
    });
    expect(others).toEqual([]);
    expect(series).toMatchObject({ suite: 'load' });
    expect(series?.points.length).toBeGreaterThan(1);
  });

  test('is found where reports were only read', async () => {
    const suite = { runner: 'junit', directory: null, properties: MEASURED };
    const found = await seriesOf(suite, { [`${FOLDER}/reports/results.jtl`]: fixture('jmeter-5.6.3/results.jtl') });
    expect(found).toHaveLength(1);
  });

  test('is not made up: no samples, no tests of load, no folder', async () => {
    const suite = { runner: 'command', directory: 'artifacts/load/attempt-1', properties: MEASURED };
    const summary = { [`${FOLDER}/reports/summary.json`]: fixture('k6-1.8.1-summary-export/summary.json') };
    expect(await seriesOf(suite, summary)).toEqual([]);
    const samples = { [`${FOLDER}/reports/samples.csv`]: fixture('k6-1.8.1-csv/k6.csv') };
    expect(await seriesOf({ ...suite, properties: {} }, samples)).toEqual([]);
    expect(await seriesOf(suite, {})).toEqual([]);
  });
});
