import { expect, test } from '@jest/globals';
import { describeWith } from '../../e2e/with-tools.js';
import type { ToolName } from '../../e2e/with-tools.js';
import { pythonHas } from './python.js';
import { copyProject, listCases, removeProject } from './stream-run.js';
import type { StreamCase, StreamRun } from './stream-run.js';
import { aligned, reported } from './event-lines.js';

/** Workers run side by side: the order of lines, and how many workers there were, is theirs. */
const comparable = (lines: readonly string[], unordered: boolean | undefined): readonly string[] =>
  unordered === true ? [...new Set(lines)].sort() : lines;

function check(run: StreamRun, project: string, one: StreamCase): void {
  const lines = aligned(reported(run.events, project), one.events);
  expect(comparable(lines, one.unordered)).toEqual(comparable(one.events, one.unordered));
  expect({ exit: run.exit, torn: run.torn, garbage: run.garbage }).toEqual({
    exit: one.exit,
    torn: false,
    garbage: 0,
  });
  expect(run.starts).toEqual([...new Set(run.starts)]);
  expect(run.ends).toEqual([...new Set(run.ends)]);
}

/** One test for each case of each project of a runner. A case that needs what is not there is a loud skip. */
export function describeCases(
  title: string,
  runner: string,
  tool: ToolName,
  run: (project: string, one: StreamCase) => StreamRun,
): void {
  describeWith([tool], title, () => {
    for (const [name, one] of listCases(runner)) {
      const lacking = (one.needs ?? []).filter((need) => !pythonHas(need));
      if (lacking.length > 0) process.stderr.write(`SKIPPED ${name}: ${one.title} (needs ${lacking.join(', ')})\n`);
      const declare = lacking.length > 0 ? test.skip : test;
      const body = (): void => {
        const project = copyProject(runner, name);
        try {
          check(run(project, one), project, one);
        } finally {
          removeProject(project);
        }
      };
      declare(`${name}: ${one.title}`, body);
    }
  });
}
