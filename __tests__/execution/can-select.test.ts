import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../src/adapters/node-files.js';
import { collectOutput } from '../../src/execution/attempt/collect-output.js';
import { canSelect, refusesStream } from '../../src/execution/retry-plan.js';
import { unexplainedExit } from '../../src/execution/problems/exit-problems.js';
import type { StreamEvent } from '../../src/model/events.js';
import { anExit, aTest, aTool, anOutput, collected, session } from './an-attempt.js';

const command = aTool({ tool: 'check', resultSource: 'reports', canSelect: false });
const playwright = { ...session, runner: 'playwright' } as StreamEvent;
const ids = [{ id: 'a' }, { id: 'b' }];

describe('asking for single tests', () => {
  test.each([
    ['a runner that told of itself', aTool(), [session], true],
    ['a runner that told nothing', aTool(), [], false],
    ['a command with a template', aTool({ resultSource: 'reports' }), [], true],
    ['a command that runs pytest alone', command, [session, collected(['a', 'b'])], true],
    ['a command with tests of another tool too', command, [session, collected(['a'])], false],
    ['a command that runs Playwright', command, [playwright, collected(['a', 'b'])], false],
    ['a command that runs both', command, [session, playwright, collected(['a', 'b'])], false],
    ['a command that only reports', command, [], false],
  ])('%s', (_, prepared, events, expected) => {
    expect(canSelect(prepared, [anOutput(events)], ids)).toBe(expected);
  });
});

describe('an interpreter that does not see our plug-in', () => {
  test.each([
    ['pytest', 'ImportError: Error importing plugin "qaagent_pytest": No module named', [], true],
    ['behave', "ModuleNotFoundError: No module named 'qaagent_behave'", [], true],
    ['a session that began', "No module named 'qaagent_behave'", [session], false],
    ['another module', "No module named 'requests'", [], false],
  ])('is known by its words: %s', (_, tail, events, expected) => {
    expect(refusesStream(anOutput(events, { tail }))).toBe(expected);
  });
});

describe('an exit status beside forgiven failures', () => {
  const entry = { reason: 'known', owner: 'ada', issue: '', expires: '2999-01-01' };
  const known = [aTest('a', ['failed'], { quarantine: entry }), aTest('b', ['error'], { quarantine: entry })];
  const reported = (exitCode: number, tests = known, prepared = command) =>
    unexplainedExit(prepared, anOutput([], { exit: anExit({ exitCode }) }), tests)?.message ?? null;

  test.each([0, 1, 2, 101])('of %i says no more than that they failed', (code) => {
    expect(reported(code)).toBeNull();
  });

  test.each([
    ['npm run unit && npm run api', true],
    ['npx mocha --bail', true],
    ['npx vitest run --bail=1', true],
    ['cd app && npm ci && npm test', false],
    ['go test ./...', false],
    ['cargo test -p till', true],
    ['cargo test --no-fail-fast', false],
    ['cargo nextest run', true],
    ['./mvnw -B verify', true],
    ['mvn -B -fae verify', false],
    ['./gradlew test', true],
    ['./gradlew test --continue', false],
  ])('of 1 leaves open whether all tests ran when its line is %s: %s', (line, isOpen) => {
    const output = anOutput([], { exit: anExit({ exitCode: 1 }) });
    const attempt = output.attempt === null ? null : { ...output.attempt, command: ['bash', '-c', line] };
    expect(unexplainedExit(command, { ...output, attempt }, known) !== null).toBe(isOpen);
  });

  test.each([
    ['jest.config.js', 'module.exports = { bail: 1 };', true],
    ['jest.config.js', 'module.exports = { bail: process.env.CI ? 1 : 0 };', true],
    ['jest.config.js', 'module.exports = { bail: 0, verbose: true };', false],
    ['package.json', '{"jest": {"bail": true}}', true],
    ['package.json', '{"dependencies": {"bailiff": "1.0.0"}}', false],
    ['vitest.config.ts', 'export default { test: { bail: 2 } };', true],
    ['.mocharc.yml', 'bail: true', true],
    ['phpunit.xml', '<phpunit stopOnFailure="true"/>', true],
    ['.rspec', '--color\n--fail-fast', true],
    ['.config/nextest.toml', '[profile.ci]\nfail-fast = false', false],
  ])('leaves it open when %s is `%s`: %s', async (path, text, isOpen) => {
    const folder = mkdtempSync(join(tmpdir(), 'stops-'));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    const { attempt } = anOutput([], { exit: anExit({ exitCode: 1 }) });
    if (attempt === null) throw new Error('no attempt');
    const places = { directory: folder, cwd: folder, eventsFile: join(folder, 'events.jsonl') };
    const patterns = { ownReports: [], sharedReports: [], earlierReports: {}, requested: null };
    const output = await collectOutput({ suite: 'unit', ...places, ...patterns }, attempt, nodeFiles);
    const problem = unexplainedExit(command, output, known);
    expect(problem?.message ?? '').toBe(
      isOpen
        ? `check ended with 1, and it is unknown whether all of its tests ran, because it stops at the first failure (a setting in ${basename(path)})`
        : '',
    );
  });

  test('of anything else is an error', () => {
    expect(reported(3)).toBe('check ended with 3, which its quarantined failures do not explain');
  });

  test('is left to the runner that explains its own, and to tests that are red anyway', () => {
    expect(reported(3, known, aTool())).toBeNull();
    expect(reported(3, [aTest('a', ['failed'])])).toBeNull();
    expect(unexplainedExit(command, undefined, known)).toBeNull();
  });
});
