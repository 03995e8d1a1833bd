import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PaperSystem, startPaperSystem } from './support/paper-system.ts';
import { Uploader } from './support/uploads.ts';

let system: PaperSystem;
let wang: Uploader;
beforeAll(async () => {
  system = await startPaperSystem({ department: { MATERIAL_BYTES: String(64 * 1024 * 1024) } });
  wang = new Uploader(system, await system.token('wang'));
});
afterAll(() => system[Symbol.asyncDispose]());

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n');
const pdfOf = (bytes: number) => Buffer.concat([PDF, randomBytes(bytes - PDF.length)]);
const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');

test('a file is uploaded through the gateway, and read back by who has uploaded it', async () => {
  const content = pdfOf(100_000);
  const id = await wang.upload(content, { name: '营业执照.pdf', owner: 'P7' });
  expect(
    await wang.ask(
      'query ($owner: ID!) { papers(owner: $owner) { id sha256 bytes mediaType name uploadedBy } }',
      { owner: 'P7' },
    ),
  ).toEqual({
    papers: [
      {
        id,
        sha256: digest(content),
        bytes: content.length,
        mediaType: 'application/pdf',
        name: '营业执照.pdf',
        uploadedBy: 'user:wang',
      },
    ],
  });
  const { status, headers, body } = await wang.download(id);
  expect(status).toBe(200);
  expect(body.equals(content)).toBe(true);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="????.pdf"; filename*=UTF-8''${encodeURIComponent('营业执照.pdf')}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
  expect(headers.get('yiwang-read')).toBeNull();
});
