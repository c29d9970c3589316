import type { EvidenceRun } from '../../evidence/run-directory.js';
import type { Problem, SuiteProblem } from '../../model/problem.js';
import type { NonEmpty, SuiteRun, TestAttempt, TestCase } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import type { Files } from '../../ports.js';
import { createRedactor, type Redactor, secretLiterals } from '../../redaction/redactor.js';
import type { Services } from '../services.js';

/** Knows the values of every secret-named variable, input and suite setting of this run. */
export function redactorFor({ suites }: Settings, { context, inputs }: Pick<Services, 'context' | 'inputs'>): Redactor {
  const own = suites.map(({ env }) => secretLiterals(env));
  return createRedactor({ literals: [...secretLiterals(context.env), ...secretLiterals(inputs), ...own.flat()] });
}

/** Suite runs without the secrets that tests printed or carry in their names. Nothing runs again after this. */
export function redactRuns(runs: readonly SuiteRun[], redactor: Redactor): readonly SuiteRun[] {
  const { redact } = redactor;
  const attempt = (each: TestAttempt): TestAttempt =>
    isSilent(each)
      ? each
      : { ...each, message: redact(each.message), details: redact(each.details), output: redact(each.output) };
  const test = (each: TestCase): TestCase =>
    each.attempts.every(isSilent)
      ? each
      : { ...each, attempts: each.attempts.map(attempt) as unknown as NonEmpty<TestAttempt> };
  return runs.map((run) => ({
    ...run,
    tests: withoutSecretNames(run.tests.map(test), redactor),
    problems: run.problems.map((problem) => redactedProblem(problem, redact)),
  }));
}

const NAMES_AT_ONCE = 1000;

/** pytest puts the value of a parameter into the id of its test. Names are looked through many at a time. */
function withoutSecretNames(tests: readonly TestCase[], { redactKnown }: Redactor): readonly TestCase[] {
  const clean: TestCase[] = [];
  for (let at = 0; at < tests.length; at += NAMES_AT_ONCE) {
    const some = tests.slice(at, at + NAMES_AT_ONCE);
    const names = some.map(({ id, name, classname }) => `${id}\n${name}\n${classname}`).join('\n');
    const named = ({ id, selector, name, classname, ...rest }: TestCase): TestCase => {
      const own = { id: redactKnown(id), selector: redactKnown(selector) };
      return { ...rest, ...own, name: redactKnown(name), classname: redactKnown(classname) };
    };
    clean.push(...(redactKnown(names) === names ? some : some.map(named)));
  }
  return clean;
}

function redactedProblem(problem: SuiteProblem, redact: Redactor['redact']): SuiteProblem {
  const { reason, quote } = problem;
  return {
    ...problem,
    message: redact(problem.message),
    ...(reason === undefined ? {} : { reason: redact(reason) }),
    ...(quote === undefined ? {} : { quote: redact(quote) }),
  };
}

function isSilent({ message, details, output }: TestAttempt): boolean {
  return message === '' && details === '' && output === '';
}

/** Beyond it a file is left out of the evidence rather than half read. */
const MOST_BYTES = 64 * 1024 * 1024;
const HEAD_BYTES = 8192;

/**
 * Takes secrets out of the text files that tools wrote, whatever they are called: GitHub masks logs, not artifacts. Binary
 * files stay as they are; a text file too large to read is named.
 */
export async function scrubArtifacts(
  run: EvidenceRun,
  { redact }: Redactor,
  files: Files,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const path of await files.glob(['artifacts/**/*'], run.directory)) {
    if ((await files.readFrom(path, 0, HEAD_BYTES)).includes(0)) continue;
    if ((await files.sizeOf(path)) > MOST_BYTES) {
      problems.push(unread(path.slice(run.directory.length + 1)));
      continue;
    }
    const text = await files.readText(path);
    const redacted = redact(text);
    if (redacted !== text) await files.writeWhole(path, redacted);
  }
  return problems;
}

function unread(path: string): Problem {
  const message = `${path} is too large to be searched for secrets`;
  return { severity: 'warning', place: 'evidence', message, remedy: 'Look into it before you share the evidence.' };
}
