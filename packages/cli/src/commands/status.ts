import { Command } from 'commander';
import { findLocalSystem } from '../options/local-system.ts';
import { dataOption } from '../options/options.ts';
import { CommandError, EXIT, type ExitCode } from '../shared/command-error.ts';
import { answer, terminal } from '../shared/output.ts';
import { describeStatus } from '../status/describe-status.ts';
import { findProblems } from '../status/find-problems.ts';
import { readStatus } from '../status/read-status.ts';
import {
  localServices,
  type NamedAddresses,
  namedServices,
  readNamedAddress,
  type WatchedService,
} from '../status/services.ts';

interface Options {
  data?: string;
  service?: NamedAddresses;
  metrics?: NamedAddresses;
  json: boolean;
}

export function statusCommand(finish: (code: ExitCode) => void): Command {
  return new Command('status')
    .description(
      'Shows how the system does: each service, the graph, what waits. Ends with 1 when something is not well.',
    )
    .addOption(dataOption())
    .option(
      '--service <name=url>',
      'address of a service without a path; may be given more than once (default: the system that runs here)',
      readNamedAddress,
    )
    .option(
      '--metrics <name=url>',
      'address of the metrics of a service; may be given more than once',
      readNamedAddress,
    )
    .option('--json', 'answer in JSON', false)
    .action(async (options: Options) => finish(await status(options)));
}

async function status(options: Options): Promise<ExitCode> {
  const services = servicesOf(options);
  const found = await readStatus(services);
  const problems = findProblems(found);
  answer(options.json, { isWell: problems.length === 0, problems, ...found }, () =>
    describeStatus(found, problems),
  );
  if (services.every(({ metrics }) => metrics === null)) {
    terminal.note('No service shows metrics (METRICS_PORT), so this says little: docs/observability.md.');
  }
  return problems.length === 0 ? EXIT.FINE : EXIT.REFUSED;
}

/** @throws CommandError when no system runs here and none is named */
function servicesOf({ data, service = new Map(), metrics = new Map() }: Options): WatchedService[] {
  const named = namedServices(service, metrics);
  if (named.length > 0) return named;
  const local = findLocalSystem(data);
  if (local) return localServices(local);
  throw new CommandError(
    'No system runs here. npm start runs one; --data names the folder of one that runs here, --service and --metrics the addresses of others.',
  );
}
