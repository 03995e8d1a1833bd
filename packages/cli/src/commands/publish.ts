import { contents, signCredential } from '@yiwang/identity';
import type { Command } from 'commander';
import { CommandError, EXIT, type ExitCode } from '../shared/command-error.ts';
import {
  daysOption,
  keyOption,
  keysOf,
  registryCommand,
  registryOf,
  type RegistryOptions,
} from '../options/options.ts';
import { answer } from '../shared/output.ts';
import type { PublishedSubgraph, PublishPayload } from '../registry/answers.ts';
import { publishedGraph } from '../registry/published.ts';
import type { Registry } from '../registry/registry.ts';
import { PUBLISHED } from '../registry/selections.ts';
import { describePublished } from '../report/publish-report.ts';
import { sourcesOf } from '../report/sources.ts';
import { waiverFor, waiverOptions, type WaiverOptions } from '../options/waiver.ts';
import { type LocalSubgraph, readSubgraphs, subgraphOptions } from '../options/subgraph-options.ts';

interface Options extends RegistryOptions, WaiverOptions {
  key?: string[];
  acceptBreaking: boolean;
  days: number;
}

const PUBLISH = `mutation Publish($subgraphs: [SubgraphInput!]!, $credentials: [String!]!, $acceptBreaking: Boolean!, $days: Int!, $waiver: WaiverInput) {
  publishSubgraphs(subgraphs: $subgraphs, credentials: $credentials, acceptBreaking: $acceptBreaking, days: $days, waiver: $waiver) { ${PUBLISHED} }
}`;

export function publishCommand(finish: (code: ExitCode) => void): Command {
  const { options, given } = subgraphOptions();
  const command = registryCommand(
    'publish',
    'Publishes the schema of a department, or of several at once: all of them or none.',
  );
  for (const option of [...options, ...waiverOptions()]) command.addOption(option);
  return command
    .addOption(keyOption())
    .addOption(daysOption())
    .option('--accept-breaking', 'publish although clients in use break', false)
    .addHelpText(
      'after',
      `
Each department of the list needs the key of that department, or one key of an operator. Publishing the same again
changes nothing. Without --url the address stays that of the version before. What touches the fields of a department that is
not published beside needs its consent: its key as well, or yiwang approve.

  yiwang publish --department tax --url http://10.0.3.7:4003/graphql --schema schema.graphql --key tax.key`,
    )
    .action(async (options: Options) => finish(await publish(options, await readSubgraphs(given, options))));
}

async function publish(options: Options, local: readonly LocalSubgraph[]): Promise<ExitCode> {
  const registry = registryOf(options);
  const keys = await keysOf(options);
  const published = await publishedSubgraphs(registry);
  const subgraphs = local.map(({ department, url, sdl }) => ({
    department,
    url: url ?? urlBefore(department, published),
    sdl,
  }));
  const claim = { action: 'publish', digest: contents.publish(subgraphs, options) };
  const { publishSubgraphs: payload } = await registry.ask<{ publishSubgraphs: PublishPayload }>(PUBLISH, {
    subgraphs,
    credentials: await Promise.all(keys.map((key) => signCredential(key, claim))),
    acceptBreaking: options.acceptBreaking,
    days: options.days,
    waiver: await waiverFor(claim.digest, options),
  });
  const names = local.map(({ department }) => department);
  answer(options.json, payload, () => describePublished(names, payload, sourcesOf(local, published)));
  const isDone = payload.outcome === 'PUBLISHED' || payload.outcome === 'UNCHANGED';
  return isDone ? EXIT.FINE : EXIT.REFUSED;
}

async function publishedSubgraphs(registry: Registry): Promise<PublishedSubgraph[]> {
  return (await publishedGraph(registry))?.subgraphs ?? [];
}

function urlBefore(department: string, published: readonly PublishedSubgraph[]): string {
  const before = published.find((subgraph) => subgraph.department.name === department);
  if (before) return before.url;
  throw new CommandError(`Say where gateways reach ${department}: --url http://host:port/graphql.`);
}
