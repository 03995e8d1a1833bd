import { Supergraph } from '@apollo/federation-internals';
import { buildFederatedQueryGraph } from '@apollo/query-graphs';
import {
  type ASTNode,
  type ConstArgumentNode,
  type DocumentNode,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  type StringValueNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { CompositionError, composeSupergraph, type SubgraphInput } from '../../src/index.ts';
import { readCoordinates } from '../../src/sdl/coordinates.ts';
import { answersFor } from './query-graph.ts';

/** What one library makes of subgraphs: a supergraph, or the codes of its faults, sorted. */
type Composed = { sdl: string } | { codes: string };

export interface Compared {
  composes: boolean;
  /**
   * In words: `only guild refuses: CODE`, `codes: THESE / THOSE`, `API schema`, `supergraph: Type.field`, `planner: Type.field`. Empty where
   * the libraries agree.
   */
  differences: string[];
}

/** Composes by both libraries. What they differ in everywhere is left out: see {@link elementsOf}. */
export function compareLibraries(subgraphs: readonly SubgraphInput[]): Compared {
  const [apollo, guild] = [compose(subgraphs, 'apollo'), compose(subgraphs, 'guild')];
  if ('codes' in apollo && 'codes' in guild) {
    const isSame = apollo.codes === guild.codes;
    return { composes: false, differences: isSame ? [] : [`codes: ${apollo.codes} / ${guild.codes}`] };
  }
  if ('codes' in guild) return { composes: true, differences: [`only guild refuses: ${guild.codes}`] };
  if ('codes' in apollo) return { composes: true, differences: [`only apollo refuses: ${apollo.codes}`] };
  const supergraph = unequal(elementsOf(parse(apollo.sdl)), elementsOf(parse(guild.sdl)));
  const [read, readByGuild] = [readByApollo(apollo.sdl), readByApollo(guild.sdl)];
  return {
    composes: true,
    differences: [
      ...(read.api === readByGuild.api ? [] : ['API schema']),
      ...supergraph.map((coordinate) => `supergraph: ${coordinate}`),
      ...unequal(read.answers, readByGuild.answers).map((coordinate) => `planner: ${coordinate}`),
    ],
  };
}

function compose(subgraphs: readonly SubgraphInput[], library: 'apollo' | 'guild'): Composed {
  try {
    return { sdl: composeSupergraph(subgraphs, library).supergraphSdl };
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    return { codes: [...new Set(error.errors.map(({ code }) => code))].sort().join() };
  }
}

/** What clients may ask, and who answers for each field, as Apollo's gateway and planner read a supergraph. */
function readByApollo(sdl: string): { api: string; answers: Map<string, string> } {
  const supergraph = Supergraph.build(sdl, { supportedFeatures: null });
  const answers = answersFor(buildFederatedQueryGraph(supergraph, true));
  return {
    api: printSchema(lexicographicSortSchema(supergraph.apiSchema().toGraphQLJSSchema())),
    answers: new Map([...answers].map(([coordinate, found]) => [coordinate, found.join()])),
  };
}

/**
 * The elements of a supergraph by coordinate, in an order that libraries have in common. Without three things in which they always
 * differ, and which reach neither clients nor the planner: Apollo defines `@join__directive` also where it is not used, The Guild's
 * leaves out the descriptions of directives that subgraphs compose, and it writes field sets without spaces.
 */
function elementsOf(supergraph: DocumentNode): Map<string, string> {
  const elements = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION) elements.set('schema', inOrder(definition));
    if (definition.kind === Kind.DIRECTIVE_DEFINITION)
      elements.set(`@${definition.name.value}`, inOrder(withoutDescriptions(definition)));
  }
  for (const [coordinate, node] of readCoordinates(supergraph)) {
    // Of a type only what stands before its parts; of a field what stands around its arguments. Those have coordinates of their own.
    const alone = { ...node, fields: undefined, values: undefined, arguments: undefined };
    elements.set(coordinate, inOrder(alone as ASTNode));
  }
  if (!/@join__directive\(/.test(print(supergraph).replace(/^directive .*/gm, ''))) {
    elements.delete('@join__directive');
    elements.delete('join__DirectiveArguments');
  }
  return elements;
}

function inOrder(node: ASTNode): string {
  const sort = <Node extends ASTNode>(nodes: readonly Node[] | undefined) =>
    nodes && [...nodes].sort((left, right) => (print(left) < print(right) ? -1 : 1));
  return print(
    visit(node, {
      // The directives and interfaces of a node are sorted when their own arguments are.
      leave: (one) => ({
        ...one,
        ...('directives' in one && { directives: sort(one.directives) }),
        ...('interfaces' in one && { interfaces: sort(one.interfaces) }),
        ...('types' in one && { types: sort(one.types) }),
        ...('locations' in one && { locations: sort(one.locations) }),
        ...(isFieldSet(one) && { value: { ...one.value, value: withoutSpaces(one.value.value) } }),
        ...('arguments' in one && { arguments: sort(one.arguments as readonly ASTNode[]) }),
      }),
    }),
  );
}

function isFieldSet(node: ASTNode): node is ConstArgumentNode & { value: StringValueNode } {
  return (
    node.kind === Kind.ARGUMENT &&
    ['key', 'requires', 'provides'].includes(node.name.value) &&
    node.value.kind === Kind.STRING
  );
}

function withoutSpaces(fieldSet: string): string {
  return stripIgnoredCharacters(`{ ${fieldSet} }`);
}

function withoutDescriptions<Node extends ASTNode>(node: Node): Node {
  return visit(node, {
    enter: (one) => ('description' in one ? { ...one, description: undefined } : undefined),
  }) as Node;
}

function unequal(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): string[] {
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => left.get(key) !== right.get(key))
    .sort();
}
