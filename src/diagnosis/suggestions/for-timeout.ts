import { requestOfLine } from '../source/request-near.js';
import { serviceOf } from '../facts/service.js';
import { clip, first, sourceLine } from '../wording/sentence.js';
import { forUnready, missingOnOwnPage, uncover } from './for-browser.js';
import type { About } from './suggestion.js';

type Step = (about: About) => string;

const STEPS: Readonly<Record<string, Step>> = {
  'service-start-timeout': ({ rootCause }) =>
    `Read the log of ${/\bimage (\S{1,120})/.exec(rootCause)?.[1] ?? 'the service that did not come up'} (\`docker logs\`); raise its start limit only if it was about to be ready.`,
  'statement-timeout': statement,
  'read-timeout': unanswered,
  deadline: unanswered,
  'navigation-timeout': (about) =>
    /^(\S{1,160}) did not load/.test(about.rootCause) ? unloaded(about) : ofWait(about),
  'hook-timeout': ofHook,
  'suite-timeout': ({ testWhere }) =>
    `Look in the stack traces which test was running (${testWhere}): it blocks the whole program; give its waits a limit.`,
};

/** A hook waits for its `done` or for its promise, never for both. */
function ofHook({ facts, testWhere }: About): string {
  const source = `${sourceLine(facts)} ${facts.source} ${facts.nearby()}`;
  const hook = /\b(before|after)(?:All|Each)?(?=\()/.exec(source)?.[0] ?? 'the hook';
  const named = hook === 'the hook' ? hook : `\`${hook}\``;
  const takesDone = /\b(?:before|after)(?:All|Each)?\((?:function )?\(?done\b/.test(source);
  const opposite = hook.startsWith('after')
    ? 'what it closes or deletes there does not end'
    : 'what it opens there (server, database) never gets ready';
  return takesDone
    ? `Call \`done()\` on every path of ${named} at ${testWhere}, also in callbacks of errors: ${opposite}.`
    : `Find out what ${named} at ${testWhere} waits for: its promise never settles, for ${hook === 'the hook' ? 'what it opens or closes there does not finish' : opposite}.`;
}

/** Where each database lists its locks. */
function locksOf(text: string): string {
  if (/psycopg|postgres|\bpgx?\b|\bPG::/i.test(text)) return '`pg_locks`, `pg_stat_activity`';
  return /mysql|mariadb/i.test(text) ? '`SHOW ENGINE INNODB STATUS`' : '`pg_locks`, `SHOW PROCESSLIST`';
}

/** A statement that waits for a lock, or runs too long. */
function statement({ rootCause, facts, testWhere }: About): string {
  const sql = /\[SQL: ([^\]\n]{1,80})/.exec(facts.text)?.[1] ?? '';
  const named = sql === '' ? 'the statement' : `\`${sql.replaceAll('`', '')}\``;
  return /lock/i.test(rootCause)
    ? `Find the transaction that holds the lock on the rows of ${named} (${locksOf(facts.text)}) and commit it before ${testWhere}.`
    : `Look at the plan of ${named} (\`EXPLAIN\`) at ${testWhere}: add the index that it needs, or raise its limit.`;
}

/** Who accepted a request and did not answer. */
function unanswered({ ask, request, facts, testWhere, where }: About): string {
  const task = /\b(\w{1,60})\.(?:delay|apply_async)\(/.exec(sourceLine(facts))?.[1];
  if (/celery/i.test(facts.type))
    return `Start a worker for the task${task === undefined ? '' : ` ${task}`} that ${testWhere} waits for, or run tasks eagerly in tests (\`task_always_eager\`).`;
  const host = ask('host');
  const service = serviceOf(facts, host);
  const server = [service, host].filter((part) => part !== '').join(' at ');
  const url = ask('endpoint').includes('://') ? ask('endpoint') : '';
  const asked = first(url, request, `the request of ${testWhere}`);
  const limit = ask('limit');
  const within =
    limit === '' ? 'in time' : `within ${/^[\d.]+$/.test(limit) ? `${limit} s` : limit.replace(/(\d)(?=m?s$)/, '$1 ')}`;
  const at = asked.includes(testWhere) ? '' : ` (${testWhere})`;
  if (service === '' && LOOPBACK.test(host))
    return `Find out why the server that listens on ${host} does not answer ${asked.includes(testWhere) ? `the request of ${where}` : `${asked} (${where})`} ${within}: look at its handler, or mock the request; raise the client's limit only if it is that slow.`;
  return `Find in the log of ${first(server, 'the server')} why ${asked} got no answer ${within}${at}; mock it, or raise the client's limit only if it is that slow.`;
}

/** A page that did not load in time. */
function unloaded({ rootCause, testWhere, facts }: About): string {
  if (/networkidle/.test(sourceLine(facts)))
    return `Wait for an element or a response instead of \`networkidle\` at ${testWhere}: the page keeps sending requests (polling, a stream), so it never gets idle.`;
  const [, page = '', within = ''] = /^(\S{1,160}) did not load(.{0,40})/.exec(rootCause) ?? [];
  return `Find out why the server does not answer ${page}${within} (${testWhere}): open it in a browser and look at its handler; where only a late resource holds the page, wait for \`domcontentloaded\` instead of \`load\`.`;
}

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)(?::\d{1,5})?$/;

const CALLBACK = /"?done\(\)"?/;

/** A runner's limit on one test, by what the test awaits. */
function ofTest({ facts, testWhere, ask }: About): string {
  const limit = ask('limit');
  const line = sourceLine(facts).replace(/;$/, '');
  const slept =
    /\b(?:waitForTimeout|sleep|setTimeout|delay|Sleep)\b.{0,30}?\(/.test(line) && !/\bresolve\)?$/.test(line);
  if (slept && line.length <= 90 && !/`|\(\) ?->/.test(line))
    return `Replace the fixed wait \`${line}\` at ${testWhere} by a wait for what the test needs, or raise the limit${limit === '' ? '' : ` of ${limit.replace(/(\d)(?=(?:ms|s)$)/, '$1 ')}`}: it ended during this wait.`;
  const isWait =
    /\bawait\b|\.wait|\bsleep|\.get\(|\.join\(|recv/.test(line) && line.length <= 90 && !/`|\(\) ?->/.test(line);
  if (isWait)
    return `Find out why \`${line}\` at ${testWhere} does not return; raise the limit only if it is really that slow.`;
  if (CALLBACK.test(facts.head) || /\(done\)|done =>/.test(facts.source))
    return `Call \`done()\` on every path of ${testWhere}, also in callbacks of errors, or return its promise instead.`;
  return `Find the call of ${testWhere} that never returns (an unresolved promise, a lock, a loop); raise the limit only if the work is really that long.`;
}

/** What a sentence says did not happen, without the time that it was awaited. */
const awaitedIn = (rootCause: string): string =>
  /^(?:the awaited condition|timed? ?out|timeout)/i.test(rootCause)
    ? 'the awaited condition'
    : `what the message names ("${clip(rootCause, 80).replaceAll('"', "'").replaceAll('`', "'")}")`;

/** A lock, a queue, a pod or another condition that is awaited. */
function ofWait({ rootCause, testWhere, ask, facts }: About): string {
  if (/ImagePullBackOff|ErrImagePull/.test(rootCause))
    return `Push the image ${/pulling image "([^"]{1,120})"/.exec(facts.text)?.[1] ?? 'of the pod'}, or give the cluster access to its registry (\`imagePullSecrets\`): it cannot be pulled.`;
  if (/\block\b/i.test(rootCause))
    return `Find out what holds the lock that ${testWhere} asks for (an earlier test, a crashed worker) and release it in tear-down.`;
  const what = /the condition '([^']{1,120})'/.exec(rootCause)?.[1];
  const line = sourceLine(facts).replace(/;$/, '');
  const isCode =
    /\w\(/.test(line) && !/^(?:raise|throw|assert)\b/.test(line) && line.length <= 110 && !/`|\(\) ?->/.test(line);
  const awaited = what === undefined ? (isCode ? '' : awaitedIn(rootCause)) : `'${what}'`;
  const limit = ask('limit');
  const after = limit === '' ? '' : ` (${limit})`;
  return awaited === ''
    ? `Find out what should complete \`${line}\` at ${testWhere} and does not${after}: log the value that it polls, or who should answer it; raise the limit only if it comes later.`
    : `Find out why ${awaited} does not happen before ${testWhere} gives up${after}: log the value that it polls; raise the limit only if it comes later.`;
}

/** An element, a response or an option that a browser action waited for. */
function ofElement({ rootCause, testWhere, facts }: About, locator: string): string {
  const event = /^no (response|request) came(?: for (\S{1,160}))?/.exec(rootCause);
  if (event)
    return `Look in the trace whether the page asks for ${event[2] ?? 'it'} at all before ${testWhere} gives up, and start waiting for the ${event[1] ?? ''} before the action that causes it.`;
  const option = / has no option (.{1,80})$/.exec(rootCause)?.[1];
  if (option !== undefined)
    return `Add the option ${option} to ${locator} on the page, or select one that it has (${testWhere}): compare value and label in the trace.`;
  if (/^no element came/.test(rootCause))
    return `Compare ${locator} with the page at the time of ${testWhere} (screenshot, \`page_source\`): the element is not there, or not in the state that is waited for; correct the locator or the page.`;
  const unready = forUnready(facts, locator, testWhere);
  if (unready !== '') return unready;
  if (/locator resolved to|element is|element was/.test(facts.text))
    return `Look in the trace for what keeps ${locator} from being used at ${testWhere}: it is on the page, so a banner or overlay covers it (close that first), or it moves, is hidden or disabled.`;
  return `Open the trace or screenshot of ${testWhere}: ${locator} was not ready in time (absent, hidden, disabled or covered); then correct the page or the locator.`;
}

/** The next step for a limit that ran out, by kind. */
export function forTimeout(about: About): string {
  const { ask, kind, testWhere } = about;
  const locator = ask('locator');
  const blocker = ask('blocker');
  if (blocker !== '') return uncover(blocker, testWhere);
  if (locator !== '' && /^no element matches/.test(about.rootCause))
    return (
      missingOnOwnPage(about, locator) ||
      `Compare ${locator} at ${testWhere} with the page in the trace or screenshot: nothing matches it; correct the locator, or the page that should show it.`
    );
  const step = STEPS[kind];
  if (locator !== '' && step === undefined) return ofElement(about, locator);
  if (step) return step(about);
  if (kind === 'test-timeout' || /ran past its limit/.test(about.rootCause)) return ofTest(about);
  return requestOfLine(sourceLine(about.facts)) === '' ? ofWait(about) : unanswered(about);
}
