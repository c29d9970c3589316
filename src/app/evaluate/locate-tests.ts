import { isAbsolute, join, relative } from 'node:path';
import { isReadManifest } from '../../locate/package-folders.js';
import { createPlaceResolver, type PlaceResolver } from '../../locate/place-resolver.js';
import { ownImportStep } from '../../diagnosis/suggestions/imports/for-import.js';
import { framesOf } from '../../locate/frames.js';
import { namesByFolder } from '../../locate/names-by-folder.js';
import type { SuiteProblem } from '../../model/problem.js';
import type { PlaceContext, SourcePlace } from '../../model/report.js';
import type { SuiteRun, TestAttempt, TestCase } from '../../model/run.js';
import type { SuiteSettings } from '../../model/settings.js';
import type { Services } from '../services.js';

const MOST_MANIFESTS = 2_000;
const MANIFEST_BYTES = 1 << 16;

/** What maps paths to the files of the repository. */
export interface RepositoryFiles {
  readonly resolve: PlaceResolver;
  /** Names of the files and folders directly in a folder, relative to the workspace; a folder ends with a slash. */
  readonly filesIn: (folder: string) => readonly string[];
  /** True for a path of a file of a repository, tracked or new, relative to the workspace. */
  readonly isTracked: (path: string) => boolean;
  /** Folder of the repository in the workspace; empty when it is the workspace. */
  readonly root: string;
}

/** Reads the files of the repositories and the manifests that name their packages. `folders`: where the tests are. */
export async function readRepositoryFiles(
  folders: readonly string[],
  { git, files, context }: Services,
): Promise<RepositoryFiles> {
  const { files: tracked, root } = await git.files(folders);
  const manifests: { path: string; text: string }[] = [];
  for (const path of tracked.filter(isReadManifest).slice(0, MOST_MANIFESTS)) {
    const file = join(context.workspace, path);
    if (!(await files.exists(file)) || (await files.sizeOf(file)) > MANIFEST_BYTES) continue;
    manifests.push({ path, text: await files.readText(file) });
  }
  const known = new Set(tracked);
  return {
    resolve: createPlaceResolver(tracked, [context.workspace], manifests),
    filesIn: namesByFolder(tracked),
    isTracked: (path) => known.has(path),
    root: root.startsWith('..') ? '' : root,
  };
}

/** Where the paths of a test were written: its suite's folder, its report's folder, the packages its tool names. */
export function placeContextOf(test: TestCase, suite: SuiteSettings, workspace: string): PlaceContext {
  return contextsOf(suite, workspace)(test.origin, test.classname);
}

type ContextOf = (origin?: TestCase['origin'], classname?: string) => PlaceContext;

/** What the paths of a suite's tests have in common; each folder of reports is looked at once. */
function contextsOf(suite: SuiteSettings, workspace: string): ContextOf {
  const workingDirectory = insideOf(workspace, foldersOf(suite, workspace));
  const folders = new Map<string, string>();
  const inside = (folder: string): string => {
    const known = folders.get(folder) ?? insideOf(workspace, folder);
    folders.set(folder, known);
    return known;
  };
  return (origin, classname = '') => {
    const { folder = '', suite: name = '' } = origin ?? {};
    return {
      workingDirectory,
      reportFolder: isAbsolute(folder) ? inside(folder) : folder,
      packages: [...new Set([classname, name])].filter((each) => each !== ''),
      near: '',
    };
  };
}

const CHANGES_FOLDER = /(?:^|[;&(]|\n)[ \t]*cd[ \t]+(["']?)([\w@./+-]{1,200})\1[ \t]*(?=&&|;|\n)/g;

/** The folder in which a suite runs; a command that changes to one folder first runs there. */
function foldersOf(suite: SuiteSettings, workspace: string): string {
  const { workingDirectory } = suite;
  if (suite.runner !== 'command') return workingDirectory;
  const [only, ...others] = [...suite.run.matchAll(CHANGES_FOLDER)].map((match) => match[2] ?? '');
  if (only === undefined || others.length > 0) return workingDirectory;
  const folder = isAbsolute(only) ? only : join(workingDirectory, only);
  return insideOf(workspace, folder) === '' ? workingDirectory : folder;
}

/** A folder relative to the workspace; empty for the workspace and for what is outside of it. */
function insideOf(workspace: string, folder: string): string {
  const way = relative(workspace, folder).replaceAll('\\', '/');
  return way.startsWith('..') || isAbsolute(way) ? '' : way;
}

/** The same suites with the declared places of their tests as files of the repository, where they are. */
export function locateTests(
  runs: readonly SuiteRun[],
  repository: RepositoryFiles,
  workspace: string,
): readonly SuiteRun[] {
  return runs.map((run) => ({
    ...run,
    tests: located(run, repository, workspace),
    problems: run.problems.map((problem) => locatedProblem(problem, run.suite, repository, workspace)),
  }));
}

/** A problem with its place in the repository: the one that the runner gave, else the first that the output names. */
function locatedProblem(
  problem: SuiteProblem,
  suite: SuiteSettings,
  repository: RepositoryFiles,
  workspace: string,
): SuiteProblem {
  const { at, ...rest } = problem;
  const { resolve } = repository;
  const context = contextsOf(suite, workspace)();
  const message = problem.message.replaceAll(`${workspace}/`, '');
  const frames = framesOf(problem.quote ?? '').filter(({ vendor }) => !vendor);
  for (const { file, line } of [...(at === undefined ? [] : [at]), ...frames]) {
    const found = resolve(file, context).file;
    if (found !== null) return withOwnRemedy({ ...rest, message, at: { file: found, line } }, context, repository);
  }
  return { ...rest, message };
}

/** An import that stopped the suite, explained by the files of the repository where they explain it. */
function withOwnRemedy(
  problem: SuiteProblem,
  context: PlaceContext,
  { resolve, filesIn }: RepositoryFiles,
): SuiteProblem {
  // Without a remedy of its own it is reported as a failed test as well, and its cause has the next step.
  if (problem.at === undefined || problem.remedy === '' || problem.forces !== 'error') return problem;
  const { file, line } = problem.at;
  const sources = { ownFile: (path: string) => resolve(path, context).file, filesIn, linesOf: () => [] };
  const step = ownImportStep(problem.message, problem.at, line > 0 ? `${file}:${line}` : file, sources);
  return step === '' ? problem : { ...problem, remedy: step };
}

/** The tests of a run; neighbours of one class are looked up once. */
function located({ tests, suite }: SuiteRun, repository: RepositoryFiles, workspace: string): readonly TestCase[] {
  let last: TestCase | null = null;
  const contextOf = contextsOf(suite, workspace);
  let context = contextOf();
  let found: string | null = null;
  return tests.map((test) => {
    if (last === null || last.classname !== test.classname || last.origin !== test.origin) {
      context = contextOf(test.origin, test.classname);
      found = declaredFile(test, context, repository);
    }
    last = test;
    return withPlaces(test, found ?? test.file, context, repository);
  });
}

/** What a runner reports of itself is exact; what a report spells is looked up. Null when nothing is found. */
function declaredFile({ origin }: TestCase, context: PlaceContext, { resolve }: RepositoryFiles): string | null {
  return origin === undefined || origin.file === '' ? null : resolve(origin.file, context).file;
}

function withPlaces(test: TestCase, file: string, context: PlaceContext, repository: RepositoryFiles): TestCase {
  const isPlaced = test.attempts.some(({ place }) => place !== null && isAbsolute(place.file));
  if (file === test.file && !isPlaced) return test;
  const at = (place: SourcePlace | null): SourcePlace | null =>
    place === null || !isAbsolute(place.file)
      ? place
      : { ...place, file: repository.resolve(place.file, context).file ?? place.file };
  const again = (attempt: TestAttempt): TestAttempt => ({ ...attempt, place: at(attempt.place) });
  const [first, ...rest] = test.attempts;
  return { ...test, file, attempts: isPlaced ? [again(first), ...rest.map(again)] : test.attempts };
}
