#!/usr/bin/env node
import { n as startsAsStep, t as createServices, zt as exitAfterFlush } from "./chunks/services.js";
import { t as runAction } from "./chunks/run-action.js";
import { closeSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
// src/adapters/own-environment.ts
/** Inputs, tokens and command files of the step, which processes of the same user could read in `/proc/<pid>/environ`. */
const PRIVATE = /^(?:INPUT_.*|STATE_.*|ACTIONS_(?:RUNTIME|RESULTS|CACHE|ID_TOKEN).*|GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)|ANTHROPIC_API_KEY|[^=]*(?:TOKEN|SECRET|PASSWORD|API_KEY))$/i;
/**
* Takes what is private out of the memory from which Linux serves this process's environment to others; `process.env`
* keeps all of it, on the heap. Nothing happens where the system does not let a process write there.
*/
function hideOwnEnvironment() {
	if (process.platform !== "linux") return;
	try {
		const kept = Object.entries(process.env).filter(([name]) => PRIVATE.test(name));
		wipe(environmentStart());
		for (const [name, value] of kept) process.env[name] = value;
	} catch {}
}
/** Address of the first variable: the 50th field of `stat`; names of programs may hold blanks. */
function environmentStart() {
	const stat = readFileSync("/proc/self/stat", "latin1");
	return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[47]);
}
/** Overwrites each private variable in place with zeros; the others keep their places. */
function wipe(start) {
	const area = readFileSync("/proc/self/environ");
	const memory = openSync("/proc/self/mem", "r+");
	try {
		const found = Buffer.alloc(area.length);
		readSync(memory, found, 0, area.length, start);
		if (!found.equals(area)) return;
		let at = 0;
		for (const entry of area.toString("latin1").split("\0")) {
			if (PRIVATE.test(entry.slice(0, Math.max(0, entry.indexOf("="))))) writeSync(memory, Buffer.alloc(entry.length), 0, entry.length, start + at);
			at += entry.length + 1;
		}
	} finally {
		closeSync(memory);
	}
}
// src/main.ts
/** Entry of the step and of the command line. The first signal cancels, and leaves the rest to `post`. */
async function main() {
	hideOwnEnvironment();
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
