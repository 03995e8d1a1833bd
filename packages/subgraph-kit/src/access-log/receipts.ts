import { mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReadSeal, type Seal } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import type { Logger } from '@yiwang/service/logging';

/** Valid names of gateways, as in the registry. They are names of files here. */
const GATEWAY = /^[a-z][a-z0-9-]{0,39}$/;
const MAX_GATEWAYS = 200;
/** The most lines in the file of one gateway. Opening a longer file keeps its newest half. */
const MAX_LINES = 20_000;

/**
 * The most earlier seals that are listed beside the newest one, at least this far apart. The newest one may seal records that
 * have not reached the exchange yet, so that nobody can read them there.
 */
const MAX_EARLIER = 100;
const APART_MS = 10_000;

/** A seal that a gateway has deposited here. */
export interface Receipt {
  /** When it was received: ISO 8601 in UTC. */
  receivedAt: string;
  seal: string;
}

interface Kept extends Receipt {
  position: Seal;
}

/** The seals of gateways, which this department keeps so that nobody can cut off the end of a gateway's log unnoticed. */
export interface Receipts {
  /**
   * Keeps a seal that is newer than the one before.
   *
   * @returns number of the last record whose seal is kept
   * @throws PublicError INVALID_ARGUMENT for an invalid seal; ACCESS_LOG_CONFLICT for one that contradicts a kept seal, and
   *   is kept as well
   */
  deposit(seal: string, readSeal: ReadSeal): Promise<number>;
  /** The last seal of each gateway and key, some before it, and those that contradict one another. */
  list(): Receipt[];
}

/** @param folder created when it does not exist */
export async function openReceipts(folder: string, logger: Logger): Promise<Receipts> {
  /** By gateway and key. */
  const latest = new Map<string, Kept>();
  const earlier = new Map<string, Kept[]>();
  const conflicts: Receipt[] = [];
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {});
  for (const receipt of await readAll(folder, logger)) {
    const kept = parse(receipt);
    if (kept) note(kept);
  }

  function note(kept: Kept): boolean {
    const name = nameOf(kept);
    const before = latest.get(name);
    if (before && before.position.sequence === kept.position.sequence) {
      if (before.position.hash !== kept.position.hash && conflicts.length < MAX_GATEWAYS)
        conflicts.push(before, kept);
      return false;
    }
    if (before && before.position.sequence > kept.position.sequence) return false;
    latest.set(name, kept);
    if (before) keepEarlier(name, before);
    return true;
  }

  function keepEarlier(name: string, kept: Kept): void {
    const list = earlier.get(name) ?? [];
    earlier.set(name, list);
    const last = list.at(-1);
    if (last && Date.parse(kept.receivedAt) < Date.parse(last.receivedAt) + APART_MS) return;
    list.push(kept);
    if (list.length > MAX_EARLIER) list.shift();
  }

  return {
    async deposit(seal, readSeal) {
      const position = readSeal(seal);
      if (typeof position === 'string') throw invalidSeal(`The seal is not a gateway’s: ${position}.`);
      if (!GATEWAY.test(position.gateway)) throw invalidSeal('The seal is not of a gateway’s log.');
      const kept: Kept = { receivedAt: new Date().toISOString(), seal, position };
      const before = latest.get(nameOf(kept));
      if (!before && latest.size >= MAX_GATEWAYS)
        throw invalidSeal('This department already keeps seals of too many gateways.');
      if (before?.seal === seal) return position.sequence;
      const isSet = before !== undefined && position.sequence < before.position.sequence;
      const isOther =
        before?.position.sequence === position.sequence && before.position.hash !== position.hash;
      if (isSet || isOther) {
        if (isOther) {
          note(kept);
          await append(kept);
        }
        throw new PublicError(
          'ACCESS_LOG_CONFLICT',
          `The seal of record ${before.position.sequence} of ${position.gateway} is kept here; this one is of record ${position.sequence}.`,
        );
      }
      // Written before it is noted, so that every seal that is confirmed is kept.
      await append(kept);
      note(kept);
      return position.sequence;
    },
    list: () =>
      [...latest.values(), ...[...earlier.values()].flat(), ...conflicts].map(({ receivedAt, seal }) => ({
        receivedAt,
        seal,
      })),
  };

  async function append({ receivedAt, seal, position }: Kept): Promise<void> {
    const file = await open(join(folder, `${position.gateway}.log`), 'a', 0o600);
    try {
      await file.appendFile(`${JSON.stringify({ receivedAt, seal })}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
  }
}

async function readAll(folder: string, logger: Logger): Promise<Receipt[]> {
  const names = await readdir(folder).catch(() => []);
  const found: Receipt[] = [];
  for (const name of names.filter((name) => name.endsWith('.log'))) {
    const path = join(folder, name);
    let lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
    if (lines.length > MAX_LINES) {
      lines = lines.slice(-MAX_LINES / 2);
      await writeFile(`${path}.draft`, `${lines.join('\n')}\n`, { mode: 0o600 });
      await rename(`${path}.draft`, path);
    }
    for (const line of lines) {
      try {
        found.push(JSON.parse(line) as Receipt);
      } catch {
        logger.warn({ path }, 'a line of the kept seals is cut off, and left out');
      }
    }
  }
  return found;
}

/** What is kept was checked when it came. */
function parse(receipt: Receipt): Kept | null {
  try {
    const payload = Buffer.from(receipt.seal.split('.')[1]!, 'base64url').toString();
    return { ...receipt, position: JSON.parse(payload) as Seal };
  } catch {
    return null;
  }
}

/** Includes the key, so that the holder of another key cannot replace a seal. */
function nameOf({ seal, position }: Kept): string {
  return `${position.gateway} ${seal.split('.')[0]!}`;
}

function invalidSeal(message: string): PublicError {
  return new PublicError('INVALID_ARGUMENT', message);
}
