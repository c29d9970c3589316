import { nearOf } from '../../source/near-name.js';
import { folderOf, type ImportSources, joined, listed } from './repository-files.js';

/** A name that a module of the repository does not have. */
export interface MissingName {
  readonly name: string;
  /** File of the repository that should have it. */
  readonly file: string;
  readonly where: string;
}

const PYTHON = /^(?:async\s)?(?:def|class)\s+(\w{1,80})|^(\w{1,80})\s?(?::[^=\n]{1,80})?=(?!=)/;
const PYTHON_IMPORTS = /^(?:from\s+\S{1,120}\s+)?import\s+([\w, ]{1,200})/;
const SCRIPT =
  /^\s{0,4}export\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\s?\*?|class|const|let|var|enum|type|interface)\s+(\w{1,80})|\bexports\.(\w{1,80})\s?=/;
const SCRIPT_LIST = /^\s{0,4}(?:export|module\.exports\s?=)\s?\{([^}]{1,400})/;

/** The names that the lines of a module define for others. */
function definedNames(file: string, lines: readonly string[]): readonly string[] {
  const [single, list] = file.endsWith('.py') ? [PYTHON, PYTHON_IMPORTS] : [SCRIPT, SCRIPT_LIST];
  const found = lines.slice(0, 5_000).flatMap((line) => {
    const [, a, b] = single.exec(line.slice(0, 500)) ?? [];
    const several = list.exec(line.slice(0, 500))?.[1] ?? '';
    const names = several.split(',').map(
      (each) =>
        each
          .trim()
          .split(/ as |:/)
          .at(-1)
          ?.trim() ?? '',
    );
    return [a ?? b ?? '', ...names];
  });
  return [...new Set(found.filter((name) => /^\w+$/.test(name)))];
}

/** The next step for a name that a module of the repository does not define; empty when its lines are not at hand. */
export function missingNameStep({ name, file, where }: MissingName, { linesOf, filesIn }: ImportSources): string {
  const lines = linesOf(file);
  const inside = /(?:^|\/)__init__\.py$/.test(file)
    ? filesIn(folderOf(file))
        .map((each) => each.replace(/\.py$|\/$/, ''))
        .filter((each) => !each.startsWith('__'))
    : [];
  const known = [...definedNames(file, lines), ...inside];
  const near = nearOf(name, known);
  if (near !== '')
    return `Write \`${near}\` in place of \`${name}\` at ${where}: ${file} has \`${near}\`, and no \`${name}\`.`;
  if (known.includes(name) && !file.endsWith('.py')) return `Export \`${name}\` from ${file}: ${where} imports it.`;
  const own = known.filter((each) => !each.startsWith('_'));
  const has = own.length === 0 ? '' : `, which has ${listed(own)}`;
  return `Define \`${name}\` in ${joined(file)}${has}, or correct the import at ${where}.`;
}
