import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StepLog } from './step-log.js';

/** The files through which a stage talks to the runner, by the variable that names each. */
const COMMAND_FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;
export type CommandFiles = Readonly<Record<(typeof COMMAND_FILES)[number], string>>;

/** What a stage wrote. A summary over the limit is dropped. */
export interface Written {
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
  readonly summaryDropped: boolean;
}

const SUMMARY_BYTES = 1024 * 1024;

/** Makes the empty files of one stage. */
export function makeCommandFiles(folder: string, stage: string): CommandFiles {
  mkdirSync(folder, { recursive: true });
  const entries = COMMAND_FILES.map((name) => {
    const path = join(folder, `${stage}_${name.toLowerCase()}`);
    writeFileSync(path, '');
    return [name, path] as const;
  });
  return Object.fromEntries(entries) as CommandFiles;
}

/** Reads `name=value` and `name<<delimiter` entries; throws, as the runner does, on anything else. */
function parseKeyValues(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n');
  const found: Record<string, string> = {};
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
      found[line.slice(0, equals)] = line.slice(equals + 1);
    } else if (heredoc > 0 && line.length > heredoc + 2) {
      const end = lines.indexOf(line.slice(heredoc + 2), i + 1);
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${line.slice(heredoc + 2)}'`);
      found[line.slice(0, heredoc)] = lines.slice(i + 1, end).join('\n');
      i = end;
    } else throw new Error(`Invalid format '${line}'`);
  }
  return found;
}

function keyValues(file: string, name: string, log: StepLog): Readonly<Record<string, string>> {
  try {
    return parseKeyValues(readFileSync(file, 'utf8'));
  } catch (error) {
    log.refused.push(name);
    log.raise('error', `Unable to process file command '${name}' successfully. ${String(error)}`);
    return {};
  }
}

function environment(file: string, log: StepLog): Readonly<Record<string, string>> {
  const { NODE_OPTIONS: blocked, ...rest } = keyValues(file, 'env', log);
  if (blocked !== undefined)
    log.raise('error', "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  return rest;
}

function summary(file: string, log: StepLog): { readonly summary: string; readonly summaryDropped: boolean } {
  const { size } = statSync(file);
  if (size > SUMMARY_BYTES) {
    log.raise(
      'error',
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(size / 1024)}k.`,
    );
    return { summary: '', summaryDropped: true };
  }
  return { summary: log.masked(readFileSync(file, 'utf8')), summaryDropped: false };
}

/** Reads what a stage left in its files, by the runner's rules; troubles become issues of the step. */
export function readCommandFiles(files: CommandFiles, log: StepLog): Written {
  return {
    outputs: { ...Object.fromEntries(log.outputs), ...keyValues(files.GITHUB_OUTPUT, 'output', log) },
    state: { ...Object.fromEntries(log.state), ...keyValues(files.GITHUB_STATE, 'state', log) },
    env: environment(files.GITHUB_ENV, log),
    path: readFileSync(files.GITHUB_PATH, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
    ...summary(files.GITHUB_STEP_SUMMARY, log),
  };
}
