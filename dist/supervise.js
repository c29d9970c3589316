import { a as endProcesses, i as TRACK_VARIABLE, n as KEPT_NODE_OPTIONS, o as signalProcess, r as SHELL_VARIABLES, t as processTreeOf, u as readRegularSync } from "./chunks/process-tree.js";
import { appendFileSync, closeSync, constants, existsSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tmpdir } from "node:os";
import { spawn, spawnSync } from "node:child_process";
// src/adapters/supervisor/output-log.ts
/** Bytes of the beginning and of the end of an output that are kept. */
const PIECE = 16777216;
/** The log of a program: its beginning in the file at once, and its end, kept in memory until the program is gone. */
var OutputLog = class {
	file;
	/** Bytes that the program printed. */
	bytes = 0;
	headBytes = 0;
	tail = null;
	/** Bytes that went into the tail, which is overwritten in a circle. */
	tailBytes = 0;
	constructor(file) {
		this.file = file;
		this.append(Buffer.alloc(0));
	}
	write(chunk) {
		this.bytes += chunk.length;
		const room = Math.max(0, PIECE - this.headBytes);
		const head = chunk.subarray(0, room);
		if (head.length > 0) this.append(head);
		this.headBytes += head.length;
		if (chunk.length > head.length) this.keep(chunk.subarray(head.length));
	}
	/** Adds the end of the output to the file, behind a note of what was left out. */
	join() {
		if (this.tail === null) return;
		const dropped = this.tailBytes - PIECE;
		const at = this.tailBytes % PIECE;
		if (dropped <= 0) this.append(this.tail.subarray(0, this.tailBytes));
		else {
			this.append(Buffer.from(`\n[... ${dropped} bytes of output left out ...]\n`));
			this.append(this.tail.subarray(at));
			this.append(this.tail.subarray(0, at));
		}
		this.tail = null;
	}
	keep(chunk) {
		this.tail ??= Buffer.alloc(PIECE);
		for (let done = 0; done < chunk.length;) {
			const copied = chunk.copy(this.tail, this.tailBytes % PIECE, done);
			done += copied;
			this.tailBytes += copied;
		}
	}
	append(bytes) {
		try {
			appendFileSync(this.file, bytes);
		} catch {}
	}
};
// src/adapters/supervisor/output-pipe.ts
const IDLE_MS = 20;
const CHUNK = 262144;
/** A pipe that holds as much is likely to be filled again at once. */
const MUCH = 16384;
const EAGER_TURNS = 20;
/** At most that much in one turn: signals and deadlines are served between turns. */
const TURN_BYTES = 2097152;
/** A program that prints more within a window waits for the next one, so that a flood costs little. */
const WINDOW_MS = 100;
const WINDOW_BYTES = 16777216;
/** More than a pipe holds, for what a program printed last. */
const LAST_BYTES = 4194304;
/**
* A pipe for the output of a program, which waits while the pipe is full. It has a name for a moment only: programs can
* open `/dev/stdout`, which they cannot with the sockets that Node.js passes.
*/
var OutputPipe = class OutputPipe {
	onOutput;
	/** What the program inherits; to be closed once it has started. */
	writeEnd;
	readEnd;
	buffer = Buffer.alloc(CHUNK);
	timer;
	/** Turns for which a program that printed much is expected to print more. */
	eager = 0;
	window = {
		since: 0,
		bytes: 0
	};
	constructor(path, onOutput) {
		this.onOutput = onOutput;
		this.readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
		this.writeEnd = openSync(path, constants.O_WRONLY);
		this.wait(IDLE_MS);
	}
	/** A pipe, or null where the system has none with a name. */
	static open(directory, onOutput) {
		if (process.platform === "win32") return null;
		for (const folder of [directory, tmpdir()]) {
			const path = join(folder, `output-${process.pid}.pipe`);
			try {
				if (spawnSync("mkfifo", [
					"-m",
					"600",
					path
				], {
					env: { PATH: "/usr/bin:/bin" },
					stdio: "ignore"
				}).status === 0) return new OutputPipe(path, onOutput);
			} catch {} finally {
				rmSync(path, { force: true });
			}
		}
		return null;
	}
	/** Reads what is left and closes the pipe; processes that survived may still hold its other end. */
	close() {
		clearTimeout(this.timer);
		for (let total = 0, read = 1; read > 0 && total < LAST_BYTES; total += read) read = this.read();
		closeSync(this.readEnd);
	}
	wait(milliseconds) {
		this.timer = setTimeout(() => this.readOn(), milliseconds);
	}
	/** Reads for as long as the pipe is filled again, within the bytes of a window. */
	readOn() {
		const now = performance.now();
		if (now - this.window.since >= WINDOW_MS) this.window = {
			since: now,
			bytes: 0
		};
		const before = this.window.bytes;
		for (let read = MUCH; read >= MUCH && this.window.bytes - before < TURN_BYTES;) {
			read = this.read();
			this.window.bytes += read;
		}
		this.eager = this.window.bytes - before >= MUCH ? EAGER_TURNS : Math.max(0, this.eager - 1);
		this.wait(this.eager > 0 && this.window.bytes < WINDOW_BYTES ? 1 : IDLE_MS);
	}
	read() {
		try {
			const read = readSync(this.readEnd, this.buffer, 0, CHUNK, null);
			if (read > 0) this.onOutput(this.buffer.subarray(0, read));
			return read;
		} catch {
			return 0;
		}
	}
};
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
// src/adapters/supervisor/windows-command.ts
/** Characters that cmd.exe obeys outside of its own quotes. */
const META = /[()\][%!^"`<>&|;, *?]/g;
/**
* How Windows starts a command: batch files (`npx.cmd`) through cmd.exe with every argument quoted for it, a line of
* cmd.exe as it was written, any other program as it is.
*/
function windowsCommand(command, comSpec) {
	const [program, ...args] = command;
	if (/\.(cmd|bat)$/i.test(program)) return {
		program: comSpec,
		args: [
			"/d",
			"/s",
			"/c",
			`"${[program.replace(META, "^$&"), ...args.map(quoteForBatch)].join(" ")}"`
		],
		verbatim: true
	};
	const line = args.at(-1);
	if (/(^|[\\/])cmd(\.exe)?$/i.test(program) && line !== void 0 && /^\/c$/i.test(args.at(-2) ?? "")) return {
		program,
		args: [...args.slice(0, -1), `"${line}"`],
		verbatim: true
	};
	return {
		program,
		args,
		verbatim: false
	};
}
/**
* An argument for a batch file: quoted by the rules of C programs, then escaped for cmd.exe twice, because it reads the
* line once itself and once more where the batch file passes `%*` on.
*/
function quoteForBatch(argument) {
	return `"${argument.replace(/(\\*)"/g, "$1$1\\\"").replace(/(\\*)$/, "$1$1")}"`.replace(META, "^$&").replace(META, "^$&");
}
// src/adapters/supervisor/supervised-program.ts
const POLL_MS = 50;
/** How long the program may take to go after SIGKILL; one of another user never goes. */
const KILLED_MS = 2e3;
/** For what outlives a program that ended by itself. After a stop it has had its grace. */
const LEAK_GRACE_MS = 1e3;
const SWEEP_GRACE_MS = 300;
const SERVICE_POLL_MS = 250;
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** One program in its own process group, with a deadline; `run` resolves when it and all its descendants are gone. */
var SupervisedProgram = class {
	spec;
	startedAt = performance.now();
	log;
	output;
	child;
	tree;
	ended;
	giveUp = () => void 0;
	reason = null;
	stoppedAt = null;
	stopping = null;
	forced = false;
	hasEnded = false;
	gone = false;
	quiet = {
		bytes: -1,
		since: performance.now()
	};
	constructor(spec) {
		this.spec = spec;
		this.log = new OutputLog(spec.logFile);
		const write = (chunk) => this.log.write(chunk);
		this.output = OutputPipe.open(dirname(spec.statusFile), write);
		this.child = start(spec, this.output, write);
		this.tree = processTreeOf(this.child.pid ?? -1, spec);
		this.ended = new Promise((resolve) => {
			this.giveUp = resolve;
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
		this.ended.then(() => this.hasEnded = true);
	}
	async run() {
		const deadline = setTimeout(() => this.stop("timeout"), this.spec.timeoutMs);
		const ended = await this.ended;
		clearTimeout(deadline);
		const isService = this.leavesService(ended);
		if (isService) await this.serve();
		await this.stopping;
		this.gone = true;
		const durationMs = Math.round(performance.now() - this.startedAt);
		const swept = await endProcesses(() => this.tree.survivors(), this.sweepGrace(isService));
		this.output?.close();
		this.log.join();
		const stop = this.stoppedAt === null ? {} : { stoppedAt: this.stoppedAt };
		return {
			...ended,
			reason: this.reason,
			...stop,
			durationMs,
			...swept
		};
	}
	leavesService({ exitCode }) {
		const { service } = this.spec;
		if (service === void 0 || service === null || exitCode !== 0 || this.reason !== null) return false;
		return !existsSync(service.readyFile) || this.tree.survivors().length > 0;
	}
	/** Waits for a stop, or for the end of all processes that the program has left; it may have left none, as with containers. */
	async serve() {
		const left = this.tree.survivors().length;
		writeFileSync(this.spec.service?.leftFile ?? "", JSON.stringify({ processes: left }));
		while (this.reason === null && (left === 0 || this.tree.living().length > 0)) await sleep(SERVICE_POLL_MS);
	}
	sweepGrace(isService) {
		if (isService) return this.spec.graceMs;
		return this.reason === null ? Math.min(this.spec.graceMs, LEAK_GRACE_MS) : SWEEP_GRACE_MS;
	}
	/** To be called several times a second: idle time, descendants. */
	tick() {
		this.tree.observe();
		const { idleTimeoutMs, eventsFile } = this.spec;
		if (idleTimeoutMs === null) return;
		const bytes = this.log.bytes + (eventsFile === null ? 0 : sizeOf(eventsFile));
		if (bytes !== this.quiet.bytes) this.quiet = {
			bytes,
			since: performance.now()
		};
		else if (performance.now() - this.quiet.since >= idleTimeoutMs) this.stop("idle");
	}
	/** Sends the signals in their order; a second order kills at once. */
	stop(reason, force = false) {
		if (this.gone) return;
		if (this.reason !== null || force) this.kill();
		if (this.reason !== null) return;
		this.reason = reason;
		this.stopping = this.signalInTurn(reason);
	}
	async signalInTurn(reason) {
		if (reason === "timeout" || reason === "idle") await this.askForStacks();
		this.stoppedAt = Math.round(performance.timeOrigin + performance.now());
		for (const { signal, waitMs } of signalSequence(reason, this.spec.graceMs)) {
			if (this.isOver()) break;
			this.signalGroups(signal);
			await waitUntil(() => this.isOver(), waitMs);
		}
		if (!this.isOver()) this.kill();
		await waitUntil(() => this.hasEnded, KILLED_MS);
		if (!this.hasEnded) this.giveUp({
			exitCode: null,
			signal: null,
			startError: ""
		});
	}
	/** True when nothing that received the signal is left. */
	isOver() {
		return this.forced || this.hasEnded && this.tree.groups().length === 0;
	}
	kill() {
		this.forced = true;
		this.signalGroups("SIGKILL");
		for (const { pid } of this.tree.survivors()) signalProcess(pid, "SIGKILL");
	}
	signalGroups(signal) {
		const { pid } = this.child;
		if (pid === void 0) return;
		if (process.platform === "win32") spawnSync("taskkill", [
			"/PID",
			String(pid),
			"/T",
			"/F"
		]);
		else {
			const groups = this.hasEnded ? this.tree.groups() : [pid, ...this.tree.groups()];
			for (const group of new Set(groups)) signalProcess(-group, signal);
		}
	}
	/** Only processes that announced a handler get SIGUSR1: it kills all others. */
	async askForStacks() {
		if (this.spec.eventsFile === null || process.platform === "win32") return;
		const ours = new Set(this.tree.survivors().map(({ pid }) => pid));
		const pids = announcedPids(this.spec.eventsFile).filter((pid) => ours.has(pid));
		for (const pid of pids) signalProcess(pid, "SIGUSR1");
		if (pids.length > 0) await sleep(300);
	}
};
async function waitUntil(holds, limitMs) {
	const until = performance.now() + limitMs;
	while (!holds() && performance.now() < until) await sleep(Math.min(POLL_MS, limitMs));
}
function start(spec, output, write) {
	const { program, args, verbatim } = commandHere(spec.command);
	const end = output === null ? "pipe" : output.writeEnd;
	const child = spawn(program, [...args], {
		cwd: spec.cwd,
		env: environmentOf(spec),
		detached: process.platform !== "win32",
		stdio: [
			"ignore",
			end,
			end
		],
		windowsVerbatimArguments: verbatim,
		windowsHide: true
	});
	for (const stream of [child.stdout, child.stderr]) stream?.on("data", write);
	if (output !== null) closeSync(output.writeEnd);
	return child;
}
function commandHere(command) {
	const [program, ...args] = command;
	if (process.platform !== "win32") return {
		program,
		args,
		verbatim: false
	};
	return windowsCommand(command, process.env["ComSpec"] ?? "cmd.exe");
}
/** The environment of this process, which is the program's save for what Node.js itself would obey. */
function environmentOf({ track, shellVariables }) {
	const { [KEPT_NODE_OPTIONS]: nodeOptions, ...env } = process.env;
	const own = Object.entries(env).filter(([name]) => !SHELL_VARIABLES.includes(name));
	const outer = env[TRACK_VARIABLE];
	return {
		...Object.fromEntries(own),
		...shellVariables,
		...nodeOptions === void 0 ? {} : { NODE_OPTIONS: nodeOptions },
		[TRACK_VARIABLE]: outer === void 0 ? track : `${outer}:${track}`
	};
}
/** Python runners register a handler that writes their stacks; the signal would end others. */
const ANNOUNCED = /^\{"e": "session".*"runner": "(?:pytest|behave)".*"pid": (\d+)/;
function announcedPids(eventsFile) {
	try {
		return readRegularSync(eventsFile).split("\n").flatMap((line) => ANNOUNCED.exec(line)?.[1] ?? []).map(Number);
	} catch {
		return [];
	}
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
