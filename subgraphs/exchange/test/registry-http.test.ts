import { contents, signCredential } from '@yiwang/identity';
import { type ServedDepartment, serveDepartment } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settings } from '../src/config.ts';
import { createContexts } from '../src/context.ts';
import { NAME } from '../src/department.ts';
import { OPEN_ROOTS } from '../src/open-roots.ts';
import type { Proposal } from '../src/registry/proposal/check-proposals.ts';
import { createComposer } from '@yiwang/composition';
import { schema } from '../src/subgraph.ts';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
/** Two servers of the department over one database: to the database they look like two processes. */
let served: ServedDepartment[];
beforeAll(async () => {
  registry = await openRegistry();
  const { database } = registry.department;
  served = await Promise.all(
    [1, 2].map(() =>
      serveDepartment(
        {
          name: NAME,
          schema,
          openRoots: OPEN_ROOTS,
          createContext: createContexts(database.db, createComposer(), registry.options),
          database,
        },
        { settings },
      ),
    ),
  );
});
afterAll(async () => {
  for (const process of served) await process[Symbol.asyncDispose]();
  await registry.close();
});

async function publish(subgraphs: readonly Proposal[], process = served[0]!) {
  const claim = { action: 'publish', digest: contents.publish(subgraphs) };
  const query = `mutation ($subgraphs: [SubgraphInput!]!, $credentials: [String!]!) {
    publishSubgraphs(subgraphs: $subgraphs, credentials: $credentials) { outcome version userErrors { code } } }`;
  const variables = { subgraphs, credentials: [await signCredential(registry.operator, claim)] };
  const response = await fetch(process.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { publishSubgraphs: { outcome: string; version: number; userErrors: { code: string }[] } };
    errors?: { extensions: { code: string } }[];
  };
  return { status: response.status, answer: data?.publishSubgraphs, code: errors?.[0]?.extensions.code };
}

test('two that publish at once by two processes are served one after the other', async () => {
  await publish([fisheries(), harbours()]);
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      publish([i % 2 ? fisheries(`field${i}: Int`) : harbours(`field${i}: Int`)], served[i % 2]),
    ),
  );
  expect(answers.map(({ answer }) => answer?.version).sort()).toEqual([2, 3, 4, 5, 6, 7]);
});

test('a schema of 20 MB is refused with its reason, and while it is read others are answered', async () => {
  const large = publish([{ ...fisheries(), sdl: `# ${'x'.repeat(20 * 1024 * 1024)}` }]);
  const other = await fetch(served[0]!.url.replace('/graphql', '/health'));
  expect(other.status).toBe(200);
  expect(await large).toMatchObject({
    answer: { outcome: 'REFUSED', userErrors: [{ code: 'SDL_TOO_LARGE' }] },
  });
});

test('a body beyond the limit is refused as such', async () => {
  const { status, code } = await publish([{ ...fisheries(), sdl: 'x'.repeat(40 * 1024 * 1024) }]);
  expect({ status, code }).toEqual({ status: 413, code: 'REQUEST_TOO_LARGE' });
});
