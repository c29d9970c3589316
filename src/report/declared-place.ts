import { type StringPool, cleanName } from './kept-text.js';
import type { CaseContext } from './result-draft.js';
import { type DeclaredPlace, toldPlace, validLine } from './told-place.js';
import type { XmlAttributes } from './xml-attributes.js';

const SOURCE_FILE =
  /^(?:file:)?((?:[A-Za-z]:)?[^\s:*?"<>|]{1,400}\.(?:[cm]?[jt]sx?|py|rb|php|phpt|feature|bats|lua|exs|dart|t|c|cc|cpp|cxx|go|rs|robot))$/;
const FILE_AND_LINE = /^([^\s:][^:\n]{0,400}\.\w{1,8}):(\d{1,7})$/;
/** True for pytest's xunit1 family, whose lines start at 0: its class names repeat the path, and it writes no times of day. */
function isPytestXunit1(file: string, classname: string, attributes: XmlAttributes, suiteFile: string): boolean {
  if (!file.endsWith('.py') || classname === '' || suiteFile !== '') return false;
  if (attributes.get('timestamp') !== undefined) return false;
  const module = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1, -3);
  const start = classname.indexOf(module);
  const end = start + module.length;
  return start >= 0 && (start === 0 || classname[start - 1] === '.') && (classname[end] ?? '.') === '.';
}

/** File and 1-based line that the attributes of a case (or the file of its suite) declare. */
export function caseAttributes(attributes: XmlAttributes, suiteFile: string, { pool }: CaseContext): DeclaredPlace {
  const file = attributes.get('file') ?? attributes.get('filepath') ?? '';
  const text = attributes.get('line') ?? attributes.get('lineno') ?? '';
  if (file === '') return { file: suiteFile, line: validLine(Number(text)) };
  const classname = attributes.get('classname') ?? '';
  const offset = text !== '' && isPytestXunit1(file, classname, attributes, suiteFile) ? 1 : 0;
  return { file: pool.own(cleanName(file)), line: validLine(Number(text) + offset) };
}

function placeInClassname(classname: string): DeclaredPlace | null {
  const withLine = FILE_AND_LINE.exec(classname);
  if (withLine) return { file: withLine[1] ?? '', line: validLine(Number(withLine[2])) };
  const file = SOURCE_FILE.exec(classname)?.[1];
  return file === undefined ? null : { file, line: 0 };
}

/**
 * Best declared place of a case: its attributes, those of its failure element, a class name that is a path, a headline
 * in its text. Paths stay as the report spells them.
 */
export function declaredPlace(
  attributes: DeclaredPlace,
  ofFailure: DeclaredPlace | null,
  { classname, suite }: { readonly classname: string; readonly suite: string },
  text: string,
  pool: StringPool,
): DeclaredPlace {
  if (attributes.file !== '' && attributes.line > 0) return attributes;
  const known =
    [attributes.file === '' ? null : attributes, ofFailure, placeInClassname(classname)].find(Boolean) ?? null;
  if (known !== null && known.line > 0) return own(known, pool);
  const told = toldPlace(text, suite);
  if (known === null) return told === null ? attributes : own(told, pool);
  return own(told !== null && told.file.endsWith(known.file) ? { ...known, line: told.line } : known, pool);
}

const own = ({ file, line }: DeclaredPlace, pool: StringPool): DeclaredPlace => ({
  file: pool.own(cleanName(file)),
  line: validLine(line),
});
