// The sticky comment as text: marker, one section for each job, reading and replacing sections.
import { createHash } from 'node:crypto';
import { markdownText } from '../../text/escape.js';
import { formatCount } from '../../text/format.js';

/** What the comment knows of one job without reading its text. */
export interface SectionStamp {
  /** The same for the same job in every run. */
  readonly key: string;
  /** Different for every execution, also of jobs that cannot be distinguished otherwise. */
  readonly instance: string;
  readonly runNumber: number;
  readonly runAttempt: number;
  readonly sha: string;
  readonly conclusion: string;
  /** As people call the job. */
  readonly label: string;
}

/** The part of a comment that one job writes, and no other. */
export interface CommentSection {
  readonly stamp: SectionStamp;
  readonly body: string;
}

const END = '<!-- /qaagent-section -->';
const STAMP =
  /<!-- qaagent-section key=(\S{1,80}) instance=([\da-f]{0,64}) run=(\d{1,15}) attempt=(\d{1,9}) sha=([\da-f]{0,64}) conclusion=([a-z_]{0,20}) label=(\S{0,3000}) -->\n/;

/** How our comment begins and no other does. Ours only when the token's own user wrote it, too. */
export function commentMarker(key: string): string {
  return `<!-- qaagent-orchestrate key=${inComment(key)} -->`;
}

/** Text as it may stand in an HTML comment. */
function inComment(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/--/g, '%2D%2D').replace(/-$/, '%2D');
}

/** The first line of a section, by which a request that may have gone through is looked for. */
export function stampLine({ key, instance, runNumber, runAttempt, sha, conclusion, label }: SectionStamp): string {
  const commit = sha.replace(/[^\da-f]/gi, '').toLowerCase();
  const run = `run=${runNumber} attempt=${runAttempt} sha=${commit}`;
  return `<!-- qaagent-section key=${key} instance=${instance} ${run} conclusion=${conclusion} label=${inComment(label)} -->`;
}

/** Key of a section: short, and of characters that need no escape. */
export function sectionKey(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** The sections of a comment, in its order; what is no section of ours is left out. */
export function readSections(comment: string): readonly CommentSection[] {
  const text = comment.replaceAll('\r\n', '\n');
  return text.split(`\n${END}`).slice(0, -1).flatMap(readSection);
}

/** The section that begins in a piece of a comment and takes in its end. */
function readSection(piece: string): readonly CommentSection[] {
  const found = STAMP.exec(piece);
  if (found === null) return [];
  const [line, key = '', instance = '', run, attempt, sha = '', conclusion = '', label = ''] = found;
  const stamp = { ...{ key, instance, sha, conclusion }, runNumber: Number(run), runAttempt: Number(attempt) };
  return [{ stamp: { ...stamp, label: decoded(label) }, body: piece.slice(found.index + line.length) }];
}

function decoded(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    return '';
  }
}

/** The text of a section cannot end it, nor begin another one. */
export function sectionBody(text: string): string {
  return text.replace(/<!--(?=\s*\/?qaagent)/g, '&lt;!--');
}

/** The whole comment. Sections stay as they are; red ones come first, others are folded where there are several. */
export function joinSections(key: string, sections: readonly CommentSection[]): string {
  const only = sections.length === 1 ? sections[0] : undefined;
  if (only !== undefined) return `${commentMarker(key)}\n${plain(only)}`;
  const sorted = sections.toSorted((a, b) => Number(isRed(b)) - Number(isRed(a)) || compare(a, b));
  const newest = Math.max(...sections.map(({ stamp }) => stamp.runNumber));
  const red = sections.filter(isRed).length;
  const parts = sorted.map((section) => (isRed(section) ? open(section, newest) : foldedAway(section, newest)));
  const head = red === 0 ? [] : [`### ${formatCount(red, 'job')} with failures`];
  return [commentMarker(key), ...head, ...parts].join('\n\n');
}

const isRed = ({ stamp }: CommentSection): boolean => !['success', 'neutral'].includes(stamp.conclusion);

function compare({ stamp: a }: CommentSection, { stamp: b }: CommentSection): number {
  const [one, other] = [`${a.label} ${a.instance}`, `${b.label} ${b.instance}`];
  return one === other ? 0 : one < other ? -1 : 1;
}

function plain({ stamp, body }: CommentSection): string {
  return `${stampLine(stamp)}\n${body}\n${END}`;
}

function open(section: CommentSection, newest: number): string {
  return `#### ${titleOf(section, newest)}\n\n${plain(section)}`;
}

function foldedAway(section: CommentSection, newest: number): string {
  const summary = `${titleOf(section, newest)}: ${section.stamp.conclusion}`;
  return `<details><summary>${summary}</summary>\n\n${plain(section)}\n\n</details>`;
}

/** Of an earlier run: the job has not reported in the newest one yet, or is no more. */
function titleOf({ stamp }: CommentSection, newest: number): string {
  const earlier = stamp.runNumber < newest ? ` (of run ${stamp.runNumber}, ${stamp.sha.slice(0, 7)})` : '';
  return `${markdownText(stamp.label)}${earlier}`;
}
