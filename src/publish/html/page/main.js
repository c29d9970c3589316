/** Starts the page, once every other file of its script has been read. */

const startAddress = location.hash;
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
for (const command of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('pre.command'))) {
  addCopyButton(command);
}
const linked = testAt(startAddress);
if (linked >= 0) openTest(linked);
addEventListener('hashchange', () => {
  const index = testAt(location.hash);
  if (index >= 0) openTest(index);
});
setUpTimeline();
document.documentElement.dataset.ready = 'true';
