import type { Command } from 'commander';
import { daysOption, registryCommand, registryOf, type RegistryOptions } from '../options.ts';
import { answer } from '../output.ts';
import { countOf } from '../report/style.ts';

interface Options extends RegistryOptions {
  department?: string;
  days: number;
}

export function unusedCommand(): Command {
  return registryCommand(
    'unused',
    'Lists the fields that no operation used: those that may be removed unnoticed.',
  )
    .option('--department <name>', 'of one department')
    .addOption(daysOption())
    .action(unused);
}

async function unused({ department, days, ...options }: Options): Promise<void> {
  const { unusedFields } = await registryOf(options).ask<{ unusedFields: string[] }>(
    'query Unused($department: ID, $days: Int!) { unusedFields(department: $department, days: $days) }',
    { department, days },
  );
  answer(options.json, unusedFields, () =>
    unusedFields.length === 0
      ? `Every field was used in the last ${countOf(days, 'day')}.`
      : unusedFields.join('\n'),
  );
}
