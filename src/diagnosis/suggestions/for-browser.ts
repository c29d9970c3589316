// Next steps for pages: covered elements, closed pages, removed frames, browsers that do not start.
import { linesAbove, pageLine } from '../source/test-lines.js';
import { clip, first, sourceLine } from '../wording/sentence.js';
import type { About } from './suggestion.js';

/** `.toast` of `<div class="toast toast--info">`, `#bar` of `<div id="bar">`: how a test locates the element. */
function selectorOf(element: string): string {
  const id = /\bid=["']?([\w-]{1,60})/.exec(element)?.[1];
  if (id !== undefined) return `\`#${id}\``;
  const name = /\bclass=["']?([\w-]{1,60})/.exec(element)?.[1];
  return name === undefined ? element : `\`.${name}\``;
}

/** An element that lies over the one to click, by its own name. */
export function uncover(blocker: string, where: string): string {
  const selector = selectorOf(blocker);
  return `Close ${selector} or wait until it is hidden before the click at ${where}: ${clip(blocker, 80)} lies over the element and takes the click.`;
}

/** A locator that matches nothing on a page that the test itself writes; empty for pages of the application. */
export function missingOnOwnPage({ facts, place, testWhere }: About, what: string): string {
  const page = pageLine(linesAbove(facts, place));
  return page === null || place === null
    ? ''
    : `Correct ${what} at ${testWhere}, or the page that ${place.file}:${page.number} writes (\`${clip(page.text.replace(/;$/, '').replaceAll('`', "'"), 90)}\`): it has no such element.`;
}

/** Why an element that is on the page cannot be used, as the log of the action says it. */
const STATES: readonly (readonly [shown: RegExp, step: (locator: string, where: string) => string])[] = [
  [
    /(?:element is not enabled|is disabled)/,
    (locator, where) =>
      `Enable ${locator} before ${where} (a required field, a choice), or find out why the page keeps it disabled: it is on the page and disabled.`,
  ],
  [
    /element is not visible/,
    (locator, where) =>
      `Show ${locator} before ${where} (open its menu, tab or dialog), or choose the visible one: it is on the page and hidden.`,
  ],
  [
    /element is not stable/,
    (locator, where) => `Wait for the animation of ${locator} to end before ${where}: it still moves.`,
  ],
  [
    /outside of the viewport/,
    (locator, where) => `Scroll ${locator} into view before ${where}, or enlarge the window: it is outside of it.`,
  ],
];

/** The step for an element that is on the page and not ready; empty when the log does not say why. */
export function forUnready(facts: About['facts'], locator: string, where: string): string {
  return STATES.find(([shown]) => shown.test(facts.text))?.[1](locator, where) ?? '';
}

const CLOSES =
  /^[\s>]{0,8}(\d{1,6}) ?\| {0,12}(.{0,120}\b(?:page|context|browser|driver|tab|window)\.(?:close|quit)\(.{0,40})$/m;
const REMOVES =
  /^[\s>]{0,8}(\d{1,6}) ?\| {0,12}(.{0,120}(?:\.remove\(|removeChild|\.src =|setContent|goto\().{0,60})$/m;

/** A page, browser or frame that went away while it was used. */
export function forClosed({ where, facts, ask, rootCause }: About): string {
  const locator = first(ask('locator'), 'the element');
  if (/frame/i.test(rootCause)) {
    const line = REMOVES.exec(facts.text)?.[1];
    const at = line === undefined ? '' : ` (line ${line})`;
    return `Find out what removes or reloads the frame before ${where} uses ${locator}${at}: wait for that to end, then get the frame again (\`frameLocator\`).`;
  }
  const line = CLOSES.exec(facts.text)?.[1];
  return line === undefined
    ? `Find out what closes the page or browser before ${where} uses ${locator}: an action without \`await\`, a tear-down, a crash or a time limit.`
    : `Remove or await the \`close()\` in line ${line}: it closes the page while ${where} still uses ${locator}.`;
}

/** A browser that did not start, by the tool that starts it. */
export function forStart({ rootCause, facts }: About): string {
  const isPlaywright = /playwright|browserType\.launch/i.test(facts.text) || /is not installed/.test(rootCause);
  if (isPlaywright)
    return 'Run `npx playwright install --with-deps` before the tests, with the version of Playwright that they use.';
  if (/DevToolsActivePort|failed to start|exited normally|crashed/i.test(facts.text))
    return 'Start Chrome with `--headless=new --no-sandbox --disable-dev-shm-usage` on this runner: it ended before the driver could connect to it.';
  const version = /only supports (?:Chrome|Firefox|MSEdge) version (\d{1,4})/.exec(facts.text)?.[1];
  if (version !== undefined)
    return `Install a driver for the browser of this runner: this one only supports version ${version}.`;
  return 'Install browser and driver in matching versions on this runner before the tests (Selenium Manager does it by itself from 4.6 on).';
}

/** A click that did not change a box. */
export function forState({ where, facts }: About): string {
  const locator = /((?:getBy\w{2,12}|locator)\(.{1,80}?\))\.(?:check|uncheck|setChecked)\(/.exec(
    sourceLine(facts),
  )?.[1];
  return `Look at the click handler of ${locator === undefined ? 'the element' : `\`${locator}\``} (${where}): it cancels the click (\`preventDefault\`, \`return false\`) or sets the old state again.`;
}
