import { describe, expect, test } from '@jest/globals';
import { INPUT_TABLE } from '../../src/settings/input-table.js';
import { settingsMessage } from '../../src/app/log.js';
import { readSettings } from '../../src/app/read/read-settings.js';
import { memoryFiles } from '../fakes/memory-files.js';
import { laptop } from '../fakes/run-contexts.js';

/** What is written wrongly, the place of the message, and a part of its remedy. */
type Mistake = readonly [title: string, written: Written, place: string, remedy: string];

interface Written {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

const UNIT = 'unit: pytest tests';
const inputs = (given: Readonly<Record<string, string>>): Written => ({ inputs: { suites: UNIT, ...given } });
const yaml = (text: string): Written => ({ files: { '.qaagent.yaml': text } });
const suite = (settings: string): Written => yaml(`suites:\n  unit: ${settings}\n`);

const INPUTS: readonly Mistake[] = [
  ['suites of blanks', inputs({ suites: '   ' }), 'suites', 'Write a value, or remove the input.'],
  ['suites that are a comment', inputs({ suites: '# unit: pytest tests' }), 'suites', 'Write one `name: runner path`'],
  ['a limit of blanks', inputs({ timeout: ' ' }), 'timeout', 'Write a value, or remove the input.'],
  ['a duration in days', inputs({ timeout: '1d' }), 'timeout', 'Write 300, 300s, 5m or 1h.'],
  ['a duration of two units', inputs({ timeout: '1h30m' }), 'timeout', 'Write 300, 300s, 5m or 1h.'],
  ['a limit called never', inputs({ 'idle-timeout': 'never' }), 'idle-timeout', 'Write 300, 300s, 5m, 1h or off.'],
  [
    'a comma in a number',
    inputs({ 'coverage-threshold': '62,5' }),
    'coverage-threshold',
    'Write a number such as 80 or 62.5, or off.',
  ],
  ['a number with a unit', inputs({ 'retention-days': '30d' }), 'retention-days', 'Write a number such as 2.'],
  ['a number that is a word', inputs({ annotations: 'all' }), 'annotations', 'Write a number such as 1.'],
  ['no worker at all', inputs({ 'max-workers': '0' }), 'max-workers', 'Write a number such as 2.'],
  ['a currency', inputs({ 'llm-budget': '$1' }), 'llm-budget', 'Write a number such as 0, 0.25 or 2.'],
  ['more than the last shard', inputs({ shard: '5/4' }), 'shard', 'Write its number and the total'],
  ['a shard counted from zero', inputs({ shard: '0/4' }), 'shard', 'Write its number and the total'],
  ['a quoted word', inputs({ parallel: '"true"' }), 'parallel', 'Write true or false.'],
  ['on for true', inputs({ 'fail-fast': 'on' }), 'fail-fast', 'Write true or false.'],
  ['off for false', inputs({ check: 'off' }), 'check', 'Write true or false.'],
  ['a branch for a switch', inputs({ 'verify-base': 'main' }), 'verify-base', 'Write true or false.'],
  ['a word near one of the list', inputs({ upload: 'failure' }), 'upload', 'Did you mean "failures"?'],
  ['a word of another tool', inputs({ comment: 'on-failure' }), 'comment', 'Use one of these values.'],
  [
    'a word with an underscore',
    inputs({ 'step-result': 'always_success' }),
    'step-result',
    'Did you mean "always-success"?',
  ],
  ['a short commit', inputs({ commit: 'abc123' }), 'commit', 'Write all 40 digits'],
  ['a number with its sign', inputs({ 'pull-request': '#7' }), 'pull-request', 'Write a number such as 2.'],
  ['an address without its host', inputs({ 'health-url': '/health' }), 'health-url', 'Write http://host:port'],
  ['an input in camel case', inputs({ baseUrl: 'http://localhost' }), 'baseUrl', 'Did you mean "base-url"?'],
  [
    'a file of another kind',
    { ...inputs({ openapi: 'o.yaml' }), files: { 'o.yaml': 'a: b' } },
    'openapi',
    'Name an OpenAPI document',
  ],
  [
    'a file for a folder',
    { ...inputs({ 'evidence-dir': 'out' }), files: { out: 'x' } },
    'evidence-dir',
    'Name a folder',
  ],
  [
    'an expression in a line',
    inputs({ suites: 'unit: pytest ${{ matrix.path }}' }),
    'suites',
    'under `with:` in the workflow',
  ],
  ['a command without a line', inputs({ suites: 'unit: command' }), 'suites.unit.run', 'for example `run: make test`'],
  ['a colon without a blank', inputs({ suites: 'unit:pytest tests' }), 'suites', 'Write `unit: pytest tests`.'],
  ['a name with a stroke', inputs({ suites: 'unit/api: pytest tests' }), 'suites.unit/api', 'Use at most 64 letters'],
  [
    'a pipe in the line of a runner',
    inputs({ suites: 'unit: pytest tests | tee log.txt' }),
    'suites.unit',
    'Write `command pytest tests | tee log.txt`',
  ],
  [
    'two commands in the line of a runner',
    inputs({ suites: 'unit: uv run pytest && echo' }),
    'suites.unit',
    '`command',
  ],
  ['a redirection', inputs({ suites: 'unit: pytest tests 2>&1' }), 'suites.unit', '`command pytest tests 2>&1`'],
  ['a semicolon', inputs({ suites: 'unit: pytest tests; echo' }), 'suites.unit', '`command pytest tests; echo`'],
  ['a variable', inputs({ suites: 'unit: pytest $TESTS' }), 'suites.unit', '`command pytest $TESTS`'],
  ['an apostrophe', inputs({ suites: "unit: pytest -k it's" }), 'suites.unit', 'Close it, or remove it.'],
  ['a runner in capitals', inputs({ suites: 'unit: Pytest tests' }), 'suites.unit.runner', 'Did you mean "pytest"?'],
];

const FILE: readonly Mistake[] = [
  [
    'a list for env',
    suite('{ runner: pytest, env: [A=b] }'),
    '.qaagent.yaml:2: suites.unit.env',
    'Write one indented `NAME: value`',
  ],
  [
    'a mapping in env',
    suite('{ runner: pytest, env: { A: { b: c } } }'),
    '.qaagent.yaml:2: suites.unit.env.A',
    'Write a string',
  ],
  [
    'a mapping for args',
    suite('{ runner: pytest, args: { k: v } }'),
    '.qaagent.yaml:2: suites.unit.args',
    'or a list.',
  ],
  ['a pipe in args', suite('{ runner: pytest, args: "-q | tee x" }'), '.qaagent.yaml:2: suites.unit.args', '`command'],
  ['no suite at all', yaml('suites: {}\n'), '.qaagent.yaml:1: suites', 'Write one `name: runner path` per line'],
  ['a list of no suites', yaml('suites: []\n'), '.qaagent.yaml:1: suites', 'Write one `name: runner path` per line'],
  ['a text for suites', yaml(`suites: |\n  ${UNIT}\n`), '.qaagent.yaml:1: suites', 'Remove the `|`'],
  [
    'inputs of a workflow',
    yaml(`with:\n  suites:\n    ${UNIT}\n`),
    '.qaagent.yaml:1: with',
    'has `suites:` and `run:`',
  ],
  ['a job of a workflow', yaml('jobs:\n  qa: { steps: [] }\n'), '.qaagent.yaml:1: jobs', 'in .github/workflows.'],
  ['two paths', suite('{ runner: pytest, path: [a, b] }'), '.qaagent.yaml:2: suites.unit.path', 'Write a string'],
  [
    'a key in camel case',
    suite('{ runner: pytest, idleTimeout: 5m }'),
    '.qaagent.yaml:2: suites.unit.idleTimeout',
    'Did you mean "idle-timeout"?',
  ],
  [
    'no report',
    suite('{ runner: junit }'),
    '.qaagent.yaml:2: suites.unit.report',
    'for example `report: reports/*.xml`',
  ],
  ['no line', suite('{ runner: command }'), '.qaagent.yaml:2: suites.unit.run', 'for example `run: make test`'],
  ['a suite that is a number', suite('5'), '.qaagent.yaml:2: suites.unit', 'Write `<runner> <path> [args]`'],
  [
    'a suite that waits for itself',
    suite('{ runner: pytest, after: [unit] }'),
    '.qaagent.yaml:1: suites',
    'Remove one `after`.',
  ],
  [
    'a suite that waits for none',
    suite('{ runner: pytest, after: [a] }'),
    '.qaagent.yaml:2: suites.unit.after',
    'The suites are unit.',
  ],
  [
    'an expression',
    yaml(`suites:\n  ${UNIT}\nrun:\n  retries: \${{ inputs.retries }}\n`),
    '.qaagent.yaml:4: run.retries',
    'under `with:` in the workflow',
  ],
  [
    'an input at the top',
    yaml(`suites:\n  ${UNIT}\nretries: 2\n`),
    '.qaagent.yaml:3: retries',
    'Indent it under `run:`',
  ],
  [
    'an input alone at the top',
    yaml(`suites:\n  ${UNIT}\nshard: 1/2\n`),
    '.qaagent.yaml:3: shard',
    'Set it as an input',
  ],
  [
    'a misspelt setting of the run at the top',
    yaml(`suites:\n  ${UNIT}\nretrys: 2\n`),
    '.qaagent.yaml:3: retrys',
    'Did you mean "retries"? Run settings belong under `run:`.',
  ],
  [
    'a misspelt key of a rule',
    yaml(`suites:\n  ${UNIT}\ndiagnosis: { rules: [{ match: x, category: data, ownr: me }] }\n`),
    'diagnosis.rules.0.ownr',
    'Did you mean "owner"?',
  ],
  [
    'a misspelt key of a report',
    suite('{ runner: junit, report: [{ path: r.xml, optinal: true }] }'),
    'suites.unit.report.0.optinal',
    'Did you mean "optional"?',
  ],
  [
    'a misspelt category',
    suite('{ runner: lighthouse, urls: a, thresholds: { performence: 90 } }'),
    'suites.unit.thresholds.performence',
    'Did you mean "performance"?',
  ],
  ['a suite at the top', yaml('unit: pytest tests\n'), '.qaagent.yaml:1: unit', 'Indent it under `suites:`'],
  [
    'a mapping of a suite at the top',
    yaml('unit: { runner: pytest }\n'),
    '.qaagent.yaml:1: unit',
    'Indent it under `suites:`',
  ],
  [
    'suites below run',
    yaml(`run:\n  suites:\n    ${UNIT}\n`),
    '.qaagent.yaml:2: run.suites',
    'Move `suites` to the top level',
  ],
  [
    'a section that is there twice',
    yaml(`suites:\n  ${UNIT}\nsuites:\n  a: behave x\n`),
    'at line 3, column 1',
    'a unique name',
  ],
  ['a quote that is not closed', yaml('suites:\n  unit: "pytest tests\n'), 'at line 3', 'Close it with the quote'],
  ['a sign that YAML reserves', yaml('suites:\n  unit: @tests\n'), 'at line 2, column 9', 'in single quotes'],
  ['a bracket that is not closed', yaml('suites: {unit: pytest\n'), 'at line 2', 'Write `]` or `}`'],
  [
    'a merge conflict',
    yaml('suites:\n<<<<<<< HEAD\n  a: b\n=======\n  a: c\n>>>>>>> x\n'),
    '.qaagent.yaml',
    'Resolve the conflict',
  ],
  ['two documents', yaml('suites: {}\n---\nrun: {}\n'), 'at line 2, column 1', 'Remove the line `---`'],
  ['UTF-16', yaml('s\0u\0i\0t\0e\0s\0:\0'), '.qaagent.yaml', 'Save it as UTF-8.'],
  [
    'a project that is a list',
    yaml(`project: [a]\nsuites:\n  ${UNIT}\n`),
    '.qaagent.yaml:1: project',
    'Write the name of the project.',
  ],
  [
    'a category that does not exist',
    yaml(`suites:\n  ${UNIT}\ndiagnosis:\n  rules:\n    - match: x\n      category: datta\n`),
    '.qaagent.yaml:6: diagnosis.rules.0.category',
    'Did you mean "data"?',
  ],
  [
    'a rule without a pattern',
    yaml(`suites:\n  ${UNIT}\ndiagnosis:\n  rules:\n    - category: data\n`),
    '.qaagent.yaml:5: diagnosis.rules.0.match',
    'Write a regular expression',
  ],
];

async function read({ inputs: given = {}, files = {} }: Written): Promise<Awaited<ReturnType<typeof readSettings>>> {
  const all = { 'tests/test_a.py': '', ...files };
  const entries = Object.entries(all).map(([path, text]) => [`/repo/${path}`, text] as const);
  return readSettings({ inputs: given, files: memoryFiles(Object.fromEntries(entries)), context: laptop({}) });
}

describe('a mistake in the settings is one message with its place and its remedy', () => {
  test.each([...INPUTS, ...FILE])('%s', async (_, written, place, remedy) => {
    const reading = await read(written);
    const problems = reading.ok ? [] : reading.problems;
    expect(problems).toHaveLength(1);
    expect(problems[0]?.severity).toBe('error');
    const message = settingsMessage(problems);
    expect(message).toContain(place);
    expect(message).toContain(remedy);
  });

  test.each([
    ['a setting of the file that has a space', yaml(`suites:\n  ${UNIT}\nrun: { coverage-threshold: 80% }\n`)],
    ['an input in a block scalar', inputs({ suites: `${UNIT}\n` })],
    ['an empty input, which a runner passes for one that is not written', inputs({ timeout: '' })],
    ['a dollar of the shell', inputs({ suites: 'unit: command echo ${HOME} > $QAAGENT_REPORT_DIR/a.xml' })],
    ['an operator in quotes', inputs({ suites: `unit: pytest -k "a | b" -m 'x && y' --deselect "t.py::a[$b]"` })],
    ['an id with signs of a shell', inputs({ suites: 'unit: pytest tests/test_a.py::test_b[x>y;z&]' })],
    ['other names at the top', yaml(`suites:\n  ${UNIT}\ntheme: dark\n`)],
  ])('%s is no mistake', async (_, written) => {
    expect((await read(written)).ok).toBe(true);
  });
});

test('every input that is empty, as a workflow passes one that is not set, means what its absence means', async () => {
  const empty = Object.fromEntries(INPUT_TABLE.map(({ name }) => [name, '']));
  const files = { '.qaagent.yaml': `suites:\n  ${UNIT}\nrun: { timeout: 90s, retries: 1 }\n` };
  const none = await read({ files });
  expect(none.ok).toBe(true);
  expect(await read({ files, inputs: empty })).toEqual(none);
});

describe('a spelling that is valid runs what it names', () => {
  const text = `suites:\n  ${UNIT}\nrun:\n  retries: 1\n`;
  test.each([
    ['a file of Windows', yaml(text.replaceAll('\n', '\r\n'))],
    ['a byte order mark', yaml(`\ufeff${text}`)],
    ['the other ending', { files: { '.qaagent.yml': text } }],
    ['keys with hyphens', yaml(`suites:\n  ${UNIT}\nrun: { retries: 1, fail-fast: false }\n`)],
    [
      'JSON that `config` names',
      {
        inputs: { config: 'qa.json' },
        files: { 'qa.json': '{"suites": {"unit": "pytest tests"}, "run": {"retries": 1}}' },
      },
    ],
    [
      'an input beside the file, which it wins over',
      { inputs: { suites: UNIT }, files: { '.qaagent.yaml': 'suites:\n  other: pytest other\nrun: { retries: 1 }\n' } },
    ],
  ])('%s', async (_, written) => {
    const reading = await read(written);
    const suites = reading.ok ? reading.settings.suites : [];
    expect(suites.map(({ name, runner, path, retries }) => ({ name, runner, path, retries }))).toEqual([
      { name: 'unit', runner: 'pytest', path: 'tests', retries: 1 },
    ]);
  });

  test('an input that replaces suites of the file names those that do not run', async () => {
    const reading = await read({
      inputs: { suites: UNIT },
      files: { '.qaagent.yaml': 'suites:\n  other: behave x\n' },
    });
    expect(reading.ok && reading.warnings.map(({ message }) => message)).toEqual([
      'the input replaces the suites of the settings file, so these do not run: other.',
    ]);
  });
});
