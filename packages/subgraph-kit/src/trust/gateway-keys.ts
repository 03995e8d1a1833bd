import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type PublicKey, readPublicKeys } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';

/** How long a key may remain valid after it was removed from the file. */
const CHECK_INTERVAL_MS = 1000;

/**
 * The public keys in a file. A key that is added is valid at once; a key that is removed is valid for at most a second longer.
 * A file that becomes unreadable changes nothing, and is logged.
 */
export class GatewayKeys {
  readonly #file: string;
  readonly #logger: Logger;
  /** The setting that names the file. */
  readonly #setting: string;
  #byId: ReadonlyMap<string, PublicKey> = new Map();
  #version = 0;
  /** Identifies the contents that were read last. */
  #stamp = '';
  #checkedAt = 0;
  #reading: Promise<void> | null = null;

  private constructor(file: string, logger: Logger, setting: string) {
    this.#file = file;
    this.#setting = setting;
    this.#logger = logger;
  }

  /** @throws Error naming the setting when the file holds no keys */
  static async open(file: string, logger: Logger, setting = 'GATEWAY_KEYS'): Promise<GatewayKeys> {
    const keys = new GatewayKeys(file, logger, setting);
    try {
      await keys.#read();
    } catch (cause) {
      throw new Error(`${setting}: ${file}: ${(cause as Error).message}`, { cause });
    }
    return keys;
  }

  /** Increases whenever the file is read. */
  get version(): number {
    return this.#version;
  }

  /** True when the file has changed and must be read; checks once a second. */
  isStale(now: number): boolean {
    if (this.#reading) return true;
    if (now - this.#checkedAt < CHECK_INTERVAL_MS && now >= this.#checkedAt) return false;
    this.#checkedAt = now;
    return this.#hasChanged();
  }

  /** Reads the file again when it has changed. */
  async refresh(): Promise<void> {
    if (!this.#reading && !this.#hasChanged()) return;
    this.#reading ??= this.#read()
      .then(() =>
        this.#logger.info({ kids: [...this.#byId.keys()] }, `read the keys of ${this.#setting} again`),
      )
      .catch((error: unknown) =>
        this.#logger.error(
          { err: error },
          `${this.#setting} cannot be read; the previous keys remain in use`,
        ),
      )
      .finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** The key with a thumbprint; null when the file has no such key. */
  async find(kid: string): Promise<PublicKey | null> {
    const key = this.#byId.get(kid);
    if (key) return key;
    await this.refresh();
    return this.#byId.get(kid) ?? null;
  }

  async #read(): Promise<void> {
    // Before the contents, so that a change during the read is noticed the next time.
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
