// src/text/json.ts
/** The object's own member, or undefined when it is no object or has none of that name. */
function member(value, name) {
	if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return void 0;
	return value[name];
}
/** The member when it is text, else empty. */
function textOf(value, name) {
	const found = member(value, name);
	return typeof found === "string" ? found : "";
}
/** The member when it is a finite number, else null. */
function numberOf(value, name) {
	const found = member(value, name);
	return typeof found === "number" && Number.isFinite(found) ? found : null;
}
/** The member when it is a list, else an empty one. */
function listOf(value, name) {
	const found = member(value, name);
	return Array.isArray(found) ? found : [];
}
/** The texts of a member that is a list. */
function textsOf(value, name) {
	return listOf(value, name).filter((item) => typeof item === "string");
}
/** Name and value of every member of an object; none of a list or anything else. */
function entriesOf(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
/** Name and value of every member that is text, a number or a truth, as text. */
function plainMembers(value) {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([name, found]) => [
		"string",
		"number",
		"boolean"
	].includes(typeof found) ? [[name, String(found)]] : []);
}
/** The text as JSON; undefined when it is none. */
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/coverage/file-coverage.ts
/** A file while it is being read; readers add to it and hand it on as a `FileCoverage`. */
var FileDraft = class {
	path;
	lines = /* @__PURE__ */ new Map();
	branches = /* @__PURE__ */ new Map();
	constructor(path) {
		this.path = path.replaceAll("\\", "/");
	}
	/** Counts one line. A line told twice keeps the larger number: the reports repeat lines for methods and inner classes. */
	line(line, hits) {
		if (!isCount(line) || line === 0 || !(hits >= 0)) return;
		const before = this.lines.get(line);
		if (before === void 0 || before < hits) this.lines.set(line, hits);
	}
	/** Adds branches to those of the line. */
	branch(line, covered, total) {
		if (!isCount(line) || !isCount(covered) || !isCount(total) || total === 0) return;
		const before = this.branches.get(line) ?? {
			covered: 0,
			total: 0
		};
		this.branches.set(line, {
			covered: before.covered + Math.min(covered, total),
			total: before.total + total
		});
	}
	/** Sets the branches of the line, unless more of them are known to have run. */
	branchOnce(line, covered, total) {
		const before = this.branches.get(line);
		if (before !== void 0 && before.covered >= covered) return;
		this.branches.delete(line);
		this.branch(line, covered, total);
	}
};
/** One draft a path, in the order in which they were asked for. */
var FileDrafts = class {
	#drafts = /* @__PURE__ */ new Map();
	of(path) {
		const draft = this.#drafts.get(path) ?? new FileDraft(path);
		this.#drafts.set(path, draft);
		return draft;
	}
	get files() {
		return [...this.#drafts.values()];
	}
};
/** The number in a text, or NaN when it is empty or something else. */
function countIn(text) {
	return text === "" ? NaN : Number(text);
}
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
export { listOf as a, parseJson as c, textsOf as d, entriesOf as i, plainMembers as l, FileDrafts as n, member as o, countIn as r, numberOf as s, FileDraft as t, textOf as u };
