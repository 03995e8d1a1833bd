import { tellFollowers } from '@yiwang/subgraph-kit/outbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  NEW,
  openMatters,
  type OpenMatters,
  type Principal,
  SERVICES,
  TAXPAYER_INPUT,
} from './open-matters.ts';

let matters: OpenMatters;
beforeAll(async () => {
  matters = await openMatters();
});
afterAll(() => matters[Symbol.asyncDispose]());

const PERMITS = {
  ...SERVICES,
  client: 'permits-service',
  department: 'permits',
  scopes: ['enterprises:follow'],
};

async function changes(caller: object, after: string | null = null) {
  const { data, errors } = await matters.ask(
    caller as Principal,
    `{ changedTaxpayers(after: ${JSON.stringify(after)}) { id uscc } }`,
  );
  return {
    changed: (data?.['changedTaxpayers'] ?? null) as { id: string; uscc: string }[] | null,
    code: errors?.[0]?.extensions.code,
  };
}

test('departments are told by USCC and position that a taxpayer was registered, and that it was voided', async () => {
  expect((await changes(PERMITS)).changed).toEqual([]);
  await matters.act(SERVICES, 'registerTaxpayer', { input: TAXPAYER_INPUT });
  await tellFollowers(matters.database.sql, true);
  const { changed } = await changes(PERMITS);
  expect(changed).toEqual([{ id: expect.any(String) as string, uscc: NEW }]);

  await matters.act(SERVICES, 'voidTaxpayer', {
    uscc: NEW,
    reference: 'M-1',
    reason: 'The seal was refused.',
  });
  await tellFollowers(matters.database.sql, true);
  const after = (await changes(PERMITS, changed![0]!.id)).changed!;
  expect(after.map(({ uscc }) => uscc)).toEqual([NEW]);
  expect((await changes(PERMITS, after[0]!.id)).changed).toEqual([]);
});

test.each([
  ['without the scope', { ...PERMITS, scopes: ['matters:run'] }, 'FORBIDDEN'],
  ['of no department', { ...PERMITS, department: null }, 'FORBIDDEN'],
])('a client %s is told nothing', async (_what, caller, code) => {
  expect(await changes(caller)).toEqual({ changed: null, code });
});

test('a position that is none is rejected', async () => {
  expect((await changes(PERMITS, 'x')).code).toBe('MALFORMED_CURSOR');
});
