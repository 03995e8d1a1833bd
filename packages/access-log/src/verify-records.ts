import { beginningOf, type Position } from './chain.ts';
import { createCheck, type Kept, type LoggedText } from './check-record.ts';
import type { Finding } from './finding.ts';
import { createSealReader, type SealKey } from './seal.ts';

/** Whether a record that is missing stands further back is looked for this far. */
const LOOK_AHEAD = 10_000;

export interface VerifyOptions {
  gateway: string;
  keys: readonly SealKey[];
  /**
   * The record before the first, and the last before it with a seal, where that is known; null to take the first as it
   * is. The beginning of the log when left out.
   */
  start?: (Position & { sealed?: number }) | null;
  /** Seals of this log that are known from elsewhere: it must reach to them, and be what they say there. */
  knownSeals?: readonly (string | AnchoredSeal)[];
  /** The same of records whose hashes someone has kept. */
  anchors?: readonly Anchor[];
  /** For a part of a log: what is known of records behind its end is not looked for. */
  endsBefore?: boolean;
  /** A log that is kept elsewhere ends with a seal; that of a gateway at work need not. */
  mayEndUnsealed?: boolean;
  /** Called after each record. */
  onRecord?: (sequence: number) => void;
}

/** A seal that someone keeps. */
export interface AnchoredSeal {
  seal: string;
  /** Who keeps it, for messages. */
  source: string;
}

/** A record whose hash someone keeps. */
export interface Anchor extends Position {
  /** Who keeps it, for messages. */
  source: string;
}

export interface Verdict {
  /** Null when every record is as it was written. */
  finding: Finding | null;
  /** Records that are good, from the first. */
  records: number;
  seals: number;
  /** The last of them; null when there is none. */
  last: Position | null;
  /** The last good seal. */
  lastSeal: string | null;
}

/**
 * Reads a log from its beginning, and stops at the first record that is not as the gateway wrote it.
 *
 * @param log in the order in which it is kept
 */
export async function verifyRecords(
  log: AsyncIterable<LoggedText> | Iterable<LoggedText>,
  options: VerifyOptions,
): Promise<Verdict> {
  const { gateway, keys, start = beginningOf(gateway), knownSeals = [], anchors = [] } = options;
  const { endsBefore, mayEndUnsealed, onRecord } = options;
  const readSeal = createSealReader(keys);
  const check = createCheck({ gateway, readSeal, start });
  const kept: Kept = check.kept;
  const verdict = (finding: Finding | null): Verdict => ({
    finding,
    records: kept.records,
    seals: kept.seals,
    last: kept.records === 0 ? null : kept.position,
    lastSeal: kept.lastSeal,
  });
  const firstSequence = (start?.sequence ?? 0) + 1;

  const known = new Map<number, Anchor>();
  const note = (anchor: Anchor): Finding | null => {
    const other = known.get(anchor.sequence) ?? anchor;
    if (other.hash === anchor.hash) {
      known.set(anchor.sequence, other);
      return null;
    }
    const { sequence } = anchor;
    const message = `The gateway has sealed two different records ${sequence}: ${other.source} and ${anchor.source} keep them.`;
    return at('CHANGED', sequence, message);
  };
  for (const one of knownSeals) {
    const { seal: jws, source } = typeof one === 'string' ? { seal: one, source: 'the exchange' } : one;
    const seal = readSeal(jws);
    if (typeof seal === 'string' || seal.gateway !== gateway) {
      const why = typeof seal === 'string' ? seal : `it is of the gateway ${seal.gateway}`;
      return verdict(
        at('SEAL_FORGED', firstSequence, `A seal that is known of the log is no good: ${why} (${source}).`),
      );
    }
    const finding = note({ sequence: seal.sequence, hash: seal.hash, source });
    if (finding) return verdict(finding);
  }
  for (const anchor of anchors) {
    const finding = note(anchor);
    if (finding) return verdict(finding);
  }
  const before = start && known.get(start.sequence);
  if (before && before.hash !== start.hash) {
    const message = `Record ${start.sequence}, which comes before, is not the one that ${before.source} keeps.`;
    return verdict(at('CHANGED', start.sequence, message));
  }

  const records = peeking(log);
  for (let item = await records.next(); item; item = await records.next()) {
    const finding = check.next(item, await records.peek());
    if (finding) return verdict(await toldApart(finding, records));
    const { sequence, hash } = kept.position!;
    const anchor = known.get(sequence);
    if (anchor && anchor.hash !== hash) {
      const message = `Record ${sequence} is not the one that the gateway has sealed: ${anchor.source} keeps another.`;
      return verdict(at('CHANGED', sequence, message));
    }
    onRecord?.(sequence);
  }

  const end = kept.position?.sequence ?? 0;
  const furthest = [...known.values()].reduce<Anchor | null>(
    (last, anchor) => (last && last.sequence >= anchor.sequence ? last : anchor),
    null,
  );
  if (furthest && furthest.sequence > end && !endsBefore) {
    const { sequence: sealed, source } = furthest;
    const message = `The log ends with record ${end}, but the gateway has sealed record ${sealed}: ${source} keeps that.`;
    return verdict(at('CUT_OFF', end + 1, message));
  }
  if (!mayEndUnsealed && kept.records > 0 && kept.sealed !== end) {
    return verdict(at('SEAL_MISSING', end, `No seal covers the end of the log, record ${end}.`));
  }
  return verdict(null);
}

/** What seems to be missing may only stand in another place. */
async function toldApart(finding: Finding, rest: Peeking): Promise<Finding> {
  if (finding.reason !== 'MISSING') return finding;
  const { sequence } = finding;
  const itsPlace = `"sequence":${sequence},`;
  for (let ahead = 0; ahead < LOOK_AHEAD; ahead++) {
    const item = await rest.next();
    if (!item) break;
    if (item.text.includes(itsPlace)) {
      return at('REORDERED', sequence, `Record ${sequence} stands behind later ones.`);
    }
  }
  return finding;
}

function at(reason: Finding['reason'], sequence: number, message: string): Finding {
  return { reason, sequence, message };
}

interface Peeking {
  /** Undefined at the end. */
  next(): Promise<LoggedText | undefined>;
  peek(): Promise<LoggedText | undefined>;
}

function peeking(log: AsyncIterable<LoggedText> | Iterable<LoggedText>): Peeking {
  const items = Symbol.asyncIterator in log ? log[Symbol.asyncIterator]() : log[Symbol.iterator]();
  const read = async () => {
    const step = await items.next();
    return step.done ? undefined : step.value;
  };
  let ahead: LoggedText | undefined;
  let hasAhead = false;
  return {
    async next() {
      if (!hasAhead) return read();
      hasAhead = false;
      return ahead;
    },
    async peek() {
      if (!hasAhead) ahead = await read();
      hasAhead = true;
      return ahead;
    },
  };
}
