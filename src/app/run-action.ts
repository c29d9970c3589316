import { buildRunReport } from '../execution/verdict.js';
import { startManifest } from '../evidence/manifest.js';
import { createEvidenceRun, writeManifest, type EvidenceRun } from '../evidence/run-directory.js';
import { buildPathIndex } from '../locate/path-index.js';
import type { RunDiagnosis } from '../model/diagnosis.js';
import type { Manifest } from '../model/evidence.js';
import type { Problem } from '../model/problem.js';
import type { Conclusion, RunReport } from '../model/run.js';
import type { Settings } from '../model/settings.js';
import { buildView } from '../publish/build-view.js';
import { renderCtrf } from '../publish/ctrf.js';
import { renderHtmlReport } from '../publish/html-report.js';
import { renderMarkdownReport } from '../publish/markdown-report.js';
import { renderTerminal } from '../publish/terminal.js';
import { routeOfTest } from '../routes/route-of-test.js';
import { diagnose } from './diagnose.js';
import { publishAll } from './publish-all.js';
import { publishContext } from './publish-context.js';
import { readSettings } from './read-settings.js';
import { runEverything } from './run-everything.js';
import { setOutputs } from './set-outputs.js';
import { refuseSettings, tellPlan, tellProblems } from './tell.js';
import { uploadEvidence } from './upload-evidence.js';
import type { World } from './world.js';
import { writeEvidence } from './write-evidence.js';

/** The whole action, top to bottom. Resolves with the conclusion; rejects only for bugs. */
export async function runAction(world: World): Promise<Conclusion> {
  const reading = await readSettings(world);
  if (!reading.ok) return refuseSettings(reading.problems, world);
  const { settings, warnings, detected } = reading;
  tellProblems(warnings, world.console);
  tellPlan(settings, detected, world.console);
  const begun = await begin(settings, world);
  const report = await runReport(settings, begun, world);
  const resolvePath = await pathResolver(world);
  const diagnosis = diagnose(report, settings.diagnose, resolvePath);
  await conclude({ settings, begun, report, diagnosis, resolvePath, warnings }, world);
  return report.conclusion;
}

interface Begun {
  readonly run: EvidenceRun;
  readonly manifest: Manifest;
  readonly startedAt: number;
}

/** The manifest is there before anything runs, and `post` knows where. */
async function begin(settings: Settings, world: World): Promise<Begun> {
  const startedAt = world.clock.now();
  const run = await createEvidenceRun(world.files, settings.evidenceDirectory, startedAt);
  const { github } = world.context;
  const git = github === null ? await world.git.head() : { commit: github.headSha, branch: github.ref };
  const { project } = settings;
  const manifest = startManifest({ runId: run.runId, createdAt: startedAt, project, git, context: world.context });
  await writeManifest(world.files, run, manifest);
  world.step.saveState('run-directory', run.directory);
  return { run, manifest, startedAt };
}

async function runReport(settings: Settings, { run, startedAt }: Begun, world: World): Promise<RunReport> {
  const runs = await runEverything(settings, run, world);
  return buildRunReport(runs, settings, { startedAt, durationMs: world.clock.now() - startedAt });
}

async function pathResolver({ git, context }: World): Promise<(path: string) => string | null> {
  const index = buildPathIndex(await git.trackedFiles(), [context.workspace]);
  return (path) => index.resolve(path);
}

interface Finished {
  readonly settings: Settings;
  readonly begun: Begun;
  readonly report: RunReport;
  readonly diagnosis: RunDiagnosis;
  readonly resolvePath: (path: string) => string | null;
  readonly warnings: readonly Problem[];
}

/** Evidence first, then everything that needs somebody else; nothing here can change the verdict. */
async function conclude(finished: Finished, world: World): Promise<void> {
  const { settings, begun, report, diagnosis, resolvePath, warnings } = finished;
  const { run, manifest } = begun;
  const headSha = manifest.target.git['commit'] ?? '';
  const facts = { context: world.context, settings, run, headSha, resolvePath, isChangedLine: () => false };
  const view = (artifactUrl: string | null, problems: readonly Problem[]) =>
    buildView(report, diagnosis, publishContext({ ...facts, artifactUrl, problems }));
  const local = view(null, warnings);
  await writeEvidence(world.files, run, manifest, {
    report,
    diagnosis,
    routeOf: (test) => routeOfTest(test.name),
    rendered: {
      'report.md': renderMarkdownReport(local),
      'report.html': renderHtmlReport(local, report),
      'ctrf.json': renderCtrf(report, diagnosis, local.context),
    },
    finishedAt: world.clock.now(),
  });
  const uploaded = await uploadEvidence(run, report.conclusion, settings, world);
  const published = await publishAll(
    view(uploaded.artifact?.url ?? null, [...warnings, ...uploaded.problems]),
    settings,
    world,
  );
  tellProblems([...uploaded.problems, ...published.problems], world.console);
  world.console.untrusted(renderTerminal(local, terminalOptions(world)));
  setOutputs({ report, diagnosis, run, artifact: uploaded.artifact, checkUrl: published.checkUrl }, world.step);
}

function terminalOptions({ context }: World) {
  const { env, terminal, workspace } = context;
  const colour = terminal && env['NO_COLOR'] === undefined;
  return { colour, width: Number(env['COLUMNS'] ?? 100), hyperlinks: terminal, workspace };
}
