import { isLoopback } from '@yiwang/service/settings';
import { PublicError } from '@yiwang/errors';
import type { PrivateKey } from '@yiwang/identity';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { REQUEST_ID_HEADER, requestIdOf } from '../http/request-id.ts';
import { createForward } from './forward-to-department.ts';
import { HOME_STYLE, homePage } from './home-page.ts';
import type { ReadLocalSystem } from './local-system.ts';
import { isOwnPage } from './own-page.ts';
import { signToken } from './sign-token.ts';

/** The path of a single department, which gets its own playground. */
export const DEPARTMENT_PATH = '/departments/:department/graphql';

const CONTENT_SECURITY_POLICY = "default-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'";

/**
 * Serves what `npm start` offers the developer of one machine besides GraphQL: a page of addresses at `/`, tokens at a click, and
 * each department alone.
 *
 * @param paths the GraphQL paths, that of the whole schema first
 * @param key the gateway's key; null when it has none: then no department is served alone
 */
export function addLocalWork(
  server: FastifyInstance,
  read: ReadLocalSystem,
  paths: readonly string[],
  gateway: string,
  key: { readonly current: PrivateKey } | null,
): void {
  const forward = key && createForward(gateway, key);

  server.get('/', async (request, reply) => {
    guardLocal(request);
    const html = homePage(await read(), paths);
    return reply
      .headers({ 'content-security-policy': CONTENT_SECURITY_POLICY, 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(html);
  });

  server.get('/local-work.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(HOME_STYLE));

  server.post('/local-work/token', async (request, reply) => {
    guardLocal(request);
    return reply.header('cache-control', 'no-store').send(await signToken(await started(read), request.body));
  });

  // Browsers have been sent the playground before this.
  server.get(DEPARTMENT_PATH, () => {
    throw new PublicError('METHOD_NOT_ALLOWED', 'A department accepts POST only; send the query as JSON.');
  });

  server.post<{ Params: { department: string } }>(DEPARTMENT_PATH, async (request, reply) => {
    guardLocal(request);
    const { department: name } = request.params;
    const department = (await started(read)).departments.find((one) => one.name === name);
    if (!department || !forward) throw new PublicError('NOT_FOUND', `This system has no department ${name}.`);
    const requestId = requestIdOf(request.headers);
    const answer = await forward(department, JSON.stringify(request.body), requestId);
    return reply
      .status(answer.status)
      .header(REQUEST_ID_HEADER, requestId)
      .header('cache-control', 'no-store')
      .type(answer.contentType)
      .send(answer.body);
  });
}

/**
 * Returns the system.
 *
 * @throws PublicError NOT_READY while it is starting
 */
async function started(read: ReadLocalSystem) {
  const system = await read();
  if (system) return system;
  throw new PublicError('NOT_READY', 'The system is still starting. Try again in a moment.');
}

/**
 * Refuses requests that a page of another site could have sent: by a name that points to this machine (DNS rebinding), or from the
 * developer's browser.
 *
 * @throws PublicError FORBIDDEN
 */
function guardLocal({ headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>): void {
  if (isOwnPage(headers) && isLoopback(ip.replace(/^::ffff:/, ''))) return;
  throw new PublicError(
    'FORBIDDEN',
    'Only the developer of this machine may use this page: open it at a loopback address.',
  );
}
