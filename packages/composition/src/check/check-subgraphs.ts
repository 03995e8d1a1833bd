import { byName } from '../compose/compose-supergraph.ts';
import { composeParsed } from '../compose/compose-parsed.ts';
import { CompositionError } from '../compose/composition-error.ts';
import { type ParsedSubgraph, parseSubgraphs } from '../compose/parse-subgraphs.ts';
import type { SubgraphInput } from '../compose/subgraph-input.ts';
import { diffComparable } from '../diff/diff-schemas.ts';
import { compareKeys, keysOfSubgraphs } from '../diff/keys.ts';
import type { SchemaChange } from '../diff/schema-change.ts';
import { lintModel, lintSubgraph } from '../lint/lint-subgraph.ts';
import type { LintFinding } from '../lint/finding.ts';
import type { CheckResult } from './check-result.ts';
import { GraphMemory } from './graph-memory.ts';

/**
 * What would come of publishing: lint, composition and differences in one. Nothing that stands in an SDL makes it throw.
 *
 * @param current the departments of the graph as it is
 * @param proposed departments that are new, or take the place of those of the same name
 * @param currentSupergraphSdl what the current departments compose to; null when there is none yet
 * @param memory what earlier checks made of the same SDL; the result is the same without
 */
export async function checkSubgraphs(
  current: readonly SubgraphInput[],
  proposed: readonly SubgraphInput[],
  currentSupergraphSdl: string | null,
  memory: GraphMemory = new GraphMemory(),
): Promise<CheckResult> {
  const names = new Set(proposed.map(({ name }) => name));
  const graph = [...current.filter(({ name }) => !names.has(name)), ...proposed].sort(byName);
  memory.keepOnly(new Set(graph.map(({ name }) => name)));
  let parsed: ParsedSubgraph[];
  try {
    parsed = parseSubgraphs(graph, (subgraph) => memory.parse(subgraph));
  } catch (error) {
    // What does not parse is told as a fault already.
    const lint = proposed.flatMap((one) => lintSubgraph(one)).filter(({ rule }) => rule !== 'syntax');
    return { faults: faultsOf(error), lint, changes: [], hints: [], supergraphSdl: null };
  }
  const lint = lintProposed(parsed, names, memory);
  try {
    const { supergraphSdl, hints } = composeParsed(parsed, (one) => memory.build(one));
    const changes =
      currentSupergraphSdl === null || currentSupergraphSdl === supergraphSdl
        ? []
        : await diffComparable(memory.comparable(currentSupergraphSdl), memory.comparable(supergraphSdl));
    return { faults: [], lint, changes, hints, supergraphSdl };
  } catch (error) {
    const faults = faultsOf(error);
    const changes = changesOfKeys(current, parsed, names, memory);
    return { faults, lint, changes, hints: [], supergraphSdl: null };
  }
}

function lintProposed(
  parsed: readonly ParsedSubgraph[],
  names: ReadonlySet<string>,
  memory: GraphMemory,
): LintFinding[] {
  const models = parsed.map((one) => memory.model(one));
  return models
    .filter(({ department }) => names.has(department))
    .flatMap((model) =>
      lintModel(
        model,
        models.filter((other) => other !== model),
      ),
    );
}

/** Current SDL that is not proposed anew was published, so it parses. */
function changesOfKeys(
  current: readonly SubgraphInput[],
  parsed: readonly ParsedSubgraph[],
  names: ReadonlySet<string>,
  memory: GraphMemory,
): SchemaChange[] {
  const before = current
    .filter(({ name }) => names.has(name))
    .map((one) => memory.model({ name: one.name, url: one.url, typeDefs: memory.parse(one) }));
  const after = parsed.filter(({ name }) => names.has(name)).map((one) => memory.model(one));
  return compareKeys(keysOfSubgraphs(before), keysOfSubgraphs(after));
}

function faultsOf(error: unknown): CheckResult['faults'] {
  if (error instanceof CompositionError) return [...error.errors];
  throw error;
}
