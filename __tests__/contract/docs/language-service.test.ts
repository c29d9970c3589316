import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { starterWorkflow } from '../../../src/app/command/starter-workflow.js';
import { aSuite } from '../../execution/an-attempt.js';
import { memoryFiles } from '../../fakes/memory-files.js';
import { WORKFLOWS, wholeWorkflow } from './examples.js';
import { complaintsAbout } from './language-service.js';
import { ROOT } from './markdown.js';

const FOLDER = '.github/workflows';
const OWN = [...readdirSync(join(ROOT, FOLDER)).map((name) => `${FOLDER}/${name}`), 'action.yml'];
const LOCKS = [
  'uv.lock',
  'poetry.lock',
  'Pipfile.lock',
  'pnpm-lock.yaml',
  'yarn.lock',
  'package-lock.json',
  'setup.py',
];

describe("GitHub's language service", () => {
  test.each(OWN)('finds nothing in %s', async (path) => {
    expect(await complaintsAbout(readFileSync(join(ROOT, path), 'utf8'), path)).toEqual([]);
  });

  test.each(WORKFLOWS.map((example) => [example.title, example] as const))(
    'finds nothing in the example at %s',
    async (_, example) => {
      expect(await complaintsAbout(wholeWorkflow(example))).toEqual([]);
    },
  );

  test.each(LOCKS)('finds nothing in the workflow that `init` writes beside %s', async (lock) => {
    const suites = [
      aSuite(),
      aSuite({ runner: 'playwright', project: [], grep: null, browsers: [], install: true }),
      ...['go test ./...', './mvnw test', 'python manage.py test'].map((run) => aSuite({ runner: 'command', run })),
    ];
    const text = await starterWorkflow(suites, '/r', memoryFiles({ [`/r/${lock}`]: '', '/r/package.json': '{}' }));
    expect(await complaintsAbout(text)).toEqual([]);
  });

  test.each([
    ['an event', 'on: pusch\njobs: { a: { runs-on: x, steps: [{ run: x }] } }\n', "Unexpected value 'pusch'"],
    ['a context', "on: push\njobs: { a: { runs-on: x, steps: [{ run: '${{ githb.ref }}' }] } }\n", "'githb'"],
    [
      'an input of ours',
      'on: push\njobs: { a: { runs-on: x, steps: [{ uses: o/qaagent-orchestrate@v1, with: { suits: x } }] } }\n',
      "Invalid action input 'suits'",
    ],
  ])('finds %s that is misspelled', async (_, text, message) => {
    expect((await complaintsAbout(text)).join('\n')).toContain(message);
  });
});
