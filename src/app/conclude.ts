import type { EvidenceRun } from '../evidence/run-directory.js';
import type { RunDiagnosis } from '../model/diagnosis.js';
import type { SourcePlace } from '../model/report.js';
import type { Manifest } from '../model/evidence.js';
import type { Problem } from '../model/problem.js';
import type { RunReport } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import { buildPathIndex } from '../locate/path-index.js';
import { buildView } from '../publish/build-view.js';
import { renderCtrf } from '../publish/ctrf.js';
import { renderHtmlReport } from '../publish/html-report.js';
import { renderMarkdownReport } from '../publish/markdown-report.js';
import type { ReportView } from '../publish/view.js';
import { renderTerminal } from '../publish/terminal.js';
import { finalStateOf } from '../execution/final-state.js';
import { renderJunit } from '../report/junit-writer.js';
import { routeOfTest } from '../routes/route-of-test.js';
import type { AppUnderTest } from '../diagnosis/context.js';
import type { ModelCall } from '../diagnosis/model-settings.js';
import type { Redactor } from '../diagnosis/redact.js';
import { diagnose } from './diagnose.js';
import { scrubArtifacts } from './scrub-artifacts.js';
import { publishAll } from './publish-all.js';
import { publishContext } from './publish-context.js';
import { setOutputs } from './set-outputs.js';
import { tellProblems } from './tell.js';
import { uploadEvidence } from './upload-evidence.js';
import type { World } from './world.js';
import { writeEvidence } from './write-evidence.js';

/** A run that is over; nothing that follows can change its report. */
export interface FinishedRun {
  readonly settings: Settings;
  readonly run: EvidenceRun;
  /** As it was written when the run began. */
  readonly manifest: Manifest;
  readonly report: RunReport;
  readonly app: AppUnderTest | null;
  readonly redactor: Redactor;
  readonly problems: readonly Problem[];
}

/** State for `post`: everything has been published. */
export const PUBLISHED = 'published';

/** Diagnoses, then evidence, then everything that needs somebody else. A cancelled run leaves that to `post`. */
export async function conclude(finished: FinishedRun, world: World): Promise<void> {
  const { settings, run, manifest, report, app, redactor } = finished;
  const resolvePath = await pathResolver(world);
  const { diagnosis, calls } = await diagnose(report, settings, { resolvePath, app, redactor }, world);
  const problems = [...finished.problems, ...(await scrubArtifacts(run, redactor, world.files))];
  const headSha = manifest.target.git['commit'] ?? '';
  const facts = {
    context: world.context,
    settings,
    run,
    headSha,
    resolvePath,
    isChangedLine: changedPlaces(diagnosis),
  };
  const viewWith = (artifactUrl: string | null, all: readonly Problem[]) =>
    buildView(report, diagnosis, publishContext({ ...facts, artifactUrl, problems: all }));
  const local = viewWith(null, problems);
  await writeEvidence(world.files, run, manifest, {
    report,
    diagnosis,
    routeOf: (test) => routeOfTest(test.name),
    rendered: renderFiles(local, report, diagnosis, calls),
    finishedAt: world.clock.now(),
  });
  world.console.untrusted(renderTerminal(local, terminalOptions(world)));
  if (world.cancelled.aborted) {
    setOutputs({ report, diagnosis, run, artifact: null, checkUrl: null }, world.step);
    return;
  }
  const { artifact, problems: lost } = await uploadEvidence(run, report.conclusion, settings, world);
  const published = await publishAll(viewWith(artifact?.url ?? null, [...problems, ...lost]), settings, world);
  tellProblems([...lost, ...published.problems], world.console);
  setOutputs({ report, diagnosis, run, artifact, checkUrl: published.checkUrl }, world.step);
  world.step.saveState(PUBLISHED, 'true');
}

/** Everything that is rendered into the run directory, by path. */
function renderFiles(
  view: ReportView,
  report: RunReport,
  diagnosis: RunDiagnosis,
  calls: readonly ModelCall[],
): Readonly<Record<string, string>> {
  return {
    'report.md': renderMarkdownReport(view),
    'report.html': renderHtmlReport(view, report),
    'junit.xml': renderJunit(report, finalStateOf),
    'ctrf.json': renderCtrf(report, diagnosis, view.context),
    ...(calls.length === 0 ? {} : { 'evidence/model-calls.json': `${JSON.stringify(calls, null, 2)}\n` }),
  };
}

/** Tells whether a place is one that the pull request changed. */
function changedPlaces({ causes }: RunDiagnosis): (place: SourcePlace) => boolean {
  const keyOf = ({ file, line }: SourcePlace): string => `${file}:${line}`;
  const changed = causes.flatMap(({ changed, place }) => (changed === 'line' && place !== null ? [keyOf(place)] : []));
  return (place) => changed.includes(keyOf(place));
}

async function pathResolver({ git, context }: World): Promise<(path: string) => string | null> {
  const index = buildPathIndex(await git.trackedFiles(), [context.workspace]);
  return (path) => index.resolve(path);
}

function terminalOptions({ context }: World) {
  const { env, terminal, workspace } = context;
  const colour = terminal && env['NO_COLOR'] === undefined;
  return { colour, width: Number(env['COLUMNS'] ?? 100), hyperlinks: terminal, workspace };
}
