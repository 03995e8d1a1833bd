import { readdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { prefersHtml } from '../../pipeline/content-negotiation/media-type.ts';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import { addCostRoute } from './cost-route.ts';
import type { PlaygroundConfig } from './playground-config.ts';
import { playgroundFolder } from './playground-folder.ts';

const FILES = '/playground/:file';
/** What the page loads first. */
const CONFIG = '/playground/config.json';
const COST = '/playground/cost';
const PAGE_FOLDER = fileURLToPath(new URL('page/', import.meta.url));

/** Makes the browser refuse requests to any other server, whatever the bundle or a package in it tries. */
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

/** What the playground offers besides the editor. */
export interface PlaygroundOptions {
  /** @param department that is served alone; null for the whole schema */
  readConfig(department: string | null): Promise<PlaygroundConfig>;
  /** Path of single departments, with the parameter `department`; null where none is served alone. */
  departmentPath: string | null;
  addressOf(request: IncomingMessage): string;
}

/**
 * Serves GraphiQL to browsers that GET a GraphQL path, from our own files, so that it works without internet. The files are built for
 * the first browser, unless the installation has them.
 *
 * @param pipelines by the paths of the whole schema and its variants
 */
export function addPlayground(
  server: FastifyInstance,
  pipelines: ReadonlyMap<string, Pipeline>,
  { readConfig, departmentPath, addressOf }: PlaygroundOptions,
): void {
  const paths = new Set([...pipelines.keys(), ...(departmentPath ? [departmentPath] : [])]);
  const bundle = once(async () => {
    const folder = await playgroundFolder();
    return { folder, files: new Set(await readdir(folder)) };
  });
  server.register(fastifyStatic, { root: PAGE_FOLDER, serve: false });
  server.addHook('onSend', async (request, reply) => {
    if (request.routeOptions.url?.endsWith(FILES)) reply.header('x-content-type-options', 'nosniff');
  });

  // Runs before the GraphQL route, which serves all other clients.
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
    // The links of each page are relative, because a proxy may serve it at another path.
    const folderOf = (file: string) => path.replace(/\/graphql$/, file);
    server.get<{ Params: { department?: string } }>(folderOf(CONFIG), async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await readConfig(request.params.department ?? null)),
    );
    const pipeline = pipelines.get(path);
    if (pipeline) addCostRoute(server, folderOf(COST), pipeline, addressOf);
    const address = folderOf(FILES);
    server.get<{ Params: { file: string } }>(address, async (request, reply) => {
      const { folder, files } = await bundle();
      const { file } = request.params;
      // Only names in the folder: a path that climbs out of it is none.
      return files.has(file) ? reply.sendFile(file, folder) : reply.callNotFound();
    });
  }
}

/** Returns a function that runs `make` until it succeeds once, and then returns that result. */
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
