import { hideOwnEnvironment } from './adapters/own-environment.js';
import { exitAfterFlush } from './adapters/process.js';
import { runAction } from './app/run-action.js';
import { createServices } from './services.js';

/** Entry of the step: runs the action, sets the exit status. The first signal cancels, and leaves the rest to `post`. */
async function main(): Promise<number> {
  hideOwnEnvironment();
  const cancellation = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancellation.abort('cancelled'));
  const services = createServices(import.meta.url, cancellation.signal);
  try {
    const conclusion = await runAction(services);
    return conclusion === 'success' || conclusion === 'neutral' ? 0 : 1;
  } catch (error) {
    // A bug or a broken disk: whatever was written stays, and the step is red.
    services.console.error(
      `qaagent-orchestrate broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    services.step.setOutput('conclusion', 'failure');
    return 1;
  }
}

exitAfterFlush(await main());
