/** Script of the page, part 1: the data, small DOM tools, words. Text reaches the page through `textContent` alone. */
export const CLIENT_CORE = String.raw`
const data = JSON.parse(document.getElementById('data').textContent);
const total = data.id.length;
const byId = (id) => document.getElementById(id);

function el(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  for (const child of children) node.append(child);
  return node;
}

const STATES = {
  failed: ['✕', 'failed'], error: ['!', 'error'], timeout: ['!', 'timed out'], crashed: ['!', 'crashed'],
  lost: ['!', 'did not run again'], flaky: ['~', 'flaky'], quarantined: ['~', 'quarantined'], 'not-run': ['–', 'not run'],
  cancelled: ['–', 'cancelled'], skipped: ['–', 'skipped'], xfailed: ['–', 'failed as expected'], passed: ['✓', 'passed'],
  interrupted: ['–', 'interrupted'],
};
const ORDER = Object.keys(STATES);
const rank = data.state.map((state) => ORDER.indexOf(state));

const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

function duration(ms) {
  if (ms < 1000) return Math.max(0, Math.round(ms)) + 'ms';
  if (ms < 9950) return (ms / 1000).toFixed(1) + 's';
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return seconds + 's';
  const pad = (value) => String(value).padStart(2, '0');
  if (seconds < 3600) return Math.floor(seconds / 60) + 'm ' + pad(seconds % 60) + 's';
  return Math.floor(seconds / 3600) + 'h ' + pad(Math.round((seconds % 3600) / 60)) + 'm';
}

const COLOUR = /\u001b\[([0-9;]*)m/;

/** Codes to classes; colours beyond the sixteen keep the colour of the text. */
function applyCodes(style, codes) {
  const list = codes === '' ? [0] : codes.split(';').map(Number);
  for (let i = 0; i < list.length; i += 1) {
    const code = list[i];
    if (code === 0) { style.colour = ''; style.extra = new Set(); }
    else if (code === 38 || code === 48) i += list[i + 1] === 5 ? 2 : 4;
    else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) style.colour = 'c' + code;
    else if (code === 39) style.colour = '';
    else if (code === 22) { style.extra.delete('bold'); style.extra.delete('dim'); }
    else if (code === 23) style.extra.delete('italic');
    else if (code === 24) style.extra.delete('under');
    else if (code >= 1 && code <= 4) style.extra.add(['bold', 'dim', 'italic', 'under'][code - 1]);
  }
}

/** A block of text with its colours as classes. */
function coloured(text) {
  const pre = el('pre');
  const style = { colour: '', extra: new Set() };
  text.split(COLOUR).forEach((piece, index) => {
    if (index % 2 === 1) applyCodes(style, piece);
    else if (piece !== '') {
      const name = [style.colour, ...style.extra].filter(Boolean).join(' ');
      pre.append(name === '' ? piece : el('span', name, piece));
    }
  });
  return pre;
}

function mark(state) {
  const node = el('span', 'mark m-' + state, STATES[state][0]);
  node.setAttribute('aria-hidden', 'true');
  return node;
}
`;
