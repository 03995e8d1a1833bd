import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const GATEWAY = fileURLToPath(new URL('../../../../gateway/src/main.ts', import.meta.url));

export interface GatewayProcess extends AsyncDisposable {
  /** Resolves to the exit code when it ends. */
  ended: Promise<number | null>;
}

/**
 * The gateway as a process of its own over a file, which it watches. It logs to standard error.
 *
 * @param args further flags of `npm run gateway`
 * @param key file of its private key, by which departments know it
 */
export function startGateway(
  supergraphFile: string,
  args: readonly string[],
  key: string | undefined,
): GatewayProcess {
  const child: ChildProcess = spawn(process.execPath, [GATEWAY, '--supergraph', supergraphFile, ...args], {
    env: {
      ...process.env,
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
      ...(key !== undefined && { GATEWAY_KEY: key }),
    },
    stdio: ['ignore', 2, 2],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
