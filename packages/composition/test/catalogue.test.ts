import { expect, test } from 'vitest';
import { catalogueAsDcat, catalogueAsGuideCsv, deriveCatalogue } from '../src/index.ts';
import { department, realDepartments } from './support/departments.ts';

const ships = department(
  'ships',
  `
type Query { vessel: Vessel }
"A fishing vessel 渔船 of an enterprise."
type Vessel @key(fields: "number") @sharing(class: UNCONDITIONAL, basis: "渔业法", cycle: DAILY) {
  "Number 船号."
  number: ID!
  kind: Kind
  "Its owner 船东."
  owner: Enterprise
  "=cmd()"
  catchKg: Int @sharing(class: CONDITIONAL, basis: "渔业捕捞许可管理规定")
}
"Kind of vessel 船型."
enum Kind { FERRY }
type Enterprise @key(fields: "uscc") { uscc: USCC! vessels: [Vessel!] @sharing(class: NOT_SHARED, basis: "保守国家秘密法", cycle: YEARLY) }
"Code."
scalar USCC
`,
);
const enterprises = department(
  'enterprises',
  `
scalar USCC
type Query { enterprise: Enterprise }
"A legal entity 企业/法人."
type Enterprise @key(fields: "uscc") { uscc: USCC! name: String }
`,
);

test('each type of a department, and what it adds to a type of another, is a resource', () => {
  const resources = deriveCatalogue([ships, enterprises], 7);

  expect(resources.map(({ department: by, coordinate, name }) => `${by} ${coordinate} ${name}`)).toEqual([
    'enterprises Enterprise 企业/法人',
    'ships Vessel 渔船',
    'ships Enterprise 企业/法人',
  ]);
  const [owned, vessel, added] = resources;
  expect(vessel).toEqual({
    code: expect.stringMatching(/^3\d{5}\/ships\.Vessel$/),
    name: '渔船',
    coordinate: 'Vessel',
    department: 'ships',
    summary: 'A fishing vessel 渔船 of an enterprise.',
    sharing: 'UNCONDITIONAL',
    basis: '渔业法',
    cycle: 'DAILY',
    format: 'GraphQL/JSON',
    version: 7,
    fields: expect.any(Array),
    related: [owned!.code, added!.code].sort(),
  });
});

test('a field has its own class and basis, and the cycle of its type when it names none', () => {
  const [, vessel, added] = deriveCatalogue([ships, enterprises], 7);

  expect(
    vessel!.fields.map(({ name, type, summary, sharing, basis, cycle }) => [
      name,
      type,
      summary,
      sharing,
      basis,
      cycle,
    ]),
  ).toEqual([
    ['number', 'ID!', 'Number 船号.', 'UNCONDITIONAL', '渔业法', 'DAILY'],
    ['kind', 'Kind', 'Kind of vessel 船型.', 'UNCONDITIONAL', '渔业法', 'DAILY'],
    ['owner', 'Enterprise', 'Its owner 船东.', 'UNCONDITIONAL', '渔业法', 'DAILY'],
    ['catchKg', 'Int', '=cmd()', 'CONDITIONAL', '渔业捕捞许可管理规定', 'DAILY'],
  ]);
  expect(added).toMatchObject({
    sharing: 'NOT_SHARED',
    basis: '保守国家秘密法',
    fields: [{ coordinate: 'Enterprise.vessels' }],
  });
});

test('what a schema does not say to be shared is not', () => {
  const [owned] = deriveCatalogue([enterprises], 1);

  expect(owned).toMatchObject({
    sharing: 'NOT_SHARED',
    basis: null,
    cycle: null,
    fields: [{ name: 'name', sharing: 'NOT_SHARED' }],
  });
});

test('codes stay the same when other departments come and go, and no two are the same', () => {
  const all = deriveCatalogue(realDepartments(), 1).map(({ code }) => code);

  expect(new Set(all).size).toBe(all.length);
  for (const one of realDepartments()) {
    for (const { code } of deriveCatalogue([one], 2)) expect(all).toContain(code);
  }
});

test('in this project tax amounts are conditional, and registration, permits, regions and the A list are not', () => {
  const fields = new Map(
    deriveCatalogue(realDepartments(), 1).flatMap((resource) =>
      resource.fields.map(({ coordinate, sharing, basis }) => [coordinate, { sharing, basis }] as const),
    ),
  );

  for (const coordinate of [
    'TaxDeclaration.taxCny',
    'TaxPayment.amountCny',
    'TaxArrears.totalCny',
    'InvoiceTotal.amountCny',
    'Taxpayer.declarations',
    'Parcel.holder',
  ])
    expect(fields.get(coordinate), coordinate).toEqual({
      sharing: 'CONDITIONAL',
      basis: expect.stringMatching(/./),
    });
  for (const coordinate of [
    'Enterprise.name',
    'Permit.name',
    'Region.name',
    'Taxpayer.aListYears',
    'Parcel.areaM2',
  ])
    expect(fields.get(coordinate), coordinate).toMatchObject({ sharing: 'UNCONDITIONAL' });
});

test('as DCAT-AP it is one JSON-LD graph in which every name leads to a node and every term is in the context', () => {
  const resources = deriveCatalogue([ships, enterprises], 7);
  const { '@context': context, '@graph': graph } = JSON.parse(
    catalogueAsDcat(resources, { base: 'https://data.example/', accessUrl: 'https://data.example/graphql' }),
  ) as { '@context': Record<string, unknown>; '@graph': Record<string, unknown>[] };

  const ids = graph.map((node) => node['@id']);
  const [catalogue] = graph;
  expect(catalogue).toMatchObject({ '@type': 'dcat:Catalog', publisher: 'https://data.example/publisher' });
  expect(ids).toEqual(expect.arrayContaining(catalogue!['dataset'] as string[]));
  for (const node of graph) {
    expect(Object.keys(node).filter((term) => !term.startsWith('@') && !(term in context))).toEqual([]);
    for (const term of ['publisher', 'relation', 'distribution'])
      expect(ids).toEqual(expect.arrayContaining([node[term] ?? []].flat()));
  }
  expect(graph.find((node) => node['identifier'] === resources[1]!.code)).toMatchObject({
    '@type': 'dcat:Dataset',
    title: '渔船 Vessel',
    accessRights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
    accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/DAILY',
    version: '7',
    keyword: ['number', 'kind', 'owner', 'catchKg'],
  });
});

test('in the form of the guide of 2017 each field is a row, with the codes of the guide and no formula', () => {
  const csv = catalogueAsGuideCsv(deriveCatalogue([ships, enterprises], 7));
  const [head, ...rows] = csv.trimEnd().split('\n');

  expect(head!.startsWith('\uFEFF类,项,目,细目,信息资源代码,信息资源名称,')).toBe(true);
  expect(rows).toHaveLength(1 + 4 + 1);
  const columns = head!.slice(1).split(',');
  const row = Object.fromEntries(columns.map((title, index) => [title, rows[4]!.split(',')[index]]));
  expect(row).toMatchObject({
    类: '3',
    细目: 'ships.Vessel',
    信息资源提供方: 'ships',
    信息资源名称: '渔船 Vessel',
    信息项名称: 'catchKg',
    信息项摘要: "'=cmd()",
    共享类型: '2',
    共享条件: '渔业捕捞许可管理规定',
    共享方式: '3',
    更新周期: '2',
  });
});
