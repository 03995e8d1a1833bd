import { settings } from '@yiwang/config';
import { redisStore } from '@yiwang/redis';
import proxyAddr from 'proxy-addr';
import { z } from 'zod';
import { count, names } from '../settings.ts';

/** `*`, or scheme, host and port of web pages, as browsers send them. */
const isOrigin = (text: string) =>
  text === '*' || (/^https?:$/.test(protocolOf(text)) && new URL(text).origin === text);

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

function areNetworks(list: readonly string[]): boolean {
  try {
    proxyAddr.compile([...list]);
    return true;
  } catch {
    return false;
  }
}

/** 0 means no limit. */
const perMinute = (fallback: number) => count(fallback, 0, 1_000_000_000);

/** The settings of what a caller may ask for; see docs/limits.md. */
export const limitSettings = {
  BODY_LIMIT_BYTES: settings.bodyLimitBytes(),
  OPERATION_MAX_TOKENS: count(10_000, 100, 1_000_000).describe(
    'Most tokens (names, numbers, brackets …) in a query.',
  ),
  OPERATION_MAX_DEPTH: count(20, 5, 100).describe('Deepest nesting of fields, with fragments spread out.'),
  OPERATION_MAX_FIELDS: count(2_000, 100, 100_000).describe(
    'Most fields in a query, with fragments spread out.',
  ),
  OPERATION_MAX_ALIASES: count(200, 0, 100_000).describe(
    'Most fields in a query that are given another name, with fragments spread out.',
  ),
  OPERATION_MAX_ROOT_FIELDS: count(50, 1, 100_000).describe('Most root fields of an operation.'),
  OPERATION_MAX_SAME_FIELD: count(50, 1, 100_000).describe(
    'Most times that one place of a query asks for the same field under different names.',
  ),
  OPERATION_MAX_DIRECTIVES: count(100, 0, 100_000).describe('Most directives in a query.'),
  OPERATION_MAX_OPERATIONS: count(20, 1, 1_000).describe(
    'Most operations in one query, of which one is run.',
  ),

  COST_LIMIT: count(25_000, 1, 1_000_000_000).describe(
    'Most that one operation may cost, by the estimate before it runs; see docs/limits.md.',
  ),
  COST_LIST_SIZE: count(10, 1, 10_000).describe(
    'Length that the estimate assumes of a list whose field says nothing with @listSize.',
  ),

  RATE_LIMIT_REQUESTS: perMinute(60_000).describe(
    'Most operations of a client that signed in, each minute; 0 for no limit.',
  ),
  RATE_LIMIT_PUBLIC_REQUESTS: perMinute(6_000).describe(
    'Most operations from one address without signing in, each minute; of IPv6, from one /64. 0 for no limit.',
  ),
  RATE_LIMIT_COST: perMinute(0).describe(
    'Most that the operations of a client that signed in may cost together each minute, by their estimates; 0 for no limit.',
  ),
  RATE_LIMIT_PUBLIC_COST: perMinute(0).describe(
    'As RATE_LIMIT_COST, for one address without signing in; 0 for no limit.',
  ),
  RATE_LIMIT_SIGN_INS: count(20, 1, 1_000_000).describe(
    'Most requests from one address with a token that is refused, each minute; after that, tokens from there are not looked at.',
  ),
  RATE_LIMIT_STORE: redisStore().describe(
    'Where is counted what the rates limit: memory, for each gateway by itself, or redis://host:port, for several together. While Redis is down, each gateway counts by itself.',
  ),
  TRUSTED_PROXIES: names()
    .refine(areNetworks, {
      error: 'write addresses or networks such as 10.0.0.0/8, with commas between them',
    })
    .describe(
      'Addresses or networks, with commas between them, of the proxies in front of the gateway whose x-forwarded-for is believed. None by default: the address is that of the connection.',
    ),

  CLIENTS: z
    .string()
    .default('')
    .describe(
      'JSON file with limits of single clients; see docs/limits.md. When it changes, it is read again.',
    ),
  INTROSPECTION: z
    .enum(['everyone', 'clients', 'scope'], { error: 'choose one of: everyone, clients, scope' })
    .default('everyone')
    .describe(
      'Who may read the schema with __schema and __type: everyone, clients that signed in, or only those with the scope introspection, which always may. The playground needs it. CLIENTS overrides it.',
    ),

  PERSISTED_OPERATIONS: z
    .string()
    .default('')
    .describe(
      'JSON file with trusted documents by client and hash, or a folder with documents and what the tools of front ends list of them; see docs/limits.md. When something in it changes, it is read again.',
    ),
  PERSISTED_QUERIES: count(1_000, 0, 1_000_000).describe(
    'Most documents that clients may have remembered by their hash (automatic persisted queries); 0 switches them off.',
  ),

  CORS_ORIGINS: names()
    .refine((list) => list.every(isOrigin), {
      error: 'write origins such as https://portal.example.cn, with commas between them, or *',
    })
    .describe(
      'Origins of web pages on other hosts that may ask, such as https://portal.example.cn, with commas between them; * for all. None by default.',
    ),
  REQUEST_TIMEOUT_MS: count(30_000, 500, 600_000).describe(
    'Milliseconds in which a request must have arrived with its body.',
  ),
  OPERATION_TIMEOUT_MS: count(30_000, 100, 600_000).describe(
    'Milliseconds after which an operation is answered with what has arrived until then. Subscriptions go on.',
  ),
};
