import { stripAnsi } from '../text/bounds.js';
import type { ExitMeaning } from '../runners/runner.js';

const REASON_CHARS = 300;

function linesOf(output: string): readonly string[] {
  return stripAnsi(output)
    .split('\n')
    .map((line) => line.slice(0, 1000).trim())
    .filter((line) => line !== '');
}

function configError(message: string, remedy: string): ExitMeaning {
  return { outcome: 'config-error', message, remedy };
}

/** Why Schemathesis did not come to its tests, by the words of versions 4 and 3; null when it did. */
export function explainSchemathesis(spec: string, output: string): ExitMeaning | null {
  const lines = linesOf(output);
  const loading = lines.lastIndexOf('Schema Loading Error');
  if (loading >= 0) {
    const [reason = '', detail = ''] = lines.slice(loading + 1);
    const text = reason === 'Connection failed' ? detail : reason;
    const message = `the specification ${spec} cannot be loaded: ${text.slice(0, REASON_CHARS)}`;
    return configError(message, 'Set `spec` to a file, a URL, or a path that the service serves.');
  }
  if (lines.some((line) => line.includes('No operations matched the filters'))) {
    const remedy = 'Correct the `--include-…` and `--exclude-…` of `args`.';
    return { outcome: 'no-tests', message: 'the filters exclude every operation of the specification', remedy };
  }
  const usage = lines.findLast((line) => line.startsWith('Error: '));
  if (usage === undefined) return null;
  const [text = ''] = usage.slice('Error: '.length, REASON_CHARS).split('. Choose from ');
  const message = `schemathesis rejects its options: ${text}`;
  return configError(message, 'Correct `checks` and `args` of the suite.');
}

/** Why Locust did not come to its load; null when it did, or says so in no way of its own. */
export function explainLocust(file: string, output: string): ExitMeaning | null {
  const lines = linesOf(output);
  if (lines.some((line) => line.endsWith('No User class found!'))) {
    return configError(
      `${file} has no User class`,
      'Set `file` of the suite to the file that defines your User classes.',
    );
  }
  const usage = lines.find((line) => / error: unrecognized arguments: /.test(line));
  if (usage === undefined) return null;
  const message = `locust rejects its options: ${usage.slice(usage.indexOf('unrecognized'), REASON_CHARS)}`;
  return configError(message, 'Correct `args` of the suite.');
}
