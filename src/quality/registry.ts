import type { PrepareQuality } from '../runners/registry.js';
import { prepareLocust } from './locust.js';
import { prepareSchemathesis } from './schemathesis.js';

/** Finds the tools of quality suites; `driversDirectory` is the absolute folder of the drivers that ship beside the bundle. */
export function qualityPreparer(driversDirectory: string): PrepareQuality {
  return (suite, world) => {
    switch (suite.runner) {
      case 'schemathesis':
        return prepareSchemathesis(suite, world, driversDirectory);
      case 'locust':
        return prepareLocust(suite, world, driversDirectory);
      case 'axe':
      case 'lighthouse':
        throw new Error('not yet');
    }
  };
}
