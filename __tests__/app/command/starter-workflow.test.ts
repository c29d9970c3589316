import { expect, test } from '@jest/globals';
import { starterWorkflow } from '../../../src/app/command/starter-workflow.js';
import { aSuite } from '../../execution/an-attempt.js';
import { memoryFiles } from '../../fakes/memory-files.js';

test('a workflow for a command that starts Python sets Python up and installs the requirements', async () => {
  const suite = aSuite({ runner: 'command', run: 'python manage.py test --noinput' });
  const files = memoryFiles({ '/r/requirements.txt': 'django\n' });
  const text = await starterWorkflow([suite], '/r', files);
  expect(text).toContain('uses: actions/setup-python@');
  expect(text).toContain('run: pip install -r requirements.txt\n');
  expect(await starterWorkflow([aSuite({ runner: 'command', run: 'make test' })], '/r', files)).not.toContain('python');
});
