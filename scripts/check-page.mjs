import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import sanitizeHtml from 'sanitize-html';

/** What GitHub lets through in Markdown. */
const ALLOWED = {
  allowedTags: (
    'h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p ol ul table thead tbody tfoot ' +
    'blockquote dl dt dd kbd q samp var hr li tr td th s strike summary details caption abbr small span mark input'
  ).split(' '),
  allowedAttributes: {
    '*': ['align', 'title', 'id', 'dir', 'lang'],
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    details: ['open'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    code: ['class'],
    input: ['type', 'disabled', 'checked'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
};
const MARKS = { success: '✓', failure: '✕', neutral: '–', cancelled: '–', timed_out: '✕' };
const CONTEXT_LINES = 3;

const escape = (text) => String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Markdown as GitHub would show it: GFM with raw HTML, then only what its sanitiser lets through. */
export function renderMarkdown(markdown) {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return sanitizeHtml(html, ALLOWED);
}

function codeOf(text, annotation) {
  const lines = text.split('\n');
  const first = Math.max(1, annotation.start_line - CONTEXT_LINES);
  const last = Math.min(lines.length, annotation.end_line + CONTEXT_LINES);
  const rows = lines.slice(first - 1, last).map((line, index) => {
    const number = first + index;
    const hit = number >= annotation.start_line && number <= annotation.end_line;
    return `<tr${hit ? ' class="hit"' : ''}><td>${number}</td><td><pre>${escape(line)}</pre></td></tr>`;
  });
  return `<table class="code">${rows.join('')}</table>`;
}

function annotationCard(annotation, readFile) {
  const {
    path,
    start_line: start,
    end_line: end,
    annotation_level: level,
    title,
    message,
    raw_details: raw,
  } = annotation;
  const text = readFile(path);
  const place = `${path}#L${start}${end > start ? `-L${end}` : ''}`;
  const code = text === null ? '<p class="gone">This file is not in the repository.</p>' : codeOf(text, annotation);
  const details = raw ? `<details><summary>Raw output</summary><pre>${escape(raw)}</pre></details>` : '';
  return `<article class="annotation ${escape(level)}"><header>${escape(place)}</header>${code}
<div class="say"><strong>${escape(title ?? '')}</strong><pre>${escape(message)}</pre>${details}</div></article>`;
}

function checkSection(check, readFile) {
  const { title = '', summary = '', text = '' } = check.output;
  const cards = check.annotations.map((annotation) => annotationCard(annotation, readFile));
  return `<section><h2 class="${escape(check.conclusion)}">${MARKS[check.conclusion] ?? '?'} ${escape(check.name)}
<small>${escape(check.conclusion)} · ${escape(check.headSha.slice(0, 7))}</small></h2>
<h1>${escape(title)}</h1><div class="markdown">${renderMarkdown(summary)}</div>
${text === '' ? '' : `<h3>Details</h3><div class="markdown">${renderMarkdown(text)}</div>`}
<h3>Annotations (${check.annotations.length})</h3>${cards.join('\n')}</section>`;
}

const box = (heading, inner) => `<section><h2>${heading}</h2>${inner}</section>`;

const issueRow = ({ level, file, line, title, message }) =>
  `<li class="${escape(level)}"><code>${escape(file)}${line > 0 ? `:${line}` : ''}</code> <strong>${escape(title)}</strong><pre>${escape(message)}</pre></li>`;

const STYLE = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --red: #cf222e; --green: #1a7f37; --amber: #9a6700 }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; --red: #f85149; --green: #3fb950; --amber: #d29922 } }
body { font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; max-width: 980px; margin: 2rem auto; padding: 0 1rem }
section { border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.5rem; margin: 1.5rem 0 }
h1 { font-size: 1.5rem } h2 small { font-weight: normal; opacity: .7 } .failure { color: var(--red) } .success { color: var(--green) }
code, pre { font: 12px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace } pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
.markdown pre { background: var(--soft); padding: .8rem; margin: .5rem 0 } .markdown code { background: var(--soft); padding: .1em .3em }
.markdown table { border-collapse: collapse } .markdown td, .markdown th { border: 1px solid var(--line); padding: .3rem .7rem }
blockquote { border-left: .25rem solid var(--line); margin-left: 0; padding-left: 1rem; opacity: .85 }
.annotation { border: 1px solid var(--line); border-radius: 6px; margin: 1rem 0; color: inherit } .annotation header { background: var(--soft); padding: .4rem 1rem }
.code { border-collapse: collapse; width: 100% } .code td:first-child { width: 3rem; text-align: right; opacity: .6; padding-right: 1rem } .code .hit { background: #d4a72c33 }
.say { border-top: 1px solid var(--line); border-left: .25rem solid var(--amber); padding: .6rem 1rem } .annotation.failure .say { border-left-color: var(--red) }
.gone { padding: 0 1rem; opacity: .7 } dt { font-weight: 600 } dd pre { max-height: 12rem; overflow: auto }
`;

/**
 * One page that shows what a run published as a reviewer sees it: check runs with their annotations in the code, the
 * comment, the job summary, the annotations of the log, the outputs. `readFile` gives a repository file's text or null.
 */
export function renderPage({ checks, comments, summary, issues, outputs, readFile }) {
  const sections = [
    ...checks.map((check) => checkSection(check, readFile)),
    ...comments.map(({ body }) =>
      box('Comment on the pull request', `<div class="markdown">${renderMarkdown(body)}</div>`),
    ),
    box('Job summary', `<div class="markdown">${renderMarkdown(summary)}</div>`),
    box(`Annotations of the step (${issues.length})`, `<ul>${issues.map(issueRow).join('')}</ul>`),
    box(
      'Outputs',
      `<dl>${Object.entries(outputs)
        .map(([name, value]) => `<dt>${escape(name)}</dt><dd><pre>${escape(value)}</pre></dd>`)
        .join('')}</dl>`,
    ),
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(checks[0]?.output.title ?? 'Check')}</title><style>${STYLE}</style></head><body>${sections.join('\n')}</body></html>\n`;
}
