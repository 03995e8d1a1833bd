import { type Command } from 'commander';
import { CommandError, EXIT, type ExitCode } from '../shared/command-error.ts';
import { compareSchemas, compareSubgraph, type Comparison } from '../diff/compare.ts';
import {
  type CompositionOptions,
  compositionOption,
  readVersion,
  readingCommand,
  registryOf,
  type ReadingOptions,
} from '../options/options.ts';
import { answer } from '../shared/output.ts';
import { currentGraph, publishedGraph } from '../registry/published.ts';
import type { Registry } from '../registry/registry.ts';
import { describeChanges } from '../report/changes.ts';
import { describeFaults } from '../report/check-report.ts';
import { sourcesOf } from '../report/sources.ts';
import { readSubgraphs, type LocalSubgraph, subgraphOptions } from '../options/subgraph-options.ts';

interface Options extends ReadingOptions, CompositionOptions {}

export function diffCommand(finish: (code: ExitCode) => void): Command {
  const { options, given } = subgraphOptions();
  const command = readingCommand(
    'diff',
    'Shows what changes between two versions, or between what runs and a file.',
  )
    .argument('[before]', 'version of the graph', readVersion)
    .argument('[after]', 'version of the graph; the newest when left out', readVersion);
  for (const option of options) command.addOption(option);
  return command
    .addOption(compositionOption())
    .addHelpText(
      'after',
      `
  yiwang diff 12 14
  yiwang diff --department tax --schema schema.graphql

Ends with 1 when something breaks, or does not compose. yiwang check tells for whom, and checks the rules too.`,
    )
    .action(async (before: number | undefined, after: number | undefined, options: Options) => {
      const registry = registryOf(options);
      if (given.length === 0) return finish(await diffVersions(registry, before, after, options));
      if (before !== undefined) throw new CommandError('Give either versions or a --department, not both.');
      finish(await diffFiles(registry, await readSubgraphs(given, options), options));
    });
}

async function diffVersions(
  registry: Registry,
  before: number | undefined,
  after: number | undefined,
  { json }: ReadingOptions,
): Promise<ExitCode> {
  if (before === undefined)
    throw new CommandError('Name a version, such as yiwang diff 12, or a --department.');
  const [from, to] = await Promise.all([
    publishedGraph(registry, before),
    after === undefined ? currentGraph(registry) : publishedGraph(registry, after),
  ]);
  const comparison = await compareSchemas(from!.sdl, to!.sdl);
  return tell(comparison, json, `From version ${before} to ${to!.version} no client sees a difference.`, []);
}

async function diffFiles(
  registry: Registry,
  local: readonly LocalSubgraph[],
  { json, composition }: Options,
): Promise<ExitCode> {
  const graph = await currentGraph(registry);
  const comparison = await compareSubgraph(graph, local, composition);
  return tell(
    comparison,
    json,
    `No client sees a difference to version ${graph.version}.`,
    local,
    graph.subgraphs,
  );
}

function tell(
  comparison: Comparison,
  json: boolean,
  same: string,
  ...sources: Parameters<typeof sourcesOf>
): ExitCode {
  const { faults, changes } = comparison;
  answer(
    json,
    comparison,
    () => describeFaults(faults, sourcesOf(...sources)) ?? describeChanges(changes) ?? same,
  );
  const breaks = faults.length > 0 || changes.some(({ severity }) => severity === 'BREAKING');
  return breaks ? EXIT.REFUSED : EXIT.FINE;
}
