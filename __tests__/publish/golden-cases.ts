import type { RunDiagnosis } from '../../src/model/diagnosis.js';
import type { RunReport, TestCase } from '../../src/model/run.js';
import { testKey } from '../../src/model/run.js';
import type { PublishContext } from '../../src/publish/view/context.js';
import {
  NOT_DIAGNOSED,
  START,
  attempt,
  diagnosisOf,
  exit,
  passing,
  problem,
  publishContext,
  round,
  runDiagnosis,
  runReport,
  suiteRun,
  testCase,
} from './build.js';
import { HOSTILE } from './hostile.js';

/** One run as every renderer gets it. */
export interface GoldenCase {
  readonly report: RunReport;
  readonly diagnosis: RunDiagnosis;
  readonly context: PublishContext;
}

const failing = (ids: readonly string[], message: string, details = ''): TestCase[] =>
  ids.map((id, index) =>
    testCase(id, {
      line: 20 + index * 7,
      attempts: [attempt('failed', { message, details, type: 'AssertionError', startedAt: START + index * 200 })],
    }),
  );

function allGreen(): GoldenCase {
  const behave = suiteRun('behave', passing(46, 'behave', 'features/shop.feature'), { durationMs: 12_000 });
  const report = runReport([suiteRun('unit', passing(360)), behave], 182_000);
  return { report, diagnosis: NOT_DIAGNOSED, context: publishContext() };
}

function oneFailure(): GoldenCase {
  const broken = failing(
    ['tests/unit/test_orders.py::test_create_order_without_items'],
    'assert 500 == 422',
    'def test_create_order_without_items(client):\n>       assert response.status_code == 422\nE       assert 500 == 422\n\ntests/unit/test_orders.py:31: AssertionError',
  );
  const found = diagnosisOf(
    {
      rootCause: 'expected 422, got 500 from POST /orders',
      suggestion: 'read the handler in `src/orders.py`: an order without items is not refused',
      quotes: ['E       assert 500 == 422'],
      place: { file: 'tests/unit/test_orders.py', line: 31 },
    },
    broken,
  );
  return {
    report: runReport([suiteRun('unit', [...passing(119), ...broken])]),
    diagnosis: runDiagnosis([found]),
    context: publishContext({ routeOf: () => 'POST /orders', isChangedLine: () => true }),
  };
}

function threeCauses(): GoldenCase {
  const ids = (file: string, count: number): string[] =>
    Array.from({ length: count }, (_, n) => `${file}::test_${n + 1}`);
  const refused = failing(ids('tests/unit/test_pets.py', 30), 'psycopg.OperationalError: connection refused');
  const asserted = failing(ids('tests/unit/test_orders.py', 9), 'assert 500 == 422');
  const auth = failing(ids('tests/unit/test_login.py', 1), '401 Unauthorized');
  const flaky = testCase('e2e/checkout.spec.ts › pays with card', {
    suite: 'e2e',
    file: 'tests/e2e/checkout.spec.ts',
    attempts: [
      attempt('timeout', { message: 'waiting for `#pay`, covered by `div.spinner`', durationMs: 30_000 }),
      attempt('passed', { number: 2, durationMs: 2_100 }),
    ],
  });
  const since = { number: 790, url: 'https://github.com/acme/petstore/actions/runs/8500' };
  const baseline = {
    run: { number: 812, url: 'https://github.com/acme/petstore/actions/runs/9000' },
    newKeys: new Set([...refused, ...auth].map(testKey)),
    knownSince: new Map(asserted.map((test) => [testKey(test), since])),
    fixed: ['tests/unit/test_users.py::test_rename'],
    flakiness: new Map([[testKey(flaky), '3 of the last 20 runs']]),
    trend: [40, 12, 0, 0, null, 3, 8].map((failed, index) => ({
      run: { number: 807 + index, url: `https://github.com/acme/petstore/actions/runs/${8995 + index}` },
      ...{ passed: 202 - (failed ?? 0), failed: failed ?? 0, isComplete: failed !== null },
      durationMs: 90_000 + index * 6000,
    })),
  };
  const id = `e2e: ${flaky.id}`;
  const proposal = {
    add: [{ id, reason: 'flaky in 3 of the last 20 runs' }],
    release: [],
    patch: `diff --git a/.qaagent/quarantine.yml b/.qaagent/quarantine.yml\nnew file mode 100644\n--- /dev/null\n+++ b/.qaagent/quarantine.yml\n@@ -0,0 +1,1 @@\n+- id: "${id}"\n`,
  };
  const routes = ['GET /pets', 'GET /pets/{pet_id}', 'POST /pets', 'PUT /pets/{pet_id}', 'DELETE /pets/{pet_id}'];
  return {
    report: runReport([
      suiteRun('unit', [...passing(80), ...refused, ...asserted, ...auth], { attempts: [round(1), round(2)] }),
      suiteRun('behave', passing(46, 'behave', 'features/shop.feature'), { durationMs: 12_000 }),
      suiteRun('e2e', [...passing(75, 'e2e', 'tests/e2e/shop.spec.ts'), flaky], { durationMs: 58_000 }),
    ]),
    diagnosis: runDiagnosis([
      diagnosisOf(
        {
          id: 'a1',
          category: 'connection',
          rootCause: 'localhost:5432 refuses connections',
          suggestion:
            'the app stopped 2 s earlier: `FATAL: could not open config file`. Fix its start, or point `DATABASE_URL` elsewhere.',
          quotes: [
            'psycopg.OperationalError: connection to server at "localhost", port 5432 failed: Connection refused',
            '\tIs the server running on that host and accepting TCP/IP connections?',
          ],
          place: { file: 'tests/unit/conftest.py', line: 21 },
        },
        refused,
      ),
      diagnosisOf(
        {
          id: 'b2',
          confidence: 'medium',
          rootCause: 'expected 422, got 500 from POST /orders',
          suggestion: 'read `create_order` in `src/orders.py`',
          quotes: ['E       assert 500 == 422'],
          place: { file: 'src/orders.py', line: 88 },
          fixCode: '-    return order.total / len(order.items)\n+    return order.total / max(1, len(order.items))',
        },
        asserted,
      ),
      diagnosisOf(
        {
          id: 'c3',
          category: 'auth',
          confidence: 'low',
          rootCause: 'the token of the test user has expired',
          source: 'model',
        },
        auth,
      ),
    ]),
    context: publishContext({
      baseline,
      proposal,
      routeOf: (test) => (test.file.endsWith('test_pets.py') ? (routes[test.line % routes.length] ?? null) : null),
    }),
  };
}

function flakyOnly(): GoldenCase {
  const flaky = testCase('tests/unit/test_clock.py::test_midnight', {
    attempts: [
      attempt('failed', { message: 'assert 23 == 0', durationMs: 800 }),
      attempt('failed', { number: 2, message: 'assert 23 == 0', durationMs: 700 }),
      attempt('passed', { number: 3, durationMs: 650 }),
    ],
  });
  const quarantined = testCase('tests/unit/test_mail.py::test_smtp', {
    attempts: [attempt('failed', { message: 'no route to host' })],
    quarantine: { reason: 'the mail server moved', owner: '@mail-team', issue: '#412', expires: '2026-04-01' },
  });
  const report = runReport([
    suiteRun('unit', [...passing(120), flaky, quarantined], { attempts: [round(1), round(2)] }),
  ]);
  return { report, diagnosis: NOT_DIAGNOSED, context: publishContext() };
}

function timedOut(): GoldenCase {
  const stuck = testCase('tests/e2e/checkout.spec.ts › pays with card', {
    suite: 'e2e',
    name: 'pays with card',
    attempts: [
      attempt('timeout', {
        durationMs: 271_000,
        details:
          'File "tests/e2e/pay.py", line 40, in wait_for_bank\n    time.sleep(1)\nFile "tests/e2e/pay.py", line 12, in poll',
      }),
    ],
  });
  const missing = Array.from({ length: 14 }, (_, n) =>
    testCase(`tests/e2e/late.spec.ts › step ${n + 1}`, {
      suite: 'e2e',
      attempts: [attempt('not-run', { durationMs: 0 })],
    }),
  );
  const e2e = suiteRun('e2e', [...passing(61, 'e2e', 'tests/e2e/shop.spec.ts'), stuck, ...missing], {
    attempts: [round(1, { exit: exit({ exitCode: null, signal: 'SIGTERM', reason: 'timeout', durationMs: 300_000 }) })],
    problems: [
      problem('timeout', 'The attempt was ended after 5m', 'Raise `timeout` for this suite: `suites.e2e.timeout: 10m`'),
    ],
    durationMs: 301_000,
  });
  return { report: runReport([e2e], 305_000), diagnosis: NOT_DIAGNOSED, context: publishContext() };
}

function crashed(): GoldenCase {
  const dead = testCase('tests/unit/test_native.py::test_resize', {
    attempts: [
      attempt('crashed', {
        output:
          'Fatal Python error: Segmentation fault\n\nCurrent thread 0x01 (most recent call first):\n  File "src/image.py", line 9 in resize',
      }),
    ],
  });
  const unit = suiteRun('unit', [...passing(12), dead], {
    attempts: [round(1, { exit: exit({ exitCode: null, signal: 'SIGSEGV' }) })],
    problems: [problem('crashed', 'pytest was killed by SIGSEGV')],
  });
  return { report: runReport([unit]), diagnosis: NOT_DIAGNOSED, context: publishContext() };
}

function configError(): GoldenCase {
  const e2e = suiteRun('e2e', [], {
    attempts: [],
    problems: [problem('config-error', 'npx not found', 'Install Node.js: `sudo apt-get install -y nodejs npm`')],
    durationMs: 0,
    tool: null,
  });
  const context = publishContext({
    problems: [
      {
        severity: 'warning',
        place: 'check run',
        message: 'GitHub refused to create the check: Resource not accessible by integration',
        remedy: 'Add to the job:\npermissions:\n  checks: write',
      },
    ],
  });
  return { report: runReport([suiteRun('unit', passing(12)), e2e]), diagnosis: NOT_DIAGNOSED, context };
}

function noTests(): GoldenCase {
  const unit = suiteRun('unit', [], {
    problems: [
      problem(
        'no-tests',
        'Nothing matched `test_*.py` under `tests/unit`',
        'Check `suites.unit.path`, or set `no-tests: pass`',
      ),
    ],
  });
  return { report: runReport([unit], 900), diagnosis: NOT_DIAGNOSED, context: publishContext() };
}

function cancelled(): GoldenCase {
  const cut = Array.from({ length: 8 }, (_, n) =>
    testCase(`tests/unit/test_late.py::test_${n + 1}`, { attempts: [attempt('interrupted', { durationMs: 0 })] }),
  );
  const broken = failing(['tests/unit/test_a.py::test_1', 'tests/unit/test_a.py::test_2'], 'assert False');
  const unit = suiteRun('unit', [...passing(130), ...broken, ...cut], {
    problems: [problem('cancelled', 'The workflow was cancelled')],
  });
  return { report: runReport([unit], 72_000), diagnosis: NOT_DIAGNOSED, context: publishContext() };
}

function fiveThousand(): GoldenCase {
  const broken = failing(
    Array.from({ length: 5000 }, (_, n) => `tests/unit/test_big_${Math.floor(n / 100)}.py::test_case_number_${n + 1}`),
    'AttributeError: module has no attribute "connect"',
  );
  const causes = Array.from({ length: 50 }, (_, n) =>
    diagnosisOf(
      {
        id: `k${n}`,
        category: 'data',
        rootCause: `module ${n} has no attribute "connect"`,
        place: { file: `src/m${n}.py`, line: 3 },
      },
      broken.slice(n * 100, n * 100 + 100),
    ),
  );
  return {
    report: runReport([suiteRun('unit', [...passing(15_000), ...broken])], 1_500_000),
    diagnosis: runDiagnosis(causes),
    context: publishContext(),
  };
}

function hostileNames(): GoldenCase {
  const broken = HOSTILE.map((text, index) =>
    testCase(`tests/unit/test_${index}.py::${text}`, {
      name: text,
      attempts: [attempt('failed', { message: text, details: `${text}\n${text}`, output: text })],
      attachments: [`artifacts/${text}.png`],
    }),
  );
  const causes = broken.slice(0, 4).map((test, index) => {
    const text = HOSTILE[index] ?? '';
    return diagnosisOf({ id: `h${index}`, rootCause: text, suggestion: text, quotes: [`> ${text}`], fixCode: text }, [
      test,
    ]);
  });
  const unit = suiteRun(`unit ${HOSTILE[0] ?? ''}`, broken, {
    problems: [problem('error', HOSTILE[1] ?? '', HOSTILE[2])],
  });
  return {
    report: runReport([unit]),
    diagnosis: runDiagnosis(causes),
    context: publishContext({ routeOf: (test) => test.name, rerunCommand: (test) => test.id }),
  };
}

/** Every state a reader can meet, by the name of its folder in fixtures/golden. */
export const GOLDEN_CASES: Readonly<Record<string, () => GoldenCase>> = {
  'all-green': allGreen,
  'one-failure': oneFailure,
  'three-causes': threeCauses,
  'flaky-only': flakyOnly,
  timeout: timedOut,
  crash: crashed,
  'config-error': configError,
  'no-tests': noTests,
  cancelled,
  'five-thousand-failures': fiveThousand,
  'hostile-names': hostileNames,
};
