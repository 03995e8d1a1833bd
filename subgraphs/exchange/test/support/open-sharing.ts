import { createComposer } from '@yiwang/composition';
import { type ServedDepartment, serveDepartment } from '@yiwang/subgraph-kit/testing';
import { settings } from '../../src/config.ts';
import { createContexts } from '../../src/context.ts';
import { NAME } from '../../src/department.ts';
import { OPEN_ROOTS } from '../../src/open-roots.ts';
import type { Principal } from '../../src/sharing/authorize.ts';
import { schema } from '../../src/subgraph.ts';
import { SHARING } from './open-department.ts';
import { fillRegions } from './fill-regions.ts';
import { type OpenRegistry, openRegistry } from './open-registry.ts';
import { fisheries, harbours } from './subgraphs.ts';

/** Fields of fisheries: two are conditional, one is not shared, the others are unconditional. Harbours has one conditional field. */
export const FIELDS = `"Catch of the last year, in tonnes."
  catchT: Float @sharing(class: CONDITIONAL, basis: "渔业法 第二十八条", cycle: DAILY)
  "Fines of the last year, in yuan."
  finesCny: Float @sharing(class: CONDITIONAL, basis: "渔业法 第二十八条", cycle: DAILY)
  "Who informed on it."
  informant: String @sharing(class: NOT_SHARED, basis: "信访工作条例 第四十七条", cycle: DAILY)`;

const HARBOUR_FIELDS = `"Depth at low water, in metres."
  depthM: Float @sharing(class: CONDITIONAL, basis: "港口法 第二十条", cycle: DAILY)`;

/** LAKE is a client of the police, and applies. FISHERIES decides for that department. */
export const LAKE: Principal = {
  client: 'lake',
  user: 'wang',
  department: 'police',
  scopes: ['sharing:apply', 'sharing:correct'],
};
export const POND: Principal = { ...LAKE, client: 'pond', user: null, department: null };
export const FISHERIES: Principal = {
  client: 'fisheries-desk',
  user: 'li',
  department: 'fisheries',
  scopes: ['sharing:decide'],
};
export const HARBOURS: Principal = { ...FISHERIES, client: 'harbours-desk', department: 'harbours' };

export const CONTENT = {
  fields: ['Vessel.catchT'],
  basis: '渔业法 第二十八条',
  purpose: 'Licences for the lake',
  until: '2027-01-01T00:00:00Z',
};

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

/** The caller that the gateway asserts. Null has not signed in; UNSIGNED does not come through a gateway. */
export type TestCaller = Principal | null | 'UNSIGNED';

/** The payload of a mutation of an application, a grant or a correction. */
export interface Outcome {
  userErrors: { code: string; message: string; field: string[] | null }[];
  application?: Record<string, unknown> | null;
  grant?: Record<string, unknown> | null;
  correction?: Record<string, unknown> | null;
}

/** An exchange over HTTP, with a clock that the test sets, and two departments with conditional fields. */
export interface OpenSharing {
  registry: OpenRegistry;
  /** The clock of the exchange. */
  clock: { now: Date };
  ask(caller: TestCaller, query: string, variables?: object, process?: number): Promise<Answer>;
  /** Like ask, but throws when the response has errors. */
  data<Data>(caller: TestCaller, query: string, variables?: object): Promise<Data>;
  /** Runs one mutation. Throws when the response has errors. */
  act(caller: Principal, action: string, variables?: object): Promise<Outcome>;
  /** Applies, and returns the number of the application. */
  apply(content?: object, caller?: Principal): Promise<string>;
  /** Applies and approves, and returns the id of the grant. */
  grant(content?: object, caller?: Principal): Promise<string>;
  close(): Promise<void>;
}

/** The fields that are selected of each payload. */
const SHOWN = {
  application: `application { number state dueAt submittedAt overdue reason until regions { code } grant { id } }`,
  grant: `grant { id state reason until }`,
  correction: `correction { number state dueAt answer overdue }`,
};

/** The mutations, with the types of their arguments. */
export const ACTIONS: Record<string, { arguments: Record<string, string>; shows: keyof typeof SHOWN }> = {
  applyForSharing: {
    arguments: { input: 'SharingApplicationInput!', idempotencyKey: 'ID' },
    shows: 'application',
  },
  createSharingApplication: {
    arguments: { input: 'SharingApplicationInput!', idempotencyKey: 'ID' },
    shows: 'application',
  },
  reviseSharingApplication: {
    arguments: { number: 'ID!', input: 'SharingApplicationInput!' },
    shows: 'application',
  },
  submitSharingApplication: { arguments: { number: 'ID!' }, shows: 'application' },
  withdrawSharingApplication: { arguments: { number: 'ID!', reason: 'String' }, shows: 'application' },
  requestSharingApplicationChanges: {
    arguments: { number: 'ID!', reason: 'String!' },
    shows: 'application',
  },
  extendSharingApplication: {
    arguments: { number: 'ID!', reason: 'String!', consentedBy: 'String!' },
    shows: 'application',
  },
  approveSharingApplication: {
    arguments: { number: 'ID!', until: 'DateTime', regions: '[RegionCode!]', reason: 'String' },
    shows: 'application',
  },
  refuseSharingApplication: { arguments: { number: 'ID!', reason: 'String!' }, shows: 'application' },
  renewGrant: { arguments: { id: 'ID!', until: 'DateTime!', purpose: 'String' }, shows: 'application' },
  revokeGrant: { arguments: { id: 'ID!', reason: 'String!' }, shows: 'grant' },
  reportCorrection: { arguments: { input: 'CorrectionInput!' }, shows: 'correction' },
  withdrawCorrection: { arguments: { number: 'ID!', reason: 'String' }, shows: 'correction' },
  acceptCorrection: { arguments: { number: 'ID!', answer: 'String' }, shows: 'correction' },
  refuseCorrection: { arguments: { number: 'ID!', reason: 'String!' }, shows: 'correction' },
  answerCorrection: { arguments: { number: 'ID!', answer: 'String!' }, shows: 'correction' },
};

export function mutation(action: string): string {
  const { arguments: types, shows } = ACTIONS[action]!;
  const declared = Object.entries(types).map(([name, type]) => `$${name}: ${type}`);
  const passed = Object.keys(types).map((name) => `${name}: $${name}`);
  return `mutation (${declared.join(', ')}) {
    answer: ${action}(${passed.join(', ')}) { ${SHOWN[shows]} userErrors { code message field } } }`;
}

export async function openSharing(now = '2026-03-02T02:00:00Z'): Promise<OpenSharing> {
  const clock = { now: new Date(now) };
  const registry = await openRegistry({ sharing: { ...SHARING, now: () => clock.now } });
  const { database } = registry.department;
  await fillRegions(database);
  await registry.publish([fisheries(FIELDS), harbours(HARBOUR_FIELDS)]);
  // The database's clock made the version; the exchange reads it with the clock of the test.
  await database.sql`update supergraph_versions set created_at = ${now}::timestamptz`;

  // Two servers of the department over one database: to the database they look like two processes.
  const served: ServedDepartment[] = await Promise.all(
    [1, 2].map(() =>
      serveDepartment(
        {
          name: NAME,
          schema,
          openRoots: OPEN_ROOTS,
          createContext: createContexts(database.db, createComposer(), registry.options),
          database,
        },
        { settings },
      ),
    ),
  );

  const ask: OpenSharing['ask'] = async (caller, query, variables = {}, process = 0) => {
    const { url, sign } = served[process]!;
    const body = JSON.stringify({ query, variables });
    const signed = caller === 'UNSIGNED' ? {} : await sign(caller ?? {}, body);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body,
    });
    return (await response.json()) as Answer;
  };

  async function data<Data>(caller: TestCaller, query: string, variables: object = {}): Promise<Data> {
    const answer = await ask(caller, query, variables);
    if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join(' '));
    return answer.data as Data;
  }

  const act: OpenSharing['act'] = async (caller, action, variables = {}) =>
    (await data<{ answer: Outcome }>(caller, mutation(action), variables)).answer;

  const apply: OpenSharing['apply'] = async (content = {}, caller = LAKE) => {
    const { application, userErrors } = await act(caller, 'applyForSharing', {
      input: { ...CONTENT, ...content },
    });
    if (!application) throw new Error(JSON.stringify(userErrors));
    return application['number'] as string;
  };

  return {
    registry,
    clock,
    ask,
    data,
    act,
    apply,
    async grant(content, caller) {
      const number = await apply(content, caller);
      const { application, userErrors } = await act(FISHERIES, 'approveSharingApplication', { number });
      if (!application) throw new Error(JSON.stringify(userErrors));
      return (application['grant'] as { id: string }).id;
    },
    async close() {
      for (const department of served) await department[Symbol.asyncDispose]();
      await registry.close();
    },
  };
}
