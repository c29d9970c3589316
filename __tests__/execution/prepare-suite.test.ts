import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { childEnv } from '../../src/execution/prepare-suite.js';

const PRIVATE = [
  ...['INPUT_ANTHROPIC-API-KEY', 'INPUT_SUITES', 'STATE_run-directory', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RUNTIME_URL'],
  ...['ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'GITHUB_TOKEN', 'GITHUB_OUTPUT'],
  ...['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'ANTHROPIC_API_KEY', 'GH_TOKEN'],
  ...['QAAGENT_EVENTS', 'QAAGENT_SELECT', 'QAAGENT_STACKS', 'QAAGENT_PYTEST_PID'],
];

describe('the environment of tests', () => {
  test.each(PRIVATE.map((name) => [name]))('is without %s', (name) => {
    expect(childEnv({ [name]: 'x', HOME: '/h' }, null, {})).toEqual({ HOME: '/h', CI: '1', PYTHONUNBUFFERED: '1' });
  });

  test('keeps what the workflow set for its tests', () => {
    const env = { GITHUB_SHA: 'abc', GITHUB_WORKSPACE: '/w', DATABASE_URL: 'x', RUNNER_TEMP: '/t', CI: 'true' };
    const options = { NODE_OPTIONS: '--experimental-vm-modules' };
    expect(childEnv(options, null, {})).toMatchObject(options);
    expect(childEnv(env, null, {})).toEqual({ ...env, PYTHONUNBUFFERED: '1' });
  });

  test('has the address of the application, and what the user gives the suite before everything', () => {
    expect(childEnv({ BASE_URL: 'old', A: '1' }, 'http://app', { A: '2', GITHUB_TOKEN: 'wanted' })).toMatchObject({
      ...{ BASE_URL: 'http://app', A: '2', GITHUB_TOKEN: 'wanted' },
    });
    expect(childEnv({}, 'http://app', { BASE_URL: 'mine' })['BASE_URL']).toBe('mine');
  });

  test('never holds a private name in any spelling of its case', () => {
    const name = fc
      .constantFrom(...PRIVATE)
      .chain((each) =>
        fc
          .array(fc.boolean(), { minLength: each.length, maxLength: each.length })
          .map((upper) =>
            Array.from(each, (letter, at) => (upper[at] === true ? letter.toUpperCase() : letter.toLowerCase())).join(
              '',
            ),
          ),
      );
    fc.assert(
      fc.property(name, (each) => expect(Object.keys(childEnv({ [each]: 'x' }, null, {}))).not.toContain(each)),
    );
  });
});
