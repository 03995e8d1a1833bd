import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestAuthority } from '@yiwang/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from '../src/logging/index.ts';
import { openClientTls, openServerTls } from '../src/tls/index.ts';

const logger = createLogger('test', 'silent');
let undo: AsyncDisposableStack;
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  await using opened = new AsyncDisposableStack();
  folder = opened.use(await mkdtempDisposable(join(tmpdir(), 'yiwang-tls-'))).path;
  const authority = await createTestAuthority(folder, 'authority');
  await Promise.all([authority.issue('one'), authority.issue('other')]);
  undo = opened.move();
});
afterAll(() => undo[Symbol.asyncDispose]());

describe('a service that serves https', () => {
  const open = (settings: Record<string, string>) => {
    const files = Object.entries(settings).map(([name, file]) => [name, file && at(file)]);
    return openServerTls(
      { TLS_CERT: '', TLS_KEY: '', TLS_CLIENT_CA: '', ...Object.fromEntries(files) },
      logger,
    );
  };

  test('serves http where nothing is set', async () => {
    expect(await open({})).toBeNull();
  });

  test.each([
    ['a certificate without its key', { TLS_CERT: 'one.pem' }, 'TLS_CERT and TLS_KEY must be set together'],
    ['authorities alone', { TLS_CLIENT_CA: 'authority.pem' }, 'TLS_CLIENT_CA needs TLS_CERT and TLS_KEY'],
    [
      'the key of another certificate',
      { TLS_CERT: 'one.pem', TLS_KEY: 'other.key' },
      'the key does not belong to the certificate',
    ],
    ['a file that is not there', { TLS_CERT: 'one.pem', TLS_KEY: 'nothing.key' }, 'nothing.key'],
    ['a file that is no PEM', { TLS_CERT: 'one.ext', TLS_KEY: 'one.key' }, 'one.ext'],
  ])('refuses %s, and says why', async (_what, settings, message) => {
    await expect(open(settings)).rejects.toThrow(message);
  });
});

describe('a service that calls others over https', () => {
  const open = async (content: unknown) => {
    await writeFile(at('tls.json'), typeof content === 'string' ? content : JSON.stringify(content));
    return openClientTls(at('tls.json'), logger);
  };

  test('shows each department the certificate that is named for it, and all others that for all', async () => {
    using tls = await open({ '*': { ca: 'authority.pem' }, tax: { cert: 'one.pem', key: 'one.key' } });
    expect(Object.keys(tls.of('land')!)).toEqual(['ca']);
    expect(Object.keys(tls.of('tax')!)).toEqual(['cert', 'key']);
    expect(tls.of('tax')).toBe(tls.of('tax'));
    using none = await openClientTls('', logger);
    expect(none.of('tax')).toBeUndefined();
  });

  test.each([
    ['no JSON', '{', /DEPARTMENT_TLS: .*tls\.json/],
    ['a certificate without a key', { tax: { cert: 'one.pem' } }, /tax: needs both cert and key/],
    ['an unknown word', { tax: { certificate: 'one.pem' } }, /tax: Unrecognized key/],
    ['the key of another', { tax: { cert: 'one.pem', key: 'other.key' } }, /tax: the key does not belong/],
    ['a file that is not there', { tax: { ca: 'nothing.pem' } }, /nothing\.pem/],
  ])('refuses %s, and says why', async (_what, content, message) => {
    await expect(open(content)).rejects.toThrow(message);
  });
});
