import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver, { type Store } from '@20minutes/s3rver';

export interface S3Server extends AsyncDisposable {
  /** Settings of a department that stores its materials there. */
  settings: { MATERIALS: string; MATERIALS_KEY_FILE: string };
}

const BUCKET = 'materials';

/** A server of S3's protocol, with an empty bucket. */
export async function startS3Server(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 'data'),
    configureBuckets: [{ name: BUCKET }],
  });
  const drafts = join(folder, 'drafts');
  await mkdir(drafts);
  behaveLikeS3(server.store, drafts);
  // It signs the path of a list without the slash that was sent; of all other requests it checks the signature.
  server.middleware.unshift((context, next) => {
    if (context.method === 'GET' && context.path === `/${BUCKET}/`) {
      context.app = Object.create(context.app, { allowMismatchedSignatures: { value: true } });
    }
    return next();
  });
  const { port } = await server.run();
  const keyFile = join(folder, 's3.key');
  await writeFile(keyFile, 'S3RVER\nS3RVER\n');
  const endpoint = encodeURIComponent(`http://127.0.0.1:${port}`);
  return {
    settings: {
      MATERIALS: `s3://${BUCKET}/permits/papers?endpoint=${endpoint}&region=us-east-1`,
      MATERIALS_KEY_FILE: keyFile,
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The package differs from S3 in what our stores rely on: it writes objects where others read them, and removes folders together with what
 * another request has just put there. In S3 an object is there as a whole or not at all, and there are no folders.
 */
function behaveLikeS3(store: Store, drafts: string): void {
  store.putContent = async (path, content) => {
    const bytes = Buffer.isBuffer(content) ? content : await buffer(content);
    const draft = join(drafts, randomUUID());
    await writeFile(draft, bytes);
    await rename(draft, path);
    return [bytes.length, createHash('md5').update(bytes).digest('hex')];
  };
  store.deleteObject = async (bucket, key) => {
    const files = ['object', 'object.md5', 'metadata.json'];
    await Promise.all(files.map((file) => rm(store.getResourcePath(bucket, key, file), { force: true })));
  };
}
