import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { framesOf } from '../../src/locate/frames.js';
import { chooseFrames } from '../../src/locate/source-location.js';
import type { ReportCase } from '../../src/model/report.js';
import { readReport } from '../../src/report/read-report.js';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/junit');

interface Place {
  readonly file: string;
  readonly line?: number;
}

interface Expected {
  readonly firstFailure?: { readonly origin?: Place; readonly testFrame?: Place; readonly declaredAt?: Place };
}

const isBad = ({ status }: ReportCase): boolean => status === 'failed' || status === 'error';
const baseName = (file: string): string => file.slice(file.replaceAll('\\', '/').lastIndexOf('/') + 1);

/** Places a reader of the check could be sent to for this case: the chosen frames, else the declared place. */
function placesOf(reported: ReportCase): readonly Place[] {
  const identity = { name: reported.name, classname: reported.classname, testId: '', file: reported.file };
  const texts = [`${reported.message}\n${reported.details}`, reported.output];
  const frames = texts.map(framesOf).find((found) => found.length > 0) ?? [];
  const { test, product } = chooseFrames(frames, identity);
  return [test, product, reported].filter((place) => place !== null && place.file !== '') as readonly Place[];
}

const same = (one: Place, other: Place | undefined): boolean =>
  other !== undefined &&
  baseName(one.file) === baseName(other.file) &&
  (other.line === undefined || one.line === other.line);

describe('the first failure of every report in the corpus', () => {
  test('has its place right in at least 95 of 100 reports', async () => {
    if (!existsSync(CORPUS)) {
      console.warn(`skipped: no corpus at ${CORPUS}`);
      return;
    }
    const corpus = JSON.parse(readFileSync(join(CORPUS, 'expected.json'), 'utf8')) as Record<string, Expected>;
    let known = 0;
    const wrong: string[] = [];
    for (const [file, { firstFailure }] of Object.entries(corpus)) {
      const wanted = [firstFailure?.origin, firstFailure?.testFrame, firstFailure?.declaredAt].filter(
        (place) => place !== undefined,
      );
      if (wanted.length === 0) continue;
      known += 1;
      const report = await readReport(createReadStream(join(CORPUS, file)), { name: file, place: file });
      const first = report.cases.find(isBad);
      const places = first === undefined ? [] : placesOf(first);
      const right = wanted.some((place) => places.some((found) => same(found, place)));
      if (!right) wrong.push(`${file}: ${JSON.stringify(places)}, not ${JSON.stringify(wanted)}`);
    }
    const share = 1 - wrong.length / known;
    if (share < 0.95) console.error(wrong.join('\n'));
    expect(share).toBeGreaterThanOrEqual(0.95);
  }, 120_000);
});
