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

test('secrets are found in long texts as in short ones, wherever they stand', () => {
  const { contains } = createRedactor({ literals: [] });
  const filler = 'tests.module_12.test_34.TestSuite test_case[value-&amp;-é] 0.123\n'.repeat(260);
  const places = ['', '"', String.raw`\n`];
  const found = SECRETS.filter(({ text }) => places.every((place) => contains(place + text)));
  const missed = found.filter(({ text }, index) => !contains(filler + (places[index % places.length] ?? '') + text));
  expect(found.length).toBeGreaterThan(100);
  expect(missed.map(({ name }) => name)).toEqual([]);
  expect(contains(filler)).toBe(false);
});
