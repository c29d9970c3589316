import { resolve } from 'node:path';
import { parseArgsStringToArgv } from 'string-argv';
import type { RunnerName, SuiteSettings } from '../model/settings.js';
import type { SuiteEntry } from './suites.js';

/** What a suite takes from the run when it says nothing itself. */
export interface SuiteDefaults {
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number | null;
  readonly retries: number;
  readonly workingDirectory: string;
  readonly detected: boolean;
}

const DEFAULT_PATH: Readonly<Partial<Record<RunnerName, string>>> = { behave: 'features' };

/** One suite with every default filled in and its folder made absolute. */
export function suiteSettings({ name, values }: SuiteEntry, defaults: SuiteDefaults): SuiteSettings {
  const { enabled, path, args = [], env, timeout, idle_timeout, retries, working_directory, ...rest } = values;
  const { artifacts = [], weight = 1, after = [], ...own } = rest;
  return {
    name,
    enabled: enabled ?? true,
    path: path ?? DEFAULT_PATH[values.runner] ?? '',
    args: typeof args === 'string' ? parseArgsStringToArgv(args) : args,
    env: env ?? {},
    timeoutMs: timeout ?? defaults.timeoutMs,
    idleTimeoutMs: idle_timeout === undefined ? defaults.idleTimeoutMs : idle_timeout,
    retries: retries ?? defaults.retries,
    workingDirectory: resolve(defaults.workingDirectory, working_directory ?? '.'),
    artifacts,
    weight,
    after,
    detected: defaults.detected,
    ...own,
  };
}
