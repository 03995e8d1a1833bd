import { Option } from 'commander';
import { CommandError } from './command-error.ts';
import { readSchemaFile } from './files.ts';
import { introspect } from './introspect.ts';

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
export async function readSubgraphs(given: readonly SubgraphOptions[]): Promise<LocalSubgraph[]> {
  if (given.length === 0) throw new CommandError('Name the department: --department tax.');
  return Promise.all(given.map(readSubgraph));
}

async function readSubgraph(options: SubgraphOptions): Promise<LocalSubgraph> {
  const { department, schema, introspect: address } = options;
  if ((schema === undefined) === (address === undefined)) {
    throw new CommandError(
      `Say where the schema of ${department} is: either --schema FILE or --introspect URL.`,
    );
  }
  const url = options.url ?? address ?? null;
  if (schema !== undefined) return { department, url, sdl: await readSchemaFile(schema), source: schema };
  return { department, url, sdl: await introspect(address!), source: address! };
}
