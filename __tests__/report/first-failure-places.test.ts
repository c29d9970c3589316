import { describe, expect } from '@jest/globals';
import { framesOf } from '../../src/locate/frames.js';
import { chooseFrames } from '../../src/locate/source-location.js';
import type { ReportCase } from '../../src/model/report.js';
import { corpusTest, corpusVerdicts, readFromCorpus } from './junit-corpus.js';

interface Place {
  readonly file: string;
  readonly line?: number;
}

const isBad = ({ status }: ReportCase): boolean => status === 'failed' || status === 'error';
const baseName = (file: string): string => file.slice(file.replaceAll('\\', '/').lastIndexOf('/') + 1);
const isPlace = (place: Place | undefined): place is Place => place !== undefined && place.file !== '';

/** Where a reader of the check could be sent to: the chosen frames of the trace, else the declared place. */
function placesOf(reported: ReportCase): readonly Place[] {
  const identity = { name: reported.name, classname: reported.classname, testId: '', file: reported.file };
  const texts = [`${reported.message}\n${reported.details}`, reported.output];
  const frames = texts.map(framesOf).find((found) => found.length > 0) ?? [];
  const { test, product } = chooseFrames(frames, identity);
  return [test, product, reported].filter((place) => place !== null).filter(isPlace);
}

const same = (one: Place, other: Place): boolean =>
  baseName(one.file) === baseName(other.file) && (other.line === undefined || one.line === other.line);

describe('the first failure of every report in the corpus', () => {
  corpusTest('has its place right in at least 95 of 100 reports', async () => {
    let known = 0;
    const wrong: string[] = [];
    for (const [file, { firstFailure }] of corpusVerdicts()) {
      const wanted = [firstFailure?.origin, firstFailure?.testFrame, firstFailure?.declaredAt].filter(isPlace);
      if (wanted.length === 0) continue;
      known += 1;
      const first = (await readFromCorpus(file)).cases.find(isBad);
      const places = first === undefined ? [] : placesOf(first);
      if (!wanted.some((place) => places.some((found) => same(found, place)))) wrong.push(file);
    }
    const share = 1 - wrong.length / known;
    if (share < 0.95) console.error(wrong.join('\n'));
    expect(known).toBeGreaterThan(150);
    expect(share).toBeGreaterThanOrEqual(0.95);
  });

  corpusTest('is declared where the report says, with lines that start at 1', async () => {
    const wrong: unknown[] = [];
    for (const [file, { firstFailure }] of corpusVerdicts()) {
      const wanted = firstFailure?.declaredAt;
      if (wanted === undefined) continue;
      const first = (await readFromCorpus(file)).cases.find(isBad);
      if (first === undefined || !same(first, wanted))
        wrong.push({ file, found: first?.file, line: first?.line, wanted });
    }
    expect(wrong).toEqual([]);
  });
});
