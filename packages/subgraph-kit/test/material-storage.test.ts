import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { isPublicError } from '@yiwang/errors';
import { eq } from 'drizzle-orm';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Materials } from '../src/materials/index.ts';
import { openMaterialStore } from '../src/materials/store/open-store.ts';
import { createUploadRequests, type UploadRequests } from '../src/materials/upload-requests.ts';
import { DOCM, DOCX, encrypted, zipOf } from './support/archives.ts';
import { MIGRATIONS, openPapers, settings, WANG } from './support/papers/papers.ts';
import { materials as papers, uploads } from './support/papers/tables.ts';
import { type S3Server, startS3Server } from './support/s3-server.ts';

const MIB = 1024 * 1024;

const PDF = Buffer.from('%PDF-1.7\n');
const pdfOf = (bytes: number) => Buffer.concat([PDF, randomBytes(bytes - PDF.length)]);
const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');

let database: TestDatabase;
let folder: string;
let s3: S3Server;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  folder = await mkdtemp(join(tmpdir(), 'yiwang-materials-'));
  s3 = await startS3Server();
});
afterAll(async () => {
  await s3[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
  await database[Symbol.asyncDispose]();
});

describe.each(['disk', 'S3'])('materials on %s', (where) => {
  let materials: Materials;
  let requests: UploadRequests;
  beforeAll(async () => {
    const place = where === 'S3' ? s3.settings : { MATERIALS: folder };
    materials = await openPapers(
      database.service.db,
      settings.parse({ DATABASE_URL: database.url, MATERIAL_STREAMS: '100', ...place }),
    );
    requests = createUploadRequests(materials);
  });
  beforeEach(async () => {
    await database.sql`truncate materials, material_uploads`;
    await materials.removeUnused({ now: new Date() });
  });

  async function begin(bytes: number, owner = 'P1'): Promise<string> {
    const { id } = await materials.createUpload(database.service.db, {
      caller: WANG,
      owner,
      name: 'a.pdf',
      bytes,
      now: new Date(),
    });
    return id;
  }
  const send = (id: string, offset: number, content: Buffer) =>
    requests.append(WANG, id, { body: Readable.from([content]), offset, length: content.length });
  async function upload(content: Buffer, owner?: string): Promise<string> {
    const id = await begin(content.length, owner);
    await send(id, 0, content);
    return id;
  }
  const read = async (content: Buffer) =>
    buffer(await materials.store.open(digest(content), 0, content.length));
  const remove = (owner?: string) =>
    materials.removeUnused({
      now: new Date(Date.now() + 25 * 3_600_000),
      ...(owner && { isUnused: eq(papers.owner, owner) }),
    });
  const codeOf = (error: unknown) => (isPublicError(error) ? error.extensions : String(error));

  async function namesIn<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
    const all: Item[] = [];
    for await (const item of items) all.push(item);
    return all;
  }

  test.each([1, 100, 5 * MIB, 21 * MIB + 7])(
    'of PDF.length + %i bytes are stored as they came',
    async (more) => {
      const content = pdfOf(PDF.length + more);
      const id = await begin(content.length);
      const cut = Math.floor(content.length / 3);
      await send(id, 0, content.subarray(0, cut));
      await send(id, cut, content.subarray(cut));
      expect(digest(await read(content))).toBe(digest(content));
      const [row] = await database.db.select().from(papers);
      expect(row).toMatchObject({
        id,
        sha256: digest(content),
        bytes: content.length,
        mediaType: 'application/pdf',
      });
      const middle = await buffer(await materials.store.open(digest(content), cut, cut + 10));
      expect(middle.equals(content.subarray(cut, cut + 10))).toBe(true);
      expect(await namesIn(materials.store.uploads())).toEqual([]);
    },
  );

  test('are recognised where they are stored, and refused without a trace', async () => {
    const docx = await zipOf({ ...DOCX, 'word/media/a.bin': randomBytes(9 * MIB) });
    await upload(docx);
    expect(await database.db.select({ type: papers.mediaType }).from(papers)).toEqual([
      { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
    ]);
    for (const [reason, content] of [
      ['TYPE', Buffer.from('<svg><script/></svg>')],
      ['MACROS', await zipOf(DOCM)],
      ['ENCRYPTED', encrypted(await zipOf(DOCX))],
      ['ARCHIVE_TOO_LARGE', await zipOf({ ...DOCX, a: Buffer.alloc(64 * MIB) })],
    ] as const) {
      const id = await begin(content.length);
      const refused = { code: 'MATERIAL_REFUSED', reason };
      expect(await send(id, 0, content).catch(codeOf)).toEqual(refused);
      // Asked again, it says the same.
      expect(await requests.statusOf(WANG, id).catch(codeOf)).toEqual(refused);
    }
    expect(await database.db.select().from(papers)).toHaveLength(1);
    expect(await namesIn(materials.store.uploads())).toEqual([]);
    expect(await namesIn(materials.store.contents())).toEqual([{ sha256: digest(docx), bytes: docx.length }]);
  });

  test('of one content are stored once, and removed with the last row of it', async () => {
    const content = pdfOf(3000);
    await upload(content, 'P1');
    await upload(content, 'P2');
    expect(await namesIn(materials.store.contents())).toHaveLength(1);
    // The records of both uploads are as old.
    expect(await remove('P1')).toEqual({ uploads: 2, materials: 1, contents: 0, bytes: 0 });
    expect((await read(content)).equals(content)).toBe(true);
    expect(await remove('P2')).toEqual({ uploads: 0, materials: 1, contents: 1, bytes: 3000 });
    expect(await namesIn(materials.store.contents())).toEqual([]);
    expect(await remove('P2')).toEqual({ uploads: 0, materials: 0, contents: 0, bytes: 0 });
  });

  test('whose upload was not finished in time are removed', async () => {
    const id = await begin(2000);
    await send(id, 0, pdfOf(1000));
    expect(await namesIn(materials.store.uploads())).toEqual([id]);
    expect(await materials.removeUnused({ now: new Date() })).toMatchObject({ uploads: 0 });
    expect(await namesIn(materials.store.uploads())).toEqual([id]);
    expect(await remove()).toEqual({ uploads: 1, materials: 0, contents: 0, bytes: 0 });
    expect(await namesIn(materials.store.uploads())).toEqual([]);
  });

  test('that are young, or not named, stay although nothing refers to them', async () => {
    const content = pdfOf(1000);
    await upload(content);
    expect(await materials.removeUnused({ now: new Date(), isUnused: eq(papers.owner, 'P1') })).toMatchObject(
      {
        materials: 0,
      },
    );
    expect(await remove()).toMatchObject({ materials: 0, contents: 0 });
    expect((await read(content)).equals(content)).toBe(true);
  });

  test('are finished by whoever asks, after a process was killed at any step of it', async () => {
    const content = pdfOf(6 * MIB);
    for (const step of ['openUpload', 'keep', 'after keep', 'discard'] as const) {
      await database.sql`truncate materials, material_uploads`;
      const { store } = materials;
      const killed = () => Promise.reject(new Error('killed'));
      const broken: Materials = {
        ...materials,
        store: {
          ...store,
          ...(step === 'openUpload' && { openUpload: killed }),
          ...(step === 'keep' && { keep: killed }),
          ...(step === 'discard' && { discard: killed }),
          ...(step === 'after keep' && {
            keep: async (...args: Parameters<typeof store.keep>) => {
              await store.keep(...args);
              await killed();
            },
          }),
        },
      };
      const id = await begin(content.length);
      const body = { body: Readable.from([content]), offset: 0, length: content.length };
      await createUploadRequests(broken)
        .append(WANG, id, body)
        .catch(() => {});
      // What the killed process relied on stays.
      await materials.removeUnused({ now: new Date() });
      expect(await requests.statusOf(WANG, id), step).toMatchObject({ offset: content.length });
      expect(await database.db.select({ id: papers.id }).from(papers), step).toEqual([{ id }]);
      expect((await read(content)).equals(content), step).toBe(true);
      await materials.removeUnused({ now: new Date() });
      expect(await namesIn(store.uploads()), step).toEqual([]);
    }
  });

  test('are not removed when the same content is uploaded at the same moment', async () => {
    const content = pdfOf(1000);
    await upload(content, 'old');
    await database.db.delete(papers);
    const second = await begin(content.length, 'new');
    const { store } = materials;
    // Removing has listed the content, and looks next for rows: the upload is finished right before and right after that.
    const { removeUnused } = await openWith({
      ...store,
      async *contents() {
        yield* store.contents();
        await send(second, 0, content);
      },
    });
    expect(await removeUnused({ now: new Date() })).toMatchObject({ contents: 0 });
    expect((await read(content)).equals(content)).toBe(true);

    await database.db.delete(papers);
    const third = await begin(content.length, 'newer');
    const keeping = createUploadRequests({
      ...materials,
      store: {
        ...store,
        async keep(...args) {
          // It relies on the content that is there, which nothing else refers to.
          expect(await materials.removeUnused({ now: new Date() })).toMatchObject({ contents: 0 });
          await store.keep(...args);
        },
      },
    });
    await keeping.append(WANG, third, { body: Readable.from([content]), offset: 0, length: content.length });
    expect((await read(content)).equals(content)).toBe(true);
  });

  test('survive uploads, removals and garbage collection of the same contents at once', async () => {
    const contents = Array.from({ length: 3 }, () => pdfOf(2000));
    const rounds = where === 'S3' ? 4 : 12;
    let isOver = false;
    const collecting = Promise.all([collect(), collect()]);
    async function collect(): Promise<void> {
      // What is removed while it is listed is a fault of some storages; whoever collects then tries again.
      while (!isOver) await materials.removeUnused({ now: new Date() }).catch(() => {});
    }
    try {
      await Promise.all(
        contents.flatMap((content) =>
          Array.from({ length: 2 }, async () => {
            for (let round = 0; round < rounds; round++) {
              const id = await upload(content);
              expect((await read(content)).equals(content)).toBe(true);
              await database.db.delete(papers).where(eq(papers.id, id));
            }
          }),
        ),
      );
    } finally {
      isOver = true;
    }
    await collecting;
    await materials.removeUnused({ now: new Date() });
    expect(await namesIn(materials.store.contents())).toEqual([]);
    expect(await database.db.select().from(uploads)).toHaveLength(contents.length * 2 * rounds);
  });

  async function openWith(store: Materials['store']): Promise<Pick<Materials, 'removeUnused'>> {
    const { createRemoveUnused } = await import('../src/materials/remove-unused.ts');
    const { db, tables } = materials;
    return { removeUnused: createRemoveUnused(db, tables, store, materials.settings) };
  }
});

describe('the setting MATERIALS', () => {
  test.each([
    ['s3://', 'x', /must name a bucket/],
    ['s3://bucket', 'x', /must name a bucket/],
    ['s3://bucket?endpoint=ftp://host', 'x', /must name a bucket/],
    ['s3://bucket?endpoint=https://host', '', /MATERIALS_KEY_FILE must name a file/],
    ['s3://bucket?endpoint=https://host', '/no/such/file', /ENOENT/],
  ])('%s with the key file %j does not start a department', async (MATERIALS, MATERIALS_KEY_FILE, reason) => {
    await expect(openMaterialStore({ MATERIALS, MATERIALS_KEY_FILE }, 'papers')).rejects.toThrow(reason);
  });
});
