import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

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
