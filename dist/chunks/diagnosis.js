import { isAbsolute, join, relative } from "node:path";
// src/verdict/final-state.ts
const BAD = [
	"failed",
	"error",
	"timeout",
	"crashed",
	"lost"
];
const FORGIVABLE = [
	"failed",
	"error",
	"lost"
];
/** True for a status that speaks against the test itself; not having run, or being interrupted, does not. */
function isBad(status) {
	return BAD.includes(status);
}
/**
* The truth about one test. Flaky is only a test that failed and then passed after the same tests as before; one that
* passed only in a smaller set is order-dependent; one that was skipped or did not run when it was tried again keeps its
* failure.
*/
function finalStateOf(test) {
	const { attempts } = test;
	const state = attempts.length === 1 ? stateOfOne(attempts[0].status) : stateOfAttempts(attempts);
	return test.quarantine !== null && isForgivable(state, attempts) ? "quarantined" : state;
}
/** What is told of a test that was running when a time limit of ours ended its suite. */
const STILL_RUNNING = "still running when the time limit ended the suite";
/** True for a test that a time limit of its suite ended; one that ran into its own limit was over. */
function isHung({ attempts }) {
	const last = attempts.at(-1);
	return last?.status === "timeout" && (last.message === "" || last.message.startsWith("still running when the time limit ended the suite"));
}
/** The attempt that shows what is wrong with a test: the last that failed with a message of its own, else the last. */
function decisiveAttempt({ attempts }) {
	return attempts.findLast(({ status }) => isBad(status) && status !== "lost") ?? attempts.at(-1) ?? attempts[0];
}
function isForgivable(state, attempts) {
	if (state !== "order-dependent") return FORGIVABLE.includes(state);
	return attempts.every(({ status }) => !isBad(status) || FORGIVABLE.includes(status));
}
function stateOfOne(status) {
	return status === "interrupted" ? "cancelled" : status;
}
function stateOfAttempts(attempts) {
	const last = attempts.at(-1)?.status ?? "not-run";
	const bad = attempts.findLast(({ status }) => isBad(status))?.status;
	if (bad === void 0) return stateOfOne(last);
	if (isOrderDependent(attempts)) return "order-dependent";
	return last === "passed" ? "flaky" : bad;
}
/**
* True when a test failed every time it ran after the tests of the first attempt and passed only without some of them.
* One that both failed and passed in the same smaller set needs no other test to fail.
*/
function isOrderDependent(attempts) {
	const last = attempts.at(-1);
	if (last === void 0 || last.status !== "passed" && !(isBad(last.status) && last.ranWith === void 0)) return false;
	const sets = (wanted) => new Set(attempts.flatMap(({ status, ranWith }) => wanted(status) ? [ranWith] : []));
	const passes = sets((status) => status === "passed");
	const failures = sets(isBad);
	return failures.has(void 0) && passes.size > 0 && [...passes].every((set) => !failures.has(set) && set !== void 0);
}
// src/model/run.ts
/** What identifies a test in a run: suite and id. Baselines, diagnoses and reports join on it. */
function testKey(test) {
	return `${test.suite}\n${test.id}`;
}
// src/text/bounds.ts
const ESCAPED_ESC = /(?:#x1B|\\u001b|\\x1b|\\e|&#27;|&#x1b;|U\+001B|\u241b)(?=\[[0-9;]{0,20}m)/gi;
/**
* Control sequences by ECMA-48: strings (OSC, DCS and the like) with their end, CSI, and short escapes. No part matches
* what the next one begins with and no string runs over another escape, so that the time is linear in the text. A string
* without an end loses its opener alone.
*/
const SEQUENCES = /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0080-\u009f]*(?:\u0007|\u001b\\|\u009c)|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-~]/g;
/** Some character of every sequence, raw or escaped: most text has none. */
const SIGN = /[\\#&+\u001b\u0080-\u009f\u241b]/;
/** Text without ANSI sequences, raw or in the escaped forms that report writers leave behind (`#x1B[31m`). */
function stripAnsi(text) {
	if (!SIGN.test(text)) return text;
	const raw = text.replace(ESCAPED_ESC, "\x1B");
	return /[\u001b\u0080-\u009f]/.test(raw) ? raw.replace(SEQUENCES, "") : raw;
}
const encoder = new TextEncoder();
/** Length in UTF-8 bytes. */
function byteLength(text) {
	return Buffer.byteLength(text);
}
/** The longest head of `text` that fits into `maxBytes` of UTF-8 without splitting a code point. */
function clipBytes(text, maxBytes) {
	if (text.length * 3 <= maxBytes || byteLength(text) <= maxBytes) return text.isWellFormed() ? text : text.toWellFormed();
	const { read } = encoder.encodeInto(text, new Uint8Array(Math.max(0, maxBytes)));
	return text.slice(0, read).toWellFormed();
}
/** Head and tail of a long text with a line between them that says how much is missing. Bound is in characters. */
function headAndTail(text, maxChars) {
	if (text.length <= maxChars) return text;
	const head = Math.floor(maxChars * .7);
	const tail = maxChars - head;
	const missing = text.length - maxChars;
	return `${text.slice(0, head)}\n[... ${missing} characters left out ...]\n${text.slice(-tail)}`.toWellFormed();
}
/** The first line that is not blank, trimmed and at most `maxChars` long; empty when there is none. */
function firstLine(text, maxChars = 300) {
	const trimmed = (text.slice(0, 2e4).split("\n").find((candidate) => candidate.trim() !== "") ?? "").trim();
	return trimmed.length > maxChars ? `${trimmed.slice(0, maxChars - 1).toWellFormed()}…` : trimmed;
}
// src/text/format.ts
/** A number with thousands separated: `89,819`. */
function formatNumber(value) {
	return String(Math.trunc(value)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
/** A number with its noun: `1 test`, `2 tests`. */
function formatCount(value, noun, plural = `${noun}s`) {
	return `${formatNumber(value)} ${value === 1 ? noun : plural}`;
}
/** Milliseconds as people say them: `350ms`, `2.4s`, `42s`, `3m 02s`, `1h 05m`. */
function formatDuration(milliseconds) {
	const ms = Math.max(0, Math.round(milliseconds));
	if (ms < 1e3) return `${ms}ms`;
	if (ms < 9950) return `${(ms / 1e3).toFixed(1)}s`;
	const seconds = Math.round(ms / 1e3);
	if (seconds < 60) return `${seconds}s`;
	if (seconds < 3600) return `${Math.floor(seconds / 60)}m ${pad(seconds % 60)}s`;
	const minutes = Math.round(seconds / 60);
	return `${Math.floor(minutes / 60)}h ${pad(minutes % 60)}m`;
}
function pad(value) {
	return String(value).padStart(2, "0");
}
// src/verdict/retry-story.ts
/** When the first attempt began to run a test, in epoch milliseconds; infinite when it did not, or nothing tells. */
function firstStart(attempts) {
	const first = attempts.find(({ number }) => number === 1);
	if (first === void 0 || first.startedAt === null) return Infinity;
	return first.status === "skipped" && first.durationMs === 0 ? Infinity : first.startedAt;
}
/**
* `, passed on attempt 2 (alone)` for every attempt of a test that passed; counted over rounds and the retries of the
* runner alike, as a person sees them happen. Empty when none passed.
*/
function describePasses({ attempts }) {
	return attempts.flatMap((attempt, index) => attempt.status === "passed" ? [`, passed on attempt ${index + 1}${describeSet(attempt)}`] : []).join("");
}
/** In which set a rerun ran; empty for the first attempt and retries within it. */
function describeSet({ number, ranWith }) {
	if (number === 1) return "";
	if (ranWith === void 0) return " (after the same tests as before)";
	return ranWith === 1 ? " (alone)" : ` (in a rerun of ${ranWith} tests)`;
}
/** How an order-dependent test depends on others: `fails after tests/a.py::test_b, passes alone`. */
function describeOrderDependence(test, all) {
	const at = firstStart(test.attempts);
	const before = at === Infinity ? [] : all.filter(({ attempts }) => firstStart(attempts) < at);
	const passed = test.attempts.findLast(({ status, ranWith }) => status === "passed" && ranWith !== void 0);
	const where = passed?.ranWith === 1 ? "alone" : `in a rerun of ${passed?.ranWith ?? 0} tests`;
	return `fails ${describeBefore(before)}, passes ${where}`;
}
function describeBefore(before) {
	const [first] = before;
	if (first === void 0) return "when the whole suite runs";
	return before.length === 1 ? `after ${first.id}` : `after ${before.length} other tests`;
}
// src/text/failures.ts
/** Line between the failures of one test. */
const SEPARATOR = "[another failure of this test]";
/** The texts of all failures of one test: first the one that its message is of. The event writers join them alike. */
function joinFailures(texts) {
	return texts.filter((text) => text !== "").join(`\n\n${SEPARATOR}\n`);
}
/** The text of the failure that the message is of. */
function firstFailure(details) {
	const end = details.indexOf(`\n${SEPARATOR}\n`);
	return end < 0 ? details : details.slice(0, end).trimEnd();
}
// src/locate/path-index.ts
/** Segments of a path as a report spells it: no scheme, no query, `/` and `\` alike, inner steps back resolved. */
function segmentsOf(path) {
	const plain = path.replaceAll("\\", "/").replace(/^(?:file|webpack|webpack-internal|vscode-file|https?):\/\/(?:[^/]{0,200}(?=\/))?/, "").replace(/[?#].{0,200}$/, "");
	const out = [];
	for (const part of plain.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === "..") out.pop();
		else out.push(part);
	}
	return out.slice(-64);
}
/** True for a path that starts at the root of a machine or is a URL. */
const isAbsolutePath = (path) => /^(?:[\\/]|[A-Za-z]:[\\/]|[a-z-]+:\/\/)/.test(path);
/** The folder of a path; empty for the root. */
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
/** The segment of `path` that is `depth` from its end; empty when the path is shorter. */
function segmentFromEnd(path, depth) {
	let end = path.length;
	for (let skipped = 0; skipped < depth; skipped++) {
		end = path.lastIndexOf("/", end - 1);
		if (end < 0) return "";
	}
	return path.slice(path.lastIndexOf("/", end - 1) + 1, end);
}
function childrenOf(node) {
	if (node.children !== null) return node.children;
	const children = /* @__PURE__ */ new Map();
	for (const path of node.paths) {
		const key = segmentFromEnd(path, node.depth);
		const child = children.get(key);
		if (child) child.paths.push(path);
		else children.set(key, {
			depth: node.depth + 1,
			paths: [path],
			children: null
		});
	}
	node.children = children;
	return children;
}
/** Follows the reported segments from the last one up, as long as some tracked file agrees. */
function deepest(root, segments) {
	let node = root;
	for (let depth = 1; depth <= segments.length; depth++) {
		const next = childrenOf(node).get(segments.at(-depth) ?? "");
		if (!next) break;
		node = next;
	}
	return node;
}
function foldersOf$1(files) {
	const folders = /* @__PURE__ */ new Set([""]);
	for (const file of files) for (let folder = folderOf(file); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
	return folders;
}
/** Index over the repository's tracked files (relative, `/`-separated). */
function buildPathIndex(trackedFiles) {
	const exact = new Set(trackedFiles);
	const root = {
		depth: 0,
		paths: [...exact],
		children: null
	};
	const below = /* @__PURE__ */ new Map();
	let folders = null;
	return {
		has: (path) => exact.has(path),
		hasFolder: (path) => (folders ??= foldersOf$1(trackedFiles)).has(path),
		hasBelow: (folder, ending) => {
			const key = `${folder}\n${ending}`;
			const found = below.get(key) ?? trackedFiles.some((file) => file.startsWith(`${folder}/`) && file.endsWith(ending));
			below.set(key, found);
			return found;
		},
		longestSuffix: (segments) => {
			const { depth, paths } = deepest(root, segments);
			return {
				depth,
				paths: depth === 0 ? [] : paths
			};
		}
	};
}
// src/locate/package-folders.ts
const READ = /(?:^|\/)(?:go\.mod|Cargo\.toml)$/;
const PROJECT = /\.(?:cs|fs|vb)proj$/;
const ROOT = /(?:^|\/)(?:package\.json|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|pyproject\.toml|setup\.(?:py|cfg)|composer\.json|Gemfile|mix\.exs|rebar\.config|Package\.swift|pubspec\.yaml|dune-project|[^/]+\.(?:cs|fs|vb)proj)$/;
/** True for a file whose text names a package: it has to be read. */
const isReadManifest = (path) => READ.test(path);
/** True for a file that stands in the root folder of a package, whatever the language. */
const marksPackageRoot = (path) => ROOT.test(path);
const GO_MODULE = /^module[ \t]+"?([^\s"]{1,300})/m;
const CARGO_PACKAGE = /^\[package\][^[]{0,4000}?^name[ \t]*=[ \t]*"([^"]{1,200})"/m;
function named({ path, text }) {
	const folder = folderOf(path);
	const isGo = path.endsWith("go.mod");
	const name = (isGo ? GO_MODULE : CARGO_PACKAGE).exec(text)?.[1];
	return name === void 0 ? null : {
		name,
		folder,
		kind: isGo ? "go" : "cargo"
	};
}
function project(path) {
	return {
		name: path.slice(path.lastIndexOf("/") + 1).replace(PROJECT, ""),
		folder: folderOf(path),
		kind: "dotnet"
	};
}
/** The folder inside a package that a tool's name for it means; null when the name is of another package. */
function inside({ name, folder, kind }, asked) {
	if (kind === "go") {
		if (asked === name) return folder;
		return asked.startsWith(`${name}/`) ? join$1(folder, asked.slice(name.length + 1)) : null;
	}
	if (kind === "cargo") return asked.split(/::|\//, 1)[0]?.replaceAll("-", "_") === name.replaceAll("-", "_") ? folder : null;
	const assembly = asked.replaceAll("\\", "/").split("/").at(-1)?.replace(/\.(?:dll|exe)$/i, "") ?? "";
	return assembly === name || assembly.startsWith(`${name}.`) ? folder : null;
}
const join$1 = (folder, rest) => folder === "" ? rest : `${folder}/${rest}`;
/**
* Where the packages of a repository are: Go packages by their import path and `go.mod`, crates by `Cargo.toml`, .NET
* projects by the name of the project file, which class names and assemblies begin with. The longest name wins.
*/
function packageFolders(manifests, trackedFiles) {
	const projects = trackedFiles.filter((path) => PROJECT.test(path)).map(project);
	const all = [...manifests.flatMap((manifest) => named(manifest) ?? []), ...projects];
	const known = /* @__PURE__ */ new Map();
	const find = (name) => {
		const found = all.flatMap((each) => {
			const folder = inside(each, name);
			return folder === null ? [] : [{
				folder,
				length: each.name.length
			}];
		});
		const longest = Math.max(0, ...found.map(({ length }) => length));
		return [...new Set(found.filter(({ length }) => length === longest).map(({ folder }) => folder))];
	};
	return (names) => {
		if (all.length === 0) return [];
		for (const name of names) {
			if (name === "") continue;
			const folders = known.get(name) ?? find(name);
			known.set(name, folders);
			if (folders.length > 0) return folders;
		}
		return [];
	};
}
// src/locate/place-resolver.ts
const MAX_CHARS = 1e3;
const NAMED_CANDIDATES = 3;
/** Folders that tools write into: what is beside them in a package is what their reports are about. */
const OUTPUT_FOLDER = /^(?:build|target|out|dist|output|reports?|test-?results?|test-?reports?|junit|coverage|artifacts|\.[\w-]+)$/i;
const SOURCE_FOLDER = /^(?:src|lib|tests?|specs?|__tests__|e2e|features|integration|unit)$/i;
const NO_CONTEXT = {
	workingDirectory: "",
	reportFolder: "",
	packages: [],
	near: ""
};
/**
* A resolver over the tracked files of a repository. A path is looked up in the package that the tool names, in the
* folder of the report, in the working directory of the suite, in the root; then its longest end decides, if one file
* alone has it there. Two files that could be meant are none. `roots`: absolute workspaces.
*/
function createPlaceResolver(trackedFiles, roots = [], manifests = []) {
	const repository = {
		index: buildPathIndex(trackedFiles),
		packagesOf: packageFolders(manifests, trackedFiles),
		roots: roots.map((root) => `${segmentsOf(root).join("/")}/`).filter((root) => root !== "/"),
		packageRoots: new Set(trackedFiles.filter(marksPackageRoot).map(folderOf))
	};
	const known = /* @__PURE__ */ new Map();
	return (path, context = NO_CONTEXT) => {
		const { workingDirectory, reportFolder, packages, near } = context;
		const key = [
			path,
			workingDirectory,
			reportFolder,
			near,
			...packages
		].join("\n");
		const cached = known.get(key);
		if (cached !== void 0) return cached;
		if (known.size > 5e4) known.clear();
		const found = find(repository, path, context);
		known.set(key, found);
		return found;
	};
}
const nothing = (reason, candidates = 0) => ({
	file: null,
	candidates,
	reason
});
function find(repository, path, context) {
	const segments = segmentsOf(path);
	if (segments.length === 0 || path.length > MAX_CHARS) return nothing("");
	const absolute = isAbsolutePath(path);
	const query = {
		path,
		segments,
		absolute,
		context,
		named: repository.packagesOf(context.packages)
	};
	const joined = segments.join("/");
	const root = absolute ? repository.roots.find((each) => joined.startsWith(each)) : void 0;
	if (root !== void 0) {
		const inside = joined.slice(root.length);
		return repository.index.has(inside) ? { file: inside } : nothing(`${inside} is not a tracked file`);
	}
	const exact = absolute ? null : exactFile(repository, query);
	return exact === null ? bySuffix(repository, query) : { file: exact };
}
/** A relative path, as it stands in the first folder where it names a file. */
function exactFile({ index }, { path, segments, context, named }) {
	const isHere = (folder) => index.has(joinFolder(folder, path));
	const fromPackage = named.filter(isHere);
	if (fromPackage.length === 1) return joinFolder(fromPackage[0] ?? "", path);
	if (named.length > 0 && segments.length === 1) return null;
	const { workingDirectory, reportFolder } = context;
	const near = [...aboveTo(reportFolder, workingDirectory), workingDirectory].find(isHere);
	if (near !== void 0) return joinFolder(near, path);
	if (isClaimed(index, segments, workingDirectory)) return null;
	const above = [...aboveTo(folderOf(workingDirectory), ""), ""].find(isHere);
	return above === void 0 ? null : joinFolder(above, path);
}
/** The path begins with a folder of the working directory: it was written from there, and its file is not tracked. */
function isClaimed(index, segments, workingDirectory) {
	const [first = ""] = segments;
	return workingDirectory !== "" && segments.length > 1 && index.hasFolder(`${workingDirectory}/${first}`);
}
/** `folder` and those above it, up to but without `end` and without the root. */
function aboveTo(folder, end) {
	const folders = [];
	for (let each = folder; each !== "" && each !== end; each = folderOf(each)) folders.push(each);
	return folders;
}
/** `folder/path` with its steps back taken; empty when they lead out of the repository. */
function joinFolder(folder, path) {
	const out = folder === "" ? [] : folder.split("/");
	for (const part of path.replaceAll("\\", "/").split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") out.push(part);
		else if (out.pop() === void 0) return "";
	}
	return out.join("/");
}
/** The file that alone has the longest end of the path, in the narrowest folder that the context names. */
function bySuffix(repository, query) {
	const { index } = repository;
	const { segments, absolute, context } = query;
	const { depth, paths } = index.longestSuffix(segments);
	const all = !absolute && isClaimed(index, segments, context.workingDirectory) ? paths.filter((path) => isBelow(path, context.workingDirectory)) : paths;
	const name = segments.slice(-Math.max(1, depth)).join("/");
	if (all.length === 0) return nothing(`no tracked file is named ${name}`);
	const narrowed = narrow(repository, query, all);
	const isProof = (path) => isEnough(path, depth, query, narrowed.folder) && !leavesPackage(repository, query, path, depth);
	const [only] = narrowed.paths;
	if (narrowed.paths.length === 1 && only !== void 0) return isProof(only) ? { file: only } : nothing(`only the name of ${only} agrees`);
	const whole = narrowed.folder === null && depth > 1 ? all.find((path) => path.split("/").length === depth) : void 0;
	return whole === void 0 ? nothing(ambiguous(name, narrowed.paths), narrowed.paths.length) : { file: whole };
}
/** Where machines keep what no repository holds. */
const SYSTEM_FOLDER = /^(?:[A-Za-z]:[\\/])?[\\/]?(?:usr\/(?!src\/)|opt|lib|etc|nix|snap|root\/\.|Library|Program Files|Windows)/;
/**
* Two segments prove a file. One does only for a report that gave no directory, for a file in the repository's root,
* and for one right in the folder of the report's package, when the path is of a checkout.
*/
function isEnough(path, depth, { path: spelled, segments }, folder) {
	if (depth >= 2 || segments.length === 1 || !path.includes("/")) return true;
	return folder !== null && folderOf(path) === folder && !SYSTEM_FOLDER.test(spelled);
}
const CLASS_FILE = /\.(?:java|kts?|scala|groovy|clj)$/;
/**
* A file of another package than the report's, though that one has sources of the language: it proves something only
* when the path spells it from the root of the repository. Class names are unique over packages.
*/
function leavesPackage(repository, query, path, depth) {
	const { context, absolute } = query;
	const own = packageOf(repository, context.reportFolder);
	if (own === "" || isBelow(path, own) || path.split("/").length === depth) return false;
	if (!absolute && CLASS_FILE.test(path)) return false;
	return repository.index.hasBelow(own, extensionOf(path));
}
const extensionOf = (path) => /\.\w+$/.exec(path)?.[0] ?? "/";
function narrow(repository, query, paths) {
	const { context, named } = query;
	const near = context.near === "" ? "" : packageOf(repository, folderOf(context.near));
	const own = packageOf(repository, context.reportFolder);
	const folders = [
		...named,
		own,
		context.workingDirectory,
		near
	].filter((folder) => folder !== "");
	if (paths.length === 1) return {
		paths,
		folder: folders.find((folder) => isBelow(paths[0] ?? "", folder)) ?? null
	};
	let left = {
		paths,
		folder: null
	};
	for (const folder of [...folders, sourcesAround(repository, query, own)]) {
		const inside = left.paths.filter((path) => isBelow(path, folder));
		if (inside.length > 0 && left.paths.length > 1) left = {
			paths: inside,
			folder
		};
	}
	return left.paths.length < 2 ? left : byWords(left, context.reportFolder);
}
const isBelow = (path, folder) => folder !== "" && path.startsWith(`${folder}/`);
/** What is above a folder of reports alone: the nearest folder with sources of the wanted language; empty for none. */
function sourcesAround({ index }, { path }, reports) {
	const extension = extensionOf(path);
	return aboveTo(reports, "").find((folder) => index.hasBelow(folder, extension)) ?? "";
}
/** The folder of the package around a folder: one with a manifest, else what is above its sources and outputs. */
function packageOf({ packageRoots }, folder) {
	const root = aboveTo(folder, "").find((each) => packageRoots.has(each));
	if (root !== void 0) return root;
	const parts = folder.split("/");
	const end = parts.findIndex((part) => OUTPUT_FOLDER.test(part) || SOURCE_FOLDER.test(part));
	return end < 0 ? folder : parts.slice(0, end).join("/");
}
/** A report in `reports/web/` tells of `packages/web/`, when that is the only candidate with a word of its path. */
function byWords({ paths, folder }, reportFolder) {
	const words = reportFolder.split("/").filter((word) => word !== "" && !OUTPUT_FOLDER.test(word));
	const counted = paths.map((path) => {
		const parts = new Set(folderOf(path).split("/"));
		return {
			path,
			hits: words.filter((word) => parts.has(word)).length
		};
	});
	const most = Math.max(...counted.map(({ hits }) => hits));
	const best = counted.filter(({ hits }) => hits === most);
	return most > 0 && best.length === 1 ? {
		paths: best.map(({ path }) => path),
		folder
	} : {
		paths,
		folder
	};
}
function ambiguous(name, paths) {
	const shown = paths.slice(0, NAMED_CANDIDATES);
	const more = paths.length > shown.length ? `, and ${paths.length - shown.length} more` : "";
	return `${paths.length} tracked files are named ${name}: ${shown.join(", ")}${more}`;
}
// src/locate/vendor.ts
/** Directories that hold code nobody in the repository wrote: package managers, runtimes, test frameworks. */
const VENDOR_DIRECTORIES = /* @__PURE__ */ new Set([
	"site-packages",
	"dist-packages",
	"_pytest",
	"pluggy",
	"node_modules",
	".pnpm",
	".yarn",
	"rustc",
	".rustup",
	"gems",
	"rubygems",
	".rbenv",
	".rvm",
	"vendor",
	"phpunit",
	"xunit.assert",
	"ex_unit",
	"deps",
	"Xcode.app",
	"perl5",
	"phar:"
]);
/** The same, where one directory's name alone would prove nothing. */
const VENDOR_PATH = /\/(?:lib\/python[23]|unittest\/case\.py|importlib\/__init__\.py|internal\/process\/|\.cargo\/registry\/|library\/(?:std|core|test|alloc)\/src\/|lib\/go-|local\/go\/src\/|go\/src\/(?:testing|runtime|time|net|sync)\/|src\/testing\/testing\.go|src\/runtime\/|pkg\/mod\/|hostedtoolcache\/go\/|lib\/ruby\/|\.m2\/repository\/|\.gradle\/caches\/|\.nuget\/packages\/|xunit\/src\/|nunit\/src\/|lib\/elixir\/|share\/perl|behave\/(?:model|runner|matchers|model_core)\.py)|\.egg\/|^(?:ext|deno|bun|node|native|phar):/;
/** Files that old Node, Deno and browsers print without a directory. */
const RUNTIME_FILE = /^(?:internal\/|assert\.js|module\.js|events\.js|net\.js|fs\.js|http\.js|_http_\w+\.js|_stream_\w+\.js|_tls_\w+\.js|testing\.go$|timers\.js|domain\.js|util\.js|vm\.js|stream\.js|child_process\.js|<|native$|\[|index \d)/;
const VENDOR_PACKAGES = /^(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|scala|groovy|org\.codehaus\.groovy|clojure|junit|org\.junit|org\.testng|org\.opentest4j|org\.hamcrest|org\.assertj|com\.google\.common|com\.google\.truth|org\.mockito|net\.bytebuddy|org\.gradle|worker\.org\.gradle|org\.apache\.maven|org\.apache\.(?:http|hc)|org\.springframework|org\.hibernate|org\.eclipse\.jetty|org\.jboss|io\.netty|reactor|rx|io\.reactivex|okhttp3|retrofit2|org\.testcontainers|com\.github\.dockerjava|org\.openqa\.selenium|io\.cucumber|cucumber|org\.glassfish|org\.scalatest|org\.spockframework|androidx\.test|android|com\.intellij|io\.kotest|org\.awaitility|feign|com\.zaxxer\.hikari|org\.postgresql|com\.mysql|oracle\.jdbc|ch\.qos\.logback|org\.slf4j)\./;
/** True for a path of a package, a runtime or a test framework: never the place a person would click. */
function isVendorPath(path) {
	if (RUNTIME_FILE.test(path)) return true;
	return path.split("/").some((part) => VENDOR_DIRECTORIES.has(part)) || VENDOR_PATH.test(`/${path}`) || VENDOR_PATH.test(path);
}
/** True for a JVM class (`java.base/jdk.internal.X`, `org.junit.Assert`) that belongs to a library. */
function isVendorClass(qualified) {
	return VENDOR_PACKAGES.test(qualified.slice(qualified.lastIndexOf("/") + 1));
}
// src/locate/at-frame.ts
const LOCATION = /^(.{0,600}[^:\d]):(\d{1,7})(?::(\d{1,7}))?$/;
const JVM_FILE = /^([\w$-]{1,120}\.(?:java|kts?|scala|groovy|clj)):(\d{1,7})$/;
const DOTNET = /\.(?:cs|fs|vb|cshtml|razor):\S{1,14} (\d{1,7})\.?$/;
const SOURCE_FILE = /\.\w{1,6}$/;
/** `pkg.Class$Inner.method` says in which directory the file is; the frame itself has the base name only. */
function jvmFrame(call, base, line) {
	const qualified = call.slice(call.lastIndexOf("/") + 1);
	const method = qualified.lastIndexOf(".");
	const owner = qualified.slice(0, Math.max(0, method));
	const dirs = owner.slice(0, Math.max(0, owner.lastIndexOf("."))).replaceAll(".", "/");
	const file = dirs === "" ? base : `${dirs}/${base}`;
	const vendor = isVendorClass(qualified);
	return {
		file,
		line,
		fn: qualified.slice(method + 1),
		owner,
		family: "jvm",
		kind: "call",
		vendor
	};
}
/** .NET translates the words `in` and `line`, so only their places are relied on. */
function dotnetFrame(rest) {
	const match = DOTNET.exec(rest);
	if (!match) return null;
	const path = rest.slice(0, rest.lastIndexOf(":"));
	const call = path.slice(0, path.lastIndexOf(") ") + 1);
	return {
		file: path.slice(call.length).trimStart().replace(/^\S{1,6} (?=[A-Za-z]:[\\/]|\/|[\w.])/, ""),
		line: Number(match[1]),
		fn: methodName(call),
		owner: "",
		family: "dotnet",
		kind: "call"
	};
}
const methodName = (call) => /([\w`<>]{1,120})\(/.exec(call)?.[1] ?? "";
function scriptFrame(call, location) {
	const match = LOCATION.exec(location.replace(/^[<(]/, "").replace(/[>)]$/, ""));
	const file = match?.[1] ?? "";
	if (!match || !(SOURCE_FILE.test(file.replace(/[?#].*$/, "")) || /^(?:node|ext|deno|bun|native):/.test(file))) return null;
	const family = file.endsWith(".rs") ? "rust" : "script";
	return {
		file,
		line: Number(match[2]),
		fn: call,
		owner: "",
		family,
		kind: "call"
	};
}
/** The frame behind the word `at`: JVM, V8, .NET, Rust, Catch2. Works from the end, so its cost is linear. */
function frameAfterAt(text) {
	const rest = text.startsWith("async ") ? text.slice(6) : text;
	const dotnet = dotnetFrame(rest);
	if (dotnet) return dotnet;
	const angle = /^([^<]{0,200}) <([^<>]{1,600})>$/.exec(rest);
	if (angle) return scriptFrame(angle[1]?.trim() ?? "", angle[2] ?? "");
	const open = rest.lastIndexOf("(");
	const close = open < 0 ? -1 : rest.indexOf(")", open);
	if (close < 0) return scriptFrame("", rest.replace(/ \{$/, "").replace(/\)+$/, ""));
	const call = rest.slice(0, open).trim();
	const inside = rest.slice(open + 1, close);
	const jvm = JVM_FILE.exec(inside);
	if (jvm) return jvmFrame(call, jvm[1] ?? "", Number(jvm[2]));
	return scriptFrame(call, inside) ?? scriptFrame("", rest);
}
// src/locate/grammars.ts
const g = (name, family, kind, cue, pattern) => ({
	name,
	family,
	kind,
	cue,
	pattern
});
/** Ordered: the first grammar that matches a line wins. Sources: the runners' own output, see fixtures/failures. */
const GRAMMARS = [
	g("python-file", "python", "call", "File \"", /^[ \t|+E>]*File "(?<file>[^"]{1,500})", line (?<line>\d{1,7})(?:, in (?<fn>.{1,200}))?/),
	g("pytest-fixture", "python", "call", ", line ", /^[ \t]*file (?<file>[^,]{1,500}), line (?<line>\d{1,7})$/),
	g("pytest-in", "python", "call", ".py:", /^[ \t]*(?<file>(?:[A-Za-z]:)?[^:"'|>]{1,500}\.py):(?<line>\d{1,7}): in (?<fn>.{1,200})$/),
	g("pytest", "python", "call", ".py:", /^[ \t]*(?<file>(?:[A-Za-z]:)?[^:"'|>]{1,500}\.py):(?<line>\d{1,7}):(?: [\w.]{0,200})?$/),
	g("vitest", "script", "call", "❯", /^[ \t]*❯ (?:(?<fn>.{1,200}) )?(?<file>(?:[A-Za-z]:)?[^ :]{1,500}):(?<line>\d{1,7}):\d{1,7}$/),
	g("gecko", "script", "call", "@", /^[ \t]*(?<fn>[^@:( ]{0,120})@(?<file>[^@ ]{1,500}\.\w{1,5}):(?<line>\d{1,7}):\d{1,7}$/),
	g("oxc", "script", "call", "─[", /─\[ ?(?<file>[^\s:]{1,500}\.\w{1,5}):(?<line>\d{1,7}):\d{1,7} ?\]/),
	g("babel", "script", "call", "(", /^[ \t]*(?:SyntaxError: )?(?<file>(?:[A-Za-z]:)?[^: (]{1,500}\.[cm]?[jt]sx?): .{1,300} \((?<line>\d{1,7}):\d{1,7}\)$/),
	g("playwright-title", "script", "declaration", " › ", /^[ \t]*(?:\d{1,6}\) )?(?:\[[^\]]{1,80}\] › )?(?<file>[^:›]{1,500}\.\w{1,4}):(?<line>\d{1,7}):\d{1,7} › /),
	g("deno-title", "script", "declaration", " => ", /^.{1,300} => (?<file>[^ :]{1,500}\.[cm]?[jt]sx?):(?<line>\d{1,7}):\d{1,7}$/),
	g("ginkgo-node", "go", "call", "] at: ", /\[(?<fn>It|BeforeEach|AfterEach|BeforeSuite|AfterSuite|JustBeforeEach|DeferCleanup)[^\]]{0,40}\] at: (?<file>[^ :]{1,500}\.go):(?<line>\d{1,7})/),
	g("ginkgo", "ginkgo", "call", ".go:", /^[ \t]*(?<file>\/[^ :]{1,500}\.go):(?<line>\d{1,7})$/),
	g("go-panic", "go", "call", ".go:", /^[ \t]+(?<file>(?:[A-Za-z]:)?[^ :]{1,500}\.go):(?<line>\d{1,7}) \+0x[\da-f]{1,16}$/),
	g("testify", "go", "call", ".go:", /^[ \t]*(?:Error Trace:)?[ \t]+(?<file>(?:[A-Za-z]:)?[^ :\t]{1,500}\.go):(?<line>\d{1,7})$/),
	g("gocheck", "go", "declaration", "FAIL: ", /^FAIL: (?<file>[^ :]{1,500}\.go):(?<line>\d{1,7}):/),
	g("klog", "go", "call", ".go:", /^[EFWI]\d{4} [\d:.]{8,16} {1,8}\d{1,8} (?<file>[^ :]{1,300}\.go):(?<line>\d{1,7})\]/),
	g("go-test", "go", "call", ".go:", /^[ \t]*(?<file>(?:[A-Za-z]:)?[^ :\t]{1,500}\.go):(?<line>\d{1,7}):(?:\d{1,7}:)?(?: |$)/),
	g("rust-panic", "rust", "call", "panicked at ", /panicked at (?<file>[^ :']{1,500}\.rs):(?<line>\d{1,7})/),
	g("rust-old", "rust", "call", "panicked at ", /, (?<file>[^ :',]{1,500}\.rs):(?<line>\d{1,7})(?::\d{1,7})?$/),
	g("rspec", "ruby", "call", ".rb:", /^[ \t]*(?:# |from )?(?<file>(?:[A-Za-z]:)?[^:#[\]]{1,500}\.rb):(?<line>\d{1,7})(?::in (?<fn>.{1,200}))?$/),
	g("minitest", "ruby", "call", ".rb:", /\[(?<file>[^ :[\]]{1,500}\.rb):(?<line>\d{1,7})\]/),
	g("php", "php", "call", ".ph", /^(?:#\d{1,4} )?(?<file>(?:[A-Za-z]:)?[^:()]{1,500}\.php[t]?)[:(](?<line>\d{1,7})\)?(?:: .{0,200})?$/),
	g("exunit-frame", "elixir", "call", ".ex", /^[ \t]*(?:\([^)]{1,80}\) )?(?<file>[^ :()]{1,500}\.exs?):(?<line>\d{1,7}): (?<fn>.{1,200})$/),
	g("exunit-title", "elixir", "declaration", ".ex", /^[ \t]*(?<file>[^ :()]{1,500}\.exs?):(?<line>\d{1,7})$/),
	g("behave", "feature", "call", ".feature", /^[ \t]*Location: (?<file>[^:]{1,500}\.feature(?:\.md)?):(?<line>\d{1,7})/),
	g("cucumber", "feature", "call", ".feature", /(?:^|[ \t#(])(?<file>[^ :()#]{1,500}\.feature(?:\.md)?):(?<line>\d{1,7})/),
	g("tap", "other", "call", " line ", /^[ \t#]*(?:at|in) (?<file>[^ ]{1,300}\.(?:t|pl|pm)) (?:at )?line (?<line>\d{1,7})\.?$/),
	g("bats", "other", "call", ", line ", /in (?:test )?file (?<file>[^,]{1,300}), line (?<line>\d{1,7})/),
	g("erlang", "other", "call", ", line", /[("](?<file>[^("]{1,300}\.(?:erl|hrl|ml|mli))"?, line (?<line>\d{1,7})/),
	g("scalatest", "jvm", "call", ".", /\((?<file>[\w$-]{1,120}\.(?:scala|kt|java|groovy)):(?<line>\d{1,7})\)$/),
	g("terraform", "other", "call", " line ", /^[ │╷|]*on (?<file>[^ ]{1,300}\.(?:tf|hcl|tftest\.hcl)) line (?<line>\d{1,7}), in/),
	g("bash", "other", "call", ": line ", /^(?<file>[^ :]{1,300}\.(?:sh|bash|bats)): line (?<line>\d{1,7}): /),
	g("compiler-parens", "native", "call", "(", /^[ \t]*(?<file>(?:[A-Za-z]:)?[^:()"]{1,500}\.(?:cs|fs|vb|cpp|cc|cxx|c|h|hpp|ts|tsx|kt|java|f90|pas)) ?\((?<line>\d{1,7})(?:,\d{1,7})?\): /),
	g("native", "native", "call", ":", /^[ \t]*(?<file>(?:[A-Za-z]:)?[^\s:()"[\]<>|]{1,500}\.(?:c|cc|cpp|cxx|h|hpp|hxx|m|mm|swift|d|zig|nim|f90|hs|lua|dart|jl|java|kt|scala|ts|tsx|js|mjs|cjs|jsx|vue|svelte)):(?<line>\d{1,7})(?::\d{1,7})?(?:[:" ]|$)/)
];
// src/locate/text-lines.ts
/** Bounds on what is ever looked at. They make every later step linear in a constant, whatever a test printed. */
const LIMITS = {
	headChars: 3e5,
	tailChars: 1e5,
	lineChars: 1e3,
	headLines: 3e3,
	tailLines: 1e3
};
const TIMESTAMP = /^(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?|\[?\d\d:\d\d:\d\d(?:\.\d{1,6})?\]?)(?: |$)/;
function boundedText(text) {
	if (text.length <= LIMITS.headChars + LIMITS.tailChars) return text;
	return `${text.slice(0, LIMITS.headChars)}\n${text.slice(-LIMITS.tailChars)}`;
}
/** Log viewers put a time before every line; it is dropped only where most lines have one. */
function withoutTimestamps(lines) {
	const sample = lines.slice(0, 40).filter((line) => line.trim() !== "");
	const stamped = sample.filter((line) => TIMESTAMP.test(line)).length;
	if (stamped === 0 || stamped * 2 < sample.length) return lines;
	return lines.map((line) => line.replace(TIMESTAMP, ""));
}
function collapseBlank(lines) {
	return lines.filter((line, index) => line !== "" || lines[index - 1] !== "");
}
/**
* A text as lines that are safe to match: no ANSI, no CR, no log timestamps, no runs of blank lines, every line and
* the whole bounded by `LIMITS` (head and tail are kept).
*/
function boundedLines(text) {
	if (text === "") return [];
	const all = stripAnsi(boundedText(text)).split(/\r?\n|\r/);
	const { headLines, tailLines, lineChars } = LIMITS;
	return collapseBlank(withoutTimestamps((all.length > headLines + tailLines ? [...all.slice(0, headLines), ...all.slice(-tailLines)] : all).map((line) => (line.length > lineChars ? line.slice(0, lineChars) : line).trimEnd())));
}
// src/locate/frames.ts
const MAX_FRAMES = 400;
const NUMBERED = /[:(, ]\d/;
const AT = /^[ \t|+│>]*(?:-+> )?at /;
/** .NET translates even the word `at`. */
const DOTNET_CUE = /\.(?:cs|fs|vb):[^\s\d(]/;
/** Ginkgo prints a node's title and, below it, where the node is written. */
const GINKGO_TITLE = /^[ \t]*\[\w+\] /;
const PYTHON_DEF = /^[ \t>E]*(?:async )?def (\w{1,120})\(/;
const GO_CALL = /^[\w./()*~-]{1,300}?\.([\w.]{1,120})\(/;
/** pytest shows the exception's own text behind `E`; a path in there is a value, save in a syntax error. */
const PYTEST_MESSAGE = /^E(?: |$)(?!\s{1,40}File ")/;
function grammarFrame(line) {
	for (const grammar of GRAMMARS) {
		if (!line.includes(grammar.cue)) continue;
		const groups = grammar.pattern.exec(line)?.groups;
		if (!groups) continue;
		const { file = "", fn = "" } = groups;
		return {
			file,
			line: Number(groups["line"]),
			fn,
			owner: "",
			family: grammar.family,
			kind: grammar.kind
		};
	}
	return null;
}
function rawFrame(line) {
	if (!NUMBERED.test(line) || line.startsWith("E") && PYTEST_MESSAGE.test(line)) return null;
	const at = line.includes("at ") ? AT.exec(line) : null;
	if (!at && DOTNET_CUE.test(line)) return dotnetFrame(line) ?? grammarFrame(line);
	return (at && frameAfterAt(line.slice(at[0].length).trimStart())) ?? grammarFrame(line.trimEnd());
}
const cleanPath = (path) => path.trim().replace(/^file:\/\/(?=\/)/, "").replaceAll("\\", "/").replace(/^\.\//, "");
/** A trace names some functions on the line before the place: pytest's source block, Go's stack. */
function functionBefore(lines, at, frame, lastDef) {
	if (frame.fn !== "") return frame.fn;
	if (frame.family === "python") return lastDef;
	if (frame.family === "go") return GO_CALL.exec(lines[at - 1] ?? "")?.[1] ?? "";
	return "";
}
/** Frames of lines that are already bounded, in text order, at most 400. */
function framesOfLines(lines) {
	const frames = [];
	let lastDef = "";
	for (const [at, line] of lines.entries()) {
		const def = line.includes("def ") ? PYTHON_DEF.exec(line) : null;
		if (def) lastDef = def[1] ?? "";
		const raw = rawFrame(line);
		if (!raw || raw.file === "" || raw.line === 0) continue;
		const file = cleanPath(raw.file);
		const kind = raw.family === "ginkgo" && GINKGO_TITLE.test(lines[at - 1] ?? "") ? "declaration" : raw.kind;
		const vendor = raw.vendor ?? isVendorPath(file);
		frames.push({
			...raw,
			kind,
			file,
			fn: functionBefore(lines, at, raw, lastDef),
			vendor,
			at
		});
		if (raw.family === "python") lastDef = "";
		if (frames.length === MAX_FRAMES) break;
	}
	return frames;
}
/**
* Every place a trace names, in text order, whatever runner wrote it. Bounded: the text is cut by `boundedLines`, the
* answer has at most 400 frames. Frames of packages and runtimes are kept and marked `vendor`.
*/
function framesOf(text) {
	return framesOfLines(boundedLines(text));
}
// src/app/evaluate/locate-tests.ts
const MOST_MANIFESTS = 2e3;
const MANIFEST_BYTES = 65536;
/** Reads the files of the repositories and the manifests that name their packages. `folders`: where the tests are. */
async function readRepositoryFiles(folders, { git, files, context }) {
	const { files: tracked, root } = await git.files(folders);
	const manifests = [];
	for (const path of tracked.filter(isReadManifest).slice(0, MOST_MANIFESTS)) {
		const file = join(context.workspace, path);
		if (!await files.exists(file) || await files.sizeOf(file) > MANIFEST_BYTES) continue;
		manifests.push({
			path,
			text: await files.readText(file)
		});
	}
	const known = new Set(tracked);
	return {
		resolve: createPlaceResolver(tracked, [context.workspace], manifests),
		isTracked: (path) => known.has(path),
		root: root.startsWith("..") ? "" : root
	};
}
/** Where the paths of a test were written: its suite's folder, its report's folder, the packages its tool names. */
function placeContextOf(test, suite, workspace) {
	return contextOf(suite, test.origin, [test.classname, test.origin?.suite ?? ""], workspace);
}
function contextOf(suite, origin, packages, workspace) {
	return {
		workingDirectory: insideOf(workspace, foldersOf(suite, workspace)),
		reportFolder: origin === void 0 ? "" : isAbsolute(origin.folder) ? insideOf(workspace, origin.folder) : origin.folder,
		packages: [...new Set(packages)].filter((name) => name !== ""),
		near: ""
	};
}
const CHANGES_FOLDER = /(?:^|[;&(]|\n)[ \t]*cd[ \t]+(["']?)([\w@./+-]{1,200})\1[ \t]*(?=&&|;|\n)/g;
/** The folder in which a suite runs; a command that changes to one folder first runs there. */
function foldersOf(suite, workspace) {
	const { workingDirectory } = suite;
	if (suite.runner !== "command") return workingDirectory;
	const [only, ...others] = [...suite.run.matchAll(CHANGES_FOLDER)].map((match) => match[2] ?? "");
	if (only === void 0 || others.length > 0) return workingDirectory;
	const folder = isAbsolute(only) ? only : join(workingDirectory, only);
	return insideOf(workspace, folder) === "" ? workingDirectory : folder;
}
/** A folder relative to the workspace; empty for the workspace and for what is outside of it. */
function insideOf(workspace, folder) {
	const way = relative(workspace, folder).replaceAll("\\", "/");
	return way.startsWith("..") || isAbsolute(way) ? "" : way;
}
/** The same suites with the declared places of their tests as files of the repository, where they are. */
function locateTests(runs, repository, workspace) {
	return runs.map((run) => ({
		...run,
		tests: run.tests.map((test) => located(test, run.suite, repository, workspace)),
		problems: run.problems.map((problem) => locatedProblem(problem, run.suite, repository, workspace))
	}));
}
/** A problem with its place in the repository: the one that the runner gave, else the first that the output names. */
function locatedProblem(problem, suite, { resolve }, workspace) {
	const { at, ...rest } = problem;
	const context = contextOf(suite, void 0, [], workspace);
	const message = problem.message.replaceAll(`${workspace}/`, "");
	const frames = framesOf(problem.quote ?? "").filter(({ vendor }) => !vendor);
	for (const { file, line } of [...at === void 0 ? [] : [at], ...frames]) {
		const found = resolve(file, context).file;
		if (found !== null) return {
			...rest,
			message,
			at: {
				file: found,
				line
			}
		};
	}
	return {
		...rest,
		message
	};
}
function located(test, suite, repository, workspace) {
	const context = placeContextOf(test, suite, workspace);
	const file = fileOf(test, context, repository);
	const isPlaced = test.attempts.some(({ place }) => place !== null && isAbsolute(place.file));
	if (file === test.file && !isPlaced) return test;
	const at = (place) => place === null || !isAbsolute(place.file) ? place : {
		...place,
		file: repository.resolve(place.file, context).file ?? place.file
	};
	const again = (attempt) => ({
		...attempt,
		place: at(attempt.place)
	});
	const [first, ...rest] = test.attempts;
	return {
		...test,
		file,
		attempts: isPlaced ? [again(first), ...rest.map(again)] : test.attempts
	};
}
/** What a runner tells of itself is exact; what a report spells is looked up. */
function fileOf({ file, origin }, context, { resolve }) {
	return origin === void 0 || origin.file === "" ? file : resolve(origin.file, context).file ?? file;
}
// src/model/diagnosis.ts
const CATEGORIES = [
	"timeout",
	"connection",
	"auth",
	"data",
	"flaky",
	"assertion",
	"unknown"
];
export { finalStateOf as C, decisiveAttempt as S, isHung as T, firstLine as _, framesOfLines as a, testKey as b, joinFailures as c, firstStart as d, formatCount as f, clipBytes as g, byteLength as h, readRepositoryFiles as i, describeOrderDependence as l, formatNumber as m, locateTests as n, boundedLines as o, formatDuration as p, placeContextOf as r, firstFailure as s, CATEGORIES as t, describePasses as u, headAndTail as v, isBad as w, STILL_RUNNING as x, stripAnsi as y };
