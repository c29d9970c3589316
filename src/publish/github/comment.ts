import type { CommentMode } from '../../model/settings.js';
import { foldedSections, heading, mainSections, render, whereRest } from '../markdown/report.js';
import type { ReportView } from '../view/view.js';

const COMMENT_BYTES = 65_536;

/** Which run wrote a comment. */
export interface CommentStamp {
  readonly runNumber: number;
  readonly runAttempt: number;
  readonly sha: string;
}

/** How our comment begins and no other does; `key` names workflow, job and matrix. Ours only when we wrote it, too. */
export function commentMarker(key: string): string {
  const safe = encodeURIComponent(key.toWellFormed()).replace(/--/g, '%2D%2D').replace(/-$/, '%2D');
  return `<!-- qaagent-orchestrate key=${safe} `;
}

/** The comment: marker and stamp, which nobody sees, then verdict and causes. */
export function renderComment(view: ReportView, key: string): string {
  const { runNumber, runAttempt, headSha } = view.context;
  const stamp = `${commentMarker(key)}run=${runNumber} attempt=${runAttempt} sha=${headSha.replace(/[^\da-f]/gi, '')} -->`;
  const profile = { testsPerCause: 10, listed: 20, where: whereRest(view) };
  const sections = [heading(view, '###'), ...mainSections(view, profile), ...foldedSections(view, profile)];
  return `${stamp}\n${render(sections, view, COMMENT_BYTES - stamp.length - 1)}`;
}

/** Which run wrote the comment; null when the text carries no stamp of ours. */
export function stampOf(body: string): CommentStamp | null {
  const match =
    /^<!-- qaagent-orchestrate key=\S{0,2000} run=(\d{1,15}) attempt=(\d{1,9}) sha=([\da-f]{0,64}) -->/i.exec(body);
  if (match === null) return null;
  return { runNumber: Number(match[1]), runAttempt: Number(match[2]), sha: match[3] ?? '' };
}

/** True when the comment that is there tells of a later run, or a later attempt of the same: it must stay. */
export function isStale(mine: CommentStamp, theirs: CommentStamp | null): boolean {
  if (theirs === null) return false;
  if (mine.runNumber !== theirs.runNumber) return mine.runNumber < theirs.runNumber;
  return mine.runAttempt < theirs.runAttempt;
}

export type CommentAction = 'create' | 'update' | 'none';

/**
 * What to do about the comment, given the one that is there. A comment that exists is brought up to date, so that a red
 * one does not outlive its failure; a new one is written only when the mode finds something worth saying.
 */
export function commentAction(mode: CommentMode, view: ReportView, existing: string | null): CommentAction {
  if (mode === 'off') return 'none';
  if (existing !== null) return isStale(stampOfView(view), stampOf(existing)) ? 'none' : 'update';
  return isWorthSaying(mode, view) ? 'create' : 'none';
}

function stampOfView({ context }: ReportView): CommentStamp {
  return { runNumber: context.runNumber, runAttempt: context.runAttempt, sha: context.headSha };
}

function isWorthSaying(mode: Exclude<CommentMode, 'off'>, view: ReportView): boolean {
  const red = view.conclusion === 'failure';
  switch (mode) {
    case 'always':
      return true;
    case 'failures':
      return red;
    case 'changes':
      return view.fixed.length > 0 || (red && !isAllKnown(view));
  }
}

/** Failures that were there before, and nothing else wrong. */
function isAllKnown({ context, failing, fresh, problems }: ReportView): boolean {
  const trouble = problems.some(({ severity, suite, headline }) => severity === 'error' && suite + headline !== '');
  return context.baseline !== null && failing > 0 && fresh === 0 && !trouble;
}
