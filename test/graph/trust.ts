import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@yiwang/service/settings';
import { listen } from '@yiwang/service/http';
import type { Grant } from '@yiwang/identity';
import { createTestGateway } from '@yiwang/testing';
import { AUDIENCE, createProviderKey, ISSUER, type ProviderKey, signToken } from '@yiwang/identity/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatewaySettings } from '../../gateway/src/config/config.ts';
import { createGateway } from '../../gateway/src/create-gateway.ts';
import { readAccessRules } from '../../packages/subgraph-kit/src/trust/access-rules.ts';
import type { OpenGraph } from '../open-graph.ts';
import { ENTERPRISE_LIST } from '../queries.ts';
import { testItems } from './items.ts';
import { testMandates } from './mandates.ts';
import { testStepsOfMatters } from './steps-of-matters.ts';

const grantOf = (id: string, client: string, fields: string[], regions: string[] | null): Grant => ({
  ...{ id, client, fields, regions, basis: '行政许可法 第三十一条' },
  from: '2000-01-01T00:00:00Z',
  until: '2100-01-01T00:00:00Z',
});

const CHINA = { west: 73, south: 18, east: 135, north: 54 };
const PARCELS = `query ($filter: ParcelFilter) {
  parcels(filter: $filter, first: 100) { totalCount edges { node { code } } }
}`;

/**
 * Every real department, which answers nobody but the real gateway.
 *
 * @param graph whose rows are changed, and in the last test most of what is kept back
 */
export function testTrust(graph: () => OpenGraph): void {
  // Its gateway and departments are started when the tests before are done.
  describe('trust', () => {
    const undo = new AsyncDisposableStack();
    let url: string;
    let provider: ProviderKey;
    /** Folder of the journal. */
    let accessLog: string;
    /** Code of the one with most parcels. */
    let city: string;

    beforeAll(async () => {
      const known = undo.use(await createTestGateway());
      const { supergraphSdl } = undo.use(await graph().serveTo(known));
      const folder = await mkdtemp(join(tmpdir(), 'yiwang-trust-'));
      undo.defer(() => rm(folder, { recursive: true }));
      accessLog = join(folder, 'accesses');
      const fileOf = async (name: string, content: unknown) => {
        const file = join(folder, name);
        await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
        return file;
      };
      provider = await createProviderKey('EdDSA');
      const [most] = await graph().databases.get('land')!.sql<{ city: string }[]>`
    select left(region_code, 4) as city from parcels group by 1 order by count(*) desc limit 1`;
      city = most!.city;
      const conditional = [...graph().schemas.values()].flatMap((schema) =>
        [...readAccessRules(schema)].flatMap(([name, { sharing }]) =>
          sharing === 'CONDITIONAL' ? [name] : [],
        ),
      );
      const gateway = undo.use(
        await createGateway(
          readSettings(gatewaySettings, {
            SUPERGRAPH: await fileOf('supergraph.graphql', supergraphSdl),
            ISSUERS: await fileOf('issuers.json', [
              { issuer: ISSUER, jwks: { keys: [provider.jwk] }, audience: AUDIENCE },
            ]),
            GRANTS: await fileOf('grants.json', [
              // The keys of cases are conditional to clients, and none to departments, which join by them.
              grantOf('g1', 'province', [...conditional, 'Case.number'], null),
              grantOf('g2', 'city', [...conditional, 'Case.number'], [city]),
            ]),
            GATEWAY_KEY: await fileOf('gateway.key', known.key),
            ACCESS_LOG: accessLog,
            LOG_LEVEL: 'silent',
          }),
        ),
      );
      url = `${await listen(gateway.server, '127.0.0.1', 0)}/graphql`;
    });
    afterAll(() => undo.disposeAsync());

    async function ask(client: string | null, query: string, variables: object = {}, claims: object = {}) {
      const headers = {
        'content-type': 'application/json',
        ...(client !== null && {
          authorization: `Bearer ${await signToken(provider, { sub: client, ...claims })}`,
          'purpose-basis': encodeURIComponent('行政许可法 第三十一条'),
          'purpose-case': 'L-7',
          'purpose-requester': encodeURIComponent('王敏'),
        }),
      };
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
      return (await response.json()) as { data: any; errors?: { extensions: { code: string } }[] };
    }

    test('a client that was granted everything reads the whole page of every enterprise through the gateway', async () => {
      const { data, errors } = await ask('province', ENTERPRISE_LIST, { first: 50 });
      expect(errors).toBeUndefined();
      const nodes = data.enterprises.edges.map(({ node }: { node: object }) => node);
      const count = (field: string) =>
        nodes.filter((node: Record<string, { totalCount?: number } | null>) => node[field]?.totalCount)
          .length;
      for (const field of ['permits', 'cases', 'parcels']) expect(count(field)).toBeGreaterThan(0);
      expect(nodes.some((node: { taxpayer?: { arrears?: object } }) => node.taxpayer?.arrears)).toBe(true);
    });

    test('one that was granted a city reads its rows there; the others are null, or not listed', async () => {
      const { data, errors } = await ask('city', ENTERPRISE_LIST, { first: 100 });
      const codes = new Set(errors?.map(({ extensions }) => extensions.code));
      expect([...codes]).toEqual(['OUTSIDE_GRANT']);
      const parcels = data.enterprises.edges.flatMap(
        ({ node }: { node: { parcels: { edges: { node: { code: string } }[] } } }) => node.parcels.edges,
      );
      expect(parcels.length).toBeGreaterThan(0);
      for (const { node } of parcels) expect(node.code.startsWith(city)).toBe(true);
      const declared = data.enterprises.edges.filter(
        ({ node }: { node: { taxpayer?: { declarations: object | null } } }) => node.taxpayer?.declarations,
      );
      for (const { node } of declared) expect(node.uscc.slice(2).startsWith(city)).toBe(true);
    });

    test('nobody in particular reads what is open, and no department is asked for more', async () => {
      const { data, errors } = await ask(null, ENTERPRISE_LIST, { first: 5 });
      expect(new Set(errors!.map(({ extensions }) => extensions.code))).toEqual(
        new Set(['UNAUTHORIZED_FIELD']),
      );
      for (const { node } of data.enterprises.edges) {
        expect(node.name).toEqual(expect.any(String));
        expect(node.parcels).toBeNull();
        if (node.taxpayer)
          expect(node.taxpayer).toMatchObject({ authority: expect.any(String), arrears: null });
      }
    });

    test('rows of one department that another joins by a conditional type are joined', async () => {
      const [row] = await graph().databases.get('permits')!.sql`
    select number from permits where case_number is not null limit 1`;
      const query = `{ permit(number: "${row!['number']}") { case { number state applicant { name } } } }`;
      const { data, errors } = await ask('province', query);
      expect(errors).toBeUndefined();
      expect(data.permit.case).toMatchObject({
        number: expect.any(String),
        state: expect.any(String),
      });
    });

    test('whose data was read is written down by its enterprise, also where nobody asked for the enterprise', async () => {
      const [row] = await graph().databases.get('permits')!.sql`
    select number, holder_uscc from permits where case_number is not null and holder_uscc is not null limit 1`;
      const of = (type: string, key: unknown) => ({ type, key });
      await ask('province', `{ permit(number: "${row!['number']}") { case { state } } }`);
      const { subjects } = await lastAccess();
      expect(subjects).toContainEqual(of('Permit', row!['number']));
      expect(subjects).toContainEqual(of('Enterprise', row!['holder_uscc']));

      const [parcel] = await graph().databases.get('land')!.sql`
    select code, holder_uscc from parcels where holder_uscc is not null limit 1`;
      await ask('province', `{ parcel(code: "${parcel!['code']}") { holder { name } } }`);
      expect((await lastAccess()).subjects).toEqual([
        of('Parcel', parcel!['code']),
        of('Enterprise', parcel!['holder_uscc']),
      ]);
    });

    /** The last record of the journal. */
    async function lastAccess(): Promise<{ subjects: { type: string; key: string }[] }> {
      const [name] = (await readdir(accessLog))
        .filter((one) => one.endsWith('.log'))
        .sort()
        .reverse();
      const lines = (await readFile(join(accessLog, name!), 'utf8')).split('\n');
      return JSON.parse(lines.findLast((line) => line.startsWith('{'))!);
    }

    test('names of people are masked but for the scope that the client has', async () => {
      await graph().databases.get('land')!.sql`
    insert into land_transfers (id, from_name, to_name, source) values ('m', '李四', '王小明', 'REGISTER')`;
      const query = '{ landTransfer(id: "m") { fromName toName } }';
      expect((await ask('province', query)).data.landTransfer).toEqual({ fromName: '李*', toName: '王*' });
      const { data } = await ask('court', query, {}, { scope: 'sensitive:read' });
      expect(data.landTransfer).toEqual({ fromName: '李四', toName: '王小明' });
    });

    test('whoever may not read a field does not find by it', async () => {
      const codesOf = async (client: string | null, query: string) => {
        const { errors = [] } = await ask(client, query);
        return errors.map(({ extensions }) => extensions.code);
      };
      const taxpayers = (filter: string, selected = '') =>
        `{ taxpayers(filter: { ${filter} }, first: 1) { totalCount edges { node { id ${selected} } } } }`;
      expect(await codesOf(null, taxpayers('grade: D'))).toEqual(['UNAUTHORIZED_FIELD']);
      expect(await codesOf(null, taxpayers('year: 2023'))).toEqual(['UNAUTHORIZED_FIELD']);
      expect(await codesOf(null, taxpayers('grade: A, year: 2023'))).toEqual(['UNAUTHORIZED_FIELD']);
      expect(await codesOf(null, taxpayers('aListYear: 2023'))).toEqual([]);
      expect(await codesOf('province', taxpayers('grade: D'))).toEqual([]);
      expect(await codesOf('province', taxpayers('grade: D', 'creditGrades { grade }'))).toEqual([]);

      const [parcel] = await graph().databases.get('land')!.sql<{ holder: string }[]>`
    select holder_uscc as holder from parcels where holder_uscc is not null limit 1`;
      const parcels = (selected = '') =>
        `{ parcels(filter: { holder: "${parcel!.holder}" }, first: 1) { edges { node { code ${selected} } } } }`;
      expect(await codesOf(null, parcels())).toEqual(['UNAUTHORIZED_FIELD']);
      expect(await codesOf('province', parcels())).toEqual([]);
      expect(await codesOf('province', parcels('holder { uscc }'))).toEqual([]);
    });

    test('parcels are found by where they lie in the regions of the grant only, and the log names what was read', async () => {
      const { data, errors } = await ask('city', PARCELS, { filter: { bbox: CHINA } });
      expect(errors).toBeUndefined();
      const { totalCount, edges } = data.parcels;
      const [own] = await graph().databases.get('land')!.sql<{ count: number }[]>`
    select count(*)::int as count from parcels where boundary is not null and region_code ^@ ${city}`;
      expect(totalCount).toBe(own!.count);
      expect(totalCount).toBeGreaterThan(0);
      for (const { node } of edges) expect(node.code.startsWith(city)).toBe(true);
      expect(await lastAccess()).toMatchObject({ fields: ['GeoJsonPolygon.coordinates', 'Parcel.geometry'] });
      const others = await ask('city', PARCELS, { filter: { bbox: CHINA, region: '65' } });
      expect(others.data.parcels).toEqual({ totalCount: 0, edges: [] });
    });

    testItems(graph, ask);
    testMandates(graph, ask);
    testStepsOfMatters(graph, ask);

    test('what a public client is answered does not depend on what is kept back, whatever it finds by', async () => {
      const land = graph().databases.get('land')!.sql;
      const tax = graph().databases.get('tax')!.sql;
      await land`insert into land_supplies (id, holder_name, source) values ('person', '欧阳明', 'REGISTER')`;
      const [parcel] = await land<{ holder: string }[]>`
    select holder_uscc as holder from parcels where holder_uscc is not null limit 1`;
      const [graded] = await tax<{ id: string; year: number }[]>`
    select t.id, g.year from taxpayers t join credit_grades g on g.taxpayer_no = t.no where g.grade = 'B' limit 1`;
      const asked: [query: string, variables?: object][] = [
        [PARCELS, { filter: { bbox: CHINA } }],
        [PARCELS, { filter: { holder: parcel!.holder } }],
        [PARCELS, { filter: { region: city } }],
        [
          'query ($w: Float!) { parcels(filter: { bbox: { west: $w, south: 18, east: 135, north: 54 } }) { totalCount } }',
          { w: 110 },
        ],
        [
          'query ($f: ParcelFilter = { bbox: { west: 73, south: 18, east: 110, north: 54 } }) { ...P } fragment P on Query { a: parcels(filter: $f) { __typename } }',
        ],
        [
          `query ($h: USCC) { a: parcels(filter: { holder: $h }) { totalCount } b: parcels { totalCount } }`,
          { h: parcel!.holder },
        ],
        ['{ landSupplies(filter: { holderName: "欧阳明" }) { totalCount } }'],
        ['query ($n: String) { landTransfers(filter: { partyName: $n }) { totalCount } }', { n: '王小明' }],
        ['{ taxpayers(filter: { grade: B }) { totalCount } }'],
        [
          'query ($f: TaxpayerFilter) { taxpayers(filter: $f) { totalCount edges { node { id } } } }',
          { f: { grade: 'D', year: graded!.year } },
        ],
        ['{ taxpayers(filter: { aListYear: 2023 }) { totalCount edges { node { id aListYears } } } }'],
        [
          `{ taxpayer(id: "${graded!.id}") { name creditGrade(year: ${graded!.year}) { grade } declarations(from: "2025-01-01") { totalCount } invoiceTotals(to: "2025-01-01") { count } } }`,
        ],
      ];
      const answers = () => Promise.all(asked.map(async ([query, variables]) => ask(null, query, variables)));
      const before = await answers();
      const codes = before.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ANSWERED');
      expect(codes).toEqual(
        asked.map(([query]) =>
          query === PARCELS || query.includes('aListYear:') ? expect.any(String) : 'UNAUTHORIZED_FIELD',
        ),
      );
      expect(codes.filter((code) => code === 'ANSWERED')).toHaveLength(2);

      await land`update parcels set boundary = null, holder_uscc = null`;
      await land`update land_supplies set holder_name = '司马光' where id = 'person'`;
      await land`update land_transfers set to_name = '赵云' where id = 'm'`;
      await tax`update credit_grades set grade = 'C' where grade <> 'A'`;
      await tax`delete from declarations`;
      await tax`delete from invoice_totals`;
      await tax`refresh materialized view graded_counts`;
      expect(await answers()).toEqual(before);
    });
  });
}
