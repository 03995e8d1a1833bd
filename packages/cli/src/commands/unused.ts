import type { Command } from 'commander';
import { daysOption, readingCommand, registryOf, type ReadingOptions } from '../options/options.ts';
import { answer } from '../shared/output.ts';
import { countOf } from '../report/style.ts';

interface Options extends ReadingOptions {
  department?: string;
  days: number;
}

export function unusedCommand(): Command {
  return readingCommand(
    'unused',
    'Lists the fields that no operation used: those that may be removed unnoticed.',
  )
    .option('--department <name>', 'of one department; the department of the key when left out')
    .addOption(daysOption())
    .action(unused);
}

async function unused({ department, days, ...options }: Options): Promise<void> {
  const registry = registryOf(options);
  const { unusedFields } = await registry.ask<{ unusedFields: string[] }>(
    `query Unused($department: ID, $days: Int!, $credential: String) {
      unusedFields(department: $department, days: $days, credential: $credential) }`,
    { department, days, credential: await registry.sign('unusedFields', { department, days }) },
  );
  answer(options.json, unusedFields, () =>
    unusedFields.length === 0
      ? `Every field was used in the last ${countOf(days, 'day')}.`
      : unusedFields.join('\n'),
  );
}
