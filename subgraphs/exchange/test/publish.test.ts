import { createKey, publicKeyOf, verifySupergraph } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

const ask = async (query: string) => {
  const { data, errors } = await registry.department.ask(query);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as never;
};

test('the first subgraph becomes version 1 of every variant, signed', async () => {
  expect(await registry.publish([fisheries()])).toMatchObject({
    outcome: 'PUBLISHED',
    version: 1,
    userErrors: [],
    check: { faults: [] },
  });
  for (const variant of ['internal', 'departments', 'public']) {
    const { supergraph }: { supergraph: { sdl: string; signature: string } } = await ask(
      `{ supergraph(variant: "${variant}") { sdl signature } }`,
    );
    expect(supergraph.sdl).toContain('type Vessel');
    const name = await verifySupergraph(publicKeyOf(registry.signing), supergraph.signature, supergraph.sdl);
    expect(name).toEqual({ version: 1, variant });
  }
});

test('publishing the same again changes nothing', async () => {
  const before = await registry.contentsOfTables();
  expect(await registry.publish([fisheries()])).toMatchObject({
    outcome: 'UNCHANGED',
    version: 1,
    userErrors: [],
  });
  expect(await registry.contentsOfTables()).toEqual(before);
});

test('another department joins, signed by its own key, and both are in the next version', async () => {
  const key = await registry.keyOf('DEPARTMENT', 'harbours');
  expect(await registry.publish([harbours()], { keys: [key] })).toMatchObject({
    outcome: 'PUBLISHED',
    version: 2,
  });
  expect(
    await ask(`{ supergraph { version reason note subgraphs { number department { name } publishedBy } }
      departments { name subgraph { number url } history { totalCount } } }`),
  ).toEqual({
    supergraph: {
      version: 2,
      reason: 'PUBLISHED',
      note: null,
      subgraphs: [
        { number: 1, department: { name: 'fisheries' }, publishedBy: registry.operator.kid },
        { number: 1, department: { name: 'harbours' }, publishedBy: key.kid },
      ],
    },
    departments: [
      {
        name: 'fisheries',
        subgraph: { number: 1, url: 'http://10.0.0.1/fisheries' },
        history: { totalCount: 1 },
      },
      {
        name: 'harbours',
        subgraph: { number: 1, url: 'http://10.0.0.1/harbours' },
        history: { totalCount: 1 },
      },
    ],
  });
});

test('two that publish at once are served one after the other, and neither is lost', async () => {
  const [first, second] = await Promise.all([
    registry.publish([fisheries('length: Float')]),
    registry.publish([harbours('depthM: Float')]),
  ]);
  expect([first.version, second.version].sort()).toEqual([3, 4]);
  const { supergraph }: { supergraph: { sdl: string } } = await ask('{ supergraph { sdl } }');
  expect(supergraph.sdl).toContain('depthM');
  expect(supergraph.sdl).not.toContain('lengthM');
});

test('a change of the address alone is a new version', async () => {
  const moved = { ...harbours('depthM: Float'), url: 'https://10.0.0.2/graphql' };
  expect(await registry.publish([moved])).toMatchObject({ outcome: 'PUBLISHED', version: 5 });
});

test('several departments at once move a field, which neither could alone', async () => {
  const home = '"Where it is registered."\n  home: String';
  const there = fisheries(`length: Float\n  ${home}`);
  const here = harbours('depthM: Float', home);
  expect(await registry.publish([there])).toMatchObject({ outcome: 'PUBLISHED', version: 6 });
  expect(await registry.publish([here])).toMatchObject({
    outcome: 'REFUSED',
    check: {
      outcome: 'FAILS',
      faults: [{ code: 'INVALID_FIELD_SHARING', departments: ['fisheries', 'harbours'] }],
    },
    userErrors: [{ code: 'COMPOSITION_FAILED' }],
  });
  const both = [fisheries('length: Float'), here];
  expect(await registry.publish(both)).toMatchObject({ userErrors: [{ code: 'CONSENT_REQUIRED' }] });
  const keys = [
    await registry.keyOf('DEPARTMENT', 'fisheries'),
    await registry.keyOf('DEPARTMENT', 'harbours'),
  ];
  expect(await registry.publish(both, { keys })).toMatchObject({
    outcome: 'PUBLISHED',
    version: 7,
    check: {
      changes: [{ kind: 'ANSWERED_BY_ANOTHER', coordinate: 'Vessel.home', consentOf: ['fisheries'] }],
    },
  });
});

test('versions are listed newest first, page after page, and kept for ever', async () => {
  const versions: number[] = [];
  let after: string | null = null;
  do {
    const { supergraphVersions: page }: { supergraphVersions: Page } = await ask(
      `{ supergraphVersions(first: 2, after: ${JSON.stringify(after)}) { totalCount edges { node { version } } pageInfo { hasNextPage endCursor } } }`,
    );
    versions.push(...page.edges.map(({ node }) => node.version));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(versions).toEqual([7, 6, 5, 4, 3, 2, 1]);
  const {
    old,
    history,
  }: { old: { sdl: string }; history: { history: { edges: { node: { number: number } }[] } } } =
    await ask(`{ old: supergraph(version: 1) { sdl }
      history: department(name: "harbours") { history(first: 2) { edges { node { number } } } } }`);
  expect(old.sdl).toContain('lengthM');
  expect(history.history.edges.map(({ node }) => node.number)).toEqual([4, 3]);
});

test('departments with all that they have published take as many statements as one', async () => {
  const fields = 'name subgraph { number sdl } history(first: 3) { totalCount edges { node { number } } }';
  await ask(`{ department(name: "harbours") { ${fields} } }`);
  const { statements } = registry.department.database;
  const one = statements.length;
  await ask(`{ departments { ${fields} } }`);
  expect(statements).toHaveLength(one);
  expect(one).toBe(5);
});

test('a version, a variant and a department that do not exist are null', async () => {
  expect(
    await ask('{ a: supergraph(version: 99) { sdl } b: supergraph(variant: "secret") { sdl } }'),
  ).toEqual({
    a: null,
    b: null,
  });
  expect(await registry.department.codeOf('{ department(name: "none") { name } }')).toBe('NOT_FOUND');
});

test('without a key to sign with nothing is published', async () => {
  const unconfigured = await openRegistry({ signingKey: null });
  await expect(unconfigured.publish([fisheries()])).rejects.toMatchObject({
    extensions: { code: 'REGISTRY_NOT_CONFIGURED' },
  });
  expect(await unconfigured.audit(1)).toEqual([
    { action: 'publish', outcome: 'REFUSED', subject: 'fisheries', code: 'REGISTRY_NOT_CONFIGURED' },
  ]);
  await unconfigured.close();
});

test('a key that is not registered signs nothing', async () => {
  await expect(registry.publish([fisheries()], { keys: [await createKey()] })).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

interface Page {
  edges: { node: { version: number } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
