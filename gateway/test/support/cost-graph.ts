import { readCosts } from '@yiwang/engine';
import { buildSchema, parse } from 'graphql';
import type { CostModel } from '../../src/pipeline/cost/cost-model.ts';

const SDL = `
  directive @link(url: String, import: [String]) repeatable on SCHEMA
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", "@listSize"]) { query: Query mutation: Mutation }

  type Query {
    thing(filter: Filter @cost(weight: 3)): Thing
    things(first: Int = 3, last: Int): [Thing!] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    page(first: Int! = 2, filter: Filter): Page @cost(weight: 7) @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"])
    found(filter: Filter): [Thing] @listSize(slicingArguments: ["filter.most"], assumedSize: 6)
    one(first: Int, last: Int): [Thing] @listSize(slicingArguments: ["first", "last"])
    assumed: [Thing] @listSize(assumedSize: 4)
    silent: [Thing]
    matrix: [[Thing!]!]
    node: Node
    nodes: [Node!] @listSize(assumedSize: 2)
    any: [Any] @listSize(assumedSize: 3)
    name: String
    kinds: [Kind!] @listSize(assumedSize: 3)
  }
  type Mutation { change(name: String): Thing @cost(weight: 20) }
  type Page { edges: [Edge!]! nodes: [Thing] total: Int @cost(weight: 4) }
  type Edge @cost(weight: 0) { node: Thing }
  input Filter { most: Int name: String @cost(weight: 2) and: [Filter!] }
  enum Kind @cost(weight: 1) { A B }
  scalar Heavy @cost(weight: 8)
  interface Node { id: ID! child: Node kin(first: Int! = 2): [Node] }
  type Thing implements Node {
    id: ID! child: Node kin(first: Int! = 2): [Node] @listSize(slicingArguments: ["first"]) thing: Thing heavy: Heavy
  }
  type Other implements Node @cost(weight: 5) {
    id: ID! child: Node kin(first: Int! = 2): [Node] @listSize(slicingArguments: ["first"], assumedSize: 1)
    page(first: Int! = 1): Page @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
  }
  union Any = Thing | Other
`;

/** A graph that says everything that can be said of costs; lists that say nothing are taken for 10 long. */
export const COST_MODEL: CostModel = {
  schema: buildSchema(SDL),
  facts: readCosts(parse(SDL)),
  listSize: 10,
};
