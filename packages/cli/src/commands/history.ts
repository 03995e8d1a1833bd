import type { Command } from 'commander';
import { CommandError } from '../shared/command-error.ts';
import { firstOption, readingCommand, type ReadingOptions, registryOf } from '../options/options.ts';
import { answer } from '../shared/output.ts';
import { inWords, moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';

interface Options extends ReadingOptions {
  first: number;
  after?: string;
}

interface Page<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Version {
  version: number;
  createdAt: string;
  reason: string;
  note: string | null;
  subgraphs: { department: { name: string }; number: number }[];
}

interface Publication {
  number: number;
  url: string;
  digest: string;
  publishedAt: string;
  publishedBy: string;
}

const PAGE = 'pageInfo { hasNextPage endCursor }';

export function historyCommand(): Command {
  return readingCommand(
    'history',
    'Lists the versions of the graph, or what one department published, newest first.',
  )
    .argument('[department]')
    .addOption(firstOption('versions'))
    .option('--after <cursor>', 'continue after this cursor; --json prints it as endCursor')
    .action((department: string | undefined, options: Options) =>
      department === undefined ? historyOfGraph(options) : historyOf(department, options),
    );
}

async function historyOfGraph({ first, after, ...options }: Options): Promise<void> {
  const registry = registryOf(options);
  const { supergraphVersions: page } = await registry.ask<{ supergraphVersions: Page<Version> }>(
    `query History($first: Int!, $after: String, $credential: String) {
      supergraphVersions(first: $first, after: $after, credential: $credential) {
      edges { node { version createdAt reason note subgraphs { department { name } number } } } ${PAGE}
    } }`,
    { first, after, credential: await registry.sign('supergraphVersions', { first, after }) },
  );
  const versions = page.edges.map(({ node }) => node);
  answer(options.json, page, () =>
    versions.length === 0
      ? 'Nothing is published yet.'
      : table(
          ['version', 'made', 'why', 'note', 'departments'],
          versions.map(({ version, createdAt, reason, note, subgraphs }) => [
            String(version),
            moment(createdAt),
            inWords(reason),
            note ?? '',
            subgraphs.map(({ department, number }) => `${department.name} ${number}`).join(', '),
          ]),
        ) + more(page),
  );
}

async function historyOf(department: string, { first, after, ...options }: Options): Promise<void> {
  const registry = registryOf(options);
  const { department: found } = await registry.ask<{
    department: { history: Page<Publication> } | null;
  }>(
    `query History($department: ID!, $first: Int!, $after: String, $credential: String) {
      department(name: $department, credential: $credential) {
      history(first: $first, after: $after) { edges { node { number url digest publishedAt publishedBy } } ${PAGE} }
    } }`,
    { department, first, after, credential: await registry.sign('department', { name: department }) },
  );
  if (!found) throw new CommandError(`The registry knows no department ${department}.`);
  answer(
    options.json,
    found.history,
    () =>
      table(
        ['number', 'published', 'by key', 'address', 'schema'],
        found.history.edges.map(({ node: { number, publishedAt, publishedBy, url, digest } }) => [
          String(number),
          moment(publishedAt),
          publishedBy.slice(0, 12),
          url,
          digest.slice(0, 12),
        ]),
      ) + more(found.history),
  );
}

function more({ pageInfo }: Page<unknown>): string {
  if (!pageInfo.hasNextPage) return '';
  return `\n${style.faint(`There are earlier ones: --after ${pageInfo.endCursor}`)}`;
}
