// Cuts the operations that the product uses, and what they refer to, from GitHub's published OpenAPI description
// into fixtures/github/openapi.json. The description is 385 MB as a package, so it is fetched into a temporary folder.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PACKAGE = '@octokit/openapi@23.0.2';
const TARGET = resolve(import.meta.dirname, '..', 'fixtures', 'github');
const REPO = '/repos/{owner}/{repo}';
const OPERATIONS = [
  ['post', `${REPO}/check-runs`],
  ['patch', `${REPO}/check-runs/{check_run_id}`],
  ['get', `${REPO}/check-runs/{check_run_id}`],
  ['get', `${REPO}/check-runs/{check_run_id}/annotations`],
  ['get', `${REPO}/commits/{ref}/check-runs`],
  ['get', `${REPO}/issues/{issue_number}/comments`],
  ['post', `${REPO}/issues/{issue_number}/comments`],
  ['patch', `${REPO}/issues/comments/{comment_id}`],
  ['delete', `${REPO}/issues/comments/{comment_id}`],
  ['get', `${REPO}/pulls`],
  ['get', `${REPO}/pulls/{pull_number}/files`],
  ['get', `${REPO}/commits/{commit_sha}/pulls`],
  ['get', `${REPO}/compare/{basehead}`],
  ['get', `${REPO}/actions/artifacts`],
  ['get', `${REPO}/actions/artifacts/{artifact_id}`],
  ['get', `${REPO}/actions/artifacts/{artifact_id}/{archive_format}`],
  ['get', `${REPO}/actions/runs/{run_id}`],
  ['get', `${REPO}/actions/runs/{run_id}/artifacts`],
  ['get', `${REPO}/actions/runs/{run_id}/attempts/{attempt_number}/jobs`],
  ['get', `${REPO}/actions/workflows/{workflow_id}/runs`],
  ['get', REPO],
  ['get', '/user'],
  ['get', '/rate_limit'],
];
/** Prose and hints that no validation reads. */
const NOISE = new Set([
  'description',
  'summary',
  'externalDocs',
  'x-github',
  'tags',
  'operationId',
  'example',
  'title',
]);

function download(folder) {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', PACKAGE], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return join(folder, 'node_modules', '@octokit', 'openapi');
}

/** Says in plain schema words that null is allowed, where `nullable` alone would be refused or overlooked. */
function withNull(schema) {
  if (schema.nullable !== true) return schema;
  if ('enum' in schema && !schema.enum.includes(null)) return { ...schema, enum: [...schema.enum, null] };
  if ('type' in schema) return schema;
  const rest = { ...schema };
  delete rest.nullable;
  return { anyOf: [rest, { enum: [null] }] };
}

/** Removes prose from a schema. Names of properties are not prose, whatever they are called. */
function slim(value, isNameMap = false) {
  if (Array.isArray(value)) return value.map((item) => slim(item));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => isNameMap || !NOISE.has(key));
  const slimmed = Object.fromEntries(
    kept.map(([key, item]) => [key, key === 'value' ? item : slim(item, key === 'properties' && !isNameMap)]),
  );
  return isNameMap ? slimmed : withNull(slimmed);
}

/** Keeps the first example of every answer: the stand-in builds its answers from it. */
function withOneExample(operation) {
  const copy = structuredClone(operation);
  for (const response of Object.values(copy.responses)) {
    for (const content of Object.values(response.content ?? {})) {
      if (content.examples) content.examples = Object.fromEntries(Object.entries(content.examples).slice(0, 1));
    }
  }
  delete copy.requestBody?.content?.['application/json']?.examples;
  return copy;
}

const referencesIn = (value) =>
  value === null || typeof value !== 'object'
    ? []
    : [...(typeof value.$ref === 'string' ? [value.$ref] : []), ...Object.values(value).flatMap(referencesIn)];

function cut(description) {
  const paths = {};
  for (const [method, path] of OPERATIONS) {
    const operation = description.paths[path]?.[method];
    if (operation === undefined) throw new Error(`${PACKAGE} does not describe ${method.toUpperCase()} ${path}`);
    paths[path] = { ...paths[path], [method]: slim(withOneExample(operation)) };
  }
  const components = {};
  const open = referencesIn(paths);
  const seen = new Set();
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    if (seen.has(reference)) continue;
    seen.add(reference);
    const [, , kind, name] = reference.split('/');
    const value = slim(description.components[kind][name]);
    components[kind] = { ...components[kind], [name]: value };
    open.push(...referencesIn(value));
  }
  return { paths, components };
}

/** One line for each path and component: small, and a change shows as a line. */
function render({ paths, components }, info) {
  const lines = (map) =>
    Object.keys(map)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${JSON.stringify(map[key])}`)
      .join(',\n');
  const kinds = Object.keys(components).sort();
  const groups = kinds.map((kind) => `${JSON.stringify(kind)}:{\n${lines(components[kind])}\n}`);
  const head = `"openapi":"3.0.3","info":${JSON.stringify({ title: info.title, version: info.version, source: PACKAGE, license: info.license })}`;
  return `{${head},\n"paths":{\n${lines(paths)}\n},\n"components":{${groups.join(',\n')}}}\n`;
}

const folder = mkdtempSync(join(tmpdir(), 'github-openapi-'));
try {
  const source = download(folder);
  const description = JSON.parse(readFileSync(join(source, 'generated', 'api.github.com.json'), 'utf8'));
  const target = join(TARGET, 'openapi.json');
  writeFileSync(target, render(cut(description), description.info));
  copyFileSync(join(source, 'LICENSE'), join(TARGET, 'LICENSE'));
  process.stdout.write(`fixtures/github/openapi.json: ${statSync(target).size} bytes\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
