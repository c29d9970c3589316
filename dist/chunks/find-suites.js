import { A as toolOfTest, B as isBelow, C as startsOthers, Cr as numberOf, D as lineWithReport, E as commandsOf, Er as textOf, F as covers, Fr as foldKeys, H as topmost, I as nameSuites, Ir as settingsError, L as firstMatch, Ln as LIGHTHOUSE_CATEGORIES, M as isPythonTest, N as withoutBddFeatures, O as JS_TOOLS, P as commandSuite, R as folderOf, S as scriptLines, Sr as member, T as parseSuites, U as within, Ur as quoteWord, V as listProjectFiles, W as chooseApplication, b as leavesToPackages, br as entriesOf, j as findPython, k as isJsTest, vt as parseYaml, wr as parseJson, x as scriptLine, xr as listOf, z as foldersWith } from "./start.js";
import { join } from "node:path";
// src/settings/detect/compiled.ts
/** Go, Cargo, Maven, Gradle, .NET and CTest. Maven, Gradle and .NET run all tests again when one failed. */
async function findCompiled(project) {
	return [
		...findGo(project),
		...findCargo(project),
		...findJava(project),
		...await findDotnet(project),
		...await findCtest(project)
	];
}
/** Every module that has tests: `./...` does not enter a module below another. */
function findGo(project) {
	const modules = foldersWith(project, /^go\.mod$/);
	const tests = project.paths.filter((path) => path.endsWith("_test.go"));
	const moduleOf = (path) => modules.filter((folder) => isBelow(path, folder)).at(-1);
	return modules.filter((folder) => tests.some((path) => moduleOf(path) === folder)).map((folder) => {
		const found = {
			name: "go",
			tool: "go",
			folder,
			why: within(folder, "go.mod")
		};
		const report = "> \"$QAAGENT_REPORT_DIR/go-test.json\"";
		return commandSuite(found, `go test -json ./... ${report}`, { rerun: `go test -json -run {names_regex} ./... ${report}` });
	});
}
/** Stable Rust prints the results of its tests as data only when it may use what is unstable. */
const CARGO = "RUSTC_BOOTSTRAP=1 cargo test --no-fail-fast -- -Z unstable-options --format json";
const CARGO_REPORT = "> \"$QAAGENT_REPORT_DIR/cargo-test.json\"";
function findCargo(project) {
	return topmost(foldersWith(project, /^Cargo\.toml$/)).map((folder) => {
		const found = {
			name: "cargo",
			tool: "cargo",
			folder,
			why: within(folder, "Cargo.toml")
		};
		return commandSuite(found, `${CARGO} ${CARGO_REPORT}`, { rerun: `${CARGO} --exact {ids} ${CARGO_REPORT}` });
	});
}
function findJava(project) {
	const maven = topmost(foldersWith(project, /^pom\.xml$/)).map((folder) => {
		const program = project.has(within(folder, "mvnw")) ? "./mvnw" : "mvn";
		const found = {
			name: "maven",
			tool: "maven",
			folder,
			why: within(folder, "pom.xml")
		};
		const report = ["**/target/surefire-reports/TEST-*.xml"];
		const run = `${program} -B --fail-at-end test`;
		return commandSuite(found, run, {
			report,
			rerun: run
		});
	});
	const gradle = topmost(foldersWith(project, /^(build|settings)\.gradle(\.kts)?$/)).map((folder) => {
		const program = project.has(within(folder, "gradlew")) ? "./gradlew" : "gradle";
		const why = project.paths.find((path) => isBelow(path, folder) && /\.gradle(\.kts)?$/.test(path)) ?? folder;
		const report = ["**/build/test-results/**/TEST-*.xml"];
		const run = `${program} test --continue`;
		return commandSuite({
			name: "gradle",
			tool: "gradle",
			folder,
			why
		}, run, {
			report,
			rerun: run
		});
	});
	return [...maven, ...gradle];
}
async function findDotnet(project) {
	const projects = project.paths.filter((path) => /\.(cs|fs|vb)proj$/.test(path));
	const tests = [];
	for (const path of projects) if ((await project.read(path)).includes("Microsoft.NET.Test.Sdk")) tests.push(path);
	const [why] = tests;
	if (why === void 0) return [];
	const solutions = topmost(foldersWith(project, /\.slnx?$/));
	const folders = solutions.length > 0 ? solutions : topmost(foldersWith(project, /\.(cs|fs|vb)proj$/));
	const run = "dotnet test --logger trx --results-directory \"$QAAGENT_REPORT_DIR\"";
	return folders.filter((folder) => tests.some((path) => isBelow(path, folder))).map((folder) => commandSuite({
		name: "dotnet",
		tool: "dotnet",
		folder,
		why
	}, run, { rerun: run }));
}
async function findCtest(project) {
	const found = [];
	for (const folder of topmost(foldersWith(project, /^CMakeLists\.txt$/))) {
		const why = within(folder, "CMakeLists.txt");
		if (!/^[ \t]*(enable_testing|include[ \t]*\(\s{0,80}CTest)/im.test(await project.read(why))) continue;
		const test = "ctest --test-dir build --output-on-failure --output-junit \"$QAAGENT_REPORT_DIR/ctest.xml\"";
		const run = `cmake -S . -B build && cmake --build build && ${test}`;
		const rerun = `${test} -R {names_regex}`;
		found.push(commandSuite({
			name: "ctest",
			tool: "ctest",
			folder,
			why
		}, run, { rerun }));
	}
	return found;
}
// src/settings/detect/js-unread.ts
const UNREAD = [
	{
		name: "Cypress",
		command: /^cypress\b/,
		config: /^cypress\.(config\.[cm]?[jt]s|json)$/,
		add: "",
		example: "e2e: {runner: command, run: 'npx cypress run --reporter junit --reporter-options \"mochaFile=$QAAGENT_REPORT_DIR/[hash].xml\"'}"
	},
	{
		name: "karma",
		command: /^(?:karma|ng test)\b/,
		config: /^karma\.conf\.[cm]?[jt]s$/,
		add: " It writes a report with the package karma-junit-reporter.",
		example: "unit: {runner: command, run: 'npx karma start --single-run --reporters progress,junit', report: 'TESTS-*.xml'}"
	},
	{
		name: "jasmine",
		command: /^jasmine(?:-ts)?\b/,
		config: /^jasmine\.json$/,
		add: " It writes a report with a helper that adds the JUnitXmlReporter of the package jasmine-reporters, whose `savePath` is the folder in the variable QAAGENT_REPORT_DIR.",
		example: "unit: {runner: command, run: npx jasmine}"
	}
];
/** What a package has that starts tests whose results cannot be read, with the suite to write for it. */
function unreadTool({ folder, scripts, lines, names }, suites) {
	if (lines.length > 0 || suites.some((suite) => suite.folder === folder)) return [];
	const script = textOf(scripts, "test");
	const commands = commandsOf(script);
	const inScript = UNREAD.find(({ command }) => commands.some((line) => command.test(line)));
	const where = `${within(folder, "package.json")}: scripts.test`;
	if (inScript !== void 0) return [leftOut(inScript, where)];
	if (!(/no test specified/.test(script) || script === "") && !startsOthers(script, scripts)) return [{
		path: where,
		reason: `\`${script.slice(0, 80)}\` does not write a report in a known format; define the suite with \`run\` and \`report\``,
		example: "unit: {runner: command, run: npm test, report: \"reports/*.xml\"}"
	}];
	return names.flatMap((name) => {
		const tool = UNREAD.find(({ config }) => config.test(name));
		return tool === void 0 ? [] : [leftOut(tool, within(folder, name))];
	}).slice(0, 1);
}
function leftOut({ name, add, example }, path) {
	return {
		path,
		reason: `${name} is not started by itself, write a suite for it.${add}`,
		example
	};
}
// src/settings/detect/javascript.ts
/** Playwright and every tool of `JS_TOOLS`, in every package that has its own configuration or script. */
async function findJavaScript(project) {
	const packages = await jsPackages(project);
	const suites = [...findPlaywright(project)];
	for (const tool of JS_TOOLS) suites.push(...await suitesOf(tool, packages, project));
	return {
		suites,
		leftOut: packages.flatMap((one) => brokenManifest(one) ?? unreadTool(one, suites))
	};
}
/** A package.json that no tool can read. */
function brokenManifest({ folder, manifest, names }) {
	if (manifest !== void 0 || !names.includes("package.json")) return null;
	return [{
		path: within(folder, "package.json"),
		reason: "it is not valid JSON: correct it"
	}];
}
async function jsPackages(project) {
	const folders = foldersWith(project, /^(package\.json|vitest\.(config|workspace)\.\w+|jest\.config\.\w+|\.mocharc\.\w+|\.taprc)$/);
	const names = /* @__PURE__ */ new Map();
	for (const path of project.paths) {
		const inFolder = names.get(folderOf(path)) ?? [];
		names.set(folderOf(path), inFolder);
		inFolder.push(path.slice(path.lastIndexOf("/") + 1));
	}
	return Promise.all(folders.map(async (folder) => {
		const manifest = parseJson(await project.read(within(folder, "package.json")));
		const scripts = member(manifest, "scripts");
		return {
			folder,
			manifest,
			scripts,
			lines: scriptLines(scripts),
			names: names.get(folder) ?? []
		};
	}));
}
function findPlaywright(project) {
	return foldersWith(project, /^playwright(-ct)?\.config\.[cm]?[jt]s$/).map((folder) => {
		return {
			name: "e2e",
			tool: "playwright",
			folder,
			settings: { runner: "playwright" },
			why: project.paths.find((path) => isBelow(path, folder) && /playwright(-ct)?\.config\.[cm]?[jt]s$/.test(path)) ?? folder
		};
	});
}
async function suitesOf(tool, packages, project) {
	const found = [];
	const tests = project.paths.filter(isJsTest);
	for (const one of packages) {
		const sign = await signOf(tool, one, tests, project);
		if (sign === null) continue;
		const uppers = found.filter((upper) => !upper.sign.isHint && isBelow(one.folder, upper.one.folder));
		if (!(await Promise.all(uppers.map((upper) => enters(tool, upper.one, one, project)))).includes(true)) found.push({
			one,
			sign
		});
	}
	const isForOthers = ({ one, sign }) => sign.isHint && found.some((other) => other.one !== one && isBelow(other.one.folder, one.folder));
	return found.filter((one) => !isForOthers(one)).flatMap(({ one, sign }) => suitesIn$1(tool, one, sign.why, project));
}
/** True when the tool of the upper package runs the tests of this one as well. Mocha stays in `test` unless it is told. */
async function enters(tool, upper, one, project) {
	if (tool.name !== "mocha") return true;
	const config = upper.names.find((name) => tool.config.test(name));
	const told = [
		config === void 0 ? "" : await project.read(within(upper.folder, config)),
		JSON.stringify(member(upper.manifest, "mocha") ?? ""),
		...upper.lines.map(({ own }) => own)
	];
	const below = upper.folder === "." ? one.folder : one.folder.slice(upper.folder.length + 1);
	const [first = below] = below.split("/");
	return told.some((text) => text.includes(`${first}/`) || text.includes("**/"));
}
async function signOf(tool, one, tests, project) {
	const { folder, manifest, scripts, lines, names } = one;
	const where = within(folder, "package.json");
	const isHint = leavesToPackages(scripts);
	const config = names.find((name) => tool.config.test(name));
	if (config !== void 0) return {
		why: within(folder, config),
		isHint
	};
	const line = lines.find((each) => each.tool === tool);
	if (line !== void 0) return {
		why: `${where}: scripts.${line.script}`,
		isHint: false
	};
	if (tool.key !== void 0 && member(manifest, tool.key) !== void 0) return {
		why: `${where}: ${tool.key}`,
		isHint
	};
	const vite = tool.name === "vitest" ? names.find((name) => /^vite\.config\.[cm]?[jt]s$/.test(name)) : void 0;
	const configured = vite === void 0 ? "" : await project.read(within(folder, vite));
	if (vite !== void 0 && /\btest\s*:|vitest/.test(configured)) return {
		why: within(folder, vite),
		isHint
	};
	return installedSign(tool, one, tests, project);
}
/** A tool that is installed, or needs no installation, and test files that are written for it. */
async function installedSign(tool, { folder, manifest }, tests, project) {
	const isInstalled = ["dependencies", "devDependencies"].flatMap((key) => entriesOf(member(manifest, key))).some(([name]) => name === tool.name);
	const isBuiltIn = tool.name === "node-test" || tool.name === "bun";
	if (!isInstalled && !isBuiltIn) return null;
	for (const path of tests.filter((file) => isBelow(file, folder))) {
		const written = toolOfTest(await project.read(path));
		if (written === tool.name || written === null && isInstalled) return {
			why: path,
			isHint: true
		};
	}
	return null;
}
/** The lines of the package's scripts that start the tool; without one, the tool itself. */
function suitesIn$1(tool, one, why, project) {
	const { folder } = one;
	const lines = one.lines.filter((line) => line.tool === tool);
	const suite = (name, line, script) => {
		const { run, rerun } = lineWithReport(tool, line, script);
		return commandSuite({
			name,
			tool: tool.name,
			folder,
			why
		}, run, rerun === void 0 ? {} : { rerun });
	};
	if (lines.length === 0) return [suite(tool.name, tool.line, tool.line)];
	return lines.map((line) => {
		const name = lines.length === 1 ? tool.name : line.script.replace(/^tests?[:._-]/, "");
		const run = lineOf(line, folder, project);
		return suite(name, run, run === line.own ? run : line.text ?? run);
	});
}
/** The script where the tool comes last in it, so that options can be added; else the part of it that starts the tool. */
function lineOf({ tool, script, text, own }, folder, project) {
	if (text === null || tool.name === "ava" || tool.name === "node-test") return own;
	const has = (name) => project.has(within(folder, name)) || project.has(name);
	const other = has("yarn.lock") ? "yarn" : "npm";
	return scriptLine(has("pnpm-lock.yaml") ? "pnpm" : other, script);
}
// src/settings/detect/scripting.ts
/** RSpec, PHPUnit, bats and Deno. */
async function findScripting(project) {
	return [
		...findRspec(project),
		...findPhpunit(project),
		...findBats(project),
		...await findDeno(project)
	];
}
/** Deno, by its configuration beside tests; its task `test` where that is no more than `deno test` and options. */
async function findDeno(project) {
	const found = [];
	for (const folder of topmost(foldersWith(project, /^deno\.jsonc?$/))) {
		const isTest = (path) => isBelow(path, folder) && /[_.]test\.[cm]?[jt]sx?$/.test(path);
		if (!project.paths.some(isTest)) continue;
		const why = ["deno.json", "deno.jsonc"].map((name) => within(folder, name)).find((path) => project.has(path)) ?? folder;
		const run = `${/"test"\s{0,9}:\s{0,9}"deno test[^"&|;]{0,300}"/.test(await project.read(why)) ? "deno task test" : "deno test"} --junit-path="$QAAGENT_REPORT_DIR/deno.xml"`;
		found.push(commandSuite({
			name: "deno",
			tool: "deno",
			folder,
			why
		}, run, { rerun: `${run} {files}` }));
	}
	return found;
}
function findRspec(project) {
	const specs = project.paths.filter((path) => path.endsWith("_spec.rb"));
	return topmost([...new Set(specs.map(rubyProject))]).map((folder) => {
		const why = specs.find((path) => folder === "." || path.startsWith(`${folder}/`)) ?? folder;
		const run = `${project.has(within(folder, "Gemfile")) ? "bundle exec rspec" : "rspec"} --format progress --format json --out "\$QAAGENT_REPORT_DIR/rspec.json"`;
		return commandSuite({
			name: "rspec",
			tool: "rspec",
			folder,
			why
		}, run, { rerun: `${run} {files}` });
	});
}
/** The folder in which RSpec starts: that of the folder `spec`. */
function rubyProject(path) {
	const inSpec = /^(?:(.*)\/)?spec\//.exec(path);
	return inSpec === null ? folderOf(path) : inSpec[1] ?? ".";
}
function findPhpunit(project) {
	return topmost(foldersWith(project, /^phpunit(\.dist)?\.xml(\.dist)?$/)).map((folder) => {
		const why = [
			"phpunit.xml",
			"phpunit.xml.dist",
			"phpunit.dist.xml"
		].map((name) => within(folder, name)).find((path) => project.has(path)) ?? folder;
		const run = `${project.has(within(folder, "composer.json")) ? "vendor/bin/phpunit" : "phpunit"} --log-junit "$QAAGENT_REPORT_DIR/phpunit.xml"`;
		return commandSuite({
			name: "phpunit",
			tool: "phpunit",
			folder,
			why
		}, run, { rerun: `${run} --filter {names_regex}` });
	});
}
function findBats(project) {
	const tests = project.paths.filter((path) => path.endsWith(".bats"));
	const [why] = tests;
	if (why === void 0) return [];
	const folders = [...new Set(tests.map(folderOf))].map((folder) => quoteWord(folder));
	const program = "bats --report-formatter junit --output \"$QAAGENT_REPORT_DIR\"";
	return [commandSuite({
		name: "bats",
		tool: "bats",
		folder: ".",
		why
	}, `${program} ${folders.join(" ")}`, { rerun: `${program} {files}` })];
}
// src/settings/detect/set-aside.ts
/** Folders that hold projects which the tests or the readers of a repository use, and code of others. */
const ASIDE = /^(?:__fixtures__|fixtures?|testdata|test[-_]data|examples?|samples?|templates?|third[-_]party|external)$/i;
/** Files that make a folder a project of its own. */
const MARKERS = /^(?:package\.json|pyproject\.toml|setup\.(?:py|cfg)|\.?pytest\.(?:ini|toml)|tox\.ini|manage\.py|go\.mod|Cargo\.toml|pom\.xml|(?:build|settings)\.gradle(?:\.kts)?|phpunit\.xml(?:\.dist)?|CMakeLists\.txt|(?:vitest|jest|playwright)\.config\.\w+)$/;
/** Files that name the packages of a workspace. */
const WORKSPACES = [
	"package.json",
	"pnpm-workspace.yaml",
	"lerna.json",
	"Cargo.toml",
	"go.work",
	"pyproject.toml"
];
/**
* Projects below a project whose tests are not its own: fixtures, examples, code of others, submodules. A workspace that
* names them makes them its packages.
*/
async function foldersAside(project) {
	const workspaces = (await Promise.all(WORKSPACES.map((name) => project.read(name)))).join("\n");
	const projects = foldersWith(project, MARKERS).filter((folder) => folder !== ".");
	const aside = topmost(projects.filter((folder) => isAside(folder, workspaces))).map((folder) => ({
		folder,
		reason: `a project in a folder named \`${nameOf(folder)}\`; plain use of the tools at the top does not run it as one`
	}));
	const submodules = Array.from((await project.read(".gitmodules")).matchAll(/^[ \t]{0,20}path {0,20}= {0,20}(\S.*)$/gm)).map(([, folder = ""]) => ({
		folder: folder.trim(),
		reason: "a submodule of git, with tests of its own"
	}));
	return [...submodules, ...aside.filter(({ folder }) => !submodules.some((other) => isBelow(folder, other.folder)))];
}
const nameOf = (folder) => folder.split("/").find((part) => ASIDE.test(part)) ?? folder;
function isAside(folder, workspaces) {
	const parts = folder.split("/");
	const at = parts.findIndex((part) => ASIDE.test(part));
	if (at < 0) return false;
	return ![parts.slice(0, at + 1).join("/"), folder].some((path) => namesPath(workspaces, path));
}
function namesPath(text, path) {
	for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) if (/["'\s./]/.test(text[at - 1] ?? " ") && /["'\s/]/.test(text[at + path.length] ?? " ")) return true;
	return false;
}
/** The project without some of its folders. */
function without(project, aside) {
	if (aside.length === 0) return project;
	const folders = new Set(aside.map(({ folder }) => folder));
	return {
		...project,
		paths: project.paths.filter((path) => !isIn(path, folders))
	};
}
function isIn(path, folders) {
	for (let folder = folderOf(path); folder !== "."; folder = folderOf(folder)) if (folders.has(folder)) return true;
	return false;
}
// src/settings/detect/detect-suites.ts
/** Finds the suites of a repository that names none: what plain use of each tool in it would run. */
async function detectSuites(files, directory) {
	const project = await withoutBddFeatures(await listProjectFiles(files, directory));
	const aside = await foldersAside(project);
	const own = await suitesIn(without(project, aside));
	if (aside.length === 0 || own.suites.length === 0) return {
		...await suitesIn(project),
		aside: []
	};
	const hasTests = ({ folder }) => project.paths.some((path) => isBelow(path, folder) && isTestFile(path));
	return {
		...own,
		aside: aside.filter(hasTests)
	};
}
const isTestFile = (path) => isJsTest(path) || OTHERS.some(([ending]) => ending.test(path)) || /(?:^|\/)tests?\//i.test(path);
/** What is found in a project, all of whose folders are its own. */
async function suitesIn(project) {
	const python = await findPython(project);
	const javascript = await findJavaScript(project);
	const found = [
		...python,
		...javascript.suites,
		...await findCompiled(project),
		...await findScripting(project)
	];
	const uncovered = await uncoveredTests(project, found);
	const endings = new Set(project.paths.map((path) => /\.\w+$/.exec(path)?.[0] ?? ""));
	const reasons = javascript.leftOut;
	return {
		suites: nameSuites(found).flatMap(([name, suite]) => detected(name, suite)),
		leftOut: [...reasons, ...uncovered.filter(({ path }) => !reasons.some((other) => other.path === path))],
		unconfigured: project.paths.filter((path) => isPythonTest(path) && isUnconfigured(path, found)),
		endings
	};
}
function detected(name, { settings, folder, why }) {
	const written = folder === "." ? settings : {
		...settings,
		"working-directory": folder
	};
	const { suites } = parseSuites({ [name]: foldKeys(written) }, name);
	return suites.map((entry) => ({
		entry,
		written,
		why
	}));
}
/** Tests below a suite that its own configuration restricts to other folders. */
function isUnconfigured(path, suites) {
	const around = suites.filter(({ tool, folder }) => tool === "pytest" && isBelow(path, folder));
	return around.length > 0 && !around.some((suite) => covers(suite, path));
}
/** Test files for which there is no suite at all. */
async function uncoveredTests(project, suites) {
	const left = [];
	for (const path of project.paths) {
		const reason = isJsTest(path) ? uncoveredJs(path, toolOfTest(await project.read(path)), suites) : uncoveredOther(path, suites);
		if (reason !== null) left.push({
			path,
			reason
		});
	}
	return left;
}
const JS = /* @__PURE__ */ new Set([
	"playwright",
	"deno",
	...JS_TOOLS.map(({ name }) => name)
]);
function uncoveredJs(path, tool, suites) {
	const around = suites.filter((suite) => JS.has(suite.tool) && covers(suite, path));
	if (tool !== null) return around.some((suite) => suite.tool === tool) ? null : `no configuration or script of ${tool} was found for it`;
	return around.length > 0 ? null : "no configuration or script of a test runner was found for it";
}
const OTHERS = [
	[
		/_test\.go$/,
		["go"],
		"there is no go.mod in its folder or above"
	],
	[
		/_spec\.rb$/,
		["rspec"],
		"RSpec was not found for it"
	],
	[
		/\.feature$/,
		["behave"],
		"no Python step files were found next to it"
	],
	[
		/(^|\/)test_[^/]*\.py$|_test\.py$/,
		["pytest", "django"],
		"no pytest suite covers it"
	]
];
function uncoveredOther(path, suites) {
	const kind = OTHERS.find(([ending]) => ending.test(path));
	if (kind === void 0) return null;
	const [, tools, reason] = kind;
	return suites.some(({ tool, folder }) => tools.includes(tool) && isBelow(path, folder)) ? null : reason;
}
// src/settings/detect/quality-target.ts
/**
* Why suites that write to a service or load it may not start by themselves; null when they may: only against an
* application that this run has started on this very machine. Whatever else a base URL leads to belongs to somebody.
*/
function notOurs({ baseUrl, startsApplication }) {
	if (baseUrl === null) return "there is no `base-url`";
	if (!startsApplication) return `this run does not start the application at ${baseUrl}`;
	return isLoopback(baseUrl) ? null : `${baseUrl} is not on this machine`;
}
/** True for an address that never leaves the machine. */
function isLoopback(address) {
	const { hostname } = new URL(address);
	return /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])$/.test(hostname);
}
// src/settings/detect/quality-config.ts
const MOST_URLS = 50;
/** The pages of `.pa11yci` or `.axerc`, with the rules that the latter names; the base URL when it names no page. */
async function accessibilityOf(path, target, files, directory) {
	const config = await readConfig(path, target, files, directory);
	if ("reason" in config) return config;
	const urls = listOf(config.value, "urls").map((one) => typeof one === "string" ? one : textOf(one, "url"));
	const run = member(config.value, "runOnly");
	const tags = (Array.isArray(run) ? run : listOf(run, "values")).filter((tag) => typeof tag === "string");
	return {
		settings: {
			urls: pagesOf(urls, config.baseUrl),
			tags
		},
		why: `at ${config.baseUrl}`
	};
}
/**
* The pages and runs of a Lighthouse CI configuration, judged by the scores that it asserts as errors. One that asserts
* no score of a category is not proposed: a limit that was not set must not make a run red.
*/
async function performanceOf(path, target, files, directory) {
	const config = await readConfig(path, target, files, directory);
	if ("reason" in config) return config;
	const ci = member(config.value, "ci");
	const thresholds = scoresOf(member(member(ci, "assert"), "assertions"));
	if (Object.keys(thresholds).length === 0) return { reason: "it does not assert the score of a category as an error" };
	const collect = member(ci, "collect");
	const url = member(collect, "url");
	const urls = (Array.isArray(url) ? url : [url]).filter((one) => typeof one === "string");
	const runs = Math.min(9, Math.max(1, Math.trunc(numberOf(collect, "numberOfRuns") ?? 1)));
	return {
		settings: {
			urls: pagesOf(urls, config.baseUrl),
			thresholds,
			runs
		},
		why: `at ${config.baseUrl}`
	};
}
async function readConfig(path, target, files, directory) {
	if (target.baseUrl === null) return { reason: "there is no `base-url`" };
	if (/\.[cm]?js$/.test(path)) return { reason: "it is a script, not JSON or YAML" };
	const yaml = parseYaml(await files.readTextIfExists(join(directory, path)) ?? "");
	return yaml.ok ? {
		value: yaml.value,
		baseUrl: target.baseUrl
	} : { reason: yaml.message };
}
/** Minimum scores in per cent: `"categories:seo": ["error", { "minScore": 0.9 }]`. */
function scoresOf(assertions) {
	const scores = entriesOf(assertions).flatMap(([key, value]) => {
		const category = LIGHTHOUSE_CATEGORIES.find((name) => key === `categories:${name}`);
		const [level, options] = Array.isArray(value) ? value : [];
		const score = numberOf(options, "minScore");
		if (category === void 0 || level !== "error" || score === null || score < 0 || score > 1) return [];
		return [[category, Math.round(score * 100)]];
	});
	return Object.fromEntries(scores);
}
/** A page on any port of this machine is one of the application under test: its address there is not known before. */
function pagesOf(urls, baseUrl) {
	return urls.filter((url) => url !== "").slice(0, MOST_URLS).map((url) => {
		if (!/^https?:/i.test(url) || !URL.canParse(url)) return url.startsWith("/") ? url : `/${url}`;
		const { pathname, search, origin } = new URL(url);
		return isLoopback(url) || origin === new URL(baseUrl).origin ? `${pathname}${search}` : url;
	});
}
// src/settings/detect/propose-quality.ts
/** In the order in which they run: what loads the service most comes last. */
const PROPOSERS = [
	{
		name: "api",
		runner: "schemathesis",
		patterns: [
			"",
			"docs/",
			"api/",
			"spec/"
		].map((folder) => `${folder}{openapi,swagger}.{yaml,yml,json}`),
		propose: (spec, target) => Promise.resolve(onlyOurs(target, { spec }))
	},
	{
		name: "accessibility",
		runner: "axe",
		patterns: [
			".pa11yci",
			".pa11yci.json",
			".axerc",
			".axerc.{json,yaml,yml}",
			".pa11yci.{js,cjs}"
		],
		propose: accessibilityOf
	},
	{
		name: "performance",
		runner: "lighthouse",
		patterns: [...[
			"lighthouserc.{json,yaml,yml}",
			".lighthouserc.{json,yaml,yml}",
			".lighthouserc"
		], ...["lighthouserc.{js,cjs,mjs}", ".lighthouserc.{js,cjs,mjs}"]],
		propose: performanceOf
	},
	{
		name: "load",
		runner: "locust",
		patterns: [
			"locustfile.py",
			"*/locustfile.py",
			"*/*/locustfile.py"
		],
		propose: (file, target) => Promise.resolve(onlyOurs(target, {
			file,
			run_time: "10s"
		}))
	}
];
function onlyOurs(target, settings) {
	const reason = notOurs(target);
	return reason === null ? {
		settings,
		why: `and this run starts ${target.baseUrl ?? ""}`
	} : { reason };
}
/**
* Proposes quality suites to a repository that has written down no suites at all. The repository's own files have to
* ask for one: an OpenAPI description, a configuration of pages to check, a locustfile. What sends requests that write,
* or load, is proposed only against an application that this run itself starts on this machine; what only looks at
* pages needs a base URL and scores or pages that the repository has set down as data. Each runs after `before`.
*/
async function proposeQuality(target, before, files, directory) {
	const suites = [];
	const leftOut = [];
	for (const { name, runner, patterns, propose } of PROPOSERS) {
		const evidence = await evidenceOf(runner, patterns, target, files, directory);
		if (evidence === null) continue;
		const proposal = await propose(evidence, target, files, directory);
		if ("reason" in proposal) {
			leftOut.push(`${runner} is not proposed for ${evidence}: ${proposal.reason}. To run it, define it under \`suites\`.`);
			continue;
		}
		const written = {
			runner,
			after: [...before, ...suites.map(({ entry }) => entry.name)],
			...proposal.settings
		};
		const parsed = parseSuites({ [name]: foldKeys(written) }, name);
		suites.push(...parsed.suites.map((entry) => ({
			entry,
			written,
			why: `${evidence}, ${proposal.why}`
		})));
		leftOut.push(...parsed.problems.map(({ message }) => `${runner} is not proposed for ${evidence}: ${message}`));
	}
	return {
		suites,
		leftOut
	};
}
/** A description that the settings name is better than one that lies about. */
async function evidenceOf(runner, patterns, { openapi }, files, directory) {
	if (runner === "schemathesis" && openapi !== null) return openapi;
	return firstMatch(patterns, files, directory);
}
// src/app/read/find-suites.ts
/** Finds the suites of a repository that names none, and beside them the quality suites that its files ask for. */
async function findSuites(values, file, directory, files) {
	const found = await detectSuites(files, directory);
	const { baseUrl, application } = chooseApplication(file, {
		...file.run,
		...values
	});
	const openapi = values.openapi ?? file.run.openapi ?? file.openapi;
	const quality = await proposeQuality({
		baseUrl,
		startsApplication: application !== null,
		openapi
	}, found.suites.map(({ entry }) => entry.name), files, directory);
	return {
		suites: [...found.suites, ...quality.suites],
		leftOut: [
			...quality.leftOut,
			...unconfigured(found.unconfigured),
			...found.aside.map(({ folder, reason }) => `${folder}: ${reason}. Write a suite with \`working-directory: ${folder}\` to run it.`)
		],
		untested: found.leftOut.map(({ path, reason }) => `${path}: ${reason}`),
		examples: found.leftOut.flatMap(({ example }) => example ?? []),
		endings: found.endings
	};
}
function unconfigured(paths) {
	const [first] = paths;
	if (first === void 0) return [];
	return [`${first}${paths.length === 1 ? "" : ` and ${paths.length - 1} more`}: not collected by pytest, because \`testpaths\` excludes it.`];
}
/** A line to write, for the kinds of files that are there. */
const EXAMPLES = [
	[[".py"], "unit: pytest tests"],
	[[
		".ts",
		".tsx",
		".js",
		".jsx",
		".mjs",
		".cjs"
	], "unit: npx vitest run"],
	[[".go"], "unit: go test ./..."],
	[[".java", ".kt"], "unit: mvn -B test"],
	[[".rb"], "unit: {runner: command, run: bundle exec rspec --format progress --format json --out report.json, report: report.json}"],
	[[".php"], "unit: vendor/bin/phpunit"],
	[[".cs", ".fs"], "unit: dotnet test"],
	[[
		".rs",
		".c",
		".cc",
		".cpp",
		".sh"
	], "unit: {runner: command, run: make test, report: \"reports/*.xml\"}"]
];
const LOOKED_FOR = [
	"pytest (test_*.py, *_test.py, its configuration)",
	"Behave (*.feature)",
	"Playwright, vitest, jest, mocha, ava, tap, bun, node:test (their configuration, package.json, or imports of test files)",
	"Deno (deno.json)",
	"Go (go.mod)",
	"Cargo (Cargo.toml)",
	"Maven (pom.xml)",
	"Gradle (build.gradle)",
	"RSpec (*_spec.rb)",
	"PHPUnit (phpunit.xml)",
	"bats (*.bats)",
	".NET (*.csproj)",
	"CTest (CMakeLists.txt)"
].join(", ");
const MOST_NAMED = 5;
/** Says that there is no suite: where and what was looked for, what is there and not run, and what to write. */
function noSuites(base, { endings, untested, examples }) {
	const usual = EXAMPLES.filter(([known]) => known.some((ending) => endings.has(ending))).map(([, example]) => example);
	const example = examples[0] ?? usual[0] ?? "unit: pytest tests";
	const more = untested.length > MOST_NAMED ? ` and ${untested.length - MOST_NAMED} more` : "";
	const message = `no suite is defined, and no tests were found in ${base} or its subfolders. ${untested.length === 0 ? `Searched for: ${LOOKED_FOR}.` : `Test files without a suite: ${untested.slice(0, MOST_NAMED).join("; ")}${more}.`}`;
	return settingsError("suites", message, `Define \`suites\`, for example \`${example}\`.`);
}
export { findSuites, noSuites };
