import type { SourcePlace } from '../../model/report.js';
import { first } from '../wording/sentence.js';
import type { Ask } from '../facts/entities.js';
import type { Comparison } from '../facts/comparison.js';
import { forUnknown } from './for-code.js';
import { forAssertion, forData } from './for-values.js';
import { stepForValue, stepFromSentence } from './from-sentence.js';
import type { Classification } from '../rules/rule.js';

/** What a suggestion may name besides the entities of the failure. */
export interface SuggestionContext {
  readonly place: SourcePlace | null;
  readonly productPlace: SourcePlace | null;
  readonly runner: string;
  /** The file of the repository that a missing Python module names; empty when it is not the repository's own. */
  readonly ownFile: string;
  readonly pair: Comparison | null;
  /** What the cause is called. */
  readonly rootCause: string;
}

const at = (place: SourcePlace | null): string => (place === null ? '' : `${place.file}:${place.line}`);

function forConnection(kind: string, host: string): string {
  const target = host === '' ? 'the service' : host;
  switch (kind) {
    case 'dns':
      return `Check the host name${host === '' ? '' : ` ${host.replace(/:\d{1,5}$/, '')}`} in the settings of the tests: no resolver of this runner knows it.`;
    case 'tls':
      return `Check certificate, host name and protocol of ${target}; \`openssl s_client -connect ${host === '' ? '<host:port>' : host}\` shows them.`;
    case 'too-many-connections':
      return `Close connections in tear-down or raise the limit of ${target}; run fewer workers to confirm.`;
    case '5xx':
      return `Read the log of ${target} at the time of the test: it answered with a server error.`;
    case 'docker':
      return 'Start Docker on this runner (hosted macOS and Windows runners have none), or move these tests to a Linux job.';
    case 'rate-limit':
      return `Make fewer requests to ${target}, wait as long as it asks for, or use a stand-in for it in tests.`;
    case 'redirect-loop':
      return `Follow the redirects of ${target} by hand (\`curl -IL\`): two addresses send to each other.`;
    case 'reset':
      return `Read the log of ${target}: it accepted the connection and dropped it.`;
    default:
      return `Start ${target} before the tests and wait for it (\`start-command\` with \`health-url\`), or point the tests elsewhere.`;
  }
}

function forTimeout(kind: string, ask: Ask, where: string): string {
  const locator = ask('locator');
  if (ask('blocker') !== '')
    return `Wait until ${ask('blocker')} is gone before ${where === '' ? 'the action' : where}, or find out why it stays.`;
  if (locator !== '')
    return `Open the trace or screenshot of the test: ${locator} never reached the state that ${where === '' ? 'the action' : where} waits for.`;
  if (kind === 'service-start-timeout')
    return 'Read the log of the service that did not come up; raise its start limit only if it was about to be ready.';
  if (kind === 'statement-timeout')
    return `Look at the plan of the statement at ${where === '' ? 'the failing line' : where}, and for locks that are held by other tests.`;
  if (kind === 'read-timeout')
    return `Read the log of the service that ${where === '' ? 'the test' : where} calls: it accepted the request and did not answer in time.`;
  if (kind === 'hook-timeout')
    return `Make the set-up or tear-down at ${where === '' ? 'the hook' : where} end: something it awaits never comes.`;
  return `Find what ${where === '' ? 'the test' : where} waits for; raise the limit only if the work is really that long.`;
}

function forFlaky(kind: string, where: string): string {
  if (kind === 'data-race')
    return `Guard the access at ${where === '' ? 'the reported place' : where}; the detector prints both sides.`;
  return `Remove the dependence on timing at ${where === '' ? 'the failing line' : where}; quarantine the test only with an owner and a date.`;
}

/** Log-in failures by the step that repairs them. */
function forAuth(kind: string, ask: Ask, where: string): string {
  const target = ask('endpoint') === '' ? (where === '' ? 'the request' : where) : ask('endpoint');
  switch (kind) {
    case 'token-expired':
      return `Issue a new token for ${target}, or let the tests make one with a fixed clock.`;
    case 'bad-credentials':
      return `Check that ${target} is called with the key, audience and user of this environment: what was sent is not accepted.`;
    case 'db-password':
      return `Check user and password of the connection at ${target}: the database refuses the log-in.`;
    case 'db-permission':
      return `Grant the role of the tests the right that the statement at ${target} needs.`;
    case 'no-credentials':
      return `Give ${target} credentials: set the secret in \`env:\` of the step (secrets are not passed to pull requests from forks).`;
    case 'access-denied':
    case 'forbidden':
      return `Give the user or role of the tests the permission that ${target} asks for, or use another one.`;
    default:
      return `Send credentials with ${target}: check that the secret is set, not expired and passed to this suite.`;
  }
}

/** The step that the sentence of the cause decides; null when its kind does. */
function bySentence({ category, kind }: Classification, ask: Ask, context: SuggestionContext): string | null {
  const isOfTest = category === 'timeout' || category === 'assertion';
  const spot = at(isOfTest ? context.place : (context.productPlace ?? context.place));
  const where = first(spot, 'the failing line');
  const named = { kind, where, file: ask('file'), target: first(ask('endpoint'), where) };
  const step = stepFromSentence(context.rootCause, named);
  return step ?? (category === 'assertion' && context.pair === null ? stepForValue(context.rootCause, named) : null);
}

/** A next step that names a place, a thing or a command. */
export function suggestionFor(verdict: Classification, ask: Ask, context: SuggestionContext): string {
  const where = at(context.productPlace ?? context.place);
  const { kind } = verdict;
  const step = bySentence(verdict, ask, context);
  if (step !== null) return step;
  switch (verdict.category) {
    case 'connection':
      return forConnection(kind, ask('host'));
    case 'timeout':
      return forTimeout(kind, ask, at(context.place));
    case 'auth':
      return forAuth(kind, ask, where);
    case 'data':
      return forData(kind, ask, where);
    case 'flaky':
      return forFlaky(kind, where);
    case 'assertion':
      return forAssertion(kind, ask, context.pair, at(context.place));
    case 'unknown':
      return forUnknown(kind, ask, context, where);
  }
}
