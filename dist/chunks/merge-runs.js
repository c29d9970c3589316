import { $ as logProblems, An as testKey, Ar as totalsOf, Dt as coverRoutes, En as suiteConclusion, Er as textOf, Gr as atCheckout, It as readRepositoryFiles, Kn as runSupervised, Kr as testFolders, Mn as redactorFor, Mr as finalStateOf, Nr as isBad, Or as addTotals, Pn as shortLine, Tn as runConclusion, Vr as foldersUpTo, X as concludeRun, Z as judge, _n as keysOf, d as startRun, dt as readNeededJobs, gn as digestOfKeys, gr as forcingProblems, hr as insidePath, kr as countedAs, kt as parseShardRecord, mr as nothingShared, or as formatCount, q as readApi, ut as publishingProblem, vn as repeatedKeys, wn as outcomeOf, wr as parseJson, xr as listOf, xt as readHistory, yn as shardName, yr as readRunProblems, zn as childEnv } from "./start.js";
import { n as evidenceOfRun, r as reportFromEvidence, t as evidenceInFolder } from "./find-evidence.js";
import { dirname, join } from "node:path";
// src/merge/leg.ts
/** A leg from its evidence; a sentence when it is none, null when it is a merged run itself. */
function legFromEvidence(place, texts, shared) {
	const read = reportFromEvidence(texts, shared);
	if (typeof read === "string") return read;
	const { manifest, report, diagnosis, problems } = read;
	if (manifest.isMerged) return null;
	const { caller, job, step, matrix } = manifest.job;
	const shard = shardOf(texts, report);
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
		checkRunId: manifest.checkRunId,
		attempt: manifest.attempt,
		commit: manifest.commit,
		branch: manifest.branch,
		project: manifest.project,
		suites: report.suites.map((suite) => withReported(suite, manifest.suites.find(({ name }) => name === suite.suite.name))),
		runProblems: readRunProblems(texts.manifest),
		routes: read.routes,
		blobReports: report.suites.some(({ suite }) => suite.runner === "playwright") ? blobReportsIn(texts.manifest) : [],
		torn: lacks.join("; "),
		startedAt: report.startedAt,
		durationMs: report.durationMs
	};
}
/** Never with a name that leads out of the evidence. */
const BLOB_REPORT = /^(?!.*(?:^|\/)\.\.\/)artifacts\/[^/]+\/attempt-1\/files\/(?:[^/]+\/){0,20}blob-report[^/]*\/[^/]+\.zip$/;
const MOST_BLOB_REPORTS = 100;
function blobReportsIn(manifest) {
	return listOf(parseJson(manifest), "files").map((file) => textOf(file, "path")).filter((path) => BLOB_REPORT.test(path)).slice(0, MOST_BLOB_REPORTS);
}
/** The shard's record. Ids of tests are those of the report, so that none is in memory twice. */
function shardOf({ shard = "" }, { suites }) {
	const record = shard === "" ? null : parseShardRecord(shard);
	if (record === null) return null;
	const parts = record.suites.map((part) => {
		const report = suites.find(({ suite }) => suite.name === part.suite);
		const known = new Map((report?.tests ?? []).map(({ id }) => [id, id]));
		const unreported = part.ids.filter((id) => !known.has(id));
		return {
			...part,
			unreported,
			ids: part.ids.map((id) => known.get(id) ?? id)
		};
	});
	return {
		...record,
		suites: parts
	};
}
/** A suite with the problem that its own run named it by. */
function withReported(suite, reported) {
	return reported === void 0 ? suite : {
		...suite,
		problems: forcingProblems(reported)
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
	return legs.filter((leg) => leg.torn !== "").map((leg) => problem(`${legName(leg)} is incomplete`, leg.torn, `Run its job${jobOf(leg)} again.`));
}
function otherTotals({ legs }, total) {
	return legs.filter(({ shard }) => shard !== null && shard.total !== total).map((leg) => problem(`${legName(leg)} has another plan`, `the others are shards of ${total}`, "Give all jobs the same `shard` total."));
}
function missing({ legs, job }, total) {
	const present = new Set(legs.flatMap(({ shard }) => shard?.total === total ? [shard.index] : []));
	const absent = Array.from({ length: total }, (_, at) => at + 1).filter((index) => !present.has(index));
	if (absent.length === 0) return [];
	const named = absent.slice(0, 5).join(", ") + (absent.length > 5 ? ` and ${absent.length - 5} more` : "");
	return [problem(absent.length === 1 ? `${shardName({
		index: absent[0] ?? 0,
		total
	})} is missing` : `shards ${named} of ${total} are missing`, `there is no evidence of ${absent.length === 1 ? "it" : "them"}: the job did not reach the upload`, `Run ${job === "" ? "it" : `job \`${job}\``} again with "Re-run failed jobs".`)];
}
function duplicated({ copies, legs }) {
	return [...new Map(copies.map((leg) => [legName(leg), leg])).values()].map((leg) => {
		const places = [...legs, ...copies].filter((other) => legName(other) === legName(leg)).map(({ place }) => place);
		return problem(`${legName(leg)} is duplicated`, `its evidence is in ${places.join(" and ")}`, "Keep one of them, or give each job its own `shard`.");
	});
}
function otherCommits({ legs }, commit) {
	return legs.filter((leg) => leg.commit !== commit).map((leg) => {
		const tested = leg.commit === "" ? "its tested commit is unknown" : `it tested ${leg.commit.slice(0, 7)}`;
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
		...problem(`${shardName(shard)} has another plan`, differenceOf(suite, part, usual), AGAIN),
		suite
	};
}
function differenceOf(suite, part, usual) {
	if (part.collectedDigest !== usual.collectedDigest) return part.collected === usual.collected ? `it collected different tests of ${suite} than the others` : `it collected ${part.collected} tests of ${suite}, the others ${usual.collected}`;
	if (part.source !== usual.source) return `it divided ${suite} by ${words(part)}, the others by ${words(usual)}`;
	return `it divided ${suite} by different recorded durations`;
}
const words = ({ source }) => source === "hash" ? "a hash" : "recorded durations";
const NAMED$2 = 3;
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
	const ids = new Array().concat(...parts.map(({ part }) => part.ids));
	const keys = keysOf(ids.length, (at) => ids[at] ?? "").sort();
	const distinct = repeatedKeys(keys).size === 0 ? ids.length : new Set(ids).size;
	const [collected, digest] = [parts[0]?.part.collected ?? 0, parts[0]?.part.collectedDigest ?? ""];
	const headline = `the shards do not cover ${suite} exactly once`;
	if (distinct < ids.length) return [{
		...problem(headline, `${formatCount(ids.length - distinct, "test")} ${ids.length - distinct === 1 ? "is" : "are"} in two parts`, AGAIN),
		suite
	}];
	const isRedacted = ids.some((id) => id.includes("[redacted:"));
	if (distinct === collected && (isRedacted || digestOfKeys(keys) === digest)) return [];
	return [{
		...problem(headline, `their parts have ${formatCount(distinct, "test")}, and ${collected} were collected`, AGAIN),
		suite
	}];
}
/** Tests of a part that its shard says nothing about, though nothing stopped it. */
function unreported(suite, parts) {
	return parts.flatMap(({ leg, part }) => {
		const report = leg.suites.find((each) => each.suite.name === suite);
		if (part.areFiles || report === void 0 || report.problems.some(({ forces }) => forces !== null)) return [];
		const lost = part.unreported;
		if (lost.length === 0) return [];
		const named = lost.slice(0, NAMED$2).join(", ");
		return [{
			...problem(`${legName(leg)} does not report ${formatCount(lost.length, "test")} of its part`, `${suite}: ${named}`, `Run its job${jobOf(leg)} again.`),
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
		...problem(`${formatCount(twice.length, "test")} of ${suite} ran on more than one shard`, twice.slice(0, NAMED$2).join(", "), "Make the tool divide its tests by {shard} and {shards}, and give each test a unique name."),
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
		const latest = sorted.at(-1);
		if (latest === void 0) continue;
		kept.push(latest);
		copies.push(...sorted.filter(({ attempt }, at) => at + 1 < sorted.length && attempt === sorted[at + 1]?.attempt));
		earlier.push(...sorted.filter(({ attempt }) => attempt < latest.attempt));
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
	const tests = new Array().concat(...parts);
	const keys = keysOf(tests.length, (at) => tests[at]?.id ?? "");
	const repeated = repeatedKeys(keys.toSorted());
	if (repeated.size === 0) return tests;
	const joined = [];
	const places = /* @__PURE__ */ new Map();
	for (const [at, test] of tests.entries()) {
		const isRepeated = repeated.has(keys[at] ?? 0);
		const place = (isRepeated ? places.get(test.id) : void 0) ?? joined.length;
		const known = joined[place];
		if (known === void 0 || rank(test) < rank(known)) joined[place] = test;
		if (isRepeated) places.set(test.id, place);
	}
	return joined;
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
	const tests = earlier.size === 0 && joined.every((test) => test.suite === name) ? joined : joined.map((test) => inRun(test, earlier, name));
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
/** A test with what earlier attempts saw, in the suite as the merged run names it. */
function inRun(test, earlier, name) {
	const past = earlier.get(test.id);
	const known = past === void 0 ? test : withEarlier(test, past);
	return known.suite === name ? known : {
		...known,
		suite: name
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
		const reported = plainOf(problem.message, report.suite.name);
		const message = several ? `${reported} (${legName(leg)})` : reported;
		const where = several ? `${name} on ${legName(leg)}` : name;
		const headline = problem.forces === null ? {} : { headline: `${where}: ${reported}` };
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
const NAMED$1 = 3;
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
		const shown = [...failing].slice(0, NAMED$1);
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
		plainSuite: plainSuiteOf(names),
		legsOf: describeLegs(suites, names)
	};
}
/** Apart from `mergeLegs`, whose scope would keep all legs in memory. */
function plainSuiteOf(names) {
	return (name) => names.get(name) ?? name;
}
/** How the suites of a group are distinguished from those of others: by matrix, else by job. */
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
		remedy: "List the test jobs in `needs` of the merging job, run it with `if: ${{ !cancelled() }}`, and use the same `artifact-name`."
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
	return (test) => routes.size === 0 ? null : routes.get(idOf(testKey(test))) ?? null;
}
/** Routes are the same on every leg. */
const idOf = (key) => key.slice(key.indexOf("\n") + 1);
// src/app/merge/blob-reports.ts
/** Where the merged report is, relative to the run directory. */
const REPORT = "artifacts/run/playwright-report";
const LIMIT_MS = 6e5;
const LINE_CHARS = 300;
/** Blob reports of the latest attempt of each run. */
function keptBlobs(legs, found) {
	const files = new Map(found.map(({ place, readFiles }) => [place, readFiles]));
	const [kept, without] = [[], []];
	for (const leg of groupLegs(legs).flatMap((group) => group.legs)) {
		const readFiles = files.get(leg.place);
		const name = legName(leg);
		if (leg.blobReports.length > 0 && readFiles !== void 0) kept.push({
			name,
			paths: leg.blobReports,
			readFiles
		});
		else if (leg.suites.some(({ suite, tests }) => suite.runner === "playwright" && tests.length > 0)) without.push(name);
	}
	return {
		kept,
		without
	};
}
/**
* Lets the project's own Playwright merge the blob reports that its shards have kept, to one HTML report beside the evidence.
* Why it could not is one warning; nothing is installed for it.
*/
async function mergeBlobReports({ kept, without }, merging, services) {
	if (kept.length === 0) return [];
	const [lacking] = [...incomplete(merging.merged), ...without.map((name) => `${name} has no blob reports`)];
	const reason = lacking ?? await run(kept, merging, services);
	if (reason !== null) return [notMerged(reason)];
	services.console.info(`The Playwright reports of ${kept.length} runs were merged: ${REPORT}/index.html`);
	return [];
}
/** A report without a shard would look like one of all tests. */
function incomplete({ report }) {
	return report.suites.filter(({ suite, outcome }) => suite.runner === "playwright" && outcome === "incomplete").map(({ suite, problems }) => problems[0]?.headline ?? `${suite.name} is incomplete`);
}
function notMerged(reason) {
	return {
		severity: "warning",
		place: "blob-report",
		message: `the Playwright blob reports were not merged: ${reason}`,
		remedy: "The blob reports are in the artifacts of the jobs; merge them with `npx playwright merge-reports`."
	};
}
/** Null when they are merged, else why they are not. */
async function run(kept, { run: { directory, runId }, settings, redactor }, services) {
	const { context, files, processes, cancelled } = services;
	const cwd = await findPlaywright(settings, services);
	const npx = await processes.which("npx", context.env);
	if (cwd === null || npx === null) return "Playwright is not installed in this job; install the packages of the project before this step";
	const folder = join(context.temporaryDirectory, `qaagent-blob-reports-${runId}`);
	const unread = await copyBlobs(kept, folder, services);
	if (unread !== null) return unread;
	const report = join(directory, REPORT);
	const logFile = join(directory, "artifacts/run/merge-reports.log");
	await files.makeDirectory(dirname(logFile));
	const variables = {
		PLAYWRIGHT_HTML_OPEN: "never",
		PLAYWRIGHT_HTML_OUTPUT_DIR: report,
		PLAYWRIGHT_HTML_REPORT: report
	};
	const spec = {
		command: [
			npx,
			"--no-install",
			"playwright",
			"merge-reports",
			"--reporter",
			"html",
			folder
		],
		cwd,
		env: childEnv(context.env, settings.baseUrl, variables),
		graceMs: settings.graceMs,
		logFile,
		timeoutMs: LIMIT_MS,
		idleTimeoutMs: null,
		eventsFile: null,
		track: `${runId}/merge-reports`,
		stateDirectory: join(folder, "supervisor")
	};
	if ((await runSupervised(spec, {
		processes,
		signal: cancelled
	})).exitCode === 0 && await files.exists(join(report, "index.html"))) return null;
	return shortLine(redactor.redact(errorIn(await files.readTail(logFile, 4e3))), LINE_CHARS) || "no reason was given";
}
/** The first line that says what is wrong, else the last one. */
function errorIn(output) {
	const lines = output.split("\n").filter((line) => line.trim() !== "");
	return lines.find((line) => line.includes("Error")) ?? lines.at(-1) ?? "";
}
/** The folder of a suite from which the project's own Playwright is found; null when it is not installed. */
async function findPlaywright({ suites, workingDirectory }, { files, context }) {
	const own = suites.flatMap((suite) => suite.runner === "playwright" ? [suite.workingDirectory] : []);
	for (const start of [...own, workingDirectory]) for (const folder of foldersUpTo(context.workspace, start)) if (await files.exists(join(folder, "node_modules/@playwright/test/cli.js"))) return start;
	return null;
}
/** Null when all are in the folder, else which is not. */
async function copyBlobs(kept, folder, { files }) {
	await files.makeDirectory(folder);
	for (const [at, { name, paths, readFiles }] of kept.entries()) {
		const read = await readFiles(paths);
		if ("severity" in read) return `${name}: ${read.message}`;
		for (const [index, path] of paths.entries()) {
			const bytes = read.get(path);
			if (bytes === void 0) return `${name} lacks ${path}`;
			await files.writeBytes(join(folder, `${at + 1}-${index + 1}.zip`), bytes);
		}
	}
	return null;
}
// src/merge/absent-jobs.ts
const NAMED = 5;
/**
* Jobs that should have left evidence and did not: jobs that the merging job needs and that use this action, and jobs
* whose siblings in a matrix have left evidence. Shards that are missed by their number are not named again.
*/
function absentJobs(listed, legs, needed) {
	const familyOf = (name) => needed.find(({ pattern }) => pattern.test(name))?.id ?? baseOf(name);
	const nameOfLeg = namesOf(listed);
	const names = legs.map((leg) => nameOfLeg(leg));
	const covered = new Set(names.filter((name) => name !== null));
	const families = new Set([...covered].map(familyOf));
	for (const { id, step } of needed) if (step !== null) families.add(id);
	const stepOf = (job) => needed.find(({ id }) => id === familyOf(job.name))?.step ?? null;
	const absent = latest(listed).filter((job) => !covered.has(job.name) && families.has(familyOf(job.name)) && isExpected(job, stepOf(job)));
	const unnamed = distinct(legs.filter((_, at) => names[at] === null));
	const unexplained = withoutShards(absent, legs, (leg) => familyOf(nameOfLeg(leg) ?? ""), familyOf);
	return unexplained.length > unnamed ? [problemOf(unexplained, unnamed)] : [];
}
/** The name under which GitHub lists the job of a leg; null when none is like it. */
function namesOf(listed) {
	const byId = new Map(listed.map(({ id, name }) => [id, name]));
	const known = new Set(listed.map(({ name }) => name));
	return ({ checkRunId, job, matrix }) => {
		const values = matrixEntries(matrix).map(([, value]) => value);
		const usual = values.length === 0 ? job : `${job} (${values.join(", ")})`;
		return byId.get(checkRunId) ?? (known.has(usual) ? usual : null);
	};
}
/** What the jobs of a matrix have in common: `test` of `test (linux, 2)`. */
function baseOf(name) {
	const values = name.endsWith(")") ? name.indexOf(" (") : -1;
	return values < 0 ? name : name.slice(0, values);
}
/** Each job once, as it ended in the last attempt that has it. */
function latest(listed) {
	return [...new Map(listed.map((job) => [job.name, job])).values()];
}
/** A job that was skipped, or that ended well without its step, has nothing to leave. */
function isExpected({ conclusion, skippedSteps }, step) {
	if (conclusion === "skipped") return false;
	return conclusion !== "success" || step === null || !skippedSteps.includes(step);
}
function distinct(legs) {
	return new Set(legs.map(({ job, matrix }) => `${job}\n${matrix}`)).size;
}
/** Without jobs of which as many shards are missing as there are jobs: these are named by their number. */
function withoutShards(absent, legs, familyOfLeg, familyOf) {
	const missing = /* @__PURE__ */ new Map();
	for (const group of groupLegs(legs)) {
		const [first] = group.legs;
		if (first === void 0 || first.shard === null) continue;
		const family = familyOfLeg(first);
		const count = first.shard.total - group.legs.length;
		missing.set(family, (missing.get(family) ?? 0) + count);
	}
	return absent.filter(({ name }) => {
		const family = familyOf(name);
		return absent.filter((other) => familyOf(other.name) === family).length > (missing.get(family) ?? 0);
	});
}
/** `unnamed`: legs that belong to some of these jobs, though nothing shows to which. */
function problemOf(absent, unnamed) {
	const names = absent.slice(0, NAMED).map(({ name }) => name);
	const more = absent.length > NAMED ? ` and ${absent.length - NAMED} more` : "";
	const common = {
		severity: "error",
		place: "expected-jobs",
		remedy: REMEDY
	};
	if (unnamed > 0) {
		const headline = `${absent.length - unnamed} of these jobs left no evidence: ${names.join(", ")}${more}`;
		return {
			...common,
			headline,
			message: "their names do not identify them"
		};
	}
	const [only] = absent;
	if (only !== void 0 && absent.length === 1) return {
		...common,
		headline: `job ${only.name} left no evidence`,
		message: END[only.conclusion]
	};
	const ends = absent.slice(0, NAMED).map(({ name, conclusion }) => `${name}: ${END[conclusion]}`);
	const headline = `${absent.length} jobs left no evidence: ${names.join(", ")}${more}`;
	return {
		...common,
		headline,
		message: `${ends.join("; ")}${more}`
	};
}
const REMEDY = "Run it again with \"Re-run failed jobs\", or set `expected-jobs`.";
const END = {
	none: "it has not ended: add it to `needs` of the merging job",
	skipped: "it was skipped",
	success: "it succeeded, but did not upload any",
	cancelled: "it was cancelled before it uploaded any",
	failure: "it failed before it uploaded any"
};
/** A merge that has fewer jobs than a user expects. */
function tooFewJobs(legs, expected) {
	const count = groupLegs(legs).reduce((sum, group) => sum + group.legs.length, 0);
	if (count >= expected) return [];
	return [{
		severity: "error",
		place: "expected-jobs",
		headline: `${count} of ${expected} expected jobs left evidence`,
		message: "the others did not upload any",
		remedy: REMEDY
	}];
}
// src/app/merge/find-absent-jobs.ts
const NONE = {
	problems: [],
	notes: []
};
/** Attempts of a run, the last ones, of which the jobs are listed. */
const MOST_ATTEMPTS = 20;
/** Jobs of this run that should have left evidence and did not: a lost runner, a job that was cancelled before its step. */
async function findAbsentJobs(legs, settings, services) {
	const { github } = services.context;
	if (settings.expectedJobs !== null) return {
		...NONE,
		problems: tooFewJobs(legs, settings.expectedJobs)
	};
	if (github === null || legs.length === 0) return NONE;
	const api = settings.githubToken === null ? null : services.github(settings.githubToken);
	if (api === null) return unknown("there is no token");
	const listed = [];
	const first = Math.max(1, github.runAttempt - MOST_ATTEMPTS + 1);
	for (let attempt = first; attempt <= github.runAttempt; attempt += 1) {
		const jobs = await api.listJobs(github.runId, attempt);
		if (!jobs.ok) return unknown(jobs.reason);
		listed.push(...jobs.value);
	}
	const others = listed.filter(({ id }) => id !== github.checkRunId);
	return {
		...NONE,
		problems: absentJobs(others, legs, await readNeededJobs(services))
	};
}
function unknown(reason) {
	const message = `it is unknown whether every job left evidence: ${reason}`;
	const remedy = "Add `actions: read` to the `permissions` of the job, or set `expected-jobs`.";
	return {
		...NONE,
		notes: [{
			severity: "note",
			place: "expected-jobs",
			message,
			remedy
		}]
	};
}
// src/app/merge/merge-runs.ts
/**
* Joins the evidence of shards and matrix jobs to one run and publishes that: one evidence run, one check, one comment.
* Whatever is missing of them makes it red.
*/
async function mergeRuns(settings, warnings, world) {
	const found = await search(settings, world);
	const { legs, problems: unread } = await readLegs(found.found, world);
	const absent = await findAbsentJobs(legs, settings, world);
	const blobs = keptBlobs(legs, found.found);
	const lacking = [...absent.problems, ...[...found.problems, ...unread].map(asRunProblem)];
	const merged = withProblems(mergeLegs(legs, settings), lacking);
	world.limitHeapGrowth();
	const { services, problems } = await atMerged(merged, settings, world);
	const reported = [
		...warnings,
		...problems,
		...absent.notes
	];
	logProblems([
		...reported,
		...found.problems,
		...unread
	], services.console);
	services.console.untrusted(`Merging ${formatCount(legs.length, "run")}: ${listed(merged.legs)}`);
	return conclude({
		merged,
		blobs
	}, settings, reported, services);
}
/** Runs that are named in the log. */
const MOST_NAMED = 20;
function listed(names) {
	const more = names.length - MOST_NAMED;
	return `${names.slice(0, MOST_NAMED).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
/** A folder when one is named, or outside of GitHub; else what the jobs of this run have uploaded. */
function search(settings, services) {
	const { github } = services.context;
	if (services.inputs["evidence-dir"] !== void 0 || github === null) return evidenceInFolder(settings.evidenceDirectory, services.files);
	const api = settings.githubToken === null ? null : services.github(settings.githubToken);
	if (api !== null) return evidenceOfRun(github.runId, settings, api, services);
	const problem = publishingProblem("the evidence cannot be downloaded: there is no token", "Set `github-token`.");
	return Promise.resolve({
		found: [],
		problems: [problem]
	});
}
async function readLegs(found, { console }) {
	const legs = [];
	const shared = nothingShared();
	const problems = [];
	for (const { read, place } of found) {
		const texts = await read();
		if ("severity" in texts) {
			problems.push(texts);
			continue;
		}
		const leg = legFromEvidence(place, texts, shared);
		if (leg === null) console.untrusted(`Left out: ${place} is itself a merged run`);
		else if (typeof leg === "string") problems.push(publishingProblem(`${place} is not valid evidence: ${leg}`, ""));
		else legs.push(leg);
	}
	return {
		legs,
		problems
	};
}
/** Evidence that could not be read may be red, and so the run is. */
function asRunProblem(problem) {
	return {
		...problem,
		severity: "error",
		headline: "some evidence could not be read"
	};
}
/** The merged run, red for what it lacks. */
function withProblems(merged, problems) {
	if (problems.length === 0) return merged;
	const { report } = merged;
	return {
		...merged,
		report: {
			...report,
			conclusion: "failure",
			problems: [...report.problems ?? [], ...problems]
		}
	};
}
/** The services of a job that tests what its legs have tested, whatever is checked out here. */
async function atMerged({ commit, branch, legs }, settings, services) {
	const checkout = {
		commit: commit === "" ? null : commit,
		branch,
		parents: [],
		reason: "the merged runs do not name it"
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
/** What only a job that runs suites has. */
const NOTHING_RAN = {
	shard: null,
	app: null,
	base: null
};
async function conclude({ merged, blobs }, given, warnings, services) {
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
			places: [],
			unmapped: []
		},
		changed: null
	};
	const { directory, manifest, problems } = run;
	const unmerged = await mergeBlobReports(blobs, {
		run: directory,
		merged,
		settings,
		redactor
	}, services);
	const judged = {
		settings,
		run: directory,
		manifest,
		api,
		redactor,
		repository,
		merged,
		...NOTHING_RAN,
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
		problems: [
			...warnings,
			...problems,
			...past.problems,
			...unmerged
		]
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
export { mergeRuns };
