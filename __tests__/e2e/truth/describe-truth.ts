import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Manifest } from '../../../src/model/evidence.js';
import { pythonHas } from '../../runners/streams/python.js';
import { describeWith } from '../with-tools.js';
import type { ToolName } from '../with-tools.js';
import { makePlace, PROGRAMS, ranIn, removePlace, runLocal } from './local-run.js';
import type { LocalRun } from './local-run.js';

/** One situation: a project with `case.json`. Everything expected was decided by hand, not recorded. */
interface TruthCase {
  /** Rows of the list of known false greens that this situation shows. */
  readonly rows?: readonly number[];
  readonly title: string;
  /** Python modules without which the situation cannot be made. */
  readonly needs?: readonly string[];
  readonly suites: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly expect: {
    readonly exit: number;
    readonly conclusion: string;
    /** Name to outcome. */
    readonly suites: Readonly<Record<string, string>>;
    /** Suite to id to final state, complete. */
    readonly tests: Readonly<Record<string, Readonly<Record<string, string>>>>;
    /** Regular expressions, each found in a problem of a suite or a message of a test. */
    readonly says?: readonly string[];
    /** Files of the project that are there afterwards. */
    readonly leaves?: readonly string[];
    /** Suite to the ids that ran in each attempt, from the event files. */
    readonly ran?: Readonly<Record<string, readonly (readonly string[])[]>>;
    /** As `ran`, of the first attempts alone: what a replay repeats depends on the order of parallel workers. */
    readonly ranFirst?: Readonly<Record<string, readonly (readonly string[])[]>>;
  };
}

function casesOf(runner: string): readonly (readonly [string, TruthCase])[] {
  const folder = join(PROGRAMS, 'truth', runner);
  return readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name, 'case.json'), 'utf8');
    return [`truth/${runner}/${name}`, JSON.parse(text) as TruthCase] as const;
  });
}

const outcomes = (manifest: Manifest): Record<string, string> =>
  Object.fromEntries(manifest.suites.map(({ name, outcome }) => [name, outcome]));

function finals({ tests }: LocalRun, suite: string): Record<string, string> {
  const own = tests.filter((each) => each.suite_name === suite);
  return Object.fromEntries(own.map(({ metadata }) => [metadata.id, metadata.final]));
}

/** Every sentence of the run; places as `file:line`. */
function words({ manifest, tests, directory }: LocalRun): string {
  const path = join(directory, 'evidence', 'diagnostics.jsonl');
  const causes = existsSync(path) ? readFileSync(path, 'utf8').replace(/"file": ?"([^"]*)", ?"line": ?/g, '$1:') : '';
  return JSON.stringify([manifest.suites, tests.map(({ metadata }) => metadata.attempts)]) + causes;
}

async function check(program: string, one: TruthCase): Promise<void> {
  const place = makePlace(program);
  try {
    const run = await runLocal(place, { suites: one.suites, ...one.inputs }, one.env);
    const { expect: wanted } = one;
    expect(outcomes(run.manifest)).toEqual(wanted.suites);
    for (const [suite, states] of Object.entries(wanted.tests)) expect(finals(run, suite)).toEqual(states);
    expect({ exit: run.exit, conclusion: run.manifest.conclusion }).toEqual({
      exit: wanted.exit,
      conclusion: wanted.conclusion,
    });
    for (const pattern of wanted.says ?? []) expect(words(run)).toMatch(new RegExp(pattern));
    for (const [suite, ids] of Object.entries(wanted.ran ?? {})) expect(ranIn(run.directory, suite)).toEqual(ids);
    for (const [suite, ids] of Object.entries(wanted.ranFirst ?? {}))
      expect(ranIn(run.directory, suite).slice(0, ids.length)).toEqual(ids);
    for (const path of wanted.leaves ?? []) expect([path, existsSync(join(place.project, path))]).toEqual([path, true]);
    expect(run.survivors).toEqual([]);
  } finally {
    removePlace(place);
  }
}

/** Describes every situation of a runner, found by listing. One that lacks a plug-in is a loud skip. */
export function describeTruth(runner: string, tools: readonly ToolName[]): void {
  describeWith(tools, `the truth about ${runner}`, () => {
    for (const [program, one] of casesOf(runner)) {
      const missing = (one.needs ?? []).filter((need) => !pythonHas(need));
      const rows = one.rows === undefined ? '' : ` (row ${one.rows.join(', ')})`;
      if (missing.length > 0) {
        process.stderr.write(`SKIPPED ${one.title}: ${missing.join(', ')} missing\n`);
        const isRequired = process.env['REQUIRE_RUNNERS'] === '1';
        if (isRequired) test(`${one.title} has its plug-ins`, () => expect(missing).toEqual([]));
        else test.skip(`${one.title}${rows}`, () => undefined);
        continue;
      }
      test(`${one.title}${rows}`, () => check(program, one));
    }
  });
}
