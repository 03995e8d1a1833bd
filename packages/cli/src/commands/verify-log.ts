import { kidOfSeal, sealedPosition, type SealKey, subgraphOfLog, verifyRecords } from '@yiwang/access-log';
import type { Command } from 'commander';
import { anchorsFor, readAnchors, type RememberedAnchor } from '../access-log/anchors.ts';
import { openJournal } from '../access-log/journal.ts';
import { keptLogs } from '../access-log/logs.ts';
import { describe, type VerifiedLog } from '../access-log/verified-log.ts';
import { verifyKept } from '../access-log/verify-kept.ts';
import { readSealKeys, verifyLogCommandForm, type VerifyLogOptions } from '../access-log/verify-options.ts';
import { CommandError, EXIT, type ExitCode } from '../shared/command-error.ts';
import { answer, terminal } from '../shared/output.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';

export function verifyLogCommand(finish: (code: ExitCode) => void): Command {
  return verifyLogCommandForm().action(
    async (given: VerifyLogOptions & { seals?: string }, command: Command) => {
      const { seals, ...rest } = given;
      const options = { ...rest, ...(seals && !rest.anchors && { anchors: seals }) };
      if (options.records && !options.gateway) command.error('error: --records needs --gateway');
      finish(await verifyLog(options).catch(failUnanswered));
    },
  );
}

async function verifyLog(options: VerifyLogOptions): Promise<ExitCode> {
  const registry = openRegistry(options.registry, options);
  const { verified, failures } = options.journal
    ? { verified: [await verifyJournal(options.journal, registry, options)], failures: [] }
    : await verifyKept(registry, options, progressOf);
  answer(options.json, verified, () =>
    verified.length === 0 ? 'The exchange keeps no access log yet.' : verified.map(describe).join('\n'),
  );
  for (const failure of failures) terminal.note(failure);
  if (verified.some(({ finding }) => finding !== null)) return EXIT.REFUSED;
  return failures.length > 0 ? EXIT.FAILED : EXIT.FINE;
}

/** A log that may not be read is none that was found bad. */
function failUnanswered(error: unknown): never {
  throw error instanceof CommandError ? new CommandError(error.message, EXIT.FAILED) : error;
}

async function verifyJournal(
  path: string,
  registry: Registry,
  options: VerifyLogOptions,
): Promise<VerifiedLog> {
  const { head, records } = await openJournal(path);
  const { gateway } = head;
  const keys = options.gatewayKey
    ? await readSealKeys(options.gatewayKey)
    : await registeredKeys(registry, gateway);
  const { anchors: file } = options;
  const remembered = file ? await readAnchors(file) : [];
  const anchors = anchorsFor(
    remembered.filter((one) => isOfKeys(one, keys)),
    gateway,
    file ?? '',
  );
  const verdict = await verifyRecords(records(), {
    gateway,
    keys,
    start: { sequence: head.sequence, hash: head.hash },
    anchors,
    // A file of records may be older than what is known of the log.
    endsBefore: true,
    mayEndUnsealed: true,
    onRecord: progressOf(gateway, null),
  });
  checkSeals(path, verdict, keys, await firstSealOf(records()));
  return { gateway, source: path, ...verdict };
}

/** Each process of a department has a log of its own under the one name, and a key of its own. */
function isOfKeys({ keys: sealedBy }: RememberedAnchor, keys: readonly SealKey[]): boolean {
  return !sealedBy || sealedBy.some(({ kid }) => keys.some((one) => one.kid === kid));
}

async function registeredKeys(registry: Registry, log: string): Promise<SealKey[]> {
  if (subgraphOfLog(log) === null) return (await keptLogs(registry, log))[0]!.keys;
  throw new CommandError(
    `This is the log of the department ${subgraphOfLog(log)}: name the key that seals it, its seal.key, with --gateway-key.`,
  );
}

/**
 * Without a seal by one of the keys nothing vouches for a journal.
 *
 * @throws CommandError saying so
 */
function checkSeals(
  path: string,
  { finding, records, seals }: Pick<VerifiedLog, 'finding' | 'records' | 'seals'>,
  keys: readonly SealKey[],
  seal: string | null,
): void {
  if (seals > 0) return;
  const kids = keys.map(({ kid }) => kid).join(', ');
  const kid = seal && kidOfSeal(seal);
  if (kid && !keys.some((key) => key.kid === kid)) {
    throw new CommandError(
      `${path} cannot be verified: its seals are by the key ${kid}, and not by ${kids || 'one that is registered'}. Either the key is not that of who wrote it, or what is there is not what was written.`,
    );
  }
  if (finding === null && records > 0) {
    throw new CommandError(
      `${path} cannot be verified: it holds no seal, so nothing vouches for its records.`,
    );
  }
}

async function firstSealOf(records: AsyncIterable<{ seal: string | null }>): Promise<string | null> {
  for await (const { seal } of records) if (seal !== null && sealedPosition(seal)) return seal;
  return null;
}

const PROGRESS_MS = 2000;

/** Says now and then how far it is. */
function progressOf(gateway: string, last: number | null): (sequence: number) => void {
  let saidAt = performance.now();
  const of = last === null ? '' : ` of ${last.toLocaleString('en')}`;
  return (sequence) => {
    if (performance.now() - saidAt < PROGRESS_MS) return;
    saidAt = performance.now();
    terminal.note(`${gateway}: record ${sequence.toLocaleString('en')}${of}`);
  };
}
