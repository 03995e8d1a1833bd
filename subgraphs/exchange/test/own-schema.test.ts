import { readFileSync } from 'node:fs';
import { completeSchema } from '@yiwang/schema-directives';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { fisheries } from './support/subgraphs.ts';

let registry: OpenRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

const sdl = completeSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));

/** The elements of the exchange that a variant hides, that is, those marked @inaccessible in its supergraph. */
async function hidden(variant: string): Promise<(coordinate: string) => boolean> {
  const { data } = await registry.department.ask(`{ supergraph(variant: "${variant}") { sdl } }`);
  const schema: GraphQLSchema = buildSchema((data as { supergraph: { sdl: string } }).supergraph.sdl, {
    assumeValid: true,
  });
  return (coordinate) => {
    const [typeName, fieldName] = coordinate.split('.');
    const type = schema.getType(typeName!)! as unknown as {
      astNode: Node;
      getFields(): Record<string, { astNode: Node }>;
    };
    const element = fieldName === undefined ? type : type.getFields()[fieldName]!;
    return element.astNode.directives.some(({ name }) => name.value === 'inaccessible');
  };
}

test('the department’s own schema is published without an error or a warning', async () => {
  const published = await registry.publish([{ department: 'exchange', url: 'http://10.0.0.1/graphql', sdl }]);
  expect(published).toMatchObject({
    outcome: 'PUBLISHED',
    check: { outcome: 'PASSES', lint: [], hints: [] },
  });
});

test.each<[variant: string, shown: string[], notShown: string[]]>([
  ['internal', ['Mutation', 'Query.gateways', 'SupergraphVersion.sdl'], []],
  [
    'departments',
    [
      'Query.supergraphVersions',
      'Query.fieldUsage',
      'SupergraphVersion.changes',
      'Query.dataResources',
      'Mutation.approveSharingApplication',
    ],
    [
      'Mutation.publishSubgraphs',
      'Query.gateways',
      'Query.grantsInForce',
      'SignedGrants',
      'SupergraphVersion.sdl',
      'SubgraphVersion.url',
      'Gateway',
      'SubgraphInput',
    ],
  ],
  [
    'public',
    [
      'Query.region',
      'Query.departments',
      'Query.dataResources',
      'DataResource',
      'Department.name',
      'Mutation.applyForSharing',
      'SharingApplicationPayload.userErrors',
      'Query.sharingStatistics',
    ],
    [
      'Mutation.publishSubgraphs',
      'Mutation.approveSharingApplication',
      'Query.supergraphVersions',
      'Query.fieldUsage',
      'OperationUsage',
      'Department.history',
    ],
  ],
])('the variant %s shows what it should, and no more', async (variant, shown, notShown) => {
  const isHidden = await hidden(variant);
  expect(shown.filter(isHidden)).toEqual([]);
  expect(notShown.filter((coordinate) => !isHidden(coordinate))).toEqual([]);
});

test('what is kept for running the platform is no data resource', async () => {
  const { data } = await registry.department.ask(
    '{ dataResources(first: 100) { edges { node { coordinate } } } }',
  );
  const { edges } = (data as { dataResources: { edges: { node: { coordinate: string } }[] } }).dataResources;
  const coordinates = edges.map(({ node }) => node.coordinate);
  expect(coordinates).toContain('Region');
  expect(coordinates).not.toContain('LintFinding');
  expect(coordinates).not.toContain('Gateway');
});

test('a variant that would show nothing keeps the version from being published', async () => {
  const secret = fisheries();
  const sdl = secret.sdl.replace(
    'vessel(number: ID!): Vessel',
    'vessel(number: ID!): Vessel @tag(name: "internal")',
  );
  const other = await openRegistry();
  expect(await other.publish([{ ...secret, sdl }])).toMatchObject({
    outcome: 'REFUSED',
    version: null,
    userErrors: [{ code: 'VARIANT_FAILED' }],
  });
  expect(await other.contentsOfTables()).toMatchObject([{ departments: null, versions: null }]);
  await other.close();
});

interface Node {
  directives: readonly { name: { value: string } }[];
}
