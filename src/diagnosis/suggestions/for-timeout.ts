import { sourceLine } from '../wording/sentence.js';
import { serviceOf } from '../facts/service.js';
import type { About } from './suggestion.js';

type Step = (about: About) => string;

const STEPS: Readonly<Record<string, Step>> = {
  'service-start-timeout': ({ rootCause }) =>
    `Read the log of ${/\bimage (\S{1,120})/.exec(rootCause)?.[1] ?? 'the service that did not come up'} (\`docker logs\`); raise its start limit only if it was about to be ready.`,
  'statement-timeout': statement,
  'read-timeout': unanswered,
  'hook-timeout': ({ testWhere }) =>
    `Return or await every promise of the set-up or tear-down at ${testWhere}, and call its \`done\`; what it opens there (server, database) never gets ready.`,
  'suite-timeout': ({ testWhere }) =>
    `Look in the stack traces which test was running (${testWhere}): it blocks the whole program; give its waits a limit.`,
};

/** A statement that waits for a lock, or runs too long. */
function statement({ rootCause, facts, testWhere }: About): string {
  const sql = /\[SQL: ([^\]\n]{1,80})/.exec(facts.text)?.[1] ?? '';
  const named = sql === '' ? 'the statement' : `\`${sql.replaceAll('`', '')}\``;
  return /lock/i.test(rootCause)
    ? `Find the transaction that holds the lock on the rows of ${named} (\`pg_locks\`, \`SHOW PROCESSLIST\`) and commit it before ${testWhere}.`
    : `Look at the plan of ${named} (\`EXPLAIN\`) at ${testWhere}: add the index that it needs, or raise its limit.`;
}

/** Who accepted a request and did not answer. */
function unanswered({ ask, request, facts, testWhere }: About): string {
  if (/celery/i.test(facts.type))
    return `Start a worker for the task that ${testWhere} waits for, or run tasks eagerly in tests (\`task_always_eager\`).`;
  const host = ask('host');
  const service = serviceOf(facts, host);
  const server = [service, host].filter((part) => part !== '').join(' at ');
  const asked = request === '' ? `the request of ${testWhere}` : request;
  const whose = server === '' ? 'the server' : server;
  return `Read the log of ${whose} for ${asked}: it took the request and did not answer in time; mock it, or raise the client's timeout only if it is that slow.`;
}

const CALLBACK = /"?done\(\)"?/;

/** A runner's limit on one test, by what the test awaits. */
function ofTest({ facts, testWhere, name }: About): string {
  const line = sourceLine(facts).replace(/;$/, '');
  const isWait =
    /\bawait\b|\.wait|\bsleep|\.get\(|\.join\(|recv/.test(line) && line.length <= 90 && !/`|\(\) ?->/.test(line);
  if (isWait)
    return `Find why \`${line}\` at ${testWhere} does not return; raise the limit only if it is really that slow.`;
  const spot = testWhere === 'the failing line' && name !== '' ? `the test '${name}'` : testWhere;
  if (CALLBACK.test(facts.head) || /\(done\)|done =>/.test(facts.source))
    return `Call \`done()\` on every path of ${spot}, also in callbacks of errors, or return its promise instead.`;
  return `Find the call of ${spot} that never returns (an unresolved promise, a lock, a loop); raise the limit only if the work is really that long.`;
}

/** A lock, a queue, a pod or another condition that is awaited. */
function ofWait({ rootCause, testWhere, ask, facts }: About): string {
  if (/ImagePullBackOff|ErrImagePull/.test(rootCause))
    return `Push the image ${/pulling image "([^"]{1,120})"/.exec(facts.text)?.[1] ?? 'of the pod'}, or give the cluster access to its registry (\`imagePullSecrets\`): it cannot be pulled.`;
  if (/\block\b/i.test(rootCause))
    return `Find what holds the lock that ${testWhere} asks for (an earlier test, a crashed worker) and release it in tear-down.`;
  const what = /the condition '([^']{1,120})'/.exec(rootCause)?.[1];
  const awaited = what === undefined ? 'what is awaited there' : `'${what}'`;
  const limit = ask('limit');
  return `Find why ${awaited} does not happen before ${testWhere} gives up${limit === '' ? '' : ` (${limit})`}: log the value that it polls; raise the limit only if it comes later.`;
}

/** The next step for a limit that ran out, by kind. */
export function forTimeout(about: About): string {
  const { ask, kind, testWhere } = about;
  const locator = ask('locator');
  const blocker = ask('blocker');
  if (blocker !== '') return `Close ${blocker} or wait until it is gone before ${testWhere}: it takes the click.`;
  if (locator !== '' && /^no element matches/.test(about.rootCause))
    return `Compare ${locator} at ${testWhere} with the page in the trace or screenshot: nothing matches it; correct the locator, or the page that should show it.`;
  if (locator !== '')
    return `Open the trace or screenshot of the test: ${locator} is on the page and never became ready (visible, enabled, uncovered) for ${testWhere}.`;
  const step = STEPS[kind];
  if (step) return step(about);
  return kind === 'test-timeout' || /ran past its limit/.test(about.rootCause) ? ofTest(about) : ofWait(about);
}
