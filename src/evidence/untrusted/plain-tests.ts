import { milliseconds } from './manifest.js';
import { NAME_BYTES, type Shared } from './shared-values.js';
import type { UntrustedTest } from './tests.js';

const INSIDE = String.raw`[^"\\\x00-\x1f]`;
const TEXT = `"${INSIDE}*"`;
const WHOLE = String.raw`(?:0|[1-9]\d{0,8})`;
const NUMBER = String.raw`${WHOLE}(?:\.\d{1,3})?`;

/** The line of a test that passed at once, of which nothing else is known, as `testLines` writes it. */
const PLAIN = new RegExp(
  [
    `\\{"test_id":"(${INSIDE}*)","kind":${TEXT},"name":("${INSIDE}+"),"status":"passed","suite_name":"(${INSIDE}+)"`,
    `"runner_type":${TEXT},"duration":${NUMBER},"route":null,"error_message":null,"last_run":${TEXT}`,
    `"evidence_refs":\\[(?:${TEXT}(?:,${TEXT})*)?\\],"tags":\\[\\],"metadata":\\{"id":("${INSIDE}+")`,
    `"classname":"(${INSIDE}*)","file":"(${INSIDE}*)","line":(${WHOLE})`,
    `"attempts":\\[\\{"n":1,"status":"passed","duration":(${NUMBER}),"message":""\\}\\],"final":"passed"\\}\\}`,
  ].join(','),
  'y',
);

/** A longer text may have to be cut. */
const SHORT = NAME_BYTES / 4;
const NOTHING: readonly string[] = [];
const NO_PROPERTIES = {};

/**
 * The test of a line as most of the lines of a large run are, read without the objects of its JSON; null for every other
 * line.
 */
export function plainTest(text: string, from: number, to: number, shared: Shared): UntrustedTest | null {
  PLAIN.lastIndex = from;
  const match = PLAIN.exec(text);
  if (match === null || PLAIN.lastIndex !== to) return null;
  const [, recordId = '', name = '', suite = '', id = '', classname = '', file = '', line, duration] = match;
  if (name.length > SHORT || id.length > SHORT || !id.isWellFormed() || !name.isWellFormed()) return null;
  const own = ownText(id);
  const test = {
    id: own,
    selector: own,
    suite: shared.name(suite),
    name: ownText(name),
    classname: shared.name(classname),
    file: shared.path(file),
    line: Number(line),
    attempts: shared.pass(milliseconds(Number(duration))),
    tags: NOTHING,
    properties: NO_PROPERTIES,
    attachments: NOTHING,
    quarantine: null,
    disagreement: '',
  };
  return { recordId, test, route: null };
}

/** A text of JSON as a copy: a part of a text would keep the whole text in memory. */
const ownText = (json: string): string => JSON.parse(json) as string;
