import { describe, expect } from '@jest/globals';
import type { ParsedReport } from '../../src/model/report.js';
import { totalsOfReport } from '../../src/report/report-totals.js';
import { type CorpusVerdict, corpusTest, corpusVerdicts, readFromCorpus } from './junit-corpus.js';

// Where we differ from the plain count of elements, with the reason:
// - pytest names one test several times (call and teardown, attempts): we merge to the worst, as `mergedWorstOf` does.
// - A report that declares more tests than it lists is inconsistent: what is missing cannot be judged. The corpus counts
//   what is listed; it holds reports that were shortened by hand.
// - TRX, NUnit and xUnit.net are no JUnit and marked `reject`; we read them as what they are.

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error';

const pick = (counts: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(counts).filter(([key]) => keys.includes(key)));

function countsAgree(report: ParsedReport, { verdict, mergedWorstOf }: CorpusVerdict): boolean {
  const totals = totalsOfReport(report);
  const agrees = (counts: object | undefined): boolean =>
    counts !== undefined &&
    JSON.stringify(sorted(pick(totals, Object.keys(counts)))) === JSON.stringify(sorted(counts));
  return agrees(verdict) || agrees(mergedWorstOf);
}

const sorted = (counts: object): object =>
  Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b)));

const firstFailureOf = ({ cases }: ParsedReport): object | null => {
  const first = cases.find(({ status }) => status === 'failed' || status === 'error');
  if (first === undefined) return null;
  const { suite, classname, name, status } = first;
  return { suite: suite.split(' > ')[0], classname, name, kind: status };
};

function wantedFailure({ firstFailure }: CorpusVerdict): object | null {
  if (firstFailure === undefined) return null;
  const { suite = '', classname, name, kind } = firstFailure;
  return { suite, classname, name, kind };
}

/** Reads every file that is JUnit and lists those of which `check` has something to say. */
async function complaints(
  check: (report: ParsedReport, verdict: CorpusVerdict) => unknown,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const [file, verdict] of corpusVerdicts()) {
    if (verdict.reject !== undefined) continue;
    const complaint = check(await readFromCorpus(file), verdict);
    if (complaint !== null) found.push({ file, complaint });
  }
  return found;
}

const differs = (found: unknown, wanted: unknown): unknown =>
  JSON.stringify(found) === JSON.stringify(wanted) ? null : { found, wanted };

describe('the corpus of real reports', () => {
  corpusTest('is counted case by case as its verdicts say', async () => {
    const wrong = await complaints((report, verdict) =>
      countsAgree(report, verdict) ? null : { found: totalsOfReport(report), wanted: verdict.verdict },
    );
    expect(wrong).toEqual([]);
  });

  corpusTest('is green, red, empty or inconsistent as its verdicts say', async () => {
    const wrong = await complaints((report, { outcome, declaredMismatch }) => {
      const found = totalsOfReport(report).outcome.replace('-', '');
      const isShortened =
        found === 'inconsistent' && outcome === 'green' && declaredMismatch?.includes('tests') === true;
      return isShortened ? null : differs(found, outcome);
    });
    expect(wrong).toEqual([]);
  });

  corpusTest('has an error for everything that was cut off', async () => {
    const wrong = await complaints(({ problems }, { truncated }) =>
      differs(
        problems.some(({ message }) => / of at least /.test(message)),
        truncated ?? false,
      ),
    );
    expect(wrong).toEqual([]);
  });

  corpusTest('shows the same first failure', async () => {
    const wrong = await complaints((report, verdict) => differs(firstFailureOf(report), wantedFailure(verdict)));
    expect(wrong).toEqual([]);
  });

  corpusTest('declares the same totals', async () => {
    const wrong = await complaints(({ declared }, { declared: wanted = {} }) => {
      const known = pick(wanted, Object.keys(declared));
      return differs(sorted(pick(declared, Object.keys(known))), sorted(known));
    });
    expect(wrong).toEqual([]);
  });

  corpusTest('takes the same time and has the same attachments', async () => {
    const wrong = await complaints(({ cases }, { extra }) => {
      const round = (seconds: number): number => Number(seconds.toPrecision(4));
      // The corpus has null for what is no time and for `1,234`, which may be read either way.
      const times = extra?.times?.map((time) => (time === null ? null : round(time)));
      const found = cases.map(({ durationMs }, at) =>
        durationMs === null || extra?.times?.[at] === null ? null : round(durationMs / 1_000),
      );
      const files = cases.flatMap(({ attachments }) => attachments);
      return differs([times && found, extra?.attachments && files], [times, extra?.attachments]);
    });
    expect(wrong).toEqual([]);
  });

  corpusTest('names what is no report of tests', async () => {
    const rejected = corpusVerdicts().filter(([, { reject }]) => reject !== undefined);
    for (const [file] of rejected) {
      const { format, problems } = await readFromCorpus(file);
      expect([file, problems.some(isError) || ['trx', 'nunit3'].includes(format)]).toEqual([file, true]);
    }
    expect(rejected.length).toBeGreaterThan(10);
  });
});
