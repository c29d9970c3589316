import { appendFileSync } from 'node:fs';

/** Bytes of the beginning and of the end of an output that are kept. */
const PIECE = 16 * 1024 * 1024;

/** The log of a program: its beginning in the file at once, and its end, kept in memory until the program is gone. */
export class OutputLog {
  /** Bytes that the program printed. */
  bytes = 0;
  private headBytes = 0;
  private tail: Buffer | null = null;
  /** Bytes that went into the tail, which is overwritten in a circle. */
  private tailBytes = 0;

  constructor(private readonly file: string) {
    this.append(Buffer.alloc(0));
  }

  write(chunk: Buffer): void {
    this.bytes += chunk.length;
    const room = Math.max(0, PIECE - this.headBytes);
    const head = chunk.subarray(0, room);
    if (head.length > 0) this.append(head);
    this.headBytes += head.length;
    if (chunk.length > head.length) this.keep(chunk.subarray(head.length));
  }

  /** Adds the end of the output to the file, behind a note of what was left out. */
  join(): void {
    if (this.tail === null) return;
    const dropped = this.tailBytes - PIECE;
    const at = this.tailBytes % PIECE;
    if (dropped <= 0) this.append(this.tail.subarray(0, this.tailBytes));
    else {
      this.append(Buffer.from(`\n[... ${dropped} bytes of output left out ...]\n`));
      this.append(this.tail.subarray(at));
      this.append(this.tail.subarray(0, at));
    }
    this.tail = null;
  }

  private keep(chunk: Buffer): void {
    this.tail ??= Buffer.alloc(PIECE);
    for (let done = 0; done < chunk.length;) {
      const copied = chunk.copy(this.tail, this.tailBytes % PIECE, done);
      done += copied;
      this.tailBytes += copied;
    }
  }

  private append(bytes: Buffer): void {
    try {
      appendFileSync(this.file, bytes);
    } catch {
      // A full disk loses a piece of the log; the program's end must not be lost with it.
    }
  }
}
