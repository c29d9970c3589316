import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from '../stand-ins/http-server.js';
import type { Answer } from '../stand-ins/http-server.js';
import type { Fault, Place } from './faulted-step.js';
import { leaves, WAYS } from './kills.js';

/** A row of the table: one fault, or several of a kind. */
export interface Row {
  readonly name: string;
  readonly faults: readonly Fault[];
  /** Takes too long for every check. */
  readonly isLong?: boolean;
  /** Why this machine cannot make the fault; empty when it can. */
  readonly lacks?: (place: Place) => string;
}

/** A user that owns nothing. */
const NOBODY = 65_534;
const AS_NOBODY = `umask 022; exec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups`;
const LARGE_REPORT =
  'awk \'BEGIN { print "<testsuite>"; for (i = 0; i < 300000; i++) print "<testcase classname=\\"c\\" name=\\"t" i "\\"/>"; print "</testsuite>" }\' > "$QAAGENT_REPORT_DIR/many.xml"';

/** For the main part of the step alone: what runs after it has what it needs. */
const LITTLE_MEMORY = 'case "$1" in */index.js) set -- --max-old-space-size=64 "$@";; esac; exec';

/** A PATH with the shell's own tools and without git. */
function withoutGit(root: string): void {
  mkdirSync(join(root, 'bin'));
  for (const tool of ['sh', 'bash', 'cp', 'rm', 'cat', 'env']) symlinkSync(`/bin/${tool}`, join(root, 'bin', tool));
}

const give = (path: string): void => {
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, path]);
};

/** The step runs as a user that owns its folders; the runner's own files can be written by everyone. */
function asNobody(fault: Fault = {}): Fault {
  let before = 0;
  return {
    ...fault,
    start: AS_NOBODY,
    before: (root, workspace) => {
      before = process.umask(0);
      fault.before?.(root, workspace);
      mkdirSync(join(root, 'temp'));
      give(root);
    },
    after: () => process.umask(before),
  };
}

const withoutRoot = (): string => (process.getuid?.() === 0 ? '' : 'this needs root');

/** The action may be in a folder that only its owner can enter. */
function withoutNobody({ action }: Place): string {
  if (withoutRoot() !== '') return withoutRoot();
  const user = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const read = [
    process.execPath,
    '-e',
    `require('fs').readFileSync(process.argv[1])`,
    join(action, 'dist', 'index.js'),
  ];
  return spawnSync('setpriv', [...user, ...read]).status === 0 ? '' : 'another user cannot read the action here';
}

/** A container may refuse mounts to root, too. */
function withoutMount(): string {
  if (withoutRoot() !== '') return withoutRoot();
  const folder = mkdtempSync(join(tmpdir(), 'torture-mount-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder]).status === 0;
  if (isMounted) spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  return isMounted ? '' : 'this machine refuses mounts';
}

/** Everything of the run is on a disk of 16 MB, which the suite fills. */
const FULL_DISK: Fault = {
  before: (root) => {
    for (const folder of ['runs', 'temp']) {
      mkdirSync(join(root, folder));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'none', join(root, folder)]);
    }
  },
  run: 'cat /dev/zero > "$RUNS/filler"; cat /dev/zero > "$RUNNER_TEMP/filler"',
  after: (root) => {
    for (const folder of ['runs', 'temp']) spawnSync('umount', ['-l', join(root, folder)]);
  },
};

/** The clock of the action jumps by an hour while it works. */
const clockJump = ({ root }: Place, by: number): Fault => ({
  env: {
    NODE_OPTIONS: `--import=file://${join(root, 'fixtures/programs/clock-jump.mjs')}`,
    CLOCK_JUMP_MS: String(by * 3_600_000),
  },
  run: 'sleep 2',
  keepsResult: true,
});

const reset: Fault = {
  platform: { github: { fault: () => 'reset' }, artifacts: { fault: () => 'reset' } },
  keepsResult: true,
};
const refusing: Fault = {
  platform: {
    github: { fault: () => json(403, { message: 'Resource not accessible by integration' }) },
    artifacts: { fault: () => json(403, { code: 'permission_denied', msg: 'no' }) },
  },
  keepsResult: true,
};

/** The storage behind the artifact service refuses blocks, or the list of them. */
const storage = (answer: Answer): Fault => ({
  platform: { artifacts: { fault: ({ method }) => (method.startsWith('PUT') ? answer : undefined) } },
  keepsResult: true,
});

const keeps = (fault: Fault): readonly Fault[] => [{ keepsResult: true, ...fault }];
const READ_ONLY: Fault = { before: (_root, workspace) => chmodSync(workspace, 0o555), keepsResult: true };

/** Every place, machine and suite that is tried. */
export const rowsOf = (place: Place): readonly Row[] => [
  { name: 'nothing', faults: keeps({}) },
  {
    name: 'processes left behind',
    isLong: true,
    faults: WAYS.map((way) => ({ run: leaves(way, place), keepsResult: true })),
  },
  { name: 'no HOME', faults: keeps({ start: 'exec env -u HOME' }) },
  { name: 'no git', faults: keeps({ before: withoutGit, start: 'PATH="$TORTURE/bin"; exec' }) },
  {
    name: 'no temporary folder',
    faults: keeps({ env: { TMPDIR: '/nowhere/at/all' }, start: 'exec env -u RUNNER_TEMP' }),
  },
  { name: 'umask 077', faults: keeps({ start: 'umask 077; exec' }) },
  { name: 'path with Unicode and shell signs', faults: keeps({ folder: 'grün 漢字 👩‍👧 $(x) `y`' }) },
  {
    name: 'path of 800 letters',
    faults: keeps({ folder: Array.from({ length: 4 }, () => 'x'.repeat(200)).join('/') }),
  },
  { name: 'loop of links', faults: keeps({ before: (_root, workspace) => symlinkSync('.', join(workspace, 'loop')) }) },
  { name: 'clock jumps an hour forward', faults: [clockJump(place, 1)] },
  { name: 'clock jumps an hour back', faults: [clockJump(place, -1)] },
  { name: 'read-only workspace', faults: [READ_ONLY] },
  { name: 'not root', lacks: withoutNobody, faults: [asNobody({ keepsResult: true })] },
  { name: 'not root, read-only workspace', lacks: withoutNobody, faults: [asNobody(READ_ONLY)] },
  {
    name: 'not root, run directory read-only',
    lacks: withoutNobody,
    faults: [asNobody({ run: 'chmod -R a-w "$RUNS"' })],
  },
  {
    name: 'workspace of another user',
    lacks: withoutRoot,
    faults: keeps({ before: (_root, workspace) => give(workspace) }),
  },
  { name: 'full disk', lacks: withoutMount, faults: [FULL_DISK] },
  { name: 'files limited to 1 MB', faults: [{ start: 'ulimit -f 1000; exec', run: 'head -c 5000000 /dev/zero' }] },
  { name: 'run directory deleted', faults: [{ run: 'rm -rf "$RUNS"/*/evidence' }, { run: 'rm -rf "$RUNS"' }] },
  { name: 'run directory read-only', faults: [{ run: 'chmod -R a-w "$RUNS"' }] },
  { name: 'reports that are links out', faults: [{ run: 'ln -s /etc/passwd "$QAAGENT_REPORT_DIR/p.xml"' }] },
  { name: 'flood without a line break, 100 MB', faults: keeps({ run: "head -c 100000000 /dev/zero | tr '\\0' x" }) },
  { name: 'flood of lines, 3 s', faults: keeps({ run: 'timeout 3 yes || true' }) },
  { name: 'flood of lines, 20 s', isLong: true, faults: keeps({ run: 'timeout 20 yes || true' }) },
  { name: 'flood of 3 GB', isLong: true, faults: keeps({ run: "head -c 3000000000 /dev/zero | tr '\\0' x" }) },
  {
    name: 'binary output',
    faults: keeps({
      run: `python3 -c 'import random, sys; sys.stdout.buffer.write(random.Random(1).randbytes(5_000_000))'`,
    }),
  },
  { name: 'fork storm', faults: keeps({ run: 'for i in $(seq 200); do sleep 600 & done' }) },
  {
    name: 'reader out of memory',
    isLong: true,
    faults: [{ start: LITTLE_MEMORY, run: LARGE_REPORT }],
  },
  { name: '20 suites side by side', faults: keeps({ suites: 20 }) },
  { name: '1,000 suites', isLong: true, faults: keeps({ suites: 1_000 }) },
  {
    name: 'storage of artifacts refuses',
    faults: [404, 409, 503].map((status) => storage({ status, body: '<Error/>' })),
  },
  { name: 'GitHub and artifact service refuse', faults: [refusing] },
  { name: 'GitHub and artifact service cut connections', isLong: true, faults: [reset] },
];
