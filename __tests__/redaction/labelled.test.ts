import { expect, test } from '@jest/globals';
import { createRedactor, secretLiterals } from '../../src/redaction/redactor.js';
import { SECRET_VARIABLES } from './labelled/literals.js';
import { joined, LOOK_ALIKES, SECRETS, survives } from './labelled/score.js';

const redactor = () => createRedactor({ literals: secretLiterals(SECRET_VARIABLES) });

test('at least 200 secrets and 200 look-alikes are labelled, and each secret is in its text', () => {
  expect(SECRETS.length).toBeGreaterThanOrEqual(200);
  expect(LOOK_ALIKES.length).toBeGreaterThanOrEqual(200);
  expect(SECRETS.filter(({ text, secrets }) => !secrets.every((secret) => survives(secret, joined(text))))).toEqual([]);
});

test('99 % of the labelled secrets are taken out of text', () => {
  const left = SECRETS.filter(({ text, secrets }) => {
    const shown = joined(redactor().redact(text));
    return secrets.some((secret) => survives(secret, shown));
  });
  expect(left.map(({ name }) => name).slice(Math.floor(SECRETS.length / 100))).toEqual([]);
});

test('98 % of the look-alikes are left as they are', () => {
  const changed = LOOK_ALIKES.map((text) => [text, redactor().redact(text)]).filter(
    ([before, after]) => before !== after,
  );
  expect(changed.slice(Math.floor(LOOK_ALIKES.length / 50))).toEqual([]);
});
