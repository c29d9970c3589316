import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { renderCtrf } from '../../src/publish/ctrf.js';
import { attempt, publishContext, runReport, suiteRun, testCase, NOT_DIAGNOSED } from './build.js';
import { GOLDEN_CASES } from './golden-cases.js';
import { writtenText } from '../fakes/written-text.js';

interface CtrfDocument {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>;
    readonly tests: readonly Readonly<Record<string, unknown>>[];
    readonly extra?: { readonly tracesLeftOut: number };
  };
}

const schemaFile = fileURLToPath(new URL('./ctrf-schema-0.0.json', import.meta.resolve('ctrf')));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

const ctrfOf = (...run: Parameters<typeof renderCtrf>): string => writtenText(renderCtrf(...run));

describe('ctrf.json', () => {
  for (const [name, build] of Object.entries(GOLDEN_CASES)) {
    test(`keeps to the published schema: ${name}`, () => {
      const { report, diagnosis, context } = build();
      const document = JSON.parse(ctrfOf(report, diagnosis, context)) as CtrfDocument;
      validate(document);
      expect(validate.errors).toBeNull();
      const { tests, passed, failed, skipped, pending, other } = document.results.summary;
      expect(tests).toBe(report.totals.total);
      expect([passed, failed, skipped, pending, other].reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(
        tests,
      );
    });
  }

  test('is refused by the schema when a status is not one of its own', () => {
    const { report, diagnosis, context } = (GOLDEN_CASES['one-failure'] ?? missing)();
    expect(validate(JSON.parse(ctrfOf(report, diagnosis, context).replace('"failed"', '"broken"')))).toBe(false);
  });

  test('reports a flaky test with what its earlier attempts said', () => {
    const { report, diagnosis, context } = (GOLDEN_CASES['flaky-only'] ?? missing)();
    const document = JSON.parse(ctrfOf(report, diagnosis, context)) as CtrfDocument;
    const flaky = document.results.tests.filter((entry) => entry['flaky'] === true);
    expect(flaky).toHaveLength(1);
    expect(flaky[0]).toMatchObject({
      status: 'passed',
      retries: 2,
      retryAttempts: [{ attempt: 1, message: 'assert 23 == 0' }, { attempt: 2 }],
    });
  });

  test('says how many traces it had no room for', () => {
    const trace = 'x'.repeat(30_000);
    const tests = Array.from({ length: 3000 }, (_, n) =>
      testCase(`a::${n}`, { attempts: [attempt('failed', { details: trace })] }),
    );
    const document = JSON.parse(
      ctrfOf(runReport([suiteRun('unit', tests)]), NOT_DIAGNOSED, publishContext()),
    ) as CtrfDocument;
    expect(document.results.extra?.tracesLeftOut).toBeGreaterThan(0);
    expect(document.results.tests).toHaveLength(3000);
  });
});

function missing(): never {
  throw new Error('no such case');
}
