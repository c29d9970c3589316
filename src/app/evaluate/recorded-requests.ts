import { dirname, relative } from 'node:path';
import { suiteDirectory } from '../../execution/attempt/attempt-files.js';
import type { ApiOperation } from '../../model/api.js';
import type { SuiteRun } from '../../model/run.js';
import { testKey } from '../../model/run.js';
import { apiPlace, requestMatcher } from '../../routes/match-request.js';
import { type RecordedRequest, requestsInHar, requestsInTrace } from '../../routes/recorded-requests.js';
import { NOTHING_RECORDED, type RecordedOperations } from '../../routes/route-coverage.js';
import type { KnownApi } from '../read/read-openapi.js';
import type { Services } from '../services.js';

const RECORDINGS = ['artifacts/**/*.har', 'artifacts/**/*.zip'];
const MOST_FILES = 2000;
const FILE_BYTES = 32 * 1024 * 1024;
const ALL_BYTES = 256 * 1024 * 1024;
const ENTRY = /\.(?:network|har)$/;

/** What ran, while the run goes on or when it is over. */
interface Ran {
  readonly suites: readonly Pick<SuiteRun, 'suite' | 'tests'>[];
}

type Outside = Pick<Services, 'files' | 'archives'>;

/**
 * The operations that a run's recordings show: HAR files, zipped or not, and Playwright's traces among its artifacts. A
 * file belongs to the test that attached it, or in whose output folder it stands, otherwise to the suite. Bounded; what
 * cannot be read shows nothing.
 */
export async function readRecorded(
  ran: Ran,
  api: KnownApi,
  baseUrl: string | null,
  run: { readonly directory: string },
  services: Outside,
): Promise<RecordedOperations> {
  if (api.operations.length === 0) return NOTHING_RECORDED;
  const match = requestMatcher(api.operations, apiPlace(baseUrl, api.origins));
  const ownerOf = ownersOf(ran);
  const byTest = new Map<string, Set<ApiOperation>>();
  const bySuite = new Map<string, Set<ApiOperation>>();
  let left = ALL_BYTES;
  for (const path of (await services.files.glob(RECORDINGS, run.directory)).slice(0, MOST_FILES)) {
    const owner = ownerOf(relative(run.directory, path).replaceAll('\\', '/'));
    if (owner === null || left <= 0) continue;
    const { requests, bytes } = await readRecording(path, left, services);
    left -= bytes;
    const reached = requests.map(match).filter((operation) => operation !== null);
    const [owners, key] = owner.test === null ? [bySuite, owner.suite] : [byTest, owner.test];
    if (reached.length > 0) owners.set(key, new Set([...(owners.get(key) ?? []), ...reached]));
  }
  return { byTest, bySuite: withoutOwned(bySuite, byTest, ran) };
}

interface Owner {
  readonly suite: string;
  /** Key; null when the file belongs to no test alone. */
  readonly test: string | null;
}

/** Whose a file of the run directory is; null outside of the folders of suites. */
function ownersOf({ suites }: Ran): (path: string) => Owner | null {
  const files = new Map<string, Set<string>>();
  const folders = new Map<string, Set<string>>();
  for (const test of suites.flatMap((suite) => suite.tests))
    for (const path of test.attachments) {
      files.set(path, (files.get(path) ?? new Set()).add(testKey(test)));
      folders.set(dirname(path), (folders.get(dirname(path)) ?? new Set()).add(testKey(test)));
    }
  const only = (keys: ReadonlySet<string> | undefined): string | null =>
    keys?.size === 1 ? ([...keys][0] ?? null) : null;
  return (path) => {
    const suite = suites.find(({ suite: { name } }) => path.startsWith(`${suiteDirectory(name)}/`));
    if (suite === undefined) return null;
    return { suite: suite.suite.name, test: only(files.get(path)) ?? only(folders.get(dirname(path))) };
  };
}

interface Recording {
  readonly requests: readonly RecordedRequest[];
  /** What reading it cost, unpacked. */
  readonly bytes: number;
}

async function readRecording(path: string, left: number, { files, archives }: Outside): Promise<Recording> {
  const most = Math.min(left, FILE_BYTES);
  if (path.endsWith('.zip')) {
    const limits = {
      isWanted: (name: string) => ENTRY.test(name),
      entryBytes: most,
      totalBytes: Math.min(left, 2 * most),
    };
    const entries = (await archives.readEntries(path, limits)) ?? [];
    return {
      requests: entries.flatMap(({ name, text }) => requestsIn(name, text)),
      bytes: entries.reduce((sum, { text }) => sum + text.length, 0),
    };
  }
  const bytes = await files.sizeOf(path);
  return bytes > most ? { requests: [], bytes: 0 } : { requests: requestsIn(path, await files.readText(path)), bytes };
}

function requestsIn(name: string, text: string): readonly RecordedRequest[] {
  return name.endsWith('.har') ? (requestsInHar(text) ?? []) : requestsInTrace(text);
}

/** Reports keep copies of traces that no test owns; what a test of the suite has recorded is known already. */
function withoutOwned(
  bySuite: RecordedOperations['bySuite'],
  byTest: RecordedOperations['byTest'],
  { suites }: Ran,
): RecordedOperations['bySuite'] {
  const left = suites.flatMap(({ suite, tests }) => {
    const owned = new Set(tests.flatMap((test) => [...(byTest.get(testKey(test)) ?? [])]));
    const rest = [...(bySuite.get(suite.name) ?? [])].filter((operation) => !owned.has(operation));
    return rest.length === 0 ? [] : [[suite.name, new Set(rest)] as const];
  });
  return new Map(left);
}
