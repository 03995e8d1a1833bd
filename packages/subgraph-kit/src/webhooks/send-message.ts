import { type ClientRequest, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Webhook } from 'standardwebhooks';
import {
  type AllowedAddresses,
  createGuardedLookup,
  forbiddenKind,
  literalAddress,
} from '../network/addresses.ts';

/** A message by the conventions of Standard Webhooks (https://www.standardwebhooks.com). */
export interface WebhookMessage {
  /** The same each time that it is sent again. */
  id: string;
  body: string;
}

export interface SendOptions {
  allowed: AllowedAddresses;
  timeoutMs: number;
}

/** How a receiver answered. */
export interface Receipt {
  /** Null when there was no answer. */
  status: number | null;
  /** What went wrong, for whoever owns the webhook; null for a status of 2xx. */
  error: string | null;
}

/** Statuses below 300 say that a message was taken. Redirects are not followed. */
const FIRST_REFUSED = 300;

/**
 * Sends a signed message. What the receiver writes besides its status is not read: it is not ours to know.
 *
 * @param secrets one, or two while one replaces the other
 */
export async function sendMessage(
  url: string,
  secrets: readonly string[],
  { id, body }: WebhookMessage,
  options: SendOptions,
  now = new Date(),
): Promise<Receipt> {
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'yiwang-webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
  try {
    const status = await post(new URL(url), headers, body, options);
    return { status, error: status < FIRST_REFUSED ? null : `answered with status ${status}` };
  } catch (error) {
    return { status: null, error: explain(error) };
  }
}

function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  { allowed, timeoutMs }: SendOptions,
): Promise<number> {
  const literal = literalAddress(url.hostname);
  const kind = literal === null ? null : forbiddenKind(literal, allowed);
  if (kind !== null) return Promise.reject(new Error(`${url.hostname} is a ${kind} address`));
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const options: RequestOptions = {
    method: 'POST',
    headers,
    lookup: createGuardedLookup(allowed),
    signal: AbortSignal.timeout(timeoutMs),
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const request: ClientRequest = send(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
}

function explain(error: unknown): string {
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError') return 'did not answer in time';
  return code ?? message;
}
