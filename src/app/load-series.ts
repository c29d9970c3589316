import { join } from 'node:path';
import type { EvidenceRun } from '../evidence/run-directory.js';
import type { LoadSeries } from '../model/load.js';
import type { RunReport } from '../model/run.js';
import { parseLoadHistory } from '../quality/load-history.js';
import type { Files } from '../ports.js';

const MOST_BYTES = 16 * 1024 * 1024;

/** The course of every suite whose last attempt left a history of Locust's kind, whatever runner started it. */
export async function loadSeries(report: RunReport, run: EvidenceRun, files: Files): Promise<readonly LoadSeries[]> {
  const series: LoadSeries[] = [];
  for (const { suite, attempts } of report.suites) {
    const directory = attempts.at(-1)?.directory;
    if (directory === undefined) continue;
    const [history] = await files.glob(['**/*_stats_history.csv'], join(run.directory, directory));
    if (history === undefined || (await files.sizeOf(history)) > MOST_BYTES) continue;
    const points = parseLoadHistory(await files.readText(history));
    if (points.length > 1) series.push({ suite: suite.name, points });
  }
  return series;
}
