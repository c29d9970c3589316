import { exitAfterFlush } from './adapters/process.js';
import { PUBLISHED } from './app/complete-run.js';
import { finishInterrupted } from './app/recover-run.js';
import { RUN_DIRECTORY } from './app/start-run.js';
import { createServices } from './services.js';

/** Entry of the `post` step: closes what a cancelled or killed main left open. It never fails the job. */
async function post(): Promise<void> {
  const directory = process.env[`STATE_${RUN_DIRECTORY}`] ?? '';
  if (directory === '' || process.env[`STATE_${PUBLISHED}`] === 'true') return;
  const services = createServices(import.meta.url, new AbortController().signal);
  try {
    await finishInterrupted(directory, services);
  } catch (error) {
    services.console.warning(
      `the run could not be finished: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

await post();
exitAfterFlush(0);
