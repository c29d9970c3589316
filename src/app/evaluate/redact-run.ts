import type { EvidenceRun } from '../../evidence/run-directory.js';
import type { Problem } from '../../model/problem.js';
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

/** Suite runs without the secrets that tests printed. Names and ids stay: reruns need them. */
export function redactRuns(runs: readonly SuiteRun[], { redact }: Redactor): readonly SuiteRun[] {
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
    tests: run.tests.map(test),
    problems: run.problems.map((problem) => ({ ...problem, message: redact(problem.message) })),
  }));
}

function isSilent({ message, details, output }: TestAttempt): boolean {
  return message === '' && details === '' && output === '';
}

/** Beyond it a file is left out of the evidence rather than half read. */
const MOST_BYTES = 64 * 1024 * 1024;
const TEXT = /\.(log|xml|jsonl?|txt|md|html|csv|ya?ml|trx|tap|out|err)$/i;

/**
 * Takes secrets out of the text files that tools wrote: GitHub masks logs, not artifacts. Binary files stay as they are; a
 * text file too large to read is named.
 */
export async function scrubArtifacts(
  run: EvidenceRun,
  { redact, contains }: Redactor,
  files: Files,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const path of await files.glob(['artifacts/**/*'], run.directory)) {
    if (!TEXT.test(path)) continue;
    if ((await files.sizeOf(path)) > MOST_BYTES) {
      problems.push(unread(path.slice(run.directory.length + 1)));
      continue;
    }
    const text = await files.readText(path);
    if (contains(text)) await files.writeWhole(path, redact(text));
  }
  return problems;
}

function unread(path: string): Problem {
  const message = `${path} is too large to be searched for secrets`;
  return { severity: 'warning', place: 'evidence', message, remedy: 'Look into it before you share the evidence.' };
}
