import type { Ask } from '../facts/entities.js';
import type { Facts, Classification } from '../rules/rule.js';
import { assertion } from './compared.js';
import { connection, timeout } from './dependency.js';
import { clip, first, pathOf, plainHeadline, sourceLine, withDetail } from './sentence.js';

function data(verdict: Classification, facts: Facts, ask: Ask): string {
  const headline = plainHeadline(facts);
  switch (verdict.kind) {
    case 'missing-file':
      return ask('file') === '' ? headline : `${ask('file')} does not exist`;
    case 'missing-key':
      return missingKey(headline, ask('key'));
    case 'null-deref':
      return withDetail(headline, sourceLine(facts), ' in ');
    case 'duplicate-key':
    case 'foreign-key':
    case 'constraint':
      return withDetail(first(ask('constraint'), headline), detailLine(facts) || headline);
    case 'not-found':
      return withDetail(headline, headline.includes(pathOf(ask('endpoint'))) ? '' : pathOf(ask('endpoint')), ' from ');
    default:
      return withDetail(headline, /^\S{0,40}$/.test(headline) ? sourceLine(facts) : '');
  }
}

const missingKey = (headline: string, key: string): string =>
  key === '' ? headline : withDetail(`there is no '${key}'`, headline.includes(key) ? '' : headline);

/** PostgreSQL says which row under DETAIL. */
const detailLine = (facts: Facts): string => /DETAIL: {1,3}([^\n]{1,160})/.exec(facts.lines.join('\n'))?.[1] ?? '';

function unknown(verdict: Classification, facts: Facts, ask: Ask): string {
  const headline = plainHeadline(facts);
  switch (verdict.kind) {
    case 'missing-dependency':
      return ask('module') === ''
        ? headline
        : withDetail(`module '${ask('module')}' cannot be found`, importer(headline));
    case 'missing-fixture':
      return ask('fixture') === '' ? headline : `fixture '${ask('fixture')}' does not exist`;
    case 'missing-env':
      return ask('variable') === '' ? headline : `environment variable ${ask('variable')} is not set`;
    case 'server-crashed':
      return withDetail(`${first(ask('host'), 'the server')} never came up`, verdict.evidence);
    case 'port-in-use':
      return ask('host') === '' ? headline : `${ask('host').replace(/^:+/, 'port ')} is already in use`;
    case 'no-message':
      return first(
        facts.type === '' ? '' : `${facts.type} without a message`,
        sourceLine(facts),
        'the report holds no message',
      );
    default:
      return withDetail(headline, /^\S{0,24}$/.test(headline) ? sourceLine(facts) : '', ' at ');
  }
}

const importer = (headline: string): string => /(?:imported )?from '?([^'\s]{1,160})/.exec(headline)?.[1] ?? '';

/** The server's own status line, where the runner prints it. */
function refusal(facts: Facts): string {
  const answered = /← (\d{3} [\w ]{1,40})/.exec(facts.text)?.[1];
  return answered === undefined ? plainHeadline(facts) : answered.trim();
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
      return withDetail(refusal(facts), pathOf(ask('endpoint')), ' from ');
    case 'flaky':
      return verdict.kind === 'passed-on-retry'
        ? withDetail('failed once, then passed on the same commit', plainHeadline(facts))
        : plainHeadline(facts);
    case 'unknown':
      return unknown(verdict, facts, ask);
  }
}

/** One sentence, the entity first, at most 240 characters; never empty and never a bare exception name when more is known. */
export function rootCauseOf(verdict: Classification, facts: Facts, ask: Ask): string {
  return first(clip(sentence(verdict, facts, ask)), clip(facts.type), 'no message in the report');
}
