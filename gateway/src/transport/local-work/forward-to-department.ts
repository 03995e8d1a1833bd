import { randomUUID } from 'node:crypto';
import { PublicError } from '@yiwang/errors';
import {
  type Assertion,
  ASSERTION_HEADER,
  bodyDigest,
  type PrivateKey,
  SCOPES,
  signAssertion,
} from '@yiwang/identity';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** A department on this machine. */
export interface Department {
  name: string;
  url: string;
}

/** The unchanged answer of a department. */
export interface Forwarded {
  status: number;
  contentType: string;
  body: Buffer;
}

/**
 * Makes the function that forwards requests to single departments, so that a developer can explore a subgraph alone. Conditional data
 * cannot be read this way: the gateway's access log must have every read, and here nothing is logged.
 *
 * @param gateway name of this gateway
 */
export function createForward(gateway: string, key: { readonly current: PrivateKey }) {
  return async function forward(
    { name, url }: Department,
    body: string,
    requestId: string,
  ): Promise<Forwarded> {
    const assertion = { ...CALLER, requestId, body: bodyDigest(body) };
    try {
      // Loaded late: undici takes 14 MiB, which a gateway that forwards nothing never needs.
      const { request } = await import('undici');
      const response = await request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          [ASSERTION_HEADER]: signAssertion(key.current, gateway, name, assertion, randomUUID()),
        },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer = Buffer.from(await response.body.arrayBuffer());
      if (answer.length > MAX_ANSWER_BYTES) throw new Error('its answer is larger than 16 MiB');
      const contentType = String(response.headers['content-type'] ?? 'application/json');
      return { status: response.statusCode, contentType, body: answer };
    } catch (cause) {
      const { message } = cause as Error;
      throw new PublicError('DEPARTMENT_UNAVAILABLE', `${name} does not answer: ${message}.`, { cause });
    }
  };
}

const CALLER: Omit<Assertion, 'requestId'> = {
  client: 'local-work',
  user: null,
  department: null,
  scopes: Object.keys(SCOPES),
  purpose: null,
  reads: [],
};
