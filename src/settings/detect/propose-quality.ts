import type { Files } from '../../ports.js';
import { parseSuites } from '../suites.js';
import type { DetectedSuite } from './detect-suites.js';
import { firstMatch } from './project-files.js';
import { foldKeys } from '../schema/issues.js';
import { accessibilityOf, performanceOf, type Proposal } from './quality-config.js';
import { notOurs, type QualityTarget } from './quality-target.js';

/** Quality suites that a repository asks for without naming them, and why others were left out. */
export interface ProposedQuality {
  readonly suites: readonly DetectedSuite[];
  /** One sentence for each tool whose files are there and whose suite is not proposed. */
  readonly leftOut: readonly string[];
}

interface Proposer {
  readonly name: string;
  readonly runner: string;
  readonly patterns: readonly string[];
  /** The own settings of the suite, or why there is none. */
  readonly propose: (evidence: string, target: QualityTarget, files: Files, directory: string) => Promise<Proposal>;
}

const SPECS = ['', 'docs/', 'api/', 'spec/'].map((folder) => `${folder}{openapi,swagger}.{yaml,yml,json}`);

/** In the order in which they run: what loads the service most comes last. */
const PROPOSERS: readonly Proposer[] = [
  {
    name: 'api',
    runner: 'schemathesis',
    patterns: SPECS,
    propose: (spec, target) => Promise.resolve(onlyOurs(target, { spec })),
  },
  {
    name: 'accessibility',
    runner: 'axe',
    patterns: ['.pa11yci', '.pa11yci.json', '.axerc', '.axerc.{json,yaml,yml}', '.pa11yci.{js,cjs}'],
    propose: accessibilityOf,
  },
  {
    name: 'performance',
    runner: 'lighthouse',
    patterns: [
      ...['lighthouserc.{json,yaml,yml}', '.lighthouserc.{json,yaml,yml}', '.lighthouserc'],
      ...['lighthouserc.{js,cjs,mjs}', '.lighthouserc.{js,cjs,mjs}'],
    ],
    propose: performanceOf,
  },
  {
    name: 'load',
    runner: 'locust',
    patterns: ['locustfile.py', '*/locustfile.py', '*/*/locustfile.py'],
    propose: (file, target) => Promise.resolve(onlyOurs(target, { file, run_time: '10s' })),
  },
];

function onlyOurs(target: QualityTarget, settings: Readonly<Record<string, string>>): Proposal {
  const reason = notOurs(target);
  return reason === null ? { settings, why: `and this run starts ${target.baseUrl ?? ''}` } : { reason };
}

/**
 * Proposes quality suites to a repository that has written down no suites at all. The repository's own files have to
 * ask for one: an OpenAPI description, a configuration of pages to check, a locustfile. What sends requests that write,
 * or load, is proposed only against an application that this run itself starts on this machine; what only looks at
 * pages needs a base URL and scores or pages that the repository has set down as data. Each runs after `before`.
 */
export async function proposeQuality(
  target: QualityTarget,
  before: readonly string[],
  files: Files,
  directory: string,
): Promise<ProposedQuality> {
  const suites: DetectedSuite[] = [];
  const leftOut: string[] = [];
  for (const { name, runner, patterns, propose } of PROPOSERS) {
    const evidence = await evidenceOf(runner, patterns, target, files, directory);
    if (evidence === null) continue;
    const proposal = await propose(evidence, target, files, directory);
    if ('reason' in proposal) {
      leftOut.push(
        `${runner} is not proposed for ${evidence}: ${proposal.reason}. To run it, define it under \`suites\`.`,
      );
      continue;
    }
    const after = [...before, ...suites.map(({ entry }) => entry.name)];
    const written = { runner, after, ...proposal.settings };
    const parsed = parseSuites({ [name]: foldKeys(written) }, name);
    suites.push(...parsed.suites.map((entry) => ({ entry, written, why: `${evidence}, ${proposal.why}` })));
    leftOut.push(...parsed.problems.map(({ message }) => `${runner} is not proposed for ${evidence}: ${message}`));
  }
  return { suites, leftOut };
}

/** A description that the settings name is better than one that lies about. */
async function evidenceOf(
  runner: string,
  patterns: readonly string[],
  { openapi }: QualityTarget,
  files: Files,
  directory: string,
): Promise<string | null> {
  if (runner === 'schemathesis' && openapi !== null) return openapi;
  return firstMatch(patterns, files, directory);
}
