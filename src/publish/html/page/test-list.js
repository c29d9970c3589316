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

/** Failing in any way: what the verdict counts as a failure. */
const FAILING = 'failing';

/**
 * What a filter compares its value with, as its field and the address spell it.
 * @type {Record<string, (index: number) => string>}
 */
const VALUES = {
  state: (index) => (filter.state === FAILING && isFailing(data.state[index]) ? FAILING : data.state[index]),
  suite: (index) => data.suites[data.suite[index]].name,
  cause: (index) => String(data.cause[index] + 1),
  route: (index) => data.routes[data.route[index]] ?? '',
  age: (index) => ['', 'new', 'known'][data.age[index]],
};

/**
 * @param {number} index
 * @param {string[]} names of the filters that are set
 * @param {string[]} words
 */
function matches(index, names, words) {
  return (
    names.every((name) => VALUES[name](index) === filter[name]) && words.every((word) => haystack[index].includes(word))
  );
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
  const message = last ? withoutColour(last.message).trim().split('\n')[0] : '';
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
  const names = Object.keys(VALUES).filter((name) => filter[name] !== '');
  found = [];
  for (let index = 0; index < total; index += 1) if (matches(index, names, words)) found.push(index);
  found.sort(SORTS[filter.sort] || SORTS.state);
  shown = 0;
  const empty = total === 0 ? 'No test ran.' : 'No test matches these filters.';
  byId('list').replaceChildren(...(found.length === 0 ? [el('p', 'muted', empty)] : []));
  const count = `${formatNumber(found.length)} of ${formatNumber(total)}${total === 1 ? ' test' : ' tests'}`;
  byId('count').textContent = total === 0 ? '' : count;
  showMore();
}

/**
 * The address of the page: a step of the browser's history, unless what is typed changes it with every letter.
 * @param {string} address
 * @param {boolean} isStep
 */
function setAddress(address, isStep) {
  if (address === location.hash || (address === ' ' && location.hash === '')) return;
  try {
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // Browsers may refuse it to a page opened from disk.
  }
}

/** The filters that are set, as the address has them. */
function usedFilters() {
  return Object.entries(filter).filter(([name, value]) => value !== '' && !(name === 'sort' && value === 'state'));
}

/**
 * Changes filters and fields together and shows what matches.
 * @param {Record<string, string>} changes
 */
function show(changes) {
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
  byId('clear').hidden = usedFilters().length === 0;
  search();
}

/**
 * The same, with the filters in the address.
 * @param {Record<string, string>} changes
 * @param {boolean} [isStep] of the browser's history
 */
function set(changes, isStep = true) {
  show(changes);
  const used = usedFilters();
  setAddress(used.length > 0 ? `#${new URLSearchParams(used)}` : ' ', isStep);
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
  show({ ...NO_FILTER, q: data.id[index].toLowerCase() });
  const test = [...byId('list').querySelectorAll('details')].find((child) => child.dataset.index === String(index));
  if (!test) return;
  test.open = true;
  test.scrollIntoView({ block: 'start' });
  focusSummary(test);
}

/**
 * The choices of a filter; a filter without a choice is not shown.
 * @param {string} name
 * @param {(readonly [value: string, label: string])[]} entries
 */
function fill(name, entries) {
  const select = control(name);
  for (const [value, label] of entries) {
    const option = el('option', '', label);
    option.value = value;
    select.append(option);
  }
  /** @type {HTMLElement} */ (select.closest('label')).hidden = entries.length < 2;
}

/**
 * @param {string} state
 * @param {string} mark
 * @param {string} word
 * @param {number} count
 */
function addChip(state, mark, word, count) {
  const sign = el('span', `mark m-${state}`, mark);
  sign.setAttribute('aria-hidden', 'true');
  const chip = el('button', `s-${state}`, sign, ` ${word} ${formatNumber(count)}`);
  chip.type = 'button';
  chip.dataset.state = state;
  chip.addEventListener('click', () => set({ state: filter.state === state ? '' : state }));
  byId('chips').append(chip);
}

/** One button a state that occurs, with its count; failures of several kinds have one in common. */
function addStateChips() {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const state of data.state) counts[state] = (counts[state] || 0) + 1;
  const states = ORDER.filter((name) => counts[name]);
  const failing = states.filter(isFailing);
  const sum = failing.reduce((all, state) => all + counts[state], 0);
  if (failing.length > 1) addChip(FAILING, '✕', 'all failures', sum);
  for (const state of states) addChip(state, STATES[state][0], STATES[state][1], counts[state]);
}

/** @param {string} name */
const same = (name) => /** @type {[string, string]} */ ([name, name]);

function setUpFilters() {
  /** @type {HTMLElement} */ (document.querySelector('.filters')).hidden = total === 0;
  addStateChips();
  fill(
    'suite',
    data.suites.map(({ name }) => same(name)),
  );
  fill(
    'cause',
    data.causes.map((cause, index) => [String(index + 1), `${index + 1}. ${cause}`]),
  );
  fill('route', data.routes.map(same));
  fill('age', data.age.some((age) => age > 0) ? ['new', 'known'].map(same) : []);
  control('q').addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => set({ q: control('q').value }, false), 120);
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
