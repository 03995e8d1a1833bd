import { randomUUID } from 'node:crypto';
import { bodyDigest } from '@yiwang/identity';
import type { AssertionSigner } from './assertion-signer.ts';

/**
 * Signs one request that the gateway sends on its own account, and not for a client.
 *
 * @param gateway its name
 * @param body of the request, or what a streamed request is bound to in its place
 */
export function signOwnRequest(
  signer: AssertionSigner,
  gateway: string,
  department: string,
  scope: string,
  body: string,
): string {
  const id = randomUUID();
  const assertion = {
    client: `gateway:${gateway}`,
    user: null,
    department: null,
    scopes: [scope],
    purpose: null,
    requestId: id,
    reads: [],
    body: bodyDigest(body),
  };
  return signer.once(department, assertion, id);
}
