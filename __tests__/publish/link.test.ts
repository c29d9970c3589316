import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { htmlText } from '../../src/text/escape.js';
import { markdownLink, permalink, relativeAddress, safeUrl } from '../../src/publish/link.js';
import { hostileText } from './arbitrary-text.js';
import { parseGfm } from './gfm.js';

const REPOSITORY = 'https://github.com/acme/petstore';

describe('a permalink', () => {
  test('names commit, path and line', () => {
    expect(permalink(REPOSITORY, 'a1b2', 'src/a b/c#d.py', 7)).toBe(`${REPOSITORY}/blob/a1b2/src/a%20b/c%23d.py#L7`);
    expect(permalink(REPOSITORY, 'a1b2', 'src/a.py', 0)).toBe(`${REPOSITORY}/blob/a1b2/src/a.py`);
  });

  test('of any path stays one link to that repository', () => {
    fc.assert(
      fc.property(hostileText, (path) => {
        const nodes = parseGfm(`see ${markdownLink('`x`', permalink(REPOSITORY, 'a1b2', path, 3))} end`);
        const links = nodes.filter(({ type }) => type === 'link');
        expect(links).toHaveLength(1);
        expect(links[0]?.url?.startsWith(`${REPOSITORY}/`)).toBe(true);
        expect(nodes.map(({ type }) => type)).toEqual(['root', 'paragraph', 'text', 'link', 'inlineCode', 'text']);
      }),
    );
  });
});

describe('an address', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//evil.example', 'x', '']) {
    test(`that is not http(s) is no link: ${url}`, () => expect(safeUrl(url)).toBeNull());
  }

  test('never ends the attribute or the link it stands in', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const url = safeUrl(`https://a.example/${text}`);
        expect(url === null || (!/[\s"'<>()`]/.test(url) && htmlText(url).length >= url.length)).toBe(true);
      }),
    );
  });
});

describe('a path of the evidence', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['artifacts/e2e/shot 1.png', 'artifacts/e2e/shot%201.png'],
    ['artifacts\\e2e\\a.png', 'artifacts/e2e/a.png'],
    ['javascript:alert(1)', 'javascript%3Aalert%281%29'],
    ['../../etc/passwd', null],
    ['/etc/passwd', null],
    ['//evil.example/x.png', null],
    ['a//b', null],
    ['a/./b', null],
    ['', null],
  ];
  for (const [path, address] of rows) {
    test(`${JSON.stringify(path)} becomes ${String(address)}`, () => expect(relativeAddress(path)).toBe(address));
  }

  test('never leaves the folder of the page', () => {
    fc.assert(
      fc.property(hostileText, (path) => {
        const address = relativeAddress(path);
        if (address === null) return;
        expect(new URL(address, 'file:///runs/1/report.html').href.startsWith('file:///runs/1/')).toBe(true);
      }),
    );
  });
});
