import { join } from 'node:path';

/** A name that every file system and the artifact service take. */
export function slug(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^\.+/, '') || 'suite';
}

/** Folder of a suite, relative to the run directory. */
export function suiteDirectory(suite: string): string {
  return `artifacts/${slug(suite)}`;
}

/** Folder of an attempt, relative to the run directory. */
export function attemptDirectory(suite: string, number: number): string {
  return `${suiteDirectory(suite)}/attempt-${number}`;
}

/** The supervisor's own folder in an attempt's; absolute when the attempt's is. */
export function stateDirectory(attempt: string): string {
  return join(attempt, 'supervisor');
}
