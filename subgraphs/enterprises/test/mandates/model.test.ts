import fc from 'fast-check';
import { addDays, dayOf, endOfDay } from '@yiwang/codes/working-days';
import { catchUserErrors, type Outcome } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { createContexts } from '../../src/context.ts';
import { MIGRATIONS, RIGHTS } from '../../src/department.ts';
import type { MandateModel } from '../../src/mandates/mandate-models.ts';
import { MAX_MANDATES_OF_ENTERPRISE, stateOf } from '../../src/mandates/mandate-rules.ts';
import type { EnterpriseRow } from '../../src/tables.ts';
import { contextsAt } from '../ask.ts';
import { fillRegister } from '../fixture.ts';
import { FIRST, HAN, OFFICIAL, OTHER } from './open-mandates.ts';

// Commands in any order, over days, against a model of a few lines: who may act for whom is the same after each.

const PERSONS = ['a', 'b', 'c', 'd'] as const;
const ENTERPRISES = [FIRST, OTHER] as const;
const START = '2026-03-02';
const RUNS = process.env['CI'] ? 200 : 60;

type Status = EnterpriseRow['status'];

interface ModelMandate {
  id: string;
  isAgent: boolean;
  person: string;
  uscc: string;
  until: string | null;
  revoked: boolean;
}

/** What the rules say, without SQL. */
interface Model {
  today: string;
  statuses: Map<string, Status>;
  mandates: ModelMandate[];
}

type Step =
  | { do: 'give'; by: string; to: string; uscc: string; days: number }
  | { do: 'register'; person: string; uscc: string }
  | { do: 'revoke'; by: string; nth: number }
  | { do: 'wait'; days: number }
  | { do: 'status'; uscc: string; status: Status };

const person = fc.constantFrom(...PERSONS);
const uscc = fc.constantFrom(...ENTERPRISES);
/** LEGAL stands for who represents the enterprise at the time, and SELF for whose the mandate is. */
const giver = fc.constantFrom(...PERSONS, 'LEGAL', 'LEGAL', 'LEGAL', 'LEGAL');
const ender = fc.constantFrom(...PERSONS, 'official', 'LEGAL', 'SELF', 'SELF');
const steps: Record<Step['do'], fc.Arbitrary<Step>> = {
  give: fc.record({
    do: fc.constant('give'),
    by: giver,
    to: person,
    uscc,
    days: fc.integer({ min: -1, max: 20 }),
  }),
  register: fc.record({ do: fc.constant('register'), person, uscc }),
  revoke: fc.record({ do: fc.constant('revoke'), by: ender, nth: fc.nat(30) }),
  wait: fc.record({ do: fc.constant('wait'), days: fc.integer({ min: 1, max: 8 }) }),
  status: fc.record({
    do: fc.constant('status'),
    uscc,
    status: fc.constantFrom<Status>('ACTIVE', 'ACTIVE', 'REVOKED', 'DEREGISTERED'),
  }),
};
const step = fc.oneof(
  { weight: 4, arbitrary: steps.give },
  { weight: 3, arbitrary: steps.register },
  { weight: 4, arbitrary: steps.revoke },
  { weight: 2, arbitrary: steps.wait },
  { weight: 1, arbitrary: steps.status },
);

/** The step with who acts, and on which mandate: one that is there, most of the time. */
function resolve(model: Model, step: Step): Step {
  if (step.do === 'give' && step.by === 'LEGAL')
    return { ...step, by: representative(model, step.uscc)?.person ?? 'nobody' };
  if (step.do !== 'revoke') return step;
  const nth = step.nth % (model.mandates.length + 1);
  const mandate = model.mandates[nth];
  if (step.by === 'SELF') return { ...step, nth, by: mandate?.person ?? 'nobody' };
  if (step.by !== 'LEGAL') return { ...step, nth };
  return { ...step, nth, by: (mandate && representative(model, mandate.uscc)?.person) ?? 'nobody' };
}

let database: TestDatabase;
let now: Date;
let createContext: ReturnType<typeof createContexts>;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS, RIGHTS);
  await fillRegister(database);
  createContext = await contextsAt(database.service, () => now);
});
afterAll(() => database[Symbol.asyncDispose]());

function isInForce(model: Model, { uscc, until, revoked }: ModelMandate): boolean {
  return !revoked && (until === null || until >= model.today) && model.statuses.get(uscc) !== 'DEREGISTERED';
}

function representative(model: Model, uscc: string): ModelMandate | undefined {
  return model.mandates.find((one) => !one.isAgent && one.uscc === uscc && !one.revoked);
}

function roomCode(model: Model, person: string, uscc: string): string | undefined {
  const held = model.mandates.filter(
    (one) => one.person === person && one.uscc === uscc && isInForce(model, one),
  );
  return held.length < MAX_MANDATES_OF_ENTERPRISE ? undefined : 'TOO_MANY_MANDATES';
}

/** The code with which the step is rejected; undefined when it is done. */
function expectedCode(model: Model, step: Step): string | undefined {
  if (step.do === 'give') {
    if (step.days < 0) return 'UNTIL_PASSED';
    if (representative(model, step.uscc)?.person !== step.by) return 'NOT_LEGAL_REPRESENTATIVE';
    if (model.statuses.get(step.uscc) !== 'ACTIVE') return 'ENTERPRISE_CLOSED';
    return step.by === step.to ? 'OWN_MANDATE' : roomCode(model, step.to, step.uscc);
  }
  if (step.do === 'register') {
    if (model.statuses.get(step.uscc) === 'DEREGISTERED') return 'ENTERPRISE_CLOSED';
    if (representative(model, step.uscc)?.person === step.person) return 'ALREADY_REPRESENTATIVE';
    return roomCode(model, step.person, step.uscc);
  }
  if (step.do !== 'revoke') return undefined;
  const mandate = model.mandates[step.nth];
  if (!mandate) return 'UNKNOWN_MANDATE';
  const legal = representative(model, mandate.uscc);
  const represents = legal?.person === step.by && isInForce(model, legal!);
  if (step.by !== 'official' && mandate.person !== step.by && !represents) return 'UNKNOWN_MANDATE';
  if (!isInForce(model, mandate)) return 'WRONG_STATE';
  return mandate.isAgent || step.by === 'official' ? undefined : 'REGISTRATION_REQUIRED';
}

let keys = 0;

/** Carries out a step. Null for one that is no command. */
async function carryOut(model: Model, step: Step): Promise<Outcome<MandateModel> | null> {
  const { commands } = createContext();
  const idempotencyKey = `key-${++keys}`;
  switch (step.do) {
    case 'give': {
      const input = { uscc: step.uscc, person: step.to, until: addDays(model.today, step.days) };
      return catchUserErrors(() => commands.give({ ...HAN, user: step.by }, { input, idempotencyKey }));
    }
    case 'register': {
      const input = { uscc: step.uscc, person: step.person, reason: 'Registered.' };
      return catchUserErrors(() => commands.registerLegalRepresentative(OFFICIAL, { input, idempotencyKey }));
    }
    case 'revoke': {
      const caller = step.by === 'official' ? OFFICIAL : { ...HAN, user: step.by };
      const id = model.mandates[step.nth]?.id ?? 'M-2026-99999999';
      return catchUserErrors(() => commands.revoke(caller, { id, reason: 'Ended.', idempotencyKey }));
    }
    case 'wait':
      // The last moment of a day: what is in force through it, still is.
      now = new Date(endOfDay(addDays(model.today, step.days)).getTime() - 1);
      return null;
    case 'status':
      await database.sql`update enterprises set status = ${step.status} where uscc = ${step.uscc}`;
      return null;
  }
}

function follow(model: Model, step: Step, done: MandateModel | null): void {
  if (step.do === 'wait') model.today = addDays(model.today, step.days);
  if (step.do === 'status') model.statuses.set(step.uscc, step.status);
  if (!done) return;
  if (step.do === 'revoke') {
    model.mandates[step.nth]!.revoked = true;
    return;
  }
  const { id, kind, person, uscc, until } = done;
  if (step.do === 'register') {
    const former = representative(model, uscc);
    if (former) former.revoked = true;
  }
  model.mandates.push({ id, isAgent: kind === 'AGENT', person, uscc, until, revoked: false });
}

test('after any commands over any days, exactly those may act for an enterprise who may by the rules', async () => {
  const codes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      await database.sql`truncate mandates, mandate_events, idempotency_keys`;
      await database.sql`update enterprises set status = 'ACTIVE'`;
      now = new Date(endOfDay(START).getTime() - 1);
      const model: Model = {
        today: START,
        statuses: new Map(ENTERPRISES.map((one) => [one, 'ACTIVE'])),
        mandates: [],
      };
      for (const asked of steps) {
        const step = resolve(model, asked);
        const expected = expectedCode(model, step);
        const outcome = await carryOut(model, step);
        if (outcome) {
          expect(outcome.userErrors[0]?.code).toBe(expected);
          codes.add(expected ?? `DONE ${step.do}`);
        }
        follow(model, step, outcome?.result ?? null);
        await compare(model);
      }
    }),
    { numRuns: RUNS },
  );
  // What the steps have come to at least once; else the property would say little.
  for (const code of [
    'DONE give',
    'DONE register',
    'DONE revoke',
    'WRONG_STATE',
    'UNKNOWN_MANDATE',
    'REGISTRATION_REQUIRED',
  ])
    expect(codes).toContain(code);
});

async function compare(model: Model): Promise<void> {
  expect(dayOf(now)).toBe(model.today);
  const { loaders } = createContext();
  const held = await Promise.all(PERSONS.map((one) => loaders.mandatesInForceOf.load(one)));
  expect(held.map((rows) => rows.map(({ id }) => id))).toEqual(
    PERSONS.map((one) =>
      model.mandates
        .filter((mandate) => mandate.person === one && isInForce(model, mandate))
        .map(({ id }) => id),
    ),
  );
  const pages = await Promise.all(
    PERSONS.map((parent) => loaders.mandatesOfPerson.load({ parent, first: 100 })),
  );
  for (const mandate of pages.flatMap(({ rows }) => rows)) {
    const expected = model.mandates.find(({ id }) => id === mandate.id)!;
    const state = stateOf(mandate, model.statuses.get(mandate.uscc)!, model.today);
    expect(state === 'IN_FORCE').toBe(isInForce(model, expected));
    expect(mandate.version).toBe(expected.revoked ? 2 : 1);
  }
  const [events] = await database.sql`select count(*)::int as count from mandate_events`;
  const ends = model.mandates.filter(({ revoked }) => revoked).length;
  expect(events!['count']).toBe(model.mandates.length + ends);
}
