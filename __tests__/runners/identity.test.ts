import { expect, test } from '@jest/globals';
import type { ReportCase } from '../../src/model/report.js';
import { identifyCase } from '../../src/runners/identity.js';

test.each([
  ['class and name', { suite: 's', classname: 'cart.Total', name: 'adds' }, 'cart.Total › adds'],
  ['a name that begins with its class', { suite: 's', classname: 'Cart', name: 'Cart adds' }, 'Cart adds'],
  ['a class that repeats the name', { suite: 'shop', classname: 'adds', name: 'adds' }, 'shop › adds'],
  ['the nameless suite of CTest', { suite: '(empty)', classname: 'adds', name: 'adds' }, 'adds'],
  ['nothing', { suite: '', classname: '', name: '' }, 'unnamed test'],
])('the id of a test of a report comes from %s', (_what, named, id) => {
  expect(identifyCase({ ...named, file: 'a.c', line: 3 } as ReportCase)).toEqual({ id, file: 'a.c', line: 3 });
});
