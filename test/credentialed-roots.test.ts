import { expect, test } from 'vitest';
import { CREDENTIALED_ROOTS } from '../gateway/src/pipeline/variants/asks-by-credential.ts';
import { credentialedRoots } from '../subgraphs/exchange/src/open-roots.ts';
import { schema } from '../subgraphs/exchange/src/subgraph.ts';

/** Gateways ask these at the exchange's own port. */
const OF_GATEWAYS = [
  'query.grantsInForce',
  'mutation.reportGateway',
  'mutation.reportOperations',
  'mutation.recordAccesses',
];

test('a gateway passes key holders on to every root of the registry that takes a credential, but for its own', () => {
  const roots = credentialedRoots(schema).map(({ coordinate }) =>
    coordinate.replace(/^\w+/, (type) => type.toLowerCase()),
  );
  expect([...CREDENTIALED_ROOTS.keys(), ...OF_GATEWAYS].sort()).toEqual(roots.sort());
});
