import type { PrepareQuality } from '../runners/registry.js';
import { prepareAxe } from './axe.js';
import { prepareLighthouse } from './lighthouse.js';
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
        return prepareAxe(suite, world, driversDirectory);
      case 'lighthouse':
        return prepareLighthouse(suite, world, driversDirectory);
    }
  };
}
