/** Search, filters and the list of tests, a page at a time. */

const PAGE = 100;
const NO_FILTER = { q: '', state: '', suite: '', cause: '', route: '', age: '' };
/** @type {Record<string, string>} */
const filter = { ...NO_FILTER, sort: 'state' };
/** @type {number[]} */
let found = [];
let shown = 0;
let typing = 0;

const haystack = data.id.map((id, index) => {
  const messages = (data.details[index]?.attempts ?? []).map((attempt) => attempt.message);
  return `${data.titles[index] ?? id} ${messages.join(' ')}`.toLowerCase();
});

/**
 * The field of a filter.
 * @param {string} name
 */
function control(name) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (byId(`f-${name}`));
}

/**
 * @param {number} index
 * @param {string[]} words
 */
function matches(index, words) {
  if (filter.state !== '' && data.state[index] !== filter.state) return false;
  if (filter.suite !== '' && data.suite[index] !== Number(filter.suite)) return false;
  if (filter.cause !== '' && data.cause[index] !== Number(filter.cause)) return false;
  if (filter.route !== '' && data.route[index] !== Number(filter.route)) return false;
  if (filter.age !== '' && data.age[index] !== Number(filter.age)) return false;
  return words.every((word) => haystack[index].includes(word));
}

/** @type {Record<string, (a: number, b: number) => number>} */
const SORTS = {
  state: (a, b) => rank[a] - rank[b] || (data.age[b] % 2) - (data.age[a] % 2) || a - b,
  slow: (a, b) => data.duration[b] - data.duration[a],
  start: (a, b) => data.start[a] - data.start[b],
  name: (a, b) => (data.id[a] < data.id[b] ? -1 : 1),
};

/**
 * The last message of a test, in one line, after what its state is called.
 * @param {number} index
 */
function messageLine(index) {
  const state = data.state[index];
  const last = data.details[index]?.attempts.findLast((attempt) => attempt.message !== '');
  const message = last
    ? last.message
        .replace(/\u001b\[[0-9;]*m/g, '')
        .trim()
        .split('\n')[0]
    : '';
  const parts = [state === 'passed' ? '' : STATES[state][1], message];
  return parts.filter(Boolean).join(': ').slice(0, 300);
}

/** @param {number} index */
function row(index) {
  const state = data.state[index];
  const summary = el('summary', '', mark(state), el('span', 'id', data.titles[index] ?? data.id[index]));
  const age = ['', 'new', 'known'][data.age[index]];
  if (age !== '') summary.append(el('span', `badge ${age}`, age));
  summary.append(el('span', 'suite', data.suites[data.suite[index]].name));
  summary.append(el('span', 'time', formatDuration(data.duration[index])));
  const line = messageLine(index);
  if (line !== '') summary.append(el('span', 'message', line));
  const test = el('details', `test s-${state}`, summary);
  test.dataset.index = String(index);
  test.addEventListener('toggle', () => {
    if (test.open && test.children.length === 1) test.append(detailView(index));
  });
  return test;
}

/** @param {HTMLDetailsElement} test */
function focusSummary(test) {
  /** @type {HTMLElement} */ (test.firstChild).focus();
}

/** Appends the next page of the list; the first of its rows. */
function showMore() {
  const next = found.slice(shown, shown + PAGE).map(row);
  byId('list').append(...next);
  shown += next.length;
  const more = byId('more');
  more.hidden = shown >= found.length;
  more.textContent = `Show ${formatNumber(Math.min(PAGE, found.length - shown))} more`;
  return next[0];
}

function search() {
  const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
  found = [];
  for (let index = 0; index < total; index += 1) if (matches(index, words)) found.push(index);
  found.sort(SORTS[filter.sort] || SORTS.state);
  shown = 0;
  const empty = total === 0 ? 'No test ran.' : 'No test matches these filters.';
  byId('list').replaceChildren(...(found.length === 0 ? [el('p', 'muted', empty)] : []));
  byId('count').textContent =
    `${formatNumber(found.length)} of ${formatNumber(total)}${total === 1 ? ' test' : ' tests'}`;
  showMore();
}

/** @param {string} address */
function setAddress(address) {
  try {
    history.replaceState(null, '', address);
  } catch {
    // Browsers may refuse it to a page opened from disk.
  }
}

/**
 * Changes filters, fields and address together and shows what matches.
 * @param {Record<string, string>} changes
 * @param {string} [address] of the page, instead of that of the filters: it is set once, for a reload may come between two
 */
function set(changes, address) {
  // What is being typed counts at once, whatever else is chosen meanwhile.
  clearTimeout(typing);
  Object.assign(filter, { q: control('q').value }, changes);
  for (const [name, value] of Object.entries(filter)) {
    const input = control(name);
    if (input && input.value !== value) input.value = value;
  }
  for (const chip of byId('chips').querySelectorAll('button')) {
    chip.setAttribute('aria-pressed', String(chip.dataset.state === filter.state));
  }
  const used = Object.entries(filter).filter(
    ([name, value]) => value !== '' && !(name === 'sort' && value === 'state'),
  );
  const isCard = used.length === 0 && document.getElementById(location.hash.slice(1)) !== null;
  if (address !== undefined) setAddress(address);
  else if (!isCard) setAddress(used.length > 0 ? `#${new URLSearchParams(used)}` : ' ');
  byId('clear').hidden = used.length === 0;
  search();
}

/**
 * The part of the page's address that opens a test.
 * @param {number} index
 */
function addressOf(index) {
  return `#${new URLSearchParams({ test: data.id[index], in: data.suites[data.suite[index]].name })}`;
}

/**
 * The test that an address names; -1 for none.
 * @param {string} hash
 */
function testAt(hash) {
  const address = new URLSearchParams(hash.slice(1));
  const [id, suite] = [address.get('test'), address.get('in')];
  return data.id.findIndex((each, at) => each === id && (suite === null || data.suites[data.suite[at]].name === suite));
}

/**
 * Brings one test on screen, opened.
 * @param {number} index
 */
function openTest(index) {
  set({ ...NO_FILTER, q: data.id[index].toLowerCase() }, addressOf(index));
  const test = [...byId('list').querySelectorAll('details')].find((child) => child.dataset.index === String(index));
  if (!test) return;
  test.open = true;
  test.scrollIntoView({ block: 'start' });
  focusSummary(test);
}

/**
 * The choices of a filter; a filter without a choice is not shown.
 * @param {string} name
 * @param {(readonly [value: number, label: string])[]} entries
 */
function fill(name, entries) {
  const select = control(name);
  for (const [value, label] of entries) {
    const option = el('option', '', label);
    option.value = String(value);
    select.append(option);
  }
  /** @type {HTMLElement} */ (select.closest('label')).hidden = entries.length < 2;
}

/** One button a state that occurs, with its count. */
function addStateChips() {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const state of data.state) counts[state] = (counts[state] || 0) + 1;
  for (const state of ORDER.filter((name) => counts[name])) {
    const chip = el('button', `s-${state}`, mark(state), ` ${STATES[state][1]} ${formatNumber(counts[state])}`);
    chip.type = 'button';
    chip.dataset.state = state;
    chip.addEventListener('click', () => set({ state: filter.state === state ? '' : state }));
    byId('chips').append(chip);
  }
}

function setUpFilters() {
  addStateChips();
  fill(
    'suite',
    data.suites.map((suite, index) => [index, suite.name]),
  );
  fill(
    'cause',
    data.causes.map((cause, index) => [index, `${index + 1}. ${cause}`]),
  );
  fill(
    'route',
    data.routes.map((route, index) => [index, route]),
  );
  const ages = /** @type {[number, string][]} */ ([
    [1, 'new'],
    [2, 'known'],
  ]);
  fill('age', data.age.some((age) => age > 0) ? ages : []);
  control('q').addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => set({ q: control('q').value }), 120);
  });
  for (const name of ['suite', 'cause', 'route', 'age', 'sort']) {
    control(name).addEventListener('change', () => set({ [name]: control(name).value }));
  }
  byId('clear').addEventListener('click', () => {
    set({ ...NO_FILTER, sort: 'state' });
    control('q').focus();
  });
  byId('more').addEventListener('click', () => {
    const first = showMore();
    if (first) focusSummary(first);
  });
}
