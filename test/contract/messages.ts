import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Access, beginningOf, chain, createSealer, writeHead } from '@yiwang/access-log';
import {
  type Assertion,
  ASSERTION_HEADER,
  bodyDigest,
  createKey,
  ENFORCES_HEADER,
  formatReadNote,
  type GrantsInForce,
  type PrivateKey,
  READ_NOTE_HEADER,
  signAssertion,
  signGrants,
  signSupergraph,
  streamBinding,
} from '@yiwang/identity';
import { createHttpServer } from '@yiwang/service/http';
import { createLogger } from '@yiwang/service/logging';
import {
  createRegistryClient,
  type RegistryClient,
} from '../../gateway/src/supergraph/registry/registry-client.ts';

/** What a token says, without what differs from one to the next. */
export interface Token {
  header: Record<string, unknown>;
  payload: Record<string, unknown>;
}

/** A request of a gateway to the registry. */
export interface RegistryRequest {
  query: string;
  /** Without the credential. */
  variables: Record<string, unknown>;
  credential: Token;
  /** What the registry answers. */
  answer: unknown;
}

export const ASSERTIONS: Record<string, Assertion> = {
  anonymous: {
    ...{ client: 'public', user: null, department: null, scopes: [], purpose: null },
    ...{ requestId: 'r-1', reads: [] },
  },
  bound: {
    client: 'water-bureau',
    user: 'wang',
    department: 'water',
    scopes: ['sensitive:read'],
    purpose: { basis: '水法 第四十八条', caseNumber: 'W-2026-17', requester: 'water-bureau' },
    mandates: [
      { id: 'M1', uscc: '91320583MA1K00001X', items: ['000117015000'] },
      { id: 'M2', uscc: '91320583MA1K00002X', items: null },
    ],
    requestId: 'r-2',
    reads: [
      { coordinate: 'Boat.catch', grant: 'SG1', regions: ['3205'] },
      { coordinate: 'Boat.engine', grant: 'SG1', regions: ['3205'] },
      { coordinate: 'Boat.owner', grant: null, regions: null },
    ],
    body: bodyDigest('{"query":"{ boats { catch } }"}'),
  },
};
export const GRANTS: GrantsInForce = {
  version: 7,
  issuedAt: '2026-11-29T12:00:00.000Z',
  grants: [
    {
      ...{ id: 'SG1', client: 'water-bureau', fields: ['Boat.catch'], regions: ['3205'], basis: '渔业法' },
      ...{ from: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' },
    },
  ],
};
const ACCESS: Access = {
  at: '2026-11-29T12:00:00.000Z',
  client: 'water-bureau',
  user: 'wang',
  department: 'water',
  grants: ['SG1'],
  purpose: { basis: '水法 第四十八条', caseNumber: 'W-2026-17', requester: 'water-bureau' },
  subjects: [{ type: 'Boat', key: 'B1' }],
  moreSubjects: 0,
  fields: ['Boat.catch'],
  request: 'r-2',
  requestHash: 'hash',
  outcome: 'COMPLETE',
  assertion: 'a-1',
  assertions: 2,
  via: ['a-0'],
};
const OPERATION = {
  ...{ variant: 'internal', client: 'water-bureau', clientVersion: '1.2', name: 'Boats', digest: 'digest' },
  ...{ coordinates: ['Query.boats'], count: 3, errors: 1 },
  ...{ from: '2026-11-29T12:00:00.000Z', until: '2026-11-29T12:00:10.000Z' },
};

/** What a gateway asks of the registry, and what that answers. */
export const CALLS: Record<
  string,
  { call: (client: RegistryClient) => Promise<unknown>; answer: unknown; returned: unknown }
> = {
  report: {
    call: (client) => client.report([{ variant: 'internal', version: 3 }], true, signal()),
    answer: { reportGateway: [{ variant: 'internal', version: 4, signature: 's', sdl: 'type Query' }] },
    returned: [{ variant: 'internal', version: 4, signature: 's', sdl: 'type Query' }],
  },
  operations: {
    call: (client) => client.reportOperations([OPERATION], signal()),
    answer: { reportOperations: true },
    returned: undefined,
  },
  grants: {
    call: (client) => client.grants(6, signal()),
    answer: { grantsInForce: { token: 'signed' } },
    returned: 'signed',
  },
  unchangedGrants: {
    call: (client) => client.grants(7, signal()),
    answer: { grantsInForce: null },
    returned: null,
  },
  accesses: {
    call: (client) => client.recordAccesses('', signal()),
    answer: { recordAccesses: { sequence: 9, hash: 'hash' } },
    returned: { sequence: 9, hash: 'hash' },
  },
};

const signal = () => AbortSignal.timeout(10_000);

/** All that processes of different releases say to each other, as this release says it. */
export async function messagesOfNow() {
  const key = await createKey();
  const { text: record, hash } = chain(ACCESS, 'gateway-1', beginningOf('gateway-1'));
  const seal = createSealer(key)({ gateway: 'gateway-1', sequence: 1, hash, at: ACCESS.at, after: 0 });
  return {
    headers: { assertion: ASSERTION_HEADER, enforces: ENFORCES_HEADER, read: READ_NOTE_HEADER },
    bodyDigest: bodyDigest('{"query":"{ boats { catch } }"}'),
    streamBinding: streamBinding({ method: 'PATCH', path: '/files/x', offset: '0' }),
    readNote: formatReadNote({
      fields: ['Boat.paper'],
      subjects: [{ type: 'Boat', key: 'B1' }],
      isOwn: false,
    }),
    assertions: Object.fromEntries(
      Object.entries(ASSERTIONS).map(([name, assertion]) => [
        name,
        decode(signAssertion(key, 'gateway-1', 'boats', assertion)),
      ]),
    ) as Record<string, Token>,
    grants: decode(await signGrants(key, GRANTS)),
    supergraph: decode(await signSupergraph(key, { version: 4, variant: 'internal' }, 'type Query')),
    registry: await registryRequests(key),
    journal: {
      head: writeHead({ gateway: 'gateway-1', sequence: 0, hash: beginningOf('gateway-1').hash, sealed: 0 }),
      record,
      seal: decode(seal),
    },
    health: await health(),
  };
}

export type Messages = Awaited<ReturnType<typeof messagesOfNow>>;

async function registryRequests(key: PrivateKey): Promise<Record<string, RegistryRequest>> {
  const requests: Record<string, RegistryRequest> = {};
  for (const [name, { call, answer }] of Object.entries(CALLS)) {
    const { received } = await callRegistry(key, call, answer);
    const { query, variables } = JSON.parse(received) as {
      query: string;
      variables: { credential: string };
    };
    const { credential, ...rest } = variables;
    requests[name] = { query, variables: rest, credential: decode(credential), answer };
  }
  return requests;
}

/** Lets the client of the registry call a server that gives this answer. */
export async function callRegistry(
  key: PrivateKey,
  call: (client: RegistryClient) => Promise<unknown>,
  answer: unknown,
): Promise<{ received: string; returned: unknown }> {
  let received = '';
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received = body;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: answer }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await using client = await createRegistryClient(`http://127.0.0.1:${port}/graphql`, 'gateway-1', {
    current: key,
  });
  try {
    return { returned: await call(client), received };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function health() {
  const logger = createLogger('test', 'silent');
  const server = createHttpServer({ logger, bodyLimitBytes: 1024, readiness: { database: () => true } });
  const get = async (url: string) => {
    const { statusCode, body } = await server.inject({ url });
    return { status: statusCode, body: JSON.parse(body) as unknown };
  };
  const answers = { '/health': await get('/health'), '/ready': await get('/ready') };
  await server.close();
  return answers;
}

/** Of each key and moment its own. */
const VARYING = new Set(['kid', 'jti', 'iat', 'exp']);

function decode(token: string): Token {
  const [header, payload] = token
    .split('.', 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>);
  return { header: withoutVarying(header!), payload: withoutVarying(payload!) };
}

/** Their names stay, so that one that is missing is noticed. */
function withoutVarying(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, VARYING.has(name) ? `a ${typeof value}` : value]),
  );
}
