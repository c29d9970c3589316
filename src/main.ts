#!/usr/bin/env node
import { hideOwnEnvironment } from './adapters/own-environment.js';
import { exitAfterFlush, limitYoungHeap } from './adapters/process.js';
import { runAction } from './app/run-action.js';
import type { Services } from './app/services.js';
import { createServices, startsAsStep } from './services.js';

/** Entry of the step and of the command line. The first signal cancels, and leaves the rest to `post`. */
async function main(): Promise<number> {
  hideOwnEnvironment();
  limitYoungHeap();
  const cancellation = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancellation.abort('cancelled'));
  // Steps start without the parser of the command line.
  if (!startsAsStep()) {
    const { runCommandLine } = await import('./command-line.js');
    return runCommandLine(process.argv.slice(2), {
      entryUrl: import.meta.url,
      cancelled: cancellation.signal,
      guarded,
    });
  }
  const services = createServices(import.meta.url, cancellation.signal);
  return guarded(services, async () => {
    const conclusion = await runAction(services);
    return conclusion === 'success' || conclusion === 'neutral' ? 0 : 1;
  });
}

/** A bug or a broken disk: whatever was written stays, and the process fails. */
async function guarded({ console, step }: Services, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    console.error(
      `qaagent-orchestrate broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    step.setOutput('conclusion', 'failure');
    return 1;
  }
}

exitAfterFlush(await main());
