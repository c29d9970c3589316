import { join } from 'node:path';
import { FINDING_SEVERITIES, type Finding } from '../model/quality.js';
import type { Files } from '../ports.js';
import { FINDINGS_NAME } from './quality-suite.js';

/** Most findings read of one attempt; drivers stop there as well. */
const MAX_FINDINGS = 2_000;
const MAX_BYTES = 16 * 1024 * 1024;

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const textOrNull: Check = (value) => value === null || text(value);
const numberOrNull: Check = (value) => value === null || Number.isSafeInteger(value);
const texts: Check = (value) => Array.isArray(value) && value.every(text);

const FIELDS: Readonly<Record<keyof Finding, Check>> = {
  tool: text,
  severity: (value) => FINDING_SEVERITIES.some((name) => name === value),
  code: text,
  message: text,
  file: textOrNull,
  line: numberOrNull,
  column: numberOrNull,
  selector: textOrNull,
  route: textOrNull,
  evidence_refs: texts,
  tags: texts,
  metadata: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** The findings in the text of a `findings.jsonl`; a line that is none (a torn last one) is left out. */
export function parseFindings(lines: string): readonly Finding[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, MAX_FINDINGS)
    .flatMap(parseFinding);
}

function parseFinding(line: string): readonly Finding[] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Readonly<Record<string, unknown>>;
  const isFinding = Object.entries(FIELDS).every(([field, check]) => check(record[field]));
  return isFinding ? [record as unknown as Finding] : [];
}

/**
 * The findings of a suite after its attempts, whose folders are given relative to the run directory, oldest first.
 * The last attempt that looked at a route or page has the word on it; references become relative to the run directory.
 */
export async function readFindings(
  attemptDirectories: readonly string[],
  runDirectory: string,
  files: Pick<Files, 'readTextIfExists' | 'sizeOf' | 'exists'>,
): Promise<readonly Finding[]> {
  const byPlace = new Map<string, readonly Finding[]>();
  for (const directory of attemptDirectories) {
    const found = await readAttempt(directory, runDirectory, files);
    for (const [route, group] of groupByRoute(found)) byPlace.set(route, group);
  }
  return [...byPlace.values()].flat();
}

async function readAttempt(
  directory: string,
  runDirectory: string,
  files: Pick<Files, 'readTextIfExists' | 'sizeOf' | 'exists'>,
): Promise<readonly Finding[]> {
  const path = join(runDirectory, directory, FINDINGS_NAME);
  if (!(await files.exists(path)) || (await files.sizeOf(path)) > MAX_BYTES) return [];
  const found = parseFindings((await files.readTextIfExists(path)) ?? '');
  return found.map((finding) => {
    return { ...finding, evidence_refs: finding.evidence_refs.map((file) => `${directory}/${file}`) };
  });
}

function groupByRoute(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, readonly Finding[]>();
  for (const finding of findings) {
    const route = finding.route ?? '';
    groups.set(route, [...(groups.get(route) ?? []), finding]);
  }
  return groups;
}
