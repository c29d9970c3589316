import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { originalBugReports, originalRuns } from '../stand-ins/original-readers.js';
import { describeWith } from './with-tools.js';
import { endOf, startLocal } from './truth/local-run.js';

const TESTS = [
  'def test_fine(): pass',
  'def test_get_pets_pet_id_success(): assert 404 == 200, "expected 200 from GET /pets/1"',
  'def test_key(): assert {}["x"]',
  '',
];
const API = [
  'openapi: 3.0.0',
  'info: { title: pets, version: "1" }',
  'paths:',
  '  /pets/{pet_id}:',
  '    get: { responses: { "200": { description: fine } } }',
  '',
];

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true }));

describeWith(['python'], 'the readers of the original qaagent', () => {
  test('list the runs, and make one bug report of each failure, with its route', async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-original-')));
    const place = { root, project: join(root, 'project'), evidence: join(root, 'runs') };
    mkdirSync(join(place.project, 'tests'), { recursive: true });
    writeFileSync(join(place.project, 'tests/test_pets.py'), TESTS.join('\n'));
    writeFileSync(join(place.project, 'openapi.yaml'), API.join('\n'));
    const ended = await endOf(startLocal(place, { suites: 'unit: pytest tests' }));
    expect(ended.exit).toBe(1);
    const runs = originalRuns(place.evidence);
    expect(runs).toMatchObject([
      { target: { name: 'project', path: '.' }, counts: { tests: 3, tests_passed: 1, tests_failed: 2 } },
    ]);
    const reports = originalBugReports(join(place.evidence, String(runs[0]?.['run_id'])));
    expect(reports).toEqual([
      {
        title: '[unit/assertion] test_get_pets_pet_id_success',
        severity: 'high',
        labels: ['unit'],
        feature_area: 'GET /pets/{pet_id}',
      },
      { title: '[unit/data] test_key', severity: 'medium', labels: ['unit'] },
    ]);
  });
});
