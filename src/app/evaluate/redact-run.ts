// The texts of a run without secrets, and the files of its artifacts scrubbed or withheld.
import type { EvidenceDirectory } from '../../evidence/run-directory.js';
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
      : {
          ...each,
          message: redact(each.message),
          details: redact(each.details),
          output: redact(each.output),
          ...(each.steps === undefined
            ? {}
            : { steps: each.steps.map((step) => ({ ...step, name: redact(step.name) })) }),
        };
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
  // Blanks, as a secret may go on after the end of a line.
  for (let at = 0; at < tests.length; at += NAMES_AT_ONCE) {
    const some = tests.slice(at, at + NAMES_AT_ONCE);
    const names = some.map(({ id, name, classname }) => `${id} ${name} ${classname}`).join(' ');
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

function isSilent({ message, details, output, steps }: TestAttempt): boolean {
  return message === '' && details === '' && output === '' && steps === undefined;
}

/** Beyond it a text file is left out of the evidence rather than half read. */
const MOST_BYTES = 64 * 1024 * 1024;
const HEAD_BYTES = 8192;
/** Most files are read whole with their head. */
const FIRST_BYTES = 65_536;
/** Binary files are searched in pieces that overlap by more than the longest secret. */
const PIECE_BYTES = 8 * 1024 * 1024;
const OVERLAP_BYTES = 8192;
/** Of all binary files of a run. A sparse file may claim any size. */
const MOST_BINARY_BYTES = 512 * 1024 * 1024;
/** What suites print is text, whatever bytes are in it. */
const OUTPUT_LOG = /[\\/]output\.log$/;

export interface ScrubbedArtifacts {
  /** Absolute paths of files that hold secrets and could not be rewritten: they must not leave the machine. */
  readonly withheld: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Takes secrets out of the text files that tools wrote, whatever they are called: GitHub masks logs, not artifacts. A text
 * file too large to read is withheld and named; so is one that cannot be rewritten, and a binary one with a secret in it.
 */
export async function scrubArtifacts(
  run: EvidenceDirectory,
  redactor: Redactor,
  files: Files,
): Promise<ScrubbedArtifacts> {
  const problems: Problem[] = [];
  const withheld = new Set<string>();
  let binaryBytes = MOST_BINARY_BYTES;
  for (const path of await files.glob(['artifacts/**/*'], run.directory)) {
    const { first, whole, bytes } = await readHead(path, files);
    if (bytes === null) continue;
    const isText = isTextFile(path, first);
    const isTooLarge = bytes > (isText ? MOST_BYTES : binaryBytes);
    const scrub = (): Promise<boolean> =>
      isText ? scrubText(path, { bytes, whole }, redactor, files) : searchBinary(path, bytes, redactor, files);
    if (!isTooLarge && !isText) binaryBytes -= bytes;
    if (!isTooLarge && (await scrub().catch(() => false))) continue;
    const name = path.slice(run.directory.length + 1);
    withheld.add(path);
    problems.push(isTooLarge ? unread(name) : notRewritten(name));
  }
  return { withheld, problems };
}

/** Begin and size of a file; `whole` is null for one that goes on, `bytes` for what is no regular file. */
async function readHead(path: string, files: Files) {
  const first = await files.readFrom(path, 0, FIRST_BYTES).catch(() => null);
  const isWhole = first !== null && first.length > 0 && first.length < FIRST_BYTES;
  const bytes = isWhole ? first.length : ((await files.statFile(path))?.bytes ?? null);
  return { first, whole: isWhole ? first : null, bytes };
}

/** A file that cannot be read counts as text: reading it all fails again, and is reported. */
function isTextFile(path: string, first: Uint8Array | null): boolean {
  return OUTPUT_LOG.test(path) || first?.subarray(0, HEAD_BYTES).includes(0) !== true;
}

/** Takes secrets out of a text file; `whole` is null when it has yet to be read. Rejects when it cannot be read or rewritten. */
async function scrubText(
  path: string,
  { bytes, whole }: { readonly bytes: number; readonly whole: Uint8Array | null },
  redactor: Redactor,
  files: Files,
): Promise<boolean> {
  if (whole === null && !(await mayHoldSecret(path, bytes, redactor, files))) return true;
  const text = whole === null ? await files.readText(path) : Buffer.from(whole).toString('utf8');
  const redacted = redactor.redact(text);
  if (redacted !== text) await files.writeWhole(path, redacted);
  return true;
}

/** A part of a text file. A larger string would stay in memory until the next collection of everything. */
const PART_BYTES = 96 * 1024;

/** False when no part of a text file holds a secret. Parts overlap by more than a secret takes. */
async function mayHoldSecret(path: string, bytes: number, { redact, reach }: Redactor, files: Files): Promise<boolean> {
  if (reach > PART_BYTES) return true;
  for (let at = 0; at < bytes; at += PART_BYTES) {
    const part = Buffer.from(await files.readFrom(path, at, PART_BYTES + reach)).toString('utf8');
    if (redact(part) !== part) return true;
  }
  return false;
}

/** False when a secret is in a binary file as it is, or in UTF-16, where every other byte is 0. */
async function searchBinary(path: string, bytes: number, { contains }: Redactor, files: Files): Promise<boolean> {
  for (let at = 0; at < bytes; at += PIECE_BYTES) {
    const piece = await files.readFrom(path, at, PIECE_BYTES + OVERLAP_BYTES);
    if (contains(Buffer.from(piece.filter((byte) => byte !== 0)).toString('latin1'))) return false;
  }
  return true;
}

function unread(path: string): Problem {
  const message = `${path} was not uploaded: it is too large to be searched for secrets`;
  return { severity: 'warning', place: 'evidence', message, remedy: 'Check the file before you share the evidence.' };
}

function notRewritten(path: string): Problem {
  const message = `${path} was not uploaded: secrets could not be removed from it`;
  return { severity: 'warning', place: 'evidence', message, remedy: 'Check the file before you share the evidence.' };
}
