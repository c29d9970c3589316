import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byteLength } from '../../../src/text/bounds.js';
import { buildView } from '../../../src/publish/view/build-view.js';
import { assemble, type Section } from '../../../src/publish/markdown/byte-budget.js';
import { CHECK_BYTES, renderCheckRun } from '../../../src/publish/github/check-run.js';
import { commentOf } from '../build.js';
import {
  SUMMARY_BYTES,
  renderLateProblems,
  renderMarkdownReport,
  renderSummary,
} from '../../../src/publish/markdown/report.js';
import type { ReportView } from '../../../src/publish/view/view.js';
import { hostileText } from '../arbitrary-text.js';
import { attempt, diagnosisOf, publishContext, runDiagnosis, runReport, suiteRun, testCase } from '../build.js';
import { parseGfm } from '../gfm.js';

const note = (what: readonly string[]): string => `left out: ${what.join(', ')}`;

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('é', '漢字', '👩‍👧'));
const anySection = fc.oneof(
  fc
    .record({ forms: fc.array(anyText, { minLength: 1, maxLength: 3 }), priority: fc.nat(9) })
    .map(({ forms, priority }, index = 0): Section => ({
      kind: 'block',
      what: `b${index}`,
      priority,
      forms: [() => forms[0] ?? '', ...forms.slice(1).map((form) => () => form)],
    })),
  fc
    .record({ items: fc.array(anyText, { maxLength: 30 }), priority: fc.nat(9), limit: fc.nat(40) })
    .map(({ items, priority, limit }): Section => ({
      kind: 'list',
      what: 'list',
      priority,
      limit,
      open: '<ul>',
      close: '</ul>',
      count: items.length,
      item: (index) => `[${items[index] ?? ''}]`,
      more: (missing) => `+${missing}`,
    })),
);

describe('assembling a document', () => {
  test('never goes over its budget', () => {
    fc.assert(
      fc.property(fc.array(anySection, { maxLength: 8 }), fc.nat(3000), (sections, maxBytes) => {
        expect(byteLength(assemble(sections, maxBytes, note))).toBeLessThanOrEqual(maxBytes);
      }),
    );
  });

  test('closes every list and counts what it does not show', () => {
    const list = (maxBytes: number): string =>
      assemble(
        [
          {
            kind: 'list',
            what: 'tests',
            priority: 1,
            limit: 1000,
            open: '<ul>',
            close: '</ul>',
            count: 1000,
            item: (index) => `<li>${index}</li>`,
            more: (missing) => `+${missing}`,
          },
        ],
        maxBytes,
        note,
      );
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 20_000 }), (maxBytes) => {
        const text = list(maxBytes);
        const shown = text.match(/<li>\d+<\/li>/g)?.length ?? 0;
        expect(text).toBe(shown === 1000 ? list(1e6) : `${list(1e6).slice(0, text.indexOf('+'))}+${1000 - shown}</ul>`);
      }),
    );
  });

  test('gives room to what matters before what comes first', () => {
    const block = (what: string, priority: number): Section => ({
      kind: 'block',
      what,
      priority,
      forms: [() => what.repeat(20), () => ''],
    });
    expect(assemble([block('a', 2), block('b', 1)], 40, note)).toBe(`${'b'.repeat(20)}\n\nleft out: a`);
  });
});

/** A run with `count` failures in causes of up to a thousand, every text hostile. */
function redView(count: number, texts: readonly string[]): ReportView {
  const text = (index: number): string => texts[index % texts.length] ?? '';
  const tests = Array.from({ length: count }, (_, index) =>
    testCase(`tests/t${index}.py::${text(index)}`, {
      file: `tests/t${index}.py`,
      attempts: [attempt('failed', { message: text(index + 1), details: text(index + 2) })],
    }),
  );
  const size = Math.max(1, Math.min(1000, Math.ceil(count / 7)));
  const causes = Array.from({ length: Math.ceil((count * 0.9) / size) }, (_, index) =>
    diagnosisOf(
      { id: String(index), rootCause: text(index), suggestion: text(index + 1), quotes: [text(index + 2)] },
      tests.slice(index * size, index * size + size),
    ),
  );
  return buildView(runReport([suiteRun('unit', tests)]), runDiagnosis(causes), publishContext());
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Folds, fences and tables that were opened were closed, and nothing was cut inside one. */
function expectWhole(markdown: string): void {
  const nodes = parseGfm(markdown);
  const html = nodes.flatMap(({ type, value }) => (type === 'html' ? [value ?? ''] : [])).join('\n');
  expect(count(html, /<details>/g)).toBe(count(html, /<\/details>/g));
  expect(
    html.replace(
      /<\/?(details|summary|span|sub|code)>|<!-- (?:qaagent-orchestrate|qaagent-section) key=[^<>\n]* -->|<!-- \/qaagent-section -->/g,
      '',
    ),
  ).not.toMatch(/[<>]/);
  expect(markdown.isWellFormed()).toBe(true);
}

describe('published documents', () => {
  const texts = fc.array(hostileText, { minLength: 1, maxLength: 12 });
  const size = fc.oneof(fc.nat(30), fc.integer({ min: 30, max: 600 }));

  test('fit their limits and are whole, whatever failed', () => {
    fc.assert(
      fc.property(size, texts, fc.integer({ min: 0, max: 60_000 }), (failures, words, room) => {
        const view = redView(failures, words);
        const { output } = renderCheckRun(view, [], { name: 'QA', externalId: '1', run: '1' });
        expect(byteLength(output.title)).toBeLessThanOrEqual(255);
        const documents = [output.summary, output.text, commentOf(view), renderSummary(view, room)];
        const limits = [CHECK_BYTES, CHECK_BYTES, 65_536, room];
        expect(documents.filter((text, index) => byteLength(text) > (limits[index] ?? 0))).toEqual([]);
        documents.forEach(expectWhole);
      }),
      { numRuns: 15 },
    );
  });

  for (const failures of [0, 1, 100, 5_000, 100_000]) {
    test(`fit with ${failures} failures and say how many there are`, () => {
      const view = redView(failures, ['x'.repeat(500), '漢'.repeat(300), '| `` </details> @team #1']);
      const { output } = renderCheckRun(view, [], { name: 'QA', externalId: '1', run: '1' });
      const summary = renderSummary(view, SUMMARY_BYTES);
      const sizes = [output.summary, output.text, commentOf(view), summary].map(byteLength);
      const limits = [CHECK_BYTES, CHECK_BYTES, 65_536, SUMMARY_BYTES];
      expect(sizes.filter((bytes, index) => bytes > (limits[index] ?? 0))).toEqual([]);
      expect(byteLength(renderMarkdownReport(view))).toBeLessThanOrEqual(4_194_305);
      if (failures > 300) expect(output.text).toMatch(/[\d,]+ more: all in the \[evidence\]/);
    });
  }

  test('say nothing at all rather than half a sentence when there is no room', () => {
    expect(renderSummary(redView(3, ['x']), 10)).toBe('');
  });
});

describe('many problems', () => {
  test('are reported in full at first, then in a line each, then by number', () => {
    const problems = Array.from({ length: 1500 }, (_, index) => ({
      severity: 'error' as const,
      place: '',
      message: `tests/t${index}.py cannot be loaded: ${'x'.repeat(100)}`,
      remedy: 'See the file.',
    }));
    const view = buildView(runReport([suiteRun('unit', [])]), runDiagnosis([]), publishContext({ problems }));
    const { output } = renderCheckRun(view, [], { name: 'QA', externalId: '1', run: '1' });
    expect(byteLength(output.summary)).toBeLessThanOrEqual(CHECK_BYTES);
    expect(output.summary).toContain('tests/t8.py');
    expect(output.summary).toMatch(/<summary>1,49\d more problems<\/summary>/);
    expect(output.summary).toMatch(/[\d,]+ more: all in the/);
    expectWhole(output.summary);
  });

  test('that come after the summary are an addition of their own', () => {
    const late = {
      severity: 'warning' as const,
      place: 'check',
      message: 'refused',
      remedy: 'permissions:\n  checks: write',
    };
    const view = buildView(runReport([]), runDiagnosis([]), publishContext());
    expect(renderLateProblems([late], view, 1000)).toContain('**check**: refused');
    expect(renderLateProblems([late], view, 5)).toBe('');
    expect(renderLateProblems([], view, 1000)).toBe('');
  });
});
