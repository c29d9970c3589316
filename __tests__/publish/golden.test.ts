import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { annotationsOf, commandAnnotations } from '../../src/publish/github/annotations.js';
import { buildView } from '../../src/publish/view/build-view.js';
import { renderCheckRun } from '../../src/publish/github/check-run.js';
import { renderCtrf } from '../../src/publish/ctrf.js';
import { SUMMARY_BYTES, renderMarkdownReport, renderSummary } from '../../src/publish/markdown/report.js';
import { renderHtmlReport } from '../../src/publish/html/report.js';
import { renderTerminal } from '../../src/publish/terminal/report.js';
import { expectGolden } from '../golden-file.js';
import { GOLDEN_CASES, type GoldenCase } from './golden-cases.js';
import { commentOf } from './build.js';
import { writtenText } from '../fakes/written-text.js';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/golden');
/** Documents that are the same sentence a thousand times over are kept by their head. */
const HEAD_ONLY = new Set(['five-thousand-failures']);
const HEAD_CHARS = 6_000;

function render({ report, diagnosis, context }: GoldenCase): Readonly<Record<string, string>> {
  const view = buildView(report, diagnosis, context);
  const annotations = annotationsOf(view, 50);
  const check = renderCheckRun(view, annotations, { name: 'QA', externalId: '9001:1:test', run: '9001:1:' });
  const { output, ...identity } = check;
  const terminal = { width: 100, hyperlinks: false, workspace: '/repo', colour: false };
  return {
    'check.json': json({ ...identity, title: output.title }),
    'check-summary.md': output.summary,
    'check-text.md': output.text,
    'summary.md': renderSummary(view, SUMMARY_BYTES),
    'comment.md': commentOf(view),
    'report.md': renderMarkdownReport(view),
    'annotations.json': json(annotations),
    'commands.json': json(commandAnnotations(annotations)),
    'ctrf.json': json(JSON.parse(writtenText(renderCtrf(report, diagnosis, context)))),
    'report.html': withoutAssets(writtenText(renderHtmlReport(view, report))),
    'terminal.txt': renderTerminal(view, terminal),
    'terminal.ansi': renderTerminal(view, { ...terminal, colour: true, hyperlinks: true, width: 60 }),
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A column a line, a detail a line: what a review can read. */
function lines(data: Readonly<Record<string, unknown>>): string {
  const { details, ...columns } = data;
  const all = [...Object.entries(columns), ...Object.entries(details as Readonly<Record<string, unknown>>)];
  return all.map(([name, value]) => `\n${name}: ${JSON.stringify(value)}`).join('');
}

/** Style, script and their hashes are the same in every page and are read where they are written. */
function withoutAssets(html: string): string {
  return html
    .replace(/<style>[^<]*<\/style>/, '<style></style>')
    .replace(/<script>[^]*<\/script>/, '<script></script>')
    .replace(/(?<=id="data">).*(?=<\/script>)/, (data) => lines(JSON.parse(data) as Readonly<Record<string, unknown>>))
    .replace(/sha256-[\w+/=]+/g, 'sha256-');
}

function compare(folder: string, file: string, actual: string): void {
  const kept = HEAD_ONLY.has(folder) ? actual.slice(0, HEAD_CHARS) : actual;
  expectGolden(join(FOLDER, folder, file), kept.endsWith('\n') ? kept : `${kept}\n`);
}

describe('what people see', () => {
  for (const [folder, build] of Object.entries(GOLDEN_CASES)) {
    test(`${folder} reads as it was approved`, () => {
      const files = render(build());
      for (const [file, text] of Object.entries(files)) compare(folder, file, text);
      expect(readdirSync(join(FOLDER, folder)).sort()).toEqual(Object.keys(files).sort());
    });
  }

  test('every golden folder has its case', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(GOLDEN_CASES).sort());
  });
});
