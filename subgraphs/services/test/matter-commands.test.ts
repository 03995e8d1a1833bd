import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AGENT,
  ANSWERS,
  BUILDER,
  BUILDING,
  FORMER_OWNER,
  FOUNDER,
  OPENING,
  type OpenServices,
  openServices,
  OPERATOR,
  OTHER_AGENT,
  OWNER,
  STRANGER,
  type Who,
} from './open-services.ts';

let services: OpenServices;
beforeAll(async () => {
  services = await openServices();
});
afterAll(() => services[Symbol.asyncDispose]());

const NUMBERED = { number: 'ID!', expectedVersion: 'Int!' };

const start = (who: Who, input: object, key: string = randomUUID()) =>
  services.command(who, 'startMatterCase', { input, idempotencyKey: key }, { input: 'MatterCaseInput!' });
const step = (
  who: Who,
  name: string,
  number: string,
  expectedVersion: number,
  more: object = {},
  types = {},
) => services.command(who, name, { number, expectedVersion, ...more }, { ...NUMBERED, ...types });

/** A draft of a founder, and one that was submitted. */
async function draft(form: object = ANSWERS): Promise<string> {
  const { matterCase } = await start(FOUNDER, { matter: OPENING, region: '320412', form });
  return matterCase!.number;
}
async function submitted(): Promise<string> {
  const number = await draft();
  expect((await step(FOUNDER, 'submitMatterCase', number, 1)).userErrors).toEqual([]);
  return number;
}

async function read(who: Who, number: string, fields: string) {
  const { data, errors } = await services.ask(
    `query ($number: ID!) { matterCase(number: $number) { ${fields} } }`,
    who,
    { number },
  );
  return {
    found: data?.['matterCase'] as Record<string, unknown> | null | undefined,
    code: errors?.[0]?.extensions.code,
  };
}

test('an application is saved, submitted, and says when it is due and what departments do first', async () => {
  const number = await draft({});
  expect(number).toMatch(/^L320412\d{8}-\d{6}$/);
  const saved = await step(FOUNDER, 'saveMatterCase', number, 1, { form: ANSWERS }, { form: 'JSON!' });
  expect(saved).toMatchObject({ matterCase: { state: 'DRAFT', version: 2 }, userErrors: [] });
  expect(await step(FOUNDER, 'submitMatterCase', number, 2)).toMatchObject({
    matterCase: { state: 'IN_PROGRESS', version: 3 },
  });
  const { found } = await read(
    FOUNDER,
    number,
    'form dueOn isOverdue matter { name } region { code } steps { name department kind state problems { code } } timeline { step to side }',
  );
  expect(found).toMatchObject({
    form: ANSWERS,
    dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    isOverdue: false,
    matter: { name: '企业开办' },
    region: { code: '320412' },
    steps: [
      { name: 'name', department: 'enterprises', kind: 'MACHINE', state: 'DOING' },
      { name: 'registration', kind: 'CASE', state: 'WAITING' },
      { name: 'tax', state: 'WAITING' },
      { name: 'seal', state: 'WAITING' },
      // The founder sells no food.
      { name: 'food', state: 'SKIPPED' },
    ],
    timeline: [
      { step: null, to: 'DRAFT', side: 'APPLICANT' },
      { step: null, to: 'IN_PROGRESS', side: 'APPLICANT' },
      { step: 'name', to: 'DOING', side: 'MACHINE' },
      { step: 'food', to: 'SKIPPED', side: 'MACHINE' },
    ],
  });
});

test('what a department refuses is corrected by the applicant, but not what another one has used', async () => {
  const number = await submitted();
  await services.advance(number, { kind: 'STEP_DONE', step: 'name', attempt: 1, result: { id: 'NR-1' } });
  await services.advance(number, {
    kind: 'STEP_REFUSED',
    step: 'registration',
    attempt: 1,
    problems: [{ code: 'MALFORMED_TEXT', message: 'The address is too long.', about: 'input.address' }],
  });
  const form = { form: 'JSON!' };
  const renamed = { ...ANSWERS, enterprise: { ...ANSWERS.enterprise, name: '另一个名称' } };
  expect(await step(FOUNDER, 'completeMatterCase', number, 4, { form: renamed }, form)).toMatchObject({
    userErrors: [{ code: 'ANSWER_IN_USE', field: ['form', 'enterprise', 'name'] }],
  });
  const moved = { ...ANSWERS, enterprise: { ...ANSWERS.enterprise, address: '滨湖路2号' } };
  expect(await step(FOUNDER, 'completeMatterCase', number, 4, { form: moved }, form)).toMatchObject({
    matterCase: { state: 'IN_PROGRESS', version: 5 },
  });
  const { found } = await read(
    FOUNDER,
    number,
    'steps { name state } times { officialHours applicantHours machineHours }',
  );
  expect(found!['steps']).toContainEqual({ name: 'registration', state: 'DOING' });
  expect(found!['times']).toMatchObject({ officialHours: 0 });
});

test('the form has its fields in the order in which its officials wrote them', async () => {
  const { found } = await read(FOUNDER, await draft(), 'formSchema');
  const { properties } = found!['formSchema'] as { properties: Record<string, { properties: object }> };
  expect(Object.keys(properties)).toEqual(['enterprise', 'representative', 'seal', 'food']);
  expect(Object.keys(properties['enterprise']!.properties).slice(0, 3)).toEqual(['name', 'type', 'industry']);
});

test('each changed answer that was used is named once by its path, and what the returned step alone uses is not', async () => {
  const number = await submitted();
  const done = (name: string, result: Record<string, unknown>) =>
    services.advance(number, { kind: 'STEP_DONE', step: name, attempt: 1, result });
  await done('name', { id: 'NR-1' });
  await services.advance(number, {
    kind: 'CASE_FILED',
    step: 'registration',
    attempt: 1,
    number: `QY-${number}`,
  });
  await done('registration', { uscc: BUILDER });
  await done('tax', { id: 'T-1' });
  await services.advance(number, {
    kind: 'STEP_REFUSED',
    step: 'seal',
    attempt: 1,
    problems: [{ code: 'MALFORMED_FORM', message: 'The phone is wrong.', about: 'form.phone' }],
  });
  const { version } = (await read(FOUNDER, number, 'version')).found as { version: number };
  const changed = {
    ...ANSWERS,
    enterprise: { ...ANSWERS.enterprise, name: '常州晓岚文化有限公司', industry: '8810', capitalCny: '5' },
    representative: { ...ANSWERS.representative, phone: '0519-86660001' },
  };
  const { userErrors } = await step(
    FOUNDER,
    'completeMatterCase',
    number,
    version,
    { form: changed },
    { form: 'JSON!' },
  );
  expect(userErrors).toMatchObject(
    ['name', 'industry', 'capitalCny'].map((name) => ({
      code: 'ANSWER_IN_USE',
      field: ['form', 'enterprise', name],
    })),
  );
});

test('that a case is at another version at the department changes nothing that people see', async () => {
  const number = await submitted();
  await services.advance(number, { kind: 'STEP_DONE', step: 'name', attempt: 1, result: { id: 'NR-1' } });
  await services.advance(number, {
    kind: 'CASE_FILED',
    step: 'registration',
    attempt: 1,
    number: `QY-${number}`,
  });
  const version = async () => (await read(FOUNDER, number, 'version')).found!['version'] as number;
  const before = await version();
  const moved = (at: number, state: string, defects: { code: null; message: string; about: null }[] = []) =>
    services.advance(number, {
      kind: 'CASE_MOVED',
      step: 'registration',
      news: { number: `QY-${number}`, version: at, state, decision: null, defects, result: {} },
    });
  await moved(2, 'SUBMITTED');
  await moved(3, 'ACCEPTED');
  expect(await version()).toBe(before);
  await moved(4, 'RETURNED', [{ code: null, message: '材料不全', about: null }]);
  expect(await version()).toBe(before + 1);
});

test('a command sent again with its key does nothing twice, and with other input is rejected', async () => {
  const key = randomUUID();
  const input = { matter: OPENING, region: '3204', form: ANSWERS };
  const first = await start(FOUNDER, input, key);
  expect(await start(FOUNDER, input, key)).toEqual(first);
  expect(await start(FOUNDER, { ...input, region: '3205' }, key)).toMatchObject({
    userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
  });
});

test('of twenty callers on one version, one takes the step', async () => {
  const number = await draft();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => step(FOUNDER, 'submitMatterCase', number, 1)),
  );
  const codes = outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'TAKEN').sort();
  expect(codes).toEqual([...Array.from({ length: 19 }, () => 'STALE_VERSION'), 'TAKEN']);
});

describe('who may', () => {
  test('an enterprise is acted for by mandate, in the matter for which it holds', async () => {
    const input = { matter: BUILDING, applicant: BUILDER, region: '3204', form: {} };
    const { matterCase } = await start(AGENT, input);
    const { number } = matterCase!;
    expect(await start(OTHER_AGENT, input)).toMatchObject({ userErrors: [{ code: 'NO_MANDATE' }] });
    expect(await start(STRANGER, input)).toMatchObject({ userErrors: [{ code: 'NO_MANDATE' }] });
    expect((await read(OWNER, number, 'number')).found).toEqual({ number });
    for (const who of [OTHER_AGENT, STRANGER, FORMER_OWNER, OPERATOR]) {
      // The same as for a number that does not exist.
      expect(await read(who, number, 'number')).toEqual(await read(who, 'L320400-1', 'number'));
    }
    for (const who of [OTHER_AGENT, STRANGER, FORMER_OWNER]) {
      expect(await step(who, 'withdrawMatterCase', number, 1)).toMatchObject({
        userErrors: [{ code: 'UNKNOWN_NUMBER' }],
      });
    }
    expect(await step(OWNER, 'withdrawMatterCase', number, 1)).toMatchObject({
      matterCase: { state: 'WITHDRAWN' },
    });
  });

  test('what is submitted still says nothing to strangers', async () => {
    const number = await submitted();
    expect(await read(STRANGER, number, 'number state form')).toEqual(
      await read(STRANGER, 'L320400-1', 'number state form'),
    );
  });

  test('each person lists the own ones', async () => {
    const number = await draft();
    const list = async (who: Who) => {
      const { data } = await services.ask('{ myMatterCases(first: 100) { edges { node { number } } } }', who);
      return (data!['myMatterCases'] as { edges: { node: { number: string } }[] }).edges.map(
        ({ node }) => node.number,
      );
    };
    expect(await list(FOUNDER)).toContain(number);
    expect(await list(STRANGER)).toEqual([]);
  });

  test('operators alone skip, undo and see what is stuck', async () => {
    const number = await submitted();
    const types = { step: 'String!', reason: 'String!' };
    const skip = (who: Who) =>
      step(who, 'skipMatterStep', number, 2, { step: 'name', reason: '已在窗口办理' }, types);
    expect((await skip(FOUNDER)).code).toBe('FORBIDDEN');
    expect(
      (await services.ask('{ stuckMatterSteps { number } }', FOUNDER)).errors?.[0]?.extensions.code,
    ).toBe('FORBIDDEN');
    expect(await skip(OPERATOR)).toMatchObject({ userErrors: [] });
    const undo = await step(
      OPERATOR,
      'undoMatterCase',
      number,
      3,
      { reason: '无法办理' },
      { reason: 'String!' },
    );
    expect(undo.userErrors).toEqual([]);
    const { found } = await read(FOUNDER, number, 'state reason timeline { to side problems { message } }');
    expect(found).toMatchObject({ state: 'UNDOING', reason: '无法办理' });
    expect(found!['timeline']).toContainEqual({
      to: 'SKIPPED',
      side: 'OPERATOR',
      problems: [{ message: '已在窗口办理' }],
    });
  });
});

test.each<[what: string, code: string, run: () => Promise<{ userErrors: { code: string }[] }>]>([
  [
    'a matter that is not published',
    'UNKNOWN_MATTER',
    () => start(FOUNDER, { matter: 'YJS000000000', region: '32' }),
  ],
  [
    'a form with a field that is unknown',
    'MALFORMED_FORM',
    () => start(FOUNDER, { matter: OPENING, region: '32', form: { x: 1 } }),
  ],
  [
    'submitting what is not whole',
    'MALFORMED_FORM',
    async () => step(FOUNDER, 'submitMatterCase', await draft({}), 1),
  ],
  ['submitting twice', 'WRONG_STATE', async () => step(FOUNDER, 'submitMatterCase', await submitted(), 2)],
  [
    'saving what is submitted',
    'WRONG_STATE',
    async () => step(FOUNDER, 'saveMatterCase', await submitted(), 2, { form: ANSWERS }, { form: 'JSON!' }),
  ],
  [
    'correcting what was not returned',
    'NOTHING_RETURNED',
    async () =>
      step(FOUNDER, 'completeMatterCase', await submitted(), 2, { form: ANSWERS }, { form: 'JSON!' }),
  ],
  ['an old version', 'STALE_VERSION', async () => step(FOUNDER, 'withdrawMatterCase', await submitted(), 1)],
  ['a number that does not exist', 'UNKNOWN_NUMBER', () => step(FOUNDER, 'submitMatterCase', 'L1', 1)],
  [
    'skipping a step that waits',
    'NOT_STUCK',
    async () =>
      step(
        OPERATOR,
        'skipMatterStep',
        await submitted(),
        2,
        { step: 'tax', reason: 'x' },
        { step: 'String!', reason: 'String!' },
      ),
  ],
  [
    'a reason that is empty',
    'MALFORMED_TEXT',
    async () =>
      step(FOUNDER, 'withdrawMatterCase', await submitted(), 2, { reason: ' ' }, { reason: 'String' }),
  ],
])('%s is %s', async (_what, code, run) => {
  expect(new Set((await run()).userErrors.map((one) => one.code))).toEqual(new Set([code]));
});
