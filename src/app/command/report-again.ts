import { join } from 'node:path';
import { reportFromEvidence, type UntrustedRun, withRunProblems } from '../../evidence/untrusted/read-evidence.js';
import { insidePath } from '../../evidence/untrusted/inside-path.js';
import type { Conclusion } from '../../model/run.js';
import { renderHtmlReport } from '../../publish/html/report.js';
import { renderMarkdownReport } from '../../publish/markdown/report.js';
import { renderTerminal } from '../../publish/terminal/report.js';
import { buildView } from '../../publish/view/build-view.js';
import type { ReportView } from '../../publish/view/view.js';
import { terminalOptions } from '../terminal-options.js';
import { evidenceInFolder } from '../publish/find-evidence.js';
import { NOTHING_MEASURED, publishContext } from '../publish/view-context.js';
import { settingsOfInputs } from '../read/read-settings.js';
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
  await render(run, last.place, services);
  return run.report.conclusion;
}

async function render(run: UntrustedRun, directory: string, services: Services): Promise<void> {
  const view = viewOf(run, directory, services);
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
  { report, diagnosis, routeOf, manifest, problems }: UntrustedRun,
  directory: string,
  services: Services,
): ReportView {
  const settings = settingsOfInputs(services);
  if (settings === null) throw new Error('settings without inputs are invalid');
  const facts = {
    context: services.context,
    report,
    settings: { ...settings, project: manifest.project },
    run: { runId: manifest.runId, directory },
    headSha: manifest.commit,
    artifactUrl: null,
    baseline: null,
    problems,
    resolvePath: (path: string) => (insidePath(path) === '' ? null : path),
    isChangedLine: () => false,
    routeOf,
    ...NOTHING_MEASURED,
  };
  return buildView(report, diagnosis, publishContext(facts));
}
