import { PublicError } from '@yiwang/errors';
import { isPublicError } from '@yiwang/errors';
import { type ClientTls, NO_CLIENT_TLS } from '@yiwang/service/tls';
import type { Dispatcher } from 'undici';
import type { GraphDepartment } from '../../supergraph/departments-of.ts';
import { openTlsAgents, type TlsAgents } from '../../util/tls-agents.ts';

export interface FileRequest {
  method: 'GET' | 'HEAD' | 'PATCH' | 'DELETE';
  /** At the department. */
  path: string;
  headers: Record<string, string>;
  body: AsyncIterable<Buffer> | null;
  signal: AbortSignal;
}

export interface ForwardFile extends AsyncDisposable {
  /** @throws PublicError DEPARTMENT_UNAVAILABLE, and what the body throws */
  (department: GraphDepartment, request: FileRequest): Promise<Dispatcher.ResponseData>;
}

/** Makes the function that sends a request to the address of a department's GraphQL, and resolves when the answer begins. */
export function createForwardFile(
  connectMs: number,
  idleMs: number,
  tls: Pick<ClientTls, 'of'> = NO_CLIENT_TLS,
): ForwardFile {
  let opened: Promise<TlsAgents> | null = null;

  async function forward(
    { name, url }: GraphDepartment,
    { method, path, headers, body, signal }: FileRequest,
  ): Promise<Dispatcher.ResponseData> {
    let fault: unknown = null;
    try {
      return await (await agents()).agentOf(name).request({
        origin: new URL(url).origin,
        path,
        method,
        headers,
        body: body && (noting(body) as never),
        signal,
      });
    } catch (cause) {
      if (isPublicError(fault)) throw fault;
      throw new PublicError(
        'DEPARTMENT_UNAVAILABLE',
        `${name} does not answer. Try again later; an upload goes on where it stands.`,
        {
          cause,
        },
      );
    }

    async function* noting(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      try {
        yield* chunks;
      } catch (error) {
        fault = error;
        throw error;
      }
    }
  }

  function agents(): Promise<TlsAgents> {
    // Loaded late: undici takes 14 MiB, which a gateway without files never needs.
    opened ??= openTlsAgents(tls, {
      connectTimeout: connectMs,
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
    });
    return opened;
  }

  return Object.assign(forward, {
    [Symbol.asyncDispose]: async () => void (await (await opened)?.destroy()),
  });
}
