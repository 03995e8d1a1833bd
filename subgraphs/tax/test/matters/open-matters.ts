import {
  openTestDatabase,
  type ServedDepartment,
  serveDepartment,
  type TestDatabase,
} from '@yiwang/subgraph-kit/testing';
import { granted } from '@yiwang/testing';
import { createContexts } from '../../src/context.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../../src/department.ts';
import { schema } from '../../src/subgraph.ts';
import { fillBooks } from '../fixture.ts';

/** A real, valid code of an enterprise that the books do not hold. */
export const NEW = '91360723058828222C';
/** Its region as the number says, and the one whose office registers it. */
export const [NEW_REGION, OFFICE_REGION] = ['360723', '320102'];
export const UNIT = '320102004003GB00002F00010007';

const client = (name: string, scopes = ['matters:run']) => ({
  client: name,
  user: null,
  department: null,
  scopes,
});
export type Principal = ReturnType<typeof client>;

export const SERVICES = client('services-service');
export const OTHER = client('other-service');
export const NO_SCOPE = client('portal', []);

/** Today in the tests, in China. */
export const TODAY = '2026-03-02';

export const TAXPAYER_INPUT = {
  uscc: NEW,
  name: '大余县京桥混凝土有限公司',
  region: OFFICE_REGION,
  industry: '3021',
  reference: 'M-1',
};
export const DEED_INPUT = {
  unit: UNIT,
  holder: '张三',
  priceCny: '1234567.85',
  landUse: '0701',
  reference: 'M-1',
};

const ARGUMENTS = {
  registerTaxpayer: { input: 'TaxpayerInput!', idempotencyKey: 'ID!' },
  voidTaxpayer: { uscc: 'USCC!', reference: 'ID!', reason: 'String!', idempotencyKey: 'ID!' },
  assessDeedTax: { input: 'DeedTaxInput!', idempotencyKey: 'ID!' },
  voidDeedTax: { unit: 'RealEstateUnitCode!', reference: 'ID!', reason: 'String!', idempotencyKey: 'ID!' },
} as const;
export type Action = keyof typeof ARGUMENTS;

const SHOWN = {
  registerTaxpayer: 'taxpayer { id name authority region { code } source }',
  voidTaxpayer: 'voided',
  assessDeedTax: 'deedTax { id unit holder priceCny rate taxCny landUse filedOn reference }',
  voidDeedTax: 'voided',
};

export interface Outcome {
  taxpayer?: Record<string, unknown> | null;
  deedTax?: Record<string, unknown> | null;
  voided?: boolean;
  userErrors: { code: string; message: string; field: string[] | null }[];
}

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

let keys = 0;
/** A new idempotency key. */
export const newKey = () => `M-1/step-${++keys}`;

/** The department over HTTP, twice over one database, with a clock that the test sets. */
export interface OpenMatters extends AsyncDisposable {
  database: TestDatabase;
  clock: { now: Date };
  ask(caller: object, query: string, variables?: object, process?: number): Promise<Answer>;
  /** Sends one mutation with a new idempotency key. */
  send(caller: Principal, action: Action, variables?: object, process?: number): Promise<Answer>;
  /** Runs one mutation with a new idempotency key. Throws when the response has errors. */
  act(caller: Principal, action: Action, variables?: object, process?: number): Promise<Outcome>;
}

/** @param rate of deed tax */
export async function openMatters(rate = '0.03'): Promise<OpenMatters> {
  await using undo = new AsyncDisposableStack();
  const clock = { now: new Date(`${TODAY}T02:00:00Z`) };
  const database = undo.use(await openTestDatabase(MIGRATIONS, RIGHTS));
  await fillBooks(database);
  // Whoever writes rows with numbers moves the numbers on, as seed does.
  await database.sql`select setval('tax_authorities_no_seq', 100), setval('taxpayers_no_seq', 100)`;
  const createContext = createContexts(database.service.db, () => clock.now, rate);
  const served: ServedDepartment[] = [];
  for (let i = 0; i < 2; i++)
    served.push(undo.use(await serveDepartment({ name: NAME, schema, createContext, database })));

  const ask: OpenMatters['ask'] = async (caller, query, variables = {}, process = 0) => {
    const { url, sign } = served[process]!;
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json', ...(await sign(caller, body)) };
    return (await (await fetch(url, { method: 'POST', headers, body })).json()) as Answer;
  };

  const send: OpenMatters['send'] = (caller, action, variables = {}, process = 0) => {
    const types = Object.entries(ARGUMENTS[action]);
    const declared = types.map(([name, type]) => `$${name}: ${type}`).join(', ');
    const passed = types.map(([name]) => `${name}: $${name}`).join(', ');
    const query = `mutation (${declared}) {
      answer: ${action}(${passed}) { ${SHOWN[action]} userErrors { code message field } } }`;
    return ask(caller, query, { idempotencyKey: newKey(), ...variables }, process);
  };

  const opened = undo.move();
  return {
    database,
    clock,
    ask,
    send,
    async act(caller, action, variables, process) {
      const { data, errors } = await send(caller, action, variables, process);
      if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
      return data!['answer'] as Outcome;
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Removes what the tests before have made. */
export async function forgetMatters({ database: { sql }, clock }: OpenMatters): Promise<void> {
  clock.now = new Date(`${TODAY}T02:00:00Z`);
  await sql`truncate voided_taxpayers, voided_deed_taxes, deed_taxes, idempotency_keys`;
  await sql`delete from declarations where source = 'GRAPH'`;
  await sql`delete from taxpayers where reference is not null`;
}

/** Reads taxes of a taxpayer with a grant for them. */
export const READER = granted([
  'Taxpayer.taxKinds',
  'AssessedTax.kind',
  'AssessedTax.filingPeriod',
  'AssessedTax.since',
  'AssessedTax.source',
  'Taxpayer.declarations',
  'TaxDeclaration.kind',
  'TaxDeclaration.period',
  'TaxPeriod.endsOn',
  'TaxDeclaration.taxableCny',
  'TaxDeclaration.taxCny',
  'TaxDeclaration.filedOn',
  'TaxDeclaration.source',
]);

/** All that readers could find of a taxpayer, by every way to it. */
export async function lookFor({ ask }: OpenMatters, uscc: string) {
  const { data } = await ask(
    {},
    `query ($uscc: USCC!, $id: ID!) {
      taxpayer(id: $id) { id }
      byName: taxpayers(filter: { name: "京桥混凝土" }) { totalCount edges { node { id } } }
      byRegion: taxpayers(filter: { region: "36" }) { totalCount edges { node { id } } }
      all: taxpayers { totalCount edges { node { id } } }
      byReference: _entities(representations: [
        { __typename: "Enterprise", uscc: $id }, { __typename: "Taxpayer", id: $id },
        { __typename: "Region", code: "${NEW_REGION}" }, { __typename: "Region", code: "36" }]) {
        ... on Enterprise { taxpayer { id } } ... on Taxpayer { id } ... on Region { taxpayerCount } }
    }`.replace('$uscc: USCC!, ', ''),
    { id: uscc },
  );
  return data;
}
