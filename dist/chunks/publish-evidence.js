import { $ as logProblems, Ct as identityOf, Or as addTotals, St as withHistoryNote, Tn as runConclusion, ct as publishSummary, ft as annotationsOf, hr as insidePath, in as buildView, it as NOTHING_MEASURED, lt as publishRemote, ot as publishContext, qr as publishedContext, rt as countOutputs, st as addToSummary, ut as publishingProblem, xt as readHistory, yt as baselineOf } from "./start.js";
import { i as withRunProblems, n as evidenceOfRun, r as reportFromEvidence, t as evidenceInFolder } from "./find-evidence.js";
// src/app/publish/publish-evidence.ts
/**
* Publishes the evidence of another run, which may come from a fork and is believed in nothing that matters: neither
* commit nor pull request. Fails only when something could not be published; the verdict is in the check and in the
* outputs.
*/
async function publishEvidence(settings, services) {
	const { github } = services.context;
	const api = settings.githubToken === null ? null : services.github(settings.githubToken);
	if (github === null || api === null) return nothing("`mode: publish` requires a GitHub workflow and `github-token`", "", services);
	const of = await publishedContext(github, settings, api);
	const { found, problems } = await search(settings, of, api, services);
	logProblems(problems, services.console);
	if (found.length === 0 && problems.length === 0) return nothing(`there is no evidence of run ${of.runId}`, `The action searched for artifacts whose name begins with ${settings.artifactName}. Set \`artifact-name\` if it has another name.`, services);
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
		logProblems([publishingProblem(`${evidence.place} is not valid evidence: ${read}`, "")], services.console);
		return null;
	}
	const reported = ofCommit(withRunProblems(read, texts), of.headSha);
	const github = {
		...of,
		...reported.manifest.job
	};
	const view = await viewOf(reported, evidence, settings, {
		...services,
		context: {
			...services.context,
			github
		}
	});
	const summary = await publishSummary(view, services);
	const annotations = annotationsOf(view, settings.annotations);
	const target = {
		identity: identityOf(github, [reported.manifest.runId, String(evidence.artifactId)]),
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
		report: reported.report,
		checkUrl
	};
}
/** Evidence of another commit proves nothing about the one that is published: it is never green there. */
function ofCommit(run, headSha) {
	const { commit } = run.manifest;
	if (commit === headSha) return run;
	const message = commit === "" ? "the evidence does not name the tested commit" : `the run tested ${commit.slice(0, 7)}, but the results are published for ${headSha.slice(0, 7)}`;
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
		pastNote: past.note,
		problems: [
			...problems,
			...past.problems,
			...withoutPullRequest(github)
		],
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
		message: `no open pull request has the head commit ${triggeredBy.headSha.slice(0, 7)}, so there is no comment`,
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
export { publishEvidence };
