/**
 * Prints how right the diagnosis is on lists of labelled failures, and what it costs: `npm run eval`, or
 * `npm run eval -- <list.jsonl>...` for other lists; `-v` names every miss and every defect.
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { importTypeScript } from './load-typescript.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const verbose = args.includes('-v');
const named = args.filter((arg) => !arg.startsWith('-')).map((arg) => resolve(arg));
const BLIND = join(ROOT, 'fixtures/diagnosis/blind.jsonl');
const OWN = [BLIND, ...['fresh.jsonl', 'dev.jsonl'].map((name) => join(ROOT, '../shared/corpus/diagnosis', name))];
const FIRST_RUN = join(ROOT, 'fixtures/diagnosis/first-run.json');

const percent = ({ hits, of }) =>
  `${of === 0 ? '  -  ' : ((100 * hits) / of).toFixed(1).padStart(5)} % (${hits}/${of})`;
const line = (label, value) => console.log(`${label.padEnd(34)} ${value}`);

/** Groups whose members were written by the same people or tools; a rule fitted to one group shows in the spread. */
function sourceOf(row) {
  if (row.source.startsWith('http') || row.source.startsWith('issue')) return `issues (${row.runner})`;
  return row.source.startsWith('produced') ? `produced (${row.runner})` : 'fixtures of other projects';
}

function printScore(score) {
  line('category right (strict)', percent(score.strict));
  line('category plausible (lenient)', percent(score.lenient));
  line('file and line exact', percent(score.locationExact));
  line('wrong file named', percent(score.wrongFile));
  line('same-cause pairs: precision', percent(score.clusterPrecision));
  line('same-cause pairs: recall', percent(score.clusterRecall));
  console.log('\ncategory      n     P     R');
  for (const { category, labelled, precision, recall } of score.categories)
    console.log(
      `${category.padEnd(11)} ${String(labelled).padStart(3)} ${precision.toFixed(2).padStart(5)} ${recall.toFixed(2).padStart(5)}`,
    );
  console.log('\nconfidence as measured on this corpus');
  for (const [name, { strict, lenient }] of Object.entries(score.byConfidence))
    console.log(`${name.padEnd(11)} strict ${percent(strict)}  lenient ${percent(lenient)}`);
  if (verbose) console.log(`\n${score.missed.join('\n')}`);
}

/**
 * A rule is only as general as the sources it serves. For each group of sources: how right it is, and how much of it
 * is decided by rules that no other group of sources uses - those would be unproven if this group had not been seen.
 */
function printBySource(rows, diagnoses, { scoreCorpus }) {
  const groups = new Map();
  for (const [at, row] of rows.entries()) {
    const name = sourceOf(row);
    groups.set(name, [...(groups.get(name) ?? []), { row, diagnosis: diagnoses[at] }]);
  }
  const users = new Map();
  for (const [name, pairs] of groups)
    for (const { diagnosis } of pairs) users.set(diagnosis.rule, (users.get(diagnosis.rule) ?? new Set()).add(name));
  console.log('\nby source                          n  strict           decided by rules other sources prove too');
  const ordered = [...groups].sort((a, b) => b[1].length - a[1].length);
  const small = ordered.filter(([, pairs]) => pairs.length < 5).flatMap(([, pairs]) => pairs);
  for (const [name, pairs] of [...ordered.filter(([, list]) => list.length >= 5), ['all smaller sources', small]]) {
    const score = scoreCorpus(
      pairs.map(({ row }) => row),
      pairs.map(({ diagnosis }) => diagnosis),
    );
    const proven = pairs.filter(({ diagnosis }) => users.get(diagnosis.rule).size > 1).length;
    console.log(
      `${name.padEnd(32)} ${String(pairs.length).padStart(4)}  ${percent(score.strict).padEnd(18)} ${percent({ hits: proven, of: pairs.length })}`,
    );
  }
  console.log(
    'The rules were written by somebody who could read this file, so every figure above is a ceiling; text nobody has seen does worse.',
  );
}

/** What the rules said of the blind list before anything was changed for it: the figures to expect elsewhere. */
function printFirstRun() {
  const first = JSON.parse(readFileSync(FIRST_RUN, 'utf8'));
  const { strict, lenient, place, clusterPrecision, clusterRecall, sides, levels } = first;
  console.log('\nblind: the first run on this list, before any rule was changed for it');
  const rows = { strict, lenient, place, 'pairs: precision': clusterPrecision, 'pairs: recall': clusterRecall, sides };
  for (const [name, [hits, of]] of Object.entries({ ...rows, ...levels })) line(name, percent({ hits, of }));
}

function printCost(failures, { diagnoseRun }) {
  const times = failures.map((failure) => {
    const start = performance.now();
    diagnoseRun([failure]);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const best = (many) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        diagnoseRun(many);
        return performance.now() - start;
      }),
    );
  const distinct = Array.from({ length: 5_000 }, (_, at) => {
    const failure = failures[at % failures.length];
    return { ...failure, key: `k${at}`, output: `${failure.output}\nrun ${at}` };
  });
  const mass = Array.from({ length: 5_000 }, (_, at) => ({ ...failures[at % 50], key: `k${at}`, name: `test ${at}` }));
  console.log('\ncost');
  line('median per failure', `${times[Math.floor(times.length / 2)].toFixed(3)} ms`);
  line('p99 per failure', `${times[Math.floor(times.length * 0.99)].toFixed(3)} ms`);
  line('5,000 failures, all different', `${best(distinct).toFixed(0)} ms`);
  line('5,000 failures of 50 texts', `${best(mass).toFixed(0)} ms`);
}

/** Texts that break careless patterns: long lines, many lines, nothing but separators. */
function printHostile({ diagnoseRun }, template) {
  const long = (unit, chars) => unit.repeat(Math.ceil(chars / unit.length)).slice(0, chars);
  const texts = {
    '100 KB of a': long('a', 100_000),
    '100 KB of /a': long('/a', 100_000),
    '100 KB of a.': long('a.', 100_000),
    '100 KB of digits': long('7', 100_000),
    '100 KB of blanks': long(' ', 100_000),
    '100 KB of expected': long('expected ', 100_000),
    '100 KB of JSON': long('{"a":[1,"b"],', 100_000),
    '64 KB of empty lines': long('\n', 65_536),
    '1 MB of frames': long('    at f (/a/b.js:1:2)\n', 1_000_000),
    '1 MB of python frames': long('  File "/a/b.py", line 3, in f\n    x()\n', 1_000_000),
    '1 MB of E lines': long('E   assert 1 == 2\n', 1_000_000),
    '1 MB of lines': long('expected x to be y but got z at 12:34:56\n', 1_000_000),
  };
  console.log('\nhostile texts');
  for (const [name, text] of Object.entries(texts)) {
    const start = performance.now();
    diagnoseRun([{ ...template, message: text, details: text, output: text }]);
    line(name, `${(performance.now() - start).toFixed(1)} ms`);
  }
}

const SHOWN = 10;

/** What needs no judgement: wrong, cut or repeated sentences, and suggestions that are one template. */
function printSentences(pairs, { defectsOf, templatesOf }) {
  const defects = defectsOf(pairs);
  const rows = new Set(defects.map(({ id }) => id)).size;
  console.log('\nsentences');
  line('with a mechanical defect', percent({ hits: rows, of: pairs.length }));
  for (const { id, check, sentence } of verbose ? defects : defects.slice(0, SHOWN))
    console.log(`  ${id}: ${check}: ${sentence}`);
  const [first, second] = templatesOf(pairs);
  line('commonest suggestion', `${percent({ hits: first.count, of: pairs.length })} ${first.template}`);
  line('next', `${percent({ hits: second.count, of: pairs.length })} ${second.template}`);
}

async function evaluate(corpus, product) {
  const rows = product.readCorpus(corpus);
  if (rows === null) {
    console.error(`no list at ${corpus}`);
    process.exitCode = 1;
    return null;
  }
  console.log(`\n=== ${basename(corpus)}: ${rows.length} failures\n`);
  const pairs = await product.diagnoseList(rows, corpus);
  const [labels, diagnoses] = [pairs.map(({ row }) => row), pairs.map(({ diagnosis }) => diagnosis)];
  printScore(product.scoreCorpus(labels, diagnoses));
  printSentences(pairs, product);
  printBySource(labels, diagnoses, product);
  if (corpus === BLIND) printFirstRun();
  return pairs.map(({ failure }) => failure);
}

const product = await importTypeScript('__tests__/diagnosis/evaluation.ts');
let failures = null;
for (const list of named.length > 0 ? named : OWN) failures = (await evaluate(list, product)) ?? failures;
if (failures !== null) {
  printCost(failures, product);
  printHostile(product, failures[0]);
}
