import { commandSuite, type FoundSuite } from './found-suite.js';
import { foldersWith, isBelow, topmost, within, type ProjectFiles } from './project-files.js';

/** Go, Cargo, Maven, Gradle, .NET and CTest. Maven, Gradle and .NET run all tests again when one failed. */
export async function findCompiled(project: ProjectFiles): Promise<readonly FoundSuite[]> {
  return [
    ...findGo(project),
    ...findCargo(project),
    ...findJava(project),
    ...(await findDotnet(project)),
    ...(await findCtest(project)),
  ];
}

/** Every module that has tests: `./...` does not enter a module below another. */
function findGo(project: ProjectFiles): readonly FoundSuite[] {
  const modules = foldersWith(project, /^go\.mod$/);
  const tests = project.paths.filter((path) => path.endsWith('_test.go'));
  const moduleOf = (path: string): string | undefined => modules.filter((folder) => isBelow(path, folder)).at(-1);
  return modules
    .filter((folder) => tests.some((path) => moduleOf(path) === folder))
    .map((folder) => {
      const found = { name: 'go', tool: 'go', folder, why: within(folder, 'go.mod') };
      const report = '> "$QAAGENT_REPORT_DIR/go-test.json"';
      const rerun = `go test -json -run {names_regex} ./... ${report}`;
      return commandSuite(found, `go test -json ./... ${report}`, { rerun });
    });
}

/** Stable Rust prints the results of its tests as data only when it may use what is unstable. */
const CARGO = 'RUSTC_BOOTSTRAP=1 cargo test --no-fail-fast -- -Z unstable-options --format json';
const CARGO_REPORT = '> "$QAAGENT_REPORT_DIR/cargo-test.json"';

function findCargo(project: ProjectFiles): readonly FoundSuite[] {
  return topmost(foldersWith(project, /^Cargo\.toml$/)).map((folder) => {
    const found = { name: 'cargo', tool: 'cargo', folder, why: within(folder, 'Cargo.toml') };
    return commandSuite(found, `${CARGO} ${CARGO_REPORT}`, { rerun: `${CARGO} --exact {ids} ${CARGO_REPORT}` });
  });
}

function findJava(project: ProjectFiles): readonly FoundSuite[] {
  const maven = topmost(foldersWith(project, /^pom\.xml$/)).map((folder) => {
    const program = project.has(within(folder, 'mvnw')) ? './mvnw' : 'mvn';
    const found = { name: 'maven', tool: 'maven', folder, why: within(folder, 'pom.xml') };
    const report = ['**/target/surefire-reports/TEST-*.xml'];
    const run = `${program} -B --fail-at-end test`;
    return commandSuite(found, run, { report, rerun: run });
  });
  const gradle = topmost(foldersWith(project, /^(build|settings)\.gradle(\.kts)?$/)).map((folder) => {
    const program = project.has(within(folder, 'gradlew')) ? './gradlew' : 'gradle';
    const why = project.paths.find((path) => isBelow(path, folder) && /\.gradle(\.kts)?$/.test(path)) ?? folder;
    const report = ['**/build/test-results/**/TEST-*.xml'];
    const run = `${program} test --continue`;
    return commandSuite({ name: 'gradle', tool: 'gradle', folder, why }, run, { report, rerun: run });
  });
  return [...maven, ...gradle];
}

async function findDotnet(project: ProjectFiles): Promise<readonly FoundSuite[]> {
  const projects = project.paths.filter((path) => /\.(cs|fs|vb)proj$/.test(path));
  const tests: string[] = [];
  for (const path of projects) if ((await project.read(path)).includes('Microsoft.NET.Test.Sdk')) tests.push(path);
  const [why] = tests;
  if (why === undefined) return [];
  const solutions = topmost(foldersWith(project, /\.slnx?$/));
  const folders = solutions.length > 0 ? solutions : topmost(foldersWith(project, /\.(cs|fs|vb)proj$/));
  const run = 'dotnet test --logger trx --results-directory "$QAAGENT_REPORT_DIR"';
  return folders
    .filter((folder) => tests.some((path) => isBelow(path, folder)))
    .map((folder) => commandSuite({ name: 'dotnet', tool: 'dotnet', folder, why }, run, { rerun: run }));
}

async function findCtest(project: ProjectFiles): Promise<readonly FoundSuite[]> {
  const found: FoundSuite[] = [];
  for (const folder of topmost(foldersWith(project, /^CMakeLists\.txt$/))) {
    const why = within(folder, 'CMakeLists.txt');
    if (!/^[ \t]*(enable_testing|include[ \t]*\(\s{0,80}CTest)/im.test(await project.read(why))) continue;
    const test = 'ctest --test-dir build --output-on-failure --output-junit "$QAAGENT_REPORT_DIR/ctest.xml"';
    const run = `cmake -S . -B build && cmake --build build && ${test}`;
    const rerun = `${test} -R {names_regex}`;
    found.push(commandSuite({ name: 'ctest', tool: 'ctest', folder, why }, run, { rerun }));
  }
  return found;
}
