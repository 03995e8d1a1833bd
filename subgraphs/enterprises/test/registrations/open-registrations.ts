import { randomUUID } from 'node:crypto';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import type { OpenServedDepartment, TestDatabase } from '@yiwang/subgraph-kit/testing';
import { NAME } from '../../src/department.ts';
import { openServed } from '../ask.ts';
import { fillRegister } from '../fixture.ts';

export type Who = NonNullable<Parameters<OpenServedDepartment['ask']>[1]>;

const FIELDS = {
  RegistrationCase: [
    '__typename number name person region type industry capitalCny businessScope address state version decision receivedOn',
    'dueOn isOverdue actBy decidedOn defects uscc enterprise voidedOn times timeline',
  ],
  RegistrationDefect: ['about problem'],
  RegistrationEvent: ['on at step side note'],
  RegistrationTimes: ['applicantHours officialHours suspendedHours machineHours'],
};

/** What a grant, or the own department, gives to read. */
const READS = Object.entries(FIELDS).flatMap(([type, lines]) =>
  lines
    .join(' ')
    .split(' ')
    .map((field) => ({ coordinate: `${type}.${field}`, grant: null, regions: null })),
);

const client = (id: string): Who => ({
  client: id,
  user: null,
  department: 'services',
  scopes: ['matters:run'],
  purpose: { basis: '市场主体登记管理条例', caseNumber: 'L1', requester: id },
  reads: READS,
});
const official = (user: string): Who => ({
  client: 'registration-desk',
  user,
  department: NAME,
  scopes: ['cases:decide'],
  purpose: { basis: '市场主体登记管理条例', caseNumber: 'desk', requester: user },
  reads: READS,
});
export const person = (user: string): Who => ({ client: 'portal', user });

/** Runs a matter of several departments. */
export const SERVICES = client('services-service');
export const OTHER_CLIENT = client('other-service');
/** Decides in the whole province. */
export const OFFICIAL = official('official-1');
/** Decides in 苏州 alone. */
export const OFFICIAL_ELSEWHERE = official('official-2');
/** Has the scope, and no region. */
export const NO_OFFICIAL = official('official-3');
export const FOUNDER = person('founder');
export const STRANGER = person('stranger');

export const REGION = '320102';
export const DETAILS = {
  typeCode: '1130',
  industry: '65',
  capitalCny: '1234500',
  businessScope: '软件开发；信息技术咨询服务',
  address: '南京市玄武区中山路1号',
};

export interface CaseModel extends Record<string, unknown> {
  number: string;
  version: number;
  state: string;
  uscc: string | null;
}

export interface Outcome {
  case: CaseModel | null;
  userErrors: { code: string; message: string; field: string[] | null }[];
}

export interface NameOutcome {
  reservation: { id: string; name: string; until: string } | null;
  userErrors: Outcome['userErrors'];
}

export const CASE = `number name state version decision receivedOn dueOn actBy decidedOn uscc voidedOn
  defects { about problem } enterprise { uscc } timeline { step side note }`;

/** How a case stands, as the client is told that filed it. */
export const FILED =
  'number reference state version decision reason dueOn uscc voidedOn defects { about problem }';
const BY_CLIENTS = [
  'fileRegistration',
  'refileRegistration',
  'withdrawFiledRegistration',
  'voidRegistration',
];

/** Types of the arguments of the mutations, as documents declare them. */
const TYPES: Readonly<Record<string, string>> = {
  number: 'ID!',
  expectedVersion: 'Int!',
  details: 'RegistrationDetailsInput!',
  input: 'RegistrationInput!',
  reason: 'String!',
  defects: '[CaseDefectInput!]!',
  days: 'Int!',
  decision: 'CaseDecision!',
};
const REASON_MAY_BE_NULL = ['withdrawFiledRegistration', 'decideRegistration'];

export const codeOf = ({ userErrors }: Pick<Outcome, 'userErrors'>) => userErrors[0]?.code;

let names = 0;
/** A name that nobody has. */
export const newName = () =>
  `江苏${[...String(++names)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}号测试有限公司`;

/** The department over HTTP, with officials and a clock of its own. */
export interface OpenRegistrations extends AsyncDisposable {
  served: OpenServedDepartment;
  clock: { now: Date };
  reserve(input?: object, options?: { who?: Who; key?: string }): Promise<NameOutcome>;
  release(id: string, options?: { who?: Who; key?: string }): Promise<NameOutcome>;
  file(input?: object, options?: { who?: Who; key?: string }): Promise<Outcome>;
  /** A mutation on a case. */
  act(who: Who, mutation: string, args: Record<string, unknown>, key?: string): Promise<Outcome>;
  /** The code of the error with which a mutation fails as a whole. */
  denied(who: Who, mutation: string, args: Record<string, unknown>): Promise<string | undefined>;
  /** A step on the version that stands. */
  step(mutation: string, row: CaseModel, args?: object, who?: Who): Promise<Outcome>;
  /** A case on which officials took steps. */
  caseAfter(...steps: (readonly [mutation: string, args?: object])[]): Promise<CaseModel>;
  granted(): Promise<CaseModel>;
  read(who: Who, number: string, fields?: string): Promise<CaseModel | null>;
}

export const ACCEPT = ['acceptRegistration'] as const;
export const REVIEW = ['startRegistrationReview'] as const;
export const GRANT = ['decideRegistration', { decision: 'GRANTED' }] as const;
export const RETURN = [
  'returnRegistration',
  { defects: [{ about: 'address', problem: '住所不明确' }] },
] as const;

/** A step with the case on which it is taken, as the arguments of `step`. */
export function stepArgs([mutation, args]: readonly [string, args?: object], row: CaseModel) {
  return [mutation, row, args ?? {}] as const;
}

/** @param certify opens what the department certifies, by the clock of the tests; it certifies nothing without */
export async function openRegistrations(
  certify?: (db: TestDatabase['db'], now: () => Date) => Promise<Certificates | null>,
): Promise<OpenRegistrations> {
  const clock = { now: new Date('2026-03-02T02:00:00Z') };
  const now = () => clock.now;
  const served = await openServed(now, certify && ((db) => certify(db, now)));
  await fillRegister(served.database);
  const { sql } = served.database;
  await sql`
    insert into officials ("user", region_code, since, until) values
    ('official-1', '32', '2020-01-01', null), ('official-1', '3201', '2020-01-01', null),
    ('official-2', '3205', '2020-01-01', null), ('official-3', '32', '2020-01-01', '2026-03-01')`;

  async function answer<Result>(who: Who, query: string, variables: object): Promise<Result> {
    const { data, errors } = await served.ask(query, who, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data!['answer'] as Result;
  }

  function documentOf(mutation: string, args: Record<string, unknown>): string {
    const declared = Object.keys(args).map((name) => {
      const isNullable = name === 'reason' && REASON_MAY_BE_NULL.includes(mutation);
      return [`$${name}: ${isNullable ? 'String' : TYPES[name]}`, `${name}: $${name}`];
    });
    return `mutation ($key: ID!${declared.map(([one]) => `, ${one}`).join('')}) {
      answer: ${mutation}(idempotencyKey: $key${declared.map(([, one]) => `, ${one}`).join('')}) {
        case { ${BY_CLIENTS.includes(mutation) ? FILED : CASE} } userErrors { code message field } } }`;
  }

  const act: OpenRegistrations['act'] = (who, mutation, args, key = randomUUID()) =>
    answer(who, documentOf(mutation, args), { ...args, key });

  const NAMES = 'reservation { id name until } userErrors { code message field }';
  const open: OpenRegistrations = {
    served,
    clock,
    act,
    reserve: (input = {}, { who = SERVICES, key = randomUUID() } = {}) =>
      answer(
        who,
        `mutation ($input: EnterpriseNameInput!, $key: ID!) {
          answer: reserveEnterpriseName(input: $input, idempotencyKey: $key) { ${NAMES} } }`,
        { input: { name: newName(), region: REGION, reference: 'L1', ...input }, key },
      ),
    release: (id, { who = SERVICES, key = randomUUID() } = {}) =>
      answer(
        who,
        `mutation ($id: ID!, $key: ID!) {
          answer: releaseEnterpriseName(id: $id, idempotencyKey: $key) { ${NAMES} } }`,
        { id, key },
      ),
    async file(input = {}, { who = SERVICES, key } = {}) {
      const reservation =
        'reservation' in input ? input.reservation : (await open.reserve({}, { who })).reservation!.id;
      const whole = { person: 'founder', reference: 'L1', region: REGION, details: DETAILS };
      return act(who, 'fileRegistration', { input: { ...whole, ...input, reservation } }, key);
    },
    async denied(who, mutation, args) {
      const { errors } = await served.ask(documentOf(mutation, args), who, { ...args, key: randomUUID() });
      return errors?.[0]?.extensions.code;
    },
    step: (mutation, { number, version }, args = {}, who = OFFICIAL) =>
      act(who, mutation, { number, expectedVersion: version, ...args }),
    async caseAfter(...steps) {
      let found = (await open.file()).case!;
      for (const [mutation, args] of steps) {
        const outcome = await open.step(mutation, found, args);
        if (!outcome.case) throw new Error(`${mutation}: ${outcome.userErrors[0]!.message}`);
        found = outcome.case;
      }
      return found;
    },
    granted: () => open.caseAfter(ACCEPT, REVIEW, GRANT),
    async read(who, number, fields = CASE) {
      const query = `query ($number: ID!) { registrationCase(number: $number) { ${fields} } }`;
      return ((await served.ask(query, who, { number })).data?.['registrationCase'] ??
        null) as CaseModel | null;
    },
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  };
  return open;
}
