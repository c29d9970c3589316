import { mkdtempSync, readFileSync, rmSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { redactorFor, redactRuns } from '../../../src/app/evaluate/redact-run.js';
import { scrubArtifacts } from '../../../src/app/evaluate/redact-run.js';
import type { Settings } from '../../../src/model/settings.js';
import { laptop } from '../../fakes/run-contexts.js';
import { attempt, suiteRun, testCase } from '../../publish/build.js';

const SECRET = 'hunter2-correct-horse';
const services = { context: laptop({ env: { DB_PASSWORD: SECRET, HOME: '/home/somebody' } }), inputs: {} };
const redactor = redactorFor({ suites: [] } as unknown as Settings, services);

describe('secrets', () => {
  test('of secret-named variables leave messages, details, output and problems', () => {
    const failed = testCase('t', {
      attempts: [attempt('failed', { message: SECRET, details: `a\n${SECRET}`, output: `pw=${SECRET}` })],
    });
    const problem = {
      severity: 'error',
      place: 'unit',
      message: `said ${SECRET}`,
      remedy: '',
      forces: 'error',
    } as const;
    const redacted = redactRuns([suiteRun('unit', [failed], { problems: [problem] })], redactor);
    expect(JSON.stringify(redacted)).not.toContain(SECRET);
    expect(redacted[0]?.tests[0]?.attempts[0].details).toMatch(/^a\n\[redacted:/);
  });

  test('leave names of tests, into which pytest puts the values of parameters', () => {
    const named = testCase(`t[${SECRET}]`, { attempts: [attempt('failed', { message: 'x' })] });
    const plain = testCase('t[1]');
    const [run] = redactRuns([suiteRun('unit', [named, plain])], redactor);
    expect(run?.tests.map(({ id }) => id)).toEqual(['t[[redacted:secret#1]]', 't[1]']);
    const shown = run?.tests.map(({ id, selector, name, classname }) => [id, selector, name, classname]);
    expect(JSON.stringify(shown)).not.toContain(SECRET);
  });

  test('are found through colours that split them', () => {
    const split = `${SECRET.slice(0, 6)}\u001b[31m${SECRET.slice(6)}\u001b[0m`;
    expect(redactor.redact(`got ${split}`)).toMatch(/^got \[redacted:secret#\d\]\u001b\[0m$/);
  });

  describe('in artifacts', () => {
    let directory: string;
    beforeEach(() => {
      directory = mkdtempSync(join(tmpdir(), 'scrub-'));
      mkdirSync(join(directory, 'artifacts/unit'), { recursive: true });
    });
    afterEach(() => rmSync(directory, { recursive: true, force: true }));

    test('are taken out of text files, in plain and in base64, and nothing else changes', async () => {
      const encoded = Buffer.from(`user:${SECRET}`).toString('base64');
      writeFileSync(join(directory, 'artifacts/unit/output.log'), `before\n${SECRET} ${encoded}\nafter\n`);
      writeFileSync(join(directory, 'artifacts/unit/requests.har'), `{"password": "${SECRET}"}`);
      writeFileSync(join(directory, 'artifacts/unit/trace'), 'login failed: password=Tr0ub4dor-and-3');
      writeFileSync(join(directory, 'artifacts/unit/junit.xml'), '<testsuites/>');
      writeFileSync(join(directory, 'artifacts/unit/shot.png'), Buffer.from([0, 255, 1]));
      expect(await scrubArtifacts({ runId: 'r', directory }, redactor, nodeFiles)).toEqual({
        problems: [],
        withheld: new Set(),
      });
      const log = readFileSync(join(directory, 'artifacts/unit/output.log'), 'utf8');
      expect(log).toMatch(/^before\n.*redacted.*\nafter\n$/);
      expect(log).not.toContain(SECRET);
      expect(log).not.toContain(encoded.slice(8, -4));
      expect(readFileSync(join(directory, 'artifacts/unit/requests.har'), 'utf8')).not.toContain(SECRET);
      expect(readFileSync(join(directory, 'artifacts/unit/trace'), 'utf8')).not.toContain('Tr0ub4dor');
      expect(readFileSync(join(directory, 'artifacts/unit/junit.xml'), 'utf8')).toBe('<testsuites/>');
      expect([...readFileSync(join(directory, 'artifacts/unit/shot.png'))]).toEqual([0, 255, 1]);
    });

    test('are taken out of output with any bytes in it; other files with such bytes are withheld', async () => {
      const unit = join(directory, 'artifacts/unit');
      writeFileSync(join(unit, 'output.log'), `\0\u0001binary ${SECRET}\n`);
      writeFileSync(join(unit, 'data.sqlite'), Buffer.concat([Buffer.alloc(100), Buffer.from(SECRET)]));
      writeFileSync(join(unit, 'utf16.txt'), Buffer.from(`\ufeffpw ${SECRET}`, 'utf16le'));
      writeFileSync(join(unit, 'long.bin'), Buffer.concat([Buffer.alloc(8 * 1024 * 1024 - 4), Buffer.from(SECRET)]));
      writeFileSync(join(unit, 'clean.bin'), Buffer.from([0, 1, 2]));
      const { withheld, problems } = await scrubArtifacts({ runId: 'r', directory }, redactor, nodeFiles);
      expect([...withheld].map((path) => path.slice(unit.length + 1)).sort()).toEqual([
        'data.sqlite',
        'long.bin',
        'utf16.txt',
      ]);
      expect(problems.map(({ message }) => message)).toContain(
        'artifacts/unit/utf16.txt was not uploaded: secrets could not be removed from it',
      );
      expect(readFileSync(join(unit, 'output.log'), 'utf8')).toMatch(/^\0\u0001binary \[redacted:secret#\d\]\n$/);
    });

    test('are taken out of a large text file wherever they stand, also across the parts that it is searched in', async () => {
      const unit = join(directory, 'artifacts/unit');
      const key = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQ+/a\n'.repeat(1800)}-----END PRIVATE KEY-----`;
      const long = 'lorem ipsum dolor\n'.repeat(20_000);
      const part = 96 * 1024;
      for (const secret of [SECRET, key])
        for (const at of [0, part - 3, part, 2 * part - secret.length + 1, long.length]) {
          const file = join(unit, 'output.log');
          writeFileSync(file, `${long.slice(0, at)}\n${secret}\n${long.slice(at)}`);
          expect((await scrubArtifacts({ runId: 'r', directory }, redactor, nodeFiles)).withheld.size).toBe(0);
          const text = readFileSync(file, 'utf8');
          expect(text.replace(/\[redacted:[a-z-]+#\d\]/, secret)).toBe(
            `${long.slice(0, at)}\n${secret}\n${long.slice(at)}`,
          );
          expect(text).toMatch(/redacted/);
        }
    });

    test('are not looked for in a file without end, which is withheld', async () => {
      const file = join(directory, 'artifacts/unit/core.1');
      writeFileSync(file, '');
      truncateSync(file, 3 * 1024 ** 4);
      writeFileSync(join(directory, 'artifacts/unit/shot.png'), Buffer.from([0, 255, 1]));
      const { withheld, problems } = await scrubArtifacts({ runId: 'r', directory }, redactor, nodeFiles);
      expect([...withheld]).toEqual([file]);
      expect(problems.map(({ message }) => message)).toEqual([
        'artifacts/unit/core.1 was not uploaded: it is too large to be searched for secrets',
      ]);
    });
  });
});
