import { describe, expect, test } from '@jest/globals';
import { findTools } from './tools.js';

export type ToolName = 'python' | 'playwright' | 'chromium' | 'javascript';

/** Describes tests that need tools of the projects, as `describeWithFound` does. */
export function describeWith(needed: readonly ToolName[], title: string, body: () => void): void {
  describeWithFound(findTools(), needed, title, body);
}

type Found<Name extends string> = Readonly<Record<Name, string | null>> & { readonly missing: readonly string[] };

/**
 * Describes tests that need tools. Without them it is a loud skip, and under `REQUIRE_RUNNERS=1` a failure that says
 * how to get them.
 */
export function describeWithFound<Name extends string>(
  tools: Found<Name>,
  needed: readonly Name[],
  title: string,
  body: () => void,
): void {
  const missing = needed.filter((name) => tools[name] === null);
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  const why = `${title}: ${missing.join(', ')} missing. ${tools.missing.join('; ')}`;
  if (process.env['REQUIRE_RUNNERS'] === '1') {
    test(`${title} has its tools`, () => expect(why).toBe(''));
    return;
  }
  process.stderr.write(`SKIPPED ${why}\n`);
  describe.skip(`${title} (skipped: ${missing.join(', ')} missing)`, body);
}
