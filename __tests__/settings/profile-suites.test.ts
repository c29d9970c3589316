import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/app/read/read-settings.js';
import { memoryFiles } from '../fakes/memory-files.js';
import { laptop } from '../fakes/run-contexts.js';

/** Folders of a repository in which every default of the original's profile exists. */
const REPOSITORY = [
  'tests/unit/test_a.py',
  'tests/qaagent/unit/test_q.py',
  'tests/qaagent/behave/x.feature',
  'features/f.feature',
  'custom/u/test_c.py',
  'tests/e2e/a.spec.ts',
  'tests/qaagent/e2e/a.spec.ts',
  'playwright.config.ts',
];

async function read(profile: string, more: readonly string[] = REPOSITORY) {
  const paths = Object.fromEntries(more.map((path) => [`/repo/${path}`, '']));
  const files = memoryFiles({ ...paths, '/repo/.qaagent.yaml': profile });
  const reading = await readSettings({ inputs: {}, files, context: laptop({}) });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading;
}

const FULL = `
project: {name: p, type: fastapi, version: "1", description: d}
app:
  dev:
    base_url: "http://127.0.0.1:1"
    start_command: null
    health_endpoint: /health
    headers: {X-A: b}
    auth: {header_name: Authorization, token_env: API_TOKEN, prefix: "Bearer "}
    timeout: 2.5
    notes: n
openapi: {spec_path: openapi.yaml, auto_generate: true, source_dir: src, generator: fastapi, tags: [a], operations: [b], endpoint_pattern: /x}
tests:
  output_dir: tests/qaagent
  data: {enabled: true, output_dir: x, format: json, count: 3}
  unit: {enabled: true, output_dir: tests/unit, framework: pytest}
  behave: {enabled: true, output_dir: features, framework: behave}
  e2e: {enabled: false, output_dir: tests/e2e, framework: playwright, browsers: [chromium], auth_setup: false, cuj_path: cuj.yaml}
exclude: {paths: [a], tags: [b]}
risk_assessment: {disable_rules: [A]}
run: {retry_count: 1, timeout: 60, suite_order: [unit, behave, e2e], parallel: false, max_workers: null}
doc: {exclude_features: [x]}
bugalizer: {enabled: true, api_url: "http://127.0.0.1:9", project_id: p}
llm: {enabled: false, provider: ollama, model: m, fallback_to_templates: true}
`;

const UNIT = ['unit', 'tests/qaagent/unit'];
const BEHAVE = ['behave', 'tests/qaagent/behave'];

/** Profiles, and the suites with their folders that the original's own orchestrator runs for them. */
const PROFILES: readonly (readonly [name: string, profile: string, suites: readonly (readonly string[])[]])[] = [
  ['project only', 'project: {name: p}', [UNIT, BEHAVE]],
  ['a folder for unit', 'project: {name: p}\ntests: {unit: {output_dir: custom/u}}', [['unit', 'custom/u'], BEHAVE]],
  [
    'e2e switched on',
    'project: {name: p}\ntests: {e2e: {enabled: true, output_dir: tests/e2e}}',
    [UNIT, BEHAVE, ['e2e', 'tests/e2e']],
  ],
  [
    'e2e named without enabled',
    'project: {name: p}\ntests: {e2e: {output_dir: tests/e2e}}',
    [UNIT, BEHAVE, ['e2e', 'tests/e2e']],
  ],
  ['unit is null', 'project: {name: p}\ntests: {unit: null}', [BEHAVE]],
  ['another order', 'project: {name: p}\nrun: {suite_order: [behave, unit]}', [BEHAVE, UNIT]],
  [
    'an order that leaves behave out',
    'project: {name: p}\ntests: {unit: {output_dir: tests/unit}, behave: {output_dir: features}}\nrun: {suite_order: [unit]}',
    [['unit', 'tests/unit']],
  ],
  [
    'unit switched off',
    'project: {name: p}\ntests: {unit: {enabled: false, output_dir: tests/unit}, behave: {output_dir: features}}',
    [['behave', 'features']],
  ],
  [
    'an empty folder',
    'project: {name: p}\ntests: {unit: {output_dir: ""}, behave: {output_dir: null}}',
    [
      ['unit', 'tests/unit'],
      ['behave', 'features'],
    ],
  ],
  [
    'settings of the run',
    'project: {name: p}\ntests: {unit: {output_dir: tests/unit}}\nrun: {retry_count: 2, timeout: 60, parallel: true, max_workers: 2}',
    [['unit', 'tests/unit'], BEHAVE],
  ],
  [
    'two environments',
    'project: {name: p}\napp: {dev: {base_url: "http://127.0.0.1:1"}, staging: {base_url: "http://127.0.0.1:2"}}\ntests: {behave: null}',
    [UNIT],
  ],
  [
    'everything',
    FULL,
    [
      ['unit', 'tests/unit'],
      ['behave', 'features'],
    ],
  ],
];

describe('a profile of the original qaagent', () => {
  test.each(PROFILES)('%s runs the suites that the original runs, without a warning', async (_, profile, suites) => {
    const { settings, warnings } = await read(profile);
    const enabled = settings.suites.filter((suite) => suite.enabled);
    expect(enabled.map(({ name, path }) => [name, path])).toEqual(suites);
    expect(warnings).toEqual([]);
  });

  test('a suite that only a default names is left out without its folder; without any, suites are detected', async () => {
    const some = await read('project: {name: p}', ['tests/qaagent/unit/test_q.py']);
    expect(some.settings.suites.map(({ name }) => name)).toEqual(['unit']);
    expect(some.detected).toEqual([]);
    const none = await read('project: {name: p}', ['tests/test_a.py']);
    expect(none.detected).toHaveLength(1);
  });

  test('Playwright starts in the folder of the suite when that is a project of its own', async () => {
    const profile = 'project: {name: p}\ntests: {e2e: {output_dir: tests/e2e}}';
    const { settings } = await read(profile, ['tests/e2e/package.json', 'tests/e2e/a.spec.ts']);
    expect(settings.suites.map(({ path, workingDirectory }) => [path, workingDirectory])).toEqual([
      ['', '/repo/tests/e2e'],
    ]);
  });

  test('a framework that is not that of the suite is named, for it does not choose the runner', async () => {
    const { settings, warnings } = await read('tests: {unit: {output_dir: custom/u, framework: jest}, behave: null}');
    expect(settings.suites.filter(({ enabled }) => enabled).map(({ runner }) => runner)).toEqual(['pytest']);
    expect(warnings).toEqual([expect.objectContaining({ place: '.qaagent.yaml:1: tests.unit.framework' })]);
  });
});
