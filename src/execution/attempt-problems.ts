import type { SuiteProblem } from '../model/problem.js';
import type { ProcessExit } from '../model/run.js';
import type { SuiteSettings } from '../model/settings.js';
import { firstLine, stripAnsi } from '../model/text.js';
import type { PreparedSuite } from '../runners/runner.js';
import { explainEnd } from './attempt-end.js';
import { describeStop, seconds } from './describe-stop.js';
import { reportProblems } from './report-problems.js';
import type { LedgerTest } from './ledger.js';
import type { AttemptWitness } from './witness.js';

/** What stands in the way of believing an attempt, beyond its tests. */
export interface AttemptFacts {
  readonly suite: SuiteSettings;
  readonly prepared: PreparedSuite;
  readonly witness: AttemptWitness;
  /** Tests as this attempt left them. */
  readonly tests: readonly LedgerTest[];
}

type Forces = SuiteProblem['forces'];

/**
 * Suite-level errors of one attempt, the most telling first. They hold until a later attempt has completed what this
 * one left open.
 */
export function attemptProblems(facts: AttemptFacts): readonly SuiteProblem[] {
  const { suite, witness } = facts;
  const exit = witness.attempt?.exit ?? null;
  const problem = (forces: Forces, message: string, remedy: string): SuiteProblem => {
    return { severity: 'error', place: suite.name, message, remedy, forces };
  };
  if (exit?.startError !== undefined && exit.startError !== '') {
    return [problem('config-error', `cannot be started: ${exit.startError}`, 'Correct the command of the suite.')];
  }
  const stopped = exit === null ? null : describeStop(exit, facts.suite, facts.tests);
  if (stopped !== null) return [problem(stopped.forces, stopped.message, stopped.remedy), ...leaks(facts, exit)];
  const ends = endErrors(facts, exit);
  const foundNothing = ends.some(({ forces }) => forces === 'no-tests');
  const loads = loadErrors(facts).filter(({ message }) => !(foundNothing && NO_TESTS.test(message)));
  // The exit status of a tool that told its error says nothing new.
  const news = loads.length > 0 ? ends.filter(({ forces }) => forces !== 'error') : ends;
  const found = [...loads, ...news, ...reportProblems(facts)];
  return [...dropEchoes(found), ...leaks(facts, exit)];
}

/** Playwright tells as an error what its exit status means as well. */
const NO_TESTS = /^(Error: )?No tests found/;

/** One cause is told once: what follows from a load or configuration error is left out. */
function dropEchoes(found: readonly SuiteProblem[]): readonly SuiteProblem[] {
  const [first] = found;
  const isCause = first?.forces === 'config-error' || first?.forces === 'error' || first?.forces === 'crashed';
  return isCause ? found.filter((each) => each.forces === null || each.forces === first.forces) : found;
}

function loadErrors({ suite, witness }: AttemptFacts): readonly SuiteProblem[] {
  return witness.events.flatMap((event): SuiteProblem[] => {
    if (event.e !== 'collect-error' && event.e !== 'error') return [];
    const what = event.e === 'collect-error' ? `${event.id} cannot be loaded: ` : '';
    const message = `${what}${firstLine(stripAnsi(event.message))}`;
    const remedy = event.file === '' ? '' : `See ${event.file}${event.line > 0 ? `:${event.line}` : ''}.`;
    return [{ severity: 'error', place: suite.name, message, remedy, forces: 'error' }];
  });
}

function endErrors(facts: AttemptFacts, exit: ProcessExit | null): readonly SuiteProblem[] {
  if (exit === null) return [];
  const end = explainEnd(facts, exit);
  if (end === null) return [];
  return [
    { severity: 'error', place: facts.suite.name, message: end.message, remedy: end.remedy, forces: end.outcome },
  ];
}

function leaks({ suite }: AttemptFacts, exit: ProcessExit | null): readonly SuiteProblem[] {
  const leaked = exit?.leaked ?? [];
  if (leaked.length === 0) return [];
  const names = [...new Set(leaked.map(({ name }) => name))].slice(0, 5).join(', ');
  const message = `left ${leaked.length} ${leaked.length === 1 ? 'process' : 'processes'} running (${names}); ended by us after ${seconds(exit?.durationMs ?? 0)}`;
  return [{ severity: 'warning', place: suite.name, message, remedy: 'Stop what the tests start.', forces: null }];
}
