import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { copyFile, open } from "node:fs/promises";
import { execFileSync } from "node:child_process";
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
	return withRegular(path, (descriptor, bytes) => bytes > SMALL_BYTES ? null : readFileSync(descriptor));
}
/** Copies a regular file, a small one at once, and makes the parents of the target. Rejects for a pipe, device or folder. */
async function copyRegular(from, to) {
	const small = readSmall(from);
	mkdirSync(dirname(to), { recursive: true });
	if (small === null) await copyFile(from, to);
	else writeFileSync(to, small);
}
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
// src/adapters/supervisor/end-processes.ts
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const ROUND_MS = 20;
/** How long a process may take to go after SIGKILL. */
const KILLED_MS = 1e3;
const EMPTY_LISTS = 3;
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
	const list = () => confirmed(listOnce);
	const leaked = list().map(nameOf);
	if (leaked.length === 0) return { leaked };
	for (const { pid } of leaked) signalProcess(pid, "SIGTERM");
	const until = performance.now() + graceMs;
	while (performance.now() < until && list().length > 0) await sleep(ROUND_MS);
	const remaining = (await killAll(list)).map(nameOf);
	return remaining.length === 0 ? { leaked } : {
		leaked,
		remaining
	};
}
/** While a list is made, a process can start another one and end, so that neither is in it: an empty list is made again. */
function confirmed(list) {
	for (let round = 1;; round += 1) {
		const found = list();
		if (found.length > 0 || round === EMPTY_LISTS) return found;
	}
}
/** Kills until nothing is left, or nothing new has appeared for a while. */
async function killAll(list) {
	const limit = performance.now() + LIMIT_MS;
	const seen = /* @__PURE__ */ new Set();
	let until = performance.now() + KILLED_MS;
	let left = list();
	while (left.length > 0 && performance.now() < Math.min(until, limit)) {
		if (left.some(({ pid }) => !seen.has(pid))) until = performance.now() + KILLED_MS;
		for (const { pid } of left) {
			seen.add(pid);
			signalProcess(pid, "SIGKILL");
		}
		await sleep(left.length > 50 ? 0 : ROUND_MS);
		left = list();
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
/**
* Every process that is alive, as it is read: those with high numbers first, because the newest may end before a list of
* all is complete. `stat` is readable for all users.
*/
function* linuxProcesses() {
	const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
	for (const pid of pids.sort((one, other) => other - one)) {
		const row = readEntry(pid);
		if (row !== null && !row.isDead) yield row;
	}
}
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
	survivors() {
		const rows = [];
		for (const row of linuxProcesses()) {
			rows.push(row);
			if (row.startedAt >= this.since && !this.isKnown(row) && this.inherits(row.pid)) this.known.set(row.pid, row.startedAt);
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
		const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
		if (match === null || match[4]?.startsWith("Z") === true) return [];
		return [{
			pid: Number(match[1]),
			parent: Number(match[2]),
			group: Number(match[3]),
			name: match[5] ?? ""
		}];
	});
}
export { endProcesses as a, copyRegular as c, readSmall as d, TRACK_VARIABLE as i, openRegular as l, KEPT_NODE_OPTIONS as n, signalProcess as o, SHELL_VARIABLES as r, NOT_A_FILE as s, processTreeOf as t, readRegularSync as u };
