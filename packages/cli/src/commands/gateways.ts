import type { Command } from 'commander';
import { registryCommand, registryOf, type RegistryOptions } from '../options.ts';
import { answer } from '../output.ts';
import { moment } from '../report/style.ts';
import { table } from '../report/table.ts';

interface Gateway {
  name: string;
  running: { variant: string; version: number | null }[];
  lastSeenAt: string;
}

export function gatewaysCommand(): Command {
  return registryCommand('gateways', 'Lists the gateways and the versions that they run.').action(gateways);
}

async function gateways(options: RegistryOptions): Promise<void> {
  const { gateways: found } = await registryOf(options).ask<{ gateways: Gateway[] }>(
    '{ gateways { name running { variant version } lastSeenAt } }',
  );
  answer(options.json, found, () =>
    found.length === 0
      ? 'No gateway has reported yet.'
      : table(
          ['gateway', 'runs', 'last seen'],
          found.map(({ name, running, lastSeenAt }) => [
            name,
            running.map(({ variant, version }) => `${variant} ${version ?? 'none'}`).join(', '),
            moment(lastSeenAt),
          ]),
        ),
  );
}
