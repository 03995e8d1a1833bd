import { openDatabase } from '@yiwang/subgraph-kit';
import { startRelay } from '@yiwang/subgraph-kit/outbox';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Served } from '../clients/served.ts';

const PROGRESS = `subscription Progress($number: ID!) {
  caseChanged(number: $number) {
    number
    timeline { step note }
    applicant { name taxpayer { creditGrades { year } } }
    region { name }
  }
}`;

export function testSubscriptions(served: () => Served): void {
  let followed: { number: string };
  const relays = new AsyncDisposableStack();

  beforeAll(async () => {
    const taxpayers = await served().graph.databases.get('tax')!.sql<{ id: string }[]>`
    select id from taxpayers`;
    const [row] = await sql()<{ number: string }[]>`
    select number from cases
    where applicant_uscc = any(${taxpayers.map(({ id }) => id)}) and region_code is not null limit 1`;
    followed = row!;
    // With connections of its own: the statements of the department are counted.
    relays.use(
      startRelay(relays.use(openDatabase(permits().url)).sql, { department: 'permits', pollMs: 20 }),
    );
  });
  afterAll(() => relays.disposeAsync());

  function permits() {
    return served().graph.databases.get('permits')!;
  }

  function sql() {
    return permits().sql;
  }

  /** As a clerk’s program would, beside the department’s service. */
  function inspect(note: string) {
    const step = JSON.stringify([['INSPECTED', 3, note]]);
    return sql()`
    update cases set timeline = timeline || ${step}::text::jsonb where number = ${followed.number}`;
  }

  test.each([
    ['server-sent events', () => createSseClient({ url: served().url, retryAttempts: 0 })],
    [
      'WebSocket',
      () =>
        createWsClient({
          url: served().url.replace('http', 'ws'),
          webSocketImpl: WebSocket,
          retryAttempts: 0,
        }),
    ],
  ])('by %s, a change in the database brings the case with all departments’ fields', async (name, open) => {
    const client = open();
    const results = client.iterate({ query: PROGRESS, variables: { number: followed.number } });

    const { value: now } = await results.next();
    expect(now).toEqual({
      data: {
        caseChanged: {
          number: followed.number,
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
        caseChanged: {
          timeline: expect.arrayContaining([{ step: 'INSPECTED', note: name }]),
          applicant: { name: expect.any(String) },
        },
      },
    });

    await results.return!();
    await client.dispose();
  });
}
