import type { ProcessExit } from '../model/run.js';
import type { ApplicationSettings } from '../model/settings.js';
import type { Http, ProcessSpec } from '../ports.js';
import { formatDuration } from '../text/format.js';
import type { ApplicationProblem } from './application.js';
import { findReason } from './problems/output-reason.js';
import type { SuiteServices } from './suite-services.js';

const POLL_MS = 250;
const ANSWER_MS = 2000;
const TAIL_BYTES = 16_000;
/** An address that answered before the start is another program's, if this one ends right away. */
const SETTLE_MS = 2000;

/** What waiting for the application needs from outside. */
export type HealthServices = Pick<SuiteServices, 'clock' | 'signal' | 'files'> & { readonly http: Http };

/** The application as far as its process is known. */
export interface ApplicationState {
  /** How it ended by itself; null while it runs, or while a service that it left does. */
  readonly exit: ProcessExit | null;
}

interface Starting {
  readonly state: ApplicationState;
  /** True when its addresses answered before it was started. */
  readonly isAnswered: boolean;
  readonly logFile: string;
  readonly service: ProcessSpec['service'];
}

/** Last status by address; null where nothing answered. */
type Statuses = Map<string, number | null>;

/** Waits until all addresses answer below 500. The problem when they do not in time, or when the application ends; null otherwise. */
export async function awaitHealth(
  { startCommand, healthUrls, startTimeoutMs }: ApplicationSettings,
  starting: Starting,
  services: HealthServices,
): Promise<ApplicationProblem | null> {
  const { clock, signal } = services;
  const deadline = clock.now() + startTimeoutMs;
  const statuses: Statuses = new Map(healthUrls.map((url) => [url, null]));
  let settled = starting.isAnswered ? clock.now() + SETTLE_MS : 0;
  while (!signal.aborted) {
    const { exit } = starting.state;
    if (exit !== null) return ended(exit, startCommand, { statuses, ...starting }, services);
    const isReady = await ask(statuses, services);
    if (isReady && starting.state.exit === null && clock.now() >= settled) return null;
    if (!isReady) settled = 0;
    if (!isReady && clock.now() >= deadline) return late(statuses, startTimeoutMs, starting, services);
    await clock.sleep(POLL_MS, signal);
  }
  return null;
}

/** Whether there are addresses and each answers below 500, in one of some tries. */
export async function answersAll(
  urls: readonly string[],
  services: Pick<HealthServices, 'http' | 'clock' | 'signal'>,
  tries = 1,
): Promise<boolean> {
  const statuses: Statuses = new Map(urls.map((url) => [url, null]));
  for (let left = tries; left > 0 && urls.length > 0; left -= 1) {
    if (await ask(statuses, services)) return true;
    if (left > 1) await services.clock.sleep(POLL_MS * 4, services.signal);
  }
  return false;
}

const isHealthy = (status: number | null): boolean => status !== null && status < 500;

async function ask(statuses: Statuses, { http }: Pick<HealthServices, 'http'>): Promise<boolean> {
  const waiting = [...statuses].filter(([, status]) => !isHealthy(status));
  await Promise.all(waiting.map(async ([url]) => statuses.set(url, await http.statusOf(url, ANSWER_MS))));
  return [...statuses.values()].every(isHealthy);
}

async function ended(
  exit: ProcessExit,
  startCommand: string,
  { statuses, logFile, isAnswered }: Starting & { readonly statuses: Statuses },
  { files }: HealthServices,
): Promise<ApplicationProblem> {
  const output = await files.readTail(logFile, TAIL_BYTES);
  const found = portInUse(output) ?? (isAnswered ? '' : null);
  const port = found === '' ? portOf(startCommand) : found;
  const other = isAnswered ? `; another program answers at ${[...statuses.keys()].join(' and ')}` : '';
  if (port !== null) {
    const message = `the application under test did not start: its port ${port}${port === '' ? '' : ' '}is in use${other}`;
    return problemOf(message, 'Stop the program that uses the port, or make the application use another port.', output);
  }
  return problemOf(`the application under test did not start: it ended with ${endOf(exit)}`, CORRECT, output);
}

const CORRECT = 'Correct `start-command` or `health-url`.';

async function late(
  statuses: Statuses,
  limitMs: number,
  { logFile, service }: Starting,
  { files }: HealthServices,
): Promise<ApplicationProblem> {
  const output = await files.readTail(logFile, TAIL_BYTES);
  const missing = [...statuses].filter(([, status]) => !isHealthy(status));
  const answers = missing.map(([url, status]) =>
    status === null ? `nothing answers at ${url}` : `${url} answers ${status}`,
  );
  const hasLeft = service !== null && service !== undefined && (await files.exists(service.leftFile));
  const line = hasLeft ? '; `start-command` ended with exit status 0' : '';
  const message = `the application under test was not ready after ${formatDuration(limitMs)}: ${answers.join(', ')}${line}`;
  return problemOf(message, `${CORRECT} If the application is only slow to start, raise \`start-timeout\`.`, output);
}

/** The problem with the lines that say why, or the last lines. */
function problemOf(message: string, remedy: string, output: string): ApplicationProblem {
  const problem = { severity: 'error', place: 'application', message, remedy } as const;
  const reason = findReason(output);
  if (reason === null) return { ...problem, message: `${message}; it printed nothing` };
  return { ...problem, reason: reason.line, quote: reason.quote };
}

/** How tools say that a port is taken; some name it. */
const IN_USE =
  /(?:EADDRINUSE|address already in use|port is already allocated|only one usage of each socket address|address in use)/i;
const NAMED_PORT = /port (\d{2,5})\b|[:\s](\d{2,5})\b(?=\D{0,40}$)|:(\d{2,5})\b/i;

/** The port that an output says is in use, empty when it does not say which; null when it says no such thing. */
function portInUse(output: string): string | null {
  const line = output
    .split('\n')
    .findLast((each) => IN_USE.test(each) || /\bport \d+ (?:is|was) (?:already )?in use\b/i.test(each));
  if (line === undefined) return null;
  const withoutNumber = line.slice(0, 500).replace(/\[Errno \d+\]|errno[:=]? ?-?\d+|\(os error \d+\)/gi, '');
  const [, named, last, address] = NAMED_PORT.exec(withoutNumber) ?? [];
  return named ?? last ?? address ?? '';
}

/** The port of a start line that names one number which can be a port; empty for others. */
function portOf(startCommand: string): string {
  const numbers = new Set(startCommand.match(/(?<![\w.])\d{4,5}(?![\w.])/g));
  const [port = ''] = numbers;
  return numbers.size === 1 && Number(port) > 1023 && Number(port) < 65_536 ? port : '';
}

/** `exit status 3`, `SIGSEGV`. */
export function endOf({ exitCode, signal, startError }: ProcessExit): string {
  if (startError !== '') return startError;
  return signal ?? `exit status ${String(exitCode)}`;
}
