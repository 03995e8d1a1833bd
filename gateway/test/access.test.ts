import { writeFile } from 'node:fs/promises';
import { createKey } from '@yiwang/identity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessGateway, GRANT, PURPOSE, serveAccessGateway } from './support/access-gateway.ts';

const ENGINES = ['compiled', 'apollo'];
/** From a decision to its effect; twice that on a machine that does something else as well. */
const A_SECOND = { timeout: 2000, interval: 20 };
const ARREARS = '{ taxpayer { name arrears } }';

describe.each(ENGINES)('with the engine %s', (ENGINE) => {
  let gateway: AccessGateway;
  beforeAll(async () => {
    gateway = await serveAccessGateway({ ENGINE });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const bearer = async (client: string, claims: Record<string, unknown> = {}) => ({
    authorization: `Bearer ${await gateway.token(client, claims)}`,
  });
  const codes = async (query: string, headers?: Record<string, string>) => {
    const { body } = await gateway.ask(query, headers);
    return (body.errors ?? []).map(({ extensions }: { extensions: { code: string; reason: string } }) => [
      extensions.code,
      extensions.reason,
    ]);
  };

  test('whoever did not sign in reads what is open, and is told of each other field how to have it', async () => {
    const { status, body } = await gateway.ask(`{ taxpayer { name arrears secret } staff audit }`);
    expect(status).toBe(200);
    expect(body.data).toEqual({
      taxpayer: { name: '京桥', arrears: null, secret: null },
      staff: null,
      audit: null,
    });
    const told = body.errors.map(
      ({ path, extensions }: { path: string[]; extensions: Record<string, unknown> }) => [
        path.join('.'),
        extensions['code'],
        extensions['reason'],
      ],
    );
    expect(told.sort()).toEqual([
      ['audit', 'UNAUTHORIZED_FIELD', 'SCOPE'],
      ['staff', 'UNAUTHORIZED_FIELD', 'SIGN_IN'],
      ['taxpayer.arrears', 'UNAUTHORIZED_FIELD', 'GRANT'],
      ['taxpayer.secret', 'UNAUTHORIZED_FIELD', 'NOT_SHARED'],
    ]);
    expect(gateway.tax.requests.at(-1)!.query).not.toMatch(/arrears|secret|staff|audit/);
  });

  test('a client with the scope reads what asks for it', async () => {
    const { body } = await gateway.ask('{ staff audit }', await bearer('desk', { scope: 'audit' }));
    expect(body).toEqual({ data: { staff: 'staff', audit: 'audit' } });
  });

  test('a grant opens a field with a purpose only, and a revoked one closes it within a second', async () => {
    const desk = await bearer('desk');
    expect(await codes(ARREARS, { ...desk, ...PURPOSE })).toEqual([['UNAUTHORIZED_FIELD', 'GRANT']]);
    await gateway.grant(GRANT);
    await expect.poll(() => codes(ARREARS, { ...desk, ...PURPOSE }), A_SECOND).toEqual([]);
    expect(await codes(ARREARS, desk)).toEqual([['PURPOSE_REQUIRED', 'PURPOSE']]);
    expect(await codes(ARREARS, { ...(await bearer('other')), ...PURPOSE })).toEqual([
      ['UNAUTHORIZED_FIELD', 'GRANT'],
    ]);
    expect(await codes(ARREARS, PURPOSE)).toEqual([['UNAUTHORIZED_FIELD', 'GRANT']]);
    await gateway.grant();
    await expect
      .poll(() => codes(ARREARS, { ...desk, ...PURPOSE }), A_SECOND)
      .toEqual([['UNAUTHORIZED_FIELD', 'GRANT']]);
  });

  test('the department is told who asks, what for, by which grant, and under which id', async () => {
    await gateway.grant(GRANT);
    const headers = {
      ...(await bearer('desk', { azp: 'desk', sub: '王敏', department: 'permits' })),
      ...PURPOSE,
      'x-request-id': 'r-7',
    };
    await expect.poll(() => codes(ARREARS, headers), A_SECOND).toEqual([]);
    expect(await gateway.lastAssertion()).toMatchObject({
      gateway: 'gateway-1',
      client: 'desk',
      user: '王敏',
      department: 'permits',
      purpose: { basis: '税收征收管理法 第六条', caseNumber: 'A-1', requester: '王敏' },
      requestId: 'r-7',
      reads: [{ coordinate: 'Taxpayer.arrears', grant: 'g1', regions: ['36'] }],
    });
  });

  test('a department reads its own without a grant', async () => {
    const headers = { ...(await bearer('tax-desk', { department: 'tax' })), ...PURPOSE };
    expect((await gateway.ask('{ taxpayer { arrears secret } }', headers)).body).toEqual({
      data: { taxpayer: { arrears: 7, secret: 's' } },
    });
    const { reads } = await gateway.lastAssertion();
    expect(reads).toContainEqual({ coordinate: 'Taxpayer.arrears', grant: null, regions: null });
  });

  test('queries share an assertion, mutations never', async () => {
    const { tax } = gateway;
    for (const query of [
      '{ taxpayer { name } }',
      '{ taxpayer { id } }',
      'mutation { note }',
      'mutation { note }',
    ]) {
      expect(await codes(query)).toEqual([]);
    }
    const [first, second, third, fourth] = tax.assertions.slice(-4);
    expect(second).toBe(first);
    expect(new Set([first, third, fourth]).size).toBe(3);
  });

  test('the assertion that a client sends itself is not passed on', async () => {
    await gateway.ask('{ taxpayer { name } }', { 'yiwang-assertion': 'forged' });
    expect(await gateway.lastAssertion()).toMatchObject({ client: 'public' });
  });

  test('the key of the gateway is replaced while it runs', async () => {
    const next = await createKey();
    await gateway.ask('{ taxpayer { name } }');
    expect(await gateway.lastAssertion()).toMatchObject({ client: 'public' });
    await writeFile(gateway.keyFile, JSON.stringify(next));
    const kid = async () => {
      await gateway.ask('{ taxpayer { name } }');
      return gateway.lastAssertion([next]).then(
        () => 'next',
        () => 'before',
      );
    };
    await expect.poll(kid).toBe('next');
    await writeFile(gateway.keyFile, 'no key');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await kid()).toBe('next');
  });
});

test('open to everyone, everything is read and nobody vouched for', async () => {
  await using gateway = await serveAccessGateway({ ACCESS: 'open', ISSUERS: '', GRANTS: '' });
  expect((await gateway.ask('{ taxpayer { arrears secret } staff audit }')).body).toEqual({
    data: { taxpayer: { arrears: 7, secret: 's' }, staff: 'staff', audit: 'audit' },
  });
  expect(gateway.tax.assertions).toEqual([undefined]);
});

test('without a key access is enforced as well, and nobody is vouched for', async () => {
  await using gateway = await serveAccessGateway({ GATEWAY_KEY: '' });
  const { body } = await gateway.ask('{ taxpayer { name arrears } }');
  expect(body.data.taxpayer).toEqual({ name: '京桥', arrears: null });
  expect(gateway.tax.assertions).toEqual([undefined]);
});
