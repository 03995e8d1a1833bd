import { setTimeout as sleep } from 'node:timers/promises';
import { LaunchError } from './launch-error.ts';
import { GATEWAY_NAME } from './register-keys.ts';
import { callRegistry } from './registry-call.ts';

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
export async function waitUntilServed(registry: string, version: number, signal: AbortSignal): Promise<void> {
  for (const end = Date.now() + TIMEOUT_MS; Date.now() < end && !signal.aborted;) {
    const { gateways } = await callRegistry<Gateways>(
      registry,
      '{ gateways { name running { variant version } } }',
      {},
    );
    const running = gateways.find(({ name }) => name === GATEWAY_NAME)?.running ?? [];
    if (running.some((one) => one.version !== null && one.version >= version)) return;
    await sleep(POLL_MS);
  }
  signal.throwIfAborted();
  throw new LaunchError(`The gateway does not serve version ${version} of the schema; its log says why.`);
}
