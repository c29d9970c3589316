import { CLIENT_CORE } from './client-core.js';
import { CLIENT_DETAIL } from './client-detail.js';
import { CLIENT_TESTS } from './client-tests.js';
import { CLIENT_TIMELINE } from './client-timeline.js';

const START = String.raw`
setUpFilters();
const asked = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const known = Object.fromEntries(Object.entries(asked).filter(([name]) => Object.hasOwn(filter, name)));
set(known);
for (const button of document.querySelectorAll('[data-cause]')) {
  button.addEventListener('click', () => {
    set({ ...NO_FILTER, cause: button.dataset.cause });
    byId('tests').scrollIntoView();
    byId('f-q').focus({ preventScroll: true });
  });
}
setUpTimeline();
document.documentElement.dataset.ready = 'true';
`;

/** The whole script of the page, one scope, no global. */
export const CLIENT_SCRIPT = `(() => {\n'use strict';\n${[CLIENT_CORE, CLIENT_DETAIL, CLIENT_TESTS, CLIENT_TIMELINE, START].join('\n')}\n})();\n`;
