import { readSettings, SettingsError } from '@yiwang/service/settings';
import { expect, test } from 'vitest';
import { gatewaySettings } from '../src/config/config.ts';
import { serveGateway } from './support/serve-gateway.ts';

const BOTH = '{ enterprise(uscc: "E1") { name permitCount } }';
const ONE = '{ enterprise(uscc: "E1") { name } }';
const PAUSED = {
  data: { enterprise: { name: '大余县京桥混凝土有限公司', permitCount: null } },
  errors: [
    {
      message: 'The department permits is not asked for a moment, because it did not answer.',
      path: ['enterprise', 'permitCount'],
      extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'permits' },
    },
  ],
};

test('a department that hangs is paused: the rest of the answer is there at once, and all of it when it answers again', async () => {
  await using gateway = await serveGateway({
    DEPARTMENT_OVERRIDES: 'permits.timeoutMs=400, permits.failures=2, permits.pauseMs=300',
  });
  await expect.poll(() => gateway.ask(BOTH)).not.toHaveProperty('errors');
  gateway.graph.permits.misbehave(() => {});
  for (const _ of [1, 2]) {
    const { errors } = await gateway.ask(BOTH);
    expect(errors).toMatchObject([{ message: 'The department permits did not answer in time.' }]);
  }

  expect(await gateway.ask(BOTH)).toEqual(PAUSED);
  expect(await gateway.ask(ONE)).toEqual({ data: { enterprise: { name: '大余县京桥混凝土有限公司' } } });
  gateway.graph.permits.misbehave(null);
  await expect.poll(() => gateway.ask(BOTH)).not.toHaveProperty('errors');
});

test('a read whose connection breaks is answered all the same', async () => {
  await using gateway = await serveGateway();
  await expect.poll(() => gateway.ask(BOTH)).not.toHaveProperty('errors');
  let broken = 0;
  gateway.graph.permits.misbehave((request) => {
    broken += 1;
    gateway.graph.permits.misbehave(null);
    request.socket.destroy();
  });
  expect(await gateway.ask(BOTH)).not.toHaveProperty('errors');
  expect(broken).toBe(1);
});

test.each([
  ['tax.timeoutMs=fast', '"tax.timeoutMs=fast" is not department.setting=number'],
  ['timeoutMs=100', '"timeoutMs=100" is not department.setting=number'],
  ['tax.timeoutMs=1', '"tax.timeoutMs=1" is wrong'],
  ['tax.speed=100', '"tax.speed=100" is wrong'],
])('DEPARTMENT_OVERRIDES=%s is refused with the reason', (text, reason) => {
  const read = () => readSettings(gatewaySettings, { SUPERGRAPH: 'x.graphql', DEPARTMENT_OVERRIDES: text });
  expect(read).toThrow(SettingsError);
  expect(read).toThrow(reason);
});

test('DEPARTMENT_OVERRIDES of several departments are read', () => {
  const { DEPARTMENT_OVERRIDES } = readSettings(gatewaySettings, {
    SUPERGRAPH: 'x.graphql',
    DEPARTMENT_OVERRIDES: 'tax.timeoutMs=3000,tax.retries=0, land.connections=16',
  });
  expect(DEPARTMENT_OVERRIDES).toEqual({
    tax: { timeoutMs: 3000, retries: 0 },
    land: { connections: 16 },
  });
});
