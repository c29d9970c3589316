import { describe, expect, test } from '@jest/globals';
import { isLoopback, notOurs } from '../../../src/settings/detect/quality-target.js';

describe('an address', () => {
  test.each([
    'http://localhost:8000',
    'http://LOCALHOST/',
    'http://api.localhost:3000',
    'https://127.0.0.1',
    'http://127.8.9.10:1',
    'http://2130706433/',
    'http://0.0.0.0:8000',
    'http://[::1]:8000',
  ])('%s stays on this machine', (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  test.each([
    'https://shop.example',
    'http://localhost.shop.example',
    'http://127.0.0.1.shop.example',
    'http://mylocalhost',
    'http://localhost@shop.example/',
    'http://10.0.0.7:8000',
    'http://app:8000',
    'http://[2001:db8::1]/',
  ])('%s may belong to somebody', (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});

describe('a service', () => {
  const ours = { baseUrl: 'http://127.0.0.1:8000', startsApplication: true, openapi: null };

  test('may be written to and loaded when this run starts it on this machine, and else not', () => {
    expect(notOurs(ours)).toBeNull();
    expect(notOurs({ ...ours, baseUrl: null })).toContain('`base-url`');
    expect(notOurs({ ...ours, startsApplication: false })).toContain('does not start');
    expect(notOurs({ ...ours, baseUrl: 'http://app:8000' })).toContain('not on this machine');
  });
});
