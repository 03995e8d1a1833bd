import type { Assertion } from '@yiwang/identity';
import { tellFollowers } from '@yiwang/subgraph-kit/outbox';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import type { OpenServedDepartment, TestDatabase } from '@yiwang/subgraph-kit/testing';
import { randomUUID } from 'node:crypto';
import { officials } from '../../src/cases/case-tables.ts';
import { NAME } from '../../src/department.ts';
import { openServed } from '../ask.ts';
import { FACTORY, fillRegister, HOLDER } from '../fixture.ts';

export type Who = Partial<Assertion>;

/** Held by HOLDER. */
export const UNIT = `${FACTORY}F00010001`;
/** Held by nobody. */
export const FREE_UNIT = `${FACTORY}F00020001`;

/** A valid code of an enterprise that holds nothing here. */
export const BUYER = '91360723058828222C';

export const SERVICES: Who = { client: 'services-service', user: null, scopes: ['matters:run'] };
export const OTHER: Who = { ...SERVICES, client: 'other-service' };

const person = (user: string, mandates: Who['mandates'] = []): Who => ({ client: 'portal', user, mandates });
/** Acts for BUYER in all matters. */
export const OWNER = person('person-001', [{ id: 'M1', uscc: BUYER, items: null }]);
/** Acts for BUYER in the matter of real-estate registration alone. */
export const AGENT = person('person-002', [{ id: 'M2', uscc: BUYER, items: ['320715003001'] }]);
/** Acts for another enterprise, and for BUYER in another matter. */
export const STRANGER = person('person-003', [
  { id: 'M3', uscc: HOLDER, items: null },
  { id: 'M4', uscc: BUYER, items: ['320131004001'] },
]);
/** Acts for nobody but himself. */
export const CITIZEN = person('person-004');

const FIELDS = {
  LandCase: `__typename number kind applicant region registration planning state version decision voidedAt voidReason receivedOn dueOn
    statutoryDueOn isOverdue actBy suspendedOn extensionDays decidedOn times timeline certificate`,
  RealEstateRegistration: 'unit holderName holderBefore priceCny deedTax',
  LandUsePlanning: 'projectName location areaM2 landUse parcel permit',
  LandCaseTimes: 'applicantHours officialHours suspendedHours machineHours',
  LandCaseEvent: 'on at step side note defects',
  LandCaseDefect: 'about problem',
  RealEstateUnit: 'holder holderName certificate',
};

const official = (user: string): Who => ({
  client: 'land-desk',
  user,
  department: NAME,
  scopes: ['cases:decide', 'sensitive:read'],
  purpose: { basis: '行政许可法', caseNumber: 'desk', requester: user },
  reads: Object.entries(FIELDS).flatMap(([type, fields]) =>
    fields.split(/\s+/).map((field) => ({ coordinate: `${type}.${field}`, grant: null, regions: null })),
  ),
});
/** Decides in the whole province. */
export const OFFICIAL = official('official-1');
/** Decides in 苏州 alone. */
export const CITY_OFFICIAL = official('official-2');
/** With the scope and department of an official, and no region. */
export const NO_OFFICIAL = official('official-3');

export const REGISTRATION = {
  region: '320102',
  person: 'person-001',
  applicant: BUYER,
  reference: 'M-1',
  registration: {
    unit: UNIT,
    holderName: '大余县京桥混凝土有限公司',
    holderBefore: HOLDER,
    priceCny: '1000000.00',
    deedTax: 'DT-2026-00000017',
  },
};
export const PLANNING = {
  region: '320102',
  person: 'person-001',
  applicant: BUYER,
  reference: 'M-1',
  planning: {
    projectName: '一号厂房',
    location: '人民路1号',
    areaM2: '12000.50',
    landUse: '0601',
    parcel: FACTORY,
  },
};

const TYPES: Readonly<Record<string, string>> = {
  registration: 'RealEstateRegistrationInput',
  planning: 'LandUsePlanningInput',
  reference: 'ID!',
  unit: 'RealEstateUnitCode!',
  number: 'ID!',
  reason: 'String',
  defects: '[CaseDefectInput!]!',
  days: 'Int!',
  decision: 'CaseDecision!',
  expectedVersion: 'Int!',
  idempotencyKey: 'ID!',
};
const INPUTS: Readonly<Record<string, string>> = {
  holdRealEstateUnit: 'UnitHoldInput!',
  fileLandCase: 'LandCaseInput!',
};
const NEEDS_REASON = [
  'voidLandRegistration',
  'voidLandUsePlanning',
  'declineLandCase',
  'suspendLandCase',
  'extendLandCase',
];

const FILED = `number kind reference state version decision reason defects { about problem } dueOn registeredUnit planningPermit voidedAt`;
const ERRORS = 'userErrors { code message field }';

function shown(mutation: string): string {
  if (mutation === 'holdRealEstateUnit') return `hold { unit reference holder at } ${ERRORS}`;
  if (mutation === 'releaseRealEstateUnit') return `released ${ERRORS}`;
  if (mutation.startsWith('void')) return `voided case { ${FILED} } ${ERRORS}`;
  return /file/i.test(mutation)
    ? `case { ${FILED} } ${ERRORS}`
    : `case { number state version decision } ${ERRORS}`;
}

export function documentOf(mutation: string, args: object): string {
  const types = Object.keys(args).map((name) => {
    const type =
      name === 'input'
        ? INPUTS[mutation]!
        : name === 'reason' && NEEDS_REASON.includes(mutation)
          ? 'String!'
          : TYPES[name]!;
    return [name, type] as const;
  });
  return `mutation (${types.map(([name, type]) => `$${name}: ${type}`).join(', ')}) {
    answer: ${mutation}(${types.map(([name]) => `${name}: $${name}`).join(', ')}) { ${shown(mutation)} } }`;
}

export interface CaseModel extends Record<string, unknown> {
  number: string;
  state: string;
  version: number;
}
export interface Outcome {
  case: CaseModel | null;
  hold?: Record<string, unknown> | null;
  released?: boolean;
  voided?: boolean;
  userErrors: { code: string; message: string; field: string[] | null }[];
}

/** The land department over HTTP, with a few units, officials and a clock of its own. */
export interface OpenLandCases extends AsyncDisposable {
  served: OpenServedDepartment;
  clock: { now: Date };
  ask<Data>(who: Who, query: string, variables?: object): Promise<Data>;
  /** Runs one mutation, with a new idempotency key unless there is one. Throws when the response has errors. */
  act(who: Who, mutation: string, args?: object): Promise<Outcome>;
  /** Takes an official's or the applicant's step on the version that stands. */
  step(who: Who, mutation: string, number: string, args?: object): Promise<Outcome>;
  file(input?: object, who?: Who): Promise<Outcome>;
  filed(input?: object): Promise<CaseModel>;
  /** Files a case and takes it to its decision. */
  granted(input?: object): Promise<CaseModel>;
  /** Who holds a unit by the register. */
  holderOf(unit: string): Promise<unknown>;
  changes(who: Who, after?: string | null): Promise<Record<string, unknown>[]>;
}

/** @param certify opens what the department certifies, by the clock of the tests; it certifies nothing without */
export async function openLandCases(
  certify?: (db: TestDatabase['db'], now: () => Date) => Promise<Certificates | null>,
): Promise<OpenLandCases> {
  const clock = { now: new Date('2026-03-02T02:00:00Z') };
  const now = () => clock.now;
  const served = await openServed(now, certify && ((db) => certify(db, now)));
  await fillRegister(served.database);
  await served.database.db.insert(officials).values([
    { user: 'official-1', regionCode: '32', since: '2020-01-01', until: null },
    // Within the one above, which finds no case twice.
    { user: 'official-1', regionCode: '3201', since: '2020-01-01', until: null },
    { user: 'official-2', regionCode: '3205', since: '2020-01-01', until: null },
    { user: 'official-3', regionCode: '32', since: '2020-01-01', until: '2026-03-01' },
  ]);

  async function ask<Data>(who: Who, query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await served.ask(query, who, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data as Data;
  }

  async function act(who: Who, mutation: string, args: object = {}): Promise<Outcome> {
    const all = { idempotencyKey: randomUUID(), ...args };
    return (await ask<{ answer: Outcome }>(who, documentOf(mutation, all), all)).answer;
  }

  const step: OpenLandCases['step'] = async (who, mutation, number, args = {}) => {
    const [row] = await served.database.sql<{ version: number }[]>`
      select version from cases where number = ${number}`;
    return act(who, mutation, { number, expectedVersion: row?.version ?? 1, ...args });
  };

  const file: OpenLandCases['file'] = (input = {}, who = SERVICES) =>
    act(who, 'fileLandCase', { input: { ...REGISTRATION, ...input } });

  const filed: OpenLandCases['filed'] = async (input) => {
    const outcome = await file(input);
    if (!outcome.case) throw new Error(JSON.stringify(outcome.userErrors));
    return outcome.case;
  };

  return {
    served,
    clock,
    ask,
    act,
    step,
    file,
    filed,
    async granted(input) {
      const { number } = await filed(input);
      await step(OFFICIAL, 'acceptLandCase', number);
      await step(OFFICIAL, 'startLandCaseReview', number);
      const { case: decided, userErrors } = await step(OFFICIAL, 'decideLandCase', number, {
        decision: 'GRANTED',
      });
      if (!decided) throw new Error(JSON.stringify(userErrors));
      return decided;
    },
    async holderOf(unit) {
      const query =
        'query ($code: RealEstateUnitCode!) { realEstateUnit(code: $code) { holder { uscc } holderName registeredOn source } }';
      return (await ask<{ realEstateUnit: unknown }>(OFFICIAL, query, { code: unit })).realEstateUnit;
    },
    async changes(who, after = null) {
      await tellFollowers(served.database.service.sql, true);
      const query = 'query ($after: ID) { filedLandCaseChanges(after: $after) { id number version state } }';
      return (await ask<{ filedLandCaseChanges: Record<string, unknown>[] }>(who, query, { after }))
        .filedLandCaseChanges;
    },
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  };
}

/** Removes what the tests before have made. */
export async function forgetCases({ served, clock }: OpenLandCases): Promise<void> {
  clock.now = new Date('2026-03-02T02:00:00Z');
  await served.database.sql`
    truncate certificates, case_events, unit_holder_events, unit_hold_events, unit_holds, cases, outbox, idempotency_keys`;
  await served.database
    .sql`truncate real_estate_units, land_uses, parcels, land_supplies, land_transfers cascade`;
  await fillRegister(served.database);
}
