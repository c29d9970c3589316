#!/usr/bin/env node
import { Jr as exitAfterFlush, Xr as hideOwnEnvironment, Yr as limitYoungHeap, l as runAction, n as startsAsStep, t as createServices } from "./chunks/start.js";
// src/main.ts
/** Entry of the step and of the command line. The first signal cancels, and leaves the rest to `post`. */
async function main() {
	hideOwnEnvironment();
	limitYoungHeap();
	const cancellation = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cancellation.abort("cancelled"));
	if (!startsAsStep()) {
		const { runCommandLine } = await import("./chunks/command-line.js");
		return runCommandLine(process.argv.slice(2), {
			entryUrl: import.meta.url,
			cancelled: cancellation.signal,
			guarded
		});
	}
	const services = createServices(import.meta.url, cancellation.signal);
	return guarded(services, async () => {
		const conclusion = await runAction(services);
		return conclusion === "success" || conclusion === "neutral" ? 0 : 1;
	});
}
/** A bug or a broken disk: whatever was written stays, and the process fails. */
async function guarded({ console, step }, work) {
	try {
		return await work();
	} catch (error) {
		console.error(`qaagent-orchestrate broke: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
		step.setOutput("conclusion", "failure");
		return 1;
	}
}
exitAfterFlush(await main());
export {};
