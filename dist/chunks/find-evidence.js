import { An as addTotals, Bn as isBad, Cn as numberOf, Dn as textsOf$1, En as textOf, Gn as clipBytes, Jn as CATEGORIES, Ln as testKey, Mn as totalsOf, Sn as member, Wt as SHARD_FILE, an as outcomeOf, jn as countedAs, lt as publishingProblem, on as runConclusion, sn as suiteConclusion, xn as listOf, zn as finalStateOf } from "./start.js";
import { dirname, join } from "node:path";
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
		contradictions: contradictionsIn(json, createdAt, finishedAt),
		suites: listOf(json, "suites").slice(0, MOST_SUITES).map(reportedSuite),
		job: jobOf(github),
		branch: clipBytes(textOf(member(member(json, "target"), "git"), "branch"), NAME_BYTES$1),
		attempt: Math.max(0, Math.trunc(numberOf(github, "run_attempt") ?? 0)),
		checkRunId: Math.max(0, Math.trunc(numberOf(github, "check_run_id") ?? 0)),
		isMerged: Array.isArray(member(json, "legs")),
		commit: /^[\da-f]{40,64}$/.exec(textOf(member(member(json, "target"), "git"), "commit"))?.[0] ?? ""
	};
}
const COUNTS = [
	"passed",
	"failed",
	"errors",
	"skipped",
	"flaky",
	"quarantined",
	"duration",
	"attempts"
];
/** What no run of ours writes, in a sentence each. */
function contradictionsIn(json, createdAt, finishedAt) {
	const counts = Object.values(member(json, "counts") ?? {});
	const suites = listOf(json, "suites").slice(0, MOST_SUITES);
	const all = [...counts, ...suites.flatMap((suite) => COUNTS.map((name) => numberOf(suite, name)))];
	const isPassedWithError = suites.some((suite) => textOf(suite, "outcome") === "passed" && listOf(suite, "problems").some((problem) => textOf(problem, "severity") === "error"));
	return [
		...finishedAt < createdAt ? ["the manifest says that the run finished before it was created"] : [],
		...all.some((count) => typeof count === "number" && count < 0) ? ["a count of the manifest is negative"] : [],
		...isPassedWithError ? ["a suite of the manifest passed in spite of an error"] : []
	];
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
function reportedSuite(value) {
	return {
		name: clipBytes(textOf(value, "name"), NAME_BYTES$1),
		runner: oneOf(RUNNER_NAMES, textOf(value, "runner")) ?? "junit",
		outcome: oneOf(OUTCOMES, textOf(value, "outcome")) ?? "report-error",
		conclusion: oneOf(CONCLUSIONS, textOf(value, "conclusion")) ?? "failure",
		durationMs: milliseconds(numberOf(value, "duration")),
		attempts: Math.min(MOST_ATTEMPTS, Math.max(0, Math.trunc(numberOf(value, "attempts") ?? 0))),
		problems: listOf(value, "problems").slice(0, MOST_PROBLEMS).map(reportedProblem)
	};
}
function reportedProblem(value) {
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
/** Why a run was red beside its suites, as a manifest of unknown origin reports it: bounded, and always an error. */
function readRunProblems(manifest) {
	return listOf(parsed(manifest), "problems").slice(0, MOST).map((value) => ({
		severity: "error",
		place: clipBytes(textOf(value, "place"), HEADLINE_BYTES),
		headline: clipBytes(textOf(value, "headline"), HEADLINE_BYTES) || "the run was red beside its suites",
		message: clipBytes(textOf(value, "message"), READ_RUN_PROBLEMS_TEXT_BYTES),
		remedy: clipBytes(textOf(value, "remedy"), READ_RUN_PROBLEMS_TEXT_BYTES)
	}));
}
// src/evidence/untrusted/inside-path.ts
/** A path inside the repository, as the record gives it; empty for every other. */
function insidePath(path) {
	return path.length <= 1e3 && !/^[/\\]|^[A-Za-z]:|\0/.test(path) && !path.split(/[/\\]/).includes("..") ? path : "";
}
// src/evidence/untrusted/shared-values.ts
/** Of the name of a test, its class or its suite. */
const NAME_BYTES = 1e3;
/** Nothing shared yet. */
function nothingShared() {
	return {
		name: remembering((text) => clipBytes(text, NAME_BYTES)),
		path: remembering(insidePath),
		pass: passes()
	};
}
function remembering(of) {
	const known = /* @__PURE__ */ new Map();
	return (text) => {
		const value = known.get(text);
		if (value !== void 0) return value;
		if (text.length > 1e3) return of(text);
		const own = Buffer.from(text).toString();
		const first = of(own);
		known.set(own, first);
		return first;
	};
}
function passes() {
	const nothing = {
		type: "",
		details: "",
		output: "",
		place: null
	};
	const known = /* @__PURE__ */ new Map();
	return (durationMs) => {
		const value = known.get(durationMs);
		if (value !== void 0) return value;
		const first = [{
			number: 1,
			retry: 0,
			status: "passed",
			durationMs,
			startedAt: null,
			message: "",
			...nothing
		}];
		known.set(durationMs, first);
		return first;
	};
}
// src/evidence/untrusted/plain-tests.ts
const INSIDE = String.raw`[^"\\\x00-\x1f]`;
const TEXT = `"${INSIDE}*"`;
const WHOLE = String.raw`(?:0|[1-9]\d{0,8})`;
const NUMBER = String.raw`${WHOLE}(?:\.\d{1,3})?`;
/** The line of a test that passed at once, of which nothing else is known, as `testLines` writes it. */
const PLAIN = new RegExp([
	`\\{"test_id":"(${INSIDE}*)","kind":${TEXT},"name":("${INSIDE}+"),"status":"passed","suite_name":"(${INSIDE}+)"`,
	`"runner_type":${TEXT},"duration":${NUMBER},"route":null,"error_message":null,"last_run":${TEXT}`,
	`"evidence_refs":\\[(?:${TEXT}(?:,${TEXT})*)?\\],"tags":\\[\\],"metadata":\\{"id":("${INSIDE}+")`,
	`"classname":"(${INSIDE}*)","file":"(${INSIDE}*)","line":(${WHOLE})`,
	`"attempts":\\[\\{"n":1,"status":"passed","duration":(${NUMBER}),"message":""\\}\\],"final":"passed"\\}\\}`
].join(","), "y");
/** A longer text may have to be cut. */
const SHORT = NAME_BYTES / 4;
const NOTHING = [];
const NO_PROPERTIES$1 = {};
/**
* The test of a line as most of the lines of a large run are, read without the objects of its JSON; null for every other
* line.
*/
function plainTest(text, from, to, shared) {
	PLAIN.lastIndex = from;
	const match = PLAIN.exec(text);
	if (match === null || PLAIN.lastIndex !== to) return null;
	const [, recordId = "", name = "", suite = "", id = "", classname = "", file = "", line, duration] = match;
	if (name.length > SHORT || id.length > SHORT || !id.isWellFormed() || !name.isWellFormed()) return null;
	const own = ownText(id);
	return {
		recordId,
		test: {
			id: own,
			selector: own,
			suite: shared.name(suite),
			name: ownText(name),
			classname: shared.name(classname),
			file: shared.path(file),
			line: Number(line),
			attempts: shared.pass(milliseconds(Number(duration))),
			tags: NOTHING,
			properties: NO_PROPERTIES$1,
			attachments: NOTHING,
			quarantine: null,
			disagreement: ""
		},
		route: null
	};
}
/** A text of JSON as a copy: a part of a text would keep the whole text in memory. */
const ownText = (json) => JSON.parse(json);
// src/evidence/untrusted/tests.ts
const MOST_RECORDS = 2e5;
const LINE_CHARS = 262144;
const PIECE_BYTES = 65536;
const ID_BYTES = 4e3;
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
function jsonLines(text) {
	return readLines([text], (piece, from, to) => parsed(piece.slice(from, to)));
}
/** The tests of tests.jsonl, one at a time: a merge reads a million of them. */
function* testsIn(lines, shared) {
	const tests = readLines(typeof lines === "string" ? [lines] : piecesOf(lines), (piece, from, to) => {
		const plain = plainTest(piece, from, to, shared);
		if (plain !== null) return plain;
		const record = parsed(piece.slice(from, to));
		return record === void 0 ? void 0 : parseTest(record, shared);
	});
	for (const test of tests) if (test !== null) yield test;
}
/** Text of whole lines, in pieces small enough to be forgotten soon. */
function* piecesOf(bytes) {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let from = 0; from < buffer.length;) {
		const newline = buffer.indexOf(10, from + PIECE_BYTES);
		const to = newline < 0 ? buffer.length : newline + 1;
		yield buffer.toString("utf8", from, to);
		from = to;
	}
}
/** What each line of the pieces of a text is read as; `read` gives undefined for one that cannot be read. */
function* readLines(pieces, read) {
	let [count, broken] = [0, 0];
	for (const piece of pieces) for (let at = 0; at < piece.length && count < MOST_RECORDS;) {
		const newline = piece.indexOf("\n", at);
		const end = newline < 0 ? piece.length : newline;
		const isRecord = piece[at] === "{" && end - at <= LINE_CHARS && broken < MOST_BROKEN;
		const value = isRecord ? read(piece, at, end) : void 0;
		at = end + 1;
		if (isRecord && value === void 0) broken += 1;
		if (value === void 0) continue;
		count += 1;
		yield value;
	}
}
const NO_TAGS = [];
const NO_PROPERTIES = {};
/** One record; null when it is none. Where the record contradicts itself, the worst of what it says holds. */
function parseTest(record, shared) {
	const data = member(record, "metadata");
	const id = clipBytes(textOf(data, "id"), ID_BYTES);
	const suite = clipBytes(textOf(record, "suite_name"), NAME_BYTES);
	if (id === "" || suite === "") return null;
	const message = clipBytes(textOf(record, "error_message"), TEXT_BYTES$1);
	const test = {
		id,
		selector: id,
		suite: shared.name(suite),
		name: clipBytes(textOf(record, "name"), 1e3) || id,
		classname: shared.name(textOf(data, "classname")),
		file: shared.path(textOf(data, "file")),
		line: lineOf(data),
		attempts: sharedAttempts(attemptsOf(listOf(data, "attempts"), textOf(data, "final"), message), shared),
		tags: tagsOf(record),
		properties: NO_PROPERTIES,
		attachments: NO_TAGS,
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
function attemptsOf(reported, final, message) {
	const [first, ...rest] = reported.slice(-50).map((value, index) => attempt(oneOf(STATUSES, textOf(value, "status")) ?? "error", {
		number: Math.max(1, Math.trunc(numberOf(value, "n") ?? index + 1)),
		durationMs: milliseconds(numberOf(value, "duration")),
		message: clipBytes(textOf(value, "message"), TEXT_BYTES$1),
		...setOf(value)
	}));
	if (first === void 0) return [attempt(oneOf(STATUSES, final) ?? "error", { message })];
	return [first, ...rest];
}
/** The attempts themselves, or those of another test that passed just like it. */
function sharedAttempts(attempts, { pass }) {
	const [{ status, number, durationMs, message, ranWith }, ...more] = attempts;
	return status === "passed" && number === 1 && message === "" && ranWith === void 0 && more.length === 0 ? pass(durationMs) : attempts;
}
function tagsOf(record) {
	const tags = textsOf$1(record, "tags");
	return tags.length === 0 ? NO_TAGS : tags.slice(0, 50).map((tag) => clipBytes(tag, 200));
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
	const reported = oneOf(FINALS, final);
	return reported === null || !GREEN.includes(countedAs(reported)) || !GREEN.includes(status);
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
		const diagnosis = reportedDiagnosis(record, key);
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
function reportedDiagnosis(record, key) {
	const kind = clipBytes(textOf(record, "kind"), 100);
	return {
		key,
		category: oneOf(CATEGORIES, textOf(record, "category")) ?? "unknown",
		kind,
		confidence: oneOf(CONFIDENCES, textOf(record, "confidence")) ?? "low",
		rule: kind,
		rootCause: clipBytes(textOf(record, "root_cause"), TEXT_BYTES),
		suggestion: clipBytes(textOf(record, "suggestion"), TEXT_BYTES),
		quotes: textsOf$1(record, "quotes").slice(0, MOST_QUOTES).map((quote) => clipBytes(quote, QUOTE_BYTES)),
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
function reportFromEvidence(texts, shared = nothingShared()) {
	const manifest = readManifest(texts.manifest);
	if (typeof manifest === "string") return manifest;
	const { tests, records, routes, keys } = readTests(texts, shared);
	const suites = suitesOf(manifest, tests);
	const problems = lacks(manifest, tests.length, records);
	return {
		manifest,
		report: {
			suites,
			totals: addTotals(suites.map(({ totals }) => totals)),
			conclusion: worst([runConclusion(suites.map(({ conclusion }) => conclusion)), reportedConclusion(manifest, problems)]),
			startedAt: manifest.createdAt,
			durationMs: manifest.durationMs
		},
		diagnosis: readDiagnosis(texts.diagnostics, (recordId) => keys.get(recordId), []),
		routes,
		routeOf: (test) => routes.size === 0 ? null : routes.get(testKey(test)) ?? null,
		problems
	};
}
function readTests({ tests: lines, diagnostics }, shared) {
	const tests = [];
	const places = /* @__PURE__ */ new Map();
	const [routes, keys] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
	let records = 0;
	for (const { test, route, recordId } of testsIn(lines, shared)) {
		records += 1;
		const inSuite = places.get(test.suite) ?? /* @__PURE__ */ new Map();
		if (inSuite.size === 0) places.set(test.suite, inSuite);
		const known = inSuite.get(test.id);
		if (known === void 0) inSuite.set(test.id, tests.push(test) - 1);
		else {
			tests[known] = test;
			routes.delete(testKey(test));
		}
		if (route !== null) routes.set(testKey(test), route);
		if (diagnostics !== "") keys.set(recordId, testKey(test));
	}
	return {
		tests,
		records,
		routes,
		keys
	};
}
/** The run with the problems that it had beside its suites; red when there are any. */
function withRunProblems(run, { manifest }) {
	const problems = readRunProblems(manifest);
	return problems.length === 0 ? run : {
		...run,
		report: {
			...run.report,
			conclusion: "failure",
			problems
		}
	};
}
function lacks({ conclusion, tests, contradictions }, read, records) {
	const problem = (message) => ({
		severity: "error",
		place: "evidence",
		message,
		remedy: ""
	});
	return [
		...contradictions.map(problem),
		...conclusion === null ? [problem("the run never finished its evidence")] : [],
		...read < tests ? [problem(`tests.jsonl holds ${read} of ${tests} tests`)] : [],
		...read < records ? [problem(`tests.jsonl lists ${records - read} tests twice`)] : []
	];
}
function reportedConclusion({ conclusion }, problems) {
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
	const unnamed = new Set(tests.flatMap(({ suite }) => named.has(suite) ? [] : [suite]));
	const all = [...suites, ...[...unnamed].map(unknownSuite)];
	const bySuite = new Map(all.map(({ name }) => [name, []]));
	for (const test of tests) bySuite.get(test.suite)?.push(test);
	return all.map((reported) => suiteReport(reported, bySuite.get(reported.name) ?? [], createdAt));
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
function suiteReport(reported, tests, startedAt) {
	const run = {
		suite: suiteSettings(reported.name, reported.runner, reported.outcome !== "skipped" || tests.length > 0),
		attempts: Array.from({ length: reported.attempts }, (_, index) => unknownAttempt(index + 1, startedAt)),
		tests,
		problems: forcingProblems(reported),
		startedAt,
		durationMs: reported.durationMs,
		tool: null
	};
	const outcome = worseOutcome(outcomeOf(run, POLICY), reported.outcome);
	const conclusion = outcome === "no-tests" && reported.outcome === "no-tests" ? reported.conclusion : suiteConclusion(outcome, POLICY);
	return {
		...run,
		outcome,
		conclusion,
		totals: totalsOf(tests)
	};
}
/** Green tests of a suite that calls itself failed: a policy of the run, flaky ones for instance. */
function worseOutcome(computed, reported) {
	return computed === "passed" ? reported : computed;
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
/** Settings as far as evidence reports them; the suite runs nowhere any more. */
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
	const command = {
		rerun: null,
		python: null
	};
	return {
		...common,
		...place,
		...command,
		runner
	};
}
// src/app/publish/find-evidence.ts
const MANIFEST = "manifest.json";
const WANTED = [
	MANIFEST,
	"evidence/tests.jsonl",
	"evidence/diagnostics.jsonl",
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
	const found = [];
	for (const name of WANTED) {
		const path = join(directory, name);
		const size = present.has(path) ? await files.sizeOf(path) : 0;
		if (size > FILE_BYTES) return publishingProblem(`${directory}: ${name} has ${size} bytes, more than ${FILE_BYTES}`, "");
		found.push(size === 0 ? NO_BYTES : await bytesOf(path, files));
	}
	return textsOf(found);
}
async function bytesOf(path, files) {
	const chunks = [];
	for await (const chunk of files.readChunks(path)) chunks.push(chunk);
	return Buffer.concat(chunks);
}
/** Evidence of the files that are `WANTED`, in this order. */
function textsOf([manifest = NO_BYTES, tests = NO_BYTES, diagnostics = NO_BYTES, shard = NO_BYTES]) {
	return {
		manifest: manifest.toString(),
		tests,
		diagnostics: diagnostics.toString(),
		shard: shard.toString()
	};
}
const NO_BYTES = Buffer.alloc(0);
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
	const ours = listed.value.filter(({ name, isExpired }) => !isExpired && name.startsWith(artifactName));
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
	return textsOf(WANTED.map((name) => read.value.get(name) ?? NO_BYTES));
}
/**
* Of the attempts of one job only the last counts. Where several jobs have one name (all but one with a suffix), nothing
* reports which of them ran again, and so all count.
*/
function lastAttempts(artifacts) {
	const jobs = /* @__PURE__ */ new Map();
	for (const artifact of artifacts) {
		const [, job = artifact.name, attempt = "0"] = /^(.*)-attempt(\d{1,6})(?:-\w{1,16})?$/.exec(artifact.name) ?? [];
		const known = jobs.get(job) ?? [];
		known.push({
			attempt: Number(attempt),
			artifact
		});
		jobs.set(job, known);
	}
	return [...jobs.values()].flatMap((uploads) => {
		const isOneJob = new Set(uploads.map(({ attempt }) => attempt)).size === uploads.length;
		const last = Math.max(...uploads.map(({ attempt }) => attempt));
		return uploads.filter(({ attempt }) => !isOneJob || attempt === last).map(({ artifact }) => artifact);
	});
}
export { nothingShared as a, readRunProblems as c, withRunProblems as i, evidenceOfRun as n, insidePath as o, reportFromEvidence as r, forcingProblems as s, evidenceInFolder as t };
