import { A as firstMatch, C as isJsTest, D as commandSuite, E as isPythonTest, F as topmost, Gn as numberOf, Hn as entriesOf, I as within, Jn as textOf, Kn as parseJson, L as chooseApplication, M as foldersWith, N as isBelow, O as covers, P as listProjectFiles, Qt as LIGHTHOUSE_CATEGORIES, S as commandsOf, T as findPython, Un as listOf, Wn as member, b as lineWithReport, gt as parseYaml, j as folderOf, k as nameSuites, lr as quoteWord, nr as foldKeys, rr as settingsError, w as toolOfTest, x as JS_TOOLS, y as parseSuites } from "./start.js";
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
// src/settings/detect/javascript.ts
/** Playwright, vitest, jest, mocha, ava and node:test, in every package that has its own configuration or script. */
async function findJavaScript(project) {
	const packages = await jsPackages(project);
	const suites = [...findPlaywright(project)];
	for (const tool of JS_TOOLS) suites.push(...await suitesOf(tool, packages, project));
	return {
		suites,
		leftOut: packages.flatMap((one) => unreadScript(one, suites))
	};
}
async function jsPackages(project) {
	const folders = foldersWith(project, /^(package\.json|vitest\.(config|workspace)\.\w+|jest\.config\.\w+|\.mocharc\.\w+)$/);
	return Promise.all(folders.map(async (folder) => {
		const manifest = parseJson(await project.read(within(folder, "package.json")));
		const names = project.paths.filter((path) => isBelow(path, folder)).map((path) => folder === "." ? path : path.slice(folder.length + 1));
		return {
			folder,
			manifest,
			script: textOf(member(manifest, "scripts"), "test"),
			names: names.filter((name) => !name.includes("/"))
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
	for (const one of packages) {
		const sign = await signOf(tool, one, project);
		if (sign !== null && !found.some((upper) => isEntered(upper.one, upper.sign, one))) found.push({
			one,
			sign
		});
	}
	const isForOthers = ({ one, sign }) => sign.isHint && found.some((other) => other.one !== one && isBelow(other.one.folder, one.folder));
	return found.filter((one) => !isForOthers(one)).map(({ one, sign }) => suiteOf(tool, one, sign.why, project));
}
/** True when the tool of the upper package runs the tests of this one as well. */
function isEntered(upper, sign, one) {
	return !sign.isHint && isBelow(one.folder, upper.folder);
}
async function signOf(tool, one, project) {
	const { folder, manifest, script, names } = one;
	const config = names.find((name) => tool.config.test(name));
	if (config !== void 0) return {
		why: within(folder, config),
		isHint: false
	};
	const where = within(folder, "package.json");
	if (commandsOf(script).some((line) => tool.command.test(line))) return {
		why: `${where}: scripts.test`,
		isHint: false
	};
	if (tool.key !== void 0 && member(manifest, tool.key) !== void 0) return {
		why: `${where}: ${tool.key}`,
		isHint: false
	};
	const vite = tool.name === "vitest" ? names.find((name) => /^vite\.config\.[cm]?[jt]s$/.test(name)) : void 0;
	const configured = vite === void 0 ? "" : await project.read(within(folder, vite));
	if (vite !== void 0 && /\btest\s*:|vitest/.test(configured)) return {
		why: within(folder, vite),
		isHint: false
	};
	return installedSign(tool, one, project);
}
/** A tool that is installed, or needs no installation, and test files that are written for it. */
async function installedSign(tool, { folder, manifest }, project) {
	const isInstalled = ["dependencies", "devDependencies"].flatMap((key) => entriesOf(member(manifest, key))).some(([name]) => name === tool.program);
	const isBuiltIn = tool.name === "node-test";
	if (!isInstalled && !isBuiltIn) return null;
	for (const path of project.paths.filter((file) => isBelow(file, folder) && isJsTest(file))) {
		const written = toolOfTest(await project.read(path));
		if (written === tool.name || written === null && isInstalled) return {
			why: path,
			isHint: true
		};
	}
	return null;
}
function suiteOf(tool, one, why, project) {
	const found = {
		name: tool.name,
		tool: tool.name,
		folder: one.folder,
		why
	};
	const { run, rerun } = lineWithReport(tool, lineOf(tool, one, project), one.script);
	return commandSuite(found, run, rerun === void 0 ? {} : { rerun });
}
/** The script `test` where the tool comes last in it, so that options can be added; else the tool itself. */
function lineOf(tool, { script, folder }, project) {
	const lines = commandsOf(script);
	if (tool.name === "node-test") return lines.find((line) => tool.command.test(line)) ?? "node --test";
	const last = lines.at(-1) ?? "";
	if (tool.name === "ava" || !tool.command.test(last)) return `npx ${tool.program}`;
	const has = (name) => project.has(within(folder, name)) || project.has(name);
	if (has("pnpm-lock.yaml")) return "pnpm test";
	return has("yarn.lock") ? "yarn test" : "npm test --";
}
/** A script `test` that starts nothing whose results can be read. */
function unreadScript({ folder, script }, suites) {
	const lines = commandsOf(script);
	const isPlaceholder = /no test specified/.test(script) || script === "";
	const isKnown = lines.some((line) => /^playwright\b/.test(line) || JS_TOOLS.some(({ command }) => command.test(line)));
	const starts = lines.some((line) => /^(npm|pnpm|yarn|turbo|nx|lerna|wireit|run-[sp])\b/.test(line));
	if (isPlaceholder || isKnown || starts || suites.some((suite) => suite.folder === folder)) return [];
	const reason = `\`${script.slice(0, 80)}\` writes no report that is known; name the suite with \`run\` and \`report\``;
	return [{
		path: `${within(folder, "package.json")}: scripts.test`,
		reason
	}];
}
// src/settings/detect/scripting.ts
/** RSpec, PHPUnit and bats. */
function findScripting(project) {
	return [
		...findRspec(project),
		...findPhpunit(project),
		...findBats(project)
	];
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
// src/settings/detect/detect-suites.ts
/** Finds the suites of a repository that names none: what plain use of each tool in it would run. */
async function detectSuites(files, directory) {
	const project = await listProjectFiles(files, directory);
	const python = await findPython(project);
	const javascript = await findJavaScript(project);
	const found = [
		...python,
		...javascript.suites,
		...await findCompiled(project),
		...findScripting(project)
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
	"vitest",
	"jest",
	"mocha",
	"ava",
	"node-test",
	"playwright"
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
		"no go.mod is above it"
	],
	[
		/_spec\.rb$/,
		["rspec"],
		"RSpec was not found for it"
	],
	[
		/\.feature$/,
		["behave"],
		"no step files in Python were found beside it"
	],
	[
		/(^|\/)test_[^/]*\.py$|_test\.py$/,
		["pytest", "django"],
		"no suite of pytest covers it"
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
	if (!startsApplication) return `this run does not start what answers at ${baseUrl}`;
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
	if (Object.keys(thresholds).length === 0) return { reason: "it asserts no score of a category as an error" };
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
	if (/\.[cm]?js$/.test(path)) return { reason: "it is a program, not data" };
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
			leftOut.push(`${runner} is not proposed for ${evidence}: ${proposal.reason}. Write it under \`suites\` to run it.`);
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
		leftOut: [...quality.leftOut, ...unconfigured(found.unconfigured)],
		untested: found.leftOut.map(({ path, reason }) => `${path}: ${reason}`),
		endings: found.endings
	};
}
function unconfigured(paths) {
	const [first] = paths;
	if (first === void 0) return [];
	return [`${first}${paths.length === 1 ? "" : ` and ${paths.length - 1} more`}: \`testpaths\` of pytest leaves it out, so plain pytest does, too.`];
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
	"Playwright, vitest, jest, mocha, ava (their configuration, or package.json)",
	"node:test",
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
/** Says that there is no suite: where and what was looked for, what is there and not run, and what to write. */
function noSuites(base, { endings, untested }) {
	const example = EXAMPLES.filter(([known]) => known.some((ending) => endings.has(ending))).map(([, example]) => example)[0] ?? "unit: pytest tests";
	const named = untested.length === 0 ? "" : ` There are tests without a suite: ${untested.slice(0, 5).join("; ")}.`;
	const message = `none is written down and none was found in ${base} and the folders below it. Looked for: ${LOOKED_FOR}.${named}`;
	return settingsError("suites", message, `Write \`suites\`, for example \`${example}\`.`);
}
export { findSuites, noSuites };
