import { expect, test } from 'vitest';
import { ignoreVendorEnvironment } from '../src/index.ts';

test('no variable of the vendor survives, but the one that turns its reports off', () => {
  const environment: NodeJS.ProcessEnv = {
    APOLLO_KEY: 'service:x',
    APOLLO_GRAPH_REF: 'x@current',
    APOLLO_SCHEMA_REPORTING: 'true',
    APOLLO_DISABLE_SECURITY_RECURSIVE_SELECTIONS_CHECK: 'true',
    APOLLO_TELEMETRY_DISABLED: 'false',
    PORT: '4000',
  };

  ignoreVendorEnvironment(environment);

  expect(environment).toEqual({ APOLLO_TELEMETRY_DISABLED: '1', PORT: '4000' });
});
