// What is proposed for the quarantine file, in the summary and in report.md.
import type { ProposedEntry, QuarantineProposal } from '../../model/run.js';
import { codeBlock, codeSpan, markdownText } from '../../text/escape.js';
import { formatCount } from '../../text/format.js';
import { shortLine, visibleText } from '../../text/visible.js';
import type { ReportView } from '../view/view.js';
import type { Block } from './byte-budget.js';

/** A longer patch is only in the evidence: a part of one is none. */
const PATCH_CHARS = 6000;

/** One proposed change, by its direction. */
interface ProposedChange extends ProposedEntry {
  readonly mark: string;
}

/** What is proposed for the quarantine file, with the patch. */
export function proposalSection({ context }: ReportView): Block {
  const { proposal } = context;
  const lines = (proposal === null ? [] : proposalLines(proposal)).map(
    ({ mark, id, reason }) => `- ${mark} ${codeSpan(shortLine(id, 300))}: ${markdownText(reason)}\n`,
  );
  const open = `<details><summary>${formatCount(lines.length, 'proposal')} for the quarantine</summary>\n\n`;
  const how =
    'To apply the changes, run `git apply` with `evidence/quarantine.patch` of the evidence at the root of the repository.';
  const patch = (): string => codeBlock(visibleText(proposal?.patch ?? '').slice(0, PATCH_CHARS));
  const whole = (shown: string): string =>
    lines.length === 0 ? '' : `${open}${lines.join('')}\n${how}\n${shown}\n</details>`;
  const isShort = (proposal?.patch.length ?? 0) <= PATCH_CHARS;
  return {
    kind: 'block',
    what: 'the proposals for the quarantine',
    priority: 57,
    forms: [() => whole(isShort ? `\n${patch()}\n` : ''), () => whole('')],
  };
}

/** Additions, then releases. */
export function proposalLines({ add, release }: QuarantineProposal): readonly ProposedChange[] {
  return [
    ...add.map((entry) => ({ ...entry, mark: 'add' })),
    ...release.map((entry) => ({ ...entry, mark: 'release' })),
  ];
}
