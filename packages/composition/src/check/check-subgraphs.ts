import { byName } from '../compose/compose-supergraph.ts';
import { CompositionError } from '../compose/composition-error.ts';
import { compositionLibrary } from '../compose/composition-libraries.ts';
import { COMPOSITION_LIBRARIES, type CompositionLibraryName } from '../compose/composition-library.ts';
import { type ParsedSubgraph, parseSubgraphs } from '../compose/parse-subgraphs.ts';
import type { SubgraphInput } from '../compose/subgraph-input.ts';
import { byImportance, diffComparable } from '../diff/diff-schemas.ts';
import { findConsents } from '../consent/find-consents.ts';
import type { Variant } from '../consent/facts/graph-facts.ts';
import { compareKeys, keysOfSubgraphs } from '../diff/keys.ts';
import type { SchemaChange } from '../diff/schema-change.ts';
import { lintModel, lintSubgraph } from '../lint/lint-subgraph.ts';
import type { LintFinding } from '../lint/finding.ts';
import type { CheckResult } from './check-result.ts';
import { GraphMemory } from './graph-memory.ts';

/** How a check looks at a change. */
export interface CheckOptions {
  /** Names of the departments that make the change; those of what is proposed when it is not given. */
  by?: readonly string[];
  /** The ways in which the graph is shown; none when it is not given. */
  variants?: readonly Variant[];
  /** Which library composes; Apollo's when it is not given. */
  library?: CompositionLibraryName;
}

/**
 * What would come of publishing: lint, composition and differences in one. Nothing that stands in an SDL makes it throw.
 *
 * @param current the departments of the graph as it is
 * @param proposed departments that are new, or take the place of those of the same name
 * @param currentSupergraphSdl what the current departments compose to; null when there is none yet
 * @param options who makes the change, in which variants it is shown, and which library composes
 * @param memory what earlier checks made of the same SDL; the result is the same without
 */
export async function checkSubgraphs(
  current: readonly SubgraphInput[],
  proposed: readonly SubgraphInput[],
  currentSupergraphSdl: string | null,
  {
    by = proposed.map(({ name }) => name),
    variants = [],
    library = COMPOSITION_LIBRARIES[0],
  }: CheckOptions = {},
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
    const { supergraphSdl, hints } = compositionLibrary(library).compose(parsed);
    const changes =
      currentSupergraphSdl === null || currentSupergraphSdl === supergraphSdl
        ? []
        : [
            ...(await diffComparable(
              memory.comparable(currentSupergraphSdl),
              memory.comparable(supergraphSdl),
            )),
            ...findConsents({
              before: memory.facts(currentSupergraphSdl, variants),
              after: memory.facts(supergraphSdl, variants),
              by,
            }),
          ].sort(byImportance);
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
