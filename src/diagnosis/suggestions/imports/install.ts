import { type ByLanguage, type Language, languageOf } from '../../source/language.js';
import { clip, first } from '../../wording/sentence.js';
import type { About } from '../suggestion.js';

/** Where each language declares what it needs. */
const onClassPath = (module: string): string =>
  `Check that the dependency with '${module}' is on the class path of the tests (scope, version), or correct the name.`;
const INSTALL: ByLanguage<(module: string) => string> = {
  python: (module) =>
    `Add the package of '${module.split('.')[0] ?? module}' to the requirements and run \`pip install\` before the tests, or correct the import.`,
  ruby: (module) => `Add '${module}' to the Gemfile and run \`bundle install\`.`,
  java: onClassPath,
  kotlin: onClassPath,
  scala: onClassPath,
  php: (module) => `Check the name and the autoload section for '${module}', and run \`composer install\`.`,
  go: (module) => `Run \`go mod tidy\` and commit go.mod and go.sum: '${module}' is in neither.`,
  rust: (module) => `Add '${module}' to Cargo.toml.`,
};

/** The language that a runner tests, where no file is known. */
const OF_RUNNER: readonly (readonly [runner: RegExp, language: Language])[] = [
  [/pytest|behave|unittest|robot/, 'python'],
  [/rspec|minitest|cucumber-ruby/, 'ruby'],
  [/junit5|testng|gradle|maven/, 'java'],
  [/phpunit/, 'php'],
  [/^go\b/, 'go'],
  [/cargo|nextest/, 'rust'],
];

/** The folder of a JVM or PHP file that shows that a class is of the project's own package; empty for others. */
function ofOwnPackage(module: string, file: string): string {
  if (!/\.(?:java|kt|scala|groovy|php)$/.test(file)) return '';
  const parts = module.split(/[.\\/]/).slice(0, -1);
  const folder = parts.slice(0, Math.max(2, Math.min(3, parts.length))).join('/');
  return parts.length >= 2 && file.includes(`/${folder}/`) ? folder : '';
}

/** How a missing package gets there, by its language. */
export function install({ ask, runner, place, testWhere }: About): string {
  const module = ask('module');
  const from = place?.file ?? '';
  if (module === '')
    return `Install what the import at ${first(from, 'the place of the failure')} asks for, or correct the import.`;
  if (/^[./]/.test(module))
    return `Check the path of the import '${module}': the file is not there, or is not committed.`;
  const ownClass = ofOwnPackage(module, from);
  if (ownClass !== '')
    return `Write or compile the class '${module}' before the tests, or correct its name at ${testWhere}: its package is the project's own.`;
  const language = languageOf(from) ?? OF_RUNNER.find(([known]) => known.test(runner))?.[1];
  const say = language === undefined ? undefined : INSTALL[language];
  return say?.(module) ?? `Add '${module}' to package.json and run \`npm ci\` before the tests, or correct the import.`;
}

/** A module that is there and cannot be loaded. */
export function cannotLoad({ ask, where, rootCause }: About): string {
  return ask('module') === ''
    ? `Correct how the module is loaded at ${where} (\`import\` or \`require\`, \`"type"\` in package.json, the transform of the runner): ${clip(rootCause, 80).replaceAll('`', "'").replaceAll('"', "'")}.`
    : `Check the version of the package that should provide '${ask('module')}', and look for a circular import (${where}).`;
}
