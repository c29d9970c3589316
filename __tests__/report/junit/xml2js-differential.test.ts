import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseStringPromise } from 'xml2js';
import { renderJunit } from '../../../src/report/junit/junit-writer.js';
import { cleanName } from '../../../src/text/bounded-text.js';
import { readReport } from '../../../src/report/read-report.js';
import { anyTest, runOf, stateOf, suiteOf } from '../a-run.js';
import { chunksOf } from '../chunks.js';
import { JUNIT_CORPUS, corpusVerdicts } from '../junit-corpus.js';
import { writtenText } from '../../fakes/written-text.js';

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures/junit');

interface Node {
  readonly '#name': string;
  readonly $?: Readonly<Record<string, string>>;
  readonly $$?: readonly Node[];
}

interface Shape {
  readonly name: string;
  readonly classname: string;
  readonly failures: number;
}

function shapesOf(node: Node): readonly Shape[] {
  const children = node.$$ ?? [];
  if (node['#name'] !== 'testcase') return children.flatMap(shapesOf);
  const { name = '', classname, class: className } = node.$ ?? {};
  const failures = children.filter((child) => child['#name'] === 'failure' || child['#name'] === 'error').length;
  return [{ name: cleanName(name), classname: cleanName(classname ?? className ?? ''), failures }];
}

async function shapesByXml2js(xml: string): Promise<readonly Shape[]> {
  const options = { explicitChildren: true, preserveChildrenOrder: true, explicitRoot: false };
  const root = (await parseStringPromise(xml, options)) as Node | null;
  return root === null ? [] : shapesOf(root);
}

/** node:test before Node 24 gives every case the class `test` and escapes quotation marks twice; we name the suites. */
function withSuites(shape: Shape, suites = ''): Shape {
  if (shape.classname !== 'test') return shape;
  return { ...shape, classname: suites, name: shape.name.replaceAll('&quot;', '"') };
}

/** What both must agree on: the cases in document order and which of them hold failures. */
async function disagreement(xml: string): Promise<unknown> {
  const { cases } = await readReport(chunksOf(xml), { name: 'junit.xml', place: '' });
  const theirs = (await shapesByXml2js(xml)).map((shape, at) => withSuites(shape, cases[at]?.classname));
  // pytest's repeated cases are merged, so there only the set of names is the same.
  const merged = cases.some(({ properties }) => 'results in the report' in properties);
  const names = (list: readonly { readonly name: string; readonly classname: string }[]): readonly string[] => {
    const all = list.map(({ name, classname }) => `${classname} ${name}`);
    return merged ? [...new Set(all)] : all;
  };
  const red = theirs.filter(({ failures }) => failures > 0).length > 0;
  const ours = cases.some(({ status }) => status !== 'passed');
  if (JSON.stringify(names(cases)) !== JSON.stringify(names(theirs)))
    return { ours: names(cases), theirs: names(theirs) };
  return red && !ours ? 'xml2js sees failures and we do not' : null;
}

/** Well-formed reports in UTF-8 that xml2js takes; the rest is what it cannot read. */
const corpusFiles = (): readonly string[] =>
  corpusVerdicts()
    .filter(([, { wellFormed, documents, reject }]) => wellFormed && documents === 1 && reject === undefined)
    .filter(([name]) => !/latin1|windows1252|utf16|namespaced-prefix/.test(name))
    .map(([name]) => join(JUNIT_CORPUS, name));

const fixtureFiles = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('report.xml'))
  .map((file) => join(FIXTURES, file));

describe('our tokenizer and xml2js', () => {
  test('see the same cases in every well-formed report', async () => {
    const files = [...fixtureFiles, ...corpusFiles()];
    const wrong: unknown[] = [];
    for (const file of files) {
      const found = await disagreement(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')).catch(() => null);
      if (found !== null) wrong.push({ file, found });
    }
    expect(files.length).toBeGreaterThan(8);
    expect(wrong).toEqual([]);
  });

  test('see the same cases in every report that we write', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTest, { maxLength: 6 }), async (tests) => {
        expect(await disagreement(writtenText(renderJunit(runOf([suiteOf(tests, 'passed')]), stateOf)))).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});
