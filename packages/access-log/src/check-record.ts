import { type AccessRecord, logOf } from './access-record.ts';
import type { Position } from './chain.ts';
import type { Finding } from './finding.ts';
import { hashOf, readRecord } from './record-text.ts';
import type { ReadSeal } from './seal.ts';

/** A record as it is kept. */
export interface LoggedText {
  text: string;
  /** Null where the gateway has not sealed it. */
  seal: string | null;
  /** What the text says, where {@link readRecord} has read it already. */
  record?: AccessRecord;
  /** As whoever keeps it has noted it; left out where nobody has. */
  hash?: string;
  /** True when the columns by which it is found say something else than its text. */
  isMisfiled?: boolean;
}

/** How far the log is known to be good. */
export interface Kept {
  position: Position | null;
  records: number;
  seals: number;
  /** Sequence of the last record with a seal; null while it is not known. */
  sealed: number | null;
  lastSeal: string | null;
}

/** Checks records one after the other. */
export interface Check {
  readonly kept: Kept;
  /** @param following tells which of two records that do not fit was touched */
  next(item: LoggedText, following: LoggedText | undefined): Finding | null;
}

interface CheckOptions {
  gateway: string;
  readSeal: ReadSeal;
  start: (Position & { sealed?: number }) | null;
}

export function createCheck({ gateway, readSeal, start }: CheckOptions): Check {
  const kept: Kept = {
    position: start && { sequence: start.sequence, hash: start.hash },
    records: 0,
    seals: 0,
    sealed: start?.sealed ?? (start?.sequence === 0 ? 0 : null),
    lastSeal: null,
  };

  function next(item: LoggedText, following: LoggedText | undefined): Finding | null {
    const record = item.record ?? readRecord(item.text);
    const hash = hashOf(item.text);
    const due = kept.position === null ? (record?.sequence ?? 1) : kept.position.sequence + 1;
    if (!record) return finding('CHANGED', due, `Record ${due} is not in the form that gateways write.`);
    const fault =
      ofItself(record, item, hash, due) ??
      ofItsPlace(record, item, hash, following) ??
      ofItsSeal(record, item, hash, following);
    if (fault) return fault;
    if (item.isMisfiled) {
      return finding(
        'MISFILED',
        record.sequence,
        `Record ${record.sequence} is filed under something else than it says.`,
      );
    }
    kept.position = { sequence: record.sequence, hash };
    kept.records++;
    if (item.seal !== null) {
      kept.seals++;
      kept.sealed = record.sequence;
      kept.lastSeal = item.seal;
    }
    return null;
  }

  function ofItself(record: AccessRecord, item: LoggedText, hash: string, due: number): Finding | null {
    if (item.hash !== undefined && item.hash !== hash) {
      return finding('CHANGED', due, `Record ${due} was changed: its hash is another.`);
    }
    const log = logOf(record);
    if (log === gateway) return null;
    const isInPlace = record.sequence === due && record.previous === kept.position?.hash;
    return isInPlace
      ? finding('CHANGED', due, `Record ${due} was changed: it says that it is of ${log}.`)
      : finding('INSERTED', due, `What stands for record ${due} is of the log ${log}.`);
  }

  function ofItsPlace(
    { sequence, previous }: AccessRecord,
    item: LoggedText,
    hash: string,
    following: LoggedText | undefined,
  ): Finding | null {
    if (kept.position === null) return null;
    const last = kept.position;
    const due = last.sequence + 1;
    if (sequence === due) {
      if (previous === last.hash) return null;
      const wasBefore = last.sequence > 0 && kept.sealed !== last.sequence && isIntact(item, hash, following);
      const changed = wasBefore ? last.sequence : sequence;
      return finding('CHANGED', changed, `Record ${changed} was changed: it does not fit the one beside it.`);
    }
    if (previous === last.hash) {
      return finding('CHANGED', due, `Record ${due} was changed: it says that it is record ${sequence}.`);
    }
    if (sequence > due) {
      const missing = sequence - 1 === due ? `Record ${due} is` : `Records ${due} to ${sequence - 1} are`;
      return finding('MISSING', due, `${missing} missing.`);
    }
    if (sequence < last.sequence) {
      return finding('REORDERED', sequence, `Record ${sequence} stands behind record ${last.sequence}.`);
    }
    return hash === last.hash
      ? finding('REPEATED', sequence, `Record ${sequence} is there twice.`)
      : finding('INSERTED', sequence, `There are two different records ${sequence}.`);
  }

  /** Whether something that was made later vouches for the record. */
  function isIntact({ seal }: LoggedText, hash: string, following: LoggedText | undefined): boolean {
    if (following && readRecord(following.text)?.previous === hash) return true;
    const sealed = seal === null ? null : readSeal(seal);
    return sealed !== null && typeof sealed !== 'string' && sealed.hash === hash;
  }

  function ofItsSeal(
    { sequence }: AccessRecord,
    { seal }: LoggedText,
    hash: string,
    following: LoggedText | undefined,
  ): Finding | null {
    if (seal === null) return null;
    const sealed = readSeal(seal);
    if (typeof sealed === 'string') {
      return finding('SEAL_FORGED', sequence, `The seal of record ${sequence} is no good: ${sealed}.`);
    }
    if (sealed.gateway !== gateway || sealed.sequence !== sequence) {
      const other = `record ${sealed.sequence} of ${sealed.gateway}`;
      return finding('SEAL_FORGED', sequence, `The seal of record ${sequence} is that of ${other}.`);
    }
    if (sealed.hash !== hash) return finding('CHANGED', sequence, rewritten(sequence, following, hash));
    if (kept.sealed !== null && sealed.after !== kept.sealed) {
      // A seal that is too much is forged, or the one that names another before it.
      return sealed.after > kept.sealed
        ? finding('SEAL_MISSING', sealed.after, `The seal of record ${sealed.after} is missing.`)
        : finding(
            'SEAL_FORGED',
            sequence,
            `The seal of record ${sequence} does not follow the one before it.`,
          );
    }
    return null;
  }

  function rewritten(sequence: number, following: LoggedText | undefined, hash: string): string {
    const isRewritten = following && readRecord(following.text)?.previous === hash;
    const first = (kept.sealed ?? sequence - 1) + 1;
    return isRewritten && first < sequence
      ? `One of the records ${first} to ${sequence} was changed, and those behind it were made to fit: the seal is for something else.`
      : `Record ${sequence} was changed: its seal is for something else.`;
  }

  return { kept, next };
}

function finding(reason: Finding['reason'], sequence: number, message: string): Finding {
  return { reason, sequence, message };
}
