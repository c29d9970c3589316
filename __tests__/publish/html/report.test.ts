import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { buildView } from '../../../src/publish/view/build-view.js';
import type { TestStep } from '../../../src/model/events.js';
import type { HtmlData } from '../../../src/publish/html/page-data.js';
import { renderHtmlReport } from '../../../src/publish/html/report.js';
import { formatDuration, formatNumber } from '../../../src/text/format.js';
import { visibleLine } from '../../../src/text/visible.js';
import { hostileText } from '../arbitrary-text.js';
import {
  NOT_DIAGNOSED,
  attempt,
  diagnosisOf,
  problem,
  publishContext,
  runDiagnosis,
  runReport,
  suiteRun,
  testCase,
} from '../build.js';
import { GOLDEN_CASES } from '../golden-cases.js';
import { writtenText } from '../../fakes/written-text.js';

const step = (name: string, depth = 0): TestStep => ({ name, status: 'failed', durationMs: 12.4, depth });

/** A page in which every text is the same. */
function pageOf(text: string): string {
  const broken = testCase(`tests/a.py::${text}`, {
    attempts: [attempt('failed', { message: text, details: `${text}.`, output: text, steps: [step(text)] })],
    attachments: [`artifacts/${text}`],
    quarantine: null,
    disagreement: text,
  });
  const found = diagnosisOf(
    { rootCause: text, suggestion: text, quotes: [`${text} is quoted`], fixCode: text, place: { file: text, line: 1 } },
    [broken],
  );
  const problems = [{ severity: 'error' as const, place: text, message: text, remedy: text }];
  const context = publishContext({
    problems,
    branch: text,
    sourceAround: () => [`> 1 | ${text}`],
    project: text,
    routeOf: () => text,
    rerunCommand: () => text,
    version: text,
  });
  const report = runReport([suiteRun(text, [broken])]);
  return writtenText(renderHtmlReport(buildView(report, runDiagnosis([found]), context), report));
}

interface Seen {
  readonly tags: readonly string[];
  readonly attributes: readonly (readonly [string, string])[];
}

function parse(html: string): Seen {
  const tags: string[] = [];
  const attributes: (readonly [string, string])[] = [];
  const parser = new Parser({
    onopentag: (name, given) => {
      tags.push(name);
      attributes.push(...Object.entries(given));
    },
  });
  parser.end(html);
  return { tags, attributes };
}

function dataOf(html: string): HtmlData {
  const json = /<script type="application\/json" id="data">([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  return JSON.parse(json) as HtmlData;
}

describe('report.html', () => {
  test('has the same elements whatever the data say', () => {
    const shape = (text: string): readonly string[] =>
      parse(pageOf(text)).tags.filter((tag) => tag !== 'code' && tag !== 'strong' && tag !== 'p' && tag !== 'pre');
    const plain = shape('x');
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(visibleLine(text) !== '');
        const extra = shape(text).filter((tag) => !plain.includes(tag));
        expect(extra).toEqual([]);
        expect(shape(text).filter((tag) => tag === 'script' || tag === 'img' || tag === 'a')).toEqual(
          plain.filter((tag) => tag === 'script' || tag === 'img' || tag === 'a'),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('has no event handler, no inline style and no address but http(s) and its own', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const [name, value] of parse(pageOf(text)).attributes) {
          expect(name).not.toMatch(/^on|^style$|^srcdoc$/);
          if (name === 'href' || name === 'src') expect(value).toMatch(/^(https:\/\/github\.com\/acme\/petstore\/|#)/);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('allows exactly the script and the style it carries', () => {
    const html = pageOf('x');
    const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    const script = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? '';
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(html).toContain(`script-src '${hash(script)}'`);
    expect(html).toContain(`style-src '${hash(style)}'`);
    expect(html).toContain("default-src 'none'");
  });

  for (const [name, build] of Object.entries(GOLDEN_CASES)) {
    test(`holds every test once, with its state: ${name}`, () => {
      const { report, diagnosis, context } = build();
      const data = dataOf(writtenText(renderHtmlReport(buildView(report, diagnosis, context), report)));
      expect(data.id).toHaveLength(report.totals.total);
      const passed = data.state.filter((state) => state === 'passed' || state === 'flaky').length;
      expect(passed).toBe(report.totals.passed);
      const columns = [
        data.state,
        data.suite,
        data.file,
        data.line,
        data.start,
        data.duration,
        data.attempt,
        data.cause,
        data.route,
        data.age,
      ];
      expect(new Set(columns.map((column) => column.length))).toEqual(new Set([data.id.length]));
    });
  }

  test('has the steps of an attempt in order, bounded in number, depth and length', () => {
    const steps = [
      step('opens the page'),
      step('clicks', 9),
      ...Array.from({ length: 200 }, () => step('y'.repeat(500))),
    ];
    const failing = testCase('tests/a.py::a', { attempts: [attempt('failed', { steps })] });
    const report = runReport([suiteRun('unit', [failing])]);
    const html = writtenText(renderHtmlReport(buildView(report, NOT_DIAGNOSED, publishContext()), report));
    const shown = dataOf(html).details[0]?.attempts[0]?.steps ?? [];
    expect(shown).toHaveLength(100);
    expect(shown.slice(0, 2)).toEqual([
      ['failed', 12, 0, 'opens the page'],
      ['failed', 12, 3, 'clicks'],
    ]);
    expect(shown[2]?.[3].length).toBeLessThanOrEqual(300);
  });

  test('bounds its texts together and says so where one is missing', () => {
    const tests = Array.from({ length: 2500 }, (_, index) =>
      testCase(`tests/a.py::${index}`, { attempts: [attempt('failed', { details: 'x'.repeat(20_000) })] }),
    );
    const report = runReport([suiteRun('unit', tests)]);
    const html = writtenText(renderHtmlReport(buildView(report, NOT_DIAGNOSED, publishContext()), report));
    expect(html.length).toBeLessThan(25_000_000);
    expect(dataOf(html).details[2499]?.attempts[0]?.details).toContain('not shown because of limited space');
  });
});

/** A function of the page's own script, in a page without tests. */
function functionOfPage(name: string): unknown {
  const code = readFileSync(new URL('../../../src/publish/html/page/core.js', import.meta.url), 'utf8');
  const document = { getElementById: () => ({ textContent: '{"id":[],"state":[]}' }) };
  return runInContext(`${code};${name}`, createContext({ document }));
}

describe('a cause card', () => {
  const broken = testCase('tests/a.py::test_a', {
    attempts: [attempt('failed', { message: 'assert 1 == 2' })],
    attachments: ['artifacts/e2e/attempt-1/page.png'],
  });
  const cause = { quotes: ['E   assert 1 == 2'], place: { file: 'tests/a.py', line: 3 } };
  const page = (rootCause: string, source: readonly string[]): string => {
    const report = runReport([suiteRun('unit', [broken])]);
    const context = publishContext({ sourceAround: () => source });
    const found = runDiagnosis([diagnosisOf({ ...cause, rootCause }, [broken])]);
    return writtenText(renderHtmlReport(buildView(report, found, context), report));
  };

  test('shows the source with the failing line marked, and the screenshot', () => {
    const html = page('1 is not 2', ['  2 | a = <1>', '> 3 | assert a == 2', '  4 | ']);
    expect(html).toContain('  2 | a = &lt;1&gt;\n<mark>&gt; 3 | assert a == 2</mark>');
    expect(html).toContain('<img src="artifacts/e2e/attempt-1/page.png"');
    expect(page('1 is not 2', [])).not.toContain('class="source"');
  });

  test('does not quote what its title says', () => {
    expect(page('1 is not 2', [])).toContain('<pre>E   assert 1 == 2</pre>');
    expect(page('`assert 1 == 2`', [])).not.toContain('<pre>E   assert 1 == 2</pre>');
  });
});

describe('the cards of many causes', () => {
  const tests = Array.from({ length: 14 }, (_, index) =>
    testCase(`tests/a.py::test_${index} <b>`, { attempts: [attempt('failed', { message: `boom ${index}` })] }),
  );
  const parts = Array.from({ length: 7 }, (_, index) =>
    diagnosisOf({ id: `c${index}`, rootCause: `cause ${index}` }, tests.slice(index * 2, index * 2 + 2)),
  );
  const report = runReport([suiteRun('unit', tests)]);
  const html = writtenText(renderHtmlReport(buildView(report, runDiagnosis(parts), publishContext()), report));

  test('are closed after the fifth, with their title', () => {
    const cards = [...html.matchAll(/<article class="card bad" id="cause-\d"><details( open)?>/g)];
    expect(cards.map(([, open]) => open !== undefined)).toEqual([true, true, true, true, true, false, false]);
    expect(html).toContain('<summary><h3>7. cause 6</h3><span class="brief">2 tests</span></summary>');
  });

  test('name their tests as links to them', () => {
    expect(html).toContain(
      '<a href="#test=tests%2Fa.py%3A%3Atest_0+%3Cb%3E&amp;in=unit"><code>tests/a.py::test_0 &lt;b&gt;</code></a>',
    );
  });

  test('are among the sections that the page links to, each with its number', () => {
    const links = [...html.matchAll(/<li><a href="#([\w-]+)">(\w+)(?: <span class="muted">([\d,]+)<\/span>)?<\/a>/g)];
    expect(links.map(([, id, name, count]) => [id, name, count])).toEqual([
      ['causes', 'Causes', '7'],
      ['suites', 'Suites', '1'],
      ['timeline-part', 'Timeline', undefined],
      ['tests', 'Tests', '14'],
    ]);
    for (const [, id] of links) expect(html).toContain(`<section id="${id ?? ''}"`);
  });
});

describe('the head of the page', () => {
  const headOf = (
    suites: Parameters<typeof runReport>[0],
    change: Parameters<typeof publishContext>[0] = {},
  ): string => {
    const report = runReport(suites);
    const html = writtenText(renderHtmlReport(buildView(report, NOT_DIAGNOSED, publishContext(change)), report));
    return html.slice(html.indexOf('<header>'), html.indexOf('<h2>Tests'));
  };
  const passed = suiteRun('unit', [testCase('tests/a.py::test_a')]);

  test('says what each fact is', () => {
    const head = headOf([passed], { environment: 'Linux X64' });
    const facts = [...head.matchAll(/<li>(.*?)<\/li>/g)].map(([, fact = '']) => fact.replace(/<[^>]*>/g, ''));
    expect(facts).toEqual(
      expect.arrayContaining(['pull request #7', 'branch topic', 'commit a1b2c3d', 'Linux X64', 'pytest 9.0.2']),
    );
  });

  test('shows that a suite without a test is missing from a bar of passed tests', () => {
    const dead = suiteRun('e2e', [], { attempts: [], problems: [problem('config-error', 'npx not found')] });
    expect(headOf([passed, dead])).toContain('<li class="k-bad">1 suite without a test</li>');
    expect(headOf([passed, dead])).toContain('<rect class="b-bad" x="500.00" width="500.00"');
    expect(headOf([passed])).not.toContain('without a test');
  });

  test('has no column for a count that is zero in every suite', () => {
    const skipped = suiteRun('e2e', [testCase('tests/b.py::test_b', { attempts: [attempt('skipped')] })]);
    const columns = (html: string): readonly string[] =>
      [...html.matchAll(/<th scope="col">([^<]*)/g)].map(([, name = '']) => name);
    const always = ['suite', 'runner', 'result', 'passed', 'failed'];
    expect(columns(headOf([passed]))).toEqual([...always, 'time', 'attempts']);
    expect(columns(headOf([passed, skipped]))).toEqual([...always, 'skipped', 'time', 'attempts']);
  });
});

test('flaky tests have a section with their story', () => {
  const flaky = testCase('tests/a.py::test_b', {
    attempts: [attempt('failed', { message: 'boom' }), attempt('passed', { number: 2 })],
  });
  const report = runReport([suiteRun('unit', [flaky])]);
  const html = writtenText(renderHtmlReport(buildView(report, NOT_DIAGNOSED, publishContext()), report));
  expect(html).toMatch(/<h2>Flaky tests<\/h2>.*tests\/a\.py::test_b.*failed/s);
  const green = runReport([suiteRun('unit', [testCase('tests/a.py::test_c')])]);
  expect(writtenText(renderHtmlReport(buildView(green, NOT_DIAGNOSED, publishContext()), green))).not.toContain(
    'Flaky tests',
  );
});

test('durations and numbers are the same in the page as everywhere else', () => {
  const duration = functionOfPage('formatDuration') as typeof formatDuration;
  const number = functionOfPage('formatNumber') as typeof formatNumber;
  const edges = [0, 999.5, 1000, 9949, 9950, 59_499, 59_500, 3_599_499, 3_599_500, 7_199_000, 7_170_000, 90_000_000];
  expect(edges.map(duration)).toEqual(edges.map(formatDuration));
  fc.assert(fc.property(fc.nat(), (value) => duration(value) === formatDuration(value)));
  fc.assert(fc.property(fc.nat(), (value) => number(value) === formatNumber(value)));
});
