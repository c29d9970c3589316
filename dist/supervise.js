import { n as TRACK_VARIABLE, t as processTreeOf } from "./chunks/process-tree.js";
import { appendFileSync, closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
// src/adapters/supervisor/signal-sequence.ts
/**
* Signals in order. SIGINT first, because it alone makes pytest, Behave and Playwright write their reports; SIGKILL
* follows by itself after the last rung. A cancelled job has 7.5 s in all, an orphan nobody waits for.
*/
function signalSequence(reason, graceMs) {
	switch (reason) {
		case "timeout":
		case "idle":
		case "run-timeout": return [{
			signal: "SIGINT",
			waitMs: graceMs
		}, {
			signal: "SIGTERM",
			waitMs: Math.min(graceMs, 2e3)
		}];
		case "cancelled":
		case "fail-fast": return [{
			signal: "SIGINT",
			waitMs: Math.min(graceMs, 3e3)
		}, {
			signal: "SIGTERM",
			waitMs: Math.min(graceMs, 1e3)
		}];
		case "parent-died": return [{
			signal: "SIGTERM",
			waitMs: 500
		}];
	}
}
// src/adapters/supervisor/log-bound.ts
/** Bytes after which the log is cut: its beginning and its end stay, at most three such pieces. */
const PIECE = 16777216;
/** Each round of catching up with a flood copies less than the one before. */
const MOST_ROUNDS = 12;
/**
* Bounds a log that a program appends to through its own descriptor. The first piece is kept as it is; later ones are
* moved aside and overwritten, so that the end survives whatever the program floods.
*/
var LogBound = class {
	logFile;
	dropped = 0;
	head;
	previous;
	constructor(logFile) {
		this.logFile = logFile;
		this.head = `${logFile}.head`;
		this.previous = `${logFile}.previous`;
	}
	/** Moves what is too much aside. Cheap when there is nothing to do; on a full disk nothing is moved. */
	check() {
		const size = sizeOf$1(this.logFile);
		if (size < PIECE) return;
		try {
			this.moveAside(size);
		} catch {}
	}
	/** Joins the pieces again once the program is gone; they stay as they are when the disk is full. */
	join() {
		this.check();
		if (!existsSync(this.head)) return;
		try {
			this.joinPieces();
		} catch {}
	}
	moveAside(size) {
		const isFirst = !existsSync(this.head);
		if (isFirst) writeFileSync(this.head, readRange(this.logFile, 0, PIECE));
		const rest = isFirst ? size - PIECE : size;
		const kept = Math.min(rest, PIECE / 2);
		this.dropped += sizeOf$1(this.previous) + rest - kept;
		writeFileSync(this.previous, readRange(this.logFile, size - kept, kept));
		const descriptor = openSync(this.logFile, "r+");
		this.catchUp(descriptor, size);
		ftruncateSync(descriptor, 0);
		closeSync(descriptor);
	}
	/** What the program wrote while we copied: its last words may be among it. */
	catchUp(descriptor, copied) {
		let end = copied;
		for (let round = 0; round < MOST_ROUNDS; round += 1) {
			const { size } = fstatSync(descriptor);
			if (size === end) return;
			appendFileSync(this.previous, readRange(this.logFile, end, size - end));
			end = size;
		}
	}
	joinPieces() {
		const last = existsSync(this.previous) ? [readFileSync(this.previous)] : [];
		const end = Buffer.concat([...last, readFileSync(this.logFile)]);
		const kept = end.subarray(-2 * PIECE);
		const dropped = this.dropped + end.length - kept.length;
		const note = dropped > 0 ? [Buffer.from(`\n[... about ${dropped} bytes of output left out ...]\n`)] : [];
		writeFileSync(this.logFile, Buffer.concat([
			readFileSync(this.head),
			...note,
			kept
		]));
		for (const file of [this.head, this.previous]) rmSync(file, { force: true });
	}
};
function readRange(file, from, length) {
	const buffer = Buffer.alloc(length);
	const descriptor = openSync(file, "r");
	try {
		return buffer.subarray(0, readSync(descriptor, buffer, 0, length, from));
	} finally {
		closeSync(descriptor);
	}
}
function sizeOf$1(file) {
	return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
// src/adapters/supervisor/supervised-program.ts
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** One program in its own process group, with a deadline; `run` resolves when it and all its descendants are gone. */
var SupervisedProgram = class {
	spec;
	startedAt = Date.now();
	log;
	child;
	tree;
	ended;
	reason = null;
	forced = false;
	gone = false;
	quiet = {
		size: -1,
		since: Date.now()
	};
	constructor(spec) {
		this.spec = spec;
		this.log = new LogBound(spec.logFile);
		this.child = start(spec);
		this.tree = processTreeOf(this.child.pid ?? -1, spec.track);
		this.ended = new Promise((resolve) => {
			this.child.once("error", (error) => resolve({
				exitCode: null,
				signal: null,
				startError: error.message
			}));
			this.child.once("exit", (exitCode, signal) => resolve({
				exitCode,
				signal,
				startError: ""
			}));
		});
	}
	async run() {
		const deadline = setTimeout(() => this.stop("timeout"), this.spec.timeoutMs);
		const ended = await this.ended;
		this.gone = true;
		clearTimeout(deadline);
		const durationMs = Date.now() - this.startedAt;
		const leaked = await this.sweep();
		this.log.join();
		return {
			...ended,
			reason: this.reason,
			durationMs,
			leaked
		};
	}
	/** To be called several times a second: idle time, log size, descendants. */
	tick() {
		this.log.check();
		this.tree.observe();
		const { idleTimeoutMs, logFile, eventsFile } = this.spec;
		if (idleTimeoutMs === null) return;
		const size = sizeOf(logFile) + (eventsFile === null ? 0 : sizeOf(eventsFile));
		if (size !== this.quiet.size) this.quiet = {
			size,
			since: Date.now()
		};
		else if (Date.now() - this.quiet.since >= idleTimeoutMs) this.stop("idle");
	}
	/** Climbs the signal ladder; a second order kills at once. */
	stop(reason, force = false) {
		if (this.gone) return;
		if (this.reason !== null || force) this.kill();
		if (this.reason !== null) return;
		this.reason = reason;
		this.climb(reason);
	}
	async climb(reason) {
		if (reason === "timeout" || reason === "idle") await this.askForStacks();
		for (const { signal, waitMs } of signalSequence(reason, this.spec.graceMs)) {
			if (this.isOver()) return;
			this.signalGroup(signal);
			await Promise.race([this.ended, sleep(waitMs)]);
		}
		if (!this.isOver()) this.kill();
	}
	isOver() {
		return this.gone || this.forced;
	}
	kill() {
		this.forced = true;
		this.signalGroup("SIGKILL");
		for (const { pid } of this.tree.survivors()) signalProcess(pid, "SIGKILL");
	}
	signalGroup(signal) {
		const { pid } = this.child;
		if (pid === void 0) return;
		if (process.platform === "win32") spawnSync("taskkill", [
			"/PID",
			String(pid),
			"/T",
			"/F"
		]);
		else signalProcess(-pid, signal);
	}
	/** Only processes that announced a handler get SIGUSR1: it kills all others. */
	async askForStacks() {
		if (this.spec.eventsFile === null || process.platform === "win32") return;
		const ours = new Set(this.tree.survivors().map(({ pid }) => pid));
		const pids = announcedPids(this.spec.eventsFile).filter((pid) => ours.has(pid));
		for (const pid of pids) signalProcess(pid, "SIGUSR1");
		if (pids.length > 0) await sleep(300);
	}
	async sweep() {
		const leaked = this.tree.survivors();
		if (leaked.length === 0) return [];
		for (const { pid } of leaked) signalProcess(pid, "SIGTERM");
		for (let waited = 0; waited < 300 && this.tree.survivors().length > 0; waited += 50) await sleep(50);
		for (let round = 0; round < 20; round += 1) {
			const left = this.tree.survivors();
			if (left.length === 0) break;
			for (const { pid } of left) signalProcess(pid, "SIGKILL");
			await sleep(50);
		}
		return leaked;
	}
};
function start(spec) {
	const [program, ...args] = spec.command;
	const outer = process.env[TRACK_VARIABLE];
	const track = outer === void 0 ? spec.track : `${outer}:${spec.track}`;
	const log = openSync(spec.logFile, "a");
	try {
		return spawn(program, args, {
			cwd: spec.cwd,
			env: {
				...process.env,
				[TRACK_VARIABLE]: track
			},
			detached: process.platform !== "win32",
			stdio: [
				"ignore",
				log,
				log
			],
			shell: process.platform === "win32" && /\.(cmd|bat)$/i.test(program),
			windowsHide: true
		});
	} finally {
		closeSync(log);
	}
}
/** Python runners register a handler that writes their stacks; the signal would end others. */
const ANNOUNCED = /^\{"e": "session".*"runner": "(?:pytest|behave)".*"pid": (\d+)/;
function announcedPids(eventsFile) {
	try {
		return readFileSync(eventsFile, "utf8").split("\n").flatMap((line) => ANNOUNCED.exec(line)?.[1] ?? []).map(Number);
	} catch {
		return [];
	}
}
function signalProcess(pid, signal) {
	try {
		process.kill(pid, signal);
	} catch {}
}
function sizeOf(file) {
	return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
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
		const text = readFileSync(stopFile, "utf8");
		if (text === lastOrder) return null;
		lastOrder = text;
		return JSON.parse(text);
	} catch {
		return null;
	}
}
await supervise(process.argv[2] ?? "");
export {};
