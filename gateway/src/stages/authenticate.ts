import { randomUUID } from 'node:crypto';
import { PUBLIC_CLIENT } from '@yiwang/identity';
import type { Identified, Incoming } from '../pipeline.ts';

/** Stage 1 of 4. Finds out who asks, and what for. */
export function authenticate(request: Incoming): Identified {
  return { ...request, client: PUBLIC_CLIENT, purpose: null, caller: undefined, requestId: randomUUID() };
}
