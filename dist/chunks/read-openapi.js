import { Cr as numberOf, Dr as textsOf, Er as textOf, Sr as member, br as entriesOf, xr as listOf } from "./start.js";
// src/model/api.ts
/** HTTP methods that an API description can have operations for. */
const API_METHODS = [
	"GET",
	"POST",
	"PUT",
	"PATCH",
	"DELETE",
	"HEAD",
	"OPTIONS",
	"TRACE"
];
// src/openapi/schema.ts
const TYPES = [
	"string",
	"number",
	"integer",
	"boolean",
	"object",
	"array",
	"null"
];
const MAX_DEPTH = 24;
const MAX_SCHEMAS = 5e4;
const MAX_MEMBERS = 500;
/** A schema that says nothing: every value fits. */
const ANY_SCHEMA = {
	types: [],
	properties: /* @__PURE__ */ new Map(),
	required: [],
	items: null,
	variants: [],
	allowed: [],
	examples: [],
	format: "",
	minimum: null,
	maximum: null,
	minLength: null,
	writeOnly: false
};
/**
* Reads schemas of OpenAPI 2 and 3 (JSON Schema). A schema inside itself, one too deep, and everything after the
* 50,000th is "any": the values stay finite whatever the document says.
*/
var SchemaReader = class {
	#references;
	#known = /* @__PURE__ */ new Map();
	#open = /* @__PURE__ */ new Set();
	#count = 0;
	constructor(references) {
		this.#references = references;
	}
	read(raw, depth = 0) {
		const { value, pointer } = this.#references.resolve(raw);
		const known = this.#known.get(pointer);
		if (known !== void 0) return known;
		if (depth > MAX_DEPTH || this.#open.has(pointer) || ++this.#count > MAX_SCHEMAS) return ANY_SCHEMA;
		if (pointer === "") return this.#merged(value, depth);
		this.#open.add(pointer);
		const schema = this.#merged(value, depth);
		this.#open.delete(pointer);
		this.#known.set(pointer, schema);
		return schema;
	}
	#merged(value, depth) {
		return listOf(value, "allOf").slice(0, MAX_MEMBERS).map((part) => this.read(part, depth + 1)).reduce(joined, this.#own(value, depth));
	}
	#own(value, depth) {
		const variants = [...listOf(value, "oneOf"), ...listOf(value, "anyOf")].slice(0, MAX_MEMBERS);
		const items = member(value, "items");
		const properties = entriesOf(member(value, "properties")).slice(0, MAX_MEMBERS);
		return {
			types: typesOf(value),
			properties: new Map(properties.map(([name, schema]) => [name, this.read(schema, depth + 1)])),
			required: textsOf(value, "required"),
			items: items === void 0 ? null : this.read(items, depth + 1),
			variants: variants.map((variant) => this.read(variant, depth + 1)),
			allowed: allowedOf(value),
			examples: [...examplesOf(value), ...present(member(value, "default"))],
			format: textOf(value, "format"),
			minimum: numberOf(value, "minimum") ?? moved(numberOf(value, "exclusiveMinimum"), 1),
			maximum: numberOf(value, "maximum") ?? moved(numberOf(value, "exclusiveMaximum"), -1),
			minLength: numberOf(value, "minLength"),
			writeOnly: member(value, "writeOnly") === true
		};
	}
};
/** `example`, `x-example` and `examples` of a schema, a parameter or a media type, values only. */
function examplesOf(value) {
	const named = entriesOf(member(value, "examples")).flatMap(([, example]) => present(member(example, "value")));
	return [
		...[...present(member(value, "example")), ...present(member(value, "x-example"))],
		...listOf(value, "examples"),
		...named
	].slice(0, MAX_MEMBERS);
}
const moved = (limit, by) => limit === null ? null : limit + by;
const present = (value) => value === void 0 ? [] : [value];
function typesOf(value) {
	const named = [textOf(value, "type"), ...textsOf(value, "type")].filter(isType);
	const nullable = member(value, "nullable") === true || member(value, "x-nullable") === true;
	if (named.length > 0) return nullable ? [...named, "null"] : named;
	if (entriesOf(member(value, "properties")).length > 0) return nullable ? ["object", "null"] : ["object"];
	return [];
}
const isType = (name) => TYPES.includes(name);
function allowedOf(value) {
	return [...listOf(value, "enum").slice(0, MAX_MEMBERS), ...present(member(value, "const"))];
}
function joined(one, other) {
	return {
		types: one.types.length > 0 ? one.types : other.types,
		properties: new Map([...other.properties, ...one.properties]),
		required: [.../* @__PURE__ */ new Set([...one.required, ...other.required])],
		items: one.items ?? other.items,
		variants: one.variants.length > 0 ? one.variants : other.variants,
		allowed: one.allowed.length > 0 ? one.allowed : other.allowed,
		examples: [...one.examples, ...other.examples].slice(0, MAX_MEMBERS),
		format: one.format || other.format,
		minimum: one.minimum ?? other.minimum,
		maximum: one.maximum ?? other.maximum,
		minLength: one.minLength ?? other.minLength,
		writeOnly: one.writeOnly || other.writeOnly
	};
}
// src/openapi/operation.ts
const PLACES = [
	"path",
	"query",
	"header",
	"cookie"
];
const MAX_PARAMETERS = 200;
const MAX_RESPONSES = 100;
/** Reads one operation; `item` is the path item around it, whose parameters it inherits. */
function readOperation(method, path, item, raw, context) {
	const parameters = rawParameters(item, raw, context.references);
	return {
		method,
		path,
		basePath: context.basePath,
		operationId: textOf(raw, "operationId"),
		summary: textOf(raw, "summary"),
		tags: textsOf(raw, "tags"),
		deprecated: member(raw, "deprecated") === true,
		authRequired: authRequired(raw, context.document),
		parameters: parameters.flatMap((parameter) => readParameter(parameter, context)),
		body: context.swagger ? swaggerBody(raw, parameters, context) : readBody(raw, context),
		responses: readResponses(raw, context)
	};
}
/** An operation's parameter replaces the path item's of the same name and place. */
function rawParameters(item, raw, references) {
	const all = [...listOf(item, "parameters"), ...listOf(raw, "parameters")].slice(0, MAX_PARAMETERS);
	const byKey = /* @__PURE__ */ new Map();
	for (const { value } of all.map((one) => references.resolve(one))) byKey.set(`${textOf(value, "in")} ${textOf(value, "name")}`, value);
	return [...byKey.values()];
}
function readParameter(raw, { schemas }) {
	const place = textOf(raw, "in");
	const name = textOf(raw, "name");
	if (!isPlace(place) || name === "") return [];
	const content = entriesOf(member(raw, "content"))[0]?.[1];
	const schema = schemas.read(member(raw, "schema") ?? member(content, "schema") ?? raw);
	return [{
		name,
		in: place,
		required: place === "path" || member(raw, "required") === true,
		schema,
		examples: [...examplesOf(raw), ...examplesOf(content)]
	}];
}
const isPlace = (place) => PLACES.includes(place);
/** No credentials are needed when the list of alternatives is empty or holds an empty one. */
function authRequired(raw, document) {
	const owner = Array.isArray(member(raw, "security")) ? raw : document;
	const alternatives = listOf(owner, "security");
	return alternatives.length > 0 && alternatives.every((one) => entriesOf(one).length > 0);
}
function readBody(raw, context) {
	const { value } = context.references.resolve(member(raw, "requestBody"));
	if (value === void 0) return null;
	return {
		required: member(value, "required") === true,
		content: readContent(value, context)
	};
}
function swaggerBody(raw, parameters, context) {
	const body = parameters.find((parameter) => textOf(parameter, "in") === "body");
	if (body === void 0) return null;
	const schema = context.schemas.read(member(body, "schema"));
	const content = mediaTypes(raw, context.document, "consumes").map((mediaType) => {
		return {
			mediaType,
			schema,
			examples: examplesOf(body)
		};
	});
	return {
		required: member(body, "required") === true,
		content
	};
}
function mediaTypes(raw, document, list) {
	const found = Array.isArray(member(raw, list)) ? textsOf(raw, list) : textsOf(document, list);
	return found.length > 0 ? found.map(plainType) : ["application/json"];
}
const plainType = (mediaType) => (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
function readContent(owner, { schemas }) {
	return entriesOf(member(owner, "content")).map(([mediaType, media]) => {
		const schema = member(media, "schema");
		return {
			mediaType: plainType(mediaType),
			schema: schema === void 0 ? null : schemas.read(schema),
			examples: examplesOf(media)
		};
	});
}
function readResponses(raw, context) {
	return entriesOf(member(raw, "responses")).filter(([status]) => /^(default|[1-5](\d\d|XX))$/i.test(status)).slice(0, MAX_RESPONSES).map(([status, response]) => {
		const { value } = context.references.resolve(response);
		return {
			status,
			content: context.swagger ? swaggerContent(raw, value, context) : readContent(value, context)
		};
	});
}
function swaggerContent(raw, response, context) {
	const schema = member(response, "schema");
	if (schema === void 0) return [];
	const read = context.schemas.read(schema);
	const examples = new Map(entriesOf(member(response, "examples")));
	return mediaTypes(raw, context.document, "produces").map((mediaType) => {
		return {
			mediaType,
			schema: read,
			examples: examples.has(mediaType) ? [examples.get(mediaType)] : []
		};
	});
}
// src/openapi/reference.ts
const MAX_HOPS = 32;
/** Follows local `$ref`s of one document. What leads nowhere is remembered once, and is undefined. */
var References = class {
	#document;
	#lost = /* @__PURE__ */ new Set();
	constructor(document) {
		this.#document = document;
	}
	/** References that could not be followed: to other files, to nothing, in circles. */
	get lost() {
		return [...this.#lost];
	}
	resolve(value) {
		let at = {
			value,
			pointer: ""
		};
		for (let hops = 0; hops < MAX_HOPS; hops++) {
			const reference = member(at.value, "$ref");
			if (typeof reference !== "string") return at;
			const target = this.#find(reference);
			if (target === void 0) return this.#lose(reference);
			at = {
				value: target,
				pointer: reference
			};
		}
		return this.#lose(at.pointer);
	}
	#lose(reference) {
		if (this.#lost.size < 100) this.#lost.add(reference.slice(0, 200));
		return {
			value: void 0,
			pointer: ""
		};
	}
	#find(reference) {
		if (!reference.startsWith("#")) return void 0;
		return reference.slice(1).split("/").slice(1).reduce((value, step) => member(value, decodeStep(step)), this.#document);
	}
};
/** JSON pointers escape `~` and `/`; in a URL fragment also by percent (RFC 6901, sections 3 and 6). */
function decodeStep(step) {
	return decodePercent(step).replaceAll("~1", "/").replaceAll("~0", "~");
}
function decodePercent(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
// src/openapi/read-openapi.ts
const MAX_OPERATIONS = 5e3;
const REMEDY = "Set `openapi` to an OpenAPI 2 or 3 document.";
/**
* Reads OpenAPI 2 and 3 from a value that YAML or JSON gave. Local references are followed, webhooks are not part of
* it. Whatever the value is, this returns; what could not be read is a problem. `place` names the document in them.
*/
function readOpenApi(document, place = "openapi") {
	const format = formatOf(document);
	const title = textOf(member(document, "info"), "title");
	const warn = (message, remedy = "") => ({
		severity: "warning",
		place,
		message,
		remedy
	});
	if (!/^[23](\.|$)/.test(format)) return {
		title,
		format: "",
		operations: [],
		origins: [],
		problems: [warn("the document is not OpenAPI 2 or 3", REMEDY)]
	};
	const references = new References(document);
	const swagger = format.startsWith("2");
	const basePath = basePathOf(swagger ? textOf(document, "basePath") : serverUrl(listOf(document, "servers")[0]));
	const operations = readPaths({
		document,
		references,
		schemas: new SchemaReader(references),
		basePath,
		swagger
	});
	const problems = [
		...operations.length === 0 ? [warn("the document describes no operation", REMEDY)] : [],
		...operations.length > MAX_OPERATIONS ? [warn(`only the first ${MAX_OPERATIONS} operations are used`)] : [],
		...references.lost.map((lost) => warn(`the reference "${lost}" cannot be resolved`, "Bundle the document into one file."))
	];
	return {
		title,
		format,
		operations: operations.slice(0, MAX_OPERATIONS),
		origins: originsOf(document),
		problems
	};
}
/** YAML makes a number of an unquoted `swagger: 2.0`. */
function formatOf(document) {
	const numbers = [numberOf(document, "openapi"), numberOf(document, "swagger")];
	return textOf(document, "openapi") || textOf(document, "swagger") || (numbers.find((number) => number !== null)?.toFixed(1) ?? "");
}
/** One more than the limit, so that the reader knows when it was passed. */
function readPaths(context) {
	const operations = [];
	for (const [path, raw] of entriesOf(member(context.document, "paths"))) {
		if (operations.length > MAX_OPERATIONS) break;
		if (path.startsWith("/")) operations.push(...readItem(path, raw, context));
	}
	return operations.slice(0, 5001);
}
function readItem(path, raw, context) {
	const { value } = context.references.resolve(raw);
	return API_METHODS.flatMap((method) => {
		const operation = member(value, method.toLowerCase());
		return typeof operation === "object" && operation !== null ? [readOperation(method, path, value, operation, context)] : [];
	});
}
const MAX_SERVERS = 50;
/** OpenAPI 2 has one host and its schemes. */
function originsOf(document) {
	const host = textOf(document, "host").slice(0, 300);
	const known = [...(host === "" ? [] : [
		...textsOf(document, "schemes").slice(0, 4),
		"https",
		"http"
	]).map((scheme) => `${scheme}://${host}`), ...listOf(document, "servers").slice(0, MAX_SERVERS).map(serverUrl)].filter((url) => /^https?:\/\/[^{]*$/i.test(url) && URL.canParse(url));
	return [...new Set(known.map((url) => new URL(url).origin))];
}
function serverUrl(server) {
	return entriesOf(member(server, "variables")).reduce((url, [name, variable]) => url.replaceAll(`{${name}}`, textOf(variable, "default")), textOf(server, "url").slice(0, 2e3));
}
function basePathOf(url) {
	const root = "http://server.invalid/";
	return URL.canParse(url, root) ? new URL(url, root).pathname.replace(/\/$/, "") : "";
}
export { readOpenApi };
