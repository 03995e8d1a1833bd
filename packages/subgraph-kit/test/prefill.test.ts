import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type CompiledPrefill,
  compilePrefill,
  createGatewayClient,
  type GatewayClient,
  runPrefill,
} from '../src/prefill/index.ts';

// Answers as a gateway does: what it would find out by the registry of sharing stands here. The real one is tried with real
// departments in the tests of the whole system.
const SCHEMA = `
  type Query {
    enterprise(uscc: ID!): Enterprise
    today: String
    sharingNeeds(query: String!): SharingNeeds
  }
  type Enterprise { name: String secret: String taxpayer: Taxpayer permits: [Permit!] }
  type Taxpayer { grade: String arrears: String }
  type Permit { number: String }
  type SharingNeeds { selected: [Selected!]! }
  type Selected { path: String! coordinate: ID! departments: [Department!]! sharing: Sharing }
  type Department { name: String! }
  enum Sharing { UNCONDITIONAL CONDITIONAL NOT_SHARED }
`;

const selected = (path: string, coordinate: string, department: string | null, sharing: string | null) => ({
  path,
  coordinate,
  departments: department === null ? [] : [{ name: department }],
  sharing,
});
const SELECTED = [
  selected('company.name', 'Enterprise.name', 'enterprises', 'UNCONDITIONAL'),
  selected('company.secret', 'Enterprise.secret', 'enterprises', 'NOT_SHARED'),
  selected('company.taxpayer.grade', 'Taxpayer.grade', 'tax', 'CONDITIONAL'),
  selected('company.taxpayer.arrears', 'Taxpayer.arrears', 'tax', 'CONDITIONAL'),
  selected('company.permits.number', 'Permit.number', 'permits', 'UNCONDITIONAL'),
  selected('today', 'Query.today', null, null),
];

let failing: Record<string, () => unknown> = {};
const field = (name: string, value: unknown) => () => failing[name]?.() ?? value;

let folder: string;
let gateway: SmallDepartment;
let client: GatewayClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-prefill-'));
  await writeFile(join(folder, 'token'), 'the-token\n');
  gateway = await startDepartment('gateway', SCHEMA, {
    Query: {
      enterprise: field('enterprise', {}),
      today: () => '2026-01-01',
      sharingNeeds: field('sharingNeeds', { selected: SELECTED }),
    },
    Enterprise: {
      name: field('name', '京桥'),
      taxpayer: field('taxpayer', {}),
      permits: () => [{ number: 'P1' }, { number: null }, { number: 'P2' }],
    },
    Taxpayer: { grade: field('grade', 'A'), arrears: () => null },
  });
  client = createGatewayClient({ GATEWAY_URL: gateway.url, GATEWAY_TOKEN: join(folder, 'token') })!;
});
afterAll(async () => {
  await gateway.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  failing = {};
  gateway.requests.length = 0;
});

const DOCUMENT = `
  query Form($uscc: ID!, $region: ID) {
    company: enterprise(uscc: $uscc) { name secret ...Taxes permits { number } }
    today
  }
  fragment Taxes on Enterprise { taxpayer { grade arrears } }
`;
const FORM = new Set(['name', 'grade', 'arrears', 'permits']);
const FIELDS = [
  { field: 'name', path: 'company.name' },
  { field: 'grade', path: 'company.taxpayer.grade' },
  { field: 'arrears', path: 'company.taxpayer.arrears' },
  { field: 'permits', path: 'company.permits.number' },
];
const compiled = async () =>
  (await compilePrefill(client, { document: DOCUMENT, fields: FIELDS }, FORM)) as CompiledPrefill;

describe('what a form takes from other departments', () => {
  test('becomes one query for each department, with what it needs and nothing else', async () => {
    const { parts } = await compiled();
    expect(
      parts.map(({ department, variables, values }) => [
        department,
        variables,
        values.map((one) => one.field),
      ]),
    ).toEqual([
      ['enterprises', ['uscc'], ['name']],
      ['tax', ['uscc'], ['grade', 'arrears']],
      ['permits', ['uscc'], ['permits']],
    ]);
    const [enterprises, tax] = parts.map(({ query }) => query.replaceAll(/\s+/g, ' '));
    expect(enterprises).toBe('query Form($uscc: ID!) { company: enterprise(uscc: $uscc) { name } }');
    expect(tax).toBe(
      'query Form($uscc: ID!) { company: enterprise(uscc: $uscc) { ... on Enterprise { taxpayer { grade arrears } } } }',
    );
  });

  test('is asked apart where it is found by other variables: one that is missing costs its own values only', async () => {
    const document = `query Form($uscc: ID!, $other: ID!, $region: ID) {
      company: enterprise(uscc: $uscc) { name taxpayer { grade } }
      other: enterprise(uscc: $other) { name }
    }`;
    const fields = [
      { field: 'name', path: 'company.name' },
      { field: 'grade', path: 'company.taxpayer.grade' },
    ];
    const variables = ['uscc', 'other', 'region'];
    const found = (await compilePrefill(client, { document, variables, fields }, FORM)) as CompiledPrefill;
    expect(found.parts.map(({ department, needed }) => [department, needed])).toEqual([
      ['enterprises', ['uscc']],
      ['tax', ['uscc']],
    ]);
    gateway.requests.length = 0;
    const purpose = { basis: '法', caseNumber: 'C-1', requester: 'permits' };
    const values = await runPrefill(client, found, { uscc: null, region: '32' }, purpose);
    expect(values.map(({ state, value, reason }) => [state, value, reason])).toEqual([
      ['NOT_ASKED', null, expect.stringContaining('a person applies')],
      ['NOT_ASKED', null, expect.stringContaining('a person applies')],
    ]);
    expect(gateway.requests).toEqual([]);
  });

  test.each<
    [what: string, definition: Partial<Parameters<typeof compilePrefill>[1]>, code: string, message: string]
  >([
    ['no GraphQL', { document: '{ a' }, 'MALFORMED_PREFILL', 'Syntax Error'],
    [
      'two operations',
      { document: 'query A { today } query B { today }' },
      'MALFORMED_PREFILL',
      'one operation',
    ],
    ['a mutation', { document: 'mutation { today }' }, 'MALFORMED_PREFILL', 'a query'],
    [
      'a variable that nobody knows',
      { document: 'query ($x: ID) { enterprise(uscc: $x) { name } }' },
      'MALFORMED_PREFILL',
      '$x',
    ],
    [
      'a field that the form lacks',
      { fields: [{ field: 'other', path: 'company.name' }] },
      'UNKNOWN_FIELD',
      'other',
    ],
    [
      'a value that is not selected',
      { fields: [{ field: 'name', path: 'company.phone' }] },
      'UNKNOWN_PATH',
      'company.phone',
    ],
    ['a value of the platform', { fields: [{ field: 'name', path: 'today' }] }, 'UNKNOWN_PATH', 'today'],
    [
      'what is not shared',
      { fields: [{ field: 'name', path: 'company.secret' }] },
      'FIELD_IS_NOT_SHARED',
      'Enterprise.secret',
    ],
    [
      'a field twice',
      { fields: [FIELDS[0]!, { field: 'name', path: 'company.taxpayer.grade' }] },
      'MALFORMED_PREFILL',
      'twice',
    ],
  ])('is refused with %s', async (_what, definition, code, message) => {
    const problems = await compilePrefill(
      client,
      { document: DOCUMENT, fields: FIELDS, ...definition },
      FORM,
    );
    expect(problems).toEqual([{ code, message: expect.stringContaining(message) }]);
  });

  test('is refused when the one schema refuses it, and when nobody can be asked', async () => {
    failing = {
      sharingNeeds: () => {
        throw new GraphQLError('Cannot query field "phone" on type "Enterprise".');
      },
    };
    const definition = { document: DOCUMENT, fields: FIELDS };
    expect(await compilePrefill(client, definition, FORM)).toEqual([
      { code: 'MALFORMED_PREFILL', message: 'Cannot query field "phone" on type "Enterprise".' },
    ]);
    const nobody = createGatewayClient({ GATEWAY_URL: 'http://127.0.0.1:9/graphql', GATEWAY_TOKEN: '' })!;
    expect(await compilePrefill(nobody, definition, FORM)).toMatchObject([{ code: 'GATEWAY_UNAVAILABLE' }]);
  });
});

describe('opening a form', () => {
  const PURPOSE = { basis: '行政许可法 第三十四条', caseNumber: 'C-1', requester: 'permits' };
  const open = async () => runPrefill(client, await compiled(), { uscc: 'E1' }, PURPOSE);
  const values = async () => (await open()).map(({ field: name, state, value }) => [name, state, value]);

  test('shows each value with its department, field and sharing class', async () => {
    const found = await open();
    expect(found[1]).toEqual({
      field: 'grade',
      path: 'company.taxpayer.grade',
      coordinate: 'Taxpayer.grade',
      sharing: 'CONDITIONAL',
      department: 'tax',
      state: 'FOUND',
      value: 'A',
      reason: null,
    });
    expect(found.map(({ field: name, state, value }) => [name, state, value])).toEqual([
      ['name', 'FOUND', '京桥'],
      ['grade', 'FOUND', 'A'],
      ['arrears', 'EMPTY', null],
      ['permits', 'FOUND', ['P1', 'P2']],
    ]);
    expect(gateway.requests.at(-1)!.variables).toEqual({ uscc: 'E1' });
  });

  test('says what was denied, and costs the other values nothing', async () => {
    failing = {
      grade: () => {
        throw new GraphQLError('Taxpayer.grade needs a grant.', {
          extensions: { code: 'UNAUTHORIZED_FIELD' },
        });
      },
      name: () => {
        throw new GraphQLError('There is none.', { extensions: { code: 'NOT_FOUND' } });
      },
    };
    const found = await open();
    expect(found.map(({ state, reason }) => [state, reason])).toEqual([
      ['EMPTY', null],
      ['DENIED', 'Taxpayer.grade needs a grant.'],
      ['EMPTY', null],
      ['FOUND', null],
    ]);
  });

  test('takes less than a second while a department is silent, and says which', async () => {
    failing = { taxpayer: () => new Promise(() => {}) };
    const startedAt = performance.now();
    const found = await open();
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(found.map(({ state }) => state)).toEqual(['FOUND', 'SILENT', 'SILENT', 'FOUND']);
    expect(found[1]!.reason).toContain('tax does not answer');
  });

  test('says that a department is down, and goes on while the gateway is', async () => {
    failing = {
      taxpayer: () => {
        throw new GraphQLError('down', { extensions: { code: 'DEPARTMENT_UNAVAILABLE' } });
      },
    };
    expect(await values()).toEqual([
      ['name', 'FOUND', '京桥'],
      ['grade', 'SILENT', null],
      ['arrears', 'SILENT', null],
      ['permits', 'FOUND', ['P1', 'P2']],
    ]);
    const prefill = await compiled();
    gateway.misbehave((_request, response) => response.writeHead(503).end('<html>'));
    try {
      const found = await runPrefill(client, prefill, { uscc: 'E1' }, PURPOSE);
      expect(found.map(({ state }) => state)).toEqual(['SILENT', 'SILENT', 'SILENT', 'SILENT']);
    } finally {
      gateway.misbehave(null);
    }
  });

  test('signs in with the token of the file as it is now, and names the case as the purpose', async () => {
    const prefill = await compiled();
    const headers: Record<string, unknown>[] = [];
    gateway.misbehave((request, response) => {
      headers.push(request.headers);
      response.end('{"data":{"company":null}}');
    });
    try {
      await runPrefill(client, { parts: prefill.parts.slice(0, 1) }, { uscc: 'E1' }, PURPOSE);
      await writeFile(join(folder, 'token'), 'another');
      await runPrefill(client, { parts: prefill.parts.slice(0, 1) }, { uscc: 'E1' }, PURPOSE);
    } finally {
      gateway.misbehave(null);
    }
    expect(headers.map(({ authorization }) => authorization)).toEqual(['Bearer the-token', 'Bearer another']);
    expect(headers[0]).toMatchObject({
      'purpose-basis': encodeURIComponent(PURPOSE.basis),
      'purpose-case': 'C-1',
      'purpose-requester': 'permits',
    });
  });
});

test('a department without a gateway asks nobody', () => {
  expect(createGatewayClient({ GATEWAY_URL: '', GATEWAY_TOKEN: '' })).toBeNull();
});
