import type { ProcessExit, StopReason } from '../../model/run.js';
import type { ProcessSpec } from '../../ports.js';
import type { SuiteServices } from '../suite-services.js';

/** Runs a program to its end, or to the end of the run when that comes first. */
export async function runSupervised(
  spec: ProcessSpec,
  { processes, signal }: Pick<SuiteServices, 'processes' | 'signal'>,
): Promise<ProcessExit> {
  const running = processes.start(spec);
  const stop = (): void => running.stop(signal.reason as StopReason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  const exit = await running.finished;
  signal.removeEventListener('abort', stop);
  return exit;
}
