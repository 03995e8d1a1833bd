import { Command } from 'commander';
import { CommandError } from '../shared/command-error.ts';
import { readSchemaFile, writeOutput } from '../shared/files.ts';
import { terminal } from '../shared/output.ts';

export function sdlCommand(): Command {
  return new Command('sdl')
    .description(
      'Prints the schema of a department as it is published: with the definitions of the platform that it uses.',
    )
    .argument('<file>', 'such as schema.graphql')
    .option('--output <file>', 'write it to a file')
    .addHelpText(
      'after',
      `
For servers, generators and editors that know neither @sharing nor the shared scalars. publish, check and diff add the
definitions themselves. A schema without an @link to Federation is printed as it is.

  yiwang sdl schema.graphql --output full.graphql`,
    )
    .action(printSdl);
}

async function printSdl(file: string, { output }: { output?: string }): Promise<void> {
  const [{ GraphQLError, parse }, { completeSchema }] = await Promise.all([
    import('graphql'),
    import('@yiwang/schema-directives'),
  ]);
  const sdl = await readSchemaFile(file);
  try {
    parse(sdl, { noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line, column } = error.locations![0]!;
    throw new CommandError(`${file}:${line}:${column} is not GraphQL: ${error.message}`);
  }
  const complete = completeSchema(sdl).trimEnd();
  if (output === undefined) return terminal.say(complete);
  await writeOutput(output, `${complete}\n`);
  terminal.note(`The whole schema is in ${output}.`);
}
