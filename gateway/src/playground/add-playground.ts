import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { prefersHtml } from '../http/media-type.ts';
import { playgroundFolder } from './playground-folder.ts';

const FILES = '/playground/:file';
const PAGE_FOLDER = fileURLToPath(new URL('page/', import.meta.url));

/** The browser itself refuses to ask anyone but this server, whatever the bundle or a package in it tries. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  // The editor writes its own styles, and carries its icons and fonts in them.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Serves GraphiQL to browsers that GET a path of GraphQL, from our own files: it works without internet.
 * The files are built when the first browser asks, unless the installation brought them.
 */
export function addPlayground(server: FastifyInstance, paths: ReadonlySet<string>): void {
  const bundle = once(async () => {
    const folder = await playgroundFolder();
    return { folder, files: new Set(await readdir(folder)) };
  });
  server.register(fastifyStatic, { root: PAGE_FOLDER, serve: false });
  server.addHook('onSend', async (request, reply) => {
    if (request.routeOptions.url?.endsWith(FILES)) reply.header('x-content-type-options', 'nosniff');
  });

  // Before the route of GraphQL itself, which serves everyone who is not a browser.
  server.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || !paths.has(request.routeOptions.url ?? '')) return;
    if (!prefersHtml(request.headers.accept)) return;
    await bundle();
    return reply
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('vary', 'accept')
      .sendFile('index.html', { cacheControl: false });
  });

  for (const path of paths) {
    // Beside each page, whose links are relative: a proxy may put all of it elsewhere.
    const address = path.replace(/\/graphql$/, FILES);
    server.get<{ Params: { file: string } }>(address, async (request, reply) => {
      const { folder, files } = await bundle();
      const { file } = request.params;
      // Only names that are there: nothing that climbs out of the folder is one.
      return files.has(file) ? reply.sendFile(file, folder) : reply.callNotFound();
    });
  }
}

/** Remembers success; a failure is tried again by the next caller. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
