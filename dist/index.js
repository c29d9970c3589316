import { E as exitAfterFlush, r as runAction, t as createServices } from "./chunks/services.js";
// src/main.ts
/** Entry of the step: runs the action, sets the exit status. The first signal cancels, and leaves the rest to `post`. */
async function main() {
	const cancellation = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cancellation.abort("cancelled"));
	const services = createServices(import.meta.url, cancellation.signal);
	try {
		const conclusion = await runAction(services);
		return conclusion === "success" || conclusion === "neutral" ? 0 : 1;
	} catch (error) {
		services.console.error(`qaagent-orchestrate broke: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
		services.step.setOutput("conclusion", "failure");
		return 1;
	}
}
exitAfterFlush(await main());
export {};
