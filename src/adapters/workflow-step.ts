import { appendFile, stat } from 'node:fs/promises';
import { saveState, setOutput } from '@actions/core';
import type { WorkflowStep } from '../ports.js';

/** The files through which a step talks to its workflow. `summaryFile` is `$GITHUB_STEP_SUMMARY`. */
export function createWorkflowStep(summaryFile: string): WorkflowStep {
  return {
    setOutput,
    saveState,
    appendSummary: (markdown) => appendFile(summaryFile, markdown),
    summaryBytes: async () => {
      try {
        return (await stat(summaryFile)).size;
      } catch {
        return 0;
      }
    },
  };
}

/** A laptop has no workflow. */
export const noWorkflowStep: WorkflowStep = {
  setOutput: () => undefined,
  saveState: () => undefined,
  appendSummary: () => Promise.reject(new Error('there is no job summary outside GitHub')),
  summaryBytes: () => Promise.resolve(0),
};
