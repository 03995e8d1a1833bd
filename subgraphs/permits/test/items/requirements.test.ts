import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONSULTING, FOOD } from '../fixture.ts';
import { ANSWERS } from '@yiwang/subgraph-kit/testing';
import { RESTAURANT_RULES } from './guides.ts';
import { ANYONE, CONTENT, type OpenItems, openItems } from './open-items.ts';

let items: OpenItems;
beforeAll(async () => {
  items = await openItems();
  await items.publish(FOOD);
  await items.publish(CONSULTING, { ...CONTENT, rules: { rows: RESTAURANT_RULES.rows.slice(0, 1) } });
});
afterAll(() => items[Symbol.asyncDispose]());

async function requirements(answers: unknown, item = FOOD) {
  const query = `query ($item: ID!, $answers: JSON!) { serviceItem(code: $item) { requirements(answers: $answers) {
    rule ruleEn materials { code need heldBy { department } } steps { code } userErrors { code message field } } } }`;
  const { data, errors } = await items.ask(ANYONE, query, { item, answers });
  expect(errors).toBeUndefined();
  return data.serviceItem.requirements;
}

test('answers need the materials and steps of the first row that they meet, and what the graph holds is not needed', async () => {
  expect(await requirements({ ...ANSWERS, premises: { areaM2: 800 } })).toEqual({
    rule: '大型餐馆',
    ruleEn: 'Large restaurant',
    materials: [
      { code: 'PLAN', need: 'ALWAYS', heldBy: null },
      { code: 'PROCESS', need: 'DEPENDS', heldBy: null },
      { code: 'LICENCE', need: 'NEVER', heldBy: { department: 'enterprises' } },
    ],
    steps: [{ code: 'INSPECTION' }, { code: 'DECISION' }],
    userErrors: [],
  });
});

test('a form that is not filled in yet has requirements too', async () => {
  expect(await requirements({})).toMatchObject({
    rule: '其他',
    steps: [{ code: 'DECISION' }],
    userErrors: [],
  });
});

test('where no rule decides, that is said by a code and nothing is made up', async () => {
  expect(await requirements(ANSWERS, CONSULTING)).toEqual({
    rule: null,
    ruleEn: null,
    materials: [],
    steps: [],
    userErrors: [
      { code: 'NO_RULE_APPLIES', message: expect.stringContaining('Ask the department'), field: ['answers'] },
    ],
  });
});

test.each<[what: string, answers: unknown, errors: [code: string, field: string][]]>([
  ['no object', 'RESTAURANT', [['WRONG_TYPE', 'answers']]],
  ['null', [null], [['WRONG_TYPE', 'answers']]],
  ['an option that is none', { kind: 'BAR' }, [['NOT_AN_OPTION', 'answers.kind']]],
  ['a field that is none', { colour: 'RED' }, [['UNKNOWN_FIELD', 'answers.colour']]],
  ['a number as a text', { premises: { areaM2: '800' } }, [['WRONG_TYPE', 'answers.premises.areaM2']]],
  ['too much', { contact: '长'.repeat(70_000) }, [['FORM_TOO_LARGE', 'answers']]],
])('answers that are %s decide nothing', async (_what, answers, found) => {
  const { rule, materials, userErrors } = await requirements(answers);
  expect({ rule, materials }).toEqual({ rule: null, materials: [] });
  expect(
    userErrors.map(({ code, field }: { code: string; field: string[] }) => [code, field.join('.')]),
  ).toEqual(found);
});

test('answers of more levels than a value may have are refused before anything is read', async () => {
  const deep = JSON.parse('['.repeat(50) + ']'.repeat(50)) as unknown;
  const { errors } = await items.ask(
    ANYONE,
    `query ($answers: JSON!) { serviceItem(code: "${FOOD}") { requirements(answers: $answers) { rule } } }`,
    { answers: deep },
  );
  expect(errors![0]!.extensions.code).toBe('INVALID_ARGUMENT');
});

test('the forms and requirements of many items take one statement beside that of the items', async () => {
  items.served.database.forgetStatements();
  const { data } = await items.ask(
    ANYONE,
    '{ serviceItems { edges { node { form version { version } requirements(answers: {}) { rule } } } } }',
  );
  expect(data.serviceItems.edges).toHaveLength(3);
  expect(items.served.database.statements).toHaveLength(2);
});
