import { describeCases } from './describe-cases.js';
import { PYTHON, pythonEnvironment } from './python.js';
import { runWithStream } from './stream-run.js';

const ENVIRONMENT = { ...pythonEnvironment(), PYTEST_PLUGINS: 'qaagent_pytest' };

describeCases('the pytest plugin', 'pytest', 'python', (project, one) => {
  const command = [PYTHON, '-m', 'pytest', '-p', 'no:cacheprovider', ...(one.args ?? [])] as const;
  return runWithStream({ command, project, one, env: { ...ENVIRONMENT, ...one.env } });
});
