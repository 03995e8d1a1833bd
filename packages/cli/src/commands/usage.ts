import type { Command } from 'commander';
import { daysOption, readingCommand, registryOf, type ReadingOptions } from '../options/options.ts';
import { answer } from '../shared/output.ts';
import type { OperationUsage } from '../registry/answers.ts';
import { USAGE } from '../registry/selections.ts';
import { nameOf } from '../report/changes.ts';
import { countOf, moment } from '../report/style.ts';
import { table } from '../report/table.ts';

interface Options extends ReadingOptions {
  days: number;
}

export function usageCommand(): Command {
  return readingCommand('usage', 'Shows which clients and operations use a field, most calls first.')
    .argument('<coordinate>', 'such as Taxpayer.name')
    .addOption(daysOption())
    .action(usage);
}

async function usage(coordinate: string, { days, ...options }: Options): Promise<void> {
  const registry = registryOf(options);
  const { fieldUsage } = await registry.ask<{ fieldUsage: OperationUsage[] }>(
    `query Usage($coordinate: String!, $days: Int!, $credential: String) {
      fieldUsage(coordinate: $coordinate, days: $days, credential: $credential) { ${USAGE} } }`,
    { coordinate, days, credential: await registry.sign('fieldUsage', { coordinate, days }) },
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
