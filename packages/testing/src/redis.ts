import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Redis } from 'ioredis';

/** The Redis that tests use: that of REDIS_URL, else of this machine. Where none answers, that is told, and tests with it are skipped. */
export async function lookForRedis(): Promise<{ url: string; isThere: boolean }> {
  const url = process.env['REDIS_URL'] || 'redis://127.0.0.1:6379';
  const isThere = await answers(url);
  if (!isThere)
    process.stderr.write(`Tests with Redis are skipped: none answers at ${url}; set REDIS_URL.\n`);
  return { url, isThere };
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: null, connectTimeout: 2000 });
  redis.on('error', () => {});
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

/** Stands before a Redis; can be cut, or made to hold back everything until it is open again. */
export interface RedisWire extends AsyncDisposable {
  url: string;
  set(state: 'open' | 'cut' | 'silent'): void;
}

/** @param to address of the Redis */
export async function createRedisWire(to: string): Promise<RedisWire> {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  let isCut = false;
  let isSilent = false;
  const server = createServer((client) => {
    if (isCut) return client.destroy();
    const redis = connect(Number(port || 6379), hostname);
    for (const socket of [client, redis]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => open.delete(socket));
    }
    client.on('data', (data) => redis.write(data));
    redis.on('data', (data) => client.write(data));
    if (isSilent) for (const socket of [client, redis]) socket.pause();
    client.on('close', () => redis.destroy());
    return redis.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set(state) {
      isCut = state === 'cut';
      isSilent = state === 'silent';
      for (const socket of open) {
        if (isCut) socket.destroy();
        else if (isSilent) socket.pause();
        else socket.resume();
      }
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
