import { $ as recordEnd, A as publishRemote, B as redactorFor, C as logProblems, D as publishContext, E as countOutputs, F as withHistoryNote, H as runConclusion, I as identityOf, L as readRecorded, M as annotationsOf, N as baselineOf, O as addToSummary, P as readHistory, R as CATEGORIES, S as logPlan, T as reportInvalidSettings, U as suiteConclusion, V as outcomeOf, W as startApplication, Y as readApplicationEnd, at as clipBytes, c as isProposed, ct as testKey, d as runGenerated, dt as atCheckout, et as buildView, ft as publishedContext, h as runSuite, i as readSettings, it as formatDuration, j as publishingProblem, k as publishSummary, l as skipUnavailable, lt as finalStateOf, m as recordRun, nt as countedAs, o as readRunInputs, ot as firstLine, pt as exitAfterFlush, q as prepare, r as startRun, rt as totalsOf, s as readQuarantineText, st as stripAnsi, t as createServices, tt as addTotals, ut as isBad, w as problemLine, x as completeRun, y as qualityPreparer } from "./chunks/services.js";
import { a as listOf, d as textsOf, o as member, s as numberOf, u as textOf } from "./chunks/file-coverage.js";
import { closeSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
// src/adapters/own-environment.ts
/** Inputs, tokens and command files of the step, which processes of the same user could read in `/proc/<pid>/environ`. */
const PRIVATE = /^(?:INPUT_.*|STATE_.*|ACTIONS_(?:RUNTIME|RESULTS|CACHE|ID_TOKEN).*|GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)|ANTHROPIC_API_KEY|[^=]*(?:TOKEN|SECRET|PASSWORD|API_KEY))$/i;
/**
* Takes what is private out of the memory from which Linux serves this process's environment to others; `process.env`
* keeps all of it, on the heap. Nothing happens where the system does not let a process write there.
*/
function hideOwnEnvironment() {
	if (process.platform !== "linux") return;
	try {
		const kept = Object.entries(process.env).filter(([name]) => PRIVATE.test(name));
		wipe(environmentStart());
		for (const [name, value] of kept) process.env[name] = value;
	} catch {}
}
/** Address of the first variable: the 50th field of `stat`; names of programs may hold blanks. */
function environmentStart() {
	const stat = readFileSync("/proc/self/stat", "latin1");
	return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[47]);
}
/** Overwrites each private variable in place with zeros; the others keep their places. */
function wipe(start) {
	const area = readFileSync("/proc/self/environ");
	const memory = openSync("/proc/self/mem", "r+");
	try {
		const found = Buffer.alloc(area.length);
		readSync(memory, found, 0, area.length, start);
		if (!found.equals(area)) return;
		let at = 0;
		for (const entry of area.toString("latin1").split("\0")) {
			if (PRIVATE.test(entry.slice(0, Math.max(0, entry.indexOf("="))))) writeSync(memory, Buffer.alloc(entry.length), 0, entry.length, start + at);
			at += entry.length + 1;
		}
	} finally {
		closeSync(memory);
	}
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
/** Echoed per attempt; the whole output is in the evidence. */
const ECHO_CHARS = 2e6;
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
				unfinishedLine: ""
			};
			all.set(suite.name, {
				progress: createSuiteProgress(),
				...fresh
			});
			const what = tests === null ? "" : ` (rerun of ${tests} ${tests === 1 ? "test" : "tests"})`;
			const title = `${suite.name}: attempt ${number}${what}`;
			if (parallel) console.info(title);
			else console.startGroup(title);
			say(suite, `$ ${command.map(shown).join(" ")}`);
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
			if (followed !== void 0 && followed.unfinishedLine !== "") say(suite, followed.unfinishedLine);
			redraw();
			if (!parallel) console.endGroup();
		}
	};
}
const liveLine = (name, progress) => progress === "" ? [] : [`${name}  ${progress}`];
const shown = (part) => /^[\w@%+=:,./-]+$/.test(part) ? part : `'${part.replaceAll("'", `'\\''`)}'`;
function echo(followed, output, say) {
	if (output === "" || followed.echoed >= ECHO_CHARS) return;
	const lines = (followed.unfinishedLine + output).split("\n");
	followed.unfinishedLine = lines.pop() ?? "";
	if (followed.unfinishedLine.length > 8192) {
		lines.push(followed.unfinishedLine);
		followed.unfinishedLine = "";
	}
	followed.echoed += output.length;
	if (lines.length > 0) say(lines.join("\n"));
	if (followed.echoed >= ECHO_CHARS) say("[the rest of the output is in the evidence: output.log]");
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
async function executeSuites(run, { api, quarantine }, services) {
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
		prepareQuality: qualityPreparer(`${context.bundleDirectory}/drivers`)
	};
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
	if (!start.ok) return executed(await startNothing(start.problem, suiteServices), null);
	const suites = await runAll(settings, api, suiteServices, services);
	await start.application.stop();
	return executed(suites, await readApplicationEnd(suiteServices));
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
	const runs = settings.suites.map((suite) => notStarted(suite, problem, clock.now()));
	for (const { suite, startedAt, durationMs, problems } of runs) await recordEnd(files, runDirectory, suite.name, {
		startedAt,
		durationMs,
		problems
	});
	return runs;
}
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
// src/app/print-plan.ts
/** Prints what a run would do: commands, order, limits, and what would be published. Nothing is executed. */
async function printPlan(reading, services) {
	const { settings } = reading;
	logPlan(settings, reading, services.console);
	const suites = [];
	for (const suite of settings.suites) suites.push(...await planSuite(suite, settings, services));
	const app = settings.application;
	const lines = [
		...app === null ? [] : [`First: ${app.startCommand}${app.healthUrl === null ? "" : `, until ${app.healthUrl} answers`}`],
		...suites,
		...thresholds(settings, services),
		`Evidence: ${settings.evidenceDirectory}`,
		...publishing(settings, services)
	];
	services.console.untrusted(lines.join("\n"));
	return "neutral";
}
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
		job: jobOf(github),
		commit: /^[\da-f]{40,64}$/.exec(textOf(member(member(json, "target"), "git"), "commit"))?.[0] ?? ""
	};
}
function jobOf(github) {
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
	const outcome = worseOutcome(outcomeOf(run, POLICY), told.outcome);
	const conclusion = outcome === "no-tests" && told.outcome === "no-tests" ? told.conclusion : suiteConclusion(outcome, POLICY);
	return {
		...run,
		outcome,
		conclusion,
		totals: totalsOf(tests)
	};
}
/** Green tests of a suite that calls itself failed: a policy of the run, flaky ones for instance. */
function worseOutcome(computed, told) {
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
// src/app/publish/find-evidence.ts
const MANIFEST = "manifest.json";
const TESTS = "evidence/tests.jsonl";
const DIAGNOSTICS = "evidence/diagnostics.jsonl";
const WANTED = [
	MANIFEST,
	TESTS,
	DIAGNOSTICS
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
	const found = [];
	const problems = [...tooMany(manifests.length, folder)];
	for (const manifest of manifests.slice(0, MOST_RUNS)) {
		const directory = dirname(manifest);
		const read = await readWanted(directory, files);
		if (typeof read === "string") problems.push(publishingProblem(`${directory}: ${read}`, ""));
		else found.push({
			texts: read,
			place: directory,
			artifactId: null
		});
	}
	return {
		found,
		problems
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
		if (size > FILE_BYTES) return `${name} has ${size} bytes, more than ${FILE_BYTES}`;
		texts.push(size === 0 ? "" : await files.readText(path));
	}
	const [manifest = "", tests = "", diagnostics = ""] = texts;
	return {
		manifest,
		tests,
		diagnostics
	};
}
/** Evidence that a run has uploaded, straight from the archives: nothing of it ever is a file. */
async function evidenceOfRun(runId, { artifactName }, api, { console }) {
	const listed = await api.listArtifacts({ runId });
	if (!listed.ok) return {
		found: [],
		problems: [publishingProblem(listed.reason, listed.remedy)]
	};
	const wanted = lastAttempts(listed.value.filter(({ name }) => name.startsWith(artifactName)));
	const found = [];
	const problems = [...tooMany(wanted.length, `run ${runId}`)];
	const limits = {
		archiveBytes: ARCHIVE_BYTES,
		fileBytes: FILE_BYTES,
		isWanted: (path) => WANTED.includes(path)
	};
	for (const artifact of wanted.slice(0, MOST_RUNS)) {
		console.untrusted(`Reading ${artifact.name} (${artifact.bytes} bytes)`);
		const read = await api.readArtifact(artifact, limits);
		if (!read.ok) {
			problems.push(publishingProblem(read.reason, read.remedy));
			continue;
		}
		const text = (name) => read.value.get(name) ?? "";
		const texts = {
			manifest: text(MANIFEST),
			tests: text(TESTS),
			diagnostics: text(DIAGNOSTICS)
		};
		found.push({
			texts,
			place: artifact.name,
			artifactId: artifact.id
		});
	}
	return {
		found,
		problems
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
	const read = reportFromEvidence(evidence.texts);
	if (typeof read === "string") {
		logProblems([publishingProblem(`${evidence.place} is no evidence: ${read}`, "")], services.console);
		return null;
	}
	const told = ofCommit({
		...read,
		report: withRunProblems(read.report, evidence)
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
function withRunProblems(report, { texts }) {
	const problems = readRunProblems(texts.manifest);
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
		settings: {
			...settings,
			project: manifest.project,
			suites: report.suites.map(({ suite }) => suite)
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
		routes: {
			operations: [],
			untested: [],
			undocumented: /* @__PURE__ */ new Map(),
			percent: null
		},
		code: {
			files: [],
			places: []
		},
		load: [],
		changed: null
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
async function runAction(services) {
	const reading = await readSettings(services);
	if (!reading.ok) return reportInvalidSettings(reading.problems, services);
	logProblems(reading.warnings, services.console);
	switch (reading.settings.mode) {
		case "publish": return publishEvidence(reading.settings, services);
		case "plan": return printPlan(reading, (await atCheckout(reading.settings, services)).services);
		case "run":
		case "merge": return runSuites(reading, services);
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
// src/main.ts
/** Entry of the step: runs the action, sets the exit status. The first signal cancels, and leaves the rest to `post`. */
async function main() {
	hideOwnEnvironment();
	const cancellation = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cancellation.abort("cancelled"));
	const services = createServices(import.meta.url, cancellation.signal);
	try {
		const conclusion = await runAction(services);
		return conclusion === "success" || conclusion === "neutral" ? 0 : 1;
	} catch (error) {
		services.console.error(`qaagent-orchestrate broke: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
		services.step.setOutput("conclusion", "failure");
		return 1;
	}
}
exitAfterFlush(await main());
export {};
