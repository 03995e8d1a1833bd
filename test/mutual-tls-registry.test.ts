import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase } from '@yiwang/subgraph-kit/testing';
import { createTestAuthority, findPorts } from '@yiwang/testing';
import { expect, test } from 'vitest';
import { MIGRATIONS as EXCHANGE_MIGRATIONS } from '../subgraphs/exchange/src/department.ts';
import { MIGRATIONS as NOTES_MIGRATIONS } from './scale-out/notes.ts';
import { ROOT } from './support/compose-file.ts';
import { runProgram } from './support/run-program.ts';
import { prepareSystem } from './versions/system.ts';

const TIMEOUT = { timeout: 60_000, interval: 100 };
const READ = '{ note(id: "1") { text remark } }';

test('registry, departments and gateways speak over TLS with certificates of both sides, and yiwang does', async () => {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await mkdtempDisposable(join(tmpdir(), 'yiwang-tls-'))).path;
  const exchange = opened.use(await openTestDatabase(EXCHANGE_MIGRATIONS));
  const notes = opened.use(await openTestDatabase(NOTES_MIGRATIONS));
  await notes.sql`insert into note (id, text) values ('1', 'written')`;
  const first = await findPorts(4);
  const ports = {
    ...{ exchange: first, departments: [first + 1, first + 1] as const, department: first + 1 },
    ...{ gateways: [first + 2, first + 2] as const, gateway: first + 2 },
  };
  const system = await prepareSystem(folder, ports, { exchange, notes });
  const authority = await createTestAuthority(folder, 'authority');
  const served = await authority.issue('served');
  const shown = await authority.issue('shown');
  const tls = join(folder, 'tls.json');
  await writeFile(tls, JSON.stringify({ '*': { ca: authority.ca, cert: shown.cert, key: shown.key } }));
  const serving = { TLS_CERT: served.cert, TLS_KEY: served.key, TLS_CLIENT_CA: authority.ca };
  const registry = `https://127.0.0.1:${ports.exchange}/graphql`;
  const yiwang = async (args: readonly string[], identity: Record<string, string>) => {
    const program = runProgram(ROOT, ['packages/cli/bin/yiwang.mjs', ...args], {
      ...{ YIWANG_REGISTRY: registry, YIWANG_KEY: join(folder, 'operator.key'), ...identity },
    });
    return { code: await program.ended, output: program.output() };
  };
  const withCertificate = {
    ...{ YIWANG_TLS_CA: authority.ca, YIWANG_TLS_CERT: shown.cert, YIWANG_TLS_KEY: shown.key },
  };

  const programs = [
    system.startExchange(ROOT, { ...serving, DEPARTMENT_TLS: tls }),
    system.startDepartment(ROOT, 0, serving),
  ];
  opened.defer(async () => void (await Promise.all(programs.map((program) => program.stop()))));
  await Promise.all(programs.map((program) => program.says(/listening/)));
  const schema = join(ROOT, 'test/versions/schema.graphql');
  const url = `https://127.0.0.1:${ports.department}/graphql`;
  const publish = ['publish', '--department', 'notes', '--schema', schema, '--url', url];
  expect(await yiwang(publish, { YIWANG_TLS_CA: authority.ca })).toMatchObject({
    code: 1,
    output: expect.stringContaining('A client certificate is required here'),
  });
  // The registry asks the department whether it verifies its callers, and shows its own certificate.
  expect(await yiwang(publish, withCertificate)).toMatchObject({ code: 0 });
  const key = join(folder, 'gateway-1.key.pub');
  const register = ['register-key', key, '--role', 'gateway', '--holder', 'gateway-1'];
  expect(await yiwang(register, withCertificate)).toMatchObject({ code: 0 });
  await system.grantAll();

  programs.push(system.startGateway(ROOT, 0, { REGISTRY: registry, DEPARTMENT_TLS: tls }));
  await expect
    .poll(() => ask(`http://127.0.0.1:${ports.gateway}/graphql`, system.token()).catch(String), TIMEOUT)
    .toEqual({ data: { note: { text: 'written', remark: 'remark on written' } } });
  const { departments } = (await (await fetch(`http://127.0.0.1:${ports.gateway}/ready`)).json()) as {
    departments: object;
  };
  expect(departments).toEqual({ notes: 'ok' });
}, 180_000);

async function ask(address: string, token: Promise<string>): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await token}`,
      ...{ 'purpose-basis': 'test', 'purpose-case': 'T-1', 'purpose-requester': 'test' },
    },
    body: JSON.stringify({ query: READ }),
  });
  return response.json();
}
