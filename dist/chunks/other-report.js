import { Cr as numberOf, Dr as textsOf, Er as textOf, Et as LineReport, Qn as traceOf, Rr as firstLine, Sr as member, Tr as plainMembers, Tt as sampleReport, Xn as CaseMaker, Zn as statusOf$2, ar as asRetry, br as entriesOf, cn as locustReport, dn as errorLines, er as KeptText, fn as loadCase, hn as statusError, ir as NOTHING_DECLARED, ln as k6Dialect, mn as milliseconds, nr as headlineOf$1, or as formatCount, pn as loadErrors, rr as KEPT, un as ALL_ROUTES, wr as parseJson, wt as sampleLogOf, xr as listOf } from "./start.js";
import { fileURLToPath } from "node:url";
// src/report/formats/dart.ts
const STATUS$6 = /* @__PURE__ */ new Map([
	["success", "passed"],
	["failure", "failed"],
	["error", "error"]
]);
/** Flutter prints an exception and then fails the test with a sentence that points at what was printed. */
const PRINTED_EXCEPTION = /^The following [^\n]{1,200} was thrown[^\n]{0,200}:\n([^]{1,4000}?)(?:\n\n|(?![^]))/m;
const POINTS_AT_OUTPUT = /^Test failed\. See exception logs above\./;
/** Reads `dart test --reporter json` and `flutter test --machine`: one event a line. */
var DartReader = class {
	#make;
	#suites = /* @__PURE__ */ new Map();
	#running = /* @__PURE__ */ new Map();
	#cases = [];
	#isDone = false;
	#failedBy;
	constructor(make) {
		this.#make = make;
	}
	take = (line) => {
		const event = line.startsWith("{") ? parseJson(line) : void 0;
		const running = this.#running.get(numberOf(event, "testID") ?? -1);
		switch (textOf(event, "type")) {
			case "suite":
				this.#suites.set(idOf(member(event, "suite")), textOf(member(event, "suite"), "path"));
				break;
			case "testStart":
				this.#start(event);
				break;
			case "print":
				running?.printed.push(textOf(event, "message"));
				break;
			case "error":
				running?.errors.push({
					message: textOf(event, "error").trim(),
					trace: textOf(event, "stackTrace")
				});
				break;
			case "testDone":
				this.#end(event, running);
				break;
			case "done":
				this.#isDone = member(event, "success") !== null;
				if (member(event, "success") === false) this.#failedBy = "`success` is false";
		}
	};
	finish = () => ({
		format: "dart-json",
		cases: this.#cases,
		suiteErrors: [],
		declared: NOTHING_DECLARED,
		failedBy: this.#failedBy,
		lost: this.#running.size,
		shortened: this.#make.budget.refused,
		torn: !this.#isDone
	});
	#start(event) {
		const test = member(event, "test");
		this.#running.set(idOf(test), {
			test,
			startedAt: numberOf(event, "time") ?? 0,
			errors: [],
			printed: []
		});
	}
	/** The loading of a file is a hidden test; it is of interest when it fails. */
	#end(event, running) {
		if (running === void 0) return;
		this.#running.delete(numberOf(event, "testID") ?? -1);
		const verdict = statusOf$2(STATUS$6, textOf(event, "result"));
		if (member(event, "hidden") === true && verdict.status === "passed") return;
		const isSkipped = member(event, "skipped") === true && verdict.status === "passed";
		this.#cases.push(this.#caseOf(event, running, isSkipped ? { status: "skipped" } : verdict));
	}
	#caseOf(event, running, verdict) {
		const { test, startedAt, errors, printed } = running;
		const suite = this.#suites.get(numberOf(test, "suiteID") ?? -1) ?? "";
		const output = printed.join("\n");
		const [error] = errors;
		const message = verdict.status === "passed" ? "" : messageOf(verdict.status, error?.message ?? "", output);
		const isRetried = verdict.status === "passed" && errors.length > 0;
		return this.#make.case({
			name: textOf(test, "name"),
			classname: suite,
			suite,
			...verdict,
			...placeOf(test, suite),
			durationMs: (numberOf(event, "time") ?? startedAt) - startedAt,
			message,
			details: isRetried ? "" : errors.map((each) => traceOf(each.message, each.trace)).join("\n\n"),
			output,
			tries: isRetried ? errors.map((each) => this.#tryOf(each)) : []
		});
	}
	#tryOf({ message, trace }) {
		return this.#make.try("failed", message, trace);
	}
};
const idOf = (value) => numberOf(value, "id") ?? -1;
function messageOf(status, message, output) {
	if (status === "skipped") return output.replace(/^Skip: /, "");
	if (!POINTS_AT_OUTPUT.test(message)) return message;
	return PRINTED_EXCEPTION.exec(output.slice(0, 2e4))?.[1]?.trim() ?? message;
}
/** `root_url` and `root_line` are there where the test was declared through a function of another file. */
function placeOf(test, suite) {
	const root = textOf(test, "root_url");
	const url = root === "" ? textOf(test, "url") : root;
	const line = numberOf(test, root === "" ? "line" : "root_line") ?? 0;
	return url.startsWith("file://") ? {
		file: pathOf(url) ?? suite,
		line
	} : {
		file: suite,
		line: url === "" ? line : 0
	};
}
function pathOf(url) {
	try {
		return /^file:\/\/\/[A-Za-z]:/.test(url) ? decodeURIComponent(url.slice(8)) : fileURLToPath(url);
	} catch {
		return null;
	}
}
// src/report/go-reruns.ts
/** A subtest belongs to its parent, and a parent runs again with its subtest. */
function isAmong(name, failed) {
	return failed.has(name) || [...failed].some((each) => each.startsWith(`${name}/`) || name.startsWith(`${each}/`));
}
/**
* Joins the tries of gotestsum's `--rerun-fails`: a package starts again after its end and runs tests that have failed and
* no others. A package that runs others, too, is another run (other tags, other flags), and its results count by themselves.
* `runs`: how often the package had ended before a case.
*/
function joinReruns(cases, runs) {
	if (![...runs.values()].some((run) => run > 0)) return cases;
	return [...grouped(cases, ({ classname }) => classname).values()].flatMap((own) => {
		const [first = [], ...reruns] = [...grouped(own, (reported) => runs.get(reported) ?? 0)].toSorted(([one], [other]) => one - other).map(([, group]) => group);
		return reruns.reduce(withRerun, first);
	});
}
function grouped(cases, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const reported of cases) {
		const group = groups.get(keyOf(reported));
		if (group === void 0) groups.set(keyOf(reported), [reported]);
		else group.push(reported);
	}
	return groups;
}
function withRerun(before, rerun) {
	const failed = new Set(before.filter(({ status }) => status === "failed").map(({ name }) => name));
	if (!rerun.every(({ name }) => isAmong(name, failed))) return [...before, ...rerun];
	const again = new Map(rerun.map((reported) => [reported.name, reported]));
	return [...before.map((reported) => {
		const later = again.get(reported.name);
		again.delete(reported.name);
		return later === void 0 ? reported : asRetry(reported, later);
	}), ...again.values()];
}
// src/report/formats/go-test.ts
const END = /* @__PURE__ */ new Map([
	["pass", "passed"],
	["fail", "failed"],
	["skip", "skipped"],
	["bench", "passed"]
]);
/** Lines that say again what the events say. */
const FRAMING = /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)|--- (?:PASS|FAIL|SKIP|BENCH):|PASS$|FAIL$|FAIL\t|ok {2}\t|exit status \d)/;
const LOGGED = /^\s+\S{1,300}\.go:\d{1,7}: (.*)$/;
const keyOf = (packageName, test) => `${packageName}\n${test}`;
/** Words of a line that says what is wrong; `t.Log` and `t.Error` look alike. */
const TELLING = /\b(?:want(?:ed)?|expect(?:ed)?|got|error|fail(?:ed|ure)?|unexpected|mismatch|not equal|differ)\b|[!=]=|: .{0,200}\bnil\b/i;
/** What a person reads first: the panic, else the last line that says what is wrong, else the last one at all. */
function headlineOf(text) {
	const lines = text.split("\n", 500);
	const panic = lines.find((line) => line.startsWith("panic: "));
	if (panic !== void 0) return panic;
	const logged = lines.flatMap((line) => LOGGED.exec(line)?.[1] ?? []);
	return logged.findLast((line) => TELLING.test(line)) ?? logged.at(-1) ?? "";
}
function deathOf(suite, test) {
	return {
		suite,
		message: `the test binary died in ${test}; tests after it did not run`,
		type: "",
		details: "",
		diedIn: test
	};
}
/** Reads `go test -json`: tests and subtests with their output, and packages that failed outside of any test. */
var GoTestReader = class {
	#make;
	#running = /* @__PURE__ */ new Map();
	#builds = /* @__PURE__ */ new Map();
	#cases = [];
	#suiteErrors = [];
	#badPackages = /* @__PURE__ */ new Set();
	/** How often a package has ended when each case was reported: a rerun starts it again. */
	#runs = /* @__PURE__ */ new Map();
	#ended = /* @__PURE__ */ new Map();
	/** Packages whose test binary came to its own end: it says PASS or FAIL on a line by itself. */
	#closed = /* @__PURE__ */ new Set();
	constructor(make) {
		this.#make = make;
	}
	take = (line) => {
		const event = line.startsWith("{") ? parseJson(line) : void 0;
		const action = textOf(event, "Action");
		if (action === "build-output") this.#build(textOf(event, "ImportPath")).add(textOf(event, "Output"));
		const packageName = textOf(event, "Package");
		if (packageName === "") return;
		const test = textOf(event, "Test");
		const running = this.#start(packageName, test);
		if (action === "output") this.#print(running, textOf(event, "Output"));
		const status = END.get(action);
		if (status === void 0) return;
		this.#running.delete(keyOf(packageName, test));
		const seconds = numberOf(event, "Elapsed");
		if (test === "") this.#endPackage(running, status, textOf(event, "FailedBuild"));
		else this.#endTest(running, status, seconds === null ? null : seconds * 1e3);
	};
	finish = () => {
		const unfinished = [...this.#running.values()];
		return {
			format: "go-test-json",
			cases: joinReruns(this.#cases, this.#runs),
			suiteErrors: this.#suiteErrors,
			declared: NOTHING_DECLARED,
			lost: unfinished.filter(({ test }) => test !== "").length,
			shortened: this.#make.budget.refused,
			torn: unfinished.length > 0
		};
	};
	#start(packageName, test) {
		const key = keyOf(packageName, test);
		const known = this.#running.get(key);
		if (known !== void 0) return known;
		const started = {
			packageName,
			test,
			output: new KeptText(KEPT.details)
		};
		this.#running.set(key, started);
		return started;
	}
	#build(importPath) {
		const [packageName = ""] = importPath.split(" ");
		const known = this.#builds.get(packageName) ?? new KeptText(KEPT.details);
		this.#builds.set(packageName, known);
		return known;
	}
	#print({ output, packageName, test }, text) {
		if (test === "" && /^(?:PASS|FAIL)\s*$/.test(text)) this.#closed.add(packageName);
		if (!FRAMING.test(text)) output.add(text);
	}
	#endTest({ packageName, test, output }, status, durationMs) {
		const text = output.toString();
		const bad = status === "failed";
		if (bad) this.#badPackages.add(packageName);
		const reported = this.#make.case({
			name: test,
			classname: packageName,
			suite: packageName,
			status,
			durationMs,
			message: status === "passed" ? "" : headlineOf(text),
			details: bad || status === "skipped" ? text : "",
			output: status === "passed" ? text : ""
		});
		this.#cases.push(reported);
		this.#runs.set(reported, this.#ended.get(packageName) ?? 0);
	}
	/** The test in which a package died, if it did: one that never ended, else the last that failed; empty without tests. */
	#lastTest(packageName) {
		const open = [...this.#running.values()].findLast((each) => each.packageName === packageName && each.test !== "");
		const cases = this.#cases.filter(({ classname }) => classname === packageName);
		return open?.test ?? (cases.findLast(({ status }) => status === "failed") ?? cases.at(-1))?.name ?? "";
	}
	/** Tests that never ended are what the package died in: a panic, a timeout, os.Exit. */
	#endPackage({ packageName, output }, status, failedBuild) {
		const text = [output.toString(), this.#builds.get(failedBuild.split(" ")[0] ?? "")?.toString() ?? ""].join("\n").trim();
		const last = this.#lastTest(packageName);
		for (const running of [...this.#running.values()]) {
			if (running.packageName !== packageName || running.test === "") continue;
			this.#running.delete(keyOf(packageName, running.test));
			running.output.add(`\n${text}`);
			this.#endTest(running, "failed", null);
		}
		this.#ended.set(packageName, (this.#ended.get(packageName) ?? 0) + 1);
		if (status !== "failed") return;
		if (last !== "" && !this.#closed.has(packageName)) this.#suiteErrors.push(deathOf(packageName, last));
		if (this.#badPackages.has(packageName)) return;
		const { message, details } = this.#make.try("error", "", text === "" ? "the package failed outside any test" : text);
		this.#suiteErrors.push({
			suite: packageName,
			message,
			type: "",
			details
		});
	}
};
// src/report/formats/allure.ts
const STATUS$5 = /* @__PURE__ */ new Map([
	["passed", "passed"],
	["failed", "failed"],
	["broken", "error"],
	["skipped", "skipped"]
]);
const labelOf = (result, name) => textOf(listOf(result, "labels").find((label) => textOf(label, "name") === name), "value");
const KNOWN_LABELS = [
	"epic",
	"feature",
	"story",
	"severity",
	"owner",
	"tag"
];
function caseOf$7(result, make) {
	const details = member(result, "statusDetails");
	const [start, stop] = [numberOf(result, "start"), numberOf(result, "stop")];
	const labels = KNOWN_LABELS.map((name) => [name, labelOf(result, name)]);
	const plain = make.case({
		name: textOf(result, "name") || textOf(result, "fullName"),
		classname: labelOf(result, "testClass") || labelOf(result, "package"),
		suite: labelOf(result, "suite") || labelOf(result, "parentSuite"),
		...statusOf$2(STATUS$5, textOf(result, "status")),
		durationMs: start === null || stop === null ? null : stop - start,
		message: textOf(details, "message"),
		details: textOf(details, "trace"),
		properties: Object.fromEntries(labels.filter(([, value]) => value !== "")),
		attachments: listOf(result, "attachments").map((file) => textOf(file, "source")).filter((path) => path !== "")
	});
	const id = textOf(result, "historyId");
	return id === "" ? plain : {
		...plain,
		retryOf: {
			id,
			startedAt: start ?? 0
		}
	};
}
/** Reads one `*-result.json` of an Allure results folder: one test. */
const allureDialect = {
	format: "allure",
	matches: (document) => textOf(document, "uuid") !== "" && textOf(document, "name") !== "" && member(document, "status") !== void 0,
	read: (document, make) => ({
		cases: [caseOf$7(document, make)],
		suiteErrors: [],
		declared: NOTHING_DECLARED
	})
};
/** Fixtures around several tests: set-up and tear-down that failed. The results of their tests are in files of their own. */
function fixtureErrors(container, make) {
	return [...listOf(container, "befores"), ...listOf(container, "afters")].filter((fixture) => ["failed", "broken"].includes(textOf(fixture, "status"))).map((fixture) => {
		const details = member(fixture, "statusDetails");
		const reported = make.try("error", textOf(details, "message"), textOf(details, "trace"));
		return {
			suite: textOf(fixture, "name"),
			message: reported.message,
			type: "",
			details: reported.details
		};
	});
}
/** Reads one `*-container.json` of an Allure results folder: the fixtures around tests, and no test. */
const allureContainerDialect = {
	format: "allure-container",
	matches: (document) => textOf(document, "uuid") !== "" && Array.isArray(member(document, "children")),
	read: (document, make) => ({
		cases: [],
		suiteErrors: fixtureErrors(document, make),
		declared: NOTHING_DECLARED
	})
};
// src/report/formats/ctrf.ts
const STATUS$4 = /* @__PURE__ */ new Map([
	["passed", "passed"],
	["failed", "failed"],
	["skipped", "skipped"],
	["pending", "skipped"]
]);
/** `other` holds what a reporter has no word for: todo, interrupted. The runner's own word decides. */
function statusOf$1(test) {
	const status = STATUS$4.get(textOf(test, "status"));
	if (status !== void 0) return status;
	return /todo|skip|pending|disabled|focus/i.test(textOf(test, "rawStatus")) ? "skipped" : "error";
}
/** The word for a status that is neither the format's own nor `other`. */
function unknownWord(test) {
	const word = textOf(test, "status");
	return STATUS$4.has(word) || word === "other" ? void 0 : word;
}
const lines = (value, name) => listOf(value, name).filter((line) => typeof line === "string").join("\n");
function caseOf$6(test, make) {
	const status = statusOf$1(test);
	const suite = listOf(test, "suite").filter((part) => typeof part === "string");
	const attempts = listOf(test, "retryAttempts").map((attempt) => make.try(statusOf$1(attempt), textOf(attempt, "message"), textOf(attempt, "trace")));
	const retried = member(test, "flaky") === true && status === "passed" && attempts.length === 0;
	return make.case({
		name: textOf(test, "name"),
		status,
		unknown: unknownWord(test),
		suite: suite.length > 0 ? suite.toReversed().join(" > ") : textOf(test, "suite"),
		file: textOf(test, "filePath"),
		line: numberOf(test, "line") ?? 0,
		durationMs: numberOf(test, "duration"),
		message: textOf(test, "message"),
		details: textOf(test, "trace"),
		output: [lines(test, "stdout"), lines(test, "stderr")].filter((text) => text !== "").join("\n"),
		tries: retried ? [make.try("failed", "An earlier attempt failed; the report does not contain it.")] : attempts.slice(0, 50),
		properties: Object.fromEntries(plainMembers(member(test, "labels") ?? member(test, "extra")).slice(0, 100)),
		attachments: listOf(test, "attachments").map((attachment) => textOf(attachment, "path")).filter((path) => path !== "")
	});
}
/** Reads CTRF (ctrf.io), versions 0.0.x and 1. */
const ctrfDialect = {
	format: "ctrf",
	matches: (document) => Array.isArray(member(member(document, "results"), "tests")),
	read: (document, make) => {
		const results = member(document, "results");
		const summary = member(results, "summary");
		return {
			cases: listOf(results, "tests").map((test) => caseOf$6(test, make)),
			suiteErrors: [],
			declared: {
				tests: numberOf(summary, "tests"),
				failures: numberOf(summary, "failed"),
				errors: null,
				skipped: (numberOf(summary, "skipped") ?? 0) + (numberOf(summary, "pending") ?? 0)
			}
		};
	}
};
// src/report/formats/cucumber.ts
/** Undefined, pending and ambiguous steps fail a scenario in every current Cucumber. */
const RANK = [
	["failed", "failed"],
	["ambiguous", "failed"],
	["undefined", "error"],
	["pending", "error"],
	["skipped", "skipped"]
];
const NANOSECONDS = 1e6;
const KNOWN = /* @__PURE__ */ new Set(["passed", ...RANK.map(([word]) => word)]);
/** The word that decides a scenario: one that no Cucumber writes comes first, then the worst; none when all passed. */
function worstOf(steps) {
	const words = new Set(steps.map(wordOf));
	const unknown = [...words].find((word) => word !== "" && !KNOWN.has(word));
	if (unknown !== void 0) return [unknown, "error"];
	return RANK.find(([word]) => words.has(word)) ?? (words.has("") ? ["", "not-run"] : void 0);
}
/** Status of a step; empty for one without a result, which was never run. */
const wordOf = (step) => textOf(resultOf(step), "status").toLowerCase();
const resultOf = (step) => member(step, "result");
/** Steps with the hooks around the scenario and around each step. */
function stepsOf(scenario) {
	const around = listOf(scenario, "steps").flatMap((step) => [
		...listOf(step, "before"),
		step,
		...listOf(step, "after")
	]);
	return [
		...listOf(scenario, "before"),
		...around,
		...listOf(scenario, "after")
	];
}
const nameOf = (step) => [textOf(step, "keyword").trim(), textOf(step, "name")].filter((part) => part !== "").join(" ");
function caseOf$5(scenario, feature, background, make) {
	const steps = [...background, ...stepsOf(scenario)];
	const worst = worstOf(steps);
	const reported = worst === void 0 ? void 0 : steps.find((step) => wordOf(step) === worst[0]);
	const error = textOf(resultOf(reported), "error_message");
	const durations = steps.map((step) => numberOf(resultOf(step), "duration") ?? 0);
	return make.case({
		name: textOf(scenario, "name"),
		classname: textOf(feature, "name"),
		suite: textOf(feature, "name"),
		status: worst?.[1] ?? "passed",
		unknown: worst === void 0 || worst[0] === "" || KNOWN.has(worst[0]) ? void 0 : worst[0],
		file: textOf(feature, "uri").replace(/^file:/, ""),
		line: numberOf(scenario, "line") ?? 0,
		durationMs: durations.reduce((sum, one) => sum + one, 0) / NANOSECONDS,
		message: error === "" && worst !== void 0 && worst[0] !== "" ? `${worst[0]} step: ${nameOf(reported)}` : "",
		details: error === "" ? "" : `${error}\n${nameOf(reported)}\n${textOf(member(reported, "match"), "location")}`,
		output: steps.flatMap((step) => listOf(step, "output")).filter((line) => typeof line === "string").join("\n"),
		properties: { tags: listOf(scenario, "tags").map((tag) => textOf(tag, "name")).join(" ").slice(0, 4e3) }
	});
}
/** Scenarios of one feature; the steps of a background stand before each scenario that it belongs to. */
function casesOf$1(feature, make) {
	let background = [];
	return listOf(feature, "elements").flatMap((element) => {
		const isBackground = textOf(element, "type") === "background";
		if (isBackground) background = stepsOf(element);
		return isBackground ? [] : [caseOf$5(element, feature, background, make)];
	});
}
/** Reads the JSON formatter of Cucumber (Ruby, JVM, JS) and behave's `json.cucumber` look-alikes. */
const cucumberDialect = {
	format: "cucumber-json",
	matches: (document) => Array.isArray(document) && document.some((feature) => Array.isArray(member(feature, "elements")) && textOf(feature, "uri") !== ""),
	read: (document, make) => ({
		cases: document.flatMap((feature) => casesOf$1(feature, make)),
		suiteErrors: [],
		declared: NOTHING_DECLARED
	})
};
// src/report/load/artillery.ts
const TOOL = "artillery";
/** What its plugin `metrics-by-endpoint` puts before the names of what it counts. */
const ENDPOINT = "plugins.metrics-by-endpoint.";
/** Reads what `artillery run --output` writes: all requests are a case, and each endpoint that its plugin lists separately. */
const artilleryDialect = {
	format: "artillery",
	matches: (document) => {
		const aggregate = member(document, "aggregate");
		return member(aggregate, "counters") !== void 0 && member(aggregate, "summaries") !== void 0 && Array.isArray(member(document, "intermediate"));
	},
	read: (document, make) => {
		const aggregate = member(document, "aggregate");
		const cases = [
			...allRequests(aggregate, make),
			...endpointCases(aggregate, make),
			...expectations(aggregate, make)
		];
		return {
			cases,
			suiteErrors: loadErrors(TOOL, cases.length, 0),
			declared: NOTHING_DECLARED
		};
	}
};
const counters = (aggregate) => entriesOf(member(aggregate, "counters")).flatMap(([name, value]) => typeof value === "number" && Number.isFinite(value) ? [[name, value]] : []);
function allRequests(aggregate, make) {
	const counts = {
		codes: /* @__PURE__ */ new Map(),
		errors: /* @__PURE__ */ new Map()
	};
	for (const [name, value] of counters(aggregate)) if (name.startsWith("http.codes.")) counts.codes.set(Number(name.slice(11)), value);
	else if (name.startsWith("errors.")) counts.errors.set(name.slice(7), value);
	const requests = numberOf(member(aggregate, "counters"), "http.requests") ?? 0;
	return requests === 0 ? [] : [caseOf$4(ALL_ROUTES, requests, counts, "http.response_time", aggregate, make)];
}
function endpointCases(aggregate, make) {
	const endpoints = /* @__PURE__ */ new Map();
	for (const [name, value] of counters(aggregate)) {
		const reported = name.startsWith(ENDPOINT) ? endpointOf(name.slice(28)) : null;
		if (reported === null) continue;
		const counts = endpoints.get(reported.endpoint) ?? {
			codes: /* @__PURE__ */ new Map(),
			errors: /* @__PURE__ */ new Map()
		};
		endpoints.set(reported.endpoint, counts);
		if (reported.kind === "codes") counts.codes.set(Number(reported.what), value);
		else counts.errors.set(reported.what, value);
	}
	return [...endpoints].map(([name, counts]) => {
		return caseOf$4(name, [...counts.codes.values(), ...counts.errors.values()].reduce((sum, each) => sum + each, 0), counts, `${ENDPOINT}response_time.${name}`, aggregate, make);
	});
}
/** `/pets.codes.200`, `/pets.errors.ETIMEDOUT`; the endpoint may hold points as well. */
function endpointOf(text) {
	for (const kind of ["codes", "errors"]) {
		const at = text.lastIndexOf(`.${kind}.`);
		if (at > 0) return {
			endpoint: text.slice(0, at),
			kind,
			what: text.slice(at + kind.length + 2)
		};
	}
	return null;
}
function caseOf$4(name, count, counts, summary, aggregate, make) {
	const times = member(member(aggregate, "summaries"), summary);
	const failed = [...[...counts.codes].filter(([code]) => code >= 400).map(([code, times]) => [statusError(code), times]), ...counts.errors];
	const [first, last] = [numberOf(aggregate, "firstCounterAt"), numberOf(aggregate, "lastCounterAt")];
	const seconds = first === null || last === null ? 0 : (last - first) / 1e3;
	const measure = {
		of: "requests",
		count,
		failures: Math.min(count, failed.reduce((sum, [, each]) => sum + each, 0)),
		perSecond: seconds > 0 ? count / seconds : null,
		p50Ms: milliseconds(numberOf(times, "p50")),
		p95Ms: milliseconds(numberOf(times, "p95")),
		p99Ms: milliseconds(numberOf(times, "p99")),
		errors: errorLines(failed),
		ownLimit: "none"
	};
	return loadCase({
		tool: TOOL,
		name,
		measure,
		averageMs: numberOf(times, "mean")
	}, make);
}
/** What the plugin `expect` asked of answers. */
function expectations(aggregate, make) {
	const counted = member(aggregate, "counters");
	const [held, failures] = [numberOf(counted, "plugins.expect.ok"), numberOf(counted, "plugins.expect.failed")];
	const count = (held ?? 0) + (failures ?? 0);
	if (count === 0) return [];
	return [loadCase({
		tool: TOOL,
		name: "expectations",
		measure: {
			of: "checks",
			count,
			failures: failures ?? 0,
			perSecond: null,
			p50Ms: null,
			p95Ms: null,
			p99Ms: null,
			errors: [],
			ownLimit: "none"
		},
		averageMs: null
	}, make)];
}
// src/report/formats/jest.ts
const STATUS$3 = /* @__PURE__ */ new Map([
	["passed", "passed"],
	["failed", "failed"],
	["pending", "skipped"],
	["skipped", "skipped"],
	["todo", "skipped"],
	["disabled", "skipped"]
]);
const titles = (test) => listOf(test, "ancestorTitles").filter((title) => typeof title === "string");
const failures = (test) => listOf(test, "failureMessages").filter((message) => typeof message === "string");
function caseOf$3(test, file, make) {
	return make.case({
		name: textOf(test, "fullName") || textOf(test, "title"),
		classname: titles(test).join(" "),
		suite: titles(test).toReversed().join(" > "),
		...statusOf$2(STATUS$3, textOf(test, "status")),
		file,
		line: numberOf(member(test, "location"), "line") ?? 0,
		durationMs: numberOf(test, "duration"),
		details: failures(test).join("\n\n"),
		tries: listOf(test, "retryReasons").filter((reason) => typeof reason === "string").map((reason) => make.try("failed", "", reason))
	});
}
/**
* A file that failed by itself: it could not be loaded, or a hook around all of its tests failed. Once one of its tests
* failed, the message of the file only repeats it. vitest leaves the message out.
*/
function errorOf(file, make) {
	const tests = listOf(file, "assertionResults");
	if (textOf(file, "status") !== "failed" || tests.some((test) => textOf(test, "status") === "failed")) return [];
	const reason = textOf(file, "message") || "failed outside its tests, for example in a hook; the report gives no reason";
	const { message, details } = make.try("error", headlineOf$1(reason), reason);
	return [{
		suite: textOf(file, "name"),
		message,
		type: "",
		details
	}];
}
/** How the report says that the whole run failed. */
function failedBy(document) {
	if (member(document, "wasInterrupted") === true) return "`wasInterrupted` is true";
	if (member(document, "success") === false) return "`success` is false";
	const files = numberOf(document, "numFailedTestSuites") ?? 0;
	return files > 0 ? `\`numFailedTestSuites\` is ${files}` : void 0;
}
/** Reads `jest --json` and the JSON reporter of vitest, which copies it. */
const jestDialect = {
	format: "jest-json",
	matches: (document) => Array.isArray(member(document, "testResults")) && numberOf(document, "numTotalTests") !== null,
	read: (document, make) => {
		const files = listOf(document, "testResults");
		return {
			cases: files.flatMap((file) => listOf(file, "assertionResults").map((test) => caseOf$3(test, textOf(file, "name"), make))),
			suiteErrors: files.flatMap((file) => errorOf(file, make)),
			failedBy: failedBy(document),
			declared: {
				tests: numberOf(document, "numTotalTests"),
				failures: numberOf(document, "numFailedTests"),
				errors: null,
				skipped: (numberOf(document, "numPendingTests") ?? 0) + (numberOf(document, "numTodoTests") ?? 0)
			}
		};
	}
};
// src/report/formats/mocha.ts
/** Tests carry an `err` only when they failed; `failures` and `pending` repeat them by title and file. */
function caseOf$2(test, status, make) {
	const error = member(test, "err");
	const title = textOf(test, "title");
	const full = textOf(test, "fullTitle");
	const retries = status === "passed" ? numberOf(test, "currentRetry") ?? 0 : 0;
	return make.case({
		name: title,
		classname: full.endsWith(title) ? full.slice(0, -title.length).trim() : full,
		suite: full.endsWith(title) ? full.slice(0, -title.length).trim() : full,
		status,
		file: textOf(test, "file"),
		durationMs: numberOf(test, "duration"),
		message: textOf(error, "message"),
		type: textOf(error, "name"),
		details: textOf(error, "stack"),
		tries: Array.from({ length: Math.min(retries, 50) }, () => make.try("failed", "An earlier attempt failed; the report does not contain it."))
	});
}
/** Reads the `json` reporter of mocha. A hook that fails is a failure that is not among the tests. */
const mochaDialect = {
	format: "mocha-json",
	matches: (document) => numberOf(member(document, "stats"), "passes") !== null && Array.isArray(member(document, "passes")),
	read: (document, make) => {
		const stats = member(document, "stats");
		return {
			cases: [
				["passes", "passed"],
				["failures", "failed"],
				["pending", "skipped"]
			].flatMap(([list, status]) => listOf(document, list).map((test) => caseOf$2(test, status, make))),
			suiteErrors: [],
			declared: {
				tests: numberOf(stats, "tests"),
				failures: numberOf(stats, "failures"),
				errors: null,
				skipped: numberOf(stats, "pending")
			}
		};
	}
};
// src/report/formats/playwright.ts
/** Verdict of a test over all its results. */
const STATUS$2 = /* @__PURE__ */ new Map([
	["expected", "passed"],
	["flaky", "passed"],
	["skipped", "skipped"],
	["unexpected", "failed"]
]);
const MAX_DEPTH = 100;
function errorText(result) {
	return (listOf(result, "errors").length > 0 ? listOf(result, "errors") : [member(result, "error")]).map((error) => textOf(error, "stack") || textOf(error, "message") || textOf(error, "value")).filter((text) => text !== "").join("\n\n");
}
function tryOf(result, make) {
	const timedOut = textOf(result, "status") === "timedOut";
	return make.try(timedOut || textOf(result, "status") === "interrupted" ? "error" : "failed", "", errorText(result));
}
const outputOf = (result) => [...listOf(result, "stdout"), ...listOf(result, "stderr")].map((chunk) => textOf(chunk, "text")).join("");
/** Playwright calls a test skipped that never began, and one that was interrupted; neither was skipped by its author. */
function verdictOf(test, last) {
	const verdict = statusOf$2(STATUS$2, textOf(test, "status"));
	if (verdict.status !== "skipped" || textOf(test, "expectedStatus") === "skipped") return verdict;
	if (textOf(last, "status") === "interrupted") return { status: "unfinished" };
	return last === void 0 ? { status: "not-run" } : verdict;
}
function caseOf$1(spec, test, { file, titles }, make) {
	const results = listOf(test, "results");
	const last = results.at(-1);
	const { status, unknown } = verdictOf(test, last);
	const broken = status === "failed" && ["timedOut", "interrupted"].includes(textOf(last, "status"));
	const project = textOf(test, "projectName");
	return make.case({
		name: [...titles, textOf(spec, "title")].join(" › "),
		classname: file,
		suite: project === "" ? file : `${file} > ${project}`,
		status: broken ? "error" : status,
		unknown,
		file: textOf(spec, "file") || file,
		line: numberOf(spec, "line") ?? 0,
		durationMs: results.reduce((sum, result) => sum + (numberOf(result, "duration") ?? 0), 0),
		details: status === "failed" ? errorText(last) : "",
		output: outputOf(last),
		tries: results.slice(0, -1).map((result) => tryOf(result, make)),
		attachments: results.flatMap((result) => listOf(result, "attachments").map((file) => textOf(file, "path"))).filter((path) => path !== "")
	});
}
function casesOf(suite, around, make, depth = 0) {
	const file = textOf(suite, "file") || around.file;
	const title = textOf(suite, "title");
	const here = {
		file,
		titles: title === "" || title === file || around.file === "" ? around.titles : [...around.titles, title]
	};
	const own = listOf(suite, "specs").flatMap((spec) => listOf(spec, "tests").map((test) => caseOf$1(spec, test, here, make)));
	if (depth >= MAX_DEPTH) return own;
	return [...own, ...listOf(suite, "suites").flatMap((inner) => casesOf(inner, here, make, depth + 1))];
}
function suiteErrorOf(error, make) {
	const { message, details } = make.try("error", textOf(error, "message"), textOf(error, "stack"));
	return {
		suite: textOf(member(error, "location"), "file"),
		message,
		type: "",
		details
	};
}
/** Reads Playwright's `json` reporter. Errors outside of tests (a spec that cannot be loaded) are suite errors. */
const playwrightDialect = {
	format: "playwright-json",
	matches: (document) => Array.isArray(member(document, "suites")) && member(document, "config") !== void 0,
	read: (document, make) => {
		const stats = member(document, "stats");
		const count = (name) => numberOf(stats, name) ?? 0;
		return {
			cases: listOf(document, "suites").flatMap((suite) => casesOf(suite, {
				file: "",
				titles: []
			}, make)),
			suiteErrors: listOf(document, "errors").map((error) => suiteErrorOf(error, make)),
			declared: {
				tests: stats === void 0 ? null : count("expected") + count("unexpected") + count("flaky") + count("skipped"),
				failures: numberOf(stats, "unexpected"),
				errors: null,
				skipped: numberOf(stats, "skipped")
			}
		};
	}
};
// src/report/formats/rspec.ts
const STATUS$1 = /* @__PURE__ */ new Map([
	["passed", "passed"],
	["failed", "failed"],
	["pending", "skipped"]
]);
/** The frames that RSpec's own console leaves out, too. */
const OWN_FRAME = /\/rspec-(?:core|expectations|mocks|support)-\d|\/bin\/rspec:\d/;
const ERRORS_OUTSIDE = "errors_outside_of_examples_count";
function backtraceOf(exception) {
	return textsOf(exception, "backtrace").filter((frame) => !OWN_FRAME.test(frame)).map((frame) => `# ${frame}`).join("\n");
}
function caseOf(example, make) {
	const exception = member(example, "exception");
	const verdict = statusOf$2(STATUS$1, textOf(example, "status"));
	const seconds = numberOf(example, "run_time");
	const file = textOf(example, "file_path");
	const message = textOf(exception, "message");
	return make.case({
		name: textOf(example, "full_description") || textOf(example, "id"),
		classname: file.replace(/^\.\//, "").replace(/\.rb$/, "").replaceAll("/", "."),
		suite: file,
		...verdict,
		file,
		line: numberOf(example, "line_number") ?? 0,
		durationMs: seconds === null ? null : seconds * 1e3,
		message: verdict.status === "skipped" ? textOf(example, "pending_message") : message,
		type: textOf(exception, "class"),
		details: traceOf(message, backtraceOf(exception))
	});
}
const OUTSIDE = /^\s*An error occurred (?:while loading (\S{1,500}?)\.?(?=\s))?/;
/** The class of an exception on its line, its message below it. */
const EXCEPTION = /^([A-Z][\w:]{0,200}):\n {2}(\S[^\n]{0,1000})/m;
/** What went wrong outside of examples: a file that cannot be loaded, a hook around the whole suite. */
function errorsOf(document, make) {
	return textsOf(document, "messages").flatMap((text) => {
		const outside = OUTSIDE.exec(text);
		if (outside === null) return [];
		const [, type = "", reason = ""] = EXCEPTION.exec(text) ?? [];
		const { message, details } = make.try("error", reason, text.trim());
		return [{
			suite: outside[1] ?? "",
			message,
			type,
			details
		}];
	});
}
// src/report/formats/json-report.ts
const DIALECTS = [
	playwrightDialect,
	ctrfDialect,
	jestDialect,
	mochaDialect,
	cucumberDialect,
	{
		format: "rspec-json",
		matches: (document) => Array.isArray(member(document, "examples")) && numberOf(member(document, "summary"), "example_count") !== null,
		read: (document, make) => {
			const summary = member(document, "summary");
			const outside = numberOf(summary, ERRORS_OUTSIDE) ?? 0;
			return {
				cases: listOf(document, "examples").map((example) => caseOf(example, make)),
				suiteErrors: errorsOf(document, make),
				failedBy: outside > 0 ? `\`${ERRORS_OUTSIDE}\` is ${outside}` : void 0,
				declared: {
					tests: numberOf(summary, "example_count"),
					failures: numberOf(summary, "failure_count"),
					errors: null,
					skipped: numberOf(summary, "pending_count")
				}
			};
		}
	},
	k6Dialect,
	artilleryDialect,
	allureDialect,
	allureContainerDialect
];
/** JSON is parsed whole; what is longer counts as torn. */
const MAX_JSON_CHARS = 256e6;
const START = /^(?:\{\s*["}]|\[\s*(?:[[\]{]|$))/m;
/** Where a JSON document begins, at the start of a line; -1 when there is none. */
function startOfJson(text) {
	return text.search(START);
}
/** The document, with what a program printed around it left out. */
function parseWithin(text) {
	const whole = parseJson(text.slice(Math.max(0, startOfJson(text))));
	if (whole !== void 0) return whole;
	const end = Math.max(text.lastIndexOf("\n}"), text.lastIndexOf("\n]"));
	return parseJson(text.slice(Math.max(0, startOfJson(text)), end + 2));
}
/** Reads the formats that are one JSON document. */
var JsonReport = class {
	#make;
	#pieces = [];
	#length = 0;
	constructor(maxKeptChars) {
		this.#make = new CaseMaker(maxKeptChars);
	}
	write(text) {
		this.#length += text.length;
		if (this.#length <= MAX_JSON_CHARS) this.#pieces.push(text);
	}
	end() {
		const document = this.#length > MAX_JSON_CHARS ? void 0 : parseWithin(this.#pieces.join(""));
		this.#pieces = [];
		if (document === void 0) return {
			body: null,
			root: "",
			torn: true,
			repaired: false
		};
		const dialect = DIALECTS.find(({ matches }) => matches(document));
		const body = dialect?.read(document, this.#make);
		if (dialect === void 0 || body === void 0) return {
			body: null,
			root: "JSON",
			torn: false,
			repaired: false
		};
		const { refused: shortened } = this.#make.budget;
		return {
			body: {
				...body,
				format: dialect.format,
				lost: 0,
				shortened
			},
			root: "",
			torn: false,
			repaired: false
		};
	}
};
// src/report/formats/libtest.ts
const STATUS = /* @__PURE__ */ new Map([
	["ok", "passed"],
	["failed", "failed"],
	["ignored", "skipped"]
]);
/** The panic's text follows its place, since Rust 1.73 on the next line. */
const PANIC = /^thread '[^\n]{1,300}' (?:\(\d{1,12}\) )?panicked at (?:'([^\n]{0,2000})', )?[^\n]{1,400}(?:\n([^\n]{1,2000}))?/m;
/** Reads `cargo test -- -Z unstable-options --format json`, several test binaries in one stream. */
var LibtestReader = class {
	#make;
	#started = /* @__PURE__ */ new Set();
	#cases = [];
	#openSuites = 0;
	#declared = 0;
	#failures = 0;
	#hasFailed = false;
	constructor(make) {
		this.#make = make;
	}
	take = (line) => {
		const event = line.startsWith("{") ? parseJson(line) : void 0;
		const kind = textOf(event, "event");
		if (textOf(event, "type") === "suite") this.#takeSuite(event, kind);
		if (textOf(event, "type") !== "test") return;
		const name = textOf(event, "name");
		if (kind === "started") this.#started.add(name);
		const { status, unknown } = statusOf$2(STATUS, kind);
		if (kind === "started" || kind === "timeout") return;
		this.#started.delete(name);
		this.#cases.push(this.#caseOf(event, name, {
			status,
			unknown
		}));
	};
	finish = () => ({
		format: "libtest-json",
		cases: this.#cases,
		suiteErrors: [],
		declared: {
			...NOTHING_DECLARED,
			tests: this.#declared,
			failures: this.#failures
		},
		failedBy: this.#hasFailed ? "its suite failed" : void 0,
		lost: this.#started.size,
		shortened: this.#make.budget.refused,
		torn: this.#openSuites > 0
	});
	#takeSuite(event, kind) {
		this.#openSuites += kind === "started" ? 1 : -1;
		if (kind === "started") this.#declared += numberOf(event, "test_count") ?? 0;
		else this.#failures += numberOf(event, "failed") ?? 0;
		this.#hasFailed ||= kind === "failed";
	}
	#caseOf(event, name, { status, unknown }) {
		const printed = textOf(event, "stdout");
		const panic = PANIC.exec(printed.slice(0, 2e4));
		const seconds = numberOf(event, "exec_time");
		const at = name.lastIndexOf("::");
		return this.#make.case({
			name,
			classname: at < 0 ? "" : name.slice(0, at),
			suite: at < 0 ? "" : name.slice(0, at),
			status,
			unknown,
			durationMs: seconds === null ? null : seconds * 1e3,
			message: textOf(event, "message") || panic?.[1] || panic?.[2],
			details: status === "failed" ? printed : "",
			output: status === "failed" ? "" : printed
		});
	}
};
// src/report/formats/tap.ts
const PLAN = /^1\.\.(\d{1,9})(?:\s{0,20}#\s{0,20}(.*))?$/;
const BAIL = /^Bail out!(.*)$/;
const FOOTER = /^# time=[\d.]{1,20}ms$/;
const SUBTEST = /^# Subtest: (.*)$/;
const INDENT = 4;
/** Reads the Test Anything Protocol, versions 12 to 14, with subtests and YAML diagnostics. */
var TapReader = class {
	#make;
	#levels = [newLevel("")];
	#cases = [];
	#suiteErrors = [];
	#point = null;
	#inYaml = false;
	constructor(make) {
		this.#make = make;
	}
	take = (raw) => {
		const content = raw.trimStart();
		const depth = Math.min(Math.floor((raw.length - content.length) / INDENT), 50);
		if (this.#point !== null && (this.#inYaml || content === "---")) this.#takeYaml(raw, content);
		else if (isTapPoint(content)) this.#takePoint(content, depth);
		else this.#takeOther(content.trimEnd(), depth);
	};
	finish = () => {
		this.#endPoint();
		const [top = newLevel("")] = this.#levels;
		this.#checkPlan(top);
		return {
			format: "tap",
			cases: this.#cases,
			suiteErrors: this.#suiteErrors,
			declared: NOTHING_DECLARED,
			lost: 0,
			shortened: this.#make.budget.refused,
			torn: top.planned === null && this.#suiteErrors.length === 0 || this.#levels.length > 1
		};
	};
	#takeYaml(raw, content) {
		this.#inYaml = content.trimEnd() !== "...";
		if (this.#inYaml && content !== "---") this.#point?.diagnostic.add(`${raw}\n`);
	}
	#takeOther(content, depth) {
		const plan = PLAN.exec(content);
		const subtest = SUBTEST.exec(content);
		const bail = BAIL.exec(content);
		if (plan) this.#plan(depth, Number(plan[1]));
		else if (subtest) this.#openSubtest(depth, subtest[1] ?? "");
		else if (bail) this.#suiteError(`Bail out! ${(bail[1] ?? "").trim()}`.trim());
		else if (depth === 0 && FOOTER.test(content)) this.#endWithoutPlan();
		else if (content.startsWith("#")) this.#point?.diagnostic.add(`${content.replace(/^# ?/, "")}\n`);
	}
	/** node-tap's file of raw results has no plan at the top; its summary ends it. */
	#endWithoutPlan() {
		const [top] = this.#levels;
		if (top !== void 0) top.planned ??= top.points;
	}
	/** Older writers indent the title as far as the subtest, newer ones as far as the point that will end it. */
	#openSubtest(depth, title) {
		this.#openTo(this.#levels.length <= depth ? depth : depth + 1, title);
	}
	#plan(depth, planned) {
		this.#openTo(depth, "");
		const level = this.#levels[depth];
		if (level !== void 0) level.planned = planned;
	}
	/** Opens levels up to this depth; the innermost gets the title. */
	#openTo(depth, title) {
		if (this.#levels.length <= depth) this.#endPoint();
		while (this.#levels.length <= depth) this.#levels.push(newLevel(this.#levels.length === depth ? title : ""));
	}
	/** A point that ends subtests repeats their verdict: it counts by itself only when none of them says why it failed. */
	#takePoint(content, depth) {
		this.#endPoint();
		this.#openTo(depth, "");
		const inner = this.#levels.length > depth + 1 ? this.#levels.splice(depth + 1) : [];
		const point = tapPoint(content, this.#path());
		const level = this.#levels[depth] ?? newLevel("");
		level.points += 1;
		const bad = point.status === "failed";
		if (bad) level.bad += 1;
		inner.forEach((one) => this.#checkPlan(one));
		const reported = inner.some(({ points }) => points > 0) && (!bad || inner.some((one) => one.bad > 0));
		this.#point = reported ? null : point;
	}
	#path() {
		return this.#levels.map(({ title }) => title).filter((title) => title !== "").toReversed().join(" > ");
	}
	#endPoint() {
		const point = this.#point;
		this.#point = null;
		this.#inYaml = false;
		if (point === null) return;
		const details = point.diagnostic.toString();
		const { message, durationMs, file, line } = tapDiagnostic(details);
		this.#cases.push(this.#make.case({
			name: point.name,
			classname: point.suite,
			suite: point.suite,
			status: point.status,
			durationMs,
			file,
			line,
			message: point.status === "skipped" ? point.reason : point.status === "failed" ? message : "",
			type: point.todo ? "todo" : "",
			details: point.status === "failed" ? details : "",
			output: point.todo ? details : ""
		}));
	}
	#checkPlan({ title, planned, points }) {
		if (planned !== null && planned !== points) this.#suiteError(`planned ${formatCount(planned, "test")}, ran ${points}`, title);
	}
	#suiteError(message, suite = "") {
		this.#suiteErrors.push({
			suite,
			message: this.#make.try("error", message).message,
			type: "",
			details: ""
		});
	}
};
const newLevel = (title) => ({
	title,
	planned: null,
	points: 0,
	bad: 0
});
const POINT = /^(not )?ok\b(?: {1,20}(\d{1,9}))?(?: {0,20}-)? {0,20}(.*)$/;
const DIRECTIVE = /(?:^|\s)#\s{0,20}(SKIP|TODO)\w{0,5}:?(?:\s([^]*))?$/i;
/** True for a test point, `ok` or `not ok`. */
function isTapPoint(content) {
	return POINT.test(content);
}
/** A failure that was announced by TODO is skipped, as its writer means it. */
function statusOf(failed, word) {
	if (word === "skip" || word === "todo" && failed) return "skipped";
	return failed ? "failed" : "passed";
}
/** Reads a test point of a subtest with this path. */
function tapPoint(content, suite) {
	const [, not, number = "", description = ""] = POINT.exec(content) ?? [];
	const directive = DIRECTIVE.exec(description);
	const [, kind = "", reason = ""] = directive ?? [];
	const word = kind.toLowerCase();
	return {
		name: (directive === null ? description : description.slice(0, directive.index)).replaceAll("\\#", "#").trim() || `test ${number}`.trim(),
		status: statusOf(not !== void 0, word),
		reason: reason.trim() === "" ? word : reason.trim(),
		todo: word === "todo",
		suite,
		diagnostic: new KeptText(KEPT.details)
	};
}
const MEMBER = /^ {0,8}(?:error|message): *(.*)$/m;
const BLOCK = /^[|>][-+]?$/;
const DURATION = /^ {0,8}duration_ms: *([\d.]{1,20})$/m;
const LOCATION = /^ {0,8}(?:location|at): *['"]?(?:file:\/\/)?([^'"\n]{1,400}?):(\d{1,7})(?::\d{1,7})?['"]?$/m;
/** Perl's Test::More. */
const FAILED_AT = /^ {0,8}(?:Failed test [^\n]{0,300}\n {0,8})?at ([^\n]{1,300}) line (\d{1,7})\.?$/m;
const FILE = /^ {0,8}(?:file|fileName): *['"]?([^'"\n]{1,400}?)['"]?$/m;
const LINE = /^ {0,8}(?:line|lineNumber): *(\d{1,7})$/m;
const unquoted = (text) => text.trim().replace(/^(['"])(.*)\1$/, "$2");
/** What was compared, as ava and node-tap show it: one line of each side. */
const DIFFERENCES = [/'Difference \(- actual, \+ expected\):': \|-?\n {0,12}- (?<actual>[^\n]{1,200})\n {0,12}\+ (?<expected>[^\n]{1,200})(?:\n(?! {0,12}[-+] )|$)/, /^ {0,12}--- expected\n {0,12}\+\+\+ actual\n {0,12}@@[^\n]{0,40}\n {0,12}-(?<expected>[^\n]{1,200})\n {0,12}\+(?<actual>[^\n]{1,200})(?:\n(?! {0,12}[-+ ])|$)/m];
const ASSERTION = /^ {0,8}assertion: *['"]?(t\.\w{1,40}\(\))['"]?$/m;
function messageIn(text) {
	const match = MEMBER.exec(text);
	const value = match?.[1] ?? "";
	const message = (BLOCK.test(value.trim()) ? firstLine(text.slice((match?.index ?? 0) + (match?.[0].length ?? 0))) : null) ?? unquoted(value);
	if (message !== "") return message;
	const groups = DIFFERENCES.map((difference) => difference.exec(text)?.groups).find((found) => found !== void 0);
	if (groups !== void 0) return `expected ${groups["expected"] ?? ""}, got ${groups["actual"] ?? ""}`;
	const assertion = ASSERTION.exec(text)?.[1];
	return assertion === void 0 ? "" : `${assertion} failed`;
}
/** Reads message, duration and place out of the YAML block or the comments behind a test point. */
function tapDiagnostic(text) {
	const place = LOCATION.exec(text) ?? FAILED_AT.exec(text);
	const duration = DURATION.exec(text)?.[1];
	return {
		message: messageIn(text),
		durationMs: duration === void 0 ? null : Number(duration),
		file: place?.[1] ?? FILE.exec(text)?.[1] ?? "",
		line: Number(place?.[2] ?? LINE.exec(text)?.[1] ?? 0)
	};
}
// src/report/load/load-report.ts
/** The reader of a load tool's CSV or lines that begin like this; null when they are no load tool's. */
function loadReport(head, maxKeptChars) {
	const log = sampleLogOf(head);
	const make = new CaseMaker(maxKeptChars);
	return log === null ? locustReport(head, make) : sampleReport(log, make);
}
// src/report/other-report.ts
const XML = /<(?:\?xml\s|testsuites?[\s>]|testcase[\s>])/;
const TAP = /^(?:TAP version \d|# Subtest: \S|1\.\.\d{1,9}\s*(?:#|$)|(?:not )?ok \d{1,9}\b)/m;
const GO_TEST = /^\{(?=[^\n]{0,2000}"Action":")[^\n]{0,2000}"(?:Package|ImportPath)":"/m;
const DART = /^\{"protocolVersion":"\d[^\n]{0,300}"type":"start"/m;
const LIBTEST = /^\{ ?"type": ?"(?:suite|test|report)", ?"event": ?"/m;
/** The reader for a report that does not begin with XML; null when it is XML after all, since console noise may come first. */
function otherReport(head, maxKeptChars) {
	const load = loadReport(head, maxKeptChars);
	if (load !== null) return load;
	if (GO_TEST.test(head)) return new LineReport(new GoTestReader(new CaseMaker(maxKeptChars)));
	if (LIBTEST.test(head)) return new LineReport(new LibtestReader(new CaseMaker(maxKeptChars)));
	if (DART.test(head)) return new LineReport(new DartReader(new CaseMaker(maxKeptChars)));
	if (XML.test(head)) return null;
	if (TAP.test(head)) return new LineReport(new TapReader(new CaseMaker(maxKeptChars)));
	return startOfJson(head) >= 0 ? new JsonReport(maxKeptChars) : null;
}
export { otherReport };
