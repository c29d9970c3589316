// Folders and files of the repository, as imports name them.
import { posix } from 'node:path';
import type { Facts } from '../../rules/rule.js';

/** What an import is looked up in. */
export type ImportSources = Pick<Facts, 'ownFile' | 'filesIn' | 'linesOf'>;

/** A path relative to the repository, its steps back taken; empty for the repository itself. */
export const joined = (...parts: readonly string[]): string => posix.join(...parts).replace(/^\.\/?$|\/$/g, '');

/** The folder of a file; empty for a file in the root. */
export const folderOf = (file: string): string => joined(posix.dirname(file));

/** The folder and those above it, the repository last. */
export function foldersAbove(folder: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return [...parts.map((_, at) => parts.slice(0, parts.length - at).join('/')), ''];
}

const MOST_LISTED = 6;

/** Some names, for a sentence; empty without names. */
export function listed(names: readonly string[]): string {
  const shown = [...new Set(names)].slice(0, MOST_LISTED);
  return `${shown.join(', ')}${names.length > shown.length ? ', …' : ''}`;
}
