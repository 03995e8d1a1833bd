import { contents, createKey, type PrivateKey, signCredential } from '@yiwang/identity';
import { createComposer } from '@yiwang/composition';
import { type ServedDepartment, serveDepartment } from '@yiwang/subgraph-kit/testing';
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settings } from '../src/config.ts';
import { createContexts } from '../src/context.ts';
import { NAME } from '../src/department.ts';
import { credentialedRoots, OPEN_ROOTS, PUBLIC_ROOTS } from '../src/open-roots.ts';
import { schema } from '../src/subgraph.ts';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

/** Restricted data of the registry, as it is stored in its database. */
const SECRETS = {
  address: 'http://10.77.66.55:4001/graphql',
  sdl: 'Marker of the schema',
  client: 'secret-portal',
  operation: 'SecretPage',
  gateway: 'edge-secret',
};

let registry: OpenRegistry;
let fisheriesKey: PrivateKey;
let harboursKey: PrivateKey;
let gatewayKey: PrivateKey;
let exchange: ServedDepartment;
const secrets = new Map<string, string>(Object.entries(SECRETS));

beforeAll(async () => {
  registry = await openRegistry();
  fisheriesKey = await registry.keyOf('DEPARTMENT', 'fisheries');
  harboursKey = await registry.keyOf('DEPARTMENT', 'harbours');
  gatewayKey = await registry.keyOf('GATEWAY', SECRETS.gateway);
  const first = {
    ...fisheries(`# ${SECRETS.sdl}\n  "Crew."\n  crew: Int\n  "Old."\n  old: Int`),
    url: SECRETS.address,
  };
  await registry.publish([first, harbours()], { keys: [fisheriesKey, harboursKey] });
  const now = new Date().toISOString();
  await registry.report([
    {
      ...{ variant: 'internal', client: SECRETS.client, clientVersion: '9', name: SECRETS.operation },
      ...{ digest: 'd', coordinates: ['Vessel.old', 'Vessel.crew', 'Vessel.number'], count: 3, errors: 0 },
      ...{ from: now, until: now },
    },
  ]);
  const next = { ...fisheries(`# ${SECRETS.sdl}\n  "Crew."\n  crew: Int`), url: SECRETS.address };
  await registry.publish([next], { acceptBreaking: true });
  const claim = { action: 'report', digest: contents.report(SECRETS.gateway, [{ variant: 'internal' }]) };
  await registry.department.ask(
    `mutation ($credential: String!) {
      reportGateway(gateway: "${SECRETS.gateway}", running: [{ variant: "internal" }], credential: $credential) { version } }`,
    { credential: await signCredential(gatewayKey, claim) },
  );
  secrets.set('kid of a department', fisheriesKey.kid);
  secrets.set('kid of the operator', registry.operator.kid);
  const { database } = registry.department;
  exchange = await serveDepartment(
    {
      ...{ name: NAME, schema, openRoots: OPEN_ROOTS, database },
      createContext: createContexts(database.db, createComposer(), registry.options),
    },
    { settings },
  );
});
afterAll(async () => {
  await exchange[Symbol.asyncDispose]();
  await registry.close();
});

/** The assertion that a gateway signs for the request with this body. */
type Headers = (body: string) => Promise<object> | object;
const NONE: Headers = () => ({});

async function send(query: string, headers: Headers, variables: object = {}): Promise<string> {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(exchange.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await headers(body)) },
    body,
  });
  return response.text();
}

const MAX_DEPTH = 7;
/** Arguments with which every field finds something. */
const VALUES: Record<string, string> = {
  name: '"fisheries"',
  variant: '"internal"',
  coordinate: '"Vessel.crew"',
  department: '"fisheries"',
  first: '50',
  days: '30',
};

/** A selection of the root field and everything beneath it, to a depth, with the arguments that each field needs. */
function wholeOf(rootType: string, field: GraphQLField<unknown, unknown>, credential: string | null): string {
  const keyword = rootType === 'Mutation' ? 'mutation' : 'query';
  return `${keyword} { ${write(field, 0, credential)} }`;
}

function write(field: GraphQLField<unknown, unknown>, depth: number, credential: string | null): string {
  const args = field.args.flatMap(({ name, type, ...rest }) => {
    if (name === 'credential')
      return credential === null ? [] : [`credential: ${JSON.stringify(credential)}`];
    const isWanted = isRequiredArgument({ name, type, ...rest } as never) || (depth === 0 && name in VALUES);
    return isWanted ? [`${name}: ${VALUES[name] ?? valueOf(type)}`] : [];
  });
  const head = args.length > 0 ? `${field.name}(${args.join(', ')})` : field.name;
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return head;
  const inside = Object.values(type.getFields())
    .filter((one) => !isObjectType(getNamedType(one.type)) || depth < MAX_DEPTH)
    .map((one) => write(one, depth + 1, null));
  return `${head} { __typename ${inside.join(' ')} }`;
}

function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((one) => isNonNullType(one.type));
    return `{ ${needed.map((one) => `${one.name}: ${VALUES[one.name] ?? valueOf(one.type)}`).join(', ')} }`;
  }
  if (type.name === 'Int' || type.name === 'Float') return '1';
  if (type.name === 'Boolean') return 'true';
  if (type.name === 'DateTime') return '"2030-01-01T00:00:00Z"';
  return type.name === 'RegionCode' ? '"36"' : '"x"';
}

const roots = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
  Object.values(type.getFields())
    .filter(({ name }) => !name.startsWith('_'))
    .map((field) => ({ type: type.name, field, coordinate: `${type.name}.${field.name}` })),
);
const credentialed = new Map(credentialedRoots(schema).map((root) => [root.coordinate, root.isRequired]));

test.each(roots)(
  '$coordinate is signed in for, signed for, or open with a reason',
  ({ coordinate, field }) => {
    const directives = field.astNode?.directives?.map(({ name }) => name.value) ?? [];
    const isSignedIn = directives.includes('authenticated') && directives.includes('requiresScopes');
    const isSigned = credentialed.get(coordinate) === true;
    const ways = [isSignedIn, isSigned, coordinate in PUBLIC_ROOTS].filter(Boolean).length;
    // Fields that take a credential or require a scope are tested below.
    expect(ways).toBe(credentialed.get(coordinate) === false && !(coordinate in PUBLIC_ROOTS) ? 0 : 1);
  },
);

const optional = roots.filter(
  ({ coordinate }) => credentialed.get(coordinate) === false && !(coordinate in PUBLIC_ROOTS),
);

describe.each<[who: string, headers: Headers]>([
  ['whom no gateway vouches for', NONE],
  ['who is not signed in, through a gateway', () => exchange.sign()],
  [
    'a client with every scope but these, through a gateway',
    (body) =>
      exchange.sign(
        {
          client: 'low',
          department: 'police',
          scopes: ['sharing:apply', 'sharing:decide', 'sharing:correct', 'introspection', 'sensitive:read'],
        },
        body,
      ),
  ],
])('a caller %s', (_who, headers) => {
  test.each(optional)('is refused $coordinate without a credential', async ({ type, field }) => {
    const answer = JSON.parse(await send(wholeOf(type, field, null), headers));
    expect(answer.errors.map((error: { extensions: { code: string } }) => error.extensions.code)).toContain(
      'FORBIDDEN',
    );
    expect(answer.data?.[field.name] ?? null).toBeNull();
  });

  test('learns none of what is kept back, through any root with everything beneath it', async () => {
    const stranger = await createKey();
    const forged = await signCredential(stranger, { action: 'read', digest: contents.read('gateways', {}) });
    for (const { type, field, coordinate } of roots) {
      for (const credential of [null, 'x', forged]) {
        const text = await send(wholeOf(type, field, credential), headers);
        for (const [what, secret] of secrets) {
          expect(text.includes(secret), `${coordinate} tells the ${what}`).toBe(false);
        }
      }
    }
  });
});

test('the same walk finds everything with the scopes for it: it looks where the secrets are', async () => {
  const headers: Headers = (body) =>
    exchange.sign({ client: 'auditor', scopes: ['registry:read', 'usage:read'] }, body);
  const texts: string[] = [];
  for (const { type, field } of roots) texts.push(await send(wholeOf(type, field, null), headers));
  const all = texts.join('\n');
  for (const [what, secret] of secrets) expect(all.includes(secret), what).toBe(true);
});

const read = async (key: PrivateKey, root: string, args: Record<string, string | number>) =>
  signCredential(key, { action: 'read', digest: contents.read(root, args) });

test('a key holder reads what is published, and beneath a root without a credential nothing', async () => {
  const credential = await read(harboursKey, 'department', { name: 'fisheries' });
  const query = `query ($credential: String) {
    department(name: "fisheries", credential: $credential) { subgraph { url } history { edges { node { publishedBy } } } }
    departments { name subgraph { url } } }`;
  const { data, errors } = JSON.parse(await send(query, NONE, { credential }));
  expect(data.department).toEqual({
    subgraph: { url: SECRETS.address },
    history: {
      edges: [{ node: { publishedBy: registry.operator.kid } }, { node: { publishedBy: fisheriesKey.kid } }],
    },
  });
  expect(data.departments).toEqual([
    { name: 'fisheries', subgraph: null },
    { name: 'harbours', subgraph: null },
  ]);
  expect(errors).toHaveLength(2);
});

test('who uses a field is told to the one department that provides it, and to operators', async () => {
  const usage = async (key: PrivateKey, coordinate: string) => {
    const credential = await read(key, 'fieldUsage', { coordinate, days: 30 });
    const query = `query ($coordinate: String!, $credential: String) {
      fieldUsage(coordinate: $coordinate, credential: $credential) { client } }`;
    const { data, errors } = JSON.parse(await send(query, NONE, { coordinate, credential }));
    return errors?.[0].extensions.code ?? data.fieldUsage;
  };
  expect(await usage(fisheriesKey, 'Vessel.crew')).toEqual([{ client: SECRETS.client }]);
  expect(await usage(registry.operator, 'Vessel.number')).toEqual([{ client: SECRETS.client }]);
  expect(await usage(harboursKey, 'Vessel.crew')).toBe('FORBIDDEN');
  // Both provide the key, and so neither provides it alone.
  expect(await usage(fisheriesKey, 'Vessel.number')).toBe('FORBIDDEN');
  expect(await usage(gatewayKey, 'Vessel.crew')).toBe('FORBIDDEN');
  // A type stands for the fields that the department alone provides.
  expect(await usage(fisheriesKey, 'Vessel')).toEqual([{ client: SECRETS.client }]);
  expect(await usage(harboursKey, 'Vessel')).toEqual([]);
});

test('a check tells a department that others’ clients use what it would break, and not who they are', async () => {
  const { sdl } = harbours();
  const broken = sdl.replaceAll('number', 'hull');
  const claim = { action: 'check', digest: contents.check('harbours', broken) };
  const text = await send(
    `query ($sdl: String!, $credential: String!) {
      checkSubgraph(input: { department: "harbours", sdl: $sdl }, credential: $credential) {
        changes { coordinate usedBy { client operation digest calls } } } }`,
    NONE,
    { sdl: broken, credential: await signCredential(harboursKey, claim) },
  );
  expect(text).toContain('"changes"');
  expect(text).not.toContain(SECRETS.client);
  expect(text).not.toContain(SECRETS.operation);
});

test('what others’ signed-in clients use does not break unseen where several departments provide it and sign', async () => {
  const shared = await openRegistry();
  const keys = [await shared.keyOf('DEPARTMENT', 'fisheries'), await shared.keyOf('DEPARTMENT', 'harbours')];
  const flag = '"Flag."\n  flag: String @shareable';
  expect(await shared.publish([fisheries(flag), harbours('', flag)], { keys })).toMatchObject({
    outcome: 'PUBLISHED',
  });
  const now = new Date().toISOString();
  await shared.report([
    {
      ...{ variant: 'internal', client: SECRETS.client, clientVersion: '9', name: SECRETS.operation },
      ...{ digest: 'd', coordinates: ['Vessel.flag'], count: 3, errors: 0, from: now, until: now },
    },
  ]);

  const without = [fisheries(''), harbours()];
  const refused = await shared.publish(without, { keys });
  expect(refused).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'BREAKING_CHANGES' }] });
  expect(refused.userErrors[0]?.message).toContain('in use by clients whose names an operator can look up');
  expect(refused.check?.changes).toMatchObject([
    { severity: 'BREAKING', coordinate: 'Vessel.flag', usedBy: [{ client: null, calls: 3 }] },
  ]);
  expect(JSON.stringify(refused)).not.toContain(SECRETS.client);
  expect(JSON.stringify(refused)).not.toContain(SECRETS.operation);

  const byOperator = await shared.publish(without);
  expect(byOperator.userErrors[0]?.message).toContain(`in use by ${SECRETS.client}: `);

  // The version stores what its signers were shown.
  expect(await shared.publish(without, { keys, acceptBreaking: true })).toMatchObject({ version: 2 });
  const { data } = await shared.department.ask(
    '{ supergraph(version: 2) { changes { usedBy { client } } } }',
  );
  expect(data).toEqual({ supergraph: { changes: [{ usedBy: [{ client: null }] }] } });
  await shared.close();
});

test('a gateway’s key alone asks for the grants in force, and in its own name', async () => {
  const asked = async (key: PrivateKey, gateway: string, signedFor = gateway) => {
    const claim = { action: 'grants', digest: contents.grants(signedFor, null) };
    const text = await send(
      `query ($gateway: ID!, $credential: String!) { grantsInForce(gateway: $gateway, credential: $credential) { token } }`,
      NONE,
      { gateway, credential: await signCredential(key, claim) },
    );
    return JSON.parse(text).errors?.[0].extensions.code ?? 'told';
  };
  expect(await asked(gatewayKey, SECRETS.gateway)).toBe('told');
  expect(await asked(gatewayKey, 'other')).toBe('FORBIDDEN');
  expect(await asked(gatewayKey, 'other', SECRETS.gateway)).toBe('UNAUTHENTICATED');
  expect(await asked(fisheriesKey, SECRETS.gateway)).toBe('FORBIDDEN');
  expect(await asked(await createKey(), SECRETS.gateway)).toBe('UNAUTHENTICATED');
});

test('the limits of a document hold at the own port, for what no gateway has signed', async () => {
  const many = (count: number) =>
    `{ ${Array.from({ length: count }, (_, i) => `a${i}: departments { name }`).join(' ')} }`;
  const { errors } = JSON.parse(await send(many(101), NONE));
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining('has 101 root fields; the limit is 100'),
      extensions: { code: 'OPERATION_TOO_COMPLEX' },
    },
  ]);
  expect(JSON.parse(await send(many(101), () => exchange.sign())).errors).toBeUndefined();
  const deep = `{ department(name: "x") ${'{ subgraph { department '.repeat(11)} { name } ${'} }'.repeat(11)} }`;
  expect(JSON.parse(await send(deep, NONE)).errors[0].message).toContain('nests fields 24 deep');
});
