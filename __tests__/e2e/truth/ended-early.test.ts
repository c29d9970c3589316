import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { until } from '../../adapters/supervised.js';
import { endProcesses } from '../../stand-ins/process-scan.js';
import { describeWith } from '../with-tools.js';
import {
  endOf,
  makePlace,
  ranIn,
  readManifest,
  readTests,
  removePlace,
  runDirectoryOf,
  startLocal,
  startPost,
  survivorsOf,
} from './local-run.js';
import type { Place } from './local-run.js';

const places: Place[] = [];

function newPlace(): Place {
  const place = makePlace('truth-large/slow');
  places.push(place);
  return place;
}

afterEach(() => {
  for (const place of places.splice(0)) {
    endProcesses(survivorsOf(place));
    removePlace(place);
  }
});

const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const PYTEST = 'unit: pytest';
const STUBBORN = `${PYTEST}\nstubborn: {runner: command, run: ./stubborn.sh}\n`;

describeWith(['python'], 'a run that is cancelled', () => {
  test('ends every tree and keeps what there is', async () => {
    const place = newPlace();
    execFileSync('chmod', ['+x', `${place.project}/stubborn.sh`]);
    const child = startLocal(place, { suites: STUBBORN, parallel: 'true' }, { HANGS: '1' });
    const ended = endOf(child);
    await until(() => survivorsOf(place).some(({ command }) => command.startsWith('sleep')));
    await until(() => (ranIn(runDirectoryOf(place), 'unit')[0] ?? []).includes('test_slow.py::test_number[5]'));
    child.kill('SIGINT');
    const { exit } = await ended;
    expect(survivorsOf(place)).toEqual([]);
    expect(exit).toBe(1);
    const directory = runDirectoryOf(place);
    const manifest = readManifest(directory);
    expect(manifest.conclusion).toBe('cancelled');
    expect(manifest.suites.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['unit', 'cancelled'],
      ['stubborn', 'cancelled'],
    ]);
    const finals = readTests(directory).map(({ metadata }) => metadata.final);
    expect(finals).toHaveLength(30);
    expect(finals).toContain('passed');
    expect(finals).toContain('not-run');
  });
});

/** Ten moments of a run that takes about four seconds; the last ones come when it is nearly over. */
const MOMENTS = Array.from({ length: 10 }, (_, index) => 200 + index * 380);

describeWith(['python'], 'a run whose process is killed', () => {
  const inputs = { suites: PYTEST, retries: '1' };

  async function killAndFinish(place: Place, moment: number): Promise<void> {
    const child = startLocal(place, inputs);
    const ended = endOf(child);
    await sleep(moment);
    child.kill('SIGKILL');
    await ended;
    await until(() => survivorsOf(place).length === 0);
    const directory = runDirectoryOf(place);
    // Killed before the manifest was written: nothing had been started, and `post` gets no directory.
    if (!existsSync(join(directory, 'manifest.json'))) {
      expect(existsSync(join(directory, 'artifacts'))).toBe(false);
      return;
    }
    expect(readManifest(directory).conclusion).not.toBe('success');
    const post = await endOf(startPost(place, directory, inputs));
    expect(post.exit).toBe(0);
    const manifest = readManifest(directory);
    expect(['cancelled', 'failure']).toContain(manifest.conclusion);
    const states = readTests(directory).map(({ status }) => status);
    expect(states).toHaveLength(manifest.counts['tests'] ?? -1);
    expect(survivorsOf(place)).toEqual([]);
  }

  test.each(MOMENTS.map((moment) => [moment]))(
    'after %i ms leaves no process and readable evidence, never green',
    async (moment) => {
      await killAndFinish(newPlace(), moment);
    },
  );
});

/** A file system of this size at the path of the evidence; false where that is not allowed. */
function mountSmall(place: Place, bytes: number): boolean {
  mkdirSync(place.evidence, { recursive: true });
  const options = ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', place.evidence];
  return process.platform === 'linux' && spawnSync('mount', options).status === 0;
}

describeWith(['python'], 'a run whose disk is full', () => {
  test('is red, leaves no process and a manifest that can be read', async () => {
    const place = newPlace();
    if (!mountSmall(place, 300_000)) {
      process.stderr.write('SKIPPED a full disk: this user may not mount a small file system\n');
      expect(process.getuid?.() === 0 && process.env['REQUIRE_RUNNERS'] === '1').toBe(false);
      return;
    }
    try {
      const suites = 'tool: {runner: command, run: "sh ./floods.sh"}';
      const ended = await endOf(startLocal(place, { suites }));
      expect(ended.exit).toBe(1);
      const manifest = readManifest(runDirectoryOf(place));
      expect(manifest.conclusion).not.toBe('success');
      expect(survivorsOf(place)).toEqual([]);
    } finally {
      spawnSync('umount', [place.evidence]);
    }
  });
});
