import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith } from './with-tools.js';
import { endOf, readManifest, readTests, startLocal, type Inputs, type Place } from './truth/local-run.js';

const SHARDS = 4;

/** A module of pytest tests: most pass, some fail, are skipped, or fail in their set-up. */
function moduleOf(number: number): string {
  return [
    'import pytest',
    '@pytest.fixture',
    'def broken(): raise ValueError("no database")',
    `@pytest.mark.parametrize("n", range(250))`,
    `def test_number(n): assert n % 100 != ${number}, "number %d of ${number}" % n`,
    '@pytest.mark.xfail(reason="known")',
    'def test_expected(): assert False',
    ...(number === 3
      ? ['def test_set_up(broken): pass', '@pytest.mark.skip(reason="later")', 'def test_later(): pass']
      : []),
    ...(number === 4
      ? ['@pytest.mark.xdist_group("port")', 'class TestPort:', '  def test_a(self): pass', '  def test_b(self): pass']
      : []),
    '',
  ].join('\n');
}

const FEATURE = [
  'Feature: counting',
  '  Scenario: fine',
  '    Given it is 1',
  '  Scenario: not fine',
  '    Given it is 2',
  '',
];
const STEPS = ['from behave import given', '@given("it is {n:d}")', 'def step(context, n): assert n == 1, n', ''];

function project(root: string): string {
  const folder = join(root, 'project');
  mkdirSync(join(folder, 'tests'), { recursive: true });
  mkdirSync(join(folder, 'features/steps'), { recursive: true });
  writeFileSync(join(folder, 'pytest.ini'), '[pytest]\nmarkers =\n  xdist_group\n');
  for (let number = 0; number < 20; number += 1)
    writeFileSync(join(folder, `tests/test_${number}.py`), moduleOf(number));
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    writeFileSync(join(folder, `features/${name}.feature`), FEATURE.join('\n'));
  writeFileSync(join(folder, 'features/steps/steps.py'), STEPS.join('\n'));
  return folder;
}

const SUITES =
  'unit: pytest tests\nbehave: behave features\nweb: {runner: command, run: "true", report: [none.xml], enabled: false}';

/** What the evidence of a run says of each test. */
function tests(directory: string) {
  const known = readTests(directory).map(({ suite_name, status, metadata }) => {
    const { id, final, attempts } = metadata;
    return { suite: suite_name, id, status, final, attempts: attempts.map((each) => [each.status, each.message]) };
  });
  return known.toSorted((a, b) => (`${a.suite}\n${a.id}` < `${b.suite}\n${b.id}` ? -1 : 1));
}

function newest(parent: string): string {
  return join(parent, readdirSync(parent).toSorted().at(-1) ?? '');
}

describeWith(['python'], 'a run divided among four processes', () => {
  let root = '';
  let single = '';
  let parts = '';
  const at = (evidence: string): Place => ({ root, project: join(root, 'project'), evidence });

  /** Merges a folder of parts; gives what was printed and the merged run. */
  async function merge(folder: string, more: Inputs = {}) {
    const ended = await endOf(startLocal(at(folder), { mode: 'merge', ...more }));
    return { ...ended, directory: newest(folder) };
  }

  /** A copy of the four parts, changed. */
  function changed(change: (directories: readonly string[], folder: string) => void): string {
    const folder = mkdtempSync(join(root, 'changed-'));
    cpSync(parts, folder, { recursive: true });
    const of = (name: string): number => readManifest(join(folder, name)).shard?.index ?? 0;
    const names = readdirSync(folder).toSorted((a, b) => of(a) - of(b));
    change(
      names.map((name) => join(folder, name)),
      folder,
    );
    return folder;
  }

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'qaagent-shards-')));
    project(root);
    [single, parts] = [join(root, 'single'), join(root, 'parts')];
    await endOf(startLocal(at(single), { suites: SUITES }));
    const indices = Array.from({ length: SHARDS }, (_, index) => index + 1);
    await Promise.all(
      indices.map((index) => endOf(startLocal(at(parts), { suites: SUITES, shard: `${index}/${SHARDS}` }))),
    );
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('equals the run on one machine test by test, and every test ran on one shard', async () => {
    const { directory, exit, output } = await merge(changed(() => undefined));
    expect(exit).toBe(1);
    expect(tests(directory)).toEqual(tests(newest(single)));
    expect(tests(directory).length).toBeGreaterThan(5000);
    const [one, other] = [readManifest(newest(single)), readManifest(directory)];
    expect(other.counts).toEqual({ ...one.counts, causes: other.counts['causes'] });
    expect(other.suites.map(({ name, outcome, conclusion }) => ({ name, outcome, conclusion }))).toEqual(
      one.suites.map(({ name, outcome, conclusion }) => ({ name, outcome, conclusion })),
    );
    expect(other.legs).toHaveLength(SHARDS);
    expect(output).toContain('66 failures');
    const ran = readdirSync(parts).map((name) => tests(join(parts, name)).length);
    expect(ran.reduce((sum, count) => sum + count, 0)).toBe(tests(directory).length);
  });

  test('keeps a group on one shard', () => {
    const shards = readdirSync(parts).filter((name) =>
      tests(join(parts, name)).some(({ id }) => id.includes('TestPort')),
    );
    expect(shards).toHaveLength(1);
  });

  test.each([
    ['missing', 'shard 3 of 4 is missing', ([, , third = '']: readonly string[]) => rmSync(third, { recursive: true })],
    [
      'duplicated',
      'shard 3 of 4 is duplicated',
      ([, , third = '']: readonly string[], folder: string) =>
        cpSync(third, join(folder, '0-copy'), { recursive: true }),
    ],
    [
      'from another commit',
      'shard 3 of 4 is from another commit',
      ([, , third = '']: readonly string[]) => {
        const manifest = readManifest(third);
        const target = { ...manifest.target, git: { commit: 'f'.repeat(40), branch: 'main' } };
        writeFileSync(join(third, 'manifest.json'), JSON.stringify({ ...manifest, target }));
      },
    ],
    [
      'of another plan',
      'shard 3 of 4 has another plan',
      ([, , third = '']: readonly string[]) => {
        const file = join(third, 'evidence/shard.json');
        const record = JSON.parse(readFileSync(file, 'utf8')) as { suites: { plan: string }[] };
        for (const suite of record.suites)
          suite.plan = suite.plan.replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a'));
        writeFileSync(file, JSON.stringify(record));
      },
    ],
    [
      'torn',
      'shard 3 of 4 is incomplete',
      ([, , third = '']: readonly string[]) => {
        const file = join(third, 'evidence/tests.jsonl');
        writeFileSync(file, readFileSync(file, 'utf8').slice(0, -2000));
      },
    ],
  ])('is red and says so when one shard is %s', async (_what, sentence, change) => {
    const { directory, exit, output } = await merge(changed(change));
    expect(exit).toBe(1);
    expect(output).toContain(`✕ ${sentence}`);
    const { conclusion, suites } = readManifest(directory);
    expect(conclusion).toBe('failure');
    expect(suites.filter(({ name }) => name !== 'web')).toMatchObject([
      { outcome: 'incomplete' },
      { outcome: 'incomplete' },
    ]);
  });

  test('is divided by recorded durations where they are known, and so evenly', async () => {
    const { directory } = await merge(changed(() => undefined));
    const folder = join(root, 'timed');
    const timings = join(directory, 'evidence/timings.json');
    const given = { suites: 'unit: pytest tests', timings };
    await Promise.all(['1/3', '2/3', '3/3'].map((shard) => endOf(startLocal(at(folder), { ...given, shard }))));
    const records = readdirSync(folder).map((name) => {
      return JSON.parse(readFileSync(join(folder, name, 'evidence/shard.json'), 'utf8')) as {
        readonly suites: readonly { readonly source: string; readonly plan: string; readonly expected_ms: number }[];
      };
    });
    expect(records.map(({ suites }) => suites[0]?.source)).toEqual(['timings', 'timings', 'timings']);
    expect(new Set(records.map(({ suites }) => suites[0]?.plan)).size).toBe(1);
    const expected = records.map(({ suites }) => suites[0]?.expected_ms ?? 0);
    expect(Math.max(...expected) / Math.min(...expected)).toBeLessThan(1.05);
    expect((await merge(folder)).output).toContain('61 failures');
  });
});
