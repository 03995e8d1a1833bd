import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

interface Found {
  totalCount: number;
  edges: { cursor: string; node: { code: string; coordinate: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function find(filter: object = {}, page = ''): Promise<Found> {
  const { data, errors } = await registry.department.ask(
    `query ($filter: DataResourceFilter) { found: dataResources(filter: $filter ${page}) {
      totalCount edges { cursor node { code coordinate } } pageInfo { hasNextPage endCursor } } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return (data as { found: Found }).found;
}

const coordinates = async (filter: object) =>
  (await find(filter)).edges.map(({ node }) => node.coordinate).sort();

test('before anything is published the catalogue is empty', async () => {
  expect(await find()).toEqual({
    totalCount: 0,
    edges: [],
    pageInfo: { hasNextPage: false, endCursor: null },
  });
});

test('what departments publish is in the catalogue, with provider, sharing class, basis and cycle', async () => {
  await registry.publish([fisheries('"Crew 船员, persons on board."\n  crew: Int'), harbours()]);
  const { edges } = await find({ department: 'fisheries' });
  const { data } = await registry.department.ask(
    `query ($code: ID!) { dataResource(code: $code) { name coordinate department { name subgraph { number } } sharing basis
      cycle version summary fields { name coordinate type sharing summary } related { coordinate department { name } } } }`,
    { code: edges.find(({ node }) => node.coordinate === 'Vessel')!.node.code },
  );
  expect(data).toMatchObject({
    dataResource: {
      name: '渔船',
      coordinate: 'Vessel',
      department: { name: 'fisheries', subgraph: { number: 1 } },
      sharing: 'UNCONDITIONAL',
      basis: '渔业法 第二十三条',
      cycle: 'DAILY',
      version: 1,
      summary: 'A fishing vessel 渔船.',
      related: [{ coordinate: 'Vessel', department: { name: 'harbours' } }],
    },
  });
  const { fields } = (data as { dataResource: { fields: { name: string }[] } }).dataResource;
  expect(fields).toContainEqual({
    name: 'crew',
    coordinate: 'Vessel.crew',
    type: 'Int',
    sharing: 'UNCONDITIONAL',
    summary: 'Crew 船员, persons on board.',
  });
});

test.each<[what: string, filter: object, found: string[]]>([
  ['a Chinese name', { text: '港口' }, ['Harbour']],
  ['one character', { text: '员' }, ['Vessel']],
  ['an English word of a field’s summary, in any case', { text: 'PERSONS ON' }, ['Vessel']],
  ['part of a coordinate', { text: 'vessel.cr' }, ['Vessel']],
  ['a department', { department: 'harbours' }, ['Harbour', 'Vessel']],
  ['text and department', { text: 'vessel', department: 'fisheries' }, ['Vessel']],
  ['a sharing class', { sharing: 'NOT_SHARED' }, []],
  ['what nobody has', { text: '飞机' }, []],
])('%s finds its resources', async (_what, filter, found) => {
  expect(await coordinates(filter)).toEqual(found);
});

test('page after page every resource comes once, by code', async () => {
  const codes: string[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo, totalCount }: Found = await find(
      {},
      `first: 1, after: ${JSON.stringify(after)}`,
    );
    expect(totalCount).toBe(3);
    codes.push(...edges.map(({ node }) => node.code));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(codes).toHaveLength(3);
});

test('a new version is in the catalogue at once, and a catalogue is derived once a version', async () => {
  await find();
  const { statements } = registry.department.database;
  expect(statements).toHaveLength(1);
  await registry.publish([fisheries('"Name of the ship owner 船主."\n  owner: String')]);
  expect(await coordinates({ text: '船主' })).toEqual(['Vessel']);
  expect(await coordinates({ text: '船员' })).toEqual([]);
});

test('the catalogue is exported as DCAT-AP and in the form of the guide of 2017', async () => {
  const { data } = await registry.department.ask(
    '{ dcat: dataCatalogue(format: DCAT_AP_JSON_LD) guide: dataCatalogue(format: GUIDE_2017_CSV) }',
  );
  const { dcat, guide } = data as { dcat: string; guide: string };
  const graph = (JSON.parse(dcat) as { '@graph': { '@id': string; '@type': string }[] })['@graph'];
  expect(graph.filter((node) => node['@type'] === 'dcat:Dataset')).toHaveLength(3);
  expect(graph[0]!['@id']).toMatch(/^http:\/\/gateway\.example\//);
  expect(guide).toContain('信息资源代码');
  expect(guide).toContain('渔船');
});

test.each([
  ['{ dataResource(code: "none") { name } }', 'NOT_FOUND'],
  ['{ dataResources(first: 101) { totalCount } }', 'INVALID_ARGUMENT'],
  ['{ dataResources(filter: { text: " " }) { totalCount } }', 'INVALID_ARGUMENT'],
  ['{ dataResources(after: "x") { totalCount } }', 'MALFORMED_CURSOR'],
])('%s is refused', async (query, code) => {
  expect(await registry.department.codeOf(query)).toBe(code);
});
