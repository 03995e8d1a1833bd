import {
  beginningOf,
  hashOf,
  type LoggedText,
  type Position,
  readRecord,
  type SealKey,
} from '@yiwang/access-log';
import { CommandError } from '../shared/command-error.ts';
import type { Registry } from '../registry/registry.ts';

/** The log of one gateway, as the exchange keeps it. */
export interface KeptLog {
  gateway: string;
  /** Of the last record; 0 when there is none. */
  sequence: number;
  /** Of the last record; null when there is none. */
  seal: string | null;
  keys: SealKey[];
  /** False where the gateway is registered, or has reported, and the exchange has no log of it. */
  isKept: boolean;
  /** When the gateway reported last; null when it has not. */
  lastSeenAt: string | null;
}

/** Records that are asked for at once. */
const PAGE = 500;

/**
 * The logs of all gateways or of one; also of those that are registered and have none.
 *
 * @throws CommandError when there is no such gateway
 */
export async function keptLogs(registry: Registry, gateway: string | null): Promise<KeptLog[]> {
  const { accessLogs } = await registry.ask<{
    accessLogs: (Omit<KeptLog, 'keys'> & { keys: { kid: string; x: string; revokedAt: string | null }[] })[];
  }>(
    `query Logs($gateway: ID) { accessLogs(gateway: $gateway) {
      gateway sequence seal isKept lastSeenAt keys { kid x revokedAt } } }`,
    { gateway },
  );
  if (gateway !== null && accessLogs.length === 0) {
    throw new CommandError(`The exchange knows no gateway ${gateway}.`);
  }
  return accessLogs.map((log) => ({
    ...log,
    keys: log.keys.map((key) => ({ kty: 'OKP', crv: 'Ed25519', ...key })),
  }));
}

interface KeptRecord {
  sequence: number;
  at: string;
  text: string;
  hash: string;
  seal: string | null;
  isFiledAsWritten: boolean;
}

/**
 * Reads a log page by page.
 *
 * @param from ISO 8601; null for the beginning
 * @param to ISO 8601; ends with the first seal behind it, which covers what is before. Null for the end.
 */
export async function* readLog(
  registry: Registry,
  gateway: string,
  from: string | null,
  to: string | null,
): AsyncGenerator<LoggedText> {
  let after = 0;
  for (;;) {
    const records = await readPage(registry, gateway, after, after === 0 ? from : null, PAGE);
    for (const { text, hash, seal, at, isFiledAsWritten } of records) {
      yield { text, hash, seal, isMisfiled: !isFiledAsWritten };
      if (to !== null && seal !== null && Date.parse(at) >= Date.parse(to)) return;
    }
    if (records.length < PAGE) return;
    after = records.at(-1)!.sequence;
  }
}

/** @param first most records to read */
async function readPage(
  registry: Registry,
  gateway: string,
  after: number,
  from: string | null,
  first: number,
): Promise<KeptRecord[]> {
  const { accessLogs } = await registry.ask<{ accessLogs: { records: KeptRecord[] }[] }>(
    `query Records($gateway: ID!, $after: Float!, $from: DateTime, $first: Int!) {
      accessLogs(gateway: $gateway) { records(after: $after, from: $from, first: $first) {
        sequence at text hash seal isFiledAsWritten } } }`,
    { gateway, after, from, first },
  );
  return accessLogs[0]?.records ?? [];
}

/** Where a window of a log begins. */
export interface WindowStart {
  /** The record before the first; null when it is not kept. */
  before: Position | null;
  /** Of the first record in the window; the number of the next one when there is none. */
  first: number;
  /** What the first record says of the one before; null when there is no record in the window. */
  previous: string | null;
}

/** Finds the record before a window: what it was, the first one of the window must say. */
export async function windowStart(
  registry: Registry,
  { gateway, sequence }: KeptLog,
  from: string,
): Promise<WindowStart> {
  const [inWindow] = await readPage(registry, gateway, 0, from, 1);
  const first = inWindow?.sequence ?? sequence + 1;
  const previous = (inWindow && readRecord(inWindow.text)?.previous) ?? null;
  if (first === 1) return { before: beginningOf(gateway), first, previous };
  const [found] = await readPage(registry, gateway, first - 2, null, 1);
  const before =
    found?.sequence === first - 1 ? { sequence: found.sequence, hash: hashOf(found.text) } : null;
  return { before, first, previous };
}
