import { randomUUID } from 'node:crypto';
import { appendFileSync, lstatSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile, stat } from 'node:fs/promises';
import { saveState, setOutput } from '@actions/core';
import type { WorkflowStep } from '../ports.js';
import { readRegularSync } from './regular-file.js';

/** The files through which a step commands its workflow. This step writes to the first three only. */
const FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'] as const;
type FileName = (typeof FILES)[number];

/** The files through which a step talks to its workflow, with a copy of what it wrote. `env` names the files. */
export function createWorkflowStep(env: Readonly<Record<string, string | undefined>>): WorkflowStep {
  const summaryFile = env['GITHUB_STEP_SUMMARY'] ?? '';
  const own = new Map(FILES.map((name) => [name, textOf(env[name] ?? '')]));
  const restored = FILES.filter((name) => isFileOrNothing(env[name] ?? ''));
  const keep = (name: FileName, text: string): void => void own.set(name, `${own.get(name) ?? ''}${text}`);
  /** False when the step has no such file. */
  const append = (name: FileName, key: string, value: string): boolean => {
    const file = env[name] ?? '';
    if (file === '') return false;
    const delimiter = `ghadelimiter_${randomUUID()}`;
    const text = `${key}<<${delimiter}\n${value}\n${delimiter}\n`;
    appendFileSync(file, text);
    keep(name, text);
    return true;
  };
  return {
    setOutput: (name, value) => {
      if (!append('GITHUB_OUTPUT', name, value)) setOutput(name, value);
    },
    saveState: (name, value) => {
      if (!append('GITHUB_STATE', name, value)) saveState(name, value);
    },
    appendSummary: async (markdown) => {
      await appendFile(summaryFile, markdown);
      keep('GITHUB_STEP_SUMMARY', markdown);
    },
    summaryBytes: async () => {
      try {
        return (await stat(summaryFile)).size;
      } catch {
        return 0;
      }
    },
    restore: () => restored.filter((name) => restoreFile(env[name] ?? '', own.get(name) ?? null)),
  };
}

/** False for what is no file of a runner, as `/dev/stdout` on a laptop: nothing may remove it. */
function isFileOrNothing(file: string): boolean {
  return file !== '' && lstatSync(file, { throwIfNoEntry: false })?.isFile() !== false;
}

/** Replaces a file of the step that holds something else than it should, which is nothing for null; true when it did. */
function restoreFile(file: string, own: string | null): boolean {
  if (holds(file, own)) return false;
  try {
    // A link or a pipe in its place is removed, not followed.
    rmSync(file, { recursive: true, force: true });
    if (own !== null) writeFileSync(file, own, { flag: 'wx' });
  } catch {
    // The folder became read-only: what the file holds is reported all the same.
  }
  return true;
}

/** True when a file holds a text and no more, or does not exist, for null. It is not read when its size differs. */
function holds(file: string, text: string | null): boolean {
  const info = lstatSync(file, { throwIfNoEntry: false });
  if (info === undefined || text === null) return info === undefined && text === null;
  return info.size === Buffer.byteLength(text) && textOf(file) === text;
}

/** The text of a regular file; null when there is none. */
function textOf(file: string): string | null {
  try {
    return readRegularSync(file);
  } catch {
    return null;
  }
}

/** A laptop has no workflow. */
export const noWorkflowStep: WorkflowStep = {
  setOutput: () => undefined,
  saveState: () => undefined,
  appendSummary: () => Promise.reject(new Error('there is no job summary outside GitHub')),
  summaryBytes: () => Promise.resolve(0),
  restore: () => [],
};
