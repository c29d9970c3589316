import { Bn as envOf, E as commandsOf, Er as textOf, Sr as member, Vr as foldersUpTo, wr as parseJson } from "./start.js";
import { dirname, join } from "node:path";
// src/app/command/finding.ts
/** A finding without anything to mend. */
const fine = (text) => ({
	severity: "ok",
	text,
	remedy: ""
});
// src/app/command/tool-output.ts
/** Runs a program as the suite would, for half a minute at most; its exit status and the end of its output. */
async function outputOf(command, suite, services) {
	const { processes, context, files, clock } = services;
	const directory = join(context.temporaryDirectory, `qaagent-doctor-${clock.now()}`, suite.name);
	const logFile = join(directory, "output.log");
	await files.makeDirectory(directory);
	const { exitCode } = await processes.start({
		command,
		cwd: suite.workingDirectory,
		env: envOf(suite, services),
		timeoutMs: 3e4,
		idleTimeoutMs: null,
		graceMs: 1e3,
		track: `doctor-${suite.name}`,
		logFile,
		stateDirectory: directory,
		eventsFile: null
	}).finished;
	return {
		exit: exitCode,
		output: await files.readTail(logFile, 4e3)
	};
}
// src/app/command/examine-command.ts
/** Starts of scripts in scripts that are followed. */
const MOST_SCRIPTS = 20;
/** The first program of the line, or of the scripts of package.json that it starts, which is not installed; else the line. */
async function examineCommand(called, suite, services) {
	const place = await packageOf(suite, services);
	const parts = partsOf(suite.run, member(place?.manifest, "scripts"), MOST_SCRIPTS);
	for (const part of parts) {
		const missing = await missingIn(part, suite, place, services);
		if (missing !== null) return {
			severity: "error",
			text: `${called}: ${missing.message}`,
			remedy: missing.remedy
		};
	}
	const advice = await packagesAdvice(suite, services);
	if (advice !== null) return {
		severity: "warning",
		text: `${called}: ${advice.message}`,
		remedy: advice.remedy
	};
	return fine(`${called}: ${suite.run.split("\n", 1)[0] ?? ""}`);
}
async function packageOf({ workingDirectory }, services) {
	const { files, context } = services;
	for (const folder of foldersUpTo(context.workspace, workingDirectory)) {
		const text = await files.readTextIfExists(join(folder, "package.json"));
		if (text !== null) return {
			folder,
			manifest: parseJson(text)
		};
	}
	return null;
}
/** Starts a script of package.json. */
const SCRIPT = /^(?:(?:npm|pnpm|yarn|bun)(?: +run(?:-script)?)? +)?([\w:.-]{1,80})(?= |$)/;
/** The commands of a line; a script of package.json stands as the commands that it holds. */
function partsOf(line, scripts, most) {
	return commandsOf(line).flatMap((part) => {
		const [words = "", name = ""] = SCRIPT.exec(part.replace(/^(npm) t(?= |$)/, "$1 test")) ?? [];
		const script = (/^(?:npm|pnpm|yarn|bun) /.test(words) || /(?:^|[&|;])\s*yarn\s/.test(line)) && most > 0 ? textOf(scripts, name) : "";
		return script === "" ? [part] : partsOf(script, scripts, most - 1);
	});
}
async function missingIn(part, suite, place, services) {
	const [program = "", option, module = ""] = part.trim().split(/\s+/);
	if (isPath(program)) return missingFile(program, suite, services);
	if (!/^[A-Za-z][\w.-]*$/.test(program) || BUILT_IN.includes(program)) return null;
	if (program === "node") return missingPackages(suite, place, services);
	const found = await services.processes.which(program, envOf(suite, services));
	if (found === null) return await isLocal(program, suite, services) ? null : notInstalled(program, place, services);
	return /^python[\d.]*$/.test(program) && option === "-m" ? missingModule(found, module, suite, services) : null;
}
const isPath = (program) => /^\.{0,2}[\w.-]*\/[\w./-]+$/.test(program);
async function missingFile(program, suite, { files }) {
	const path = program.startsWith("/") ? program : join(suite.workingDirectory, program);
	if (await files.exists(path)) return null;
	const [folder = "", ...rest] = program.split(/\/(?:bin|Scripts)\//);
	const remedy = rest.length > 0 && folder.includes("venv") ? `Create the environment again (\`python -m venv ${folder}\`), and install the packages of the project in it.` : "Correct the path, which starts at the working directory of the suite.";
	return {
		message: `${program} does not exist`,
		remedy
	};
}
async function isLocal(program, suite, { files, context }) {
	for (const folder of foldersUpTo(context.workspace, suite.workingDirectory)) if (await files.exists(join(folder, "node_modules", ".bin", program))) return true;
	return false;
}
async function notInstalled(program, place, services) {
	const message = `${program} is not on PATH`;
	if (place === null || PROGRAMS.test(program)) return {
		message,
		remedy: `Install ${program}, or correct \`run\` of the suite.`
	};
	const names = [program, ...program === "playwright" ? ["@playwright/test"] : []];
	const isNamed = names.some((name) => dependenciesOf(place).includes(name));
	const install = await installLine(place.folder, services);
	const remedy = isNamed ? `Run \`${install}\`.` : `Run \`npm install --save-dev ${names.at(-1) ?? program}\`.`;
	return {
		message: `${program} is not installed`,
		remedy
	};
}
/** Programs that no package of JavaScript brings. */
const PROGRAMS = /^(?:npm|pnpm|yarn|bun|python[\d.]*|pytest|behave|uv|poetry|pdm|pipenv|hatch|tox|nox|go|cargo|make|mvn|gradle|docker)$/;
const dependenciesOf = ({ manifest }) => ["dependencies", "devDependencies"].flatMap((key) => Object.keys(member(manifest, key) ?? {}));
/** Tests of node need no program of a package, and may import one. */
async function missingPackages(suite, place, services) {
	if (place === null || dependenciesOf(place).length === 0) return null;
	const { files, context } = services;
	for (const folder of foldersUpTo(context.workspace, suite.workingDirectory)) if (await files.isDirectory(join(folder, "node_modules"))) return null;
	return {
		message: "the packages of package.json are not installed",
		remedy: `Run \`${await installLine(place.folder, services)}\`.`
	};
}
async function installLine(folder, { files, context }) {
	for (const at of foldersUpTo(context.workspace, folder)) {
		if (await files.exists(join(at, "pnpm-lock.yaml"))) return "pnpm install";
		if (await files.exists(join(at, "yarn.lock"))) return "yarn install";
		if (await files.exists(join(at, "package-lock.json"))) return "npm ci";
		if (at === dirname(at)) break;
	}
	return "npm install";
}
async function missingModule(python, module, suite, services) {
	if (!/^[A-Za-z_]\w*$/.test(module)) return null;
	const { exit } = await outputOf([
		python,
		"-c",
		`import ${module}`
	], suite, services);
	return exit === 0 ? null : {
		message: `${module} is not installed for ${python}`,
		remedy: `Run \`${python} -m pip install ${module}\`.`
	};
}
/** Starts the scripts of several packages. */
const SEVERAL = /(?:^|\s)(?:--workspaces|-ws|--workspace[= ]|-r|--recursive|--filter)(?=\s|$)|^(?:turbo|nx|lerna)\b/;
/** What to do about one line that runs the tests of several packages; null for every other suite. */
async function packagesAdvice(suite, services) {
	if (suite.runner !== "command" || suite.detected || suite.report.length > 0) return null;
	const text = await services.files.readTextIfExists(join(suite.workingDirectory, "package.json"));
	const manifest = parseJson(text ?? "");
	if (member(manifest, "workspaces") === null || member(manifest, "workspaces") === void 0) return null;
	if (!partsOf(suite.run, member(manifest, "scripts"), MOST_SCRIPTS).some((part) => SEVERAL.test(part))) return null;
	return {
		message: "one line runs the tests of several packages, and what their tools report of them is not known",
		remedy: "Write a suite for each package, for example `web: { runner: command, run: npm test, working-directory: packages/web }`, or remove `suites`: then each package is found as one."
	};
}
/** Words of the shell itself. */
const BUILT_IN = [...[
	"cd",
	"export",
	"set",
	"source",
	"if",
	"then",
	"fi",
	"for",
	"while",
	"do",
	"done",
	"else"
], ...[
	"exec",
	"eval",
	"time",
	"test",
	"true",
	"false",
	"echo",
	"exit"
]];
export { fine as i, packagesAdvice as n, outputOf as r, examineCommand as t };
