import { C as tellProblems, E as exitAfterFlush, S as conclude, T as openEvidenceRun, _ as courseOf, a as redactorFor, b as judgeRun, c as readOnly, d as readSettings, f as readQuarantine, g as NOTHING, h as qualityPreparer, i as redactRuns, l as readEnd, m as excuseProposed, o as NOT_STARTED, p as readApi, s as advance, t as readWorld, u as readWitnesses, v as identityOf, w as attemptDirectory, y as prepare } from "./chunks/world.js";
import { join } from "node:path";
// src/execution/recover-suite.ts
/**
* Rebuilds a suite of a run whose own process is gone, from what its attempts left, or from the reason why there were
* none. Without its end it is cancelled.
*/
async function recoverSuite(suite, world) {
	const { files, runDirectory, clock } = world;
	const end = await readEnd(files, runDirectory, suite.name);
	const witnesses = await readWitnesses(world, suite.name);
	const startedAt = end?.startedAt ?? witnesses[0]?.attempt?.startedAt ?? world.startedAt;
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
		...end?.problems === void 0 ? await courseOfTraces(suite, end, witnesses, world) : endedBefore(end),
		...time
	};
}
function endedBefore({ problems = [] }) {
	return {
		...NOTHING,
		problems
	};
}
async function courseOfTraces(suite, end, witnesses, world) {
	const found = await prepare(suite, world);
	if (!found.ok) return {
		...NOTHING,
		problems: [found.problem]
	};
	const all = found.suite.plan === null && end !== null ? [await readAgain(suite, world)] : witnesses;
	if (all.length === 0) return {
		...NOTHING,
		problems: [cutOff(suite)]
	};
	const identity = identityOf(suite, found.suite, world);
	const state = all.reduce((before, witness) => advance(before, witness, identity), NOT_STARTED);
	const course = courseOf(state, found.suite, world);
	return end === null ? {
		...course,
		problems: [cutOff(suite), ...course.problems]
	} : course;
}
/** Reports that were only read are still there. */
function readAgain(suite, world) {
	return readOnly(suite, join(world.runDirectory, attemptDirectory(suite.name, 1)), world);
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
// src/app/finish-interrupted.ts
/**
* Finishes what main could not: rebuilds the report from what the attempts left, closes the evidence, publishes. A run
* that was cut off is never green.
*/
async function finishInterrupted(runDirectory, world) {
	const opened = await openEvidenceRun(world.files, runDirectory);
	const reading = await readSettings(world);
	if (opened === null || !reading.ok) {
		const message = `${runDirectory} cannot be finished: it has no manifest, or the settings have changed.`;
		tellProblems([{
			severity: "warning",
			place: "post",
			message,
			remedy: ""
		}], world.console);
		return;
	}
	world.console.info("The run was cut off; finishing its evidence and its report from what it left.");
	const { run, manifest } = opened;
	const { settings, warnings } = reading;
	const startedAt = Date.parse(manifest.created_at);
	const { files, processes, context, clock } = world;
	const api = await readApi(settings, world);
	const quarantine = await readQuarantine(settings, world);
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
	const runs = (await Promise.all(settings.suites.map((suite) => recoverSuite(suite, recovery)))).map((each) => excuseProposed(each, settings.suites));
	const durationMs = Math.max(...runs.map((each) => each.startedAt + each.durationMs), startedAt) - startedAt;
	const redactor = redactorFor(settings, world);
	const judged = await judgeRun(redactRuns(runs, redactor), {
		settings,
		run,
		time: {
			startedAt,
			durationMs
		}
	}, world);
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
	}, world);
}
// src/post.ts
/** Entry of the `post` step: closes what a cancelled or killed main left open. It never fails the job. */
async function post() {
	const directory = process.env[`STATE_run-directory`] ?? "";
	if (directory === "" || process.env[`STATE_published`] === "true") return;
	const world = readWorld(import.meta.url, new AbortController().signal);
	try {
		await finishInterrupted(directory, world);
	} catch (error) {
		world.console.warning(`the run could not be finished: ${error instanceof Error ? error.message : String(error)}`);
	}
}
await post();
exitAfterFlush(0);
export {};
