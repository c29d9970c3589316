import { describe, expect, test } from '@jest/globals';
import { terminalOptions } from '../../src/app/terminal-options.js';
import { laptop } from '../fakes/run-contexts.js';

describe('how the report is printed', () => {
  const terminal = { terminal: true, columns: 80 };

  test('is in colour and with links at a terminal, as wide as it is', () => {
    expect(terminalOptions(laptop(terminal))).toEqual({
      ...{ colour: true, hyperlinks: true, width: 80, workspace: '/repo' },
    });
  });

  test('is plain in a pipe and in a log', () => {
    expect(terminalOptions(laptop())).toMatchObject({ colour: false, hyperlinks: false, width: 100 });
  });

  test.each([
    [{ NO_COLOR: '1' }, { colour: false, hyperlinks: true }],
    [{ NO_COLOR: '' }, { colour: true, hyperlinks: true }],
    [{ TERM: 'dumb' }, { colour: false, hyperlinks: false }],
  ])('follows %j', (env, expected) => {
    expect(terminalOptions(laptop({ ...terminal, env }))).toMatchObject(expected);
  });

  test.each([
    [null, '90', 90],
    [null, 'wide', 100],
    [null, '', 100],
    [null, '0', 100],
    [80, '90', 80],
    [300, '', 120],
    [10, '', 40],
  ])('is as wide as the terminal (%j) or COLUMNS=%s: %i', (columns, COLUMNS, width) => {
    expect(terminalOptions(laptop({ terminal: true, columns, env: { COLUMNS } })).width).toBe(width);
  });
});
