import type { DiagnosedRow } from './labelled-runs.js';

/** A defect of a sentence that needs no judgement. */
export interface Defect {
  readonly id: string;
  readonly check: string;
  readonly sentence: string;
}

type Check = (pair: DiagnosedRow) => string | null;

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Blocks that pytest prints of library code, between its separators and the place that ends them. */
function withoutLibrarySource(text: string): string {
  return text
    .split(/^(?:_ ){5,}_?.*$/m)
    .map((block) => {
      const place = /^(\S+\.py):\d+: ?\S*\s*$/m.exec(block)?.[1] ?? '';
      const lines = block.split('\n');
      return /site-packages|dist-packages|\/lib\/python/.test(place)
        ? lines.filter((line) => /^E |^\S+\.py:\d/.test(line)).join('\n')
        : block;
    })
    .join('\n');
}

/** What a sentence may take its things from: the failure, its identity and the line of source it points to. */
function ownText({ row, failure, diagnosis, sourceOf }: DiagnosedRow): string {
  const { place, productPlace } = diagnosis;
  const sources = [place, productPlace].map((at) => (at === null ? '' : `${at.file}:${at.line} ${sourceOf(at.file)}`));
  const text = withoutLibrarySource(`${failure.message}\n${failure.details}\n${row.system_out}`)
    .split('\n')
    .filter((line) => !/Background on this error|For documentation|for more information/i.test(line))
    .join('\n');
  return flat(
    `${text}\n${failure.type}\n${failure.name}\n${failure.classname}\n${sources.join('\n')}`.replace(
      /\x1b\[[\d;]*m/g,
      '',
    ),
  );
}

const HOST =
  /\b(?:localhost|(?:\d{1,3}\.){3}\d{1,3}|[\w-]+(?:\.[\w-]+)*\.(?:com|org|io|net|dev|invalid|local|internal|test|example))(?::\d{2,5})?\b/g;

const hosts: Check = (pair) => {
  const text = ownText(pair);
  const bare = (host: string): string => host.split(':')[0] ?? '';
  const said = [...`${pair.diagnosis.rootCause} ${pair.diagnosis.suggestion}`.matchAll(HOST)].map(([host]) => host);
  return said.find((host) => !text.includes(bare(host))) ?? null;
};

/** Things in quotes, backticks or angle brackets that the failure does not hold. */
const values: Check = (pair) => {
  const text = ownText(pair);
  const { rootCause } = pair.diagnosis;
  const said = [...rootCause.matchAll(/'([^'\s]{3,60})'|"([^"\s]{3,60})"|`([^`\s]{3,60})`/g)].map(
    ([, single, double, tick]) => single ?? double ?? tick ?? '',
  );
  return (
    said.find((value) => !text.includes(value.replace(/…$/, '')) && !text.includes(value.replaceAll('.', ' '))) ?? null
  );
};

const equalsName: Check = ({ row, diagnosis }) => {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim();
  const said = plain(diagnosis.rootCause);
  return [row.tname, row.name, `${row.classname} ${row.tname}`].some((name) => plain(name) === said) ? row.tname : null;
};

const balanced = (text: string): boolean => {
  const ticks = (text.match(/`/g) ?? []).length % 2 === 0;
  const doubles = (text.match(/"/g) ?? []).length % 2 === 0;
  return ticks && doubles;
};

const cutShort: Check = ({ diagnosis: { rootCause, suggestion } }) => {
  if (/[\w"'`](?:…|\.\.\.)$/.test(rootCause) && rootCause.length < 200) return 'ends in an ellipsis';
  if (!rootCause.includes('…') && !balanced(rootCause)) return 'a quote is not closed';
  if (/[:,;({[=]$|\b(?:the|a|of|from|at|is|expected|got)$/.test(rootCause)) return 'ends in the middle';
  return balanced(suggestion) ? null : 'a quote of the suggestion is not closed';
};

const LEFTOVER =
  /\[object Object\]|(?:^|\s)(?:''|""|``)(?:\s|$|[.,:;])|\bundefined (?:is|was|refuses|cannot|at)\b|: :|:,|,,|\s\.(?![\w/])|\( \)|(?<![\w`>)\]])\(\)(?! ?=>)|\bfrom$|\bfor$|  |\$\{|#x1B|^(?:None|null|undefined|Error|Failed|Failure|Exception)\.?$|Traceback \(most recent|^thread '|panicked at [\w/.]+:\d+:\d+$|Test suite failed to run$|^self = |^[\w./-]+:\d+(?::\d+)?$/;

const leftovers: Check = ({ diagnosis: { rootCause, suggestion } }) =>
  LEFTOVER.exec(rootCause)?.[0] ?? (suggestion === '' ? 'no suggestion' : (LEFTOVER.exec(suggestion)?.[0] ?? null));

const subject: Check = ({ diagnosis: { rootCause } }) =>
  /^(?:expected|got|assert|Expected|AssertionError)\b[^:]{0,30}(?:, got|, expected)?/.test(rootCause) &&
  /^expected \S+(?: \S+)?, got \S+(?: \S+)?$|^assert(?:ion failed)?\b|^(?:AssertionError|expected)$/.test(rootCause)
    ? rootCause
    : null;

/** Which side a tool prints as expected; read from the text independently of the product. */
const GRAMMARS: readonly { readonly match: RegExp; readonly order: 'ae' | 'ea' }[] = [
  { match: /^AssertionError: ([^\s!]+) != (\S+)$/m, order: 'ae' },
  { match: /^Expected: (\S+)\n\s*Received: (\S+)$/m, order: 'ea' },
  { match: /expected: <([^>]{1,40})> but was: <([^>]{1,40})>/, order: 'ea' },
  { match: /expected:<([^>]{1,40})> but was:<([^>]{1,40})>/, order: 'ea' },
  {
    match: /expected ([^\s,]{1,40}) to (?:be|equal|deeply equal|strictly equal) ([^\s,]{1,40})(?: \/\/|$)/m,
    order: 'ae',
  },
  { match: /^\s*expected: (\S+)\n\s*actual\s*: (\S+)$/m, order: 'ea' },
  { match: /^\s*expected: (\S+)\n\s*got: (\S+)/m, order: 'ea' },
  { match: /^E {7}assert ([\w.'"-]{1,30}) == ([\w.'"-]{1,30})$/m, order: 'ae' },
  { match: /^\s*Expected: (\S+)\n\s*(?:But was|Actual): +(\S+)$/m, order: 'ea' },
  { match: /Failed asserting that (\S{1,40}) (?:is identical to|matches expected) (\S{1,40})\.$/m, order: 'ae' },
  { match: /^\s*left: (\S+)\n\s*right: (\S+)$/m, order: 'ae' },
  { match: /\bgot (\S{1,40}), want (\S{1,40})$/m, order: 'ae' },
];

/** Where a person has labelled the two sides, the label decides. */
const labelledSides = (actual: string, expected: string, rootCause: string): string | null => {
  const isInverted = [`expected ${actual}`, `is ${expected}, expected`, `got ${expected}`].some((text) =>
    rootCause.includes(text),
  );
  return isInverted ? rootCause : null;
};

const inverted: Check = ({ row, failure, diagnosis: { rootCause } }) => {
  if (row.actual !== '' && row.expected !== '') return labelledSides(row.actual, row.expected, rootCause);
  const text = `${failure.message}\n${failure.details}`;
  for (const { match, order } of GRAMMARS) {
    const found = match.exec(text);
    if (!found) continue;
    const [, first = '', second = ''] = found;
    const [actual, expected] = order === 'ae' ? [first, second] : [second, first];
    if (actual === expected) continue;
    if (rootCause.includes(`expected ${actual},`) && rootCause.includes(`got ${expected}`)) return rootCause;
    if (rootCause.includes(`is ${expected}, expected ${actual}`)) return rootCause;
  }
  return null;
};

const CHECKS: Readonly<Record<string, Check>> = {
  'foreign host': hosts,
  'foreign value': values,
  'test name': equalsName,
  'cut short': cutShort,
  leftover: leftovers,
  'no subject': subject,
  inverted,
};

/** One sentence on two cards of a run. */
function repeated(pairs: readonly DiagnosedRow[]): readonly Defect[] {
  const seen = new Map<string, string>();
  return pairs.flatMap(({ row, diagnosis }) => {
    const key = `${row.run ?? row.id}|${diagnosis.rootCause}`;
    const before = seen.get(key);
    seen.set(key, before ?? diagnosis.causeKey);
    return before === undefined || before === diagnosis.causeKey
      ? []
      : [{ id: row.id, check: 'same sentence on two cards', sentence: diagnosis.rootCause }];
  });
}

/** Every mechanical defect of the sentences of a list. */
export function defectsOf(pairs: readonly DiagnosedRow[]): readonly Defect[] {
  const single = pairs.flatMap((pair) =>
    Object.entries(CHECKS).flatMap(([check, find]) => {
      const found = find(pair);
      const { rootCause, suggestion } = pair.diagnosis;
      return found === null
        ? []
        : [{ id: pair.row.id, check: `${check} (${found.slice(0, 40)})`, sentence: `${rootCause} | ${suggestion}` }];
    }),
  );
  return [...single, ...repeated(pairs)];
}

/** How many suggestions are one template with other names in it, the commonest first. */
export function templatesOf(
  pairs: readonly DiagnosedRow[],
): readonly { readonly template: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { diagnosis } of pairs) {
    const template = diagnosis.suggestion
      .replace(/`[^`]*`|'[^']*'|"[^"]*"/g, '*')
      .replace(/\S*[/:_.]\S*\w|\S*\d\S*/g, '*')
      .replace(/(?:\* ?)+/g, '* ');
    counts.set(template, (counts.get(template) ?? 0) + 1);
  }
  return [...counts].map(([template, count]) => ({ template, count })).sort((a, b) => b.count - a.count);
}
