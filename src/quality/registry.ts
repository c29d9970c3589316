import type { PrepareQuality } from '../runners/registry.js';
import { prepareAxe } from './axe.js';
import { prepareLighthouse } from './lighthouse.js';
import { prepareLocust } from './locust.js';
import { prepareSchemathesis } from './schemathesis.js';

/** Finds the tools of quality suites; `driversDirectory` is the absolute folder of the drivers that ship beside the bundle. */
export function qualityPreparer(driversDirectory: string): PrepareQuality {
  return (suite, services) => {
    switch (suite.runner) {
      case 'schemathesis':
        return prepareSchemathesis(suite, services, driversDirectory);
      case 'locust':
        return prepareLocust(suite, services, driversDirectory);
      case 'axe':
        return prepareAxe(suite, services, driversDirectory);
      case 'lighthouse':
        return prepareLighthouse(suite, services, driversDirectory);
    }
  };
}
