import { afterAll, beforeAll } from 'vitest';
import { testApollo } from './clients/apollo.ts';
import { testRootErrors } from './clients/root-errors.ts';
import { type Served, serve } from './clients/served.ts';
import { testTools } from './clients/tools.ts';
import { testRelay, testUrql } from './clients/urql-relay.ts';

// One system for all of them: starting it takes longer than what they do.
let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served[Symbol.asyncDispose]());

testApollo(() => served);
testUrql(() => served);
testRelay(() => served);
testTools(() => served);
testRootErrors(() => served);
