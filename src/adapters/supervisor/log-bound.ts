import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

/** Bytes after which the log is cut: its beginning and its end stay, at most three such pieces. */
const PIECE = 16 * 1024 * 1024;

/** Each round of catching up with a flood copies less than the one before. */
const MOST_ROUNDS = 12;

/**
 * Bounds a log that a program appends to through its own descriptor. The first piece is kept as it is; later ones are
 * moved aside and overwritten, so that the end survives whatever the program floods.
 */
export class LogBound {
  private dropped = 0;
  private readonly head: string;
  private readonly previous: string;

  constructor(private readonly logFile: string) {
    this.head = `${logFile}.head`;
    this.previous = `${logFile}.previous`;
  }

  /** Moves what is too much aside. Cheap when there is nothing to do; on a full disk nothing is moved. */
  check(): void {
    const size = sizeOf(this.logFile);
    if (size < PIECE) return;
    try {
      this.moveAside(size);
    } catch {
      // The log is a witness, not the verdict: losing a piece of it must not cost us the program's end.
    }
  }

  /** Joins the pieces again once the program is gone; they stay as they are when the disk is full. */
  join(): void {
    this.check();
    if (!existsSync(this.head)) return;
    try {
      this.joinPieces();
    } catch {
      // As above.
    }
  }

  private moveAside(size: number): void {
    const isFirst = !existsSync(this.head);
    if (isFirst) writeFileSync(this.head, readRange(this.logFile, 0, PIECE));
    const rest = isFirst ? size - PIECE : size;
    const kept = Math.min(rest, PIECE / 2);
    this.dropped += sizeOf(this.previous) + rest - kept;
    writeFileSync(this.previous, readRange(this.logFile, size - kept, kept));
    // The program appends (O_APPEND), so after the cut it goes on at the new end.
    const descriptor = openSync(this.logFile, 'r+');
    this.catchUp(descriptor, size);
    ftruncateSync(descriptor, 0);
    closeSync(descriptor);
  }

  /** What the program wrote while we copied: its last words may be among it. */
  private catchUp(descriptor: number, copied: number): void {
    let end = copied;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { size } = fstatSync(descriptor);
      if (size === end) return;
      appendFileSync(this.previous, readRange(this.logFile, end, size - end));
      end = size;
    }
  }

  private joinPieces(): void {
    const last = existsSync(this.previous) ? [readFileSync(this.previous)] : [];
    const end = Buffer.concat([...last, readFileSync(this.logFile)]);
    const kept = end.subarray(-2 * PIECE);
    const dropped = this.dropped + end.length - kept.length;
    const note = dropped > 0 ? [Buffer.from(`\n[... about ${dropped} bytes of output left out ...]\n`)] : [];
    writeFileSync(this.logFile, Buffer.concat([readFileSync(this.head), ...note, kept]));
    for (const file of [this.head, this.previous]) rmSync(file, { force: true });
  }
}

function readRange(file: string, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const descriptor = openSync(file, 'r');
  try {
    return buffer.subarray(0, readSync(descriptor, buffer, 0, length, from));
  } finally {
    closeSync(descriptor);
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
