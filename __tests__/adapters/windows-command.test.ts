import { describe, expect, test } from '@jest/globals';
import { windowsCommand } from '../../src/adapters/supervisor/windows-command.js';

const COMSPEC = 'C:\\Windows\\system32\\cmd.exe';
const NPX = 'C:\\Program Files\\nodejs\\npx.cmd';

/** The line that cmd.exe makes of what it is given: carets taken away outside of its own quotes, as often as it reads. */
function readByCmd(line: string, times: number): string {
  let read = line;
  for (let time = 0; time < times; time += 1) {
    let quoted = false;
    read = read.replace(/\^(.)|"/g, (found, escaped: string | undefined) => {
      if (found === '"') quoted = !quoted;
      return found === '"' || quoted ? found : (escaped ?? '');
    });
  }
  return read;
}

/** Arguments as a C program splits its command line: 2n backslashes before a quote are n, and one more is a quote. */
function splitByC(line: string): readonly string[] {
  const args: string[] = [];
  let [current, quoted]: [string, boolean] = ['', false];
  for (const [, slashes = '', quote = '', other = ''] of line.matchAll(/(\\*)("?)([^\\"]?)/g)) {
    const isLiteral = quote !== '' && slashes.length % 2 === 1;
    current += quote === '' ? slashes : '\\'.repeat(Math.floor(slashes.length / 2)) + (isLiteral ? '"' : '');
    if (quote !== '' && !isLiteral) {
      if (quoted) args.push(current);
      current = '';
      quoted = !quoted;
    }
    if (quoted) current += other;
  }
  return args;
}

describe('a command on Windows', () => {
  test('a program starts as it is', () => {
    const command = ['C:\\Python\\python.exe', '-m', 'pytest', 'a b'] as const;
    expect(windowsCommand(command, COMSPEC)).toEqual({
      program: command[0],
      args: command.slice(1),
      verbatim: false,
    });
  });

  test('a batch file starts through cmd.exe, also from a folder with a blank', () => {
    const { program, args, verbatim } = windowsCommand([NPX, 'playwright', 'test'], COMSPEC);
    expect([program, ...args.slice(0, 3), verbatim]).toEqual([COMSPEC, '/d', '/s', '/c', true]);
    expect(args[3]).toMatch(/^"C:\\Program\^ Files\\nodejs\\npx\.cmd .*"$/);
  });

  test.each([
    ['a word', 'tests'],
    ['a blank', 'tests/my folder'],
    ['a quote', 'say "hello"'],
    ['a backslash at the end', 'C:\\tests\\'],
    ['backslashes before a quote', 'a\\\\"b'],
    ['another command', 'a & calc.exe'],
    ['a pipe and a redirection', 'a | b > c < d'],
    ['a variable', '%PATH% !PATH!'],
    ['a caret', 'a^b'],
    ['brackets of a pattern', '--grep=(a|b)[c]*'],
    ['nothing', ''],
  ])('a batch file gets %s as one argument', (_, argument) => {
    const line = windowsCommand([NPX, argument], COMSPEC).args[3] ?? '';
    const inner = line.slice(1, -1).replace(/^.*?npx\.cmd /, '');
    // No character that cmd.exe obeys is left bare.
    expect(inner.replace(/\^./g, '')).not.toMatch(/[()\][%!"`<>&|;, *?]/);
    expect(splitByC(readByCmd(inner, 2))).toEqual([argument]);
  });

  test('a line of cmd.exe stays as it was written', () => {
    const line = 'npm test -- --grep "a b" && echo done';
    expect(windowsCommand([COMSPEC, '/D', '/S', '/C', line], COMSPEC)).toEqual({
      program: COMSPEC,
      args: ['/D', '/S', '/C', `"${line}"`],
      verbatim: true,
    });
  });
});
