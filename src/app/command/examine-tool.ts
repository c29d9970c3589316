import { join } from 'node:path';
import { envOf } from '../../execution/prepare-suite.js';
import type { SuiteSettings } from '../../model/settings.js';
import type { PreparedSuite } from '../../runners/runner.js';
import { examineCommand } from './examine-command.js';
import { type Finding, fine } from './finding.js';
import { outputOf, type ToolServices } from './tool-output.js';

/** Whether the tool of a suite starts and which version it is: one that cannot say its version runs no tests either. */
export async function examineTool(
  called: string,
  suite: SuiteSettings,
  { tool, plan }: PreparedSuite,
  services: ToolServices,
): Promise<Finding> {
  if (suite.runner === 'command')
    return (await examineDjango(called, suite.run, suite, services)) ?? examineCommand(called, suite, services);
  const command = plan?.({ number: 1, directory: '', select: null }).command ?? [];
  const program = command.slice(0, command.findIndex((word) => fileName(word) === tool) + 1);
  const [first, ...rest] = program;
  if (first === undefined) return fine(called);
  const { exit, output } = await outputOf([first, ...rest, '--version'], suite, services);
  const line = (output.split('\n').find((text) => text.trim() !== '') ?? '').trim();
  const isThere = fine(`${called}: ${line} (${program.join(' ')})`);
  if (exit === 0) return suite.runner === 'playwright' ? examineBrowsers(called, suite, isThere, services) : isThere;
  const reason = line === '' ? '' : `: ${line}`;
  const text = `${called}: \`${program.join(' ')} --version\` ends with ${exit ?? 'a signal'}${reason}`;
  return { severity: 'error', text, remedy: `Install ${tool} so that this command works.` };
}

/** Whether a browser of this Playwright is installed, unless the configuration names one of the machine. */
async function examineBrowsers(
  called: string,
  suite: SuiteSettings,
  otherwise: Finding,
  services: ToolServices,
): Promise<Finding> {
  const { files, processes } = services;
  const configs = await files.glob(['playwright.config.{ts,js,mjs,cjs,mts,cts}'], suite.workingDirectory);
  const texts = await Promise.all(configs.map((path) => files.readText(path)));
  const npx = await processes.which('npx', envOf(suite, services));
  if (npx === null || texts.some((text) => /executablePath|channel|connectOptions/.test(text))) return otherwise;
  const { output } = await outputOf([npx, '--no-install', 'playwright', 'install', '--dry-run'], suite, services);
  const places = [...output.matchAll(/Install location: +(.+)/g)].map(([, path = '']) => path.trim());
  const isThere = await Promise.all(places.map((path) => files.isDirectory(path)));
  if (places.length === 0 || isThere.includes(true)) return otherwise;
  const text = `${called}: no browser of Playwright is installed`;
  return {
    severity: 'error',
    text,
    remedy: 'Run `npx playwright install`, or `npx playwright install chromium` for one.',
  };
}

function fileName(path: string): string {
  const [name = ''] = path.split(/[\\/]/).slice(-1);
  return name.replace(/\.(exe|cmd)$/, '');
}

/** A line that starts Django's tests: its words up to the interpreter, and `manage.py`. */
const DJANGO_LINE = /^((?:(?:uv|poetry|pdm|pipenv) run )?\S*python[\d.]*(?:\.exe)?) (\S*manage\.py) test\b/;

/** Whether Django starts, and whether what its parallel tests need is there; null for every other line. */
async function examineDjango(
  called: string,
  line: string,
  suite: SuiteSettings,
  services: ToolServices,
): Promise<Finding | null> {
  const [, interpreter = '', manage = ''] = DJANGO_LINE.exec(line) ?? [];
  const [program, ...words] = interpreter.split(' ');
  const first = await services.processes.which(located(program ?? '', suite), envOf(suite, services));
  if (interpreter === '' || first === null) return null;
  const python: readonly [string, ...string[]] = [first, ...words];
  const { exit, output } = await outputOf([...python, manage, 'version'], suite, services);
  const last = output.trim().split('\n').at(-1) ?? '';
  if (exit !== 0) {
    const text = `${called}: \`${interpreter} ${manage} version\` ends with ${exit ?? 'a signal'}: ${last}`;
    return { severity: 'error', text, remedy: 'Install the packages of the project for this Python interpreter.' };
  }
  const isParallel = /\s--parallel\b/.test(line);
  const tblib = isParallel ? await outputOf([...python, '-c', 'import tblib'], suite, services) : null;
  if (tblib === null || tblib.exit === 0) return fine(`${called}: Django ${last} (${interpreter})`);
  const text = `${called}: Django ${last} (${interpreter}) runs tests in parallel without tblib, so it cannot report why a test fails`;
  return { severity: 'warning', text, remedy: 'Run `pip install tblib`.' };
}

const located = (program: string, { workingDirectory }: SuiteSettings): string =>
  program.includes('/') ? join(workingDirectory, program) : program;
