import { An as testKey, Mr as finalStateOf, On as routeCoverage, an as runSuite, f as GENERATED, g as recordGenerated, kn as wordsOf, p as GENERATED_SUITE } from "./start.js";
import { join } from "node:path";
// src/generate/python-literal.ts
const WIDTH = 100;
/**
* A value as a Python literal, on one line when it fits and else one member a line. `indent` is the column of the line
* it starts on, `used` the characters that line already has.
*/
function pythonLiteral(value, indent = 0, used = indent) {
	const flat = flatLiteral(value);
	if (used + flat.length <= WIDTH || typeof value !== "object" || value === null) return flat;
	const inner = " ".repeat(indent + 4);
	const lines = isList(value) ? value.map((item) => `${inner}${pythonLiteral(item, indent + 4)},\n`) : Object.entries(value).map(([name, item]) => {
		const key = `${quoted(name)}: `;
		return `${inner}${key}${pythonLiteral(item, indent + 4, indent + 4 + key.length)},\n`;
	});
	const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
	return `${open}\n${lines.join("")}${" ".repeat(indent)}${close}`;
}
const isList = (value) => Array.isArray(value);
function flatLiteral(value) {
	if (value === null) return "None";
	if (typeof value === "string") return quoted(value);
	if (typeof value === "boolean") return value ? "True" : "False";
	if (typeof value === "number") return String(value);
	if (isList(value)) return `[${value.map(flatLiteral).join(", ")}]`;
	return `{${Object.entries(value).map(([name, item]) => `${quoted(name)}: ${flatLiteral(item)}`).join(", ")}}`;
}
/** JSON's strings are Python's, once line separators that end a line for editors are escaped too. */
function quoted(text) {
	const escape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
	return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]/g, escape);
}
/** Text for a docstring: one line that cannot end it. */
function docText(text) {
	return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ").trim().replaceAll("\\", "/").replaceAll("\"", "'").slice(0, 100).toWellFormed();
}
const MAX_CHARS = 4e3;
/** The value as plain data; undefined when it cannot be: too large, in a circle, not JSON's. */
function plainOf(value) {
	try {
		const text = JSON.stringify(value);
		return text === void 0 || text.length > MAX_CHARS ? void 0 : JSON.parse(text);
	} catch {
		return;
	}
}
// src/generate/smoke_conftest.py?text
var smoke_conftest_default = "\"\"\"What the smoke tests beside this file share.\n\nBASE_URL is where the API answers. API_AUTHORIZATION, when set, is sent as the Authorization header (\"Bearer ...\").\n\"\"\"\n\nimport fnmatch\nimport json as json_module\nimport os\nimport urllib.error\nimport urllib.parse\nimport urllib.request\n\nimport pytest\n\nBASE_PATH = \"\"\nTIMEOUT = 10  # seconds\nTYPES = {\"object\": dict, \"array\": list, \"string\": str, \"boolean\": bool, \"null\": type(None), \"number\": (int, float)}\n\n\nclass NoRedirects(urllib.request.HTTPRedirectHandler):\n    def redirect_request(self, *_args):\n        return None\n\n\nclass Api:\n    def __init__(self, base_url, authorization):\n        base_url = base_url.rstrip(\"/\")\n        self.base_url = base_url if base_url.endswith(BASE_PATH) else base_url + BASE_PATH\n        self.authorization = authorization\n        self.skips_refusals = False\n\n    def may_need_credentials(self):\n        \"\"\"Without credentials a refusal says nothing about the API: the test is skipped then.\"\"\"\n        self.skips_refusals = not self.authorization\n\n    def call(self, method, path, query=None, headers=None, json=None):\n        url = self.base_url + path + (\"?\" + urllib.parse.urlencode(query, doseq=True) if query else \"\")\n        all_headers = {\"Accept\": \"*/*\", **{name: str(value) for name, value in (headers or {}).items()}}\n        if self.authorization:\n            all_headers[\"Authorization\"] = self.authorization\n        data = None\n        if json is not None:\n            data, all_headers[\"Content-Type\"] = json_module.dumps(json).encode(), \"application/json\"\n        request = urllib.request.Request(url, data, all_headers, method=method)\n        try:\n            with urllib.request.build_opener(NoRedirects).open(request, timeout=TIMEOUT) as response:\n                answer = Answer(f\"{method} {path}\", response.status, response.headers, response.read())\n        except urllib.error.HTTPError as error:\n            answer = Answer(f\"{method} {path}\", error.code, error.headers, error.read())\n        if self.skips_refusals and answer.status in (401, 403):\n            pytest.skip(f\"{answer.request} answers {answer.status} without credentials: set API_AUTHORIZATION\")\n        return answer\n\n\nclass Answer:\n    def __init__(self, request, status, headers, body):\n        self.request, self.status, self.headers, self.body = request, status, headers, body\n\n    def has_status(self, *documented):\n        matching = any(self.status == one or f\"{self.status // 100}XX\" == one for one in documented)\n        names = \" or \".join(str(one) for one in documented)\n        assert matching, f\"{self.request} answers {self.status}, documented is {names}: {self.body[:300]!r}\"\n\n    def has_type(self, *documented):\n        found = self.headers.get_content_type() if \"Content-Type\" in self.headers else \"nothing\"\n        matching = any(fnmatch.fnmatch(found, one) for one in documented)\n        assert matching, f\"{self.request} answers with {found}, documented is {' or '.join(documented)}\"\n\n    def matches(self, schema):\n        found = differences(json_module.loads(self.body), schema)\n        assert not found, f\"{self.request} does not answer as documented: \" + \"; \".join(found[:5])\n\n\ndef is_of(value, name):\n    if name == \"integer\":\n        return is_of(value, \"number\") and (isinstance(value, int) or value.is_integer())\n    return isinstance(value, TYPES[name]) and not (name == \"number\" and isinstance(value, bool))\n\n\ndef differences(value, schema, at=\"answer\"):\n    \"\"\"How a JSON value differs from a schema: types, required members, allowed values, alternatives.\"\"\"\n    types = schema.get(\"type\", [])\n    types = [types] if isinstance(types, str) else types\n    if types and not any(is_of(value, name) for name in types):\n        return [f\"{at} is {type(value).__name__}, not {' or '.join(types)}\"]\n    found = []\n    if \"enum\" in schema and value not in schema[\"enum\"]:\n        found.append(f\"{at} is {value!r}, not one of {schema['enum']}\")\n    if \"anyOf\" in schema and all(differences(value, one, at) for one in schema[\"anyOf\"]):\n        found.append(f\"{at} fits none of its documented forms\")\n    if isinstance(value, dict):\n        found += [f\"{at}.{name} is missing\" for name in schema.get(\"required\", []) if name not in value]\n        for name, inner in schema.get(\"properties\", {}).items():\n            found += differences(value[name], inner, f\"{at}.{name}\") if name in value else []\n    if isinstance(value, list) and \"items\" in schema:\n        for index, item in enumerate(value[:20]):\n            found += differences(item, schema[\"items\"], f\"{at}[{index}]\")\n    return found\n\n\n@pytest.fixture\ndef api():\n    base_url = os.environ.get(\"BASE_URL\", \"\")\n    assert base_url, \"BASE_URL is not set: it is where the API answers, for instance http://127.0.0.1:8000\"\n    return Api(base_url, os.environ.get(\"API_AUTHORIZATION\", \"\"))\n";
// src/generate/example-value.ts
const BY_FORMAT = {
	date: "2026-01-01",
	"date-time": "2026-01-01T00:00:00Z",
	email: "someone@example.com",
	uuid: "00000000-0000-4000-8000-000000000000",
	uri: "https://example.com/"
};
/** A value that the description itself gives: an example, a default, or the first of the allowed ones. */
function givenValue(examples, schema) {
	return [
		...examples,
		...schema?.examples ?? [],
		...schema?.allowed ?? []
	].map(plainOf).find((value) => value !== void 0 && value !== null);
}
/**
* A value for a parameter. What identifies something (a path) is never guessed; a query or header may be made from its
* type when any such value means something. Undefined when there is no honest one.
*/
function parameterValue({ in: place, examples, schema }) {
	return givenValue(examples, schema) ?? (place === "path" ? void 0 : typedValue(schema));
}
function typedValue(schema) {
	switch (schema.types.find((type) => type !== "null")) {
		case "boolean": return false;
		case "integer":
		case "number": return schema.minimum ?? Math.min(1, schema.maximum ?? 1);
		case "string": return BY_FORMAT[schema.format];
		case "array": return schema.items === null ? void 0 : listOf(givenValue([], schema.items) ?? typedValue(schema.items));
		default: return;
	}
}
const listOf = (value) => value === void 0 ? void 0 : [value];
// src/generate/smoke-request.ts
const RESERVED = /* @__PURE__ */ new Set([
	"accept",
	"content-type",
	"authorization"
]);
const SAFE = [
	"GET",
	"HEAD",
	"OPTIONS"
];
/**
* Plans the request of an operation from what its description gives. Required parameters only. Without `unsafe`,
* methods that change data are planned and marked as not to be made.
*/
function smokeRequest(operation, unsafe) {
	const wanted = operation.parameters.filter(({ required, in: place, name }) => {
		return required && !(place === "header" && RESERVED.has(name.toLowerCase()));
	});
	const values = new Map(wanted.map((parameter) => [parameter, parameterValue(parameter)]));
	const json = bodyOf(operation);
	const missing = [...wanted.filter((parameter) => isMissing(parameter, values)).map(({ in: place, name }) => `${place} parameter ${name}`), ...operation.body?.required === true && json === void 0 ? ["JSON body"] : []];
	const reasons = [...unsafe || SAFE.includes(operation.method) ? [] : [`${operation.method} changes data: remove this mark if that is safe`], ...missing.length === 0 ? [] : [`the API description has no example for: ${missing.join(", ").slice(0, 300)}`]];
	return {
		path: filledPath(operation, values),
		query: named("query", values),
		headers: named("header", values),
		json,
		skip: reasons.join("; ")
	};
}
function isMissing(parameter, values) {
	const value = values.get(parameter);
	if (value === void 0 || parameter.in === "cookie") return true;
	return parameter.in !== "query" && typeof value === "object";
}
function filledPath({ path }, values) {
	return [...values].reduce((filled, [{ in: place, name }, value]) => {
		if (place !== "path" || value === void 0 || typeof value === "object") return filled;
		return filled.replaceAll(`{${name}}`, () => encodeURIComponent(String(value).toWellFormed()));
	}, path);
}
function named(place, values) {
	const found = [...values].filter(([parameter, value]) => parameter.in === place && value !== void 0);
	return Object.fromEntries(found.map(([{ name }, value]) => [name, value ?? null]));
}
function bodyOf({ body }) {
	const json = body?.content.find(({ mediaType }) => isJson(mediaType));
	return json === void 0 ? void 0 : givenValue(json.examples, null) ?? givenValue(json.schema?.examples ?? [], null);
}
/** `application/json` and what is written like it: `application/problem+json`. */
function isJson(mediaType) {
	return /^application\/([\w.-]{1,100}\+)?json$/.test(mediaType);
}
// src/generate/answer-schema.ts
const MAX_DEPTH = 4;
const MAX_SCHEMAS = 60;
/**
* A schema as the check of the generated tests reads it: `type`, `required`, `properties`, `items`, `enum`, `anyOf`.
* What is deeper or more than can be read by a person is left unchecked. Null when nothing is left to check.
*/
function answerSchema(schema) {
	const plain = reduced(schema, 0, { left: MAX_SCHEMAS });
	return Object.keys(plain).length === 0 ? null : plain;
}
function reduced(schema, depth, budget) {
	budget.left -= 1;
	if (depth > MAX_DEPTH || budget.left < 0) return {};
	const inner = (one) => reduced(one, depth + 1, budget);
	const required = schema.required.filter((name) => schema.properties.get(name)?.writeOnly !== true);
	const properties = [...schema.properties].map(([name, property]) => [name, inner(property)]).filter(([, property]) => Object.keys(property).length > 0);
	const items = schema.items === null ? {} : inner(schema.items);
	return {
		...typeOf(schema),
		...allowedOf(schema),
		...required.length > 0 ? { required } : {},
		...properties.length > 0 ? { properties: Object.fromEntries(properties) } : {},
		...Object.keys(items).length > 0 ? { items } : {},
		...variantsOf(schema, inner)
	};
}
function typeOf({ types }) {
	const [first, second] = types;
	if (first === void 0) return {};
	return { type: second === void 0 ? first : types };
}
/** A null among the types is allowed although the list does not name it: OpenAPI 3.0 documents are written so. */
function allowedOf({ allowed, types }) {
	if (allowed.length === 0) return {};
	const all = plainOf(types.includes("null") ? [...allowed, null] : allowed);
	return all === void 0 ? {} : { enum: all };
}
/** One variant that takes anything makes the choice say nothing. */
function variantsOf({ variants }, inner) {
	const plain = variants.map(inner);
	return plain.length > 0 && plain.every((one) => Object.keys(one).length > 0) ? { anyOf: plain } : {};
}
// src/generate/smoke-test.ts
/** One test function, readable and complete; a request that must not be made is a test with a skip mark. */
function renderSmokeTest(name, operation, request) {
	const { method, path, summary, operationId } = operation;
	const reported = docText(summary || operationId);
	const successes = operation.responses.filter(({ status }) => /^[23]/.test(status));
	return [
		...request.skip === "" ? [] : [`@pytest.mark.skip(reason=${pythonLiteral(request.skip)})`],
		`def ${name}(api):`,
		`    """${docText(`${method} ${path}`)}${reported === "" ? "" : `: ${reported}`}"""`,
		...needsCredentials(operation) ? [`    api.may_need_credentials()`] : [],
		`    answer = api.call(${argumentsOf(method, request).join(", ")})`,
		`    answer.has_status(${statusesOf(successes).map(statusLiteral).join(", ")})`,
		...method === "HEAD" ? [] : contentChecks(successes),
		""
	].join("\n");
}
function argumentsOf(method, { path, query, headers, json }) {
	const named = (name, value) => `${name}=${pythonLiteral(value, 4, 4 + name.length + 24)}`;
	return [
		pythonLiteral(method),
		pythonLiteral(path),
		...Object.keys(query).length > 0 ? [named("query", query)] : [],
		...Object.keys(headers).length > 0 ? [named("headers", headers)] : [],
		...json === void 0 ? [] : [named("json", json)]
	];
}
/** From the description, or from the answers it documents. */
function needsCredentials({ authRequired, responses }) {
	return authRequired || responses.some(({ status }) => status === "401" || status === "403");
}
/** Any success will do where the description names none. */
function statusesOf(successes) {
	return successes.length > 0 ? successes.map(({ status }) => status.toUpperCase()) : ["2XX", "3XX"];
}
const statusLiteral = (status) => /^\d+$/.test(status) ? status : `"${status}"`;
/** Checked only where one success is documented: with several, which content belongs to the answer is open. */
function contentChecks(successes) {
	const content = successes.length === 1 ? successes[0]?.content ?? [] : [];
	if (content.length === 0) return [];
	return [`    answer.has_type(${content.map(({ mediaType }) => pythonLiteral(mediaType)).join(", ")})`, ...schemaCheck(content)];
}
function schemaCheck(content) {
	const [only] = content;
	if (content.length !== 1 || only === void 0 || !isJson(only.mediaType)) return [];
	const schema = only.schema === null ? null : answerSchema(only.schema);
	return schema === null ? [] : [`    answer.matches(${pythonLiteral(schema, 4, 20)})`];
}
/** `test_get_pets_pet_id_success`: the name from which the route is found again. */
function smokeTestName({ method, path }) {
	return [
		"test",
		method.toLowerCase(),
		...wordsOf(path),
		"success"
	].join("_");
}
/** `test_smoke_pets.py`: the file for everything under the first segment of the path that is no parameter. */
function smokeFileName({ path }) {
	const segments = path.split("/").filter((segment) => segment !== "" && !/^(\{|(api|rest|v\d{1,3})$)/i.test(segment));
	return `test_smoke_${wordsOf(segments[0] ?? "").join("_").slice(0, 60) || "root"}.py`;
}
// src/generate/generate-tests.ts
const MAX_TESTS = 2e3;
/**
* A pytest smoke test for every operation that is not in `covered` (`GET /pets/{pet_id}`, as the description writes
* it), in one file for each first path segment and a conftest.py. No file when everything is covered. By default only
* GET, HEAD and OPTIONS are asked; the others are there with a skip mark that says why.
*/
function generateTests(operations, covered, options = { unsafe: false }) {
	const missing = operations.filter(({ method, path }) => method !== "TRACE" && !covered.has(`${method} ${path}`)).slice(0, MAX_TESTS);
	const files = /* @__PURE__ */ new Map();
	const names = /* @__PURE__ */ new Set();
	for (const operation of missing) {
		const test = renderSmokeTest(freeName(smokeTestName(operation), names), operation, smokeRequest(operation, options.unsafe));
		const file = smokeFileName(operation);
		if (!files.get(file)?.push(test)) files.set(file, [test]);
	}
	if (missing.length === 0) return [];
	const modules = [...files].map(([path, tests]) => ({
		path,
		text: moduleText(path, tests)
	}));
	return [{
		path: "conftest.py",
		text: conftestText(missing[0]?.basePath ?? "")
	}, ...modules];
}
/** Paths that differ in punctuation alone would share a name; the number comes last, where names may say anything. */
function freeName(name, taken) {
	let free = name;
	for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
	taken.add(free);
	return free;
}
/** The conftest.py that every generated test needs; `BASE_URL` may already end with `basePath`, the path of the API's server. */
function conftestText(basePath) {
	return smoke_conftest_default.replace("BASE_PATH = \"\"", () => `BASE_PATH = ${pythonLiteral(basePath)}`);
}
function moduleText(path, tests) {
	const about = docText(path.replace(/^test_smoke_|\.py$/g, "").replaceAll("_", " "));
	const pytest = tests.some((test) => test.startsWith("@pytest")) ? "import pytest\n\n\n" : "";
	return `${`"""Smoke tests of ${about}, generated from the API description. Adopt and change them."""\n\n`}${pytest === "" ? "\n" : pytest}${tests.join("\n\n")}`;
}
// src/app/execute/generated-suite.ts
/**
* Writes a smoke test for every operation that no test of the run has touched, below `artifacts/generated/tests`, and
* runs them as suite `generated`. Null when everything is touched, or when a suite of that name exists.
*/
async function runGenerated(runs, api, recorded, services) {
	if (services.signal.aborted) return null;
	const { files: disk, runDirectory } = services;
	if (runs.some(({ suite }) => suite.name === "generated")) return nothing(disk, runDirectory);
	const named = runs.flatMap((run) => run.tests).map((test) => ({
		...test,
		key: testKey(test),
		final: finalStateOf(test)
	}));
	const touched = routeCoverage(named, api.operations, recorded).operations.filter(({ tested }) => tested);
	const files = generateTests(api.operations, new Set(touched.map(({ route }) => route)));
	if (files.length === 0) return nothing(disk, runDirectory);
	const directory = join(runDirectory, "artifacts", GENERATED, "tests");
	const suite = suiteIn(directory, runs, services);
	await recordGenerated(disk, runDirectory, suite);
	await disk.writeWhole(join(directory, "pytest.ini"), "[pytest]\n");
	for (const { path, text } of files) await disk.writeWhole(join(directory, path), text);
	return runSuite(suite, services);
}
async function nothing(files, runDirectory) {
	await recordGenerated(files, runDirectory, null);
	return null;
}
/** Beside the user's own pytest suite it takes that suite's Python. */
function suiteIn(directory, runs, { settings }) {
	const own = runs.map(({ suite }) => suite).find((suite) => suite.runner === "pytest");
	return {
		...GENERATED_SUITE,
		path: directory,
		args: [
			"-c",
			join(directory, "pytest.ini"),
			"--rootdir",
			directory,
			"-p",
			"no:cacheprovider"
		],
		env: {
			...own?.env,
			PYTHONDONTWRITEBYTECODE: "1"
		},
		timeoutMs: own?.timeoutMs ?? GENERATED_SUITE.timeoutMs,
		workingDirectory: settings.workingDirectory,
		python: own?.runner === "pytest" ? own.python : null
	};
}
export { runGenerated };
