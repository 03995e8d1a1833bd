import { type DocumentNode, parse } from 'graphql';
import { type ParsedSubgraph, parseNamed } from '../compose/parse-subgraphs.ts';
import type { SubgraphInput } from '../compose/subgraph-input.ts';
import type { GraphFacts, Variant } from '../consent/facts/graph-facts.ts';
import { readFacts } from '../consent/read-facts.ts';
import { type Comparable, readComparable } from '../diff/diff-schemas.ts';
import { readSubgraph } from '../sdl/read-subgraph.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';

/** The current SDL of a department, and one that is proposed. */
const KEPT_PER_DEPARTMENT = 2;
/** The current supergraph, and what a check made. */
const KEPT_SUPERGRAPHS = 2;

/** What was made of one SDL. */
interface Known {
  sdl: string;
  document: DocumentNode;
  model?: SubgraphModel;
}

/**
 * What checks make of a department's SDL or of a supergraph, kept for the next check: in a large graph, most of the time of a
 * check would otherwise go into departments that have not changed. Holds the last graph and little more.
 */
export class GraphMemory {
  readonly #departments = new Map<string, Known[]>();
  readonly #supergraphs = new Map<string, Comparable>();
  readonly #facts = new WeakMap<Comparable, { of: string; facts: GraphFacts }>();

  /** @throws what the parser throws */
  parse(subgraph: SubgraphInput): DocumentNode {
    const list = this.#departments.get(subgraph.name) ?? [];
    const found = list.find(({ sdl }) => sdl === subgraph.sdl);
    const known = found ?? { sdl: subgraph.sdl, document: parseNamed(subgraph) };
    const others = list.filter((one) => one !== known);
    this.#departments.set(subgraph.name, [known, ...others].slice(0, KEPT_PER_DEPARTMENT));
    return known.document;
  }

  model(parsed: ParsedSubgraph): SubgraphModel {
    const known = this.#known(parsed);
    const model = known?.model ?? readSubgraph(parsed.name, parsed.typeDefs);
    if (known) known.model = model;
    return model;
  }

  comparable(supergraphSdl: string): Comparable {
    const known =
      this.#supergraphs.get(supergraphSdl) ?? readComparable(parse(supergraphSdl, { noLocation: true }));
    this.#supergraphs.delete(supergraphSdl);
    this.#supergraphs.set(supergraphSdl, known);
    for (const old of [...this.#supergraphs.keys()].slice(0, -KEPT_SUPERGRAPHS))
      this.#supergraphs.delete(old);
    return known;
  }

  facts(supergraphSdl: string, variants: readonly Variant[]): GraphFacts {
    const comparable = this.comparable(supergraphSdl);
    const of = JSON.stringify(variants);
    const known = this.#facts.get(comparable);
    if (known?.of === of) return known.facts;
    const facts = readFacts(comparable.supergraph, variants);
    this.#facts.set(comparable, { of, facts });
    return facts;
  }

  /** Forgets departments that are no longer in the graph. */
  keepOnly(departments: ReadonlySet<string>): void {
    for (const name of this.#departments.keys()) if (!departments.has(name)) this.#departments.delete(name);
  }

  #known({ name, typeDefs }: ParsedSubgraph): Known | undefined {
    return this.#departments.get(name)?.find(({ document }) => document === typeDefs);
  }
}
