import { C as readAttemptOutputs, E as exitAfterFlush, S as attemptDirectory, T as openEvidenceRun, a as addAttempt, b as redactRuns, c as readQuarantine, d as qualityPreparer, f as NOTHING, g as evaluateRun, h as toSuiteResult, i as EMPTY_STATE, l as readApi, m as prepare, o as readOnly, p as identityOf, s as readSettings, t as createServices, u as skipUnavailable, v as conclude, w as readEnd, x as redactorFor, y as logProblems } from "./chunks/services.js";
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
		...end?.problems === void 0 ? await courseOfTraces(suite, end, outputs, services) : endedBefore(end),
		...time
	};
}
function endedBefore({ problems = [] }) {
	return {
		...NOTHING,
		problems
	};
}
async function courseOfTraces(suite, end, outputs, services) {
	const found = await prepare(suite, services);
	if (!found.ok) return {
		...NOTHING,
		problems: [found.problem]
	};
	const all = found.suite.plan === null && end !== null ? [await readAgain(suite, services)] : outputs;
	if (all.length === 0) return {
		...NOTHING,
		problems: [cutOff(suite)]
	};
	const identity = identityOf(suite, found.suite, services);
	const state = all.reduce((before, output) => addAttempt(before, output, identity), EMPTY_STATE);
	const course = toSuiteResult(state, found.suite, services);
	return end === null ? {
		...course,
		problems: [cutOff(suite), ...course.problems]
	} : course;
}
/** Reports that were only read are still there. */
function readAgain(suite, services) {
	return readOnly(suite, join(services.runDirectory, attemptDirectory(suite.name, 1)), services);
}
function cutOff({ name }) {
	return {
		severity: "error",
		place: name,
		message: "was cut off: the run ended before this suite had",
		remedy: "",
		forces: "cancelled"
	};
}
// src/app/recover-run.ts
/**
* Finishes what main could not: rebuilds the report from what the attempts left, closes the evidence, publishes. A run
* that was cut off is never green.
*/
async function finishInterrupted(runDirectory, services) {
	const opened = await openEvidenceRun(services.files, runDirectory);
	const reading = await readSettings(services);
	if (opened === null || !reading.ok) {
		const message = `${runDirectory} cannot be finished: it has no manifest, or the settings have changed.`;
		logProblems([{
			severity: "warning",
			place: "post",
			message,
			remedy: ""
		}], services.console);
		return;
	}
	services.console.info("The run was cut off; finishing its evidence and its report from what it left.");
	const { run, manifest } = opened;
	const { settings, warnings } = reading;
	const startedAt = Date.parse(manifest.created_at);
	const { files, processes, context, clock } = services;
	const api = await readApi(settings, services);
	const quarantine = await readQuarantine(settings, services);
	const recovery = {
		files,
		processes,
		context,
		clock,
		settings,
		runDirectory,
		startedAt,
		prepareQuality: qualityPreparer(`${context.bundleDirectory}/drivers`),
		quarantineOf: quarantine.find
	};
	const runs = (await Promise.all(settings.suites.map((suite) => recoverSuite(suite, recovery)))).map((each) => skipUnavailable(each, settings.suites));
	const durationMs = Math.max(...runs.map((each) => each.startedAt + each.durationMs), startedAt) - startedAt;
	const redactor = redactorFor(settings, services);
	const judged = await evaluateRun(redactRuns(runs, redactor), {
		settings,
		run,
		time: {
			startedAt,
			durationMs
		}
	}, services);
	const problems = [
		...warnings,
		...quarantine.problems,
		...judged.problems
	];
	await conclude({
		settings,
		run,
		manifest,
		...judged,
		app: null,
		api,
		redactor,
		problems
	}, services);
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
