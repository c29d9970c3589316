// The sentence of a cause: the thing first, at most 240 characters, never a bare exception name when more is known.
import { statusCompared } from '../facts/comparison.js';
import type { Ask } from '../facts/entities.js';
import { isAssertion } from '../rules/assertion.js';
import { assertionKind } from '../rules/assertion-kind.js';
import type { Facts, Classification } from '../rules/rule.js';
import { answeredSentence, loginRefused, refusedBody, rightMissing, tokenInWords } from './answer.js';
import { assertion } from './compared.js';
import { data, withoutAssert } from './data.js';
import { defect } from './defects.js';
import { connection, timeout } from './dependency.js';
import { raced } from './flaky.js';
import {
  clip,
  code,
  finished,
  first,
  pathOf,
  plainHeadline,
  withCode,
  withDetail,
  withoutRoot,
  withValues,
} from './sentence.js';

/** Who refused what, the request first when it is known. */
function refused(kind: string, facts: Facts, ask: Ask): string {
  const known = first(
    kind === 'db-password' ? loginRefused(facts, ask, plainHeadline(facts)) : '',
    rightMissing(facts),
    kind === 'db-password' ? '' : answeredSentence(facts, ask),
  );
  if (known !== '') return known;
  const message = tokenInWords(
    withoutAssert(refusal(facts))
      .replace(/^Unexpected error: ?<[^>]{1,80}>:? ?/, '')
      .replace(/ ?occurred$/, ''),
  );
  const body = refusedBody(facts, message);
  const path = pathOf(ask('endpoint'));
  if (body !== '' && (path === '' || ask('endpoint').includes('docs.'))) return withDetail(body, code(facts), ' in ');
  const bare = path.replace(/^[A-Z]{3,7} /, '');
  const status = statusCompared(facts.comparison());
  if (/^[bB]?['"]?[\s\\n]{0,8}<[!a-z]/i.test(message))
    return `${first(path, 'the server')} answered ${status?.actual ?? 'with a refusal'}`;
  if (/^Unexpected server response: \d{3}$/.test(message))
    return `the WebSocket handshake was refused: the server answered ${message.slice(-3)}`;
  if (path === '' || message.includes(bare)) return withCode(message, facts);
  return /^\{/.test(message) ? `${path} answered ${message}` : `${path}: ${message}`;
}

/** The server's own status line, where the runner prints it. */
function refusal(facts: Facts): string {
  const answered = /← (\d{3} [\w ]{1,40})/.exec(facts.text)?.[1];
  return answered === undefined ? plainHeadline(facts) : answered.trim();
}

/** The message of the failed attempt, worded as an assertion where it compares something. */
function onceFailed(facts: Facts, ask: Ask): string {
  const isCompared = facts.comparison() !== null && isAssertion(facts);
  return isCompared ? assertion({ kind: assertionKind(facts) }, facts, ask) : plainHeadline(facts);
}

function sentence(verdict: Classification, facts: Facts, ask: Ask): string {
  switch (verdict.category) {
    case 'connection':
      return connection(verdict, facts, ask);
    case 'timeout':
      return timeout(verdict, facts, ask);
    case 'assertion':
      return assertion(verdict, facts, ask);
    case 'data':
      return data(verdict, facts, ask);
    case 'auth':
      return refused(verdict.kind, facts, ask);
    case 'flaky':
      return verdict.kind === 'passed-on-retry'
        ? withDetail('failed once, then passed on the same commit', onceFailed(facts, ask))
        : raced(verdict.kind, facts);
    case 'unknown':
      return defect(verdict, facts, ask);
  }
}

/** One sentence, the entity first, at most 240 characters; never empty and never a bare exception name when more is known. */
export function rootCauseOf(verdict: Classification, facts: Facts, ask: Ask): string {
  const message = withValues(withoutRoot(sentence(verdict, facts, ask), facts), facts);
  return first(finished(clip(message)), clip(facts.type), 'no message in the report');
}
