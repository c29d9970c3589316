import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor, secretLiterals } from '../../src/redaction/redactor.js';
import { expectLinearCost } from '../linear-cost.js';

/** Built from parts, so that no scanner takes this file for a leak. */
const joined = (...parts: readonly string[]): string => parts.join('');

const planted: readonly (readonly [sort: string, secret: string, text: string])[] = [
  [
    'private-key',
    'MIIEpAIBAAKCAQEA7',
    joined('-----BEGIN RSA ', 'PRIVATE', ' KEY-----\nMIIEpAIBAAKCAQEA7\n-----END RSA ', 'PRIVATE', ' KEY-----'),
  ],
  ['jwt', 'eyJhbGciOiJIUzI1', joined('token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl was refused')],
  ['github-token', 'abcdefghijklmnopqrst', joined('clone with ghp_', 'abcdefghijklmnopqrst0123456789abcdef')],
  ['gitlab-token', 'x1y2z3x1y2z3x1y2z3x1', joined('use glpat-', 'x1y2z3x1y2z3x1y2z3x1')],
  ['anthropic-key', 'api03-abcdefghijkl', joined('key sk-ant-', 'api03-abcdefghijklmnop')],
  ['openai-key', 'abcdefghijklmnopqrstuv', joined('key sk-', 'abcdefghijklmnopqrstuvwx')],
  ['aws-key-id', 'IOSFODNN7EXAMPLE', joined('AKIA', 'IOSFODNN7EXAMPLE', ' is not allowed')],
  ['slack-token', '123456789012-abcdef', joined('xoxb-', '123456789012-abcdef')],
  ['google-key', 'SyA1234567890abcdefghijklmnopqrstu', joined('?key=AIza', 'SyA1234567890abcdefghijklmnopqrstu')],
  ['stripe-key', '4eC39HqLyjWDarjtT1zdp7dc', joined('sk_live_', '4eC39HqLyjWDarjtT1zdp7dc')],
  ['npm-token', 'abcdefghijklmnopqrstuvwxyz0123456789', joined('npm_', 'abcdefghijklmnopqrstuvwxyz0123456789')],
  ['pypi-token', 'AgEIcHlwaS5vcmcCJDU', joined('pypi-', 'AgEIcHlwaS5vcmcCJDU')],
  ['url-password', 'hunter22', joined('connect to postgres://app:', 'hunter22', '@db:5432/shop failed')],
  ['header', 'abc123def456', joined('Cookie: sid=', 'abc123def456', '; theme=dark')],
  ['bearer', 'mF_9.B5f-4.1JqM45678', joined('sent Bearer ', 'mF_9.B5f-4.1JqM45678')],
  ['assignment', 's3cr3t-v4lue', joined('{"client_secret": "', 's3cr3t-v4lue', '"}')],
  ['assignment', 'correct-horse', joined('DB_PASSWORD=', 'correct-horse', ' npm test')],
  ['huggingface-token', 'abcdefghijklmnopqrstuvwxyz01234567', joined('hf_', 'abcdefghijklmnopqrstuvwxyz01234567')],
  ['docker-token', 'abcdefghijklmnopqrst', joined('login with dckr_pat_', 'abcdefghijklmnopqrst')],
  ['digitalocean-token', 'a1'.repeat(32), joined('dop_v1_', 'a1'.repeat(32))],
  ['shopify-token', 'a1'.repeat(16), joined('shpat_', 'a1'.repeat(16))],
  ['sendgrid-key', 'abcdefghijklmnopqrstuv', joined('SG', '.abcdefghijklmnopqrstuv.', 'x1'.repeat(21))],
  ['vault-token', 'CAESIabcdefghijklmnopqrstu', joined('hvs.', 'CAESIabcdefghijklmnopqrstu')],
  ['azure-storage-key', 'a1B2'.repeat(21), joined('AccountName=x;AccountKey=', 'a1B2'.repeat(21), 'aa==;Endpoint=y')],
  ['dsn-password', 'pgpass77', joined('host=db user=app pass', 'word=pgpass77', ' dbname=shop')],
];

describe('secrets in text', () => {
  test.each(planted)('a planted %s does not survive', (_sort, secret, text) => {
    const redacted = createRedactor({ literals: [] }).redact(text);
    expect(redacted).not.toContain(secret);
    expect(redacted).toMatch(/\[redacted:[\w-]+#1\]/);
  });

  test('the same secret keeps its number, another gets the next', () => {
    const { redact } = createRedactor({ literals: [] });
    const one = `ghp_${'a'.repeat(30)}`;
    const two = `ghp_${'b'.repeat(30)}`;
    expect(redact(`${one} ${two} ${one}`)).toBe(
      '[redacted:github-token#1] [redacted:github-token#2] [redacted:github-token#1]',
    );
    expect(redact(two)).toBe('[redacted:github-token#2]');
  });

  test('text about secrets is left as it is', () => {
    const innocent = [
      'AssertionError: expected token to be null',
      'the password is required',
      'password: None, token: null',
      'at login (src/auth/token.ts:12:5)',
      'expected "tokens" to equal 3',
      'Authorization failed for ann',
      'NoCredentialsError: Unable to locate credentials',
      'InvalidTokenError: Signature verification failed',
      'SyntaxError: Unexpected token \'<\', "<!doctype html>" is not valid JSON',
      'max_tokens=4096, total_tokens: 120',
      'assert token == expected_token',
      'token = create_token(user)',
      'password: string; token: str | None',
      'token_type=bearer&token_expiry=3600',
    ];
    for (const text of innocent) expect(createRedactor({ literals: [] }).redact(text)).toBe(text);
  });

  test('a literal is taken out in plain, URL, JSON and base64 form, wherever it starts', () => {
    const secret = 'p@ss/w0rd+with "odd" chars';
    const { redact, contains } = createRedactor({ literals: [secret] });
    const forms = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret),
      Buffer.from(secret).toString('base64'),
      Buffer.from(`user:${secret}`).toString('base64'),
      Buffer.from(`ab:${secret}:x`).toString('base64url'),
    ];
    for (const form of forms) {
      expect(contains(`before ${form} after`)).toBe(true);
      expect(contains(redact(`before ${form} after`))).toBe(false);
      expect(redact(`before ${form} after`)).toMatch(/^before .*\[redacted:secret#1\].* after$/);
    }
  });

  test('a token is found wherever it stands in a long text, whole or split, and a text without one stays', () => {
    const token = joined('ghp_', 'abcdefghijklmnopqrst0123456789abcdef');
    const split = `${token.slice(0, 2)}\u001b[1m${token.slice(2, 20)}\n    ${token.slice(20)}`;
    for (const filler of ['lorem ipsum & dolor\n', 'ж\\nword '])
      for (let length = 32_730; length < 32_780; length += 1) {
        const before = `${filler.repeat(3000).slice(0, length)} (`;
        const { redact } = createRedactor({ literals: [] });
        expect(redact(before)).toBe(before);
        expect(redact(`${before}${token} end`)).toBe(`${before}[redacted:github-token#1] end`);
        expect(redact(`${before}${split} end`)).toBe(`${before}[redacted:github-token#1] end`);
      }
  });

  test('what has been redacted has nothing left and does not change again', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 40 }),
        fc.string({ maxLength: 60 }),
        fc.string({ maxLength: 60 }),
        (secret, before, after) => {
          fc.pre(!'[redacted:secret#1]'.includes(secret));
          const { redact, contains } = createRedactor({ literals: [secret] });
          const once = redact(`${before}${secret}${after}`);
          expect(contains(once)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('only variables with a secret name and a long value are literals', () => {
    const literals = secretLiterals({
      API_TOKEN: 'abcdefgh1',
      PATH: '/usr/bin:/bin',
      SSH_AUTH_SOCK: '/tmp/agent.1',
      SHORT_KEY: 'abc',
      DB_PASSWORD: 'correct horse',
      EMPTY_SECRET: undefined,
    });
    expect(literals).toEqual(['abcdefgh1', 'correct horse']);
  });

  test('hostile text costs no more than it is long', () => {
    const { redact } = createRedactor({ literals: ['0123456789abcdef'] });
    const units = ['a.', 'eyJ-', 'token', 'token=', '-----BEGIN PRIVATE KEY-----', 'http://', 'a', '"', 'sk-', '/a:b'];
    expectLinearCost(12_500, (size) => {
      for (const unit of units) redact(unit.repeat(Math.ceil(size / unit.length)));
    });
  });
});
