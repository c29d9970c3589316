/** Starts the page, once every other file of its script has been read. */

setUpFilters();
set(
  Object.fromEntries([...new URLSearchParams(location.hash.slice(1))].filter(([name]) => Object.hasOwn(filter, name))),
);
for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-cause]'))) {
  button.addEventListener('click', () => {
    set({ ...NO_FILTER, cause: button.dataset.cause ?? '' });
    byId('tests').scrollIntoView();
    control('q').focus({ preventScroll: true });
  });
}
setUpTimeline();
document.documentElement.dataset.ready = 'true';
