import { expect, test } from '@jest/globals';
import { parseCommandLine } from '../../src/adapters/terminal/command-line.js';
import { COMMAND_LINE_INPUTS } from '../../src/settings/command-line-inputs.js';

function helpOf(...command: readonly string[]): string {
  const parsed = parseCommandLine([...command, '--help'], { version: '1.0.0', inputs: COMMAND_LINE_INPUTS });
  return parsed.ok ? '' : parsed.output;
}

const optionsIn = (help: string): readonly string[] =>
  [...help.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, name]) => name ?? '');

test('every input that help shows is below a heading of its own kind', () => {
  const shown = COMMAND_LINE_INPUTS.filter(({ hidden }) => !hidden);
  expect(shown.filter(({ group }) => group === 'Other options:')).toEqual([]);
  expect(optionsIn(helpOf('run'))).toEqual(expect.arrayContaining(shown.map(({ name }) => `--${name}`)));
});

test.each([
  ['plan', ['--suites', '--config', '--working-directory', '--shard', '--app-env']],
  ['doctor', ['--suites', '--config', '--working-directory', '--shard', '--app-env']],
  ['report', []],
])('help of %s shows the options that mean something to it', (command, options) => {
  expect(optionsIn(helpOf(command))).toEqual(options);
});

test('an option that help does not show is accepted', () => {
  const parsed = parseCommandLine(['plan', '--retries', '2'], { version: '1.0.0', inputs: COMMAND_LINE_INPUTS });
  expect(parsed).toMatchObject({ ok: true, invocation: { command: 'plan', inputs: { retries: '2' } } });
});

const parse = (...args: readonly string[]): ReturnType<typeof parseCommandLine> =>
  parseCommandLine(args, { version: '1.0.0', inputs: COMMAND_LINE_INPUTS });

test.each([
  [['run', '--parallel', 'unit'], { inputs: { parallel: 'true' }, suites: ['unit'] }],
  [['run', 'unit', '--parallel'], { inputs: { parallel: 'true' }, suites: ['unit'] }],
  [['run', '--parallel', 'false', 'unit'], { inputs: { parallel: 'false' }, suites: ['unit'] }],
  [['run', '--parallel=false'], { inputs: { parallel: 'false' }, suites: [] }],
  [['run', '--no-parallel', 'unit'], { inputs: { parallel: 'false' }, suites: ['unit'] }],
  [['--no-parallel'], { inputs: { parallel: 'false' }, suites: [] }],
])('%j sets the switch and leaves the suites', (args, invocation) => {
  expect(parse(...args)).toMatchObject({ ok: true, invocation });
});

test.each([
  [['plan', '--timout', '5'], '--timeout'],
  [['run', '--coment', 'off'], '--comment'],
  [['merge', 'x', '--retrys', '5'], '--retries'],
])('%j is refused with the nearest option, also one that help does not show', (args, near) => {
  expect(parse(...args)).toMatchObject({
    ok: false,
    exit: 2,
    error: expect.stringContaining(`(Did you mean ${near}?)`),
  });
});

test('`help run` prints what `run --help` prints', () => {
  expect(parse('help', 'run')).toMatchObject({ ok: false, exit: 0, output: helpOf('run') });
});
