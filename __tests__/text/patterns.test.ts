import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import ts from 'typescript';
import { worstCases } from './worst-case.js';
import { startCpuClock } from '../linear-cost.js';

const ROOT = join(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');
/** Entries, which run when they are imported, and scripts of the page, which are no modules. */
const NOT_IMPORTED = /(?:^|\/)(?:main|post|supervise)\.ts$|publish\/html\/page|\.d\.ts$/;

interface Pattern {
  readonly place: string;
  readonly pattern: RegExp;
}

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(?:ts|js|mjs|cjs)$/.test(path),
);

/** Every regular expression that the source writes down. */
function literalPatterns(path: string): readonly Pattern[] {
  const file = ts.createSourceFile(path, readFileSync(join(SRC, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      found.push({ place: `${path}:${line + 1}`, pattern });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Every regular expression that modules put together when they are loaded. */
async function builtPatterns(): Promise<readonly Pattern[]> {
  const built: Pattern[] = [];
  const plain = globalThis.RegExp;
  let place = '';
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, args, newTarget) => {
      const pattern = Reflect.construct(target, args, newTarget) as RegExp;
      built.push({ place: `${place}: put together`, pattern });
      return pattern;
    },
  });
  try {
    for (const path of sources.filter((name) => name.endsWith('.ts') && !NOT_IMPORTED.test(name))) {
      place = path;
      await import(relative(import.meta.dirname, join(SRC, path)).replace(/\.ts$/, '.js'));
    }
  } finally {
    globalThis.RegExp = plain;
  }
  return built;
}

const SIZES = process.env['TORTURE'] === '1' ? [400, 8_000, 100_000] : [400, 8_000, 32_000];
/** Patterns whose text is short by construction: numbers that are formatted, arguments of a command on Windows. */
const SHORT_TEXT = new Set(['text/format.ts', 'publish/html/page/core.js', 'adapters/supervisor/windows-command.ts']);

/** Below this many milliseconds a cost says nothing. */
const LEAST_MS = 25;
/** Four times the text may cost so many times as much; 16 times is what quadratic work costs. */
const MOST_GROWTH = 9;

function costOf(pattern: RegExp, text: string): number {
  const spent = startCpuClock();
  if (pattern.global) text.replace(pattern, '');
  else text.search(pattern);
  return spent();
}

/** Other work of the machine can make one measurement dear, never each of these. */
const MOST_ROUNDS = 10;

/** Whether the cost of the longer text is that of more than linear work, whatever else the machine does. */
function growsTooFast(pattern: RegExp, longer: string, shorter: string): boolean {
  let [long, short] = [Infinity, Infinity];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    long = Math.min(long, costOf(pattern, longer));
    short = Math.min(short, costOf(pattern, shorter));
    if (long < LEAST_MS || long / short <= MOST_GROWTH) return false;
  }
  return true;
}

/** The first worst case whose cost grows faster than its size; null when none does. */
function tooSlow(pattern: RegExp): string | null {
  for (const size of SIZES) {
    for (const [at, text] of worstCases(pattern, size).entries()) {
      const cost = costOf(pattern, text);
      if (cost < LEAST_MS || !growsTooFast(pattern, text, worstCases(pattern, size / 4)[at] ?? '')) continue;
      return `${Math.round(cost)} ms for ${size} characters of ${JSON.stringify(text.slice(0, 40))}`;
    }
  }
  return null;
}

let patterns: readonly Pattern[];
beforeAll(async () => {
  const known = new Map<string, Pattern>();
  for (const each of [...sources.flatMap(literalPatterns), ...(await builtPatterns())])
    if (!known.has(String(each.pattern))) known.set(String(each.pattern), each);
  patterns = [...known.values()];
});

test('every pattern of the source is tried', () => {
  expect(patterns.length).toBeGreaterThan(600);
});

test('each pattern is linear on its own worst case', () => {
  const slow = patterns.flatMap(({ place, pattern }) => {
    const cost = SHORT_TEXT.has(place.split(':')[0] ?? '') ? null : tooSlow(pattern);
    return cost === null ? [] : [`${place} ${String(pattern).slice(0, 120)}: ${cost}`];
  });
  expect(slow).toEqual([]);
});
