import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from '../stand-ins/platform.js';
import type { StepResult } from '../stand-ins/mini-runner.js';
import type { Surfaces } from './planted.js';

/** Larger files hold a flood; their beginning and their end are looked at. */
const MOST_BYTES = 200_000_000;

/** The files of the run directories, by their path below `runs`. */
export function filesBelow(runs: string): ReadonlyMap<string, string> {
  try {
    const files = readdirSync(runs, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(runs, path), { throwIfNoEntry: false })?.isFile(),
    );
    return new Map(files.map((path) => [path, bounded(readFileSync(join(runs, path)))]));
  } catch {
    return new Map();
  }
}

const bounded = (bytes: Buffer): string =>
  bytes.length <= MOST_BYTES
    ? bytes.toString('latin1')
    : bytes.toString('latin1', 0, MOST_BYTES / 2) + bytes.toString('latin1', bytes.length - MOST_BYTES / 2);

/** Everything that a step has printed, published and left. */
export function surfacesOf(step: StepResult, { github, artifacts }: Platform, runs: string): Surfaces {
  const files = filesBelow(runs);
  const uploaded = artifacts.uploads().flatMap((upload) => Object.entries(upload.files()));
  const outputs = github.checks().map(({ output }) => output);
  const markdown = [
    step.summary,
    ...github.comments().map(({ body }) => body),
    ...outputs.flatMap(({ title, summary, text }) => [title ?? '', summary ?? '', text ?? '']),
  ];
  const issues = step.stages.flatMap(({ issues: own }) => own);
  return {
    texts: new Map([
      ...step.stages.map(({ stage, log }) => [`log of ${stage}`, log.join('\n')] as const),
      ['requests', JSON.stringify([github.checks(), github.calls.map(({ body }) => body)])],
      ['annotations and outputs', JSON.stringify([issues, step.outputs])],
      ...markdown.map((text, at) => [`text ${at}`, text] as const),
      ...files,
      ...uploaded.map(([path, bytes]) => [`uploaded ${path}`, bounded(Buffer.from(bytes))] as const),
    ]),
    markdown,
    html: [...files].filter(([path]) => path.endsWith('.html')).map(([, text]) => text),
    commanded: [
      ...issues.flatMap(({ title, message }) => [title, message]),
      ...Object.keys(step.outputs),
      ...step.stages.flatMap(({ refused, state, env, path }) => [
        ...refused,
        ...Object.keys(state),
        ...Object.keys(env),
        ...path,
      ]),
    ],
  };
}
