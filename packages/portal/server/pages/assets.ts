import { join, sep } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Serves what browsers load: files below /assets have their content's hash in their names, and never change. Where a file stands
 * beside one of its name with .br or .gz, browsers get that.
 *
 * @param folder as the build writes it; its files are looked for once
 */
export async function addAssets(server: FastifyInstance, folder: string): Promise<void> {
  const hashed = join(folder, 'assets') + sep;
  await server.register(statics, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    decorateReply: false,
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ),
  });
}
