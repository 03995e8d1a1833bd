import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MATTERS } from '../seed/matters/matters.ts';
import { AUTHOR, FOUNDER, type OpenServices, openServices, PUBLISHER, type Who } from './open-services.ts';

let services: OpenServices;
beforeAll(async () => {
  services = await openServices();
});
afterAll(() => services[Symbol.asyncDispose]());

const CODE = 'YJS320000009';
const { definition } = MATTERS[0]!;

async function command(who: Who, name: string, args: Record<string, unknown>, types: Record<string, string>) {
  const declared = Object.entries({ ...types, matter: 'ID!', idempotencyKey: 'ID!' });
  const query = `mutation (${declared.map(([one, type]) => `$${one}: ${type}`).join(', ')}) {
    ${name}(${declared.map(([one]) => `${one}: $${one}`).join(', ')}) {
      matterVersion { version state revision } warnings { code } userErrors { code field }
    }
  }`;
  const variables = { matter: CODE, idempotencyKey: randomUUID(), ...args };
  const { data, errors } = await services.ask(query, who, variables);
  return (
    (data?.[name] as {
      matterVersion: { version: number; state: string; revision: number } | null;
      warnings: { code: string }[];
      userErrors: { code: string }[];
    } | null) ?? { code: errors?.[0]?.extensions.code }
  );
}

const draft = (who: Who, given: unknown, more: object = {}) =>
  command(
    who,
    'draftMatterVersion',
    { definition: given, ...more },
    { definition: 'JSON!', revision: 'Int' },
  );
const step = (who: Who, name: string, revision: number, more: object = {}, types = {}) =>
  command(who, name, { version: 1, revision, ...more }, { version: 'Int!', revision: 'Int!', ...types });

test('a definition is drafted with its faults, submitted when it is sound, and published by another official', async () => {
  const faulty = await draft(AUTHOR, { ...definition, promisedDays: 0 });
  expect(faulty).toMatchObject({
    matterVersion: { version: 1, state: 'DRAFT', revision: 1 },
    warnings: [{ code: 'MALFORMED_DEFINITION' }],
    userErrors: [],
  });
  expect(await step(AUTHOR, 'submitMatterVersion', 1)).toMatchObject({
    userErrors: [{ code: 'MALFORMED_DEFINITION' }],
  });
  expect(await draft(AUTHOR, definition)).toMatchObject({ userErrors: [{ code: 'STALE_REVISION' }] });
  expect(await draft(AUTHOR, definition, { revision: 1 })).toMatchObject({
    matterVersion: { revision: 2 },
    warnings: [],
  });
  expect(await step(AUTHOR, 'submitMatterVersion', 2)).toMatchObject({
    matterVersion: { state: 'IN_REVIEW', revision: 3 },
  });
  expect(await draft(AUTHOR, definition, { revision: 3 })).toMatchObject({
    userErrors: [{ code: 'WRONG_STATE' }],
  });
  const returned = await step(
    PUBLISHER,
    'returnMatterVersion',
    3,
    { reason: '步骤不全' },
    { reason: 'String!' },
  );
  expect(returned).toMatchObject({ matterVersion: { state: 'DRAFT', revision: 4 } });
  expect(await step(AUTHOR, 'submitMatterVersion', 4)).toMatchObject({
    matterVersion: { state: 'IN_REVIEW' },
  });
  // Its documents fit a schema that only a gateway knows.
  expect(await step(PUBLISHER, 'publishMatterVersion', 5)).toMatchObject({
    userErrors: [{ code: 'GATEWAY_UNAVAILABLE' }],
  });
});

test('drafts are for officials', async () => {
  await draft(AUTHOR, definition, { matter: 'YJS320000008' });
  const query = '{ matterVersion(matter: "YJS320000008", version: 1) { state } matters { code } }';
  const { data, errors } = await services.ask(query, FOUNDER);
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((data!['matters'] as { code: string }[]).map(({ code }) => code)).toEqual(
    MATTERS.map(({ code }) => code),
  );
  expect((await services.ask(query, AUTHOR)).data).toMatchObject({ matterVersion: { state: 'DRAFT' } });
});

test.each<[what: string, code: string, run: () => Promise<unknown>]>([
  ['a code that is none', 'MALFORMED_MATTER', () => draft(AUTHOR, definition, { matter: 'x' })],
  [
    'a definition that is no object',
    'MALFORMED_DEFINITION',
    () => draft(AUTHOR, 'x', { matter: 'YJS320000007' }),
  ],
  [
    'a version that does not exist',
    'UNKNOWN_VERSION',
    () => step(AUTHOR, 'submitMatterVersion', 1, { version: 7 }),
  ],
])('%s is %s', async (_what, code, run) => {
  expect(await run()).toMatchObject({ userErrors: [{ code }] });
});

test('nobody but an official of the department writes definitions', async () => {
  const other = { ...AUTHOR, department: 'permits' };
  for (const who of [FOUNDER, other]) expect(await draft(who, definition)).toEqual({ code: 'FORBIDDEN' });
});
