import { $ as logProblems, Cn as skipUnavailable, Fn as readApplicationEnd, Gr as atCheckout, Hn as prepare, In as qualityPreparer, Jn as readAttemptOutputs, Jr as exitAfterFlush, K as readRunInputs, Mn as redactorFor, Mt as openEvidenceDirectory, Rn as NOTHING, Un as toSuiteResult, Vn as identityOf, Y as completeRun, Yn as readEnd, _ as readSettings, bn as readKept, h as readRunRecord, jn as withoutSecrets, m as readGenerated, on as EMPTY_STATE, p as GENERATED_SUITE, qn as attemptDirectory, sn as addAttempt, t as createServices, v as settingsOfInputs } from "./chunks/start.js";
import { join } from "node:path";
// src/execution/recover-suite.ts
/**
* Rebuilds a suite of a run whose own process is gone, from what its attempts left, or from the reason why there were
* none. Without its end it is cancelled.
*/
async function recoverSuite(suite, services) {
	const { files, runDirectory, clock } = services;
	const end = await readEnd(files, runDirectory, suite.name);
	const outputs = await readAttemptOutputs(services, suite.name);
	const startedAt = end?.startedAt ?? outputs[0]?.attempt?.startedAt ?? services.startedAt;
	const time = {
		startedAt,
		durationMs: end?.durationMs ?? Math.max(0, clock.now() - startedAt)
	};
	if (!suite.enabled) return {
		suite,
		...NOTHING,
		...time
	};
	return {
		suite,
		...end?.problems === void 0 ? await resultFromFiles(suite, end, outputs, services) : endedBefore(end),
		...time
	};
}
function endedBefore({ problems = [] }) {
	return {
		...NOTHING,
		problems
	};
}
async function resultFromFiles(suite, end, outputs, services) {
	const found = await prepare(suite, services);
	if (!found.ok) return {
		...NOTHING,
		problems: [found.problem]
	};
	const all = found.suite.plan === null && end !== null ? [await keptReports(suite, services)] : outputs;
	if (all.length === 0) return {
		...NOTHING,
		problems: [cutOff(suite)]
	};
	const identity = identityOf(suite, found.suite, services);
	const state = all.reduce((before, output) => addAttempt(before, output, identity), EMPTY_STATE);
	const result = toSuiteResult(state, found.suite, services);
	return end === null ? {
		...result,
		problems: [cutOff(suite), ...result.problems]
	} : result;
}
/** The reports of a suite that runs nothing, as it kept them. */
function keptReports(suite, services) {
	return readKept(suite, join(services.runDirectory, attemptDirectory(suite.name, 1)), services);
}
/** Why a suite is cancelled of which no end is recorded. */
function cutOff({ name }) {
	return {
		severity: "error",
		place: name,
		message: "was cut off: the run ended before this suite ended",
		remedy: "",
		forces: "cancelled"
	};
}
// src/app/recover-run.ts
/**
* Finishes a run whose own process is gone: rebuilds it from what it recorded, completes it as main would have. A run
* that was cut off is never green. Null when there is nothing to finish.
*/
async function finishInterrupted(runDirectory, world) {
	const opened = await openEvidenceDirectory(world.files, runDirectory);
	const record = await readRunRecord(world.files, runDirectory);
	const now = await settingsNow(record, world);
	if (opened === null || now === null) {
		const message = `${runDirectory} cannot be completed: it has no manifest, or the settings have changed.`;
		logProblems([{
			severity: "warning",
			place: "post",
			message,
			remedy: ""
		}], world.console);
		return null;
	}
	world.console.info("The run was cut off. Completing its evidence and its report from the files that it left.");
	const settings = recordedSettings(now.settings, record);
	const clean = withoutSecrets(world, redactorFor(settings, world));
	const { services, problems } = await atCheckout(settings, clean, checkoutOf(opened.manifest));
	const startedAt = Date.parse(opened.manifest.created_at);
	const run = {
		settings,
		directory: opened.run,
		manifest: opened.manifest,
		startedAt,
		problems: []
	};
	const quarantine = record === null ? await services.files.readTextIfExists(settings.quarantineFile) : record.quarantine;
	const inputs = await readRunInputs(settings, quarantine, [...now.warnings, ...problems], services);
	return completeRun(run, inputs, await recoverRun(run, inputs, services), services);
}
/** What was checked out when the run began; suites and later steps can check out something else. */
function checkoutOf({ target }) {
	const { commit = "", branch = "" } = target.git;
	return {
		commit: commit === "" ? null : commit,
		branch,
		parents: [],
		reason: commit === "" ? "the run did not determine it" : ""
	};
}
/** The settings as they can be read now; those of the inputs alone where the run recorded the rest. */
async function settingsNow(record, services) {
	const reading = await readSettings(services);
	if (reading.ok) return reading;
	const settings = record === null ? null : settingsOfInputs(services);
	return settings === null ? null : {
		settings,
		warnings: reading.problems.map(asWarning)
	};
}
function asWarning(problem) {
	return {
		...problem,
		severity: "warning"
	};
}
/** What the run recorded before its first suite, over what can be read now: a suite can change any file. */
function recordedSettings(now, record) {
	if (record === null) return now;
	const envOf = (name) => now.suites.find((suite) => suite.name === name)?.env ?? {};
	const suites = record.suites.map((suite) => ({
		...suite,
		env: envOf(suite.name)
	}));
	return {
		...now,
		...record.settings,
		suites
	};
}
async function recoverRun(run, { quarantine }, services) {
	const { files, processes, context, clock } = services;
	const { settings, directory, startedAt } = run;
	const recovery = {
		files,
		processes,
		context,
		clock,
		settings,
		startedAt,
		runDirectory: directory.directory,
		prepareQuality: qualityPreparer(`${context.bundleDirectory}/drivers`),
		quarantineOf: quarantine.find
	};
	const planned = (await Promise.all(settings.suites.map((suite) => recoverSuite(suite, recovery)))).map((each) => skipUnavailable(each, settings.suites));
	const suites = [...planned, ...await recoverGenerated(planned, recovery)];
	const durationMs = Math.max(...suites.map((each) => each.startedAt + each.durationMs), startedAt) - startedAt;
	return {
		suites,
		application: await readApplicationEnd(recovery),
		durationMs
	};
}
/** The suite of generated tests, when the settings ask for one and the run did not decide that there is none. */
async function recoverGenerated(planned, recovery) {
	const { files, runDirectory, settings, startedAt } = recovery;
	if (!settings.generate || planned.some(({ suite }) => suite.name === "generated")) return [];
	const suite = await readGenerated(files, runDirectory);
	if (suite === null) return [];
	if (suite !== void 0) return [await recoverSuite(suite, recovery)];
	const undecided = {
		...GENERATED_SUITE,
		workingDirectory: settings.workingDirectory
	};
	return [{
		attempts: [],
		tests: [],
		tool: null,
		startedAt,
		durationMs: 0,
		suite: undecided,
		problems: [cutOff(undecided)]
	}];
}
// src/post.ts
/** Entry of the `post` step: closes what a cancelled or killed main left open. It never fails the job. */
async function post() {
	const directory = process.env[`STATE_run-directory`] ?? "";
	if (directory === "" || process.env[`STATE_published`] === "true") return;
	const services = createServices(import.meta.url, new AbortController().signal);
	try {
		await finishInterrupted(directory, services);
	} catch (error) {
		services.console.warning(`the run could not be finished: ${error instanceof Error ? error.message : String(error)}`);
	}
}
await post();
exitAfterFlush(0);
export {};
