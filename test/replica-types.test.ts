import { type GraphQLSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createMayAskReplica } from '../packages/subgraph-kit/src/replicas/replica-types.ts';
import * as enterprises from '../subgraphs/enterprises/src/department.ts';
import { schema as enterprisesSchema } from '../subgraphs/enterprises/src/subgraph.ts';
import * as land from '../subgraphs/land/src/department.ts';
import { schema as landSchema } from '../subgraphs/land/src/subgraph.ts';
import * as permits from '../subgraphs/permits/src/department.ts';
import { schema as permitsSchema } from '../subgraphs/permits/src/subgraph.ts';
import * as tax from '../subgraphs/tax/src/department.ts';
import { schema as taxSchema } from '../subgraphs/tax/src/subgraph.ts';

interface Department {
  schema: GraphQLSchema;
  types: readonly string[];
  /** What a replica may answer, and what it may not. */
  registers: string;
  decided: readonly string[];
}

const ENTITY = '_entities(representations: [])';
const DEPARTMENTS: Readonly<Record<string, Department>> = {
  enterprises: {
    schema: enterprisesSchema,
    types: enterprises.REPLICA_TYPES,
    registers: '{ enterprises(first: 1) { totalCount edges { node { name region { code } } } } }',
    decided: [
      '{ myMandates(first: 1) { totalCount } }',
      '{ mandatesInForce(users: ["a"]) { user } }',
      '{ enterprises(first: 1) { edges { node { name } } } myRegistrations(first: 1) { totalCount } }',
      `{ ${ENTITY} { ... on Enterprise { licence { __typename } } } }`,
    ],
  },
  permits: {
    schema: permitsSchema,
    types: permits.REPLICA_TYPES,
    registers: `{ ${ENTITY} { ... on Enterprise { permits(first: 1) { edges { node { number } } } } } }`,
    decided: [`{ ${ENTITY} { ... on Case { number } } }`, '{ myCases(first: 1) { totalCount } }'],
  },
  tax: {
    schema: taxSchema,
    types: tax.REPLICA_TYPES,
    registers: '{ taxpayers(first: 1) { totalCount } }',
    decided: ['{ taxpayers(first: 1) { edges { node { arrears { __typename } } } } }'],
  },
  land: {
    schema: landSchema,
    types: land.REPLICA_TYPES,
    registers: '{ parcels(first: 1) { totalCount } }',
    decided: [`{ ${ENTITY} { ... on LandCase { number } } }`],
  },
};

test.each(Object.entries(DEPARTMENTS))(
  'a replica of %s answers its registers, and nothing that is decided on',
  (_name, { schema, types, registers, decided }) => {
    const mayAskReplica = createMayAskReplica(schema, types);
    const ask = (source: string): boolean => {
      const document = parse(source);
      expect(validate(schema, document), source).toEqual([]);
      return mayAskReplica(document, document.definitions[0] as never);
    };
    expect(ask(registers)).toBe(true);
    for (const source of decided) expect(ask(source), source).toBe(false);
  },
);
