import type { Command } from 'commander';
import { readingCommand, registryOf, type ReadingOptions } from '../options/options.ts';
import { answer } from '../shared/output.ts';
import { moment } from '../report/style.ts';
import { table } from '../report/table.ts';

interface Gateway {
  name: string;
  running: { variant: string; version: number | null }[];
  lastSeenAt: string;
}

export function gatewaysCommand(): Command {
  return readingCommand('gateways', 'Lists the gateways and the versions that they run.').action(gateways);
}

async function gateways(options: ReadingOptions): Promise<void> {
  const registry = registryOf(options);
  const { gateways: found } = await registry.ask<{ gateways: Gateway[] }>(
    `query Gateways($credential: String) {
      gateways(credential: $credential) { name running { variant version } lastSeenAt } }`,
    { credential: await registry.sign('gateways', {}) },
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
