import type { ParsedReport, ReportCase, ReportedTry } from '../model/report.js';

interface ReadFile {
  readonly name: string;
  readonly report: ParsedReport;
}

/** Bazel keeps the earlier tries of a `test.xml` in files of their own. */
const BAZEL_TRY = /^((?:.*\/)?)test_attempts\/attempt_(\d{1,4})\.xml$/;

/**
 * Joins the tries of a test that the format itself marks: results of Allure with one history id, and Bazel's attempts. With
 * `byName` the cases of one name in one report are tries, too, as gotestsum and Gradle write them.
 */
export function settleRetries<T extends ReadFile>(reports: readonly T[], { byName = false } = {}): readonly T[] {
  const bazel = joinBazel(reports);
  const settled = byName ? bazel.map((each) => withCases(each, mergeCases(each.report.cases, nameKey))) : bazel;
  return joinAllure(settled);
}

function withCases<T extends ReadFile>(file: T, cases: readonly ReportCase[]): T {
  return cases === file.report.cases ? file : { ...file, report: { ...file.report, cases } };
}

const nameKey = ({ suite, classname, name, file }: ReportCase): string => [suite, classname, name, file].join('\n');

/** Cases with one key are tries in their order; the last one decides. An empty key stands for itself. */
function mergeCases(cases: readonly ReportCase[], keyOf: (reported: ReportCase) => string): readonly ReportCase[] {
  const groups = new Map<string, ReportCase[]>();
  cases.forEach((reported, index) => {
    const key = keyOf(reported) || `\n${index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reported]);
    else group.push(reported);
  });
  return groups.size === cases.length ? cases : [...groups.values()].map((group) => group.reduce(asRetry));
}

/** The later case with the earlier one among its tries. A try that was skipped took nothing back. */
export function asRetry(earlier: ReportCase, later: ReportCase): ReportCase {
  const [decided, other] = later.status === 'skipped' ? [earlier, later] : [later, earlier];
  const tries = [...earlier.tries, ...(other === earlier ? [tryOf(earlier)] : []), ...later.tries];
  return { ...decided, tries };
}

function tryOf({ status, message, type, details }: ReportCase): ReportedTry {
  return { status, message, type, details };
}

function joinBazel<T extends ReadFile>(reports: readonly T[]): readonly T[] {
  const tries = new Map<string, { readonly number: number; readonly file: T }[]>();
  for (const file of reports) {
    const [, folder, number] = BAZEL_TRY.exec(file.name) ?? [];
    if (folder === undefined) continue;
    const last = `${folder}test.xml`;
    tries.set(last, [...(tries.get(last) ?? []), { number: Number(number), file }]);
  }
  const lasts = new Set(reports.map(({ name }) => name).filter((name) => tries.has(name)));
  if (lasts.size === 0) return reports;
  return reports.flatMap((file) => {
    const folder = BAZEL_TRY.exec(file.name)?.[1];
    if (folder !== undefined && lasts.has(`${folder}test.xml`)) return [];
    if (!lasts.has(file.name)) return [file];
    const earlier = (tries.get(file.name) ?? []).toSorted((one, other) => one.number - other.number);
    const cases = [...earlier.flatMap(({ file: { report } }) => report.cases), ...file.report.cases];
    return [withCases(file, mergeCases(cases, nameKey))];
  });
}

/** Allure writes a file for each try, in no order; the time of each shows which was the last. */
function joinAllure<T extends ReadFile>(reports: readonly T[]): readonly T[] {
  const groups = new Map<string, T[]>();
  for (const file of reports) {
    const id = file.report.format === 'allure' ? (file.report.cases[0]?.retryOf?.id ?? '') : '';
    const key = `${file.name.slice(0, file.name.lastIndexOf('/') + 1)}\n${id}`;
    if (id !== '') groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const joined = new Map<T, T>();
  const dropped = new Set<T>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const inOrder = group.toSorted((one, other) => startOf(one) - startOf(other));
    const last = inOrder.at(-1);
    if (last === undefined) continue;
    for (const file of inOrder) dropped.add(file);
    joined.set(last, withCases(last, [inOrder.flatMap(({ report }) => report.cases).reduce(asRetry)]));
  }
  if (dropped.size === 0) return reports;
  return reports.flatMap((file) => joined.get(file) ?? (dropped.has(file) ? [] : [file]));
}

const startOf = ({ report }: ReadFile): number => report.cases[0]?.retryOf?.startedAt ?? 0;
