import type { Command } from 'commander';
import { CommandError } from '../shared/command-error.ts';
import { readingCommand, registryOf, type ReadingOptions } from '../options/options.ts';
import { answer } from '../shared/output.ts';
import type { Owner } from '../owners/read-owners.ts';
import { currentGraph } from '../registry/published.ts';
import { table } from '../report/table.ts';

export function ownersCommand(): Command {
  return readingCommand('owners', 'Shows which departments provide a type or a field.')
    .argument('[coordinate]', 'such as Taxpayer or Taxpayer.name; every type when left out')
    .action(owners);
}

async function owners(coordinate: string | undefined, options: ReadingOptions): Promise<void> {
  const { readOwners } = await import('../owners/read-owners.ts');
  const graph = await currentGraph(registryOf(options));
  const found = select(readOwners(graph.sdl), coordinate);
  if (found.length === 0) {
    throw new CommandError(`Version ${graph.version} of the schema has no ${coordinate}.`);
  }
  answer(options.json, found, () =>
    table(
      ['coordinate', 'departments'],
      found.map((owner) => [owner.coordinate, owner.departments.join(', ')]),
    ),
  );
}

/** All types, or one type with its fields, or one field. */
function select(all: readonly Owner[], coordinate: string | undefined): Owner[] {
  if (coordinate === undefined) return all.filter((owner) => !owner.coordinate.includes('.'));
  return all.filter(
    (owner) => owner.coordinate === coordinate || owner.coordinate.startsWith(`${coordinate}.`),
  );
}
