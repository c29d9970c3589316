import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseStatus, ParsedReport } from '../../src/model/report.js';
import { readableText } from '../../src/text/bounded-text.js';
import { readReport } from '../../src/report/read-report.js';
import { totalsOfReport } from '../../src/report/report-totals.js';
import { xmlText } from '../../src/report/xml/writer.js';
import { anyText } from './a-run.js';
import { chunksOf } from './chunks.js';

interface Written {
  readonly name: string;
  readonly status: CaseStatus;
  readonly message: string;
}

const attribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
const cdata = (text: string): string => `<![CDATA[${readableText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const child = ({ status, message }: Written, text: (message: string) => string): string => {
  const names: Readonly<Record<CaseStatus, string>> = {
    passed: '',
    failed: 'failure',
    error: 'error',
    skipped: 'skipped',
    'not-run': '',
    unfinished: '',
  };
  return status === 'passed'
    ? ''
    : `<${names[status]} message="${attribute(message)}">${text(message)}</${names[status]}>`;
};

const caseOf = (one: Written): string => `<testcase name="${attribute(one.name)}">${child(one, xmlText)}</testcase>\n`;

/** Shapes that producers give to the same results. */
const DIALECTS: Readonly<Record<string, (cases: readonly Written[]) => string>> = {
  'one flat suite (pytest, RSpec)': (cases) => `<testsuite name="s">${cases.map(caseOf).join('')}</testsuite>`,
  'a suite per case (Maven)': (cases) =>
    `<testsuites>${cases.map((one) => `<testsuite name="s">${caseOf(one)}</testsuite>`).join('')}</testsuites>`,
  'nested suites (PHPUnit, Robot)': (cases) =>
    `<testsuites>${cases.map((one) => `<testsuite name="a">${caseOf(one)}`).join('')}${'</testsuite>'.repeat(cases.length)}</testsuites>`,
  'cases without a suite (node:test)': (cases) => `<testsuites>${cases.map(caseOf).join('')}</testsuites>`,
  'a document per case (libtest)': (cases) =>
    cases.map((one) => `<?xml version="1.0"?><testsuite name="s">${caseOf(one)}</testsuite>`).join('\n') ||
    '<testsuite/>',
  'prefixed names': (cases) =>
    `<j:testsuite xmlns:j="urn:j">${cases.map((one) => caseOf(one).replaceAll(/<(\/?)(testcase|failure|error|skipped)(?=[ >])/g, '<$1j:$2')).join('')}</j:testsuite>`,
  'CDATA in single pieces (Playwright)': (cases) =>
    `<testsuite>${cases.map((one) => `<testcase name="${attribute(one.name)}">${child(one, cdata)}</testcase>`).join('')}</testsuite>`,
  'noise around it (a redirected console)': (cases) =>
    `Running <all> tests & more\n<?xml version='1.0'?><testsuite name='s'>${cases.map(caseOf).join('')}</testsuite>\nDone > report\n`,
};

// Apart from the markup that only its own fixtures may hold: a reader cannot distinguish a tag in a name from a tag.
const written = fc.record({
  name: anyText,
  status: fc.constantFrom<CaseStatus>('passed', 'failed', 'error', 'skipped'),
  message: anyText,
});

const read = (xml: string): Promise<ParsedReport> => readReport(chunksOf(xml, 50), { name: 'junit.xml', place: '' });

describe('the same results', () => {
  test.each(Object.entries(DIALECTS))('are read out of %s', async (_, render) => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 6 }), async (cases) => {
        const report = await read(render(cases));
        expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(report.cases.map(({ name, status }) => ({ name, status }))).toEqual(
          cases.map(({ name, status }) => ({ name: readableText(name), status })),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('two documents in one file', () => {
  test('are both read, and the first failure survives the second success', async () => {
    const report = await read(
      '<?xml version="1.0"?><testsuite tests="1"><testcase name="a"><failure/></testcase></testsuite>\n<?xml version="1.0"?><testsuite tests="1"><testcase name="b"/></testsuite>',
    );
    expect(totalsOfReport(report)).toMatchObject({ total: 2, failed: 1, passed: 1, outcome: 'red' });
    expect(report.declared.tests).toBe(2);
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('are red when the first was cut off', async () => {
    const report = await read(
      '<?xml version="1.0"?><testsuite><testcase name="a"/><testcase name="b"><system-out>\n</system-out>\n<?xml version="1.0"?><testsuite><testcase name="c"/></testsuite>',
    );
    expect(report.cases.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(totalsOfReport(report).outcome).toBe('red');
  });
});

describe('what one test case says more than once', () => {
  test.each([
    ['skipped and failed', '<skipped/><failure message="m"/>', 'failed', 0],
    ['skipped and an error in tear-down', '<skipped/><error message="m"/>', 'error', 0],
    ['flaky and failed', '<flakyFailure message="f"/><failure message="m"/>', 'failed', 1],
    ['flaky alone', '<flakyFailure message="f"><stackTrace>t</stackTrace></flakyFailure>', 'passed', 1],
    ['rerun alone', '<rerunFailure message="m"/>', 'failed', 1],
    ['several failures', '<failure message="m"/><failure message="n"/>', 'failed', 0],
    ['a failing todo of node:test', '<skipped type="todo"/><failure message="m"/>', 'skipped', 0],
    ['a skip that TestNG calls an error', '<error type="org.testng.SkipException"/>', 'skipped', 0],
  ])('is one result: %s', async (_, children, status, tries) => {
    const { cases } = await read(`<testsuite><testcase name="a">${children}</testcase></testsuite>`);
    expect(cases.map((one) => [one.status, one.tries.length])).toEqual([[status, tries]]);
  });

  test.each([
    ['status="untested"', 'not-run'],
    ['status="run" result="completed"', 'passed'],
    ['status="run" result="skipped"', 'skipped'],
    ['status="notrun" result="suppressed"', 'skipped'],
    ['status="hook_error"', 'error'],
    ['result="xpass"', 'failed'],
    ['status="custom"', 'error'],
    ['failure="boom"', 'failed'],
  ])('is reported by its attributes alone: %s', async (attributes, status) => {
    const { cases } = await read(`<testsuite><testcase name="a" ${attributes}/></testsuite>`);
    expect(cases.map((one) => one.status)).toEqual([status]);
  });
});

describe('totals that a report declares', () => {
  test('redden it when they know of failures that nothing shows', async () => {
    const report = await read('<testsuites errors="1"/>');
    expect(totalsOfReport(report).outcome).toBe('inconsistent');
    expect(report.problems).toMatchObject([
      { severity: 'error', message: 'junit.xml declares 1 failure and shows none' },
    ]);
  });

  test('are explained by flaky tries, of which surefire counts each', async () => {
    const report = await read(
      '<testsuite tests="3" failures="2"><testcase name="a"><flakyFailure message="f"/><flakyFailure message="f"/></testcase></testsuite>',
    );
    expect(totalsOfReport(report)).toMatchObject({ outcome: 'green', flaky: 1 });
  });
});

describe('an error that belongs to a suite', () => {
  test('is distinguished from its tests and is red', async () => {
    const report = await read(
      '<testsuite name="s"><error message="Dubious" type="T">text</error><testcase name="a"/></testsuite>',
    );
    expect(report.suiteErrors).toEqual([{ suite: 's', message: 'Dubious', type: 'T', details: 'text' }]);
    expect(totalsOfReport(report)).toMatchObject({ total: 1, passed: 1, suiteErrors: 1, outcome: 'red' });
  });
});
