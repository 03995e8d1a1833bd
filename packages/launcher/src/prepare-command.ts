import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { checkServer } from '@yiwang/postgres-server';
import { Command, InvalidArgumentError, Option } from 'commander';
import { givenServerUrl } from './database-server.ts';
import { LaunchError } from './launch-error.ts';
import { readScale } from './options.ts';
import { prepareDepartments } from './prepare-departments.ts';
import { runCommand } from './run-command.ts';
import { createStopSwitch } from './stop-switch.ts';
import type { SystemDefinition } from './system.ts';
import { createTerminal } from './terminal.ts';
import { writeSupergraph } from './write-supergraph.ts';

interface PrepareOptions {
  scale: number;
  output: string;
  /** By department. */
  url: Readonly<Record<string, string>>;
}

/**
 * For a set-up where others start the services (docker-compose, Kubernetes): makes and fills the
 * databases on the server that DATABASE_URL names, writes the supergraph, and ends. Running it
 * again changes nothing but the supergraph.
 */
export async function prepareCommand(args: readonly string[], system: SystemDefinition): Promise<void> {
  const options = readPrepareOptions(args);
  await runCommand(async () => {
    const terminal = createTerminal(process.stdout);
    const { signal } = createStopSwitch(terminal);
    const serverUrl = givenServerUrl();
    if (!serverUrl)
      throw new LaunchError('Set DATABASE_URL to the PostgreSQL server, 15 or newer, for the databases.');
    const addresses = system.departments.map((department) => ({
      ...department,
      url: addressOf(department.name, options),
    }));

    await checkServer(serverUrl);
    const logs = await mkdtemp(join(tmpdir(), 'yiwang-prepare-'));
    await prepareDepartments(system.departments, {
      serverUrl,
      scale: options.scale,
      logs: { logs },
      signal,
      terminal,
    });
    await rm(logs, { recursive: true });
    await mkdir(dirname(options.output), { recursive: true });
    await writeSupergraph(addresses, options.output);
    terminal.say(`The supergraph is in ${options.output}.`);
    return 0;
  });
}

function readPrepareOptions(args: readonly string[]): PrepareOptions {
  return new Command('node packages/launcher/prepare.mjs')
    .description(
      'Makes and fills the databases on the server that DATABASE_URL names, and writes the supergraph.',
    )
    .requiredOption('--output <file>', 'where to write the supergraph', (path: string) => resolve(path))
    .option(
      '--url <department=url>',
      'GraphQL endpoint of a department as the gateway reaches it; one for each',
      readAddress,
      {},
    )
    .addOption(
      new Option('--scale <n>', 'made-up data of the first run: 1 stands for 20,000 enterprises')
        .argParser(readScale)
        .env('SCALE')
        .default(1),
    )
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
    .opts();
}

function readAddress(text: string, before: Record<string, string>): Record<string, string> {
  const [, name, url] = text.match(/^([\w-]+)=(https?:\/\/.+)$/) ?? [];
  if (!name || !url || !URL.canParse(url))
    throw new InvalidArgumentError('Write it as tax=http://tax:4003/graphql.');
  return { ...before, [name]: url };
}

function addressOf(name: string, { url }: PrepareOptions): string {
  const address = url[name];
  if (address === undefined)
    throw new LaunchError(`Give the address of ${name}: --url ${name}=http://host:port/graphql.`);
  return address;
}
