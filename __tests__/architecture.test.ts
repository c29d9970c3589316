import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, dirname, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Linter } from 'eslint';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

/** Which features a feature may import besides ports and model: the table of ARCHITECTURE.md. */
const FEATURES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => /^\| ([a-z]+) +\| ([a-z, ]*) *\| [^|]+\|$/.exec(line))
    .filter((row) => row !== null)
    .filter(([, feature]) => feature !== 'feature')
    .map(([, feature = '', imports = '']) => [
      feature,
      imports
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    ]),
);
const ENTRIES = ['main.ts', 'command-line.ts', 'post.ts', 'supervise.ts', 'services.ts'];
const MOST_FILES = 15;
const MOST_LINES = 300;

/** Vendor packages and the only files that may import them. */
const VENDORS: readonly { readonly pattern: RegExp; readonly allowed: RegExp }[] = [
  { pattern: /^xml2js$/, allowed: /^coverage\/read-coverage\.ts$/ },
  { pattern: /^(yaml)$/, allowed: /^text\/yaml\.ts$/ },
  { pattern: /^(valibot|fastest-levenshtein|string-argv)$/, allowed: /^settings\// },
  { pattern: /^string-width$/, allowed: /^text\/columns\.ts$/ },
  { pattern: /^node:(path|url|crypto|util|string_decoder|zlib)$/, allowed: /./ },
  { pattern: /^[^.]/, allowed: /^adapters\/|^(main|command-line|post|supervise|services)\.ts$/ },
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
  if (layer === 'adapters') return (target) => own.has(target) || target === 'text';
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

/** Adapters and entries. */
const OUTSIDE = /^adapters\/|^(main|command-line|post|supervise|services)\.ts$/;
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
    expect(violation({ file: 'report/xml/tokenizer.ts', target: '../../execution/results/ledger.js' })).toContain(
      'must not import',
    );
    expect(violation({ file: 'model/run.ts', target: '../ports.js' })).toContain('must not import');
    expect(violation({ file: 'publish/github/comment.ts', target: '@actions/github' })).toContain('must not import');
    expect(violation({ file: 'evidence/manifest.ts', target: 'node:fs' })).toContain('must not import');
    expect(violation({ file: 'coverage/read-coverage.ts', target: 'xml2js' })).toBeNull();
    expect(violation({ file: 'report/xml/tokenizer.ts', target: 'xml2js' })).toContain('must not import');
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

  test('a seeded assertion on elapsed time is caught', () => {
    const rules = JSON.parse(readFileSync(join(ROOT, 'scripts', 'no-elapsed-time.json'), 'utf8')) as Linter.RulesRecord;
    const problemsIn = (code: string): number => new Linter().verify(code, [{ rules }]).length;
    expect(problemsIn('const start = Date.now();')).toBe(1);
    expect(problemsIn('expect(performance.now() - start).toBeLessThan(5000);')).toBe(1);
    expect(problemsIn('expect(exit.durationMs).toBeLessThanOrEqual(7000);')).toBe(1);
    expect(problemsIn('expect(clock.now() - start).toBe(7000);')).toBe(0);
    expect(problemsIn('expect(exit.durationMs).toBeGreaterThan(4000);')).toBe(0);
  });

  test('every row of the import table exists and is used', () => {
    const used = new Set(
      sourceFiles()
        .flatMap(importsOf)
        .filter(({ target }) => target.startsWith('.'))
        .map(
          ({ file, target }) => `${layerOf(file)} -> ${layerOf(relative(SRC, resolve(SRC, dirname(file), target)))}`,
        ),
    );
    expect(unusedRows(FEATURES, used)).toEqual([]);
    expect(unusedRows({ ...FEATURES, text: ['routes'], attic: [] }, used)).toEqual(['text -> routes', 'attic']);
    const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const features = folders.map(({ name }) => name).filter((name) => !['app', 'adapters', 'model'].includes(name));
    expect(Object.keys(FEATURES).toSorted()).toEqual(features.toSorted());
  });

  test(`a folder has at most ${MOST_FILES} files`, () => {
    expect(crowded(filesOfSource())).toEqual([]);
    const seeded = Array.from({ length: MOST_FILES + 1 }, (_, at) => `text/file-${at}.ts`);
    expect(crowded(seeded)).toEqual([`text has ${MOST_FILES + 1} files`]);
    expect(crowded(seeded.slice(1))).toEqual([]);
  });

  test(`a file has at most ${MOST_LINES} lines`, () => {
    const long = filesOfSource().filter((file) => isLong(readFileSync(join(SRC, file), 'utf8')));
    expect(long).toEqual([]);
    expect(isLong('\n'.repeat(MOST_LINES + 1))).toBe(true);
    expect(isLong('\n'.repeat(MOST_LINES))).toBe(false);
  });
});

function unusedRows(table: typeof FEATURES, used: ReadonlySet<string>): string[] {
  const rows = Object.entries(table);
  const unknown = rows.map(([name]) => name).filter((name) => !existsSync(join(SRC, name)));
  return [
    ...rows.flatMap(([from, to]) => to.map((name) => `${from} -> ${name}`)).filter((row) => !used.has(row)),
    ...unknown,
  ];
}

/** Everything people read and edit below src; generated file lists and Python's cache do not count. */
function filesOfSource(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md' && !entry.parentPath.includes('__pycache__'))
    .map(({ parentPath, name }) => relative(SRC, join(parentPath, name)).replaceAll('\\', '/'));
}

function crowded(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > MOST_FILES).map(([folder, count]) => `${folder} has ${count} files`);
}

const isLong = (text: string): boolean => text.split('\n').length > MOST_LINES + 1;
