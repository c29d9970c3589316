import { join } from 'node:path';
import type { EvidenceDirectory } from '../../evidence/run-directory.js';
import { attemptDirectory } from '../../execution/attempt/attempt-files.js';
import type { LoadPoint, LoadSeries } from '../../model/load.js';
import type { RunReport, SuiteReport } from '../../model/run.js';
import { LoadTimeSeries } from '../../report/load/time-series.js';
import { parseLoadHistory } from '../../report/load/locust-history.js';
import { readSampleLog } from '../../report/load/sample-log.js';
import type { Files } from '../../ports.js';

const MOST_BYTES = 16 * 1024 * 1024;
/** A log of samples is read in pieces; beyond this a drawing is not worth the time. */
const MOST_LOG_BYTES = 128 * 1024 * 1024;
const MOST_LOGS = 20;
const LOGS = ['**/*.{jtl,csv,json,jsonl,ndjson}', '**/*.{jtl,csv,json,jsonl,ndjson}.gz'];

/**
 * The time series of every suite whose last attempt left a history of Locust's kind or a log of samples of k6 or JMeter,
 * whatever runner started it or found its reports.
 */
export async function loadSeries(
  report: RunReport,
  run: EvidenceDirectory,
  files: Files,
): Promise<readonly LoadSeries[]> {
  const series: LoadSeries[] = [];
  for (const suite of report.suites) {
    const { name } = suite.suite;
    const directory = join(run.directory, suite.attempts.at(-1)?.directory ?? attemptDirectory(name, 1));
    const points = (await files.isDirectory(directory)) ? await courseIn(suite, directory, files) : [];
    if (points.length > 1) series.push({ suite: name, points });
  }
  return series;
}

async function courseIn(suite: SuiteReport, directory: string, files: Files): Promise<readonly LoadPoint[]> {
  const [history] = await files.glob(['**/*_stats_history.csv'], directory);
  if (history !== undefined && (await files.sizeOf(history)) <= MOST_BYTES)
    return parseLoadHistory(await files.readText(history));
  return hasLoad(suite) ? courseOfLogs(directory, files) : [];
}

/** Only a load tool's report gives a test these numbers; other suites' files are not looked through. */
function hasLoad({ suite, tests }: SuiteReport): boolean {
  if (suite.runner !== 'command' && suite.runner !== 'junit') return false;
  return tests.some(({ properties }) => properties['fail-ratio'] !== undefined);
}

async function courseOfLogs(directory: string, files: Files): Promise<readonly LoadPoint[]> {
  for (const path of (await files.glob(LOGS, directory)).slice(0, MOST_LOGS)) {
    if ((await files.sizeOf(path)) > MOST_LOG_BYTES) continue;
    const series = new LoadTimeSeries();
    if (await readSampleLog(files.readChunks(path), MOST_LOG_BYTES, (moment) => series.add(moment)))
      return series.points();
  }
  return [];
}
