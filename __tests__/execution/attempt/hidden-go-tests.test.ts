import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodeFiles } from '../../../src/adapters/node-files.js';
import { nameHiddenGoTests } from '../../../src/execution/attempt/hidden-go-tests.js';
import { readReport } from '../../../src/report/read-report.js';

const PACKAGE = 'example.test/till/cash';
const event = (fields: object): string => JSON.stringify({ Package: PACKAGE, ...fields });

/** What `go test -json` writes when TestCharge panics: TestRefund never ran. */
const PANIC = [
  event({ Action: 'start' }),
  event({ Action: 'run', Test: 'TestAdd' }),
  event({ Action: 'pass', Test: 'TestAdd', Elapsed: 0 }),
  event({ Action: 'run', Test: 'TestCharge' }),
  event({ Action: 'output', Test: 'TestCharge', Output: 'panic: assignment to entry in nil map\n' }),
  event({ Action: 'fail', Test: 'TestCharge', Elapsed: 0 }),
  event({ Action: 'output', Output: 'FAIL\texample.test/till/cash\t0.01s\n' }),
  event({ Action: 'fail', Elapsed: 0.01 }),
].join('\n');

const TESTS = `package cash

import "testing"

func TestAdd(t *testing.T) {}
func TestCharge(t *testing.T) {}
func TestRefund(t *testing.T) {}
func TestingTools(t *testing.T) {}
func helper(t *testing.T) {}
`;

async function deaths(sources: Readonly<Record<string, string>>, line = 'go test -json ./...'): Promise<string[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'go-'));
  for (const [path, text] of Object.entries(sources)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const chunks = (async function* () {
    yield new TextEncoder().encode(PANIC);
    await Promise.resolve();
  })();
  const report = await readReport(chunks, { name: 'go.json', place: 'go' });
  const named = await nameHiddenGoTests([{ name: 'go.json', report }], { cwd, line }, nodeFiles);
  return named.flatMap((each) => each.report.suiteErrors.map(({ message }) => message));
}

describe('tests that a Go panic kept from running', () => {
  test('are named from the source of the package, in a module in a subfolder too', async () => {
    const sources = {
      'services/till/go.mod': 'module example.test/till\n',
      'services/till/cash/cash_test.go': TESTS,
      'services/till/cash/odd_test.go': '//go:build windows\n\npackage cash\n\nfunc TestOnWindows(t *testing.T) {}\n',
      'services/till/other/other_test.go': 'package other\n\nfunc TestOther(t *testing.T) {}\n',
    };
    expect(await deaths(sources)).toEqual([
      'the test binary died in TestCharge; 1 test of the package did not run: TestRefund',
    ]);
  });

  test.each([
    [
      'the package is not found',
      { 'go.mod': 'module example.test/else\n', 'cash/cash_test.go': TESTS },
      'go test ./...',
    ],
    [
      'the line selects tests',
      { 'go.mod': 'module example.test/till\n', 'cash/cash_test.go': TESTS },
      'go test -run C ./...',
    ],
  ])('stay without names when %s', async (_, sources, line) => {
    expect(await deaths(sources, line)).toEqual(['the test binary died in TestCharge; tests after it did not run']);
  });
});
