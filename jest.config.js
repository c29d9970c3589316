/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  // Only a test that hangs may meet this limit, however slow the machine: no test sets a shorter one.
  testTimeout: 1_800_000,
  setupFiles: ['<rootDir>/__tests__/fixed-seed.ts'],
  extensionsToTreatAsEsm: ['.ts', '.css', '.py'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    // Files that the product holds as text: `import text from './file.css?text'`.
    '/src/publish/html/page/|/src/generate/.+\\.py$': '<rootDir>/scripts/text-files.mjs',
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/fixtures'],
};
