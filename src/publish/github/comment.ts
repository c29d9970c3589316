// Decides what to write into the sticky comment, from the sections that exist.
import type { CommentMode } from '../../model/settings.js';
import { foldedSections, heading, mainSections, render, whereRest } from '../markdown/report.js';
import type { ReportView } from '../view/view.js';
import { type CommentSection, joinSections, sectionBody, type SectionStamp } from './comment-sections.js';

const COMMENT_BYTES = 65_536;
/** Most of one section where a comment has several, or will have. */
const SHARED_BYTES = 12_000;
/** A section smaller than this says nothing. */
const LEAST_BYTES = 300;

/** The job whose results are written. */
export interface CommentedJob {
  readonly key: string;
  readonly instance: string;
  readonly label: string;
  /** True when other jobs write into the same comment. */
  readonly isShared: boolean;
}

export type CommentPlan =
  | { readonly action: 'none' }
  | { readonly action: 'full' }
  /** The whole text of the comment, and the stamp by which the job's section is found in it. */
  | { readonly action: 'write'; readonly text: string; readonly stamp: SectionStamp };

/**
 * What to write, given the sections that are there. A section that exists is brought up to date, so that a red one does
 * not outlive its failure; a new one is added only when the mode finds something worth informative. Of the others none is
 * changed; those of the same job in the same run, which cannot be distinguished, are kept beside it.
 */
export function planComment(
  view: ReportView,
  commentKey: string,
  job: CommentedJob,
  mode: CommentMode,
  existing: readonly CommentSection[],
): CommentPlan {
  const stamp = stampOf(view, job);
  const mine = existing.filter((section) => section.stamp.key === job.key);
  if (mode === 'off' || mine.some((section) => isLater(section.stamp, stamp))) return { action: 'none' };
  const replaced = mine.filter((section) => section.stamp.instance === job.instance || isLater(stamp, section.stamp));
  if (replaced.length === 0 && !isWorthTelling(mode, view)) return { action: 'none' };
  const others = existing.filter((section) => !replaced.includes(section));
  const body = bodyOf(view, commentKey, others, job.isShared);
  if (body === null) return { action: 'full' };
  return { action: 'write', text: joinSections(commentKey, [...others, { stamp, body }]), stamp };
}

function stampOf({ context, conclusion }: ReportView, { key, instance, label }: CommentedJob): SectionStamp {
  const { runNumber, runAttempt, headSha: sha } = context;
  return { key, instance, label, runNumber, runAttempt, sha, conclusion };
}

/** True when `a` is of a later run than `b`, or of a later attempt of the same. */
function isLater(a: SectionStamp, b: SectionStamp): boolean {
  return a.runNumber === b.runNumber ? a.runAttempt > b.runAttempt : a.runNumber > b.runNumber;
}

function bodyOf(
  view: ReportView,
  commentKey: string,
  others: readonly CommentSection[],
  isShared: boolean,
): string | null {
  const profile = { testsPerCause: 10, listed: 20, where: whereRest(view) };
  const sections = [heading(view, '###'), ...mainSections(view, profile), ...foldedSections(view, profile)];
  const stamp = { key: '', instance: '', label: '', runNumber: 0, runAttempt: 0, sha: '', conclusion: '' };
  const taken = Buffer.byteLength(joinSections(commentKey, [...others, { stamp, body: '' }]));
  // Room for the longest stamp and title of this job.
  const left = COMMENT_BYTES - taken - 2000;
  // The more jobs there are, the more are likely to follow.
  const share = Math.floor(left / Math.max(4, 2 * others.length));
  const room = isShared || others.length > 0 ? Math.min(SHARED_BYTES, Math.max(LEAST_BYTES, share)) : left;
  const body = room > left ? '' : sectionBody(render(sections, view, room));
  return body === '' || Buffer.byteLength(body) > left ? null : body;
}

function isWorthTelling(mode: Exclude<CommentMode, 'off'>, view: ReportView): boolean {
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
