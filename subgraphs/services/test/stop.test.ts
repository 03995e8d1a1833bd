import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { prepareDurable } from '@yiwang/durable/prepare';
import { openServedDepartment, type OpenServedDepartment } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { MATTERS } from '../seed/matters/matters.ts';
import { type ServicesConfig, settings } from '../src/config.ts';
import { createContextFactory } from '../src/context.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';
import { matterVersions } from '../src/tables.ts';
import { ANSWERS, FOUNDER, OPENING } from './open-services.ts';

/** What whoever starts the process waits, before it ends it with SIGKILL. */
const PATIENCE_MS = 10_000;

/** A gateway that is asked, and never answers. */
let gateway: Server;
const keys: string[] = [];
let config: ServicesConfig;
let served: OpenServedDepartment;
const running = new AsyncDisposableStack();

beforeAll(async () => {
  gateway = createServer((request) => {
    void json(request).then((body) => {
      const { variables } = body as { variables: { idempotencyKey?: string } };
      if (variables.idempotencyKey) keys.push(variables.idempotencyKey);
    });
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  served = await openServedDepartment({
    name: NAME,
    migrations: MIGRATIONS,
    rights: RIGHTS,
    schema,
    async createContextFactory(db, sql) {
      const url = new URL(inject('serverUrl'));
      url.pathname = `/${sql.options.database}`;
      const [me] = await sql<{ role: string }[]>`select current_user::text as role`;
      await prepareDurable(url.href, me!.role);
      config = settings.parse({
        DATABASE_URL: url.href,
        GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/graphql`,
      });
      return createContextFactory(db, sql, config, undefined, running);
    },
  });
  const [opening] = MATTERS.filter(({ code }) => code === OPENING);
  await served.database.db.insert(matterVersions).values({
    matter: OPENING,
    version: 1,
    state: 'PUBLISHED',
    definition: opening!.definition,
    editors: ['yiwang'],
    changedAt: '2026-01-01T00:00:00Z',
    publishedAt: '2026-01-01T00:00:00Z',
  });
});
afterAll(async () => {
  await running.disposeAsync();
  await served[Symbol.asyncDispose]();
  gateway.closeAllConnections();
  gateway.close();
});

async function command(query: string, variables: object): Promise<{ number: string; version: number }> {
  const { data, errors } = await served.ask(query, FOUNDER, { ...variables, key: randomUUID() });
  expect(errors).toBeUndefined();
  const { matterCase, userErrors } = data!['payload'] as { matterCase: never; userErrors: unknown[] };
  expect(userErrors).toEqual([]);
  return matterCase;
}

test('while a department is asked that does not answer, it stops before it is killed, and the next process asks the same again', async () => {
  const draft = await command(
    `mutation ($input: MatterCaseInput!, $key: ID!) {
      payload: startMatterCase(input: $input, idempotencyKey: $key) { matterCase { number version } userErrors { code } } }`,
    { input: { matter: OPENING, region: '320412', form: ANSWERS } },
  );
  await command(
    `mutation ($number: ID!, $version: Int!, $key: ID!) {
      payload: submitMatterCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {
        matterCase { number version } userErrors { code } } }`,
    draft,
  );
  await expect.poll(() => keys).toHaveLength(1);

  const toldAt = performance.now();
  await running.disposeAsync();
  expect(performance.now() - toldAt).toBeLessThan(PATIENCE_MS);

  await using next = new AsyncDisposableStack();
  const { db, sql } = served.database.service;
  await createContextFactory(db, sql, config, undefined, next);
  await expect.poll(() => keys).toHaveLength(2);
  expect(keys[0]).toContain(draft.number);
  expect(keys[1]).toBe(keys[0]);
}, 60_000);
