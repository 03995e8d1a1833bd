import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
beforeAll(async () => {
  registry = await openRegistry({ usageDays: 60 });
  await registry.publish([fisheries(), harbours()]);
});
afterAll(() => registry.close());

const NOW = Date.now();
const daysAgo = (days: number) => new Date(NOW - days * 86_400_000).toISOString();

function operation(more: object = {}) {
  return {
    variant: 'public',
    client: 'portal',
    clientVersion: '1.0',
    name: 'VesselPage',
    digest: 'd1',
    coordinates: ['Query.vessel', 'Query.vessel(number:)', 'Vessel.name'],
    count: 10,
    errors: 1,
    from: daysAgo(0),
    until: daysAgo(0),
    ...more,
  };
}

const usage = async (coordinate: string, days = 30) => {
  const { data, errors } = await registry.department.ask(
    `query ($coordinate: String!, $days: Int!) { fieldUsage(coordinate: $coordinate, days: $days) {
      client clientVersion operation digest calls errors } }`,
    { coordinate, days },
  );
  expect(errors).toBeUndefined();
  return (data as { fieldUsage: unknown[] }).fieldUsage;
};

test('what gateways count is added up by client and operation, most calls first', async () => {
  const done = await registry.report([
    operation(),
    operation({ count: 5, errors: 0 }),
    operation({ variant: 'internal', count: 1, errors: 0 }),
    operation({
      client: 'lake',
      clientVersion: null,
      count: 100,
      errors: 0,
      until: daysAgo(5),
      from: daysAgo(5),
    }),
    operation({
      name: null,
      digest: 'd2',
      client: null,
      clientVersion: null,
      coordinates: ['Vessel.lengthM'],
    }),
  ]);
  expect(done).toEqual({ data: { reportOperations: true } });
  await registry.report([operation({ count: 4, errors: 2 })]);

  const portal = {
    client: 'portal',
    clientVersion: '1.0',
    operation: 'VesselPage',
    digest: 'd1',
    calls: 20,
    errors: 3,
  };
  const lake = { ...portal, client: 'lake', clientVersion: null, calls: 100, errors: 0 };
  const nameless = { client: null, clientVersion: null, operation: null, digest: 'd2', calls: 10, errors: 1 };
  expect(await usage('Vessel.name')).toEqual([lake, portal]);
  expect(await usage('Query.vessel(number:)')).toEqual([lake, portal]);
  expect(await usage('Vessel.lengthM')).toEqual([nameless]);
  expect(await usage('Vessel')).toEqual([lake, portal, nameless]);
  expect(await usage('Vessel.name', 3)).toEqual([portal]);
  expect(await usage('Vessel.nam')).toEqual([]);
  expect(await usage('Vesse')).toEqual([]);
});

test('fields that nobody asks for are told, of one department or of all', async () => {
  const unused = async (args: string) => {
    const { data } = await registry.department.ask(`{ unusedFields${args} }`);
    return (data as { unusedFields: string[] }).unusedFields;
  };
  expect(await unused('')).toEqual([
    'Harbour.code',
    'Harbour.name',
    'Query.harbour',
    'Vessel.harbour',
    'Vessel.number',
  ]);
  expect(await unused('(department: "fisheries")')).toEqual(['Vessel.number']);
  expect(await unused('(department: "fisheries", days: 1)')).toEqual(['Vessel.number']);
});

test('statistics of days that are too old are removed with what nobody has asked for since', async () => {
  const other = await openRegistry({ usageDays: 10 });
  await other.report([operation({ digest: 'old', from: daysAgo(12), until: daysAgo(12) }), operation()]);
  const { sql } = other.department.database;
  expect(await sql`select digest from operations`).toEqual([{ digest: 'd1' }]);
  expect(await sql`select distinct operation from operation_coordinates`).toHaveLength(1);
  await other.close();
});

test.each<[what: string, more: object]>([
  ['more errors than calls', { errors: 11 }],
  ['less than no calls', { count: -1, errors: -1 }],
  ['an end before its beginning', { from: daysAgo(0), until: daysAgo(1) }],
  ['an end in the future', { until: daysAgo(-1) }],
  ['a time that is none', { until: 'yesterday' }],
  ['U+0000', { client: '\0' }],
  ['a name of 501 characters', { name: 'n'.repeat(501) }],
  ['no digest', { digest: '' }],
])('a report with %s is refused whole', async (_what, more) => {
  const { errors } = await registry.report([operation({ client: 'refused' }), operation(more)]);
  expect(errors).toHaveLength(1);
  expect(JSON.stringify(await usage('Vessel'))).not.toContain('refused');
});

test('only the gateway itself reports', async () => {
  const other = await registry.keyOf('GATEWAY', 'other');
  const { errors } = await registry.report([operation({ client: 'refused' })], other);
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const edge = await registry.keyOf('GATEWAY', 'edge');
  expect(await registry.report([operation({ digest: 'd3', coordinates: [] })], edge)).toEqual({
    data: { reportOperations: true },
  });
});

test.each([
  ['{ fieldUsage(coordinate: "Vessel", days: 0) { calls } }'],
  ['{ fieldUsage(coordinate: "Vessel name") { calls } }'],
  ['{ unusedFields(days: 4000) }'],
])('%s is refused', async (query) => {
  expect(await registry.department.codeOf(query)).toBe('INVALID_ARGUMENT');
});

test('two gateways that report the same operations at once are both counted', async () => {
  const many = Array.from({ length: 200 }, (_, i) =>
    operation({ digest: `m${i}`, client: 'many', count: 1, errors: 0, coordinates: ['Many.field'] }),
  );
  await Promise.all([registry.report(many), registry.report(many.toReversed())]);
  const found = (await usage('Many.field')) as { calls: number }[];
  expect(found).toHaveLength(100);
  expect(new Set(found.map(({ calls }) => calls))).toEqual(new Set([2]));
});
