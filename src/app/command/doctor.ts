import { prepare } from '../../execution/prepare-suite.js';
import type { Problem } from '../../model/problem.js';
import type { Settings, SuiteSettings } from '../../model/settings.js';
import { qualityPreparer } from '../../quality/registry.js';
import { withLocalRemedy } from '../execute/local-remedies.js';
import { isProposed } from '../execute/proposed-suites.js';
import { readSettings } from '../read/read-settings.js';
import type { Services } from '../services.js';
import { ALL, chooseSuites } from './choose-suites.js';
import { examineWorkflows } from './examine-workflows.js';
import { examineTool } from './examine-tool.js';
import { type Finding, fine } from './finding.js';
import { formatCount } from '../../text/format.js';

const MARKS = { ok: '✓', note: '–', warning: '!', error: '✕' } as const;
const LEAST_NODE = 20;

/** Looks at everything that a run needs and prints what it finds. Resolves with what must be mended. */
export async function examine(
  suites: readonly string[],
  services: Services,
): Promise<'nothing' | 'something' | 'command line'> {
  const { console } = services;
  const findings: Finding[] = [];
  const show = (found: readonly Finding[]): void => {
    for (const { severity, text, remedy } of found)
      console.untrusted(`${MARKS[severity]} ${text}${remedy === '' ? '' : `\n    ${remedy}`}`);
    findings.push(...found);
  };
  show([node(services), await repository(services)]);
  show(await settingsAndSuites(suites, services, show));
  show(await examineWorkflows(services));
  const count = (wanted: Finding['severity']): number => findings.filter(({ severity }) => severity === wanted).length;
  console.info(`${formatCount(count('error'), 'error')}, ${formatCount(count('warning'), 'warning')}`);
  if (findings.some(({ isArgument }) => isArgument)) return 'command line';
  return count('error') === 0 ? 'nothing' : 'something';
}

function node({ context }: Services): Finding {
  const { nodeVersion } = context;
  const isOld = Number(nodeVersion.split('.')[0]) < LEAST_NODE;
  return isOld
    ? { severity: 'error', text: `Node ${nodeVersion}`, remedy: `Install Node ${LEAST_NODE} or later.` }
    : fine(`Node ${nodeVersion}, qaagent-orchestrate ${context.version}`);
}

async function repository({ git, context }: Services): Promise<Finding> {
  const { commit, branch, reason } = await git.checkout([context.workspace]);
  if (commit !== null) return fine(`git: ${commit.slice(0, 7)}${branch === '' ? '' : ` on ${branch}`}`);
  return {
    severity: 'warning',
    text: `git: ${reason === '' ? 'there is no commit' : reason}`,
    remedy:
      'Without a commit, the report has no links and no changed lines. Run the command in a git repository that has a commit.',
  };
}

async function settingsAndSuites(
  wanted: readonly string[],
  services: Services,
  show: (found: readonly Finding[]) => void,
): Promise<readonly Finding[]> {
  const reading = await readSettings(services);
  if (!reading.ok) return reading.problems.map((problem) => asFinding(problem, reading.isArgument));
  const { files, context } = services;
  const places = { files, workspace: context.workspace, collect: () => Promise.resolve([]) };
  const chosen = await chooseSuites(reading.settings, { ...ALL, suites: wanted }, places);
  if (!chosen.ok) return chosen.problems.map((problem) => asFinding(problem, true));
  const { settings } = chosen;
  const from = reading.detected.length === 0 ? 'defined in the settings' : 'detected in the repository';
  show([
    fine(`settings: ${formatCount(settings.suites.length, 'suite')}, ${from}`),
    ...reading.warnings.map((problem) => asFinding(problem)),
    ...(settings.untested ?? []).map((text): Finding => ({ severity: 'warning', text, remedy: UNTESTED })),
  ]);
  for (const suite of settings.suites) show([await examineSuite(suite, settings, services)]);
  return published(settings, services);
}

const UNTESTED = 'No suite runs these tests. Define `suites` to select what runs.';

function asFinding({ severity, place, message, remedy }: Problem, isArgument = false): Finding {
  return { severity, text: `${place}: ${message}`, remedy, isArgument };
}

async function examineSuite(suite: SuiteSettings, settings: Settings, services: Services): Promise<Finding> {
  const called = `suite ${suite.name} (${suite.runner})`;
  if (!suite.enabled) return { severity: 'note', text: `${called} is disabled`, remedy: '' };
  const { files, processes, context } = services;
  const prepareQuality = qualityPreparer(`${context.bundleDirectory}/drivers`);
  const found = await prepare(suite, { files, processes, context, settings, prepareQuality });
  if (!found.ok) {
    const { message, remedy } = withLocalRemedy(found.problem, context);
    return { severity: isProposed(suite) ? 'note' : 'error', text: `${called}: ${message}`, remedy };
  }
  const { setup, tool } = found.suite;
  if (setup !== null)
    return {
      severity: 'note',
      text: `${called}: ${tool} is not installed; the action installs it before the run`,
      remedy: '',
    };
  return examineTool(called, suite, found.suite, { ...services, settings, prepareQuality });
}

function published(settings: Settings, { context }: Services): readonly Finding[] {
  const evidence = fine(`evidence: ${settings.evidenceDirectory}`);
  if (context.github === null) return [evidence, fine('published: nothing, because this is not a workflow')];
  if (settings.githubToken !== null) return [evidence, fine('published: check run, comment, job summary, evidence')];
  const text = 'published: only job summary and annotations, because there is no token';
  return [evidence, { severity: 'warning', text, remedy: 'Use the default of `github-token`.' }];
}
