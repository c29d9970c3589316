import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/app/read/read-settings.js';
import { settingsMessage } from '../../src/app/log.js';
import { expectGolden } from '../golden-file.js';
import { memoryFiles } from '../fakes/memory-files.js';
import { laptop } from '../fakes/run-contexts.js';

const CASES = join(import.meta.dirname, '../../fixtures/settings');

interface SettingsCase {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

/** What a case's expected.txt shows: the one message, or settings and warnings. */
async function outcomeOf(folder: string): Promise<string> {
  const { inputs, env = {}, files = {} } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as SettingsCase;
  const yaml = join(folder, 'qaagent.yaml');
  const own = existsSync(yaml) ? { '/repo/.qaagent.yaml': readFileSync(yaml, 'utf8') } : {};
  const all = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/repo/${path}`, text]));
  const reading = await readSettings({ inputs, files: memoryFiles({ ...own, ...all }), context: laptop({ env }) });
  if (!reading.ok) return `${settingsMessage(reading.problems)}\n`;
  const warnings = reading.warnings.length === 0 ? '' : `${settingsMessage(reading.warnings)}\n`;
  const found = [...reading.detected.map(({ entry, why }) => `found ${entry.name}: ${why}`), ...reading.leftOut];
  return `${found.map((line) => `${line}\n`).join('')}${warnings}${JSON.stringify(reading.settings, null, 2)}\n`;
}

describe('settings', () => {
  const cases = readdirSync(CASES);

  test('there are cases', () => {
    expect(cases.length).toBeGreaterThan(10);
  });

  test.each(cases)('%s reads as expected', async (name) => {
    expectGolden(join(CASES, name, 'expected.txt'), await outcomeOf(join(CASES, name)));
  });
});
