import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkServer, settleReplicationRole } from '@yiwang/postgres-server';
import { Command, InvalidArgumentError, Option } from 'commander';
import { givenServerUrl } from '../system/database-server.ts';
import { settleDatabases, settlePasswords } from '../system/department-databases.ts';
import { MAX_GATEWAYS } from '../system/gateway-names.ts';
import { settleKeys } from '../system/keys.ts';
import { LaunchError } from '../system/launch-error.ts';
import { readScale, resolvePath } from '../system/options.ts';
import { prepareDepartments } from '../system/prepare-departments.ts';
import { runCommand } from '../system/run-command.ts';
import { leaseServer } from '../system/server-lease.ts';
import { createStopSwitch } from '../system/stop-switch.ts';
import { databaseOwners, type SystemDefinition } from '../system/system.ts';
import { createTerminal } from '../system/terminal.ts';
import { settlePortalKeys } from '../system/portal-keys.ts';
import { preparePortal } from '../system/prepare-portal.ts';
import {
  handOutAll,
  handOutCertificateKeys,
  handOutKeys,
  handOutPasswords,
  handOutSessionKey,
  settleReplicationPassword,
  type KeyFolders,
} from './hand-out-keys.ts';

interface PrepareOptions extends KeyFolders {
  keys: string;
  gateways: number;
  /** Null where neither replicas nor backups read the server. */
  replicationKeys: string | null;
  scale: number;
  /** No database is needed, and none is made. */
  keysOnly: boolean;
}

/**
 * For a set-up where others start the services (docker-compose, Kubernetes): makes the keys, makes and fills the
 * databases on the server that DATABASE_URL names, and ends. Running it again changes nothing.
 */
export async function prepareCommand(args: readonly string[], system: SystemDefinition): Promise<void> {
  const options = readPrepareOptions(args);
  await runCommand(async () => {
    const terminal = createTerminal(process.stdout);
    const { signal } = createStopSwitch(terminal);
    if (options.keysOnly) {
      await makeKeys(options, system);
      terminal.say('Keys and passwords are ready.');
      return 0;
    }
    const serverUrl = givenServerUrl();
    if (!serverUrl)
      throw new LaunchError('Set DATABASE_URL to the PostgreSQL server, 15 or newer, for the databases.');

    const keys = await settleKeys(options.keys, system.departments, options.gateways);
    await handOutKeys(keys, options);
    await handOutCertificateKeys(keys, options);
    await checkServer(serverUrl);
    await using _lease = await leaseServer(serverUrl, system, options.keys);
    const databases = await settleDatabases(serverUrl, databaseOwners(system), options.keys);
    await handOutPasswords(databases, options);
    if (options.replicationKeys !== null)
      await settleReplicationRole(serverUrl, await settleReplicationPassword(options.replicationKeys));
    const logs = await mkdtemp(join(tmpdir(), 'yiwang-prepare-'));
    await prepareDepartments(system.departments, {
      databases,
      scale: options.scale,
      logs: { logs },
      signal,
      terminal,
    });
    const { portal } = system;
    if (portal) {
      await preparePortal(portal.directory, databases.get('portal')!, { logs });
      await handOutSessionKey(await settlePortalKeys(options.keys), options);
    }
    await rm(logs, { recursive: true });
    terminal.say('Keys and databases are ready.');
    return 0;
  });
}

/** Where services read Secrets in place of volumes: all that prepare hands out, before there is a database. */
async function makeKeys(options: PrepareOptions, system: SystemDefinition): Promise<void> {
  const keys = await settleKeys(options.keys, system.departments, options.gateways);
  const owners = databaseOwners(system);
  const passwords = await settlePasswords(options.keys, owners);
  const services = owners.map(
    ({ name, database }) => [name, { servicePassword: passwords[database]!.service }] as const,
  );
  await handOutAll(keys, system.portal ? await settlePortalKeys(options.keys) : null, options);
  await handOutPasswords(new Map(services), options);
}

function readPrepareOptions(args: readonly string[]): PrepareOptions {
  return new Command('node packages/launcher/prepare.mjs')
    .description('Makes the keys, and makes and fills the databases on the server that DATABASE_URL names.')
    .requiredOption(
      '--keys <folder>',
      'where all keys are kept; whoever reads it is the operator',
      resolvePath,
    )
    .requiredOption(
      '--issuer-keys <folder>',
      'where the key is that signs the tokens of departments: tokens.mjs needs it, and nobody else',
      resolvePath,
    )
    .requiredOption(
      '--gateway-keys <folder>',
      'where the gateway finds those that it needs; a second one finds its own in <folder>-2',
      resolvePath,
    )
    .requiredOption('--registry-keys <folder>', 'where the exchange finds those that it needs', resolvePath)
    .requiredOption(
      '--department-keys <folder>',
      'where all departments find those that they need',
      resolvePath,
    )
    .requiredOption(
      '--database-keys <folder>',
      'where each department finds the password of its database and the keys of its certificates, in a folder of its name',
      resolvePath,
    )
    .addOption(
      new Option(
        '--replication-keys <folder>',
        'where replicas and backups find the password of the role that reads the whole server; it is made when this is given',
      )
        .argParser(resolvePath)
        .default(null),
    )
    .addOption(
      new Option('--gateways <n>', 'how many gateways there are, each of which has a key of its own')
        .argParser(readGateways)
        .env('GATEWAYS')
        .default(1),
    )
    .addOption(
      new Option(
        '--scale <n>',
        'made-up data of the first run: 1 stands for 20,000 enterprises, 0 makes nothing up',
      )
        .argParser((text) => (text === '0' ? 0 : readScale(text)))
        .env('SCALE')
        .default(1),
    )
    .option('--keys-only', 'makes keys and passwords, and no database', false)
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
    .opts();
}

function readGateways(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MAX_GATEWAYS) return count;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_GATEWAYS}.`);
}
