import {
  openTestDatabase,
  type ServedAnswer,
  type ServedDepartment,
  serveDepartment,
  type TestDatabase,
} from '@yiwang/subgraph-kit/testing';
import { MIGRATIONS, NAME, RIGHTS } from '../../src/department.ts';
import type { Principal } from '../../src/mandates/authorize.ts';
import { schema } from '../../src/subgraph.ts';
import { contextsAt } from '../ask.ts';
import { BRANCH, fillRegister, PARENT, REVOKED } from '../fixture.ts';

/** Real, valid codes with made-up registrations. OTHER is active; DEREGISTERED and REVOKED are what they are called. */
export { BRANCH as OTHER, PARENT as FIRST, REVOKED } from '../fixture.ts';
export const DEREGISTERED = '91350100M000100Y43';
/** Valid, and not in the register. */
export const MISSING = '91360723058828222C';

const person = (user: string): Principal => ({ client: 'portal', user, department: null, scopes: [] });

/** HAN represents FIRST, and LI represents OTHER and the two that are closed. */
export const HAN = person('han');
export const LI = person('li');
export const WANG = person('wang');
export const ZHAO = person('zhao');
/** An application that acts for itself. */
export const ROBOT: Principal = { ...HAN, user: null };
export const OFFICIAL: Principal = {
  client: 'registration-desk',
  user: 'official-7',
  department: NAME,
  scopes: ['mandates:register'],
};
export const GATEWAY: Principal = {
  client: 'gateway',
  user: null,
  department: null,
  scopes: ['mandates:resolve'],
};

/** Today in the tests, in China. */
export const TODAY = '2026-03-02';

export interface MandateAnswer extends ServedAnswer {
  errors?: { message: string; path?: unknown[]; extensions: { code: string } }[];
}

export interface Outcome {
  mandate: Record<string, unknown> | null;
  userErrors: { code: string; message: string; field: string[] | null }[];
}

/** The department over HTTP, twice over one database, with a clock that the test sets. */
export interface OpenMandates extends AsyncDisposable {
  database: TestDatabase;
  clock: { now: Date };
  /** Null has not signed in. */
  ask(caller: Principal | null, query: string, variables?: object, process?: number): Promise<MandateAnswer>;
  /** Like ask, but throws when the response has errors. */
  data<Data>(caller: Principal, query: string, variables?: object, process?: number): Promise<Data>;
  /** Runs one mutation with a new idempotency key. Throws when the response has errors. */
  act(caller: Principal, action: Action, variables?: object, process?: number): Promise<Outcome>;
  /** Gives a mandate for FIRST to WANG, unless the input says something else, and returns its id. */
  give(input?: object, caller?: Principal): Promise<string>;
  /** The mandates of a person by state, newest first. */
  statesOf(caller: Principal): Promise<unknown[]>;
}

const ARGUMENTS = {
  giveMandate: { input: 'MandateInput!', idempotencyKey: 'ID!' },
  revokeMandate: { id: 'ID!', expectedVersion: 'Int', reason: 'String!', idempotencyKey: 'ID!' },
  registerLegalRepresentative: { input: 'LegalRepresentativeInput!', idempotencyKey: 'ID!' },
} as const;
export type Action = keyof typeof ARGUMENTS;

export const SHOWN = `id kind state person items from until givenAt givenBy revokedAt revokedAs revokedBy reason version
  source enterprise { uscc name } history { at action as user reason }`;

export function mutation(action: Action): string {
  const types = Object.entries(ARGUMENTS[action]);
  const declared = types.map(([name, type]) => `$${name}: ${type}`);
  const passed = types.map(([name]) => `${name}: $${name}`);
  return `mutation (${declared.join(', ')}) {
    answer: ${action}(${passed.join(', ')}) { mandate { ${SHOWN} } userErrors { code message field } } }`;
}

export const INPUT = { uscc: PARENT, person: 'wang', until: '2027-03-02' };

let keys = 0;
/** A new idempotency key. */
export const newKey = () => `key-${++keys}`;

export async function openMandates(): Promise<OpenMandates> {
  await using undo = new AsyncDisposableStack();
  const clock = { now: new Date('2026-03-02T02:00:00Z') };
  const database = undo.use(await openTestDatabase(MIGRATIONS, RIGHTS));
  await fillRegister(database);
  await database.sql`
    insert into enterprises (uscc, name, search_name, status, source)
    values (${DEREGISTERED}, '已注销有限公司', '已注销有限公司', 'DEREGISTERED', 'REGISTER')`;
  await database.sql`
    insert into mandates (kind, uscc, person, "from", given_at, source) values
    ('LEGAL_REPRESENTATIVE', ${PARENT}, 'han', '2020-01-01', '2020-01-01T01:00:00Z', 'GENERATED'),
    ('LEGAL_REPRESENTATIVE', ${BRANCH}, 'li', '2020-01-01', '2020-01-01T01:00:00Z', 'GENERATED'),
    ('LEGAL_REPRESENTATIVE', ${REVOKED}, 'li', '2020-01-01', '2020-01-01T01:00:00Z', 'GENERATED'),
    ('LEGAL_REPRESENTATIVE', ${DEREGISTERED}, 'li', '2020-01-01', '2020-01-01T01:00:00Z', 'GENERATED')`;

  const createContext = await contextsAt(database.service, () => clock.now);
  const served: ServedDepartment[] = [];
  for (let i = 0; i < 2; i++)
    served.push(undo.use(await serveDepartment({ name: NAME, schema, createContext, database })));

  const ask: OpenMandates['ask'] = async (caller, query, variables = {}, process = 0) => {
    const { url, sign } = served[process]!;
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json', ...(await sign(caller ?? {}, body)) };
    const response = await fetch(url, { method: 'POST', headers, body });
    return (await response.json()) as MandateAnswer;
  };

  async function data<Data>(caller: Principal, query: string, variables = {}, process = 0): Promise<Data> {
    const answer = await ask(caller, query, variables, process);
    if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join(' '));
    return answer.data as Data;
  }

  const act: OpenMandates['act'] = async (caller, action, variables = {}, process = 0) => {
    const all = { idempotencyKey: newKey(), ...variables };
    return (await data<{ answer: Outcome }>(caller, mutation(action), all, process)).answer;
  };

  const opened = undo.move();
  return {
    database,
    clock,
    ask,
    data,
    act,
    async give(input = {}, caller = HAN) {
      const { mandate, userErrors } = await act(caller, 'giveMandate', { input: { ...INPUT, ...input } });
      if (!mandate) throw new Error(JSON.stringify(userErrors));
      return mandate['id'] as string;
    },
    async statesOf(caller) {
      interface Found {
        myMandates: { edges: { node: { state: string } }[] };
      }
      const { myMandates } = await data<Found>(
        caller,
        '{ myMandates(first: 100) { edges { node { state } } } }',
      );
      return myMandates.edges.map(({ node }) => node.state);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Removes what the tests before have made, and leaves the legal representatives. */
export async function forgetMandates({ database, clock }: OpenMandates): Promise<void> {
  clock.now = new Date('2026-03-02T02:00:00Z');
  await database.sql`truncate mandate_events, idempotency_keys`;
  await database.sql`delete from mandates where source = 'GRAPH'`;
  await database.sql`
    update mandates set revoked_at = null, revoked_by = null, revoked_as = null, reason = null, version = 1`;
}
