import { describeCases } from './describe-cases.js';
import { PYTHON, pythonEnvironment } from './python.js';
import { runWithStream } from './stream-run.js';

describeCases('the runner of unittest', 'unittest', 'python', (project, one) => {
  const command = [PYTHON, '-m', 'qaagent_unittest', ...(one.args ?? [])] as const;
  return runWithStream({ command, project, one, env: { ...pythonEnvironment(), ...one.env } });
});
