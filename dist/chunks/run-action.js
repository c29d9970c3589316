import { A as concludeRun, At as totalsOf, B as publishContext, C as applicationFiles, Ct as recordEnd, D as recordSilence, Dt as buildView, E as recordReady, F as problemLine, Ft as shellWord, H as publishSummary, I as reportInvalidSettings, It as atCheckout, J as baselineOf, Lt as testFolders, Mt as settingsError, N as logPlan, Nt as escapeRegex, Ot as addTotals, P as logProblems, Pt as fillTemplate, R as countOutputs, Rt as publishedContext, S as createStepFiles, T as recordApplicationStart, Tt as awaitHealth, U as publishRemote, V as addToSummary, W as publishingProblem, X as withHistoryNote, Y as readHistory, Z as identityOf, _t as outcomeOf, c as readQuarantineText, ct as shardName, d as readApi, dt as SHARD_FILE, f as isProposed, ft as parseShardRecord, gt as redactorFor, h as runGenerated, i as readSettings, it as prepare, j as judge, jt as didYouMean, k as completeRun, kt as countedAs, lt as readRecorded, ot as withheldVariables, p as skipUnavailable, q as annotationsOf, s as readRunInputs, st as digestOfSet, tt as childEnv, u as startRun, ut as coverRoutes, v as recordRun, vt as runConclusion, w as readApplicationEnd, wt as answersAll, x as qualityPreparer, y as runSuite, yt as suiteConclusion, z as NOTHING_MEASURED } from "./services.js";
import { C as finalStateOf, _ as firstLine, b as testKey, g as clipBytes, i as readRepositoryFiles, p as formatDuration, t as CATEGORIES, w as isBad, y as stripAnsi } from "./diagnosis.js";
import { a as listOf, d as textsOf, o as member, s as numberOf, u as textOf } from "./file-coverage.js";
import { dirname, join } from "node:path";
// src/app/command/choose-suites.ts
const ALL = {
	suites: [],
	only: []
};
/** The settings with the chosen suites and tests alone. Refuses a name that is no suite, and tests that cannot be chosen. */
function chooseSuites(settings, { suites: wanted, only }) {
	const names = settings.suites.map(({ name }) => name);
	const unknown = wanted.filter((name) => !names.includes(name));
	if (unknown.length > 0) return {
		ok: false,
		problems: unknown.map((name) => notASuite(name, names))
	};
	const chosen = wanted.length === 0 ? settings.suites : settings.suites.filter(({ name }) => wanted.includes(name));
	const suites = chosen.map((suite) => ({
		...suite,
		enabled: suite.enabled || wanted.includes(suite.name),
		after: suite.after.filter((name) => chosen.some((other) => other.name === name))
	}));
	const [first] = suites;
	if (only.length === 0 || first === void 0) return {
		ok: true,
		settings: {
			...settings,
			suites
		}
	};
	if (suites.length > 1) {
		const remedy = `Name one suite: ${names.join(", ")}.`;
		return {
			ok: false,
			problems: [settingsError("--only", "does not say in which suite the test is.", remedy)]
		};
	}
	const suite = onlyTests(first, only);
	return "severity" in suite ? {
		ok: false,
		problems: [suite]
	} : {
		ok: true,
		settings: {
			...settings,
			suites: [suite]
		}
	};
}
function notASuite(name, names) {
	const guess = didYouMean(name, names);
	return settingsError("suites", `"${name}" is not a suite.`, guess || `The suites are ${names.join(", ")}.`);
}
/** The suite with nothing but these tests, asked for by the tool's own means. */
function onlyTests(suite, ids) {
	switch (suite.runner) {
		case "pytest":
		case "behave": return withPaths(suite, ids);
		case "playwright": {
			const titles = ids.filter((id) => id.includes(" › "));
			const files = ids.filter((id) => !id.includes(" › "));
			if (titles.length === 0) return withPaths(suite, files);
			if (files.length > 0) return settingsError("--only", "mixes titles with `file:line`.", "Use one of the two.");
			return {
				...suite,
				grep: titles.map(titlePattern).join("|")
			};
		}
		case "command": return suite.rerun === null ? notByName(suite) : {
			...suite,
			run: lineFor(suite.rerun, ids)
		};
		default: return notByName(suite);
	}
}
function withPaths(suite, [first = "", ...others]) {
	return {
		...suite,
		path: first,
		args: [...others, ...suite.args]
	};
}
/** Playwright matches a pattern against file, groups and title with a blank between them. */
function titlePattern(id) {
	return `${id.split(" › ").map(escapeRegex).join(" ")}$`;
}
function lineFor(template, ids) {
	const tests = ids.map((id) => {
		const parts = id.split(/::|\n| › /);
		const [file = ""] = parts;
		return {
			id,
			selector: id,
			name: parts.at(-1) ?? id,
			file: /[./]/.test(file) ? file : ""
		};
	});
	return fillTemplate(template, tests, {
		root: "/",
		workingDirectory: "/",
		reportWord: "\"$QAAGENT_REPORT_DIR\""
	});
}
function notByName({ name, runner }) {
	const remedy = runner === "command" ? "Give the suite a `rerun` line with `{ids}`, or leave `--only` out." : "Leave `--only` out.";
	return settingsError("--only", `suite ${name} (${runner}) cannot run single tests.`, remedy);
}
// src/execution/application.ts
const DAY_MS = 864e5;
const GRACE_MS = 3e3;
/**
* Starts the application under test and waits until it answers. A start line that ends with 0 leaves a service behind,
* which is waited for like a program that stays.
*/
async function startApplication(settings, services) {
	const { files, runDirectory, clock, signal } = services;
	const { directory, logFile, stateDirectory, service } = applicationFiles(runDirectory);
	await files.makeDirectory(directory);
	await recordApplicationStart(files, runDirectory, clock.now());
	const stepFiles = await createStepFiles(directory, services.context.env, files);
	const isAnswered = await answersAll(settings.healthUrls, services);
	const { state, end } = following(services.processes.start(specOf(settings, stepFiles, {
		logFile,
		stateDirectory,
		service
	}, services)), services);
	const problem = await awaitHealth(settings, {
		state,
		isAnswered,
		logFile,
		service
	}, services);
	if (problem === null && !signal.aborted) {
		if (settings.healthUrls.length > 0) await recordReady(files, runDirectory);
		const stop = async () => {
			await recordLoss(settings, services);
			await end();
		};
		return {
			ok: true,
			application: { stop }
		};
	}
	await end();
	return {
		ok: false,
		problem: signal.aborted ? null : problem
	};
}
/** How the application is doing, and the way to end it. */
function following(running, { signal }) {
	const state = { exit: null };
	let stopping = false;
	const stop = () => {
		if (!stopping) running.stop("cancelled");
		stopping = true;
	};
	if (signal.aborted) stop();
	signal.addEventListener("abort", stop, { once: true });
	running.finished.then((exit) => {
		if (!stopping) state.exit = exit;
	});
	const end = async () => {
		stop();
		signal.removeEventListener("abort", stop);
		await running.finished;
	};
	return {
		state,
		end
	};
}
/** A service without a process of ours, a container for instance, can be asked only at its address. */
async function recordLoss(settings, services) {
	const { files, runDirectory, signal } = services;
	const { service } = applicationFiles(runDirectory);
	if (signal.aborted || !await files.exists(service.leftFile)) return;
	for (const url of settings.healthUrls) if (!await answersAll([url], services, 3)) return recordSilence(files, runDirectory, url);
}
function specOf({ startCommand }, stepFiles, own, { context, settings, runDirectory }) {
	return {
		command: [
			"sh",
			"-c",
			startCommand
		],
		cwd: settings.workingDirectory,
		env: childEnv(context.env, settings.baseUrl, stepFiles),
		timeoutMs: DAY_MS,
		idleTimeoutMs: null,
		graceMs: Math.min(settings.graceMs, GRACE_MS),
		track: `${runDirectory.split(/[\\/]/).at(-1) ?? ""}/application`,
		...own,
		eventsFile: null
	};
}
// src/app/execute/suite-progress.ts
const SLOW_MS = 6e4;
const BAD = [
	"failed",
	"error",
	"timeout",
	"crashed"
];
/** Nothing collected, nothing ended. */
function createSuiteProgress() {
	const ended = /* @__PURE__ */ new Map();
	const running = /* @__PURE__ */ new Map();
	const toldSlow = /* @__PURE__ */ new Set();
	let total = 0;
	function note(event) {
		if (event.e === "collected") total += event.tests.length;
		if (event.e === "start") running.set(event.id, event.t);
		if (event.e !== "end") return;
		running.delete(event.id);
		ended.set(event.id, event.status);
	}
	function line(now) {
		if (total === 0) return "";
		let [passed, failed] = [0, 0];
		for (const status of ended.values()) {
			if (status === "passed") passed += 1;
			if (BAD.includes(status)) failed += 1;
		}
		const [oldest] = [...running].toSorted((a, b) => a[1] - b[1]);
		const longest = oldest === void 0 ? "" : `, running ${oldest[0]} ${secondsSince(oldest[1], now)} s`;
		return `${ended.size}/${total}: ${passed} passed, ${failed} failed${longest}`;
	}
	function newlySlow(now) {
		const found = [...running].filter(([id, startedAt]) => now - startedAt >= SLOW_MS && !toldSlow.has(id));
		for (const [id] of found) toldSlow.add(id);
		return found.map(([id, startedAt]) => ({
			id,
			seconds: secondsSince(startedAt, now)
		}));
	}
	return {
		note,
		line,
		newlySlow
	};
}
const secondsSince = (then, now) => Math.max(0, Math.round((now - then) / 1e3));
// src/app/execute/console-watcher.ts
const HEARTBEAT_MS = 15e3;
/** Echoed per attempt, and of what comes after it the end; the output log in the evidence has more. */
const ECHO_CHARS = 2e6;
const ENDING_CHARS = 2e3;
/**
* Follows attempts on a console: output as it comes, each failure at once, how far each suite is: a line that stays in
* place where the console can redraw, else one every 15 s. Suites that run side by side are told apart by a prefix,
* suites in order by log groups.
*/
function createConsoleWatcher(console, clock, parallel) {
	const all = /* @__PURE__ */ new Map();
	const prefixed = (name, text) => parallel ? `[${name}] ${text}` : text;
	const say = ({ name }, text) => {
		const lines = text.split("\n").map((line) => prefixed(name, line));
		console.untrusted(lines.join("\n"));
	};
	const redraw = () => console.live?.([...all].flatMap(([name, { progress }]) => liveLine(name, progress.line(clock.now()))));
	return {
		attemptStarted: (suite, { number, command, tests }) => {
			const fresh = {
				lastBeat: clock.now(),
				echoed: 0,
				unfinishedLine: "",
				ending: ""
			};
			all.set(suite.name, {
				progress: createSuiteProgress(),
				...fresh
			});
			const what = tests === null ? "" : ` (rerun of ${tests} ${tests === 1 ? "test" : "tests"})`;
			const title = `${suite.name}: attempt ${number}${what}`;
			if (parallel) console.info(title);
			else console.startGroup(title);
			say(suite, `$ ${command.map((part) => shellWord(part)).join(" ")}`);
		},
		progressed: (suite, output, events) => {
			const followed = all.get(suite.name);
			if (followed === void 0) return;
			const tell = (text) => say(suite, text);
			echo(followed, output, tell);
			for (const event of events) note(followed.progress, event, tell);
			for (const { id, seconds } of followed.progress.newlySlow(clock.now())) tell(`SLOW ${id}: running for ${seconds} s`);
			if (console.live === null) beat(followed, clock.now(), tell);
			else redraw();
		},
		attemptEnded: (suite) => {
			const followed = all.get(suite.name);
			all.delete(suite.name);
			const last = followed === void 0 ? "" : lastWords(followed);
			if (last !== "") say(suite, last);
			redraw();
			if (!parallel) console.endGroup();
		}
	};
}
const liveLine = (name, progress) => progress === "" ? [] : [`${name}  ${progress}`];
function echo(followed, output, say) {
	if (output === "") return;
	if (followed.echoed >= ECHO_CHARS) {
		followed.ending = (followed.ending + output).slice(-2e3);
		return;
	}
	const lines = (followed.unfinishedLine + output).split("\n");
	followed.unfinishedLine = lines.pop() ?? "";
	if (followed.unfinishedLine.length > 8192) {
		lines.push(followed.unfinishedLine);
		followed.unfinishedLine = "";
	}
	followed.echoed += output.length;
	if (lines.length > 0) say(lines.join("\n"));
	if (followed.echoed < ECHO_CHARS) return;
	say("[the rest of the output is in the evidence: output.log]");
	followed.ending = followed.unfinishedLine;
}
/** What an attempt printed last and the console has not shown yet. */
function lastWords({ unfinishedLine, ending }) {
	if (ending === "") return unfinishedLine;
	return `[...]\n${(ending.length < ENDING_CHARS ? ending : ending.slice(ending.indexOf("\n") + 1)).trimEnd()}`;
}
function note(progress, event, say) {
	progress.note(event);
	if (event.e === "end" && (event.status === "failed" || event.status === "error" || event.status === "timeout")) say(`✕ ${event.id}: ${firstLine(stripAnsi(event.message))}`);
}
function beat(followed, now, say) {
	if (now - followed.lastBeat < HEARTBEAT_MS) return;
	const line = followed.progress.line(now);
	if (line === "") return;
	followed.lastBeat = now;
	say(line);
}
// src/app/execute/schedule-suites.ts
/**
* Runs every suite: one after the other, or side by side while their weights fit into `max-workers`. A suite waits for
* those it names in `after`. Results come in the order of the settings.
*/
async function runSuites$1(suites, services) {
	const { settings } = services;
	const failFast = new AbortController();
	const signal = AbortSignal.any([services.signal, failFast.signal]);
	const schedule = new Schedule(settings.parallel ? settings.maxWorkers : 1);
	const finished = /* @__PURE__ */ new Map();
	const start = async (suite) => {
		for (const name of suite.after) await finished.get(name);
		return schedule.run(suite.weight, async () => {
			const run = skipUnavailable(await runSuite(suite, {
				...services,
				signal
			}), suites);
			if (settings.failFast && isRed(run, settings)) failFast.abort("fail-fast");
			return run;
		});
	};
	for (const suite of inDependencyOrder(suites)) finished.set(suite.name, start(suite));
	return Promise.all(suites.flatMap((suite) => finished.get(suite.name) ?? []));
}
function isRed(run, settings) {
	return suiteConclusion(outcomeOf(run, settings), settings) === "failure";
}
/** A suite comes after those it waits for, so that their promises exist; cycles are refused by the settings. */
function inDependencyOrder(suites) {
	const ordered = [];
	const visit = (suite) => {
		if (ordered.includes(suite)) return;
		for (const before of suites.filter(({ name }) => suite.after.includes(name))) visit(before);
		ordered.push(suite);
	};
	suites.forEach(visit);
	return ordered;
}
/** Hands out `capacity` in the order of asking; what asks for more than there is gets all of it. */
var Schedule = class {
	capacity;
	free;
	waiting = [];
	constructor(capacity) {
		this.capacity = capacity;
		this.free = capacity;
	}
	async run(weight, work) {
		const share = Math.min(weight, this.capacity);
		await this.acquire(share);
		try {
			return await work();
		} finally {
			this.free += share;
			this.startWaiting();
		}
	}
	acquire(weight) {
		return new Promise((start) => {
			this.waiting.push({
				weight,
				start
			});
			this.startWaiting();
		});
	}
	startWaiting() {
		for (let next = this.waiting[0]; next !== void 0 && next.weight <= this.free; next = this.waiting[0]) {
			this.waiting.shift();
			this.free -= next.weight;
			next.start();
		}
	}
};
// src/app/execute/execute-suites.ts
/**
* Starts the application under test when there is one, runs every suite, stops the application. What follows is drawn
* from what all of them recorded, so that `post` can draw it too.
*/
async function executeSuites(run, { api, quarantine, durationOf }, services) {
	const { settings, directory, startedAt } = run;
	const { files, processes, clock, context, console, cancelled, http } = services;
	const suiteServices = {
		files,
		processes,
		clock,
		context,
		settings,
		runDirectory: directory.directory,
		signal: withLimit(cancelled, settings.runTimeoutMs, clock),
		watcher: createConsoleWatcher(withoutSecrets(console, settings, services), clock, settings.parallel),
		quarantineOf: quarantine.find,
		durationOf,
		prepareQuality: qualityPreparer(`${context.bundleDirectory}/drivers`)
	};
	logWithheld(services);
	const executed = (suites, application) => {
		return {
			suites,
			application,
			durationMs: clock.now() - startedAt
		};
	};
	if (settings.application === null) return executed(await runAll(settings, api, suiteServices, services), null);
	console.info(`Starting the application under test: ${settings.application.startCommand}`);
	const start = await startApplication(settings.application, {
		...suiteServices,
		http
	});
	if (!start.ok && start.problem !== null) return executed(await startNothing(start.problem, suiteServices), null);
	if (!start.ok) return executed(await runSuites$1(settings.suites, suiteServices), null);
	const suites = await runAll(settings, api, suiteServices, services);
	await start.application.stop();
	return executed(suites, await readApplicationEnd(suiteServices));
}
function logWithheld({ context, console }) {
	const names = withheldVariables(context.env);
	if (names.length > 0) console.info(`Not passed to suites: ${names.join(", ")}. A suite gets what its \`env\` names.`);
}
/** The console with the values of secret variables taken out of what suites print. */
function withoutSecrets(console, settings, services) {
	const { redactKnown } = redactorFor(settings, services);
	const { live } = console;
	return {
		...console,
		untrusted: (text) => console.untrusted(redactKnown(text)),
		live: live === null ? null : (lines) => live(lines.map(redactKnown))
	};
}
/** Aborts with the job, or when the run has taken too long. */
function withLimit(cancelled, limitMs, clock) {
	if (limitMs === null) return cancelled;
	const limit = new AbortController();
	clock.sleep(limitMs, cancelled).then(() => {
		if (!cancelled.aborted) limit.abort("run-timeout");
	});
	return AbortSignal.any([cancelled, limit.signal]);
}
/** The suites, then smoke tests for what they have not touched when the settings ask for them. */
async function runAll(settings, api, services, outside) {
	const runs = await runSuites$1(settings.suites, services);
	if (!settings.generate) return runs;
	const recorded = await readRecorded({ suites: runs }, api, settings.baseUrl, { directory: services.runDirectory }, outside);
	const generated = await runGenerated(runs, api, recorded, services);
	return generated === null ? runs : [...runs, generated];
}
/** No suite runs, each for this reason; it is written down for `post`, which would know none. */
async function startNothing(problem, services) {
	const { files, runDirectory, settings, clock } = services;
	const first = settings.suites.find(({ enabled }) => enabled);
	const again = {
		...NOT_READY,
		remedy: `See ${first?.name ?? ""}.`
	};
	const runs = settings.suites.map((suite) => notStarted(suite, suite === first ? problem : again, clock.now()));
	for (const { suite, startedAt, durationMs, problems } of runs) await recordEnd(files, runDirectory, suite.name, {
		startedAt,
		durationMs,
		problems
	});
	return runs;
}
/** For all suites but the first, which has the reason. */
const NOT_READY = {
	severity: "error",
	place: "application",
	message: "needs the application under test, which did not start",
	remedy: ""
};
function notStarted(suite, problem, now) {
	const forced = {
		...problem,
		place: suite.name,
		forces: "config-error"
	};
	return {
		suite,
		attempts: [],
		tests: [],
		problems: suite.enabled ? [forced] : [],
		startedAt: now,
		durationMs: 0,
		tool: null
	};
}
// src/model/settings.ts
/** Every runner a suite can name, in the order messages list them. */
const RUNNER_NAMES = [
	"pytest",
	"behave",
	"playwright",
	"command",
	"junit",
	"schemathesis",
	"axe",
	"lighthouse",
	"locust"
];
// src/evidence/untrusted/manifest.ts
const SCHEMA_VERSION = 1;
const NAME_BYTES$1 = 300;
const TEXT_BYTES$2 = 4e3;
const MOST_SUITES = 200;
const MOST_PROBLEMS = 50;
const MOST_ATTEMPTS = 50;
const OUTCOMES = [...[
	"passed",
	"failed",
	"error",
	"no-tests",
	"timeout",
	"crashed"
], ...[
	"config-error",
	"report-error",
	"incomplete",
	"cancelled",
	"skipped"
]];
const CONCLUSIONS = [
	"success",
	"failure",
	"neutral",
	"cancelled"
];
const SEVERITIES = [
	"error",
	"warning",
	"note"
];
/** Reads manifest.json; a sentence that says what is wrong when it is none. */
function readManifest(text) {
	const json = parsed(text);
	if (json === void 0) return "manifest.json is not JSON";
	const version = numberOf(json, "schema_version");
	if (version === null) return "manifest.json has no schema_version";
	if (version > SCHEMA_VERSION) return `manifest.json has schema_version ${version}; this version reads ${SCHEMA_VERSION}`;
	const createdAt = Date.parse(textOf(json, "created_at"));
	if (Number.isNaN(createdAt)) return "manifest.json has no time of creation";
	const finishedAt = Date.parse(textOf(json, "finished_at"));
	const github = member(json, "github");
	return {
		runId: clipBytes(textOf(json, "run_id"), NAME_BYTES$1),
		project: clipBytes(textOf(member(json, "target"), "name"), NAME_BYTES$1),
		createdAt,
		durationMs: durationOf(json, finishedAt - createdAt),
		conclusion: Number.isNaN(finishedAt) ? null : oneOf(CONCLUSIONS, textOf(json, "conclusion")) ?? "failure",
		tests: numberOf(member(json, "counts"), "tests") ?? 0,
		suites: listOf(json, "suites").slice(0, MOST_SUITES).map(toldSuite),
		job: jobOf$1(github),
		branch: clipBytes(textOf(member(member(json, "target"), "git"), "branch"), NAME_BYTES$1),
		attempt: Math.max(0, Math.trunc(numberOf(github, "run_attempt") ?? 0)),
		isMerged: Array.isArray(member(json, "legs")),
		commit: /^[\da-f]{40,64}$/.exec(textOf(member(member(json, "target"), "git"), "commit"))?.[0] ?? ""
	};
}
function jobOf$1(github) {
	const name = (key) => clipBytes(textOf(github, key), NAME_BYTES$1);
	const event = textOf(github, "event_name");
	return {
		job: name("job"),
		matrix: name("matrix"),
		step: name("step"),
		caller: name("caller"),
		eventName: /^[a-z_]{1,40}$/.test(event) ? event : ""
	};
}
/** As the manifest states it; `between` its two times, which are whole seconds, where it does not. */
function durationOf(json, between) {
	const stated = numberOf(json, "duration");
	return stated === null ? Math.max(0, Number.isNaN(between) ? 0 : between) : milliseconds(stated);
}
/** The value when it is one of those allowed, else null. */
function oneOf(allowed, value) {
	return allowed.find((each) => each === value) ?? null;
}
/** JSON of any kind; undefined when it is none. */
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** Seconds of the format as milliseconds, never negative. */
function milliseconds(seconds) {
	return Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.round((seconds ?? 0) * 1e3)));
}
function toldSuite(value) {
	return {
		name: clipBytes(textOf(value, "name"), NAME_BYTES$1),
		runner: oneOf(RUNNER_NAMES, textOf(value, "runner")) ?? "junit",
		outcome: oneOf(OUTCOMES, textOf(value, "outcome")) ?? "report-error",
		conclusion: oneOf(CONCLUSIONS, textOf(value, "conclusion")) ?? "failure",
		durationMs: milliseconds(numberOf(value, "duration")),
		attempts: Math.min(MOST_ATTEMPTS, Math.max(0, Math.trunc(numberOf(value, "attempts") ?? 0))),
		problems: listOf(value, "problems").slice(0, MOST_PROBLEMS).map(toldProblem)
	};
}
function toldProblem(value) {
	return {
		severity: oneOf(SEVERITIES, textOf(value, "severity")) ?? "error",
		place: clipBytes(textOf(value, "place"), NAME_BYTES$1),
		message: clipBytes(textOf(value, "message"), TEXT_BYTES$2),
		remedy: clipBytes(textOf(value, "remedy"), TEXT_BYTES$2)
	};
}
/** The suite's problems, one of which forces its outcome when its tests alone would not say so. */
function forcingProblems({ outcome, problems }) {
	const plain = problems.map((problem) => ({
		...problem,
		forces: null
	}));
	if (outcome === "passed" || outcome === "failed" || outcome === "skipped") return plain;
	const first = plain.findIndex(({ severity }) => severity === "error");
	if (first >= 0) return plain.map((problem, index) => index === first ? {
		...problem,
		forces: outcome
	} : problem);
	return [{
		severity: "error",
		place: "",
		message: `the suite ended as ${outcome}`,
		remedy: "",
		forces: outcome
	}, ...plain];
}
const MOST = 20;
const HEADLINE_BYTES = 300;
const READ_RUN_PROBLEMS_TEXT_BYTES = 4e3;
/** Why a run was red beside its suites, as a manifest of unknown origin tells it: bounded, and always an error. */
function readRunProblems(manifest) {
	return listOf(parsed(manifest), "problems").slice(0, MOST).map((value) => ({
		severity: "error",
		place: clipBytes(textOf(value, "place"), HEADLINE_BYTES),
		headline: clipBytes(textOf(value, "headline"), HEADLINE_BYTES) || "the run was red beside its suites",
		message: clipBytes(textOf(value, "message"), READ_RUN_PROBLEMS_TEXT_BYTES),
		remedy: clipBytes(textOf(value, "remedy"), READ_RUN_PROBLEMS_TEXT_BYTES)
	}));
}
// src/evidence/untrusted/tests.ts
const MOST_RECORDS = 2e5;
const LINE_CHARS = 262144;
const ID_BYTES = 4e3;
const NAME_BYTES = 1e3;
const TEXT_BYTES$1 = 8e3;
const MOST_BROKEN = 1e3;
const STATUSES = [...[
	"passed",
	"failed",
	"error",
	"skipped",
	"xfailed",
	"timeout",
	"crashed",
	"interrupted"
], ...["not-run", "lost"]];
const FINALS = [...[
	"passed",
	"flaky",
	"order-dependent",
	"failed",
	"error",
	"lost",
	"skipped",
	"xfailed",
	"not-run"
], ...[
	"timeout",
	"crashed",
	"cancelled",
	"quarantined"
]];
const GREEN = ["passed", "skipped"];
/** The values of JSON lines; lines that are none, too long or too many are left out. */
function* jsonLines(text) {
	let [at, read, broken] = [
		0,
		0,
		0
	];
	while (at < text.length && read < MOST_RECORDS) {
		const newline = text.indexOf("\n", at);
		const end = newline < 0 ? text.length : newline;
		const isRecord = text[at] === "{" && end - at <= LINE_CHARS && broken < MOST_BROKEN;
		const value = isRecord ? parsed(text.slice(at, end)) : void 0;
		at = end + 1;
		if (isRecord && value === void 0) broken += 1;
		if (value === void 0) continue;
		read += 1;
		yield value;
	}
}
/** A path inside the repository, as the record gives it; empty for every other. */
function insidePath(path) {
	return path.length <= 1e3 && !/^[/\\]|^[A-Za-z]:|\0/.test(path) && !path.split(/[/\\]/).includes("..") ? path : "";
}
/** One record; null when it is none. Where the record contradicts itself, the worst of what it says holds. */
function parseTest(record) {
	const data = member(record, "metadata");
	const id = clipBytes(textOf(data, "id"), ID_BYTES);
	const suite = clipBytes(textOf(record, "suite_name"), NAME_BYTES);
	if (id === "" || suite === "") return null;
	const message = clipBytes(textOf(record, "error_message"), TEXT_BYTES$1);
	const test = {
		id,
		selector: id,
		suite,
		name: clipBytes(textOf(record, "name"), NAME_BYTES) || id,
		classname: clipBytes(textOf(data, "classname"), NAME_BYTES),
		file: insidePath(textOf(data, "file")),
		line: lineOf(data),
		attempts: attemptsOf(listOf(data, "attempts"), textOf(data, "final"), message),
		tags: textsOf(record, "tags").slice(0, 50).map((tag) => clipBytes(tag, 200)),
		properties: {},
		attachments: [],
		quarantine: quarantineOf(member(data, "quarantine")),
		disagreement: clipBytes(textOf(data, "disagreement"), NAME_BYTES)
	};
	const route = textOf(record, "route");
	return {
		recordId: textOf(record, "test_id"),
		test: isContradicted(test, textOf(record, "status"), textOf(data, "final")) ? failed(test, message) : test,
		route: route === "" ? null : clipBytes(route, 300)
	};
}
/** 1-based line of a record; 0 when it has none. */
function lineOf(value) {
	const line = numberOf(value, "line") ?? 0;
	return Number.isSafeInteger(line) && line > 0 ? line : 0;
}
function attemptsOf(told, final, message) {
	const [first, ...rest] = told.slice(-50).map((value, index) => attempt(oneOf(STATUSES, textOf(value, "status")) ?? "error", {
		number: Math.max(1, Math.trunc(numberOf(value, "n") ?? index + 1)),
		durationMs: milliseconds(numberOf(value, "duration")),
		message: clipBytes(textOf(value, "message"), TEXT_BYTES$1),
		...setOf(value)
	}));
	if (first === void 0) return [attempt(oneOf(STATUSES, final) ?? "error", { message })];
	return [first, ...rest];
}
/** The smaller set of a rerun, when the record names one. */
function setOf(value) {
	const tests = numberOf(value, "ran_with");
	return tests === null ? {} : { ranWith: Math.max(1, Math.trunc(tests)) };
}
function attempt(status, change) {
	return {
		number: 1,
		retry: 0,
		status,
		durationMs: 0,
		startedAt: null,
		message: "",
		type: "",
		details: "",
		output: "",
		place: null,
		...change
	};
}
function quarantineOf(value) {
	const reason = clipBytes(textOf(value, "reason"), NAME_BYTES);
	if (reason === "") return null;
	return {
		reason,
		owner: clipBytes(textOf(value, "owner"), 200),
		issue: "",
		expires: textOf(value, "expires").slice(0, 30)
	};
}
/** True when attempts are green and another part of the record is not. */
function isContradicted(test, status, final) {
	const derived = finalStateOf(test);
	if (derived === "quarantined" || !GREEN.includes(countedAs(derived))) return false;
	const told = oneOf(FINALS, final);
	return told === null || !GREEN.includes(countedAs(told)) || !GREEN.includes(status);
}
function failed(test, message) {
	const bad = test.attempts.findLast(({ status }) => isBad(status));
	return {
		...test,
		attempts: [attempt("failed", { message: bad?.message ?? message })]
	};
}
// src/evidence/untrusted/diagnosis.ts
const TEXT_BYTES = 4e3;
const FIX_BYTES = 1e4;
const MOST_QUOTES = 10;
const QUOTE_BYTES = 1e3;
const CLUSTER = /^[\w-]{1,64}$/;
const CONFIDENCES = [
	"high",
	"medium",
	"low"
];
const SOURCES = [
	"rules",
	"model",
	"user"
];
/** Diagnoses and causes of diagnostics.jsonl. `keyOf` gives the test key of a record id, or undefined. */
function readDiagnosis(text, keyOf, notes) {
	const diagnoses = [];
	const causes = /* @__PURE__ */ new Map();
	for (const record of jsonLines(text)) {
		const key = keyOf(textOf(record, "test_id"));
		if (key === void 0) continue;
		const diagnosis = toldDiagnosis(record, key);
		diagnoses.push(diagnosis);
		const id = textOf(record, "cluster");
		if (CLUSTER.test(id)) causes.set(id, withFailure(causes.get(id), id, diagnosis));
	}
	return {
		diagnoses,
		causes: [...causes.values()],
		notes
	};
}
function withFailure(cause, id, diagnosis) {
	const { category, kind, confidence, rootCause, suggestion, quotes, place, source, fixCode, key } = diagnosis;
	if (cause === void 0) return {
		id,
		category,
		kind,
		confidence,
		rootCause,
		suggestion,
		quotes,
		place,
		source,
		fixCode,
		failures: [key]
	};
	cause.failures.push(key);
	return cause;
}
function toldDiagnosis(record, key) {
	const kind = clipBytes(textOf(record, "kind"), 100);
	return {
		key,
		category: oneOf(CATEGORIES, textOf(record, "category")) ?? "unknown",
		kind,
		confidence: oneOf(CONFIDENCES, textOf(record, "confidence")) ?? "low",
		rule: kind,
		rootCause: clipBytes(textOf(record, "root_cause"), TEXT_BYTES),
		suggestion: clipBytes(textOf(record, "suggestion"), TEXT_BYTES),
		quotes: textsOf(record, "quotes").slice(0, MOST_QUOTES).map((quote) => clipBytes(quote, QUOTE_BYTES)),
		place: placeOf(record),
		productPlace: null,
		causeKey: textOf(record, "cluster").slice(0, 64),
		source: oneOf(SOURCES, textOf(record, "source")) ?? "rules",
		fixCode: clipBytes(textOf(record, "fix_code"), FIX_BYTES)
	};
}
function placeOf(record) {
	const file = typeof member(record, "file") === "string" ? insidePath(textOf(record, "file")) : "";
	return file === "" ? null : {
		file,
		line: lineOf(record)
	};
}
// src/evidence/untrusted/read-evidence.ts
const POLICY = {
	flakyResult: "pass",
	orderDependentResult: "fail",
	noTests: "fail"
};
/**
* The report of a run from its evidence, which may be torn or forged: nothing in it is trusted to be short, well-formed
* or consistent, and what contradicts itself is never green. A sentence when it is no evidence at all.
*/
function reportFromEvidence(texts) {
	const manifest = readManifest(texts.manifest);
	if (typeof manifest === "string") return manifest;
	const told = [...jsonLines(texts.tests)].flatMap((record) => parseTest(record) ?? []);
	const tests = new Map(told.map((each) => [testKey(each.test), each]));
	const suites = suitesOf(manifest, [...tests.values()]);
	const problems = lacks(manifest, tests.size, told.length);
	const keys = new Map([...tests].map(([key, { recordId }]) => [recordId, key]));
	return {
		manifest,
		report: {
			suites,
			totals: addTotals(suites.map(({ totals }) => totals)),
			conclusion: worst([runConclusion(suites.map(({ conclusion }) => conclusion)), toldConclusion(manifest, problems)]),
			startedAt: manifest.createdAt,
			durationMs: manifest.durationMs
		},
		diagnosis: readDiagnosis(texts.diagnostics, (recordId) => keys.get(recordId), []),
		routeOf: (test) => tests.get(testKey(test))?.route ?? null,
		problems
	};
}
function lacks({ conclusion, tests }, read, records) {
	const problem = (message) => ({
		severity: "error",
		place: "evidence",
		message,
		remedy: ""
	});
	return [
		...conclusion === null ? [problem("the run never finished its evidence")] : [],
		...read < tests ? [problem(`tests.jsonl holds ${read} of ${tests} tests`)] : [],
		...read < records ? [problem(`tests.jsonl lists ${records - read} tests twice`)] : []
	];
}
function toldConclusion({ conclusion }, problems) {
	return problems.length > 0 ? "failure" : conclusion ?? "failure";
}
const WORST_FIRST = [
	"failure",
	"cancelled",
	"neutral",
	"success"
];
function worst(conclusions) {
	return WORST_FIRST.find((each) => conclusions.includes(each)) ?? "failure";
}
function suitesOf({ suites, createdAt }, tests) {
	const named = new Set(suites.map(({ name }) => name));
	const unnamed = new Set(tests.flatMap(({ test }) => named.has(test.suite) ? [] : [test.suite]));
	const all = [...suites, ...[...unnamed].map(unknownSuite)];
	const bySuite = new Map(all.map(({ name }) => [name, []]));
	for (const { test } of tests) bySuite.get(test.suite)?.push(test);
	return all.map((told) => suiteReport(told, bySuite.get(told.name) ?? [], createdAt));
}
function unknownSuite(name) {
	return {
		name,
		runner: "junit",
		outcome: "incomplete",
		conclusion: "failure",
		durationMs: 0,
		attempts: 0,
		problems: [{
			severity: "error",
			place: "manifest.json",
			message: "the manifest does not name this suite",
			remedy: ""
		}]
	};
}
function suiteReport(told, tests, startedAt) {
	const run = {
		suite: suiteSettings(told.name, told.runner, told.outcome !== "skipped" || tests.length > 0),
		attempts: Array.from({ length: told.attempts }, (_, index) => unknownAttempt(index + 1, startedAt)),
		tests,
		problems: forcingProblems(told),
		startedAt,
		durationMs: told.durationMs,
		tool: null
	};
	const outcome = worseOutcome$1(outcomeOf(run, POLICY), told.outcome);
	const conclusion = outcome === "no-tests" && told.outcome === "no-tests" ? told.conclusion : suiteConclusion(outcome, POLICY);
	return {
		...run,
		outcome,
		conclusion,
		totals: totalsOf(tests)
	};
}
/** Green tests of a suite that calls itself failed: a policy of the run, flaky ones for instance. */
function worseOutcome$1(computed, told) {
	return computed === "passed" ? told : computed;
}
function unknownAttempt(number, startedAt) {
	return {
		number,
		mode: number === 1 ? "full" : "subset",
		command: [],
		startedAt,
		exit: {
			exitCode: null,
			signal: null,
			reason: null,
			durationMs: 0,
			leaked: [],
			startError: ""
		},
		directory: ""
	};
}
/** Settings as far as evidence tells them; the suite runs nowhere any more. */
function suiteSettings(name, runner, enabled) {
	const common = {
		name,
		enabled,
		path: "",
		args: [],
		env: {},
		timeoutMs: 0,
		idleTimeoutMs: null,
		retries: 0
	};
	const place = {
		workingDirectory: "",
		artifacts: [],
		weight: 1,
		after: [],
		detected: false
	};
	return {
		...common,
		...place,
		runner
	};
}
// src/merge/leg.ts
/** A leg from its evidence; a sentence when it is none, null when it is a merged run itself. */
function legFromEvidence(place, texts) {
	const read = reportFromEvidence(texts);
	if (typeof read === "string") return read;
	const { manifest, report, diagnosis, problems } = read;
	if (manifest.isMerged) return null;
	const { caller, job, step, matrix } = manifest.job;
	const shard = texts.shard === void 0 || texts.shard === "" ? null : parseShardRecord(texts.shard);
	const lacks = [...problems.filter(({ severity }) => severity === "error").map(({ message }) => message), ...texts.shard !== void 0 && texts.shard !== "" && shard === null ? ["shard.json cannot be read"] : []];
	return {
		place,
		runId: manifest.runId,
		matrix,
		shard,
		diagnosis,
		job: [
			caller,
			job,
			/^__/.test(step) ? /_(\d{1,4})$/.exec(step)?.[1] ?? "" : step
		].filter((part) => part !== "").join(" / "),
		attempt: manifest.attempt,
		commit: manifest.commit,
		branch: manifest.branch,
		project: manifest.project,
		suites: report.suites.map((suite) => withTold(suite, manifest.suites.find(({ name }) => name === suite.suite.name))),
		runProblems: readRunProblems(texts.manifest),
		routes: new Map(report.suites.flatMap(({ tests }) => tests.flatMap((test) => {
			const route = read.routeOf(test);
			return route === null ? [] : [[testKey(test), route]];
		}))),
		torn: lacks.join("; "),
		startedAt: report.startedAt,
		durationMs: report.durationMs
	};
}
/** A suite with the problem that its own run named it by. */
function withTold(suite, told) {
	return told === void 0 ? suite : {
		...suite,
		problems: forcingProblems(told)
	};
}
/** What a leg is called in sentences: its shard, else its job. */
function legName({ shard, job, matrix, place }) {
	if (shard !== null) return shardName(shard);
	return [job, legLabel(matrix)].filter((part) => part !== "").join(" on ") || place;
}
/** `windows / python 3.13` of `os=windows, python=3.13`: a value that is a number needs its name. */
function legLabel(matrix) {
	return matrixEntries(matrix).map(([key, value]) => /[a-z]/i.test(value) ? value : `${key} ${value}`).join(" / ");
}
/** Names and values of a described matrix. */
function matrixEntries(matrix) {
	return matrix.split(/, (?=[\w.-]+=)/).flatMap((entry) => {
		const at = entry.indexOf("=");
		return at <= 0 ? [] : [[entry.slice(0, at), entry.slice(at + 1)]];
	});
}
// src/merge/check-group.ts
const AGAIN = "Run all jobs of the workflow run again.";
/**
* Checks that the legs of a group are one run: every shard once and whole, of one commit and of one plan, and together all
* tests exactly once.
*/
function checkGroup(group, commit) {
	const total = mostCommon(group.legs.flatMap(({ shard }) => shard === null ? [] : [shard.total])) ?? 0;
	const parts = [
		...torn(group),
		...otherTotals(group, total),
		...missing(group, total),
		...duplicated(group)
	];
	const alike = [...otherCommits(group, commit), ...otherPlans(group, total)];
	return parts.length + alike.length > 0 ? [...parts, ...alike] : uncovered(group);
}
/** The value that most have; of those that equally many have the first. */
function mostCommon(values) {
	const counts = /* @__PURE__ */ new Map();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const most = Math.max(0, ...counts.values());
	return [...counts].find(([, count]) => count === most)?.[0];
}
function torn({ legs }) {
	return legs.filter((leg) => leg.torn !== "").map((leg) => problem(`${legName(leg)} is torn`, leg.torn, `Run its job${jobOf(leg)} again.`));
}
function otherTotals({ legs }, total) {
	return legs.filter(({ shard }) => shard !== null && shard.total !== total).map((leg) => problem(`${legName(leg)} is of another plan`, `the others are shards of ${total}`, "Give all jobs the same `shard` total."));
}
function missing({ legs, job }, total) {
	const present = new Set(legs.flatMap(({ shard }) => shard?.total === total ? [shard.index] : []));
	const absent = Array.from({ length: total }, (_, at) => at + 1).filter((index) => !present.has(index));
	if (absent.length === 0) return [];
	const named = absent.slice(0, 5).join(", ") + (absent.length > 5 ? ` and ${absent.length - 5} more` : "");
	return [problem(absent.length === 1 ? `${shardName({
		index: absent[0] ?? 0,
		total
	})} is missing` : `shards ${named} of ${total} are missing`, `there is no evidence of ${absent.length === 1 ? "it" : "them"}: the job did not come to its upload`, `Run ${job === "" ? "it" : `job \`${job}\``} again: "Re-run failed jobs" runs what is missing.`)];
}
function duplicated({ copies, legs }) {
	return [...new Map(copies.map((leg) => [legName(leg), leg])).values()].map((leg) => {
		const places = [...legs, ...copies].filter((other) => legName(other) === legName(leg)).map(({ place }) => place);
		return problem(`${legName(leg)} is duplicated`, `its evidence is in ${places.join(" and ")}`, "Keep one of them, or give each job its own `shard`.");
	});
}
function otherCommits({ legs }, commit) {
	return legs.filter((leg) => leg.commit !== commit).map((leg) => {
		const tested = leg.commit === "" ? "it does not know which commit it tested" : `it tested ${leg.commit.slice(0, 7)}`;
		return problem(`${legName(leg)} is from another commit`, `${tested}, the others ${commit.slice(0, 7) || "none"}`, AGAIN);
	});
}
function otherPlans({ legs }, total) {
	const shards = legs.flatMap(({ shard }) => shard?.total === total ? [shard] : []);
	return [...new Set(shards.flatMap(({ suites }) => suites.map(({ suite }) => suite)))].flatMap((suite) => {
		const parts = shards.flatMap((shard) => {
			const part = shard.suites.find((each) => each.suite === suite);
			return part === void 0 ? [] : [{
				shard,
				part
			}];
		});
		const plan = mostCommon(parts.map(({ part }) => part.plan));
		const usual = parts.find(({ part }) => part.plan === plan)?.part;
		const others = parts.filter(({ part }) => part.plan !== plan);
		return usual === void 0 ? [] : others.map(({ shard, part }) => otherPlan(suite, shard, part, usual));
	});
}
function otherPlan(suite, shard, part, usual) {
	return {
		...problem(`${shardName(shard)} is of another plan`, differenceOf(suite, part, usual), AGAIN),
		suite
	};
}
function differenceOf(suite, part, usual) {
	if (part.collectedDigest !== usual.collectedDigest) return part.collected === usual.collected ? `it collected other tests of ${suite} than the others` : `it collected ${part.collected} tests of ${suite}, the others ${usual.collected}`;
	if (part.source !== usual.source) return `it divided ${suite} by ${words(part)}, the others by ${words(usual)}`;
	return `it divided ${suite} by other recorded durations`;
}
const words = ({ source }) => source === "hash" ? "a hash" : "recorded durations";
const NAMED$1 = 3;
/** Tests of complete plans that ran nowhere, or on two shards. */
function uncovered(group) {
	const parts = group.legs.flatMap((leg) => (leg.shard?.suites ?? []).map((part) => ({
		leg,
		part
	})));
	return [...new Set(parts.map(({ part }) => part.suite))].flatMap((suite) => {
		const own = parts.filter(({ part }) => part.suite === suite);
		const planned = own.filter(({ part }) => part.division === "planned");
		return planned.length > 0 ? [...notExactly(suite, planned), ...unreported(suite, planned)] : ranTwice(suite, own);
	});
}
function notExactly(suite, parts) {
	const ids = parts.flatMap(({ part }) => part.ids);
	const distinct = new Set(ids);
	const [collected, digest] = [parts[0]?.part.collected ?? 0, parts[0]?.part.collectedDigest ?? ""];
	const headline = `the shards do not cover ${suite} exactly once`;
	if (distinct.size < ids.length) return [{
		...problem(headline, `${ids.length - distinct.size} tests are in two parts`, AGAIN),
		suite
	}];
	const isRedacted = ids.some((id) => id.includes("[redacted:"));
	if (distinct.size === collected && (isRedacted || digestOfSet(ids) === digest)) return [];
	return [{
		...problem(headline, `their parts have ${distinct.size} tests, and ${collected} were collected`, AGAIN),
		suite
	}];
}
/** Tests of a part that its shard says nothing about, though nothing stopped it. */
function unreported(suite, parts) {
	return parts.flatMap(({ leg, part }) => {
		const report = leg.suites.find((each) => each.suite.name === suite);
		if (part.areFiles || report === void 0 || report.problems.some(({ forces }) => forces !== null)) return [];
		const known = new Set(report.tests.map(({ id }) => id));
		const lost = part.ids.filter((id) => !known.has(id));
		if (lost.length === 0) return [];
		const named = lost.slice(0, NAMED$1).join(", ");
		return [{
			...problem(`${legName(leg)} does not report ${lost.length} ${lost.length === 1 ? "test" : "tests"} of its part`, `${suite}: ${named}`, `Run its job${jobOf(leg)} again.`),
			suite
		}];
	});
}
/** A tool that divides its tests by itself and ran some of them on two shards. */
function ranTwice(suite, parts) {
	const seen = /* @__PURE__ */ new Map();
	const twice = [];
	for (const { leg, part } of parts) {
		if (part.division !== "own") continue;
		for (const { id } of leg.suites.find((each) => each.suite.name === suite)?.tests ?? []) if (seen.has(id)) twice.push(id);
		else seen.set(id, leg);
	}
	if (twice.length === 0) return [];
	return [{
		...problem(`${twice.length} ${twice.length === 1 ? "test" : "tests"} of ${suite} ran on more than one shard`, twice.slice(0, NAMED$1).join(", "), "Let the tool divide its tests by {shard} and {shards}, and give each test one name."),
		suite
	}];
}
const jobOf = ({ job, matrix }) => job === "" ? "" : ` \`${job}${matrix === "" ? "" : ` (${matrix})`}\``;
function problem(headline, message, remedy) {
	return {
		headline,
		message,
		remedy,
		suite: null
	};
}
// src/merge/group-legs.ts
/**
* Puts together what belongs together: shards whose jobs differ in their shard alone. Of the attempts of a job that was run
* again the latest counts; earlier ones are kept for what failed in them.
*/
function groupLegs(legs) {
	const shardKeys = findShardKeys(legs);
	const groups = /* @__PURE__ */ new Map();
	for (const leg of legs) listIn(groups, groupKey(leg, shardKeys)).push(leg);
	return [...groups.values()].map((members) => groupOf(members, shardKeys));
}
function groupOf(members, shardKeys) {
	const byLeg = /* @__PURE__ */ new Map();
	for (const leg of members) listIn(byLeg, legKey(leg)).push(leg);
	const [kept, copies, earlier] = [
		[],
		[],
		[]
	];
	for (const runs of byLeg.values()) {
		const sorted = runs.toSorted((a, b) => a.attempt - b.attempt);
		const last = sorted.at(-1)?.attempt ?? 0;
		const [latest, ...others] = sorted.filter(({ attempt }) => attempt === last);
		if (latest !== void 0) kept.push(latest);
		copies.push(...others);
		earlier.push(...sorted.filter(({ attempt }) => attempt < last));
	}
	const [first] = members;
	return {
		job: first?.job ?? "",
		label: first === void 0 ? "" : legLabel(withoutShard(first, shardKeys)),
		legs: kept.sort((a, b) => (a.shard?.index ?? 0) - (b.shard?.index ?? 0)),
		copies,
		earlier
	};
}
/** The same for all attempts of one job. */
function legKey({ job, matrix, shard, runId }) {
	if (job === "" && shard === null) return runId;
	return [
		job,
		matrix,
		shard === null ? "" : `${shard.index}/${shard.total}`
	].join("\n");
}
function groupKey(leg, shardKeys) {
	if (leg.shard !== null && leg.matrix === "") return "shards";
	return [legKey({
		...leg,
		matrix: "",
		shard: null
	}), withoutShard(leg, shardKeys)].join("\n");
}
function withoutShard({ job, matrix, shard }, shardKeys) {
	const key = shard === null ? void 0 : shardKeys.get(job);
	return matrixEntries(matrix).filter(([name]) => name !== key).map(([name, value]) => `${name}=${value}`).join(", ");
}
/** For each job the key of its matrix that numbers its shards: its value is the shard in every leg. */
function findShardKeys(legs) {
	const candidates = /* @__PURE__ */ new Map();
	for (const leg of legs) {
		const { shard, job } = leg;
		if (shard === null) continue;
		const isShard = (value) => [`${shard.index}`, `${shard.index}/${shard.total}`].includes(value);
		const own = matrixEntries(leg.matrix).flatMap(([name, value]) => isShard(value) ? [name] : []);
		candidates.set(job, candidates.get(job)?.filter((name) => own.includes(name)) ?? own);
	}
	const preferred = (names) => names.find((name) => /shard/i.test(name)) ?? names.at(-1);
	return new Map([...candidates].flatMap(([job, names]) => {
		const name = preferred(names);
		return name === void 0 ? [] : [[job, name]];
	}));
}
function listIn(lists, key) {
	const list = lists.get(key) ?? [];
	lists.set(key, list);
	return list;
}
// src/merge/join-tests.ts
/**
* The tests of one suite over all legs of a group. A test that several legs report (a set-up that each of them needs, a file
* that none can load) counts by its worst result.
*/
function joinTests(parts) {
	const [only] = parts;
	if (only !== void 0 && parts.length === 1) return only;
	const joined = /* @__PURE__ */ new Map();
	for (const test of parts.flat()) {
		const known = joined.get(test.id);
		if (known === void 0 || rank(test) < rank(known)) joined.set(test.id, test);
	}
	return [...joined.values()];
}
function rank(test) {
	const state = finalStateOf(test);
	const counted = countedAs(state);
	if (counted === "failed") return state === "quarantined" ? 3 : 0;
	if (counted === "error") return state === "not-run" ? 5 : 1;
	if (counted === "passed") return state === "flaky" ? 2 : 4;
	return 6;
}
/**
* A test with what earlier attempts of its job saw: one that failed then and passes now is flaky, as it was on one commit.
* Passes of before say nothing of a failure now.
*/
function withEarlier(test, earlier) {
	const failed = earlier.flatMap(({ attempts }) => attempts.filter(({ status }) => isBad(status)));
	if (failed.length === 0) return test;
	const all = [...failed, ...test.attempts].map((attempt, at) => ({
		...attempt,
		number: at + 1
	}));
	return {
		...test,
		attempts: all
	};
}
// src/merge/join-group.ts
/** The suites of a group as one run of them. `nameOf` gives the name that a suite has in the merged run. */
function joinGroup(group, commit, nameOf, policy) {
	const found = checkGroup(group, commit);
	return [...new Set(group.legs.flatMap(({ suites }) => suites.map(({ suite }) => suite.name)))].map((suite) => {
		const name = nameOf(suite);
		const problems = found.filter((problem) => problem.suite === null || problem.suite === suite).map(({ headline, message, remedy }) => {
			const sentence = `${headline}: ${message}`;
			return {
				severity: "error",
				place: name,
				message: sentence,
				remedy,
				headline,
				forces: "incomplete"
			};
		});
		return joinSuite(partsOf(group, suite), {
			name,
			problems,
			policy,
			earlier: earlierTests(group, suite)
		});
	});
}
function partsOf({ legs }, suite) {
	return legs.flatMap((leg) => {
		const report = leg.suites.find((each) => each.suite.name === suite);
		return report === void 0 ? [] : [{
			leg,
			report
		}];
	});
}
/** Tests of earlier attempts by id, the oldest first. */
function earlierTests({ earlier }, suite) {
	const tests = /* @__PURE__ */ new Map();
	for (const test of partsOf({ legs: earlier }, suite).flatMap(({ report }) => report.tests)) {
		const known = tests.get(test.id);
		if (known === void 0) tests.set(test.id, [test]);
		else known.push(test);
	}
	return tests;
}
function joinSuite(parts, { name, problems, policy, earlier }) {
	const reports = parts.map(({ report }) => report);
	const joined = joinTests(reports.map(({ tests }) => tests));
	const tests = joined.map((test) => {
		const past = earlier.get(test.id);
		const known = past === void 0 ? test : withEarlier(test, past);
		return known.suite === name ? known : {
			...known,
			suite: name
		};
	});
	const started = reports.map(({ startedAt }) => startedAt);
	const run = {
		suite: {
			...suiteOf(reports),
			name,
			enabled: reports.some(({ suite }) => suite.enabled)
		},
		attempts: longest(reports),
		tests,
		problems: [...problems, ...problemsOf(parts, name, joined.length > 0)],
		startedAt: Math.min(...started),
		durationMs: Math.max(...reports.map(({ durationMs }) => durationMs)),
		tool: null
	};
	const outcome = worseOutcome(outcomeOf(run, policy), reports);
	return {
		...run,
		outcome,
		conclusion: conclusionOf(outcome, reports, policy),
		totals: totalsOf(tests)
	};
}
/** Settings of a suite that some leg ran. */
function suiteOf(reports) {
	const ran = reports.find(({ suite }) => suite.enabled) ?? reports[0];
	if (ran === void 0) throw new Error("a suite of no leg");
	return ran.suite;
}
function longest(reports) {
	return reports.reduce((most, { attempts }) => attempts.length > most.length ? attempts : most, []);
}
/** What went wrong on the legs, each with the name of its leg. That a leg had nothing to do is no news where others had. */
function problemsOf(parts, name, hasTests) {
	const several = parts.length > 1;
	return parts.flatMap(({ leg, report }) => report.problems.filter(({ forces }) => !several || !hasTests || report.outcome !== "skipped" && forces !== "no-tests").map((problem) => {
		const told = plainOf(problem.message, report.suite.name);
		const message = several ? `${told} (${legName(leg)})` : told;
		const where = several ? `${name} on ${legName(leg)}` : name;
		const headline = problem.forces === null ? {} : { headline: `${where}: ${told}` };
		return {
			...problem,
			...headline,
			place: name,
			message
		};
	}));
}
function plainOf(message, suite) {
	return message.startsWith(`${suite}: `) ? message.slice(suite.length + 2) : message;
}
/** Green tests of a suite that one of the legs called red: a policy of the leg, flaky ones for instance. */
function worseOutcome(computed, reports) {
	if (computed !== "passed") return computed;
	const quiet = [
		"passed",
		"skipped",
		"no-tests"
	];
	return reports.find(({ outcome }) => !quiet.includes(outcome))?.outcome ?? computed;
}
/** Whether no tests are fine is a policy of the legs. */
function conclusionOf(outcome, reports, policy) {
	return outcome === "no-tests" ? runConclusion(reports.map(({ conclusion }) => conclusion)) : suiteConclusion(outcome, policy);
}
// src/merge/only-on.ts
const NAMED = 3;
/**
* Says on which legs tests fail. `names` leads from the name of a suite in the merged run to the one that it has on its leg.
* Only legs count that have a suite of that name at all.
*/
function describeLegs(suites, names) {
	const plain = (name) => names.get(name) ?? name;
	const labels = /* @__PURE__ */ new Map();
	const legsOfSuite = /* @__PURE__ */ new Map();
	for (const { suite } of suites) {
		const own = plain(suite.name);
		labels.set(suite.name, suite.name === own ? "" : suite.name.slice(own.length + 2, -1));
		legsOfSuite.set(own, (legsOfSuite.get(own) ?? 0) + 1);
	}
	return (tests) => {
		const failing = new Set(tests.map(({ suite }) => labels.get(suite) ?? "").filter((label) => label !== ""));
		const own = new Set(tests.map(({ suite }) => plain(suite)));
		const most = Math.max(0, ...[...own].map((suite) => legsOfSuite.get(suite) ?? 0));
		if (failing.size === 0 || failing.size >= most) return "";
		const shown = [...failing].slice(0, NAMED);
		const more = failing.size - shown.length;
		return `only on ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
	};
}
// src/merge/merge-legs.ts
/** Joins legs to one run. What they lack to be the whole of their tests makes it red. */
function mergeLegs(legs, policy) {
	const commit = mostCommon(legs.map((leg) => leg.commit)) ?? "";
	const groups = groupLegs(legs);
	const named = groups.map((group) => ({
		group,
		label: labelOf(group, groups)
	}));
	const names = /* @__PURE__ */ new Map();
	const suites = named.flatMap(({ group, label }) => {
		const nameOf = (suite) => {
			const name = isShared(suite, groups) && label !== "" ? `${suite} (${label})` : suite;
			names.set(name, suite);
			return name;
		};
		return joinGroup(group, commit, nameOf, policy);
	});
	const problems = [...runProblems(legs), ...unexplained(legs, suites)];
	const diagnosis = joinDiagnoses(named, groups);
	return {
		report: reportOf(suites, problems, legs),
		diagnosis,
		routeOf: routesOf(legs),
		commit,
		branch: mostCommon(legs.map(({ branch }) => branch)) ?? "",
		project: legs[0]?.project ?? "",
		legs: groups.flatMap((group) => group.legs).map(({ job, matrix, ...leg }) => [
			job,
			matrix,
			legName({
				job,
				matrix,
				...leg
			})
		].filter(Boolean).join(", ")),
		plainSuite: (name) => names.get(name) ?? name,
		legsOf: describeLegs(suites, names)
	};
}
/** How the suites of a group are told from those of others: by matrix, else by job. */
function labelOf({ label, job }, groups) {
	return groups.filter((group) => group.label === label).length > 1 ? [job, label].filter((part) => part !== "").join(", ") : label || job;
}
function isShared(suite, groups) {
	const has = ({ legs }) => legs.some(({ suites }) => suites.some((each) => each.suite.name === suite));
	return groups.filter(has).length > 1;
}
function reportOf(suites, problems, legs) {
	const conclusion = runConclusion(suites.map((suite) => suite.conclusion));
	return {
		suites,
		totals: addTotals(suites.map(({ totals }) => totals)),
		conclusion: problems.length > 0 ? "failure" : conclusion,
		...problems.length > 0 ? { problems } : {},
		startedAt: legs.length === 0 ? 0 : Math.min(...legs.map(({ startedAt }) => startedAt)),
		durationMs: Math.max(0, ...legs.map(({ durationMs }) => durationMs))
	};
}
/** Why legs were red beside their suites, each reason once. */
function runProblems(legs) {
	const all = legs.flatMap((leg) => leg.runProblems);
	return [...new Map(all.map((problem) => [`${problem.headline}\n${problem.message}`, problem])).values()];
}
/** Nothing was merged: no evidence, or none that has suites. */
function unexplained(legs, suites) {
	if (suites.length > 0) return [];
	return [{
		severity: "error",
		place: "evidence",
		headline: "there is no evidence to merge",
		message: legs.length === 0 ? "no job has uploaded any" : "none of its runs has a suite",
		remedy: "Let the merging job `needs` those that test, run `if: always()`, and have the same `artifact-name`."
	}];
}
/** Diagnoses of all legs under the names of the merged run; causes are the same where their ids are. */
function joinDiagnoses(named, groups) {
	const diagnoses = /* @__PURE__ */ new Map();
	const causes = /* @__PURE__ */ new Map();
	for (const { group, label } of named) {
		const keyIn = (key) => {
			const at = key.indexOf("\n");
			const suite = key.slice(0, at);
			return isShared(suite, groups) && label !== "" ? `${suite} (${label})${key.slice(at)}` : key;
		};
		for (const { diagnosis } of group.legs) {
			for (const each of diagnosis.diagnoses) diagnoses.set(keyIn(each.key), {
				...each,
				key: keyIn(each.key)
			});
			for (const cause of diagnosis.causes) {
				const known = causes.get(cause.id) ?? {
					...cause,
					failures: []
				};
				const seen = new Set(known.failures);
				for (const key of cause.failures.map(keyIn)) if (!seen.has(key)) known.failures.push(key);
				causes.set(cause.id, known);
			}
		}
	}
	const sorted = [...causes.values()].toSorted((a, b) => b.failures.length - a.failures.length);
	return {
		diagnoses: [...diagnoses.values()],
		causes: sorted,
		notes: []
	};
}
function routesOf(legs) {
	const routes = new Map(legs.flatMap((leg) => [...leg.routes].map(([key, route]) => [idOf(key), route])));
	return (test) => routes.get(idOf(testKey(test))) ?? null;
}
/** Routes are the same on every leg. */
const idOf = (key) => key.slice(key.indexOf("\n") + 1);
// src/app/publish/find-evidence.ts
const MANIFEST = "manifest.json";
const TESTS = "evidence/tests.jsonl";
const DIAGNOSTICS = "evidence/diagnostics.jsonl";
const WANTED = [
	MANIFEST,
	TESTS,
	DIAGNOSTICS,
	SHARD_FILE
];
/** Jobs of one run. A matrix has at most 256; more than this are named, and the step is red. */
const MOST_RUNS = 500;
const FILE_BYTES = 128 << 20;
const ARCHIVE_BYTES = 512 << 20;
const MANIFEST_PLACES = [
	MANIFEST,
	`*/${MANIFEST}`,
	`*/*/${MANIFEST}`
];
/** Evidence runs below a folder that something else has filled. Links are not followed, large files not read. */
async function evidenceInFolder(folder, files) {
	const manifests = await files.isDirectory(folder) ? await files.glob(MANIFEST_PLACES, folder) : [];
	return {
		found: manifests.slice(0, MOST_RUNS).map((manifest) => {
			const directory = dirname(manifest);
			return {
				read: () => readWanted(directory, files),
				place: directory,
				artifactId: null
			};
		}),
		problems: tooMany(manifests.length, folder)
	};
}
function tooMany(count, place) {
	if (count <= MOST_RUNS) return [];
	const message = `${place} has evidence of ${count} jobs; only ${MOST_RUNS} are published`;
	return [publishingProblem(message, "Publish in several steps, each with its own `artifact-name`.")];
}
async function readWanted(directory, files) {
	const present = new Set(await files.glob([...WANTED], directory));
	const texts = [];
	for (const name of WANTED) {
		const path = join(directory, name);
		const size = present.has(path) ? await files.sizeOf(path) : 0;
		if (size > FILE_BYTES) return publishingProblem(`${directory}: ${name} has ${size} bytes, more than ${FILE_BYTES}`, "");
		texts.push(size === 0 ? "" : await files.readText(path));
	}
	const [manifest = "", tests = "", diagnostics = "", shard = ""] = texts;
	return {
		manifest,
		tests,
		diagnostics,
		shard
	};
}
/**
* Evidence that a run has uploaded, straight from the archives: nothing of it ever is a file. Of the attempts of a job the
* last, or all of them.
*/
async function evidenceOfRun(runId, { artifactName, mode }, api, { console }) {
	const listed = await api.listArtifacts({ runId });
	if (!listed.ok) return {
		found: [],
		problems: [publishingProblem(listed.reason, listed.remedy)]
	};
	const ours = listed.value.filter(({ name }) => name.startsWith(artifactName));
	const wanted = mode === "merge" ? ours : lastAttempts(ours);
	return {
		found: wanted.slice(0, MOST_RUNS).map((artifact) => {
			return {
				read: () => readArtifactTexts(artifact, api, console),
				place: artifact.name,
				artifactId: artifact.id
			};
		}),
		problems: tooMany(wanted.length, `run ${runId}`)
	};
}
const LIMITS = {
	archiveBytes: ARCHIVE_BYTES,
	fileBytes: FILE_BYTES,
	isWanted: (path) => WANTED.includes(path)
};
async function readArtifactTexts(artifact, api, console) {
	console.untrusted(`Reading ${artifact.name} (${artifact.bytes} bytes)`);
	const read = await api.readArtifact(artifact, LIMITS);
	if (!read.ok) return publishingProblem(read.reason, read.remedy);
	const text = (name) => read.value.get(name) ?? "";
	return {
		manifest: text(MANIFEST),
		tests: text(TESTS),
		diagnostics: text(DIAGNOSTICS),
		shard: text(SHARD_FILE)
	};
}
/** Of the attempts of one job only the last counts. */
function lastAttempts(artifacts) {
	const last = /* @__PURE__ */ new Map();
	for (const artifact of artifacts) {
		const [, job = artifact.name, attempt = "0"] = /^(.*)-attempt(\d{1,6})$/.exec(artifact.name) ?? [];
		if (Number(attempt) >= (last.get(job)?.attempt ?? -1)) last.set(job, {
			attempt: Number(attempt),
			artifact
		});
	}
	return [...last.values()].map(({ artifact }) => artifact);
}
// src/app/merge/merge-runs.ts
/**
* Joins the evidence of shards and matrix jobs to one run and publishes that: one evidence run, one check, one comment.
* Whatever is missing of them makes it red.
*/
async function mergeRuns(settings, warnings, world) {
	const { found, problems: unfound } = await search$1(settings, world);
	const { legs, problems: unread } = await readLegs(found, world);
	const merged = withUnread(mergeLegs(legs, settings), [...unfound, ...unread]);
	const { services, problems } = await atMerged(merged, settings, world);
	const told = [...warnings, ...problems];
	logProblems([
		...told,
		...unfound,
		...unread
	], services.console);
	services.console.untrusted(`Merging ${legs.length} runs: ${merged.legs.join("; ")}`);
	return conclude(merged, settings, told, services);
}
/** A folder when one is named, or outside of GitHub; else what the jobs of this run have uploaded. */
function search$1(settings, services) {
	const { github } = services.context;
	if (services.inputs["evidence-dir"] !== void 0 || github === null) return evidenceInFolder(settings.evidenceDirectory, services.files);
	const api = settings.githubToken === null ? null : services.github(settings.githubToken);
	if (api !== null) return evidenceOfRun(github.runId, settings, api, services);
	const problem = publishingProblem("the evidence cannot be downloaded: there is no token", "Give `github-token`.");
	return Promise.resolve({
		found: [],
		problems: [problem]
	});
}
async function readLegs(found, { console }) {
	const legs = [];
	const problems = [];
	for (const { read, place } of found) {
		const texts = await read();
		if ("severity" in texts) {
			problems.push(texts);
			continue;
		}
		const leg = legFromEvidence(place, texts);
		if (leg === null) console.untrusted(`Left out: ${place} is a merged run itself`);
		else if (typeof leg === "string") problems.push(publishingProblem(`${place} is no evidence: ${leg}`, ""));
		else legs.push(leg);
	}
	return {
		legs,
		problems
	};
}
/** Evidence that could not be read may be red, and so the run is. */
function withUnread(merged, problems) {
	if (problems.length === 0) return merged;
	const { report } = merged;
	const unread = problems.map((problem) => {
		return {
			...problem,
			severity: "error",
			headline: "some evidence could not be read"
		};
	});
	return {
		...merged,
		report: {
			...report,
			conclusion: "failure",
			problems: [...report.problems ?? [], ...unread]
		}
	};
}
/** The services of a job that tests what its legs have tested, whatever is checked out here. */
async function atMerged({ commit, branch, legs }, settings, services) {
	const checkout = {
		commit: commit === "" ? null : commit,
		branch,
		parents: [],
		reason: "the merged runs do not know it"
	};
	const git = {
		...services.git,
		checkout: () => Promise.resolve(checkout)
	};
	return legs.length === 0 ? {
		services,
		problems: []
	} : atCheckout(settings, {
		...services,
		git
	}, checkout);
}
async function conclude(merged, given, warnings, services) {
	const settings = {
		...given,
		project: merged.project || given.project
	};
	const run = await startRun(settings, services);
	const [past, api, repository] = await Promise.all([
		readHistory(settings, services),
		readApi(settings, services),
		repositoryOf(settings, services)
	]);
	const redactor = redactorFor(settings, services);
	const nothing = {
		code: {
			files: [],
			places: []
		},
		changed: null
	};
	const { directory, manifest, problems } = run;
	const judged = {
		settings,
		run: directory,
		manifest,
		api,
		redactor,
		repository,
		shard: null,
		app: null,
		merged,
		report: {
			...merged.report,
			startedAt: merged.report.startedAt || run.startedAt
		},
		coverage: {
			...nothing,
			failures: [],
			problems: []
		},
		changes: { state: "no-pull-request" },
		problems: [...warnings, ...problems]
	};
	const finished = judge(judged, past, services);
	const analysis = {
		diagnosis: merged.diagnosis,
		calls: [],
		repository,
		withheld: /* @__PURE__ */ new Set(),
		routes: coverRoutes(finished.report, api),
		...nothing,
		load: [],
		findings: [],
		routeOf: merged.routeOf,
		sourceAround: () => [],
		problems: [...finished.problems, ...api.problems]
	};
	return concludeRun(finished, analysis, past, services);
}
/** The files of the repository; where nothing is checked out, every path that can be one of it. */
async function repositoryOf(settings, services) {
	const { files } = await services.git.files(testFolders(settings));
	const known = await readRepositoryFiles(testFolders(settings), services);
	return files.length > 0 ? known : {
		...known,
		isTracked: (path) => insidePath(path) !== ""
	};
}
// src/app/print-plan.ts
/** Prints what a run would do: commands, order, limits, and what would be published. Nothing is executed. */
async function printPlan(reading, services) {
	const { settings } = reading;
	logPlan(settings, reading, services.console);
	const suites = [];
	for (const suite of settings.suites) suites.push(...await planSuite(suite, settings, services));
	const app = settings.application;
	const lines = [
		...app === null ? [] : [`First: ${app.startCommand}${app.healthUrls.length === 0 ? "" : `, until ${answering(app.healthUrls)}`}`],
		...suites,
		...thresholds(settings, services),
		`Evidence: ${settings.evidenceDirectory}`,
		...publishing(settings, services)
	];
	services.console.untrusted(lines.join("\n"));
	return "neutral";
}
const answering = (urls) => `${urls.join(" and ")} ${urls.length === 1 ? "answers" : "answer"}`;
async function planSuite(suite, settings, services) {
	const limits = [
		`timeout ${formatDuration(suite.timeoutMs)}`,
		`retries ${suite.retries}`,
		...suite.after.length === 0 ? [] : [`after ${suite.after.join(", ")}`]
	];
	const head = `${suite.name} (${suite.runner}${suite.enabled ? "" : ", off"}): ${limits.join(", ")}`;
	if (!suite.enabled) return [head];
	const { files, processes, context } = services;
	const prepareQuality = qualityPreparer(`${context.bundleDirectory}/drivers`);
	const found = await prepare(suite, {
		files,
		processes,
		context,
		settings,
		prepareQuality
	});
	if (!found.ok) return [
		head,
		...isProposed(suite) ? ["  would be skipped, for it is only proposed:"] : [],
		problemLine(found.problem)
	];
	const { setup, plan } = found.suite;
	return [head, ...[...setup === null ? [] : [setup.command], ...plan === null ? [] : [plan({
		number: 1,
		directory: "<attempt>",
		select: null
	}).command]].map((command) => `  $ ${command.join(" ")}`)];
}
function thresholds({ coverage }, { context }) {
	const { lines, changedLines } = coverage;
	const isPull = context.github?.pullRequest !== null && context.github !== null;
	const asked = [...lines === null ? [] : [`${lines} % of lines`], ...changedLines === null ? [] : [`${changedLines} % of changed lines${isPull ? "" : " (not here: no pull request)"}`]];
	return asked.length === 0 ? [] : [`Coverage must reach ${asked.join(" and ")}`];
}
function publishing({ githubToken, comment, checkName, upload }, { context }) {
	const { github } = context;
	if (github === null) return ["Published: nothing, this is not a workflow"];
	const pull = github.pullRequest;
	const layers = [
		"job summary",
		"annotations",
		...githubToken === null ? [] : [`check "${checkName}" on ${github.headSha.slice(0, 7)}`],
		...githubToken === null || pull === null || comment === "off" ? [] : [`comment on #${pull.number} (${comment})`],
		...upload === "never" ? [] : [`evidence (${upload})`]
	];
	const fork = pull?.fork === true ? ["The head is a fork: its token can only read, so there will be no check and no comment"] : [];
	return [`Published: ${layers.join(", ")}`, ...fork];
}
// src/app/publish/publish-evidence.ts
/**
* Publishes the evidence of another run, which may come from a fork and is believed in nothing that matters: neither
* commit nor pull request. Fails only when something could not be published; the verdict is in the check and in the
* outputs.
*/
async function publishEvidence(settings, services) {
	const { github } = services.context;
	const api = settings.githubToken === null ? null : services.github(settings.githubToken);
	if (github === null || api === null) return nothing("mode: publish needs GitHub and `github-token`", "", services);
	const of = await publishedContext(github, settings, api);
	const { found, problems } = await search(settings, of, api, services);
	logProblems(problems, services.console);
	if (found.length === 0 && problems.length === 0) return nothing(`there is no evidence of run ${of.runId}`, `Its artifact is named ${settings.artifactName}.`, services);
	const published = [];
	for (const evidence of found) published.push(await publishOne(evidence, settings, of, api, services));
	const runs = published.filter((run) => run !== null);
	const isComplete = problems.length === 0 && runs.length === published.length;
	setRunOutputs(runs, isComplete, services);
	const isPublished = !settings.check || runs.every(({ checkUrl }) => checkUrl !== null);
	return isComplete && isPublished ? "success" : "failure";
}
/** A folder when one is named, else what the run has uploaded. */
function search(settings, of, api, services) {
	return services.inputs["evidence-dir"] !== void 0 ? evidenceInFolder(settings.evidenceDirectory, services.files) : evidenceOfRun(of.runId, settings, api, services);
}
async function publishOne(evidence, settings, of, api, services) {
	const texts = await evidence.read();
	if ("severity" in texts) {
		logProblems([texts], services.console);
		return null;
	}
	const read = reportFromEvidence(texts);
	if (typeof read === "string") {
		logProblems([publishingProblem(`${evidence.place} is no evidence: ${read}`, "")], services.console);
		return null;
	}
	const told = ofCommit({
		...read,
		report: withRunProblems(read.report, texts)
	}, of.headSha);
	const github = {
		...of,
		...told.manifest.job
	};
	const view = await viewOf(told, evidence, settings, {
		...services,
		context: {
			...services.context,
			github
		}
	});
	const summary = await publishSummary(view, services);
	const annotations = annotationsOf(view, settings.annotations);
	const target = {
		identity: identityOf(github, [told.manifest.runId, String(evidence.artifactId)]),
		pullRequest: of.pullRequest?.number ?? null
	};
	const { clock } = services;
	const { checkUrl, problems } = await publishRemote(view, annotations, settings, target, {
		api,
		clock
	});
	await addToSummary(problems, view, services);
	logProblems([...summary, ...problems], services.console);
	services.console.untrusted(`${view.title}${checkUrl === null ? "" : `: ${checkUrl}`}`);
	return {
		report: told.report,
		checkUrl
	};
}
/** Evidence of another commit proves nothing about the one that is published: it is never green there. */
function ofCommit(run, headSha) {
	const { commit } = run.manifest;
	if (commit === headSha) return run;
	const message = commit === "" ? "the run does not know which commit it tested" : `the run tested ${commit.slice(0, 7)}, not ${headSha.slice(0, 7)}, to which this is published`;
	const severity = commit === "" ? "warning" : "error";
	const problems = [...run.problems, {
		severity,
		place: "evidence",
		message,
		remedy: ""
	}];
	return commit === "" ? {
		...run,
		problems
	} : {
		...run,
		problems,
		report: {
			...run.report,
			conclusion: "failure"
		}
	};
}
function withRunProblems(report, { manifest }) {
	const problems = readRunProblems(manifest);
	return problems.length === 0 ? report : {
		...report,
		conclusion: "failure",
		problems
	};
}
async function viewOf({ report, diagnosis, routeOf, manifest, problems }, { place, artifactId }, settings, services) {
	const { github } = services.context;
	const past = await readHistory(settings, services);
	const runs = `${github.serverUrl}/${github.owner}/${github.repository}/actions/runs/${github.runId}`;
	const facts = {
		context: services.context,
		report,
		settings: {
			...settings,
			project: manifest.project
		},
		run: {
			runId: manifest.runId,
			directory: place
		},
		headSha: github.headSha,
		artifactUrl: artifactId === null ? null : `${runs}/artifacts/${artifactId}`,
		baseline: baselineOf(report, past, services),
		problems: [...problems, ...withoutPullRequest(github)],
		resolvePath: (path) => insidePath(path) === "" ? null : path,
		isChangedLine: () => false,
		routeOf,
		...NOTHING_MEASURED
	};
	return buildView(report, withHistoryNote(diagnosis, past), publishContext(facts));
}
function withoutPullRequest({ pullRequest, triggeredBy }) {
	if (pullRequest !== null || triggeredBy === null) return [];
	return [{
		severity: "note",
		place: "publishing",
		message: `no open pull request has ${triggeredBy.headSha.slice(0, 7)} as its head: there is no comment`,
		remedy: ""
	}];
}
/** Evidence that could not be read may be red. */
function setRunOutputs(runs, isComplete, { step }) {
	const conclusion = isComplete ? runConclusion(runs.map(({ report }) => report.conclusion)) : "failure";
	step.setOutput("conclusion", conclusion);
	const totals = addTotals(runs.map(({ report }) => report.totals));
	for (const [name, value] of Object.entries(countOutputs(totals))) step.setOutput(name, value);
	step.setOutput("check-url", runs.find(({ checkUrl }) => checkUrl !== null)?.checkUrl ?? "");
}
function nothing(message, remedy, services) {
	logProblems([publishingProblem(`nothing is published: ${message}`, remedy)], services.console);
	services.step.setOutput("conclusion", "failure");
	return "failure";
}
// src/app/run-action.ts
/** The whole action, top to bottom. Resolves with the conclusion; rejects only on a bug or a broken disk. */
async function runAction(services, choice = ALL) {
	const read = await readSettings(services);
	if (!read.ok) return reportInvalidSettings(read.problems, services);
	const chosen = chooseSuites(read.settings, choice);
	if (!chosen.ok) return reportInvalidSettings(chosen.problems, services);
	const reading = {
		...read,
		settings: chosen.settings
	};
	logProblems(reading.warnings, services.console);
	switch (reading.settings.mode) {
		case "publish": return publishEvidence(reading.settings, services);
		case "plan": return printPlan(reading, (await atCheckout(reading.settings, services)).services);
		case "merge": return mergeRuns(reading.settings, reading.warnings, services);
		case "run": return runSuites(reading, services);
	}
}
async function runSuites(reading, world) {
	const { settings } = reading;
	logPlan(settings, reading, world.console);
	const { services, problems } = await atCheckout(settings, world);
	logProblems(problems, services.console);
	const warnings = [...reading.warnings, ...problems];
	const run = await startRun(settings, services);
	const quarantine = await readQuarantineText(settings, services);
	await recordRun(services.files, run.directory.directory, settings, quarantine);
	const inputs = await readRunInputs(settings, quarantine, warnings, services);
	const executed = await executeSuites(run, inputs, services);
	return completeRun(run, inputs, executed, services);
}
export { readRunProblems as a, insidePath as i, evidenceInFolder as n, ALL as o, reportFromEvidence as r, chooseSuites as s, runAction as t };
