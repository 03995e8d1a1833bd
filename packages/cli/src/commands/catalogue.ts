import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { CommandError } from '../shared/command-error.ts';
import { resolvePath } from '../shared/files.ts';
import { registryCommand, registryOf, type RegistryOptions } from '../options/options.ts';
import { answer, terminal } from '../shared/output.ts';

const FORMATS = { dcat: 'DCAT_AP_JSON_LD', csv: 'GUIDE_2017_CSV' } as const;

interface Options extends RegistryOptions {
  format: keyof typeof FORMATS;
  output?: string;
}

export function catalogueCommand(): Command {
  return registryCommand('catalogue', 'Prints the data catalogue that the published schemas make.')
    .addOption(
      new Option('--format <format>', 'dcat: DCAT-AP as JSON-LD; csv: the form of the 2017 guide')
        .choices(Object.keys(FORMATS))
        .default('dcat'),
    )
    .option('--output <file>', 'write it to a file')
    .action(catalogue);
}

async function catalogue({ format, output, ...options }: Options): Promise<void> {
  const { dataCatalogue } = await registryOf(options).ask<{ dataCatalogue: string }>(
    'query Catalogue($format: CatalogueFormat!) { dataCatalogue(format: $format) }',
    { format: FORMATS[format] },
  );
  if (output === undefined) return answer(options.json, dataCatalogue, () => dataCatalogue.trimEnd());
  await writeFile(resolvePath(output), dataCatalogue).catch(({ code }: NodeJS.ErrnoException) => {
    throw new CommandError(`${output} cannot be written (${code}).`);
  });
  terminal.note(`The catalogue is in ${output}.`);
}
