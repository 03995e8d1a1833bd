import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PlanStore } from '@yiwang/engine';
import type { PrivateKey } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';

const LIMIT_BYTES = 128 * 1024 * 1024;
const KEPT_SHARE = 0.75;
/** Writes between two checks of the size. */
const WRITES_PER_CHECK = 100;
const MAC_BYTES = 32;

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  -- What a power cut takes away is planned again.
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS plan (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    used_at INTEGER NOT NULL
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX IF NOT EXISTS plan_used_at ON plan (used_at, bytes);
`;

/**
 * Opens the store of plans: a SQLite file. Each value bears a code by a secret that is made from the gateway's key, so that whoever can write
 * to the folder cannot change what is fetched, or who may read it. Gateways that share a folder have values of their own.
 *
 * @param limitBytes beyond it the values that were used longest ago are removed
 * @returns null when there can be none; the gateway then plans after each start, and the reason is logged
 */
export function openPlanStore(
  folder: string,
  key: Pick<PrivateKey, 'd' | 'kid'>,
  logger: Logger,
  limitBytes = LIMIT_BYTES,
): (PlanStore & Disposable) | null {
  const file = join(folder, 'plans.sqlite');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return createPlanStore(openDatabase(file), key, limitBytes);
  } catch (err) {
    logger.warn({ err, file }, 'plans are not kept for the next start');
    return null;
  }
}

/** A damaged file is replaced: it holds nothing that cannot be made again. */
function openDatabase(file: string): DatabaseSync {
  try {
    return prepared(file);
  } catch {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    return prepared(file);
  }
}

function prepared(file: string): DatabaseSync {
  // Another gateway's write takes a moment; to wait longer would hold up requests.
  const database = new DatabaseSync(file, { timeout: 50 });
  try {
    database.exec(SCHEMA);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function createPlanStore(
  database: DatabaseSync,
  key: Pick<PrivateKey, 'd' | 'kid'>,
  limitBytes: number,
): PlanStore & Disposable {
  const secret = Buffer.from(
    hkdfSync('sha256', Buffer.from(key.d, 'base64url'), '', 'yiwang stored plans', MAC_BYTES),
  );
  const find = database.prepare('SELECT value FROM plan WHERE key = ?');
  const use = database.prepare('UPDATE plan SET used_at = ? WHERE key = ?');
  const put = database.prepare(
    'INSERT OR REPLACE INTO plan (key, value, bytes, used_at) VALUES (?, ?, ?, ?)',
  );
  let writes = 0;
  let isOpen = true;

  return {
    read(given) {
      const name = nameOf(given);
      const sealed = isOpen ? (find.get(name)?.['value'] as Uint8Array | undefined) : undefined;
      if (!sealed || sealed.length < MAC_BYTES) return null;
      const value = sealed.subarray(MAC_BYTES);
      if (!timingSafeEqual(sealed.subarray(0, MAC_BYTES), macOf(name, value))) return null;
      use.run(Date.now(), name);
      return value;
    },
    write(given, value) {
      if (!isOpen) return;
      const name = nameOf(given);
      const sealed = Buffer.concat([macOf(name, value), value]);
      put.run(name, sealed, sealed.length, Date.now());
      if (writes++ % WRITES_PER_CHECK === 0) makeRoom(database, limitBytes);
    },
    [Symbol.dispose]() {
      isOpen = false;
      database.close();
    },
  };

  function nameOf(given: string): string {
    return `${key.kid} ${given}`;
  }

  function macOf(name: string, value: Uint8Array): Buffer {
    return createHmac('sha256', secret).update(`${name}\n`).update(value).digest();
  }
}

function makeRoom(database: DatabaseSync, limitBytes: number): void {
  const { total } = database.prepare('SELECT coalesce(sum(bytes), 0) AS total FROM plan').get() as {
    total: number;
  };
  if (total <= limitBytes) return;
  database
    .prepare(
      `DELETE FROM plan WHERE key IN (
         SELECT key FROM (SELECT key, sum(bytes) OVER (ORDER BY used_at DESC, key) AS newer FROM plan) WHERE newer > ?
       )`,
    )
    .run(limitBytes * KEPT_SHARE);
}
