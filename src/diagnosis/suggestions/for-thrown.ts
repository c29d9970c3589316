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
    /MultipleObjectsReturned: get\(\) returned more than one (\w{1,60})/,
    (where, [, model = '']) =>
      `Narrow the query at ${where} until it fits one ${model} (a unique field), take \`filter(...).first()\`, or remove the ${model} that the set-up makes twice.`,
  ],
  [
    /Cannot delete some instances of model '(\w{1,60})' because they are referenced through protected foreign keys: '([\w.]{1,120})'/,
    (where, [, model = '', key = '']) =>
      `Delete the rows that refer to the ${model} through ${key} before ${where} deletes it, or change \`on_delete=PROTECT\` of ${key} if they may go with it.`,
  ],
  [
    /Database (?:queries|connections) to '(\w{1,40})' are not allowed in SimpleTestCase/,
    (where, [, database = '']) =>
      `Derive the class of the test at ${where} from \`django.test.TestCase\` instead of \`SimpleTestCase\`, or keep it from the database '${database}'.`,
  ],
  [
    /Database (?:queries|connections) to '(\w{1,40})' are not allowed in this test/,
    (where, [, database = '']) =>
      `Add '${database}' to \`databases\` of the test class at ${where}: its queries go to a database that the class does not name.`,
  ],
  [
    /Trying to compare non-ordered queryset/,
    (where) =>
      `Add \`order_by(...)\` to the query at ${where}, or pass \`ordered=False\` to the assertion: rows without an order cannot be compared with a list.`,
  ],
  [
    /Reverse for '([\w:.-]{1,80})' not found/,
    (where, [, name = '']) =>
      `Correct the name '${name}' at ${where}, or give a route of \`urlpatterns\` this \`name\` (with its namespace, \`app:name\`, where the app has one).`,
  ],
  [
    /Reverse for '([\w:.-]{1,80})' with (no arguments|(?:keyword )?arguments '[^']{1,80}'\S{0,4}).{0,20} not found. \d{1,3} pattern\(s\) tried: \['(.{1,80}?)'[\],]/,
    (where, [, name = '', given = '', pattern = '']) =>
      `Pass what the route '${name}' takes (${pattern.replace(/\\{1,2}Z/g, '').replaceAll('`', "'")}) to \`reverse\` at ${where}: it is called with ${given}.`,
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

/** The step for an exception of a library whose remedy is known; empty for others. */
export function ofKnown({ facts, where }: About): string {
  const message = `${facts.type}: ${facts.headline}`;
  for (const [named, step] of KNOWN) {
    const match = named.exec(message);
    if (match) return step(where, match);
  }
  return '';
}

/** The step for an error that no rule knows: the code or the test raises it on a condition of its own. */
export function ofThrown(about: About): string {
  const { rootCause, facts, where, testWhere, place, productPlace } = about;
  const known = ofKnown(about);
  if (known !== '') return known;
  const message = clip(rootCause, 90).replaceAll('`', "'").replaceAll('"', "'").replace(/\.$/, '');
  const late = ofWaiting(about, message);
  if (late !== '') return late;
  if (place === null && productPlace === null)
    return `Search the code for the text "${message}": the condition under which it is raised holds in ${testWhere}.`;
  const file = (place ?? productPlace)?.file ?? '';
  const isStep = /Failing step:|\.feature:/.test(facts.text) || /steps?\//.test(file);
  const way = isStep ? '' : inLanguage(EXPECTING, file);
  const called = testWhere === where ? '' : ` for the call at ${testWhere}`;
  return `Check the condition under which ${where} raises "${message}"${called}; change the data of the test so that it does not hold, or expect the error${way}.`;
}

/** An error that a poll gave up with, or that a timer raised; empty for others. */
function ofWaiting({ facts, where, testWhere }: About, message: string): string {
  const waits = pollIn(facts);
  if (waits !== '')
    return `Find out why "${message.replace(/ when .{1,40} gave up$/, '')}" still holds when \`${waits}\` at ${testWhere} gives up: the state that it polls never comes; raise its limit only if it comes later.`;
  return /\b(?:Timeout\._onTimeout|listOnTimeout|setInterval)\b/.test(facts.text)
    ? `Handle "${message}" in the callback of the timer at ${where}, and await the work of the timer before the test ends: no promise of the test catches it.`
    : '';
}
