import { describe, expect, test } from '@jest/globals';
import { parseFindings, readFindings } from '../../src/quality/findings.js';

const finding = (fields: object = {}): string =>
  JSON.stringify({
    tool: 'axe',
    severity: 'high',
    code: 'label',
    message: 'm',
    file: null,
    line: null,
    column: null,
    selector: '#a',
    route: '/',
    evidence_refs: ['a.png'],
    tags: [],
    metadata: {},
    ...fields,
  });

const filesOf = (texts: Readonly<Record<string, string>>) => ({
  exists: (path: string) => Promise.resolve(path in texts),
  sizeOf: (path: string) => Promise.resolve(texts[path]?.length ?? 0),
  readTextIfExists: (path: string) => Promise.resolve(texts[path] ?? null),
});

describe('findings of a driver', () => {
  test('a torn last line and a line that is no finding are left out', () => {
    const text = [finding(), '{"tool":"axe"}', 'null', '[]', finding({ severity: 'grave' }), finding().slice(0, 40)];
    expect(parseFindings(text.join('\n')).map(({ code }) => code)).toEqual(['label']);
  });

  test('of two attempts the later has the word on each route that it looked at', async () => {
    const files = filesOf({
      '/run/artifacts/a11y/attempt-1/findings.jsonl': `${finding()}\n${finding({ route: '/pay', code: 'old' })}\n`,
      '/run/artifacts/a11y/attempt-2/findings.jsonl': `${finding({ route: '/pay', code: 'new' })}\n`,
    });
    const attempts = ['artifacts/a11y/attempt-1', 'artifacts/a11y/attempt-2', 'artifacts/a11y/attempt-3'];
    const found = await readFindings(attempts, '/run', files);
    expect(found.map(({ route, code }) => [route, code])).toEqual([
      ['/', 'label'],
      ['/pay', 'new'],
    ]);
    expect(found[1]?.evidence_refs).toEqual(['artifacts/a11y/attempt-2/a.png']);
  });
});
