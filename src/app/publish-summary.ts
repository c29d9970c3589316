import type { Problem } from '../model/problem.js';
import { renderAfterthought, renderSummary, SUMMARY_BYTES } from '../publish/markdown-report.js';
import type { ReportView } from '../publish/view.js';
import { publishingProblem } from './publish-remote.js';
import type { World } from './world.js';

/** Share of the step summary that is ours: other tools write into the same file, and too much loses all of it. */
const SUMMARY_SHARE = 0.8;
/** What could not be published comes last and must still have room. */
const AFTERTHOUGHT_SHARE = 0.85;

/** Appends the report to the job summary. It needs no token. */
export async function publishSummary(view: ReportView, { step }: Pick<World, 'step'>): Promise<readonly Problem[]> {
  try {
    const room = Math.floor(SUMMARY_BYTES * SUMMARY_SHARE) - (await step.summaryBytes());
    const text = renderSummary(view, Math.max(0, room));
    await step.appendSummary(text);
    if (text !== '') return [];
    return [publishingProblem('the job summary is full of what came before', 'The results are in the evidence.')];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [publishingProblem(`the job summary could not be written: ${reason}`, 'The results are in the evidence.')];
  }
}

/** Appends what became known too late for the report: mostly what could not be published. */
export async function addToSummary(
  problems: readonly Problem[],
  view: ReportView,
  { step }: Pick<World, 'step'>,
): Promise<void> {
  if (problems.length === 0) return;
  try {
    const room = Math.floor(SUMMARY_BYTES * AFTERTHOUGHT_SHARE) - (await step.summaryBytes());
    const text = renderAfterthought(problems, view, Math.max(0, room));
    if (text !== '') await step.appendSummary(`\n\n${text}\n`);
  } catch {
    // The same problems are warnings in the log.
  }
}
