import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { expectGoldenJson } from '../../golden-file.js';
import { publishedSchemas } from './published.js';

const ROOT = join(import.meta.dirname, '../../..');
const CASES = join(ROOT, 'fixtures/settings');
const schemas = publishedSchemas();

const ajv = new Ajv({ strict: false });

function accepts(schema: string, value: unknown): boolean {
  return (
    (ajv.getSchema(String(schemas.get(schema)?.['$id'])) ?? ajv.compile(schemas.get(schema) ?? false))(value) === true
  );
}

const settings = (text: string): boolean => accepts('settings.schema.json', parse(text));

/** Settings files of the fixtures by what the program says of them. */
function settingsFiles(isValid: boolean): readonly string[] {
  const files = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'qaagent.yaml')));
  return files.filter((name) => {
    const said = readFileSync(join(CASES, name, 'expected.txt'), 'utf8');
    return said.startsWith('{') === isValid;
  });
}

describe('the published schemas', () => {
  test.each([...schemas.keys()])('%s is what the types say', (name) => {
    expectGoldenJson(join(ROOT, 'schema', name), schemas.get(name));
  });

  test('no other schema is published', () => {
    expect(readdirSync(join(ROOT, 'schema')).toSorted()).toEqual([...schemas.keys()].toSorted());
  });

  test.each(settingsFiles(true))('settings that the program takes hold: %s', (name) => {
    expect(settings(readFileSync(join(CASES, name, 'qaagent.yaml'), 'utf8'))).toBe(true);
  });

  test.each([
    ['a runner that does not exist', 'suites: { unit: { runner: nose, path: tests } }'],
    ['a key of a suite misspelt', 'suites: { unit: { runner: pytest, paht: tests } }'],
    ['a setting of the run misspelt', 'run: { retrys: 1 }'],
    ['a word that is not in the list', 'run: { upload: sometimes }'],
    ['a duration in words', 'run: { timeout: 5 minutes }'],
    ['a negative number', 'run: { retries: -1 }'],
    ['a list of suites', 'suites: [pytest tests]'],
    ['a command without a line', 'suites: { unit: { runner: command } }'],
    ['a secret', 'run: { github_token: x }'],
  ])('settings that the program refuses do not hold: %s', (_, text) => {
    expect(settings(text)).toBe(false);
  });

  test.each([
    ['both spellings', 'run: { fail-fast: true, max_workers: 2 }'],
    [
      'one report for a list',
      'suites: { a: { runner: junit, report: "*.xml" }, b: { runner: junit, report: [x.xml, { path: y.xml, optional: true }] } }',
    ],
    [
      'limits of a load test',
      'suites: { load: { runner: locust, thresholds: { p95: 500, p99: 2s, fail-ratio: 1% } } }',
    ],
  ])('settings that the program takes hold: %s', (_, text) => {
    expect(settings(text)).toBe(true);
  });

  test('a manifest without a field does not hold, one with a new field does', () => {
    const manifest = {
      run_id: 'r',
      created_at: '2027-01-01T00:00:00Z',
      target: { name: 'x', path: '/x', git: {} },
      tools: {},
      counts: {},
      evidence_files: {},
      diagnostics: [],
      schema_version: 1,
      finished_at: null,
      conclusion: null,
      suites: [],
      files: [],
      github: {},
    };
    const without = Object.fromEntries(Object.entries(manifest).filter(([key]) => key !== 'run_id'));
    const holds = [manifest, { ...manifest, later: 1 }, without].map((value) => accepts('manifest.schema.json', value));
    expect(holds).toEqual([true, true, false]);
  });
});
