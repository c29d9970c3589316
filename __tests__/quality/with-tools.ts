import { describeWithFound } from '../e2e/with-tools.js';
import { qualityTools } from './tools.js';

type ToolName = 'python' | 'schemathesis3' | 'site' | 'chromium';

/** Describes tests that need tools of the quality suites, as `describeWithFound` does. */
export function describeWith(needed: readonly ToolName[], title: string, body: () => void): void {
  describeWithFound(qualityTools(), needed, title, body);
}
