import { describe, expect, test } from '@jest/globals';
import { createTerminalConsole } from '../../src/adapters/terminal-console.js';
import { terminalScreen } from '../fakes/terminal-screen.js';

function terminal(columns = 80) {
  const written: string[] = [];
  const out = { isTTY: true, columns, write: (text: string) => written.push(text) };
  return { console: createTerminalConsole(out), bytes: () => written.join('') };
}

describe('a terminal', () => {
  test('keeps live lines below what is written, and takes them away', () => {
    const { console, bytes } = terminal();
    expect(console.live).not.toBeNull();
    console.live?.(['unit  1/9', 'e2e  0/4']);
    console.untrusted('first\nsecond');
    console.live?.(['unit  2/9', 'e2e  1/4']);
    expect(terminalScreen(bytes())).toEqual(['first', 'second', 'unit  2/9', 'e2e  1/4', '']);
    console.live?.(['unit  9/9']);
    console.info('third');
    expect(terminalScreen(bytes())).toEqual(['first', 'second', 'third', 'unit  9/9', '']);
    console.live?.([]);
    expect(terminalScreen(bytes())).toEqual(['first', 'second', 'third', '']);
  });

  test('lets no name break out of its line or wrap it', () => {
    const { console, bytes } = terminal(20);
    console.live?.([`\u001b[2Jtest_a\nb\u0007${'x'.repeat(50)}`, '検査'.repeat(20)]);
    const rows = terminalScreen(bytes());
    expect(rows).toEqual(['test_a b xxxxxxxxxx', '検査検査検査検査検', '']);
  });

  test('counts an emoji of several characters as the terminal does', () => {
    const { console, bytes } = terminal(11);
    console.live?.(['👨‍👩‍👧'.repeat(5), '👍🏽'.repeat(6)]);
    expect(bytes()).toBe(`${'👨‍👩‍👧'.repeat(5)}\n${'👍🏽'.repeat(5)}\n`);
  });

  test('shows colours of what a renderer has made safe, and none of what a test prints', () => {
    const { console, bytes } = terminal();
    console.info('\u001b[31m✕\u001b[39m');
    console.untrusted('\u001b[31m✕\u001b[39m');
    expect(bytes()).toBe('\u001b[31m✕\u001b[39m\n✕\n');
  });

  test('that is a pipe gets plain lines and nothing live', () => {
    const written: string[] = [];
    const console = createTerminalConsole({ write: (text: string) => written.push(text) });
    expect(console.live).toBeNull();
    console.untrusted('red \u001b[31mtext\u001b[0m');
    expect(written).toEqual(['red text\n']);
  });
});
