import type { JunitSettings, SuiteCommon } from '../model/settings.js';
import { identifyCase, keyOfCase } from './identity.js';
import type { Runner } from './runner.js';

/** Reads reports that something else has written; runs nothing. */
export const junitRunner: Runner<SuiteCommon & JunitSettings> = {
  prepare: () =>
    Promise.resolve({
      ok: true,
      suite: {
        tool: 'junit',
        setup: null,
        plan: null,
        division: { by: 'tool' },
        resultSource: 'reports',
        canSelect: false,
        nativeRetries: false,
        keyOfCase,
        keyOfTest: ({ classname, name }) => `${classname}\n${name}`,
        identify: identifyCase,
        explainExit: () => null,
      },
    }),
};
