import { resolve } from 'node:path';
import { dataFolderOf } from '@yiwang/cli/local-system';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { SystemDefinition } from './system.ts';

export interface StartOptions {
  /** Of the gateway; the departments take the ports behind it. */
  port: number;
  /** Address the gateway listens on. Departments always keep to loopback. */
  host: string;
  /** Absolute path. */
  data: string;
  /** 0 makes nothing up; null when not given. */
  scale: number | null;
  reset: boolean;
  /** Whether the portal is started, if there is one. */
  portal: boolean;
  /** Of the portal; the local sign-in takes the one behind it. */
  portalPort: number;
  /** Whether the services show metrics. */
  metrics: boolean;
  /** Of the metrics of the gateway; the others are as far from it as the services are from the gateway. */
  metricsPort: number;
  /** Folder of the archive of the embedded server; false for none from now on, null for the one that it has. */
  archive: string | false | null;
  /** Whether commits wait for that archive. */
  archiveWaits: boolean;
}

/** The portal's address stays when departments are added. */
const PORTAL_OFFSET = 80;
const METRICS_OFFSET = 200;

/** Reads `npm start -- …`; prints help or a fault and ends the process itself, as commander does. */
export function readStartOptions(args: readonly string[], { departments }: SystemDefinition): StartOptions {
  const names = departments.map(({ name }) => name).join(', ');
  const command = new Command('npm start --')
    .description('Starts the databases, every department and the gateway on this machine.')
    .option(
      '--port <n>',
      `port of the gateway; ${names} take the ports behind it`,
      readPort(departments.length),
      4000,
    )
    .option(
      '--host <address>',
      'address that the gateway listens on; departments always listen on 127.0.0.1',
      '127.0.0.1',
    )
    .addOption(dataOption('folder for databases, logs and rejected rows'))
    .option(
      '--scale <n>',
      'made-up data of the first start: 1 stands for 20,000 enterprises (default: 1)',
      readScale,
    )
    .addOption(
      new Option('--empty', 'no made-up data: regions and classifications only, ready for npm run import')
        .default(false)
        .conflicts('scale'),
    )
    .option('--no-portal', 'no pages for people, and no local sign-in')
    .option(
      '--portal-port <n>',
      `port of the portal; local sign-in takes the one behind it (default: ${PORTAL_OFFSET} above the gateway's)`,
      readPort(1),
    )
    .option('--no-metrics', 'no metrics for Prometheus; `yiwang status` then says less')
    .option(
      '--metrics-port <n>',
      `port of the metrics of the gateway, on 127.0.0.1; those of the others follow as their ports do (default: ${METRICS_OFFSET} above the gateway's)`,
      readPort(PORTAL_OFFSET + 1),
    )
    .option(
      '--archive <dir>',
      'folder, best on another disk, where the embedded PostgreSQL keeps its log for yiwang restore; later starts remember it',
      resolvePath,
    )
    .option('--no-archive', 'keeps no such log any more')
    .option(
      '--no-archive-wait',
      'acknowledges a commit before it is in the archive: the last ones may be lost',
    )
    .option('--reset', 'first deletes all stored data, imported data too', false)
    .addHelpText(
      'after',
      '\nEnvironment:\n  DATABASE_URL  a PostgreSQL server, 15 or newer, to use instead of the embedded one:\n                postgres://user:password@host:5432/postgres, a login with the rights createdb and createrole;\n                packages/launcher/README.md explains how to do without them\n  YIWANG_DATA   the folder of --data\n  CORS_ORIGINS  origins of web pages that may send requests (default: those of this machine, while the gateway\n                listens on loopback)',
    )
    .allowExcessArguments(false)
    .parse(args, { from: 'user' });
  const { port, host, data, scale, empty, reset, portal, metrics, archive, archiveWait, ...ports } =
    command.opts();
  const { portalPort = port + PORTAL_OFFSET, metricsPort = port + METRICS_OFFSET } = ports;
  return {
    ...{ port, host, data, scale: empty ? 0 : (scale ?? null), reset },
    ...{ portal, portalPort, metrics, metricsPort },
    ...{ archive: archive ?? null, archiveWaits: archiveWait },
  };
}

/** `--data`, the same for every command. */
export function dataOption(description: string): Option {
  return new Option('--data <dir>', description)
    .env('YIWANG_DATA')
    .argParser(resolvePath)
    .default(dataFolderOf(undefined), '.data in the folder of the project');
}

/** Relative to where the user stands: npm runs scripts in the root of the project. */
export function resolvePath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** Above 0, at most 1000 (twenty million enterprises). */
export function readScale(text: string): number {
  const scale = Number(text);
  if (scale > 0 && scale <= 1000) return scale;
  throw new InvalidArgumentError('It must be a number above 0 and up to 1000; decimals are allowed.');
}

function readPort(departments: number): (text: string) => number {
  const highest = 65_535 - departments;
  return (text) => {
    const port = Number(text);
    if (Number.isInteger(port) && port >= 1 && port <= highest) return port;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${highest}.`);
  };
}
