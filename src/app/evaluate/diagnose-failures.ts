import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type AppUnderTest, type DiagnosisContext, sourceAround } from '../../diagnosis/context.js';
import { type RuleDiagnosis, ruleRun } from '../../diagnosis/diagnose-run.js';
import { diagnoseWithModel } from '../../diagnosis/model/ask-model.js';
import { MODEL_DEFAULTS, type ModelCall } from '../../diagnosis/model/model-options.js';
import { namedModule } from '../../diagnosis/suggestions/imports/for-import.js';
import { compileUserRules } from '../../diagnosis/user-rules.js';
import type { Diagnosis, Failure, RunDiagnosis } from '../../model/diagnosis.js';
import { type RunReport, type SuiteReport, type TestCase, testKey } from '../../model/run.js';
import type { Settings } from '../../model/settings.js';
import type { Redactor } from '../../redaction/redactor.js';
import type { PlaceContext, SourcePlace } from '../../model/report.js';
import { describeOrderDependence } from '../../verdict/retry-story.js';
import { decisiveAttempt, finalStateOf, isBad } from '../../verdict/final-state.js';
import { formatCount, formatNumber } from '../../text/format.js';
import { firstFailure } from '../../text/failures.js';
import type { ChangedLines } from '../read/read-changed-lines.js';
import { placeContextOf, type RepositoryFiles } from './locate-tests.js';
import type { Services } from '../services.js';

/** More failures than that are one broken build: their source lines add nothing but time. */
const MOST_WITH_SOURCE = 300;

export interface DiagnosisOutcome {
  readonly diagnosis: RunDiagnosis;
  /** Everything that was asked of a model, redacted; for the evidence. */
  readonly calls: readonly ModelCall[];
  /** Source lines around a place, the failing line marked with `>`; none where they are not known. Not redacted. */
  readonly sourceAround: (place: SourcePlace) => readonly string[];
}

export interface DiagnosisFacts {
  readonly repository: RepositoryFiles;
  readonly app: AppUnderTest | null;
  readonly changes: ChangedLines | null;
  readonly redactor: Redactor;
}

/** Diagnoses a run by rules, then lets a model look at the causes that the rules are not sure of. */
export async function diagnose(
  report: RunReport,
  settings: Settings,
  facts: DiagnosisFacts,
  services: Services,
): Promise<DiagnosisOutcome> {
  if (settings.diagnose === 'off')
    return { ...NOTHING_FOUND, diagnosis: { ...NOTHING, notes: ['Diagnosis is disabled.'] } };
  const failures = failuresOf(report, facts.repository, services.context.workspace);
  if (failures.length === 0) return NOTHING_FOUND;
  const context = diagnosisContext(report, settings, facts, services);
  const { ruled, context: complete } = await ruleWithSources(failures, context, facts.repository, services);
  const answered = await askModel(ruled, complete, settings, facts.redactor, services);
  return { ...answered, sourceAround: (place) => sourceAround(place, complete, SOURCE_RADIUS) };
}

const NOTHING: RunDiagnosis = { diagnoses: [], causes: [], notes: [] };
const NOTHING_FOUND: DiagnosisOutcome = { diagnosis: NOTHING, calls: [], sourceAround: () => [] };
/** Lines above and below the failing one. */
const SOURCE_RADIUS = 2;

async function ruleWithSources(
  failures: readonly Failure[],
  context: DiagnosisContext,
  repository: RepositoryFiles,
  services: Services,
): Promise<{ readonly ruled: RuleDiagnosis; readonly context: DiagnosisContext }> {
  const ruled = ruleRun(failures, context);
  if (failures.length > MOST_WITH_SOURCE) return { ruled, context };
  const named = ruled.run.diagnoses.map((each, at) => importedModule(failures[at], each, repository));
  const complete = await withSources(context, [...filesOf(ruled.run.diagnoses), ...named], repository, services);
  return { ruled: ruleRun(failures, complete), context: complete };
}

async function askModel(
  ruled: RuleDiagnosis,
  context: DiagnosisContext,
  settings: Settings,
  redactor: Redactor,
  services: Services,
): Promise<Omit<DiagnosisOutcome, 'sourceAround'>> {
  const { apiKey, name, baseUrl, budgetUsd } = settings.model;
  const mayAsk = settings.diagnose === 'auto' || settings.diagnose === 'model';
  const isWanted = mayAsk && apiKey !== null && budgetUsd > 0 && !services.cancelled.aborted;
  if (!isWanted) return { diagnosis: withKeyNote(ruled.run, settings), calls: [] };
  const model = services.languageModel({ apiKey, baseUrl, maxRetries: 2 });
  const chosen = { ...MODEL_DEFAULTS, model: name ?? MODEL_DEFAULTS.model, maxUsd: budgetUsd };
  const answered = await diagnoseWithModel(ruled, chosen, {
    model,
    clock: services.clock,
    redactor,
    nonce: randomUUID,
    context,
  });
  logQuestions(answered.calls, chosen.model, services);
  return { diagnosis: answered.run, calls: answered.calls };
}

/** What left the machine: the whole text is in the evidence. */
function logQuestions(calls: readonly ModelCall[], model: string, { console }: Services): void {
  const sent = calls.filter((call) => call.sent !== '');
  if (sent.length === 0) return;
  const characters = sent.reduce((sum, call) => sum + call.sent.length, 0);
  const about = `about ${formatCount(sent.length, 'cause')}, ${formatNumber(characters)} characters`;
  console.info(`Asked ${model} ${about}; evidence/model-calls.json contains every request as it was sent.`);
}

function withKeyNote(run: RunDiagnosis, { model, diagnose: mode }: Settings): RunDiagnosis {
  if (!model.hasUnusedKey || mode !== 'auto') return run;
  const note = 'The key in ANTHROPIC_API_KEY was not used. To use it, set the input `diagnose: model`.';
  return { ...run, notes: [...run.notes, note] };
}

const MOST_SOURCES = 200;
const SOURCE_BYTES = 1 << 20;

/** What has been gathered before. */
export interface ContextFacts {
  readonly repository: RepositoryFiles;
  readonly app: AppUnderTest | null;
  /** Null without a pull request. */
  readonly changes: ChangedLines | null;
}

/** What is known besides the failures: the repository, the pull request, the application's end, the user's rules. */
function diagnosisContext(
  report: RunReport,
  settings: Settings,
  facts: ContextFacts,
  services: Services,
): DiagnosisContext {
  const { rules, problems } = compileUserRules(settings.diagnosisRules.map(withoutUndefined));
  for (const problem of problems) services.console.warning(`diagnosis.rules: ${problem}`);
  const times = failureTimes(report);
  return {
    resolvePath: facts.repository.resolve,
    filesIn: facts.repository.filesIn,
    userRules: rules,
    failedAt: (key) => times.get(key) ?? null,
    ...(facts.app === null ? {} : { app: facts.app }),
    ...(facts.changes === null ? {} : { changes: facts.changes }),
  };
}

/** The files that diagnoses point to. */
function filesOf(diagnoses: readonly Diagnosis[]): readonly (string | null)[] {
  return diagnoses.flatMap(({ place, productPlace }) => [place?.file ?? null, productPlace?.file ?? null]);
}

/** The module of the repository that lacks the name of an import. */
function importedModule(
  failure: Failure | undefined,
  { kind, place, productPlace }: Diagnosis,
  { resolve }: RepositoryFiles,
): string | null {
  if (failure === undefined || kind !== 'import-error') return null;
  const ownFile = (path: string): string | null => resolve(path, failure.context).file;
  return namedModule(`${failure.message}\n${failure.details}`, productPlace ?? place, ownFile);
}

/** The same context with the source of files. */
async function withSources(
  context: DiagnosisContext,
  files: readonly (string | null)[],
  repository: RepositoryFiles,
  services: Services,
): Promise<DiagnosisContext> {
  const wanted = [...new Set(files)].filter((file) => file !== null).slice(0, MOST_SOURCES);
  const sources = new Map<string, readonly string[]>();
  for (const file of wanted) {
    const path = join(services.context.workspace, file);
    // A tracked link could lead anywhere; only what the index resolved is read, and no more than a source file holds.
    if (!repository.isTracked(file) || !(await services.files.exists(path))) continue;
    if ((await services.files.sizeOf(path)) <= SOURCE_BYTES)
      sources.set(file, (await services.files.readText(path)).split('\n'));
  }
  return { ...context, sourceOf: (file) => sources.get(file) ?? null };
}

function failureTimes(report: RunReport): ReadonlyMap<string, number> {
  const ends = (test: TestCase): number | null => {
    const last = test.attempts.findLast(({ status, startedAt }) => status !== 'passed' && startedAt !== null);
    return last === undefined || last.startedAt === null ? null : last.startedAt + last.durationMs;
  };
  const tests = report.suites.flatMap((suite) => suite.tests);
  return new Map(
    tests.flatMap((test) => {
      const at = ends(test);
      return at === null ? [] : [[testKey(test), at] as const];
    }),
  );
}

function withoutUndefined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as never;
}

/** What the diagnosis has to explain: every test that ended badly or was flaky. */
function failuresOf(report: RunReport, { isTracked }: RepositoryFiles, workspace: string): readonly Failure[] {
  const contextOf = (test: TestCase, { suite }: SuiteReport): PlaceContext => {
    const context = placeContextOf(test, suite, workspace);
    return isTracked(test.file) ? { ...context, near: test.file } : context;
  };
  return report.suites.flatMap((suite) =>
    suite.tests.flatMap((test) => failureOf(test, suite, () => contextOf(test, suite))),
  );
}

function failureOf(test: TestCase, suite: SuiteReport, contextOf: () => PlaceContext): readonly Failure[] {
  const final = finalStateOf(test);
  if (!test.attempts.some(({ status }) => isBad(status))) return [];
  const decisive = decisiveAttempt(test);
  return [
    {
      key: testKey(test),
      suite: test.suite,
      runner: suite.suite.runner,
      testId: test.id,
      name: test.name,
      classname: test.classname,
      file: test.file,
      line: test.line,
      context: contextOf(),
      message: decisive.message,
      type: decisive.type,
      details: firstFailure(decisive.details),
      output: decisive.output,
      // Tools name the declaration when they do not know the line; a frame knows better.
      knownPlace: decisive.place?.line === test.line ? null : decisive.place,
      passedOnRetry: final === 'flaky',
      ...(final === 'order-dependent' ? { orderDependence: describeOrderDependence(test, suite.tests) } : {}),
      timedOut: decisive.status === 'timeout' && decisive.details === '',
    },
  ];
}
