import { appendFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { startCpuClock } from '../linear-cost.js';
import { Dice } from '../verdict/perturbations.js';
import { mutate } from './mutate.js';
import { TARGETS, type Target } from './targets.js';

/** Changed inputs in all: 20,000 in each check; `FUZZ` asks for more. */
const CASES = Number(process.env['FUZZ'] ?? '20000');
const WEIGHTS = TARGETS.reduce((sum, { weight }) => sum + weight, 0);
const casesOf = ({ weight }: Target): number => Math.ceil((CASES * weight) / WEIGHTS);
const FIRST_SEED = Number(process.env['FUZZ_SEED'] ?? '1');
/** Milliseconds of computing for one input of at most some hundred kilobytes. */
const MOST_MS = 20_000;
const MOST_HEAP_BYTES = 1_500_000_000;
/** Where a row of the torture table is appended for each target. */
const RESULTS = process.env['FUZZ_RESULTS'];

function note({ name }: Target, injected: number, faults: readonly string[]): void {
  const falseGreens = faults.filter((fault) => fault.endsWith('is green')).length;
  const row = { name: `changed: ${name}`, seed: FIRST_SEED, injected, survived: injected - faults.length, falseGreens };
  if (RESULTS !== undefined) appendFileSync(RESULTS, `${JSON.stringify(row)}\n`);
}

async function faultOf({ name, inputs, faultOf: judge }: Target, seed: number): Promise<string | null> {
  const dice = new Dice(seed);
  const input = inputs[dice.below(inputs.length)] ?? '';
  const mutated = mutate(input, inputs[dice.below(inputs.length)] ?? '', seed);
  const spent = startCpuClock();
  try {
    const fault = await judge(mutated, input);
    const cost = spent();
    if (cost > MOST_MS) return `${name}, seed ${seed}: ${Math.round(cost)} ms`;
    return fault === null ? null : `${name}, seed ${seed}: ${fault}`;
  } catch (error) {
    return `${name}, seed ${seed}: ${error instanceof Error ? (error.stack ?? '').slice(0, 400) : String(error)}`;
  }
}

test.each(TARGETS)(
  'a changed input of $name crashes nothing, is read in bounded time and never looks better than it is',
  async (target) => {
    expect(target.inputs.length).toBeGreaterThan(0);
    const faults: string[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + casesOf(target); seed += 1) {
      const fault = await faultOf(target, seed);
      if (fault !== null) faults.push(fault);
    }
    note(target, casesOf(target), faults);
    expect(faults.slice(0, 10)).toEqual([]);
    expect(process.memoryUsage().heapUsed).toBeLessThan(MOST_HEAP_BYTES);
  },
);
