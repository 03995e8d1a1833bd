import { settings } from '@yiwang/service/settings';
import { documentLimitSettings } from '@yiwang/service/http';
import { redisStore } from '@yiwang/service/redis';
import proxyAddr from 'proxy-addr';
import { z } from 'zod';
import { isOriginPattern } from '../pipeline/csrf-prevention/allowed-origins.ts';
import { count, names } from '../util/settings.ts';

function areNetworks(list: readonly string[]): boolean {
  try {
    proxyAddr.compile([...list]);
    return true;
  } catch {
    return false;
  }
}

const MEBIBYTE = 1024 * 1024;

/** A setting of a rate; 0 means no limit. */
const perMinute = (fallback: number) => count(fallback, 0, 1_000_000_000);

/** The settings of what a client may ask for; see docs/limits.md. */
export const limitSettings = {
  BODY_LIMIT_BYTES: settings.bodyLimitBytes(),
  ...documentLimitSettings(),

  COST_LIMIT: count(25_000, 1, 1_000_000_000).describe(
    'Maximum cost of one operation, as estimated before it runs; see docs/limits.md.',
  ),
  COST_LIST_SIZE: count(10, 1, 10_000).describe(
    'Length that the estimate assumes of a list whose field has no @listSize.',
  ),

  RATE_LIMIT_REQUESTS: perMinute(60_000).describe(
    'Maximum number of operations of a signed-in client each minute; 0 for no limit.',
  ),
  RATE_LIMIT_PUBLIC_REQUESTS: perMinute(6_000).describe(
    'Maximum number of operations of anonymous clients from one address each minute; with IPv6, from one /64. 0 for no limit.',
  ),
  RATE_LIMIT_COST: perMinute(0).describe(
    'Maximum total cost of the operations of a signed-in client each minute, by their estimates; 0 for no limit.',
  ),
  RATE_LIMIT_PUBLIC_COST: perMinute(0).describe(
    'The same for anonymous clients from one address; 0 for no limit.',
  ),
  RATE_LIMIT_BURST_SECONDS: count(60, 1, 3600).describe(
    'How much of its rate a client or an address may use at once, in seconds: with 60, all of a minute. It refills steadily.',
  ),
  RATE_LIMIT_SIGN_INS: count(20, 1, 1_000_000).describe(
    'Maximum number of refused tokens of one client from one address each minute; of all clients from one address, ten times as many. After that, new tokens are refused unread.',
  ),
  RATE_LIMIT_STORE: redisStore().describe(
    'Where rates are counted: memory, for each gateway alone, or redis://host:port, for several gateways together. While Redis is down, each gateway counts alone.',
  ),
  TRUSTED_PROXIES: names()
    .refine(areNetworks, {
      error: 'must be addresses or networks such as 10.0.0.0/8, with commas between them',
    })
    .describe(
      'Addresses or networks, with commas between them, of the proxies whose x-forwarded-for the gateway trusts. None by default: the client address is that of the connection.',
    ),
  TRACEPARENT_FROM: names()
    .refine(areNetworks, {
      error: 'must be addresses or networks such as 10.0.0.0/8, with commas between them',
    })
    .describe(
      'Addresses or networks, with commas between them, of the clients whose header traceparent counts: their traces go on here, and they decide what is sampled. Name the portal, and no proxy that passes on what its clients send. None by default: every trace begins at the gateway. Of IPv6 the /64.',
    ),

  CLIENTS: z
    .string()
    .default('')
    .describe(
      'JSON file with the limits of single clients; see docs/limits.md. It is read again when it changes.',
    ),
  INTROSPECTION: z
    .enum(['everyone', 'clients', 'scope'], { error: 'choose one of: everyone, clients, scope' })
    .default('everyone')
    .describe(
      'Who may read the schema with __schema and __type: everyone, clients that signed in, or only clients with the scope introspection, who always may. The playground needs it. CLIENTS overrides it.',
    ),

  PERSISTED_OPERATIONS: z
    .string()
    .default('')
    .describe(
      'JSON file with trusted documents by client and hash, or a folder with documents and the manifests that front-end tools write; see docs/limits.md. It is read again when something in it changes.',
    ),
  PERSISTED_QUERIES: count(1_000, 0, 1_000_000).describe(
    'Maximum number of automatic persisted queries (documents by their hash) that the gateway caches; 0 switches them off.',
  ),

  CORS_ORIGINS: names()
    .refine((list) => list.every(isOriginPattern), {
      error:
        'must be origins such as https://portal.example.cn or http://localhost:* (any port), with commas between them, or *',
    })
    .describe(
      'Origins of web pages on other hosts that may send requests, with commas between them, such as https://portal.example.cn, or http://localhost:* for any port; * for all. None by default; npm start allows those of this machine while it listens on loopback.',
    ),
  REQUEST_TIMEOUT_MS: count(30_000, 500, 600_000).describe(
    'Milliseconds in which a request must arrive with its body.',
  ),
  CONNECTIONS: count(20_000, 10, 1_000_000).describe(
    'Maximum number of open connections of clients; further ones are closed.',
  ),
  CONNECTIONS_PER_ADDRESS: count(1_000, 1, 1_000_000).describe(
    'Of those, the most of one address, except trusted proxies; also the most WebSockets of one address behind such a proxy.',
  ),
  ANSWER_LIMIT_BYTES: count(16 * MEBIBYTE, 1024, 512 * MEBIBYTE).describe(
    'Maximum size of the answer to one operation, or of a deferred part or event, in bytes.',
  ),
  COMPRESS_BYTES: count(4096, 0, 512 * MEBIBYTE).describe(
    'Answers of at least so many bytes are compressed for clients that accept it (zstd, br or gzip); 0 compresses none.',
  ),
  CACHE_BYTES: count(64 * MEBIBYTE, 0, 65_536 * MEBIBYTE).describe(
    'Memory for answers that are kept as far as `@cacheControl` of the departments allows, in bytes; 0 keeps none.',
  ),
  SEND_TIMEOUT_MS: count(30_000, 500, 600_000).describe(
    'Milliseconds in which a client must read an answer, plus the time that it takes at SEND_MIN_BYTES_PER_SECOND; after that its connection is closed.',
  ),
  SEND_MIN_BYTES_PER_SECOND: count(65_536, 1, 1_000_000_000).describe(
    'Bytes of a long answer that a client must read each second.',
  ),
  UNSENT_CONNECTION_BYTES: count(32 * MEBIBYTE, 1024, 2048 * MEBIBYTE).describe(
    'Maximum number of bytes that wait to be sent over one connection because its client does not read them; beyond that it is closed.',
  ),
  UNSENT_ADDRESS_BYTES: count(64 * MEBIBYTE, 1024, 8192 * MEBIBYTE).describe(
    'The same over all connections of one address; beyond that the longest waiting are closed.',
  ),
  UNSENT_BYTES: count(256 * MEBIBYTE, 1024, 65_536 * MEBIBYTE).describe(
    'As UNSENT_CONNECTION_BYTES, over all connections; of the address with the most bytes, the longest waiting are closed.',
  ),
  FILE_BYTES: count(512 * MEBIBYTE, 1024, 8192 * MEBIBYTE).describe(
    'Maximum size of a file, or of the rest of it, that one request sends to a department or reads from it, in bytes. Departments have limits of their own.',
  ),
  FILE_IDLE_MS: count(30_000, 100, 600_000).describe(
    'Milliseconds without a byte after which a file that is sent or read is cut off, and in which a department must answer when it has all of it. Uploads can be resumed.',
  ),
  FILE_STREAMS: count(200, 1, 10_000).describe('Maximum number of files that are sent or read at once.'),
  FILE_STREAMS_PER_CALLER: count(50, 1, 10_000).describe('Of those, the most of one client.'),
  OPERATION_TIMEOUT_MS: count(30_000, 100, 600_000).describe(
    'Milliseconds after which an operation is answered with what has arrived until then. Subscriptions go on.',
  ),
  OVERLOAD_DELAY_MS: count(500, 0, 600_000).describe(
    'How many milliseconds late the event loop may be all the time. Beyond that the gateway refuses operations, the costliest of anonymous clients first, until it is in time again. 0 refuses none.',
  ),
};
