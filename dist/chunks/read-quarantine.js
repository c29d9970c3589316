import { o as __toESM } from "./rolldown-runtime.js";
import { t as require_picomatch } from "./picomatch.js";
import { mt as parseYaml, pt as linesOfItems } from "./start.js";
// src/history/quarantine.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const NO_QUARANTINE = {
	find: () => null,
	problems: []
};
const KEYS = [
	"id",
	"reason",
	"owner",
	"issue",
	"expires"
];
/**
* Reads the quarantine file: a list of `{id, reason, owner, issue, expires}`. Every entry needs id, reason, owner and an
* ISO date: one that lacks any is an error. One that has expired at `now` (epoch milliseconds) counts for nothing and says so. An entry for which `isNew` is true does not count yet.
*/
function parseQuarantine(value, file, now, isNew = () => false) {
	if (value === null || value === void 0) return NO_QUARANTINE;
	if (!Array.isArray(value)) return {
		...NO_QUARANTINE,
		problems: [mistake(file, "is not a list", EXAMPLE)]
	};
	const entries = [];
	const problems = [];
	for (const [index, raw] of value.entries()) {
		const read = readEntry(raw, `${file}[${index}]`, now);
		if ("place" in read) problems.push(read);
		else if (isNew(index)) problems.push(notYet(`${file}[${index}]`, read));
		else entries.push(read);
	}
	return {
		problems,
		find: ({ suite, id }) => entries.find(({ matches }) => matches(id) || matches(`${suite}: ${id}`)) ?? null
	};
}
function notYet(place, { id, owner }) {
	return warning(place, `this pull request adds or changes the entry for ${id}: it counts once it is merged`, `Until then the test decides. Ask ${owner} to merge the entry on its own.`);
}
const EXAMPLE = "Write `- {id: \"tests/a.py::test_b*\", reason: ..., owner: ..., expires: 2027-01-31}`.";
function readEntry(raw, place, now) {
	if (typeof raw !== "object" || raw === null) return mistake(place, "is not an entry", EXAMPLE);
	const [id = "", reason = "", owner = "", issue = "", expires = ""] = KEYS.map((key) => textOf(raw[key]));
	const missing = Object.entries({
		id,
		reason,
		owner,
		expires
	}).filter(([, text]) => text === "").map(([key]) => key);
	if (missing.length > 0) return mistake(place, `has no ${missing.join(", ")}`, EXAMPLE);
	if (/^(?:[^:]{1,80}: )?[*?]+$/.test(id)) return mistake(place, `${id} would quarantine every test`, "Name the test, or the file and a `*`.");
	const end = Date.parse(`${expires}T23:59:59Z`);
	if (Number.isNaN(end)) return mistake(place, `expires "${expires}", which is not a date`, "Write 2027-01-31.");
	if (end < now) return warning(place, `${id} expired on ${expires} and counts again`, `Ask ${owner}; fix the test, or set a later date.`);
	return {
		id,
		reason,
		owner,
		issue,
		expires,
		matches: matcherOf(id)
	};
}
/** Only `*` and `?` are special: ids of tests are full of brackets. */
function matcherOf(id) {
	const literal = id.replace(/[[\](){}!@+|\\]/g, "\\$&");
	return (0, import_picomatch.default)(literal.replaceAll("*", "**"), {
		bash: true,
		dot: true,
		nonegate: true
	});
}
function textOf(value) {
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
/** An entry that cannot mean what its author wanted stops the run, as every wrong value of the settings does. */
function mistake(place, message, remedy) {
	return {
		severity: "error",
		place,
		message: `${message}.`,
		remedy
	};
}
function warning(place, message, remedy) {
	return {
		severity: "warning",
		place,
		message,
		remedy
	};
}
// src/app/read/read-quarantine.ts
/** The entries of a quarantine file. Those on lines that the pull request changes do not count before it is merged. What is wrong with it is an error; an entry that has expired is a warning. `now`: epoch milliseconds. */
function parseQuarantineText(text, { quarantineFile }, now, isChanged = () => false) {
	const yaml = parseYaml(text);
	if (!yaml.ok) {
		const { message, remedy } = yaml;
		const problem = {
			severity: "error",
			place: quarantineFile,
			message: `${message}.`,
			remedy
		};
		return {
			...NO_QUARANTINE,
			problems: [problem]
		};
	}
	const lines = linesOfItems(text);
	const name = quarantineFile.split(/[\\/]/).at(-1) ?? quarantineFile;
	return parseQuarantine(yaml.value, name, now, (index) => isChanged(...lines[index] ?? [0, 0]));
}
export { parseQuarantineText };
