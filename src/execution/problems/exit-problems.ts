import type { SuiteProblem } from '../../model/problem.js';
import type { ProcessExit, TestCase } from '../../model/run.js';
import { foundNothing, noTestsEnd, SEE_OUTPUT, withKnownRemedy } from './known-ends.js';
import { missingTool } from './missing-tool.js';
import type { ExitMeaning, PreparedSuite } from '../../runners/runner.js';
import { finalStateOf, isBad } from '../../verdict/final-state.js';
import { type EarlyStop, stopInLine } from './early-stop.js';
import { type AttemptOutput, hasSession, isFinished, type ObservedTest } from '../results/attempt-output.js';
import { formatCount } from '../../text/format.js';

/** What is known of an attempt that ended by itself. */
export interface EndFacts {
  readonly prepared: PreparedSuite;
  readonly output: AttemptOutput;
  /** Tests as this attempt left them. */
  readonly tests: readonly ObservedTest[];
}

/** What the end of the process says beyond its tests; null when it ended as it should. */
export function explainEnd(facts: EndFacts, exit: ProcessExit): ExitMeaning | null {
  const meaning = brokenEnd(facts, exit) ?? quietEnd(facts, exit);
  return meaning === null ? null : withKnownRemedy(meaning, facts.output.tail);
}

/** The process says itself that it broke: a signal, a informative exit status, a session without its end. */
function brokenEnd(facts: EndFacts, exit: ProcessExit): ExitMeaning | null {
  const { output, tests } = facts;
  const running = tests.filter((test) => test.attempts.at(-1)?.status === 'crashed').map((test) => test.id);
  const where = running.length === 0 ? '' : ` in ${running.slice(0, 3).join(', ')}`;
  const signal = signalOf(exit);
  if (signal !== null && isFinished(output.events)) {
    return { outcome: 'error', message: `crashed (${signal}) after its session had ended`, remedy: SEE_OUTPUT };
  }
  if (signal !== null) return { outcome: 'crashed', message: `crashed (${signal})${where}`, remedy: SEE_OUTPUT };
  const meaning = exit.exitCode === 0 || exit.exitCode === null ? null : explain(facts, exit.exitCode);
  // pytest says "interrupted" also when a test stopped it; then the tests report it more precisely.
  if (meaning !== null && (meaning.outcome !== 'incomplete' || !tests.some(isRed))) return meaning;
  if (!hasSession(output.events)) return neverBegan(facts, exit);
  if (isFinished(output.events)) return null;
  const isCollecting = !output.events.some(({ e }) => e === 'collected' || e === 'start');
  const during = isCollecting ? 'while loading its tests' : 'before its session had ended';
  const message = `ended with ${String(exit.exitCode)} ${during}${where}`;
  return { outcome: 'crashed', message, remedy: SEE_OUTPUT };
}

/** Signals that end a program inside a shell, which then ends with 128 and their number. SIGINT is somebody's wish. */
const BY_STATUS: Readonly<Record<number, string>> = {
  132: 'SIGILL',
  134: 'SIGABRT',
  135: 'SIGBUS',
  136: 'SIGFPE',
  137: 'SIGKILL',
  139: 'SIGSEGV',
  143: 'SIGTERM',
};

function signalOf({ signal, exitCode }: ProcessExit): string | null {
  return signal ?? BY_STATUS[exitCode ?? 0] ?? null;
}

/** A runner that sends events and did not begin was not started as it wants to be. */
function neverBegan({ prepared, output }: EndFacts, { exitCode }: ProcessExit): ExitMeaning | null {
  if (prepared.resultSource !== 'events' || exitCode === 0 || output.reports.length > 0) return null;
  const message = `${prepared.tool} ended with ${String(exitCode)} before its session started`;
  return {
    outcome: 'config-error',
    message,
    remedy: 'Correct the settings of the suite or the configuration of its tool.',
  };
}

/** The process ended as if all were well, and it is not. */
function quietEnd({ prepared, output, tests }: EndFacts, { exitCode }: ProcessExit): ExitMeaning | null {
  const started = hasSession(output.events);
  const left = tests.filter((test) => test.attempts.at(-1)?.status === 'not-run').length;
  const isReported = exitCode !== 0 && tests.some(isRed);
  if (started && left > 0 && !isReported) {
    const message = `ended with ${String(exitCode)} although ${formatCount(left, 'collected test')} had not run`;
    return { outcome: 'incomplete', message, remedy: SEE_OUTPUT };
  }
  if (exitCode === 0 || isReported) return null;
  const isSilent = prepared.resultSource === 'reports' && tests.length === 0;
  if (isSilent && foundNothing(output.tail)) return noTestsEnd(prepared.tool);
  const blame = started || tests.length > 0 ? 'although no test failed' : 'and reported no test';
  const message = `${prepared.tool} ended with ${String(exitCode)} ${blame}`;
  return { outcome: 'error', message, remedy: SEE_OUTPUT };
}

function explain({ prepared, output, tests }: EndFacts, code: number): ExitMeaning | null {
  const isSilent = prepared.resultSource === 'reports' && tests.length === 0;
  const absent = isSilent ? missingTool(code, output.tail) : null;
  if (absent !== null) return { outcome: 'config-error', ...absent };
  if (code !== 127 && code !== 126) return prepared.explainExit(code, output.tail);
  const remedy = 'Install the command before this step.';
  return { outcome: 'config-error', message: `a command was not found (exit status ${code})`, remedy };
}

function isRed(test: ObservedTest): boolean {
  const status = test.attempts.at(-1)?.status;
  return status !== undefined && (isBad(status) || status === 'interrupted');
}

/** Statuses that mean "some test failed" and no more: nearly everybody's, and cargo's. Mocha gives the number of failures. */
const PLAIN_FAILURE: readonly number[] = [0, 1, 101];

/**
 * A command whose every failed test is forgiven must not have failed for another reason: an exit status that forgiven
 * failures do not explain is an error of the suite. Null when it is explained, or when a test is red anyway.
 */
export function unexplainedExit(
  { resultSource, tool }: Pick<PreparedSuite, 'resultSource' | 'tool'>,
  last: AttemptOutput | undefined,
  tests: readonly TestCase[],
): SuiteProblem | null {
  const code = last?.attempt?.exit.exitCode ?? 0;
  const forgiven = tests.filter((test) => finalStateOf(test) === 'quarantined').length;
  const explained = [...PLAIN_FAILURE, forgiven].includes(code);
  if (resultSource !== 'reports' || forgiven === 0 || code === 0) return null;
  const stop = explained ? earlyStopOf(last) : null;
  if (explained && stop === null) return null;
  const message =
    stop === null
      ? `${tool} ended with ${code}, which its quarantined failures do not explain`
      : `${tool} ended with ${code}, and it is unknown whether all of its tests ran, because it stops at the first failure (${stop.cause})`;
  return { severity: 'error', place: tool, message, remedy: stop?.remedy ?? SEE_OUTPUT, forces: 'error' };
}

function earlyStopOf(last: AttemptOutput | undefined): EarlyStop | null {
  const inLine = stopInLine(last?.attempt?.command.at(-1) ?? '');
  const configuration = last?.stopsBy ?? '';
  if (inLine !== null || configuration === '') return inLine;
  return {
    cause: `a setting in ${configuration}`,
    remedy: `Remove the setting from ${configuration}, so that every test runs.`,
  };
}
