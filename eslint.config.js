import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';

/** Size limits hold for the product's own source; tests may be longer because cases are data. */
const sizes = {
  'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: false, skipComments: false }],
  complexity: ['error', 15],
};

/** Real time is for one test file alone: all others fail on a busy machine when they bound it. */
const noElapsedTime = JSON.parse(readFileSync(new URL('scripts/no-elapsed-time.json', import.meta.url), 'utf8'));

export default tseslint.config(
  { ignores: ['dist', 'fixtures', 'node_modules', 'coverage', '.qaagent', '.venv*', '.demo', 'src/runners/streams'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-control-regex': 'off',
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.{ts,js}'], rules: sizes },
  {
    files: ['__tests__/**/*.test.ts'],
    ignores: ['__tests__/adapters/supervisor-real-time.test.ts'],
    rules: noElapsedTime,
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    // Parts of one script that share a scope; what one of them uses of another is checked by tsconfig.page.json.
    files: ['src/publish/html/page/*.js'],
    languageOptions: { sourceType: 'script' },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { vars: 'local' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
);
