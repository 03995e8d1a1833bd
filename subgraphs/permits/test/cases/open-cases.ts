import type { Assertion } from '@yiwang/identity';
import type { AllowedAddresses } from '@yiwang/subgraph-kit/network';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import type { OpenServedDepartment, TestDatabase } from '@yiwang/subgraph-kit/testing';
import { randomUUID } from 'node:crypto';
import { itemVersions } from '../../src/items/item-tables.ts';
import { officials, type OfficialRow } from '../../src/tables.ts';
import { openServed } from '../ask.ts';
import { BUILDER, CONSULTING, FOOD, fillRegister, RESTAURANT } from '../fixture.ts';
import { ANSWERS, RESTAURANT_FORM } from '@yiwang/subgraph-kit/testing';
import { RESTAURANT_GUIDE, RESTAURANT_RULES } from '../items/guides.ts';

export { ANSWERS, BUILDER, CONSULTING, FOOD, RESTAURANT };

/** Basic code of the item FOOD: the matter for which mandates may hold. */
export const FOOD_MATTER = '320131004001';
/** The department that decides about FOOD. */
export const FOOD_OFFICE = '11320000YW0000311U';

export type Who = Partial<Assertion>;

const person = (user: string, mandates: Who['mandates'] = []): Who => ({ client: 'portal', user, mandates });

/** The legal representative of the restaurant. */
export const OWNER = person('person-001', [{ id: 'M1', uscc: RESTAURANT, items: null }]);
/** An agent of the restaurant in the matter of FOOD alone. */
export const AGENT = person('person-002', [{ id: 'M2', uscc: RESTAURANT, items: [FOOD_MATTER] }]);
/** An agent of the restaurant in another matter. */
export const OTHER_AGENT = person('person-003', [{ id: 'M3', uscc: RESTAURANT, items: ['320131004002'] }]);
/** Acts for another enterprise. */
export const STRANGER = person('person-004', [{ id: 'M4', uscc: BUILDER, items: null }]);
/** Acts for nobody but himself. */
export const CITIZEN = person('person-005');
/** The owner, once the mandate has ended. */
export const FORMER_OWNER = person('person-001');

const everyField = (user: string): Who => ({
  client: 'permits-desk',
  user,
  department: 'permits',
  scopes: ['cases:decide'],
  purpose: { basis: '行政许可法', caseNumber: 'desk', requester: user },
  reads: [
    'Case.__typename',
    ...fieldsOf('Case', [
      'number serviceItem applicant region state version decision receivedOn dueOn statutoryDueOn isOverdue actBy',
      'suspendedOn voidedOn extensionDays followUp decidedOn form formSchema rating times timeline permit source',
    ]),
    ...fieldsOf('CaseEvent', ['on at step side note defects']),
    ...fieldsOf('CaseFollowUp', ['materials by']),
    ...fieldsOf('CaseTimes', ['applicantHours officialHours suspendedHours machineHours']),
    ...fieldsOf('CaseDefect', ['about problem']),
    'Permit.case',
  ].map((coordinate) => ({ coordinate, grant: null, regions: null })),
});

function fieldsOf(type: string, names: readonly string[]): string[] {
  return names.flatMap((some) => some.split(' ').map((name) => `${type}.${name}`));
}

/** Decides about FOOD in the whole province. */
export const OFFICIAL = everyField('official-1');
/** Decides about FOOD in 南京 alone. */
export const CITY_OFFICIAL = everyField('official-2');
/** An official no longer. */
export const FORMER_OFFICIAL = everyField('official-3');
/** With the scope and department of an official, and no office. */
export const NO_OFFICIAL = everyField('official-4');

const OFFICIALS: OfficialRow[] = [
  {
    user: 'official-1',
    departmentCode: FOOD_OFFICE,
    regionCode: '32',
    since: '2020-01-01',
    until: null,
  },
  // Within the one above, which finds no case twice.
  { user: 'official-1', departmentCode: FOOD_OFFICE, regionCode: '3202', since: '2020-01-01', until: null },
  {
    user: 'official-2',
    departmentCode: FOOD_OFFICE,
    regionCode: '3201',
    since: '2026-03-02',
    until: '2026-12-31',
  },
  {
    user: 'official-3',
    departmentCode: FOOD_OFFICE,
    regionCode: '32',
    since: '2020-01-01',
    until: '2026-03-01',
  },
];

export interface CaseModel extends Record<string, unknown> {
  number: string;
  version: number;
  state: string;
}

export interface Outcome {
  case: CaseModel | null;
  userErrors: { code: string; message: string; field: string[] | null }[];
}

const CASE = `number version state decision receivedOn dueOn actBy followUp { materials by } rating
  timeline { on step side note defects { about problem } }`;

/** The permits department over HTTP, with a few items, officials and a clock of its own. */
export interface OpenCases extends AsyncDisposable {
  served: OpenServedDepartment;
  clock: { now: Date };
  start(who: Who, input?: object, key?: string): Promise<Outcome>;
  /** Takes a step on the version that is given, or that stands. */
  act(who: Who, mutation: string, number: string, args?: object): Promise<Outcome>;
  /** The code of the first error of a step that is denied as a whole. */
  denied(who: Who, mutation: string, number: string, args?: object): Promise<string | undefined>;
  /** A case on which steps were taken, each by whoever may. */
  caseAfter(...steps: (readonly [mutation: string, args?: object])[]): Promise<CaseModel>;
  read(who: Who, number: string, fields?: string): Promise<CaseModel | null>;
}

/** Types of the arguments of the mutations, as documents declare them. */
const TYPES: Readonly<Record<string, string>> = {
  form: 'JSON!',
  reason: 'String',
  materials: '[String!]!',
  stars: 'Int!',
  comment: 'String',
  defects: '[CaseDefectInput!]!',
  followUp: 'CaseFollowUpInput',
  commitment: 'CaseCommitmentInput',
  days: 'Int!',
  decision: 'CaseDecision!',
  permit: 'GrantedPermitInput',
  field: 'String!',
  isRight: 'Boolean!',
  problem: 'String',
  proposal: 'String',
};
const NEEDS_REASON = ['declineCase', 'suspendCase', 'extendCase'];

export const APPLICANTS = ['saveCase', 'submitCase', 'withdrawCase', 'supplyCaseMaterials', 'rateCase'];

/**
 * @param client what the department asks of others by it; it asks nobody without one
 * @param certify opens what it certifies, by the clock of the tests
 */
export async function openCases(
  client?: GatewayClient,
  allowed?: AllowedAddresses,
  certify?: (db: TestDatabase['db'], now: () => Date) => Promise<Certificates | null>,
): Promise<OpenCases> {
  const clock = { now: new Date('2026-03-02T02:00:00Z') };
  const served = await openServed(
    () => clock.now,
    client,
    allowed,
    certify && ((db) => certify(db, () => clock.now)),
  );
  const { db } = served.database;
  await fillRegister(served.database);
  await db.insert(officials).values(OFFICIALS);
  await db.insert(itemVersions).values({
    itemCode: FOOD,
    version: 1,
    state: 'PUBLISHED',
    revision: 1,
    guide: RESTAURANT_GUIDE,
    form: RESTAURANT_FORM,
    rules: RESTAURANT_RULES,
    editors: [],
    changedAt: '2026-01-01T00:00:00Z',
    publishedAt: '2026-01-01T00:00:00Z',
  });

  async function start(who: Who, input: object = {}, key: string = randomUUID()): Promise<Outcome> {
    const given = { item: FOOD, applicant: RESTAURANT, region: '320102', form: ANSWERS, ...input };
    const query = `mutation ($input: CaseInput!, $key: ID!) {
      answer: startCase(input: $input, idempotencyKey: $key) { case { ${CASE} } userErrors { code message field } } }`;
    const { data, errors } = await served.ask(query, who, { input: given, key });
    if (errors) throw new Error(JSON.stringify(errors));
    return data!['answer'] as Outcome;
  }

  async function send(who: Who, mutation: string, number: string, given: object) {
    const { expectedVersion, key, ...args } = given as { expectedVersion?: number; key?: string };
    const declared = Object.keys(args).map((name) => {
      const type = name === 'reason' && NEEDS_REASON.includes(mutation) ? 'String!' : TYPES[name];
      return [`$${name}: ${type}`, `${name}: $${name}`];
    });
    const query = `mutation ($number: ID!, $version: Int!, $key: ID!${declared.map(([one]) => `, ${one}`).join('')}) {
      answer: ${mutation}(number: $number, expectedVersion: $version, idempotencyKey: $key${declared.map(([, one]) => `, ${one}`).join('')}) {
        case { ${CASE} } userErrors { code message field } } }`;
    const version = expectedVersion ?? (await versionOf(number));
    return served.ask(query, who, { number, version, key: key ?? randomUUID(), ...args });
  }

  async function versionOf(number: string): Promise<number> {
    const [row] = await served.database.sql<
      { version: number }[]
    >`select version from cases where number = ${number}`;
    return row?.version ?? 1;
  }

  async function act(who: Who, mutation: string, number: string, args: object = {}): Promise<Outcome> {
    const { data, errors } = await send(who, mutation, number, args);
    if (errors) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return data!['answer'] as Outcome;
  }

  return {
    served,
    clock,
    start,
    act,
    async denied(who, mutation, number, args = {}) {
      return (await send(who, mutation, number, args)).errors?.[0]?.extensions.code;
    },
    async caseAfter(...steps) {
      let found = (await start(OWNER)).case!;
      for (const [mutation, args] of steps) {
        const who = APPLICANTS.includes(mutation) ? OWNER : OFFICIAL;
        const outcome = await act(who, mutation, found.number, args);
        if (!outcome.case) throw new Error(`${mutation}: ${outcome.userErrors[0]!.message}`);
        found = outcome.case;
      }
      return found;
    },
    async read(who, number, fields = CASE) {
      const query = `query ($number: ID!) { case(number: $number) { ${fields} } }`;
      return ((await served.ask(query, who, { number })).data?.['case'] ?? null) as CaseModel | null;
    },
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  };
}
