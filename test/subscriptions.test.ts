import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@yiwang/service/settings';
import { listen } from '@yiwang/service/http';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { gatewaySettings } from '../gateway/src/config/config.ts';
import { createGateway, type Gateway } from '../gateway/src/create-gateway.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';

const PROGRESS = `subscription Progress($number: ID!) {
  applicationProgressed(number: $number) {
    number
    timeline { step note }
    applicant { name taxpayer { creditGrades { year } } }
    region { name }
  }
}`;

let graph: OpenGraph;
let folder: string;
let gateway: Gateway;
let url: string;
let application: { number: string };

beforeAll(async () => {
  graph = await openGraph(0.05);
  folder = await mkdtemp(join(tmpdir(), 'yiwang-'));
  const SUPERGRAPH = join(folder, 'supergraph.graphql');
  await writeFile(SUPERGRAPH, graph.supergraphSdl);
  gateway = await createGateway(
    readSettings(gatewaySettings, { SUPERGRAPH, ACCESS: 'open', LOG_LEVEL: 'silent' }),
  );
  url = `${await listen(gateway.server, '127.0.0.1', 0)}/graphql`;
  const taxpayers = await graph.databases.get('tax')!.sql<{ id: string }[]>`
    select id from taxpayers`;
  const [row] = await sql()<{ number: string }[]>`
    select number from applications
    where applicant_uscc = any(${taxpayers.map(({ id }) => id)}) and region_code is not null limit 1`;
  application = row!;
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await graph[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

function sql() {
  return graph.databases.get('permits')!.sql;
}

/** As a clerk’s program would, beside the department’s service. */
function inspect(note: string) {
  const step = JSON.stringify([['INSPECTED', 3, note]]);
  return sql()`
    update applications set timeline = timeline || ${step}::text::jsonb where number = ${application.number}`;
}

test.each([
  ['server-sent events', () => createSseClient({ url, retryAttempts: 0 })],
  [
    'WebSocket',
    () => createWsClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 }),
  ],
])(
  'by %s, a change in the database brings the application with all departments’ fields',
  async (name, open) => {
    const client = open();
    const results = client.iterate({ query: PROGRESS, variables: { number: application.number } });

    const { value: now } = await results.next();
    expect(now).toEqual({
      data: {
        applicationProgressed: {
          number: application.number,
          timeline: expect.any(Array),
          applicant: { name: expect.any(String), taxpayer: { creditGrades: expect.any(Array) } },
          region: { name: expect.any(String) },
        },
      },
    });

    await inspect(name);
    const { value: then } = await results.next();
    expect(then).toMatchObject({
      data: {
        applicationProgressed: {
          timeline: expect.arrayContaining([{ step: 'INSPECTED', note: name }]),
          applicant: { name: expect.any(String) },
        },
      },
    });

    await results.return!();
    await client.dispose();
  },
);
