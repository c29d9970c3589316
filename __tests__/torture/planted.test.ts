import { describe, expect, test } from '@jest/globals';
import { StepLog } from '../stand-ins/step-log.js';
import { escapedIn, plant } from './planted.js';

const NOTHING = { texts: new Map<string, string>(), markdown: [], html: [], commanded: [] };

describe('what is planted in each run of the torture table', () => {
  test('is the same for the same seed alone', () => {
    expect(plant(1)).toEqual(plant(1));
    expect(plant(1).secrets).not.toEqual(plant(2).secrets);
  });

  test('is counted where it gets out', () => {
    const planted = plant(3);
    const log = new StepLog();
    for (const line of planted.output.split('\n')) log.take(line);
    const commanded = [...log.issues.map(({ message }) => message), ...log.outputs.keys(), ...log.refused];
    const texts = new Map([
      ['log', planted.output],
      ['check', `x${planted.secrets[0] ?? ''}`],
    ]);
    expect(escapedIn(planted, { ...NOTHING, texts, commanded })).toMatchObject({ secrets: 3, commands: 3 });
    const escaped = escapedIn(planted, { ...NOTHING, markdown: [planted.output], html: [planted.output] });
    expect(escaped).toMatchObject({ elements: 4, mentions: 1 });
  });

  test('is not counted where it is text', () => {
    const planted = plant(4);
    const text = '```\n@forged-octocat <h1 id="forged">\n```\nand @\u200bforged-octocat &lt;h1 id="forged">';
    const escaped = escapedIn(planted, {
      ...NOTHING,
      texts: new Map([['log', '***']]),
      markdown: [text],
      html: ['&lt;h1 id="forged"&gt;'],
    });
    expect(escaped).toEqual({ secrets: 0, commands: 0, elements: 0, mentions: 0 });
  });
});
