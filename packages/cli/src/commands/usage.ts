import type { Command } from 'commander';
import { daysOption, registryCommand, registryOf, type RegistryOptions } from '../options.ts';
import { answer } from '../output.ts';
import type { OperationUsage } from '../registry/answers.ts';
import { USAGE } from '../registry/selections.ts';
import { nameOf } from '../report/changes.ts';
import { countOf, moment } from '../report/style.ts';
import { table } from '../report/table.ts';

interface Options extends RegistryOptions {
  days: number;
}

export function usageCommand(): Command {
  return registryCommand('usage', 'Tells which clients and operations use a field, most calls first.')
    .argument('<coordinate>', 'such as Taxpayer.name')
    .addOption(daysOption())
    .action(usage);
}

async function usage(coordinate: string, { days, ...options }: Options): Promise<void> {
  const { fieldUsage } = await registryOf(options).ask<{ fieldUsage: OperationUsage[] }>(
    `query Usage($coordinate: String!, $days: Int!) { fieldUsage(coordinate: $coordinate, days: $days) { ${USAGE} } }`,
    { coordinate, days },
  );
  answer(options.json, fieldUsage, () =>
    fieldUsage.length === 0
      ? `No operation of the last ${countOf(days, 'day')} uses ${coordinate}.`
      : table(
          ['client', 'operation', 'calls', 'with errors', 'last'],
          fieldUsage.map(({ client, clientVersion, operation, digest, calls, errors, lastAt }) => [
            client === null ? '(not named)' : nameOf(client, clientVersion),
            operation ?? `(not named) ${digest.slice(0, 12)}`,
            calls.toLocaleString('en'),
            errors.toLocaleString('en'),
            moment(lastAt),
          ]),
        ),
  );
}
