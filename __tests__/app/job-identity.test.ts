import { describe, expect, test } from '@jest/globals';
import { checkKey, checkName, commentKey, identityOf, partsOf } from '../../src/app/job-identity.js';
import { artifactName } from '../../src/app/publish/upload-evidence.js';
import type { GitHubContext } from '../../src/model/context.js';
import { gitHubContext } from '../adapters/github-access.js';

const QA = { checkName: 'QA' };
const identity = (changes: Partial<GitHubContext> = {}, execution: readonly string[] = []) =>
  identityOf(gitHubContext('', { eventName: 'pull_request', ...changes }), execution);

/** Two jobs of one run that everything published must report apart. */
const PAIRS: Readonly<Record<string, readonly [Partial<GitHubContext>, Partial<GitHubContext>]>> = {
  'two legs of a matrix': [{ matrix: 'py=3.12' }, { matrix: 'py=3.13' }],
  'values that become the same name': [{ matrix: 'os=a b' }, { matrix: 'os=a-b' }],
  'values that differ after 230 characters': [
    { matrix: `cmd=${'x'.repeat(230)}1` },
    { matrix: `cmd=${'x'.repeat(230)}2` },
  ],
  'values that differ after 3,000 characters': [
    { matrix: `cmd=${'x'.repeat(3000)}1` },
    { matrix: `cmd=${'x'.repeat(3000)}2` },
  ],
  'two uses in one job': [{ step: '__org_qaagent' }, { step: '__org_qaagent_2' }],
  'two uses with ids': [{ step: 'unit' }, { step: 'api' }],
  'two calls of a reusable workflow': [{ caller: 'linux' }, { caller: 'windows' }],
  'two workflows': [{ workflow: 'Tests' }, { workflow: 'Nightly' }],
  'jobs whose names could be joined': [
    { caller: 'a / b', job: 'c' },
    { caller: 'a', job: 'b / c' },
  ],
};

describe('the identity of a job', () => {
  const rows = Object.entries(PAIRS).map(([what, [one, other]]) => [what, identity(one), identity(other)] as const);

  test.each(rows)('distinguishes %s ', (what, one, other) => {
    expect(partsOf(one)).not.toEqual(partsOf(other));
    expect(checkKey(one)).not.toBe(checkKey(other));
    if (what === 'jobs whose names could be joined') return;
    expect(checkName(QA, one)).not.toBe(checkName(QA, other));
    for (const each of [one, other]) expect(checkName(QA, each).length).toBeLessThanOrEqual(200);
  });

  test.each(rows.filter(([what]) => what !== 'two workflows'))(
    'gives %s artifacts of their own',
    (_what, one, other) => {
      expect(artifactName('qa-evidence', one)).not.toBe(artifactName('qa-evidence', other));
      for (const each of [one, other]) expect(artifactName('qa-evidence', each)).toMatch(/^[\w.-]{1,215}$/);
    },
  );

  test('distinguishes executions  that are equal in everything else', () => {
    expect(checkKey(identity({}, ['/tmp/a']))).not.toBe(checkKey(identity({}, ['/tmp/b'])));
    expect(checkKey(identity({}, ['/tmp/a']))).toBe(checkKey(identity({}, ['/tmp/a'])));
  });

  test('names the event except where a rule of a branch waits for the check', () => {
    const nameOn = (eventName: string): string => checkName(QA, identity({ eventName, matrix: 'py=3.12' }));
    expect(nameOn('pull_request')).toBe('QA / Tests / qa (py=3.12)');
    expect(nameOn('merge_group')).toBe('QA / Tests / qa (py=3.12)');
    expect(nameOn('push')).toBe('QA / Tests / qa (py=3.12, push)');
  });

  test('names callers and the use of the action', () => {
    const named = identity({ caller: 'nightly / linux', step: 'api' });
    expect(checkName(QA, named)).toBe('QA / Tests / nightly / linux / qa / api');
    expect(artifactName('qa-evidence', identity())).toBe('qa-evidence-qa-attempt1');
  });

  test('gives the jobs of a workflow one comment, and another check name one of its own', () => {
    expect(commentKey(QA, identity({ matrix: 'a=1' }))).toBe(commentKey(QA, identity({ job: 'e2e' })));
    expect(commentKey({ checkName: 'Smoke' }, identity())).not.toBe(commentKey(QA, identity()));
  });
});
