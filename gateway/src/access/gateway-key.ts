import { type PrivateKey, readPrivateKey } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import { watchFile } from '../files/watch-file.ts';
import { readKeyFile } from './read-key-file.ts';

/** Signs what this gateway says, to registry and departments. */
export interface GatewayKey extends Disposable {
  /** The one that the file holds now. */
  readonly current: PrivateKey;
}

/**
 * Follows the key's file. A change to what is no key is logged, and the key before goes on.
 *
 * @throws SettingsError when the file cannot be read or holds no private key
 */
export async function followGatewayKey(file: string, logger: Logger): Promise<GatewayKey> {
  const read = () => readKeyFile('GATEWAY_KEY', file, readPrivateKey);
  let current = await read();

  async function readAgain(): Promise<void> {
    try {
      const next = await read();
      if (next.kid === current.kid) return;
      current = next;
      logger.info({ kid: next.kid }, 'signing with another key');
    } catch (err) {
      logger.error({ err }, 'key not replaced; the one before goes on');
    }
  }

  const stop = watchFile(file, () => void readAgain());
  return {
    get current() {
      return current;
    },
    [Symbol.dispose]: stop,
  };
}
