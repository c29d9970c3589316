import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildView } from '../../../src/publish/view/build-view.js';
import { wrap } from '../../../src/publish/terminal/style.js';
import { columns } from '../../../src/text/columns.js';
import { renderTerminal } from '../../../src/publish/terminal/report.js';
import { hostileText } from '../arbitrary-text.js';
import { attempt, diagnosisOf, publishContext, runDiagnosis, runReport, suiteRun, testCase } from '../build.js';
import { GOLDEN_CASES } from '../golden-cases.js';

const PLAIN = { colour: false, hyperlinks: false, width: 80, workspace: '/repo' };

describe('the terminal report', () => {
  test('holds no escape sequence unless asked for', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const broken = testCase(`tests/a.py::${text}`, {
          attempts: [attempt('failed', { message: text, details: text })],
        });
        const found = diagnosisOf({ rootCause: text, suggestion: text, quotes: [text] }, [broken]);
        const view = buildView(runReport([suiteRun(text, [broken])]), runDiagnosis([found]), publishContext());
        const report = renderTerminal(view, PLAIN);
        expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
        expect(report.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual(
          [],
        );
      }),
    );
  });

  for (const [name, build] of Object.entries(GOLDEN_CASES)) {
    test(`says the same with and without colours: ${name}`, () => {
      const { report, diagnosis, context } = build();
      const view = buildView(report, diagnosis, context);
      const coloured = renderTerminal(view, { ...PLAIN, colour: true, hyperlinks: true });
      expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(view, PLAIN));
      expect(coloured).toContain('\u001b[');
    });
  }

  test('links places to files', () => {
    const { report, diagnosis, context } = (GOLDEN_CASES['one-failure'] ?? fail)();
    const linked = renderTerminal(buildView(report, diagnosis, context), { ...PLAIN, hyperlinks: true });
    expect(linked).toContain('\u001b]8;;file:///repo/tests/unit/test_orders.py\u001b\\');
  });
});

function fail(): never {
  throw new Error('no such case');
}

describe('widths', () => {
  test('are kept when text is wrapped, save for words that are longer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 12 })),
        fc.integer({ min: 13, max: 40 }),
        (words, width) => {
          const lines = wrap(words.join(' ').trim(), width);
          expect(lines.every((line) => columns(line) <= width)).toBe(true);
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join('').replaceAll(' ', ''));
        },
      ),
    );
  });
});
