import { $t as withDetail, Gt as finished, Ht as inLanguage, Jt as isBare, Kt as first, Lt as framesOfLines, Nn as escapePattern, Qt as withCode, Rt as boundedLines, Ut as clip$1, Vt as nearName, Wt as code, Xt as plainHeadline, Yt as pathOf, Zt as sourceLine, en as withValues, nn as lastKnown, qt as insideOfTest, tn as withoutRoot, tr as decodeReferences, zr as withoutEnd, zt as forImport } from "./start.js";
import { createHash } from "node:crypto";
// src/diagnosis/facts/server-crash.ts
const SERVER_CRASH = /^(?:\S{0,40}\s)?(?:(?:[\w.]{1,80}\.)?(?:ModuleNotFoundError|ImportError|SyntaxError|NameError|RuntimeError|OSError|TypeError|ValueError|KeyError|AttributeError|FileNotFoundError|PermissionError|ReferenceError|[A-Z]\w{2,40}(?:Error|Exception)): .{1,300}|panic: .{1,300}|(?:Error: )?(?:listen )?EADDRINUSE.{0,200}|.{0,80}FATAL.{1,300}|Exception in thread .{1,300}|Traceback \(most recent call last\).{0,20}|.{0,60}(?:could not|failed to|cannot) (?:start|open|bind|load|read) .{1,200})$/m;
/** The line with which a server under test died, out of captured output; empty when there is none. */
function serverCrash(captured) {
	return (captured.split("\n").slice(-80).filter((line) => SERVER_CRASH.test(line.trim()) && !/ECONNREFUSED|refused|Traceback|\bconnection\b/i.test(line)).at(-1) ?? "").trim().slice(0, 300);
}
// src/diagnosis/context.ts
const MAX_SOURCE = 200;
/** The line of source at a place; empty when it is not known. */
function sourceLineAt(place, context) {
	if (place === null) return "";
	return (context.sourceOf?.(place.file)?.[place.line - 1] ?? "").trim().slice(0, MAX_SOURCE);
}
/** A line that declares a test, in the languages of the runners. */
const DECLARES = /^\s*(?:@(?:Test|ParameterizedTest)\b|(?:async )?(?:def|func|fn|fun|it|test|specify|scenario|describe|context|public|private|protected|class)\b)/;
const MOST_NEARBY = 25;
/** The source of a test from its declaration, with its decorators, to the failing line; empty when it is not known. */
function sourceOfTest(place, context) {
	const lines = place === null ? null : context.sourceOf?.(place.file) ?? null;
	if (place === null || lines === null) return "";
	let from = place.line - 1;
	while (from > 0 && place.line - from < MOST_NEARBY && !DECLARES.test(lines[from] ?? "")) from -= 1;
	while (from > 0 && /^\s{0,40}@\w/.test(lines[from - 1] ?? "")) from -= 1;
	return lines.slice(from, place.line).map((line) => line.slice(0, MAX_SOURCE)).join("\n");
}
/** Source around a place with line numbers, the failing line marked; empty when it is not known. */
function sourceAround(place, context, radius = 7) {
	const lines = place === null ? null : context.sourceOf?.(place.file) ?? null;
	if (place === null || lines === null) return [];
	const from = Math.max(1, place.line - radius);
	return lines.slice(from - 1, place.line + radius).map((line, at) => `${from + at === place.line ? ">" : " "} ${from + at} | ${line.slice(0, MAX_SOURCE)}`);
}
/** Whether the pull request changed the line, or at least the file, of one of the places. */
function changedAt(places, context) {
	const ranges = places.filter((place) => place !== null).map(({ file, line }) => ({
		line,
		changed: context.changes?.get(file)
	}));
	if (ranges.some(({ line, changed }) => changed?.some(({ from, to }) => from <= line && line <= to))) return "line";
	return ranges.some(({ changed }) => changed !== void 0) ? "file" : void 0;
}
/** A duration as a person says it. */
function ago(milliseconds) {
	if (milliseconds < 1e3) return "less than a second";
	return milliseconds < 12e4 ? `${Math.round(milliseconds / 1e3)} s` : `${Math.round(milliseconds / 6e4)} min`;
}
/**
* What the application's own end has to do with a failed connection: one sentence, or empty when it was still running,
* when the failure came before, or when another host is meant.
*/
function appNote(key, host, context) {
	const { app } = context;
	if (!app || app.stoppedAt === null) return "";
	const port = app.address.split(":").at(-1) ?? "";
	if (host !== "" && port !== "" && host.split(":").at(-1) !== port) return "";
	const failedAt = context.failedAt?.(key) ?? null;
	if (failedAt !== null && failedAt < app.stoppedAt) return "";
	const when = failedAt === null ? "before this test ended" : `${ago(failedAt - app.stoppedAt)} earlier`;
	const lines = app.logTail.split("\n").filter((line) => line.trim() !== "");
	const last = serverCrash(app.logTail) || (lines.at(-1) ?? "").trim().slice(0, MAX_SOURCE);
	return `The app stopped ${when}${last === "" ? "." : `: \`${last.replaceAll("`", "'")}\`.`}`;
}
// src/diagnosis/tools/tool-reading.ts
/** A verdict by the tool's own word, which is as sure as an exception class. */
function toolVerdict(tool, { category, kind }, evidence) {
	return {
		category,
		kind,
		confidence: "high",
		rule: `${tool}/${kind}`,
		evidence: evidence.slice(0, 200)
	};
}
/** What a status means that came where another was wanted: who refuses, what is missing, who could not do its work. */
function statusMeaning(status) {
	if (status === 401) return {
		category: "auth",
		kind: "unauthorized"
	};
	if (status === 403) return {
		category: "auth",
		kind: "forbidden"
	};
	if (status === 404 || status === 410) return {
		category: "data",
		kind: "not-found"
	};
	if (status === 429 || status >= 500) return {
		category: "connection",
		kind: "5xx"
	};
	return {
		category: "assertion",
		kind: "status-code"
	};
}
/** Two parts of a test's id: `GET /pets › not_a_server_error`. */
function idParts(testId) {
	const at = testId.indexOf(" › ");
	return at < 0 ? [testId, ""] : [testId.slice(0, at), testId.slice(at + 3)];
}
// src/diagnosis/tools/page-error.ts
const LOOK = "Open the page by hand, and start what serves it before the suite (`start-command` with `health-url`).";
const REFUSALS$1 = [
	{
		match: /\bNO_FCP\b|\bNO_LCP\b/,
		meaning: {
			category: "timeout",
			kind: "wait-timeout"
		},
		says: "painted nothing before the limit",
		next: "Open the page by hand: it is empty, or waits for something before it shows anything."
	},
	{
		match: /\bCHROME_INTERSTITIAL_ERROR\b|\bFAILED_DOCUMENT_REQUEST\b/,
		meaning: {
			category: "connection",
			kind: "unreachable"
		},
		says: "cannot be reached: the browser shows an error page of its own",
		next: LOOK
	},
	{
		match: /\bDNS_FAILURE\b/,
		meaning: {
			category: "connection",
			kind: "dns"
		},
		says: "cannot be reached: no resolver knows its host",
		next: LOOK
	},
	{
		match: /\bINSECURE_DOCUMENT_REQUEST\b/,
		meaning: {
			category: "connection",
			kind: "tls"
		},
		says: "has a certificate that the browser does not trust",
		next: "Check the certificate, or test the page by `http:`."
	},
	{
		match: /\bPAGE_HUNG\b|\bPROTOCOL_TIMEOUT\b/,
		meaning: {
			category: "timeout",
			kind: "wait-timeout"
		},
		says: "keeps the browser busy and never comes to rest",
		next: "Look for a script of the page that never ends."
	}
];
const STATUS$3 = /the page answered (\d{3})|\(Status code: (\d{3})\)/;
const AWAITED = /waitForSelector: Timeout (\d{1,9})ms/;
/** Reads why a page could not be judged or measured; null leaves it to the common rules, which know the browser's own words. */
function readPageError(failure, page) {
	const text = failure.message.slice(0, 2e3);
	const status = STATUS$3.exec(text);
	if (status !== null) return answered$2(page, Number(status[1] ?? status[2]), status[0]);
	const limit = AWAITED.exec(text);
	if (limit !== null) return neverCame(failure, page, limit);
	const refusal = REFUSALS$1.find(({ match }) => match.test(text));
	if (refusal === void 0) return null;
	return reading(page, refusal.meaning, refusal.says, refusal.next, refusal.match.exec(text)?.[0] ?? "");
}
function answered$2(page, status, evidence) {
	const next = status >= 500 ? "Read the log of the service at that request: no page may end in a server error." : `Correct \`urls\` of the suite, or what the service does for ${clip$1(page, 80)}.`;
	return reading(page, statusMeaning(status), `answers ${status}`, next, evidence);
}
function neverCame({ details }, page, [evidence, limit]) {
	const awaited = /waiting for (?:locator\('([^'\n]{1,160})'\)|selector [`"]([^`"\n]{1,160}))/.exec(details.slice(0, 4e3));
	const element = awaited?.[1] ?? awaited?.[2] ?? "what `wait-for` names";
	return {
		verdict: toolVerdict("page", {
			category: "timeout",
			kind: "locator-timeout"
		}, evidence),
		rootCause: clip$1(`${element} did not appear on ${page} within ${Number(limit) / 1e3} s`),
		suggestion: `Open ${clip$1(page, 80)} by hand; correct \`wait-for\` of the suite when the element has another name now.`,
		causeKey: `page|awaited|${element}`
	};
}
function reading(page, meaning, says, suggestion, evidence) {
	return {
		verdict: toolVerdict("page", meaning, evidence),
		rootCause: clip$1(`${page} ${says}`),
		suggestion,
		causeKey: `page|${page.slice(0, 300)}|${says}`
	};
}
// src/diagnosis/tools/axe.ts
/** What is wrong, for the rules that pages break most; the others are reported by axe-core's own sentence. */
const WORDS = {
	label: "has no label",
	"select-name": "has no label",
	"color-contrast": "has too little contrast",
	"image-alt": "has no alternative text",
	"button-name": "has no text that can be read out",
	"link-name": "has no text that can be read out",
	"html-has-lang": "names no language",
	"document-title": "has no title",
	"frame-title": "has no title",
	"duplicate-id-aria": "shares its id with another element"
};
const MAX_PAGES = 3;
/** Reads a page that breaks rules of axe-core, or that could not be judged. One element that breaks one rule is one cause. */
function readAxe(failure, shared) {
	const [, page] = idParts(failure.testId);
	const violations = failure.type === "error" ? [] : violationsIn(failure.details);
	const [worst] = violations;
	if (worst === void 0) return readPageError(failure, page);
	const reach = (violation) => shared.get(violation.key)?.length ?? 1;
	const chosen = violations.filter(({ impact }) => impact === worst.impact).reduce((best, next) => reach(next) > reach(best) ? next : best, worst);
	const { rule, impact, element } = chosen;
	const pages = shared.get(chosen.key) ?? [page];
	return {
		verdict: toolVerdict("axe", {
			category: "assertion",
			kind: "accessibility"
		}, `${chosen.help} (${rule}, ${impact})`),
		rootCause: clip$1(`${element} ${wordsOf$2(chosen)} (rule ${rule}, ${impact}) on ${listed(pages)}`),
		suggestion: `Repair it once, where its template stands: ${chosen.helpUrl}${others(page, chosen, violations)}`,
		causeKey: `axe|${chosen.key}`
	};
}
const wordsOf$2 = ({ rule, help }) => WORDS[rule] ?? `breaks "${help}"`;
function listed(pages) {
	const shown = pages.slice(0, MAX_PAGES).map((page) => clip$1(page, 80));
	const more = pages.length - shown.length;
	return `${shown.join(", ")}${more > 0 ? ` and ${more} more ${more === 1 ? "page" : "pages"}` : ""}`;
}
function others(page, chosen, violations) {
	const left = violations.filter((one) => one !== chosen).map(({ rule, element }) => `${rule} (${clip$1(element, 60)})`);
	if (left.length === 0) return "";
	const more = left.length > 4 ? ` and ${left.length - 4} more` : "";
	return `. ${clip$1(page, 80)} also breaks ${left.slice(0, 4).join(", ")}${more}.`;
}
/** On which pages each element of a run breaks each rule. */
function sharedViolations(failures) {
	const pages = /* @__PURE__ */ new Map();
	for (const { runner, type, details, testId } of failures) {
		if (runner !== "axe" || type === "error") continue;
		const [, page] = idParts(testId);
		const keys = new Set(violationsIn(details).map(({ key }) => key));
		for (const key of keys) if (!pages.get(key)?.push(page)) pages.set(key, [page]);
	}
	return pages;
}
const HEAD = /^(\S.{0,300}) \(([\w-]{1,80}), (minor|moderate|serious|critical|null)\)$/;
const MAX_LINES$1 = 600;
const IMPACTS = [
	"critical",
	"serious",
	"moderate",
	"minor"
];
/** Every violation that the details name, worst first, otherwise in their order. */
function violationsIn(details) {
	const found = [];
	const lines = details.slice(0, 64e3).split("\n").slice(0, MAX_LINES$1);
	let head = null;
	for (const [at, line] of lines.entries()) {
		const [, help = "", rule = "", impact = ""] = HEAD.exec(line) ?? [];
		if (rule !== "") head = {
			rule,
			impact: impact === "null" ? "minor" : impact,
			help,
			helpUrl: (lines[at + 1] ?? "").trim().slice(0, 200)
		};
		else if (head !== null && isSelector(line, lines[at + 1] ?? "")) {
			const html = (lines[at + 1] ?? "").trim().slice(0, 300);
			found.push({
				...head,
				...elementIn(line.trim().slice(0, 300), html, head.rule)
			});
		}
	}
	return found.toSorted((a, b) => IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact));
}
/** The driver indents a selector by two and the element's HTML below it by four. */
const isSelector = (line, below) => /^ {2}\S/.test(line) && /^ {4}\S/.test(below);
function elementIn(selector, html, rule) {
	const name = /^<([a-z][a-z\d-]{0,40})/i.exec(html)?.[1]?.toLowerCase() ?? "";
	if (selector === name && ![
		"html",
		"body",
		"head"
	].includes(name)) return {
		element: clip$1(html, 80),
		key: `${rule}|${selector}|${html}`
	};
	return {
		element: /^[#.][\w-]{1,80}$/.test(selector) ? `${name}${selector}` : clip$1(selector, 120),
		key: `${rule}|${selector}`
	};
}
// src/diagnosis/facts/normalise.ts
/** Text that differs between two failures of one cause becomes a mark; numbers that carry meaning are kept on request. */
function normalise(text, keepNumbers = false) {
	const masked = text.slice(0, 600).replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi, "<id>").replace(/\b0x[\da-f]{4,}\b/gi, "<hex>").replace(/\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{12,64}\b/gi, "<hash>").replace(/-(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{4,12}\b/g, "-<id>").replace(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/g, "<time>").replace(/\b\d{1,9}(?:\.\d{1,9})? ?(?:ms|milliseconds|seconds|sec|s|min|minutes)\b/g, "<duration>").replace(/(?:[A-Za-z]:)?(?:[\\/][\w.@-]{1,100}){2,}[\\/]/g, "").replace(/\s+/g, " ");
	return (keepNumbers ? masked : masked.replace(/\d+/g, "#")).trim().slice(0, 300);
}
/** Method and path of a request without host, query and numbers; empty when there is no path. */
function pathPattern(endpoint) {
	const path = endpoint.replace(/^([A-Z]{3,7} )?(?:https?:\/\/[^/]{1,200})?/, "$1").split("?")[0] ?? "";
	return path.includes("/") ? path.replace(/\d+/g, "#") : "";
}
// src/diagnosis/cause-key.ts
const MAX_ID = 300;
/** The test's own name in its message says nothing about the cause. */
function withoutName(text, failure) {
	return [
		failure.name,
		failure.testId,
		failure.name.split(/::|\.| › | > /).at(-1) ?? ""
	].filter((name) => name.length > 5).reduce((rest, name) => rest.replaceAll(name, "<test>"), text);
}
const nameOf$1 = (place) => place === null ? "" : `${place.file.split("/").at(-1) ?? ""}:${place.line}`;
const MODULE = /No module named '?([\w.]{1,120})|Cannot find (?:module|package) '([^']{1,200})'/;
/** Kinds whose cause is a named thing: the entity that names it. */
const NAMED_BY = {
	"missing-dependency": "module",
	"import-error": "module",
	"missing-fixture": "fixture",
	"missing-env": "variable",
	"duplicate-key": "constraint",
	"foreign-key": "constraint",
	constraint: "constraint",
	"db-permission": "table",
	"missing-table": "table",
	"missing-column": "column",
	"missing-file": "file",
	"missing-tool": "tool",
	"browser-start": "browser"
};
/** Kinds that break every test they meet in the same way, wherever it stands. */
const WHOLE_MACHINE = /* @__PURE__ */ new Set([
	"disk-full",
	"out-of-memory",
	"docker",
	"pending-migration",
	"missing-mark"
]);
const WITHOUT_PLACE = /* @__PURE__ */ new Set([...[
	"missing-dependency",
	"missing-env",
	"missing-driver",
	"missing-fixture",
	"browser-start",
	"command-failed"
], ...[
	"setup-error",
	"missing-table",
	"duplicate-key",
	"pending-migration",
	"undefined-step",
	"build-error"
]]);
/** Kinds of refusals that have one remedy. */
const AUTH_GROUPS = {
	"no-credentials": "absent",
	unauthorized: "absent",
	forbidden: "denied",
	"access-denied": "denied"
};
/** A key with this part joins the one explained refusal of its endpoint, when the run has exactly one. */
const UNEXPLAINED = "auth:unexplained:";
/** A peer that is not there, in the words of different clients. */
const DOWN = /* @__PURE__ */ new Set(["refused", "unreachable"]);
/** One machine under its several names. */
const LOOPBACK$3 = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1?\]?|0\.0\.0\.0)(?=:\d|$)/;
const SERVICE = /\b(mysql|mariadb|pgsql|postgres(?:ql)?|redis|mongo(?:db)?|kafka|rabbitmq|elasticsearch|memcached|smtp)\b/i;
function connectionKey({ verdict: { kind }, facts, ask, place }) {
	if (kind === "too-many-connections") return `connection:${kind}`;
	const path = pathPattern(ask("endpoint")).replace(/^[A-Z]{3,7} /, "");
	if ((kind === "5xx" || kind === "rate-limit") && path !== "") return `connection:answer:${path}`;
	if (kind === "5xx") return "";
	const host = kind === "dns" ? ask("host").replace(/:\d{1,5}$/, "") : ask("host");
	const what = DOWN.has(kind) ? "down" : kind;
	const peer = host === "" ? (SERVICE.exec(`${facts.head}\n${facts.source}`)?.[1] ?? "").toLowerCase() : host;
	if (peer !== "") return `connection:${what}:${peer.replace(LOOPBACK$3, "localhost")}`;
	return facts.headline.length < 25 ? "" : `connection:${what}:${normalise(facts.headline)}${place === "" ? "" : "|"}`;
}
/** Requests that are refused for one reason fail alike, so reason and endpoint count and not the wording. */
function authKey({ verdict, facts, ask }) {
	const { kind, rule } = verdict;
	const group = AUTH_GROUPS[kind] ?? kind;
	const path = kind === "db-password" ? "" : pathPattern(ask("endpoint")).replace(/^[A-Z]{3,7} /, "");
	const isAnswer = /status-with-evidence|http-status|unauthenticated|forbidden/.test(rule);
	if (path !== "" && isAnswer) return kind === "unauthorized" && (!rule.endsWith("evidence") || facts.text.includes("← 401")) ? `${UNEXPLAINED}${path}` : `auth:${group}:${path}`;
	if (path !== "") return `auth:raised:${facts.type}:${group}:${path}`;
	const user = /\b(?:user|role) ["']?([\w.@-]{1,80})/.exec(facts.headline)?.[1] ?? "";
	return `auth:${group}:${user === "" ? normalise(facts.headline) : user}`;
}
/** Causes that live outside of the code have a name of their own, the same for every test they break. */
function sharedCause(evidence) {
	const { verdict, ask, facts } = evidence;
	const { category, kind } = verdict;
	if (kind === "server-crashed") {
		const missing = MODULE.exec(verdict.evidence);
		return missing ? `module:${missing[1] ?? missing[2] ?? ""}` : `crash:${normalise(verdict.evidence)}`;
	}
	if (WHOLE_MACHINE.has(kind)) return kind;
	if (category === "connection") return connectionKey(evidence);
	if (category === "auth") return authKey(evidence);
	const field = NAMED_BY[kind];
	const value = field === void 0 ? "" : ask(field);
	if (value !== "") return `${field === "module" ? field : kind}:${value}`;
	return WITHOUT_PLACE.has(kind) && facts.headline.length >= 20 ? `${kind}:${normalise(facts.headline)}` : "";
}
/** Parameters of one test and users of one helper fail at one line, with other values; that line is the cause. */
function assertionKey({ verdict, facts, failure, testPlace, productPlace }) {
	const place = testPlace === "" ? productPlace : testPlace;
	if (place !== "" && !/\.feature:/.test(place)) return `assertion|${place}`;
	const comparison = facts.comparison();
	const pair = comparison === null ? "" : `|${normalise(comparison.expected, true)}|${normalise(comparison.actual, true)}`;
	const message = normalise(withoutName(facts.headline, failure));
	return `assertion|${verdict.kind}|${message}${pair}|${scopeOf(message, place, failure)}`;
}
const scopeOf = (message, place, failure) => place === "" && message.length < 12 ? testOf(failure) : place;
/** The test with its subtests (`TestCart/empty`): a parent fails through them. */
function testOf({ testId, name }) {
	const parent = name.split("/", 1)[0] ?? name;
	return (testId.endsWith(name) ? testId.slice(0, testId.length - name.length) + parent : testId).slice(0, MAX_ID);
}
/** Equal for failures with one cause in one run: the shared thing when there is one, else the message and its place. */
function causeKeyOf$1(verdict, facts, ask, failure, places) {
	const [testPlace, productPlace] = [nameOf$1(places.test), nameOf$1(places.product)];
	const place = productPlace === "" ? testPlace : productPlace;
	const evidence = {
		verdict,
		facts,
		ask,
		failure,
		testPlace,
		productPlace,
		place
	};
	const shared = sharedCause(evidence);
	if (shared !== "") return shared;
	if (verdict.kind === "process-crash" || verdict.kind === "no-message") return `${verdict.kind}:${failure.suite}:${testOf(failure)}`;
	if (verdict.category === "assertion") return assertionKey(evidence);
	const awaited = verdict.category === "timeout" ? ask("locator") : "";
	const message = awaited === "" ? normalise(withoutName(facts.headline, failure)) : awaited;
	const type = facts.type.slice(0, MAX_ID);
	if (productPlace !== "" && type !== "" && verdict.category === "unknown") return `raised|${type}|${productPlace}`;
	const limit = verdict.kind.endsWith("-timeout") && awaited === "" ? `|${ask("limit")}` : "";
	return `${verdict.category}|${type}|${message}|${scopeOf(message, place, failure)}${limit}`;
}
// src/diagnosis/facts/required-text.ts
/** A step of a pattern: a plain character, or what breaks a run of them. */
const STEP = /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[kpP][<{][^>}]{1,80}[>}]|[^])|\[(?:\\[^]|[^\]\\])*\]|[^]/y;
const QUANTIFIER = /(?:[*?]|\+|\{\d+(?:,\d*)?\})\??/y;
const MIN_CHARS = 3;
/** The last position of a group that begins at `from`. */
function endOfGroup(source, from) {
	let depth = 0;
	for (let at = from; at < source.length;) {
		const step = stepAt(source, at);
		if (step === "(") depth += 1;
		if (step === ")") depth -= 1;
		if (depth === 0) return at;
		at += step.length;
	}
	return source.length;
}
function stepAt(source, at) {
	STEP.lastIndex = at;
	return STEP.exec(source)?.[0] ?? "";
}
function quantifierAt(source, at) {
	QUANTIFIER.lastIndex = at;
	return QUANTIFIER.exec(source)?.[0] ?? "";
}
/** The character that a step always stands for; empty for a class, an assertion or a group. */
function plainOf(step) {
	if (step.length === 1) return "^$.()|".includes(step) ? "" : step;
	return /^\\[^\w\s]$/.test(step) ? step.slice(1) : "";
}
/**
* The longest run of plain characters that every match of a pattern contains; empty when there is none worth a search.
* Text inside of groups does not count, and a pattern of alternatives has no such text.
*/
function requiredText({ source, flags }) {
	const runs = [];
	let run = "";
	for (let at = 0; at < source.length;) {
		const step = stepAt(source, at);
		if (step === "|") return "";
		const end = step === "(" ? endOfGroup(source, at) + 1 : at + step.length;
		const quantifier = quantifierAt(source, end);
		const plain = plainOf(step);
		if (!/^(?:[*?]|\{0)/.test(quantifier)) run += plain;
		if (plain === "" || quantifier !== "") {
			runs.push(run);
			run = "";
		}
		at = end + quantifier.length;
	}
	const longest = [...runs, run].reduce((best, each) => each.length > best.length ? each : best, "");
	if (longest.length < MIN_CHARS) return "";
	return flags.includes("i") ? "" : longest;
}
const known = /* @__PURE__ */ new Map();
/**
* The match of a pattern in a text. A pattern that begins with a class or a choice is tried at each character; here the
* text that all its matches contain is looked for first, which costs a tenth. For patterns that are constants.
*/
function execIfThere(pattern, text) {
	const required = known.get(pattern) ?? requiredText(pattern);
	known.set(pattern, required);
	return text.includes(required) ? pattern.exec(text) : null;
}
// src/diagnosis/facts/entities.ts
const HOST = String.raw`\[?[\w.:-]{1,120}?\]?`;
/** Patterns by field, most exact first; group 1 (and 2 for a port) is the value. */
const PATTERNS = {
	host: [
		/(?:getaddrinfo for|dial tcp: lookup|lookup|Could not resolve host:|host) (?=\S{1,120}\.\S)([\w.-]{1,120})(?= failed| on |:)/,
		/host='([^']{1,120})', port=(\d{1,5})/,
		/"([^"\s]{1,120})"(?: \([^)]{1,60}\))?, port (\d{1,5})/,
		/\(["']([\w.:-]{1,120})["'], (\d{2,5})\b/,
		/(?:host|Host|server|Server)=([\w.-]{1,120});\s?(?:port|Port)=(\d{2,5})/,
		new RegExp(String.raw`(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EADDRINUSE|EHOSTUNREACH|refused it|connect to|dial tcp|dial udp|tcp) (${HOST}):(\d{1,5})\b`),
		/\b(?:https?|wss?|ftp|redis|rediss|mongodb|postgres(?:ql)?|mysql|amqps?|nats|tcp|grpc):\/\/(?:[^@/\s"']{1,100}@)?(\[[\da-f:]{2,40}\]|[\w.-]{1,120}):(\d{1,5})\b/i,
		/(?:address already in use[: ]{1,3}|EADDRINUSE[: ].{0,40})(\[?[\w.:*]{0,60}?\]?):(\d{2,5})\b/,
		/\b((?:localhost|\d{1,3}(?:\.\d{1,3}){3})):(\d{2,5})\b/,
		/getaddrinfo for ([\w.-]{1,120}) failed/,
		/\b(?:server (?:on|at)|to host|host) ['"]([\w-]{1,60}(?:\.[\w-]{1,60})*)['"]/i,
		/(?:ENOTFOUND|EAI_AGAIN|resolve host:?|lookup(?! address)|host name|UnknownHostException:|ERR_NAME_NOT_RESOLVED at \w{3,5}:\/\/) "?([\w.-]{1,120})/,
		/\b(?:https?|wss?):\/\/([\w-]{1,60}(?:\.[\w-]{1,60})+)/i,
		/^([a-z\d-]{1,60}(?:\.[a-z\d-]{1,60})+)$/m,
		/\bport (\d{2,5})\b/i
	],
	endpoint: [
		/\b((?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:https?:\/\/[^\s"'/]{1,100})?\/[^\s"',)>\]]{0,150})/,
		/→ ((?:GET|POST|PUT|PATCH|DELETE) \S{1,180})/,
		/\b(Get|Post|Put|Patch|Delete|Head) "(https?:\/\/[^"\s]{1,180})"/,
		/\b(GET|POST|PUT|PATCH|DELETE|HEAD) request for "(https?:\/\/[^"\s]{1,180})"/,
		/for url: (\S{1,200})/,
		/with url: (\S{1,200})/,
		/\.(get|post|put|patch|delete|options|head|GetAsync|PostAsync|GetStringAsync)\(\s?(?:[\w.]{1,40} ?\+ ?)?f?['"`](?:\$?\{[^}\s]{1,40}\})?(\/[^'"`\s?]{0,150})/,
		/\.(?:goto|request|visit)\(\s?f?['"`](\/[^'"`]{0,150})['"`]/,
		/request to (https?:\/\/[^\s)]{1,180})/,
		/(?<=[\s:])(https?:\/\/[^\s)'"]{1,160}?):? (?:status code|[Ss]tatus) \d{3}/,
		/for url '(\S{1,180})'/,
		/for url \((https?:[^\s)]{1,180})\)/,
		/\bat (https?:\/\/[^\s)]{1,180})/,
		/url[:=] ?["']?(https?:\/\/[^\s"']{1,180})/
	],
	module: [
		/No module named '?([\w.]{1,120})/,
		/Cannot find (?:module|package) '([^']{1,200})'/,
		/cannot load such file -- (\S{1,120})/,
		/Failed to resolve import "([^"]{1,200})"/,
		/(?:NoClassDefFoundError|ClassNotFoundException): ([\w./$]{1,160})/,
		/cannot import name '(\w{1,100})'/,
		/(?:Class|Trait|Interface) "([\w\\]{1,160})" not found/,
		/cannot find package "([^"]{1,160})"/,
		/Unable to resolve module (\S{1,160})/,
		/DLL load failed while importing (\w{1,80})/
	],
	fixture: [/fixture '([^']{1,120})' not found/, /unknown parameter "([^"]{1,120})"/],
	variable: [
		/\b([A-Z][A-Z0-9]{1,30}_[A-Z0-9_]{2,60})\b["'`]? (?:is|was|must|has|environment)/,
		/environment variables?:? ["'`]?([A-Z][A-Z0-9_]{2,60})/i,
		/KeyError: '([A-Z][A-Z0-9]*_[A-Z0-9_]{2,60})'/,
		/key not found: "([A-Z][A-Z0-9]*_[A-Z0-9_]{2,60})"/,
		/\b(?:env::var(?:_os)?|getenv|ENV\.fetch|os\.environ|process\.env)\b[.([]{0,2}["']?([A-Z][A-Z0-9_]{2,60})/
	],
	file: [
		/(?:No such file or directory|ENOENT: no such file or directory)[:,]? (?!\(os error)(?:\w{2,9} |@ \w{1,30} - )?'?([^\s'"]{2,200})/,
		/(?:FileNotFound\w{0,40}|NoSuchFile\w{0,40}|TemplateNotFound|TemplateDoesNotExist): '?([^\s'"]{2,200})/,
		/(?:Permission denied|EACCES: permission denied)[:,]? (?:\w{2,9} )?'([^'"]{2,200})/,
		/Could not find (?:file|a part of the path) '([^']{2,200})'/,
		/open ([^\s:'"]{2,200}): no such file/,
		/\w\(([^()\s]{2,200})\): [Ff]ailed to open stream/,
		/snapshot doesn't exist at (\S{2,200}?),/,
		/reading storage state from (\S{2,200}?):?$/m
	],
	browser: [/Executable doesn't exist at \S{0,200}?[\\/]((?:chrom\w+|firefox|webkit|msedge)[\w-]{0,20})[\\/]/],
	tool: [
		/spawn(?:Sync)? (\S{1,120}) ENOENT/,
		/exec: "([^"]{1,120})": executable file not found/,
		/Cannot run program "([^"]{1,120})"/,
		/(?:\/bin\/\w{2,4}|bash|sh|zsh|line \d{1,6}): (?:(?:line )?\d{1,6}: )?([\w.+-]{1,80}): (?:command )?not found/,
		/command not found: ([\w.+-]{1,80})/,
		/^'?"?([\w.+-]{1,80})'?"? is not recognized as an internal/m,
		/Command::new\("([^"]{1,120})"\)/,
		/subprocess\.\w{3,14}\(\s?[[(]?["']([^"'\s]{1,120})/,
		/No such file or directory(?: -|:) '?([\w.+-]{1,80})'?$/m
	],
	locator: [
		/(?:Locator|Selector):\s{1,3}(\S.{0,180})$/m,
		/waiting for ((?:locator|getBy\w+|get_by_\w+|frameLocator|page|selector)\b.{0,180})$/m,
		/waiting for (?:selector|navigation to|response|request|event|element) (?:"|`)?([^\n]{1,160}?)["`]?(?: to be .{1,40}| until .{1,20})?$/m,
		/strict mode violation: (.{1,160}?) resolved to/,
		/Unable to find an? (?:accessible )?element with (the (?:text: .{1,60}?(?=\.)|role "[^"]{1,40}"(?: and name [`"/][^`"/]{1,60}[`"/])?|label(?: text)? of: .{1,60}|placeholder text of: .{1,60}|test ?id.{0,60}))/,
		/(?:Expected to find element|Unable to (?:locate|find)(?: an)? element|no such element): ?`?(.{1,160}?)`?(?:, but never|$)/m,
		/element \("([^"]{1,160})"\) still not/,
		/(?:text_to_be_present_in_element|presence_of_element_located|visibility_of_element_located|element_to_be_clickable)\(\(?([^)]{1,100})\)/
	],
	blocker: [
		/-?\s{0,8}(<[a-z][^>]{0,160}>).{0,200}intercepts pointer events/i,
		/Other element would receive the click: (<[^>]{1,160}>)/,
		/is being covered by another element:\s{1,4}`?(<[a-z][^>]{0,160}>)/,
		/Element (<[a-z][^>]{0,100}>) obscures it/
	],
	limit: [
		/(?:Timeout|timeout|Timed out|timed out)(?: of| after| in| >)? ?(\d{1,9}(?:\.\d{1,3})? ?(?:ms|milliseconds|s|sec|seconds|m\d*s?|min|minutes)?)(?: exceeded|\b)/,
		/Timeout \(>(\d{1,6}(?:\.\d{1,3})?s)\)/,
		/(?:within|after|exceeded|past)(?: timeout| timeout of| deadline of)? (?:the )?(\d{1,9}(?:\.\d{1,3})? ?(?:ms|milliseconds|seconds|sec|s|minutes|min|m\d{1,2}s))\b/,
		/read timeout=(\d{1,6}(?:\.\d{1,3})?)\b/,
		/deadline of (\d{1,9}(?:\.\d{1,3})?ms)/,
		/Condition not met within timeout (\d{1,9})/
	],
	constraint: [
		/(?:unique|foreign key|check|exclusion) constraint "([^"]{1,120})"/i,
		/(?:UNIQUE|NOT NULL|CHECK) constraint failed: ([\w., ]{1,120})/,
		/for key '([^']{1,120})'/,
		/duplicate key error collection: (\S{1,120} index: \S{1,80})/,
		/violation: "(?:PUBLIC\.)?\S{1,80} ON (?:PUBLIC\.)?([\w.]{1,60}\([\w, ]{1,80}?)(?: NULLS \w+)?\)/,
		/null value in column "([^"]{1,120})"/,
		/constraint \[([^\]]{1,120})\]/
	],
	table: [
		/permission denied for (?:table|relation|schema|sequence|database|view) "?([\w.]{1,120})/,
		/Table "([\w.]{1,120})" not found/,
		/(?:relation|table|database|Unknown (?:table|database)|no such table:?) ["'`]?([\w.]{1,120})["'`]?(?: does not exist| doesn't exist|$|')/m,
		/collection (\w{1,80})/
	],
	column: [/column "?([\w.]{1,120})"? (?:does not exist|of relation)/, /(?:no such column|Unknown column):? '?([\w.]{1,120})/],
	key: [
		/KeyError: (?!key not found)['"]?([^'"\n]{1,120})/,
		/\(KeyError\) key (:?\w{1,80}) not found/,
		/key not found: (:?[\w.]{1,100})/,
		/key not found: "?([^"\n]{1,120})/,
		/Undefined (?:array )?(?:key|index|property):? "?([^"\n]{1,120})/,
		/'([^']{1,120})' is a required property/,
		/(?:reading|setting) '([^']{1,120})'/,
		/has no attribute '([^']{1,120})'/,
		/\(([\w, ]{1,80})\)=\(([^)]{1,80})\)/
	],
	name: [
		/name '(\w{1,120})' is not defined/,
		/\b(\w{1,120}) is not defined/,
		/undefined (?:local variable or )?(?:method|variable) [`'](\w{1,120})/,
		/Call to undefined (?:function|method) ([\w:\\]{1,120})/,
		/Undefined variable:? \$?(\w{1,120})/
	]
};
function joined(field, first, second) {
	if (field === "host") return `${first}:${second}`;
	return field === "endpoint" ? `${first.replace(/(?:String)?Async$/, "").toUpperCase()} ${second}` : `${first}=${second}`;
}
function find(field, texts) {
	for (const text of texts) for (const pattern of PATTERNS[field]) {
		const match = execIfThere(pattern, text);
		if (!match) continue;
		const [, first = "", second] = match;
		const named = second === void 0 ? first : joined(field, first, second);
		const value = match[0].startsWith("read timeout=") ? `${named} s` : named;
		if (value !== "") return value.slice(0, 200).trim();
	}
	return "";
}
/** Entities in the head first, then in the lines of the failure; each is searched for only when asked. */
function entityFinder(facts) {
	const known = /* @__PURE__ */ new Map();
	return (field) => {
		const cached = known.get(field);
		if (cached !== void 0) return cached;
		const value = find(field, [
			facts.head,
			facts.text,
			facts.source
		]);
		known.set(field, value);
		return value;
	};
}
// src/diagnosis/facts/exception-chain.ts
const PYTHON_CAUSE = /^\s*The above exception was the direct cause/;
const CAUSE = /^[\s|+-]{0,40}(?:(?:Caused by|Wrapped by|\[cause\]|cause|Root cause|Inner ?(?:Exception)?|nested exception is)(?!\w):?\s*|-{3,40}>? ?(?=[^\s-]\S{0,200}(?:Exception|Error) ?: ))+(.{0,500})$/;
const RAISED$1 = /^(?:E\s{1,200})?(?:\([^)]{1,80}\) )?((?:[A-Za-z_][\w$]*[.$\\:]{1,2})*(?:[A-Za-z_]\w*)??(?:Error|Exception|Failure|Empty|Timeout|Exit|NotFound|DoesNotExist|Warning|ECONN\w+|E[A-Z]{4,15}))(?: \[\w+\])?(?: ?: ?(.{0,500}))?$/;
const NUMBERED_CAUSE = /^\s{1,12}(?:\d{1,3}: )?(\S.{0,400})$/;
const GROUP = /^\s*\+-\+-{3,} 1 -{3,}/;
function parseRaised(text) {
	const match = RAISED$1.exec(withoutEnd(text.trim(), ",{").trim());
	return match ? {
		type: match[1] ?? "",
		headline: (match[2] ?? "").trim()
	} : null;
}
/** Python prints the root first: the exception raised before the first "direct cause". */
function pythonRoot(lines) {
	const end = lines.findIndex((line) => PYTHON_CAUSE.test(line));
	if (end < 0) return null;
	const raised = lines.slice(0, end).filter((line) => /^(?:E\s{1,200})?\S/.test(line));
	for (const line of raised.reverse()) {
		const found = parseRaised(line);
		if (found) return found;
	}
	return null;
}
/** The first member of an exception group, which Python draws as a tree. */
function groupMember(lines) {
	const at = lines.findIndex((line) => GROUP.test(line.replace(/^E\s/, "")));
	if (at < 0) return null;
	for (const line of lines.slice(at + 1)) {
		const text = line.replace(/^E\s/, "").replace(/^[\s|]+/, "");
		if (/^\+-{3,}/.test(text)) return null;
		const raised = /^\S/.test(text) && !/^File "/.test(text) ? parseRaised(text) : null;
		if (raised) return raised;
	}
	return null;
}
/** Ruby, PHP and Rust print the cause below its label: a class and its text, or numbered sentences, the root last. */
function below(lines, at) {
	const after = lines.slice(at + 1, at + 12);
	const first = after.find((line) => line.trim() !== "") ?? "";
	const typed = parseRaised(first.replace(/:$/, ""));
	if (typed) {
		const next = (after[after.indexOf(first) + 1] ?? "").trim();
		return typed.headline === "" && /:$/.test(first.trim()) ? {
			...typed,
			headline: next
		} : typed;
	}
	const end = after.findIndex((line) => line.trim() !== "" && !NUMBERED_CAUSE.test(line));
	const causes = after.slice(0, end < 0 ? after.length : end).filter((line) => line.trim() !== "");
	const root = NUMBERED_CAUSE.exec(causes.at(-1) ?? "")?.[1] ?? "";
	return root === "" || /^at /.test(root) ? null : {
		type: "",
		headline: root
	};
}
/** Everybody else prints the root last. */
function lastCause(lines) {
	const near = lines.slice(0, 2e3);
	for (let at = near.length - 1; at >= 0; at--) {
		const text = CAUSE.exec(near[at] ?? "")?.[1];
		if (text === void 0) continue;
		const plain = withoutEnd(text, " 	\r\n-");
		const raised = plain === "" ? below(near, at) : parseRaised(plain);
		if (raised) return raised;
	}
	return null;
}
/** RMI and old Spring wrap in the message itself: `X; nested exception is: <newline> java.lang.Y: text`. */
function nested(message) {
	const at = message.findIndex((line) => /nested exception is:?\s*$/.test(line));
	return at < 0 ? null : parseRaised(message[at + 1] ?? "");
}
/** The innermost cause a trace shows, or null. "During handling of" is no cause: there the last exception counts. */
function chainOf(lines, message) {
	return pythonRoot(lines) ?? groupMember(lines) ?? nested(message) ?? lastCause(message) ?? lastCause(lines);
}
// src/diagnosis/facts/comparison.ts
const LABEL_EXPECTED = /^[\s|E>]*(?:-\s)?(?:Expected|expected|want|wanted|Snapshot|Expecting|Documented|EXPECTED|Erwartet|Attendu)(?: [\w/-]{1,20}){0,3}(?:\s{0,4}:|(?<=want)\s)\s{0,12}(?<e>[^\s=].{0,300})$/;
const LABEL_ACTUAL = /^[\s|E>]*(?:\+\s)?(?:[Bb]ut )?(?:Received|received|Actual|actual|Got|got|Obtained|obtained|but was|but|Found|found|ACTUAL|was)(?: [\w/-]{1,20}){0,3}(?:\s{0,4}:|(?<=^\s{0,20}got)\s)\s{0,12}(?<a>[^\s=].{0,300})$/;
const LEFT = /^\s{0,12}left:\s{1,4}(?<a>\S.{0,300})$/;
const RIGHT = /^\s{0,12}right:\s{1,4}(?<e>\S.{0,300})$/;
/** Shapes that name the compared thing, or that labels would read wrongly: asked before all others. */
const NAMING = [
	{
		cue: "length",
		of: "the length of ",
		match: /expected (?<s>.{1,100}?) to have (?:a )?length (?:of )?(?<e>\d{1,9}),? but got (?<a>\d{1,9})/
	},
	{
		cue: "changed by",
		match: /expected (?<s>`.{1,80}?`) to have (?<e>changed by .{1,60}?), but was (?<a>changed by .{1,60}|not changed)/
	},
	{
		cue: "elements matching",
		of: "the number of elements that match ",
		match: /Expected (?:exactly |at least |at most )?(?<e>\d{1,6}) elements? matching (?<s>"[^"]{1,120}"), found (?<a>\d{1,6})/
	},
	{
		cue: " times",
		of: "the number of elements that match ",
		match: /expected to find (?:visible )?(?:css|xpath|text|link|button|field) (?<s>"[^"]{1,120}") (?<e>\d{1,6}) times?,? (?:but )?found (?<a>\d{1,6})/i
	},
	{
		cue: "got:",
		match: /^\s{0,8}expected: (?<e>\S.{0,120}?)\s{2,12}got: (?<a>\S.{0,120}?)(?:\s{2,8}\(compared using .{1,20}|\s{0,4})$/
	},
	{
		cue: "matches expected size",
		of: "the number of elements",
		match: /actual size (?<a>\d{1,9}) matches expected size (?<e>\d{1,9})/
	},
	{
		cue: " contains ",
		match: /Failed asserting that (?<a>.{1,160}?) contains (?<e>.{1,160}?)\.?$/,
		relation: "to contain"
	},
	{
		cue: "did not match the regular expression",
		match: /The input did not match the regular expression (?<e>\/.{1,120}\/\w{0,6})\. Input:\s{0,4}(?<a>'[^']{0,160}')/,
		relation: "to match"
	},
	{
		cue: "regex didn't match",
		match: /Regex didn't match: (?<e>r?'.{1,120}') not found in (?<a>'.{1,160}')/,
		relation: "to match"
	},
	{
		cue: "but was not",
		match: /^Expected <(?<a>.{1,120})> (?<r>to be equal to) <(?<e>.{1,120})>, but was not\.?$/,
		relation: "=="
	},
	{
		cue: "but did not",
		match: /^Expected <(?<a>.{1,120})> to contain (?:item )?(?<e><.{1,120}>), but did not\.?$/,
		relation: "to contain"
	},
	{
		cue: "(actual)",
		match: /(?<s>\[[\d, ]{1,20}\]): (?<a>\S{1,60}) \(ACTUAL\), (?<e>\S{1,60}) \(DESIRED\)/,
		of: "the element "
	},
	{
		cue: " within ",
		match: /^(?:AssertionError: )?(?<a>\S{1,60}) != (?<e>\S{1,60}) within \S.{1,60}$/
	},
	{
		cue: "want",
		match: /(?:^|: |\s)(?<s>[a-z]\w{0,30}) (?:=|is) (?<a>\S.{1,160}?)[;,] want(?:ed)?:? (?<e>\S.{0,120})$/
	},
	{
		cue: "is not none",
		match: /^(?:AssertionError: )?(?<a>\S.{0,120}?) is not None$/,
		expected: "None"
	}
];
/** Shapes of one line, from the most exact to the loosest. Whether actual or expected comes first is part of a shape. */
const SHAPES = [
	{
		cue: "want",
		match: /(?<s>[\w.]{1,60}\([^)]{0,80}\)) (?:=|==|returned|is) (?<a>.{1,120}?)[;,] want(?:ed)?:? (?<e>.{1,160})$/
	},
	{
		cue: "does not equal",
		match: /(?<a>'[^']{1,160}') does not equal expected (?<e>'[^']{1,160}')/,
		relation: "=="
	},
	{
		cue: "does not match",
		match: /^"(?<e>.{1,200})" does not match "(?<a>.{1,200})"$/,
		relation: "to match"
	},
	{
		cue: "not found in",
		match: /^(?<a>.{1,160}) not found in (?<e>.{1,200})$/,
		relation: "in"
	},
	{
		cue: "unexpectedly found in",
		match: /^(?<a>.{1,160}) unexpectedly found in (?<e>.{1,200})$/,
		relation: "not in"
	},
	{
		cue: "not ",
		match: /^(?<a>\S{1,100}) not (?<r>greater than or equal to|less than or equal to|greater than|less than) (?<e>\S{1,100})$/
	},
	{
		cue: "matches expected",
		match: /Failed asserting that (?:actual size )?(?<a>.{1,160}?) (?:matches expected size|matches expected) (?<e>.{1,160}?)\.?$/,
		relation: "=="
	},
	{
		cue: "expected",
		match: /expected:? ?<(?<e>[^>]{0,300})> but was:? ?<(?<a>[^>]{0,300})>/i
	},
	{
		cue: "expected [",
		match: /expected \[(?<e>[^\]]{0,300})\] but found \[(?<a>[^\]]{0,300})\]/i
	},
	{
		cue: "expected",
		match: /Expected:? <(?<e>[^>]{0,200})>,? (?:but )?(?:was|got|found|received):? <(?<a>[^>]{0,200})>/i
	},
	{
		cue: "(left: `",
		match: /\(left: `(?<a>[^`]{0,200})`, right: `(?<e>[^`]{0,200})`\)/
	},
	{
		cue: "failed asserting that",
		match: /Failed asserting that (?<a>.{1,200}?) (?<r>is identical to|is equal to|equals|matches expected|matches|contains|is of type|is|has) (?<e>.{1,200}?)\.?$/
	},
	{
		cue: "is not equal to (",
		match: /is not equal to \("?(?<e>[^)"]{0,200})/,
		relation: "=="
	},
	{
		reach: 60,
		cue: "assert ",
		match: /^assert (?<a>.{1,200}?) (?<r>==|!=|<=|>=|<|>|not in|in|is not|is) (?<e>.{1,200})$/
	},
	{
		cue: "want",
		match: /\bgot:? (?<a>.{1,160}?)[,;]? (?:but )?(?:want(?:ed)?|expected):? (?<e>.{1,200})$/i
	},
	{
		cue: "want",
		match: /(?:^|[\s:])(?<a>[^\s=]{1,120}),? want(?:ed)? (?<e>.{1,200})$/i
	},
	{
		cue: "",
		match: /\b(?:want(?:ed)?|expected):? (?<e>.{1,160}?)[,;]? (?:but )?(?:instead )?(?:got|was|were|found|received|actual|has|is|instead of):? (?<a>.{1,200})$/i
	},
	{
		cue: "expected",
		match: /\b[Ee]xpected (?!values )(?<a>.{1,200}?) (?<r>(?:not )?to (?:strictly |deeply |deep |loosely |sort of |have |be |not |include |contain ){0,3}(?:equal|eql|be|match|include|contain|have|change|throw|find|satisfy|respond|exist|called|length|property|one of|above|below|least|most|a|an)\b(?: to| of| text| changed by| within)?) (?<e>.{1,200}?)(?: \/\/ .{1,60})?$/
	},
	{
		cue: "=",
		match: /(?<a>'(?:[^'\\]|\\.){0,400}'|"(?:[^"\\]|\\.){0,400}") (?<r>!==|!=|===|==) (?<e>'(?:[^'\\]|\\.){0,400}'|"(?:[^"\\]|\\.){0,400}")/
	},
	{
		cue: " != ",
		match: /^(?:\w{1,20} differ: )?(?<a>[[({].{0,160}[\])}]) (?<r>!=) (?<e>[[({].{0,160}?[\])}])(?: : .{1,200})?$/
	},
	{
		cue: "=",
		match: /(?:^|[\s:])(?<a>[^\s]{1,120}) (?<r>!==|!=|===|==) (?<e>\S{1,160})$/
	},
	{
		cue: "check_",
		match: /check_\w{2,6}\((?<a>[^,]{1,100}), (?<e>[^)]{1,100})\)/
	},
	{
		cue: "does not ",
		match: /(?<a>.{1,160}) does not (?<r>equal|match|contain|include|start with|end with) (?<e>.{1,160})$/i
	}
];
const clip = (text) => {
	const trimmed = text.trim().replace(/[,;:]$/, "");
	return trimmed.length > 160 ? `${trimmed.slice(0, 159)}…` : trimmed;
};
const DESCRIBED = /^(?:(?<s>[a-z][^<"]{1,60}) )?was (?<v>[<"'].{1,300})$/;
/** Hamcrest describes what it found: `was <7>`, `collection size was <2>`. */
function described(pair) {
	const groups = DESCRIBED.exec(pair.actual)?.groups;
	if (groups === void 0) return pair;
	const { s, v = "" } = groups;
	return s === void 0 ? {
		...pair,
		actual: v
	} : {
		...pair,
		actual: v,
		subject: s
	};
}
function labelled$1(lines, actual, expected) {
	let a;
	let e;
	for (const line of lines) {
		e ??= expected.exec(line)?.groups?.["e"];
		a ??= actual.exec(line)?.groups?.["a"];
		if (a !== void 0 && e !== void 0) return described({
			actual: clip(a),
			expected: clip(e),
			relation: a === e ? "!=" : "=="
		});
	}
	return null;
}
/**
* pytest prints the relation that should hold, everybody else the one that was found: `2 != 3` is a failed equality.
*/
function ordered(pair, line) {
	const { actual, expected, relation } = pair;
	if (/^[!=]==?$/.test(relation) && !line.startsWith("assert ")) return {
		...pair,
		relation: actual === expected ? "!=" : "=="
	};
	return pair;
}
function shaped(lines, shapes = SHAPES) {
	const lower = lines.map((line) => line.toLowerCase());
	const all = lower.join("\n");
	for (const shape of shapes) {
		if (!all.includes(shape.cue)) continue;
		for (const [at, line] of lines.slice(0, shape.reach ?? 12).entries()) {
			const pair = lower[at]?.includes(shape.cue) === true ? shapedLine(line, shape) : null;
			if (pair !== null) return pair;
		}
	}
	return null;
}
/** What one line compares in the words of one tool; null when it has another form. */
function shapedLine(line, { match, relation, expected = "", of = "" }) {
	const groups = match.exec(line)?.groups;
	if (!groups) return null;
	const { a = "", e = expected, r = "", s = "" } = groups;
	const pair = {
		actual: clip(a),
		expected: clip(e),
		relation: relation ?? (r === "" ? "==" : r)
	};
	const subject = `${of}${s}`.trim();
	return ordered(subject === "" ? pair : {
		...pair,
		subject
	}, line);
}
const EXPECTED_LINE = /^[\sE|]{0,40}-(?:\s{1,20}|(?=['"\w[{(:$]))(?<e>[^\s-].{0,200})$/;
const ACTUAL_LINE = /^[\sE|]{0,40}\+(?:\s{1,20}|(?=['"\w[{(:$]))(?<a>[^\s+].{0,200})$/;
const MINUS_ACTUAL = new RegExp(EXPECTED_LINE.source.replace("?<e>", "?<a>"));
const PLUS_EXPECTED = new RegExp(ACTUAL_LINE.source.replace("?<a>", "?<e>"));
const LEGEND = /^(?:Expected|Received|received|Snapshot|snapshot|Actual|expected|actual|actual: |Array \[\]|where\b|failed to generate|[{}[\](),]{1,3}$|(?:Object|Array|Map|Set|dict|list)\s?[({[]+$)/;
/** unittest compares `first` with `second`, and its `-` lines are those of `first`. */
const UNITTEST = /^(?:E\s{1,8})?(?:AssertionError: )?(?:\w{1,20} differ: )?(?!assert )['"[{(].{0,2000} != ['"[{(]/;
const DIFFERING = /(?:At index (?<i>\d{1,9}) diff: |^\s{0,12}(?:E {1,8})?(?=\{))(?<a>.{1,200}) != (?<e>.{1,200})$/;
/** True for a diff of unittest, whose `-` lines are those of the value that came. */
const isUnittestDiff = (lines) => lines.slice(0, 30).some((line) => UNITTEST.test(line.slice(0, 500)));
const SIGNED$1 = /^[\sE|]{0,40}[-+]/;
/** The first difference inside two large values; null when the text shows none. Diffs mark expected with `-`. */
const differenceIn = lastKnown((lines) => {
	const near = lines.slice(0, 80).map((line) => line.slice(0, 300));
	for (const line of near) {
		const groups = line.includes(" != ") ? DIFFERING.exec(line)?.groups : void 0;
		if (groups) {
			const pair = {
				actual: clip(groups["a"] ?? ""),
				expected: clip(groups["e"] ?? ""),
				relation: "=="
			};
			return groups["i"] === void 0 ? pair : {
				...pair,
				index: Number(groups["i"])
			};
		}
	}
	const reported = near.filter((line) => SIGNED$1.test(line) && !LEGEND.test(line.replace(/^[\sE|]*[-+]\s*/, "")));
	if (reported.length === 0) return null;
	const pair = isUnittestDiff(near) ? labelled$1(reported, MINUS_ACTUAL, PLUS_EXPECTED) : labelled$1(reported, ACTUAL_LINE, EXPECTED_LINE);
	return pair && {
		...pair,
		actual: pair.actual.replace(/,$/, ""),
		expected: pair.expected.replace(/,$/, "")
	};
});
/** bats quotes the source of the command that failed, not its values. */
const SHELL_SOURCE = /^\s*`.{1,480}' failed(?: with status \d{1,5})?$/;
/** Finds what was compared in the first 60 lines of a failure; null when no known shape is there. */
function comparisonIn(lines) {
	const near = lines.slice(0, 60).map((line) => line.slice(0, 500)).filter((line) => !SHELL_SOURCE.test(line));
	return shaped(near, NAMING) ?? labelled$1(near, LEFT, RIGHT) ?? labelled$1(near, LABEL_ACTUAL, LABEL_EXPECTED) ?? shaped(near);
}
const STATUS$2 = /^[<[("']{0,2}(?:HTTP\S{0,8} |HttpStatus\.|status[:= ]{1,2}|Response )?\[?([1-5]\d\d)\b/i;
/** The HTTP status that came when a test compared statuses; null when it compared something else. */
function statusCompared(comparison) {
	if (comparison === null) return null;
	const actual = STATUS$2.exec(comparison.actual)?.[1];
	const wanted = STATUS$2.exec(comparison.expected.replace(/^[([{]\s?/, ""))?.[1];
	return actual !== void 0 && wanted !== void 0 ? {
		actual: Number(actual),
		expected: comparison.expected
	} : null;
}
// src/diagnosis/facts/line-types.ts
/** End of a block in pytest's long style: the place below the source it belongs to. */
const BLOCK_END = /^(?:[A-Za-z]:)?[^\s:][^:"'|>]{0,500}\.pyx?:\d{1,7}:(?: [\w.]{0,200})?$/;
const SEPARATOR = /^(?:_ ){3,}_?$|^(?:During handling of|The above exception was)/;
const PYTEST_MESSAGE = /^\s{0,2}E(?: |$)/;
const CODE_FRAME = /^\s{0,12}>?\s{0,8}\d{1,6} ?[|│]|^\s{0,12}[|│]\s{1,200}\^|^\s{1,200}[\^~]{1,200}\s*$/;
const CALL_LOG = /^\s{0,12}(?:Call log:|=+ logs =+)/;
const DIFF_LINE = /^(?:\s{0,8}E?\s{0,8}[-+?] |@@ )/;
/** Advice and links that tools add to every failure of a kind. */
const HELP = /^\s*(?:[-*•>] )?(?:\(?Background on this error|For (?:further|more) information|For documentation|(?:Learn|Read) more|More info(?:rmation)?\b|See (?:also |the (?:docs|documentation)|https?:)|Documentation:|note: run with|Hint: |Common situations why|If this is a long-running test|Add a timeout value to this test|When Cypress detects uncaught errors|This behavior can be configured|Set debug in\b|- you (?:don't|forgot|have)\b|- your (?:web )?server|\(?https?:\/\/\S{1,300}\)?$|https:\/\/on\.cypress\.io|Trace ID: |For guidance|# see |Please see logs and check configuration$)/i;
/** True for advice and links of a tool, which are about the kind of error and not about this one. */
function isHelp(line) {
	return HELP.test(line);
}
/** Marks the source that pytest prints above a place, or below `file.py:9: in name`. */
var SourceBlocks = class {
	lines;
	frames;
	types;
	#from = 0;
	constructor(lines, frames) {
		this.lines = lines;
		this.frames = frames;
		this.types = lines.map(() => null);
	}
	mark() {
		for (const [at, line] of this.lines.entries()) {
			const frame = this.frames.get(at);
			if (SEPARATOR.test(line)) this.#from = at + 1;
			else if (frame?.family === "python") this.#place(at, frame);
		}
		return this.types;
	}
	#place(at, frame) {
		const type = frame.vendor ? "library" : "source";
		if (BLOCK_END.test(this.lines[at] ?? "")) {
			this.#fill(this.#from, at, type);
			this.#from = at + 1;
			return;
		}
		let end = at + 1;
		while (end < this.lines.length && this.#isBelow(end)) end += 1;
		this.#fill(at + 1, end, type);
		this.#from = end;
	}
	#isBelow(at) {
		const line = this.lines[at] ?? "";
		return /^\s{4}/.test(line) && !PYTEST_MESSAGE.test(line) && !this.frames.has(at) && !SEPARATOR.test(line);
	}
	#fill(from, to, type) {
		for (let at = from; at < to; at++) if (!PYTEST_MESSAGE.test(this.lines[at] ?? "") && !this.frames.has(at)) this.types[at] = type;
	}
};
/** The type of each line; `frames` are those of the same lines. */
function lineTypes(lines, frames) {
	const places = new Map(frames.map((frame) => [frame.at, frame]));
	const sources = new SourceBlocks(lines, places).mark();
	let isLogged = false;
	return lines.map((line, at) => {
		if (CALL_LOG.test(line)) isLogged = true;
		else if (isLogged && !/^\s*(?:- |\d+ × |=)/.test(line)) isLogged = false;
		const known = sources[at];
		if (known) return known;
		if (places.has(at)) return "frame";
		if (isHelp(line)) return "help";
		if (isLogged) return "call-log";
		if (CODE_FRAME.test(line)) return "source";
		return DIFF_LINE.test(line) ? "diff" : "message";
	});
}
// src/diagnosis/facts/captured-output.ts
const CAPTURED = /^(?:-{3,} ?(?:system-(?:out|err)|Captured (?:stdout|stderr|log)\b.*) ?-{3,}|-+ ?Captured .{1,60}-+|System(?:\.| )(?:Out|Error|Err):?|Standard (?:Output|Error)(?: Messages)?:|(?:stdout|stderr):$|Captured logging:|Browser logs:|={3,} ?(?:stdout|stderr) ?={3,})/i;
const NOISE$1 = /^(?:=== (?:RUN|PAUSE|CONT|NAME)\b|[ \t]*\[\.\.\. \d+ lines cut \.\.\.\]$|\.\.\. \[\d+ characters cut\] \.\.\.$)/;
/** Splits a failure's details at the first captured section; drops lines that only say that a test is running. */
function evidenceOf$1(details) {
	const lines = boundedLines(details).filter((line) => !NOISE$1.test(line));
	const at = lines.findIndex((line) => CAPTURED.test(line));
	return at < 0 ? {
		lines,
		captured: []
	} : {
		lines: lines.slice(0, at),
		captured: lines.slice(at)
	};
}
const SHOWN_ERROR = /stderr=b?(?:'([^'\n]{1,300})'|"([^"\n]{1,300})")/;
const TELLS = /error|fail|fatal|exception|cannot|not found|denied|invalid|missing|warn/i;
const SECTION = /^(?:-{3,} ?Captured (?:stderr|err)\b.*-{3,}|System\.? ?Err(?:or)?:?|Standard Error.{0,12}|stderr:)$/i;
/** The telling line that a program wrote to its error output, when the failure shows it; empty when it does not. */
function writtenToStderr(facts) {
	const shown = SHOWN_ERROR.exec(facts.text);
	const lines = (shown?.[1] ?? shown?.[2] ?? "").split("\\n");
	const captured = facts.captured.split("\n");
	const from = captured.findLastIndex((line) => SECTION.test(line));
	const printed = from < 0 ? [] : captured.slice(from + 1);
	const all = [...lines, ...printed].map((line) => line.trim()).filter((line) => line !== "" && !/^-{3,}/.test(line));
	return (all.findLast((text) => TELLS.test(text)) ?? all.at(-1) ?? "").replace(/["`]/g, "'").slice(0, 120);
}
// src/diagnosis/facts/headline.ts
/** Words that runners put where a message should be. */
const GENERIC$1 = /^(?:|none|null|undefined|error|failed|failure|test failed|collection failure|test (?:setup|teardown) failure|failed on (?:setup|teardown)(?: with)?|self = .*|exception|unknown|(?:build|runtime|compile) error|test (?:failure|error)|multiple errors?|uncaught exception|unexpected exception|testcase failed|[^\s:]{1,200}\.\w{1,5}:\d{1,6}:\d{1,6} .{1,300}|\{?\}?|error:|AssertionError\(\))$/i;
/** Starts the table of testify, which says more than its first line, the message of a report. */
const TESTIFY = /^\s{1,12}Error Trace:/;
/** Lines that runners print above the text of an error: a banner, the place of a panic, a numbered title. */
const BANNER = /^\s*(?:● .{0,200}|Test suite failed to run|thread '.{1,200}'(?: \(\d{1,9}\))? panicked at [^\s']{1,300}:\d{1,7}:\d{1,7}:?|\[(?:FAIL|ERROR)\]|FAIL:?\s*|\((?:in test file|from function) .{1,400}[),]|in test file .{1,400}\)|[^\s:]{1,300}\.\w{1,5}:\d{1,7}(?::\d{1,7})?:?|The data provider specified for .{1,300} is invalid\.?)$/;
const PYTEST_PHASE = /^failed on (?:setup|teardown) with "/;
/** From here on a message compares, lists or logs. */
const DIFF = /^\s*(?:[-+?] |[-+]$|@@|---|\+\+\+|={4,}|Expected\b(?!.{0,200}\b(?:but|got|to )\b)|Received|Actual\b|Got\b|Obtained|Call log|\/\S{1,300}\.\w{1,5}:\d{1,7}$|left:|right:|code:|Locator|Selector|Stack ?trace|\(Session info|Falsifying example|\[SQL:|\(Background on|For documentation|Build info|System info|\+ {1,12}where|Difference|Diff:|Full diff|Omitting|Comparing|Extra items|Differing items|At index|Use -v|Traceback|Caused by|\[cause\]|at |File "|#\d+ |Snapshot|Failed validating|On instance|DETAIL:|LINE \d|HINT:|\d+ \||> \d+ \||\{$|and the|Number of calls)/;
const NOISE = /^\s*(?:$|Traceback \(most recent|During handling|The above exception|(?:ERROR|FAIL|FAILED|PASS|ok|not ok)\b(?!.{0,4}:\s).{0,200}$|--- FAIL|=== |● |• |\d+\) |_{4,}|-{3,}|={3,}|⎯{3,}|●|Failing step:|Location:|test_id:|status:|run time:|duration_ms:|severity:|exitcode:|stack: |Retry #\d|.{0,300} › .{0,300}[─=]{3,}$|[─=]{3,}|attachment #\d|Failure\/Error:|Failures?:|Error Message:|Result (?:Message|StackTrace):|Hint: |ImportError while|Tags: |stack backtrace|note: run with|\[gw\d+\]|[\w-]+ - .{0,20}$|console\.\w+$|[A-Z][\w\\]{1,100}::\w+$|\[SIGNAL|goroutine \d|\d+: |throw err;|\^+$|\.\.\.$|\w+\.js:\d+$|node:internal\S+$|test .{1,100} FAILED|>\s|\d+ \||> \d+ \||@scenario|[a-z_]{1,40} = <|> .{1,200}$|Errors? occurred|run ".{1,100}"\.\.\. )/;
const PREFIX = /^\s*(?:(?:[A-Za-z]:)?[^\s:"'()]{1,300}\.\w{1,5}:\d{1,7}(?::\d{1,7})?:?(?: |(?=XCTAssert))(?:error: |fatal: |warning: )?|panic: |Uncaught |uncaught: |\[(?:FAILED|FAIL|PANICKED|ERROR)\] |[EF]\d{4} [\d:.]{8,16} {1,8}\d{1,8} \S{1,200}\] |[│╷|] |Error Message: {0,4}|FAILED: |E {1,8}|\d\d:\d\d:\d\d |Error:\s{1,16}(?=\S)(?=.{0,3}[a-z"0-9]))/;
const NAMED = /^\s*(?:[A-Za-z_$][\w$.:\\]*(?:Error|Exception|Failure|NotMet)\b(?: \[\w+\])?(?:: |:?$))|panicked at|^\s*panic: |^\s*Error: |^\s*thrown: /;
const stripPrefix = (line) => line.replace(PREFIX, "").trim();
/** Lines that are neither places nor a runner's own decoration. */
function messageLines(lines, frameLines) {
	return lines.filter((line, at) => (!frameLines.has(at) || /:\d{1,7}(?::\d{1,7})?: \S|"$/.test(line)) && !NOISE.test(line));
}
/** pytest's `E` lines of the last exception that was raised. */
function pytestLines(lines) {
	const from = lines.findLastIndex((line) => /^(?:During handling of|The above exception was)/.test(line));
	const said = lines.slice(from + 1).filter((line) => /^\s*E(?: |$)/.test(line)).map((line) => line.replace(/^\s*E {0,3}/, ""));
	return /^\s*File "/.test(said[0] ?? "") ? said.slice(Math.max(0, said.findIndex((line) => NAMED.test(line)))) : said;
}
/** The `Error:` cell of testify's table. */
function testifyLines(lines) {
	const at = lines.findIndex((line) => /^\s{1,12}Error:\s{2,}\S/.test(line));
	if (at < 0) return [];
	const rest = lines.slice(at + 1);
	const end = rest.findIndex((line) => /^\s{1,12}(?:Test|Messages):/.test(line));
	const more = rest.slice(0, end < 0 ? 8 : end).map((line) => line.trim());
	return [(lines[at] ?? "").replace(/^\s*Error:\s*/, ""), ...more];
}
/** The line after `panicked at` (Rust since 1.73), or the text in quotes before. */
function panicLines(lines) {
	const at = lines.findIndex((line) => /panicked at /.test(line));
	if (at < 0) return [];
	const quoted = /panicked at '(.{1,500})', /.exec(lines[at] ?? "")?.[1];
	const following = lines.slice(at + 1).filter((line) => line.trim() !== "--");
	return quoted === void 0 ? following.slice(0, 4) : [quoted];
}
function firstSpoken(lines) {
	const plain = lines.map((line, at) => ({
		line,
		at
	})).filter(({ line }) => !NOISE.test(line) && !/^\s*at /.test(line));
	const named = plain.find(({ line }) => NAMED.test(line) && !/^\s*File "/.test(line));
	const first = plain[0];
	const chosen = named && first && named.at - first.at < 60 ? named : first;
	return chosen ? lines.slice(chosen.at, chosen.at + 30) : [];
}
function fromDetails(lines) {
	for (const find of [
		pytestLines,
		testifyLines,
		panicLines
	]) {
		const found = find(lines).filter((line) => line.trim() !== "");
		if (found.length > 0) return found;
	}
	return firstSpoken(lines);
}
function untilDiff(lines) {
	const head = [];
	for (const line of lines) {
		const plain = stripPrefix(line);
		if (plain === "") continue;
		if (head.length > 0 && DIFF.test(line)) {
			if (/^\s*(?:assert |Error: )/.test(line)) head.push(plain);
			break;
		}
		head.push(plain);
		if (head.length === 4) break;
	}
	return head;
}
/** pytest wraps a message of set-up or tear-down in quotes. */
function withoutPhase(message) {
	if (!PYTEST_PHASE.test(message[0] ?? "")) return message;
	const last = message.length - 1;
	return message.map((line, at) => (at === 0 ? line.replace(PYTEST_PHASE, "") : line).replace(at === last ? /"$/ : /$^/, ""));
}
/** The parameters of a sub-test, which pytest prints before its error. */
const SUBTEST = /^(?:\[[^\]\n]{1,120}\] )?\([^\s=()]{1,60}=[^\n]{0,200}?\) (?=[A-Za-z_][\w.]{0,120}(?:Error|Exception|Failed|Exit)\b|assert |Failed: )/;
function withoutSubtest([first = "", ...rest]) {
	return [first.replace(SUBTEST, ""), ...rest];
}
/** The test's own name is no message; PHPUnit prints it above the text, others put it into the attribute. */
function isNameOf(line, names) {
	const text = line.trim().replace(/^(?:\d{1,4}\) |● )/, "");
	return names.some((name) => {
		if (name === "" || !text.endsWith(name)) return false;
		return /^(?:[\w\\/-][\w\\/.-]{0,200}(?:::|#| › | > |\.))?$/.test(text.slice(0, -name.length));
	});
}
/** Drops banners and names until a line says something. */
function spoken(lines, names) {
	const from = lines.findIndex((line) => line.trim() !== "" && !BANNER.test(line) && !isNameOf(line, names));
	return from < 0 ? [] : lines.slice(from);
}
/**
* Chooses the headline: the message when it says something, else what the details say first. `names` are those of the
* test.
*/
function headlineLines(message, details, names = []) {
	const lines = spoken(details, names);
	const reported = spoken(withoutSubtest(withoutPhase(message)), names).filter((line) => line.trim() !== "");
	const first = (reported[0] ?? "").trim();
	const setupFile = /^file .{1,400}, line \d+$/.test(first);
	const all = reported.length > 0 && !GENERIC$1.test(first) && !setupFile && !details.some((line) => TESTIFY.test(line)) ? reported : fromDetails(lines);
	const usable = all.length > 0 ? all : message.filter((line) => line.trim() !== "");
	return {
		head: untilDiff(usable),
		all: usable.slice(0, 60)
	};
}
// src/diagnosis/facts/failure-facts.ts
/** A headline is short; whatever follows is a diff or a log, and stands in the details too. */
const MESSAGE_CHARS = 32e3;
const GENERIC_TYPE = /^(?:|error|exception|failure|failed|fail|test ?failure|testCodeFailure|hookFailed|AssertionError \[ERR_ASSERTION\]|unknown|undefined|null)$/i;
const TYPE_HEAD = /^(?:Uncaught |uncaught: |Unhandled |thrown: |E {1,8}|\(in promise\) |error: (?=[A-Z]\w+(?:Error|Exception)))*(?<type>(?:[A-Za-z_$][\w$]*(?:\.|::|\\))*[A-Za-z_$][\w$]*(?:Error|Exception|Failure|Fault|Warning|Timeout|Empty|Exceeded|NotMet|Interrupt|Exit|Violation|NotFound|DoesNotExist|Flaky|Refused|Failed|Assertion)|Error|Exception|Failed|Flaky)(?: \[\w+\])?(?: ?: ?|$|\(\)$)(?<rest>.*)$/;
/** An exception class and its text, split; the type is empty when the line has none. */
function splitType(line) {
	const groups = TYPE_HEAD.exec(line.slice(0, 700).trim())?.groups;
	return groups ? {
		type: groups["type"] ?? "",
		rest: (groups["rest"] ?? "").trim()
	} : {
		type: "",
		rest: line.trim()
	};
}
/** Text like `sqlalchemy.exc.X: (psycopg2.errors.Y) ...` or `Error: TimeoutError: ...` names several; all stay in the headline. */
function typedHead(lines) {
	const [first = "", ...others] = lines;
	const { type, rest } = splitType(first);
	return {
		type,
		lines: rest === "" ? others : [rest, ...others]
	};
}
/** Where the message has no class, the same sentence in the details often has one before it. */
function typeBeside(headline, lines) {
	const start = headline.slice(0, 24);
	for (const [at, line] of lines.slice(0, 60).entries()) {
		const { type, rest } = splitType(line.replace(/^E {1,8}/, ""));
		if (type === "" || GENERIC_TYPE.test(type)) continue;
		const stated = rest === "" ? (lines[at + 1] ?? "").trim() : rest;
		if (start === "" || stated.startsWith(start)) return type;
	}
	return "";
}
/** Many failures are decided before the costlier facts are asked for. */
function lazy(make) {
	let made = null;
	return () => (made ??= { value: make() }).value;
}
const LINE_TYPE = /^(?:E\s{1,8})?(?:[\w.\\$]{0,120}(?:Error|Exception|Failure|Failed)(?: \[\w{1,40}\])? ?: )?/;
/** Attributes fold line breaks into one line; the same text stands in the details with its lines. */
function comparedLines(stated, details) {
	const start = (stated[0] ?? "").replace(LINE_TYPE, "").trim().slice(0, 24);
	return (stated.length === 1 && start !== "" && details.some((line) => line.includes(start)) ? details : [...stated, ...details]).map((line) => line.replace(LINE_TYPE, ""));
}
/** SQLAlchemy appends a link about the class of error to the message itself. */
const withoutHelp = (line) => line.replace(/ \(Background on this error at: \S{1,200}\)/, "");
/** Adds what the test printed beside its own text. */
function withOutput(read, { details, output }) {
	if (details === "" || output === "") return read;
	const { captured } = read.facts;
	const printed = boundedLines(output.slice(-16e3));
	const joined = (captured === "" ? printed : [captured, ...printed]).join("\n").slice(-4e3);
	return {
		...read,
		facts: {
			...read.facts,
			captured: joined
		}
	};
}
/** What only the files of the repository show. */
const WITHOUT_REPOSITORY = {
	source: "",
	productSource: "",
	nearby: () => "",
	ownFile: () => null,
	filesIn: () => [],
	linesOf: () => []
};
/** Reads one failure once, without its output: cleaned, bounded, with its headline found wherever the runner put it. */
function readText(failure) {
	const evidence = evidenceOf$1(failure.details === "" ? failure.output : failure.details);
	const lines = evidence.lines.map(withoutHelp);
	const { captured } = evidence;
	const message = boundedLines(failure.message.slice(0, MESSAGE_CHARS)).map(withoutHelp);
	const frames = framesOfLines([...lines, ...message]);
	const frameLines = new Set(frames.map((frame) => frame.at));
	const types = lineTypes(lines, frames);
	const only = (...unwanted) => lines.map((line, at) => unwanted.includes(types[at] ?? "message") ? "" : line);
	const spoken = headlineLines(message, lines, [failure.name, failure.testId]);
	const typed = typedHead(spoken.head);
	const headline = typed.lines.filter((line) => !isHelp(line)).join(" ").slice(0, 600).trim();
	const reported = GENERIC_TYPE.test(failure.type.trim()) ? "" : failure.type.trim().slice(0, 200);
	const parsed = GENERIC_TYPE.test(typed.type) ? "" : typed.type;
	const type = reported !== "" ? reported : parsed !== "" ? parsed : typeBeside(headline, lines);
	const stated = spoken.all.filter((line) => !isHelp(line));
	const all = [...spoken.all, ...lines];
	const read = [...stated, ...only("library", "help")];
	return {
		facts: {
			type,
			headline,
			head: type === "" ? headline : `${type}: ${headline}`.slice(0, 700),
			body: lazy(() => [...stated, ...messageLines(only("library", "help"), frameLines)].join("\n").slice(0, 2500)),
			comparison: lazy(() => comparisonIn(comparedLines(stated, only("library", "help", "source", "frame")))),
			captured: captured.join("\n").slice(-4e3),
			root: chainOf(lines, message),
			wrapper: "",
			lines: all,
			...WITHOUT_REPOSITORY,
			text: read.slice(0, 400).join("\n").slice(0, 8e3)
		},
		frames
	};
}
// src/locate/source-location.ts
const TEST_FILE = /(?:^|\/)(?:test_[^/]*|[^/]*_tests?\.\w+|[^/]*[._-](?:test|tests|spec|specs|cy|e2e|steps)\.[^/]*|[^/]*_spec\.rb|[^/]*(?:Tests?|Spec|Specs|IT|TestCase|UITests?|Steps)\.(?:java|kt|scala|groovy|php|cs|fs|vb|swift|m|mm|cpp)|[^/]*\.(?:feature|bats|t)|steps\.\w+)$/;
const TEST_DIRECTORY = /(?:^|\/)(?:tests?|specs?|__tests__|e2e|features|steps|step_definitions|integration|unit|testing|it|cypress|smoke)\//i;
const RECURSION = 4;
const INNERMOST_LAST = /* @__PURE__ */ new Set(["python", "ginkgo"]);
/** Base name without its extension. */
function stemOf(path) {
	const base = path.slice(path.lastIndexOf("/") + 1);
	const dot = base.lastIndexOf(".");
	return dot > 0 ? base.slice(0, dot) : base;
}
/** Words of an id that can name a file, a class or a function. */
function wordsOf$1(text) {
	return text.slice(0, 1e3).split(/[^\w$-]+/).filter((word) => word.length > 2);
}
/** Words of a title with blanks are no names of functions, save the first of `testAdd with data set #1`. */
function functionsOf({ classname, testId, name }) {
	const words = [classname, testId].filter((text) => !/\s/.test(text)).flatMap(wordsOf$1);
	return /\s/.test(name) ? [...words, .../^test\w*/i.exec(name) ?? []] : [...words, ...wordsOf$1(name)];
}
function hintsOf(test) {
	const words = [
		test.classname,
		test.testId,
		test.name
	].flatMap(wordsOf$1);
	const stems = /* @__PURE__ */ new Set([...words, stemOf(test.file)]);
	stems.delete("");
	return {
		stems,
		functions: new Set(functionsOf(test)),
		paths: /* @__PURE__ */ new Map()
	};
}
const QUALIFIED = /[.:(\s]/;
const functionName = ({ fn }) => QUALIFIED.test(fn) ? fn.split(QUALIFIED).filter((word) => word !== "").at(-1) ?? "" : fn;
function pathKind(file, { stems, paths }) {
	const found = paths.get(file);
	if (found) return found;
	const looksLikeTest = TEST_FILE.test(file);
	const kind = {
		isNamed: stems.has(stemOf(file)),
		looksLikeTest,
		isInTests: TEST_DIRECTORY.test(file)
	};
	paths.set(file, kind);
	return kind;
}
/** How likely a frame is the one a person would open; 0 never. */
function rank(frame, hints) {
	if (frame.vendor) return 0;
	if (frame.kind !== "call") return 1;
	if (frame.family === "feature") return 2;
	const isTest = hints.functions.has(functionName(frame)) || frame.fn === "It";
	const { isNamed, looksLikeTest, isInTests } = pathKind(frame.file, hints);
	if (isNamed && looksLikeTest) return 8;
	if (looksLikeTest) return isTest ? 7 : 6;
	if (isTest) return 5;
	return isInTests ? 4 : 3;
}
function bestOf(frames, hints) {
	let best = null;
	let bestRank = 0;
	for (const frame of frames) {
		const value = rank(frame, hints);
		if (value > bestRank || value === bestRank && best !== null && INNERMOST_LAST.has(frame.family)) {
			best = frame;
			bestRank = value;
		}
	}
	return best;
}
/** A function that calls itself fills the trace with one place; the place that started it says more. */
function withoutRecursion(frames) {
	if (frames.length < RECURSION) return frames;
	const counts = /* @__PURE__ */ new Map();
	const stemOfFile = lastKnown(stemOf);
	const keyOf = ({ file, line, fn }) => `${stemOfFile(file)}:${line}:${fn}`;
	const keys = frames.map(keyOf);
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	if (counts.size === frames.length) return frames;
	const rest = frames.filter((_, at) => (counts.get(keys[at] ?? "") ?? 0) < RECURSION);
	return rest.some((frame) => !frame.vendor) ? rest : frames;
}
/** The test's own function in traces that print the innermost frame first; PHP names no functions. */
function testFunction(same, hints) {
	return same.find((frame) => hints.functions.has(functionName(frame)) || /^[`']?block\b/.test(frame.fn)) ?? (same[0]?.family === "php" ? same.at(-1) : void 0);
}
/**
* A helper written beside the test is part of it: the line that compares counts. What a class beside the test raises
* counts where the test calls it.
*/
function inSameFile(best, frames, hints, isRaised) {
	if (best === null || best.kind !== "call") return best;
	const same = frames.filter((frame) => frame.file === best.file && frame.kind === "call");
	if (INNERMOST_LAST.has(best.family)) return same.at(-1) ?? best;
	return (isRaised ? testFunction(same, hints) : void 0) ?? same[0] ?? best;
}
/**
* The innermost frame of code that is neither a package nor a test. Where the test is in a file of tests, a function of
* another file that is called like the test (`describe('cents')` for `cents()`) is the code that it tests.
*/
function productFrame(frames, hints, test) {
	const inTestFile = test !== null && pathKind(test.file, hints).looksLikeTest;
	const isProduct = (frame) => {
		const value = rank(frame, hints);
		return value === 3 || value === 5 && inTestFile && !pathKind(frame.file, hints).isInTests;
	};
	const own = frames.filter((frame) => frame.kind === "call" && isProduct(frame));
	return (own[0] && INNERMOST_LAST.has(own[0].family) ? own.at(-1) : own[0]) ?? null;
}
/**
* Chooses among the frames of one failure: the test's own function or file, else a test file, a test directory, any
* project file. Python prints the innermost frame last, everybody else first. Declared places only when nothing else is.
* `isRaised`: the failure is an error that some code raised, not a comparison.
*/
function chooseFrames(frames, test, isRaised = false) {
	if (frames.length === 0) return {
		test: null,
		product: null
	};
	const hints = hintsOf(test);
	const once = withoutRecursion(frames);
	const chosen = inSameFile(bestOf(once, hints), once, hints, isRaised);
	const product = productFrame(once, hints, chosen);
	return {
		test: chosen,
		product: product === chosen ? null : product
	};
}
// src/diagnosis/places.ts
const MOST_CANDIDATES = 8;
/** Chooses among the frames that can be files of the repository, and maps the choice. */
function placesOf(frames, failure, context, isRaised) {
	const locate = locator(failure, context);
	const own = frames.filter((frame) => !frame.vendor);
	const isKnown = (frame) => locate(frame).file !== null;
	const couldBe = (frame) => frame.vendor || isKnown(frame) || isAmbiguous(locate(frame));
	const chosen = chooseFrames(own.some(isKnown) ? frames.filter(couldBe) : frames, failure, isRaised);
	const place = bestPlace(failure, withBody(placeOf(chosen.test, locate), own, locate, context), context);
	const candidates = [place, ...own.map((frame) => placeOf(frame, locate))].filter((each) => each !== null);
	const unique = new Map(candidates.map((each) => [`${each.file}:${each.line}`, each]));
	return {
		place,
		productPlace: placeOf(chosen.product, locate),
		reason: place === null ? reasonOf(failure, chosen, locate, context) : {},
		candidates: [...unique.values()].slice(0, MOST_CANDIDATES)
	};
}
const WITH = /^\s*(?:async\s+)?with\s/;
/** What the end of a `with` block raises hides what its body raised before: the line of the body says more. */
function withBody(place, frames, locate, { sourceOf }) {
	if (place === null || !place.file.endsWith(".py")) return place;
	const lines = sourceOf?.(place.file) ?? [];
	const head = lines[place.line - 1] ?? "";
	if (!WITH.test(head)) return place;
	const indent = head.search(/\S/);
	const end = lines.findIndex((line, at) => at >= place.line && line.trim() !== "" && line.search(/\S/) <= indent);
	const isInside = ({ line }) => line > place.line && (end < 0 || line <= end);
	const inside = frames.findLast((frame) => isInside(frame) && locate(frame).file === place.file);
	return inside === void 0 ? place : {
		file: place.file,
		line: inside.line
	};
}
const isAmbiguous = (found) => found.file === null && found.candidates > 1;
/** Kotlin, Scala and Groovy may leave the folders of a package out; Java may not. */
const FOLDERLESS = /\.(?:kts?|scala|groovy|clj)$/;
function locator(failure, { resolvePath }) {
	const locate = ({ file, family }) => {
		if (resolvePath === void 0) return { file };
		const found = resolvePath(file, failure.context);
		if (found.file !== null || family !== "jvm" || !FOLDERLESS.test(file)) return found;
		return resolvePath(file.split("/").at(-1) ?? "", failure.context);
	};
	const known = /* @__PURE__ */ new Map();
	return (frame) => {
		const key = frame.family === "jvm" ? `jvm\0${frame.file}` : frame.file;
		const found = known.get(key) ?? locate(frame);
		known.set(key, found);
		return found;
	};
}
function placeOf(frame, locate) {
	const file = frame === null ? null : locate(frame).file;
	return frame === null || file === null ? null : {
		file,
		line: frame.line
	};
}
function mapped({ file, line }, failure, { resolvePath }) {
	if (file === "" || line <= 0) return null;
	const known = resolvePath === void 0 ? file : resolvePath(file).file;
	return known !== null && (failure.context === void 0 || known === file) ? {
		file: known,
		line
	} : null;
}
/**
* The runner's own word first, unless it only repeats where the test is declared and a frame knows better; then the
* frame; then the declaration.
*/
function bestPlace(failure, framed, context) {
	const reported = failure.knownPlace ? mapped(failure.knownPlace, failure, context) : null;
	const declared = mapped(failure, failure, context);
	const isDeclaration = reported !== null && reported.line === failure.line;
	if (reported !== null && !(isDeclaration && framed !== null)) return reported;
	return framed ?? declared;
}
function reasonOf(failure, { test }, locate, { resolvePath }) {
	const named = test === null ? failure : test;
	if (named.file === "" || resolvePath === void 0) return {};
	const found = test === null ? resolvePath(named.file, failure.context) : locate(test);
	return found.file !== null || found.reason === "" ? {} : { unlocated: `${named.file}:${named.line}: ${found.reason}` };
}
// src/diagnosis/quotes.ts
const MAX_QUOTES = 3;
const MAX_CHARS = 300;
/** Lines that may follow one that only introduces them. */
const MOST_VALUES = 4;
const SEARCHED = 24;
/**
* Verbatim lines that the judgement rests on: the line with the rule's words first, then how the failure speaks. A line that
* only introduces the compared values is quoted with them.
*/
function quotesOf$1(verdict, facts) {
	const lines = [...facts.lines.slice(0, 400), ...facts.captured.split("\n").slice(-80)].map((line) => line.trim());
	const words = verdict.evidence.split("\n")[0]?.trim() ?? "";
	const exact = words.length < 3 ? "" : bestQuote(lines, words);
	const { headline } = facts;
	const found = [exact, bestQuote(lines, headline.slice(0, 30)) || bestQuote(lines, /^[^:]{5,30}:/.exec(headline)?.[0] ?? "")].filter((quote) => quote !== "");
	const quotes = withoutFolded([...new Set(found)]).slice(0, MAX_QUOTES);
	return [...new Set(quotes.flatMap((quote) => quote.split("\n")))];
}
/** The first line with these words, or the first that is followed by values; empty when no line has them. */
function bestQuote(lines, words) {
	if (words === "") return "";
	let first = "";
	for (const [at, line] of lines.entries()) {
		if (!line.includes(words)) continue;
		const quote = quoteAt(lines, at);
		if (quote.includes("\n")) return quote;
		first ||= quote;
	}
	return first;
}
const FRAME$1 = /^(?:at |❯ |\.\.\. \d|code: '|generatedMessage)/;
const SIDE$1 = /^[+\-]?\s{0,4}(?:expected|received|actual|left|right|got|want|but was|returned)\b.{0,40}?:/i;
const CHANGED$2 = /^[+-](?!.*(?:actual - expected|expected - actual|Expected\s|Received\s|\+\+|--))/;
function quoteAt(lines, at) {
	const line = lines[at] ?? "";
	const below = lines.slice(at + 1, at + 1 + SEARCHED);
	const end = below.findIndex((each) => FRAME$1.test(each));
	const values = (end < 0 ? below : below.slice(0, end)).filter((each) => each !== "");
	if (values[0]?.includes(line) === true) return line.slice(0, MAX_CHARS);
	const introduces = line.endsWith(":") || SIDE$1.test(values[0] ?? "");
	const changed = values.filter((each) => CHANGED$2.test(each));
	const shown = changed.length > 0 && line.endsWith(":") ? changed : values.filter(isValue(line));
	return (introduces ? [line, ...shown.slice(0, MOST_VALUES)] : [line]).map((each) => each.slice(0, MAX_CHARS)).join("\n");
}
/** Below a colon everything belongs to it; below another line only what is marked as a side of the comparison. */
const isValue = (line) => (text) => line.endsWith(":") || SIDE$1.test(text);
const bare$1 = (text) => text.replace(/\s+/g, "");
/** An attribute folds the lines of a message into one: the one with the lines is enough. */
function withoutFolded(quotes) {
	return quotes.filter((quote) => !quotes.some((other) => other !== quote && bare$1(other).includes(bare$1(quote))));
}
// src/diagnosis/rules/assertion-kind.ts
const headOf = (facts) => `${facts.type} ${facts.headline}`;
const REQUEST$2 = /status|Response|HTTP|fetch|\b(?:GET|POST|PUT|PATCH|DELETE)\b/i;
const WEB = /locator|toBeVisible|toHave(?:Text|Count|URL|Title|Value|Class|Attribute)|expected (?:not )?to find|Timed out retrying/i;
const MOCK = /toHaveBeen|\b(?:been|to be) called|not called|WantedBut|NeverWanted|ActualInvocation|InteractionsWanted|unexpected message|number of calls|expected call|times\(/i;
const EXCEPTION = /DID NOT (?:RAISE|WARN)|(?:to be|was|is|were|been) thrown|toThrow|Missing expected|instead of (?:rejecting|resolving)|expected (?:\S+ )?exception|should (?:throw|raise)|expected .{1,120} (?:to (?:throw|raise)|but nothing was)|Regex pattern did not match|Expected regex|not raised|No exception|wantErr (?:true|false)\b/i;
const OBJECTS = /toEqual|deep(?:ly|ish)? ?[- ]?equal|two (?:arrays|objects)|Differing items|Extra items|At index \d|Object \{|Array \[|\bmap\[/;
/** Ordered: the first that holds names the sort of comparison. */
const KINDS = [
	{
		kind: "element-not-found",
		holds: (facts) => /element\(s\) not found|never found it|Unable to (?:find|locate)/i.test(facts.body()) && /expect|find|locate/i.test(facts.head)
	},
	{
		kind: "web-assertion",
		holds: (facts) => WEB.test(headOf(facts))
	},
	{
		kind: "snapshot-missing",
		holds: (facts) => /snapshot.{0,40}(?:doesn't exist|missing|not written)/i.test(facts.head)
	},
	{
		kind: "snapshot",
		holds: (facts) => /snapshot|toHaveScreenshot|toMatchAria/i.test(facts.head)
	},
	{
		kind: "mock",
		holds: (facts) => MOCK.test(`${headOf(facts)} ${facts.body().slice(0, 600)}`)
	},
	{
		kind: "expected-exception",
		holds: (facts) => EXCEPTION.test(facts.head)
	},
	{
		kind: "status-code",
		holds: (facts) => statusCompared(facts.comparison()) !== null && REQUEST$2.test(`${facts.head}\n${facts.lines.slice(0, 60).join("\n")}`)
	},
	{
		kind: "object-diff",
		holds: (facts) => OBJECTS.test(facts.body()) || /^[[{(]/.test(facts.comparison()?.actual ?? "")
	},
	{
		kind: "text-diff",
		holds: (facts) => /^[-+?] .{1,200}\n[-+?] /m.test(facts.body()) && /["'].{24}/.test(facts.comparison()?.actual ?? "")
	}
];
/** The sort of comparison that failed: `mock`, `snapshot`, `status-code`, ..., else `value`. */
function assertionKind(facts) {
	return KINDS.find(({ holds }) => holds(facts))?.kind ?? "value";
}
// src/diagnosis/rules/explained-status.ts
/** Status codes of RFC 9110 with the words that must stand beside them. */
const RULES$1 = [
	{
		statuses: [401, 403],
		words: /\btokens?\b|credential|unauthori[sz]ed|forbidden|\bpermissions?\b|invalid_token|authenticat|access.denied|not allowed|log.?in|sign.?in|\bscopes?\b|api.?key|expired|www-authenticate/i,
		category: "auth",
		kind: (status, words) => /expired/i.test(words) ? "token-expired" : status === 401 ? "unauthorized" : "forbidden"
	},
	{
		statuses: [429],
		words: /rate.?limit|too many|retry|throttl|quota/i,
		category: "connection",
		kind: () => "rate-limit"
	},
	{
		statuses: [
			502,
			503,
			504
		],
		words: /bad gateway|unavailable|gateway time-?out|upstream|maintenance|overload/i,
		category: "connection",
		kind: () => "5xx"
	},
	{
		statuses: [404, 410],
		words: /not.?found|no such|does not exist|doesn't exist|unknown \w+|no \w+ (?:with|matches)/i,
		category: "data",
		kind: () => "not-found"
	},
	{
		statuses: [
			400,
			409,
			422
		],
		words: /required|missing|invalid|validation|must (?:be|not|have)|value_error|malformed|not a valid|not null|bad request/i,
		category: "data",
		kind: () => "validation"
	}
];
const RESPONSE = /[{[]\s{0,3}["']|->|←|: \S|<\w+>/;
/** Source lines, traces and labels of values are the test's words, not the server's. */
const isReported = (line) => !/^\s*(?:>|at |\d+ \||> \d+|E? ? \+ {1,12}where|def |assert |File |Expected|Received|# |self\.|@)|^[^\s].{0,300}\.\w{1,5}:\d+/.test(line);
/** Playwright prints the answer itself (`← 401 Unauthorized`); elsewhere the compared value is the status. */
function answerOf(facts) {
	const answered = facts.text.includes("←") ? /← (\d{3}) ?(.{0,80})/.exec(facts.text) : null;
	if (answered) return {
		status: Number(answered[1]),
		words: () => answered[2] ?? ""
	};
	const compared = statusCompared(facts.comparison());
	const reported = compared === null ? REPORTED$1.exec(facts.headline) : null;
	if (reported) return {
		status: Number(reported[1]),
		words: () => reported[2] ?? ""
	};
	return {
		status: compared?.actual ?? 0,
		words: () => serverWords(facts)
	};
}
/** `GET /manifest -> 401 {...}`: what a helper of the tests says of an answer. */
const REPORTED$1 = /(?:->|→|\banswered|\breturned|\bresponded with|\bfailed with|\bgot)(?: HTTP| status(?: code)?:?)? ?([45]\d\d)\b(.{0,200})/;
/** A dump of the answer in captured output, as MockMvc prints it. */
const BODY = /^\s{0,20}(?:Body|Response body|response body|Response)\s?[=:]\s{0,4}(\S.{0,300})$/;
const serverWords = (facts) => [...facts.lines.slice(0, 40).filter((line) => RESPONSE.test(line) && isReported(line)), ...facts.captured.split("\n").flatMap((line) => BODY.exec(line)?.[1] ?? [])].join("\n");
/** A refused status with the server's own words about it is more than a number that differs; null without them. */
function explainedStatus(facts) {
	const { status, words } = answerOf(facts);
	const rule = RULES$1.find(({ statuses }) => statuses.includes(status));
	const reported = rule ? words() : "";
	if (!rule?.words.test(reported)) return null;
	const { category } = rule;
	return {
		category,
		kind: rule.kind(status, reported),
		confidence: "high",
		rule: `${category}/status-with-evidence`,
		evidence: String(status)
	};
}
// src/diagnosis/rules/rule.ts
const scopeText = (facts, scope) => scope === "type" ? facts.type : scope === "head" ? facts.head : facts.text;
/** The first rule of `rules` that holds for `facts`, or null. */
function firstMatch(rules, facts) {
	for (const rule of rules) {
		const text = scopeText(facts, rule.on);
		const match = rule.match.exec(text);
		if (!match || rule.unless?.test(text)) continue;
		const { category, kind, confidence, name } = rule;
		return {
			category,
			kind,
			confidence,
			rule: name,
			evidence: match[0]
		};
	}
	return null;
}
// src/diagnosis/rules/connection-rules.ts
const base$8 = {
	category: "connection",
	confidence: "high",
	on: "head"
};
/** A networked dependency that could not be reached, kept or used. */
const CONNECTION_RULES = [
	{
		...base$8,
		name: "connection/docker",
		kind: "docker",
		match: /Error while fetching server API version|Cannot connect to the Docker daemon|error during connect: .{0,200}docker|(?:valid Docker environment|find a Docker environment)|docker\.sock\b.{0,120}(?:no such file|refused|permission denied)/i,
		why: "The Docker client and Testcontainers find no daemon."
	},
	{
		...base$8,
		name: "connection/socket-file",
		kind: "refused",
		match: /\[2002\] No such file|connect ENOENT|\(2\) No such file or directory.{0,80}socket|through socket '|(?:connect|dial unix|unix:)\S{0,20} \S{1,200}: (?:connect: )?no such file|\.sock(?:et)?['"]?.{0,60}(?:No such file|ENOENT)/i,
		why: "A server that listens on a file of the machine is not there."
	},
	{
		...base$8,
		name: "connection/refused",
		kind: "refused",
		match: /\bECONNREFUSED\b|:econnrefused\b|connection (?:was |is |been )?(?:actively )?refused|ConnectionRefused|ERR_CONNECTION_REFUSED|actively refused|connexion refus|Verbindung(?:saufbau)? (?:abgelehnt|verweigert)|conexión (?:rehusada|rechazada)|connessione rifiutata|conexão recusada|соединении отказано|połączenie odrzucone|拒绝连接|拒絕連線|接続が?拒否|Errno (?:111|61)\b|os error (?:111|61|10061)\b|connect: connection refused|Connection to \S{1,200} refused|refused (?:the |to )?connect|HttpHostConnectException|Couldn't connect to server|Could not connect to (?:server|Redis|MySQL|the (?:server|database|Docker daemon))|Unable to connect to (?:the remote|\S{1,120}:\d)|Cannot connect to the Docker daemon|(?:server|it) (?:is|be) not (?:running|listening)|Is the server running|nothing (?:is )?listening|java\.net\.ConnectException(?!: .{0,40}timed out)|NewConnectionError|ssl:\w{4,8} \[(?:Multiple exceptions: )?(?:\[Errno \d{2,5}\] )?Connect call failed/i,
		unless: /doesn't match any registered mock/,
		why: "errno ECONNREFUSED (111, 61, 10061) in the words of every stack."
	},
	{
		...base$8,
		name: "connection/dns",
		kind: "dns",
		match: /\bENOTFOUND\b|:nxdomain\b|\bEAI_(?:AGAIN|NONAME|NODATA|FAIL)\b|getaddrinfo|Name or service not known|nodename nor servname|Temporary failure in name resolution|Could not resolve (?:host|hostname|proxy)|no such host|lookup \S{1,120}: i\/o timeout|UnknownHost|NameResolution|ERR_NAME_NOT_RESOLVED|Failed to resolve|failed to lookup address|could not translate host name|server misbehaving|NXDOMAIN|DNS (?:lookup|resolution|error|name)|No address associated with hostname|host is not known|UnresolvedAddress|socket: SocketError/i,
		unless: /Failed to resolve (?:import|module|entry|loader|component)/,
		why: "A host name that no resolver knows."
	},
	{
		...base$8,
		name: "connection/tls",
		kind: "tls",
		match: /\bSSL(?:Error|Exception|HandshakeException|PeerUnverified\w*|CertVerificationError)?\b.{0,80}(?:certificate|handshake|verify|fail|version|alert|error|record|EOF)|CERTIFICATE_VERIFY_FAILED|certificate (?:verify|has expired|signed by unknown|is not (?:valid|trusted)|required|chain)|self[- ]signed certificate|unable to (?:verify the first|get local issuer) certificate|x509:|tls: |TLS (?:handshake|alert|connection)|handshake[_ ](?:fail|error|timeout)|PKIX path|ERR_CERT_|ERR_SSL_|wrong version number|bad certificate|DEPTH_ZERO_SELF_SIGNED|EPROTO\b|Hostname\/IP does not match certificate/i,
		why: "The peers could not agree on a certificate or protocol."
	},
	{
		...base$8,
		name: "connection/proxy",
		kind: "proxy",
		match: /ProxyError|ERR_PROXY|ERR_TUNNEL|Tunnel connection failed|proxy (?:connection|server|tunnel) (?:fail|refus|error)|SOCKS\d? (?:proxy|error|connection)|CONNECT tunnel failed/i,
		why: "A proxy stands between and failed."
	},
	{
		...base$8,
		name: "connection/reset",
		kind: "reset",
		match: /\bECONNRESET\b|\bEPIPE\b|\bECONNABORTED\b(?!.{0,40}timeout)|connection (?:was |has been |is |been |unexpectedly )?(?:reset|aborted|closed|lost|broken|dropped|terminated|interrupted|forcibly closed|shut ?down|ended)|(?:server|remote(?: end| host| party)?|peer|host|other side) (?:unexpectedly )?(?:closed|has closed|dropped|hung up|terminated|went away|has gone away|reset)|socket hang up|(?:server|client) disconnected|Broken pipe|RemoteDisconnected|ConnectionReset|ConnectionAborted|ConnectionClosed|ChannelClosed|IncompleteRead|premature (?:close|end|EOF)|Premature EOF|unexpected (?:EOF|end of (?:stream|file from server))|server closed the connection|other side closed|ERR_CONNECTION_(?:RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|ERR_SOCKET|SocketException|ChannelException|Connection is closed|no more connections|(?:^|: )(?:unexpected )?EOF$|Empty reply from server|closed by (?:the )?(?:remote|peer|server)|(?:use of|on) closed (?:network )?connection|Error 2006|2013.{0,20}Lost connection|transport (?:is )?clos|NoHttpResponse|failed to respond|response ended prematurely|WebSocket .{0,60}(?:closed|failed|error)|ERR_HTTP2|GOAWAY|stream (?:was )?reset|terminating connection due to|connection has been closed|OperationalError.{0,60}(?:closed|terminat)|InterfaceError.{0,60}connection/i,
		unless: /Timeout \d+ms exceeded|Target (?:page|closed)|connection pool (?:timed|timeout)/,
		why: "A connection that stood was closed from the other side (errno ECONNRESET, EPIPE)."
	},
	{
		...base$8,
		name: "connection/redirects",
		kind: "redirect-loop",
		match: /TooManyRedirects|Exceeded \d+ redirects|ERR_TOO_MANY_REDIRECTS|redirect (?:loop|count exceeded|cycle)|[Mm]aximum (?:number of )?redirects|stopped after \d+ redirects|too many redirects|redirected too many times/i,
		why: "A server sends the client from address to address without end."
	},
	{
		...base$8,
		name: "connection/rate-limit",
		kind: "rate-limit",
		match: /\b429\b.{0,40}Too Many|Too Many Requests|\b429 Client Error|rate[ -]?limit(?:ed| exceeded|ing)|RateLimit|quota (?:\w+ )?exceeded|ThrottlingException|TooManyRequests\w{0,40}Exception|\bthrottled\b|\b(?:status(?:[ _-]?code)?|HTTP(?:\/\d(?:\.\d)?)?|http error|response code|failed|answered|returned|responded(?: with)?)\b[^\w\n]{0,4}(?:\w{2,8}[ :=]{1,3}){0,2}429\b/i,
		why: "A service answers 429, or says that it was asked too often."
	},
	{
		...base$8,
		name: "connection/http-5xx",
		kind: "5xx",
		match: /\b50[0234] (?:Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|Internal Server Error)|\b(?:status(?:[ _-]?code)?|HTTP(?:\/\d(?:\.\d)?)?|http error|response code|failed|answered|returned|responded(?: with)?)\b[^\w\n]{0,4}(?:\w{2,8}[ :=]{1,3}){0,2}(?:50[02-4]|52\d)\b|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|upstream connect error|no healthy upstream|HttpServerErrorException|InternalServerError\b|overloaded/i,
		why: "5xx thrown by an HTTP client: the service is there and cannot serve."
	},
	{
		...base$8,
		name: "connection/unreachable",
		kind: "unreachable",
		match: /\bE(?:NET|HOST)UNREACH\b|\bENETDOWN\b|(?:network|host|destination|server|service|broker|node|cluster|database) (?:is |was |are )?(?:unreachable|not reachable|unavailable|down\b)|No route to host|Errno (?:101|113)\b|NoRouteToHost|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ERR_NETWORK_CHANGED|(?:could not|cannot|unable to|failed to|can't|couldn't) (?:be )?(?:reach|contact)(?:ed)?\b|Network (?:Error|request failed)$|Network Error\b|NetworkError when attempting|\bfetch failed\b|Failed to fetch|ERR_FAILED|APIConnectionError|Max retries exceeded|MaxRetryError|run out of available (?:brokers|hosts|servers)|not possible to connect|AMQPConnect\w*|broker transport failure|ServiceUnavailable|name = Unavailable|code = Unavailable|StatusCode\.UNAVAILABLE|\bUNAVAILABLE\b: |no (?:available )?(?:brokers?|servers?|hosts?|nodes?|endpoints?) (?:available|found|could be|are available)|NoBrokersAvailable|NoHostAvailable|ServerSelection|server selection (?:error|timeout|timed out)|No servers? (?:found|available)|topology was destroyed|MongoNetworkError|MongoNotConnected|AllServersUnavailable|CommunicationsException|Communications link failure|(?:could not|cannot|unable to|failed to|can't|couldn't) (?:establish|open|create|obtain|acquire|get)(?: \w+){0,3} (?:connection|session to)|(?:could not|cannot|unable to|failed to|can't|couldn't|error (?:while )?)\s?connect(?:ing)?(?: \w+)? to\b|(?:connection|connect)(?: \w+)? (?:failed|failure|error)\b|not connected to|connections? could not be (?:acquired|obtained|established|opened|made)|Not connected\b|ConnectionError\b|ConnectError\b|EndpointConnectionError|connect failed|websocket: bad handshake|waiting for a server that matches|MongoTimeoutException|MongoSocket\w*|Offline\b.{0,20}network|PyJWKClientConnectionError|MaxRetriesPerRequest|[Rr]eached the max(?:imum)? (?:number of )?(?:connection )?retries|retries used up/i,
		unless: /Timeout \d+ms exceeded|Setup failed: JSON|Read timed out|ReadTimeout/,
		why: "No way to the host, or a client that never got a connection."
	},
	{
		...base$8,
		name: "connection/connect-timeout",
		kind: "connect-timeout",
		match: /\bETIMEDOUT\b|ConnectTimeout|HTTP connect timed out|connect(?:ion)?(?: attempt| to \S{1,200})? timed[ -]?out|Connection timed out|TimeoutError\(110|Errno (?:110|60)\b|os error (?:110|60|10060)\b|dial tcp .{0,120}i\/o timeout|ERR_(?:CONNECTION_)?TIMED_OUT|connect timeout|connection timeout|UND_ERR_CONNECT_TIMEOUT|HeadersTimeoutConnect|timed out (?:while )?connecting|timeout (?:while )?connecting|did not properly respond after a period|failed because connected host has failed|context deadline exceeded while dialing/i,
		unless: /acquir|\bpool\b|QueuePool/i,
		why: "errno ETIMEDOUT (110, 60, 10060): the peer never answered the handshake."
	},
	{
		...base$8,
		name: "connection/too-many",
		kind: "too-many-connections",
		match: /too many (?:clients|connections)|remaining connection slots|max(?:imum)? (?:number of )?(?:client )?connections|max_connections|QueuePool limit|connection pool (?:exhausted|is full|has been exhausted)|pool (?:is )?exhausted|pool timeout|TooManyConnections|max number of clients reached|no available connections?|ER_CON_COUNT_ERROR/i,
		why: "SQLSTATE 53300, MySQL 1040, exhausted pools."
	}
];
// src/diagnosis/rules/flaky-rules.ts
const base$7 = {
	category: "flaky",
	confidence: "high",
	on: "head"
};
/** Texts that prove non-determinism by themselves: the same code would have passed with another interleaving. */
const FLAKY_RULES = [
	{
		...base$7,
		name: "flaky/stale-element",
		kind: "stale-element",
		match: /StaleElementReference|stale element reference|\bstale element\b|element is (?:not|no longer) attached|reference not seen before|(?:detached|removed) from the (?:DOM|document)/i,
		why: "WebDriver error \"stale element reference\": the page changed between finding and using the element."
	},
	{
		...base$7,
		name: "flaky/navigation-race",
		kind: "race",
		match: /Execution context was destroyed, most likely because of a navigation|Cannot find context with specified id/,
		why: "The page navigated away while a script of the test was running in it."
	},
	{
		...base$7,
		name: "flaky/serialization",
		kind: "serialization-failure",
		match: /could not serialize access|SerializationFailure|serialization failure|deadlock detected|deadlock found when trying|was deadlocked on lock|ORA-00060|\b40P01\b|\b40001\b|LockAcquisitionException|WriteConflict|TransientTransactionError/i,
		why: "SQLSTATE 40001 and 40P01: transactions ran into each other; the database asks to try again."
	},
	{
		...base$7,
		name: "flaky/optimistic-lock",
		kind: "serialization-failure",
		match: /Optimistic(?:Lock|ing)\w{0,40}(?:Exception|Failure)|StaleObjectState|StaleObjectError|DbUpdateConcurrencyException/,
		why: "JPA, ActiveRecord and Entity Framework report a lost race for a row with these classes."
	},
	{
		...base$7,
		name: "flaky/database-locked",
		kind: "db-locked",
		match: /database (?:table )?is locked|SQLITE_(?:BUSY|LOCKED)|lock wait timeout exceeded/i,
		why: "SQLITE_BUSY and MySQL 1205: another connection held the lock at that moment."
	},
	{
		...base$7,
		name: "flaky/hypothesis",
		kind: "non-deterministic",
		match: /\bFlaky(?:Failure|Replay|Strategy\w*)?: |produces unreliable results|inconsistent (?:data generation|test results)|test is not deterministic/i,
		why: "Hypothesis raises Flaky when one example fails and then passes."
	}
];
/** A race detector's report stands outside of the message, and nothing else explains the failure better. */
const RACE_RULES = [{
	...base$7,
	on: "text",
	name: "flaky/data-race",
	kind: "data-race",
	match: /WARNING: DATA RACE|race detected during execution|ThreadSanitizer: data race|concurrent map (?:writes|read and map write|iteration)/,
	why: "Go and LLVM race detectors report an unsynchronised access that really happened."
}];
// src/diagnosis/rules/timeout-rules.ts
const base$6 = {
	category: "timeout",
	confidence: "high",
	on: "head"
};
/** A limit ran out, from the most specific sentence to the least. */
const TIMEOUT_RULES = [
	{
		...base$6,
		name: "timeout/vitest-stack",
		kind: "test-timeout",
		match: /^(?:Error: )?STACK_TRACE_ERROR$/,
		why: "vitest makes this error at the declaration of a test, and leaves its text when the limit of the test runs out."
	},
	{
		...base$6,
		name: "timeout/statement",
		kind: "statement-timeout",
		match: /statement timeout|canceling statement due to|QueryCanceled|query (?:execution )?(?:was interrupted|timed out|timeout)|lock timeout|lock_timeout|LockNotAvailable|Query execution was interrupted|maximum statement execution time|ORA-01013|MaxTimeMSExpired|operation exceeded time limit|command timeout expired|CommandTimeout|Timeout expired\./i,
		why: "A database stopped a statement at its limit (SQLSTATE 57014, 55P03)."
	},
	{
		...base$6,
		name: "timeout/hook",
		kind: "hook-timeout",
		match: /(?:exceeded|timeout).{0,60}(?:for a hook|hook timed out)|hook timed out|(?:beforeAll|beforeEach|afterAll|afterEach|before all|before each|after all|after each)["']? hook.{0,60}(?:timeout|timed out|exceeded)|(?:timeout|timed out).{0,60}(?:beforeAll|beforeEach|afterAll|afterEach|"before |"after )|Fixture ".{1,80}" timeout|fixture .{1,80} timed out/i,
		why: "Set-up or tear-down ran past its limit (Jest, Vitest, Mocha, Playwright)."
	},
	{
		...base$6,
		name: "timeout/suite",
		kind: "suite-timeout",
		match: /panic: test timed out after|test timed out after \d+m\d|(?:suite|job|session|run|build|pipeline) (?:has )?(?:timed out|exceeded)|globalTimeout|Timed out waiting \S{1,12} for the (?:entire )?test suite/i,
		why: "The whole program of tests ran past its limit (go test -timeout, Playwright globalTimeout)."
	},
	{
		...base$6,
		name: "timeout/navigation",
		kind: "navigation-timeout",
		match: /(?:page|frame)\.(?:goto|reload|goBack|waitForNavigation|waitForLoadState): Timeout|Navigation timeout|timed out (?:after .{1,20} )?waiting for (?:your remote page|navigation|the page)|Page load timeout|timeout: Timed out receiving message from renderer|Loading chunk .{1,40} failed.{0,20}timeout/i,
		why: "A page did not load in time."
	},
	{
		...base$6,
		name: "timeout/locator",
		kind: "locator-timeout",
		match: /(?:locator|page|frame|elementHandle|element)\.(?:click|dblclick|fill|type|press|check|uncheck|hover|tap|selectOption|setInputFiles|focus|blur|clear|textContent|innerText|innerHTML|inputValue|getAttribute|isChecked|isEnabled|isDisabled|scrollIntoViewIfNeeded|screenshot|dragTo|boundingBox|dispatchEvent|evaluate|waitFor|waitForSelector|all\w*|count): Timeout|waiting for (?:selector|locator|element|getBy\w+|get_by_\w+)|waitForSelector|element .{0,80}(?:still )?(?:not (?:visible|clickable|displayed|existing|interactable|found|present)|did not (?:appear|become)).{0,40}(?:after|within|in) \d|Timed out retrying after .{1,60}(?:Expected to find|cy\.)/i,
		why: "A browser action waited for an element until its limit."
	},
	{
		...base$6,
		name: "timeout/service-start",
		kind: "service-start-timeout",
		match: /(?:Timed out|timeout|gave up|did not).{0,60}(?:container|server|service|port|application|app|webServer|config\.webServer|emulator|daemon|broker|cluster)\b.{0,60}(?:to (?:start|open|be ready|become|come up|respond|be accessible|listen)|startup|start|ready)|Container startup failed|ContainerLaunchException|Timed out waiting \d+ms from config\.webServer|(?:server|service|container|application|app) (?:did not|didn't|failed to|never) (?:start|come up|become (?:ready|healthy)|respond)|wait(?:ed|ing)? for .{1,60} (?:to (?:start|be ready|become ready|be healthy))/i,
		why: "A service that the tests need did not come up in time."
	},
	{
		...base$6,
		name: "timeout/test",
		kind: "test-timeout",
		match: /Exceeded timeout of|Test timeout of \d|test (?:case )?(?:timed out|exceeded|took too long)|Test timed out in|Timeout of \d{1,9} ?ms exceeded|Timeout >\s?\d|execution (?:timed out|exceeded timeout)|timed out after \d{1,9} ?(?:ms|milli|s\b|sec|min)|Async callback was not invoked within|did not (?:complete|finish|end|resolve|return) (?:with)?in\b|ensure the (?:promise|callback) (?:resolves|is executed)|function timed out|TestTimedOut|TestTimeout|testTimeoutFailure|exceeded (?:the )?(?:timeout|time limit|deadline|maximum (?:execution )?time)|DeadlineExceeded: Test|pytest-timeout|Maximum execution time of|time limit (?:was )?exceeded|timeout exceeded|ran (?:too long|past its)/i,
		unless: /(?:[Tt]imed out|[Tt]imeout).{0,60} waiting for|(?<!\w )\btimeout of \d{1,9} ?ms exceeded(?!\. For async| for a hook)/,
		why: "The limit of one test, as each runner words it."
	},
	{
		...base$6,
		name: "timeout/read",
		kind: "read-timeout",
		match: /ReadTimeout|Read timed out|read timeout|SocketTimeout|SO_TIMEOUT|Client\.Timeout exceeded|request (?:has )?timed[ -]?out|Request ?Timeout|RequestTimeoutError|response (?:has )?timed out|timeout of \d{1,9} ?ms exceeded|The operation was aborted due to timeout|timeout awaiting response|HeadersTimeout|BodyTimeout|ESOCKETTIMEDOUT|HttpTimeoutException|operation timed out|operation timeout|The (?:read|write|send) operation timed out|\b408\b.{0,20}Timeout|APITimeoutError|ResponseTimeout|No response (?:from|within|received)|ECONNABORTED.{0,40}timeout|signal timed out|i\/o timeout|AbortError|The request was (?:canceled|aborted).{0,60}Timeout|Operation timed out after \d/i,
		why: "The peer accepted the request and did not answer in time."
	},
	{
		...base$6,
		name: "timeout/wait",
		kind: "wait-timeout",
		match: /timed?[ -]?out (?:after .{1,40} )?(?:while )?(?:waiting|awaiting|polling)|timed out waiting|Timeout waiting|wait(?:ing|ed)? (?:for .{1,200} )?timed out|(?:condition|predicate|expectation|assertion)\b.{0,80}\b(?:not|never) (?:been )?(?:met|satisfied|true|reached|fulfilled)|Condition never satisfied|never (?:became|appeared|happened|finished|completed|arrived|satisfied)|not (?:met|fulfilled|satisfied|ready|available|completed|received|reached) (?:with)?in\b|gave up (?:waiting|after|on)|did not (?:become|get|reach|appear|turn) .{0,60}(?:after|within|in) \d|exceeded .{0,40}waiting|giving up after|(?:no|nothing) .{0,60}(?:with)?in \d+ ?(?:ms|s|sec|min)|within (?:the )?(?:time(?:out| limit| specified| allowed| allotted)?|allotted)\b|(?:unable|failed) to (?:acquire|obtain|get) (?:\w+ ){0,3}lock|could not (?:acquire|obtain|get) (?:\w+ ){0,3}lock\b|\bTimeoutException\b|WaitTimeout|TimeoutExpired|ConditionTimeout|\bqueue\.Empty\b|_queue\.Empty|Timed out after \d|still .{1,60} after \d+ ?(?:ms|s|sec|min)|exceeded.{0,30}(?:retries|attempts).{0,40}waiting|waitFor\w{0,60}\b.{0,60}[Tt]imeout|wait_?until/i,
		why: "Something was awaited and did not happen in time."
	},
	{
		...base$6,
		name: "timeout/deadline",
		kind: "deadline",
		match: /deadline[ _]?exceeded|DEADLINE_EXCEEDED|DeadlineExceeded|exceeds the deadline|past (?:its|the) deadline|context canceled.{0,40}timeout/i,
		why: "Go contexts, gRPC status 4 and Hypothesis speak of deadlines."
	},
	{
		...base$6,
		name: "timeout/any",
		kind: "wait-timeout",
		match: /\btimed[ -]?out\b|\b\w{0,40}TimeoutError\b|\bTimeout(?:Exception)?\b.{0,40}(?:exceeded|expired|reached|elapsed|hit)|(?:exceeded|expired|reached|elapsed|hit).{0,40}\btimeout\b|\btimeout(?: error)?$|^timeout\b|\bby timeout\b|\w{1,60}TimeoutException\b|\bETIME\b|timer expired|: timeout\b|Timeout \d+ms exceeded|タイムアウト|délai (?:d'attente )?dépassé|Zeitüberschreitung|tiempo de espera|超时|тайм-?аут|tempo limite/i,
		why: "The word itself, also in other languages, as the subject of the headline."
	}
];
// src/diagnosis/rules/assertion.ts
/** Classes that assertion libraries throw. */
const TYPES = /(?:^|[.$\\:])(?:\w{0,20}Assert\w*(?:Error|Failed\w*|Failure|Exception)|AssertionFailedError|ComparisonFailure|ExpectationFailedException|ExpectationNotMetError|MultipleFailuresError|TestFailedException|XunitException|\w*(?:Equal|Contains|True|False|Null|Throws|Empty|Single|Matches)Exception|MockExpectationError|WantedButNotInvoked|NeverWantedButInvoked|ArgumentsAreDifferent|TooManyActualInvocations|TooFewActualInvocations|NoInteractionsWanted|SpockComparisonFailure|ConditionNotSatisfiedError|JestAssertionError|Assertion|AssertError|MockException|VerifyException|FailError)\b|^expect\b|^(?:REQUIRE|CHECK|ASSERT|EXPECT)\w*$|^assert\w*$/i;
const NOT_TYPES = /ArgumentNull|KeyNotFound|NullReference|NullPointer|FormatException/;
/** Headlines that state a comparison, whatever threw them. */
const STATED$1 = /^(?:assert\b|AssertionError\b|assertion (?:failed|error|with)|expect\(|Assert\.\w+|Failed: DID NOT|DID NOT (?:RAISE|WARN)|Failed asserting|Regex pattern did not match|Unable to find (?:an? )?(?:accessible )?(?:element|role|label|css|xpath|button|link|field|text)|Timed out \d+ms waiting for expect\(|Timed out retrying after .{1,20}: expected|XCTAssert|(?:REQUIRE|CHECK|EXPECT_|ASSERT_)\w*\b(?! constraint))/i;
const WEB_FIRST = /expect\(.{0,80}\)\.(?:not\.)?to\w+|waiting for expect\(|Timed out retrying after .{1,20}: (?:expected|.{0,40}\bto (?:be|have|equal|contain|include)\b)|locator\)\.|expect\w{0,80}\.to\w+|\bexpected (?:not )?to find (?:text|css|xpath|button|link|field|element|content|table|visible)/i;
/** A report that an error came where none was expected: the error is what matters. */
const UNWRAP = /^(?:Received unexpected error:?|Unexpected (?:error|exception)(?: type)?(?: thrown)?: ?|(?:expected )?no error(?: was)? expected,? (?:but )?got:? ?|expected no error,? (?:but )?got:? ?|unexpected err(?:or)?:? ?|Expected success,? (?:but )?got:? ?|Error running .{1,80}: |ifError got unwanted exception: |promise rejected "(?=.{1,400}" instead of resolving)|Unexpected failure:? ?)/i;
const verdict = (kind, rule, evidence, confidence = "high") => ({
	category: "assertion",
	kind,
	confidence,
	rule,
	evidence
});
/** The failure with the wrapper taken off, when an assertion only reports an error. */
function unwrapped(facts) {
	const rest = facts.headline.replace(UNWRAP, "").replace(/" instead of resolving$/, "").trim();
	const isSure = /^(?:ifError|promise rejected)/.test(facts.headline);
	if (rest === facts.headline || rest === "" || !isSure && comparisonIn([rest]) !== null) return facts;
	return {
		...facts,
		type: "",
		headline: rest,
		head: rest
	};
}
/** True for a failure that an assertion library reported, by its class or by its words. */
function isAssertion(facts) {
	return TYPES.test(facts.type) && !NOT_TYPES.test(facts.type) || STATED$1.test(facts.headline);
}
/** What an assertion without a comparison may report; the bare word `timeout` is too often the subject of the test. */
const REPORTED = [
	...FLAKY_RULES,
	...CONNECTION_RULES,
	...TIMEOUT_RULES.filter(({ name }) => name !== "timeout/any")
];
/**
* Decides a failure that an assertion reported. Its message counts as another category only when it compares nothing
* and says that a wait or a connection failed, or when a compared status comes with the server's own explanation.
*/
function assertionVerdict(facts) {
	if (!isAssertion(facts)) return null;
	const explained = explainedStatus(facts);
	if (explained) return explained;
	const kind = assertionKind(facts);
	if (!(facts.comparison() !== null || WEB_FIRST.test(facts.head) || kind === "expected-exception" || kind === "mock")) {
		const other = firstMatch(REPORTED, {
			...facts,
			head: facts.headline
		});
		if (other) return {
			...other,
			confidence: "medium"
		};
	}
	return verdict(kind, TYPES.test(facts.type) ? "assertion/type" : "assertion/stated", facts.headline.slice(0, 120));
}
/** Formats that only a comparison has. */
const SHAPE = /\bexpected\b.{0,200}\b(?:but (?:got|was|it was|it is|found|received|actual|had)|not (?:found|present)|to (?:be|equal|eql|deep|include|contain|have|match|throw|find|exist|sort)\b|got|received|actual(?:ly)?|instead)\b|\bgot\b.{1,160}\bwant(?:ed)?\b|\bwant(?:ed)?\b.{1,160}\bgot\b|, want |\bfailed asserting|Expecting (?:value|actual|that)|Expected equality of|Expected inequality|^Value of: |\(compared using|values? (?:differ|are not equal)|is not equal to|not equal:?|["'`/)\]] does not (?:equal|match|contain|include)\b|assert(?:ion)? .{0,60}failed|check_\w{2,6}\(|`(?:\[|test |assert\w* ).{0,200}' failed|received unexpected message|promise (?:resolved|rejected) .{0,40}instead|Missing expected (?:exception|rejection|failure)|(?:No|an?) exception (?:was|is|were) (?:not )?thrown|did not (?:throw|raise)|should (?:throw|raise|have thrown)|was not (?:thrown|raised)|\b(?:not|never) raised\b|snapshot.{0,40}(?:does ?n.t exist|mismatch|obsolete|differ)|\S {1,2}(?:!==|!=|===|==) {1,2}\S|is (?:true|false)\) failed|Received unexpected|\bexpected but (?:missing|not)\b|verification failed|\bwas (?:not|never) (?:made|called|invoked)\b(?! within)|received value must|exited? code .{0,20}expected|\bwantErr (?:true|false)\b/i;
const SHOULD = /\bshould (?:not |never |have |only |always |also )*(?:been |be |equal|contain|include|match|return|exist|have|timed|fail|succeed|pass|\w{3,12}\b)/i;
const PANIC = /panic did not contain expected|did not panic as expected/;
/** Text that states a comparison although no assertion class is known; a known other class is stronger. */
function shapeVerdict(facts) {
	if (PANIC.test(facts.text)) return verdict("expected-exception", "assertion/shape", facts.headline.slice(0, 120), "medium");
	const untyped = facts.type === "";
	const should = SHOULD.test(facts.headline) && !/wait|timed out (?:after|wait)|listening/i.test(facts.headline);
	if (!untyped || !(SHAPE.test(facts.headline) || should)) return null;
	return explainedStatus(facts) ?? verdict(assertionKind(facts), "assertion/shape", facts.headline.slice(0, 120), "medium");
}
const WEAK = /\b(?:is|are|was|were) (?:not )?(?:empty|zero|equal|true|false|the same|different)\.?$|\bnot (?:as )?expected\b|\bunexpected (?:value|result|output|response|status|number|count|length|body|content)|\bobvious fail\b|^fail(?:ed)?(?:\(\))?$|^.{0,3}expectation failed|mismatch(?:ed)?\b|threshold.{0,60}(?:not met|exceeded)|(?:above|below|over|under|exceeds?) (?:the )?(?:threshold|budget)\b|doesn't match|does not (?:equal|match|contain|include)\b|\bmust (?:not )?(?:equal|match|contain|be)\b/i;
/** The last resort before the body: words of disappointment. */
function weakVerdict(facts) {
	const labelled = facts.comparison();
	if (!WEAK.test(facts.headline) && !SHAPE.test(facts.headline) && labelled === null) return null;
	return verdict(assertionKind(facts), "assertion/words", facts.headline.slice(0, 120), "medium");
}
// src/diagnosis/rules/auth-rules.ts
const base$5 = {
	category: "auth",
	confidence: "high",
	on: "head"
};
/** Credentials or permissions, in the words of the systems that check them. */
const AUTH_RULES = [
	{
		...base$5,
		name: "auth/database-login",
		kind: "db-password",
		match: /(?:password|peer|ident|SASL|SCRAM|GSSAPI|LDAP)[ -]authentication failed|no password supplied|Access denied for user|Login failed for user|ORA-0(?:1017|1045|28000)|\bNOAUTH\b|\bWRONGPASS\b|requires authentication|role "?[^"]{1,60}"? (?:does not exist|is not permitted to log in)|no pg_hba\.conf entry|invalid username-password pair|SCRAM.{0,40}(?:mismatch|fail)|auth(?:entication)? failed.{0,40}(?:mongo|database)|bad auth\b/i,
		why: "PostgreSQL 28P01/28000, MySQL 1045, SQL Server 18456, Oracle 1017, Redis NOAUTH, MongoDB 13 and 18."
	},
	{
		...base$5,
		name: "auth/database-permission",
		kind: "db-permission",
		match: /InsufficientPrivilege|permission denied for (?:table|relation|schema|database|sequence|function|view|column|type|language|tablespace|large object|foreign)|must be (?:owner|superuser|member) of|(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|EXECUTE|REFERENCES|TRIGGER|INDEX) (?:command|permission) (?:was )?denied|ORA-01031|row-level security policy|not authorized on \w+ to execute/i,
		why: "SQLSTATE 42501, MySQL 1142, SQL Server 229, Oracle 1031, MongoDB 13."
	},
	{
		...base$5,
		name: "auth/no-credentials",
		kind: "no-credentials",
		match: /NoCredentials|Unable to (?:locate|load) (?:AWS )?credentials|(?:could not|cannot|failed to|unable to) (?:\w+ ){0,3}(?:default )?credentials|(?:no|missing|without) (?:\w+ ){0,2}credentials|credentials? (?:were |was |are |is )?(?:not (?:found|provided|configured|set|supplied)|missing|required)|DefaultCredentialsError|CredentialUnavailable|not logged in|login (?:is )?required|must (?:be logged|log|sign) in|authentication (?:is )?required|(?:no|missing) (?:auth(?:entication|orization)?|bearer|access|api)[ -]?(?:token|key|header)|could not read Username|ENEEDAUTH|no basic auth credentials|(?:authorization|api[- ]key|auth|token) header (?:is )?(?:required|missing)/i,
		why: "Cloud SDKs, registries and web frameworks say in these words that nobody identified himself."
	},
	{
		...base$5,
		name: "auth/token",
		kind: "token-expired",
		match: /\b(?:token|jwt|session|certificate of the user|cookie|license|credentials?|password|api key|secret)\b.{0,60}\b(?:expired|revoked|has been revoked|not yet valid|is no longer valid)|\b(?:expired|revoked)(?: \w+)? (?:token|jwt|session|credentials?|password|api[ -]?key)|ExpiredToken|TokenExpired|ExpiredSignature|ExpiredJwt|(?:token|session|api[_-]?key|key|password)_expired/i,
		why: "JWT libraries, OAuth errors and cloud SDKs name expiry like this."
	},
	{
		...base$5,
		name: "auth/bad-credentials",
		kind: "bad-credentials",
		match: /(?:invalid|bad|wrong|incorrect|malformed|unknown|unrecognized|rejected|illegal)(?: \w+){0,2} (?:access token|auth token|bearer token|id token|refresh token|security token|csrf token|token signature|credentials?|passwords?|api[ -]?keys?|access key|login|username or password|user ?name|grant|otp|passcode)\b|\binvalid[ _-]?(?:token|grant|client|signature|jwt|credentials|access[ _-]?key\w*|api[ _-]?key)\b|token .{0,60}(?:is|was) (?:invalid|not valid)|(?:api[ _-]?key|credentials?|password|access key|login|auth(?:entication)? token|token|jwt)(?: \w+){0,3} (?:is |was |are |were )?(?:not valid|invalid|incorrect|wrong|rejected|mismatch|not recognized)|CSRF (?:token|verification|cookie)|(?:signature|sign|hmac).{0,40}(?:does not match|mismatch|verification failed|is not same|invalid|not valid)|signature verification failed|InvalidSignature|SignatureDoesNotMatch|JsonWebTokenError|Invalid(?:Audience|Issuer\w{0,40}|Algorithm|Signature|IssuedAt|Token|Key)Error|ImmatureSignature|[Aa]udience (?:doesn't|does not) match|jwt (?:audience|issuer|signature|malformed|not active|must be provided)|BadCredentials|AuthenticationFailed|authentication (?:has )?(?:failed|failure|error|rejected)|(?:failed|unable|could not|cannot) to (?:authenticate|log ?in|sign in|authorize)|login (?:failed|failure|unsuccessful)|invalid login|(?:incorrect|invalid|wrong) authentication|incorrect login|log ?in was rejected/i,
		unless: /TLS|SSL|handshake|x509/i,
		why: "What servers answer to credentials they do not accept (OAuth 2 error codes, AWS, Spring, Django, JWT)."
	},
	{
		...base$5,
		name: "auth/denied",
		kind: "access-denied",
		match: /is not authorized to perform|AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedAccess|PERMISSION_DENIED|code = PermissionDenied|AuthorizationFailed|AuthorizationError|InsufficientScope|insufficient[ _](?:scope|permission|privilege)|(?:lacks?|missing|without|requires?|does not have|doesn't have|do not have|don't have|needs?|no)(?: \w+){0,3} (?:permissions?|privileges?|role|scope|access|rights)\b|not (?:allowed|permitted|authori[sz]ed) (?:to|for|on)|permission (?:was )?denied|access (?:is |was )?(?:denied|forbidden|not allowed)|access .{0,40}(?:is|was) denied|\bPolicy.{0,40}(?:denied|not allow)|ACCESS_ERROR|explicit deny|operation not permitted for|user .{1,80} cannot \w+ (?:path|resource)/i,
		unless: /AccessDeniedException: (?:\/|[A-Za-z]:\\)|EACCES|EPERM|Errno 13\b|Permission denied(?: \(os error|: '?(?:\/|[A-Za-z]:\\|\.))|permission denied \(os error|(?:open|mkdir|rename|unlink|exec|scandir|stat|bind|listen|fork\/exec) .{0,200}permission denied|^test .{0,40}no permission/i,
		why: "AWS, gRPC, Kubernetes RBAC and frameworks deny with these words; a path behind them is the file system."
	},
	{
		...base$5,
		name: "auth/unauthenticated",
		kind: "unauthorized",
		match: /\bUNAUTHENTICATED\b|code = Unauthenticated|\bUnauthenticated\b|NotAuthorizedException|UnauthorizedException|UnauthorizedError|\bUnauthori[sz]ed\b/i,
		why: "gRPC status 16 and the HTTP reason phrase of 401."
	},
	{
		...base$5,
		name: "auth/forbidden",
		kind: "forbidden",
		match: /\bForbidden(?:Exception|Error)?\b|\bSecurityException\b|\bAuthenticationException\b|\bAuthError\b|\w{0,60}AuthenticationError\b|\bAuthorizationException\b|\bAccessControlException\b/i,
		why: "The HTTP reason phrase of 403, and security exceptions of the platforms."
	},
	{
		...base$5,
		name: "auth/http-forbidden",
		kind: "forbidden",
		match: /\b(?:status(?:[ _-]?code)?|HTTP(?:\/\d(?:\.\d)?)?|response(?: code)?|answered|returned|responded(?: with)?)[^\w\n]{0,4}403\b|\b403 Client Error/i,
		unless: /proxy|tunnel/i,
		why: "403 thrown by an HTTP client: the server knows the user and refuses (RFC 9110)."
	},
	{
		...base$5,
		name: "auth/http-status",
		kind: "unauthorized",
		match: /\b(?:status(?:[ _-]?code)?|HTTP(?:\/\d(?:\.\d)?)?|http error|response(?: code)?|code|failed|error|answered|returned|responded(?: with)?|got)\b[^\w\n]{0,4}(?:\w{2,8}[ :=]{1,3}){0,2}(?:401|403|407)\b|\b(?:401|403|407) (?:Client Error|Proxy Auth)|^(?:\w*Error: )?(?:401|403)\b/i,
		unless: /proxy|tunnel/i,
		why: "401, 403 and 407 thrown by an HTTP client (RFC 9110)."
	}
];
// src/diagnosis/rules/code-rules.ts
const base$4 = {
	category: "unknown",
	confidence: "high",
	on: "head"
};
/** Defects of code, environment and tooling: no category of their own, but a precise kind. */
const CODE_RULES = [
	{
		...base$4,
		name: "code/missing-mark",
		kind: "missing-mark",
		match: /Database access not allowed, use the|use the "django_db" mark|async def functions are not natively supported/,
		why: "pytest-django keeps tests without the mark away from the database, pytest-asyncio does not call them."
	},
	{
		...base$4,
		name: "code/element-state",
		kind: "element-state",
		match: /Clicking the checkbox did not change its state/,
		why: "Playwright clicked a box and the page did not check it."
	},
	{
		...base$4,
		name: "code/missing-module",
		kind: "missing-dependency",
		match: /No module named|ModuleNotFoundError|Cannot find (?:module|package)|ERR_MODULE_NOT_FOUND|Failed to (?:resolve import|load url)|Could not resolve ["']|Module not found|cannot load such file|Could not find gem|(?:Class|Trait|Interface) ["'`][\w\\]{1,200}["'`] not found|NoClassDefFoundError|ClassNotFoundException|cannot find package|no required module provides package|package .{1,120} is not in (?:GOROOT|std)|Could not load file or assembly|use of undeclared crate|can't find crate|ImportError while importing|Unable to resolve module|Can't locate [\w/]+\.pm/,
		why: "How each language says that an imported thing is not there."
	},
	{
		...base$4,
		name: "code/import",
		kind: "import-error",
		match: /\bImportError\b|cannot import name|does not provide an export named|is not exported (?:from|by)|circular import|DLL load failed|Must use import to load ES Module|ERR_REQUIRE_ESM|undefined symbol:|error while loading shared libraries|Cannot use import statement|Unexpected token 'export'|require\(\) of ES Module|ExceptionInInitializerError|UnsupportedClassVersionError|UnsatisfiedLinkError/,
		why: "The module exists but cannot be loaded."
	},
	{
		...base$4,
		name: "code/missing-fixture",
		kind: "missing-fixture",
		match: /fixture '[^']{1,200}' not found|fixture "[^"]{1,200}" (?:not found|has unknown)|recursive dependency involving fixture|ScopeMismatch|No ParameterResolver registered/,
		why: "pytest and JUnit 5 name a test argument nobody provides."
	},
	{
		...base$4,
		name: "code/undefined-step",
		kind: "undefined-step",
		match: /undefined step|step (?:is )?(?:undefined|not defined|not implemented)|You can implement (?:this|missing) step|StepNotImplementedError|NotImplementedError: STEP|UndefinedStep|Step definition is not found|Step undefined|steps? (?:were|was) undefined/i,
		why: "Gherkin runners: a sentence of the feature file has no code."
	},
	{
		...base$4,
		name: "code/syntax",
		kind: "syntax-error",
		match: /\b(?:SyntaxError|IndentationError|TabError)\b(?!.{0,120}(?:JSON|position \d|YAML|XML))|encountered an unexpected token|Transform failed with|Unexpected (?:reserved word|identifier|strict mode)|unexpected indent|PHP Parse error|syntax error, unexpected|CompileError|\bbuild failed\b|\[build failed\]|could not compile|Compilation failed|error TS\d{3,5}:|error\[E\d{4}\]|error CS\d{4}|cannot find symbol|undefined: \w|declared (?:and|but) not used|imported and not used|undefined reference to/i,
		unless: /JSON|near "|at or near|SQLSTATE|SQLITE_ERROR|You have an error in your SQL|42601|psycopg|selector|pattern|regular expression/i,
		why: "Compilers, parsers and bundlers stop before a test runs."
	},
	{
		...base$4,
		name: "code/undefined-name",
		kind: "code-error",
		match: /\bNameError\b|\bReferenceError\b|\bUnboundLocalError\b|\bis not defined\b|(?:undefined|uninitialized) (?:local variable|constant|method|function)|Undefined variable|Call to undefined (?:function|method)|has no attribute|has no member|is not a function|is not a constructor|NoMethodError|NoSuchMethod(?:Error|Exception)|NoSuchFieldError|MissingMethodException|AbstractMethodError|does not respond to|attempt to call a (?:nil|table)/,
		unless: /\bnil:NilClass\b|for nil\b/,
		why: "A name that the code uses does not exist."
	},
	{
		...base$4,
		name: "code/memory",
		kind: "out-of-memory",
		match: /out of memory|OutOfMemory|MemoryError|heap limit|Cannot allocate memory|\bENOMEM\b|\bOOM[- ]?[Kk]ill|OOMKilled|memory allocation of \d+ bytes failed|exceeded the memory limit|Allowed memory size/i,
		why: "The process or the machine ran out of memory."
	},
	{
		...base$4,
		name: "code/disk",
		kind: "disk-full",
		match: /No space left on device|\bENOSPC\b|disk (?:is )?full|not enough space on the disk|Disk quota exceeded|\bEDQUOT\b|database or disk is full|\bEMFILE\b|\bENFILE\b|Too many open files/i,
		why: "errno ENOSPC, EDQUOT, EMFILE."
	},
	{
		...base$4,
		name: "code/port",
		kind: "port-in-use",
		match: /\bEADDRINUSE\b|address already in use|AddrInUse|port (?:\d+ )?(?:is )?already (?:in use|allocated|bound)|Only one usage of each socket address|Errno 98\b|bind: address|java\.net\.BindException|Failed to bind to/i,
		why: "errno EADDRINUSE (98, 48, 10048): somebody else listens there."
	},
	{
		...base$4,
		name: "code/browser-start",
		kind: "browser-start",
		match: /Executable doesn't exist at|browserType\.launch|Failed to launch (?:the )?browser|Could not find (?:Chrome|Chromium|Firefox|browser)|cannot find (?:Chrome|Firefox|MSEdge) binary|Unable to obtain driver for|'(?:chrome|gecko|msedge)driver' executable needs|Browser was not found at the configured executablePath|unknown error: cannot find|DevToolsActivePort|session not created|SessionNotCreated/i,
		unless: /Timeout \d+ms exceeded|net::ERR_/,
		why: "The browser or its driver is not installed, or did not start."
	},
	{
		...base$4,
		name: "code/browser-closed",
		kind: "browser-closed",
		match: /Target (?:page, context or browser has been )?closed|(?:browser|page|context|target|session|tab|frame|window) (?:has been |was |is |got )?(?:closed|disconnected|detached)|no such (?:session|window)|invalid session id|NoSuchWindow|NoSuchSession|InvalidSessionId|not connected to DevTools|session deleted|chrome not reachable|Navigating frame was detached|Execution context was destroyed|Protocol error \(/i,
		unless: /Timeout \d+ms exceeded|net::ERR_/,
		why: "The browser went away or never came: nothing on the page is to blame."
	},
	{
		...base$4,
		name: "code/ambiguous-locator",
		kind: "ambiguous-locator",
		match: /strict mode violation|resolved to \d+ elements|Ambiguous match, found \d+|Found multiple elements|AmbiguousElement|more than one element (?:matches|found)/i,
		why: "Playwright, Capybara and Testing Library refuse a locator that fits several elements."
	},
	{
		...base$4,
		name: "code/element-covered",
		kind: "element-covered",
		match: /ElementClickIntercepted|element click intercepted|ElementNotInteractable|element not interactable|InvalidElementState/i,
		why: "WebDriver errors for an element that is there and cannot be used."
	},
	{
		...base$4,
		name: "code/file-permission",
		kind: "file-permission",
		match: /\bEACCES\b|\bEPERM\b|Errno 13\b|Errno 1\]|Operation not permitted|PermissionError|AccessDeniedException: (?:\/|[A-Za-z]:\\)|Permission denied|Read-only file system|\bEROFS\b/,
		unless: /publickey|40[13] |denied for (?:table|user|relation)/,
		why: "errno EACCES, EPERM, EROFS: the file system, not a login."
	},
	{
		...base$4,
		name: "code/missing-env",
		kind: "missing-env",
		match: /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{2,60}\b["'`]? (?:is|was|must be|has|environment variable)(?: be)? ?(?:not set|unset|set|missing|required|undefined|empty|not defined|not been set|is not set|not provided)|environment variables? .{0,120}(?:not set|missing|required|not found|undefined|must be set|unset|not defined)|(?:missing|required|unset|undefined|set the|no) (?:required )?environment variable|env(?:ironment)? var(?:iable)? .{0,80}(?:not set|missing|required)|ImproperlyConfigured|KeyError: '[A-Z][A-Z0-9]*_[A-Z0-9_]{2,60}'|key not found: "[A-Z][A-Z0-9]*_[A-Z0-9_]{2,60}"|VarError|on an `Err` value: NotPresent|environment variable not found|(?:please|must) set [A-Z][A-Z0-9_]{3,60}\b/,
		why: "A setting in capital letters is not set."
	},
	{
		...base$4,
		name: "code/command",
		kind: "command-failed",
		match: /CalledProcessError|Command (?:failed|'.{1,300}' (?:returned|died))|returned non-zero exit (?:status|code)|^(?:\w*Error: )?abort: /i,
		why: "A program that the test started failed."
	},
	{
		...base$4,
		on: "text",
		name: "code/immutable",
		kind: "code-error",
		match: /ImmutableCollections\.uoe\(|Collections\$Unmodifiable\w{1,40}\.(?:add|put|remove|set|clear)\w{0,10}\(|\bjava\.util\.AbstractList\.(?:add|remove|set)\(|can't modify frozen|FrozenInstanceError|object is not extensible|Cannot assign to read only property|Collection was of a fixed size/,
		why: "A collection or object that cannot be changed was changed."
	},
	{
		...base$4,
		name: "code/not-implemented",
		kind: "not-implemented",
		match: /NotImplemented(?:Error|Exception)?\b|not (?:yet )?implemented|UnsupportedOperationException|NotSupportedException|unimplemented!|PendingException|Pending(?:Step|Scenario)|^TODO\b/i,
		why: "The code says itself that it is not written yet."
	},
	{
		...base$4,
		name: "code/warning",
		kind: "warning-as-error",
		match: /^(?:[\w.]{1,80}\.)?(?:\w*(?:Deprecation|Resource|Runtime|User|Future|Syntax|Unraisable\w*|Pytest\w*)Warning): /,
		why: "Python turns a warning into an error by a filter; the class name stays."
	},
	{
		...base$4,
		name: "code/risky",
		kind: "risky-test",
		match: /did not perform any assertions|RiskyTest|Test has no assertions|has no assertions/i,
		why: "PHPUnit and others fail a test that checks nothing."
	},
	{
		...base$4,
		name: "code/no-tests",
		kind: "no-tests",
		match: /No tests? (?:found|were found)|Your test suite must contain at least one test|No test suite found in file/i,
		why: "A file that matches the pattern of the runner holds no test."
	},
	{
		...base$4,
		name: "code/leaked-task",
		kind: "leaked-task",
		match: /goleak: .{0,60}found unexpected goroutines|found unexpected goroutines/i,
		why: "goleak found goroutines that outlive the tests."
	},
	{
		...base$4,
		name: "code/collection",
		kind: "collection-error",
		match: /in "parametrize" the number of names|UsageError|CollectError|duplicate parametrization|Duplicate test|found no collectors|describe.{0,40}must not|import file mismatch/i,
		why: "The runner could not build its list of tests."
	}
];
/** behave says `None` where a message should be; the step line shows it. */
const STEP_RULES = [{
	...base$4,
	on: "text",
	name: "code/undefined-step-line",
	kind: "undefined-step",
	match: /^[ \t]*Failing step: .{1,300} \.\.\. undefined in /m,
	why: "The JUnit report of behave has no message for a step without code."
}];
/** A function was called in a way that it does not know. */
const CALL_RULES = [
	{
		...base$4,
		name: "code/wrong-call",
		kind: "wrong-call",
		match: /unexpected keyword argument|got multiple values for argument|[Uu]nrecognized (?:config|argument|option|setting|keyword|parameter)s?\b|[Uu]nknown (?:config|option|setting|keyword)s?\b|takes (?:from \d+ to |at most )?\d+ positional|missing \d+ required (?:positional|keyword)|Cannot resolve keyword|No overload|wrong number of arguments|ArgumentError: (?:wrong number|unknown keyword|missing keyword)/,
		why: "Names and numbers of arguments that a function or library does not accept."
	},
	{
		...base$4,
		name: "code/build-setting",
		kind: "build-error",
		match: /parameter name information not available|'-parameters' flag/,
		why: "The code was built without what its libraries need."
	},
	{
		...base$4,
		name: "code/missing-settings",
		kind: "missing-env",
		match: /validation errors? for \w{0,60}(?:Settings|Config|Configuration|Env)\b.{0,200}(?:Field required|missing)/,
		why: "pydantic-settings and its kin read settings from the environment."
	},
	{
		...base$4,
		name: "code/missing-driver",
		kind: "missing-driver",
		match: /could not find driver|No suitable driver|Can't load plugin: sqlalchemy\.dialects|no dialect|PDO driver|Error loading \w+ module|ODBC Driver .{0,80}not found|Data source name not found|(?:unknown|unsupported) database driver|sql: unknown driver/i,
		why: "The library that speaks to the database is not installed."
	},
	{
		...base$4,
		name: "code/missing-tool",
		kind: "missing-tool",
		match: /spawn(?:Sync)? \S{1,200} ENOENT|executable file not found|Cannot run program "|command not found|is not recognized as an internal or external command|(?:^|: )(?:\d{1,6}: )?[\w+.-]{1,80}: not found$|Errno::ENOENT: No such file or directory - [\w+-]{1,80}$/m,
		why: "What shells and process libraries say of a program that is not on the path."
	},
	{
		...base$4,
		name: "code/cancelled",
		kind: "cancelled",
		match: /did not finish before its parent and was cancelled|\bCancelled: |cancelledByParent/,
		why: "node:test cancels the tests of a suite whose hook failed."
	},
	{
		...base$4,
		name: "code/missing-bean",
		kind: "setup-error",
		match: /ApplicationContext failure threshold|No qualifying bean of type|NoSuchBeanDefinition|Unable to resolve service for type|Nest can't resolve dependencies|Unsatisfied dependenc/,
		why: "A container of dependencies has nothing to inject."
	},
	{
		...base$4,
		name: "code/migration",
		kind: "pending-migration",
		match: /PendingMigration|Migrations are pending|You have \d+ (?:unapplied|pending) migration/i,
		why: "The schema of the test database is older than the code."
	}
];
/** Errors of the program's own logic; some are also data errors, so their weight is smaller. */
const LOGIC_RULES = [{
	...base$4,
	confidence: "medium",
	name: "code/logic",
	kind: "code-error",
	match: /\bTypeError\b|\bRecursionError\b|maximum recursion|Maximum call stack|StackOverflow|stack overflow|ZeroDivision|division by zero|divide by zero|ArithmeticE(?:rror|xception)|DivideByZero|index out of (?:range|bounds)|IndexOutOfBounds|IndexOutOfRange|ConcurrentModification|ClassCastException|InvalidCastException|IllegalState|InvalidOperationException|attempt to (?:add|subtract|multiply|negate) with overflow|OverflowError|already borrowed|already mutably borrowed|BorrowMutError|PoisonError|called multiple times|InvalidState|RangeError|must be of type|all goroutines are asleep|unreachable code|LocalJumpError|ArgumentError: wrong number|wrong number of arguments|too (?:few|many) arguments|unexpected keyword argument|missing \d+ required (?:positional|keyword)|assignment to entry in nil map|send on closed channel|close of closed channel|slice bounds out of range|interface conversion/i,
	unless: /'NoneType'|JSON|not serializable|fetch failed|Failed to fetch|could not be parsed/i,
	why: "Exception classes of every platform for wrong logic; nothing outside of the code is involved."
}];
// src/diagnosis/rules/crash-rules.ts
const base$3 = {
	category: "unknown",
	confidence: "high",
	on: "head"
};
/** The program that runs tests died; what it was doing then is not the cause. */
const CRASH_RULES = [
	{
		...base$3,
		on: "text",
		name: "crash/runner",
		kind: "runner-crash",
		match: /^INTERNALERROR>|^pytest.{0,20} internal error|^Internal error: |^Unhandled (?:Runner )?Internal Error/im,
		why: "pytest prefixes every line of its own crash with INTERNALERROR>."
	},
	{
		...base$3,
		name: "crash/worker",
		kind: "process-crash",
		match: /worker '?\w+'? crashed|replaced worker|worker .{0,40}(?:exited|terminated|quit|died) unexpectedly|forked VM terminated|test host process crashed|(?:process|browser|renderer|page|target|tab) crashed|child process exited unexpectedly|exited unexpectedly with signal|terminated by signal|terminat(?:ed|ing) due to signal|killed by signal|signal: (?:killed|aborted|segmentation|terminated)/i,
		why: "Runners report a worker that disappeared: xdist, surefire, vstest, Jest, Playwright, go test."
	},
	{
		...base$3,
		name: "crash/native",
		kind: "process-crash",
		match: /segmentation fault|\bSIG(?:SEGV|ABRT|BUS|ILL|FPE|KILL)\b|core dumped|Fatal Python error|AddressSanitizer|LeakSanitizer|UndefinedBehaviorSanitizer|stack smashing|double free|corrupted size|EXC_BAD_ACCESS|access violation|\b0xC0000005\b/i,
		unless: /nil pointer|NullPointer/i,
		why: "The operating system or a sanitizer ended native code."
	},
	{
		...base$3,
		name: "crash/ended-early",
		kind: "ended-early",
		match: /ended with status 0 before node:test reported its tests/,
		why: "What the action itself reports of a file of node:test whose tests have no result."
	},
	{
		...base$3,
		on: "text",
		name: "crash/exit-signal",
		kind: "process-crash",
		match: /^[ \t]*severity: crashed$|^[ \t]*exitcode: -(?!15\b|9\b)\d{1,3}$/m,
		why: "TAP diagnostics of a process that ended by a signal; 15 and 9 are how a time limit is enforced."
	}
];
// src/diagnosis/rules/data-rules.ts
const base$2 = {
	category: "data",
	confidence: "high",
	on: "head"
};
/** A record, key, file or value that is missing or of the wrong form. */
const DATA_RULES = [
	{
		...base$2,
		name: "data/json",
		kind: "parse-error",
		match: /JSONDecodeError|is not valid JSON|in JSON at position|Unexpected (?:token|end of|non-whitespace|string|number).{0,80}(?:JSON|position \d)|JSON\.parse|JsonParse|JSONException|JsonSyntax|JsonMapping|JsonException|MalformedJson|UnrecognizedProperty|InvalidFormatException|MismatchedInput|invalid character .{1,20}looking for|cannot unmarshal|unexpected end of JSON|Error parsing JSON|JsonEOF|serde_json|DecodingError|JSON::ParserError|[Ii]nvalid JSON|Syntax error.{0,20}(?:json|JSON)|(?<![\w.])json: /,
		why: "A JSON parser refused its input."
	},
	{
		...base$2,
		name: "data/not-serializable",
		kind: "parse-error",
		match: /not JSON serializable|circular structure to JSON|could not (?:serialize|deserialize)|(?:Des|S)erialization(?:Error|Exception)|NotSerializable|PicklingError|UnpicklingError|pickle data was truncated/,
		why: "A value cannot cross the boundary it must cross."
	},
	{
		...base$2,
		name: "data/encoding",
		kind: "encoding",
		match: /Unicode(?:Decode|Encode|Translate)?Error|FromUtf8Error|Utf8Error|invalid (?:UTF-?8|byte sequence|continuation byte|start byte)|codec can't (?:de|en)code|MalformedInput|UnmappableCharacter|CharacterCoding|Encoding::|stream did not contain valid UTF-8|incompatible character encodings/i,
		why: "Bytes that are not in the expected encoding."
	},
	{
		...base$2,
		name: "data/parse",
		kind: "parse-error",
		confidence: "medium",
		match: /NumberFormat|ParseFloatError|ParseIntError|DateTimeParse|ParseException|FormatException|InvalidOperation: \[<class|ConversionSyntax|could not (?:be parsed|parse|convert)|cannot parse|unable to parse|failed to parse|error parsing|invalid literal for|could not convert string|time data .{1,80} does not match|strconv\.Parse\w+|Invalid (?:date|time|number|UUID|URL|email|ISO|format|isoformat)|not a valid (?:\w+ ){0,2}(?:date|number|integer|UUID|URL|email|value|enum|choice|format)|is not a (?:number|valid(?! Win32))|YAML(?:Exception|Error)|ScannerError|ParserError: while|mapping values are not allowed|XMLSyntaxError|\bParse(?:r)?Error\b|SAXParse|not well-formed|malformed|unexpected end of (?:file|input)|CSV.{0,30}(?:error|malformed)|invalid (?:input )?syntax for (?:type|integer|uuid|date)|invalid input value for enum|Invalid format|ValueError: (?:invalid|could not|cannot|unconverted|not enough values|too many values|year|month|day|hour|malformed)|out of range for (?:type|column)|numeric field overflow|Incorrect (?:\w+ )value:|Data truncated|(?:Data|value) too long/i,
		why: "Text, number, date or document of the wrong form."
	},
	{
		...base$2,
		name: "data/duplicate",
		kind: "duplicate-key",
		match: /UniqueViolation|unique constraint|duplicate (?:key|entry|record|value|row)|DuplicateKey|E11000|UNIQUE constraint failed|RecordNotUnique|Duplicate entry|ORA-00001|already exists|AlreadyExists|ConflictException|\b23505\b|EntityExists|violates unique|already (?:been )?taken/i,
		unless: /container name|docker|port/i,
		why: "SQLSTATE 23505 and its kin: a record that should be new is there already."
	},
	{
		...base$2,
		name: "data/foreign-key",
		kind: "foreign-key",
		match: /ForeignKeyViolation|foreign key (?:constraint|violation|mismatch)|FOREIGN KEY constraint failed|a foreign key|ORA-0229[12]|\b23503\b|InvalidForeignKey|TransientObjectException|TransientPropertyValue/i,
		why: "SQLSTATE 23503: a record refers to one that does not exist."
	},
	{
		...base$2,
		name: "data/constraint",
		kind: "constraint",
		match: /NotNullViolation|NOT NULL constraint|violates (?:not-null|check)|null value in column|cannot be null|CheckViolation|CHECK constraint|ConstraintViolation|IntegrityError|DataIntegrity|\b2350[24]\b|may not be (?:null|NULL)|PropertyValueException|cannot insert NULL/i,
		why: "SQLSTATE class 23: the database refused a value."
	},
	{
		...base$2,
		name: "data/missing-schema",
		kind: "missing-column",
		match: /UndefinedColumn|no such column|unknown column|column .{1,120} (?:does not exist|not found|cannot be (?:found|null))|has no column named|invalid column name|ORA-00904|\b42703\b/i,
		why: "SQLSTATE 42703: the schema lacks a column."
	},
	{
		...base$2,
		name: "data/missing-table",
		kind: "missing-table",
		match: /UndefinedTable|no such table|Table "\w{1,80}" not found|(?:relation|table|view|sequence|index|collection|schema|type) .{1,120} (?:does not|doesn't) exist|Unknown (?:table|database|collection)|ORA-00942|\b42P01\b|database .{1,120} does not exist|no such database|InvalidCatalogName|\b3D000\b|index_not_found|UnknownTopic|no such index|NoSuchBucket|NoSuchKey|ResourceNotFound|QueueDoesNotExist|Invalid object name/i,
		why: "SQLSTATE 42P01 and 3D000, and cloud stores: the container of the data is missing."
	},
	{
		...base$2,
		name: "data/sql",
		kind: "db-error",
		match: /ProgrammingError|BadSqlGrammar|SQLGrammarException|syntax error at or near|error in your SQL syntax|near ".{1,60}": syntax error|DataError|DBAPIError|StatementInvalid|QueryException|DAOException|Hibernate encountered|PersistenceException|JpaSystemException|HibernateException|identifier of an instance|null identifier|SQLSyntaxError/,
		why: "The database understood the request and refused it for its content."
	},
	{
		...base$2,
		name: "data/missing-file",
		kind: "missing-file",
		match: /\bENOENT\b|:enoent\b|unable to open database file|No such file or directory|FileNotFound|NoSuchFile|DirectoryNotFound|cannot find the (?:file|path)|could not find file|file (?:does not|doesn't) exist|(?:file|path|directory|folder|template|resource) .{0,200}(?:not found|does not exist|doesn't exist|could not be found)|TemplateNotFound|TemplateDoesNotExist|Errno 2\b|os error 2\b|rb_sysopen|failed to open stream|Missing (?:template|fixture)|(?:unable|could not|cannot|failed) (?:to )?find (?:the )?(?:fixture|file|template|resource)|the system cannot find/i,
		why: "errno ENOENT and its translations."
	},
	{
		...base$2,
		name: "data/missing-key",
		kind: "missing-key",
		match: /\bKeyError\b|KeyNotFound|key not found|Undefined (?:array )?(?:key|index|offset|property)|NoSuchElementException(?!.{0,200}(?:selector|locator|locate|Session|element))|No value present|missing (?:required )?(?:key|field|property|attribute|parameter|argument|column)\b|(?:key|field|property|attribute) .{1,80} (?:is )?(?:missing|not found|not present|does not exist)|IndexError|LookupError|StopIteration|list index out of range|pop from (?:an )?empty|no entry found for key|MissingKey|no (?:such )?key\b|MultiValueDictKeyError|EmptyResult|Sequence contains no|NoResultFound|empty (?:sequence|iterable|result|collection)|no rows in result set|single\(\).{0,40}empty|first\(\).{0,40}empty/i,
		why: "A lookup by key or position found nothing."
	},
	{
		...base$2,
		name: "data/not-found",
		kind: "not-found",
		match: /DoesNotExist|RecordNotFound|EntityNotFound|ObjectNotFound|NotFoundException|NotFoundError|ModelNotFound|matching query does not exist|Couldn't find \w+ with|(?:\b(?:status(?:[ _-]?code)?|HTTP|error|code|failed|returned|responded(?: with)?|answered)\b[^\w\n]{0,4}(?:\w{2,8}[ :=]{1,3}){0,2}|^|\b)(?:404|410)\b.{0,20}(?:Not Found|Gone|$|for url)|status(?:[ _-]?code)?[ :=]{1,3}(?:404|410)\b|\bnot[ _]found\b|\bNOT_FOUND\b|NoSuchEntity|no (?:such )?(?:user|record|row|entity|document|object|item|order|account|customer|product)s? (?:found|exists?|with|matching)|\b\w+ (?:with|having) (?:id|name|key) .{1,80} (?:does not exist|not found|was not found)|does not exist\b/i,
		unless: /command not found|element(?:\(s\))? not found|fixture .{1,100} not found|[Mm]odule not found|library not found|executable (?:file )?not found|symbol not found|step not found|method not found/,
		why: "A record that the test relies on is not there (404, ORM classes)."
	},
	{
		...base$2,
		name: "data/schema",
		kind: "schema",
		match: /ValidationError|ValidationException|SchemaError|SchemaValidation|is a required property|does not (?:match|conform to) (?:the )?(?:\w+ )?schema|schema (?:validation|mismatch|violation|check|registry|error)|Additional properties are not allowed|is not of type|must have required property|should have required property|must match (?:exactly one|pattern|format)|ZodError|invalid_type|ResponseValidation|RequestValidation|validation\.BindException|MethodArgumentNotValid|Failed validating|field required|value_error|type_error\.|Input should be|validation (?:error|failed|failure)|Validation failed|RecordInvalid|incompatible schema|unexpected (?:column|field|property|attribute)|is not one of \[|Unprocessable/i,
		why: "A validator names what is wrong with a document."
	},
	{
		...base$2,
		name: "data/http-4xx",
		kind: "bad-request",
		match: /\b(?:400|409|412|413|415|422) (?:Client Error|Bad Request|Conflict|Unprocessable)|\b(?:status(?:[ _-]?code)?|HTTP(?:\/\d(?:\.\d)?)?|code|failed|answered|returned|responded(?: with)?)\b[^\w\n]{0,4}(?:\w{2,8}[ :=]{1,3}){0,2}(?:400|409|412|413|415|422)\b|BadRequest|INVALID_ARGUMENT|code = (?:InvalidArgument|FailedPrecondition|NotFound|AlreadyExists|OutOfRange)|\bBad Request\b/i,
		why: "The service refused the request for its content."
	},
	{
		...base$2,
		name: "data/argument",
		kind: "bad-argument",
		confidence: "medium",
		match: /IllegalArgument|ArgumentException|ArgumentOutOfRange|ArgumentError|InvalidArgument|\bValueError\b|invalid (?:value|argument|parameter|input|option|data)\b|is required\b|(?:must|may|should|can) not be (?:null|nil|None|empty|blank)|cannot be (?:null|nil|None|empty|blank)|checksum|corrupt(?:ed)?\b|integrity check/i,
		why: "A function was given a value it cannot use."
	}
];
// src/diagnosis/rules/expectation-rules.ts
const base$1 = {
	category: "assertion",
	on: "head"
};
/** Expectations that tools state without an assertion: an element, a mocked call, a test that should fail. */
const EXPECTATION_RULES = [
	{
		...base$1,
		name: "assertion/element-missing",
		kind: "element-not-found",
		confidence: "medium",
		match: /no such element|NoSuchElement(?:Exception|Error).{0,200}(?:element|locat)|unable to (?:locate|find)(?: an?)? element|can't call .{1,60} on element .{1,80} because element wasn't found|Expected to find element/i,
		why: "WebDriver error \"no such element\" and the words of WebdriverIO and Cypress."
	},
	{
		...base$1,
		name: "assertion/mock",
		kind: "mock",
		confidence: "high",
		match: /\bNo match for request\b|\bnot mocked\b|No mock address|Argument\(s\) are different! Wanted|\bWanted but not invoked|Wanted \d+ times?:|expectation\(s\) were (?:not )?met|mock: (?:Unexpected|I don't know what to return)|Unexpected Method Call|there is a remaining expectation|all expectations were already fulfilled|call to .{1,200} was not expected|missing call\(s\) to|expected call at .{1,200} (?:has|doesn't)|Request was not matched|No (?:stub|mapping|mock|interaction|handler)s? (?:found|matched|matches|registered)? ?(?:for|the) |There are no pending mocks|unsatisfied interaction|received unexpected (?:call|message)|MockExpectation|No matching (?:mock|request handler)|was not expected to be called|doesn't match any registered mock|No response can be found for|without a matching request handler|Real HTTP (?:connections|requests) are (?:disabled|not allowed)|unregistered request:/i,
		why: "Mocks of HTTP and of objects: a call came that nobody described, or a described one did not come."
	},
	{
		...base$1,
		name: "assertion/expected-failure",
		kind: "unexpected-pass",
		confidence: "high",
		match: /^\[XPASS\(strict\)\]|^Unexpected success|Expected to fail, but passed|Expected example to fail since it is pending|expected (?:test )?to fail but (?:it )?passed/i,
		why: "A test that is marked as failing has passed (pytest xfail strict, unittest expectedFailure, Playwright test.fail)."
	},
	{
		...base$1,
		on: "text",
		name: "assertion/doctest",
		kind: "value",
		confidence: "high",
		match: /: DocTestFailure$|^Failed example:$/m,
		why: "A doctest prints what it expected and got below labels of their own."
	}
];
// src/diagnosis/rules/null-rules.ts
const base = {
	category: "data",
	confidence: "high",
	on: "head"
};
/** Something that should be there is null: each language has one fixed sentence for it. */
const NULL_RULES = [
	{
		...base,
		name: "data/null-javascript",
		kind: "null-deref",
		match: /Cannot (?:read|set) propert(?:y|ies) .{0,120}of (?:null|undefined)|(?:null|undefined) is not an object|Cannot destructure property .{0,120} as it is (?:null|undefined)|Cannot convert undefined or null to object|(?:undefined|null) is not iterable|can't access property .{0,120}(?:undefined|null)|\w (?:is|was) (?:null|undefined)$/,
		why: "V8, JavaScriptCore and SpiderMonkey sentences for a member of null or undefined."
	},
	{
		...base,
		name: "data/null-python",
		kind: "null-deref",
		match: /'NoneType' object (?:has no attribute|is not \w+|does not support|cannot be)|argument of type 'NoneType'|unsupported operand type\(s\).{0,80}'NoneType'|not '?NoneType'?$|not 'NoneType'|got NoneType|not supported between instances of .{0,80}'NoneType'/,
		why: "CPython names NoneType when None is used as a value."
	},
	{
		...base,
		name: "data/null-jvm-dotnet",
		kind: "null-deref",
		match: /\bNullPointerException\b|\bNullReferenceException\b|Cannot (?:invoke|read|load|store|throw|enter|assign).{0,200}because .{0,200} is null|Object reference not set to an instance|\bArgumentNullException\b|Value cannot be null|\bkotlin\.KotlinNullPointerException/,
		unless: /environment variable/i,
		why: "JVM (helpful NPE messages, JEP 358) and .NET sentences."
	},
	{
		...base,
		name: "data/null-native",
		kind: "null-deref",
		match: /nil pointer dereference|invalid memory address|`?Option::(?:unwrap|expect)\(\)`? on a `?None|undefined method [`'].{1,80}' for nil|(?:NoMethodError.{0,80}\bnil\b)|Call to a member function .{1,80} on (?:null|bool)|Attempt to (?:read|assign) property .{0,80} on (?:null|bool)|Trying to (?:access array offset|get property).{0,60}null|[Uu]nexpectedly found nil|Null check operator used|attempt to (?:index|call) a nil value|None\.get\b|(?:expected .{0,60})?got nil\b.{0,20}deref/,
		why: "Go, Rust, Ruby, PHP, Swift, Dart, Lua and Scala sentences."
	}
];
// src/diagnosis/rules/classify.ts
const JSON_RULES = DATA_RULES.filter(({ name }) => name === "data/json" || name === "data/not-serializable");
const ARGUMENT_RULES = DATA_RULES.filter(({ name }) => name === "data/argument");
const PLAIN_DATA = DATA_RULES.filter((rule) => !JSON_RULES.includes(rule) && !ARGUMENT_RULES.includes(rule));
/** The table in its order: the more exact a sentence, the earlier it is asked for. */
const RULES = [
	...FLAKY_RULES,
	...NULL_RULES,
	...CRASH_RULES,
	...JSON_RULES,
	...STEP_RULES,
	...EXPECTATION_RULES,
	...CALL_RULES,
	...CODE_RULES,
	...AUTH_RULES,
	...CONNECTION_RULES,
	...TIMEOUT_RULES,
	...PLAIN_DATA,
	...LOGIC_RULES,
	...ARGUMENT_RULES
];
const WRAPPER = /^(?:(?:java\.lang\.)?(?:RuntimeException|Exception|Error|IllegalStateException|AssertionError)|RuntimeError|ValueError|.{0,300}(?:ExecutionException|CompletionException|UncheckedIOException|InvocationTarget\w{0,40}|ServerException|RemoteException|BeanCreationException|\w{0,60}Setup\w{0,60}Error|ContextLoadException|AggregateError|AggregateException|TargetInvocationException|ServletException|NestedServletException|UndeclaredThrowable\w*|WrappedException|ExceptionGroup|APIError|OSError)|)$/;
/** Sentences that only pass on that a request went wrong. */
const WRAPPER_HEADLINE = /^(?:fetch failed|failed to fetch|network error)$/i;
/** Gomega's Eventually says first that it waited, then what it expected. */
const EVENTUALLY = /^Timed out after [\d.hms]{2,20}\.?(?: |$)/;
const EXIT$1 = /exit(?:ed|s)?(?: with)?(?: error)? (?:code|status) -?\d+|exited with error code|non-zero exit/i;
const ranked = (verdict, confidence) => verdict && {
	...verdict,
	confidence
};
/** A wrapper says only where; its root says what. */
function rootFacts(facts) {
	const { root } = facts;
	if (root === null || root.type === facts.type) return null;
	const head = `${root.type}: ${root.headline}`.slice(0, 700);
	return {
		...facts,
		type: root.type,
		headline: root.headline,
		head,
		root: null,
		wrapper: facts.headline
	};
}
function decideHead(facts) {
	return assertionVerdict(facts) ?? firstMatch(RACE_RULES, facts) ?? firstMatch(FLAKY_RULES, facts) ?? firstMatch(JSON_RULES, facts) ?? (facts.type === "" && EVENTUALLY.test(facts.headline) ? firstMatch(TIMEOUT_RULES, facts) : null) ?? shapeVerdict(facts) ?? firstMatch(RULES, facts);
}
/** Words outside of the headline are weaker: the same table, read over the frame-free body. */
function decideBody(facts) {
	const body = facts.body();
	const inBody = {
		...facts,
		headline: body,
		head: body,
		root: null
	};
	return ranked(firstMatch(RULES, inBody) ?? shapeVerdict(inBody), "low");
}
function decideText(facts) {
	const inner = rootFacts(facts);
	const direct = inner !== null && (WRAPPER.test(facts.type.trim()) || WRAPPER_HEADLINE.test(facts.headline)) && !isAssertion(facts) ? null : decideHead(facts);
	if (direct) return {
		verdict: direct,
		facts
	};
	const root = inner && decideHead(inner);
	if (root) return {
		verdict: root,
		facts: inner
	};
	return {
		verdict: decideHead(facts) ?? weakVerdict(facts) ?? decideBody(facts) ?? undecided(facts),
		facts
	};
}
function undecided(facts) {
	const exit = EXIT$1.exec(facts.body());
	if (exit) return {
		category: "unknown",
		kind: "exit-code",
		confidence: "low",
		rule: "unknown/exit",
		evidence: exit[0]
	};
	return {
		category: "unknown",
		kind: facts.headline === "" ? "no-message" : "custom-error",
		confidence: "low",
		rule: "unknown/none",
		evidence: facts.headline.slice(0, 120)
	};
}
/** A refused connection whose server left its own crash in the captured output was caused by that crash. */
function withServerCrash(verdict, facts) {
	const evidence = verdict.category === "connection" ? serverCrash(facts.captured) : "";
	if (evidence === "") return verdict;
	return {
		category: "unknown",
		kind: "server-crashed",
		confidence: "medium",
		rule: "unknown/server-crashed",
		evidence
	};
}
/** Category, kind and confidence of one failure, from history first, then its text. */
function classify(facts, history) {
	const known = byHistory(history) ?? firstMatch(CRASH_RULES.slice(0, 2), facts);
	if (known) return {
		verdict: known,
		facts
	};
	const { verdict, facts: reported } = decideText(unwrapped(facts));
	return {
		verdict: withServerCrash(withTool(withSocket(verdict, facts), facts), facts),
		facts: reported
	};
}
function byHistory(history) {
	const sure = {
		confidence: "high",
		evidence: ""
	};
	if (history.passedOnRetry) return {
		...sure,
		category: "flaky",
		kind: "passed-on-retry",
		rule: "flaky/history"
	};
	if (!history.timedOut) return null;
	return {
		...sure,
		category: "timeout",
		kind: "test-timeout",
		rule: "timeout/deadline-of-the-run"
	};
}
const STARTS_PROGRAM = /subprocess\.py(?:", line |:)\d{1,6},?:? in _execute_child|ProcessBuilder\.start\(/;
/** A file that is missing where a program is started is the program. */
function withTool(verdict, facts) {
	if (verdict.kind !== "missing-file" || !facts.lines.some((line) => STARTS_PROGRAM.test(line))) return verdict;
	return {
		...verdict,
		category: "unknown",
		kind: "missing-tool",
		rule: "code/missing-tool"
	};
}
const SHOWN_CONNECT = /^> .{0,200}(?:\.connect(?:_ex)?\(|AF_UNIX|create_connection\()/;
/** A file that is missing where the failing line connects is the socket of a server. */
function withSocket(verdict, facts) {
	if (verdict.kind !== "missing-file" || !facts.lines.some((line) => SHOWN_CONNECT.test(line))) return verdict;
	return {
		...verdict,
		category: "connection",
		kind: "refused",
		rule: "connection/socket-file"
	};
}
/** Lines of source that state what must hold, in any language. */
const STATES$1 = /^(?:debug_)?assert\w{0,20}!?\s?\(|^assert\s|^(?:t|b|tb)\.(?:Error|Fatal)f?\(.{0,200}(?:want|expect|should|must)/;
/** What only the failing line of source shows: a check with a message of its own, or a program that is started. */
function withSource(verdict, facts) {
	const { source, type, headline } = facts;
	if (verdict.kind === "missing-dependency" && isOfOwnPackage(facts)) return {
		...verdict,
		kind: "import-error",
		rule: "code/import"
	};
	if ((verdict.rule === "unknown/none" || verdict.rule === "assertion/words") && headline.length > 5 && source.includes(`.expect("${headline}`)) return {
		...verdict,
		category: "data",
		kind: "null-deref",
		rule: "data/null-native"
	};
	if (verdict.rule === "unknown/none" && type === "" && STATES$1.test(source)) return {
		...verdict,
		category: "assertion",
		kind: "value",
		confidence: "medium",
		rule: "assertion/source"
	};
	if (verdict.kind === "missing-file" && /\bCommand::new\(/.test(source)) return {
		...verdict,
		category: "unknown",
		kind: "missing-tool",
		rule: "code/missing-tool"
	};
	return verdict;
}
const IN_PACKAGE = /No module named '?(\w{1,80})\.\w/;
function isOfOwnPackage({ head, ownFile, filesIn }) {
	const top = IN_PACKAGE.exec(head)?.[1];
	if (top === void 0) return /Cannot find module '\.{1,2}\//.test(head) && filesIn("").length > 0;
	return filesIn(top).length + filesIn(`src/${top}`).length > 0 || ownFile(`${top}/__init__.py`) !== null;
}
const MAX_REMEMBERED = 2e3;
const MAX_KEY = 16e3;
/** Reads and classifies one failure. */
function readAndClassify(failure) {
	const read = withOutput(readText(failure), failure);
	return {
		...read,
		...classify(read.facts, failure),
		sentences: /* @__PURE__ */ new Map()
	};
}
/** What a server says of an answer or of its own error. */
const TELLING = /\b(?:[Bb]ody|[Rr]esponse)\s?[=:]|Error|Exception|NotFound|DoesNotExist/;
/** What a test printed decides only about its connections and the answers of its server. */
function isDecidedByOutput({ verdict, facts }, output) {
	if (verdict.category === "connection") return serverCrash(output) !== "";
	return TELLING.test(output) && statusCompared(facts.comparison()) !== null;
}
/** A reader that remembers texts for one run: when a server is down, hundreds of tests say the same. */
function rememberingReader() {
	const known = /* @__PURE__ */ new Map();
	return (failure) => {
		const { type, message, details, output, passedOnRetry, timedOut } = failure;
		const text = details === "" ? failure : {
			...failure,
			output: ""
		};
		const key = [
			type,
			message,
			details,
			text.output,
			passedOnRetry,
			timedOut
		].join("\0");
		const reading = known.get(key) ?? readAndClassify(text);
		if (key.length <= MAX_KEY && known.size < MAX_REMEMBERED) known.set(key, reading);
		if (text.output === output) return reading;
		const whole = withOutput(reading, failure);
		return isDecidedByOutput(reading, whole.facts.captured) ? readAndClassify(failure) : whole;
	};
}
// src/diagnosis/tools/lighthouse.ts
const SCORE = /^([\w-]{1,40}) of .{1,2000} is (\d{1,3}), (?:the )?(?:limit|threshold)(?: is)? (\d{1,3})/;
/** One run of Lighthouse differs from the next by so many points without any change. */
const NOISE_POINTS = 5;
/** Reads a category below its threshold, or a page that could not be measured. */
function readLighthouse(failure) {
	const [page, category] = idParts(failure.testId);
	const score = SCORE.exec(failure.message.split("\n", 1)[0] ?? "");
	if (score === null) return readPageError(failure, page);
	const [evidence, , reached, limit] = score;
	const audits = auditsIn(failure.details);
	const losses = audits.slice(0, 3).map(({ head }) => clip$1(head, 90));
	const lost = losses.length === 0 ? "" : `; it loses most by ${losses.join(", ")}`;
	return {
		verdict: toolVerdict("lighthouse", {
			category: "assertion",
			kind: "score"
		}, evidence),
		rootCause: clip$1(`${category} of ${page} is ${reached}, the threshold is ${limit}${lost}`),
		suggestion: advice$1(category, Number(limit) - Number(reached), audits[0]),
		causeKey: causeKeyOf(page, category, audits[0])
	};
}
/** Outside of performance an audit names one thing that is missing, for every page and category that it costs points. */
function causeKeyOf(page, category, worst) {
	if (category === "performance" || worst === void 0) return `lighthouse|${category}|${page.slice(0, 300)}`;
	return `lighthouse|${worst.head.slice(0, 200)}`;
}
function auditsIn(details) {
	const lines = details.slice(0, 32e3).split("\n").slice(0, 200);
	return lines.flatMap((line, at) => {
		if (line.trim() === "" || line.startsWith(" ")) return [];
		const url = /\((https:\/\/[^\s()]{1,200})\)/.exec(lines[at + 1] ?? "")?.[1] ?? "";
		return [{
			head: line.slice(0, 200),
			url
		}];
	});
}
function advice$1(category, missing, worst) {
	return `${worst === void 0 ? "" : `Begin with "${clip$1(worst.head, 90)}"${worst.url === "" ? "" : ` (${worst.url})`}. `}The HTML report beside the test shows the elements.${category === "performance" && missing <= NOISE_POINTS ? " So close to the threshold one run proves little: set `runs: 3`." : ""}`;
}
// src/diagnosis/tools/locust.ts
const PERCENTILE = /(p\d{2}) of .{1,300}? is (\d{1,9}(?:\.\d{1,3})?) ms, (?:the )?(?:limit|threshold)(?: is)? (\d{1,9}(?:\.\d{1,3})?) ms/g;
const RATIO = /(\d{1,3}(?:\.\d{1,4})?) % of (\d{1,9}) (requests to|checks of) .{1,300}? failed, (?:the )?(?:limit|threshold)(?: is)? (\d{1,3}(?:\.\d{1,4})?) %/;
const TIMES = /^\d{1,9} times: (\S.{0,400})$/;
const STATUS$1 = /^(\d{3}) (?:Client|Server) Error/;
const LOCUST = {
	script: "the locustfile",
	course: "; `locust.html` in the evidence shows when it became slow"
};
/** Reads a route that breaks its thresholds under load, or an error of the load script itself. */
function readLocust(failure) {
	const [, route] = idParts(failure.testId);
	if (failure.type === "exception") return scriptError(failure);
	return readLimits(failure, route, LOCUST);
}
/** Reads the limits that a route broke, in the words that all load reports share; null when there are none. */
function readLimits(failure, route, words) {
	const message = failure.message.slice(0, 2e3);
	const ratio = RATIO.exec(message);
	return ratio === null ? tooSlow(route, message, words) : failing(failure, route, ratio, words);
}
function tooSlow(route, message, { course }) {
	const broken = [...message.matchAll(PERCENTILE)];
	const [first] = broken;
	if (first === void 0) return null;
	const parts = broken.map(([, percentile = "", reached = "", limit = ""], at) => `${percentile}${at === 0 ? ` of ${route}` : ""} is ${duration(reached)}, the threshold is ${duration(limit)}`);
	return {
		verdict: toolVerdict("locust", {
			category: "assertion",
			kind: "latency"
		}, first[0]),
		rootCause: clip$1(parts.join("; ")),
		suggestion: `Profile ${clip$1(route, 100)} with as many users at once (queries, locks, calls to other services)${course}.`,
		causeKey: `load|slow|${route.slice(0, 300)}`
	};
}
/** `1940` reads as 1.9 s; less than a second stays in milliseconds. */
function duration(milliseconds) {
	const value = Number(milliseconds);
	return value < 1e3 ? `${value} ms` : `${Number((value / 1e3).toFixed(1))} s`;
}
function failing(failure, route, [evidence, share, count, what, limit], words) {
	const error = commonError(failure.details);
	const meaning = meaningOf(error, failure);
	const reported = error === "" ? "" : `: ${plain$1(error)}`;
	return {
		verdict: toolVerdict("locust", meaning, error === "" ? evidence : error),
		rootCause: clip$1(`${route} fails ${share} % of ${count} ${what === "checks of" ? "checks" : "requests"} (the threshold is ${limit} %)${reported}`),
		suggestion: advice(route, meaning, words),
		causeKey: isShared(meaning) ? `load|${meaning.category}|${meaning.kind}` : `load|${route.slice(0, 300)}|${reported.slice(0, 100)}`
	};
}
/** Without the decoration of `requests`: which pool, which errno, which address. */
function plain$1(error) {
	return error.replace(/ for url: \S{1,400}$/, "").replace(/^(?:HTTPS?ConnectionPool\(.{1,200}?\): |\[Errno \d{1,5}\] )/, "");
}
/** The error that came most often; the driver lists them in that order. */
function commonError(details) {
	return details.slice(0, 32e3).split("\n").slice(0, 200).map((line) => TIMES.exec(line)?.[1]).find((error) => error !== void 0) ?? "";
}
function meaningOf(error, failure) {
	const status = STATUS$1.exec(error)?.[1];
	if (status !== void 0) return statusMeaning(Number(status));
	if (error === "") return {
		category: "assertion",
		kind: "fail-ratio"
	};
	const { category, kind } = readAndClassify({
		...failure,
		message: error,
		type: "",
		details: "",
		output: ""
	}).verdict;
	return category === "unknown" || category === "flaky" ? {
		category: "assertion",
		kind: "fail-ratio"
	} : {
		category,
		kind
	};
}
/** A service that is not there and credentials that are refused break every route alike. */
const isShared = ({ category, kind }) => category === "connection" && [
	"refused",
	"dns",
	"unreachable"
].includes(kind) || kind === "unauthorized";
function advice(route, { category, kind }, { script }) {
	const short = clip$1(route, 100);
	if (category === "auth") return `Let ${script} log in first${script === LOCUST.script ? " (`on_start`)" : ""}, or check its credentials for ${short}.`;
	if (kind === "refused") return "Read the log of the service: it was not there, or took no more connections under this load.";
	if (category === "timeout") return `Find what ${short} waits for under load (locks, a full pool, another service).`;
	if (kind === "not-found") return `Correct the path of ${short} in ${script}, or the route of the service.`;
	return `Send one request to ${short} alone: when it fails too, repair that first, otherwise read the log of the service under load.`;
}
function scriptError(failure) {
	const [, times = "", text = ""] = /^(\d{1,9}) times: ([^\n]{0,400})/.exec(failure.message) ?? [
		"",
		"",
		failure.message
	];
	const { verdict } = readAndClassify({
		...failure,
		message: text,
		type: "",
		details: ""
	});
	return {
		verdict: verdict.confidence !== "low" && verdict.category !== "flaky" ? {
			...verdict,
			evidence: text
		} : toolVerdict("locust", {
			category: "unknown",
			kind: "custom-error"
		}, text),
		rootCause: clip$1(`the locustfile raised an error${times === "" ? "" : ` ${times} times`}: ${text}`),
		suggestion: "Correct the task in the locustfile: what it raises stops its user from sending the rest of the requests.",
		causeKey: `load|script|${text.slice(0, 200)}`
	};
}
// src/diagnosis/tools/load-report.ts
const TOOLS = /* @__PURE__ */ new Set([
	"locust",
	"k6",
	"artillery",
	"jmeter"
]);
const LIMITS = /* @__PURE__ */ new Set([
	"p50",
	"p95",
	"p99",
	"fail-ratio"
]);
const ROUTE$1 = /(?:^p\d{2} of|requests to|checks of) (.{1,300}?) (?:is \d|failed)/;
const SCRIPT = {
	script: "the load script",
	course: ""
};
/** Reads what a load tool's report says of a route, whichever runner found the report; null for all other failures. */
function readLoadReport(failure) {
	const [tool, name] = idParts(failure.testId);
	if (!TOOLS.has(tool)) return null;
	if (failure.type === "threshold") return brokenThreshold(failure);
	if (tool === "locust" && failure.type === "exception") return readLocust(failure);
	if (!LIMITS.has(failure.type)) return null;
	const head = failure.message.slice(0, 1e3);
	const route = ROUTE$1.exec(head)?.[1] ?? name;
	const reading = readLimits(failure, route, SCRIPT) ?? unreported(failure, head);
	const advice = reading?.verdict.kind === "fail-ratio" ? adviceWithoutError(route, head) : null;
	return reading === null || advice === null ? reading : {
		...reading,
		suggestion: advice
	};
}
function brokenThreshold({ message, testId }) {
	return {
		verdict: toolVerdict("load", {
			category: "assertion",
			kind: "threshold"
		}, message),
		rootCause: clip$1(message),
		suggestion: "Compare the metric with an earlier run of the same load; when the service is not worse, correct the threshold.",
		causeKey: `load|threshold|${testId.slice(0, 300)}`
	};
}
/** The report does not say why requests failed, and no single request can be sent to find out. */
function adviceWithoutError(route, message) {
	if (message.includes(" checks of ")) return `Send the request that ${clip$1(route, 100)} is about alone, and compare its answer with what the check asks.`;
	return route === "all routes" ? "Find the route that fails most among the tests of this suite, and send it one request alone." : null;
}
function unreported({ message }, head) {
	if (!head.includes(" is not in the report, limit ")) return null;
	return {
		verdict: toolVerdict("load", {
			category: "unknown",
			kind: "not-measured"
		}, message),
		rootCause: clip$1(message),
		suggestion: "Let the tool report this percentile (k6: `summaryTrendStats`), or take its limit out of `thresholds`.",
		causeKey: `load|not-measured|${message.slice(0, 3)}`
	};
}
// src/diagnosis/tools/schemathesis-case.ts
const MAX_CASES = 5;
const MAX_CURL = 200;
const MAX_BODY = 100;
const ANSWER = /^The answer was (\d{3}):/;
const REQUEST$1 = /^Reproduce with:/;
/** The failing requests of a check, the first that was found first. */
function brokenCases(details) {
	return details.slice(0, 64e3).split("\n----\n").slice(0, MAX_CASES).map(parseCase);
}
function parseCase(text) {
	const lines = text.split("\n").map((line) => line.slice(0, 1e3).trim()).filter((line) => line !== "");
	const request = lines.findIndex((line) => REQUEST$1.test(line));
	const answer = lines.findIndex((line) => ANSWER.test(line));
	const ends = [answer, request].filter((at) => at >= 0);
	const own = lines.slice(1, Math.min(41, ...ends));
	const curl = request < 0 ? "" : lines[request + 1] ?? "";
	const body = readable$1(answer < 0 ? "" : lines[answer + 1] ?? "");
	const status = ANSWER.exec(lines[answer] ?? "")?.[1];
	return {
		title: lines[0] ?? "",
		lines: own,
		status: status === void 0 ? null : Number(status),
		body,
		quotes: quotesOf(lines[0], own[0], lines[answer], body),
		curl: curl.length <= MAX_CURL && !curl.includes("`") ? curl : "",
		method: /^curl -X ([A-Z]{3,10}) /.exec(curl)?.[1] ?? ""
	};
}
const quotesOf = (...lines) => lines.flatMap((line) => line === void 0 || line === "" ? [] : [line.slice(0, 300)]).slice(0, 3);
const readable$1 = (line) => line.length > MAX_BODY || line.startsWith("<") || REQUEST$1.test(line) ? "" : line;
/** The value behind a label such as `Received:` or `Documented:`; empty when the check does not say. */
function labelled({ lines }, label) {
	return (lines.find((candidate) => candidate.startsWith(`${label}:`)) ?? "").slice(label.length + 1).trim().slice(0, 160);
}
// src/diagnosis/tools/schemathesis.ts
const CONTRACT = {
	category: "assertion",
	kind: "api-contract"
};
const SCHEMA = {
	category: "data",
	kind: "schema"
};
const UNPROTECTED = {
	category: "auth",
	kind: "ignored-auth"
};
const READ_TIMEOUT = {
	category: "timeout",
	kind: "read-timeout"
};
const DROPPED = {
	category: "connection",
	kind: "reset"
};
/** Reads a check of Schemathesis that failed, or an operation that could not be asked. */
function readSchemathesis(failure) {
	const [operation, name] = idParts(failure.testId);
	const check = first(failure.type === "error" ? "" : failure.type, name);
	const cases = brokenCases(failure.details);
	const broken = cases.find(({ method }) => method === operation.split(" ")[0]) ?? cases[0];
	const found = failure.type === "error" ? unanswered$2(failure) : broken ? judged$1(check, operation, broken) : null;
	if (found === null) return null;
	const { meaning, says, next, cause, everywhere } = found;
	const request = broken?.curl ? `Reproduce it with \`${broken.curl}\`. ` : "";
	return {
		verdict: toolVerdict("schemathesis", meaning, evidenceOf(broken, failure)),
		rootCause: clip$1(`${operation} ${says}`),
		suggestion: `${request}${next}`,
		causeKey: `api|${everywhere ? "" : operation}|${cause}`.slice(0, 400),
		...broken === void 0 || failure.type === "error" ? {} : { quotes: broken.quotes }
	};
}
function evidenceOf(broken, { message }) {
	return broken?.lines[0] ?? broken?.title ?? message.split("\n", 1)[0] ?? "";
}
/** What kept an operation from being asked, as `requests` words it in Schemathesis 4, or its trace in 3. */
function unanswered$2({ message, details }) {
	const text = `${message}\n${details.slice(-4e3)}`;
	const limit = /[Rr]ead timeout=(\d{1,6}(?:\.\d{1,3})?)/.exec(text)?.[1];
	if (limit !== void 0) return slow(`${Number(limit)} s`);
	if (!/RemoteDisconnected|Connection aborted|ConnectionResetError|Connection reset/.test(text)) return null;
	return {
		meaning: DROPPED,
		says: "closes the connection without an answer",
		next: "Read the log of the service: it accepted the request and dropped the connection.",
		cause: "dropped"
	};
}
function slow(limit) {
	return {
		meaning: READ_TIMEOUT,
		says: `did not answer within ${limit}`,
		next: "Find what the handler waits for; raise `--request-timeout` only if the work is really that long.",
		cause: "slow"
	};
}
/** What each check looks at; one that is not here, a user's own too, is reported by its title. */
const CHECKS = /* @__PURE__ */ new Map([
	["not_a_server_error", status],
	["status_code_conformance", status],
	["positive_data_acceptance", refused$1],
	["response_schema_conformance", wrongShape],
	["response_headers_conformance", wrongShape],
	["content_type_conformance", wrongType],
	["ignored_auth", unprotected],
	["missing_required_header", accepted$1],
	["negative_data_rejection", accepted$1],
	["request_timeout", (broken) => slow(limitOf(broken))]
]);
function judged$1(check, operation, broken) {
	const isOther = broken.method !== "" && broken.method !== operation.split(" ")[0];
	if (check === "unsupported_method" || isOther) return undeclaredMethod(broken);
	return (CHECKS.get(check) ?? contract)(broken);
}
function undeclaredMethod({ status: answered, method }) {
	const came = answered === null ? "does not refuse" : `answers ${answered} to`;
	return {
		meaning: CONTRACT,
		says: `${came} ${first(method, "another method")}, which the OpenAPI file does not declare; 405 is expected`,
		next: "Let the router answer 405 to methods that no operation declares, or leave the check out: `args: [--exclude-checks, unsupported_method]`.",
		cause: "undeclared-method",
		everywhere: true
	};
}
/** A valid request that was refused. */
function refused$1(broken) {
	return (broken.status ?? 0) >= 400 ? status(broken) : contract(broken);
}
/** Server error, undocumented status and refused valid request are one cause when the status is the same. */
function status(broken) {
	const answered = broken.status ?? Number(labelled(broken, "Received"));
	const documented = labelled(broken, "Documented");
	const isGateway = answered === 429 || answered > 501;
	const isServer = answered >= 500 && !isGateway;
	return {
		meaning: isServer || answered === 404 ? {
			category: "assertion",
			kind: "status-code"
		} : statusMeaning(answered),
		says: `answered ${answered}${documented !== "" ? `, which the OpenAPI file does not document (${documented})` : tail(broken.body)}`,
		next: statusAdvice(answered, isServer || isGateway),
		cause: `status:${answered}`,
		...isGateway || answered === 401 ? { everywhere: true } : {}
	};
}
const tail = (body) => body === "" ? "" : `: ${body}`;
function statusAdvice(answered, isServer) {
	if (isServer) return "Read the log of the service at that request and repair the handler; no request may end in a server error.";
	if (answered === 401 || answered === 403) return `Give the suite valid credentials (\`auth\`), or document ${answered} in the OpenAPI file.`;
	return `Document ${answered} in the OpenAPI file, or answer what it promises.`;
}
function wrongShape(broken) {
	const problem = broken.lines[0] ?? "";
	const place = /Schema at (\S{1,120}?):?$/.exec(broken.lines.find((line) => line.startsWith("Schema at ")) ?? "")?.[1];
	const where = place === void 0 ? "" : ` at ${place}`;
	return {
		meaning: SCHEMA,
		says: `answers what its schema forbids${where}: ${problem}`,
		next: "Correct the answer of the handler, or the schema in the OpenAPI file.",
		cause: `schema:${place ?? ""}:${problem.slice(0, 120)}`
	};
}
function wrongType(broken) {
	const received = first(labelled(broken, "Received"), "another type");
	const documented = labelled(broken, "Documented");
	return {
		meaning: SCHEMA,
		says: `answers with ${received}${documented === "" ? "" : `; the OpenAPI file says ${documented}`}`,
		next: "Set the `Content-Type` of the answer, or document the type in the OpenAPI file.",
		cause: `type:${received}`
	};
}
function unprotected({ status: answered }) {
	return {
		meaning: UNPROTECTED,
		says: `answers ${answered ?? "as usual"} without valid credentials, although the OpenAPI file asks for them`,
		next: "Check the credentials in the handler, or take `security` from the operation in the OpenAPI file.",
		cause: "unprotected"
	};
}
/** A request without its credentials that was accepted is the same hole that `ignored_auth` finds. */
function accepted$1(broken) {
	const text = broken.lines.join("\n").slice(0, 2e3);
	if (/[`']Authorization[`']/.test(text)) return unprotected(broken);
	const header = /required '([^'\n]{1,80})' header/.exec(text)?.[1];
	const wrong = first(labelled(broken, "Invalid component"), header === void 0 ? "" : `without the header ${header}`);
	return {
		meaning: CONTRACT,
		says: `answers ${broken.status ?? "as usual"} to a request that the OpenAPI file forbids${wrong === "" ? "" : `: ${wrong}`}`,
		next: "Validate the request and answer 400 or 422, or allow such requests in the OpenAPI file.",
		cause: `accepted:${wrong.slice(0, 120)}`
	};
}
function limitOf({ lines }) {
	const limit = /limit of (\d{1,9}(?:\.\d{1,3})?)ms/.exec(lines.join("\n").slice(0, 500))?.[1];
	return limit === void 0 ? "the limit" : `${Number(limit) / 1e3} s`;
}
function contract(broken) {
	const detail = first(broken.lines[0] ?? "", broken.title);
	return {
		meaning: CONTRACT,
		says: `breaks the check "${broken.title}"${detail === broken.title ? "" : `: ${detail}`}`,
		next: "Correct the handler, or what the OpenAPI file promises.",
		cause: `check:${broken.title.slice(0, 120)}`
	};
}
// src/diagnosis/tools/tool-failure.ts
const READERS = /* @__PURE__ */ new Map([
	["axe", readAxe],
	["command", readLoadReport],
	["junit", readLoadReport],
	["lighthouse", readLighthouse],
	["locust", readLocust],
	["schemathesis", readSchemathesis]
]);
/**
* Reads a failure of a quality suite by the grammar of its tool. Null for other runners, for words that the tool's
* reader does not know, and for what history decides: those are for the common rules.
*/
function readToolFailure(failure, shared) {
	if (failure.passedOnRetry || failure.timedOut) return null;
	return READERS.get(failure.runner)?.(failure, shared) ?? null;
}
// src/diagnosis/user-rules.ts
const MAX_LINES = 200;
const MAX_LINE = 400;
function compileOne(rule, index) {
	const name = `user/${index + 1}`;
	const place = `diagnosis.rules[${index}].match`;
	const danger = dangerOf(rule.match);
	if (danger !== "") return `${place}: refused, ${danger}.`;
	try {
		return {
			rule,
			name,
			pattern: new RegExp(rule.match, "i")
		};
	} catch (error) {
		return `${place}: ${error instanceof Error ? error.message : "not a regular expression"}.`;
	}
}
/** Compiles the user's rules in order; one that is not a regular expression or could run away is refused with a sentence. */
function compileUserRules(rules) {
	const compiled = rules.map(compileOne);
	return {
		rules: compiled.filter((rule) => typeof rule !== "string"),
		problems: compiled.filter((rule) => typeof rule === "string")
	};
}
function filled(template, groups) {
	return template.replace(/\$([1-9])/g, (_, digit) => groups[Number(digit)] ?? "").slice(0, 300);
}
/** The first user's rule that matches a line of the headline, the failure or its captured output; null when none does. */
function userMatch(rules, facts) {
	if (rules.length === 0) return null;
	const captured = facts.captured.split("\n").slice(-200);
	const lines = [
		facts.head,
		...facts.lines.slice(0, MAX_LINES),
		...captured
	].map((line) => line.slice(0, MAX_LINE));
	for (const compiled of rules) for (const line of lines) {
		const match = compiled.pattern.exec(line);
		if (!match) continue;
		const { cause = "", suggestion = "", owner = "" } = compiled.rule;
		const advice = [filled(suggestion, match), owner === "" ? "" : `Owner: ${owner}.`].filter((text) => text !== "");
		return {
			rule: compiled,
			cause: filled(cause, match),
			suggestion: advice.join(" "),
			evidence: match[0].slice(0, 200)
		};
	}
	return null;
}
const MAX_PATTERN = 500;
const MAX_UNBOUNDED = 2;
const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]?|\((?:\?(?::|=|!|<=|<!|<\w+>))?|[)|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/g;
/** Repetitions whose cost multiplies: `*`, `+`, `{3,}` and wide ranges. */
const UNBOUNDED = /^(?:[*+]|\{\d+,\}|\{\d+,\d{2,}\})/;
const EMPTY$1 = {
	repeats: false,
	branches: false
};
const withInner = (open, change) => [...open.slice(0, -1), {
	...open.at(-1) ?? EMPTY$1,
	...change
}];
function step(scan, token) {
	const { open } = scan;
	if (token.startsWith("(")) return {
		...scan,
		open: [...open, EMPTY$1],
		closed: null
	};
	if (token === "|") return {
		...scan,
		open: withInner(open, { branches: true }),
		closed: null
	};
	if (token === ")") {
		const closed = open.at(-1) ?? EMPTY$1;
		const outer = open.length > 1 ? open.slice(0, -1) : open;
		return {
			...scan,
			open: closed.repeats ? withInner(outer, { repeats: true }) : outer,
			closed
		};
	}
	if (!UNBOUNDED.test(token)) return {
		...scan,
		closed: null
	};
	const { closed } = scan;
	const nested = scan.nested || closed !== null && (closed.repeats || closed.branches);
	return {
		open: withInner(open, { repeats: true }),
		closed: null,
		unbounded: scan.unbounded + 1,
		nested
	};
}
/**
* Says why a pattern could take too long: a repeated group that itself repeats or branches, a reference back, too many
* repetitions. Empty for a harmless pattern. Deliberately strict: `(a|b)+` can be written `[ab]+`.
*/
function dangerOf(source) {
	if (source.length > MAX_PATTERN) return `longer than ${MAX_PATTERN} characters`;
	const tokens = source.match(TOKEN) ?? [];
	const { nested, unbounded } = tokens.reduce(step, {
		open: [EMPTY$1],
		closed: null,
		unbounded: 0,
		nested: false
	});
	if (nested) return "a repeated group holds another repetition or a choice";
	if (tokens.some((token) => /^\\(?:[1-9]|k)/.test(token))) return "it refers back to a group";
	return unbounded > MAX_UNBOUNDED ? `it repeats without a bound more than ${MAX_UNBOUNDED} times; use {0,9}` : "";
}
// src/diagnosis/wording/tool-phrases.ts
/** What a tool writes, and the plain sentence for it; `$1` and the like are parts of the match. */
const PHRASES = [
	[/^The following error originated from your (?:application|test) code, not from Cypress\.[ >]{0,4}/, ""],
	[/^Timeout \(>(\d{1,6}(?:\.\d{1,6})?)s\) from pytest-timeout\.?/, "the test ran past its limit of $1 s"],
	[/^(\w{1,80})\(['"](.{1,200})['"]\) \[single exception in ExceptionGroup\]$/, "$2 ($1)"],
	[/^(?:\w{1,60}\.){0,6}MultipleObjectsReturned: get\(\) returned more than one (\w{1,60}) -- it returned (.{1,30}?)!?$/, "get() found $2 rows of $1, expected one"],
	[/^\(["'](Cannot delete some instances of model .{1,200}?)\.?["'], \{.{0,300}$/, "$1"],
	[/^django\.(?:\w{1,40}\.){1,5}\w{1,60}: (?=\S)/, ""],
	[/^(Unable to find an? (?:accessible )?element with .{1,120}?)\. This could be because .{1,300}$/, "$1"],
	[/^Condition with alias '([^']{1,120})' (?:didn't complete|was not fulfilled) within (\d{1,9} \w{1,20})\b.{0,300}$/, "the condition '$1' was not met within $2"],
	[/^(?:Condition|Assertion condition) (?:with|defined as an?) (?:a )?Lambda expression.{1,200} within (\d{1,9} \w{1,20})\b.{0,300}$/i, "the awaited condition was not met within $1"]
];
/** One error of Pydantic, as JSON or as Python prints it. */
const FIELD_ERROR = /\{(?:["']type["']: ?["'][\w.]{1,60}["'], ?)?["']loc["']: ?[[(]([^\])]{1,120})[\])], ?["']msg["']: ?["']([^"']{1,120})["']/;
/** The first field that Pydantic, marshmallow or JSON Schema refuse, in their own forms. */
const FIELDS$1 = [[/validation errors? for (\w{1,60})\s{1,8}([\w.]{1,80})\s{1,8}(\S[^\n[]{2,120}?) \[type=\w{1,60}, input_value=([^,\n]{1,60})/, ([model = "", field = "", message = "", value = ""]) => `${model}.${field}: ${message} (it is ${value})`], [/^\{'(\w{1,60})': \['([^']{2,120}?)\.?'\]/, ([field = "", message = ""]) => `${field}: ${message}`]];
/** What a validator says of the first field that it refuses; empty for other sentences. */
function refusedField$1(sentence, text) {
	for (const [written, say] of FIELDS$1) {
		const match = written.exec(sentence) ?? (/validation errors? for/.test(sentence) ? written.exec(text) : null);
		if (match) return say(match.slice(1).map((group) => group ?? ""));
	}
	const instance = /On instance((?:\[['"]?\w{1,60}['"]?\]){1,6}):/.exec(text)?.[1];
	if (instance === void 0 || !/is not|is a required|does not match/.test(sentence)) return "";
	return `${instance.replace(/\[['"]?(\w{1,60})['"]?\]/g, ".$1").slice(1)}: ${sentence}`;
}
/** One issue of Zod. */
const ZOD_ISSUE = /"path": ?\[([^\]]{0,120})\],\s{1,12}"message": ?"([^"]{1,120})"/g;
/** The fields that Zod refuses, at most three; empty for other texts. */
function zodIssues(sentence, text) {
	if (!/^\[(?: ?\{ ?"| in `|$)/.test(sentence)) return "";
	const all = [...text.matchAll(ZOD_ISSUE)].map(([, path = "", message = ""]) => {
		return `${path.split(",").map((step) => step.replace(/["\s]/g, "")).join(".")}: ${message}`;
	});
	const issues = [...new Set(all)];
	const rest = issues.length > 3 ? ` and ${issues.length - 3} more` : "";
	return `${issues.slice(0, 3).join("; ")}${rest}`;
}
/** The call that testify's mock did not expect, with the argument that differs. */
const TESTIFY_CALL = /\bmock: Unexpected Method Call\n[^\n]{0,60}\n[^\n]{0,60}\n\s{0,8}(\w{1,80})\(/;
const TESTIFY_DIFFERENCE = /\bFAIL: {1,3}\(\w{1,40}=([^\n]{1,80}?)\) != \(\w{1,40}=([^\n]{1,80}?)\)(?=\n|$)/;
/** A sentence without the framing that a tool puts around what it says. */
function inPlainWords(sentence, text) {
	const call = /^panic\b:?$/.test(sentence) ? TESTIFY_CALL.exec(text)?.[1] : void 0;
	if (call !== void 0) {
		const [, actual, expected] = TESTIFY_DIFFERENCE.exec(text) ?? [];
		return actual === void 0 ? `${call} was called and is not expected` : `${call} was called with ${actual}, expected ${expected ?? ""}`;
	}
	const zod = zodIssues(sentence, text);
	if (zod !== "") return zod;
	const refused = refusedField$1(sentence, text);
	if (refused !== "") return refused;
	const field = FIELD_ERROR.exec(sentence);
	if (field !== null) {
		const [, path = "", message = ""] = field;
		return `${path.split(",").map((step) => step.replace(/["'\s]/g, "")).filter((step) => step !== "").join(".")}: ${message}`;
	}
	return PHRASES.reduce((message, [written, plain]) => message.replace(written, plain), sentence);
}
// src/diagnosis/facts/answer.ts
/** What a server says in the body of an answer, from the field that says most to the one that says least. */
const FIELDS = [
	"detail",
	"message",
	"error_description",
	"msg",
	"reason",
	"title",
	"error",
	"code"
];
const MARKUP = /<(?:title|h1)>\s{0,8}(?:\d{3}:? )?([^<]{2,80}?)\s{0,8}<\//i;
/** The message inside of a body of JSON or markup, also as Python prints it; empty when there is none. */
function bodyMessage(text) {
	if (!/[{<]/.test(text)) return "";
	for (const field of FIELDS) {
		const value = new RegExp(String.raw`["']${field}["']\s?:\s?(?:"([^"\n]{2,160})"|'([^'\n]{2,160})')`).exec(text);
		const message = value?.[1] ?? value?.[2] ?? "";
		if (message !== "") return message;
	}
	return MARKUP.exec(text)?.[1] ?? "";
}
/** `404 Client Error: Not Found for url: X`, `Client error '404 Not Found' for url 'X'`, `status code 404`, `-> 404 {`. */
const STATUS = /\b([1-5]\d\d) (?:Client|Server) Error: ([\w -]{2,40}?) for url|(?:Client|Server) error '([1-5]\d\d) ([\w -]{2,40})'|HTTP Error ([45]\d\d): ([\w -]{2,40})|← ([1-5]\d\d) ([\w ]{0,40})|\b([45]\d\d), message='([^']{0,60})'|(?:status(?: code)?:? |->? ?|answered |failed with |HTTP )([45]\d\d)\b ?(?:"?([A-Z][a-z]+(?: [A-Z][a-z]+){0,3}))?/;
/** The status that a failure reports, from what was compared or from the client's own words; null without one. */
function answerIn(facts) {
	const [, ...groups] = STATUS.exec(facts.headline) ?? STATUS.exec(facts.text.slice(0, 4e3)) ?? [];
	const parts = groups.filter((group) => group !== void 0);
	const compared = statusCompared(facts.comparison())?.actual;
	if (compared !== void 0 && String(compared) !== parts[0]) return {
		status: String(compared),
		phrase: ""
	};
	return parts[0] === void 0 ? null : {
		status: parts[0],
		phrase: (parts[1] ?? "").trim()
	};
}
// src/diagnosis/source/test-lines.ts
const MARKED = /^> {2,}\S/;
const PYTEST_PLACE = /^[^\s:]{1,300}\.py:(\d{1,7}): /;
/** What pytest prints of a test before the line that it marks, when that line is the known place. */
function printedByPytest(lines, last) {
	const marked = lines.findIndex((line) => MARKED.test(line));
	const named = lines.slice(marked).find((line) => PYTEST_PLACE.test(line)) ?? "";
	if (marked < 0 || Number(PYTEST_PLACE.exec(named)?.[1]) !== last) return [];
	const from = lines.slice(0, marked).findLastIndex((line) => /^\s{0,8}(?:async )?def /.test(line));
	return from < 0 ? [] : lines.slice(from, marked + 1);
}
/** The source of the test to the failing line, and that line; blank where the repository has neither. */
const testSource = (facts) => `${facts.nearby()}\n${facts.source}`;
/** The lines of the test before the failing one, the nearest first. */
function linesAbove(facts, place) {
	if (place === null) return [];
	const nearby = facts.nearby();
	const lines = nearby === "" ? printedByPytest(facts.lines, place.line) : nearby.split("\n");
	return lines.map((text, at) => ({
		number: place.line - lines.length + 1 + at,
		text: text.trim()
	})).slice(0, -1).reverse();
}
const ASSIGNED = /^(?:const |let |var |final |val )?(?:\w[\w<>,]{0,60} )?([\w$]{1,60})(?:: [\w.<>|]{1,60})?(?:, (?:err|_|ok))? :?= (?:await )?(\S.{0,160}?);?$/;
/** What the source of the test assigns to a name last: `findUser('1')`; empty when no line shows it. */
function assignedTo(name, facts) {
	const printed = facts.nearby() === "" ? facts.lines.filter((line) => /^ {4,}\S/.test(line)).slice(0, 60) : [];
	for (const line of [...facts.nearby().split("\n"), ...printed].reverse()) {
		const [, assigned, value = ""] = ASSIGNED.exec(line.trim()) ?? [];
		if (assigned === name) return value;
	}
	return "";
}
/** A line above the failing one that matches, the nearest first; null when none does. */
const lineWith = (above, pattern) => above.find(({ text }) => pattern.test(text)) ?? null;
const UNSET = /delenv\(\s?["'](\w+)|delete process\.env(?:\.|\[["'])(\w+)|Unsetenv\("(\w+)"|(?:ENV\.delete|environ\.pop|remove_var|putenv)\(\s?["'](\w+)|del os\.environ\[["'](\w+)|stubEnv\(\s?["'](\w+)["'], (?:undefined|''|"")|setenv\(\s?["'](\w+)["'], ?(?:""|'')/;
/** The line of the test that removes an environment variable, or sets it to nothing; null when none does. */
function unsetLine(variable, above) {
	return above.find(({ text }) => UNSET.exec(text)?.slice(1).includes(variable)) ?? null;
}
/** The line of the test that listens on a port itself; null when none does. */
function listeningLine(port, above) {
	if (!/^\d{2,5}$/.test(port)) return null;
	const bound = new RegExp(String.raw`(?:\bbind|[lL]isten\w{0,16}|ServerSocket|TCPServer(?:\.new)?|start_server|createServer\(.{0,60}\)\.listen)\(.{0,60}\b${port}\b`);
	return lineWith(above, bound);
}
const NAMED_NOTHING = /^(?:None|null|nil|undefined|NULL)$/;
/** What the failing call of the test passes as nothing: `None`, or the name of a variable that was set to it; empty for other calls. */
function nothingPassed(facts, call) {
	const names = (/\w\(([^()]{0,160})\)/.exec(call)?.[1] ?? "").split(",").map((arg) => arg.trim().replace(/^\w{1,40} ?[=:] ?/, ""));
	const literal = names.find((name) => NAMED_NOTHING.test(name));
	if (literal !== void 0) return literal;
	const variable = names.find((name) => /^[A-Za-z_$][\w$]{0,40}$/.test(name) && NAMED_NOTHING.test(assignedTo(name, facts)));
	return variable === void 0 ? "" : `${variable} = ${assignedTo(variable, facts)}`;
}
/** The line of the test that sets a name to nothing; null when none does. */
function typedNothing(name, above) {
	const last = /(\w{1,60})$/.exec(name)?.[1];
	if (last === void 0) return null;
	return lineWith(above, new RegExp(String.raw`\b${last}["']?\s?(?:=(?!=)|:)\s?(?:None|null|nil|undefined)\b`));
}
/** Calls that give a mock its answer, in the libraries of the languages. */
const ANSWERS = /\bresponses\.(?:add|get|post|put|patch|delete)\(|\.reply\(|(?:requests_mock|httpx_mock|respx|mock_api|m)\.(?:get|post|put|patch|delete|add_response)\(|\.fulfill\(|HttpResponse\.json\(|mock(?:Resolved|Rejected|Return|Implementation)\w{0,12}\(|return_value|\bwhen\(.{1,120}\)\.then|\.returns?\(|\.and_return\(|stub_request\(|willReturn|WireMock|Answer\(/;
/** The line of the test that gives a mock the answer that the code gets; null when none does. */
const mockedAnswer = (above) => lineWith(above, ANSWERS);
/** The line above that makes the very call of the failing line, so that it is made twice; null when none does. */
function sameCallAbove(source, above) {
	const call = source.trim().replace(/^(?:const |let |var |await )?(?:\w{1,40} :?= )?(?:await )?/, "");
	if (!/\w\(.{1,160}\)/.test(call)) return null;
	return above.find(({ text }) => text.replace(/^(?:const |let |var )?(?:\w{1,40} :?= )?(?:await )?/, "") === call) ?? null;
}
/** The line of the test that writes a value into a field of the page; null when none does. */
const typedLine = (value, above) => value.length < 1 || value.length > 80 ? null : lineWith(above, new RegExp(String.raw`\.(?:fill|type|send_keys|sendKeys|pressSequentially|set)\(.{0,60}["'\`]${escapePattern(value)}["'\`]`));
/** The line of the test that defines the page itself; null when it opens the page of the application. */
const pageLine = (above) => lineWith(above, /\.(?:setContent|set_content)\(|\.(?:goto|get|visit|navigate)\(\s?["'`]data:|document\.body\.innerHTML\s?=/);
/** The line of the test that sets the clock or the time zone; null when none does. */
const clockLine = (above) => lineWith(above, /freeze_time\(|travel(?:_to)?\(|setSystemTime\(|useFakeTimers\(|Timecop\.|["']TZ["']|process\.env\.TZ|TimeZone\.setDefault|Clock\.fixed|install\(\{ ?now|time_machine/);
/** True when the test sends credentials with a request, or logs its client in. */
const sendsCredentials = (facts) => /Authorization|[Bb]earer|headers=\w|\bauth=|force_(?:login|authenticate)\(|\.login\(|logged_in|set_cookie|Cookie|cookies=|api[_-]?key|\btoken\b|credentials\(/.test(testSource(facts));
const ENDED = /(?:expires?_?in|exp|minutes|hours|days|seconds|ttl|lifetime|expires_delta)["']?\s?[=:(]\s?["'`]?-\s?\d{1,9}|Date\.now\(\) - |now\(\)[^\n]{0,20} - timedelta/i;
/** The words with which the test makes a token that has ended already; empty when it makes none. */
function expiredTokenLine(above, source) {
	const line = [source, ...above.map(({ text }) => text)].find((text) => ENDED.test(text)) ?? "";
	return ENDED.exec(line)?.[0].replaceAll("`", "'") ?? "";
}
const PAYLOAD = /(?:json=|data=|\.send\(|payload: ?|\.post\([^,\n]{1,80}, ?|body: ?(?:JSON\.stringify\()?)(\{[^{}\n]{1,120}\})/;
/** The object that the last request of the test sends, as its source writes it; empty when no line shows one. */
function sentPayload(facts) {
	for (const line of [facts.source, ...facts.nearby().split("\n").reverse()]) {
		const sent = PAYLOAD.exec(line)?.[1];
		if (sent !== void 0) return sent.replaceAll("`", "'");
	}
	return "";
}
// src/diagnosis/source/request-near.ts
/** Calls that make a request: method and path stand side by side, or the method is the name of the call. */
const REQUESTS = [
	/\(\s?["'`](GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)["'`], ?f?["'`]((?:https?:\/\/[^"'`/]{1,80})?\/[^"'`\n]{0,120})["'`]/g,
	/NewRequest\w{0,16}\([^"\n]{0,40}"?(?:http\.Method)?(\w{3,7})"?, ?"((?:https?:\/\/[^"/]{1,80})?\/[^"\n]{0,120})"/g,
	/\b(get|post|put|patch|delete|head|options)\(\s?f?["'`]((?:https?:\/\/[^"'`/]{1,80})?\/[^"'`\n]{0,120})["'`]/gi,
	/\binject\(\{ ?method: ?["'`](\w{3,7})["'`], ?url: ?["'`](\/[^"'`\n]{0,120})["'`]/g,
	/\b(get|post|put|patch|delete|head) :?["'`]?(\/[\w/{}.:-]{0,120})/g,
	/\b(?:fetch|visit|goto|open|urlopen|inject)(\()\s?["'`]((?:https?:\/\/[^"'`/]{1,80})?\/[^"'`\n]{0,120})["'`]/g
];
/** The last request that the source of a test makes before the failing line; empty when it shows none. */
const requestNear = (facts) => requestOf(testSource(facts));
/** The request that a line makes itself; empty when it makes none or polls for something. */
const requestOfLine = (line) => /wait|until|poll|eventually/i.test(line) ? "" : requestOf(line);
/** The last request that some lines of source make; empty when they make none. */
function requestOf(text) {
	if (text.trim() === "") return "";
	const last = REQUESTS.flatMap((pattern) => [...text.matchAll(pattern)]).filter(([, , url = ""]) => !url.includes("${")).sort((a, b) => a.index - b.index).at(-1);
	if (last === void 0) return "";
	const [, method = "", url = ""] = last;
	const path = url.replace(/^https?:\/\/[^/]{1,80}/, "");
	return method === "(" ? path : `${method.toUpperCase()} ${path}`;
}
// src/diagnosis/facts/service.ts
const BROKER = "the message broker";
/** Services by the words of their clients, then by their usual ports. */
const SERVICES = [
	[
		"Redis",
		/\bredis\b|\bioredis\b|MaxRetriesPerRequest|\bjedis\b|\blettuce\b/i,
		6379
	],
	[
		"PostgreSQL",
		/\bpsycopg|\bpostgres(?:ql)?\b|\bpg-protocol\b|PSQLException|SQLSTATE\[08006\]|\bpgx\b|\bPG::/i,
		5432
	],
	[
		"MySQL",
		/\bmysql\w{0,12}\b|\bmariadb\b|SQLSTATE\[HY000\] \[(?:2002|1045)\]|\bpymysql\b/i,
		3306
	],
	[
		"SQL Server",
		/\bmssql\b|\bsqlserver\b|\bpymssql\b|\btedious\b|\bSqlClient\b/i,
		1433
	],
	[
		"MongoDB",
		/\bpymongo\b|\bmongo(?:db|ose|id)?\b|ServerSelectionTimeout|MongoNetwork/i,
		27017
	],
	[
		"Elasticsearch",
		/\belastic(?:search|_transport)?\b/i,
		9200
	],
	[
		"RabbitMQ",
		/\bpika\b|\bamqp\w{0,8}\b|\brabbitmq\b/i,
		5672,
		5671
	],
	[
		"Kafka",
		/\bkafka\w{0,8}\b/i,
		9092
	],
	[
		"Memcached",
		/\bmemcached?\b|\bpymemcache\b/i,
		11211
	],
	[
		"Cassandra",
		/\bcassandra\b/i,
		9042
	],
	[
		"NATS",
		/\bnats\b(?![- ]?(?:ive|ion))/i,
		4222
	],
	[
		"the MQTT broker",
		/\bmqtt\b|\bpaho\b/i,
		1883,
		8883
	],
	[
		"the LDAP server",
		/\bldap3?\b|\bldapjs\b|LDAPException|LDAPSocketOpenError/i,
		389,
		636
	],
	[BROKER, /\bkombu\b|\bcelery\b/i],
	[
		"the SMTP server",
		/\baiosmtplib\b|\bsmtplib\b|\bnodemailer\b|\bSMTP\b|\bNet::SMTP\b|MailConnectException|\bgomail\b|\blettre\b/,
		...[
			25,
			465,
			587,
			1025,
			2525
		]
	],
	[
		"the IMAP server",
		/\bimaplib\b|\bIMAP4?\b|\bimapflow\b/,
		143,
		993
	],
	[
		"the FTP server",
		/\bftplib\b|\bbasic-ftp\b|FTPClient/,
		21
	],
	[
		"the SSH server",
		/\bparamiko\b|\bssh2?\b(?=[/ ])|\bJSch\w{0,9}\b|\bsshj\b/,
		22
	],
	[
		"etcd",
		/\betcd3?\b/i,
		2379
	],
	[
		"the gRPC server",
		/\bgrpc\w{0,4}\b|\bStatusRuntimeException\b|\btonic\b/i,
		50051
	]
];
/** The client that a call of the failing line shows: `smtplib.SMTP("127.0.0.1", 2525)`. */
const byCall = (line) => /\w\(/.test(line) ? SERVICES.find(([, client]) => client.test(line.replace(/["'`]https?:[^"'`]{0,200}/g, ""))) : void 0;
/** The service that a failure speaks of; empty when neither its client nor its port is known. */
function serviceOf(facts, host) {
	const port = Number(/:(\d{1,5})$/.exec(host)?.[1] ?? 0);
	const byPort = port === 0 ? void 0 : SERVICES.find(([, , ...usual]) => usual.includes(port));
	const text = `${facts.type} ${facts.headline}`;
	const name = (byPort ?? SERVICES.find(([, client]) => client.test(text)) ?? byLibrary(facts) ?? byCall(callOf(facts)))?.[0] ?? "";
	return name === BROKER ? brokerOf(facts.text) ?? name : name;
}
/** The broker behind Celery, by the address or transport that the text shows. */
function brokerOf(text) {
	const scheme = /\b(redis|amqp)s?:\/\//.exec(text)?.[1] ?? /\btransport[./](redis|amqp)\b|\bpy(amqp)\b/.exec(text)?.[1];
	if (scheme === void 0) return void 0;
	return scheme === "redis" ? "Redis" : "RabbitMQ";
}
/** The line of a test that pytest marks, else the repository's own line. */
const callOf = (facts) => /^> {2,}(\S.{0,160})$/m.exec(facts.text)?.[1] ?? facts.source;
const LIBRARY = /(?:node_modules|site-packages|dist-packages|vendor)\/(?:@?[\w-]{1,60}\/)?[\w-]{1,60}/g;
/** The client library whose frames the trace shows. */
function byLibrary(facts) {
	const libraries = [...facts.text.matchAll(LIBRARY)].map(([path]) => path.replace(/[_/]/g, " ")).join(" ");
	return SERVICES.find(([, client]) => client.test(libraries));
}
// src/diagnosis/wording/answer.ts
/** The message of an answer's body: in what the test says beside the comparison, else where the failure prints it. */
function messageOf(facts) {
	const lines = facts.lines.slice(0, 60).filter((line) => !/^\s*(?:>|def |at |\d+ \|)/.test(line));
	return first(bodyMessage(facts.headline), bodyMessage(lines.join("\n")), bodyMessage(facts.captured));
}
/** `GET /berths/77 answered 404: berth 77 does not exist`; empty when request or status is unknown. */
function answeredSentence(facts, ask) {
	const answer = answerIn(facts);
	const endpoint = first(ask("endpoint"), requestNear(facts));
	if (answer === null || endpoint === "") return "";
	const text = messageOf(facts);
	const phrase = answer.phrase === "" ? "" : ` ${answer.phrase}`;
	const isNew = text !== "" && text.toLowerCase() !== answer.phrase.toLowerCase();
	return clip$1(`${endpoint} answered ${answer.status}${phrase}${isNew ? `: ${text}` : ""}`);
}
/** What tools say of a token, and the plain words for it. */
const TOKENS = [
	[/^(?:Signature has expired|jwt expired|(?:the )?token (?:is|has|was)? ?expired\.?)$/i, "the token has expired"],
	[/^(?:Audience doesn't match|jwt audience invalid.{0,80}|Invalid audience)$/i, "the token is for another audience"],
	[/^(?:Signature verification failed|invalid signature|signature (?:is )?invalid)$/i, "the token is signed with another key"],
	[/^(?:jwt malformed|Not enough segments|Invalid header.{0,60})$/i, "the token is no JWT"]
];
/** What is wrong with a token, in plain words; the text itself when it is about something else. */
function tokenInWords(text) {
	const plain = TOKENS.find(([known]) => known.test(text))?.[1];
	return plain === void 0 || plain === text ? text : `${plain} (${text})`;
}
const LOGIN = /(?:authentication failed for user|Access denied for user|Login failed for user) ["']?([\w.@-]{1,80}?)["']?(?:@'?[\w.:-]{1,80}'?)?(?=[\s.,;:)(]|$)/;
/** Whose log-in a database or a broker refuses; empty when its words are not known. */
function loginRefused(facts, ask, headline) {
	const host = ask("host");
	const service = serviceOf(facts, host);
	const server = [service === "" ? "the server" : service, host].filter((part) => part !== "").join(" at ");
	const user = LOGIN.exec(headline)?.[1] ?? "";
	if (user !== "") return `${server} refuses the password of user '${user.replace(/^'|'$/g, "")}'`;
	if (/username-password pair|WRONGPASS/.test(headline)) return withDetail(`${server} refuses user and password`, headline);
	return "";
}
/** Services by their clients and the addresses of their answers. */
const PROVIDERS = [
	[/\bgithub\b|octokit|api\.github\.com/i, "GitHub"],
	[/\bgitlab\b/i, "GitLab"],
	[/\bslack(?:_sdk)?\b/i, "Slack"],
	[/\bstripe\b/i, "Stripe"],
	[/\btwilio\b/i, "Twilio"],
	[/\bsendgrid\b/i, "SendGrid"],
	[/\bopenai\b/i, "OpenAI"],
	[/\banthropic\b/i, "Anthropic"],
	[/\bdocker(?:hub)?\b|registry-1\.docker/i, "the Docker registry"],
	[/\bbotocore\b|\bamazonaws\b|\bboto3\b/i, "AWS"],
	[/\bgoogleapis?\b|google\.(?:auth|api_core|cloud)/i, "Google Cloud"]
];
/** A refusal that a client prints with its body: `401 {"message": "Bad credentials"}`; empty for other texts. */
function refusedBody(facts, text) {
	const [, status = ""] = /^(?:HTTP )?([45]\d\d)[\w ]{0,30}:? ?\{/.exec(text) ?? [];
	const message = bodyMessage(text);
	if (message === "" || !/^(?:[45]\d\d\b|\{)/.test(text)) return "";
	const name = PROVIDERS.find(([named]) => named.test(`${facts.type} ${text}`))?.[1] ?? "";
	const answer = status === "" ? message : `${status} ${message}`;
	if (name !== "" && (status === "401" || /bad credentials|invalid.{0,20}(?:token|key|credentials)/i.test(message))) return `${name} refuses the ${/api.?key/i.test(message) ? "API key" : "token"}: ${answer}`;
	return `${first(name, "the server")} answered ${answer}`;
}
/** Who may not do what, as Kubernetes and its kin say it; empty for other refusals. */
function rightMissing(facts) {
	const [, user = "", verb = "", resource = "", space = ""] = /User "([^"]{1,120})" cannot (\w{1,20}) (?:resource|path) "([^"]{1,80})"(?:.{0,60}namespace "([^"]{1,80})")?/.exec(facts.text) ?? [];
	return user === "" ? "" : `${user} may not ${verb} ${resource}${space === "" ? "" : ` in the namespace ${space}`}`;
}
// src/diagnosis/wording/expectation.ts
/** A snapshot that was never stored; empty when there is one. */
function missingSnapshot(facts) {
	const name = /Snapshot '([^']{1,160})' does not exist|snapshot doesn't exist at (\S{1,200}?),/.exec(facts.text);
	return name ? `there is no stored snapshot ${name[1] ?? name[2] ?? ""}` : "";
}
const join = (text) => text.replace(/\s+/g, " ").trim();
/** The words of mocking libraries, from the most exact to the least. */
const MOCKS = [
	{
		words: /Expectation failed for method name is/,
		match: /method name is (?:equal to )?["'](\w{1,80})["'][\s\S]{0,200}?was expected to be called (\d+ times?|at least \w+|never), actually called (\d+ times?)/,
		say: ([call = "", wanted = "", actual = ""]) => `${call}() was called ${actual}, expected ${wanted}`
	},
	{
		match: /No match for request \{[\s\S]{0,40}?"method": "(\w{3,7})"[\s\S]{0,40}?"url": "([^"]{1,200})"/,
		say: ([method = "", url = ""]) => `${method} ${url} is not mocked`
	},
	{
		words: /doesn't match any registered mock/,
		match: /Request: ?\n\s{0,8}(?:E\s{1,8})?- (\w{3,7}) (\S{1,200})/,
		say: ([method = "", url = ""]) => `${method} ${url} is not mocked`
	},
	{
		words: /No mock address|NoMockAddress|No response can be found for|Unregistered request:|without a matching request handler/i,
		match: /(?:No mock address:|NoMockAddress:|No response can be found for|[Uu]nregistered request:|•) (\w{3,7})(?: request)?(?: on)? (https?:\/\/[^\s"']{1,200}|\/\S{0,200})/,
		say: ([method = "", url = ""]) => `${method} ${url} is not mocked`
	},
	{
		match: /<Request\('(\w{3,7})', '([^']{1,200})'\)> not mocked/,
		say: ([method = "", url = ""]) => `${method} ${url} is not mocked`
	},
	{
		match: /Not all requests have been executed[\s\S]{0,40}?\('(\w{3,7})', '([^']{1,200})'\)/,
		say: ([method = "", url = ""]) => `the mocked request ${method} ${url} was never made`
	},
	{
		words: /expected call not found/,
		match: /Expected: ([^\n]{1,120})\n\s{0,12}(?:E\s{1,8})?Actual: ([^\n]{1,120})/,
		say: ([wanted = "", actual = ""]) => `${actual} was called, expected ${wanted}`
	},
	{
		match: /[Ee]xpected ['"]?([\w.]{1,80}(?:\(\))?)['"]? to (?:have been|be) called( once| \d+ times?)?[.,]? ?(?:but got|Called) (\d+ times?)/,
		say: ([name = "", wanted = "", actual = ""]) => `${name} was called ${actual}, expected ${wanted === "" ? "a call" : wanted.trim()}`
	},
	{
		match: /Expected ['"]([\w.]{1,80})['"] to (?:have been|be) (?:called|awaited)(?: once)?\.?(?: Awaited 0 times)?(?=\s|$)/,
		say: ([name = ""]) => `${name} was never called`
	},
	{
		match: /Wanted:\s{1,8}([^\n]{1,160});\s[\s\S]{0,200}?different arguments:\s{1,8}([^\n]{1,160});/,
		say: ([wanted = "", actual = ""]) => `${actual} was called, expected ${wanted}`
	},
	{
		words: /Wanted \d/,
		match: /([\w.]{1,80}\([^\n]{0,80}\));\s{1,4}Wanted (\d+ times?):?[\s\S]{0,200}?[Bb]ut was (\d+ times?)/,
		say: ([call = "", wanted = "", actual = ""]) => `${call} was called ${actual}, expected ${wanted}`
	},
	{
		match: /Wanted but not invoked:\s{1,8}([^\n]{1,160});/,
		say: ([wanted = ""]) => `${wanted} was never called`
	},
	{
		match: /FAIL:\s{1,8}(\w{1,80}\([^)\n]{0,80}\))[\s\S]{0,300}?(\d+) out of (\d+) expectation/,
		say: ([call = "", met = "", all = ""]) => `${call} was not called: ${met} of ${all} expected calls came`
	},
	{
		match: /closest call I have is:\s{1,8}(\w{1,80}\([^\n]{0,120})(?:[^c]|c(?!losest call I have)){0,600}?PASS|mock: I don't know what to return[^\n]{0,80}/,
		say: ([call = ""]) => call === "" ? "" : `the mock expects ${call} and was called with other arguments`
	},
	{
		match: /expected (\S{1,60}) to (?:be|have been) called ((?:at least |at most |exactly )?(?:once|twice|thrice|\d+ times?)) (?:but|with)? ?(?:was|got) called (\d+ times?)/,
		say: ([name = "", wanted = "", actual = ""]) => `${name} was called ${actual}, expected ${wanted}`
	},
	{
		words: /called with (?:exact )?arguments/,
		match: /expected (\w{1,60}) to (?:be|have been) called with (?:exact )?arguments\s[\s\S]{0,200}?'"?([^'"\n]{1,80})"?' '"?([^'"\n]{1,80})"?'/,
		say: ([name = "", actual = "", wanted = ""]) => `${name} was called with "${actual}", expected "${wanted}"`
	},
	{
		match: /expect\((?:jest\.fn\(\)|[\w.]{1,60})\)\.((?:not\.)?toHaveBeenCalled\w{0,20}|(?:last|nth)CalledWith)[\s\S]{0,200}?Expected(?: number of calls)?: ([^\n]{1,120})\n\s{0,12}Received(?: number of calls)?: ([^\n]{1,120})/,
		say: ([matcher = "", wanted = "", actual = ""]) => /Times|called$/i.test(matcher) ? `the mock was called ${actual} times, expected ${wanted}` : `the mock was called with ${actual}, expected ${wanted}`
	},
	{
		words: /to (?:be|have been) called with arguments/,
		match: /expected "?([\w.]{1,60}(?:\(\))?)"? to (?:be|have been) called with arguments: ([^\n]{1,100})[\s\S]{0,200}?\n\s{0,8}- {1,8}([^\n]{1,100})\n\s{0,8}\+ {1,8}([^\n]{1,100})/,
		say: ([name = "", , wanted = "", actual = ""]) => `${name.replace(/\(\)$/, "")} was called with ${actual.replace(/,$/, "")}, expected ${wanted.replace(/,$/, "")}`
	}
];
/** Which call came or did not come; empty when the library's words are not known. */
function mocked(facts) {
	return wordedBy(MOCKS, textOf(facts));
}
/** Expectations that tools spread over lines. */
const STATED = [
	{
		match: /Couldn't find '([^'\n]{1,120})' in the following response\s{1,4}b?['"]?([^\n]{1,160})/,
		say: ([wanted = "", body = ""]) => `the answer does not contain '${wanted}': ${body.replace(/['"]$/, "")}`
	},
	{
		match: /(\d{1,6}) queries executed, (\d{1,6}) expected/,
		say: ([actual = "", wanted = ""]) => `${actual} database queries were made, expected ${wanted}`
	},
	{
		match: /Response didn't redirect as expected: Response code was (\d{3}) \(expected (\d{3})\)/,
		say: ([actual = "", wanted = ""]) => `the status is ${actual}, expected a redirect (${wanted})`
	},
	{
		match: /Response redirected to '([^'\n]{1,160})', expected '([^'\n]{1,160})'/,
		say: ([actual = "", wanted = ""]) => `the answer redirects to ${actual}, expected ${wanted}`
	},
	{
		match: /Target error should be in err chain:\s{1,40}expected: ("[^"\n]{1,160}")\s{1,40}in chain: ("[^"\n]{1,160}")/,
		say: ([wanted = "", actual = ""]) => `the error is ${actual}, expected ${wanted}`
	},
	{
		match: /Expected (?:the )?element (to have [\w ]{1,40}):\n\s{1,8}(.{0,160})\nReceived:\n(?:\s{1,8}(\S.{0,160}))?/,
		say: ([what = "", wanted = "", actual = ""]) => `expected the element ${what} ${wanted}, got ${actual === "" || actual.startsWith("Ignored") ? "nothing" : actual}`
	},
	{
		match: /toBeOK\(\)[^→]{0,400}→ (\w{3,7} (?=(\S{1,160}))\2)[^←]{0,600}← (\d{3} ?[\w ]{0,40})/,
		say: ([request = "", , status = ""]) => `${request} answered ${status}`
	},
	{
		match: /toHaveScreenshot\([\s\S]{0,600}?(\d{1,9}) pixels/,
		say: ([pixels = ""]) => `the page differs from its screenshot by ${pixels} pixels`
	},
	{
		match: /Expected example to fail since it is pending, but it passed/,
		say: () => "a test marked as pending passed"
	},
	{
		words: /^Got:/m,
		match: /^(?:\d{0,6} {0,8})?>>> ([^\n]{1,120})\n[\s\S]{0,400}?Expected:\n\s{1,8}([^\n]{1,120})\nGot:\n\s{1,8}([^\n]{1,120})/m,
		say: ([code = "", wanted = "", actual = ""]) => `\`${code}\` is ${actual}, expected ${wanted}`
	},
	{
		match: /Received element is (not [\w ]{1,30}|[\w ]{1,30}):\s{1,8}(<[^>\n]{1,120}>)/,
		say: ([state = "", element = ""]) => `the element ${element} is ${state}`
	},
	{
		match: /Expecting(?: actual)?:\s{1,8}(\S[^\n]{0,120})\s{1,8}(to [\w ()]{3,60}):?\s{1,8}(\S[^\n]{0,120})/,
		say: ([actual = "", relation = "", wanted = ""]) => `expected ${actual} ${relation.replace(/ \(and in same order\)/, " in order")} ${wanted}`
	},
	{
		match: /expect\(received\)\.(not\.)?toBe(Defined|Undefined|Truthy|Falsy|Null|NaN)\(\)\s{1,8}Received: {1,4}([^\n]{1,120})/,
		say: ([not = "", what = "", actual = ""]) => `the received value is ${actual}, expected it ${not === "" ? "" : "not "}to be ${what === "NaN" ? what : what.toLowerCase()}`
	},
	{
		match: /Got (\d{1,3}) failures from failure aggregation block:?\s{1,8}1\)\s{1,8}expected: ([^\n]{1,80}?)\s{1,8}got: ([^\n]{1,80}?)\s{1,8}\(compared/,
		say: ([count = "", wanted = "", actual = ""]) => `${count} expectations do not hold: the first got ${actual}, expected ${wanted}`
	},
	{
		words: /Body had differences|has a matching body/,
		match: /^\s{0,16}(\$\S{0,80} -> \S[^\n]{2,160})$/m,
		say: ([difference = ""]) => difference
	},
	{
		match: /^\[XPASS\(strict\)\] ?(.{0,160})/m,
		say: ([reason = ""]) => `a test marked as failing passed${reason === "" ? "" : `: ${reason}`}`
	}
];
/** An expectation in the words of its tool; empty when the form is not known. */
function stated(facts) {
	return wordedBy(STATED, textOf(facts));
}
/** Exceptions that came or did not come, in the words of the tools. */
const EXCEPTIONS = [
	{
		words: /wantErr /,
		match: /([\w.*()]{1,80}) error = (.{1,160}), wantErr (true|false)/,
		say: ([call = "", error = "", wanted = ""]) => wanted === "true" ? `${call} returned no error, expected one` : `${call} failed with "${error}", expected no error`
	},
	{
		match: /Regex pattern did not match\.?\s{0,8}(?:Expected regex|Regex|Pattern): {0,4}(.{1,120}?)\s{1,8}(?:Actual message|Input|String): {0,4}(.{1,160})$/m,
		say: ([wanted = "", actual = ""]) => `the exception says ${actual}, expected it to match ${wanted}`
	},
	{
		words: /DID NOT RAISE|not raised|is thrown/,
		match: /DID NOT RAISE (?:any of \(?)?<?(?:class ')?([\w.]{1,100})|([\w.]{1,80}) not raised|exception of type "([\w\\]{1,120})" is thrown/,
		say: (names) => `no ${names.find((name) => name !== "") ?? "exception"} was raised`
	},
	{
		words: /does not match/,
		match: /^(?:AssertionError: )?"([^"\n]{1,120})" does not match "([^"\n]{1,160})"$/m,
		say: ([wanted = "", actual = ""]) => `the exception says ${actual}, expected it to match '${wanted}'`
	},
	{
		words: /but nothing was raised/,
		match: /expected ([\w:]{1,100})(?: with .{1,160})? but nothing was raised/,
		say: ([name = ""]) => `no ${name} was raised`
	},
	{
		match: /Expected ([\w.$]{1,160}) to be thrown, but nothing was thrown/,
		say: ([name = ""]) => `no ${name} was thrown`
	},
	{
		words: /did not throw|\[Function/,
		match: /Expected constructor: ([\w.]{1,80})\n[\s\S]{0,40}Received function did not throw|expected \[Function.{0,40}\] to throw (?:an? )?(?!error)([A-Z]\w{1,60})/,
		say: (names) => `no ${names.find((name) => name !== "") ?? "error"} was thrown`
	},
	{
		match: /Received function did not throw|expected (?:\[Function.{0,40}\]|function) to throw/,
		say: () => "nothing was thrown, expected an error"
	},
	{
		match: /Received promise resolved instead of rejected/,
		say: () => "the promise resolved, expected it to be rejected"
	},
	{
		match: /test did not panic as expected/,
		say: () => "nothing panicked, and the test expects a panic"
	},
	{
		match: /Expecting message to be:\s{1,8}("[^"\n]{1,160}")\s{1,8}but was:\s{1,8}("[^"\n]{1,160}")/,
		say: ([wanted = "", actual = ""]) => `the error says ${actual}, expected ${wanted}`
	},
	{
		match: /Missing expected rejection/,
		say: () => "the promise resolved, expected it to be rejected"
	},
	{
		match: /Missing expected exception|Expecting code to raise a throwable/,
		say: () => "nothing was thrown, expected an error"
	},
	{
		match: /DID NOT WARN\. No warnings of type \(<class '([\w.]{1,100})'>/,
		say: ([name = ""]) => `no ${name} was emitted`
	},
	{
		match: /Unexpected exception type thrown(?:,| ==>) expected: <([\w.$]{1,160})> but was: <([\w.$]{1,160})>/,
		say: ([wanted = "", actual = ""]) => `${actual} was thrown, expected ${wanted}`
	},
	{
		match: /Expected (?:substring|message|pattern): {0,4}(.{1,160})\n(?:Received (?:message|value): {0,8})(.{1,200})/,
		say: ([wanted = "", actual = ""]) => `the error says ${actual}, expected ${wanted}`
	}
];
/** Which exception came or did not come; empty when the sentence of the tool is good enough. */
function expectedException(facts) {
	const lines = facts.lines.slice(0, 40).map((line) => line.replace(/^E\s{1,8}/, "").trim());
	return wordedBy(EXCEPTIONS, lines.join("\n").replace(/\n(?=(?:Actual|Input|String))/g, " "));
}
function wordedBy(forms, text) {
	for (const { words, match, say } of forms) {
		if (words?.test(text) === false) continue;
		const found = execIfThere(match, text);
		const sentence = found ? join(say(found.slice(1).map((group) => group ?? ""))) : "";
		if (sentence !== "") return sentence;
	}
	return "";
}
const textOf = lastKnown(({ lines }) => lines.slice(0, 80).join("\n").slice(0, 6e3));
// src/diagnosis/source/split-top.ts
const OPEN = "([{";
const CLOSE = ")]}";
/** What every separator begins with. */
const SEPARATOR_STARTS = " ,";
/** So far a separator looks ahead. */
const SEPARATOR_CHARS = 64;
/** Splits at the top level, outside of brackets and quotes. */
function splitTop(text, separator) {
	const parts = [];
	let depth = 0;
	let quote = "";
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? "";
		if (quote !== "") {
			if (char === quote && text[at - 1] !== "\\") quote = "";
			continue;
		}
		if (`"'\``.includes(char)) quote = char;
		else if (OPEN.includes(char)) depth += 1;
		else if (CLOSE.includes(char)) depth -= 1;
		const match = depth === 0 && quote === "" && SEPARATOR_STARTS.includes(char) ? separator.exec(text.slice(at, at + SEPARATOR_CHARS)) : null;
		if (match?.index === 0) {
			parts.push(text.slice(from, at));
			from = at + match[0].length;
			at = from - 1;
		}
	}
	return [...parts, text.slice(from)].map((part) => part.trim());
}
/** The text between the bracket at `from` and its partner; empty when it does not close. */
function bracketed(text, from) {
	let depth = 0;
	let quote = "";
	for (let at = from; at < text.length; at++) {
		const char = text[at] ?? "";
		if (quote !== "") {
			if (char === quote && text[at - 1] !== "\\") quote = "";
		} else if (`"'\``.includes(char)) quote = char;
		else if (OPEN.includes(char)) depth += 1;
		else if (CLOSE.includes(char)) {
			depth -= 1;
			if (depth === 0) return text.slice(from + 1, at);
		}
	}
	return "";
}
// src/diagnosis/facts/members.ts
/** What stands for a member that one side does not have. */
const ABSENT$1 = "absent";
const MAX_TEXT = 400;
const NAME = /^(["']?)(:?[\w$.@-]{1,60})\1\s{0,2}(?::|=>|=)\s{0,2}(?:\(\w{1,20}\) (?:\(len=\d{1,6}\) )?)?(\S.{0,300})$/;
const OPENED = /^(?:&?[A-Z][\w.]{0,60} ?)?[{(]/;
/** Between members: a comma, or the blank before a name as Go prints its structs. */
const COMMA = /^,/;
const BEFORE_NAME = /^ (?=[A-Z]\w{0,60}:)/;
/** The members of a printed object by their names; null for other values and for text that was cut. */
function membersIn(printed) {
	const text = printed.trim();
	const open = OPENED.exec(text)?.[0];
	if (open === void 0 || text.length > MAX_TEXT || !/[})]$/.test(text)) return null;
	const inner = text.slice(open.length, -1).trim();
	const isGo = /^[A-Z]\w{0,60}:[^\s:]/.test(inner) && !/, /.test(inner);
	const members = /* @__PURE__ */ new Map();
	for (const part of splitTop(inner, isGo ? BEFORE_NAME : COMMA)) {
		const [, , name = "", value = ""] = NAME.exec(part) ?? [];
		if (name === "") return null;
		members.set(name, value);
	}
	return members;
}
/** The members in which two printed objects differ, those that both have first; empty when they cannot be read. */
function differingMembers({ actual, expected }) {
	const [got, wanted] = [membersIn(actual), membersIn(expected)];
	if (got === null || wanted === null) return [];
	const members = [.../* @__PURE__ */ new Set([...wanted.keys(), ...got.keys()])].filter((name) => got.get(name) !== wanted.get(name)).map((name) => ({
		name,
		actual: got.get(name) ?? "absent",
		expected: wanted.get(name) ?? "absent"
	}));
	const isShared = ({ actual: a, expected: e }) => a !== "absent" && e !== "absent";
	return [...members.filter(isShared), ...members.filter((member) => !isShared(member))];
}
/** `{'paid': None} != {'paid': False}`: pytest gives each differing member a line of its own. */
const ITEM = /^\s{0,12}(?:E {1,8})?(\{.{1,160}\}) != (\{.{1,160}\})$/;
const CONTAINS = /^\s{0,12}(?:E {1,8})?(Left|Right) contains \d{1,4} more items?:?$/;
const SIGNED = /^[\s|E]{0,12}([-+])\s{1,20}(\S.{0,200}?),?$/;
/** The members that the lines of a diff show with `-` and `+`, by name. */
function signedMembers(lines, minus) {
	const found = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const [, sign = "", text = ""] = SIGNED.exec(line) ?? [];
		const [, , name = "", value = ""] = NAME.exec(text) ?? [];
		if (name === "" || /[{[(]$/.test(value)) continue;
		const other = minus === "actual" ? "expected" : "actual";
		const sides = found.get(name) ?? {};
		const side = sign === "-" ? minus : other;
		found.set(name, side in sides ? sides : {
			...sides,
			[side]: value
		});
	}
	return found;
}
/** The members that pytest lists as differing, or as those that only one side has. */
function listedMembers(lines) {
	return lines.flatMap((line, at) => {
		const [, actual = "", expected = ""] = ITEM.exec(line) ?? [];
		if (actual !== "") return differingMembers({
			actual,
			expected,
			relation: "=="
		});
		const side = CONTAINS.exec(line)?.[1];
		if (side === void 0) return [];
		return [...membersIn((lines[at + 1] ?? "").replace(/^\s{0,12}E {1,8}/, "")) ?? /* @__PURE__ */ new Map()].map(([name, value]) => side === "Left" ? {
			name,
			actual: value,
			expected: ABSENT$1
		} : {
			name,
			actual: ABSENT$1,
			expected: value
		});
	});
}
/** The members in which the lines of a failure say that two objects differ; `minus` is the side of the `-` lines. */
function membersOfLines(all, minus) {
	const lines = all.slice(0, 80).map((line) => line.slice(0, 300));
	const listed = listedMembers(lines);
	if (listed.length > 0) return listed;
	return [...signedMembers(lines, minus)].map(([name, { actual = ABSENT$1, expected = ABSENT$1 }]) => ({
		name,
		actual,
		expected
	})).filter(({ actual, expected }) => actual !== expected);
}
// src/diagnosis/wording/pair.ts
/** Two large values print alike; what differs inside them says more. */
const CUT$1 = /\.\.\.|…|^(?:Object|Array|Map|Set)\b.{0,3}$|\n|\\n/;
const LARGE = 60;
/** `"boats": 4`, `:row => 4`, `Label: (string) "Jam"`: a member with its value. */
const MEMBER = /^[[{(\s]{0,3}(["']?)(:?[\w$.@-]{1,60})\1\s?(?::|=>|=)\s?(?:\(\w{1,20}\) (?:\(len=\d{1,6}\) )?)?(.{1,160})$/;
/** A value without the commas and brackets that belong to what is around it. */
function inside(text) {
	const plain = withoutEnd(text, " 	\r\n,");
	const opened = (plain.match(/[([{]/g) ?? []).length;
	const closed = (plain.match(/[)\]}]/g) ?? []).length;
	return /[\])}]$/.test(plain) && opened < closed ? inside(plain.slice(0, -1)) : plain;
}
/** The member that both sides of a comparison name; null when they are not members. */
function memberOf(pair) {
	const [inner] = differingMembers(pair);
	if (inner !== void 0) return inner;
	if (pair.actual === pair.expected) return null;
	const [expected, actual] = [MEMBER.exec(pair.expected), MEMBER.exec(pair.actual)];
	if (!expected || !actual || expected[2] !== actual[2]) return null;
	return {
		name: expected[2] ?? "",
		expected: inside(expected[3] ?? ""),
		actual: inside(actual[3] ?? "")
	};
}
/** The two values that a sentence names: those compared, or the first difference inside of large ones. */
function pairOf(facts, kind) {
	const whole = facts.comparison();
	const isCut = (text) => CUT$1.test(text) || text.length > LARGE;
	const isLarge = whole === null || isCut(whole.actual) || isCut(whole.expected) || whole.actual === whole.expected;
	if (!isLarge && kind !== "object-diff" && kind !== "snapshot") return whole;
	const inner = differenceIn(facts.lines);
	return isLarge || inner !== null && memberOf(inner) !== null ? inner ?? whole : whole;
}
const UNAWAITED = /^(?:<coroutine object |Promise ?[{[]|\[object Promise\]|<Future |<Task |Promise$)/;
/** True when a test compares what an asynchronous call returns before it is awaited. */
const isUnawaited = ({ actual }) => UNAWAITED.test(actual);
const SAYS_ERROR = /^[{[(]?\s{0,2}["']?(?:error|errors|detail|message|statusCode|status|code)["']?\s?:/;
/** What an answer says of an error where another object was expected; empty for other values. */
const errorAnswer = ({ actual, expected }) => SAYS_ERROR.test(actual) && /\berrors?\b|\bdetail\b|message/.test(actual) && !/error|detail|message/.test(expected) ? actual : "";
/** The members in which the compared objects differ, as far as the values or the diff show them. */
function differingIn(facts, pair) {
	const whole = facts.comparison();
	for (const each of [pair, whole]) {
		const members = each === null ? [] : differingMembers(each);
		if (each !== null && errorAnswer(each) !== "") return [];
		if (members.length > 1) return members;
	}
	const shown = membersOfLines(facts.lines, isUnittestDiff(facts.lines) ? "actual" : "expected");
	return shown.length > 0 ? shown : pair === null ? [] : differingMembers(pair);
}
/** How a member differs: `currency is 'USD', expected 'EUR'`. */
function memberInWords({ name, actual, expected }) {
	const named = /^\d+$/.test(name) ? `element ${name}` : name;
	if (actual === "absent") return `${named} is missing, expected ${expected}`;
	return expected === "absent" ? `${named} (${actual}) is not expected` : `${named} is ${actual}, expected ${expected}`;
}
/** The other members that differ, named up to three: `also tax and currency differ`; empty when there are none. */
function othersInWords(others) {
	const names = [...new Set(others.map(({ name }) => name))];
	if (names.length === 0) return "";
	const shown = names.slice(0, 3);
	const rest = names.length > 3 ? ` and ${names.length - 3} more` : "";
	return `also ${rest === "" && shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}` : shown.join(", ")}${rest} differ${names.length === 1 ? "s" : ""}`;
}
// src/diagnosis/wording/more.ts
/** Where each failure of one test begins, in the words of the tools that report several. */
const HEADS = [
	{
		when: /\(\d{1,3} failures\)/,
		head: /^\s{0,8}(?:[\w.$]{1,80}\.)?Assertion(?:Failed)?Error: /
	},
	{
		when: /expect\.soft|expect\(/,
		head: /^\s{2,8}Error: (?=expect\(|\S.{0,200}$)/
	},
	{
		when: /-- failure \d/,
		head: /^\s{0,8}-- failure \d{1,3} --/
	},
	{
		when: /failure aggregation block|differences/,
		head: /^\s{0,8}(?:\d{1,3}\.\d{1,3}\) |\$\S{0,80} -> )/
	},
	{
		when: /: Failure$/m,
		head: /^\S{1,300}\.(?:cc|cpp|cxx|h):\d{1,7}: Failure$/
	}
];
const END = /^\s{0,12}(?:Retry #\d|attachment #\d|at [\w.$]{1,200}\(|Suppressed: )/;
function blocks(lines, head) {
	const end = lines.findIndex((line) => END.test(line) && !head.test(line));
	const near = lines.slice(0, end < 0 ? 200 : Math.min(end, 200));
	const starts = near.flatMap((line, at) => head.test(line) ? [at] : []);
	return starts.map((at, index) => near.slice(at, starts[index + 1] ?? near.length));
}
/** One failure of several in few words. */
function inShort([first = "", ...rest], head) {
	const message = first.replace(head, "").replace(/^[\w.]{1,80}Error: /, "").trim();
	const pair = comparisonIn([message, ...rest.slice(0, 12)]);
	const named = rest.map((line) => /^\s{0,8}Locator: {1,4}(\S.{0,80})$/.exec(line)?.[1]).find((name) => name !== void 0) ?? / ==> /.exec(message)?.index;
	if (pair === null) return message === "" ? (rest.find((line) => line.trim() !== "") ?? "").trim() : message;
	const subject = typeof named === "number" ? message.slice(0, named) : named ?? pair.subject ?? "";
	return `${subject === "" ? "another value" : subject} is ${pair.actual}, expected ${pair.expected}`;
}
/** Adds the second failure of a test that reports several, with the number of those that follow. */
function withMore(sentence, facts) {
	for (const { when, head } of HEADS) {
		if (!when.test(facts.text)) continue;
		const found = blocks(facts.lines, head).map((block) => inShort(block, head));
		const [one = "", ...others] = [...new Set(found)];
		const other = others[0] ?? "";
		if (one === "" || other === "") continue;
		const rest = others.length > 1 ? ` and ${others.length - 1} more` : "";
		return `${clip$1(sentence, 140)}; also ${clip$1(other, 80)}${rest}`;
	}
	return sentence;
}
// src/diagnosis/source/server-in-test.ts
/** Clients that call the application inside of the test's own process, with the way in which each shows the exception. */
const CLIENTS = [
	[/raise_server_exceptions\s?=\s?False/, "remove `raise_server_exceptions=False`: the client then raises the exception of the handler in the test"],
	[/\braise_request_exception\s?=\s?False/, "remove `raise_request_exception=False`: the client then raises the exception of the view in the test"],
	[/\btest_client\(|\bclient\.(?:application|test_cli_runner)/, "set `app.testing = True`: the client then raises the exception of the view in the test"],
	[/\.inject\(/, "print the `message` of the body, or create the application with `logger: true`"],
	[/\brequest\(\w{1,40}\)\.|\bsupertest\b|\bchai\.request\(/, "print the body of the answer, and log the error in the error handler of the application"],
	[/\bhttptest\.|ServeHTTP\(/, "print the body that the recorder holds, and log the error where the handler writes the status"],
	[/\bMockMvc\b|\bmockMvc\b|\.andExpect\(/, "print the answer (`andDo(print())`): its resolved exception is the cause"],
	[/\bTestClient\(|\bAPIClient\(|self\.client\.|\bASGITransport\b/, "print the body of the answer, and look for the exception in the captured output"]
];
/** How the exception behind a 5xx is shown when the server runs in the process of the test; empty for other servers. */
function shownInProcess(facts) {
	const text = `${testSource(facts)}\n${facts.text}`;
	return CLIENTS.find(([client]) => client.test(text))?.[1] ?? "";
}
/** A line of a trace in captured output, in the forms of Python, V8, the JVM and Go. */
const FRAME = /^\s{0,12}(?:File "([^"\n]{1,300})", line (\d{1,7})|at (?:[^\n]{1,200} )?\(?(?:file:\/\/)?([^\s()]{1,300}):(\d{1,7}):\d{1,7}\)?$|at [\w.$]{1,200}\((\w{1,80}\.(?:java|kt)):(\d{1,7})\))/;
const FOREIGN = /site-packages|dist-packages|node_modules|\/lib\/python\d|^node:|\binternal\/|<frozen/;
const RAISED = /^(?:\w{1,40} )?([\w.$\\]{2,120}(?:Error|Exception|NotFound|DoesNotExist|Fault)\b: ?\S.{0,160})$/;
/** The last exception in the captured output of a test; null when it shows none. */
function loggedError(facts) {
	const lines = facts.captured.split("\n");
	const at = lines.findLastIndex((line) => RAISED.test(line.trim()));
	if (at < 0) return null;
	const places = (/^\s{0,12}at /.test(lines[at + 1] ?? "") ? lines.slice(at + 1, at + 40) : lines.slice(Math.max(0, at - 60), at).reverse()).flatMap((line) => {
		const [, python, pythonLine, script, scriptLine, jvm, jvmLine] = FRAME.exec(line) ?? [];
		const file = python ?? script ?? jvm;
		return file === void 0 || FOREIGN.test(file) ? [] : [`${facts.ownFile(file) ?? file.split("/").slice(-2).join("/")}:${pythonLine ?? scriptLine ?? jvmLine ?? ""}`];
	});
	return {
		error: RAISED.exec((lines[at] ?? "").trim())?.[1]?.slice(0, 120) ?? "",
		place: places[0] ?? ""
	};
}
// src/diagnosis/wording/subject.ts
const MAX_SUBJECT = 72;
const LITERAL = /^(?:[-+]?\d[\w.]{0,40}|[frbu]{0,2}(?:"[^"]{0,300}"|'[^']{0,300}'|`[^`]{0,300}`)|true|false|True|False|None|null|nil|NULL|undefined|int|str|float|bool|list|dict|:\w{1,40}|[[{(].{0,300}[\])}])$/;
const EXPECTED_NAME = /^(?:self\.|this\.|\$)?(?:expected|wanted|want|exp|golden|reference)\w{0,40}$/i;
const isExpected = (text) => LITERAL.test(text) || EXPECTED_NAME.test(text);
function judged(first, second, expectedFirst) {
	const isReversed = isExpected(first) === isExpected(second) ? expectedFirst : isExpected(first);
	return {
		subject: isReversed ? second : first,
		isReversed,
		isAsWritten: false
	};
}
const single = (subject) => ({
	subject,
	isReversed: false,
	isAsWritten: false
});
/** Python's `assert left == right, message`. */
function pythonAssert(line) {
	const text = /^assert\s+(?!\()(.{1,300})$/.exec(line)?.[1];
	if (text === void 0) return null;
	const [claim = ""] = splitTop(text, /^,\s/);
	const sides = splitTop(claim, /^ (?:==|!=|<=|>=|<|>|not in|in|is not|is) /);
	const [left = "", right] = sides;
	if (right === void 0) return single(left.replace(/^not /, ""));
	return sides.length > 2 ? null : {
		...judged(left, right, false),
		claim,
		isAsWritten: true
	};
}
const CALL$2 = /\b(?:(?:self|this|static|assert|require|Assert|t|expect|Assertions|CollectionAssert|StringAssert)(?:\.|->|::))?(assert\w*!?|Assert\.?\w+|strictEqual|deepEqual|deepStrictEqual|equal|Equal|NotEqual|EqualValues|Equals|AreEqual|Same|must_equal|EXPECT_\w{2,5}|ASSERT_\w{2,5}|CHECK_EQUAL)\s?\(/;
/** Calls that take the expected value first. */
const EXPECTED_FIRST = /\bassertEquals\(|assertSame\(|\bassertEquals\b|(?:assert|require)\.(?:Equal|EqualValues|Exactly)\(\s?\w{1,3}\.?\w{0,3}\(?\)?,|Assert\.(?:Equal|AreEqual|Same)\(|assert_equal\b|->assert/;
function assertionCall(line) {
	const ruby = /^assert_(?:equal|same|includes?)\s+(?!\()(.{1,200})$/.exec(line)?.[1];
	const call = CALL$2.exec(line);
	if (ruby === void 0 && call === null) return null;
	const args = splitTop(ruby ?? bracketed(line, (call?.index ?? 0) + (call?.[0].length ?? 1) - 1), /^,/).filter((arg) => arg !== "");
	const [first = "", second] = /^(?:t|s\.T\(\)|suite\.T\(\))$/.test(args[0] ?? "") ? args.slice(1) : args;
	if (first === "") return null;
	if (second === void 0 || /assert(?:True|False|Null|NotNull|That|_true|IsNone|IsNotNone)/.test(line)) return single(first);
	return {
		...judged(first, second, EXPECTED_FIRST.test(line)),
		isAsWritten: line.startsWith("self.assert")
	};
}
const EXPECT = /\b(?:expect|assertThat|Assert\.That|cy\.wrap|is_expected|expect_that)(?:\.soft|\.poll)?\(/;
function expectCall(line) {
	const match = EXPECT.exec(line);
	if (!match) return null;
	const [subject = ""] = splitTop(bracketed(line, match.index + match[0].length - 1), /^,/);
	return subject === "" ? null : single(subject.replace(/^(?:await |\(\) => )/, ""));
}
const readable = (code) => code === null || code.subject.length > MAX_SUBJECT || code.subject.includes("`") || LITERAL.test(code.subject) ? null : code;
function comparisonOf(line) {
	const text = line.slice(0, 400).trim().replace(/^await /, "").replace(/;$/, "");
	return pythonAssert(text) ?? expectCall(text) ?? assertionCall(text);
}
/** What a line of source compares, in the forms of the usual libraries; null when it shows no expression. */
const comparedCode = (line) => readable(comparisonOf(line));
const SENTINEL = /^(?:mock\.)?sentinel\.\w{1,40}$/;
/** The value that a line of source writes out and compares, so that no code of the product makes it; else empty. */
function comparedLiteral(line) {
	const subject = comparisonOf(line)?.subject ?? "";
	return subject.length <= MAX_SUBJECT && !subject.includes("`") && (LITERAL.test(subject) || SENTINEL.test(subject)) ? subject : "";
}
// src/diagnosis/wording/compared.ts
const NEUTRAL = "the compared value";
const EQUALITY = /^(?:==|===|=|is(?: identical to| equal to)?|equals|to (?:strictly |deeply |deep )?(?:equal|eql|be))$/;
/** Membership and order read as they are written; everything else as a value and what it should be. */
function relationOf({ actual, expected, relation }, subject) {
	const named = subject === "" ? "" : `${subject}: `;
	const thing = first(subject, NEUTRAL);
	if (/^(?:in|not in)$/.test(relation)) return `${named}${actual} is ${relation === "in" ? "not in" : "in"} ${expected}`;
	if (/^(?:!=|is not)$/.test(relation)) return `${thing} is ${actual}, expected anything else`;
	if (/^(?:to )?(?:contains?|includes?)$/.test(relation)) return `${named}${actual} does not contain ${expected}`;
	if (/^(?:to )?(?:include|contain|match|have|start|end)/.test(relation)) return `${named}expected ${actual} ${relation.startsWith("to ") ? relation : `to ${relation}`} ${expected}`;
	return `${thing} is ${actual}, expected ${relation} ${expected}`;
}
/** The first member that differs, with the names of the others. */
function ofMembers$1([member, ...others], subject) {
	if (member === void 0) return "";
	const also = othersInWords(others);
	return `${memberInWords(member)}${subject === "" ? "" : ` in ${subject}`}${also === "" ? "" : `; ${also}`}`;
}
/** What a tool prints in the place of what it leaves out. */
const CUT = /…|\.\.\./;
function worded(pair, subject) {
	if (/\bto (?:be|have|equal|match|contain|include|find)\b/.test(pair.expected)) return `expected ${pair.expected}, got ${pair.actual.replace(/\.$/, "")}`;
	const member = errorAnswer(pair) === "" ? memberOf(pair) : null;
	if (member) return ofMembers$1([member], subject);
	if (pair.actual === pair.expected && CUT.test(pair.actual)) return `${first(subject, NEUTRAL)} differs from the expected value in a part that the report leaves out: ${pair.actual}`;
	if (!EQUALITY.test(pair.relation)) return relationOf(pair, subject);
	return `${first(subject, NEUTRAL)} is ${pair.actual}, expected ${pair.expected}`;
}
/** What the server itself logged when it answered with an error. */
const serverError = (facts, pair) => pair.actual.startsWith("5") ? loggedError(facts)?.error ?? "" : "";
/** The request is the subject of a status. */
function answered$1(pair, facts, ask, subject) {
	const from = pathOf(ask("endpoint"));
	const sentence = from === "" ? `${first(subject, "the status")} is ${pair.actual}, expected ${pair.expected}` : withDetail(`expected ${pair.expected}, got ${pair.actual}`, from, " from ");
	return withDetail(sentence, serverError(facts, pair));
}
/** Sentences that say only that something was not true. */
const BARE = /^(?:[\w.\\]{0,80}(?:AssertionError|AssertionFailedError)?\W*|(?:assert(?:ion)? ?)?(?:False|false|failed|None|True|true|0)|assert (?:not )?\S{1,40}|expected (?:false|true|undefined|null) to be (?:true|false|truthy|falsy|ok).{0,40}|Failed asserting that (?:false|true) is (?:true|false)\.?|(?:False|True|None) is not (?:true|false)|expected:? ?<?(?:true|false)>? but was:? ?<?(?:true|false)>?|assertion failed(?:: .{0,120})?|Expected (?:value|condition).{0,20})$/;
const FALSE_WANTED = /assertFalse|assert not |assert_false|isFalse|toBeFalsy|be (?:false|falsy)/;
/** A line of source that says what should hold. */
const CLAIM = /assert|expect|should|must|require|check|verify|raise|throw|fail|[=!<>]=/i;
const MAX_CLAIM = 100;
const TRUTH$1 = /^(?:\W*|[\w.]{0,80}(?:Error|Exception)\W*|assert.*|false|true|none|0)$/i;
/** unittest writes the message of the author behind its own. */
const WITH_MESSAGE = /^(?:False|None|0|\[\]|''|True|\S{1,40}) is not (?:true|false) : (.{1,160})$/;
function bare(headline, code, facts) {
	const message = WITH_MESSAGE.exec(headline)?.[1];
	if (message !== void 0) return code === null ? message : `${message}: ${bare("False is not true", code, facts)}`;
	if (!BARE.test(headline)) return headline;
	if (code === null) {
		const source = sourceLine(facts);
		return CLAIM.test(source) ? source : headline;
	}
	if (code.claim !== void 0 && code.claim.length <= MAX_CLAIM) return withDetail(`\`${code.claim}\` is false`, TRUTH$1.test(headline) ? "" : headline);
	return FALSE_WANTED.test(`${sourceLine(facts)} ${headline}`) ? `\`${code.subject}\` is true, expected it to be false` : `\`${code.subject}\` is false, expected it to be true`;
}
const GENERIC = /^expect\(|^expected\b|^assertion|^Failed asserting|^Assert\.|^Expect(?:ed|ing)\b|[Ee]xpected.{1,200}(?:but|got|to )|^Not equal|\s(?:==|!=|===|!==)\s|^Snapshot |^REQUIRE\(|^Error message not equal|^Error Trace|^Value of|^Status\b|not found in|^Differing|^The input did not|^Arrays are not/;
/** What the author of the test wrote beside the comparison. */
function reported(headline, pair) {
	const text = headline.replace(/^(.{5,120}?): '.{1,200}' does not equal expected '.{0,200}'$/, "$1").replace(/\bassert .{1,400}$/, "").replace(/^(?:AssertionError|Error):? ?/, "").replace(/ \(\d{1,3} failures\).{0,400}$/, "").replace(/(?: ==>)? expected:? ?<.{1,300}$/, "").replace(/(?<=^\[[^\]]{1,120}\])\s{0,4}[Ee]xpected:? .{1,300}$/, "").trim().replace(/^\[([^\]]{3,120})\]$/, "$1");
	const isMarkup = /^[bB]?['"]?[\s\\n]{0,8}[<{[]/.test(text);
	return text !== "" && text.length <= 140 && !isMarkup && !GENERIC.test(text) && !text.includes(pair.actual) ? clip$1(text, 140).replace(/[.:,]$/, "") : "";
}
const withReported = (text, sentence) => clip$1(text === "" ? sentence : `${text}: ${sentence.replace(`${NEUTRAL} is `, "got ")}`);
/** Equality of two sides that the tool prints as the source has them, the expected one first. */
function inOrder(pair, code) {
	return code?.isReversed === true && code.isAsWritten && pair.subject === void 0 && EQUALITY.test(pair.relation) && memberOf(pair) === null ? {
		...pair,
		actual: pair.expected,
		expected: pair.actual
	} : pair;
}
const codeOf = lastKnown((facts) => comparedCode(insideOfTest(facts.source)) ?? comparedCode(sourceLine(facts)));
/** Reads what was compared and what it is called. */
function judgedBy(kind, facts, ask) {
	const code = codeOf(facts);
	const found = kind === "mock" ? null : pairOf(facts, kind);
	const pair = found === null ? null : inOrder(found, code);
	const quoted = code === null ? "" : `\`${code.subject}\``;
	const members = kind === "object-diff" ? differingIn(facts, pair) : [];
	const whole = first(pair?.subject ?? "", ask("locator"), quoted);
	const at = pair?.index === void 0 ? "" : `element ${pair.index}`;
	const subject = [at, whole].filter((part) => part !== "").join(" of ");
	return {
		code: at === "" ? code?.subject ?? "" : "",
		subject,
		pair,
		members
	};
}
/** A tool that names no subject gets that of the source. */
function withSubject(sentence, facts) {
	const code = codeOf(facts)?.subject;
	return code === void 0 ? sentence : sentence.replace(/^the received value(?= is )/, `\`${code}\``);
}
/** What two texts of several lines are compared by; empty for other values. */
const lineOf = (kind, facts) => kind === "text-diff" && /\\n|\n/.test(facts.comparison()?.actual ?? "") ? "a line of the text" : "";
/** Members that differ, or a call that was not awaited; empty for other values. */
function ofContent$1({ members, pair, subject }) {
	if (members.length > 0) return ofMembers$1(members, subject);
	if (pair === null || !isUnawaited(pair)) return "";
	const what = pair.actual.includes("coroutine") ? "coroutine" : "promise";
	return `${first(subject, NEUTRAL)} is a ${what} that is not awaited, expected ${pair.expected}`;
}
/** What was expected and what came, with its subject. */
function assertion({ kind }, facts, ask) {
	const special = missingSnapshot(facts) || mocked(facts) || stated(facts) || expectedException(facts);
	if (special !== "") return clip$1(withSubject(special, facts));
	if (kind === "element-not-found" && ask("locator") !== "") return clip$1(`no element matches ${ask("locator")}`);
	const headline = plainHeadline(facts);
	const judged = judgedBy(kind, facts, ask);
	const { code, subject, pair } = judged;
	const content = ofContent$1(judged);
	if (content !== "") return clip$1(content);
	if (pair === null) return withMore(clip$1(bare(headline, codeOf(facts), facts)), facts);
	const isStatus = statusCompared(pair) !== null;
	const quoted = code === "" ? "" : `\`${code}\``;
	const sentence = isStatus ? answered$1(pair, facts, ask, quoted) : worded(pair, subject || lineOf(kind, facts));
	return withMore(withReported(reported(headline, pair), sentence), facts);
}
// src/diagnosis/source/code-lines.ts
/** The name of a function in one line of a trace, in the forms of Python, JavaScript, the JVM, .NET, Ruby, Go and PHP. */
const NAMED_FRAME = /^(?:\S{1,300}:\d{1,7}: in ([\w<>.]{1,80})$|\s{0,12}File ".{1,300}", line \d{1,7}, in ([\w<>]{1,80})$|\s{1,12}at (?:async )?(?:new )?([\w$.<>]{1,160}?) ?\(|\s{0,12}❯ ([\w$.]{1,80}) \S{1,300}:\d|.{1,300}:\d{1,7}:in [`'](?:block .{1,20} in )?(?:[\w:]{1,80}[#.])?(\w{1,80}[?!]?)'|([\w./-]{1,160}\.[\w.()*]{1,80})\(.{0,60}\)$)/;
/** The function that a trace names again and again: the one that calls itself; empty when none is. */
function repeatedFunction(facts) {
	const counts = /* @__PURE__ */ new Map();
	for (const line of facts.lines.slice(0, 400)) {
		const name = (NAMED_FRAME.exec(line)?.slice(1).find((name) => name !== void 0) ?? "").split(/[./]/).slice(-2).join(".");
		if (name !== "" && !/^<|\banonymous\b/.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const [most] = [...counts].sort(([, a], [, b]) => b - a);
	if (most !== void 0 && most[1] >= 3) return most[0].replace(/^Object\./, "");
	return /\bdef (\w{1,80})\([\s\S]{0,400}?^> {1,12}.{0,80}\b\1\(/m.exec(facts.text)?.[1] ?? "";
}
/** The expression out of which source takes a key: `conf` of `conf["rates"]`, `h` where Ruby asks `h` for `:seat`; empty when none shows. */
function ownerOfKey(key, facts) {
	const quoted = String.raw`(?:["']${escapePattern(key.replace(/^:/, ""))}["']|:${escapePattern(key.replace(/^:/, ""))}\b|${escapePattern(key)})`;
	const taken = new RegExp(String.raw`(\$?[\w.]{1,60})(?:\[${quoted}\]|\.(?:fetch|get|getString|pop)\(${quoted})`);
	const shown = [facts.source, ...facts.lines.filter((line) => /^\s{2,}|^> |code: |Failure\/Error:/.test(line))];
	for (const line of shown) {
		const owner = taken.exec(line)?.[1];
		if (owner !== void 0) return owner.replace(/^self\./, "self.");
	}
	const [one, ...others] = [...(facts.lines.findLast((line) => /^> {2,}\S/.test(line)) ?? facts.source).matchAll(/(\$?[a-z_]\w{0,59})\[(?!["':\]])\$?\w{1,40}\]/g)].map(([, name = ""]) => name);
	return one === void 0 || others.length > 0 ? "" : one;
}
// src/diagnosis/source/null-value.ts
const METHOD = /undefined method [`'](\w{1,60})' for nil|member function (\w{1,60})\(\) on null|has no attribute '(\w{1,60})'|\(reading '(\w{1,60})'\)|\(evaluating '[^']{0,100}\.(\w{1,60})'/;
const CALL$1 = String.raw`[\w$][\w$.]{0,80}\((?:[^()]|\([^()]{0,40}\)){0,80}\)`;
/** What each language calls nothing; `undefined method` of Ruby speaks of nil. */
const NOTHING = [
	"None",
	"nil",
	"null",
	"undefined"
];
/** The word of the language for the value that is not there. */
function nothingIn(facts) {
	return /\.rs:\d/.test(facts.text) || /Option::/.test(facts.headline) ? "None" : NOTHING.find((word) => facts.headline.includes(word)) ?? "null";
}
/** The member that was asked of the value; empty when the message names none. */
function memberAsked(facts, key) {
	return METHOD.exec(facts.headline)?.slice(1).find((name) => name !== void 0) ?? key;
}
/** What stands before a member: a call with its arguments, else the last name. */
function ownerOf(member, source) {
	const name = member.replace(/[^\w$]/g, "").replaceAll("$", String.raw`\$`);
	if (name === "") return "";
	return new RegExp(String.raw`(${CALL$1})(?:\.|->|\?\.)${name}\b`).exec(source)?.[1] ?? new RegExp(String.raw`((?:\$?this->|this\.|self\.)?\$?\w{1,60}(?:\[[^[\]]{1,40}\]){0,2})(?:\.|->|\?\.)${name}\b`).exec(source)?.[1] ?? "";
}
/** What a key is taken of, where the message names no key: the last part before the last bracket. */
function subscripted(source) {
	const whole = /(?:^|[\s(=:])(\$?[\w.]{1,60}(?:\[["']?\w{1,40}["']?\]){1,4})\[["']?\w{1,40}["']?\]/.exec(source)?.[1];
	if (whole !== void 0) return whole;
	return new RegExp(String.raw`(?:^|assert |return |= ?|\()(${CALL$1})\[["']?\w{1,40}["']?\]`).exec(source)?.[1] ?? /(?:^|[\s(=])(\$?[\w.]{1,60})\[/.exec(source)?.[1] ?? "";
}
/** What the failing line calls the value that is null: `user`, `getUser('2')`; empty when the line does not show it. */
function nullPart(facts, key, source) {
	const member = memberAsked(facts, key);
	if (member !== "") return ownerOf(member, source);
	const unwrapped = /^(?:let \w{1,40} = )?(\S.{0,80}?)\.(?:unwrap|expect)\(/.exec(source)?.[1];
	if (unwrapped !== void 0) return unwrapped;
	if (/nil pointer/.test(facts.headline)) {
		const called = new RegExp(String.raw`(${CALL$1})\.\w`).exec(source)?.[1];
		const [only, ...others] = source.match(/\b[a-z]\w{0,40}(?=\.[A-Z]\w{0,40}\b(?!\())/g) ?? [];
		return called ?? (others.length === 0 ? only ?? "" : "");
	}
	return subscripted(source);
}
const IS_CALL = new RegExp(String.raw`^(?:await )?${CALL$1}$`);
/** Constructors, doubles and literals are never what is null. */
const MAKES = /^(?:new |\{|\[|["'`\d]|mock|Mock|jest\.|vi\.|sinon\.)/;
/** The call that returned the null value: the failing line makes it, or the test assigned it above; empty when neither shows. */
function nullCall(facts, key) {
	if (facts.productSource !== "" && facts.productSource !== facts.source) return "";
	const part = nullPart(facts, key, facts.source);
	const value = IS_CALL.test(part) ? part : assignedTo(part, facts).replace(/^await /, "");
	return IS_CALL.test(value) && !MAKES.test(value) && value.length <= 90 && !value.includes("`") ? value : "";
}
// src/diagnosis/facts/row.ts
/** The words of the databases; `t` table, `c` column, `v` value, `n` constraint, `p` parent table. */
const FORMS = [
	/unique constraint "(?<n>[^"]{1,120})"/,
	/Key \((?<c>.{1,80}?)\)=\((?<v>.{1,80}?)\) (?:already exists|conflicts)/,
	/(?:insert or update|update or delete) on table "(?<t>[^"]{1,80})" violates foreign key constraint "(?<n>[^"]{1,120})"/,
	/Key \((?<c>.{1,80}?)\)=\((?<v>.{1,80}?)\) is (?:not present in|still referenced from) table "(?<p>[^"]{1,80})"/,
	/null value in column "(?<c>[^"]{1,80})"(?: of relation "(?<t>[^"]{1,80})")?/,
	/new row for relation "(?<t>[^"]{1,80})" violates check constraint "(?<n>[^"]{1,120})"/,
	/Duplicate entry '(?<v>[^']{1,80})' for key '(?:(?<t>\w{1,80})\.)?(?<n>[^']{1,120})'/,
	/foreign key constraint fails \((?:`\w{1,80}`\.)?`(?<t>\w{1,80})`, CONSTRAINT `(?<n>\w{1,80})` FOREIGN KEY \(`(?<c>\w{1,80})`\) REFERENCES `(?<p>\w{1,80})`/,
	/Column '(?<c>\w{1,80})' cannot be null/,
	/(?:UNIQUE|NOT NULL) constraint failed: (?<t>\w{1,80})\.(?<c>\w{1,80}(?:, [\w.]{1,80}){0,4})/,
	/CHECK constraint failed: (?<n>\w{1,80})/,
	/key violation: "(?:PUBLIC\.)?\S{1,80} ON (?:PUBLIC\.)?(?<t>\w{1,80})\((?<c>\w{1,60}(?:, \w{1,60}){0,4})[^)]{0,60}\)(?: VALUES \( (?:\/\*[^*]{0,20}\*\/ )?(?<v>.{1,80}?) \))?/,
	/NULL not allowed for column "(?<c>\w{1,80})"/,
	/collection: (?<t>[\w.-]{1,120}) index: (?<n>\S{1,80}) dup key: \{ (?<c>[\w.]{1,60}): (?<v>[^}]{1,80}?) \}/,
	/UNIQUE KEY constraint '(?<n>[^']{1,120})'\. Cannot insert duplicate key in object '(?<t>[^']{1,120})'(?:\. The duplicate key value is \((?<v>[^)]{1,80})\))?/,
	/Cannot insert the value NULL into column '(?<c>[^']{1,80})', table '(?<t>[^']{1,120})'/,
	/conflicted with the FOREIGN KEY constraint "(?<n>[^"]{1,120})"(?:.{0,80}table "(?<p>[^"]{1,80})", column '(?<c>[^']{1,80})')?/,
	/\b(?:INSERT INTO|insert into|UPDATE|update) ["`]?(?:\w{1,60}["`]?\.["`]?)?(?<t>\w{1,80})["`]? ?(?:\(|SET\b|set\b)/
];
/** The literal that source gives to a column: `label="A-1"`, `Label = "dup"`, `'label' => 'x'`. */
function literalOf(column, source) {
	if (!/^\w{2,60}$/.test(column)) return "";
	return new RegExp(String.raw`\b${column}["']?\s{0,3}(?:=>|=|:)\s{0,3}("[^"\n]{1,60}"|'[^'\n]{1,60}'|\d{1,12})`, "i").exec(source)?.[1] ?? "";
}
/** Reads which row a database refused, out of the message and the source of the failing line. */
function refusedRow(facts) {
	const text = facts.text.replace(/\s+/g, " ");
	const found = /* @__PURE__ */ new Map();
	for (const form of FORMS) for (const [part, value] of Object.entries(form.exec(text)?.groups ?? {})) if (value !== void 0 && !found.has(part)) found.set(part, value);
	const part = (name) => found.get(name) ?? "";
	const column = part("c").replaceAll(`${part("t")}.`, "");
	const value = part("v") === "" ? literalOf(column, facts.source) : part("v");
	const key = column === "" || value === "" ? value === "" ? column : value : `${column} = ${value}`;
	return {
		table: part("t"),
		column,
		key,
		constraint: part("n"),
		parent: part("p")
	};
}
// src/diagnosis/wording/database.ts
/** Parameters of a statement, as SQLAlchemy prints them. */
const PARAMETERS = /\[parameters: \{([^}\n]{1,160})\}/;
/** MongoDB has documents in collections instead of rows in tables. */
const isMongo = ({ text }) => /\bE11000\b/.test(text);
const named$1 = (constraint, sort) => constraint === "" ? "" : ` (${sort} ${constraint})`;
/** A key that one statement inserts more than once: SQLAlchemy numbers its parameters, `code__0`, `code__1`. */
function repeatedKey({ text }) {
	const names = [...(PARAMETERS.exec(text)?.[1] ?? "").matchAll(/'(\w{1,60})__\d{1,4}': ('[^']{1,80}'|\d{1,12})/g)].map(([, name = "", value = ""]) => `${name} = ${value.replaceAll("'", "")}`);
	return names.find((each, at) => names.indexOf(each) < at) ?? "";
}
/** A row, or a document, that is there already. */
function duplicate$1(facts) {
	const { table, key, column, constraint } = refusedRow(facts);
	const repeated = repeatedKey(facts);
	if (repeated !== "" && key.includes(repeated)) return `the statement inserts ${repeated} more than once${table === "" ? "" : ` into ${table}`}${named$1(constraint, "unique constraint")}`;
	if (key === "" && constraint === "") return "";
	const what = key === column || key === "" ? `this ${first(column, "key")}` : key;
	const where = table === "" ? "" : ` in ${table}`;
	return isMongo(facts) ? `a document with ${what} exists already${where}${named$1(constraint, "unique index")}` : `a row with ${what} exists already${where}${named$1(constraint, "unique constraint")}`;
}
/** A row that refers to one that is not there, or is referred to. */
function foreignKey(facts) {
	const { table, key, column, constraint, parent } = refusedRow(facts);
	if (parent === "" || key === "") return "";
	if (key === column) return `the ${column} of ${first(table, "a row")} refers to no row of ${parent}${named$1(constraint, "foreign key")}`;
	return `${/still referenced|Cannot delete or update a parent row/.test(facts.text) ? `the row of ${first(table, "a table")} with ${key} is still used by ${parent}` : `${first(table, "a row")} refers to ${key}, and ${parent} has no such row`}${named$1(constraint, "foreign key")}`;
}
/** A column that got nothing, or a value that its check refuses. */
function constraint(facts) {
	const { table, column, constraint: name } = refusedRow(facts);
	const of = table === "" ? "" : ` of ${table}`;
	if (/not-null|NOT NULL|cannot be null|NULL not allowed|value NULL/i.test(facts.text) && column !== "") return `the column ${column}${of} may not be null, and the row gives it no value`;
	return name === "" ? "" : `the check ${name}${of} refuses the row`;
}
/** A value that is longer than its column, with both where the text shows them. */
function longValue(facts) {
	const limit = Number(/(?:character varying|VARCHAR|char)\((\d{1,6})\)/i.exec(facts.text)?.[1] ?? 0);
	const [, name = "", value = ""] = [...(PARAMETERS.exec(facts.text)?.[1] ?? "").matchAll(/'(\w{1,60})': '([^']{1,80})'/g)].find(([, , text = ""]) => limit > 0 && text.length > limit) ?? [];
	return name === "" ? null : {
		name,
		value,
		limit
	};
}
function tooLong$1(facts) {
	const long = longValue(facts);
	return long === null ? "" : `${long.name} '${long.value}' is too long for its column of ${long.limit} characters`;
}
const BY_KIND$1 = {
	"duplicate-key": duplicate$1,
	"foreign-key": foreignKey,
	constraint,
	"parse-error": tooLong$1
};
/** Which row or value a database refuses, and why; empty when the text does not show it. */
function refusedInWords(kind, facts) {
	return BY_KIND$1[kind]?.(facts) ?? "";
}
// src/diagnosis/wording/data.ts
const refusedByDatabase = ({ kind, headline, facts, ask }) => first(refusedInWords(kind, facts), withDetail(first(ask("constraint"), headline), detailLine(facts) || headline));
const refusedAnswer = ({ headline, facts, ask }) => first(isFieldList(headline) ? "" : answeredSentence(facts, ask), asked(withoutAssert(headline), pathOf(ask("endpoint"))));
const DATA = {
	"missing-file": missingFile$1,
	"missing-key": missingKey$1,
	"null-deref": nullUsed,
	"parse-error": (datum) => first(refusedInWords(datum.kind, datum.facts), parseError(datum)),
	"duplicate-key": refusedByDatabase,
	"foreign-key": refusedByDatabase,
	constraint: refusedByDatabase,
	"not-found": refusedAnswer,
	validation: refusedAnswer,
	"bad-request": refusedAnswer,
	schema: ({ headline, facts }) => invalidRecord(headline, facts),
	"missing-table": ({ headline }) => headline,
	"missing-column": ({ headline, facts }) => columnOf(headline, facts)
};
/** What is missing, has another form or is refused in the data of a test. */
function data({ kind }, facts, ask) {
	const headline = plainHeadline(facts);
	const datum = {
		kind,
		headline,
		facts,
		ask
	};
	return DATA[kind]?.(datum) ?? withCode(headline, facts);
}
/** The message of the language with the call that returned nothing, else with the line that uses it. */
function nullUsed({ headline, facts, ask }) {
	const message = headline.replace(/ \/\S{1,200}:\d{1,7}$/, "").replace(/ \[recovered.{0,30}\]$/, "").replace(/^page\.evaluate: TypeError: /, "");
	const call = nullCall(facts, ask("key"));
	if (call !== "") return `\`${call}\` returned ${nothingIn(facts)}: ${message}`;
	const isProduct = facts.productSource !== "" && !/`/.test(facts.productSource) && facts.productSource.length <= 100;
	return withDetail(message, isProduct ? `\`${facts.productSource.replace(/;$/, "")}\`` : code(facts), " in ");
}
/** The column with its table, which PostgreSQL leaves to the statement. */
function columnOf(headline, facts) {
	const named = /^(?:\S{1,60}: )?(?:\([\w.]{1,60}\) )?column ["']?(\w{1,60})["']? does not exist/.exec(headline)?.[1];
	const table = /\[SQL: [^\]]{0,400}?\b(?:from|into|update) ["`]?(\w{1,60})/i.exec(facts.text)?.[1];
	return named === void 0 || table === void 0 ? headline : `the column ${named} of ${table} does not exist`;
}
/** FastAPI names the operation below the field that its answer lacks. */
function lackingAnswer(headline, facts) {
	const field = /^response\.([\w.]{1,120}): Field required/.exec(headline)?.[1];
	const operation = /^[ \t]{0,8}(?:E[ \t]{1,8})?([A-Z]{3,7} \/\S{0,120})$/m.exec(facts.text)?.[1];
	return field === void 0 || operation === void 0 ? "" : `the answer of ${operation} lacks '${field}', which its response model requires`;
}
const MODEL_FRAME = /(\S{0,160}\bmodels\/(?:concerns\/)?(\w{1,80})\.rb):(\d{1,7}):in [`'](?:[\w:]{1,80}[#.])?([\w?!]{1,80})'/;
/** The model whose method saved a record that is not valid. */
function invalidRecord(headline, facts) {
	const [, path = "", model = "", line = "", method = ""] = /Validation failed|RecordInvalid/.test(facts.head) ? MODEL_FRAME.exec(facts.lines.join("\n")) ?? [] : [];
	if (model === "") return lackingAnswer(headline, facts) || withCode(headline, facts);
	return `${headline} (${method} of ${model.replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase())}, ${path.replace(/^.*?(?=app\/models\/)/, "")}:${line})`;
}
/** The message about a request, without the packages of a class; the request stands behind it. */
function asked(message, path) {
	if (path === "" || message.includes(path)) return message;
	return `${message.replace(/^(?:\w{1,60}\.){1,6}(?=[A-Z]\w{1,60}\.[A-Z])/, "").replace(/\.$/, "")} (${path})`;
}
/** The list of fields that Pydantic refuses is worded by its own form. */
const isFieldList = (headline) => /["']loc["']: ?[[(]/.test(headline);
/** A file that is missing; the failing line where the message does not name it. */
function missingFile$1({ facts, headline, ask }) {
	const teardown = teardownIn(facts);
	if (teardown !== null) return `the teardown of the fixture \`${teardown.fixture}\` calls \`${teardown.call}\`, and ${ask("file") === "" ? "the file" : withoutRoot(ask("file"), facts)} does not exist`;
	if (/TemplateDoesNotExist|TemplateNotFound|Missing template/.test(`${facts.type} ${facts.headline}`) && ask("file") !== "") return withDetail(`the template ${withoutRoot(ask("file"), facts)} was not found`, code(facts), " for ");
	if (ask("file") !== "") return `${withoutRoot(ask("file"), facts)} does not exist`;
	const line = codeLine(facts);
	return withDetail(headline.replace(/^\*\* \(\w{1,60}\) /, ""), line, " in ");
}
/** Text that cannot be read: the answer of a request, or what the failing line parses. */
function parseError({ facts, headline, ask }) {
	const message = headline.replace(/^\d{1,6}: (?=unexpected)/, "").replace(/^Expected nil, but got: &\S{1,40}\{msg:"(.{1,160}?)".*$/, "$1");
	const literal = parsedLiteral(facts);
	if (literal !== "") return `parsing the text ${literal} as JSON failed: ${message}`;
	const path = pathOf(ask("endpoint"));
	if (message.includes(path) && path !== "") return message;
	const isJson = /JSON|Expecting value|[Uu]nexpected token|looking for beginning/.test(`${facts.type} ${message}`);
	if (path !== "" && isJson) return `the answer to ${path} is no JSON: ${message}`;
	const began = BEGINS.exec(message);
	if (began) return withDetail(`parsing as JSON failed: the text begins with "${(began[1] ?? "").replaceAll("\"", "'")}" and is ${/^\s{0,4}</.test(began[1] ?? "") ? "markup" : "no JSON"}`, code(facts), " in ");
	const isNamed = /JSON/i.test(message) || !isJson;
	if (path === "" && !isNamed) return withDetail(`parsing as JSON failed: ${message}`, code(facts), " in ");
	return path === "" ? withDetail(message, /["'`]/.test(message) ? "" : code(facts), " in ") : withDetail(message, path, " from ");
}
/** A message without the comparison of statuses that Python appends. */
const withoutAssert = (text) => text.replace(/ ?assert (\d{3}) == \d{3}$/, " ($1)").replace(/^[Uu]nexpected (?:error|answer|response):? ?/, "");
/** The line of code that ExUnit prints, else the failing line. */
function codeLine(facts) {
	const shown = /^\s{0,8}code: (.{1,100})$/m.exec(facts.text)?.[1];
	return shown === void 0 ? code(facts) : `\`${shown.replaceAll("`", "'")}\``;
}
/** A bare key says little; the line that asked for it says where it was looked for. */
function missingKey$1({ facts, headline, ask }) {
	const key = ask("key");
	if (key === "") return withDetail(headline, headline.length <= 80 ? code(facts) : "", " in ");
	const isNumber = /^\d+$/.test(key) || key.startsWith(":");
	const isRequest = /MultiValueDictKeyError|BadRequestKeyError|ParameterMissing/.test(facts.type);
	const where = pathOf(ask("endpoint"));
	if (isRequest && where !== "") return `${where} was sent without '${key}'`;
	const sentence = `there is no key ${isNumber ? key : `'${key}'`}`;
	const owner = ownerOfKey(key, facts);
	const shown = / not found in: (.{1,80})$/.exec(headline)?.[1];
	if (shown !== void 0) return `${sentence} in ${shown}`;
	if (owner !== "") return `${sentence} in \`${owner}\``;
	const isBareKey = headline.replace(/['"]/g, "").trim() === key;
	return withDetail(sentence, isBareKey ? code(facts) : headline.includes(key) ? "" : headline, isBareKey ? " in " : ": ");
}
/** PostgreSQL says which row under DETAIL. */
const detailLine = (facts) => /DETAIL: {1,3}([^\n]{1,160})/.exec(facts.lines.join("\n"))?.[1] ?? "";
/** V8 quotes the start of what it parses. */
const BEGINS = /^Unexpected token .{1,4}, "(.{1,40}?)"(?:\.\.\.)? is not valid JSON$/;
const PARSES = /(?:JSON\.parse|json\.loads|json_decode|JsonParser\.parseString|readTree|json\.Unmarshal|from_str)(?:::<[^>]{1,40}>)?\(\s?(?:\[\]byte\()?((["'`])(?:(?!\2).){0,80}\2)/;
/** The text in quotes that the failing line itself parses as JSON; empty when it parses something else. */
const parsedLiteral = (facts) => (PARSES.exec(sourceLine(facts)) ?? PARSES.exec(/^Failure\/Error: (.{1,160})$/m.exec(facts.text)?.[1] ?? ""))?.[1]?.replaceAll("`", "'") ?? "";
const FIXTURE = /@(?:pytest\.|pytest_asyncio\.)?(?:yield_)?fixture\b[^\n]{0,80}\n\s{0,12}(?:async )?def (\w{1,80})\(/;
/** The fixture whose teardown failed and the call that did; null for other failures. */
function teardownIn(facts) {
	const text = facts.lines.join("\n");
	const fixture = FIXTURE.exec(text);
	const body = fixture === null ? "" : text.slice(fixture.index);
	const marked = /^> {2,}(\S.{0,100})$/m.exec(body);
	return marked !== null && /^[ \t]{2,40}(?:\w{1,60} = )?yield\b/m.test(body.slice(0, marked.index)) ? {
		fixture: fixture?.[1] ?? "",
		call: (marked[1] ?? "").replaceAll("`", "'")
	} : null;
}
// src/diagnosis/wording/defects.ts
const DEFECTS = {
	"missing-dependency": ({ headline, facts, ask }) => ask("module") === "" ? headline : missingModule(headline, facts.head, ask("module")),
	"import-error": ({ headline, facts, ask }) => /^No module named|^Cannot find module/.test(headline) ? missingModule(headline, facts.head, ask("module")) : headline,
	"missing-fixture": ({ headline, ask }) => ask("fixture") === "" ? headline : `fixture '${ask("fixture")}' does not exist`,
	"missing-env": ({ headline, facts, ask }) => ask("variable") === "" ? missingSettings(facts, headline) : `environment variable ${ask("variable")} is not set`,
	"undefined-step": ({ headline, facts }) => undefinedStep(facts, headline),
	"server-crashed": ({ ask, evidence }) => withDetail(`${first(ask("host"), "the server")} never came up`, evidence),
	"missing-tool": ({ headline, ask }) => ask("tool") === "" ? headline : `the program '${ask("tool")}' is not installed or not on the path`,
	cancelled: ({ headline }) => /^Promise resolution is still pending/.test(headline) ? "a promise that the test awaits never settles: nothing is left to run that could resolve it" : "the test was cancelled: its suite or a hook of it failed first",
	"browser-start": ({ headline, ask }) => browserStart(headline, ask),
	"setup-error": ({ headline, facts }) => setupError(facts, headline),
	"port-in-use": ({ headline, ask, facts }) => ask("host") === "" ? inUse(headline, facts) : `${ask("host").replace(/^:+/, "port ")} is already in use`,
	"collection-error": ({ headline, facts }) => first(parametrized(facts), headline),
	"browser-closed": ({ headline, ask }) => closed(headline, ask("locator")),
	"element-covered": ({ headline, facts, ask }) => first(covered(facts, ask("blocker")), headline),
	"element-state": ({ headline, facts }) => withDetail(headline, code(facts), " in "),
	"code-error": codeError,
	"custom-error": ({ headline, facts }) => pollIn(facts) === "" ? withCode(headline, facts) : withDetail(headline, `\`${pollIn(facts)}\` gave up`, " when "),
	"wrong-call": ({ headline, facts }) => withDetail(headline, code(facts), " in "),
	"process-crash": ({ headline, facts }) => crashed(headline, code(facts)),
	"leaked-task": ({ headline, facts }) => withDetail(headline.replace(/:$/, ""), leaked(facts)),
	"no-message": ({ facts }) => first(facts.type === "" ? "" : `${facts.type} without a message`, sourceLine(facts), "the report holds no message")
};
/** The sentence of a defect of code or environment. */
function defect({ kind, evidence }, facts, ask) {
	const headline = plainHeadline(facts).replace(/^Traceback \(most recent call last\):?$/, facts.type);
	const say = DEFECTS[kind];
	if (say !== void 0) return say({
		headline,
		facts,
		ask,
		evidence
	});
	return withCode(headline, facts);
}
/** What a missing thing is called where it is missed. */
const SORTS = [
	[/Class(?: |NotFound|Def)/, "class"],
	[/Trait "/, "trait"],
	[/Interface "/, "interface"],
	[/cannot load such file/, "file"],
	[/cannot find package|no required module/, "package"]
];
function missingModule(headline, head, module) {
	const sort = SORTS.find(([words]) => words.test(head))?.[1] ?? "module";
	const from = importer(headline);
	return `${sort} '${module}' cannot be found${from === "" || from === module ? "" : ` (imported from ${from})`}`;
}
const inUse = (headline, facts) => code(facts) === "" ? headline : `the address of ${code(facts)} is already in use`;
/** Names and values of pytest's `parametrize` that do not fit. */
function parametrized(facts) {
	const [, test = "", names = "", list = "", count = "", value = ""] = /(?:::(\w{1,120}): )?in "parametrize" the number of names \((\d{1,3})\):\s{1,8}(\[[^\]]{1,120}\])\s{1,8}must be equal to the number of values \((\d{1,3})\):\s{1,8}(\S[^\n]{0,80})/.exec(facts.text) ?? [];
	if (names === "") return "";
	return `parametrize${test === "" ? "" : ` of ${test}`} names ${names} arguments ${list} and gives ${count} value${count === "1" ? "" : "s"}: ${value}`;
}
/** What went away while it was used: a frame, a page, a window. */
function closed(headline, locator) {
	const what = /frame/i.test(headline) ? "the frame was removed from the page" : "";
	if (what === "" || locator === "") return withDetail(headline, locator, " while waiting for ");
	return `${what} while ${locator} was used (${headline})`;
}
const POLLS = /\b((?:vi\.|cy\.)?(?:waitFor|wait_for|expect\.poll)\w{0,20}|[Ee]ventually(?=\())/;
/** The call that polled until it gave up with the error; empty for none. */
const pollIn = ({ text }) => POLLS.exec(text)?.[1] ?? "";
/** Playwright calls the process of a page its target. */
function crashed(headline, during) {
	if (!/\b(?:Target|Page) crashed\b/.test(headline)) return headline;
	return withDetail("the browser's process of the page crashed", during, " during ");
}
const CLICKED = /(?:[Ee]lement:? ?|this element:\s{1,4}`?)(<[a-z][^>]{0,120}>)/;
/** Which element is covered by which. */
function covered(facts, blocker) {
	if (blocker === "") return "";
	return `${first(CLICKED.exec(facts.text)?.[1] ?? "", "the element")} is covered by ${blocker}`;
}
const CHANGED$1 = /\b((?:ImmutableCollections|Collections(?=\$Unmodifiable)|AbstractList|AbstractMap))(?:\$\w{1,60})?\.((?!uoe)\w{2,20})\(/;
/** `AbstractList` throws for lists of a fixed size, such as those of `Arrays.asList`. */
const sortOf = (owner) => owner === "AbstractList" ? "a list that cannot grow or shrink" : owner === "AbstractMap" ? "a read-only map" : "an immutable collection";
function codeError({ headline, facts }) {
	if (/recursion|stack overflow|StackOverflow|call stack/i.test(headline)) {
		const name = repeatedFunction(facts);
		return name === "" ? headline : `${name}() calls itself without end (${headline})`;
	}
	const [, owner = "", method = ""] = /UnsupportedOperation/.test(`${facts.type} ${headline}`) && CHANGED$1.exec(facts.text) || [];
	if (method !== "") return withDetail(`the code tried to change ${sortOf(owner)} (${owner}.${method}())`, code(facts), " in ");
	return withCode(headline, facts);
}
/** The function that still runs when the tests have ended. */
const leaked = (facts) => /with (\S{1,160}) on top of the stack/.exec(facts.text)?.[1] ?? "";
/** Which browser or driver is not there. */
function browserStart(headline, ask) {
	const path = /Executable doesn't exist at (\S{1,200})/.exec(headline)?.[1];
	return path === void 0 ? headline : `the browser ${first(ask("browser"), path)} is not installed (${path})`;
}
/** Which part of a container is missing, without the list of its settings. */
function setupError(facts, headline) {
	const bean = /No qualifying bean of type '([\w.$]{1,160})'/.exec(facts.text)?.[1];
	const field = /expressed through ((?:constructor parameter \d{1,2})|\w+ '?\w{1,80}'?)/.exec(facts.text)?.[1] ?? "";
	const owner = /creating bean with name '([\w.$]{1,120})'/.exec(facts.text)?.[1] ?? "";
	const part = withDetail(field, field === "" ? "" : owner, " of ");
	if (bean !== void 0) return withDetail(`no bean of type ${bean} is registered`, part, " for ");
	const context = /failure threshold .{0,100}testClass = ([\w.$]{1,160})/.exec(headline)?.[1];
	if (context !== void 0) return `the application context of ${context} did not start before, and was not tried again`;
	return headline;
}
/** pydantic-settings lists the fields below its headline. */
function missingSettings(facts, headline) {
	const names = [...facts.text.matchAll(/^(?:E\s{1,8})?\s{0,4}([a-z]\w{1,60})\n(?:E\s{1,8})?\s{1,6}Field required/gm)].map(([, name = ""]) => name);
	const unique = [...new Set(names)];
	return unique.length === 0 ? headline : `the settings ${unique.slice(0, 5).join(", ")} are not set`;
}
/** The text of a Gherkin step without code. */
function undefinedStep(facts, headline) {
	const step = /Failing step: (?:Given|When|Then|And|But|\*) (.{1,160}?) \.\.\. undefined|step ['"](.{1,160}?)['"] is (?:undefined|not defined)|Undefined step: ["']?(.{1,160}?)["']?$|Step definition is not found: \w{1,20} "(.{1,160}?)"\. Line /m.exec(facts.text);
	const text = step?.[1] ?? step?.[2] ?? step?.[3] ?? step?.[4] ?? "";
	return text === "" ? headline : `the step '${text}' has no definition`;
}
const importer = (headline) => /(?:imported )?from ['"]?([^'"\s]{1,160})/.exec(headline)?.[1] ?? "";
// src/diagnosis/wording/dependency.ts
function refuses({ host, endpoint, headline, facts }) {
	const service = serviceOf(facts, host);
	if (/No such file|ENOENT|no such file/.test(headline)) {
		const socket = socketOf(facts);
		return socket === "" ? withDetail(`the socket of ${first(service, "a server")} does not exist`, sourceLine(facts)) : `the socket ${socket} does not exist: ${first(service, "no server")}${service === "" ? " listens there" : " is not running"}`;
	}
	if (/\bproxy\b/i.test(headline) && host !== "") return `the proxy ${host} refuses connections`;
	const detail = headline.replace(/, SQL: .{1,400}\)$/, ")");
	if (host === "") return withDetail(`${first(service, "a server")} refuses connections`, detail);
	const refusal = `${service === "" ? "" : `${service} at `}${host} refuses connections`;
	return service === "" && endpoint === "" && LOOPBACK$2.test(host) ? withDetail(refusal, code(facts), " in ") : withDetail(refusal, endpoint, " for ");
}
const LOOPBACK$2 = /^(?:localhost|127\.\d|\[?::1|0\.0\.0\.0)/;
const SOCKET = /["'` (:](\/[^\s"'`():]{2,160}?\.sock(?:et)?\b|\/[^\s"'`():]{0,120}\.s\.PGSQL\.\d{2,5})/;
/** The path of a Unix socket in the message or the failing line; empty when none is shown. */
const socketOf = (facts) => SOCKET.exec(`${facts.head} ${facts.source} ${sourceLine(facts)}`)?.[1] ?? "";
const BY_KIND = {
	docker: ({ headline }) => withDetail("no Docker daemon answers", headline),
	refused: refuses,
	"rate-limit": (peer) => first(answered(peer), withDetail(first(peer.endpoint, code(peer.facts), "the request"), peer.headline, " is rate limited: ")),
	tls: ({ headline, subject }) => certificate$1(headline, subject),
	dns: ({ host, headline }) => host === "" ? withDetail("a host name cannot be resolved", headline) : `${host.replace(/:\d{1,5}$/, "")} cannot be resolved`,
	reset: ({ subject, headline }) => withDetail(`${subject} closed the connection`, headline.replace(/^\('[^']{1,60}', \w{1,60}\((?:\d{1,6}, )?'([^']{1,120})'\)\)$/, "$1")),
	"too-many-connections": ({ subject, headline, host, facts }) => {
		const service = serviceOf(facts, host);
		const server = service === "" || host === "" ? subject : `${service} at ${host}`;
		return withDetail(`${server} has no free connection`, headline.replace(/^.{0,120}\b(?:FATAL|ERROR): {1,3}/, ""));
	},
	"redirect-loop": ({ endpoint, subject, headline }) => withDetail(`${first(endpoint, subject)} redirects without end`, headline.replace(/^[\w.]{1,80}: /, "")),
	"5xx": (peer) => first(answered(peer), peer.headline.includes(peer.endpoint) ? peer.headline : withDetail(peer.endpoint, peer.headline))
};
/** The request with the status that it got; empty where one of them is unknown. */
const answered = ({ facts, ask }) => answeredSentence(facts, ask);
/** What a network dependency did, the host first. */
function connection(verdict, facts, ask) {
	const host = first(ask("host"), ask("endpoint"));
	const headline = plainHeadline(facts).replace(/ assert (\d{3}) == \d{3}$/, " ($1)");
	const service = serviceOf(facts, host);
	const subject = first(host === "" ? service : host, "the server");
	const say = BY_KIND[verdict.kind];
	if (say) return say({
		host,
		subject,
		endpoint: pathOf(ask("endpoint")),
		headline,
		facts,
		ask
	});
	const peer = [service, host].filter((part) => part !== "").join(" at ");
	return peer === "" || headline.includes(peer) ? headline : withDetail(`${peer} cannot be reached`, headline);
}
/** What is wrong with a certificate or the protocol, in plain words. */
function certificate$1(headline, subject) {
	const name = /certificate is not valid for '([^']{1,120})'/.exec(headline)?.[1];
	if (name !== void 0) return `the certificate is not valid for ${name}`;
	const after = /has expired.{0,60}is after (\S{10,30})/.exec(headline)?.[1];
	if (after !== void 0) return `the certificate of ${subject} expired at ${after}`;
	if (/WRONG_VERSION_NUMBER|wrong version number|packet length too long/i.test(headline)) return `${subject} does not speak TLS: HTTPS was sent to a port of plain HTTP`;
	return headline.includes(subject) ? headline : withDetail(subject, headline);
}
/** The last reason that Playwright's call log gives for still waiting. */
function stillWaiting(facts) {
	return (facts.lines.map((line) => line.trim().replace(/^- /, "")).filter((line) => /^(?:element (?:is|was)|unexpected value|navigating to|<)/.test(line)).findLast((line) => /not (?:visible|stable|enabled|attached|editable)|detached|outside of the viewport|unexpected value/.test(line)) ?? "").slice(0, 120);
}
function element(facts, ask, limit) {
	const locator = ask("locator");
	const blocker = ask("blocker");
	if (blocker !== "") return `${locator === "" ? covered(facts, blocker) : `${locator} is covered by ${blocker}`}${limit === "" ? "" : ` for ${limit}`}`;
	const reason = stillWaiting(facts);
	const option = /did not find some options/.test(facts.text) ? /selectOption\((['"][^'"]{1,80}['"])/.exec(sourceLine(facts)) : null;
	if (option) return `${locator} has no option ${option[1] ?? ""}`;
	if (/\bBy\.\w/.test(locator)) return `no element came for ${locator}${within(limit)}`;
	if (/resolved to 0 elements|^(?![\s\S]*(?:locator resolved to|element is|element was))[\s\S]*waiting for (?:locator|getBy|get_by|selector)/.test(facts.text)) return `no element matches ${locator}${within(limit)}`;
	const awaited = /waiting for (response|request) "([^"\n]{1,160})"/.exec(facts.text);
	if (awaited) return `no ${awaited[1] ?? ""} came for ${awaited[2] ?? ""}${within(limit)}`;
	if (/^(?:response|request|event)\b/.test(locator)) return `no ${locator} came${within(limit)}`;
	return `${locator} was not ready${within(limit)}${reason === "" ? "" : ` (${reason})`}`;
}
/** The line that was running when the limit ended, when the text marks one. */
function waiting(facts) {
	const line = sourceLine(facts).replace(/;$/, "");
	return /[\w)]\(/.test(line) && !/^(?:test|it|def|describe|async|function|beforeAll|beforeEach|after\w+)\b/.test(line) && line.length <= 90 && !line.includes("`") ? `\`${line}\`` : "";
}
const within = (limit) => limit === "" ? "" : ` within ${limit}`;
const OVER_LIMIT = /^(?:thrown: )?["']?(?:Exceeded timeout|Test timeout|Test timed out|Timeout of|Timeout \(|Hook timed out|Timeout -)/i;
/** A runner's own limit ran out; empty when something more exact is known. */
function overLimit(kind, headline, limit, facts) {
	if (/^STACK_TRACE_ERROR\b/.test(headline)) return "the test ran past its limit";
	if (limit === "" || !/^(?:test|hook|wait)-timeout$/.test(kind) || !OVER_LIMIT.test(headline)) return "";
	const past = `${kind === "hook-timeout" || /for a hook/.test(headline) ? "a hook" : "the test"} ran past its limit of ${limit}`;
	if (/while waiting for `done\(\)` to be called/.test(facts.text)) return `${past}: its \`done()\` was not called`;
	return withDetail(past, waiting(facts), " in ");
}
/** Who did not answer, the request first when it is known. */
function unanswered$1(host, endpoint) {
	if (endpoint === "" || endpoint.startsWith("/")) return `${host}${endpoint}`;
	return endpoint.includes(host) ? endpoint : `${endpoint} of ${host}`;
}
/** What was awaited and for how long, with the last reason for waiting. */
function timeout({ kind }, facts, ask) {
	const limit = humanLimit(ask("limit"));
	const headline = plainHeadline(facts);
	const passed = overLimit(kind, headline, limit, facts);
	if (passed !== "") return clip$1(passed);
	if (ask("blocker") !== "" || ask("locator") !== "") return clip$1(element(facts, ask, limit));
	const navigation = /navigating to "([^"]{1,160})"/.exec(facts.text)?.[1] ?? "";
	if (navigation !== "") return clip$1(`${navigation} did not load${within(limit)}`);
	const silent = limit === "" ? " in time" : within(limit);
	if (/^[\w.]*$/.test(headline)) return clip$1(withDetail(`nothing came${silent}`, sourceLine(facts), " from "));
	if (kind === "read-timeout" || kind === "deadline") return clip$1(noAnswer(facts, ask, headline, silent));
	return clip$1(ranOut(kind, facts, ask("host"), headline, silent));
}
/** A limit that ran out, with the request of the failing line, the host that it was about, or that line. */
function ranOut(kind, facts, host, headline, silent) {
	const request = isBare(headline) ? requestOfLine(sourceLine(facts)) : "";
	if (request !== "") return `${request} did not answer${silent}`;
	const detail = host === "" || kind === "statement-timeout" || headline.includes(host) ? headline : `${host}: ${headline}`;
	const isShort = isBare(headline) || /^called `Result/.test(headline);
	return withDetail(detail, isShort ? code(facts) : "", " in ");
}
/** Words of HTTP clients that say only that time ran out. */
const CLIENT = /(?:^|: )timeout of \d{1,9} ?ms exceeded|HttpClient\.Timeout|The operation was aborted due to timeout/;
/** A peer that took a request and did not answer; the failing call where it is not named. */
function noAnswer(facts, ask, headline, silent) {
	const [host, endpoint] = [ask("host"), ask("endpoint")];
	if (/celery/i.test(facts.type)) return withDetail(`no result of the task came${silent}`, code(facts), " for ");
	if (endpoint.includes("://")) return `${endpoint} did not answer${silent}`;
	if (CLIENT.test(headline)) {
		const to = first(endpoint, host);
		return `the HTTP request${to === "" ? "" : ` to ${to}`} got no answer${silent}`;
	}
	if (host !== "") return `${unanswered$1(host, endpoint)} did not answer${silent}`;
	return withCode(headline, facts);
}
/** `1500ms` reads as 1.5 s; short limits stay in milliseconds. */
function humanLimit(limit) {
	const match = /^(\d+(?:\.\d+)?) ?(ms|milliseconds)?$/.exec(limit);
	if (!match) return limit.replace(/(\d)(?=(?:ms|s|min)$)/, "$1 ");
	const value = Number(match[1]);
	if (match[2] === void 0 && value < 1e3 && limit.includes(".")) return `${limit} s`;
	return value >= 1e3 ? `${value / 1e3} s` : `${value} ms`;
}
// src/diagnosis/wording/flaky.ts
const GO_FUNCTION = /^\s{0,8}((?:[\w.-]{1,80}\/)*[\w-]{1,80}(?:\.\(\*?\w{1,80}\))?(?:\.[\w[\]]{1,80}){1,4})\(.{0,80}\)$/;
const GO_PLACE = /^\s{1,12}(\/?\S{1,200}\.go):(\d{1,7})\b/;
const GO_OWN = /^(?!(?:runtime|internal|sync|testing)[./])(?!.*\/(?:libexec|go\/\d[\d.]*|usr\/local\/go|toolcache\/go)\/)/;
/** `mill.example/cache.(*Cache).Put` reads `Cache.Put`. */
const shortName = (name) => (name.split("/").at(-1) ?? "").replace(/^[\w-]{1,80}\.(?=[\w(])/, "").replace(/[(*)]/g, "").replace(/(?:\.(?:func\d{1,3}|\d{1,3}|gowrap\d{1,3})){1,9}$/, "");
/** The first frame of the project below a line of Go's report. */
function frameBelow(lines, from, verb) {
	for (let at = from + 1; at < Math.min(lines.length - 1, from + 24); at++) {
		const name = GO_FUNCTION.exec(lines[at] ?? "")?.[1];
		const [, file = "", line = ""] = GO_PLACE.exec(lines[at + 1] ?? "") ?? [];
		if (name !== void 0 && file !== "" && GO_OWN.test(name) && GO_OWN.test(file)) return {
			name: shortName(name),
			place: `${file.split("/").at(-1) ?? ""}:${line}`,
			verb
		};
		if (lines[at]?.trim() === "") return null;
	}
	return null;
}
const SIDE = /^\s{0,8}(?:Previous )?(?:atomic )?(read|write) at 0x/i;
/** Both sides of a data race, or the one side of a map that two goroutines use; empty when the text shows none. */
function accessesIn(facts) {
	const lines = [...facts.lines, ...facts.captured.split("\n")].slice(0, 2e3);
	const sides = lines.flatMap((line, at) => {
		const verb = SIDE.exec(line)?.[1];
		return verb === void 0 ? [] : [frameBelow(lines, at, `${verb.toLowerCase()}s`)];
	}).filter((side) => side !== null);
	if (sides.length > 0) return sides.slice(0, 2);
	const running = lines.findIndex((line) => /^goroutine \d{1,9} .{0,40}\[running\]/.test(line));
	const user = running < 0 ? null : frameBelow(lines, running, "uses");
	return user === null ? [] : [user];
}
/** True where Go's runtime itself stopped the program, without its race detector. */
const isMapFault = (facts) => /concurrent map (?:writes|read and map write|iteration)/.test(facts.head);
const MAP = /^(?:fatal error: )?(concurrent map (?:writes|read and map write|iteration and map write))/;
function race$1(facts) {
	const [one, other] = accessesIn(facts);
	const headline = plainHeadline(facts);
	if (one === void 0) return "";
	const map = MAP.exec(headline)?.[1];
	if (map !== void 0) return `${one.name} (${one.place}) uses a map while another goroutine writes to it (fatal error: ${map})`;
	if (other === void 0) return "";
	return `data race: ${one.name === other.name && one.place === other.place ? `two goroutines run ${one.name} (${one.place}) at once, and it ${one.verb} the same variable` : `${one.name} (${one.place}) ${one.verb} a variable that ${other.name} (${other.place}) ${other.verb} at the same time`}`;
}
/** Reads table and statement of a deadlock. */
function deadlockIn(facts) {
	const statement = (/\[?\bSQL: ([^\]\n]{1,120})/.exec(facts.text)?.[1] ?? "").replaceAll("`", "").trim();
	return {
		table: /\b(?:relation|table) "(?:public\.)?(\w{1,60})"/.exec(facts.text)?.[1] ?? /\b(?:update|into|from) (?:"|\w{1,40}\.)?(\w{1,60})/i.exec(statement)?.[1] ?? "",
		column: /\bwhere "?(?:\w{1,60}"?\."?)?(\w{1,60})"? ?(?:=|in\b)/i.exec(statement)?.[1] ?? "",
		statement: statement.slice(0, 90)
	};
}
function deadlock(facts) {
	const { table, statement } = deadlockIn(facts);
	if (!/deadlock/i.test(facts.head) || table === "") return "";
	return `deadlock on ${table}: ${statement === "" ? "this statement" : `\`${statement}\``} waits for a row that another transaction has locked, and that one waits for this one`;
}
/** Who races with whom and for what; the tool's own words where the text does not show it. */
function raced(kind, facts) {
	const sentence = kind === "data-race" ? race$1(facts) : kind === "serialization-failure" ? deadlock(facts) : "";
	return sentence === "" ? withCode(plainHeadline(facts), facts) : sentence;
}
// src/diagnosis/wording/root-cause.ts
/** Who refused what, the request first when it is known. */
function refused(kind, facts, ask) {
	const known = first(kind === "db-password" ? loginRefused(facts, ask, plainHeadline(facts)) : "", rightMissing(facts), kind === "db-password" ? "" : answeredSentence(facts, ask));
	if (known !== "") return known;
	const message = tokenInWords(withoutAssert(refusal(facts)).replace(/^Unexpected error: ?<[^>]{1,80}>:? ?/, "").replace(/ ?occurred$/, ""));
	const body = refusedBody(facts, message);
	const path = pathOf(ask("endpoint"));
	if (body !== "" && (path === "" || ask("endpoint").includes("docs."))) return withDetail(body, code(facts), " in ");
	const bare = path.replace(/^[A-Z]{3,7} /, "");
	const status = statusCompared(facts.comparison());
	if (/^[bB]?['"]?[\s\\n]{0,8}<[!a-z]/i.test(message)) return `${first(path, "the server")} answered ${status?.actual ?? "with a refusal"}`;
	if (/^Unexpected server response: \d{3}$/.test(message)) return `the WebSocket handshake was refused: the server answered ${message.slice(-3)}`;
	if (path === "" || message.includes(bare)) return withCode(message, facts);
	return /^\{/.test(message) ? `${path} answered ${message}` : `${path}: ${message}`;
}
/** The server's own status line, where the runner prints it. */
function refusal(facts) {
	const answered = /← (\d{3} [\w ]{1,40})/.exec(facts.text)?.[1];
	return answered === void 0 ? plainHeadline(facts) : answered.trim();
}
/** The message of the failed attempt, worded as an assertion where it compares something. */
function onceFailed(facts, ask) {
	return facts.comparison() !== null && isAssertion(facts) ? assertion({ kind: assertionKind(facts) }, facts, ask) : plainHeadline(facts);
}
function sentence(verdict, facts, ask) {
	switch (verdict.category) {
		case "connection": return connection(verdict, facts, ask);
		case "timeout": return timeout(verdict, facts, ask);
		case "assertion": return assertion(verdict, facts, ask);
		case "data": return data(verdict, facts, ask);
		case "auth": return refused(verdict.kind, facts, ask);
		case "flaky": return verdict.kind === "passed-on-retry" ? withDetail("failed once, then passed on the same commit", onceFailed(facts, ask)) : raced(verdict.kind, facts);
		case "unknown": return defect(verdict, facts, ask);
	}
}
/** One sentence, the entity first, at most 240 characters; never empty and never a bare exception name when more is known. */
function rootCauseOf(verdict, facts, ask) {
	const message = withValues(withoutRoot(sentence(verdict, facts, ask), facts), facts);
	return first(finished(clip$1(message)), clip$1(facts.type), "no message in the report");
}
// src/diagnosis/suggestions/assertions/counted.ts
const LENGTH = /^(?:the length of (.{1,120})|`?len\((.{1,100})\)`?|`?(.{1,100})\.(?:length|size|count|size\(\)|length\(\)|count\(\))`?)$/;
const MATCHING = /^the number of elements that match (.{1,120})$/;
const CHANGED = /^changed by (.{1,60})$/;
const items$1 = (count) => `${count} item${count === "1" ? "" : "s"}`;
/** `expect { n += 1 }.to change { n }.by(2)`: the block whose effect is measured. */
function changed({ facts, testWhere }, { pair, subject }) {
	const [actual, expected] = [pair?.actual ?? "", pair?.expected ?? ""];
	const wanted = CHANGED.exec(expected)?.[1];
	if (wanted === void 0) return "";
	const line = insideOfTest(facts.source === "" ? sourceLine(facts) : facts.source);
	const block = /\bexpect\s?\{\s?(.{1,80}?)\s?\}\s?\.(?:to|not_to)/.exec(line)?.[1];
	const by = CHANGED.exec(actual)?.[1];
	const effect = by === void 0 ? `does not change ${subject}` : `changes ${subject} by ${by}`;
	return `Correct ${block === void 0 || block.includes("`") ? "the block" : `\`${block}\``} of ${testWhere} or the expected number: it ${effect}, expected by ${wanted}.`;
}
/** The step for a number of things that is not the expected one; empty for other values. */
function forCount(about, judged) {
	const { pair, subject } = judged;
	const { testWhere, facts } = about;
	if (pair === null) return "";
	if (CHANGED.test(pair.expected)) return changed(about, judged);
	if (!/^\d{1,9}$/.test(pair.actual) || !/^\d{1,9}$/.test(pair.expected)) return "";
	if (pair.actual === pair.expected) return "";
	const isMore = Number(pair.actual) > Number(pair.expected);
	const matching = MATCHING.exec(subject)?.[1];
	if (matching !== void 0) return isMore ? `Find out what still puts ${pair.actual} of ${matching} on the page at ${testWhere}, expected ${pair.expected}: the condition under which it is rendered, or a selector that matches more.` : `Find out what keeps the page at ${testWhere} from rendering ${matching} ${pair.expected} times (now ${pair.actual}): its data or condition, or a selector that matches less.`;
	const of = LENGTH.exec(subject)?.slice(1).find((name) => name !== void 0);
	if (of === void 0 || /Playwright|locator\(/.test(facts.headline)) return "";
	const name = /[[{(]/.test(subject) && !subject.startsWith("`") ? of : `\`${of.replaceAll("`", "")}\``;
	return isMore ? `Find out what adds too much to ${name} before ${testWhere}: it has ${items$1(pair.actual)}, expected ${pair.expected}; data of another test, a filter or a duplicate.` : `Find out what leaves items out of ${name} before ${testWhere}: it has ${items$1(pair.actual)}, expected ${pair.expected}; the set-up, a filter or a limit.`;
}
// src/diagnosis/suggestions/assertions/times.ts
const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|[+-]\d\d:?\d\d)?$/;
const DAY = /^(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}))$/;
const MINUTE = 6e4;
const HOUR = 60 * MINUTE;
/** No two time zones are further apart. */
const MOST_HOURS = 26;
/** Milliseconds of the written clock, whatever its zone, and of the instant where a zone is written. */
function clockOf(text) {
	const found = INSTANT.exec(text);
	if (!found) return null;
	const [, day = "", time = "", zone] = found;
	const written = Date.parse(`${day}T${time}Z`);
	if (Number.isNaN(written) || new Date(written).toISOString().slice(0, 10) !== day) return null;
	const offset = zone === void 0 || zone === "Z" ? "Z" : zone.replace(/^(.\d\d):?/, "$1:");
	return {
		written,
		instant: Date.parse(`${day}T${time}${offset}`),
		hasZone: zone !== void 0
	};
}
const inHours = (milliseconds) => {
	const hours = Math.abs(milliseconds) / HOUR;
	return `${hours} hour${hours === 1 ? "" : "s"}`;
};
function instants(a, e) {
	const [actual, expected] = [clockOf(a), clockOf(e)];
	if (actual === null || expected === null) return null;
	if (actual.instant === expected.instant && actual.hasZone === expected.hasZone && a !== e) return actual.written === expected.written ? {
		remedy: "Print the time in one format",
		what: "both are the same instant, only its format differs"
	} : {
		remedy: "Print the time in the expected time zone",
		what: "both are the same instant in two time zones"
	};
	const apart = actual.hasZone === expected.hasZone ? actual.instant - expected.instant : actual.written - expected.written;
	if (apart === 0) return {
		remedy: "Print the time with or without its zone on both sides",
		what: "only the zone is written or not"
	};
	if (Math.abs(apart) <= MOST_HOURS * HOUR && apart % (15 * MINUTE) === 0) return {
		remedy: "Set the time zone explicitly (or `TZ` for the suite)",
		what: `it is ${inHours(apart)} ${apart < 0 ? "early" : "late"}`
	};
	return Math.abs(apart) < 1e3 ? {
		remedy: "Compare the times with the same precision",
		what: "only the fractions of a second differ"
	} : null;
}
/** The days that a date without a named order can mean: with the day first, and with the month first. */
function daysOf(text) {
	const found = DAY.exec(text);
	if (!found) return [];
	const [, year, month = "", day = "", first = "", , second = "", last = ""] = found;
	const padded = (part) => part.padStart(2, "0");
	if (year !== void 0) return [`${year}-${padded(month)}-${padded(day)}`];
	return [`${last}-${padded(second)}-${padded(first)}`, `${last}-${padded(first)}-${padded(second)}`];
}
function days(a, e) {
	const [actual, expected] = [daysOf(a), daysOf(e)];
	const [one = "", two = ""] = [actual[0], expected[0]];
	if (actual.length === 0 || expected.length === 0) return null;
	if (actual.some((day) => expected.includes(day))) return {
		remedy: "Print or parse the date in the expected format",
		what: "both name the same day in two formats"
	};
	return actual.length === 1 && expected.length === 1 && Math.abs(Date.parse(one) - Date.parse(two)) === 24 * HOUR ? {
		remedy: "Check the time zone in which the day is taken, and whether the last day counts",
		what: `it is one day ${one < two ? "early" : "late"}`
	} : null;
}
/** In what two dates or times differ; null for other texts. */
const differenceOfTimes = (a, e) => instants(a, e) ?? days(a, e);
// src/diagnosis/suggestions/assertions/numbers.ts
const NUMBER$1 = /^-?\d{1,15}(?:\.\d{1,17})?$/;
/** Factors between two units, with what they are usually about. */
const FACTORS = [
	[100, "cents or percent"],
	[1e3, "milli or kilo"],
	[1024, "bytes"],
	[60, "seconds, minutes or hours"],
	[3600, "seconds or hours"],
	[24, "hours or days"]
];
const close = (a, e) => Math.abs(a - e) <= 1e-9 * Math.max(Math.abs(a), Math.abs(e));
const places = (text) => (text.split(".")[1] ?? "").length;
function factor(a, e) {
	for (const [times, units] of FACTORS) {
		if (close(a, e * times)) return {
			remedy: `Correct the unit (${units})`,
			what: `it is ${times} times the expected value`
		};
		if (close(a * times, e)) return {
			remedy: `Correct the unit (${units})`,
			what: `the expected value is ${times} times as large`
		};
	}
	return null;
}
/** A number that has more decimals than the expected one, and is rounded or cut to it. */
function decimals(a, e) {
	const [more, wanted] = [places(a), places(e)];
	if (more <= wanted) return null;
	const cut = Math.trunc(Number(a) * 10 ** wanted) / 10 ** wanted;
	if (close(Number(Number(a).toFixed(wanted)), Number(e))) return {
		remedy: `Round to ${wanted} decimal${wanted === 1 ? "" : "s"}`,
		what: "the expected value is the rounded one"
	};
	return close(cut, Number(e)) ? {
		remedy: `Cut after ${wanted} decimal${wanted === 1 ? "" : "s"}`,
		what: "the expected value is cut, not rounded"
	} : null;
}
/** In what two numbers differ; null for other texts and for any other distance. */
function differenceOfNumbers(a, e) {
	if (!NUMBER$1.test(a) || !NUMBER$1.test(e) || a === e) return null;
	const [actual, expected] = [Number(a), Number(e)];
	if (actual === expected) return {
		remedy: "Print the number in one format",
		what: "both are the same number"
	};
	if ([actual, expected].some((each) => Math.abs(each) <= 1 && Number.isInteger(each))) return null;
	if (actual === -expected) return {
		remedy: "Correct the sign (the order of a subtraction)",
		what: "only the sign differs"
	};
	return factor(actual, expected) ?? decimals(a, e);
}
// src/diagnosis/suggestions/assertions/difference.ts
const QUOTED = /^([bru]?["'`])([\s\S]*)["'`]$/;
const unquoted$1 = (text) => QUOTED.exec(text)?.[2] ?? text;
/** How each language pads a number. */
const PADS = {
	python: "`zfill` or `f\"{n:02}\"`",
	javascript: "`padStart`",
	java: "`String.format(\"%02d\", n)`",
	kotlin: "`padStart`",
	scala: "`f\"$n%02d\"`",
	ruby: "`rjust` or `format(\"%02d\", n)`",
	go: "`fmt.Sprintf(\"%02d\", n)`",
	rust: "`format!(\"{:02}\", n)`",
	php: "`sprintf('%02d', $n)`",
	csharp: "`ToString(\"D2\")`"
};
/** How each language makes a number of a text, and a text of a number. */
const CONVERTS = {
	python: "`int(...)`, `float(...)` or `str(...)`",
	javascript: "`Number(...)` or `String(...)`",
	java: "`Integer.parseInt` or `String.valueOf`",
	kotlin: "`toInt()` or `toString()`",
	scala: "`toInt` or `toString`",
	ruby: "`to_i`, `to_f` or `to_s`",
	go: "`strconv`",
	rust: "`parse` or `to_string`",
	php: "`(int)`, `(float)` or `(string)`",
	csharp: "`int.Parse` or `ToString`"
};
const NUMBER = /^-?\d+(?:\.\d+)?$/;
function type({ a, e, actual, expected, file }) {
	if (a !== e || QUOTED.test(actual) === QUOTED.test(expected) || !NUMBER.test(a)) return null;
	const [got, wanted] = QUOTED.test(actual) ? ["text", "a number"] : ["a number", "text"];
	return {
		remedy: `Convert the value${inLanguage(CONVERTS, file)}`,
		what: `it is ${got}, not ${wanted}`
	};
}
function space({ a, e }) {
	const fold = (text) => text.replace(/\s+|\\[nrt]/g, "");
	if (a === e || fold(a) !== fold(e)) return null;
	const [extra, rest] = a.length > e.length ? [a, e] : [e, a];
	const end = extra.startsWith(rest) ? extra.slice(rest.length) : "";
	const verb = extra === a ? "Remove" : "Add";
	if (/^(?:\n|\\n|\\r\\n)+$/.test(end)) return {
		remedy: `${verb} the newline at the end`,
		what: "only this newline differs"
	};
	return {
		remedy: "Correct the white space or line ends",
		what: "only these differ"
	};
}
const letters = ({ a, e }) => a !== e && a.toLowerCase() === e.toLowerCase() ? {
	remedy: "Correct upper and lower case",
	what: "only these differ"
} : null;
function padding({ a, e, file }) {
	const plain = (text) => text.replace(/(?<![\d.])0+(?=\d)/g, "");
	if (a === e || plain(a) !== plain(e)) return null;
	return a.length < e.length ? {
		remedy: `Pad the number with zeros${inLanguage(PADS, file)}`,
		what: "only the zeros before the number are missing"
	} : {
		remedy: "Print the number without padding",
		what: "only the zeros before the number are too many"
	};
}
function decodedUrl(text) {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		return text;
	}
}
function encoding({ a, e }) {
	if (a === e) return null;
	if (decodeReferences(a) === e) return {
		remedy: "Escape the text for HTML once and only where it is shown",
		what: "it is escaped"
	};
	if (decodeReferences(e) === a) return {
		remedy: "Escape the text for HTML",
		what: "only the escaping is missing"
	};
	if (decodedUrl(a) === e) return {
		remedy: "Decode the text",
		what: "it is still encoded for a URL"
	};
	if (decodedUrl(e) === a) return {
		remedy: "Encode the text for a URL",
		what: "only this encoding is missing"
	};
	if (/Ã[\u0080-\u00BF¤©¨¼¶Ÿ]|â€/.test(a) && !/Ã|â€/.test(e)) return {
		remedy: "Read the text as UTF-8",
		what: "its bytes were read in another encoding"
	};
	return null;
}
const URL_PARTS = /^(?:([a-z]{2,8}):\/\/([^/?#\s]{1,120}))?(\/[^?#\s]{0,200})?(\?\S{0,200})?$/;
function address({ a, e }) {
	const [actual, expected] = [URL_PARTS.exec(a), URL_PARTS.exec(e)];
	if (!actual || !expected || a === e || !/\//.test(a) || !/\//.test(e)) return null;
	const slash = (text) => text.replace(/\/$/, "");
	if (slash(a) === slash(e)) return {
		remedy: "Add or remove the slash at the end",
		what: "only this slash differs"
	};
	const [, scheme, host, path, query] = actual;
	const [one, ...others] = [
		[
			"scheme",
			scheme,
			expected[1]
		],
		[
			"host",
			host,
			expected[2]
		],
		[
			"path",
			path,
			expected[3]
		],
		[
			"query",
			query,
			expected[4]
		]
	].filter(([, x, y]) => x !== y);
	if (one === void 0 || others.length > 0) return null;
	const [part, x = "none", y = "none"] = one;
	return {
		remedy: `Correct the ${part} of the address`,
		what: `only the ${part} differs (${x}, expected ${y})`
	};
}
/** One text begins or ends with the other. */
function ends({ a, e }) {
	if (a === e || a.length < 2 || e.length < 2 || NUMBER.test(a) || NUMBER.test(e)) return null;
	const cut = a.replace(/(?:\.\.\.|…)$/, "");
	if (cut !== a && cut !== "" && e !== cut && e.startsWith(cut)) return {
		remedy: "Raise the length at which the text is cut",
		what: `it is cut after ${cut.length} characters`
	};
	const part = (text) => `'${clip$1(text, 40)}'`;
	if (e.startsWith(a)) return {
		remedy: `Add ${part(e.slice(a.length))} at the end`,
		what: "only this part is missing"
	};
	if (e.endsWith(a)) return {
		remedy: `Add ${part(e.slice(0, -a.length))} at the start`,
		what: "only this part is missing"
	};
	if (a.startsWith(e)) return {
		remedy: `Remove ${part(a.slice(e.length))} from the end`,
		what: "only this part is extra"
	};
	if (a.endsWith(e)) return {
		remedy: `Remove ${part(a.slice(0, -e.length))} from the start`,
		what: "only this part is extra"
	};
	return null;
}
/** Two texts of several words of which one differs. */
function word({ a, e, file }) {
	const [words, wanted] = [a.split(/\s+/), e.split(/\s+/)];
	if (words.length !== wanted.length || words.length < 2) return null;
	const differing = words.flatMap((each, at) => each === wanted[at] ? [] : [at]);
	const [at] = differing;
	if (at === void 0 || differing.length > 1) return null;
	const [x = "", y = ""] = [words[at], wanted[at]];
	return differenceBetween(x, y, file) ?? {
		remedy: `Correct '${clip$1(x, 40)}' to '${clip$1(y, 40)}'`,
		what: "only this word differs"
	};
}
const READINGS = [
	type,
	space,
	letters,
	padding,
	encoding,
	({ a, e }) => differenceOfTimes(a, e),
	address,
	({ a, e }) => differenceOfNumbers(a, e),
	ends,
	word
];
/** In what two printed values differ; null when nothing more than the values can be named. */
function differenceBetween(actual, expected, file) {
	const sides = {
		a: unquoted$1(actual),
		e: unquoted$1(expected),
		actual,
		expected,
		file
	};
	for (const read of READINGS) {
		const found = read(sides);
		if (found !== null) return found;
	}
	return null;
}
// src/diagnosis/suggestions/assertions/written-in-test.ts
const unquoted = (text) => text.replace(/^["'`](.*)["'`]$/, "$1");
const PLAIN = /^(?:-?\d[\w.]{0,30}|["'`][^"'`]{1,60}["'`])$/;
/** The name under which a test would set what it compares: `level` of `got.level` and of `got.getLevel()`. */
function nameOf({ code, pair }) {
	const member = pair === null ? null : memberOf(pair);
	if (member !== null) return member.name.replace(/^:/, "");
	return (/(?:^|[.>"'[:])(\w{2,40})(?:["']?\]|\(\))?$/.exec(code)?.[1] ?? "").replace(/^get(?=[A-Z])(\w)/, (found, letter) => letter.toLowerCase() || found);
}
/** The line that assigns the value under the name, as the test has it. */
function assignment(name, value, above) {
	if (!/^[A-Za-z_]\w{1,39}$/.test(name) || !PLAIN.test(value)) return null;
	const written = new RegExp(String.raw`\b(${name})["']?\]?\s?(?:=(?![=>])|:(?!:)|=>)\s?["'\`]?${escapePattern(unquoted(value))}["'\`]?(?![\w.])`, "i");
	for (const { number, text } of above) {
		const found = written.exec(text)?.[1];
		if (found !== void 0 && !/assert|expect/.test(text)) return {
			number,
			text: found
		};
	}
	return null;
}
/** What the test expects of the value that it writes. */
function expectationOf(literal, { relation, subject = "", ...pair }, line) {
	const [actual, expected] = [clip$1(pair.actual, 60), clip$1(pair.expected, 60)];
	if (/length|size|count/i.test(`${subject} ${line}`) && plain(literal) !== plain(actual)) return `expects a length of ${expected}, not ${actual}`;
	const member = memberOf({
		...pair,
		relation
	});
	if (member !== null) return `expects ${member.name} to be ${member.expected}, not ${member.actual}`;
	if (relation.startsWith("to ") && !/ (?:equal|eql|be)$/.test(relation)) return `expects it ${relation} ${expected}`;
	return plain(literal) === plain(actual) ? `compares it with ${expected}` : `expects ${expected} in place of ${actual}`;
}
const plain = (text) => text.replace(/^mock\.|[\s"'`:{}[\]()=>]/g, "").replace(/(?<=\d)\.0\b/, "");
/** The first of the checks that one `assertAll` groups; other lines stay as they are. */
function firstGrouped(line) {
	const inner = /\bassertAll\((?:"[^"]{0,80}",\s?)?(.{1,300})$/.exec(line)?.[1];
	return inner === void 0 ? line : inner.split(/,\s?\(\) ->/)[0] ?? line;
}
/** True when the literal is what the test looks for in a value that the code returns. */
const isLookedFor = ({ relation }, line) => /^(?:not )?in$/.test(relation) && !/\bin [[({"']|, ?[[({"']/.test(line);
/** What differs between the two values, and which further ones do. */
function remarks(pair, { testWhere, rootCause }) {
	const [actual, expected] = valuesOf(pair);
	const more = [differenceBetween(actual, expected, testWhere)?.what ?? "", / (also .{1,120})$/.exec(rootCause)?.[1] ?? ""].filter((part) => part !== "").join("; ");
	return more === "" ? "" : ` (${more})`;
}
/** The values that the failing line itself writes. */
function onFailingLine(about, { pair, code }) {
	const { facts, testWhere } = about;
	const line = firstGrouped(insideOfTest(facts.source === "" ? sourceLine(facts) : facts.source));
	const literal = comparedLiteral(line);
	if (pair === null || literal === "" || isLookedFor(pair, line)) return "";
	if (code !== "" && code !== literal && !GROUPED.test(facts.text)) return "";
	const expects = expectationOf(literal, pair, line);
	if (!(plain(literal).includes(plain(pair.actual)) || plain(pair.actual).includes(plain(literal))) && !expects.startsWith("expects a length")) return "";
	return `Correct one of the two values at ${testWhere}, or compare what the code returns: the test itself writes ${clip$1(literal, 60)} and ${expects}${remarks(pair, about)}.`;
}
/** JUnit's `assertAll` reports the first of several checks. */
const GROUPED = /MultipleFailuresError|\(\d{1,3} failures\)/;
/** The values of a pair, or those of the member in which it differs. */
function valuesOf(pair) {
	const member = memberOf(pair);
	return member === null ? [pair.actual, pair.expected] : [member.actual, member.expected];
}
/** The step for a value that the test itself writes, on the failing line or above it; empty when the code makes it. */
function writtenInTest(about, judged) {
	const { pair } = judged;
	const here = onFailingLine(about, judged);
	if (here !== "" || pair === null || about.place === null) return here;
	const [actual, expected] = valuesOf(pair);
	const above = linesAbove(about.facts, about.place);
	const set = assignment(nameOf(judged), actual, above);
	if (set === null) return "";
	const place = `${about.place.file}:${set.number}`;
	return `Change one of the two lines of the test${about.place.line - set.number > 1 ? ", or find the step between them that should change it" : ""}: ${place} sets ${set.text} to ${actual}, ${about.testWhere} expects ${clip$1(expected, 60)}.`;
}
// src/diagnosis/suggestions/for-mock.ts
const REQUEST = String.raw`(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\S{1,200})`;
const NOT_MOCKED = new RegExp(`^(${REQUEST}) is not mocked`);
const NEVER_MADE = new RegExp(`^the mocked request (${REQUEST}) was never made`);
const ADDRESS = /["'`](https?:\/\/[^"'`\s]{1,160})["'`]/g;
/** The host of a mock and the path of its route, as nock and its kin are written. */
const ROUTE = /\.(get|post|put|patch|delete)\(\s?["'`](\/[^"'`\s]{0,120})["'`]/gi;
/** The first address of another path in some lines of source. */
const otherAddress = (source, url) => [...source.matchAll(ADDRESS)].map(([, found = ""]) => found).find((found) => found !== url);
/** A request that no mock describes; a mock of the test for another address is named. */
function notMocked({ facts, testWhere }, request, url) {
	const source = testSource(facts);
	const other = [...source.matchAll(ROUTE)].map(([, , path = ""]) => path).find((path) => !url.endsWith(path)) ?? otherAddress(source, url);
	return other === void 0 ? `Register ${request} with the mock of ${testWhere}, or correct the address that the code asks for.` : `Correct one of the two addresses: the code asks for ${request}, the mock of ${testWhere} describes ${other}.`;
}
function neverMade({ facts, testWhere }, wanted, url) {
	const other = otherAddress(sourceLine(facts), url) ?? otherAddress(testSource(facts), url);
	return other === void 0 ? `Find out why the code of ${testWhere} never sends ${wanted}, or remove it from the mock.` : `Correct one of the two addresses: ${testWhere} asks for ${other}, the mock describes ${url}.`;
}
/** Sentences about calls, each with the step that they call for. */
const CALLS = [
	[/^(\S.{0,100}?) (?:was(?: not|n't) called|was called 0 times|was never called)/, (where, [name = ""]) => `Find out why the code never makes this call before ${where} (${name}): a branch that is not taken or another object; or remove the expectation.`],
	[/^(\S.{0,100}?) was called (\d+ times?), expected (.{1,40})$/, (where, [name = "", actual = "", wanted = ""]) => `Count the calls of ${name} that the code makes: only their number differs from what ${where} expects (${actual}, expected ${wanted}).`],
	[/ was called with (\S.{0,80}?), expected (\S.{0,80})$/, (where, [actual = "", expected = ""]) => `Pass ${expected} where the code makes this call (now ${actual}), or correct the expectation at ${where}.`],
	[/^(\S.{0,100}?) was called, expected (\S.{0,100})$/, (where, [actual = "", expected = ""]) => `Change the code so that it calls ${expected} and not ${actual}, or correct the expectation at ${where}.`]
];
const texts = (match) => match.slice(1).map((text) => text ?? "");
/** Python's patch replaces a name where it is looked up, not where it is defined; empty for other mocks. */
function importedByName({ facts, rootCause }) {
	const patched = /\bpatch\(\s?["']([\w.]{1,120})\.(\w{1,60})["']/.exec(`${testSource(facts)}\n${facts.text}`);
	return patched === null || !/ was called 0 times| was never called/.test(rootCause) ? "" : `. Where the calling module says \`from ${patched[1] ?? ""} import ${patched[2] ?? ""}\`, patch the name in that module instead`;
}
/** A call that came and is not described, or is described and did not come. */
function forMock(about) {
	const { rootCause, testWhere } = about;
	const request = NOT_MOCKED.exec(rootCause);
	if (request) return notMocked(about, request[1] ?? "", request[2] ?? "");
	const wanted = NEVER_MADE.exec(rootCause);
	if (wanted) return neverMade(about, wanted[1] ?? "", wanted[2] ?? "");
	for (const [sentence, step] of CALLS) {
		const match = sentence.exec(rootCause);
		if (match) return `${step(testWhere, texts(match)).replace(/\.$/, "")}${importedByName(about)}.`;
	}
	return `Compare the call that the code makes with the one that the mock at ${testWhere} describes: address or name, arguments, number of calls.`;
}
/** Sentences about exceptions, each with the step that they call for. */
const THROWN = [
	[/^the exception says (\S.{0,100}?), expected it to match (\S.{0,80})$/, (where, [actual = "", pattern = ""]) => `Decide which message is right: the code says ${actual}, the pattern at ${where} is ${pattern}; correct the other one.`],
	[/^(?!nothing\b)(\S+) was (?:thrown|raised), expected (\S+)/, (where, [actual = "", expected = ""]) => `Find the line that raises ${actual} in the code that ${where} calls: raise ${expected} there, or expect ${actual} in the test.`],
	[/^nothing panicked/, (where) => `Restore the check that makes the code of ${where} panic, or remove \`#[should_panic]\`: it ends normally now.`],
	[/^no (\S+) was (raised|thrown|emitted)/, (where, [name = "", verb = ""]) => verb === "emitted" ? `Call \`warnings.warn(..., ${name})\` in the code that ${where} runs, or remove the expectation: no ${name} was emitted.` : `Restore the check that makes the code of ${where} fail with ${name}, or correct the input if it is valid now: no ${name} was ${verb}.`],
	[/^the error says (\S.{0,100}?), expected (\S.{0,80})$/, (where, [actual = "", expected = ""]) => `Check the input before the code uses it and throw ${expected}; another error, ${actual}, comes first (${where}).`],
	[/^([\w.*()]{1,80}) returned no error/, (where, [call = ""]) => `Return an error from ${call} for the input of ${where}: it accepts it now.`]
];
/** An exception that came, did not come, or says something else. */
function forException({ rootCause, testWhere, facts }) {
	for (const [sentence, step] of THROWN) {
		const match = sentence.exec(rootCause);
		if (match) return step(testWhere, texts(match));
	}
	const wanted = /(?:toThrow\w{0,5}|throws|rejects)\((?:.{0,120}, )?((?:["'`]|\/)[^)]{1,80})\)/.exec(sourceLine(facts))?.[1];
	if (rootCause.startsWith("nothing was thrown")) return `Restore the check that makes the code of ${testWhere} fail${wanted === void 0 ? "" : ` with ${wanted.replaceAll("`", "'")}`}, or correct the input if it is valid now: nothing was thrown.`;
	if (rootCause.startsWith("the promise resolved")) return `Check that the promise at ${testWhere} still rejects for this input: it resolves, so its check was removed or the input is valid now.`;
	return `Check that the code at ${testWhere} still refuses its input: nothing is thrown, so its check was removed or the input is valid now.`;
}
// src/diagnosis/suggestions/assertions/objects.ts
/** The items of a printed list; null for other values. */
function items(text) {
	const inner = /^\[(.{1,200})\]$/.exec(text.trim())?.[1];
	return inner === void 0 || /[[\]{}…]|\.\.\./.test(inner) ? null : inner.split(",").map((item) => item.trim());
}
/** The step for one member: from where it comes, or why it is missing. */
function memberStep({ name, actual, expected }, of) {
	if (actual === "absent") return `Find out why ${of} has no \`${name}\` (expected ${expected})`;
	return expected === "absent" ? `Find the code that adds \`${name}\` (${actual}) to ${of}` : `Find where \`${name}\` of ${of} is set to ${actual} instead of ${expected}`;
}
/** The step for the members that differ: the first, with the names of the others. */
function ofMembers([member, ...others], of, where) {
	if (member === void 0) return "";
	const also = othersInWords(others);
	return `${memberStep(member, of)}${also === "" ? "" : ` (${also})`}; if that is intended, correct ${where}.`;
}
/** Two lists, by order or by the items that only one has; empty for other values. */
function ofItems(pair, of, where) {
	const [actual, expected] = [items(pair.actual), items(pair.expected)];
	if (actual === null || expected === null) return "";
	const sorted = (list) => [...list].sort().join();
	if (sorted(actual) === sorted(expected)) return `Sort ${of} by the right key (numbers as numbers): it has the expected items in another order (${where}).`;
	const extra = actual.filter((item) => !expected.includes(item)).slice(0, 3);
	const missing = expected.filter((item) => !actual.includes(item)).slice(0, 3);
	return `Find out why ${[missing.length > 0 ? `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing from ${of}` : "", extra.length > 0 ? `${extra.join(", ")} ${extra.length === 1 ? "is" : "are"} in ${missing.length > 0 ? "it" : of}` : ""].filter((part) => part !== "").join(" and ")} (${where}).`;
}
/** An answer that is an error, or objects of which some members differ; empty for other values. */
function ofContent({ request, testWhere }, { pair, members }, of) {
	const error = pair === null ? "" : errorAnswer(pair);
	if (error === "") return ofMembers(members, of, testWhere);
	return `Find out why ${request === "" ? of : `the answer to ${request} (${of})`} is an error before ${testWhere} compares it: ${clip$1(error, 100)}.`;
}
/** Two values of which the report shows only a part, or that lack a member. */
function ofProperty({ rootCause, testWhere }, of) {
	if (/ in a part that the report leaves out/.test(rootCause)) return `Compare the members of ${of} one by one at ${testWhere}, or run this test alone and read its diff: the report shows only the first of them, and these are equal.`;
	const property = /\bto have (?:own )?(?:property|key) (\S{1,60})/.exec(rootCause)?.[1];
	return property === void 0 ? "" : `Add the member ${property} where the object is built, or correct ${testWhere}.`;
}
/** Two objects or lists, by the member, item or order that differs; `ofMembership` words what a list should hold. */
function forObjects(about, judged, ofMembership) {
	const { testWhere } = about;
	const { pair, subject } = judged;
	const of = subject === "" ? "the object" : subject;
	const content = ofContent(about, judged, of);
	if (content !== "") return content;
	if (pair === null) return `Print both objects at ${testWhere} one member a line; follow the first that differs to where it is set.`;
	const member = memberOf(pair);
	return ofMembership(pair) || (member === null ? "" : ofMembers([member], of, testWhere)) || ofProperty(about, of) || ofItems(pair, of, testWhere) || `Find where ${of} becomes ${clip$1(pair.actual, 60)} instead of ${clip$1(pair.expected, 60)}; if that is intended, correct ${testWhere}.`;
}
// src/diagnosis/suggestions/for-browser.ts
/** `.toast` of `<div class="toast toast--info">`, `#bar` of `<div id="bar">`: how a test locates the element. */
function selectorOf(element) {
	const id = /\bid=["']?([\w-]{1,60})/.exec(element)?.[1];
	if (id !== void 0) return `\`#${id}\``;
	const name = /\bclass=["']?([\w-]{1,60})/.exec(element)?.[1];
	return name === void 0 ? element : `\`.${name}\``;
}
/** An element that lies over the one to click, by its own name. */
function uncover(blocker, where) {
	return `Close ${selectorOf(blocker)} or wait until it is hidden before the click at ${where}: ${clip$1(blocker, 80)} lies over the element and takes the click.`;
}
/** A locator that matches nothing on a page that the test itself writes; empty for pages of the application. */
function missingOnOwnPage({ facts, place, testWhere }, what) {
	const page = pageLine(linesAbove(facts, place));
	return page === null || place === null ? "" : `Correct ${what} at ${testWhere}, or the page that ${place.file}:${page.number} writes (\`${clip$1(page.text.replace(/;$/, "").replaceAll("`", "'"), 90)}\`): it has no such element.`;
}
/** Why an element that is on the page cannot be used, as the log of the action says it. */
const STATES = [
	[/(?:element is not enabled|is disabled)/, (locator, where) => `Enable ${locator} before ${where} (a required field, a choice), or find out why the page keeps it disabled: it is on the page and disabled.`],
	[/element is not visible/, (locator, where) => `Show ${locator} before ${where} (open its menu, tab or dialog), or choose the visible one: it is on the page and hidden.`],
	[/element is not stable/, (locator, where) => `Wait for the animation of ${locator} to end before ${where}: it still moves.`],
	[/outside of the viewport/, (locator, where) => `Scroll ${locator} into view before ${where}, or enlarge the window: it is outside of it.`]
];
/** The step for an element that is on the page and not ready; empty when the log does not say why. */
function forUnready(facts, locator, where) {
	return STATES.find(([shown]) => shown.test(facts.text))?.[1](locator, where) ?? "";
}
const CLOSES = /^[\s>]{0,8}(\d{1,6}) ?\| {0,12}(.{0,120}\b(?:page|context|browser|driver|tab|window)\.(?:close|quit)\(.{0,40})$/m;
const REMOVES = /^[\s>]{0,8}(\d{1,6}) ?\| {0,12}(.{0,120}(?:\.remove\(|removeChild|\.src =|setContent|goto\().{0,60})$/m;
/** A page, browser or frame that went away while it was used. */
function forClosed({ where, facts, ask, rootCause }) {
	const locator = first(ask("locator"), "the element");
	if (/frame/i.test(rootCause)) {
		const line = REMOVES.exec(facts.text)?.[1];
		return `Find out what removes or reloads the frame before ${where} uses ${locator}${line === void 0 ? "" : ` (line ${line})`}: wait for that to end, then get the frame again (\`frameLocator\`).`;
	}
	const line = CLOSES.exec(facts.text)?.[1];
	return line === void 0 ? `Find out what closes the page or browser before ${where} uses ${locator}: an action without \`await\`, a tear-down, a crash or a time limit.` : `Remove or await the \`close()\` in line ${line}: it closes the page while ${where} still uses ${locator}.`;
}
/** A browser that did not start, by the tool that starts it. */
function forStart({ rootCause, facts }) {
	if (/playwright|browserType\.launch/i.test(facts.text) || /is not installed/.test(rootCause)) return "Run `npx playwright install --with-deps` before the tests, with the version of Playwright that they use.";
	if (/DevToolsActivePort|failed to start|exited normally|crashed/i.test(facts.text)) return "Start Chrome with `--headless=new --no-sandbox --disable-dev-shm-usage` on this runner: it ended before the driver could connect to it.";
	const version = /only supports (?:Chrome|Firefox|MSEdge) version (\d{1,4})/.exec(facts.text)?.[1];
	if (version !== void 0) return `Install a driver for the browser of this runner: this one only supports version ${version}.`;
	return "Install browser and driver in matching versions on this runner before the tests (Selenium Manager does it by itself from 4.6 on).";
}
/** A click that did not change a box. */
function forState({ where, facts }) {
	const locator = /((?:getBy\w{2,12}|locator)\(.{1,80}?\))\.(?:check|uncheck|setChecked)\(/.exec(sourceLine(facts))?.[1];
	return `Look at the click handler of ${locator === void 0 ? "the element" : `\`${locator}\``} (${where}): it cancels the click (\`preventDefault\`, \`return false\`) or sets the old state again.`;
}
// src/diagnosis/suggestions/for-page.ts
/** Where the page can be seen as the test saw it, by its library. */
const seenIn = (facts) => /testing-library|jest-dom|jsdom|Ignored nodes/.test(facts.text) ? "`screen.debug()`" : "trace or screenshot";
const locatorIn = (text) => /locator '([^']{1,120})'/.exec(text)?.[1] ?? "";
/** An element that nothing on the page matches. */
function missingElement(what, about) {
	const { testWhere } = about;
	return first(missingOnOwnPage(about, what), `Open the page as the test sees it (${testWhere}): nothing matches ${what}; correct the locator, or find out why the page does not render it.`);
}
/** A field that holds what the test itself typed; empty for other values. */
function typedByTest({ about: { facts, place, testWhere }, what, pair }) {
	const typed = typedLine(pair.actual.replace(/^["'`](.*)["'`]$/, "$1"), linesAbove(facts, place));
	return typed === null || place === null ? "" : `Correct one of the two lines of the test: ${place.file}:${typed.number} writes ${clip$1(pair.actual, 60)} into ${what}, and ${testWhere} expects ${clip$1(pair.expected, 60)}.`;
}
/** States of an element that a test may wait for in vain. */
const STATE = /^(?:hidden|visible|enabled|disabled|checked|unchecked|editable|focused|attached|detached|empty)$/;
const inState = ({ about: { testWhere }, pair, what, seen }) => STATE.test(pair.actual) ? `Make ${what} ${pair.expected} before ${testWhere} (an action or a condition that the page waits for), or correct the page: it stays ${pair.actual} (${seen}).` : "";
const counted = ({ pair: { actual, expected }, what, seen }) => /^\d+$/.test(actual) && /^\d+$/.test(expected) ? `Find out why the page shows ${actual} of ${what}, expected ${expected} (${seen}): the data that it loads, a filter, or a locator that matches too ${Number(actual) > Number(expected) ? "many" : "few"}.` : "";
const atAddress = ({ about: { testWhere, rootCause }, pair, subject }) => /\bURL\b|https?:|data:/.test(rootCause) && subject.includes("page") ? `Find in the trace why the page is still at ${clip$1(pair.actual, 60)} before ${testWhere}: the log-in, click or redirect that should lead to ${clip$1(pair.expected, 60)} is missing or did not take effect.` : "";
/** An element that has another text, value or number than expected. */
function forWeb(about, { pair, subject }) {
	const { testWhere, ask, rootCause, facts } = about;
	const what = first(ask("locator"), subject, "the element");
	const seen = `${seenIn(facts)} of ${testWhere}`;
	if (/not found/i.test(rootCause)) return missingElement(first(locatorIn(rootCause), what), about);
	const made = pair === null ? null : {
		about,
		pair,
		subject,
		what,
		seen
	};
	const step = made === null ? "" : first(typedByTest(made), inState(made), counted(made), atAddress(made));
	if (step !== "") return step;
	const [, element = "", should = "", wanted = "", actual = ""] = /^expected (.{1,100}?) (to have \w{1,30}) (.{1,80}), got (.{1,80})$/.exec(rootCause) ?? [];
	if (element !== "") return `Find out what should give ${element} the expected ${should.replace("to have ", "")} ${wanted} (${seen}): it has ${actual}.`;
	return pair === null ? `Look at ${seen}, and find out what should have changed ${what}: ${clip$1(rootCause, 100)}.` : `Find where the page gets ${clip$1(pair.actual, 60)} for ${what}, expected ${clip$1(pair.expected, 60)} (${seen}): its data, or an action that is missing.`;
}
// src/diagnosis/suggestions/for-status.ts
/** A redirect that came instead of an answer, most often to a log-in. */
function redirected({ about: { facts }, what, code }) {
	const to = /\burl="([^"]{1,120})"|[Ll]ocation:? ["']?([^\s"']{1,120})/.exec(facts.text);
	const target = first(to?.[1] ?? "", to?.[2] ?? "");
	if (/log.?in|sign.?in|auth/i.test(target)) return `Log the client in before ${what}: it is sent to ${target}.`;
	if (target !== "") return `Follow the redirect of ${what} to ${target}, or expect ${code}.`;
	return code === "302" || code === "303" ? `Log the client in before ${what} if its route asks for a log-in, else follow the redirect (print the \`Location\` header: it says where to), or expect ${code}.` : `Ask for the address that ${what} is redirected to (a slash at its end, \`https\`), follow the redirect, or expect ${code}.`;
}
/** What each status of a server that cannot serve says of where to look. */
const UNSERVED = {
	"502": (target, request) => `Check that the service behind ${target === "the server" ? "the proxy" : target} runs: the answer to ${request} is 502, so a proxy is there and its upstream is down or not ready; wait for the upstream before the tests.`,
	"503": (target, request) => `Wait until ${target} is ready before ${request} (a health check): 503 means that it is starting, overloaded or in maintenance; its log says which.`,
	"504": (target, request) => `Find out why the service behind ${target} does not answer ${request} in time: 504 comes from the proxy; look at the upstream's log, or raise the limit of the proxy.`
};
/** The step for a 5xx, by its number; `target` is who answered and `request` what was asked. */
function forServerError(status, target, request, facts) {
	const logged = loggedError(facts);
	const answer = `the answer is ${status === "" ? "a server error" : status}`;
	if (logged !== null) return `Fix ${logged.place === "" ? `the error that ${target} logged for ${request}` : `the code at ${logged.place}, which serves ${request}`}: ${clip$1(logged.error, 120).replaceAll("`", "'")}.`;
	const served = UNSERVED[status]?.(target, request);
	if (served !== void 0) return served;
	const shows = shownInProcess(facts);
	return shows === "" ? `Read the stack trace that ${target} logged for ${request}, and fix the error that it names: ${answer}.` : `Find the exception behind ${request} (${answer}): the application runs in the process of the test, so ${shows}.`;
}
/** Names of tests that ask for something that should not be there. */
const ABSENT = /unknown|missing|not[_\s-]?found|absent|gone|deleted|removed|nonexist|doesn.?t.?exist|invalid|404/i;
/** A 404: the route, the record, or a test that means to ask for what is not there. */
function forAbsent({ name, testWhere }, what, wanted) {
	const asked = what.includes(testWhere) ? "" : ` (${testWhere})`;
	return ABSENT.test(name) ? `Expect 404 of ${what}${asked} if the record is meant to be absent, as the test's name says; else create it in the set-up.` : `Check that the route of ${what} is registered and its record exists${asked}: the answer is 404, expected ${wanted}.`;
}
/** What a route lacks that answers with success where a refusal is expected. */
const REFUSALS = [
	[
		/^401$/,
		"the log-in check",
		"it is meant to be public"
	],
	[
		/^403$/,
		"the check of the user's right (role, owner, scope)",
		"every user may do this"
	],
	[
		/^4(?:00|22)$/,
		"the validation of its input",
		"this input is valid"
	],
	[
		/^404$/,
		"the answer for a record that does not exist",
		"the record exists"
	],
	[
		/^409$/,
		"the check for a conflict (a record that exists already, another version)",
		"this is no conflict"
	],
	[
		/^429$/,
		"the rate limit, or switch it on for the tests",
		"so many requests are allowed"
	]
];
/** A request that succeeds although the test wants it to be refused, or succeeds in another way. */
function accepted({ about: { testWhere }, asked, code, wanted }) {
	const [, lacks, unless] = REFUSALS.find(([known]) => known.test(wanted)) ?? [];
	if (lacks !== void 0) return `Add to the route of ${asked} ${lacks}: it answers ${code}, and ${testWhere} expects ${wanted}; correct the test only if ${unless ?? ""}.`;
	if (wanted.startsWith("2")) return `Let the route of ${asked} answer ${wanted} (it sets no status, or another one: ${code}), or expect ${code} at ${testWhere}.`;
	return wanted.startsWith("3") ? `Let the route of ${asked} redirect (${wanted}): it answers ${code} itself; correct ${testWhere} if that is right.` : `Print the body of the answer to ${asked} (${testWhere}): its status is ${first(code, "another one")}, expected ${wanted}.`;
}
/** A refusal for lack of credentials, by what the test sends. */
function unauthorized({ about: { facts, place }, what, code, wanted }) {
	const answer = `the answer is ${code}${wanted === "" ? "" : `, expected ${wanted}`}`;
	const expired = expiredTokenLine(linesAbove(facts, place), facts.source);
	if (expired !== "" && code === "401") return `Give the token of ${what} a lifetime that has not ended: the test makes it with \`${expired}\`, and ${answer}.`;
	if (!sendsCredentials(facts)) return `Send credentials with ${what}, of a user with the right to it: ${answer}.`;
	return code === "403" ? `Send ${what} as a user with the right to it (role, owner, scope): its credentials are accepted, and ${answer}.` : `Correct the credentials that the test sends with ${what} (expired, signed with another key, for another audience, of an unknown user): ${answer}; the body of the answer names which.`;
}
/** Input that the server refuses, with what the test sends. */
function refusedInput({ about: { facts }, what, code, wanted }) {
	const payload = sentPayload(facts);
	return payload === "" ? `Print the body of the answer to ${what}: it names the field that was refused (${code}, expected ${wanted}).` : `Compare ${clip$1(payload, 100)}, which the test sends with ${what}, with the fields that the route asks for: it refuses them (${code}, expected ${wanted}); the body of the answer names the field.`;
}
/** Statuses with a step of their own. */
const BY_STATUS = [
	[/^2/, accepted],
	[/^30\d/, redirected],
	[/^404/, ({ about, what, wanted }) => forAbsent(about, what, wanted)],
	[/^4(?:00|09|22)$/, refusedInput],
	[/^40[13]$/, unauthorized],
	[/^405$/, ({ what }) => `Correct the method of ${what}, or register it for this route: the answer is 405.`],
	[/^5/, ({ about, what, code }) => forServerError(code, "the server", what, about.facts)]
];
/** The number of a status that came, out of the sentence or of what was compared. */
const statusIn = (rootCause, actual) => first(/ answered ([1-5]\d\d)\b/.exec(rootCause)?.[1] ?? "", /[1-5]\d\d/.exec(actual)?.[0] ?? "");
/** An answer with another status, by what the status means. */
function forStatus(about, { pair, subject }) {
	const { request, testWhere, rootCause } = about;
	const code = statusIn(rootCause, pair?.actual ?? rootCause);
	const what = request === "" ? `the request of ${testWhere}` : `${request} (${testWhere})`;
	const asked = first(request, "the request");
	const wanted = first(/[1-5]\d\d/.exec(pair?.expected ?? "")?.[0] ?? "", / expected a redirect \((\d{3})\)/.exec(rootCause)?.[1] ?? "", "another status");
	const [, step] = BY_STATUS.find(([known]) => known.test(code)) ?? [];
	return step?.({
		about,
		what,
		asked,
		code,
		wanted
	}) ?? `Print the body of the answer to ${what}: ${first(subject, "its status")} is ${first(code, "another one")}, expected ${wanted}.`;
}
// src/diagnosis/suggestions/for-value.ts
const number = (text) => /^-?\d[\d_.]*(?:e[+-]?\d+)?[fFdDL]?$/.test(text) ? Number.parseFloat(text.replaceAll("_", "")) : NaN;
/** pytest prints the operands of a sum that it compares. */
const ARITHMETIC = /^\(?\d[\d.]{0,20}(?: [-+*/] \d[\d.]{0,20}){1,4}\)?$/;
/** Two floats that only rounding keeps apart. */
function isRounding({ actual, expected }) {
	const [a, e] = [number(actual), number(expected)];
	if (!Number.isNaN(e) && ARITHMETIC.test(actual) && actual.includes(".")) return true;
	if (Number.isInteger(a) && Number.isInteger(e)) return false;
	return !Number.isNaN(a) && !Number.isNaN(e) && a !== e && Math.abs(a - e) <= 1e-6 * Math.max(1, Math.abs(a));
}
/** How each language compares with a tolerance. */
const DELTA = "the `delta` of `assertEquals`, or `isCloseTo`";
const TOLERANT = {
	python: "`pytest.approx` or `assertAlmostEqual`",
	javascript: "`toBeCloseTo`",
	java: DELTA,
	kotlin: DELTA,
	scala: DELTA,
	ruby: "`be_within(delta).of`",
	go: "`assert.InDelta`",
	rust: "a check of `(a - b).abs()`",
	csharp: "the `precision` of `Assert.Equal`",
	php: "`assertEqualsWithDelta`",
	cpp: "`EXPECT_NEAR`"
};
const EMPTY = /^(?:None|null|undefined|nil|NULL|''|""|\[\]|\{\}|0 elements?|<null>)$/;
const TRUTH = /^(?:true|false)$/i;
const EXIT = /return_?code|exit_?(?:code|status)|\$\?|\bstatus\.code\(\)/i;
const CALL = /\w\(.{0,100}\)$/;
/** Two values of a thing, by the way in which they differ. */
function differentText({ actual, expected }, where, thing = "the compared value", shown = [clip$1(actual, 60), clip$1(expected, 60)]) {
	const found = differenceBetween(actual, expected, where);
	const [a = "", e = ""] = shown;
	return found === null ? `Decide which value is right at ${where}: ${thing} is ${a}, expected ${e}; correct the code that builds it, or the expectation.` : `${found.remedy} where the code builds ${thing}, or correct ${where}: it is ${a}, expected ${e}; ${found.what}.`;
}
function ofProgram({ about, where, actual, expected }) {
	const text = writtenToStderr(about.facts);
	return text === "" ? `Read the error output of the program that ${where} runs: it ended with status ${actual}, expected ${expected}.` : `Fix the error "${text}" of the program that ${where} runs (it ends with status ${actual}), or expect this status.`;
}
function ofMember({ pair, subject, where }) {
	const isNot = /^not |not to /.test(pair.relation);
	const [part, whole] = /^(?:not )?in$/.test(pair.relation) ? [pair.actual, pair.expected] : [pair.expected, pair.actual];
	const name = subject === "" ? clip$1(whole, 60) : `${subject} (${clip$1(whole, 60)})`;
	return isNot ? `Find the code that puts ${clip$1(part, 60)} into ${name}; if it belongs there, correct ${where}.` : `Find out why ${name} does not contain ${clip$1(part, 60)}: the code that builds it leaves it out; if that is intended, correct ${where}.`;
}
const DOCKER = /org\.testcontainers|\bRyuk\b|docker container/i;
/** Testcontainers checks the Docker host with assertions of its own. */
function ofDocker(where) {
	return `Let the job reach the ports of the Docker host (set \`DOCKER_HOST\`, and \`TESTCONTAINERS_HOST_OVERRIDE\` where the job runs in a container): the check that Testcontainers makes before ${where} fails, not a value of the product.`;
}
const CONNECTION = /Connection refused|ECONNREFUSED|Connection reset|timed out/;
const MEMBERSHIP = /^(?:not )?in$|^(?:not )?(?:to )?(?:contains?|includes?)\b/;
/** The first that holds decides. */
const PAIR_STEPS = [
	[({ pair }) => /^(?:\w{1,40}\.)?Err[A-Z]\w{1,60}$/.test(pair.expected), ({ where, actual, expected }) => /^<?nil>?$/.test(actual) ? `Return ${expected} for the input of ${where}: the code returns no error.` : `Return ${expected} where the code makes the error "${actual.replaceAll("\"", "'")}", or wrap it with \`%w\`, so that \`errors.Is\` at ${where} finds it.`],
	[({ pair }) => isRounding(pair), ({ where, actual, expected }) => `Compare with a tolerance at ${where}${inLanguage(TOLERANT, where)}: only rounding keeps ${actual} and ${expected} apart.`],
	[({ code }) => EXIT.test(code), ofProgram],
	[({ pair }) => CONNECTION.test(pair.actual), ({ about, where, actual }) => DOCKER.test(about.facts.text) ? ofDocker(where) : `Start the service that ${where} connects to and wait for its port before the comparison: the value is the error of a connection, ${actual}.`],
	[({ pair }) => /^(?:!=|is not)$/.test(pair.relation), ({ subject, where, actual }) => `Find out why ${subject === "" ? "the value" : subject} is still ${actual}, the value that ${where} refuses: the step that should change it has no effect.`],
	[({ pair }) => MEMBERSHIP.test(pair.relation), ofMember],
	[({ pair, subject }) => EMPTY.test(pair.actual) && subject !== "", ({ subject, where, actual, expected }) => `Find out why ${subject} is ${actual} (${where} expects ${expected}): the step that should set or return it does not.`],
	[({ pair, code }) => TRUTH.test(pair.actual) && code !== "", ({ code, where, actual, expected }) => `Find out why \`${code}\` is ${actual} at ${where}, expected ${expected}: check the state that it reads.`],
	[({ code }) => /\b(?:info|testInfo|result)\.(?:retry|retries|attempt)\b/.test(code), ({ code, where, actual, expected }) => `Remove the check of \`${code}\` at ${where}, and fix the reason why the test needs a retry: it is the number of the attempt (${actual}, expected ${expected}).`],
	[({ label }) => label.startsWith("JSON path "), ({ about, label, where, actual, expected }) => `Correct the value at ${label.replace("JSON path ", "")} in the answer${about.request === "" ? "" : ` to ${about.request}`}, or the expectation at ${where}: it is ${actual}, expected ${expected}.`],
	[(made) => passedIn(made) !== "", ofArgument],
	[({ subject }) => subject === "", (made) => differentText(made.pair, made.where, thingOf(made), shownOf(made))],
	[(made) => differenceBetween(made.pair.actual, made.pair.expected, made.where) !== null && isEqual(made.pair), (made) => differentText(made.pair, made.where, thingOf(made), shownOf(made))],
	[({ code, subject }) => CALL.test(code) && !code.includes("`") || CALL.test(subject), ({ code, subject, where, actual, expected }) => `Decide which side is right: \`${(code === "" ? subject : code).replaceAll("`", "")}\` returns ${actual}, ${where} expects ${expected}; correct the body of ${calledIn(code === "" ? subject : code)}, or this expectation.`]
];
/** The number that the call takes from the test and that the actual value shows; empty when there is none. */
function passedIn({ code, pair }) {
	if (!CALL.test(code) || code.includes("`")) return "";
	const numbersIn = (text) => text.match(/(?<![\w.])\d{1,12}(?:\.\d{1,9})?(?![\w.])/g) ?? [];
	const [, given = ""] = /\((.{1,100})\)$/.exec(code) ?? [];
	const shown = numbersIn(pair.actual).filter((text) => !numbersIn(pair.expected).includes(text));
	const [only = "", ...others] = shown.length === 1 ? shown : [];
	if (others.length > 0 || !/^["'`]/.test(pair.actual)) return "";
	return numbersIn(given).find((text) => only !== "" && Number(text) === Number(only)) ?? "";
}
function ofArgument(made) {
	const { code, where, actual, expected } = made;
	return `Correct the argument ${passedIn(made)} or the expectation at ${where}: the test itself passes it to ${calledIn(code)}, which turns it into ${actual}, expected ${expected}.`;
}
const isEqual = ({ relation }) => /^(?:==|===|=|equals?|to (?:\w{1,8} )?(?:equal|eql|be))$/.test(relation);
const shownOf = ({ actual, expected }) => [actual, expected];
const thingOf = ({ label, subject }) => label === "" ? subject === "" ? "the compared value" : subject : `the ${label}`;
/** `charge` of `self.gate.charge("truck", 4)`. */
function calledIn(code) {
	const name = /(\w{1,60}[?!]?)\([^()]{0,100}\)`?$/.exec(code)?.[1];
	return name === void 0 ? "the function that it calls" : `\`${name}\``;
}
const ORDER$1 = /^(?:[<>]=?|(?:be )?(?:greater|less|above|below|at least|at most|within)\b.{0,30})$/;
/** The step for a value that is printed with the one that was expected. */
function forPair(about, { subject, code }, pair) {
	const { testWhere: where } = about;
	const label = (/^(.{2,100}?): got /.exec(about.rootCause)?.[1] ?? "").replace(/^the /i, "").replaceAll("`", "'");
	const order = ORDER$1.test(pair.relation) ? `${pair.relation} ` : "";
	const [actual, expected] = [clip$1(pair.actual, 60), clip$1(order + pair.expected, 60)];
	const made = {
		about,
		pair,
		subject,
		code,
		where,
		actual,
		expected,
		label
	};
	const [, step] = PAIR_STEPS.find(([holds]) => holds(made)) ?? [];
	const others = / (also .{1,120})$/.exec(about.rootCause)?.[1] ?? "";
	const advice = step?.(made) ?? `Decide which side is right: ${subject} is ${actual}, ${where} expects ${expected}; correct the code that sets ${subject}, or this expectation.`;
	return others === "" ? advice : advice.replace(/\.$/, ` (${others}).`);
}
/** Conditions that a framework answers with true or false, each with what says why. */
function ofFramework({ testWhere: where, request, rootCause }, code) {
	const [, queries = "", wanted = ""] = /^(\d+) database queries were made, expected (\d+)/.exec(rootCause) ?? [];
	if (queries !== "") return Number(queries) > Number(wanted) ? `Load in one query the rows that the code reads one by one (\`select_related\`, \`prefetch_related\`): ${queries} queries are made inside of ${where}, expected ${wanted}; the message lists them.` : `Correct the number at ${where}: only ${queries} queries are made, expected ${wanted}.`;
	const missing = /^the answer does not contain '(.{1,120}?)'/.exec(rootCause)?.[1];
	if (missing !== void 0) return `Correct the code that renders the answer${request === "" ? "" : ` to ${request}`}, or the text '${missing}' at ${where}: compare it with the body in the message.`;
	if (/\.is_valid\(\)$|\.valid\?$/.test(code)) return `Print \`${code.replace(/\.is_valid\(\)$|\.valid\?$/, ".errors")}\` at ${where}: it names the fields that are refused; correct the data of the test or the rule of the field.`;
	if (/\.login\(.{0,120}\)$/.test(code)) return `Log in at ${where} with the password that the set-up gave the user (\`create_user\` hashes it; a plain \`password=\` of \`create\` does not), and check that the user is active.`;
	if (/\.ok(?:\(\))?$/.test(code) && request !== "") return `Print status and body of the answer to ${request} (${where}): \`${code}\` is false for every status outside of 200 to 299.`;
	return "";
}
/** The step for a condition that prints no values. */
function forBare(about, { code }, headline) {
	const { testWhere: where } = about;
	const framework = ofFramework(about, code);
	if (framework !== "") return framework;
	const shown = `${sourceLine(about.facts)} ${headline}`;
	if (/\bassert (?:0|False|false)\b|\bassert!\(false\)|assertTrue\(false\)|\bfail\(\)/.test(shown)) return `Replace the assertion at ${where} by a check of a value: it fails on purpose, whatever the code does.`;
	const named = code === "" ? "" : code.replaceAll("`", "");
	if (/\s(?:and|or|&&|\|\|)\s/.test(named)) return `Assert each part of \`${named}\` on a line of its own at ${where}, to see which one does not hold.`;
	const cause = clip$1(about.rootCause, 100).replaceAll("`", "'").replace(/[.:]$/, "");
	if (named !== "") return `Print \`${named}\` at ${where} and follow it to where it is set: ${cause}.`;
	return `Find out why at ${where}: ${cause}; if that is intended, correct the test.`;
}
// src/diagnosis/suggestions/for-assertion.ts
/** Commands that store snapshots, by the runner or by its own words. */
const UPDATE = [
	[/vitest|Snapshot `[^`]{1,160}` mismatched/, "npx vitest -u"],
	[/playwright|toHaveScreenshot|toMatchAriaSnapshot|snapshot doesn't exist at/, "npx playwright test --update-snapshots"],
	[/pytest|Snapshot '[^']{1,160}' does not exist/, "pytest --snapshot-update"],
	[/jest|toMatch(?:Inline)?Snapshot/, "npx jest -u"]
];
/** A stored value that differs or is missing, with the command that stores it. */
function snapshot({ runner, testWhere, rootCause, facts }, { pair }) {
	const command = UPDATE.find(([known]) => known.test(runner === "junit" || runner === "" ? facts.text : runner))?.[1];
	const how = command === void 0 ? "update the snapshot" : `update it with \`${command}\``;
	if (/^there is no stored snapshot/.test(rootCause)) return `Commit the missing snapshot: ${how === "update the snapshot" ? "write it" : how.replace("update", "write")} and check its content (${testWhere}).`;
	const image = /Snapshot: (\S{1,100}\.png)|toHaveScreenshot\(['"]?([^'")\s]{1,100}\.png)/.exec(facts.text);
	const name = first(image?.[1] ?? "", image?.[2] ?? "");
	const difference = name === "" ? "Look at the difference" : `Compare ${name.replace(/\.png$/, "-diff.png")} with ${name} in the test results`;
	return `${pair === null ? difference : `Check whether ${clip$1(pair.actual, 60)} is right`}; if it is wanted, ${how} and commit it (${testWhere}), otherwise correct the code that produces it.`;
}
const NO_FILE = /open (\S{1,160}): no such file|No such file or directory: '?([^\s']{1,160})|(\S{1,160}) does not exist/;
/** An error that is not the expected one. */
function errorText(about) {
	const { rootCause, testWhere } = about;
	const [, actual = "", expected = ""] = /^the error (?:is|says) (".{1,160}?"), expected (.{1,120})$/.exec(rootCause) ?? [];
	const missing = NO_FILE.exec(actual);
	if (missing && /permission|denied|EACCES/i.test(expected)) return `Probe a file that exists and may not be read at ${testWhere}: ${first(missing[1] ?? "", missing[2] ?? "", missing[3] ?? "")} does not exist, so its rights are never checked.`;
	if (rootCause.startsWith("the error says")) return forException(about);
	return `Find where the code returns ${actual} before ${testWhere} is reached, or expect this error there (now ${expected}).`;
}
/** Marks of tests that are expected to fail, by the words or files of the runners. */
const MARKS = [
	[/XPASS/, "`@pytest.mark.xfail`"],
	[/Unexpected success/i, "`@unittest.expectedFailure`"],
	[/pending/, "`pending`"],
	[/\.fails|toFail/, "`test.fails`"],
	[/Expected to fail, but passed/, "`test.fail()`"]
];
/** A test that passes although it is marked as failing, with the ticket that its reason names. */
function unexpectedPass({ rootCause, testWhere, name, facts }) {
	const mark = MARKS.find(([shown]) => shown.test(facts.text))?.[1] ?? "the mark that expects the failure";
	const reason = / passed: (.{1,100})$/.exec(rootCause)?.[1] ?? "";
	const ticket = /(?:bug|issue|ticket|GH-?|#) ?#?\d+|\b[A-Z]{2,10}-\d+\b/i.exec(reason)?.[0] ?? "";
	const own = (name.split(/::| › /).at(-1) ?? "").replace(/["'`]/g, "");
	const where = testWhere.startsWith("the test") || own === "" ? testWhere : `'${clip$1(own, 80)}' (${testWhere})`;
	const close = ticket === "" ? "" : `, and close ${ticket} if the repair is meant`;
	return `Remove ${mark}${reason === "" ? "" : ` (reason: ${reason})`} from ${where}${close}: the test passes now.`;
}
const DATED = /\d{4}[-/, ]{1,2}\d{1,2}[-/, ]{1,2}\d{1,2}|\d{1,2}:\d{2}/;
/** A date or time that depends on the clock or the time zone that the test itself sets; empty for other values. */
function forClock({ facts, place, testWhere }, { pair }) {
	if (pair === null || place === null || !DATED.test(pair.actual) || !DATED.test(pair.expected)) return "";
	const line = clockLine(linesAbove(facts, place));
	return line === null ? "" : `Correct the expectation at ${testWhere} or the clock that ${place.file}:${line.number} sets (\`${clip$1(line.text.replaceAll("`", "'"), 80)}\`): with it the value is ${clip$1(pair.actual, 50)}, expected ${clip$1(pair.expected, 50)}.`;
}
/** A call whose result is compared before it is awaited. */
function forUnawaited({ testWhere, facts }, { code }) {
	const call = code === "" ? "the call" : `\`${code}\``;
	const isPython = /coroutine/.test(facts.text);
	return `Await ${call} at ${testWhere} (${isPython ? "in an `async def` test with a plugin such as pytest-asyncio, or through `asyncio.run`" : "`await`, or `.resolves`, in an `async` test"}): the test compares the ${isPython ? "coroutine" : "promise"} and not its result.`;
}
const STEPS$6 = {
	snapshot,
	"snapshot-missing": snapshot,
	mock: forMock,
	"expected-exception": forException,
	"status-code": forStatus,
	"element-not-found": (about) => missingElement(first(about.ask("locator"), "the element"), about),
	"web-assertion": forWeb,
	"object-diff": (about, judged) => forObjects(about, judged, (pair) => MEMBERSHIP.test(pair.relation) || ARITHMETIC.test(pair.actual) ? forPair(about, judged, pair) : ""),
	"text-diff": ({ testWhere }, { pair }) => pair === null ? `Compare both texts at ${testWhere} line by line.` : differentText(pair, testWhere),
	"unexpected-pass": unexpectedPass,
	"error-text": errorText,
	contract: ({ rootCause, testWhere }) => `Let the provider answer as the contract of ${testWhere} asks (${clip$1(rootCause, 120)}), or change the contract on the consumer's side.`
};
const FOR_SENTENCE = [
	[/ is not mocked$|^the mocked request .{1,240} was never made/, "mock"],
	[/^nothing was thrown|^the promise resolved, expected|^the exception says |^no \S{1,80} was (?:raised|emitted)$/, "expected-exception"],
	[/to have (?:response )?status code|^the status is \d{3}, expected a redirect|^(?:[A-Z]{3,7} )?\S{1,200} answered \d{3}\b/, "status-code"],
	[/^\$\S{0,80} -> /, "contract"],
	[/^the error (?:is|says) ".{1,160}?", expected /, "error-text"]
];
/** The next step for an expectation that does not hold, by what was compared. */
function forAssertion(about) {
	const judged = judgedBy(about.kind, about.facts, about.ask);
	const isStatus = /(?:status|code)(?:_?code)?(?:\(\))?$/i.test(judged.code) && statusCompared(judged.pair) !== null;
	const kind = FOR_SENTENCE.find(([sentence]) => sentence.test(about.rootCause))?.[1] ?? (isStatus ? "status-code" : about.kind);
	const special = STEPS$6[kind] === void 0 || /^(?:object|text)-diff$/.test(kind) ? first(writtenInTest(about, judged), forCount(about, judged)) : "";
	if (judged.pair !== null && isUnawaited(judged.pair)) return forUnawaited(about, judged);
	if (special !== "") return special;
	const clock = forClock(about, judged);
	if (clock !== "") return clock;
	const step = STEPS$6[kind];
	if (step) return step(about, judged);
	return judged.pair === null ? forBare(about, judged, plainHeadline(about.facts)) : forPair(about, judged, judged.pair);
}
// src/diagnosis/suggestions/for-auth.ts
const STEPS$5 = {
	"token-expired": ({ request, testWhere }) => request === "" ? `Make a new token where ${testWhere} takes its own, or fix the clock of the test: this one has expired.` : `Send a token that is still valid with ${request} (${testWhere}): make it in the test, or fix the clock.`,
	"bad-credentials": credentials,
	"db-password": password,
	"db-permission": ({ ask, where }) => `Grant the role of the tests the right on ${ask("table") === "" ? "the tables of the statement" : ask("table")} (\`GRANT\`); ${where} needs it.`,
	"no-credentials": ({ rootCause }, target) => /\bAWS\b|botocore|locate credentials/i.test(rootCause) ? `Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in \`env:\` of the step (dummy values are enough for a mock), or assume a role; ${target} finds none.` : `Give ${target} credentials: set the secret in \`env:\` of the step (secrets are not passed to pull requests from forks).`,
	"access-denied": permission,
	forbidden: permission
};
const VARIABLE$1 = /(?:environ(?:\.get)?[[(]\s?["']|getenv\(["']|process\.env\.|ENV(?:\.fetch)?[[(]["'])([A-Z][A-Z0-9_]{2,60}(?:TOKEN|KEY|SECRET|PASSWORD|PAT)\w{0,20})/;
/** A log-in that is refused, by what the answer finds wrong. */
function credentials({ rootCause, request, where, facts }, target) {
	if (/\baudience\b/i.test(rootCause)) return `Issue the token for ${target} for the audience that the service asks for, or let the service accept this one.`;
	if (/\bsignature\b/i.test(rootCause)) return `Sign the token for ${target} with the key that the service verifies with.`;
	const sent = request === "" ? `the call of ${where}` : `${request} (${where})`;
	const [, provider = "", thing = "secret"] = /^([\w ]{2,40}?) refuses the (token|API key|credentials)/.exec(rootCause) ?? [];
	const of = provider === "" ? "" : ` for ${provider}`;
	const variable = VARIABLE$1.exec(`${facts.source} ${facts.nearby()} ${facts.text}`)?.slice(1).find((name) => name !== void 0);
	return `Replace the ${thing}${of} that ${sent} sends (${variable === void 0 ? "behind its variable of `env:`" : `behind ${variable}`}): ${provider === "" ? "the server" : provider} does not accept it (wrong, expired or revoked).`;
}
const MISSING = /(?:missing|requires?|needs?|lacks?|insufficient) (?:the )?(role|scope|permission)s?:? ["'`]?([\w:.*/-]{2,80})/i;
/** Which user or role lacks a right, as the server names it. */
function permission({ facts, rootCause, testWhere }, target) {
	const user = /\bUser "([^"]{1,120})" cannot (\w{1,20}) resource "([^"]{1,80})"/.exec(facts.text);
	if (user) return `Give ${user[1] ?? ""} a role that may ${user[2] ?? ""} ${user[3] ?? ""}; ${target} asks for it.`;
	const arn = /User: (\S{1,160}) is not authorized to perform: (\S{1,100})/.exec(facts.text);
	if (arn) return `Allow ${arn[2] ?? ""} for ${arn[1] ?? ""} in its policy.`;
	if (/^the WebSocket handshake/.test(rootCause)) return `Send the token, cookie or \`Origin\` header that the server asks for in the WebSocket handshake of ${testWhere}: ${rootCause.replace(/^.{0,60}: /, "")}.`;
	const missing = MISSING.exec(facts.text) ?? MISSING.exec(rootCause);
	if (missing) return `Give the user or token of the tests the ${(missing[1] ?? "").toLowerCase()} ${(missing[2] ?? "").replace(/[.:]$/, "")} before ${target}${target.includes(testWhere) ? "" : ` (${testWhere})`}.`;
	return `Log the test in as a user with the permission that ${target} asks for, or grant it in the set-up.`;
}
/** Whose password a server refuses, and where it is asked. */
function password({ facts, ask, where }) {
	const user = /(?:for|user) (?:user )?["']([^"'\s]{1,80}?)["'](?:@|\b|$|\s)/.exec(facts.text)?.[1] ?? "";
	const service = serviceOf(facts, ask("host"));
	const server = [service === "" ? "the server" : service, ask("host")].filter((part) => part !== "").join(" at ");
	return `Set ${user === "" ? "user and password" : `the password of '${user}'`} for ${server} to the value that it was started with (the connection URL or variables in \`env:\`); ${where} logs in with another one.`;
}
/** Log-in failures by the step that repairs them. */
function forAuth(about) {
	const { request, where, kind } = about;
	const target = request === "" ? `the request of ${where}` : request;
	const step = STEPS$5[kind];
	if (step === void 0 && sendsCredentials(about.facts)) return unauthorized({
		about,
		what: request === "" ? target : `${request} (${where})`,
		code: "401",
		wanted: ""
	});
	return step?.(about, target) ?? `Send credentials with ${target}${request === "" ? "" : ` (${where})`}: an \`Authorization\` header, or the log-in that it needs; check that its secret is set for this suite.`;
}
// src/diagnosis/suggestions/for-thrown.ts
/** How a test of each language expects an error. */
const EXPECTING = {
	python: "`pytest.raises`",
	javascript: "`toThrow`",
	java: "`assertThrows`",
	kotlin: "`assertThrows`",
	ruby: "`raise_error`"
};
/** Exceptions of libraries whose remedy their class decides. */
const KNOWN = [
	[/not bound to a Session; lazy load operation of attribute '(\w{1,60})'/, (where, [, attribute = ""]) => `Load \`${attribute}\` while the session is open (\`selectinload\`, or read it before the session closes): ${where} reads it afterwards.`],
	[/MultipleObjectsReturned: get\(\) returned more than one (\w{1,60})/, (where, [, model = ""]) => `Narrow the query at ${where} until it fits one ${model} (a unique field), take \`filter(...).first()\`, or remove the ${model} that the set-up makes twice.`],
	[/Cannot delete some instances of model '(\w{1,60})' because they are referenced through protected foreign keys: '([\w.]{1,120})'/, (where, [, model = "", key = ""]) => `Delete the rows that refer to the ${model} through ${key} before ${where} deletes it, or change \`on_delete=PROTECT\` of ${key} if they may go with it.`],
	[/Database (?:queries|connections) to '(\w{1,40})' are not allowed in SimpleTestCase/, (where, [, database = ""]) => `Derive the class of the test at ${where} from \`django.test.TestCase\` instead of \`SimpleTestCase\`, or keep it from the database '${database}'.`],
	[/Database (?:queries|connections) to '(\w{1,40})' are not allowed in this test/, (where, [, database = ""]) => `Add '${database}' to \`databases\` of the test class at ${where}: its queries go to a database that the class does not name.`],
	[/Trying to compare non-ordered queryset/, (where) => `Add \`order_by(...)\` to the query at ${where}, or pass \`ordered=False\` to the assertion: rows without an order cannot be compared with a list.`],
	[/Reverse for '([\w:.-]{1,80})' not found/, (where, [, name = ""]) => `Correct the name '${name}' at ${where}, or give a route of \`urlpatterns\` this \`name\` (with its namespace, \`app:name\`, where the app has one).`],
	[/Reverse for '([\w:.-]{1,80})' with (no arguments|(?:keyword )?arguments '[^']{1,80}'\S{0,4}).{0,20} not found. \d{1,3} pattern\(s\) tried: \['(.{1,80}?)'[\],]/, (where, [, name = "", given = "", pattern = ""]) => `Pass what the route '${name}' takes (${pattern.replace(/\\{1,2}Z/g, "").replaceAll("`", "'")}) to \`reverse\` at ${where}: it is called with ${given}.`],
	[/NoRegion|must specify a region/, (where) => `Set AWS_DEFAULT_REGION in \`env:\` of the step, or pass \`region_name\` where ${where} makes the client.`],
	[/NotRegistered:? '?([\w.]{1,120})'?/, (where, [, task = ""]) => `Import the module that defines the task ${task} where the worker starts (\`include\`, \`autodiscover_tasks\`), or correct its name at ${where}.`]
];
/** The step for an exception of a library whose remedy is known; empty for others. */
function ofKnown({ facts, where }) {
	const message = `${facts.type}: ${facts.headline}`;
	for (const [named, step] of KNOWN) {
		const match = named.exec(message);
		if (match) return step(where, match);
	}
	return "";
}
/** The step for an error that no rule knows: the code or the test raises it on a condition of its own. */
function ofThrown(about) {
	const { rootCause, facts, where, testWhere, place, productPlace } = about;
	const known = ofKnown(about);
	if (known !== "") return known;
	const message = clip$1(rootCause, 90).replaceAll("`", "'").replaceAll("\"", "'").replace(/\.$/, "");
	const late = ofWaiting(about, message);
	if (late !== "") return late;
	if (place === null && productPlace === null) return `Search the code for the text "${message}": the condition under which it is raised holds in ${testWhere}.`;
	const file = (place ?? productPlace)?.file ?? "";
	const way = /Failing step:|\.feature:/.test(facts.text) || /steps?\//.test(file) ? "" : inLanguage(EXPECTING, file);
	return `Check the condition under which ${where} raises "${message}"${testWhere === where ? "" : ` for the call at ${testWhere}`}; change the data of the test so that it does not hold, or expect the error${way}.`;
}
/** An error that a poll gave up with, or that a timer raised; empty for others. */
function ofWaiting({ facts, where, testWhere }, message) {
	const waits = pollIn(facts);
	if (waits !== "") return `Find out why "${message.replace(/ when .{1,40} gave up$/, "")}" still holds when \`${waits}\` at ${testWhere} gives up: the state that it polls never comes; raise its limit only if it comes later.`;
	return /\b(?:Timeout\._onTimeout|listOnTimeout|setInterval)\b/.test(facts.text) ? `Handle "${message}" in the callback of the timer at ${where}, and await the work of the timer before the test ends: no promise of the test catches it.` : "";
}
// src/diagnosis/suggestions/for-code-error.ts
/** How each language copies a value that cannot be changed. */
const COPIES = {
	java: "`new ArrayList<>(...)`, `new HashMap<>(...)`",
	kotlin: "`toMutableList()`",
	javascript: "`[...list]`, `{ ...object }`",
	python: "`list(...)`, `dataclasses.replace(...)`",
	ruby: "`dup`",
	csharp: "`ToList()`"
};
const quoted = (text, max) => clip$1(text, max).replaceAll("`", "'");
/** A misspelt name of which the right one is known; empty for others. */
function renamed(written, line, facts) {
	const name = written.split(".").at(-1) ?? written;
	const meant = nearName(name, line, facts);
	return meant === "" ? "" : `Write \`${meant}\` in place of \`${name}\` at ${line}: there is no \`${name}\`, and \`${meant}\` is near it.`;
}
/** What a language says of a defect, with the step that repairs it; `parts` are what the words name. */
const STEPS$4 = [
	[/([\w.$]{1,80}) is not a (?:function|constructor)/, (line, [method = ""], facts) => renamed(method, line, facts) || `Correct the name \`${method}\` at ${line} (spelling, upper and lower case, import): there is no such function.`],
	[/'([\w.]{1,60})'(?: object| module)? has no attribute '(\w{1,60})'/, (line, [owner = "", name = ""], facts) => renamed(name, line, facts) || `Correct the attribute '${name}' at ${line}, or add it to ${owner}: it has none of that name.`],
	[/offset-naive and offset-aware/, (line) => `Give both times at ${line} a time zone, for example \`datetime.now(timezone.utc)\`.`],
	[/ConcurrentModification|changed size during iteration|modified during iteration/, (line) => `Iterate over a copy at ${line}, or remove elements through the iterator.`],
	[/^(\S{1,80}\(\)) calls itself/, (line, [name = ""]) => `Give ${name} (${line}) a condition that ends its recursion: it calls itself without one.`],
	[/recursion|stack overflow|StackOverflow|call stack/i, (line) => `Give the function that ${line} calls a condition that ends its recursion: it calls itself without one.`],
	[/tried to change|frozen|Frozen|does not support item assignment|read only property|not extensible|fixed size|read-only/, (line) => `Change a copy at ${line}${inLanguage(COPIES, line)}, or build the value as one that can be changed.`],
	[/Argument #\d+ \((\$\w{1,60})\) must be of type ([\w|?\\]{1,60}), (\w{1,40}) given, called in (\S{1,160}) on line (\d+)/, (_, [name = "", type = "", given = "", file = "", at = ""]) => `Pass ${type} for ${name} in the call at ${file}:${at}: it gets ${given}.`],
	[/division by zero|divide by zero|ZeroDivision/i, (line) => `Check the divisor before ${line} divides, or refuse the input that makes it zero.`],
	[/with overflow|OverflowError|[Ii]nteger overflow/, (line) => `Use a wider type or checked arithmetic at ${line}: the result does not fit its type.`]
];
/** A defect of the code itself, by what the language says of it. */
function forCodeError(line, ask, about) {
	const { rootCause, facts } = about;
	for (const [words, step] of STEPS$4) {
		const match = words.exec(rootCause) ?? words.exec(facts.type);
		if (match) return step(line, match.slice(1).map((text) => text ?? ""), facts);
	}
	if (/^(?:document|window|navigator|localStorage|sessionStorage|HTMLElement|Element|Node)$/.test(ask("name"))) return `Run the test of ${line} in a DOM: \`testEnvironment: 'jsdom'\` of jest, \`environment: 'jsdom'\` of vitest (or \`// @vitest-environment jsdom\` at the start of the file); \`${ask("name")}\` exists only in browsers.`;
	if (ask("name") !== "") return `Define or import \`${ask("name")}\` before ${line} uses it, or correct its spelling.`;
	if (/index out of (?:bounds|range)|IndexOutOfBounds/i.test(rootCause)) return `Check the length before ${line} takes the element, or correct the index (the first is 0): ${quoted(facts.headline, 80)}.`;
	if (/RangeError|IllegalState|InvalidOperation|InvalidState/.test(facts.type)) return ofThrown(about);
	return `Correct the code at ${line}: ${quoted(rootCause, 100)}.`;
}
// src/diagnosis/suggestions/for-code.ts
/** The next step for defects of code and environment, by kind. */
function forUnknown(about) {
	const { kind, ask, where } = about;
	if (kind === "missing-dependency" || kind === "import-error") return forImport(about);
	return STEPS$3[kind]?.(where, ask, about) ?? ofThrown(about);
}
/** A call with arguments, keywords or fields that are not known. */
function wrongCall(line, _, { rootCause }) {
	const field = /Cannot resolve keyword '(\w{1,60})' into field\. Choices are: (.{1,100})/.exec(rootCause);
	if (field) return `Replace '${field[1] ?? ""}' in the query at ${line} by a field of the model (${field[2] ?? ""}), or add the field with a migration.`;
	const unknown = /unexpected keyword argument '(\w{1,60})'|Unrecognized configs?: \{'(\w{1,60})'/.exec(rootCause)?.slice(1).find((name) => name !== void 0);
	if (unknown !== void 0) return `Remove or rename '${unknown}' in the call at ${line}: the installed version does not know it.`;
	const missing = /missing \d+ required (?:\w{1,20}[ -]){0,3}arguments?: (.{1,80})/.exec(rootCause)?.[1];
	if (missing !== void 0) return `Pass ${missing} in the call at ${line}, or give the parameter a default.`;
	const [, call = "", most = "", given = ""] = /(\w{1,80})\(\) takes (?:from \d+ to |at most )?(\d+) positional arguments? but (\d+)/.exec(rootCause) ?? [];
	if (call !== "") return `Pass at most ${most} arguments to ${call}() at ${line} (${given} are given), or add a parameter to it.`;
	return `Compare the call at ${line} with the signature of the installed version: ${clip$1(rootCause, 100).replaceAll("`", "'")}.`;
}
/** A variable that the test itself removes; empty when it does not. */
function removedVariable(variable, { facts, place, where, testWhere }) {
	const removed = unsetLine(variable, linesAbove(facts, place));
	if (removed === null || place === null) return "";
	const reads = where === testWhere ? "" : `, and ${where} reads it`;
	return `Set ${variable} in the test before ${testWhere} (or expect the error there): ${place.file}:${removed.number} removes it${reads}.`;
}
/** A port that the test itself holds; empty when another process does. */
function heldPort({ facts, place, testWhere, ask }) {
	const port = /(\d{2,5})$/.exec(ask("host"))?.[1] ?? "";
	const holds = listeningLine(port, linesAbove(facts, place));
	return holds === null || place === null ? "" : `Close what ${place.file}:${holds.number} opens on port ${port} before ${testWhere} listens there too, or give one of them port 0 (a free port): the test itself holds it.`;
}
/** Settings that their class reads from variables of the same names. */
function settings(line, { rootCause }) {
	const names = /^the settings ([\w, ]{2,160}) are not set/.exec(rootCause)?.[1];
	return names === void 0 ? `Set these settings in \`env:\` of the step or of the suite, or give them defaults for tests (${line}).` : `Set ${names.toUpperCase()} in \`env:\` of the step or of the suite, or give the fields defaults for tests (${line}).`;
}
/** A list of parameters that has another number of names than of values. */
function collection(line, { rootCause }) {
	const [, of = "", count = "", names = "", value = ""] = /^parametrize( of \w{1,120})? names (\d{1,3}) arguments (\[.{1,120}\]) and gives \d{1,3} values?: (.{1,80})$/.exec(rootCause) ?? [];
	return names === "" ? `Fix the declaration of the test (${line}): the runner could not build its list.` : `Give each row of \`parametrize\`${of} ${count} values, one for each of ${names}: ${value} has another number.`;
}
/** How each language closes a file. */
const CLOSING = {
	go: "`defer f.Close()` in a function of its own",
	python: "`with open(...)`",
	java: "try-with-resources",
	kotlin: "`use { }`",
	ruby: "the block form of `File.open`",
	csharp: "`using`",
	javascript: "`await handle.close()`"
};
const STEPS$3 = {
	"missing-fixture": (line, ask) => `Define the fixture '${ask("fixture")}' in conftest.py, or install the pytest plugin that provides it (${line}).`,
	"missing-env": (line, ask, about) => ask("variable") === "" ? settings(line, about) : removedVariable(ask("variable"), about) || `Set ${ask("variable")} in \`env:\` of the step or of the suite${/TOKEN|KEY|SECRET|PASSWORD/.test(ask("variable")) ? ", from a secret of the repository" : ""}: ${line} reads it.`,
	"missing-mark": (line, _, { facts }) => /async def functions/.test(facts.text) ? `Install pytest-asyncio and add \`@pytest.mark.asyncio\` to the test at ${line}, or write \`asyncio_mode = auto\` where pytest is configured.` : `Add \`@pytest.mark.django_db\` to the test at ${line}, or use the \`db\` fixture.`,
	"pending-migration": () => "Run the migrations against the test database before the tests.",
	"setup-error": (line, _, { rootCause }) => {
		const bean = /^no bean of type (?:[\w$]{1,60}\.)*([\w$]{1,80})/.exec(rootCause)?.[1];
		return bean === void 0 ? `Read the first failure of the application context: what it names is missing in the test configuration (${line}).` : `Register ${bean} as a bean of the application (\`@Component\` or \`@Bean\`), or give the test one (\`@Import(${bean}.class)\`, \`@MockitoBean\`)${/^the /.test(line) ? "" : ` (${line})`}.`;
	},
	"build-error": (_, __, { rootCause }) => {
		const flag = /'(-[\w-]{2,40})' flag/.exec(rootCause)?.[1];
		return flag === void 0 ? "Fix the error that the compiler reports, then build from scratch." : `Add \`${flag}\` to the arguments of the compiler in the build file, then build from scratch.`;
	},
	"wrong-call": wrongCall,
	"code-error": forCodeError,
	cancelled: (line, _, { rootCause }) => rootCause.startsWith("a promise that the test awaits") ? `Find the promise that ${line} awaits and nothing resolves: a callback that is never called, an event that does not come, or a timer that \`unref()\` lets go.` : `Fix the suite or hook that failed first; its own failure is reported beside this one (${line}).`,
	"missing-tool": (line, ask) => `Install ${ask("tool") === "" ? "the program" : `\`${ask("tool")}\``} on this runner before the tests, or add its folder to \`PATH\` (${line}).`,
	"command-failed": (line, _, { rootCause, facts }) => {
		const status = /exit (?:status|code) (\d{1,3})/.exec(rootCause)?.[1];
		const written = writtenToStderr(facts);
		if (written !== "") return `Fix the error of the command that ${line} runs: it wrote "${written}".`;
		if (/capture_output|stderr=|2>&1|Open3/.test(facts.text)) return `Print the \`stderr\` that ${line} captures and does not show (it is in the exception)${status === void 0 ? "" : `; the command ended with status ${status}`}, and fix the error that it reports.`;
		return `Print the error output of the command that ${line} runs (capture stderr)${status === void 0 ? "" : `; it ended with status ${status}`}, and fix the error that it reports.`;
	},
	"browser-closed": (_, __, about) => forClosed(about),
	"browser-start": (_, __, about) => forStart(about),
	"element-covered": (line, ask) => ask("blocker") === "" ? `Wait until the element can be used (visible, enabled, not covered) before the click at ${line}.` : uncover(ask("blocker"), line),
	"ambiguous-locator": (line) => `Make the locator at ${line} fit one element: a role with a name, a test id, or \`.first()\` when any will do.`,
	"element-state": (_, __, about) => forState(about),
	"file-permission": (line) => `Check owner and mode of the file at ${line}, and under which user the tests run.`,
	"not-implemented": (line) => `Implement what ${line} calls, or skip the test with a reason until it is written.`,
	"warning-as-error": (line) => `Fix the cause of the warning at ${line}, or allow it in \`filterwarnings\` with a reason.`,
	"collection-error": (line, _, about) => collection(line, about),
	"server-crashed": () => "Fix the start of the application first: its own log shows why it stopped.",
	"port-in-use": (line, ask, about) => heldPort(about) || (ask("host") === "" ? `Bind port 0 at ${line}, so that the operating system chooses a free port, or close what an earlier line or test left listening: ${code(about.facts) === "" ? "the address is taken" : `${code(about.facts)} finds it taken`}.` : `Stop what listens on ${ask("host").replace(/^:+/, "port ")}, or let the operating system choose a free port (${line}).`),
	"undefined-step": (_, __, { rootCause }) => `Write a definition for ${/^the (step '.{1,160}') has no/.exec(rootCause)?.[1] ?? "the missing step"} in the step files, or correct its text in the feature: the runner prints a skeleton.`,
	"disk-full": (line, _, { rootCause }) => /too many open files|EMFILE|Errno 24/i.test(rootCause) ? `Close each file that ${line} opens before the next one${inLanguage(CLOSING, line)}, or raise \`ulimit -n\`.` : `Free space on the file system that ${line} writes to (\`df -h\` names the full one; build caches and images take most of a runner), or write less there.`,
	"out-of-memory": (line, _, { facts }) => /jest|node_modules|heap limit|JavaScript heap/i.test(facts.text) ? `Run fewer workers (\`--maxWorkers=2\`) or raise the heap (\`NODE_OPTIONS=--max-old-space-size=4096\`), and look for what ${line} keeps in memory.` : `Run fewer workers, or raise the memory limit of the process (\`-Xmx\` on the JVM), and look for what ${line} keeps in memory.`,
	"process-crash": (line, _, { facts }) => /\b(?:Target|Page) crashed\b/.test(facts.head) ? `Give the browser more memory: a larger \`/dev/shm\` in a container (\`--ipc=host\`, or \`--disable-dev-shm-usage\` as a launch option), fewer workers; then look at what the page holds at ${line}.` : `Run the test of ${line} alone and read the end of its output: the process died (memory, a native module, shared memory of the browser).`,
	"syntax-error": (line) => `Correct the syntax at ${line}: nothing in this file ran.`,
	"no-tests": (_, __, { rootCause }) => `Write a test in ${/(?:in file|file) (\S{1,200})/.exec(rootCause)?.[1] ?? "the file"}, or exclude it from the runner's pattern: it holds none.`,
	"ended-early": (line) => `Find the call that ends the process while ${line} runs (\`exit\` in a test, in the code under test or in a library), and remove it.`,
	"leaked-task": (line) => `Stop what is started at ${line} before the test ends (close its channel, cancel its context, call its \`Close\`).`,
	"exit-code": (line) => `Read the output of the program that ${line} starts: only its exit status is in the report.`,
	"missing-driver": (line, _, { rootCause, facts }) => /pdo|could not find driver/i.test(rootCause) ? `Enable the PDO extension of the database that ${line} connects to (\`extensions: pdo_${/\bPDO\(['"](\w{2,12}):/.exec(`${sourceLine(facts)} ${facts.nearby()}`)?.[1] ?? "mysql"}\` of setup-php).` : `Install the database driver that the connection string of ${line} names.`,
	"no-message": (line) => `Make the test fail with a message (${line}): the report holds none.`
};
// src/diagnosis/suggestions/for-connection.ts
const STEPS$2 = {
	dns: unresolved,
	tls: certificate,
	"too-many-connections": (_, target) => `Close connections in tear-down or raise the limit of ${target} (\`max_connections\`); run fewer workers to confirm.`,
	"5xx": ({ request, where, facts, rootCause, place }, target) => {
		const mock = mockedAnswer(linesAbove(facts, place));
		if (mock !== null && place !== null) return `Expect the error of ${where} in the test, or give the mock of ${place.file}:${mock.number} another answer: the test itself lets it answer ${answerIn(facts)?.status ?? "with an error"}.`;
		const named = /^(?:the )?([\w ]{3,60}) (?:answered|returned|responded)/.exec(rootCause)?.[1] ?? "";
		const server = target === "the service" && named !== "" ? named : target;
		return forServerError(answerIn(facts)?.status ?? "", server, request === "" ? `the request of ${where}` : request, facts);
	},
	"connect-timeout": ({ where }, target) => `Check that ${target === "the service" ? `the server that ${where} connects to` : target} is up and reachable from this runner (address, port, firewall): nobody answered the connection of ${where}.`,
	docker: () => "Start Docker on this runner (hosted macOS and Windows runners have none), or move these tests to a Linux job.",
	"rate-limit": ({ request }, target) => `Make fewer requests to ${request === "" ? target : request}, wait as long as \`Retry-After\` asks for, or use a stand-in for it in tests.`,
	"redirect-loop": ({ request, where }, target) => `Print where ${request === "" ? target : request} redirects to (\`curl -sIL\`, called at ${where}), and correct the route that sends the client back to an address it came from.`,
	reset: ({ request, where }, target) => `Read the log of ${target} for ${request === "" ? `the call at ${where}` : request}: it accepted the connection and closed it without an answer.`
};
/** A name that nothing resolves: a bare one is most often a service of Docker. */
function unresolved({ where }, _, host) {
	const name = host.replace(/:\d{1,5}$/, "");
	if (name === "") return `Check the host name that ${where} connects to: no resolver of this runner knows it.`;
	return name.includes(".") ? `Correct the host name ${name} in the settings that ${where} uses, or mock the service: no resolver of this runner knows it.` : `Replace ${name} by the address of the runner itself with the mapped port in the settings that ${where} uses: the bare name of a service resolves only between containers of one network.`;
}
/** A certificate by what is wrong with it. */
function certificate({ rootCause }, target, host) {
	const name = /^the certificate is not valid for (\S{1,120})/.exec(rootCause)?.[1];
	if (name !== void 0) return `Issue the certificate for ${name} (its subject alternative names), or connect by a name that it holds.`;
	if (/\bexpired\b/.test(rootCause)) return `Renew the certificate of ${target}: it has expired.`;
	if (/does not speak TLS/.test(rootCause)) return `Use http:// for ${target}, or the port on which it serves HTTPS: this port speaks plain HTTP.`;
	if (/self.signed|unable to (?:get|verify).{0,40}certificate|unknown authority|issuer/i.test(rootCause)) return `Trust the authority that signed the certificate of ${target} on this runner (\`SSL_CERT_FILE\`, \`NODE_EXTRA_CA_CERTS\`).`;
	return `Check certificate, host name and protocol of ${target}; \`openssl s_client -connect ${host === "" ? "<host:port>" : host}\` shows them.`;
}
/** The next step for a dependency that cannot be reached, by kind. */
function forConnection(about) {
	const { ask, facts, kind } = about;
	const host = ask("host");
	const service = serviceOf(facts, host);
	const address = /^\d{1,5}$/.test(host) ? `port ${host}` : host;
	const target = [service, address].filter((part) => part !== "").join(service === "" ? "" : " at ");
	const named = target === "" ? "the service" : target;
	const step = STEPS$2[kind];
	if (step) return step(about, named, host);
	if (/\bproxy\b/i.test(facts.head)) return `Start the proxy ${address}, or unset \`HTTP_PROXY\`/\`HTTPS_PROXY\` for the tests.`.replace("  ", " ");
	const byFile = throughFile(about, service);
	if (byFile !== "") return byFile;
	return started(about, service, address);
}
/** How a server of a protocol other than HTTP comes to a runner. */
const STARTS = {
	"the SMTP server": "a mail catcher such as Mailpit under `services:` of the job, or a mocked transport",
	"the gRPC server": "`start-command`, and a wait for its port before the first call",
	"the SSH server": "`services:` of the job with the port mapped",
	"the FTP server": "`services:` of the job with the port mapped"
};
const LOOPBACK$1 = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?|0\.0\.0\.0):(\d{2,5})$/;
/** From here on operating systems choose ports by themselves. */
const EPHEMERAL = 32768;
const HTTP = /https?:\/\/|\bfetch\b|\baxios\b|\burllib\b|\brequests\b|\bhttpx\b|\bNet::HTTP\b|HttpClient|HttpURL|\bcurl\b|\bnet\/http\b/;
const isHttp = ({ facts, request }) => request !== "" || HTTP.test(`${facts.wrapper} ${facts.source} ${facts.lines.slice(0, 80).join("\n")}`);
const VARIABLE = /\b(?:environ(?:\.get)?|getenv|process\.env|ENV(?:\.fetch)?|env)\b[.([]{0,2}["']?([A-Z][A-Z0-9_]{2,60})\b.{0,20}?["'`]\w{1,10}:\/\/([\w.:-]{1,120})/;
/** The variable whose default is the address, and that default, by the lines near the failing one. */
function variableOf({ facts }, address) {
	const [, name, value] = testSource(facts).split("\n").map((line) => VARIABLE.exec(line)).filter((match) => match !== null).findLast(([, , each = ""]) => address === "" || each === address || each.startsWith(`${address}:`)) ?? [];
	return name === void 0 || value === void 0 ? null : {
		name,
		value
	};
}
const HEALTH = "`start-command` with `health-url`";
const waitFor = (about) => isHttp(about) ? HEALTH : "`start-command`, or `services:` of the job";
/** Who starts the server: the test itself, a service of the job, or the run. */
function started(about, service, address) {
	const { where, request } = about;
	const isPlace = !where.startsWith("the ");
	const connects = isPlace ? `${where} connects` : "the tests run";
	const asked = request === "" ? "" : ` for ${request}`;
	const variable = variableOf(about, address);
	if (service !== "") return serviceStarted(service, address, connects, variable?.name);
	if (variable !== null) return `Set \`${variable.name}\` to the address of the service (its default is ${variable.value}), or start the server that listens there before ${connects} and wait for it (${waitFor(about)}).`;
	if (address === "") return `Start the service before ${connects} and wait for it (${HEALTH}), or point the tests elsewhere.`;
	if (Number(LOOPBACK$1.exec(address)?.[1] ?? 0) >= EPHEMERAL) return `Wait until the server that the tests start on ${address} listens before ${isPlace ? `${connects}${asked}` : "they connect"}, and look in its output why it did not start: a port this high is usually chosen when a test starts a server.`;
	return `Start the server that listens on ${address} before the tests and wait for it (${waitFor(about)}), or correct the address that ${isPlace ? `${where} uses` : "the tests use"}${asked}.`;
}
/** A known service, and the variable that names its address. */
function serviceStarted(service, address, connects, variable) {
	const named = address === "" ? service : `${service} at ${address}`;
	const elsewhere = variable === void 0 ? "point the tests elsewhere" : `set \`${variable}\``;
	return `Start ${named} before ${connects} and wait for it (${STARTS[service] ?? "`services:` of the job, or `start-command`"}), or ${elsewhere}.`;
}
/** A server that listens on a file of the machine; empty for others. */
function throughFile({ facts, kind, where }, service) {
	const socket = socketOf(facts);
	if (kind === "refused" && socket !== "") return `Start ${first(service, "the server")} and wait until ${socket} exists before ${where} connects, or correct the path of the socket.`;
	return service === "MySQL" && /\[2002\] No such file/.test(facts.head) ? `Let ${where} connect by TCP (an IP address: the name of the own machine means the socket file for MySQL), or start MySQL on this runner.` : "";
}
// src/diagnosis/suggestions/data/for-null.ts
/** A page without the scripts of the application. */
const BLANK_PAGE = /\.(?:get|goto|visit|navigate)\(\s?["'`](data:|about:blank)/;
const INSTEAD = /\bquerySelector(?:All)?\((["'`])(.{1,80}?)\1\)/;
/** A value that a script looks for in the page. */
function inPage({ facts, where, ask }) {
	const line = sourceLine(facts);
	const page = /script|evaluate/i.test(`${facts.headline} ${line}`) ? BLANK_PAGE.exec(facts.text)?.[1] : void 0;
	if (page !== void 0) return `Load the real page before ${where}, or define ${named(facts, ask("key"))} on it: the test loads ${page.startsWith("data:") ? "a `data:` URL" : `\`${page}\``}, which does not define it.`;
	const selector = INSTEAD.exec(line)?.[2];
	return selector === void 0 ? "" : `Wait for \`${selector}\` on the page before ${where}, or correct the selector: nothing matches it, so the script reads from null.`;
}
const named = (facts, key) => {
	const part = nullPart(facts, key, inCode(facts));
	if (part !== "") return `\`${part}\``;
	const member = memberAsked(facts, key);
	return member === "" ? "the value" : `the value before \`.${member}\``;
};
/** The line that uses the value: the product's where there is one. */
const inCode = (facts) => first(facts.productSource, sourceLine(facts), facts.source);
/** The part of an answer that is missing because its handler raised, as the captured output shows; empty for others. */
function ofFailedAnswer({ facts, request, where, productPlace }) {
	const isAnswer = productPlace === null && /\.(?:json|get_json|body|data)\b/.test(sourceLine(facts));
	const asked = request === "" ? `the request of ${where}` : request;
	return isAnswer && loggedError(facts) !== null ? forServerError("", "the server", asked, facts) : "";
}
/** What is null, as the text names it: \`this.parent\`, what \`.title\` is read of, the argument of an operator. */
function nullValue(about) {
	const { facts, where, ask, place, testWhere } = about;
	const [, returned, because] = /because (the return value of )?"([^"]{1,100})" is null/.exec(facts.text) ?? [];
	if (because !== void 0 && returned !== void 0) return `Find out why ${because.replace(/\(.{1,80}\)$/, "()")} returns null for the call at ${where}: give it the data in the set-up, or handle its absence there.`;
	const other = first(inPage(about), ofFailedAnswer(about));
	if (other !== "") return other;
	if (because !== void 0) return `Set \`${because}\` before ${where} uses it, or handle its absence there.`;
	const given = about.productPlace === null ? "" : nothingPassed(facts, facts.source);
	if (given !== "" && where !== testWhere) return `Pass a value in place of \`${given}\` in the call at ${testWhere}, or let ${where} handle ${given.split(" ").at(-1) ?? given}: the test itself passes it.`;
	if (/unsupported operand/.test(facts.headline)) return noNumber(facts, where);
	const nothing = nothingIn(facts);
	const call = nullCall(facts, ask("key"));
	if (call !== "") return `Find out why \`${call}\` returns ${nothing} before ${testWhere} uses it: nothing matches its look-up; add the data in the set-up, or correct the key or type that it looks up.`;
	const unset = typedNothing(named(facts, ask("key")).replaceAll("`", ""), linesAbove(facts, place));
	if (unset !== null && place !== null) return `Give ${named(facts, ask("key"))} a value at ${place.file}:${unset.number}, or let ${where} handle its absence: the test itself sets it to ${nothing}.`;
	return `Find out why ${named(facts, ask("key"))} is ${nothing} when ${where} uses it: the code that should set or load it returned nothing; set it in the set-up, or handle its absence there.`;
}
/** Arithmetic with None: which operand, and what the source calls it. */
function noNumber(facts, where) {
	const [, operator = "", left = ""] = /for (\S{1,4}): '(\w{1,40})' and/.exec(facts.headline) ?? [];
	const side = left === "NoneType" ? "left" : "right";
	const escaped = operator.replace(/[*+/%-]/g, String.raw`\$&`);
	const line = facts.lines.findLast((text) => /^\s{2,}\S/.test(text) && text.includes(` ${operator} `)) ?? "";
	const [, first = "", second = ""] = operator === "" ? [] : new RegExp(String.raw`([\w.\])]{1,60}) ${escaped} ([\w.\[(]{1,60})`).exec(line) ?? [];
	const name = side === "left" ? first : second;
	return `Pass a number for ${name === "" ? `the ${side} operand` : `\`${name.replace(/[[(\])]/g, "")}\``} where ${where} calculates: it is None; check the argument of the call or the stored value that it comes from.`;
}
// src/diagnosis/suggestions/data/for-database.ts
const STATEMENT = /\[SQL: ([^\n]{1,90})/;
/** The migration command of the framework whose frames or classes the text shows. */
function migration({ facts, ask }, what) {
	const named = `${facts.type} ${facts.text}`;
	if (/django/.test(named)) {
		const app = /^([a-z]+)_\w/.exec(ask("table"))?.[1] ?? "";
		return `run \`python manage.py makemigrations${app === "" ? "" : ` ${app}`}\` and commit the migration that adds ${what}`;
	}
	if (/ActiveRecord|rails/i.test(named)) return `run \`bin/rails db:migrate RAILS_ENV=test\` with the migration that adds ${what}`;
	if (/Illuminate|artisan/.test(named)) return `run \`php artisan migrate --env=testing\` with the migration that adds ${what}`;
	return `add ${what} to the migrations (or \`create_all\`) and run them`;
}
/** A statement that needs a part of the database that is not there. */
function missingPart(about, what) {
	const step = migration(about, what);
	return `${step[0]?.toUpperCase() ?? ""}${step.slice(1)} before the tests; ${about.where} uses it.`;
}
/** A value that is too long or too large for its column, with both where the text shows them. */
function tooLong({ facts, where }) {
	const long = longValue(facts);
	const column = /column ["'`]?(\w{1,60})/.exec(facts.headline)?.[1] ?? "";
	return long === null ? `Shorten the value${column === "" ? "" : ` of ${column}`} that ${where} writes, or widen the column.` : `Shorten ${long.name} '${long.value}' to ${long.limit} characters (${where}), or widen the column.`;
}
/** Which row a foreign key refers to. */
function parentRow({ facts, where }) {
	const { key, column, parent, table } = refusedRow(facts);
	if (key === "" || parent === "") return `Create the record that is referred to before ${where} inserts its child.`;
	if (/still referenced|parent row/.test(facts.text)) return `Delete the rows of ${parent} that refer to ${key} before ${where} deletes the row of ${first(table, "its table")}, or let the key cascade.`;
	if (key === column) return `Create the row of ${parent} that ${column} refers to before ${where} inserts its child, or use an id that exists.`;
	return `Create the row of ${parent} with ${key} before ${where} inserts its child, or use an id that exists.`;
}
/** A row that is there already: another value, or a clean table. */
function duplicate({ facts, place, where, testWhere }) {
	const earlier = sameCallAbove(facts.source, linesAbove(facts, place));
	if (earlier !== null && place !== null) return `Give the two calls of the test different values, or expect the error of the second: ${place.file}:${earlier.number} and ${testWhere} insert the same row.`;
	const { key, column, table, constraint } = refusedRow(facts);
	const of = table === "" ? "" : ` in ${table}`;
	const repeated = repeatedKey(facts);
	if (repeated !== "" && key.includes(repeated)) return `Give each row that ${where} inserts another value: the statement has ${repeated} more than once.`;
	if (isMongo(facts) && key !== "") return `Use another value than ${key} at ${where}, or empty the collection${table === "" ? "" : ` ${table}`} between tests (\`deleteMany({})\`).`;
	if (key !== "" && key !== column) return `Use another value than ${key} at ${where}, or delete the row${of} that an earlier insert or test left (roll back or truncate in tear-down).`;
	return `Use a new ${first(column, constraint === "" ? "" : `value for ${constraint}`, "key")} for each row${of} that ${where} inserts, or delete those of earlier tests in tear-down.`;
}
/** A column without a value, or a check that refuses the row. */
function refusedByCheck({ facts, where, ask }) {
	const { column, table, constraint } = refusedRow(facts);
	const of = table === "" ? "" : ` of ${table}`;
	if (column !== "") return `Set ${column} on the row${of} that ${where} stores (its factory or the request), or give the column a default.`;
	const name = first(constraint, ask("constraint"));
	return `Give the row${of} at ${where} a value that ${name === "" ? "the constraint" : name} allows, or change the constraint by a migration.`;
}
/** A statement that the database refuses for its content. */
function refusedStatement({ facts, where }) {
	const sql = (STATEMENT.exec(facts.text)?.[1] ?? "").replaceAll("`", "").replace(/\]$/, "");
	return `Run the statement ${sql === "" ? "" : `\`${sql}\` `}of ${where} by hand: the database names the part that it refuses.`;
}
// src/diagnosis/suggestions/data/for-data.ts
/** How a removal passes over what is gone already. */
const toleratedBy = (call) => call.includes(".unlink(") ? "`unlink(missing_ok=True)`" : call.includes("rmtree(") ? "`rmtree(..., ignore_errors=True)`" : "`contextlib.suppress(FileNotFoundError)`";
/** A date, number or other value of the wrong form: the one that the message or the failing line holds. */
function badValue({ rootCause, where, facts }) {
	const found = /Text '([^']{1,60})'|"([^"]{1,60})"|'([^']{1,60})'/.exec(rootCause.replace(/`/g, " ")) ?? /\(\s{0,2}(?:["']([^"']{1,60})["'])\s{0,2}\)/.exec(sourceLine(facts));
	const named = first(...found?.slice(1).map((text) => text ?? "") ?? []);
	const value = facts.headline.includes(named) && named.length > 30 ? "" : named;
	const why = facts.headline === "" || facts.headline.length > 80 ? "" : `: ${facts.headline.replaceAll("`", "'").replace(/\.$/, "")}`;
	return `Correct the value${value === "" ? "" : ` '${value}'`} that ${where} reads${why}; if such a value can come from outside, answer with an error of your own.`;
}
/** A document that cannot be read. */
function parse(about) {
	const { rootCause, where, request, facts } = about;
	const literal = parsedLiteral(facts);
	if (literal !== "" && IS_JSON.test(`${rootCause} ${facts.type}`)) return `Correct the text ${literal} that ${where} parses, or expect the error in the test${inLanguage(EXPECTING, where)}: it is no JSON.`;
	const [, actual = "", field = "", type = ""] = GO_FIELD.exec(rootCause) ?? [];
	if (field !== "") return `Send ${field} as ${type}, or change the type of the field: the document has a ${actual} there (${where}).`;
	if (!IS_JSON.test(`${rootCause} ${facts.type}`)) return badValue(about);
	if (/<|line 1 column 1 /.test(rootCause)) return noJson(about);
	const at = /line (\d+) column (\d+)|position (\d+)/.exec(rootCause)?.[0];
	return `Correct ${request === "" ? parsedText(about) : `the answer to ${request} (${where})`}${at === void 0 ? "" : `, at ${at}`}: its JSON is broken or cut off there.`;
}
const IS_JSON = /[Jj][Ss][Oo][Nn]|'<'|Unexpected (?:token|end)|unexpected token|Expecting value|invalid character/;
/** The text that is parsed, by the failing line where that line parses it. */
function parsedText({ facts, where, productPlace }) {
	const line = code(facts);
	return productPlace === null && /pars|json|load|decod|unmarshal|read/i.test(line) ? `the text that ${line} parses (${where})` : `the text that ${where} parses`;
}
/** A page, or nothing, where JSON was expected. */
function noJson(about) {
	const { rootCause, where, request } = about;
	const isMarkup = /</.test(rootCause);
	return request === "" ? `Print ${parsedText(about)}: it is ${isMarkup ? "markup and no JSON (an error or log-in page?)" : "empty or no JSON"}; check where it comes from before it is parsed.` : `Print status and body of the answer to ${request} and check its status before it is parsed (${where}): it is ${isMarkup ? "markup (an error or log-in page) and no JSON" : "empty, or a page instead of JSON"}.`;
}
/** Go names the field and both types. */
const GO_FIELD = /cannot unmarshal (\w+) into Go struct field (\S+) of type (\S+)/;
/** The fields that a validation refuses, as the sentence names them. */
function refusedField({ rootCause, where, request }) {
	const [, path, what] = /^((?:body|query|path|header|response)?[\w.]{1,80}): (.{1,100})$/.exec(rootCause) ?? [];
	const target = request === "" ? `the request at ${where}` : `${request} (${where})`;
	if (path === void 0) return `Send what the validation asks for with ${target}: ${clip$1(rootCause, 100).replaceAll("`", "'")}.`;
	const [place, ...names] = path.split(".");
	return /^(?:body|query|path|header)$/.test(place ?? "") && names.length > 0 ? `Send \`${names.join(".")}\` in the ${place ?? ""} of ${target}: ${what ?? ""}.` : `Correct \`${path}\` in ${target}: ${what ?? ""}.`;
}
/** A document that its schema refuses. */
function schema(about) {
	const { rootCause, where, testWhere } = about;
	const response = /^response\.([\w.]{1,80}): (.{1,80})/.exec(rootCause);
	if (response) return `Return \`${response[1] ?? ""}\` from the handler at ${where}, or make it optional in the response model: ${response[2] ?? ""}.`;
	const field = /^([\w.]{1,80}): (.{1,140})/.exec(rootCause);
	if (field && !/failed/i.test(field[1] ?? "")) return `Correct \`${field[1] ?? ""}\` in the document that ${where} reads, or change the schema: ${(field[2] ?? "").replaceAll("`", "'")}.`;
	const record = /Validation failed: (\w{1,60}(?: \w{1,30})?) (can't be blank|must exist|is .{1,60}|has .{1,60})/.exec(rootCause);
	if (record) return `Give the record at ${where} a valid \`${(record[1] ?? "").toLowerCase()}\` (in the fixture or factory)${testWhere === where ? "" : ` before ${testWhere} saves it`}: it ${record[2] ?? ""}.`;
	return `Compare the document at ${where} with its schema: ${clip$1(rootCause, 120).replaceAll("`", "'")}.`;
}
/** A 404 without a word about what is missing: the record, where the path ends with an id, or the route. */
function withoutDetail({ request, where }) {
	return /\/(?:\d+|[\da-f]{8}-[\da-f-]{27}|[\da-f]{24})$/i.test(request.split(/[?#]/)[0] ?? "") ? `Create the record that ${request} asks for in the set-up (${where}), or use the id of one that the fixtures hold.` : `Check that the application has a route for ${request} (${where}): its method, prefix and trailing slash; if it has one, create the record that the handler looks up.`;
}
/** A record, route or name that does not exist. */
function notFound(about) {
	const { facts, where, request, rootCause, name } = about;
	if (/ZoneInfoNotFound|time zone/i.test(facts.head)) return `Correct the time zone ${/\b([A-Z]\w{1,30}\/[\w+-]{2,40})/.exec(rootCause)?.[1] ?? "name"} at ${where}: the database of zones has none of that name; install \`tzdata\` if the name is right.`;
	if (/ answered 404\b/.test(rootCause) && ABSENT_NAME.test(name)) return forAbsent(about, request, "another status");
	const detail = rootCause.replace(/^.{0,200}? answered \d{3}[^:]{0,40}(?:: |$)/, "");
	if (detail === "" && request !== "") return withoutDetail(about);
	const named = /(\w{1,60}) matching query|Couldn't find (\w{1,60}) with|No (\w{1,60}) found|([\w-]{1,60}(?: [\w-]{1,30}){0,2}?) (?:was )?(?:not found|does not exist)/i.exec(detail)?.slice(1).find((name) => name !== void 0);
	const what = named === void 0 ? "record" : named.replace(/^(?:the|no) /i, "");
	const asked = request === "" ? where : `${request} (${where})`;
	const instead = /DoesNotExist|matching query/.test(rootCause) && about.productPlace !== null && request !== "" ? `let ${where} answer 404 (\`get_object_or_404\`)` : "use the id of one that the fixtures hold";
	return `Create ${/\d/.test(what) ? "" : "the "}${what} in the set-up before ${asked} asks for it, or ${instead}.`;
}
/** Names of tests that mean to ask for what is not there. */
const ABSENT_NAME = /unknown|missing|not[_\s-]?found|absent|gone|deleted|nonexist|does_?n.?t_?exist/i;
const TEMPORARY = /^(?:\/tmp|\/var\/folders|[A-Z]:\\Users\\\w+\\AppData)[/\\]/;
/** A file that is not there: a template, a temporary file, or one that should be committed. */
function missingFile({ where, ask, facts }) {
	const asked = ask("file");
	const file = withoutRoot(asked, facts);
	if (/Template(?:DoesNotExist|NotFound)/.test(facts.type)) return `Add the template ${file} to a \`templates\` folder that the settings search, or correct its name at ${where}.`;
	if (/unable to open database file/.test(facts.headline)) return `Create the folder of the SQLite file that ${where} opens and make it writable, or correct its path.`;
	const teardown = teardownIn(facts);
	if (teardown !== null) return `Let the teardown of \`${teardown.fixture}\` at ${where} pass when the file is gone (${toleratedBy(teardown.call)}): the test may have removed or renamed it.`;
	if (TEMPORARY.test(file)) return `Find out why ${file} was not made before ${where}, or allow for it to be missing.`;
	const shown = /^\s{0,8}code: .{0,80}?["']([\w./-]{3,120})["']/m.exec(facts.text)?.[1] ?? "";
	if (file === "" && shown === "") return `Create the file that ${where} opens before the test, or correct its path.`;
	const isAbsolute = /^(?:\/|[A-Z]:)/.test(asked);
	const resource = /^src\/(?:test|main)\/resources\/(\S{1,160})$/.exec(file)?.[1];
	if (resource !== void 0) return `Commit ${file}; if it is committed, read it from the class path (\`getResourceAsStream("/${resource}")\`) at ${where}: the relative path holds only in the folder of its module.`;
	return isAbsolute ? `Commit or create ${first(file, shown)}, or correct the path at ${where}.` : `Commit or create ${first(file, shown)}, or make the path in ${where} independent of the working directory.`;
}
/** A key or row that a lookup did not find. */
function missingKey({ where, testWhere, ask, rootCause, facts, place, request }) {
	const key = ask("key");
	if (key === "") {
		const line = code(facts);
		return `Create ${line === "" ? `the row or element that ${where} asks for` : `the row or element that ${line} asks for (${where})`} in the set-up, or handle its absence there: ${clip$1(rootCause.replace(/ in `.{1,200}`$/, "").replace(/^[\w.]{1,80}: /, ""), 80).replaceAll("`", "'")}.`;
	}
	const shown = /^\d+$/.test(key) || key.startsWith(":") ? key : `'${key}'`;
	if (/ was sent without /.test(rootCause)) return `Send ${shown} with the request at ${testWhere}, or read it with a default at ${where}.`;
	const above = linesAbove(facts, place);
	const mock = mockedAnswer(above);
	if (mock !== null && place !== null) return `Add ${shown} to the answer that ${place.file}:${mock.number} gives the mock (\`${clip$1(mock.text.replaceAll("`", "'"), 90)}\`), or read another key at ${where}.`;
	if (/\.json\(\)|\.body\b|response|resp\b/.test(facts.source) && request !== "" && where === testWhere) return `Print the answer to ${request} at ${where}: it has no ${shown}; correct the key that the test reads, or let the route return it.`;
	const owner = ownerOfKey(key, facts);
	const target = owner === "" ? "" : `\`${owner}\``;
	return target === "" ? `Add ${shown} to the data that ${where} reads (fixture, request or configuration), or read it with a default.` : `Add ${shown} to ${target} where it is built, or read it with a default at ${where}.`;
}
const STEPS$1 = {
	"missing-file": missingFile,
	"duplicate-key": duplicate,
	"missing-column": (about) => missingPart(about, `the column ${first(about.ask("column"), "that the statement names")}`),
	"missing-table": (about) => missingPart(about, `the table ${first(about.ask("table"), "that the statement names")}`),
	"missing-database": ({ where, ask }) => `Create the database ${ask("table")} of the tests before ${where}.`.replace("  ", " "),
	"null-deref": nullValue,
	"parse-error": (about) => /^[\w.]{1,80}: .{1,120}/.test(about.rootCause) && /validation/i.test(about.facts.text) ? schema(about) : /too long|out of range for type|overflow/i.test(about.rootCause) ? tooLong(about) : parse(about),
	"missing-key": missingKey,
	"not-found": notFound,
	schema,
	validation: refusedField,
	encoding: ({ where }) => `Name the encoding where ${where} reads the text (for example \`encoding="latin-1"\`), or store the file as UTF-8.`,
	"foreign-key": parentRow,
	constraint: refusedByCheck,
	"bad-argument": ({ where, rootCause }) => `Pass an argument at ${where} that the function accepts (${clip$1(rootCause, 80).replaceAll("`", "'")}), or expect the error in the test.`,
	"db-error": refusedStatement
};
/** The next step for data that is missing or has another form. */
function forData(about) {
	const known = ofKnown(about);
	const step = STEPS$1[about.kind];
	return (known === "" ? step?.(about) : known) ?? `Print the data that ${about.where} works on, and correct the part that it refuses: ${clip$1(about.rootCause, 100).replaceAll("`", "'")}.`;
}
// src/diagnosis/suggestions/for-flaky.ts
/** A variable or a map that two threads use at once. */
function race({ where, facts }) {
	const [one, other] = accessesIn(facts);
	if (isMapFault(facts)) return `Guard the map that ${one === void 0 ? where : `\`${one.name}\` (${where})`} uses with a \`sync.Mutex\` or \`sync.RWMutex\`, or make it a \`sync.Map\`; \`go test -race\` shows both accesses.`;
	if (one === void 0 || other === void 0) return `Guard the access at ${where} with a lock or mutex; the detector prints both sides.`;
	return `Guard the variable by one mutex ${one.place === other.place ? `in \`${one.name}\` (${one.place})` : `in \`${one.name}\` (${one.place}) and in \`${other.name}\` (${other.place})`}, or let one goroutine own it and send it the changes.`;
}
/** Rows for which two transactions wait. */
function conflict({ where, facts }) {
	if (/database is locked/i.test(facts.head)) return `Close other connections before ${where} writes, or set a busy timeout and WAL mode: SQLite lets one connection write.`;
	const { table, column } = deadlockIn(facts);
	const rows = /deadlock/i.test(facts.head) && table !== "" ? `the rows of ${table}` : "rows";
	return `Lock ${rows} in the same order in every transaction${rows === "rows" || column === "" ? "" : ` (for example sorted by ${column})`}, and repeat the transaction of ${where} when the database ends it.`;
}
/** What a test that passed on a retry saw in the attempt that failed. */
function retried({ where, rootCause, ask }) {
	const seen = /^failed once, then passed on the same commit: (.{3,200})$/.exec(rootCause)?.[1] ?? "";
	const [, thing = "", was = "", wanted = ""] = /^(.{1,100}) is (.{1,60}), expected (.{1,60})$/.exec(seen) ?? [];
	const end = "quarantine the test only with an owner and a date.";
	if (thing !== "" && ask("locator") !== "") return `Wait ${where.startsWith("the ") ? "in" : "before"} ${where} until ${thing} is ${wanted} (for the response or job that sets it): it was still ${was} when the first attempt gave up; ${end}`;
	return seen === "" ? `Remove the dependence on timing at ${where}: wait for the state that it needs; ${end}` : `Find out what decides whether ${where} sees "${clip$1(seen, 100).replace(/["`]/g, "'")}" (order of tests, clock, network, random data) and fix it in the test; ${end}`;
}
/** The next step for failures that another interleaving would not have. */
function forFlaky(about) {
	const { kind, where } = about;
	switch (kind) {
		case "data-race": return race(about);
		case "serialization-failure": return conflict(about);
		case "stale-element": return `Locate the element again right before ${where} uses it: the page has drawn it anew since.`;
		case "race": return `Wait for the navigation to end (\`waitForURL\`, \`waitForLoadState\`) before ${where} reads the page.`;
		case "passed-on-retry": return retried(about);
		default: return `Remove the dependence on timing at ${where}: wait for the state that it needs; quarantine the test only with an owner and a date.`;
	}
}
// src/diagnosis/suggestions/for-timeout.ts
const STEPS = {
	"service-start-timeout": ({ rootCause }) => `Read the log of ${/\bimage (\S{1,120})/.exec(rootCause)?.[1] ?? "the service that did not come up"} (\`docker logs\`); raise its start limit only if it was about to be ready.`,
	"statement-timeout": statement,
	"read-timeout": unanswered,
	deadline: unanswered,
	"navigation-timeout": (about) => /^(\S{1,160}) did not load/.test(about.rootCause) ? unloaded(about) : ofWait(about),
	"hook-timeout": ofHook,
	"suite-timeout": ({ testWhere }) => `Look in the stack traces which test was running (${testWhere}): it blocks the whole program; give its waits a limit.`
};
/** A hook waits for its `done` or for its promise, never for both. */
function ofHook({ facts, testWhere }) {
	const source = `${sourceLine(facts)} ${facts.source} ${facts.nearby()}`;
	const hook = /\b(before|after)(?:All|Each)?(?=\()/.exec(source)?.[0] ?? "the hook";
	const named = hook === "the hook" ? hook : `\`${hook}\``;
	const takesDone = /\b(?:before|after)(?:All|Each)?\((?:function )?\(?done\b/.test(source);
	const opposite = hook.startsWith("after") ? "what it closes or deletes there does not end" : "what it opens there (server, database) never gets ready";
	return takesDone ? `Call \`done()\` on every path of ${named} at ${testWhere}, also in callbacks of errors: ${opposite}.` : `Find out what ${named} at ${testWhere} waits for: its promise never settles, for ${hook === "the hook" ? "what it opens or closes there does not finish" : opposite}.`;
}
/** Where each database lists its locks. */
function locksOf(text) {
	if (/psycopg|postgres|\bpgx?\b|\bPG::/i.test(text)) return "`pg_locks`, `pg_stat_activity`";
	return /mysql|mariadb/i.test(text) ? "`SHOW ENGINE INNODB STATUS`" : "`pg_locks`, `SHOW PROCESSLIST`";
}
/** A statement that waits for a lock, or runs too long. */
function statement({ rootCause, facts, testWhere }) {
	const sql = /\[SQL: ([^\]\n]{1,80})/.exec(facts.text)?.[1] ?? "";
	const named = sql === "" ? "the statement" : `\`${sql.replaceAll("`", "")}\``;
	return /lock/i.test(rootCause) ? `Find the transaction that holds the lock on the rows of ${named} (${locksOf(facts.text)}) and commit it before ${testWhere}.` : `Look at the plan of ${named} (\`EXPLAIN\`) at ${testWhere}: add the index that it needs, or raise its limit.`;
}
/** Who accepted a request and did not answer. */
function unanswered({ ask, request, facts, testWhere, where }) {
	const task = /\b(\w{1,60})\.(?:delay|apply_async)\(/.exec(sourceLine(facts))?.[1];
	if (/celery/i.test(facts.type)) return `Start a worker for the task${task === void 0 ? "" : ` ${task}`} that ${testWhere} waits for, or run tasks eagerly in tests (\`task_always_eager\`).`;
	const host = ask("host");
	const service = serviceOf(facts, host);
	const server = [service, host].filter((part) => part !== "").join(" at ");
	const url = ask("endpoint").includes("://") ? ask("endpoint") : "";
	const asked = first(url, request, `the request of ${testWhere}`);
	const limit = ask("limit");
	const within = limit === "" ? "in time" : `within ${/^[\d.]+$/.test(limit) ? `${limit} s` : limit.replace(/(\d)(?=m?s$)/, "$1 ")}`;
	const at = asked.includes(testWhere) ? "" : ` (${testWhere})`;
	if (service === "" && LOOPBACK.test(host)) return `Find out why the server that listens on ${host} does not answer ${asked.includes(testWhere) ? `the request of ${where}` : `${asked} (${where})`} ${within}: look at its handler, or mock the request; raise the client's limit only if it is that slow.`;
	return `Find in the log of ${first(server, "the server")} why ${asked} got no answer ${within}${at}; mock it, or raise the client's limit only if it is that slow.`;
}
/** A page that did not load in time. */
function unloaded({ rootCause, testWhere, facts }) {
	if (/networkidle/.test(sourceLine(facts))) return `Wait for an element or a response instead of \`networkidle\` at ${testWhere}: the page keeps sending requests (polling, a stream), so it never gets idle.`;
	const [, page = "", within = ""] = /^(\S{1,160}) did not load(.{0,40})/.exec(rootCause) ?? [];
	return `Find out why the server does not answer ${page}${within} (${testWhere}): open it in a browser and look at its handler; where only a late resource holds the page, wait for \`domcontentloaded\` instead of \`load\`.`;
}
const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)(?::\d{1,5})?$/;
const CALLBACK = /"?done\(\)"?/;
/** A runner's limit on one test, by what the test awaits. */
function ofTest({ facts, testWhere, ask }) {
	const limit = ask("limit");
	const line = sourceLine(facts).replace(/;$/, "");
	if (/\b(?:waitForTimeout|sleep|setTimeout|delay|Sleep)\b.{0,30}?\(/.test(line) && !/\bresolve\)?$/.test(line) && line.length <= 90 && !/`|\(\) ?->/.test(line)) return `Replace the fixed wait \`${line}\` at ${testWhere} by a wait for what the test needs, or raise the limit${limit === "" ? "" : ` of ${limit.replace(/(\d)(?=(?:ms|s)$)/, "$1 ")}`}: it ended during this wait.`;
	if (/\bawait\b|\.wait|\bsleep|\.get\(|\.join\(|recv/.test(line) && line.length <= 90 && !/`|\(\) ?->/.test(line)) return `Find out why \`${line}\` at ${testWhere} does not return; raise the limit only if it is really that slow.`;
	if (CALLBACK.test(facts.head) || /\(done\)|done =>/.test(facts.source)) return `Call \`done()\` on every path of ${testWhere}, also in callbacks of errors, or return its promise instead.`;
	return `Find the call of ${testWhere} that never returns (an unresolved promise, a lock, a loop); raise the limit only if the work is really that long.`;
}
/** What a sentence says did not happen, without the time that it was awaited. */
const awaitedIn = (rootCause) => /^(?:the awaited condition|timed? ?out|timeout)/i.test(rootCause) ? "the awaited condition" : `what the message names ("${clip$1(rootCause, 80).replaceAll("\"", "'").replaceAll("`", "'")}")`;
/** A lock, a queue, a pod or another condition that is awaited. */
function ofWait({ rootCause, testWhere, ask, facts }) {
	if (/ImagePullBackOff|ErrImagePull/.test(rootCause)) return `Push the image ${/pulling image "([^"]{1,120})"/.exec(facts.text)?.[1] ?? "of the pod"}, or give the cluster access to its registry (\`imagePullSecrets\`): it cannot be pulled.`;
	if (/\block\b/i.test(rootCause)) return `Find out what holds the lock that ${testWhere} asks for (an earlier test, a crashed worker) and release it in tear-down.`;
	const what = /the condition '([^']{1,120})'/.exec(rootCause)?.[1];
	const line = sourceLine(facts).replace(/;$/, "");
	const isCode = /\w\(/.test(line) && !/^(?:raise|throw|assert)\b/.test(line) && line.length <= 110 && !/`|\(\) ?->/.test(line);
	const awaited = what === void 0 ? isCode ? "" : awaitedIn(rootCause) : `'${what}'`;
	const limit = ask("limit");
	const after = limit === "" ? "" : ` (${limit})`;
	return awaited === "" ? `Find out what should complete \`${line}\` at ${testWhere} and does not${after}: log the value that it polls, or who should answer it; raise the limit only if it comes later.` : `Find out why ${awaited} does not happen before ${testWhere} gives up${after}: log the value that it polls; raise the limit only if it comes later.`;
}
/** An element, a response or an option that a browser action waited for. */
function ofElement({ rootCause, testWhere, facts }, locator) {
	const event = /^no (response|request) came(?: for (\S{1,160}))?/.exec(rootCause);
	if (event) return `Look in the trace whether the page asks for ${event[2] ?? "it"} at all before ${testWhere} gives up, and start waiting for the ${event[1] ?? ""} before the action that causes it.`;
	const option = / has no option (.{1,80})$/.exec(rootCause)?.[1];
	if (option !== void 0) return `Add the option ${option} to ${locator} on the page, or select one that it has (${testWhere}): compare value and label in the trace.`;
	if (/^no element came/.test(rootCause)) return `Compare ${locator} with the page at the time of ${testWhere} (screenshot, \`page_source\`): the element is not there, or not in the state that is waited for; correct the locator or the page.`;
	const unready = forUnready(facts, locator, testWhere);
	if (unready !== "") return unready;
	if (/locator resolved to|element is|element was/.test(facts.text)) return `Look in the trace for what keeps ${locator} from being used at ${testWhere}: it is on the page, so a banner or overlay covers it (close that first), or it moves, is hidden or disabled.`;
	return `Open the trace or screenshot of ${testWhere}: ${locator} was not ready in time (absent, hidden, disabled or covered); then correct the page or the locator.`;
}
/** The next step for a limit that ran out, by kind. */
function forTimeout(about) {
	const { ask, kind, testWhere } = about;
	const locator = ask("locator");
	const blocker = ask("blocker");
	if (blocker !== "") return uncover(blocker, testWhere);
	if (locator !== "" && /^no element matches/.test(about.rootCause)) return missingOnOwnPage(about, locator) || `Compare ${locator} at ${testWhere} with the page in the trace or screenshot: nothing matches it; correct the locator, or the page that should show it.`;
	const step = STEPS[kind];
	if (locator !== "" && step === void 0) return ofElement(about, locator);
	if (step) return step(about);
	if (kind === "test-timeout" || /ran past its limit/.test(about.rootCause)) return ofTest(about);
	return requestOfLine(sourceLine(about.facts)) === "" ? ofWait(about) : unanswered(about);
}
// src/diagnosis/suggestions/suggestion.ts
const MAX_STEP = 400;
const at$1 = (place) => place === null ? "" : `${place.file}:${place.line}`;
const BY_CATEGORY = {
	connection: forConnection,
	timeout: forTimeout,
	auth: forAuth,
	data: forData,
	flaky: forFlaky,
	assertion: forAssertion,
	unknown: forUnknown
};
/** A test without a known line is called by its name. */
function testNamed(name) {
	const own = name.split(/::| › /).at(-1) ?? "";
	return own === "" ? "the failing line" : `the test '${clip$1(own.replace(/["'`]/g, ""), 80)}'`;
}
/** A next step that names a place, a thing or a command. */
function suggestionFor(verdict, facts, ask, context) {
	const { kind, category } = verdict;
	const testWhere = first(at$1(context.place), at$1(context.productPlace), testNamed(context.name));
	const where = first(at$1(context.productPlace), testWhere);
	const request = first(pathOf(ask("endpoint")), requestNear(facts));
	const rootCause = context.rootCause.replace(/ in `[^`]{1,200}`$/, "");
	const about = {
		...context,
		rootCause,
		kind,
		facts,
		ask,
		where,
		testWhere,
		request
	};
	const step = BY_CATEGORY[category](about).replace(/ at (?=the test ')/g, " in ");
	return finished(clip$1(withValues(step, facts), MAX_STEP));
}
// src/diagnosis/diagnose-failure.ts
const NONE_SHARED = /* @__PURE__ */ new Map();
function userVerdict({ rule, evidence }) {
	const { category, kind = "user" } = rule.rule;
	return {
		category,
		kind,
		confidence: "high",
		rule: rule.name,
		evidence
	};
}
function wordsOfUser({ rule, cause, suggestion }) {
	return {
		...cause === "" ? {} : {
			rootCause: cause,
			causeKey: `${rule.name}:${cause}`
		},
		...suggestion === "" ? {} : { suggestion }
	};
}
/** The user's own words come first, then those of the tool's reader, then the common ones, made only when needed. */
function wordsOf(user, tool, note, common) {
	const fixStart = note === "" ? void 0 : `${note} Fix its start, or point the tests elsewhere.`;
	return {
		rootCause: user.rootCause ?? tool.rootCause ?? common.rootCause(),
		suggestion: user.suggestion ?? fixStart ?? tool.suggestion ?? common.suggestion(),
		causeKey: user.causeKey ?? tool.causeKey ?? common.causeKey()
	};
}
/** An order-dependent test has its cause in another test, whatever its own message reads like. */
function wordsOfOrder({ orderDependence }, user, words) {
	if (orderDependence === void 0 || user !== null) return words;
	return {
		rootCause: `${orderDependence}: ${words.rootCause}`,
		suggestion: "Reset what an earlier test leaves behind (module state, files, rows, environment variables) in its own teardown or fixture.",
		causeKey: `order-dependent:${words.causeKey}`
	};
}
const at = (place) => place === null ? "" : `${place.file}:${place.line}`;
/** Kinds whose next step depends on what the test is called. */
const SAYS_NAME = /^(?:unexpected-pass|not-found|status-code)$/;
/** Both sentences, made once for all failures with one text at one place. */
function sentencesOf(known, { verdict, facts, ask, about }) {
	const { place, productPlace, runner, name } = about;
	const isNamed = place === null && productPlace === null || SAYS_NAME.test(verdict.kind);
	const key = [
		verdict.rule,
		verdict.kind,
		facts.source,
		at(place),
		at(productPlace),
		runner,
		isNamed ? name : ""
	].join("\0");
	const found = known.get(key);
	if (found) return found;
	const rootCause = inPlainWords(rootCauseOf(verdict, facts, ask), facts.text);
	const pair = {
		rootCause,
		suggestion: suggestionFor(verdict, facts, ask, {
			...about,
			rootCause
		})
	};
	known.set(key, pair);
	return pair;
}
/** The places depend on the classification, and what only a line of source shows depends on the places. */
function placed(failure, context, { facts, frames, verdict }) {
	const places = placesOf(frames, failure, context, verdict.category !== "assertion" || verdict.kind === "mock");
	const nearby = lazy(() => sourceOfTest(places.place, context));
	const source = sourceLineAt(places.place, context);
	const productSource = sourceLineAt(places.productPlace, context);
	const ownFile = (path) => context.resolvePath?.(path, failure.context).file ?? null;
	const filesIn = context.filesIn ?? facts.filesIn;
	const linesOf = (file) => context.sourceOf?.(file) ?? [];
	const sourced = {
		...facts,
		source,
		productSource,
		nearby,
		ownFile,
		filesIn,
		linesOf
	};
	return {
		...places,
		facts: sourced,
		ruled: withSource(verdict, sourced)
	};
}
/** Reads, classifies and words one failure. Pure, bounded, never throws on hostile text. */
function ruleFailure(failure, context, reader = readAndClassify) {
	const reading = reader(failure);
	const { facts, ruled, place, productPlace, reason, candidates } = placed(failure, context, reading);
	const user = userMatch(context.userRules ?? [], facts);
	const tool = readToolFailure(failure, context.violations ?? NONE_SHARED);
	const verdict = user === null ? tool?.verdict ?? ruled : userVerdict(user);
	const ask = entityFinder(facts);
	const note = verdict.category === "connection" ? appNote(failure.key, ask("host"), context) : "";
	const changed = changedAt([place, productPlace], context);
	const about = {
		place,
		productPlace,
		runner: failure.runner,
		name: failure.name
	};
	const sentences = () => sentencesOf(reading.sentences, {
		verdict,
		facts,
		ask,
		about
	});
	const words = wordsOfOrder(failure, user, wordsOf(user === null ? {} : wordsOfUser(user), tool ?? {}, note, {
		rootCause: () => sentences().rootCause,
		suggestion: () => sentences().suggestion,
		causeKey: () => causeKeyOf$1(verdict, facts, ask, failure, {
			test: place,
			product: productPlace
		})
	}));
	const { category, kind, confidence, rule } = verdict;
	return {
		failure,
		facts,
		verdict,
		ask,
		candidates,
		diagnosis: {
			key: failure.key,
			category,
			kind,
			confidence,
			rule,
			...words,
			quotes: (user === null ? tool?.quotes : void 0) ?? quotesOf$1(verdict, facts),
			place,
			productPlace,
			source: user === null ? "rules" : "user",
			fixCode: "",
			...reason,
			...changed === void 0 ? {} : { changed }
		}
	};
}
// src/diagnosis/settle.ts
/** A refusal without a reason has the reason that the run gives for the same endpoint, when it gives exactly one. */
function withReasons(diagnoses) {
	const keys = [...new Set(diagnoses.map(({ causeKey }) => causeKey))];
	return diagnoses.map((diagnosis) => {
		if (!diagnosis.causeKey.startsWith("auth:unexplained:")) return diagnosis;
		const path = diagnosis.causeKey.slice(17);
		const [explained, ...others] = keys.filter((key) => /^auth:(?!raised:|unexplained:)[\w-]+:/.test(key) && key.endsWith(`:${path}`));
		return explained === void 0 || others.length > 0 ? diagnosis : {
			...diagnosis,
			causeKey: explained
		};
	});
}
/** One sentence never stands on two cards: causes that read alike are distinguished by their places. */
function withPlaces(diagnoses) {
	const keys = /* @__PURE__ */ new Map();
	for (const { rootCause, causeKey } of diagnoses) keys.set(rootCause, (keys.get(rootCause) ?? /* @__PURE__ */ new Set()).add(causeKey));
	return diagnoses.map((diagnosis) => {
		const { rootCause, place, key } = diagnosis;
		if ((keys.get(rootCause)?.size ?? 0) < 2) return diagnosis;
		const where = place === null ? key.split(/::|\s›\s/).at(-1) ?? key : `${place.file}:${place.line}`;
		if (rootCause.includes(where)) return diagnosis;
		return {
			...diagnosis,
			rootCause: `${clip$1(rootCause, Math.max(80, 237 - where.length))} (${where.slice(-154)})`
		};
	});
}
/** Spring's name of an application context, in the failure that loaded it and in those that were not tried again. */
const CONTEXT = /(failed to load|failure threshold \(\d{1,4}\) exceeded).{0,80}\[\w{0,40}ContextConfiguration@([\da-f]{4,16})\b/i;
/** A test whose context was not loaded again has the cause of the first attempt. */
function withContexts(diagnoses, failures) {
	const found = failures.map(({ message, details }) => CONTEXT.exec(`${message.slice(0, 400)}\n${details.slice(0, 400)}`));
	if (found.every((match) => match === null)) return diagnoses;
	const loaded = /* @__PURE__ */ new Map();
	for (const [at, match] of found.entries()) {
		const diagnosis = diagnoses[at];
		if (diagnosis && match && /load/i.test(match[1] ?? "") && !loaded.has(match[2] ?? "")) loaded.set(match[2] ?? "", diagnosis);
	}
	return diagnoses.map((diagnosis, at) => {
		const first = loaded.get(found[at]?.[2] ?? "");
		if (first === void 0 || /load/i.test(found[at]?.[1] ?? "")) return diagnosis;
		const { category, kind, rootCause, suggestion, causeKey } = first;
		return {
			...diagnosis,
			category,
			kind,
			rootCause,
			suggestion,
			causeKey,
			confidence: "medium",
			rule: "context/first-load"
		};
	});
}
/** What only the whole run can decide: reasons that failures share, and sentences that must differ. */
function settled(diagnoses, failures) {
	return withPlaces(withContexts(withReasons(diagnoses), failures));
}
// src/diagnosis/diagnose-run.ts
const ORDER = {
	high: 0,
	medium: 1,
	low: 2
};
/** Short and stable over runs: the same cause key has the same id tomorrow. */
function causeId(causeKey) {
	return createHash("sha256").update(causeKey).digest("hex").slice(0, 12);
}
/** The clearest member speaks for the cause. */
function representative(members) {
	return [...members].sort((a, b) => ORDER[a.confidence] - ORDER[b.confidence])[0] ?? members[0];
}
function causeOf(causeKey, members) {
	const { category, kind, confidence, rootCause, suggestion, quotes, place, unlocated, source, fixCode, changed } = representative(members);
	return {
		id: causeId(causeKey),
		category,
		kind,
		confidence,
		rootCause,
		suggestion,
		quotes,
		place,
		source,
		fixCode,
		...unlocated === void 0 ? {} : { unlocated },
		...changed === void 0 ? {} : { changed },
		failures: members.map(({ key }) => key)
	};
}
/** Groups diagnoses into causes, the one with the longest reach first; ties keep the order of the run. */
function causesOf(diagnoses) {
	const groups = /* @__PURE__ */ new Map();
	for (const diagnosis of diagnoses) {
		const group = groups.get(diagnosis.causeKey);
		if (group) group.push(diagnosis);
		else groups.set(diagnosis.causeKey, [diagnosis]);
	}
	return [...groups].map(([key, members]) => causeOf(key, members)).sort((a, b) => b.failures.length - a.failures.length);
}
/** Who decided the causes where no model was asked. */
const RULES_NOTE = "Decided by rules.";
/** True for a sentence that names no thing: the rules may be sure of the category and still explain nothing. */
function isThin({ rootCause }) {
	return rootCause.length < 15 || /^(?:the compared value is|the report holds no message|unknown cause)/.test(rootCause);
}
/** Diagnoses every failure of a run by rules and keeps what they read of those they are unsure of, or of all. */
function ruleRun(failures, context = {}, keep = "unsure") {
	const kept = [];
	const reader = rememberingReader();
	const whole = {
		...context,
		violations: sharedViolations(failures)
	};
	const diagnoses = settled(failures.map((failure) => {
		const ruled = ruleFailure(failure, whole, reader);
		if (keep === "all" || ruled.diagnosis.confidence !== "high" || isThin(ruled.diagnosis)) kept.push(ruled);
		return ruled.diagnosis;
	}), failures);
	return {
		failures: kept,
		run: {
			diagnoses,
			causes: causesOf(diagnoses),
			notes: [RULES_NOTE]
		}
	};
}
export { compileUserRules as a, ruleRun as i, causesOf as n, sourceAround as o, isThin as r, RULES_NOTE as t };
