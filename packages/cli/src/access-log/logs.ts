import type { LoggedText, SealKey } from '@yiwang/access-log';
import { CommandError } from '../command-error.ts';
import type { Registry } from '../registry/registry.ts';

/** The log of one gateway, as the exchange keeps it. */
export interface KeptLog {
  gateway: string;
  /** Of the last record; 0 when there is none. */
  sequence: number;
  /** Of the last record; null when there is none. */
  seal: string | null;
  keys: SealKey[];
}

/** Records that are asked for at once. */
const PAGE = 500;

/** @throws CommandError when there is no such gateway */
export async function keptLogs(registry: Registry, gateway: string | null): Promise<KeptLog[]> {
  const { accessLogs } = await registry.ask<{
    accessLogs: (Omit<KeptLog, 'keys'> & { keys: { kid: string; x: string; revokedAt: string | null }[] })[];
  }>(
    `query Logs($gateway: ID) { accessLogs(gateway: $gateway) {
      gateway sequence seal keys { kid x revokedAt } } }`,
    { gateway },
  );
  if (gateway !== null && accessLogs.length === 0) {
    throw new CommandError(`The exchange keeps no access log of a gateway ${gateway}.`);
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
    const { accessLogs } = await registry.ask<{ accessLogs: { records: KeptRecord[] }[] }>(
      `query Records($gateway: ID!, $after: Float!, $from: DateTime, $first: Int!) {
        accessLogs(gateway: $gateway) { records(after: $after, from: $from, first: $first) {
          sequence at text hash seal isFiledAsWritten } } }`,
      { gateway, after, from: after === 0 ? from : null, first: PAGE },
    );
    const records = accessLogs[0]?.records ?? [];
    for (const { text, hash, seal, at, isFiledAsWritten } of records) {
      yield { text, hash, seal, isMisfiled: !isFiledAsWritten };
      if (to !== null && seal !== null && Date.parse(at) >= Date.parse(to)) return;
    }
    if (records.length < PAGE) return;
    after = records.at(-1)!.sequence;
  }
}
