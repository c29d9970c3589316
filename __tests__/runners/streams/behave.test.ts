import { describeCases } from './describe-cases.js';
import { PYTHON, pythonEnvironment } from './python.js';
import { runWithStream } from './stream-run.js';

const FORMATS = ['-f', 'plain', '-f', 'qaagent_behave:Stream'] as const;

describeCases('the Behave formatter', 'behave', 'python', (project, one) => {
  const command = [PYTHON, '-m', 'behave', ...FORMATS, ...(one.args ?? [])] as const;
  return runWithStream({ command, project, one, env: { ...pythonEnvironment(), ...one.env } });
});
