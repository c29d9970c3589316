import { FINDING_SEVERITIES, type Finding, type SuiteFindings } from '../../../model/quality.js';
import { htmlText } from '../../../text/escape.js';
import { htmlLink } from '../parts.js';
import { tableHtml } from '../table.js';
import { relativeAddress } from '../../link.js';
import { shortLine, visibleText } from '../../../text/visible.js';
import { formatCount } from '../../../text/format.js';

const MOST = 50;
const FILES = 3;
const SNIPPET_CHARS = 2000;
const PICTURE = /\.(png|jpe?g|webp)$/i;

/** What the quality tools found, suite by suite, the gravest first. Empty when nothing was found. */
export function findingsHtml(found: readonly SuiteFindings[]): string {
  if (found.length === 0) return '';
  return `<section id="findings"><h2>Findings</h2>${found.map(suiteHtml).join('\n')}</section>`;
}

function suiteHtml({ suite, findings }: SuiteFindings): string {
  const name = htmlText(shortLine(suite, 80));
  const rank = ({ severity }: Finding): number => FINDING_SEVERITIES.indexOf(severity);
  const sorted = findings.toSorted((one, other) => rank(one) - rank(other));
  const rows = sorted.slice(0, MOST).map(cellsOf);
  const missing = findings.length - rows.length;
  const more =
    missing > 0 ? `<p class="muted">${formatCount(missing, 'more finding')}: see evidence/quality.jsonl.</p>` : '';
  const heads = ['severity', 'rule', 'finding', 'shown by'];
  return `<h3>${name}</h3>${tableHtml({ label: `Findings of ${name}`, heads, rows, kind: 'prose' })}${more}`;
}

function cellsOf(finding: Finding): readonly string[] {
  const { severity, code, message, metadata, evidence_refs: files } = finding;
  const rule = `<code>${htmlText(shortLine(code, 120))}</code>`;
  return [
    `<span class="badge ${severity}">${severity}</span>`,
    htmlLink(rule, textOf(metadata['help_url'])),
    `${htmlText(shortLine(message, 500))}${snippetHtml(finding)}`,
    files.slice(0, FILES).map(fileHtml).join(' '),
  ];
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What a person would copy: the request, else the element. */
function snippetHtml({ metadata }: Finding): string {
  const curl = textOf(metadata['curl']);
  const snippet = curl ?? textOf(metadata['html']);
  if (snippet === null) return '';
  const title = curl === null ? 'Element' : 'Request';
  return `<details><summary>${title}</summary><pre>${htmlText(visibleText(snippet.slice(0, SNIPPET_CHARS)))}</pre></details>`;
}

function fileHtml(path: string): string {
  const address = relativeAddress(path);
  const name = htmlText(shortLine(path.slice(path.lastIndexOf('/') + 1), 120));
  if (address === null) return name;
  const shown = PICTURE.test(path) ? `<img src="${htmlText(address)}" alt="${name}" loading="lazy">` : name;
  return `<a href="${htmlText(address)}">${shown}</a>`;
}
