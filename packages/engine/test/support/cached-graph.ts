import { setTimeout as sleep } from 'node:timers/promises';
import { completeSchema } from '@yiwang/schema-directives';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import {
  type AnswerCache,
  type Caller,
  createAnswerCache,
  createCompiledEngine,
  type TextAnswer,
} from '../../src/index.ts';
import { callerWithout } from './callers.ts';
import { type ServedEngine, serveEngine } from './serve-engine.ts';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';

const REGISTER = completeSchema(`${FEDERATION}
  type Query {
    enterprise(uscc: ID!): Enterprise
    enterprises(inRegion: String): EnterpriseConnection
    count: Int @cacheControl(maxAge: 60)
  }
  type Mutation { rename(uscc: ID!, name: String!): Enterprise }
  type EnterpriseConnection @cacheControl(maxAge: 60, staleIfError: 60) { nodes: [Enterprise!] total: Int }
  type Enterprise @key(fields: "uscc") @cacheControl(maxAge: 60, staleIfError: 60) {
    uscc: ID!
    name: String @cacheControl(inheritMaxAge: true)
    region: String @cacheControl(inheritMaxAge: true)
    parent: Enterprise @cacheControl(inheritMaxAge: true)
    phone: String @sensitive(kind: PHONE) @cacheControl(inheritMaxAge: true)
    turnover: Int @sharing(class: CONDITIONAL) @cacheControl(inheritMaxAge: true)
    live: Int
    plain: String
  }`);

const PERMITS = completeSchema(`${FEDERATION}
  type Query { permit(number: ID!): Permit permits: [Permit!] }
  type Enterprise @key(fields: "uscc") {
    uscc: ID!
    permits: [Permit!] @cacheControl(maxAge: 60, staleIfError: 60)
    permitCount: Int @cacheControl(maxAge: 60, staleIfError: 60)
  }
  type Permit @key(fields: "number") @cacheControl(maxAge: 60, staleIfError: 60) { number: ID! state: String holder: Enterprise }
`);

export interface Row {
  uscc: string;
  name: string;
  region: string;
  parent: string | null;
  turnover: number;
}

export const KEYS = ['A', 'B', 'C'];

/** Who asks; departments answer each of them otherwise. */
export const CALLERS: readonly (Caller | undefined)[] = [
  callerWithout([], 'official of the north'),
  callerWithout([], 'official of the south'),
  callerWithout(['Enterprise.turnover'], 'citizen'),
];

/** Two departments whose answers may be kept, an engine that keeps them, and one that does not. */
export interface CachedGraph extends AsyncDisposable {
  rows: Map<string, Row>;
  /** Of permits, by number; the first letter is the key of the enterprise. */
  states: Map<string, string>;
  register: SmallDepartment;
  permits: SmallDepartment;
  cache: AnswerCache;
  cached: ServedEngine;
  plain: ServedEngine;
}

export async function startCachedGraph(): Promise<CachedGraph> {
  const rows = new Map<string, Row>(
    KEYS.map((uscc) => [uscc, { uscc, name: `${uscc}0`, region: 'north', parent: null, turnover: 1 }]),
  );
  const states = new Map(KEYS.map((uscc) => [`${uscc}1`, 'VALID']));
  const slowly = async <Value>(value: Value) => {
    await sleep(Math.random() * 2);
    return value;
  };
  // What the department shows depends on who asks, as masks and grants of regions do.
  const personal = (value: unknown, { assertion = '' }: { assertion?: string }) =>
    `${assertion.split('/')[0]}: ${JSON.stringify(value)}`;
  const enterprise = {
    __resolveReference: ({ uscc }: Row) => slowly(rows.get(uscc) ?? null),
    parent: ({ parent }: Row) => (parent === null ? null : rows.get(parent)),
    phone: ({ name }: Row, _args: unknown, context: object) => personal(name, context),
    turnover: ({ turnover }: Row, _args: unknown, { assertion = '' }: { assertion?: string }) =>
      assertion.startsWith('official') ? turnover * (assertion.includes('north') ? 1 : 1000) : null,
    plain: ({ name }: Row) => `plain ${name}`,
    live: () => Math.floor(Math.random() * 1e9),
  };
  const register = await startDepartment('register', REGISTER, {
    Query: {
      enterprise: (_: unknown, { uscc }: Row) => slowly(rows.get(uscc) ?? null),
      enterprises: (_: unknown, { inRegion }: { inRegion?: string }) => {
        const nodes = [...rows.values()].filter(({ region }) => !inRegion || region === inRegion);
        return slowly({ nodes, total: nodes.length });
      },
      count: () => rows.size,
    },
    Mutation: {
      rename: (_: unknown, { uscc, name }: Row) => {
        const row = { ...rows.get(uscc)!, name };
        rows.set(uscc, row);
        return row;
      },
    },
    Enterprise: enterprise,
  });
  const permitOf = (number: string) => ({ number, state: states.get(number), holder: { uscc: number[0] } });
  const permits = await startDepartment('permits', PERMITS, {
    Query: {
      permit: (_: unknown, { number }: { number: string }) =>
        slowly(states.has(number) ? permitOf(number) : null),
      permits: () => slowly([...states.keys()].map(permitOf)),
    },
    Permit: { __resolveReference: ({ number }: { number: string }) => permitOf(number) },
    Enterprise: {
      permits: ({ uscc }: Row) => slowly([...states.keys()].filter((one) => one[0] === uscc).map(permitOf)),
      permitCount: ({ uscc }: Row) => [...states.keys()].filter((one) => one[0] === uscc).length,
    },
  });
  const cache = createAnswerCache({ maxBytes: 1_000_000 });
  for (const { name } of [register, permits]) cache.setFollowState(name, 'FOLLOWED');
  const cached = await serveEngine([register, permits], createCompiledEngine, { answerCache: cache });
  const plain = await serveEngine([register, permits], createCompiledEngine);
  return {
    ...{ rows, states, register, permits, cache, cached, plain },
    async [Symbol.asyncDispose]() {
      await Promise.all([cached, plain].map((engine) => engine[Symbol.asyncDispose]()));
      await Promise.all([register.close(), permits.close()]);
    },
  };
}

export async function answer({ engine }: ServedEngine, query: string, caller?: Caller): Promise<TextAnswer> {
  return (await engine.answer({ query, ...(caller && { caller }) }))!;
}

export const dataOf = async (engine: ServedEngine, query: string, caller?: Caller) =>
  JSON.parse((await answer(engine, query, caller)).data) as unknown;
