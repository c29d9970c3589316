import { describe, expect } from '@jest/globals';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.js';
import { createPlaceResolver } from '../../src/locate/place-resolver.js';
import type { PlaceContext, ReportCase } from '../../src/model/report.js';
import { corpusTest, corpusVerdicts, readFromCorpus } from './junit-corpus.js';

interface Place {
  readonly file: string;
  readonly line?: number;
}

interface PackageReport {
  readonly file: string;
  readonly folder: string;
  readonly places: readonly Place[];
  readonly first: ReportCase;
}

const isBad = ({ status }: ReportCase): boolean => status === 'failed' || status === 'error';

/** The path below the root of its checkout: as it is when relative, without the machine's folders when absolute. */
function inPackage(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/^file:\/\//, '');
  const checkout = /^(?:\/home\/runner\/work\/[^/]+|\/app|\/__w\/[^/]+\/[^/]+)\//.exec(path)?.[0];
  if (checkout !== undefined) return path.slice(checkout.length);
  return /^(?:\/|[A-Za-z]:)/.test(path) ? path.split('/').slice(-3).join('/') : path.replace(/^(?:\.\.?\/)+/, '');
}

const locationOf = (file: string): string => {
  const path = inPackage(file);
  return path.endsWith('.java') ? `src/test/java/${path}` : path;
};

async function packageReports(): Promise<readonly PackageReport[]> {
  const reports: PackageReport[] = [];
  for (const [file, { firstFailure }] of corpusVerdicts()) {
    const reported = [firstFailure?.origin, firstFailure?.testFrame, firstFailure?.declaredAt];
    const places = reported.filter((place): place is Place => place !== undefined && place.file !== '');
    const first = (await readFromCorpus(file)).cases.find(isBad);
    if (places.length === 0 || first === undefined) continue;
    reports.push({ file, folder: `packages/${file.replace(/\.\w+$/, '').replaceAll(/[^\w/-]/g, '_')}`, places, first });
  }
  return reports;
}

describe('reports of many packages in one repository', () => {
  corpusTest.each([
    ['beside the sources', (folder: string) => folder],
    ['in an output folder', (folder: string) => `${folder}/build/test-results/test`],
  ])('that stand %s have their places right in at least 95 of 100, and no wrong file', async (_, reportFolder) => {
    const reports = await packageReports();
    const files = reports.flatMap(({ folder, places }) => places.map(({ file }) => `${folder}/${locationOf(file)}`));
    const resolvePath = createPlaceResolver([...new Set(files)], ['/checkout']);
    const wrong: unknown[] = [];
    const missing: unknown[] = [];
    for (const { file, folder, places, first } of reports) {
      const context: PlaceContext = {
        workingDirectory: '',
        reportFolder: reportFolder(folder),
        packages: [first.classname, first.suite],
        near: '',
      };
      const declared = first.file === '' ? null : resolvePath(first.file, context).file;
      const failure = {
        ...{ key: file, suite: 's', runner: 'junit', testId: first.name, name: first.name, classname: first.classname },
        ...{ file: declared ?? '', line: first.line, message: first.message, type: first.type },
        ...{ details: first.details, output: first.output, passedOnRetry: false, timedOut: false },
      };
      const diagnosis = diagnoseFailure({ ...failure, context: { ...context, near: declared ?? '' } }, { resolvePath });
      const wanted = places.map((place) => `${folder}/${locationOf(place.file)}`);
      const found = diagnosis.place ?? (declared === null ? null : { file: declared });
      if (found === null) missing.push({ file, wanted, why: diagnosis.unlocated });
      else if (!found.file.startsWith(`${folder}/`)) wrong.push({ file, found, wanted });
    }
    expect(wrong).toEqual([]);
    expect(reports.length).toBeGreaterThan(150);
    expect(missing.length / reports.length).toBeLessThanOrEqual(0.05);
  });
});
