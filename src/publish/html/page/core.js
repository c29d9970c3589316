/** The data of the page, small DOM helpers, words. Text reaches the page through `textContent` alone. */

/** @typedef {import('../page-data.js').HtmlAttempt} HtmlAttempt */

/** @type {import('../page-data.js').HtmlData} */
const data = JSON.parse(byId('data').textContent);
const total = data.id.length;

/**
 * An element of the page's own markup.
 * @param {string} id
 */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @param {(Node | string)[]} children
 */
function el(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  for (const child of children) node.append(child);
  return node;
}

/** @type {Record<string, [mark: string, word: string]>} */
const STATES = {
  failed: ['✕', 'failed'],
  error: ['!', 'error'],
  timeout: ['!', 'timed out'],
  crashed: ['!', 'crashed'],
  lost: ['!', 'did not run again'],
  'order-dependent': ['!', 'order-dependent'],
  flaky: ['~', 'flaky'],
  quarantined: ['~', 'quarantined'],
  'not-run': ['–', 'not run'],
  cancelled: ['–', 'cancelled'],
  skipped: ['–', 'skipped'],
  xfailed: ['–', 'failed as expected'],
  passed: ['✓', 'passed'],
  interrupted: ['–', 'interrupted'],
};
const ORDER = Object.keys(STATES);
const FAILURES = new Set(['failed', 'error', 'timeout', 'crashed', 'lost', 'order-dependent']);

/** @param {string} state */
function isFailing(state) {
  return FAILURES.has(state);
}

const rank = data.state.map((state) => ORDER.indexOf(state));

/**
 * Thousands separated, as `formatNumber` of the product writes them.
 * @param {number} value
 */
function formatNumber(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * As `formatDuration` of the product writes it.
 * @param {number} milliseconds
 */
function formatDuration(milliseconds) {
  const ms = Math.max(0, Math.round(milliseconds));
  /** @param {number} value */
  const pad = (value) => String(value).padStart(2, '0');
  if (ms < 1000) return `${ms}ms`;
  if (ms < 9950) return `${(ms / 1000).toFixed(1)}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m ${pad(seconds % 60)}s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}h ${pad(minutes % 60)}m`;
}

const COLOUR = /\u001b\[([0-9;]*)m/;

/** @param {string} text */
function withoutColour(text) {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}

const FOREGROUND = /^[39][0-7]$/;
/** @type {Record<number, string>} */
const EFFECTS = { 1: 'bold', 2: 'dim', 3: 'italic', 4: 'under' };
/** @type {Record<number, string[]>} */
const EFFECTS_OFF = { 22: ['bold', 'dim'], 23: ['italic'], 24: ['under'] };

/**
 * Codes to classes; colours beyond the sixteen keep the colour of the text.
 * @param {{ colour: string, extra: Set<string> }} style
 * @param {string} codes
 */
function applyCodes(style, codes) {
  const list = codes === '' ? [0] : codes.split(';').map(Number);
  for (let i = 0; i < list.length; i += 1) {
    const code = list[i];
    if (code === 38 || code === 48) i += list[i + 1] === 5 ? 2 : 4;
    else if (FOREGROUND.test(String(code))) style.colour = `c${code}`;
    else if (code === 0 || code === 39) style.colour = '';
    if (code === 0) style.extra.clear();
    for (const effect of EFFECTS_OFF[code] || []) style.extra.delete(effect);
    if (EFFECTS[code]) style.extra.add(EFFECTS[code]);
  }
}

/**
 * A block of text with its colours as classes.
 * @param {string} text
 */
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

/**
 * A text with a button that copies it.
 * @param {HTMLElement} text
 */
function withCopyButton(text) {
  const button = el('button', 'copy', 'Copy');
  button.type = 'button';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = 'Copied';
    } catch {
      // Browsers may refuse the clipboard to a page opened from disk: the text is selected instead.
      getSelection()?.selectAllChildren(text);
      button.textContent = 'Selected';
    }
  });
  return el('div', 'copyable', text, button);
}

/**
 * A sentence in which what stands between backticks is code.
 * @param {string} text
 */
function prose(text) {
  const pieces = text.split(/`([^`]{1,500})`/);
  return pieces.map((piece, index) => (index % 2 === 1 ? el('code', '', piece) : piece));
}

/**
 * The sign of a state; the word beside it is what screen readers read.
 * @param {string} state
 */
function mark(state) {
  const node = el('span', `mark m-${state}`, STATES[state][0]);
  node.setAttribute('aria-hidden', 'true');
  return node;
}
