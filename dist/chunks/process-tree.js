import { readFileSync, readdirSync } from "node:fs";
import { execFileSync } from "node:child_process";
// src/adapters/supervisor/spec.ts
/** Environment variable by which every descendant of an attempt is recognised. */
const TRACK_VARIABLE = "QAAGENT_TRACK";
// src/adapters/supervisor/process-tree.ts
/** Linux reads the marker from each process's environment, macOS follows parents, Windows ends trees by `taskkill`. */
function processTreeOf(root, track) {
	if (process.platform === "linux") return {
		observe: () => void 0,
		survivors: () => markedProcesses(track)
	};
	if (process.platform === "darwin") return new SnapshotTree(root);
	return {
		observe: () => void 0,
		survivors: () => []
	};
}
function markedProcesses(track) {
	const found = [];
	for (const entry of readdirSync("/proc")) {
		const pid = Number(entry);
		if (!Number.isInteger(pid) || pid === process.pid) continue;
		const name = nameIfMarked(pid, track);
		if (name !== null) found.push({
			pid,
			name
		});
	}
	return found;
}
function nameIfMarked(pid, track) {
	try {
		if (readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").find((entry) => entry.startsWith(`QAAGENT_TRACK=`))?.slice(14).split(":").includes(track) !== true) return null;
		const status = readFileSync(`/proc/${pid}/stat`, "latin1");
		const name = status.slice(status.indexOf("(") + 1, status.lastIndexOf(")"));
		return status.slice(status.lastIndexOf(")") + 2).startsWith("Z") ? null : name;
	} catch {
		return null;
	}
}
/** Remembers everyone ever seen below the root, because a daemon's parent is gone when it matters. */
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
	survivors() {
		const rows = listProcesses();
		this.follow(rows);
		return rows.filter((row) => row.pid !== process.pid && this.known.has(row.pid));
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
export { TRACK_VARIABLE as n, processTreeOf as t };
