import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IDLE_MS = 20;
const CHUNK = 256 * 1024;
/** A pipe that holds as much is likely to be filled again at once. */
const MUCH = 16 * 1024;
const EAGER_TURNS = 20;
/** At most that much in one turn: signals and deadlines are served between turns. */
const TURN_BYTES = 2 * 1024 * 1024;
/** A program that prints more within a window waits for the next one, so that a flood costs little. */
const WINDOW_MS = 100;
const WINDOW_BYTES = 16 * 1024 * 1024;
/** More than a pipe holds, for what a program printed last. */
const LAST_BYTES = 4 * 1024 * 1024;

/**
 * A pipe for the output of a program, which waits while the pipe is full. It has a name for a moment only: programs can
 * open `/dev/stdout`, which they cannot with the sockets that Node.js passes.
 */
export class OutputPipe {
  /** What the program inherits; to be closed once it has started. */
  readonly writeEnd: number;
  private readonly readEnd: number;
  private readonly buffer = Buffer.alloc(CHUNK);
  private timer: NodeJS.Timeout | undefined;
  /** Turns for which a program that printed much is expected to print more. */
  private eager = 0;
  private window = { since: 0, bytes: 0 };

  private constructor(
    path: string,
    private readonly onOutput: (chunk: Buffer) => void,
  ) {
    this.readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    this.writeEnd = openSync(path, constants.O_WRONLY);
    this.wait(IDLE_MS);
  }

  /** A pipe, or null where the system has none with a name. */
  static open(directory: string, onOutput: (chunk: Buffer) => void): OutputPipe | null {
    if (process.platform === 'win32') return null;
    for (const folder of [directory, tmpdir()]) {
      const path = join(folder, `output-${process.pid}.pipe`);
      try {
        const made = spawnSync('mkfifo', ['-m', '600', path], { env: { PATH: '/usr/bin:/bin' }, stdio: 'ignore' });
        if (made.status === 0) return new OutputPipe(path, onOutput);
      } catch {
        // A file system without pipes.
      } finally {
        rmSync(path, { force: true });
      }
    }
    return null;
  }

  /** Reads what is left and closes the pipe; processes that survived may still hold its other end. */
  close(): void {
    clearTimeout(this.timer);
    for (let total = 0, read = 1; read > 0 && total < LAST_BYTES; total += read) read = this.read();
    closeSync(this.readEnd);
  }

  private wait(milliseconds: number): void {
    this.timer = setTimeout(() => this.readOn(), milliseconds);
  }

  /** Reads for as long as the pipe is filled again, within the bytes of a window. */
  private readOn(): void {
    const now = performance.now();
    if (now - this.window.since >= WINDOW_MS) this.window = { since: now, bytes: 0 };
    const before = this.window.bytes;
    for (let read = MUCH; read >= MUCH && this.window.bytes - before < TURN_BYTES;) {
      read = this.read();
      this.window.bytes += read;
    }
    this.eager = this.window.bytes - before >= MUCH ? EAGER_TURNS : Math.max(0, this.eager - 1);
    this.wait(this.eager > 0 && this.window.bytes < WINDOW_BYTES ? 1 : IDLE_MS);
  }

  private read(): number {
    try {
      const read = readSync(this.readEnd, this.buffer, 0, CHUNK, null);
      if (read > 0) this.onOutput(this.buffer.subarray(0, read));
      return read;
    } catch {
      // EAGAIN: the program has printed nothing more.
      return 0;
    }
  }
}
