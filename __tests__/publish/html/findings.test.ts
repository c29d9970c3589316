import { describe, expect, test } from '@jest/globals';
import { findingsHtml } from '../../../src/publish/html/measured/findings.js';
import { loadHtml } from '../../../src/publish/html/measured/load.js';
import { scoresHtml } from '../../../src/publish/html/measured/scores.js';
import { LOAD, finding, loaded, ofRunner, scored } from '../a-quality-run.js';
import { runReport, suiteRun, testCase } from '../build.js';

const EVIL = '<img src=x onerror=alert(1)>';

describe('findings on the page', () => {
  test('stand by suite, the gravest first, with rule, element and picture', () => {
    const minor = finding({ severity: 'low', code: 'region', metadata: {}, evidence_refs: [] });
    const html = findingsHtml([{ suite: 'a11y', findings: [minor, finding({ severity: 'critical' })] }]);
    expect(html.indexOf('critical</span>')).toBeLessThan(html.indexOf('low</span>'));
    expect(html).toContain('<a href="https://dequeuniversity.com/rules/axe/4.11/label"><code>label</code></a>');
    expect(html).toContain('<summary>Element</summary><pre>&lt;input id=&quot;amount&quot;&gt;</pre>');
    expect(html).toContain('<img src="artifacts/a11y/attempt-1/screenshots/1.png" alt="1.png" loading="lazy">');
  });

  test('give a request to copy', () => {
    const curl = 'curl -X GET http://127.0.0.1/pets/10000';
    const html = findingsHtml([{ suite: 'api', findings: [finding({ metadata: { curl } })] }]);
    expect(html).toContain(`<summary>Request</summary><pre>${curl}</pre>`);
  });

  test('are text alone, whoever wrote them, and lead nowhere but to the web and into the run', () => {
    const html = findingsHtml([
      {
        suite: EVIL,
        findings: [
          finding({
            code: EVIL,
            message: EVIL,
            evidence_refs: ['../../etc/passwd', `${EVIL}.png`],
            metadata: { help_url: 'javascript:alert(1)', html: EVIL, curl: 7 },
          }),
        ],
      },
    ]);
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('href="..');
  });

  test('are fifty at most, and say how many are left out', () => {
    const html = findingsHtml([{ suite: 'a11y', findings: Array.from({ length: 53 }, () => finding()) }]);
    expect(html.match(/<tr><td>/g)).toHaveLength(50);
    expect(html).toContain('3 more findings: see evidence/quality.jsonl.');
  });

  test('leave no trace where there are none', () => {
    expect(findingsHtml([])).toBe('');
  });
});

describe('scores on the page', () => {
  test('stand beside what is asked for, a row a page and a column a category', () => {
    const tests = [scored('performance', '55', 'failed'), scored('seo', EVIL, 'passed')];
    const html = scoresHtml(runReport([ofRunner('speed', 'lighthouse', tests)]));
    expect(html).toContain('<th scope="col">performance</th><th scope="col">seo</th>');
    expect(html).toContain('<strong class="m-failed">55</strong> <span class="muted">limit 75</span>');
    expect(html).not.toContain('<img');
  });

  test('are those of Lighthouse alone', () => {
    expect(scoresHtml(runReport([ofRunner('load', 'locust', [scored('performance', '55', 'failed')])]))).toBe('');
  });
});

describe('load on the page', () => {
  test('is the numbers of each route and a curve a quantity, whose name says its most', () => {
    const html = loadHtml([{ suite: '<load>', points: LOAD }], runReport([ofRunner('<load>', 'locust', [loaded])]));
    expect(html).toContain('<h3>&lt;load&gt;</h3>');
    expect(html).toContain('<td>1,200</td><td>3</td><td>6.4</td><td>2 ms</td><td>600 ms</td><td>–</td>');
    expect(html).toContain('aria-label="Requests per second: at most 17.8/s in 10 s"');
    expect(html).toContain('aria-label="Slowest 5 %: at most 80 ms in 10 s"');
    expect(html).toContain('points="0.0,64.0 720.0,8.0"');
  });

  test('of one point is a dot', () => {
    const html = loadHtml([{ suite: 'load', points: LOAD.slice(1) }], runReport([suiteRun('load', [])]));
    expect(html).toContain('points="720.0,8.0 720.0,8.0"');
  });

  test('leaves no trace where there is none', () => {
    expect(loadHtml([], runReport([suiteRun('unit', [testCase('a')])]))).toBe('');
  });
});
