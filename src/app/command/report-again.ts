import { basename, dirname, join } from 'node:path';
import { reportFromEvidence, type UntrustedRun, withRunProblems } from '../../evidence/untrusted/read-evidence.js';
import { insidePath } from '../../evidence/untrusted/inside-path.js';
import type { Conclusion } from '../../model/run.js';
import { renderHtmlReport } from '../../publish/html/report.js';
import { renderMarkdownReport } from '../../publish/markdown/report.js';
import { renderTerminal } from '../../publish/terminal/report.js';
import { buildView } from '../../publish/view/build-view.js';
import type { ReportView } from '../../publish/view/view.js';
import { RULES_NOTE } from '../../diagnosis/diagnose-run.js';
import type { RunDiagnosis } from '../../model/diagnosis.js';
import { terminalOptions } from '../terminal-options.js';
import { baselineOf, type BranchHistory, localPast, withHistoryNote } from '../history/branch-history.js';
import { evidenceInFolder } from '../publish/find-evidence.js';
import { environmentOf, NOTHING_MEASURED, publishContext } from '../publish/view-context.js';
import { readSettings, settingsOfInputs } from '../read/read-settings.js';
import type { Services } from '../services.js';

/**
 * Prints the report of a finished run and writes it beside its evidence, as `rendered.html` and `rendered.md`. Of several
 * runs below the folder the last one is taken. Changes no file of the run.
 */
export async function reportAgain(directory: string, services: Services): Promise<Conclusion> {
  const { found, problems } = await evidenceInFolder(directory, services.files);
  for (const { message } of problems) services.console.error(message);
  const last = found.toSorted((a, b) => (a.place < b.place ? -1 : 1)).at(-1);
  if (last === undefined) {
    services.console.error(
      `There is no manifest.json in ${directory} or up to two folders below it. Specify a run directory.`,
    );
    return 'failure';
  }
  const texts = await last.read();
  if ('severity' in texts) {
    services.console.error(`${texts.message}.`);
    return 'failure';
  }
  const read = reportFromEvidence(texts);
  if (typeof read === 'string') {
    services.console.error(`${last.place} is not valid evidence: ${read}.`);
    return 'failure';
  }
  const run = withRunProblems(read, texts);
  await render(await withSettings(run, services), last.place, services);
  return run.report.conclusion;
}

/** The run with its suites as the settings have them now: evidence does not hold how a test of them is run again. */
async function withSettings(run: UntrustedRun, services: Services): Promise<UntrustedRun> {
  const reading = await readSettings(services);
  if (!reading.ok) return run;
  const suites = run.report.suites.map((report) => {
    const { name, runner } = report.suite;
    const known = reading.settings.suites.find((suite) => suite.name === name && suite.runner === runner);
    return known === undefined ? report : { ...report, suite: known };
  });
  return { ...run, report: { ...run.report, suites } };
}

async function render(run: UntrustedRun, directory: string, services: Services): Promise<void> {
  const folder = { evidenceDirectory: dirname(directory), project: run.manifest.project };
  const past = await localPast(folder, basename(directory), services);
  const view = viewOf(run, directory, past, services);
  const { files, console } = services;
  const texts = { 'rendered.html': renderHtmlReport(view, run.report), 'rendered.md': renderMarkdownReport(view) };
  for (const [name, text] of Object.entries(texts)) await files.writeWhole(join(directory, name), text);
  console.info(renderTerminal(view, terminalOptions(services.context)));
  console.untrusted(
    `Written: ${Object.keys(texts)
      .map((name) => join(directory, name))
      .join(', ')}`,
  );
}

function viewOf(
  { report, diagnosis: read, routeOf, manifest, problems }: UntrustedRun,
  directory: string,
  past: BranchHistory,
  services: Services,
): ReportView {
  const settings = settingsOfInputs(services);
  if (settings === null) throw new Error('settings without inputs are invalid');
  // A run of a workflow that was downloaded was not on this machine, and is compared with none of it.
  const isHere = manifest.attempt === 0;
  const facts = {
    context: services.context,
    report,
    settings: { ...settings, project: manifest.project },
    run: { runId: manifest.runId, directory },
    headSha: manifest.commit,
    artifactUrl: null,
    branch: manifest.branch,
    environment: isHere ? environmentOf(services.context, settings) : '',
    baseline: isHere ? baselineOf(report, past, services) : null,
    pastNote: isHere ? past.note : '',
    problems,
    resolvePath: (path: string) => (insidePath(path) === '' ? null : path),
    isChangedLine: () => false,
    routeOf,
    ...NOTHING_MEASURED,
  };
  const note = isByRules(read) ? [RULES_NOTE] : [];
  const diagnosis = { ...read, notes: [...note, ...read.notes] };
  return buildView(report, isHere ? withHistoryNote(diagnosis, past) : diagnosis, publishContext(facts));
}

/** True when rules alone decided the causes, as far as the evidence says. */
const isByRules = ({ diagnoses }: RunDiagnosis): boolean =>
  diagnoses.length > 0 && diagnoses.every(({ source }) => source === 'rules');
