import { mkdtempDisposable, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openTestDatabase } from '@yiwang/subgraph-kit/testing';
import { expect, test } from 'vitest';
import { createUploadRequests } from '../src/materials/upload-requests.ts';
import { MIGRATIONS, NAME, openPapers, settings, WANG } from './support/papers/papers.ts';

const CONTENT = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n');

test('an upload to a full disk is refused as unavailable, and goes on when there is room again', async () => {
  await using database = await openTestDatabase(MIGRATIONS);
  await using folder = await mkdtempDisposable(join(tmpdir(), 'yiwang-full-'));
  const place = { DATABASE_URL: database.url, MATERIALS: folder.path };
  const materials = await openPapers(database.service.db, settings.parse(place));
  const { append, statusOf } = createUploadRequests(materials);
  const { length: bytes } = CONTENT;
  const upload = { caller: WANG, owner: 'P1', name: 'a.pdf', bytes, now: new Date() };
  const { id } = await materials.createUpload(database.service.db, upload);
  const send = () => append(WANG, id, { body: Readable.from([CONTENT]), offset: 0, length: bytes });
  const file = join(folder.path, NAME, 'uploads', id);
  await symlink('/dev/full', file);
  await expect(send()).rejects.toMatchObject({
    code: 'STORAGE_UNAVAILABLE',
    cause: expect.objectContaining({ code: 'ENOSPC' }),
  });
  expect((await statusOf(WANG, id)).offset).toBe(0);

  await rm(file);
  expect(await send()).toMatchObject({ offset: bytes });
});
