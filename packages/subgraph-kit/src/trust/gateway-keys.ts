import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type PublicKey, readPublicKeys } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';

/** A key that was taken out of the file holds at most so much longer. */
const CHECK_INTERVAL_MS = 1000;

/**
 * The public keys of the gateways, as the file has them: a key that was added holds at once, one that was taken out at most a
 * second longer. A file that cannot be read any longer changes nothing, and is told to the log.
 */
export class GatewayKeys {
  readonly #file: string;
  readonly #logger: Logger;
  #byId: ReadonlyMap<string, PublicKey> = new Map();
  #version = 0;
  /** Of the file that was read last. */
  #stamp = '';
  #checkedAt = 0;
  #reading: Promise<void> | null = null;

  private constructor(file: string, logger: Logger) {
    this.#file = file;
    this.#logger = logger;
  }

  /** @throws Error naming the setting when the file holds no keys */
  static async open(file: string, logger: Logger): Promise<GatewayKeys> {
    const keys = new GatewayKeys(file, logger);
    try {
      await keys.#read();
    } catch (cause) {
      throw new Error(`GATEWAY_KEYS: ${file}: ${(cause as Error).message}`, { cause });
    }
    return keys;
  }

  /** Counts up whenever the file was read. */
  get version(): number {
    return this.#version;
  }

  /** True when the file was changed and has to be read; looks once a second. */
  isStale(now: number): boolean {
    if (this.#reading) return true;
    if (now - this.#checkedAt < CHECK_INTERVAL_MS && now >= this.#checkedAt) return false;
    this.#checkedAt = now;
    return this.#hasChanged();
  }

  /** Reads the file again when it was changed. */
  async refresh(): Promise<void> {
    if (!this.#reading && !this.#hasChanged()) return;
    this.#reading ??= this.#read()
      .then(() => this.#logger.info({ kids: [...this.#byId.keys()] }, 'read the keys of the gateways again'))
      .catch((error: unknown) =>
        this.#logger.error(
          { err: error },
          'GATEWAY_KEYS cannot be read; the keys that were read before go on',
        ),
      )
      .finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** The key of a thumbprint; null for one that is no gateway's. */
  async find(kid: string): Promise<PublicKey | null> {
    const known = this.#byId.get(kid);
    if (known) return known;
    await this.refresh();
    return this.#byId.get(kid) ?? null;
  }

  async #read(): Promise<void> {
    // Before the text: what is written meanwhile is read the next time.
    this.#stamp = stampOf(this.#file) ?? this.#stamp;
    const keys = await readPublicKeys(await readFile(this.#file, 'utf8'));
    this.#byId = new Map(keys.map((key) => [key.kid, key]));
    this.#version += 1;
  }

  #hasChanged(): boolean {
    const stamp = stampOf(this.#file);
    return stamp !== null && stamp !== this.#stamp;
  }
}

/** Null when there is no file. */
function stampOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : null;
}
