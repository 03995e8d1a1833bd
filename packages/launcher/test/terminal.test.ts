import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { describeSystem } from '../src/system/summary.ts';
import { createTerminal } from '../src/system/terminal.ts';

const SYSTEM = {
  milliseconds: 1300,
  portal: null,
  gateway: 'http://127.0.0.1:4000',
  host: '127.0.0.1',
  departments: [{ name: 'tax', directory: '/', url: 'http://127.0.0.1:4001/graphql' }],
  data: '/srv/yiwang',
  metrics: null,
  logs: '/srv/yiwang/logs',
  firstQuery: null,
  isEmpty: true,
};

afterEach(() => vi.unstubAllEnvs());

test('addresses are links where the terminal can follow them, and plain elsewhere, as in a pipe', () => {
  vi.stubEnv('FORCE_HYPERLINK', '1');
  const linking = describeSystem(SYSTEM, createTerminal(new PassThrough()));
  const url = 'http://127.0.0.1:4001/graphql';
  expect(linking).toContain(`\u001B]8;;${url}\u0007${url}\u001B]8;;\u0007`);
  vi.stubEnv('FORCE_HYPERLINK', undefined);
  const plain = describeSystem(SYSTEM, createTerminal(new PassThrough()));
  expect(plain).toContain(`tax          ${url}\n`);
  expect(plain).not.toContain('\u001B');
});

test('it says how to sign in, how to fill an empty system, and which pages may ask, for its own data folder', () => {
  const terminal = createTerminal(new PassThrough());
  const text = describeSystem(SYSTEM, terminal);
  expect(text).toContain('npm run --silent yiwang -- token --all --data /srv/yiwang');
  expect(text).toContain('npm run import -- PATH --data /srv/yiwang');
  expect(text).toContain('any page of localhost may ask (CORS)');
  vi.stubEnv('CORS_ORIGINS', 'https://portal.example.cn');
  expect(describeSystem(SYSTEM, terminal)).not.toContain('may ask');
  vi.unstubAllEnvs();
  expect(describeSystem({ ...SYSTEM, host: '0.0.0.0' }, terminal)).toContain('of no other host may ask');
});
