/** Everything that `npm run eval` needs of the product and of the lists. */
export { diagnoseRun } from '../../src/diagnosis/diagnose-run.js';
export { readCorpus, scoreCorpus } from './corpus-score.js';
export { diagnoseList } from './labelled-runs.js';
export { defectsOf, templatesOf } from './sentence-checks.js';
