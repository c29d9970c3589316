import { expect, test } from '@jest/globals';
import { renderCheckRun } from '../../../src/publish/github/check-run.js';
import { buildView } from '../../../src/publish/view/build-view.js';
import { NOT_DIAGNOSED, publishContext, runReport } from '../build.js';

test('a run without a suite has a summary, too', () => {
  const view = buildView(runReport([]), NOT_DIAGNOSED, publishContext());
  const { output } = renderCheckRun(view, [], { name: 'QA', externalId: '1:1:test', run: '1:1:' });
  expect(output.title).toBe('no tests ran');
  expect(output.summary).not.toBe('');
});
