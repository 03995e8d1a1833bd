import { readSettings } from '@yiwang/service/settings';
import { Command } from 'commander';
import { type GatewayConfig, gatewaySettings } from './config.ts';

interface Flags {
  supergraph?: string;
  registry?: string;
  port?: string;
  host?: string;
  engine?: string;
}

/**
 * Returns the settings of this run: from the command line, else the environment, else the defaults.
 * `--help` prints every setting and ends the process.
 *
 * @param commandLine as in `process.argv`
 * @throws SettingsError naming each setting that is missing or invalid
 */
export function readCommandLine(
  commandLine: readonly string[],
  environment: NodeJS.ProcessEnv,
): GatewayConfig {
  const { supergraph, registry, port, host, engine } = command().parse(commandLine).opts<Flags>();
  const given = { SUPERGRAPH: supergraph, REGISTRY: registry, PORT: port, HOST: host, ENGINE: engine };
  const overrides = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return readSettings(gatewaySettings, { ...environment, ...overrides });
}

function command(): Command {
  return new Command('gateway')
    .description('Serves a Federation 2 supergraph as one GraphQL schema.')
    .option('--supergraph <file>', 'file with the supergraph SDL, watched for changes')
    .option('--registry <url>', 'GraphQL address of the registry, instead of a file')
    .option('--port <number>', 'TCP port; 0 takes any free one (default 4000)')
    .option('--host <address>', 'address to listen on (default 127.0.0.1)')
    .option('--engine <name>', 'how operations are executed: compiled or apollo')
    .addHelpText('after', `\nSettings from the environment:\n${settingsHelp()}`);
}

function settingsHelp(): string {
  return Object.entries(gatewaySettings.shape)
    .map(([name, setting]) => {
      const fallback = setting.safeParse(undefined);
      const suffix = fallback.success && fallback.data !== '' ? ` [${String(fallback.data)}]` : '';
      return `  ${name}${suffix}\n      ${setting.description}`;
    })
    .join('\n');
}
