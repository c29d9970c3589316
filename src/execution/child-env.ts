/** Belongs to the step, not to tests: secrets, tokens, and files through which a child could command the workflow. */
const PRIVATE = [
  /^INPUT_/i,
  /^STATE_/i,
  /^ACTIONS_(RUNTIME|RESULTS|CACHE|ID_TOKEN)/i,
  /^GITHUB_(TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY|ARTIFACTS)$/i,
  /^(ANTHROPIC_API_KEY|GH_TOKEN|NODE_OPTIONS)$/i,
  /^QAAGENT_(EVENTS|SELECT|STACKS|PYTEST_PID|PLAYWRIGHT_PID)$/i,
];

const isPrivate = (name: string): boolean => PRIVATE.some((pattern) => pattern.test(name));

/** The environment of a suite: ours without what is private, `BASE_URL`, then what the user set for the suite. */
export function childEnv(
  env: Readonly<Record<string, string>>,
  baseUrl: string | null,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const kept = Object.entries(env).filter(([name]) => !isPrivate(name));
  return {
    ...Object.fromEntries(kept),
    CI: env['CI'] ?? '1',
    PYTHONUNBUFFERED: '1',
    ...(baseUrl === null ? {} : { BASE_URL: baseUrl }),
    ...own,
  };
}
