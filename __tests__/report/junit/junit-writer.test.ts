import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseStringPromise } from 'xml2js';
import type { FinalState } from '../../../src/model/run.js';
import { renderJunit } from '../../../src/report/junit/junit-writer.js';
import { readableText } from '../../../src/text/bounded-text.js';
import { readReport } from '../../../src/report/read-report.js';
import { anyTest, attemptOf, runOf, stateOf, suiteOf, testOf } from '../a-run.js';
import { chunksOf } from '../chunks.js';
import { writtenText } from '../../fakes/written-text.js';

/** Attributes and children that the schemas of Jenkins (xunit plugin, junit-10.xsd) and surefire (3.0.2) both allow, children in surefire's order. */
const SCHEMA: Readonly<
  Record<string, { readonly attributes: readonly string[]; readonly children: readonly string[] }>
> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    attributes: ['name', 'time', 'timestamp', 'tests', 'errors', 'skipped', 'failures'],
    children: ['properties', 'testcase'],
  },
  properties: { attributes: [], children: ['property'] },
  property: { attributes: ['name', 'value'], children: [] },
  testcase: {
    attributes: ['name', 'classname', 'time'],
    children: ['failure', 'rerunFailure', 'flakyFailure', 'skipped', 'error', 'rerunError', 'flakyError', 'system-out'],
  },
  failure: { attributes: ['message', 'type'], children: [] },
  error: { attributes: ['message', 'type'], children: [] },
  skipped: { attributes: ['message'], children: [] },
  ...Object.fromEntries(
    ['rerunFailure', 'flakyFailure', 'rerunError', 'flakyError'].map((name) => [
      name,
      { attributes: ['message', 'type'], children: ['stackTrace', 'system-out'] },
    ]),
  ),
  stackTrace: { attributes: [], children: [] },
  'system-out': { attributes: [], children: [] },
};
const ONCE = new Set(['properties', 'failure', 'skipped', 'error', 'system-out', 'stackTrace']);
const TIME = /^\d+\.\d{3}$/;

interface Node {
  readonly '#name': string;
  readonly $?: Readonly<Record<string, string>>;
  readonly $$?: readonly Node[];
}

function breaches(node: Node): readonly string[] {
  const name = node['#name'];
  const rule = SCHEMA[name];
  if (rule === undefined) return [`<${name}> is in no schema`];
  const attributes = Object.keys(node.$ ?? {}).filter((attribute) => !rule.attributes.includes(attribute));
  const time = node.$?.['time'];
  const children = (node.$$ ?? []).filter((child) => child['#name'] !== '__text__');
  const places = children.map((child) => rule.children.indexOf(child['#name']));
  const doubled = children.filter(
    (child, index) => ONCE.has(child['#name']) && children[index - 1]?.['#name'] === child['#name'],
  );
  return [
    ...attributes.map((attribute) => `<${name}> has ${attribute}`),
    ...(time === undefined || TIME.test(time) ? [] : [`<${name}> takes ${time}`]),
    ...(places.every((place, index) => place >= (places[index - 1] ?? 0))
      ? []
      : [`<${name}> has children out of order`]),
    ...doubled.map((child) => `<${name}> has two ${child['#name']}`),
    ...children.flatMap(breaches),
  ];
}

async function schemaBreaches(xml: string): Promise<readonly string[]> {
  const options = { explicitChildren: true, preserveChildrenOrder: true, explicitRoot: false };
  return breaches((await parseStringPromise(xml, options)) as Node);
}

const STATUS: Partial<Record<FinalState, string>> = {
  passed: 'passed',
  flaky: 'passed',
  failed: 'failed',
  error: 'error',
  timeout: 'error',
  crashed: 'error',
  'not-run': 'error',
};

const junitOf = (...run: Parameters<typeof renderJunit>): string => writtenText(renderJunit(...run));

describe('the merged junit.xml', () => {
  test('keeps to the schemas of Jenkins and surefire, whatever the tests print', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTest, { maxLength: 5 }), async (tests) => {
        expect(await schemaBreaches(junitOf(runOf([suiteOf(tests, 'failed')]), stateOf))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('is read back with the same names, states and tries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTest, { maxLength: 5 }), async (tests) => {
        const xml = junitOf(runOf([suiteOf(tests, 'passed')]), stateOf);
        const { cases, problems } = await readReport(chunksOf(xml), { name: 'junit.xml', place: '' });
        expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
        expect(cases.map(({ name, classname, status }) => ({ name, classname, status }))).toEqual(
          tests.map((one) => ({
            name: readableText(one.name),
            classname: readableText(one.classname),
            status: STATUS[stateOf(one)] ?? 'skipped',
          })),
        );
        expect(cases.filter(({ status, tries }) => status === 'passed' && tries.length > 0)).toHaveLength(
          tests.filter((one) => stateOf(one) === 'flaky').length,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('gives a red suite without a failed test an error of its own', async () => {
    const timeout = {
      severity: 'error',
      place: 'e2e',
      message: 'e2e timed out after 5m 00s',
      remedy: 'Raise it.',
      forces: 'timeout',
    } as const;
    const passed = testOf('adds', [attemptOf('passed')]);
    const xml = junitOf(
      runOf([suiteOf([passed], 'timeout', { problems: [timeout] }), suiteOf([], 'no-tests')]),
      stateOf,
    );
    const { cases } = await readReport(chunksOf(xml), { name: 'junit.xml', place: '' });
    expect(cases.map(({ name, status, message }) => [name, status, message])).toEqual([
      ['adds', 'passed', ''],
      ['unit as a whole', 'error', 'e2e timed out after 5m 00s'],
      ['unit as a whole', 'error', 'the suite ended as no-tests'],
    ]);
    expect(await schemaBreaches(xml)).toEqual([]);
  });

  test('shows the last failure as the verdict and the ones before as reruns', async () => {
    const attempts = [
      attemptOf('error', { message: 'refused' }),
      attemptOf('failed', { message: 'expected 2', details: 'trace' }),
    ] as const;
    const xml = junitOf(
      runOf([suiteOf([testOf('counts', attempts, { attachments: ['artifacts/unit/shot 1.png'] })], 'failed')]),
      stateOf,
    );
    const { cases } = await readReport(chunksOf(xml), { name: 'junit.xml', place: '' });
    expect(cases).toMatchObject([
      {
        status: 'failed',
        message: 'expected 2',
        details: 'trace',
        durationMs: 25,
        tries: [{ status: 'error', message: 'refused' }],
        attachments: ['artifacts/unit/shot 1.png'],
      },
    ]);
  });
});
