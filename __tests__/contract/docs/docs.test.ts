import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../src/settings/inputs.js';
import { parseSettingsFile } from '../../../src/settings/settings-file.js';
import { parseSuites } from '../../../src/settings/suites.js';
import { parseYaml } from '../../../src/text/yaml.js';
import { SETTINGS, stepsOf, WORKFLOWS, wholeWorkflow, type Step } from './examples.js';
import { anchorsOf, PAGES, prose, ROOT } from './markdown.js';

/** What is wrong with the relative links of a page. */
function brokenLinks({ path, text }: (typeof PAGES)[number]): readonly string[] {
  const links = [...prose(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);
  return links
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const found = file === '' ? path : relative(ROOT, join(ROOT, dirname(path), file));
      if (!existsSync(join(ROOT, found))) return true;
      const page = PAGES.find((one) => one.path === found.replaceAll('\\', '/'));
      return anchor !== undefined && !anchorsOf(page?.text ?? '').includes(anchor);
    });
}

const isOurs = ({ uses }: Step): boolean => /\/qaagent-orchestrate@/.test(uses);

/** What the settings code says of a step of ours; expressions stand for values that GitHub fills in. */
function problemsOf(step: Step): readonly string[] {
  const given = Object.entries(step.with).filter(([, value]) => !value.includes('${{'));
  const inputs = parseInputs(Object.fromEntries(given));
  const yaml = parseYaml(step.with['suites'] ?? '');
  const suites =
    yaml.ok && yaml.value !== null && yaml.value !== undefined ? parseSuites(yaml.value, 'suites').problems : [];
  return [...(inputs.ok ? [] : inputs.problems), ...suites, ...(yaml.ok ? [] : [yaml])].map(({ message }) => message);
}

/** Tools of a step's suites that no earlier step installs. */
function notInstalled(steps: readonly Step[]): readonly string[] {
  const at = steps.findIndex(isOurs);
  const suites = steps[at]?.with['suites'] ?? '';
  const before = steps
    .slice(0, at)
    .map(({ run }) => run)
    .join('\n');
  const wanted = [
    [/(: |runner: )pytest\b/, /pip install .*pytest/],
    [/(: |runner: )behave\b/, /pip install .*behave/],
    [/uv run/, /install uv/],
    [/poetry run/, /install poetry/],
    [/(: |runner: )playwright\b/, /playwright install/],
    [/npx (vitest|jest|mocha)/, /npm ci/],
    [/go test/, null],
  ] as const;
  return wanted
    .filter(([uses, installs]) => uses.test(suites) && installs !== null && !installs.test(before))
    .map(([uses]) => uses.source);
}

function programOnPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

const actionlint = programOnPath('actionlint');
const zizmor = programOnPath('zizmor');

/** Examples name tags, and show steps or jobs without what is around them; the workflow for forks is run by another workflow. */
const OF_EXAMPLES = {
  ...Object.fromEntries(
    ['unpinned-uses', 'artipacked', 'excessive-permissions'].map((rule) => [rule, { disable: true }]),
  ),
  'dangerous-triggers': {
    ignore: WORKFLOWS.filter(({ title }) => title.startsWith('docs/forks.md')).map(({ title }) => fileNameOf(title)),
  },
};

function fileNameOf(title: string): string {
  return `${title.replace(/\W+/g, '-')}.yml`;
}

/** Calls a check with a folder that holds every example as a workflow. */
function withExamples(check: (root: string, files: readonly string[]) => void): void {
  const root = mkdtempSync(join(tmpdir(), 'qaagent-docs-'));
  try {
    const folder = join(root, '.github', 'workflows');
    mkdirSync(folder, { recursive: true });
    for (const example of WORKFLOWS) writeFileSync(join(folder, fileNameOf(example.title)), wholeWorkflow(example));
    check(
      root,
      readdirSync(folder).map((name) => join(folder, name)),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('the documentation', () => {
  test.each(PAGES.map((page) => [page.path, page] as const))('links of %s lead somewhere', (_, page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  test('a broken link and a broken anchor are found', () => {
    const text = '[a](nowhere.md) [b](README.md#nowhere) [c](README.md#start)';
    expect(brokenLinks({ path: 'x.md', text })).toEqual(['nowhere.md', 'README.md#nowhere']);
  });

  test.each(WORKFLOWS.map((example) => [example.title, example] as const))(
    'the workflow at %s is taken',
    (_, example) => {
      for (const steps of stepsOf(example)) {
        expect(steps.filter(isOurs).flatMap(problemsOf)).toEqual([]);
        expect(notInstalled(steps)).toEqual([]);
      }
    },
  );

  test.each(SETTINGS.map((example) => [example.title, example] as const))(
    'the settings at %s are taken',
    (_, { text }) => {
      expect(parseSettingsFile(text, '.qaagent.yaml').problems).toEqual([]);
    },
  );

  test('every page is reached from the README or the table of contents', () => {
    const linked = PAGES.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^()\s#]+)/g)].map(([, target = '']) =>
        join(dirname(path), target).replaceAll('\\', '/'),
      ),
    );
    const reached = (path: string): boolean =>
      linked.some((target) => target === path || path.startsWith(`${target}/`));
    const pages = PAGES.map(({ path }) => path).filter((path) => path !== 'README.md' && path !== 'ARCHITECTURE.md');
    expect(pages.filter((path) => !reached(path))).toEqual([]);
  });

  (actionlint === null ? test.skip : test)('actionlint finds nothing in examples and workflows', () => {
    withExamples((root, examples) => {
      const ours = join(ROOT, '.github', 'workflows');
      const files = [...examples, ...readdirSync(ours).map((name) => join(ours, name))];
      expect(() =>
        execFileSync(actionlint ?? '', ['-no-color', ...files], { encoding: 'utf8', cwd: root }),
      ).not.toThrow();
    });
  });

  (zizmor === null ? test.skip : test)('zizmor finds nothing in examples and workflows', () => {
    withExamples((root) => {
      const config = join(root, 'zizmor.yml');
      writeFileSync(config, JSON.stringify({ rules: OF_EXAMPLES }));
      const check = (...args: readonly string[]): void => {
        const run = spawnSync(zizmor ?? '', ['--offline', '--no-progress', ...args], { encoding: 'utf8' });
        expect({ ...run, found: run.stdout }).toMatchObject({ status: 0, found: expect.any(String) });
      };
      check('--config', config, root);
      check('--persona', 'pedantic', join(ROOT, '.github'), join(ROOT, 'action.yml'));
    });
  });
});
