import { join } from 'node:path';
import type { AttemptPlan, AttemptRequest, PreparedSuite } from '../runners/runner.js';

/** Name of the file in an attempt's folder where a tool's driver writes its findings. */
export const FINDINGS_NAME = 'findings.jsonl';

/** What differs between the quality tools once they are found. */
export interface QualityParts {
  readonly tool: string;
  readonly setup: PreparedSuite['setup'];
  readonly plan: (request: AttemptRequest) => AttemptPlan;
  readonly canSelect: boolean;
  readonly explainExit: PreparedSuite['explainExit'];
}

/** A prepared suite whose driver reports its tests by events and joins them to its report by class and name. */
export function qualitySuite(parts: QualityParts): PreparedSuite {
  return {
    ...parts,
    resultSource: 'events',
    nativeRetries: false,
    keyOfCase: ({ classname, name }) => `${classname}\n${name}`,
    keyOfTest: ({ classname, name }) => `${classname}\n${name}`,
    identify: ({ classname, name }) => ({ id: `${classname} › ${name}`, file: '', line: 0 }),
  };
}

/** What a driver is started with. */
export interface DriverStart {
  readonly command: AttemptPlan['command'];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Handed to the driver as JSON, with the attempt's folder and the tests a rerun asks for. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The attempt of a driver: its settings stand in a file of the attempt's folder that `QAAGENT_QUALITY` names. */
export function driverPlan(request: AttemptRequest, { command, cwd, env, settings }: DriverStart): AttemptPlan {
  const { directory, select } = request;
  const settingsFile = join(directory, 'quality.json');
  const reported = { ...settings, directory, select: select?.map((test) => test.selector) ?? null };
  return {
    command,
    cwd,
    env: { ...env, QAAGENT_QUALITY: settingsFile },
    files: [{ path: settingsFile, text: JSON.stringify(reported) }],
    eventsFile: join(directory, 'events.jsonl'),
    ownReports: ['junit.xml'],
    sharedReports: [],
  };
}
