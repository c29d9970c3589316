import { expect, test } from '@jest/globals';
import { scriptWithReport } from '../../../src/settings/lines/package-script.js';

const VITEST = '--reporter=default --reporter=json --outputFile.json="$QAAGENT_REPORT_DIR/vitest.json"';
const JEST = '--ci --json --testLocationInResults --outputFile="$QAAGENT_REPORT_DIR/jest.json"';
const NODE =
  '--test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination="$QAAGENT_REPORT_DIR/node-test.xml"';

type Scripts = Readonly<Record<string, string>>;

const UNDERSTOOD: readonly (readonly [line: string, scripts: Scripts, run: string])[] = [
  ['npm test', { test: 'vitest run' }, `npm test -- ${VITEST}`],
  ['npm test', { test: 'vitest' }, `npm test -- --run ${VITEST}`],
  ['npm run unit', { unit: 'tsc && cross-env CI=1 vitest run unit' }, `npm run unit -- ${VITEST}`],
  ['npm test -- src/cart', { test: 'vitest run' }, `npm test -- src/cart ${VITEST}`],
  ['pnpm test', { test: 'jest' }, `pnpm run test ${JEST}`],
  ['yarn run test src', { test: 'jest' }, `yarn run test src ${JEST}`],
  ['npm test', { test: 'npm run lint && jest', lint: 'eslint .' }, `npm test -- ${JEST}`],
  ['npm test', { test: 'npm run test:unit', 'test:unit': 'vitest run' }, `npm run test:unit -- ${VITEST}`],
  ['npm test', { test: 'node --test test/*.js' }, `node ${NODE} test/*.js`],
  ['npm t', { test: 'vitest run' }, `npm t -- ${VITEST}`],
  ['npm run unit --', { unit: 'vitest run' }, `npm run unit -- ${VITEST}`],
  ['npm run-script unit', { unit: 'vitest run' }, `npm run-script unit -- ${VITEST}`],
  ['npm --prefix web test', { test: 'vitest run' }, `npm --prefix web test -- ${VITEST}`],
  ['npm test -w packages/a', { test: 'vitest run' }, `npm test -w packages/a -- ${VITEST}`],
  ['pnpm --filter web test', { test: 'jest' }, `pnpm --filter web run test ${JEST}`],
  ['yarn workspace web test', { test: 'jest' }, `yarn workspace web test ${JEST}`],
  ['bun run unit', { unit: 'jest' }, `bun run unit ${JEST}`],
  ['npm test', { test: 'npx tsx --test' }, `npx tsx ${NODE}`],
  ['npm test', { test: 'ava' }, 'npx ava --tap | tee "$QAAGENT_REPORT_DIR/ava.tap"'],
  ['npm t', { test: 'jest --reporters=default' }, `npm t -- ${JEST}`],
  ['yarn test', { test: 'yarn test:unit', 'test:unit': 'npm run build && vitest' }, `yarn test:unit --run ${VITEST}`],
  [
    'npm test',
    { test: 'tsc && node --test dist', pretest: 'node gen.js' },
    `npm run pretest && npx tsc && node ${NODE} dist`,
  ],
];

test.each(UNDERSTOOD)('`%s` with %j makes a report', (line, scripts, run) => {
  expect(scriptWithReport(line, scripts)?.run).toBe(run);
});

const LEFT_ALONE: readonly (readonly [line: string, scripts: Scripts])[] = [
  ['npm test', {}],
  ['npm test', { test: 'make check' }],
  ['npm test', { test: 'npm test' }],
  ['npm test', { test: 'npm run a', a: 'npm run b', b: 'npm run a && vitest' }],
  ['npm test', { test: 'vitest run && jest' }],
  ['npm test', { test: 'npm run unit && jest', unit: 'vitest run' }],
  ['npm test', { test: 'turbo run test && jest' }],
  ['npm test', { test: 'vitest run && playwright test' }],
  ['npm test', { test: 'vitest run && echo done' }],
  ['npm test', { test: 'vitest run --reporter=junit --outputFile=reports/unit.xml' }],
  ['npm test src', { test: 'vitest run' }],
  ['npm test | tee log', { test: 'vitest run' }],
  ['npm test --workspaces', { test: 'vitest run' }],
  ['pnpm -r test', { test: 'vitest run' }],
  ["pnpm --filter './packages/*' test", { test: 'vitest run' }],
  ['bun test', { test: 'vitest run' }],
  ['npm test', { test: 'node --test', posttest: 'node check.js' }],
  ['npm test', { test: 'node --test && node check.js' }],
  ['npm test', { test: 'npm run a', a: 'npm run b', b: 'npm run a' }],
  ['npm test', { test: 'jest --json' }],
];

test.each(LEFT_ALONE)('`%s` with %j stays as it is', (line, scripts) => {
  expect(scriptWithReport(line, scripts)).toBeNull();
});
