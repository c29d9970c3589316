// What is proposed for the quarantine file, with a link to the patch beside the page.
import { htmlText } from '../../text/escape.js';
import { shortLine } from '../../text/visible.js';
import { proposalLines } from '../markdown/proposals.js';
import type { PublishContext } from '../view/context.js';

/** The proposals and the command that takes them; empty when there are none. */
export function proposalsHtml({ proposal }: Pick<PublishContext, 'proposal'>): string {
  if (proposal === null) return '';
  const items = proposalLines(proposal).map(
    ({ mark, id, reason }) =>
      `<li>${mark} <code>${htmlText(shortLine(id, 300))}</code> <span class="muted">${htmlText(reason)}</span></li>`,
  );
  const how =
    'Apply <a href="evidence/quarantine.patch">evidence/quarantine.patch</a> at the root of the repository: <code>git apply quarantine.patch</code>';
  return `<section id="quarantine"><h2>Proposals for the quarantine</h2><ul class="flaky-tests">${items.join('')}</ul><p>${how}</p></section>`;
}
