import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSystem } from '@yiwang/cli/local-system';
import { readPrivateKey, signClientToken } from '@yiwang/identity';
import { unsettled } from './check-matters.ts';
import { retryStuck } from './matter-users.ts';
import { readMatters } from './read-matters.ts';

/** Milliseconds in which applications end or come to people: the longest wait between two attempts, and some more. */
const SETTLE_MS = 90_000;

/** Waits until every application has ended or waits for people, while an operator retries what is stuck. */
export async function settleMatters(system: LocalSystem, patienceMs = SETTLE_MS): Promise<void> {
  const issuer = await readPrivateKey(await readFile(system.keys.issuer, 'utf8'));
  const operator = {
    id: 'services-desk',
    user: 'operator',
    department: 'services',
    scopes: ['matters:operate'],
  };
  const token = await signClientToken(issuer, operator, 600);
  const headers = { authorization: `Bearer ${token}` };
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(1000)) {
    try {
      if (unsettled(await readMatters(system)).length === 0) return;
    } catch {
      continue; // a database that is just started again
    }
    await retryStuck({ url: `${system.gateway}/graphql`, headers });
  }
}
