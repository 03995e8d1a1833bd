import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyFile } from './keys.ts';
import { LaunchError } from './launch-error.ts';
import { GATEWAY_NAME } from './gateway-names.ts';
import { callRegistry, signRead } from './registry-call.ts';

const POLL_MS = 100;
const TIMEOUT_MS = 60_000;

interface Gateways {
  gateways: { name: string; running: { variant: string; version: number | null }[] }[];
}

/**
 * Waits until the gateway says that it serves this version: it may have begun with the supergraph of a former start.
 *
 * @throws LaunchError when it does not
 */
export async function waitUntilServed(
  registry: string,
  operator: KeyFile,
  version: number,
  signal: AbortSignal,
): Promise<void> {
  for (const end = Date.now() + TIMEOUT_MS; Date.now() < end && !signal.aborted;) {
    const { gateways } = await callRegistry<Gateways>(
      registry,
      'query Gateways($credential: String) { gateways(credential: $credential) { name running { variant version } } }',
      { credential: await signRead(operator, 'gateways') },
    );
    const running = gateways.find(({ name }) => name === GATEWAY_NAME)?.running ?? [];
    // Of every variant: what those see who are not signed in is one of them.
    const isServed = running.every((one) => one.version !== null && one.version >= version);
    if (running.length > 0 && isServed) return;
    await sleep(POLL_MS);
  }
  signal.throwIfAborted();
  throw new LaunchError(`The gateway does not serve version ${version} of the schema; its log says why.`);
}
