import { EXIT, type ExitCode } from '../shared/command-error.ts';
import { answer } from '../shared/output.ts';
import type { SchemaCheck } from '../registry/answers.ts';
import { publishedGraph } from '../registry/published.ts';
import type { Registry } from '../registry/registry.ts';
import type { LocalSubgraph } from '../options/subgraph-options.ts';
import { describeCheck, describeOutcome } from './check-report.ts';
import { type Sources, sourcesOf } from './sources.ts';

/** Tells what a check has found, and how the command ends. */
export async function answerCheck(
  registry: Registry,
  found: SchemaCheck,
  local: readonly LocalSubgraph[],
  json: boolean,
): Promise<ExitCode> {
  const sources = await sourcesOfFaults(registry, found, local, json);
  answer(json, found, () =>
    [describeCheck(found, sources), describeOutcome(found)].filter(Boolean).join('\n\n'),
  );
  return found.outcome === 'FAILS' ? EXIT.REFUSED : EXIT.FINE;
}

/** Faults may point into schemas of other departments; those are fetched only where somebody looks. */
export async function sourcesOfFaults(
  registry: Registry,
  found: SchemaCheck | null,
  local: readonly LocalSubgraph[],
  json: boolean,
): Promise<Sources> {
  const published = found && found.faults.length > 0 && !json ? await publishedGraph(registry) : null;
  return sourcesOf(local, published?.subgraphs);
}
