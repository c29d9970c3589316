import { An as testKey, Ar as totalsOf, Br as CATEGORIES, Dr as textsOf$1, En as suiteConclusion, Er as textOf, Lr as clipBytes, Or as addTotals, Ot as SHARD_FILE, Sr as member, Tn as runConclusion, _r as oneOf, dr as jsonLines, fr as lineOf, gr as forcingProblems, hr as insidePath, mr as nothingShared, or as formatCount, pr as testsIn, ut as publishingProblem, vr as readManifest, wn as outcomeOf, yr as readRunProblems } from "./start.js";
import { dirname, join } from "node:path";
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
		...conclusion === null ? [problem("the run did not finish writing its evidence")] : [],
		...read < tests ? [problem(`tests.jsonl contains ${read} of ${formatCount(tests, "test")}`)] : [],
		...read < records ? [problem(`tests.jsonl lists ${formatCount(records - read, "test")} twice`)] : []
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
			const readFiles = (paths) => readFolder(directory, paths, files);
			return {
				read: () => readWanted(directory, files),
				readFiles,
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
async function readFolder(directory, paths, files) {
	const present = new Set(await files.glob([...paths], directory));
	const found = /* @__PURE__ */ new Map();
	for (const path of paths.filter((each) => present.has(join(directory, each)))) {
		const size = await files.sizeOf(join(directory, path));
		if (size > FILE_BYTES) return publishingProblem(`${path} has ${size} bytes, more than ${FILE_BYTES}`, "");
		found.set(path, await bytesOf(join(directory, path), files));
	}
	return found;
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
			const readFiles = (paths) => readArtifactFiles(artifact, paths, api);
			const read = () => readArtifactTexts(artifact, api, console);
			return {
				read,
				readFiles,
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
async function readArtifactFiles(artifact, paths, api) {
	const read = await api.readArtifact(artifact, {
		...LIMITS,
		isWanted: (path) => paths.includes(path)
	});
	return read.ok ? read.value : publishingProblem(read.reason, read.remedy);
}
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
export { withRunProblems as i, evidenceOfRun as n, reportFromEvidence as r, evidenceInFolder as t };
