import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOriginPattern, readAllowedOrigins } from '../src/pipeline/csrf-prevention/allowed-origins.ts';
import { serveGateway } from './support/serve-gateway.ts';

const LOCAL = readAllowedOrigins(['http://localhost:*', 'http://[::1]:*', 'https://portal.example.cn']);

test('of a host with any port all ports are let in, and nothing that only looks like it', () => {
  for (const origin of [
    'http://localhost',
    'http://localhost:1',
    'http://localhost:65535',
    'http://[::1]:5173',
  ])
    expect(LOCAL.includes(origin), origin).toBe(true);
  for (const origin of [
    'null',
    '',
    '*',
    'http://localhost:*',
    'https://localhost:3000',
    'http://localhost.evil.example:3000',
    'http://evil.example:80/localhost:3000',
    'http://localhost:3000@evil.example',
    'http://evil.example#http://localhost:3000',
    'http://localhost:99999',
    'http://localhost:3000/',
    'http://LOCALHOST:3000',
    'http://sub.localhost:3000',
    'http://localhost.:3000',
    'https://portal.example.cn:8443',
  ])
    expect(LOCAL.includes(origin), origin).toBe(false);
});

test('whatever a browser sends as an origin, its host and scheme decide', () => {
  const anyOrigin = fc.oneof(
    fc.webUrl({ validSchemes: ['http', 'https'] }).map((url) => new URL(url).origin),
    fc
      .tuple(
        fc.constantFrom('http', 'https'),
        fc.constantFrom('localhost', 'localhost.a.cn', '[::1]'),
        fc.nat(65_535),
      )
      .map(([scheme, host, port]) => new URL(`${scheme}://${host}:${port}`).origin),
  );
  fc.assert(
    fc.property(anyOrigin, (origin) => {
      const { protocol, hostname } = new URL(origin);
      const isLocal = protocol === 'http:' && ['localhost', '[::1]'].includes(hostname);
      expect(LOCAL.includes(origin)).toBe(isLocal || origin === 'https://portal.example.cn');
    }),
  );
});

test('a pattern has a scheme and a host, and the port alone may be any', () => {
  for (const good of [
    '*',
    'http://localhost:*',
    'https://a.example',
    'http://[::1]:*',
    'http://a.example:8080',
  ])
    expect(isOriginPattern(good), good).toBe(true);
  for (const bad of [
    'localhost:*',
    'http://*:80',
    'http://*.example.cn',
    'http://a:80:*',
    'http://:*',
    ':*',
    'ftp://a:*',
    'http://a/:*',
  ])
    expect(isOriginPattern(bad), bad).toBe(false);
});

test('a gateway lets pages of any port of this machine read its answers, and others not', async () => {
  await using gateway = await serveGateway({ CORS_ORIGINS: 'http://localhost:*' });
  const allowed = async (origin: string) => {
    const headers = { origin, 'content-type': 'application/json' };
    const response = await fetch(`${gateway.url}/graphql?query={__typename}`, { headers });
    return response.headers.get('access-control-allow-origin');
  };
  expect(await allowed('http://localhost:5173')).toBe('http://localhost:5173');
  expect(await allowed('http://localhost.evil.example:5173')).toBeNull();
});
