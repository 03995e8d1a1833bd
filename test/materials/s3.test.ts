import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type S3Server, startS3Server } from '../../packages/subgraph-kit/test/support/s3-server.ts';
import { type PaperSystem, startPaperSystem } from './support/paper-system.ts';
import { Uploader } from './support/uploads.ts';

const MIB = 1024 * 1024;

let s3: S3Server;
let system: PaperSystem;
beforeAll(async () => {
  s3 = await startS3Server();
  system = await startPaperSystem({ department: s3.settings });
});
afterAll(async () => {
  await system[Symbol.asyncDispose]();
  await s3[Symbol.asyncDispose]();
});

const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');

test('an upload to S3 goes on after the department was killed, and is read back whole and in part', async () => {
  const wang = new Uploader(system, await system.token('wang'));
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(18 * MIB)]);
  const path = await wang.begin(content.length);
  const sending = wang.sendPart(path, 0, content, 13 * MIB + 77);
  await expect.poll(() => wang.offsetOf(path)).toBeGreaterThan(0);
  await system.kill();
  await sending;
  await system.start();
  const offset = await wang.offsetOf(path);
  expect(offset).toBeGreaterThan(0);
  expect(offset).toBeLessThan(content.length);
  await expect.poll(async () => (await wang.send(path, offset, content.subarray(offset))).status).toBe(204);
  const id = path.split('/').at(-1)!;
  expect(digest((await wang.download(id)).body)).toBe(digest(content));
  const part = await wang.download(id, { range: `bytes=${9 * MIB}-${9 * MIB + 99}` });
  expect(part.body.equals(content.subarray(9 * MIB, 9 * MIB + 100))).toBe(true);
});
