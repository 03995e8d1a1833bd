import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkServer } from '@yiwang/postgres-server';
import { Command, Option } from 'commander';
import { givenServerUrl } from '../system/database-server.ts';
import { settleDatabases } from '../system/department-databases.ts';
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
  handOutCertificateKeys,
  handOutKeys,
  handOutPasswords,
  handOutSessionKey,
  type KeyFolders,
} from './hand-out-keys.ts';

interface PrepareOptions extends KeyFolders {
  keys: string;
  scale: number;
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
    const serverUrl = givenServerUrl();
    if (!serverUrl)
      throw new LaunchError('Set DATABASE_URL to the PostgreSQL server, 15 or newer, for the databases.');

    const keys = await settleKeys(options.keys, system.departments);
    await handOutKeys(keys, options);
    await handOutCertificateKeys(keys, options);
    await checkServer(serverUrl);
    await using _lease = await leaseServer(serverUrl, system, options.keys);
    const databases = await settleDatabases(serverUrl, databaseOwners(system), options.keys);
    await handOutPasswords(databases, options);
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
    .requiredOption('--gateway-keys <folder>', 'where the gateway finds those that it needs', resolvePath)
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
        '--scale <n>',
        'made-up data of the first run: 1 stands for 20,000 enterprises, 0 makes nothing up',
      )
        .argParser((text) => (text === '0' ? 0 : readScale(text)))
        .env('SCALE')
        .default(1),
    )
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
    .opts();
}
