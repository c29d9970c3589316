/** Starts the page, once every other file of its script has been read. */

/** Shows what the address names: a test, filters, or a part of the page. */
function followAddress() {
  const index = testAt(location.hash);
  if (index >= 0) {
    openTest(index);
    return;
  }
  const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  const card = target?.querySelector('details');
  if (card) card.open = true;
  if (target) {
    if (shown === 0) search();
    target.scrollIntoView();
    return;
  }
  const named = [...new URLSearchParams(location.hash.slice(1))].filter(([name]) => Object.hasOwn(filter, name));
  show({ ...NO_FILTER, sort: 'state', ...Object.fromEntries(named) });
}

/**
 * `/` goes to the search; Escape empties it, or closes the test that has the focus.
 * @param {KeyboardEvent} event
 */
function onKey(event) {
  const at = /** @type {HTMLElement} */ (event.target);
  const search = control('q');
  if (
    event.key === '/' &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !at.matches('input, select, textarea')
  ) {
    event.preventDefault();
    search.focus();
    byId('tests').scrollIntoView();
  } else if (event.key === 'Escape' && at === search) {
    event.preventDefault();
    set({ q: '' }, false);
  } else if (event.key === 'Escape') {
    const test = /** @type {HTMLDetailsElement | null} */ (at.closest('.test[open]'));
    if (!test) return;
    test.open = false;
    focusSummary(test);
  }
}

setUpFilters();
for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-cause]'))) {
  button.addEventListener('click', () => {
    set({ ...NO_FILTER, cause: button.dataset.cause ?? '' });
    byId('tests').scrollIntoView();
    control('q').focus({ preventScroll: true });
  });
}
for (const command of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('pre.command'))) {
  const place = document.createComment('');
  command.replaceWith(place);
  place.replaceWith(withCopyButton(command));
}
addEventListener('keydown', onKey);
addEventListener('beforeprint', () => {
  for (const card of document.querySelectorAll('.card > details')) /** @type {HTMLDetailsElement} */ (card).open = true;
});
document.documentElement.dataset.ready = 'true';
setUpTimeline();
followAddress();
addEventListener('hashchange', followAddress);
