// The check run: conclusion (`timed_out` too), summary and text; its title is made in view/title.ts.
import { markdownText } from '../../text/escape.js';
import type { Annotation, CheckRun } from '../../model/publication.js';
import { everyFailure, foldedSections, mainSections, render, whereRest } from '../markdown/report.js';
import type { Profile } from '../markdown/sections.js';
import type { ReportView } from '../view/view.js';

/** GitHub's bound for `summary` and for `text`, enforced in bytes. */
export const CHECK_BYTES = 65_535;

/** How the check is found again and what it is called. */
export interface CheckIdentity {
  readonly name: string;
  readonly externalId: string;
  /** How the external ids of all checks of the run's attempt begin. */
  readonly run: string;
}

/** The check run: verdict and causes in its summary, what is folded away in its text. */
export function renderCheckRun(
  view: ReportView,
  annotations: readonly Annotation[],
  identity: CheckIdentity,
): CheckRun {
  const profile: Profile = { testsPerCause: 20, listed: 100, where: whereRest(view) };
  const text = [...foldedSections(view, profile), everyFailure(view, { ...profile, listed: 300 })];
  return {
    name: identity.name,
    headSha: view.context.headSha,
    externalId: identity.externalId,
    run: identity.run,
    detailsUrl: view.context.runUrl ?? '',
    conclusion: conclusionOf(view),
    output: {
      title: view.title,
      // A run without a suite has nothing below its title, and GitHub wants a text there.
      summary: render(mainSections(view, profile), view, CHECK_BYTES) || markdownText(view.title),
      text: render(text, view, CHECK_BYTES),
      annotations,
    },
  };
}

/** `timed_out` only when running out of time is all that went wrong. */
function conclusionOf({ conclusion, suites, causes, unexplained }: ReportView): CheckRun['conclusion'] {
  if (conclusion !== 'failure') return conclusion;
  const red = suites.filter((suite) => suite.conclusion === 'failure');
  const onlyTime = red.length > 0 && red.every(({ outcome, failing }) => outcome === 'timeout' && failing <= 1);
  return onlyTime && causes.length + unexplained.length <= 1 ? 'timed_out' : 'failure';
}
