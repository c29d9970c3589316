import { describe, expect, test } from '@jest/globals';
import { createPathMapper } from '../../../src/execution/results/path-mapper.js';
import { findStackLocation } from '../../../src/execution/results/stack-dump.js';

const map = createPathMapper('/repo', '/repo');
const TEXT = `Thread 0x00007f01 (most recent call first):
  File "/repo/tests/server.py", line 99 in serve

Current thread 0x00007f02 (most recent call first):
  File "/usr/lib/python3.11/socket.py", line 706 in readinto
  File "/repo/.venv/lib/python3.11/site-packages/requests/api.py", line 59 in get
  File "/repo/tests/client.py", line 12 in fetch
  File "/repo/tests/test_pay.py", line 6 in test_pay
`;

describe('the stack location of a hung test', () => {
  test('is the innermost line of the project in the thread that runs the test', () => {
    expect(findStackLocation([{ worker: '', text: TEXT }], '', map)).toEqual({
      place: { file: 'tests/client.py', line: 12 },
      where: ' at tests/client.py:12 in fetch',
      details: [
        'Current thread 0x00007f02 (most recent call first):',
        '  File "/repo/tests/client.py", line 12 in fetch',
        '  File "/repo/tests/test_pay.py", line 6 in test_pay',
        '  [2 frames of Python and its packages]',
        '',
        'Thread 0x00007f01 (most recent call first):',
        '  File "/repo/tests/server.py", line 99 in serve',
      ].join('\n'),
    });
  });

  test('is reported by the worker that ran it', () => {
    const other = TEXT.replaceAll('client', 'other');
    const dumps = [
      { worker: 'gw0', text: TEXT },
      { worker: 'gw1', text: other },
    ];
    expect(findStackLocation(dumps, 'gw1', map)?.where).toBe(' at tests/other.py:12 in fetch');
    expect(findStackLocation(dumps, 'gw2', map)).toBeNull();
  });

  test('is unknown without a line of the project, and then the stack is all there is', () => {
    const text = 'Current thread 0x1 (most recent call first):\n  File "<string>", line 1 in <module>\n';
    expect(findStackLocation([{ worker: '', text }], '', map)).toEqual({ place: null, where: '', details: text });
    expect(findStackLocation([{ worker: '', text: '' }], '', map)).toBeNull();
  });
});
