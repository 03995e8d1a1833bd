import { type SealKey, verifyRecords } from '@yiwang/access-log';
import { readPublicKey } from '@yiwang/identity';
import { type Command, Option } from 'commander';
import { openJournal } from '../access-log/journal.ts';
import { keptLogs, readLog } from '../access-log/logs.ts';
import { readSeals, writeSeals } from '../access-log/remembered-seals.ts';
import { saveRecords } from '../access-log/save-records.ts';
import { describe, type VerifiedLog } from '../access-log/verified-log.ts';
import { CommandError, EXIT, type ExitCode } from '../command-error.ts';
import { readText } from '../files.ts';
import { MOMENT_FORMS, readEnd, readStart } from '../moments.ts';
import { registryCommand, type RegistryOptions } from '../options.ts';
import { answer, terminal } from '../output.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';

interface Options extends RegistryOptions {
  gateway?: string;
  from?: string;
  to?: string;
  token?: string;
  records?: string;
  journal?: string;
  gatewayKey?: string[];
  seals?: string;
}

const PROGRESS_MS = 2000;

export function verifyLogCommand(finish: (code: ExitCode) => void): Command {
  return registryCommand(
    'verify-log',
    'Reads access logs, and names the first record that is not as its gateway wrote it. Ends with 1 when there is one.',
  )
    .option('--gateway <name>', 'only the log of this gateway')
    .option('--from <time>', `from the first record of this time on: ${MOMENT_FORMS}`, readStart)
    .option('--to <time>', 'up to this time, and on to the seal that covers it; as --from', readEnd)
    .addOption(
      new Option('--token <jwt>', 'of a client with the scopes accesses:read and sensitive:read').env(
        'YIWANG_TOKEN',
      ),
    )
    .option(
      '--records <file>',
      'keep what is read in a new file, to verify it later with --journal; needs --gateway',
    )
    .option(
      '--seals <file>',
      'remember the last seals in this file, and see that no log has lost its end since',
    )
    .option('--journal <path>', 'verify a gateway’s own journal, a folder, or a file of --records instead')
    .addOption(
      new Option(
        '--gateway-key <file>',
        'public key of the gateway, for --journal without an exchange; may be given more than once',
      ).argParser((file: string, before: string[] | undefined) => [...(before ?? []), file]),
    )
    .action(async (options: Options, command: Command) => {
      if (options.records && !options.gateway) command.error('error: --records needs --gateway');
      finish(await verifyLog(options).catch(failUnanswered));
    });
}

async function verifyLog(options: Options): Promise<ExitCode> {
  const registry = openRegistry(options.registry, options.token);
  const verified = options.journal
    ? [await verifyJournal(options.journal, registry, options)]
    : await verifyKept(registry, options);
  answer(options.json, verified, () =>
    verified.length === 0 ? 'The exchange keeps no access log yet.' : verified.map(describe).join('\n'),
  );
  return verified.some(({ finding }) => finding !== null) ? EXIT.REFUSED : EXIT.FINE;
}

/** A log that may not be read is none that was found bad. */
function failUnanswered(error: unknown): never {
  throw error instanceof CommandError ? new CommandError(error.message, EXIT.FAILED) : error;
}

async function verifyKept(registry: Registry, options: Options): Promise<VerifiedLog[]> {
  const { from = null, to = null } = options;
  const seals = options.seals ? await readSeals(options.seals) : {};
  const logs = await keptLogs(registry, options.gateway ?? null);
  // A gateway whose log is gone altogether.
  const gone = Object.keys(seals).filter(
    (gateway) => !logs.some((log) => log.gateway === gateway) && (options.gateway ?? gateway) === gateway,
  );
  const verified: VerifiedLog[] = gone.map((gateway) => ({
    gateway,
    source: 'at the exchange',
    finding: { reason: 'CUT_OFF', sequence: 1, message: 'The whole log is gone.' },
    records: 0,
    seals: 0,
    last: null,
    lastSeal: null,
  }));

  for (const { gateway, keys, sequence, seal } of logs) {
    let records = readLog(registry, gateway, from, to);
    if (options.records) records = saveRecords(records, gateway, options.records);
    const remembered = seals[gateway];
    const knownSeals = to === null ? [seal, remembered].filter((known) => known != null) : [];
    const verdict = await verifyRecords(records, {
      gateway,
      keys,
      ...(from !== null && { start: null }),
      knownSeals,
      onRecord: progressOf(gateway, sequence),
    });
    verified.push({ gateway, source: 'at the exchange', ...verdict });
    if (verdict.finding === null && verdict.lastSeal !== null && to === null)
      seals[gateway] = verdict.lastSeal;
  }
  if (options.seals) await writeSeals(options.seals, seals);
  return verified.sort((left, right) => (left.gateway < right.gateway ? -1 : 1));
}

async function verifyJournal(path: string, registry: Registry, options: Options): Promise<VerifiedLog> {
  const { head, records } = await openJournal(path);
  const { gateway } = head;
  const verdict = await verifyRecords(records(), {
    gateway,
    keys: options.gatewayKey
      ? await Promise.all(options.gatewayKey.map(readSealKey))
      : (await keptLogs(registry, gateway))[0]!.keys,
    start: { sequence: head.sequence, hash: head.hash },
    mayEndUnsealed: true,
    onRecord: progressOf(gateway, null),
  });
  return { gateway, source: path, ...verdict };
}

async function readSealKey(file: string): Promise<SealKey> {
  return { ...(await readPublicKey(await readText('key', file))), revokedAt: null };
}

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
