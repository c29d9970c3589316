import { listOf, member, numberOf, textOf } from '../text/json.js';

/** A request that a browser or a client sent and that was answered, as a recording of a test reports it. */
export interface RecordedRequest {
  /** Upper case. */
  readonly method: string;
  /** Absolute, as it was sent. */
  readonly url: string;
}

const MAX_ENTRIES = 20_000;
const MAX_LINE = 1 << 20;
const MAX_URL = 2000;
/** The kind of a line stands in front. */
const MARK_CHARS = 100;

/** The requests of a HAR file (https://w3c.github.io/web-performance/specs/HAR/Overview.html); null when it is none. */
export function requestsInHar(text: string): readonly RecordedRequest[] | null {
  const log = member(parsed(text), 'log');
  if (!Array.isArray(member(log, 'entries'))) return null;
  return listOf(log, 'entries').slice(0, MAX_ENTRIES).flatMap(requestIn);
}

/** The requests of a `*.network` file of a Playwright trace: a HAR entry a line. Lines that are none are left out. */
export function requestsInTrace(text: string): readonly RecordedRequest[] {
  const found: RecordedRequest[] = [];
  for (let from = 0, lines = 0; from < text.length && lines < MAX_ENTRIES; lines += 1) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end);
    from = end < 0 ? text.length : end + 1;
    if (line.length > MAX_LINE || !line.slice(0, MARK_CHARS).includes('"resource-snapshot"')) continue;
    found.push(...requestIn(member(parsed(line), 'snapshot')));
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Nothing reached the service when no status came (-1 or 0), or when the test itself gave the answer. */
function requestIn(entry: unknown): readonly RecordedRequest[] {
  const request = member(entry, 'request');
  const method = textOf(request, 'method').toUpperCase();
  const url = textOf(request, 'url');
  const isAnswered = (numberOf(member(entry, 'response'), 'status') ?? 0) > 0;
  const isOwn = member(entry, '_wasFulfilled') === true || member(entry, '_wasAborted') === true;
  const isGood = /^[A-Z]{3,10}$/.test(method) && url.length <= MAX_URL && /^https?:/i.test(url);
  return isGood && isAnswered && !isOwn ? [{ method, url }] : [];
}
