import { quoteWord } from '../../text/shell.js';
import { commandSuite, type FoundSuite } from './found-suite.js';
import { folderOf, foldersWith, isBelow, topmost, within, type ProjectFiles } from './project-files.js';

/** RSpec, PHPUnit, bats and Deno. */
export async function findScripting(project: ProjectFiles): Promise<readonly FoundSuite[]> {
  return [...findRspec(project), ...findPhpunit(project), ...findBats(project), ...(await findDeno(project))];
}

/** Deno, by its configuration beside tests; its task `test` where that is no more than `deno test` and options. */
async function findDeno(project: ProjectFiles): Promise<readonly FoundSuite[]> {
  const found: FoundSuite[] = [];
  for (const folder of topmost(foldersWith(project, /^deno\.jsonc?$/))) {
    const isTest = (path: string): boolean => isBelow(path, folder) && /[_.]test\.[cm]?[jt]sx?$/.test(path);
    if (!project.paths.some(isTest)) continue;
    const why =
      ['deno.json', 'deno.jsonc'].map((name) => within(folder, name)).find((path) => project.has(path)) ?? folder;
    const isTask = /"test"\s{0,9}:\s{0,9}"deno test[^"&|;]{0,300}"/.test(await project.read(why));
    const run = `${isTask ? 'deno task test' : 'deno test'} --junit-path="$QAAGENT_REPORT_DIR/deno.xml"`;
    found.push(commandSuite({ name: 'deno', tool: 'deno', folder, why }, run, { rerun: `${run} {files}` }));
  }
  return found;
}

function findRspec(project: ProjectFiles): readonly FoundSuite[] {
  const specs = project.paths.filter((path) => path.endsWith('_spec.rb'));
  const folders = topmost([...new Set(specs.map(rubyProject))]);
  return folders.map((folder) => {
    const why = specs.find((path) => folder === '.' || path.startsWith(`${folder}/`)) ?? folder;
    const program = project.has(within(folder, 'Gemfile')) ? 'bundle exec rspec' : 'rspec';
    const reports = '--format progress --format json --out "$QAAGENT_REPORT_DIR/rspec.json"';
    const run = `${program} ${reports}`;
    return commandSuite({ name: 'rspec', tool: 'rspec', folder, why }, run, { rerun: `${run} {files}` });
  });
}

/** The folder in which RSpec starts: that of the folder `spec`. */
function rubyProject(path: string): string {
  const inSpec = /^(?:(.*)\/)?spec\//.exec(path);
  return inSpec === null ? folderOf(path) : (inSpec[1] ?? '.');
}

function findPhpunit(project: ProjectFiles): readonly FoundSuite[] {
  return topmost(foldersWith(project, /^phpunit(\.dist)?\.xml(\.dist)?$/)).map((folder) => {
    const names = ['phpunit.xml', 'phpunit.xml.dist', 'phpunit.dist.xml'];
    const why = names.map((name) => within(folder, name)).find((path) => project.has(path)) ?? folder;
    const program = project.has(within(folder, 'composer.json')) ? 'vendor/bin/phpunit' : 'phpunit';
    const run = `${program} --log-junit "$QAAGENT_REPORT_DIR/phpunit.xml"`;
    return commandSuite({ name: 'phpunit', tool: 'phpunit', folder, why }, run, {
      rerun: `${run} --filter {names_regex}`,
    });
  });
}

function findBats(project: ProjectFiles): readonly FoundSuite[] {
  const tests = project.paths.filter((path) => path.endsWith('.bats'));
  const [why] = tests;
  if (why === undefined) return [];
  const folders = [...new Set(tests.map(folderOf))].map((folder) => quoteWord(folder));
  const program = 'bats --report-formatter junit --output "$QAAGENT_REPORT_DIR"';
  const found = { name: 'bats', tool: 'bats', folder: '.', why };
  return [commandSuite(found, `${program} ${folders.join(' ')}`, { rerun: `${program} {files}` })];
}
