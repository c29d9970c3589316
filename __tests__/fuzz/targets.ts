import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { unzipWanted } from '../../src/adapters/zip.js';
import { readCoverage } from '../../src/coverage/read-coverage.js';
import { reportFromEvidence } from '../../src/evidence/untrusted/read-evidence.js';
import { parseEvents } from '../../src/execution/attempt/event-reader.js';
import { framesOf } from '../../src/locate/frames.js';
import { readOpenApi } from '../../src/openapi/read-openapi.js';
import { createRedactor } from '../../src/redaction/redactor.js';
import { parseLoadHistory } from '../../src/report/load/locust-history.js';
import { readReport } from '../../src/report/read-report.js';
import { totalsOfReport } from '../../src/report/report-totals.js';
import { requestsInHar } from '../../src/routes/recorded-requests.js';
import { parseSettingsFile } from '../../src/settings/settings-file.js';
import { commandData, commandProperty, htmlText, markdownText, terminalText } from '../../src/text/escape.js';
import { parseYaml } from '../../src/text/yaml.js';
import { referencesIn } from '../publish/gfm.js';
import { evidenceTexts } from '../evidence/evidence-texts.js';
import { attempt, NOT_DIAGNOSED, passing, runReport, suiteRun, testCase } from '../publish/build.js';
import { chunksOf } from '../report/chunks.js';
import { HOSTILE } from '../publish/hostile.js';
import type { Mutated } from './mutate.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const MOST_BYTES = 60_000;

/** One reader or renderer, and real inputs of it. */
export interface Target {
  readonly name: string;
  readonly inputs: readonly string[];
  /** Its share of all cases beside that of others; those that take longer have a smaller one. */
  readonly weight: number;
  /** What is wrong with the answer to a changed input; null when nothing is. Throws where the reader does. */
  readonly faultOf: (mutated: Mutated, input: string) => Promise<string | null> | string | null;
}

function filesOf(folder: string, wanted: RegExp): readonly string[] {
  return readdirSync(join(FIXTURES, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => wanted.test(path) && !/expected\.json|made-with|README/.test(path))
    .map((path) => join(FIXTURES, folder, path))
    .filter((path) => statSync(path).isFile() && statSync(path).size < MOST_BYTES)
    .map((path) => readFileSync(path, 'utf8'));
}

const totalsOf = async (text: string): Promise<ReturnType<typeof totalsOfReport>> =>
  totalsOfReport(await readReport(chunksOf(text), { name: 'report.xml', place: 'unit' }));

/** Counts add up, and a report with failures is not green once it was cut. */
async function reportFault({ text, isCut }: Mutated, input: string): Promise<string | null> {
  const { passed, failed, error, skipped, flaky, total, outcome } = await totalsOf(text);
  if (passed + failed + error + skipped !== total || flaky > passed) return 'the counts do not add up';
  if (!isCut || outcome !== 'green' || text.trimEnd() === input.trimEnd()) return null;
  return (await totalsOf(input)).outcome === 'green' ? null : 'a cut report with failures is green';
}

/** No byte of data can end the line that it is in, or begin a command. */
function escapeFault({ text }: Mutated): string | null {
  if (/[\r\n]/.test(commandData(text))) return 'data of a command holds a line break';
  if (/[\r\n,]|:/.test(commandProperty(text))) return 'a property of a command ends early';
  if (/[<>"']/.test(htmlText(text))) return 'HTML holds a character of markup';
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(terminalText(text)))
    return 'a terminal gets a control character';
  const shown = referencesIn(`before ${markdownText(text)} after`);
  return shown.length === 0 ? null : `Markdown refers to ${shown.join(', ')}`;
}

const SECRET = 'hunter2-correct-horse';
const redactor = createRedactor({ literals: [SECRET] });

function redactorFault({ text }: Mutated): string | null {
  const at = Math.floor(text.length / 2);
  const redacted = redactor.redact(`${text.slice(0, at)} ${SECRET} ${text.slice(at)}`);
  return redacted.includes(SECRET) || redactor.contains(redacted) ? 'a secret is left' : null;
}

const isBroken = (error: unknown): boolean => typeof (error as Error).message === 'string';

async function zipFault({ text }: Mutated): Promise<string | null> {
  const packed = Buffer.from(text, 'latin1');
  const limits = { archiveBytes: 1 << 20, fileBytes: 1 << 16, isWanted: (path: string) => path.endsWith('.json') };
  try {
    for (const [name, content] of await unzipWanted(packed, limits))
      if (name.includes('..') || content.length > limits.fileBytes) return 'a file of an archive exceeds its limits';
  } catch (error) {
    if (!isBroken(error)) return 'an archive is refused without a reason';
  }
  return null;
}

function nothing(read: (text: string) => unknown): Target['faultOf'] {
  return ({ text }) => {
    read(text);
    return null;
  };
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    const parsed = parseYaml(text);
    return 'value' in parsed ? parsed.value : null;
  }
};

const EVENTS = [
  '{"e":"session","runner":"pytest","rootdir":"/w","cwd":"/w","args":[],"version":"8"}\n{"e":"collected","ids":["a.py::t1","a.py::t2"]}\n{"e":"start","id":"a.py::t1","t":1}\n{"e":"end","id":"a.py::t1","status":"failed","dur":0.1,"msg":"assert 1 == 2","phase":"call"}\n{"e":"finish","exit":1}\n',
];
const SEPARATOR = '\n@@@@\n';
const FAILED = testCase('t', { attempts: [attempt('failed', { message: 'assert 1 == 2' })] });
const EVIDENCE = [evidenceTexts(runReport([suiteRun('unit', [FAILED, ...passing(3)])]), NOT_DIAGNOSED)].map(
  ({ manifest, tests, diagnostics }) => [manifest, tests, diagnostics].join(SEPARATOR),
);

/** Evidence of a red run stays red however it is cut. */
function evidenceFault({ text, isCut }: Mutated): string | null {
  const [manifest = '', tests = '', diagnostics = ''] = text.split(SEPARATOR);
  const read = reportFromEvidence({ manifest, tests, diagnostics, shard: '' });
  return isCut && typeof read !== 'string' && read.report.conclusion === 'success' ? 'cut evidence is green' : null;
}

const ARCHIVE = Buffer.from(
  zipSync({ 'manifest.json': Buffer.from('{"a":1}'), 'b/c.json': Buffer.from('[1]') }),
).toString('latin1');
const settings = filesOf('settings', /\.ya?ml$|\.json$/);
const REPORT = /\.(?:xml|json|jsonl|tap|trx)$/;

/** Every reader and renderer of untrusted text. */
export const TARGETS: readonly Target[] = [
  { name: 'JUnit', weight: 3, inputs: filesOf('junit', REPORT), faultOf: reportFault },
  { name: 'other reports', weight: 3, inputs: filesOf('reports', REPORT), faultOf: reportFault },
  {
    name: 'load reports',
    weight: 2,
    inputs: filesOf('load', /\.(?:csv|json|jsonl|jtl)$/),
    faultOf: ({ text }, input) => reportFault({ text, isCut: false }, input),
  },
  { name: 'load history', weight: 1, inputs: filesOf('load', /history\.csv$/), faultOf: nothing(parseLoadHistory) },
  { name: 'events', weight: 3, inputs: EVENTS, faultOf: nothing(parseEvents) },
  {
    name: 'settings',
    weight: 1,
    inputs: settings,
    faultOf: nothing((text) => parseSettingsFile(text, '.qaagent.yaml')),
  },
  { name: 'YAML', weight: 1, inputs: settings, faultOf: nothing(parseYaml) },
  {
    name: 'OpenAPI',
    weight: 0.2,
    inputs: filesOf('openapi', /\.(?:ya?ml|json)$/),
    faultOf: nothing((text) => readOpenApi(jsonOf(text))),
  },
  {
    name: 'coverage',
    weight: 1,
    inputs: filesOf('coverage', /\.(?:xml|json|info)$/),
    faultOf: nothing((text) => readCoverage(text, 'coverage.xml')),
  },
  { name: 'HAR', weight: 2, inputs: filesOf('recordings', /\.har$/), faultOf: nothing(requestsInHar) },
  { name: 'stack frames', weight: 2, inputs: filesOf('failures/traces', /./), faultOf: nothing(framesOf) },
  { name: 'archives', weight: 1, inputs: [ARCHIVE], faultOf: zipFault },
  {
    name: 'evidence of others',
    weight: 2,
    inputs: EVIDENCE,
    faultOf: evidenceFault,
  },
  { name: 'escaping', weight: 0.4, inputs: HOSTILE, faultOf: escapeFault },
  { name: 'redaction', weight: 2, inputs: [...HOSTILE, ...filesOf('junit', /\.xml$/)], faultOf: redactorFault },
];
