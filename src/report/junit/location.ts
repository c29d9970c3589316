// File and line of a case: from attributes such as `file` and `line` of its tag, its class name, the text of its
// failure.
import type { StringPool } from '../../text/bounded-text.js';
import { type DeclaredPlace, findLocation, validLine } from '../case-location.js';
import type { XmlAttributes } from '../xml/attributes.js';

const SOURCE_FILE =
  /^(?:file:)?((?:[A-Za-z]:)?[^\s:*?"<>|]{1,400}\.(?:[cm]?[jt]sx?|py|rb|php|phpt|feature|bats|lua|exs|dart|t|c|cc|cpp|cxx|go|rs|robot))$/;
const FILE_AND_LINE = /^([^\s:][^:\n]{0,400}\.\w{1,8}):(\d{1,7})$/;
const NOWHERE: DeclaredPlace = { file: '', line: 0 };

/** True when the class name of a pytest test repeats the file: `tests.test_shop.TestCart` in `tests/test_shop.py`. */
function namesModule(file: string, classname: string): boolean {
  if (!file.endsWith('.py') || classname === '') return false;
  const module = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1, -3);
  const start = classname.indexOf(module);
  const end = start + module.length;
  return start >= 0 && (start === 0 || classname[start - 1] === '.') && (classname[end] ?? '.') === '.';
}

/** What class names say of places; looks at each of them once. */
export class ClassPlaces {
  readonly #known = new Map<string, DeclaredPlace>();
  #file = '';
  #classname = '';
  #namesModule = false;

  /** True when a class name repeats the Python file, as pytest's do. */
  namesModule(file: string, classname: string): boolean {
    if (file === this.#file && classname === this.#classname) return this.#namesModule;
    this.#namesModule = namesModule(file, classname);
    this.#file = file;
    this.#classname = classname;
    return this.#namesModule;
  }

  /** The place that a class name spells out, `spec/a_spec.lua:4` or `src/a.test.ts`; nowhere for all others. */
  of(classname: string): DeclaredPlace {
    const known = this.#known.get(classname);
    if (known !== undefined) return known;
    if (this.#known.size >= 20_000) this.#known.clear();
    const withLine = FILE_AND_LINE.exec(classname);
    const file = withLine?.[1] ?? SOURCE_FILE.exec(classname)?.[1];
    const place = file === undefined ? NOWHERE : { file, line: validLine(Number(withLine?.[2] ?? 0)) };
    this.#known.set(classname, place);
    return place;
  }
}

/**
 * File and 1-based line that the start tag of a case declares, or its suite, or its class name. The lines of pytest's
 * xunit1 family start at 0; it is recognized by class names that repeat the file and by the lack of times of day.
 */
export function placeOfTag(
  attributes: XmlAttributes,
  suiteFile: string,
  classname: string,
  { files, places }: { readonly files: StringPool; readonly places: ClassPlaces },
): DeclaredPlace {
  const given = attributes.get('file') ?? attributes.get('filepath') ?? '';
  const line = lineOf(attributes);
  if (given === '') return suiteFile === '' ? places.of(classname) : { file: suiteFile, line };
  const file = files.own(given);
  const isZeroBased =
    places.namesModule(file, classname) &&
    suiteFile === '' &&
    attributes.get('line') !== undefined &&
    attributes.get('timestamp') === undefined;
  return { file, line: isZeroBased ? line + 1 : line };
}

const lineOf = (attributes: XmlAttributes): number =>
  validLine(Number(attributes.get('line') ?? attributes.get('lineno') ?? 0));

/** The better of what tag, failure element and text of a failed case say. Paths stay as the report spells them. */
export function placeOfFailure(
  ofTag: DeclaredPlace,
  ofElement: DeclaredPlace | null,
  text: string,
  suite: string,
): DeclaredPlace {
  if (ofTag.file !== '' && ofTag.line > 0) return ofTag;
  if (ofElement !== null && (ofTag.file === '' || ofElement.line > 0)) return ofElement;
  const reported = findLocation(text, suite);
  if (reported === null) return ofTag;
  return ofTag.file === '' || reported.file.endsWith(ofTag.file)
    ? { file: ofTag.file || reported.file, line: reported.line }
    : ofTag;
}
