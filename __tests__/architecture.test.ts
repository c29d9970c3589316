import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, dirname, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

/** Which features a feature may import besides ports and model. ARCHITECTURE.md shows the same table. */
const FEATURES: Readonly<Record<string, readonly string[]>> = {
  settings: [],
  runners: [],
  execution: ['runners', 'report'],
  report: [],
  generate: [],
  locate: [],
  routes: [],
  diagnosis: ['locate'],
  quality: ['runners', 'report'],
  evidence: ['routes', 'execution'],
  history: ['execution'],
  publish: ['locate', 'routes', 'execution', 'report', 'evidence'],
};
const ENTRIES = ['main.ts', 'post.ts', 'supervise.ts', 'world.ts'];

/** Vendor packages and the only files that may import them. */
const VENDORS: readonly { readonly pattern: RegExp; readonly allowed: RegExp }[] = [
  { pattern: /^xml2js$/, allowed: /^report\/coverage\.ts$/ },
  { pattern: /^(yaml)$/, allowed: /^settings\/yaml\.ts$/ },
  { pattern: /^(valibot|fastest-levenshtein|string-argv)$/, allowed: /^settings\// },
  { pattern: /^picomatch$/, allowed: /^(history|adapters)\// },
  { pattern: /^node:(path|url|crypto|util|string_decoder|zlib)$/, allowed: /./ },
  { pattern: /^[^.]/, allowed: /^adapters\/|^(main|post|supervise|world)\.ts$/ },
];

interface Import {
  readonly file: string;
  readonly target: string;
}

const layerOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : file);

function allowedLayers(file: string): (layer: string) => boolean {
  const layer = layerOf(file);
  if (ENTRIES.includes(layer)) return () => true;
  const own = new Set(['ports.ts', 'model', layer]);
  if (layer === 'ports.ts') return (target) => target === 'model';
  if (layer === 'model') return (target) => target === 'model';
  if (layer === 'adapters') return (target) => own.has(target);
  if (layer === 'app') return (target) => own.has(target) || target in FEATURES;
  const friends = FEATURES[layer] ?? [];
  return (target) => own.has(target) || friends.includes(target);
}

/** Says what is wrong with one import; null when nothing is. */
function violation({ file, target }: Import): string | null {
  if (target.startsWith('.')) {
    const path = relative(SRC, resolve(SRC, dirname(file), target)).replace(/\.js$/, '.ts');
    return allowedLayers(file)(layerOf(path)) ? null : `${file} must not import ${path}`;
  }
  const rule = VENDORS.find(({ pattern }) => pattern.test(target));
  return rule && !rule.allowed.test(file) ? `${file} must not import ${target}` : null;
}

/** Adapters, entries, and text that runs in a reader's browser. */
const OUTSIDE = /^adapters\/|^(main|post|supervise|world)\.ts$|^publish\/html\/client-/;
const GLOBALS = /\b(process\.\w+|Date\.now\(|new Date\(\)|setTimeout\(|setInterval\(|fetch\()/;

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => ({ file, target: fileName }));
}

describe('the architecture', () => {
  test('imports run in one direction only', () => {
    const wrong = sourceFiles().flatMap(importsOf).map(violation).filter(Boolean);
    expect(wrong).toEqual([]);
  });

  test('a seeded upward or vendor import is caught', () => {
    expect(violation({ file: 'report/xml.ts', target: '../execution/ledger.js' })).toContain('must not import');
    expect(violation({ file: 'model/run.ts', target: '../ports.js' })).toContain('must not import');
    expect(violation({ file: 'publish/comment.ts', target: '@actions/github' })).toContain('must not import');
    expect(violation({ file: 'evidence/manifest.ts', target: 'node:fs' })).toContain('must not import');
    expect(violation({ file: 'report/coverage.ts', target: 'xml2js' })).toBeNull();
    expect(violation({ file: 'report/xml.ts', target: 'xml2js' })).toContain('must not import');
  });

  test('time, process and network are touched in adapters and entries alone', () => {
    const inside = sourceFiles().filter((file) => !OUTSIDE.test(file));
    const wrong = inside.filter((file) => GLOBALS.test(readFileSync(join(SRC, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('no test mocks a module', () => {
    const tests = readdirSync(join(ROOT, '__tests__'), { recursive: true, encoding: 'utf8' }).filter((f) =>
      f.endsWith('.ts'),
    );
    const mocking = tests.filter((file) =>
      new RegExp('jest\\.(unstable_)?mock(Module)?' + '\\(').test(readFileSync(join(ROOT, '__tests__', file), 'utf8')),
    );
    expect(mocking).toEqual([]);
  });

  test('no source file is longer than 200 lines', () => {
    const long = sourceFiles().filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 201);
    expect(long).toEqual([]);
  });
});
