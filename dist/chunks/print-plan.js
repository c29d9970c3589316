import { Dn as withLocalRemedy, Hn as prepare, In as qualityPreparer, Q as logPlan, Sn as isProposed, et as problemLine, sr as formatDuration } from "./start.js";
import { n as packagesAdvice } from "./examine-command.js";
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
		...isProposed(suite) ? ["  would be skipped, because it is only proposed:"] : [],
		problemLine(withLocalRemedy(found.problem, context))
	];
	const { setup, plan } = found.suite;
	const steps = [...setup === null ? [] : [setup.command], ...plan === null ? [] : [plan({
		number: 1,
		directory: "<attempt>",
		select: null
	}).command]];
	const advice = await packagesAdvice(suite, services);
	const note = advice === null ? [] : [problemLine({
		severity: "note",
		place: "",
		...advice
	})];
	return [
		head,
		...steps.map((command) => `  $ ${command.join(" ")}`),
		...note
	];
}
function thresholds({ coverage }, { context }) {
	const { lines, changedLines } = coverage;
	const isPull = context.github?.pullRequest !== null && context.github !== null;
	const asked = [...lines === null ? [] : [`${lines} % of lines`], ...changedLines === null ? [] : [`${changedLines} % of changed lines${isPull ? "" : " (not checked: this is not a pull request)"}`]];
	return asked.length === 0 ? [] : [`Coverage must reach ${asked.join(" and ")}`];
}
function publishing({ githubToken, comment, checkName, upload }, { context }) {
	const { github } = context;
	if (github === null) return ["Published: nothing, because this is not a workflow"];
	const pull = github.pullRequest;
	const layers = [
		"job summary",
		"annotations",
		...githubToken === null ? [] : [`check "${checkName}" on ${github.headSha.slice(0, 7)}`],
		...githubToken === null || pull === null || comment === "off" ? [] : [`comment on #${pull.number} (${comment})`],
		...upload === "never" ? [] : [`evidence (${upload})`]
	];
	const fork = pull?.fork === true ? ["The pull request comes from a fork, so the token is read-only and neither a check run nor a comment is published"] : [];
	return [`Published: ${layers.join(", ")}`, ...fork];
}
export { printPlan };
