import {
  copyFileSync,
  existsSync,
  ftruncateSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

/** Bytes after which the log is cut: its beginning and its end stay, at most three such pieces on disk. */
const PIECE = 16 * 1024 * 1024;

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

  /** Moves a full piece aside. Cheap when there is nothing to do; on a full disk the log just grows no further. */
  check(): void {
    if (sizeOf(this.logFile) < PIECE) return;
    try {
      this.moveAside();
    } catch {
      // The log is a witness, not the verdict: losing a piece of it must not cost us the program's end.
    }
  }

  private moveAside(): void {
    if (existsSync(this.previous)) this.dropped += sizeOf(this.previous);
    copyFileSync(this.logFile, existsSync(this.head) ? this.previous : this.head);
    // The program appends (O_APPEND), so after the cut it goes on at the new end.
    const descriptor = openSync(this.logFile, 'r+');
    ftruncateSync(descriptor, 0);
    closeSync(descriptor);
  }

  /** Joins the pieces again once the program is gone; they stay as they are when the disk is full. */
  join(): void {
    if (!existsSync(this.head)) return;
    try {
      this.joinPieces();
    } catch {
      // As above.
    }
  }

  private joinPieces(): void {
    const pieces = [readFileSync(this.head)];
    if (this.dropped > 0) pieces.push(Buffer.from(`\n[... about ${this.dropped} bytes of output left out ...]\n`));
    if (existsSync(this.previous)) pieces.push(readFileSync(this.previous));
    pieces.push(readFileSync(this.logFile));
    writeFileSync(this.logFile, Buffer.concat(pieces));
    for (const file of [this.head, this.previous]) rmSync(file, { force: true });
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
