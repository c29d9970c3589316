/** Starts the page, once every other file of its script has been read. */

const startAddress = location.hash;
setUpFilters();
const linked = testAt(startAddress);
if (linked >= 0) openTest(linked);
else
  set(
    Object.fromEntries([...new URLSearchParams(startAddress.slice(1))].filter(([name]) => Object.hasOwn(filter, name))),
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
addEventListener('hashchange', () => {
  const index = testAt(location.hash);
  if (index >= 0) openTest(index);
});
setUpTimeline();
document.documentElement.dataset.ready = 'true';
