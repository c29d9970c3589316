import { type CoverageBody, type FileDraft, FileDrafts, countIn } from '../file-coverage.js';

/**
 * Reads an lcov tracefile (geninfo(1)): `DA:line,hits`, `BRDA:line,block,branch,taken`, where `-` is a branch whose
 * line never ran. Summaries (`LF`, `LH`, `BRF`, `BRH`) are not believed; a file may come several times.
 */
export function readLcov(text: string): CoverageBody {
  const drafts = new FileDrafts();
  let draft: FileDraft | null = null;
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd();
    if (line.startsWith('SF:')) draft = drafts.of(line.slice(3));
    else if (line === 'end_of_record') draft = null;
    else if (draft !== null) readRecord(line, draft);
  }
  return { sources: [], files: drafts.files };
}

function readRecord(line: string, draft: FileDraft): void {
  if (line.startsWith('DA:')) {
    const comma = line.indexOf(',');
    const checksum = line.indexOf(',', comma + 1);
    draft.line(countIn(line.slice(3, comma)), countIn(line.slice(comma + 1, checksum < 0 ? undefined : checksum)));
  } else if (line.startsWith('BRDA:')) {
    // The name of a branch may hold commas.
    const number = countIn(line.slice(5, line.indexOf(',')));
    const taken = countIn(line.slice(line.lastIndexOf(',') + 1));
    draft.branch(number, taken > 0 ? 1 : 0, 1);
  }
}
