// Runs programs and reports what they cost. Numbers of one run on one machine: compare ratios, not figures.
import { spawnSync } from 'node:child_process';

const PROBE = `
import json, resource, subprocess, sys, time
# Where python3 is a script that starts Python, its processes have been waited for already.
def spent():
    r = resource.getrusage(resource.RUSAGE_CHILDREN)
    return r.ru_utime + r.ru_stime, r.ru_maxrss
t, before = time.time(), spent()[0]
# The supervisor takes the end of its standard input for the death of who started it.
code = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).wait()
cpu, rss = spent()
print(json.dumps({"code": code, "cpu": cpu - before, "wall": time.time() - t, "rss": rss / 1024}))
`;

/** CPU and wall in seconds, peak RSS in MB of the largest process, exit status. `only`: no variable beside `env`. */
export function cost(command, { cwd, env, only = false } = {}) {
  const { stdout } = spawnSync('python3', ['-c', PROBE, ...command], {
    cwd,
    env: only ? env : { ...process.env, ...env },
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Medians of several commands, run in turns so that a busy machine disturbs all alike. */
export function compare(commands, rounds) {
  const all = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, run] of Object.entries(commands)) all.get(name).push(run());
  return Object.fromEntries(
    [...all].map(([name, costs]) => [
      name,
      Object.fromEntries(['cpu', 'wall', 'rss'].map((key) => [key, median(costs.map((each) => each[key]))])),
    ]),
  );
}

export const show = ({ cpu, wall, rss }) => `${cpu.toFixed(3)} s CPU, ${wall.toFixed(2)} s wall, ${rss.toFixed(0)} MB`;
