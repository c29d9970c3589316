/** Script of the page, part 3: search, filters and the list of tests, a page at a time. */
export const CLIENT_TESTS = String.raw`
const PAGE = 100;
const filter = { q: '', state: '', suite: '', cause: '', route: '', age: '', sort: 'state' };
let found = [];
let shown = 0;
let typing = 0;

const haystack = data.id.map((id, index) => {
  const detail = data.details[index];
  const said = detail ? detail.attempts.map((attempt) => attempt.message).join(' ') : '';
  return (id + ' ' + said).toLowerCase();
});

function matches(index, words) {
  if (filter.state !== '' && data.state[index] !== filter.state) return false;
  if (filter.suite !== '' && data.suite[index] !== Number(filter.suite)) return false;
  if (filter.cause !== '' && data.cause[index] !== Number(filter.cause)) return false;
  if (filter.route !== '' && data.route[index] !== Number(filter.route)) return false;
  if (filter.age !== '' && data.age[index] !== Number(filter.age)) return false;
  return words.every((word) => haystack[index].includes(word));
}

const SORTS = {
  state: (a, b) => rank[a] - rank[b] || data.age[b] % 2 - data.age[a] % 2 || a - b,
  slow: (a, b) => data.duration[b] - data.duration[a],
  start: (a, b) => data.start[a] - data.start[b],
  name: (a, b) => (data.id[a] < data.id[b] ? -1 : 1),
};

function row(index) {
  const state = data.state[index];
  const summary = el('summary', '', mark(state), el('span', 'id', data.id[index]));
  const age = ['', 'new', 'known'][data.age[index]];
  if (age !== '') summary.append(el('span', 'badge ' + age, age));
  summary.append(el('span', 'suite', data.suites[data.suite[index]].name));
  const time = el('span', 'time', duration(data.duration[index]));
  summary.append(time);
  const detail = data.details[index];
  const told = detail && detail.attempts.findLast((attempt) => attempt.message !== '');
  const said = [state === 'passed' ? '' : STATES[state][1], told ? told.message.replace(/\u001b\[[0-9;]*m/g, '').trim().split('\n')[0] : ''];
  const line = said.filter(Boolean).join(': ');
  if (line !== '') summary.append(el('span', 'said', line.slice(0, 300)));
  const test = el('details', 'test s-' + state, summary);
  test.dataset.index = index;
  test.addEventListener('toggle', () => {
    if (test.open && test.children.length === 1) test.append(detailView(index));
  });
  return test;
}

function showMore() {
  const list = byId('list');
  const next = found.slice(shown, shown + PAGE).map(row);
  list.append(...next);
  shown += next.length;
  const more = byId('more');
  more.hidden = shown >= found.length;
  more.textContent = 'Show ' + number(Math.min(PAGE, found.length - shown)) + ' more';
  return next[0];
}

function search() {
  const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
  found = [];
  for (let index = 0; index < total; index += 1) if (matches(index, words)) found.push(index);
  found.sort(SORTS[filter.sort] || SORTS.state);
  shown = 0;
  byId('list').replaceChildren();
  byId('count').textContent = number(found.length) + ' of ' + number(total) + (total === 1 ? ' test' : ' tests');
  showMore();
}

function set(changes) {
  // What is being typed counts at once, whatever else is chosen meanwhile.
  clearTimeout(typing);
  Object.assign(filter, { q: byId('f-q').value }, changes);
  for (const [name, value] of Object.entries(filter)) {
    const input = byId('f-' + name);
    if (input && input.value !== value) input.value = value;
  }
  for (const chip of byId('chips').children) chip.setAttribute('aria-pressed', String(chip.dataset.state === filter.state));
  const used = Object.entries(filter).filter(([name, value]) => value !== '' && !(name === 'sort' && value === 'state'));
  try { history.replaceState(null, '', used.length > 0 ? '#' + new URLSearchParams(used) : ' '); } catch { /* file: pages may refuse */ }
  byId('clear').hidden = used.length === 0;
  search();
}

const NO_FILTER = { q: '', state: '', suite: '', cause: '', route: '', age: '' };

/** Brings one test on screen, opened. */
function openTest(index) {
  set({ ...NO_FILTER, q: data.id[index].toLowerCase() });
  const test = [...byId('list').children].find((child) => child.dataset.index === String(index));
  if (!test) return;
  test.open = true;
  test.scrollIntoView({ block: 'start' });
  test.firstChild.focus();
}

function fill(select, entries) {
  for (const [value, label] of entries) {
    const option = el('option', '', label);
    option.value = value;
    select.append(option);
  }
  select.closest('label').hidden = entries.length < 2;
}

function setUpFilters() {
  const counts = {};
  for (const state of data.state) counts[state] = (counts[state] || 0) + 1;
  for (const state of ORDER.filter((name) => counts[name])) {
    const chip = el('button', 's-' + state, mark(state), ' ' + STATES[state][1] + ' ' + number(counts[state]));
    chip.type = 'button';
    chip.dataset.state = state;
    chip.addEventListener('click', () => set({ state: filter.state === state ? '' : state }));
    byId('chips').append(chip);
  }
  fill(byId('f-suite'), data.suites.map((suite, index) => [index, suite.name]));
  fill(byId('f-cause'), data.causes.map((cause, index) => [index, index + 1 + '. ' + cause]));
  fill(byId('f-route'), data.routes.map((route, index) => [index, route]));
  fill(byId('f-age'), data.age.some((age) => age > 0) ? [[1, 'new'], [2, 'known']] : []);
  byId('f-q').addEventListener('input', (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => set({ q: event.target.value }), 120);
  });
  for (const name of ['suite', 'cause', 'route', 'age', 'sort']) {
    byId('f-' + name).addEventListener('change', (event) => set({ [name]: event.target.value }));
  }
  byId('clear').addEventListener('click', () => { set({ ...NO_FILTER, sort: 'state' }); byId('f-q').focus(); });
  byId('more').addEventListener('click', () => { const first = showMore(); if (first) first.firstChild.focus(); });
}
`;
