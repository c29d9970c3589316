import { delimiter, join } from 'node:path';

/** Name of the event file in an attempt's folder. */
export const EVENTS_NAME = 'events.jsonl';

/** Where a pytest that hangs leaves its stacks when it is asked. */
export const STACKS_NAME = 'stacks.txt';

/**
 * Variables that make pytest and Playwright load our event writers, whoever starts them: directly, through `npm run`,
 * `make` or tox. The user's own plug-ins stay.
 */
export function injectionEnv(
  env: Readonly<Record<string, string>>,
  streamsDirectory: string,
  attemptDirectory: string,
): Readonly<Record<string, string>> {
  return {
    QAAGENT_EVENTS: join(attemptDirectory, EVENTS_NAME),
    QAAGENT_STACKS: join(attemptDirectory, STACKS_NAME),
    PYTHONPATH: joined([streamsDirectory, env['PYTHONPATH']], delimiter),
    PYTEST_PLUGINS: joined(['qaagent_pytest', env['PYTEST_PLUGINS']], ','),
    // tox hides variables from what it starts, unless its configuration or this names them.
    TOX_OVERRIDE: env['TOX_OVERRIDE'] ?? 'testenv.pass_env+=PYTHONPATH,PYTEST_*,QAAGENT_*',
    PW_TEST_REPORTER: join(streamsDirectory, 'qaagent-playwright.cjs'),
  };
}

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
