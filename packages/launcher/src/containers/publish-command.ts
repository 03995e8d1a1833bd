import { Command, InvalidArgumentError } from 'commander';
import { settleKeys } from '../system/keys.ts';
import { LaunchError } from '../system/launch-error.ts';
import { resolvePath } from '../system/options.ts';
import { publishDepartments } from '../system/publish-departments.ts';
import { registerKeys } from '../system/register-keys.ts';
import { runCommand } from '../system/run-command.ts';
import type { SystemDefinition } from '../system/system.ts';
import { createTerminal } from '../system/terminal.ts';

interface PublishOptions {
  keys: string;
  registry: string;
  /** By department. */
  url: Readonly<Record<string, string>>;
}

/**
 * For a set-up where others start the services: tells the registry who is who and what the departments offer at which
 * address, and ends. What the registry knows already stays as it is.
 */
export async function publishCommand(args: readonly string[], system: SystemDefinition): Promise<void> {
  const options = readPublishOptions(args);
  await runCommand(async () => {
    const departments = system.departments.map(({ name, directory }) => ({
      name,
      directory,
      url: addressOf(name, options),
    }));
    const keys = await settleKeys(options.keys, departments);
    await registerKeys(options.registry, keys);
    const version = await publishDepartments(options.registry, keys.operator, departments);
    createTerminal(process.stdout).say(`Version ${version} of the schema holds all departments.`);
    return 0;
  });
}

function readPublishOptions(args: readonly string[]): PublishOptions {
  return new Command('node packages/launcher/publish.mjs')
    .description('Registers the keys of all services, and publishes the schemas of all departments.')
    .requiredOption('--keys <folder>', 'the keys that prepare.mjs made', resolvePath)
    .requiredOption('--registry <url>', 'GraphQL endpoint of the exchange')
    .option(
      '--url <department=url>',
      'GraphQL endpoint of a department as the gateway reaches it; one for each',
      readAddress,
      {},
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

function addressOf(name: string, { url }: PublishOptions): string {
  const address = url[name];
  if (address === undefined)
    throw new LaunchError(`Give the address of ${name}: --url ${name}=http://host:port/graphql.`);
  return address;
}
