import { type ByLanguage, inLanguage } from '../source/language.js';
import { pollIn } from '../wording/defects.js';
import { clip } from '../wording/sentence.js';
import type { About } from './suggestion.js';

/** How a test of each language expects an error. */
export const EXPECTING: ByLanguage = {
  python: '`pytest.raises`',
  javascript: '`toThrow`',
  java: '`assertThrows`',
  kotlin: '`assertThrows`',
  ruby: '`raise_error`',
};

/** Exceptions of libraries whose remedy their class decides. */
const KNOWN: readonly (readonly [named: RegExp, step: (where: string, match: RegExpExecArray) => string])[] = [
  [
    /not bound to a Session; lazy load operation of attribute '(\w{1,60})'/,
    (where, [, attribute = '']) =>
      `Load \`${attribute}\` while the session is open (\`selectinload\`, or read it before the session closes): ${where} reads it afterwards.`,
  ],
  [
    /NoRegion|must specify a region/,
    (where) =>
      `Set AWS_DEFAULT_REGION in \`env:\` of the step, or pass \`region_name\` where ${where} makes the client.`,
  ],
  [
    /NotRegistered:? '?([\w.]{1,120})'?/,
    (where, [, task = '']) =>
      `Import the module that defines the task ${task} where the worker starts (\`include\`, \`autodiscover_tasks\`), or correct its name at ${where}.`,
  ],
];

/** The step for an error that no rule knows: the code or the test raises it on a condition of its own. */
export function ofThrown(about: About): string {
  const { rootCause, facts, where, testWhere, place, productPlace } = about;
  for (const [named, step] of KNOWN) {
    const match = named.exec(`${facts.type}: ${facts.headline}`);
    if (match) return step(where, match);
  }
  const said = clip(rootCause, 90).replaceAll('`', "'").replaceAll('"', "'").replace(/\.$/, '');
  const late = ofWaiting(about, said);
  if (late !== '') return late;
  if (place === null && productPlace === null)
    return `Search the code for the text "${said}": the condition under which it is raised holds in ${testWhere}.`;
  const file = (place ?? productPlace)?.file ?? '';
  const isStep = /Failing step:|\.feature:/.test(facts.text) || /steps?\//.test(file);
  const way = isStep ? '' : inLanguage(EXPECTING, file);
  const called = testWhere === where ? '' : ` for the call at ${testWhere}`;
  return `Check the condition under which ${where} raises "${said}"${called}; change the data of the test so that it does not hold, or expect the error${way}.`;
}

/** An error that a poll gave up with, or that a timer raised; empty for others. */
function ofWaiting({ facts, where, testWhere }: About, said: string): string {
  const waits = pollIn(facts);
  if (waits !== '')
    return `Find why "${said.replace(/ when .{1,40} gave up$/, '')}" still holds when \`${waits}\` at ${testWhere} gives up: the state that it polls never comes; raise its limit only if it comes later.`;
  return /\b(?:Timeout\._onTimeout|listOnTimeout|setInterval)\b/.test(facts.text)
    ? `Handle "${said}" in the callback of the timer at ${where}, and await what the timer does before the test ends: no promise of the test catches it.`
    : '';
}
