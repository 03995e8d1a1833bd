import { Command, Option } from 'commander';
import { CommandError, EXIT } from '../command-error.ts';
import { type GraphQLAnswer, requestGraphQL } from '../graphql-request.ts';

const GRAPH = 'http://127.0.0.1:4000/graphql';
const TIMEOUT_MS = 30_000;

/** What every command is given that asks the one schema in the name of a client. */
export interface GraphOptions {
  graph: string;
  token?: string;
  json: boolean;
}

/** A command that asks the one schema in the name of a client. */
export function graphCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(new Option('--graph <url>', 'GraphQL address of a gateway').env('YIWANG_GRAPH').default(GRAPH))
    .addOption(
      new Option(
        '--token <token>',
        'who asks: a token as yiwang token or your identity provider makes it',
      ).env('YIWANG_TOKEN'),
    )
    .option('--json', 'answer in JSON', false);
}

/** @throws CommandError when the gateway is away, or refuses */
export async function askGraph<Answer>(
  { graph, token }: GraphOptions,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token.trim()}` } : {};
  const { data, errors } = await requestGraphQL(
    'The gateway',
    graph,
    { query, variables },
    TIMEOUT_MS,
    headers,
  );
  const error = errors?.[0];
  if (error) throw refusalOf(error, token !== undefined);
  return data as Answer;
}

function refusalOf(
  { message, extensions }: NonNullable<GraphQLAnswer['errors']>[number],
  hasToken: boolean,
): CommandError {
  const code = extensions?.code ?? 'no code';
  const hint = hasToken ? '' : ' Say who asks with --token or YIWANG_TOKEN.';
  return new CommandError(`The gateway refuses (${code}): ${message}${hint}`, EXIT.REFUSED);
}
