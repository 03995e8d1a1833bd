import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Entry, logOfSubgraph, type Position } from '@yiwang/access-log';
import { type Journal, openJournal } from '@yiwang/access-log/journal';
import { PublicError } from '@yiwang/errors';
import { createKey, type PrivateKey, type PublicKey, publicKeyOf, readPrivateKey } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import { type LogPage, readPage } from './read-page.ts';
import { openReceipts, type Receipts } from './receipts.ts';

/** The setting that switches the log off. */
const OFF = 'off';
const DAY_MS = 86_400_000;
const CLEAN_MS = 3_600_000;

/** What this department has answered of its conditional data, and the seals of gateways that it keeps. */
export interface ServedLog extends AsyncDisposable {
  /** Null when reads can be logged now; otherwise the error that gateways receive. */
  readonly denial: PublicError | null;
  /** Resolves when it is written down: only then may anything be answered. @throws PublicError ACCESS_LOG_UNAVAILABLE */
  append(entry: Omit<Entry, 'at'>): Promise<void>;
  /** Null where there is no journal. */
  readonly journal: KeptJournal | null;
}

export interface KeptJournal {
  /** Name of the log. */
  log: string;
  /** Seals it. */
  key: PublicKey;
  readonly end: Position;
  receipts: Receipts;
  /** What follows a record. */
  page(after: number): Promise<LogPage>;
}

interface LogSettings {
  ACCESS_LOG: string;
  ACCESS_LOG_DAYS: number;
}

/**
 * Opens the log that the settings name; null where it is switched off.
 *
 * @param department its name in the graph
 */
export async function openServedLog(
  department: string,
  { ACCESS_LOG: folder, ACCESS_LOG_DAYS: days }: LogSettings,
  logger: Logger,
): Promise<ServedLog | null> {
  if (folder === OFF) return null;
  if (!folder) {
    logger.warn(
      'ACCESS_LOG names no folder: conditional data is denied. ACCESS_LOG=off serves it without a log.',
    );
    return NO_LOG;
  }
  const key = await openSealKey(folder).catch((err: unknown) => {
    logger.error(
      { err, folder },
      'ACCESS_LOG cannot be used: conditional data is denied until the next start',
    );
    return null;
  });
  if (!key) return NO_LOG;
  await using undo = new AsyncDisposableStack();
  const log = logOfSubgraph(department);
  const journal = undo.use(await openJournal({ folder, gateway: log, key: { current: key }, logger }));
  const receipts = await openReceipts(join(folder, 'receipts'), logger);
  const clean = () =>
    void journal
      .forgetBefore(Date.now() - days * DAY_MS)
      .catch((err: unknown) =>
        logger.error({ err, folder }, 'old files of the access log cannot be removed'),
      );
  const timer = setInterval(clean, CLEAN_MS).unref();
  undo.defer(() => clearInterval(timer));
  clean();
  const opened = undo.move();
  // Not spread: whether it can be written to is asked anew each time.
  return Object.assign(appending(journal), {
    journal: {
      log,
      key: publicKeyOf(key),
      receipts,
      page: (after: number) => readPage(journal, after),
      get end() {
        return journal.end;
      },
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  });
}

function appending(journal: Journal): Pick<ServedLog, 'denial' | 'append'> {
  return {
    get denial() {
      return journal.fault === null ? null : unavailable(journal.fault);
    },
    append: (entry) =>
      journal.append(entry).catch((cause: unknown) => {
        throw unavailable(cause);
      }),
  };
}

const NO_LOG: ServedLog = {
  get denial() {
    return unavailable(null);
  },
  append: () => Promise.reject(unavailable(null)),
  journal: null,
  [Symbol.asyncDispose]: async () => {},
};

function unavailable(cause: unknown): PublicError {
  return new PublicError(
    'ACCESS_LOG_UNAVAILABLE',
    'Conditional data is not available now: the department cannot log who reads it. Try again later.',
    { cause },
  );
}

/** Reads the key that seals the log, or makes it. Its file is beside the log, and only one user can read it. */
async function openSealKey(folder: string): Promise<PrivateKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'seal.key');
  const made = `${JSON.stringify(await createKey())}\n`;
  await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readPrivateKey(await readFile(file, 'utf8'));
}
