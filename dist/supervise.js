import { d as readRegularSync, t as SupervisedProgram } from "./chunks/supervisor.js";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
// src/supervise.ts
/** Child entry: runs one program to its end, whatever it takes, and leaves a status file. Exit status 0 means just that. */
async function supervise(specFile) {
	const spec = JSON.parse(readFileSync(specFile, "utf8"));
	const program = new SupervisedProgram(spec);
	const ticker = setInterval(() => {
		const order = readOrder(spec.stopFile);
		if (order !== null) program.stop(order.reason, order.force);
		program.tick();
	}, 100);
	process.on("SIGINT", () => void 0);
	for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => program.stop("cancelled"));
	process.stdin.on("end", () => program.stop("parent-died")).resume();
	for (const stream of [
		process.stdin,
		process.stdout,
		process.stderr
	]) stream.on("error", () => void 0);
	const status = await program.run();
	clearInterval(ticker);
	leave(status, spec.statusFile);
}
/** A full disk takes the file; then the parent hears it on our output. */
function leave(status, statusFile) {
	const text = JSON.stringify(status);
	try {
		writeFileSync(`${statusFile}.tmp`, text);
		renameSync(`${statusFile}.tmp`, statusFile);
		process.exit(0);
	} catch {
		process.stdout.write(`${text}\n`, () => process.exit(0));
	}
}
let lastOrder = "";
function readOrder(stopFile) {
	try {
		const text = readRegularSync(stopFile);
		if (text === lastOrder) return null;
		lastOrder = text;
		return JSON.parse(text);
	} catch {
		return null;
	}
}
await supervise(process.argv[2] ?? "");
export {};
