import { appendFileSync, closeSync, constants, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { copyFile, open } from "node:fs/promises";
import { execFileSync, spawn, spawnSync } from "node:child_process";
// src/text/text-buffer.ts
const BUFFER_BYTES = 1 << 18;
/** Of a UTF-16 unit in UTF-8, at most. */
const UNIT_BYTES = 3;
const PART_UNITS = Math.floor(BUFFER_BYTES / UNIT_BYTES);
/** Encodes text into one buffer and passes it on whenever it is full; `flush` passes on the rest. */
var TextBuffer = class {
	#into = Buffer.allocUnsafe(BUFFER_BYTES);
	#take;
	#filled = 0;
	/** `take` must not keep the bytes. */
	constructor(take) {
		this.#take = take;
	}
	/** Appends text of any length. */
	text(text) {
		if (text.length > PART_UNITS) {
			for (let from = 0, to = 0; from < text.length; from = to) {
				to = partEnd(text, from);
				this.text(text.slice(from, to));
			}
			return;
		}
		if (text.length * UNIT_BYTES > BUFFER_BYTES - this.#filled) this.flush();
		this.#filled += this.#into.write(text, this.#filled);
	}
	/** Appends what `encode` returned, or what stands in a file. */
	bytes(encoded) {
		if (encoded.length > BUFFER_BYTES - this.#filled) this.flush();
		if (encoded.length > BUFFER_BYTES) {
			this.#take(encoded);
			return;
		}
		this.#into.set(encoded, this.#filled);
		this.#filled += encoded.length;
	}
	/** Passes on what has not been passed on yet. */
	flush() {
		if (this.#filled > 0) this.#take(this.#into.subarray(0, this.#filled));
		this.#filled = 0;
	}
};
/** Where the next part of a text ends: no pair of surrogates is cut in two. */
function partEnd(text, from) {
	const end = from + PART_UNITS;
	if (end >= text.length) return text.length;
	return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
/** The bytes of a text that is written again and again. */
function encode(text) {
	return Buffer.from(text);
}
/** Remembers the bytes of the last answer: what stands beside each other in a report is often the same. */
function lastEncoded(of) {
	let known;
	let answer = encode("");
	return (value) => {
		if (value === known) return answer;
		known = value;
		answer = encode(of(value));
		return answer;
	};
}
/** Nearly every text: nothing that JSON escapes. */
const PLAIN = /^[^"\\\x00-\x1f\ud800-\udfff]*$/;
/** What stands between the quotes of a text in JSON. */
function insideJson(text) {
	return PLAIN.test(text) ? text : JSON.stringify(text).slice(1, -1);
}
// src/adapters/regular-file.ts
/** Opening a pipe without this flag waits for its writer, possibly for ever. Windows has neither. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** Error code of a path that leads to a pipe, a device or a folder. */
const NOT_A_FILE = "ENOTFILE";
/** Opens a regular file for reading; rejects for a pipe, device or folder, reading which may never end. */
async function openRegular(path) {
	const handle = await open(path, READ);
	if ((await handle.stat()).isFile()) return handle;
	await handle.close();
	throw notRegular(path);
}
/** The text of a regular file; throws for anything else. */
function readRegularSync(path) {
	return withRegular(path, (descriptor) => readFileSync(descriptor, "utf8"));
}
/** For these, waiting for the thread pool costs more than the work. */
const SMALL_BYTES = 1 << 18;
/** A small regular file, read at once; null when it is larger. Throws for a pipe, device or folder. */
function readSmall(path) {
	return withRegular(path, (descriptor, bytes) => {
		if (bytes > SMALL_BYTES) return null;
		return bytes === 0 ? readFileSync(descriptor) : readBytes(descriptor, 0, Buffer.allocUnsafe(bytes));
	});
}
/** At most `maxBytes` of a regular file from `offset` on. Throws for a pipe, device or folder. */
function readPart(path, offset, maxBytes) {
	return withRegular(path, (descriptor, bytes) => {
		return readBytes(descriptor, offset, Buffer.allocUnsafe(Math.min(maxBytes, Math.max(0, bytes - offset))));
	});
}
/** Fills the buffer from an offset of a file on; what is returned ends where the file does. */
function readBytes(descriptor, offset, into) {
	let filled = 0;
	while (filled < into.length) {
		const read = readSync(descriptor, into, filled, into.length - filled, offset + filled);
		if (read === 0) break;
		filled += read;
	}
	return into.subarray(0, filled);
}
/** Copies a regular file, a small one at once, and makes the parents of the target. Rejects for a pipe, device or folder. */
async function copyRegular(from, to) {
	const small = readSmall(from);
	if (small !== null) {
		writeBytes(to, small);
		return;
	}
	mkdirSync(dirname(to), { recursive: true });
	await copyFile(from, to);
}
/** Does what needs the parents of a path; most often they are there. */
function withParents(path, work) {
	try {
		return work();
	} catch (error) {
		if (error.code !== "ENOENT") throw error;
		mkdirSync(dirname(path), { recursive: true });
		return work();
	}
}
/** Writes a file at once, with its parents, and remembers its digest. */
function writeBytes(path, bytes) {
	const descriptor = withParents(path, () => openSync(path, "w"));
	try {
		writeAll(descriptor, bytes);
		remember(path, fstatSync(descriptor), sha256Of(bytes));
	} finally {
		closeSync(descriptor);
	}
}
function writeAll(descriptor, bytes) {
	for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at, bytes.length - at);
}
const sha256Of = (bytes) => createHash("sha256").update(bytes).digest("hex");
function withRegular(path, use) {
	const descriptor = openSync(path, READ);
	try {
		const info = fstatSync(descriptor);
		if (!info.isFile()) throw notRegular(path);
		return use(descriptor, info.size);
	} finally {
		closeSync(descriptor);
	}
}
function notRegular(path) {
	return Object.assign(/* @__PURE__ */ new Error(`${path} is not a regular file`), { code: NOT_A_FILE });
}
const written = /* @__PURE__ */ new Map();
/** The digest of a file that this process wrote and that is as it was written; null for any other. */
function digestOfWritten(path) {
	const known = written.get(path);
	return known !== void 0 && isAsWritten(known, statSync(path)) ? known.sha256 : null;
}
/** Whatever is written to a file changes the time of its last change. */
function isAsWritten(known, { ino, size, mtimeMs, ctimeMs }) {
	return known.ino === ino && known.size === size && known.mtimeMs === mtimeMs && known.ctimeMs === ctimeMs;
}
function remember(path, { ino, size, mtimeMs, ctimeMs }, sha256) {
	written.set(path, {
		ino,
		size,
		mtimeMs,
		ctimeMs,
		sha256
	});
}
/**
* Writes a file at once, with its parents, whole or not at all: for the few files of a run, waiting for the thread pool
* costs more than the work.
*/
function writeWhole(path, text) {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
	try {
		const sha256 = writeText(temporary, typeof text === "string" ? (out) => out.text(text) : text);
		renameSync(temporary, path);
		remember(path, statSync(path), sha256);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}
/** Writes a new file piece by piece. Returns its digest. */
function writeText(path, write) {
	const hash = createHash("sha256");
	const file = openSync(path, "w");
	const buffer = new TextBuffer((bytes) => {
		hash.update(bytes);
		writeAll(file, bytes);
	});
	try {
		write(buffer);
		buffer.flush();
	} finally {
		closeSync(file);
	}
	return hash.digest("hex");
}
// src/adapters/supervisor/end-processes.ts
const sleep$1 = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const ROUND_MS = 20;
/** How long a process may take to go after SIGKILL. */
const KILLED_MS$1 = 1e3;
/** Lists that must be empty, one after the other, before nothing is left; more where something was found before. */
const EMPTY_LISTS = {
	atFirst: 3,
	later: 15
};
/** A program that starts processes faster than they can be ended is given up after that. */
const LIMIT_MS = 15e3;
/** Sends a signal to a process, or with a negative number to a group. One that is gone or another user's is no error. */
function signalProcess(pid, signal) {
	try {
		process.kill(pid, signal);
	} catch {}
}
/**
* Ends all processes of a list, which is asked again because dying processes start others: SIGTERM with time to stop,
* then SIGKILL. What is left after that, another user's for instance, remains.
*/
async function endProcesses(listOnce, graceMs) {
	const leaked = confirmed(listOnce, EMPTY_LISTS.atFirst).map(nameOf);
	if (leaked.length === 0) return { leaked };
	const list = (onFound) => confirmed(() => listOnce(onFound), EMPTY_LISTS.later);
	for (const { pid } of leaked) signalProcess(pid, "SIGTERM");
	const until = performance.now() + graceMs;
	while (performance.now() < until && list().length > 0) await sleep$1(ROUND_MS);
	const remaining = (await killAll(list)).map(nameOf);
	return remaining.length === 0 ? { leaked } : {
		leaked,
		remaining
	};
}
/** While a list is made, a process can start another one and end, so that neither is in it: an empty list is made again. */
function confirmed(list, emptyLists) {
	for (let round = 1;; round += 1) {
		const found = list();
		if (found.length > 0 || round === emptyLists) return found;
	}
}
/**
* Kills until nothing is left, or nothing new has appeared for a while. A busy machine may take longer for one list than for
* all that, and a process that only starts another one is gone once a list is complete: each is killed when it is found.
*/
async function killAll(list) {
	const limit = performance.now() + LIMIT_MS;
	const seen = /* @__PURE__ */ new Set();
	const kill = (pid) => signalProcess(pid, "SIGKILL");
	let until = 0;
	let left = list(kill);
	while (left.length > 0) {
		if (left.some(({ pid }) => !seen.has(pid))) until = performance.now() + KILLED_MS$1;
		else if (performance.now() >= until) break;
		for (const { pid } of left) {
			seen.add(pid);
			kill(pid);
		}
		if (performance.now() >= limit) break;
		await sleep$1(left.length > 50 ? 0 : ROUND_MS);
		left = list(kill);
	}
	return left;
}
const nameOf = ({ pid, name }) => ({
	pid,
	name
});
// src/adapters/supervisor/spec.ts
/** Environment variable by which every descendant of an attempt is recognised. */
const TRACK_VARIABLE = "QAAGENT_TRACK";
/** Variables that a shell sets by itself. */
const SHELL_VARIABLES = [
	"PWD",
	"OLDPWD",
	"SHLVL",
	"_"
];
/** Carries `NODE_OPTIONS` to the program past the supervisor, a Node.js process that would obey them itself. */
const KEPT_NODE_OPTIONS = "QAAGENT_NODE_OPTIONS";
// src/adapters/supervisor/linux-processes.ts
/** More processes that start while the others are read are left to the next list. */
const MOST_NEW = 1e4;
/**
* Every process that is alive, as it is read: those with high numbers first, then those that started meanwhile, oldest first.
* A process that ends before it is read has started its successor by then, so that one of a chain is always found.
*/
function* linuxProcesses() {
	const before = newestPid();
	const listed = new Set(readdirSync("/proc").map(Number).filter(Number.isInteger));
	for (const pid of [...listed].sort((one, other) => other - one)) {
		const row = readEntry(pid);
		if (row !== null && !row.isDead) yield row;
	}
	for (const pid of newPids(before)) {
		const row = listed.has(pid) || !isProcess(pid) ? null : readEntry(pid);
		if (row !== null && !row.isDead) yield row;
	}
}
/** Numbers given since `before`, until there are no newer ones. */
function* newPids(before) {
	for (let pid = before + 1; before > 0 && pid <= before + MOST_NEW && pid <= newestPid(); pid += 1) yield pid;
}
/** The number given last, to a process or thread, from loadavg (see proc(5)); 0 when it cannot be read. */
const newestPid = () => Number(read("/proc/loadavg").trim().split(" ").at(-1) ?? 0) || 0;
/** False for a thread, whose number has a folder that no listing shows. */
const isProcess = (pid) => read(`/proc/${pid}/status`).includes(`\nTgid:\t${pid}\n`);
/** When a process started, also one that is dead and not yet reaped; null when there is none. */
function startOfProcess(pid) {
	return readEntry(pid)?.startedAt ?? null;
}
function readEntry(pid) {
	const stat = read(`/proc/${pid}/stat`);
	const end = stat.lastIndexOf(")");
	if (end < 0) return null;
	const fields = stat.slice(end + 2).split(" ");
	const [parent = 0, group = 0, session = 0] = fields.slice(1, 4).map(Number);
	const name = stat.slice(stat.indexOf("(") + 1, end);
	const isDead = fields[0] === "Z" || fields[0] === "X";
	return {
		pid,
		name,
		parent,
		group,
		session,
		startedAt: Number(fields[19]),
		isDead
	};
}
/** True when the process inherited the variable of an attempt. */
function inheritsVariable(pid, track) {
	const variable = `${TRACK_VARIABLE}=`;
	return read(`/proc/${pid}/environ`).split("\0").find((entry) => entry.startsWith(variable))?.slice(variable.length).split(":").includes(track) === true;
}
/** True when the process inherited the resource limit of an attempt, which a new environment, session or user keeps. */
function inheritsLimit(pid, mark) {
	return (read(`/proc/${pid}/limits`).split("\n").find((each) => each.startsWith("Max file locks")) ?? "").slice(14).trim().split(/\s+/)[0] === String(mark);
}
function read(path) {
	try {
		return readFileSync(path, "latin1");
	} catch {
		return "";
	}
}
// src/adapters/supervisor/linux-tree.ts
/** Observing takes at most this part of the time, however many processes the machine has. */
const OBSERVED_SHARE = .03;
/**
* Remembers every process seen below the root: members of its session and group, their children, and what inherited its
* variable or limit. A new environment, title, session, user or parent hides no process from all of these at once.
*/
var LinuxTree = class {
	root;
	marks;
	/** When each known process started, by pid: the system reuses numbers. */
	known = /* @__PURE__ */ new Map();
	since;
	nextObservation = 0;
	constructor(root, marks) {
		this.root = root;
		this.marks = marks;
		const start = root > 0 ? startOfProcess(root) : null;
		this.since = start ?? 0;
		if (start !== null) this.known.set(root, start);
	}
	observe() {
		const startedAt = performance.now();
		if (startedAt < this.nextObservation) return;
		this.follow([...linuxProcesses()]);
		const endedAt = performance.now();
		this.nextObservation = endedAt + (endedAt - startedAt) / OBSERVED_SHARE;
	}
	living() {
		const rows = [...linuxProcesses()];
		this.follow(rows);
		return rows.filter((row) => row.pid !== process.pid && this.isKnown(row));
	}
	survivors(onFound = () => void 0) {
		const rows = [];
		for (const row of linuxProcesses()) {
			rows.push(row);
			if (row.startedAt >= this.since && !this.isKnown(row) && this.inherits(row.pid)) this.known.set(row.pid, row.startedAt);
			if (row.pid !== process.pid && this.isKnown(row)) onFound(row.pid);
		}
		this.follow(rows);
		return rows.filter((row) => row.pid !== process.pid && this.isKnown(row));
	}
	groups() {
		const rows = [...linuxProcesses()];
		this.follow(rows);
		const isOwn = this.sessionMember(rows);
		return [...new Set(rows.filter((row) => this.isKnown(row) && isOwn(row)).map(({ group }) => group))];
	}
	inherits(pid) {
		const { track, mark } = this.marks;
		return inheritsVariable(pid, track) || mark > 0 && inheritsLimit(pid, mark);
	}
	follow(rows) {
		const byPid = new Map(rows.map((row) => [row.pid, row]));
		const isOwn = this.sessionMember(rows);
		const isChild = ({ parent }) => {
			const found = byPid.get(parent);
			return found !== void 0 && found.pid !== process.pid && this.isKnown(found);
		};
		for (let grown = true; grown;) {
			const before = this.known.size;
			for (const row of rows) if (!this.isKnown(row) && (isChild(row) || isOwn(row))) this.known.set(row.pid, row.startedAt);
			grown = this.known.size > before;
		}
	}
	isKnown({ pid, startedAt }) {
		return this.known.get(pid) === startedAt;
	}
	/** The number of a session stays taken while it has members; a later process of that number belongs to another one. */
	sessionMember(rows) {
		const leader = rows.find(({ pid }) => pid === this.root);
		const isOurs = this.root > 0 && (leader === void 0 || leader.startedAt === this.since);
		return ({ session, group, startedAt }) => isOurs && startedAt >= this.since && (session === this.root || group === this.root);
	}
};
// src/adapters/supervisor/process-tree.ts
/** Linux and macOS follow sessions, groups and parents, Linux also what processes inherit; Windows ends trees by `taskkill`. */
function processTreeOf(root, marks) {
	if (process.platform === "linux") return new LinuxTree(root, marks);
	if (process.platform === "darwin") return new SnapshotTree(root);
	return {
		observe: () => void 0,
		living: () => [],
		survivors: () => [],
		groups: () => []
	};
}
/** Remembers every process seen below the root, because the parent of a daemon ends before it. */
var SnapshotTree = class {
	root;
	known;
	constructor(root) {
		this.root = root;
		this.known = /* @__PURE__ */ new Set([root]);
	}
	observe() {
		this.follow(listProcesses());
	}
	living() {
		return this.survivors();
	}
	survivors() {
		const rows = listProcesses();
		this.follow(rows);
		return rows.filter((row) => row.pid !== process.pid && this.known.has(row.pid));
	}
	groups() {
		return listProcesses().some(({ group }) => group === this.root) ? [this.root] : [];
	}
	follow(rows) {
		for (let grown = true; grown;) {
			const before = this.known.size;
			for (const row of rows) if (this.known.has(row.parent) || row.group === this.root) this.known.add(row.pid);
			grown = this.known.size > before;
		}
	}
};
function listProcesses() {
	return execFileSync("ps", ["-axo", "pid=,ppid=,pgid=,stat=,comm="], { encoding: "utf8" }).split("\n").flatMap((line) => {
		const match = /^ *(\d+) +(\d+) +(\d+) +(\S+) +(\S.*)?$/.exec(line);
		if (match === null || match[4]?.startsWith("Z") === true) return [];
		return [{
			pid: Number(match[1]),
			parent: Number(match[2]),
			group: Number(match[3]),
			name: match[5] ?? ""
		}];
	});
}
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
* follows by itself after the last rung. A cancelled job has 7.5 s in all; no process waits for an orphan.
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
/** How long what a program started may go on by itself: bats ends before its formatter has written the report. */
const SETTLE_MS = 2e3;
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
		if (this.reason === null && !isService) await this.settle();
		const swept = await endProcesses((onFound) => this.tree.survivors(onFound), this.sweepGrace(isService));
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
		return (this.spec.service ?? null) !== null && exitCode === 0 && this.reason === null;
	}
	/** Waits for a stop, or for the end of all processes that the program has left; it may have left none, as with containers. */
	async serve() {
		const { readyFile = "", leftFile = "" } = this.spec.service ?? {};
		const left = this.tree.survivors().length;
		const service = {
			processes: left,
			wasReady: existsSync(readyFile),
			at: Date.now()
		};
		writeFileSync(leftFile, JSON.stringify(service));
		while (this.reason === null && (left === 0 || this.tree.living().length > 0)) await sleep(SERVICE_POLL_MS);
	}
	async settle() {
		await waitUntil(() => this.tree.survivors().length === 0, Math.min(this.spec.graceMs, SETTLE_MS));
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
const WITH_STACKS = ["pytest", "behave"];
function announcedPids(eventsFile) {
	try {
		return readRegularSync(eventsFile).split("\n").filter((line) => line.startsWith("{\"e\": \"session\"")).flatMap(announcedPid);
	} catch {
		return [];
	}
}
/** The process that a line of the event file names; none when it is not that of a runner with such a handler. */
function announcedPid(line) {
	try {
		const { runner, pid } = JSON.parse(line);
		return WITH_STACKS.includes(String(runner)) && typeof pid === "number" ? [pid] : [];
	} catch {
		return [];
	}
}
function sizeOf(file) {
	return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
export { lastEncoded as _, endProcesses as a, digestOfWritten as c, readRegularSync as d, readSmall as f, insideJson as g, encode as h, SHELL_VARIABLES as i, openRegular as l, writeWhole as m, processTreeOf as n, NOT_A_FILE as o, writeBytes as p, KEPT_NODE_OPTIONS as r, copyRegular as s, SupervisedProgram as t, readPart as u };
