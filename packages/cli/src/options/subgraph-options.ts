import { Option } from 'commander';
import { CommandError } from '../shared/command-error.ts';
import { readSchemaFile } from '../shared/files.ts';
import { introspect } from './introspect.ts';
import { firstKeyOf, type KeysGiven } from './options.ts';

/** One department of the command line, as far as it was said. */
export interface SubgraphOptions {
  department: string;
  url?: string;
  schema?: string;
  introspect?: string;
}

/** What it comes to. */
export interface LocalSubgraph {
  department: string;
  /** Null when the command line does not say. */
  url: string | null;
  /** With what it uses of the platform and does not define. */
  sdl: string;
  /** Where the schema was read, as a person would name it. */
  source: string;
}

/** `--department tax --schema FILE --department land …`: what follows a department belongs to it. */
export function subgraphOptions(): { options: Option[]; given: SubgraphOptions[] } {
  const given: SubgraphOptions[] = [];
  const set = (name: 'url' | 'schema' | 'introspect') => (value: string) => {
    const last = given.at(-1);
    if (!last) throw new CommandError(`--${name} belongs behind the --department that it is of.`);
    if (last[name] !== undefined) {
      throw new CommandError(`--${name} is given twice for ${last.department}.`);
    }
    last[name] = value;
    return value;
  };
  const options = [
    new Option('--department <name>', 'name of the department; more of them may follow').argParser((name) => {
      if (given.some(({ department }) => department === name)) {
        throw new CommandError(`The department ${name} is given twice.`);
      }
      given.push({ department: name });
      return name;
    }),
    new Option('--schema <file>', 'its schema').argParser(set('schema')),
    new Option('--introspect <url>', 'instead of --schema: ask the department that runs there').argParser(
      set('introspect'),
    ),
    new Option('--url <url>', 'where gateways reach it').argParser(set('url')),
  ];
  return { options, given };
}

/** @throws CommandError when a schema is not named, or cannot be had */
export async function readSubgraphs(
  given: readonly SubgraphOptions[],
  keys: KeysGiven = {},
): Promise<LocalSubgraph[]> {
  if (given.length === 0) throw new CommandError('Name the department: --department tax.');
  return Promise.all(given.map((one) => readSubgraph(one, keys)));
}

async function readSubgraph(options: SubgraphOptions, keys: KeysGiven): Promise<LocalSubgraph> {
  const { department, schema, introspect: address } = options;
  if ((schema === undefined) === (address === undefined)) {
    throw new CommandError(
      `Say where the schema of ${department} is: either --schema FILE or --introspect URL.`,
    );
  }
  const { completeSchema } = await import('@yiwang/schema-directives');
  const url = options.url ?? address ?? null;
  const sdl =
    schema === undefined
      ? await introspect(department, address!, await firstKeyOf(keys))
      : await readSchemaFile(schema);
  return { department, url, sdl: completeSchema(sdl), source: schema ?? address! };
}
