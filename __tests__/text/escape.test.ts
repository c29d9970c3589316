import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import {
  cellCode,
  codeBlock,
  codeSpan,
  commandData,
  commandProperty,
  htmlCode,
  htmlText,
  markdownProse,
  markdownText,
  terminalText,
} from '../../src/text/escape.js';
import { visibleLine, visibleText } from '../../src/text/visible.js';
import { hostileText } from '../publish/arbitrary-text.js';
import { runs } from '../runs.js';
import { parseGfm, referencesIn, shapeOf, textOf } from '../publish/gfm.js';

const RUNS = runs(300);

/** Where data stands in our documents. */
const PLACES: Readonly<Record<string, (data: string) => string>> = {
  'a paragraph': (data) => `before ${data} after`,
  'the start of a line': (data) => `${data} after`,
  'a heading': (data) => `### 1. ${data}`,
  'bold text': (data) => `! **a${data}b** after`,
  'a list item': (data) => `- ${data} tail\n- ${data}\n`,
  'a table cell': (data) => `| a | b |\n| - | - |\n| ${data} | x |\n| x | ${data} |`,
  'a fold': (data) => `<details><summary>one</summary>\n\n- ${data}\n\n</details>\n\nafter`,
};

/** Elements and attributes that a browser would see. */
function elementsOf(html: string): readonly string[] {
  const found: string[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => found.push(name, ...Object.keys(attributes)) });
  parser.end(html);
  return found;
}

describe('Markdown text', () => {
  for (const [place, embed] of Object.entries(PLACES)) {
    test(`stays text in ${place}, whatever it holds`, () => {
      fc.assert(
        fc.property(hostileText, (data) => {
          const shown = markdownText(data);
          fc.pre(shown !== '');
          expect(shapeOf(embed(shown))).toEqual(shapeOf(embed('x')));
          expect(referencesIn(embed(shown))).toEqual([]);
        }),
        RUNS,
      );
    });
  }

  test('reads as the data did', () => {
    fc.assert(
      fc.property(hostileText, (data) => {
        expect(textOf(`a ${markdownText(data)} b`)).toBe(`a ${visibleLine(data)} b`);
      }),
      RUNS,
    );
  });
});

describe('Markdown prose', () => {
  test('adds code spans and nothing else', () => {
    fc.assert(
      fc.property(hostileText, (data) => {
        const document = `before ${markdownProse(data)} after`;
        const kinds = new Set(shapeOf(document));
        expect([...kinds].filter((kind) => !['root', 'paragraph', 'text', 'inlineCode'].includes(kind))).toEqual([]);
        expect(referencesIn(document)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('keeps what a sentence quotes as code', () => {
    expect(markdownProse('set `DATABASE_URL`, not <b>')).toBe('set `DATABASE_URL`, not &lt;b&gt;');
  });
});

describe('code', () => {
  test('spans hold any text, and one span only', () => {
    fc.assert(
      fc.property(hostileText, (data) => {
        const document = `before ${codeSpan(data)} after`;
        expect(shapeOf(document)).toEqual(
          visibleLine(data) === '' ? ['root', 'paragraph', 'text'] : shapeOf('before `x` after'),
        );
        if (visibleLine(data) !== '') expect(textOf(document)).toBe(`before ${visibleLine(data)} after`);
      }),
      RUNS,
    );
  });

  test('in a table cell never ends the cell', () => {
    fc.assert(
      fc.property(hostileText, (data) => {
        const rows = parseGfm(`| a | b |\n| - | - |\n| ${cellCode(data)} | x |\n| x | ${cellCode(data)} |\n\nend`);
        expect(rows.filter(({ type }) => type === 'tableCell')).toHaveLength(6);
        expect(rows.filter(({ type }) => ['link', 'emphasis', 'strong', 'image', 'delete'].includes(type))).toEqual([]);
        const html = rows.flatMap(({ type, value }) => (type === 'html' ? [value] : []));
        expect(html.filter((tag) => tag !== '<code>' && tag !== '</code>')).toEqual([]);
      }),
      RUNS,
    );
  });

  test('blocks hold any text, and end where they should', () => {
    fc.assert(
      fc.property(hostileText, (data) => {
        const document = `before\n\n${codeBlock(data)}\n\nafter`;
        expect(shapeOf(document)).toEqual(['root', 'paragraph', 'text', 'code', 'paragraph', 'text']);
        expect(parseGfm(document).find(({ type }) => type === 'code')?.value).toBe(
          visibleText(data).replace(/\n+$/, ''),
        );
      }),
      RUNS,
    );
  });
});

describe('HTML', () => {
  test('content and attributes hold no element of the data', () => {
    fc.assert(
      fc.property(hostileText, (data) => {
        expect(elementsOf(`<p title="${htmlText(data)}" class='${htmlText(data)}'>${htmlText(data)}</p>`)).toEqual([
          'p',
          'title',
          'class',
        ]);
        expect(elementsOf(`<summary>${htmlCode(data)}</summary>`)).toEqual(['summary', 'code']);
      }),
      RUNS,
    );
  });
});

describe('a log or terminal', () => {
  test('gets no control character and no line that a runner obeys', () => {
    fc.assert(
      fc.property(hostileText, (data) => {
        const shown = terminalText(data);
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
        expect(shown).not.toMatch(/##\[/);
        expect(shown.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('a workflow command', () => {
  test('stays one line and its properties stay apart', () => {
    fc.assert(
      fc.property(hostileText, (data) => {
        expect(commandData(data)).not.toMatch(/[\r\n]/);
        expect(commandProperty(data)).not.toMatch(/[\r\n:,]/);
      }),
      RUNS,
    );
  });

  test('escapes the percent sign first', () => {
    expect(commandData('%0A\n')).toBe('%250A%0A');
  });
});

describe('visible text', () => {
  test('is well-formed and holds no mark that hides or reorders', () => {
    fc.assert(
      fc.property(hostileText, (data) => {
        const shown = visibleText(data);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/);
      }),
      RUNS,
    );
  });

  for (const mark of '\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202c\u202e\u2060\u2066\u2069\ufeff\ufff9\u{e0041}') {
    const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    test(`spells out U+${code}`, () => expect(visibleText(`a${mark}b`)).toBe(`a⟨U+${code}⟩b`));
  }

  test('says which mark was there', () => {
    expect(visibleText('a\u202eb')).toBe('a⟨U+202E⟩b');
  });
});
