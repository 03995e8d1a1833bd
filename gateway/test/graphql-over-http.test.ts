import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

let gateway: ServedGateway;
beforeAll(async () => {
  gateway = await serveGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

// The suite asks by GET as well, and is no foreign page: it says so.
const fetchFn: typeof fetch = (input, init) =>
  fetch(input, {
    ...init,
    headers: { 'apollo-require-preflight': '1', ...(init?.headers as Record<string, string>) },
  });

const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn });

test.each(audits.map((audit) => [audit.name, audit] as const))(
  'GraphQL over HTTP: %s',
  async (_name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  },
);
