/** What a check run's annotation looks like on the wire. */
export interface WireAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
  readonly start_column?: number;
  readonly end_column?: number;
}

export interface WireOutput {
  readonly title?: string;
  readonly summary?: string;
  readonly text?: string;
  readonly annotations?: readonly WireAnnotation[];
}

/** Body of a request that creates or updates a check run. */
export interface WireCheck {
  readonly name?: string;
  readonly head_sha?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly external_id?: string;
  readonly details_url?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output?: WireOutput;
}

const SUMMARY_BYTES = 65_535;
const DETAIL_BYTES = 64 * 1024;
const TITLE_CHARACTERS = 255;
const COMMENT_CHARACTERS = 65_536;

const tooLong = (what: string, text: string | undefined, maxBytes: number): readonly string[] =>
  text !== undefined && Buffer.byteLength(text) > maxBytes ? [`${what} exceeds a maximum bytesize of ${maxBytes}`] : [];

function annotationErrors(annotation: WireAnnotation, index: number): readonly string[] {
  const at = `annotations[${index}]`;
  const { path, start_line: start, end_line: end, message } = annotation;
  const problems = [
    ...(start < 1 ? [`${at}.start_line must be greater than 0`] : []),
    ...(end < start ? [`${at}.end_line must not be before start_line`] : []),
    ...(path.trim() === '' ? [`${at}.path can't be blank`] : []),
    ...(path.startsWith('/') || path.split('/').includes('..') ? [`${at}.path is not a path in the repository`] : []),
    ...(message.trim() === '' ? [`${at}.message can't be blank`] : []),
    ...((annotation.title?.length ?? 0) > TITLE_CHARACTERS ? [`${at}.title is longer than ${TITLE_CHARACTERS}`] : []),
    ...tooLong(`${at}.message`, message, DETAIL_BYTES),
    ...tooLong(`${at}.raw_details`, annotation.raw_details, DETAIL_BYTES),
  ];
  const hasColumns = annotation.start_column !== undefined || annotation.end_column !== undefined;
  return hasColumns && start !== end ? [...problems, `${at} has columns on several lines`] : problems;
}

/**
 * Rules for a check run that GitHub enforces and its schema does not hold: limits in bytes, lines from 1, a title and a
 * summary together, a conclusion with `completed`. One line for each breach.
 */
export function checkErrors(body: WireCheck): readonly string[] {
  const { output } = body;
  const missing =
    output === undefined ? [] : [...(output.summary === undefined ? ["output.summary wasn't supplied"] : [])];
  return [
    ...(body.status === 'completed' && body.conclusion === undefined ? ['a completed check needs a conclusion'] : []),
    ...(body.conclusion === 'stale' ? ['only GitHub can set stale'] : []),
    ...(body.head_sha !== undefined && !/^[0-9a-f]{40}$/.test(body.head_sha)
      ? [`No commit found for SHA: ${body.head_sha}`]
      : []),
    ...missing,
    ...((output?.title?.length ?? 0) > TITLE_CHARACTERS ? [`output.title is longer than ${TITLE_CHARACTERS}`] : []),
    ...tooLong('summary', output?.summary, SUMMARY_BYTES),
    ...tooLong('text', output?.text, SUMMARY_BYTES),
    ...(output?.annotations ?? []).flatMap(annotationErrors),
  ];
}

/** Rules for a comment: not blank, at most 65,536 characters. */
export function commentErrors(body: string): readonly string[] {
  if (body.trim() === '') return ["body can't be blank"];
  return body.length > COMMENT_CHARACTERS ? [`body is too long (maximum is ${COMMENT_CHARACTERS} characters)`] : [];
}
