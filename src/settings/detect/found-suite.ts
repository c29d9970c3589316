import { within } from './project-files.js';

/** A suite that was found, before it has a name that no other has. */
export interface FoundSuite {
  /** Name when it is the only one of its kind, or stands at the top. */
  readonly name: string;
  /** The tool whose tests it runs: `pytest`, `vitest`. */
  readonly tool: string;
  /** Folder in which the tool starts; `.` for the top. */
  readonly folder: string;
  /** The suite in long form, without the folder. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The file or key that shows that the suite is there. */
  readonly why: string;
  /** Folders below `folder` that the tool does not enter. */
  readonly excluded?: readonly string[];
  /** Only these folders or files, when the tool's own configuration restricts it. */
  readonly only?: readonly string[];
}

/** A tool whose files are there and that is not run, with the reason. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
  /** A suite to write instead, in one line. */
  readonly example?: string;
}

/** What one ecosystem finds. */
export interface Findings {
  readonly suites: readonly FoundSuite[];
  readonly leftOut: readonly LeftOut[];
}

/** A suite that runs a shell line. Lines write their reports into `$QAAGENT_REPORT_DIR`. */
export function commandSuite(
  found: Pick<FoundSuite, 'name' | 'tool' | 'folder' | 'why'>,
  run: string,
  more: { readonly report?: readonly string[]; readonly rerun?: string } = {},
): FoundSuite {
  return { ...found, settings: { runner: 'command', run, ...more } };
}

/** Names for all suites: the usual one at the top or when it is alone, else that of the package's folder. */
export function nameSuites(suites: readonly FoundSuite[]): readonly (readonly [name: string, suite: FoundSuite])[] {
  const taken = new Set<string>();
  return suites.map((suite) => {
    const isAlone = suites.filter(({ name }) => name === suite.name).length === 1;
    const folder = suite.folder.split('/').at(-1) ?? suite.folder;
    const wanted = suite.folder === '.' || (isAlone && USUAL.has(suite.name)) ? suite.name : folder;
    const choices = [wanted, `${wanted}-${suite.tool}`, `${suite.folder.replaceAll('/', '-')}-${suite.tool}`];
    const name = choices.map(asName).find((choice) => !taken.has(choice)) ?? `${asName(wanted)}-${taken.size}`;
    taken.add(name);
    return [name, suite];
  });
}

/** Names by which everybody knows the suite wherever it is. */
const USUAL = new Set(['unit', 'behave', 'e2e']);

function asName(text: string): string {
  const clean = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return clean === '' ? 'suite' : clean.slice(0, 60);
}

/** True when the suite's tool would look at this path. */
export function covers({ folder, excluded = [], only = [] }: FoundSuite, path: string): boolean {
  const inside = folder === '.' || path.startsWith(`${folder}/`);
  const under = (parts: readonly string[]): boolean =>
    parts.some((part) => part === '.' || isAtOrBelow(path, within(folder, part)));
  return inside && !under(excluded) && (only.length === 0 || under(only));
}

/** True for a path at or below another, in which `*` stands for any part of a name and `**` for any folders. */
function isAtOrBelow(path: string, part: string): boolean {
  if (!part.includes('*')) return path === part || path.startsWith(`${part}/`);
  const wanted = part.split('/');
  const names = path.split('/');
  const deep = wanted.indexOf('**');
  if (deep >= 0) return wanted.slice(0, deep).every((name, at) => isNamed(names[at] ?? '', name));
  return wanted.every((name, at) => isNamed(names[at] ?? '', name));
}

function isNamed(name: string, wanted: string): boolean {
  const [start = '', ...rest] = wanted.split('*');
  const end = rest.at(-1);
  if (end === undefined) return name === wanted;
  return name !== '' && name.startsWith(start) && name.endsWith(end);
}
