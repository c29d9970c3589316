import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ParsedReport } from '../../src/model/report.js';
import { readReport } from '../../src/report/read-report.js';
import { totalsOfReport } from '../../src/report/report-totals.js';
import { chunksOf } from './chunks.js';

const OPTIONS = { name: 'junit.xml', place: 'unit' };
const read = (content: string | Uint8Array, reported: object = {}): Promise<ParsedReport> =>
  readReport(chunksOf(content), { ...OPTIONS, ...reported });

/** Reads the report in pieces and as a whole, which makes no difference. */
async function readBoth(content: Uint8Array): Promise<ParsedReport> {
  const report = await read(content);
  expect(await readReport(content, OPTIONS)).toEqual(report);
  return report;
}

const suite = (cases: string, head = ''): string => `${head}<testsuite name="s">${cases}</testsuite>`;

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

const NAMED = suite('<testcase name="grün"/>');

describe('the encoding of a report', () => {
  test.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${NAMED}`)],
    ['UTF-16, little end first', utf16(NAMED, false)],
    ['UTF-16, big end first', utf16(NAMED, true)],
    ['UTF-16 whose declaration says UTF-8', utf16(`<?xml version="1.0" encoding="UTF-8"?>${NAMED}`, false)],
    ['UTF-16 without a mark', Buffer.from(NAMED, 'utf16le')],
    ['UTF-8 whose declaration says UTF-16', Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${NAMED}`)],
    ['latin1', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${NAMED}`, 'latin1')],
    ['an encoding that nobody knows', Buffer.from(`<?xml version="1.0" encoding="klingon"?>${NAMED}`)],
    ['gzip', gzipSync(NAMED)],
  ])('is understood: %s', async (_, bytes) => {
    const report = await readBoth(bytes);
    expect(report.cases.map(({ name }) => name)).toEqual(['grün']);
    expect(report.problems).toEqual([]);
  });

  test('may be broken: what no byte means is replaced', async () => {
    const report = await readBoth(Buffer.from(suite('<testcase name="gr\u00fcn"/>'), 'latin1'));
    expect(report.cases[0]?.name).toBe('gr\uFFFDn');
  });

  test('is gzip that was cut off: complete cases are kept and it is red', async () => {
    const names = fc.sample(fc.string({ minLength: 30 }), { numRuns: 2_000, seed: 1 });
    const packed = gzipSync(suite(names.map((_, at) => `<testcase name="n${at}"/>`).join('\n')));
    const report = await readBoth(packed.subarray(0, packed.length / 2));
    expect(report.cases.length).toBeGreaterThan(100);
    expect(totalsOfReport(report).outcome).toBe('red');
  });
});

describe('markup that nobody escaped', () => {
  test.each([
    ['a bare ampersand', '<failure message="a & b">c & d</failure>', 'a & b', 'c & d'],
    ['an unknown entity', '<failure message="a&nbsp;b">&eacute;</failure>', 'a&nbsp;b', '&eacute;'],
    ['tags', '<failure message="m">a <b>x</b> </error> &lt;</failure>', 'm', 'a <b>x</b> </error> <'],
    ['a lone less-than', '<failure message="a < b">if (a <b && "c</failure>', 'a < b', 'if (a <b && "c'],
    ['the end of CDATA', '<failure message="m"><![CDATA[a ]]> b <c> ]]></failure>', 'm', 'a  b <c> ]]>'],
    ['quotes', '<failure message="said "no", again">t</failure>', 'said "no", again', 't'],
    ['control characters', '<failure message="a\u0007b&#0;c&#x1b;[31md">\u0000e</failure>', 'abcd', 'e'],
    ['colours that a writer escaped', '<failure message="#x1B[31mred#x1B[0m"/>', 'red', ''],
    ['half a surrogate pair', '<failure message="a&#xD83D;b&#xD83D;&#xDE00;"/>', 'ab😀', ''],
    ['an escaped escape', '<failure message="&amp;lt;&#38;lt;"/>', '&lt;&lt;', ''],
    ['Windows line ends', '<failure message="m">a\r\nb\rc</failure>', 'm', 'a\nb\nc'],
  ])('is text: %s', async (_, failure, message, details) => {
    const { cases } = await read(suite(`<testcase name="a">${failure}</testcase><testcase name="b"/>`));
    expect(cases).toMatchObject([
      { status: 'failed', message, details },
      { name: 'b', status: 'passed' },
    ]);
  });
});

describe('a hostile report', () => {
  test('expands no entity and reads no file', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY g "<testcase name=\'forged\'/>">]>';
    const { cases } = await read(suite('<testcase name="a"><failure>&b;&f;</failure></testcase>', bomb));
    expect(cases).toMatchObject([{ name: 'a', status: 'failed', details: '&b;&f;' }]);
  });

  test('nests 50,000 suites without harm', async () => {
    const depth = 50_000;
    const report = await read(
      `${'<testsuite name="s">'.repeat(depth)}<testcase name="a"/>${'</testsuite>'.repeat(depth)}<testsuite><testcase name="b"/></testsuite>`,
    );
    expect(report.cases.map(({ name }) => name)).toContain('b');
    expect(report.cases.every(({ suite: path }) => path.length <= 2_000)).toBe(true);
  });

  test('keeps head and tail of long texts within the bounds of one case', async () => {
    const long = `first line\n${'x'.repeat(3_000_000)}\nlast line`;
    const { cases } = await read(
      suite(
        `<testcase name="${'n'.repeat(3_000_000)}"><failure message="${long}">${long}</failure><system-out>${long}</system-out></testcase><testcase name="b"/>`,
      ),
    );
    const [first, second] = cases;
    expect(second?.name).toBe('b');
    expect(first?.name.length).toBeLessThanOrEqual(4_000);
    expect(first?.message.length).toBeLessThanOrEqual(4_000);
    for (const text of [first?.details ?? '', first?.output ?? '']) {
      expect(text.length).toBeLessThan(65_000);
      expect(text.startsWith('first line')).toBe(true);
      expect(text.trimEnd().endsWith('last line')).toBe(true);
    }
  });

  test('keeps no more text than all cases together may have, and says so', async () => {
    const loud = `<failure message="m">${'y'.repeat(10_000)}</failure>`;
    const cases = Array.from({ length: 50 }, (_, at) => `<testcase name="n${at}">${loud}</testcase>`).join('');
    const report = await read(suite(cases), { maxKeptChars: 100_000 });
    const kept = report.cases.reduce((sum, { details }) => sum + details.length, 0);
    expect(kept).toBeLessThan(130_000);
    expect(report.cases.every(({ status, message }) => status === 'failed' && message === 'm')).toBe(true);
    expect(report.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^junit.xml contains too much text; \d+ texts truncated$/),
    ]);
  });

  test('is read up to the largest size and is then not believed', async () => {
    const report = await read(suite('<testcase name="a"/>'.repeat(100_000)), { maxBytes: 1_000_000 });
    expect(report.cases.length).toBeGreaterThan(1_000);
    expect(totalsOfReport(report).outcome).toBe('red');
  });

  test('is unpacked no further than the largest size', async () => {
    const bomb = gzipSync(
      Buffer.concat([Buffer.from('<testsuite><testcase name="a"/>'), Buffer.alloc(200_000_000, ' ')]),
    );
    const report = await read(bomb, { maxBytes: 1_000_000 });
    expect(report.cases.map(({ name }) => name)).toEqual(['a']);
    expect(report.problems).toMatchObject([
      { severity: 'error', message: 'junit.xml is too large; 1 of at least 1 results kept' },
    ]);
  });

  test('that cannot be read at all is the only reason to reject', async () => {
    const failing = async function* (head: Uint8Array): AsyncGenerator<Uint8Array> {
      yield* chunksOf(head);
      throw new Error('EIO');
    };
    for (const head of [Buffer.from('<testsuite>'), gzipSync('<testsuite>'.repeat(1_000))])
      await expect(readReport(failing(head), { name: 'junit.xml', place: '' })).rejects.toThrow('EIO');
  });

  test('may use the names of object prototypes', async () => {
    const { cases } = await read(
      suite(
        '<testcase name="__proto__" classname="constructor"><properties><property name="__proto__" value="x"/></properties></testcase>',
      ),
    );
    expect(cases[0]).toMatchObject({ name: '__proto__', classname: 'constructor' });
    expect(Object.entries(cases[0]?.properties ?? {})).toEqual([['__proto__', 'x']]);
  });

  test('never makes the reader throw, whatever its bytes are', async () => {
    const piece = fc.constantFrom(
      '<testsuite name="s">',
      '</testsuite>',
      '<testcase name="a">',
      '<testcase name=a/>',
      '</testcase>',
      '<failure>',
      '</failure>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?xml ?>',
      '<!DOCTYPE [',
      '&#x',
      '"',
      "'",
      '<',
      '>',
      'ok 1',
      '{"a":',
      '\n',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), fc.uint8Array({ maxLength: 20 }), async (pieces, noise) => {
        const report = await read(Buffer.concat([Buffer.from(pieces.join('')), noise]));
        expect(report.cases.length + report.problems.length).toBeGreaterThanOrEqual(0);
        expect(Array.isArray(report.suiteErrors)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a file that holds no results', () => {
  test.each([
    ['', 'junit.xml is empty'],
    ['\uFEFF \n', 'junit.xml is empty'],
    ['<?xml version="1.0"?>', 'junit.xml contains no test results'],
    ['<html><body>502</body></html>', 'junit.xml contains no test results: it is an HTML page'],
    ['<coverage line-rate="1"/>', 'junit.xml contains no test results: it is a coverage report (Cobertura or Clover)'],
    ['<catalog/>', 'junit.xml contains no test results: it is XML with the root <catalog>'],
    ['{"a": 1}', 'junit.xml contains no test results: it is JSON in an unknown format'],
    ['<testsui', 'junit.xml is cut off before its first complete result'],
    ['make: *** [test] Error 1\n', 'junit.xml contains no test results'],
  ])('is an error with a name: %j', async (content, message) => {
    const report = await read(content);
    expect(report.problems).toMatchObject([{ severity: 'error', place: 'unit', message }]);
    expect(totalsOfReport(report).outcome).toBe('red');
  });
});
