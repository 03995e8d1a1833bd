import {
  type Anchor,
  type AnchoredSeal,
  type ComparedLog,
  type ComparedRecord,
  hashOf,
  type LoggedText,
  type Position,
  readRecord,
  sealedPosition,
  type SealKey,
  subgraphOfLog,
  type Verdict,
  verifyRecords,
} from '@yiwang/access-log';
import { CommandError } from '../shared/command-error.ts';
import type { Registry } from '../registry/registry.ts';
import { anchorsFor, type DatedAnchor, type RememberedAnchor } from './anchors.ts';
import type { DepartmentLog, KeptSeal } from './department-log.ts';
import { type KeptLog, keptLogs, readLog, windowStart } from './logs.ts';
import { saveRecords } from './save-records.ts';
import type { AnchoredEnd, VerifiedLog } from './verified-log.ts';
import type { VerifyLogOptions } from './verify-options.ts';

const SOURCE = 'at the exchange';

/** What is known of logs by others than those who keep them. */
export interface Knowledge {
  /** Of the file of the auditor. */
  anchors: readonly RememberedAnchor[];
  departments: readonly DepartmentLog[];
  /** Instead of those of the exchange; null when none are named. */
  keys: readonly SealKey[] | null;
  /** Says how far a log is. */
  progressOf: (log: string, last: number | null) => (sequence: number) => void;
}

export interface VerifiedGateways {
  logs: VerifiedLog[];
  /** What to remember of them. */
  anchors: RememberedAnchor[];
  /** What was read, for comparing; empty when no department was asked. */
  compared: Map<string, ComparedLog>;
}

/** Verifies the logs that the exchange keeps, also of gateways of which it should keep one. */
export async function verifyGateways(
  registry: Registry,
  options: VerifyLogOptions,
  knowledge: Knowledge,
): Promise<VerifiedGateways> {
  const { gateway = null } = options;
  const found = await keptLogs(registry, gateway);
  checkNamedKeys(found, knowledge.keys);
  const result: VerifiedGateways = { logs: [], anchors: [], compared: new Map() };
  for (const log of [...found, ...goneLogs(found, gateway, knowledge)])
    await verifyOne(registry, log, options, knowledge, result);
  result.logs.sort((left, right) => (left.gateway < right.gateway ? -1 : 1));
  return result;
}

/** @throws CommandError when a key that was named is that of no gateway */
function checkNamedKeys(logs: readonly KeptLog[], named: readonly SealKey[] | null): void {
  const registered = new Set(logs.flatMap(({ keys }) => keys.map(({ kid }) => kid)));
  const other = named?.find(({ kid }) => !registered.has(kid));
  if (!other) return;
  throw new CommandError(
    `The key ${other.kid} of --gateway-key is registered for none of these gateways: ${logs.map((log) => log.gateway).join(', ')}. Either it is the wrong file, or the exchange does not say the truth about their keys: compare with what their operators have.`,
  );
}

/** Gateways that the exchange does not know any longer, and others do. */
function goneLogs(known: readonly KeptLog[], gateway: string | null, knowledge: Knowledge): KeptLog[] {
  const names = new Set([
    ...knowledge.anchors.map(({ log }) => log).filter((log) => subgraphOfLog(log) === null),
    ...knowledge.departments.flatMap(({ kept }) => (kept?.receipts ?? []).map(gatewayOf)),
  ]);
  return [...names]
    .filter((name) => !known.some((log) => log.gateway === name) && (gateway ?? name) === name)
    .map((name) => ({ gateway: name, sequence: 0, seal: null, keys: [], isKept: false, lastSeenAt: null }));
}

async function verifyOne(
  registry: Registry,
  log: KeptLog,
  options: VerifyLogOptions,
  knowledge: Knowledge,
  result: VerifiedGateways,
): Promise<void> {
  const { gateway } = log;
  const keys = knowledge.keys ?? log.keys;
  const anchors = anchorsFor(knowledge.anchors, gateway, options.anchors ?? 'the file of anchors');
  const notes: string[] = [];
  const receipts = settledReceipts(log, options, knowledge, notes);
  const add = (verdict: Verdict, anchored?: AnchoredEnd | null) =>
    void result.logs.push({
      gateway,
      source: SOURCE,
      ...verdict,
      ...(anchored !== undefined && { anchored }),
      ...(notes.length > 0 && { notes }),
    });

  if (!log.isKept && anchors.length === 0 && receipts.length === 0) {
    add(goneOrNot(log, options, knowledge, notes));
    return;
  }
  if (!log.isKept && log.keys.length === 0) {
    add(nothing({ reason: 'CUT_OFF', sequence: 1, message: goneMessage(anchors, receipts) }));
    return;
  }
  const start =
    options.from === undefined ? null : await startOf(registry, log, options.from, anchors, receipts);
  if (start && 'finding' in start) {
    add(nothing(start.finding));
    return;
  }

  const notebook = createNotebook(knowledge.departments.length > 0);
  let records = notebook.note(readLog(registry, gateway, options.from ?? null, options.to ?? null));
  if (options.records) records = saveRecords(records, gateway, options.records);
  const verdict = await verifyRecords(records, {
    gateway,
    keys,
    ...(start && { start }),
    knownSeals: [...(log.seal === null ? [] : [log.seal]), ...receipts],
    anchors,
    endsBefore: options.to !== undefined,
    onRecord: knowledge.progressOf(gateway, log.sequence),
  });
  result.compared.set(gateway, {
    isWhole: options.from === undefined,
    records: notebook.records,
  });
  if (verdict.finding !== null) {
    add(verdict);
    return;
  }
  if (verdict.last === null) {
    notes.push(
      receipts.length + anchors.length > 0 || knowledge.departments.length > 0
        ? 'Nobody who was asked keeps a seal of it.'
        : 'Nothing says that there never was one: ask the departments that keep its seals with --auditor-key, or keep --anchors FILE.',
    );
  }
  add(
    verdict,
    options.to === undefined && verdict.last ? anchoredEnd(verdict.last, anchors, receipts) : undefined,
  );
  if (verdict.last) result.anchors.push(...notebook.anchorsOf(gateway, verdict));
}

function goneOrNot(
  { gateway, lastSeenAt }: KeptLog,
  { withoutLog = [] }: VerifyLogOptions,
  { departments }: Knowledge,
  notes: string[],
): Verdict {
  const asked = departments.filter(({ kept }) => kept !== null).map(({ department }) => department);
  if (withoutLog.includes(gateway)) notes.push('It has none, as --without-log says.');
  else if (asked.length > 0)
    notes.push(`The exchange has no log of it, and no seal of it is kept by ${asked.join(', ')}.`);
  else {
    const seen = lastSeenAt === null ? 'is registered' : `reported last at ${lastSeenAt}`;
    const message = `The gateway ${seen}, and the exchange has no log of it. If it keeps none (no ACCESS_LOG), say so with --without-log ${gateway}.`;
    return nothing({ reason: 'GONE', sequence: 1, message });
  }
  return nothing(null);
}

function goneMessage(anchors: readonly Anchor[], receipts: readonly AnchoredSeal[]): string {
  const sources = new Set([...anchors, ...receipts].map(({ source }) => source));
  return `The whole log is gone, and the gateway with its keys: ${[...sources].join(', ')} knows of it.`;
}

/** The record before a window: as the exchange keeps it, or as someone else knows it. */
async function startOf(
  registry: Registry,
  log: KeptLog,
  from: string,
  anchors: readonly Anchor[],
  receipts: readonly AnchoredSeal[],
): Promise<Position | { finding: NonNullable<Verdict['finding']> }> {
  const { before, first, previous } = await windowStart(registry, log, from);
  if (before) return before;
  const sequence = first - 1;
  const isAnchored =
    previous !== null &&
    [...anchors, ...receipts.map(({ seal }) => sealedPosition(seal))].some(
      (position) => position?.sequence === sequence && position.hash === previous,
    );
  if (isAnchored) return { sequence, hash: previous };
  const message = `Record ${sequence}, which the first one of this time must follow, is not kept, and nothing else says what it was. Before a month is dropped, verify with --anchors: that keeps the last record of each month.`;
  return { finding: { reason: 'MISSING', sequence, message } };
}

/** A seal that a department keeps, and when it came: ISO 8601. */
interface DatedSeal extends AnchoredSeal {
  at: string;
}

/**
 * The seals that departments keep of a gateway. One that came a moment ago, of records that the exchange does not have, is left out: they
 * may be on their way. Those before it are asked for.
 */
function settledReceipts(
  { gateway, sequence }: KeptLog,
  { settle }: VerifyLogOptions,
  { departments }: Knowledge,
  notes: string[],
): DatedSeal[] {
  const until = Date.now() - settle * 1000;
  let furthest = 0;
  const found = departments.flatMap(({ department, kept }) =>
    (kept?.receipts ?? [])
      .filter((receipt) => gatewayOf(receipt) === gateway)
      .filter(({ receivedAt, seal }) => {
        const sealed = sealedPosition(seal)?.sequence ?? 0;
        if (sealed <= sequence || Date.parse(receivedAt) <= until) return true;
        furthest = Math.max(furthest, sealed);
        return false;
      })
      .map(({ seal, receivedAt }) => ({ seal, source: department, at: receivedAt })),
  );
  if (furthest > 0)
    notes.push(
      `Records ${sequence + 1} to ${furthest} were sealed in the last ${settle} seconds and are not at the exchange yet.`,
    );
  return found;
}

/** Whoever made the seal; empty for what is none. */
function gatewayOf({ seal }: KeptSeal): string {
  try {
    const payload = Buffer.from(seal.split('.')[1] ?? '', 'base64url').toString();
    const { gateway } = JSON.parse(payload) as { gateway?: unknown };
    return typeof gateway === 'string' ? gateway : '';
  } catch {
    return '';
  }
}

/** The furthest that others than the exchange vouch for. */
function anchoredEnd(
  last: Position,
  anchors: readonly DatedAnchor[],
  receipts: readonly DatedSeal[],
): AnchoredEnd | null {
  const known = [
    ...anchors,
    ...receipts.flatMap(({ seal, source, at }) => {
      const position = sealedPosition(seal);
      return position ? [{ ...position, source, at }] : [];
    }),
  ].filter(({ sequence }) => sequence <= last.sequence);
  const sequence = Math.max(0, ...known.map((one) => one.sequence));
  if (sequence === 0) return null;
  const furthest = known.filter((one) => one.sequence === sequence);
  const at = furthest.map((one) => one.at).find((time) => time);
  return { sequence, at: at ?? null, by: [...new Set(furthest.map(({ source }) => source))].sort() };
}

function nothing(finding: Verdict['finding']): Verdict {
  return { finding, records: 0, seals: 0, last: null, lastSeal: null };
}

/** Notes what goes by, for the logs of departments and for the next time. */
export function createNotebook(keepsRecords: boolean) {
  const records: ComparedRecord[] = [];
  const monthEnds: Position[] = [];
  let last: { sequence: number; text: string; month: string } | null = null;

  return {
    records,
    async *note(log: AsyncIterable<LoggedText>): AsyncGenerator<LoggedText> {
      for await (const item of log) {
        const record = readRecord(item.text);
        if (record) {
          const { at, gateway, sequence, fields, client, outcome, assertion, assertions, via } = record;
          if (keepsRecords)
            records.push({
              at,
              gateway,
              sequence,
              fields,
              client,
              outcome,
              ...(assertion !== undefined && { assertion }),
              ...(assertions !== undefined && { assertions }),
              ...(via && { via }),
            });
          const month = at.slice(0, 7);
          if (last && last.month !== month)
            monthEnds.push({ sequence: last.sequence, hash: hashOf(last.text) });
          last = { sequence, text: item.text, month };
        }
        yield record ? { ...item, record } : item;
      }
    },
    /** Of a log that was found good: its last seal, and the last record of each month. */
    anchorsOf(log: string, { lastSeal, last: end }: Verdict): RememberedAnchor[] {
      const verifiedAt = new Date().toISOString();
      const sealed = lastSeal === null ? null : sealedPosition(lastSeal);
      return [
        ...monthEnds
          .filter(({ sequence }) => sequence <= (end?.sequence ?? 0) && sequence !== sealed?.sequence)
          .map((position) => ({ log, ...position, verifiedAt, seal: null })),
        ...(sealed ? [{ log, ...sealed, verifiedAt, seal: lastSeal }] : []),
      ];
    },
  };
}
