import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHANGES_SCOPE, streamBinding } from '@yiwang/identity';
import { serveDepartment } from '@yiwang/subgraph-kit/testing';
import { findPorts } from '@yiwang/testing';
import { expect, test } from 'vitest';
import { openDatabase } from '../src/index.ts';
import { NAME, openPapers, schema, settings } from './support/papers/papers.ts';

const WANG = { client: 'portal', user: 'wang', scopes: [CHANGES_SCOPE] };
const TUS = { 'tus-resumable': '1.0.0' };
const BYTES = { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };

test('while the database is away, routes of files and changes answer that it is, as GraphQL does', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'yiwang-away-'));
  // Nothing listens there.
  const url = `postgres://nobody@127.0.0.1:${await findPorts(1)}/nothing`;
  await using pool = openDatabase(url);
  const database = { ...pool, url };
  const place = { DATABASE_URL: url, MATERIALS: join(folder.path, 'm') };
  const materials = await openPapers(database.db, settings.parse(place));
  const createContext = () => ({ db: database.db, materials });
  await using served = await serveDepartment(
    { name: NAME, schema, createContext, database, materials },
    { accessLog: join(folder.path, 'log') },
  );
  const call = async (method: string, path: string, headers: Record<string, string>) => {
    const offset = headers['upload-offset'] ?? null;
    const signed = await served.sign(WANG, streamBinding({ method, path, offset }));
    const response = await fetch(new URL(path, served.url), {
      method,
      headers: { ...headers, ...signed },
      ...(method === 'PATCH' && { body: '%PDF-1.7\n' }),
    });
    const text = await response.text();
    const { errors } = (text === '' ? {} : JSON.parse(text)) as {
      errors?: { extensions: { code: string } }[];
    };
    return [response.status, errors?.[0]?.extensions.code];
  };

  expect(await call('PATCH', '/files/uploads/1', BYTES)).toEqual([503, 'DEPARTMENT_UNAVAILABLE']);
  expect(await call('HEAD', '/files/uploads/1', TUS)).toEqual([503, undefined]);
  expect(await call('DELETE', '/files/uploads/1', TUS)).toEqual([503, 'DEPARTMENT_UNAVAILABLE']);
  expect(await call('GET', '/files/materials/1', {})).toEqual([503, 'DEPARTMENT_UNAVAILABLE']);
  expect(await call('GET', '/changes', {})).toEqual([503, 'DEPARTMENT_UNAVAILABLE']);
});
